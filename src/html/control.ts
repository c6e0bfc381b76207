import { attribute, has, rawText } from './dom.ts';
import type { Labels, Owned } from './labels.ts';
import type { Place } from './survey.ts';
import { collapse } from './text-buffer.ts';
import type { Control, ControlType, Option } from './types.ts';

export interface Context {
  labels: Labels;
  disabled: Set<Place>;
  /** The options of each select. */
  options: Map<Place | null, Place[]>;
}

/** One control, or several radios or checkboxes of one name as one. */
export function readControl(group: [Owned, ...Owned[]], context: Context): Control {
  const [first] = group;
  const type = typeOf(first.place) as ControlType;
  const { element } = first.place;
  const grouped = type === 'radio' || group.length > 1;
  const multiple =
    type === 'checkbox' ? grouped : /^(select|email|file)$/.test(type) && has(element, 'multiple');
  const options = grouped ? boxes(group, context) : type === 'select' ? choices(first.place, context) : [];
  const chosen = options.find(({ selected }) => selected);
  const any = (name: string) => group.some(({ place }) => has(place.element, name));
  return {
    name: attribute(element, 'name') ?? '',
    type,
    value: grouped || type === 'select' ? (chosen?.value ?? '') : currentValue(element, type),
    checked: /^(radio|checkbox)$/.test(type) && (grouped ? chosen !== undefined : has(element, 'checked')),
    options,
    multiple,
    required: any('required'),
    maxLength: count(element, 'maxlength'),
    minLength: count(element, 'minlength'),
    min: attribute(element, 'min'),
    max: attribute(element, 'max'),
    pattern: attribute(element, 'pattern'),
    readOnly: has(element, 'readonly'),
    disabled: group.every(({ place }) => context.disabled.has(place)),
    label: grouped ? context.labels.ofGroup(group) : context.labels.of(first),
    id: attribute(element, 'id'),
  };
}

/** What kind of control or button it is; a type that browsers do not know is text. */
export function typeOf({ tag, element }: Place): string {
  const type = (attribute(element, 'type') ?? '').trim().toLowerCase();
  if (tag === 'button') return type === 'reset' || type === 'button' ? type : 'submit';
  if (tag !== 'input') return tag;
  return TYPES.has(type) ? type : 'text';
}

/** Of radios of one name the last that is checked is the one. */
function boxes(group: Owned[], { labels, disabled }: Context): Option[] {
  const options = group.map((owned) => ({
    value: currentValue(owned.place.element, 'checkbox'),
    text: labels.ofOption(owned),
    selected: has(owned.place.element, 'checked'),
    disabled: disabled.has(owned.place),
  }));
  const [first] = group;
  return first && typeOf(first.place) === 'radio' ? onlyLast(options) : options;
}

/** A drop-down always shows something: the first option that can be chosen, if the page names none. */
function choices(select: Place, { options }: Context): Option[] {
  const all = (options.get(select) ?? []).map((place) => {
    const { element, parent } = place;
    const text = collapse(rawText(element, 1000));
    return {
      value: attribute(element, 'value') ?? text,
      text: text || (attribute(element, 'label') ?? ''),
      selected: has(element, 'selected'),
      disabled: has(element, 'disabled') || (parent?.tag === 'optgroup' && has(parent.element, 'disabled')),
    };
  });
  if (has(select.element, 'multiple')) return all;
  const size = count(select.element, 'size') ?? 0;
  if (size <= 1 && !all.some(({ selected }) => selected)) {
    const first = all.find((option) => !option.disabled);
    if (first) first.selected = true;
  }
  return onlyLast(all);
}

function onlyLast(options: Option[]): Option[] {
  const last = options.findLastIndex(({ selected }) => selected);
  return options.map((option, index) => ({ ...option, selected: index === last }));
}

/** The value as a browser would take it over from the page. */
function currentValue(element: Place['element'], type: ControlType): string {
  if (type === 'textarea') return rawText(element).replace(/\r\n?/g, '\n');
  const value = attribute(element, 'value');
  if (type === 'file') return '';
  if (/^(radio|checkbox)$/.test(type)) return value ?? 'on';
  if (type === 'color') return /^#[\da-f]{6}$/i.test(value ?? '') ? (value ?? '').toLowerCase() : '#000000';
  if (type === 'hidden') return value ?? '';
  const line = (value ?? '').replace(/[\r\n]/g, '');
  return /^(email|url|number)$/.test(type) ? line.trim() : line;
}

function count(element: Place['element'], name: string): number | null {
  const written = attribute(element, name) ?? '';
  return /^\d{1,9}$/.test(written) ? Number(written) : null;
}

const TYPES = new Set(
  `text email password url number date datetime-local time checkbox radio file hidden search color range month week
  tel submit image reset button`.split(/\s+/),
);
