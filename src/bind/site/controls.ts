/** Which slot of a content each control of a form carries: by the field's name, by its words, by its kind. */
import type { Values } from '../../html/fill.ts';
import type { Control, Form } from '../../html/page.ts';
import { mentions, splitWords } from '../endpoint.ts';
import type { ContentModel } from './models.ts';

export type ControlSlots = Map<Control, string>;

const WRITTEN: readonly Control['type'][] = ['text', 'textarea', 'search', 'other'];
const CHOSEN: readonly Control['type'][] = ['select', 'radio', 'checkbox'];

export function controlSlots(form: Form, content: ContentModel): ControlSlots {
  const found: ControlSlots = new Map();
  const taken = new Set<string>();
  const controls = form.controls.filter((control) => control.name !== '' && !control.disabled);
  for (const rule of [byName, byWords, byKind]) {
    for (const slot of Object.keys(content.spec.slots)) {
      if (taken.has(slot)) continue;
      const control = controls.find((one) => !found.has(one) && rule(one, slot, content, controls));
      if (control === undefined) continue;
      found.set(control, slot);
      taken.add(slot);
    }
  }
  return found;
}

type Rule = (control: Control, slot: string, content: ContentModel, all: Control[]) => boolean;

/** "title", "form-0-title", "author_id" */
const byName: Rule = ({ name }, slot, { slots }) => {
  const field = slots[slot]?.field.name;
  return field !== undefined && (name === field || name === `${field}_id` || name.endsWith(`-${field}`));
};

const byWords: Rule = (control, slot, { spec }) => {
  const { kind, words = [] } = spec.slots[slot] ?? { kind: 'text' };
  if (control.type === 'hidden' || !compatible(control, kind)) return false;
  return (
    mentions(splitWords(control.name), words) ||
    mentions(splitWords(`${control.id ?? ''} ${control.label}`), words.slice(0, 6))
  );
};

/** The only long text is the content, the first short one the title. */
const byKind: Rule = (control, slot, { spec }, all) => {
  const kind = spec.slots[slot]?.kind;
  if (kind === 'longtext')
    return all.filter(({ type }) => type === 'textarea').length === 1 && control.type === 'textarea';
  if (kind === 'text') return control.type === 'text' && all.find(({ type }) => type === 'text') === control;
  return false;
};

function compatible(control: Control, kind: string): boolean {
  switch (kind) {
    case 'longtext':
      return control.type === 'textarea' || WRITTEN.includes(control.type);
    case 'many':
      return (
        WRITTEN.includes(control.type) ||
        (CHOSEN.includes(control.type) && control.options.length > 0) ||
        control.type === 'select'
      );
    case 'one':
    case 'user':
      return control.type === 'select' || control.type === 'radio';
    case 'datetime':
      return ['date', 'datetime-local', 'text'].includes(control.type);
    default:
      return WRITTEN.includes(control.type);
  }
}

/**
 * How well a form serves to write such a row; 0 where it does not: something to write in it must be there.
 * A password makes it a form of accounts, GET one that searches.
 */
export function suits(form: Form, content: ContentModel): number {
  if (form.method !== 'POST' || !form.internal) return 0;
  if (form.controls.some(({ type }) => type === 'password')) return 0;
  const slots = controlSlots(form, content);
  const writes = [...slots].filter(
    ([control, slot]) =>
      ['text', 'longtext'].includes(content.spec.slots[slot]?.kind ?? '') && control.type !== 'hidden',
  );
  if (writes.length === 0) return 0;
  const long = writes.some(([control]) => control.type === 'textarea');
  const named = [...slots].filter(([control, slot]) => byName(control, slot, content, []));
  const outside = form.region === 'nav' || form.region === 'header' || form.region === 'footer';
  return writes.length * 2 + slots.size + named.length * 2 + (long ? 3 : 0) - (outside ? 4 : 0);
}

/** The slots for which something was typed or chosen. */
export const takenSlots = (form: Form, content: ContentModel, values: Values): string[] =>
  [...controlSlots(form, content)]
    .filter(([{ name }]) => {
      const value = values[name];
      return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
    })
    .map(([, slot]) => slot);
