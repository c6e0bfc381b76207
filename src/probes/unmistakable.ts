/**
 * Whether two rows with the same text can be told apart by a slot, as a visitor would find out: by writing both. Where
 * that is not possible, by what the model says, or makes of two rows inside the app.
 */
import { makeMarker } from '../bind/random.ts';
import type { BoundContent } from '../bind/site/bound-site.ts';
import { newRow, sendForm } from '../bind/site/forms.ts';
import { marksFor } from '../bind/site/rows.ts';
import { MISSING, type Value } from '../spec/predicates.ts';
import type { CheckContext } from './probe.ts';
import { toolsOf } from './site-context.ts';

export async function unmistakable(
  slot: string,
  content: BoundContent,
  context: CheckContext,
): Promise<Value> {
  const { model, slots, detail } = content;
  const field = slots[slot]?.field;
  if (field === undefined) return MISSING;
  if (field.unique) return true;
  const params = detail?.endpoint?.params ?? [];
  // The address holds something else that differs from row to row.
  if (params.some(({ name, constant }) => constant === null && /^(pk|id|uuid)$|_(id|pk)$/.test(name)))
    return true;
  const written = await writeTwice(slot, content, context);
  if (written !== null) return written;
  if (field.uniqueFor !== null || model.unique.some((together) => together.includes(field.name))) return true;
  const title = titleOf(slot, content);
  if (title === undefined) return false;
  const values = { [title.field.name]: makeMarker(context.random) };
  const user = Object.values(context.bound.actors)[0]?.id ?? null;
  const twins = await context.session.instance
    .call('rows.twins', { model: model.label, values, field: field.name, user })
    .catch(() => null);
  return twins === null ? MISSING : !twins.shared;
}

const titleOf = (slot: string, { slots, spec }: BoundContent) =>
  Object.entries(slots).find(([name]) => name !== slot && spec.slots[name]?.kind === 'text')?.[1];

/** True where the second one is refused or gets another value; null where the form does not work. */
async function writeTwice(
  slot: string,
  content: BoundContent,
  context: CheckContext,
): Promise<boolean | null> {
  const tools = toolsOf(context);
  const as = Object.values(context.bound.actors)[0];
  const title = Object.keys(content.slots).find((name) => content.spec.slots[name]?.kind === 'text');
  if (as === undefined || title === undefined || content.create?.confirmed !== true) return null;
  const first = marksFor(content, tools.random);
  const second = { ...marksFor(content, tools.random), [title]: first[title] as string };
  const found: Record<string, unknown>[] = [];
  for (const marks of [first, second]) {
    await sendForm(tools, content.create, { as, row: null, marks });
    const { [title]: _, ...others } = marks;
    const row = await newRow(tools, content, others);
    if (row === null) return found.length > 0 ? true : null;
    found.push(row.values);
  }
  const field = content.slots[slot]?.field.name as string;
  return found[0]?.[field] !== found[1]?.[field];
}
