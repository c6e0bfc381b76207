/** `admin`: the admin as a superuser sees it. */

import type { BoundContent } from '../bind/site/bound-site.ts';
import { markOf } from '../bind/site/rows.ts';
import type { Browser, Visit } from '../browse/browser.ts';
import { capital } from '../config/capital.ts';
import { evaluate } from '../spec/expect.ts';
import { MISSING, type Value } from '../spec/predicates.ts';
import type { AdminStep } from '../spec/steps.ts';
import { type AdminModel, has, look } from './admin-look.ts';
import { pageEvidence } from './page-evidence.ts';
import { type CaseResult, type CheckContext, type Probe, unjudged } from './probe.ts';
import { contentOf, hindered, rowsNamed, siteOf, toolsOf, withoutSlot } from './site-context.ts';

export const admin: Probe<AdminStep> = {
  name: 'admin',
  async run(step, context) {
    const label = step.title ?? `the admin of ${step.of}`;
    const content = contentOf(context, step.of);
    const site = siteOf(context);
    if (content === undefined || site === null)
      return [unjudged(label, 'unbound', `No model for "${step.of}" was found in this project.`)];
    const hindrance = step.slot === undefined ? null : withoutSlot(context, step.slot);
    if (hindrance !== null) return [hindered(label, hindrance)];
    const browser = await toolsOf(context).browser(site.staff);
    return [await runCase(step, label, context, content, browser)];
  },
};

async function runCase(
  step: AdminStep,
  label: string,
  context: CheckContext,
  content: BoundContent,
  browser: Browser,
): Promise<CaseResult> {
  const { admin: known } = context.bound.facts;
  const registered = known.models.find(({ model }) => model === content.model.label);
  const inline = known.models.find(({ inlines }) => inlines.includes(content.model.label));
  const name = content.model.name;
  if (registered === undefined && inline === undefined) {
    const where =
      known.sites.length === 0
        ? 'the admin has no URL in this project'
        : `${name} is not registered in the admin`;
    const summary = `${capital(label)}: ${where}.`;
    // Whoever asks whether it is there at all is told no; what stands on it cannot be judged.
    return 'managed' in step.expect
      ? {
          ...unjudged(label, 'skipped', summary),
          state: 'fail',
          resolve: (query) => (query === 'managed' ? false : MISSING),
        }
      : unjudged(label, 'blocked', summary, context.managing(step.of));
  }
  const looked = await look(
    step,
    context,
    content,
    registered ?? (inline as AdminModel),
    registered === undefined,
    browser,
  );
  const last = looked.visits.at(-1) as Visit;
  // The grader's own account was not let in: that says nothing about the learner's work.
  if (/\/login\/\?/.test(last.url)) throw new Error('no account for the admin could be made in this app');
  const resolve = (query: string, argument: string): Value => {
    switch (query) {
      case 'status':
        return Math.max(...looked.visits.map(({ last: { reply } }) => reply.status ?? 599));
      case 'crashed':
        return looked.visits.some(({ last: { reply } }) => (reply.status ?? 500) >= 500);
      case 'managed':
        return looked.managed;
      case 'finds': {
        const [row] = rowsNamed(context, argument);
        return row === undefined ? MISSING : has(looked.rows, row);
      }
      case 'filter':
        return looked.filter ?? MISSING;
      default:
        return MISSING;
    }
  };
  const outcomes = await evaluate(step.expect, resolve);
  const ok = outcomes.every((outcome) => outcome.ok);
  const summary = `${capital(label)}: ${looked.summary}`;
  const evidence = pageEvidence(
    {
      exchanged: last.last,
      visit: last,
      endpoint: null,
      around: [...context.contents.values()].flat().map(markOf),
    },
    summary,
    outcomes,
    (query) =>
      query
        .replace(/^finds (.*)/, '"$1" is found')
        .replace(/^filter$/, 'a filter that does this')
        .replace(/^managed$/, 'it can be managed'),
  );
  const place = (registered ?? inline)?.place ?? null;
  return {
    state: ok ? 'pass' : 'fail',
    label,
    summary,
    expected: evidence.expected,
    actual: evidence.actual,
    evidence: [{ ...evidence, place: ok || place === null ? evidence.place : { ...place, code: null } }],
    blockedBy: null,
    resolve,
  };
}
