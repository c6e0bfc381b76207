import { attribute, has, words } from './dom.ts';
import { groupBy } from './group-by.ts';
import { isInline, nearest, type Place, type Survey } from './survey.ts';

/** A control with the form that sends it. */
export interface Owned {
  place: Place;
  form: Place;
}

export interface Labels {
  /** What a person reads as the name of a control that stands for itself. */
  of(control: Owned): string;
  /** What they read as the name of one of several radios or checkboxes. */
  ofOption(control: Owned): string;
  /** What they read as the name of all these together. */
  ofGroup(group: [Owned, ...Owned[]]): string;
}

/** Looks at the labels of the page once, so that finding one is no search. The controls are in document order. */
export function labelsOf(from: Survey, controls: Owned[]): Labels {
  const labels = from.places.filter(({ tag }) => tag === 'label');
  const byId = groupBy(labels, ({ element }) => attribute(element, 'for') ?? '');
  const around = nearest(from.places, ({ tag }) => tag === 'label');
  const groups = nearest(from.places, ({ tag, element }) => tag === 'fieldset' || isGroup(element));
  const members = groupBy(controls, ({ place }) => groups[place.index] ?? null);
  const rows = nearest(from.places, ({ tag }) => tag === 'tr');
  const blocks = nearest(from.places, (place) => !isInline(place));
  const alone = loneLabels(labels, controls);
  const order = new Map(controls.map(({ place }, index) => [place, index]));

  const slice = (start: number, end: number) => from.allText.slice(start, end);
  const read = (place: Place | null | undefined) => (place ? readable(slice(...place.all)) : '');
  const named = (place: Place) => byId.get(attribute(place.element, 'id') || '\0') ?? [];
  const wrapping = ({ place }: Owned) => {
    const label = around[place.index];
    return label && !has(label.element, 'for') ? label : null;
  };
  const aria = ({ element }: Place) =>
    readable(attribute(element, 'aria-label') ?? '') ||
    words(element, 'aria-labelledby')
      .slice(0, 5)
      .map((id) => read(from.ids.get(id)))
      .filter(Boolean)
      .join(' ');

  /** Where the control and the labels that belong to it begin, and where they end. */
  const extent = (control: Owned) => {
    const parts = [control.place, ...named(control.place).slice(-1), wrapping(control)].filter(
      (part) => part !== null,
    );
    return {
      start: Math.min(...parts.map(({ all }) => all[0])),
      end: Math.max(...parts.map(({ all }) => all[1])),
    };
  };
  const neighbour = ({ place, form }: Owned, step: 1 | -1) => {
    const other = controls[(order.get(place) ?? 0) + step];
    return other?.form === form ? other : null;
  };
  /** What stands before it on its line, or else since the control before it, but not in another row. */
  const before = (control: Owned) => {
    const previous = neighbour(control, -1);
    const row = rows[control.place.index]?.all[0] ?? 0;
    const start = Math.max(row, previous ? extent(previous).end : control.form.all[0]);
    const end = extent(control).start;
    const line = blocks[control.place.parent?.index ?? 0]?.all[0] ?? 0;
    return [line, start].map((from) => readable(slice(Math.max(from, start, end - 100), end))).find(Boolean);
  };
  /** What follows a box on its line, up to the next thing. */
  const after = ({ place }: Owned) => {
    const line = blocks[place.parent?.index ?? 0];
    const next = from.places
      .slice(place.last + 1, place.last + 10)
      .find((other) => !isInline(other) || other.tag === 'label');
    const end = Math.min(line?.all[1] ?? 0, next?.all[0] ?? Number.POSITIVE_INFINITY);
    return readable(slice(place.all[1], Math.min(end, place.all[1] + 100)));
  };
  /** A legend names a group that has the fieldset to itself; another fieldset may hold half the form. */
  const legend = (group: [Owned, ...Owned[]], alsoShared: boolean) => {
    const fieldset = groups[group[0].place.index];
    const previous = neighbour(group[0], -1);
    const next = neighbour(group.at(-1) ?? group[0], 1);
    const shared =
      (previous && fieldset && previous.place.index > fieldset.index) ||
      (next && fieldset && next.place.index <= fieldset.last);
    if (!fieldset || (shared && !alsoShared)) return '';
    return aria(fieldset) || read(from.legends.get(fieldset));
  };
  /** The name of what is entered in parts, such as a date and a time. */
  const whole = ({ place }: Owned) => {
    const fieldset = groups[place.index];
    return fieldset && (members.get(fieldset) ?? []).length <= 3 ? read(from.legends.get(fieldset)) : '';
  };

  return {
    of(control) {
      const { place } = control;
      const box = /^(checkbox|radio)$/i.test(attribute(place.element, 'type') ?? '');
      return (
        named(place).slice(0, 3).map(read).find(Boolean) ||
        read(wrapping(control)) ||
        aria(place) ||
        read(alone.get(place)) ||
        readable(attribute(place.element, 'placeholder') ?? '') ||
        readable(attribute(place.element, 'title') ?? '') ||
        (box && after(control)) ||
        whole(control) ||
        before(control) ||
        ''
      );
    },
    ofOption(control) {
      return (
        read(named(control.place).at(-1)) || read(wrapping(control)) || aria(control.place) || after(control)
      );
    },
    ofGroup(group) {
      const [first] = group;
      const own = named(first.place);
      return (
        legend(group, false) ||
        (own.length > 1 && read(own[0])) ||
        containers(first.place).flatMap(named).slice(0, 3).map(read).find(Boolean) ||
        read(alone.get(first.place)) ||
        before(first) ||
        legend(group, true)
      );
    },
  };
}

function isGroup(element: Place['element']): boolean {
  return /^(radio)?group$/.test(attribute(element, 'role') ?? '');
}

/** Lists of radios carry the id that Django's label points to. */
function containers({ parent }: Place): Place[] {
  const found: Place[] = [];
  for (let place = parent; place && found.length < 4; place = place.parent) found.push(place);
  return found;
}

/** Labels that point nowhere and hold no control, as beginners write them, by the control that comes next. */
function loneLabels(labels: Place[], controls: Owned[]): Map<Place, Place> {
  const found = new Map<Place, Place>();
  let next = 0;
  for (const label of labels) {
    while ((controls[next]?.place.index ?? Number.POSITIVE_INFINITY) < label.index) next += 1;
    const control = controls[next];
    if (!control || has(label.element, 'for')) continue;
    const wraps = control.place.index <= label.last;
    if (!wraps && label.index > control.form.index) found.set(control.place, label);
  }
  return found;
}

/** A colon or a star says nothing about what to write. */
function readable(text: string): string {
  return text
    .slice(0, 200)
    .replace(/\s+/g, ' ')
    .replace(/[:*\s]+$/, '')
    .trim();
}
