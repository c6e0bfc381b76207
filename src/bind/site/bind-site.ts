/** From the roles of an exercise about pages to the pages, forms and people of this site; each confirmed by using it. */
import type { ModelField } from '../../app/facts.ts';
import type { Actor } from '../../checks/actor.ts';
import { anonymous } from '../../checks/actor.ts';
import type { ExerciseSpec } from '../../spec/schema.ts';
import { endpointFor, type Mapping } from '../configured.ts';
import { mentions, openParams, splitWords } from '../endpoint.ts';
import type { BoundContent, BoundSite } from './bound-site.ts';
import { findBy } from './by.ts';
import { findDetail } from './detail.ts';
import { findCreate, findUnder } from './find-form.ts';
import { findLists } from './list.ts';
import { findLogin, findSignUp } from './login.ts';
import { contentModels } from './models.ts';
import { makePeople, makeStaff, promote, somebody } from './people.ts';
import { type ContentRow, giveContent } from './rows.ts';
import { scriptedCandidates } from './scripted.ts';
import type { SiteTools } from './tools.ts';

export interface BindSite {
  tools: SiteTools;
  spec: ExerciseSpec;
  mapping: Mapping;
  progress(message: string): void;
}

/** Rows that the list is recognised by: more than a sidebar of the newest shows. */
const ROWS = 7;

export async function bindSite({
  tools,
  spec,
  mapping,
  progress,
}: BindSite): Promise<{ site: BoundSite; actors: Record<string, Actor> }> {
  progress('signing a new user up');
  const { found: signUp, person } = await findSignUp(tools);
  progress('logging in');
  const login = await findLogin(tools, person ?? (await somebody(tools)));
  const actors = await makePeople(tools, spec.actors, { login, signUp });
  const staff = await makeStaff(tools);
  const contents: Record<string, BoundContent> = {};
  for (const [name, content] of Object.entries(contentModels(tools.facts, spec, mapping)))
    contents[name] = { ...content, lists: [], detail: null, create: null, writer: null, by: {} };
  await furnish(tools, contents);
  const site: BoundSite = { contents, absent: absentRoles(spec, contents), login, signUp, staff };
  const [first, second = first] = Object.values(actors);
  if (first === undefined || second === undefined) return { site, actors };
  for (const [role, content] of Object.entries(contents)) {
    if (parentOf(content, contents) !== null) continue;
    // What is attached to something else (a label) has no pages of its own to look for.
    if (Object.values(contents).some((other) => other !== content && leadsTo(other, role))) continue;
    progress(`looking for the pages of ${role}`);
    await bindPages(tools, role, content, { first, staff, people: actors, contents, mapping });
  }
  for (const [role, content] of Object.entries(contents)) {
    const parent = parentOf(content, contents);
    if (parent === null) continue;
    progress(`looking for the form of ${role}`);
    const row = await giveContent(tools, { role: parent.role, content: parent.content, owner: first });
    // Some sites let nobody answer to what they wrote themselves.
    if (row !== null)
      content.create = await findUnder(tools, content, parent.content, row, [second, anonymous(), staff]);
  }
  return { site, actors };
}

interface Around {
  first: Actor;
  staff: Actor;
  people: Record<string, Actor>;
  contents: Record<string, BoundContent>;
  /** what `.milepost.yml` maps goes before every guess */
  mapping: Mapping;
}

async function bindPages(
  tools: SiteTools,
  role: string,
  content: BoundContent,
  { first, staff, people, contents, mapping }: Around,
): Promise<void> {
  const rows: ContentRow[] = [];
  for (let index = 0; index < ROWS; index += 1) {
    const row = await giveContent(tools, { role, content, owner: first });
    if (row !== null) rows.push(row);
  }
  const visitors = [anonymous(), first];
  content.lists = await findLists(tools, content, rows, visitors);
  if (content.lists.length === 0 && rows.length > 0) {
    // A page may have been cached before the rows were there: a new process has nothing in its cache.
    await tools.session.renew();
    content.lists = await findLists(tools, content, rows, visitors);
  }
  const mapped = endpointFor(mapping[`${role}.list`], tools.facts);
  if (mapped !== null) content.lists = [{ endpoint: mapped, as: first, shown: 0 }];
  const row = rows.at(-1);
  if (row !== undefined) content.detail = await findDetail(tools, content, row, content.lists, visitors);
  const detail = endpointFor(mapping[`${role}.detail`], tools.facts);
  if (detail !== null) content.detail = { way: 'fill', endpoint: detail, as: first, confirmed: false };
  content.create = await findCreate(
    tools,
    content,
    [first, staff],
    endpointFor(mapping[`${role}.create`], tools.facts),
  );
  if (content.create === null)
    content.writer =
      scriptedCandidates(tools, content).find((endpoint) => openParams(endpoint).length === 0) ?? null;
  if (content.create?.as === staff) await promote(tools, people);
  for (const [slot, { to, kind }] of Object.entries(content.spec.slots)) {
    const label = to === undefined ? undefined : contents[to];
    if (
      kind !== 'many' ||
      to === undefined ||
      label === undefined ||
      content.slots[slot] === undefined ||
      row === undefined
    )
      continue;
    const attached = await giveContent(tools, {
      role: to,
      content: label,
      owner: first,
      onto: { row, content },
    });
    const found =
      attached === null ? null : await findBy(tools, content, label, { label: attached, row }, visitors);
    if (found !== null) content.by[to] = found;
  }
}

const MOST_MODELS = 30;

/**
 * A site that its author has lived with has categories to choose from, a row of settings, a menu. On an empty database
 * every page may crash, or a form ask for what there is not: one row is made of every model that stands for itself.
 */
async function furnish({ session, facts }: SiteTools, contents: Record<string, BoundContent>): Promise<void> {
  const bound = new Set(Object.values(contents).map(({ model }) => model.label));
  const isTheirs = ({ kind, related, null: optional }: ModelField): boolean =>
    kind === 'relation' && !optional && (related === facts.user.model || bound.has(related ?? ''));
  const others = facts.models.filter(
    ({ learner, label, fields }) =>
      learner && label !== facts.user.model && !bound.has(label) && !fields.some(isTheirs),
  );
  for (const { label, fields } of others.slice(0, MOST_MODELS)) {
    const { count } = await session.instance.call('rows.count', { model: label }).catch(() => ({ count: 1 }));
    if (count > 0) continue;
    const shown = fields.filter(
      ({ kind, name }) => kind === 'boolean' && /show|active|publish|enable|visible/i.test(name),
    );
    const values = Object.fromEntries(shown.map(({ name }) => [name, true]));
    await session.instance.call('rows.create', { model: label, values, user: null }).catch(() => null);
  }
}

function absentRoles(spec: ExerciseSpec, contents: Record<string, BoundContent>): string[] {
  const names = Object.values(contents).flatMap(({ model }) =>
    model.fields.map((field) => splitWords(field.name)),
  );
  return Object.entries(spec.roles).flatMap(([name, role]) => {
    if (role.role !== 'content' || contents[name] !== undefined) return [];
    return names.some((words) => mentions(words, [name, ...role.words])) ? [] : [name];
  });
}

const leadsTo = ({ spec }: BoundContent, role: string): boolean =>
  Object.values(spec.slots).some(({ kind, to }) => kind === 'many' && to === role);

function parentOf(
  content: BoundContent,
  contents: Record<string, BoundContent>,
): { role: string; content: BoundContent } | null {
  const role = Object.values(content.spec.slots).find(({ kind }) => kind === 'one')?.to;
  const parent = role === undefined ? undefined : contents[role];
  return role === undefined || parent === undefined ? null : { role, content: parent };
}
