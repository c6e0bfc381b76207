/** The pages that show what was written: its own or that of the row it belongs to, and the list. */
import type { Key } from '../app/instance.ts';
import { visitDetail } from '../bind/site/detail.ts';
import { readList } from '../bind/site/list.ts';
import { release } from '../bind/site/release.ts';
import { type ContentRow, publish } from '../bind/site/rows.ts';
import { shownByScript } from '../bind/site/script-data.ts';
import type { Visit } from '../browse/browser.ts';
import { type Actor, anonymous } from '../checks/actor.ts';
import { holds } from '../http/answer.ts';
import type { CheckContext } from './probe.ts';
import { contentOf, toolsOf } from './site-context.ts';
import type { Submitted } from './submit-queries.ts';

export interface Shown {
  /** where a reader finds it */
  pages: Visit[];
  /** where it should be found it is */
  found: boolean;
  /** true: it waits for somebody to make it public, and nobody can, because the admin does not have it */
  waiting?: boolean;
}

/** The address of a page that is not there may stand in its complaint. */
const shows = ({ last, page }: Visit, mark: string): boolean =>
  (last.reply.status ?? 500) < 400 && holds(page.text, mark);

export async function whereShown(
  id: Key,
  values: Record<string, unknown>,
  sent: Submitted,
  context: CheckContext,
): Promise<Shown> {
  const { content, role, as, marks, row, visit } = sent;
  if (content === null) return { pages: [], found: false };
  const tools = toolsOf(context);
  const author = as.id === null ? (Object.values(context.bound.actors)[0] ?? as) : as;
  const own: ContentRow = { role, owner: author, id, marks, values, onto: null };
  const mark = Object.values(marks)[0] ?? '';
  const parentRole = Object.values(content.spec.slots).find(({ kind }) => kind === 'one')?.to;
  const parent = parentRole === undefined ? undefined : contentOf(context, parentRole);
  const look = (viewer: Actor): Promise<Shown> =>
    parent !== undefined && row !== null ? lookUnder(viewer) : lookAlone(viewer);

  const lookUnder = async (viewer: Actor): Promise<Shown> => {
    const page = parent === undefined || row === null ? null : await visitDetail(tools, parent, row, viewer);
    if (page === null || parent === undefined || row === null) return { pages: [], found: false };
    const loaded = await shownByScript(tools, context.bound.site?.contents ?? {}, parent, row, page, viewer);
    const found = shows(page, mark) || holds(loaded, mark);
    return { pages: found ? [page] : [], found };
  };
  const lookAlone = async (viewer: Actor): Promise<Shown> => {
    const detail = await visitDetail(tools, content, own, viewer);
    const pages = detail !== null && shows(detail, mark) ? [detail] : [];
    // Whoever may open it without an account sees it; a list that leaves it out fails as a list.
    let listed = (content.lists.length === 0 || viewer.id === null) && pages.length > 0;
    for (const list of content.lists) {
      const reading = await readList(tools, list, viewer, [mark]);
      const holding = reading.pages.filter((one) => shows(one, mark));
      pages.push(...holding);
      listed ||= holding.length > 0;
    }
    return { pages, found: listed };
  };

  let first = await look(anonymous());
  if (!first.found) first = await look(author);
  if (first.found) return first;
  // A draft, or what waits for approval: made public as the site lets its author or its staff do it.
  const page = await visitDetail(tools, content, own, author);
  const staff = context.bound.site?.staff ?? author;
  const seen = page === null ? [visit] : [visit, page];
  if (!(await release(tools, { content, id, author, staff, seen }))) {
    const inAdmin = tools.facts.admin.models.some(({ model }) => model === content.model.label);
    if (inAdmin) return first;
    await publish(tools, content, id);
    return { ...first, waiting: (await look(anonymous())).found };
  }
  for (const viewer of [anonymous(), author]) {
    const after = await look(viewer);
    // What was made public and has a page of its own may stand on a list that is made later.
    if (after.found || after.pages.length > 0) return { ...after, found: true };
  }
  return first;
}
