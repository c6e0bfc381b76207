/** `submit`: fills a form as a person would, or as an attacker would, sends it, and looks at what came of it. */

import type { BoundContent } from '../bind/site/bound-site.ts';
import { sendForm } from '../bind/site/forms.ts';
import { logIn } from '../bind/site/login.ts';
import { type ContentRow, marksFor } from '../bind/site/rows.ts';
import type { Visit } from '../browse/browser.ts';
import type { Actor } from '../checks/actor.ts';
import { capital } from '../config/capital.ts';
import { evaluate, remembered } from '../spec/expect.ts';
import type { SubmitStep } from '../spec/steps.ts';
import { pageEvidence } from './page-evidence.ts';
import { type CaseResult, type CheckContext, type Probe, unjudged } from './probe.ts';
import {
  actorNamed,
  contentOf,
  type Hindrance,
  isLoose,
  rowsNamed,
  siteOf,
  toolsOf,
  withoutSlot,
} from './site-context.ts';
import { attackOf } from './submit-attack.ts';
import { countOf, type Submitted, submitAnswers, WAITING } from './submit-queries.ts';
import { sendBlind, sendUnseen } from './submit-unseen.ts';
import { submitWords } from './submit-words.ts';
import { variants } from './variants.ts';

export const submit: Probe<SubmitStep> = {
  name: 'submit',
  async run(step, context) {
    const cases: CaseResult[] = [];
    for (const { variant, label } of variants(step, `send ${step.form}`))
      cases.push(await runCase(variant, label, context));
    return cases;
  },
};

async function runCase(step: SubmitStep, label: string, context: CheckContext): Promise<CaseResult> {
  const needed = step.needs === undefined ? 'pass' : context.decided.get(step.needs);
  if (needed !== undefined && needed !== 'pass')
    return unjudged(label, 'blocked', `Not judged: ${step.needs} does not work yet.`, step.needs ?? null);
  const actor = actorNamed(context, step.as);
  if (actor === undefined) return unjudged(label, 'unbound', `There is no actor "${step.as}".`);
  const sent = step.form.includes('.')
    ? await sendContent(step, context, actor)
    : await sendLogin(step, context);
  if (typeof sent === 'string') return unjudged(label, 'unbound', sent);
  if (sent !== null && 'why' in sent) return unjudged(label, 'blocked', sent.why, sent.by);
  if (sent === null) return unjudged(label, 'skipped', 'This does not apply: the form takes no such value.');
  const resolve = remembered(submitAnswers(sent, context));
  const outcomes = await evaluate(step.expect, resolve);
  const ok = outcomes.every((outcome) => outcome.ok);
  const wrong = outcomes.filter((outcome) => !outcome.ok);
  // What no page shows cannot be seen to be harmless.
  if (outcomes.some(({ query, actual }) => query === 'executes' && actual === 'absent'))
    return unjudged(
      label,
      'blocked',
      `${capital(label)}: no page that shows what was written could be opened.`,
      context.opening(step.form) ?? context.opening(`${sent.role}.detail`),
    );
  if (wrong.length === 1 && wrong[0]?.query === 'shown' && wrong[0].actual.includes(WAITING))
    return unjudged(
      label,
      'blocked',
      `${capital(label)}: it waits to be made public, but the admin does not have it.`,
      context.managing(sent.role),
    );
  const summary = `${capital(label)} as ${step.as}: ${submitWords.describe(sent, outcomes)}`;
  const evidence = pageEvidence(
    {
      exchanged: sent.visit.first,
      visit: sent.visit,
      endpoint: sent.endpoint,
      around: Object.values(sent.marks),
    },
    summary,
    outcomes,
    submitWords.query,
  );
  return {
    state: ok ? 'pass' : 'fail',
    label,
    summary,
    expected: evidence.expected,
    actual: evidence.actual,
    evidence: [evidence],
    blockedBy: null,
    resolve,
  };
}

/** A sentence where there is no such form, null where what is asked does not apply to it. */
async function sendContent(
  step: SubmitStep,
  context: CheckContext,
  as: Actor,
): Promise<Submitted | Hindrance | string | null> {
  const role = step.form.split('.')[0] ?? '';
  const content = contentOf(context, role);
  if (content === undefined) return `No model for "${role}" was found in this project.`;
  const loose = isLoose(context, role);
  if (loose !== null) return loose;
  if (content.create === null && content.writer !== null && as.id === null)
    return sendBlind(context, content, content.writer, as, role);
  if (content.create === null) return `No form for "${role}" was found on the pages of this site.`;
  const hindrance = step.slot === undefined ? null : withoutSlot(context, step.slot);
  if (hindrance !== null) return hindrance;
  const tools = toolsOf(context);
  const row = rowsNamed(context, step.target)[0] ?? null;
  const before = await countOf({ content }, context);
  const marks = marksFor(content, tools.random);
  const attack = attackOf(step, context, as, content, marks);
  if (attack === null) return null;
  const wish = {
    as,
    row,
    marks,
    rows: chosenRows(step, context, content),
    change: attack.change,
    readdress: attack.readdress,
    options: { csrf: step.csrf !== 'missing', extra: attack.extra },
  };
  const sent =
    (await sendForm(tools, content.create, wish)) ?? (await sendUnseen(context, content.create, wish));
  return sent === null
    ? `The form for "${role}" could not be opened.`
    : { ...sent, content, row, as, endpoint: content.create.endpoint, role, before };
}

/** The rows that are chosen or typed, under the slot that takes such rows. */
function chosenRows(
  { send }: SubmitStep,
  context: CheckContext,
  content: BoundContent,
): Record<string, ContentRow[]> {
  const chosen: Record<string, ContentRow[]> = {};
  for (const row of (send?.rows ?? []).flatMap((id) => rowsNamed(context, id))) {
    const slot = Object.entries(content.spec.slots).find(
      ([, { kind, to }]) => kind === 'many' && to === row.role,
    )?.[0];
    if (slot !== undefined) chosen[slot] = [...(chosen[slot] ?? []), row];
  }
  return chosen;
}

async function sendLogin(step: SubmitStep, context: CheckContext): Promise<Submitted | string> {
  const login = siteOf(context)?.login;
  const person = Object.values(context.bound.actors)[0]?.person;
  if (login == null || person == null) return 'No page with a form to log in was found.';
  const tools = toolsOf(context);
  const browser = await tools.visitor();
  const visit: Visit | null = await logIn(tools, browser, login.path, person, {
    csrf: step.csrf !== 'missing',
  });
  if (visit === null) return 'The form to log in could not be opened.';
  return {
    visit,
    values: {},
    marks: {},
    taken: [],
    content: null,
    row: null,
    as: browser.actor,
    endpoint: login.endpoint,
    role: 'login',
    before: null,
  };
}
