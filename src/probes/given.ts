/** `given`: a row for the steps that follow, of an actor, with a marker by which it is recognised. */
import { makeMarker } from '../bind/random.ts';
import { giveRow } from '../bind/rows.ts';
import { type ContentRow, giveContent } from '../bind/site/rows.ts';
import type { GivenStep } from '../spec/steps.ts';
import { working } from './call-plan.ts';
import { type CaseResult, type CheckContext, type Probe, unjudged } from './probe.ts';
import { contentOf, isLoose, rowsNamed, toolsOf } from './site-context.ts';

export const given: Probe<GivenStep> = {
  name: 'given',
  async run(step, context) {
    if (context.bound.site !== null) return givenContent(step, context);
    const resource = context.bound.resources[step.row];
    const owner = context.bound.actors[step.of];
    if (resource === undefined || owner === undefined)
      return [unjudged(step.id, 'unbound', `No model for "${step.row}" was found in this project.`)];
    const row = await giveRow(context.session, resource, owner, makeMarker(context.random));
    if (row === null)
      return [
        unjudged(
          step.id,
          'blocked',
          `No ${resource.model.name} could be made for the test, neither through the app nor inside it.`,
          working(context, `${step.row}.create`),
        ),
      ];
    context.rows.set(step.id, row);
    return [];
  },
};

const MORE_THAN_A_PAGE = 12;
const MOST = 40;

/** A row that is shown on pages, or several of them. */
async function givenContent(step: GivenStep, context: CheckContext): Promise<CaseResult[]> {
  const content = contentOf(context, step.row);
  const owner = context.bound.actors[step.of];
  if (content === undefined || owner === undefined)
    return step.optional
      ? []
      : [unjudged(step.id, 'unbound', `No model for "${step.row}" was found in this project.`)];
  if (step.markup && content.create !== null) {
    context.contents.set(step.id, []);
    return [];
  }
  const loose = step.under === undefined ? null : isLoose(context, step.row);
  if (loose !== null) return step.optional ? [] : [unjudged(step.id, 'blocked', loose.why, loose.by)];
  const around = (id: string | undefined) => {
    const [row] = rowsNamed(context, id);
    const other = row === undefined ? undefined : contentOf(context, row.role);
    return row === undefined || other === undefined ? null : { row, content: other };
  };
  const size = content.lists[0]?.endpoint.route.pagination?.size ?? MORE_THAN_A_PAGE - 2;
  const count = step.count === 'page' ? Math.min(size + 2, MOST) : (step.count ?? 1);
  const rows: ContentRow[] = [];
  for (let made = 0; made < count; made += 1) {
    const row = await giveContent(toolsOf(context), {
      role: step.row,
      content,
      owner,
      daysOld: step['days-old'],
      markup: step.markup,
      under: around(step.under),
      onto: around(step.onto),
    });
    if (row !== null) rows.push(row);
  }
  if (rows.length < count)
    return step.optional
      ? []
      : [
          unjudged(
            step.id,
            'blocked',
            `No ${content.model.name} could be made for the test inside the app.`,
            'start',
          ),
        ];
  context.contents.set(step.id, rows);
  return [];
}
