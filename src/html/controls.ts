import { readControl, typeOf } from './control.ts';
import { attribute, has } from './dom.ts';
import { groupBy } from './group-by.ts';
import { labelsOf, type Owned } from './labels.ts';
import { nearest, type Place, type Survey, textIn } from './survey.ts';
import { collapse } from './text-buffer.ts';
import type { Control, Submitter } from './types.ts';

export interface Sent {
  controls: Control[];
  submitters: Submitter[];
}

/** What each form of the page sends, by its place. */
export function readControls(from: Survey): Map<Place, Sent> {
  const sent = new Map<Place, Sent>();
  for (const form of from.forms.values()) sent.set(form, { controls: [], submitters: [] });
  const off = disabledPlaces(from);
  const owned = from.places
    .filter(({ tag }) => /^(input|select|textarea|button)$/.test(tag))
    .flatMap((place) => {
      const form = ownerOf(from, place);
      return form ? [{ place, form }] : [];
    });
  const isButton = ({ place }: Owned) => /^(submit|image|reset|button)$/.test(typeOf(place));
  for (const { place, form } of owned.filter(isButton)) {
    if (!/^(submit|image)$/.test(typeOf(place)) || off.has(place)) continue;
    sent.get(form)?.submitters.push(submitter(from, place));
  }

  const controls = owned.filter((control) => !isButton(control));
  const context = { labels: labelsOf(from, controls), disabled: off, options: optionsOf(from) };
  for (const group of groupsOf(controls)) sent.get(group[0].form)?.controls.push(readControl(group, context));
  return sent;
}

/** Radios of one name in one form are one control, and so are checkboxes; everything else stands for itself. */
function groupsOf(controls: Owned[]): [Owned, ...Owned[]][] {
  const groups = groupBy(controls, ({ place, form }) => {
    const name = attribute(place.element, 'name');
    const type = typeOf(place);
    return name && /^(radio|checkbox)$/.test(type) ? `${form.index} ${type} ${name}` : place;
  });
  return [...groups.values()] as [Owned, ...Owned[]][];
}

/** `form=` outranks the parser's choice, and naming no form leaves the control without one. */
function ownerOf(from: Survey, { element }: Place): Place | null {
  const id = attribute(element, 'form');
  if (id !== null) {
    const named = from.ids.get(id);
    return named?.tag === 'form' ? named : null;
  }
  const owner = from.owners.get(element);
  return (owner && from.forms.get(owner)) ?? null;
}

/** Everything in a disabled fieldset is disabled, except what stands in its legend. */
function disabledPlaces(from: Survey): Set<Place> {
  const disabled = new Set<Place>();
  for (const place of from.places) {
    const { parent, element, tag } = place;
    const closed =
      parent?.tag === 'fieldset' && has(parent.element, 'disabled') && from.legends.get(parent) !== place;
    const own = /^(input|select|textarea|button)$/.test(tag) && has(element, 'disabled');
    if (closed || own || (parent && disabled.has(parent))) disabled.add(place);
  }
  return disabled;
}

function submitter(from: Survey, place: Place): Submitter {
  const { element } = place;
  const value = attribute(element, 'value');
  const shown = place.tag === 'button' ? textIn(from, place, 200) : value;
  const told = ['aria-label', 'title', 'alt'].map((name) => attribute(element, name)).find(Boolean);
  const unnamed = typeOf(place) === 'image' || !attribute(element, 'name');
  return {
    // An image sends where it was clicked, which nobody reads.
    name: unnamed ? null : attribute(element, 'name'),
    value: value ?? (place.tag === 'button' ? '' : 'Submit'),
    text: collapse(shown || told || (place.tag === 'button' ? '' : 'Submit')),
  };
}

/** The options of each select, whatever stands between. */
function optionsOf(from: Survey): Map<Place | null, Place[]> {
  const selects = nearest(from.places, ({ tag }) => tag === 'select');
  const options = from.places.filter(({ tag }) => tag === 'option');
  return groupBy(options, ({ index }) => selects[index] ?? null);
}
