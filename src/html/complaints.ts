import { attribute, has, words } from './dom.ts';
import { groupBy } from './group-by.ts';
import { nearest, type Place, type Survey, textIn } from './survey.ts';

export interface Complaints {
  /** What is said against the values in this form, in it or directly beside it. */
  of(form: Place): string[];
}

/** Finds what pages say is wrong, by the names that Django, its form packages and style sheets give it. */
export function complaintsOf(from: Survey): Complaints {
  const forms = nearest(from.places, ({ tag }) => tag === 'form');
  const found = notices(from, isComplaint(from));
  for (const place of from.places) {
    if (attribute(place.element, 'aria-invalid') !== 'true') continue;
    found.push(...descriptions(from, place).map((text) => ({ place, text })));
  }
  const inside = groupBy(found, ({ place }) => forms[place.index] ?? null);
  const holders = new Set([...from.forms.values()].flatMap(({ parent }) => [parent, parent?.parent]));
  const outside = (inside.get(null) ?? []).flatMap(({ place, text }) => {
    const box = boxOf(place);
    // A box of notices only is as good as the notices: it stands beside the form as they would.
    const boxes = box === null || holders.has(box) ? [box] : [box, box.parent];
    return boxes.map((beside) => ({ beside, text }));
  });
  const near = groupBy(outside, ({ beside }) => beside);
  return {
    of(form) {
      const around = [form.parent, form.parent?.parent].flatMap(
        (parent) => (parent && near.get(parent)) || [],
      );
      const texts = [...around, ...(inside.get(form) ?? [])].map(({ text }) => text);
      return [...new Set(texts)].slice(0, 100);
    },
  };
}

/** What a notice stands in; an item of a list stands where the list does. */
function boxOf({ tag, parent }: Place): Place | null {
  return (tag === 'li' ? parent?.parent : parent) ?? null;
}

/** What a site says after an action. */
export function messagesOf(from: Survey): string[] {
  const texts = notices(from, ({ element }) => {
    const role = attribute(element, 'role');
    return role === 'alert' || role === 'status' || words(element, 'class').some((name) => MESSAGE.has(name));
  }).map(({ text }) => text);
  return [...new Set(texts)].slice(0, 100);
}

interface Notice {
  place: Place;
  text: string;
}

/**
 * The innermost of what matches, each item of a list by itself. What holds controls is not a notice but a row of a
 * form that is marked as wrong.
 */
function notices(from: Survey, matches: (place: Place) => boolean): Notice[] {
  const marked = from.places.map((place) => !place.hidden && !place.silent && matches(place));
  const around = nearest(from.places, ({ index }) => marked[index] === true);
  const outer = new Set<Place>();
  const items: Place[] = [];
  for (const place of from.places) {
    const notice = around[place.index];
    if (!notice) continue;
    if (/^(input|select|textarea)$/.test(place.tag)) outer.add(notice);
    const container = marked[place.index] ? place.parent && around[place.parent.index] : null;
    if (container) outer.add(container);
    const listed =
      place.tag === 'li' && place.parent !== null && /^[uo]l$/.test(notice.tag) && place.parent === notice;
    if (listed) outer.add(notice);
    if (listed || marked[place.index]) items.push(place);
  }
  return items
    .filter((place) => !outer.has(place))
    .map((place) => ({ place, text: saying(textIn(from, place, 1000)) }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/** The cross that closes a message is no part of it. */
function saying(text: string): string {
  return text.replace(/^[×✕✖] | [×✕✖]$/g, '').trim();
}

function isComplaint(from: Survey): (place: Place) => boolean {
  const blamed = new Set<Place>();
  for (const place of from.places) {
    const { element, parent } = place;
    const invalid =
      attribute(element, 'aria-invalid') === 'true' || words(element, 'class').includes('is-invalid');
    if (invalid && parent) blamed.add(parent);
  }
  return ({ tag, element, parent }) => {
    // A red button or heading warns of what it does.
    if (/^(a|button|h[1-6])$/.test(tag)) return false;
    const names = words(element, 'class');
    if (names.some((name) => COMPLAINT.has(name))) return true;
    if (attribute(element, 'role') === 'alert') return !names.some((name) => /success|info/.test(name));
    // How crispy-forms numbers what is wrong, whatever the style.
    if (/^error_\d/.test(attribute(element, 'id') ?? '')) return true;
    // Bootstrap's stands in every form, and is shown beside what is wrong.
    if (!names.some((name) => name === 'invalid-feedback' || name === 'invalid-tooltip')) return false;
    return names.includes('d-block') || (parent !== null && blamed.has(parent));
  };
}

/** What a field that is marked as wrong is described by, except the help that was there before. */
function descriptions(from: Survey, { element }: Place): string[] {
  return ['aria-errormessage', 'aria-describedby']
    .flatMap((name) => words(element, name).slice(0, 5))
    .filter((id) => !/help|hint/i.test(id))
    .flatMap((id) => {
      const place = from.ids.get(id);
      return place && !has(place.element, 'hidden') ? [place] : [];
    })
    .map((place) => textIn(from, place, 1000))
    .filter(Boolean);
}

const MESSAGE = new Set(['messages', 'messagelist', 'message', 'alert', 'toast', 'notification', 'flash']);
const COMPLAINT = new Set(
  `errorlist errornote alert-danger alert-error error errors error-message error-text field-error field-errors
  form-error form-errors text-danger text-error is-danger help-error nonfield non-field-errors`.split(/\s+/),
);
