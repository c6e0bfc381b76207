/** What is changed in a form that is filled well: faults, markup, somebody else's name. */
import type { BoundContent } from '../bind/site/bound-site.ts';
import { controlSlots } from '../bind/site/controls.ts';
import type { Actor } from '../checks/actor.ts';
import type { Values } from '../html/fill.ts';
import { markup } from '../html/markup.ts';
import type { Form } from '../html/page.ts';
import type { SubmitStep } from '../spec/steps.ts';
import type { CheckContext } from './probe.ts';

export interface Attack {
  change(values: Values, form: Form): Values;
  readdress?(action: string): string;
  extra: [string, string][];
}

/** What is changed in a form that is filled well. */
export function attackOf(
  { send }: SubmitStep,
  context: CheckContext,
  as: Actor,
  content: BoundContent,
  marks: Record<string, string>,
): Attack | null {
  const none: Attack = { change: (values) => values, extra: [] };
  if (send === undefined) return none;
  const carrying = (form: Form) => [...controlSlots(form, content)];
  if (send.fault === 'empty')
    return {
      ...none,
      change: (values, form) => ({
        ...values,
        ...Object.fromEntries(
          carrying(form)
            .filter(([{ type }]) => type !== 'hidden')
            .map(([{ name }]) => [name, '']),
        ),
      }),
    };
  if (send.fault === 'overlong') {
    const slot = send.slot ?? '';
    const limit = content.slots[slot]?.field.maxLength;
    if (limit === null || limit === undefined) return null;
    const text = `${marks[slot] ?? ''}${'x'.repeat(limit + 40)}`;
    return {
      ...none,
      change: (values, form) =>
        replaced(
          values,
          carrying(form),
          (name) => name === slot,
          () => text,
        ),
    };
  }
  if (send.markup !== undefined) {
    const kinds = send.markup === 'labels' ? ['many'] : ['text', 'longtext', 'person'];
    const kindOf = (slot: string): string => content.spec.slots[slot]?.kind ?? '';
    const first = Object.values(marks)[0] ?? '';
    const text = (slot: string): string =>
      kindOf(slot) === 'many' || kindOf(slot) === 'person'
        ? `<svg onload="x='${first}'">`
        : markup(marks[slot] ?? '', content.slots[slot]?.field.maxLength ?? null);
    const typed = (form: Form) =>
      carrying(form).filter(
        ([{ type }, slot]) => ['text', 'textarea', 'search'].includes(type) && kinds.includes(kindOf(slot)),
      );
    return { ...none, change: (values, form) => replaced(values, typed(form), () => true, text) };
  }
  if (send.author !== undefined) return inTheNameOf(context.bound.actors[send.author], as, content);
  return none;
}

function replaced(
  values: Values,
  carrying: [{ name: string }, string][],
  wanted: (slot: string) => boolean,
  text: (slot: string) => string,
): Values {
  const changes = carrying.filter(([, slot]) => wanted(slot)).map(([{ name }, slot]) => [name, text(slot)]);
  return { ...values, ...Object.fromEntries(changes) };
}

/** By the control that the form has for it, by the keys that the code may read all the same, and by the address. */
function inTheNameOf(other: Actor | undefined, as: Actor, content: BoundContent): Attack | null {
  const slot = Object.entries(content.spec.slots).find(
    ([, { kind }]) => kind === 'user' || kind === 'person',
  )?.[0];
  const field = slot === undefined ? undefined : content.slots[slot]?.field.name;
  if (other === undefined || other.id === null || field === undefined) return null;
  const key = String(other.id);
  const names = [...new Set([field, `${field}_id`, 'author', 'user'])];
  return {
    change: (values, form) => {
      const used = form.controls.filter(({ name }) => names.includes(name)).map(({ name }) => [name, key]);
      return { ...values, ...Object.fromEntries(used) };
    },
    readdress: (action) =>
      action
        .split('/')
        .map((part) =>
          part === String(as.id)
            ? key
            : part === as.person?.username
              ? (other.person?.username ?? part)
              : part,
        )
        .join('/'),
    extra: names.map((name): [string, string] => [name, key]),
  };
}
