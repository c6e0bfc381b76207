/** What a person would type, choose and tick in a form. */

import type { ModelField } from '../../app/facts.ts';
import type { Values } from '../../html/fill.ts';
import type { Control, Form, Option } from '../../html/page.ts';
import type { Person, Random } from '../random.ts';
import { isEmailName, isEnd, unknownField, valuesFor } from '../values.ts';
import { controlSlots } from './controls.ts';
import type { ContentModel } from './models.ts';
import { isPrivate, isPublic, publicChoice } from './public-words.ts';
import { type ContentRow, markOf, textFor } from './rows.ts';

export interface FormWish {
  /** the text of each slot */
  marks: Record<string, string>;
  person: Person | null;
  random: Random;
  /** rows to choose or type where the form takes such: by slot */
  rows: Record<string, ContentRow[]>;
  /** also what need not be filled */
  everything: boolean;
}

export function fillForm(form: Form, content: ContentModel, wish: FormWish): Values {
  const slots = controlSlots(form, content);
  const values: Values = {};
  for (const control of form.controls) {
    if (control.name === '' || control.disabled || control.readOnly) continue;
    const slot = slots.get(control);
    const value =
      slot === undefined
        ? plainValue(control, wish, fieldOf(control, content))
        : slotValue(control, slot, content, wish, form);
    if (value !== undefined) values[control.name] = value;
  }
  return values;
}

const fieldOf = ({ name }: Control, { model }: ContentModel): ModelField | undefined =>
  model.fields.find((field) => field.name === name);

/** A form of which nothing is known: every control as a person would fill it who leaves nothing out but files. */
export const fillPlainly = (form: Form, wish: Pick<FormWish, 'person' | 'random'>): Values =>
  Object.fromEntries(
    form.controls
      // A picture that need not be sent may be refused for its kind.
      .filter(
        ({ name, disabled, readOnly, type, required }) =>
          name !== '' && !disabled && !readOnly && (type !== 'file' || required),
      )
      .map((control) => [
        control.name,
        plainValue(control, { ...wish, marks: {}, rows: {}, everything: true }),
      ])
      .filter((entry): entry is [string, Values[string]] => entry[1] !== undefined),
  );

function slotValue(
  control: Control,
  slot: string,
  content: ContentModel,
  wish: FormWish,
  form: Form,
): Values[string] | undefined {
  const kind = content.spec.slots[slot]?.kind;
  const rows = wish.rows[slot];
  const mark = wish.marks[slot];
  const field = content.slots[slot]?.field.maxLength ?? null;
  switch (kind) {
    case 'text':
      return mark === undefined
        ? plainValue(control, wish)
        : textFor(content, slot, mark, tightest(control.maxLength, field));
    case 'longtext':
      return mark === undefined
        ? plainValue(control, wish)
        : textFor(content, slot, mark, tightest(limitOf(control), field));
    case 'person':
      if (control.options.length > 0 || control.type === 'select') return plainValue(control, wish);
      return control.type === 'hidden'
        ? undefined
        : isEmailName(control.name)
          ? wish.person?.email
          : (wish.person?.username ?? 'guest');
    case 'slug':
      return control.value !== '' || control.type === 'hidden'
        ? undefined
        : cut(`${Object.values(wish.marks)[0] ?? ''}-slug`, control);
    case 'many':
    case 'one':
      return rows === undefined ? plainValue(control, wish) : related(control, rows, form);
    case 'datetime':
      return control.required || wish.everything
        ? moment(control, content.slots[slot]?.field.kind)
        : undefined;
    default:
      return plainValue(control, wish);
  }
}

/** The options that stand for the rows, or their names where names are typed. */
function related(control: Control, rows: ContentRow[], form: Form): Values[string] | undefined {
  if (control.type === 'hidden') return control.value === '' ? String(rows[0]?.id) : undefined;
  if (control.options.length === 0 && control.type !== 'select') return typedNames(rows, form);
  const chosen = rows.flatMap((row) => {
    const names = Object.values(row.marks);
    const isIt = ({ value, text }: Option): boolean =>
      value === String(row.id) || names.some((name) => value === name || text.trim() === name);
    return control.options.filter(isIt).map(({ value }) => value);
  });
  return chosen.length === 0 ? undefined : control.multiple ? chosen : chosen[0];
}

/** With commas, unless the form shows that it wants `#one #two`. */
const typedNames = (rows: ContentRow[], form: Form): string =>
  /#\w+[\s,]+#\w+/.test(form.text)
    ? rows.map((row) => `#${markOf(row)}`).join(' ')
    : rows.map(markOf).join(', ');

/** A control that means nothing special: left as it is where that will do. */
function plainValue(control: Control, wish: FormWish, field?: ModelField): Values[string] | undefined {
  const wanted = control.required || wish.everything;
  switch (control.type) {
    case 'hidden':
      return undefined;
    case 'select':
    case 'radio':
      return choice(control, wanted);
    case 'checkbox':
      if (control.options.length > 1) return undefined;
      return isPublic(control) ? true : wanted && !isPrivate(control) ? true : undefined;
    case 'file':
      return wanted ? GIF : undefined;
    case 'date':
    case 'datetime-local':
    case 'time':
      return wanted && control.value === '' ? moment(control) : undefined;
    case 'email':
      return wanted || control.value === '' ? (wish.person?.email ?? 'guest@example.com') : undefined;
    case 'url':
      return wanted && control.value === '' ? 'https://example.com/page' : undefined;
    case 'number':
      return wanted && control.value === '' ? atLeastOne(control) : undefined;
    default:
      return wanted && control.value === '' ? typed(control, wish, field) : undefined;
  }
}

function typed(control: Control, { random, person }: FormWish, field?: ModelField): string {
  if (isEmailName(control.name)) return person?.email ?? 'guest@example.com';
  if (field !== undefined && ['date', 'datetime', 'time'].includes(field.kind))
    return moment(control, field.kind);
  if (/date|fecha|datum/i.test(control.name)) return moment(control);
  const value = valuesFor({ ...unknownField(control.name), kind: 'text' }, random, null)[0];
  return cut(String(value ?? `text-${random.word(6)}`), control);
}

/** What is public rather than a draft; else what is chosen already; else the first that says something. */
function choice(control: Control, wanted: boolean): Values[string] | undefined {
  const usable = control.options.filter(({ value, disabled }) => value !== '' && !disabled);
  const published = publicChoice(control);
  if (published !== undefined) return published.value;
  const selected = usable.find((option) => option.selected);
  if (selected !== undefined || !wanted) return undefined;
  return usable[0] === undefined ? undefined : control.multiple ? [usable[0].value] : usable[0].value;
}

const cut = (text: string, { maxLength }: Control): string =>
  maxLength === null ? text : text.slice(0, maxLength);

/** A form may say nothing of what the model takes. */
const tightest = (control: number | null, field: number | null): number | null =>
  control === null || field === null ? (control ?? field) : Math.min(control, field);

/** One line takes a short text, whatever its limit. */
const limitOf = ({ type, maxLength }: Control): number | null =>
  type === 'textarea' ? maxLength : Math.min(maxLength ?? 100, 100);

/** Nothing of something is often refused by rules that the control does not tell. */
const atLeastOne = ({ min }: Control): string => (min !== null && Number(min) > 0 ? min : '1');

/** Now, as the control or the field behind it takes it; what ends does so a day later. */
function moment({ type, name }: Control, kind?: ModelField['kind']): string {
  const iso = new Date(Date.now() + (isEnd(name) ? DAY : -60_000)).toISOString();
  if (type === 'datetime-local') return iso.slice(0, 16);
  if (type === 'date' || kind === 'date') return iso.slice(0, 10);
  if (type === 'time' || kind === 'time') return iso.slice(11, 16);
  return iso.slice(0, 19).replace('T', ' ');
}
const DAY = 24 * 3600 * 1000;

/** The smallest picture that every library reads; plain ASCII, so that it travels as text. */
const GIF = {
  filename: 'picture.gif',
  type: 'image/gif',
  content:
    'GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000,\u0000\u0000\u0000\u0000\u0001\u0000\u0001\u0000\u0000\u0002\u0002D\u0001\u0000;',
};
