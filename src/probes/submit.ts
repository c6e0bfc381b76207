/** `submit`: fills a form as a person would, or as an attacker would, sends it, and looks at what came of it. */

import type { Endpoint } from '../bind/endpoint.ts';
import type { BoundContent } from '../bind/site/bound-site.ts';
import { controlSlots } from '../bind/site/controls.ts';
import { fillForm } from '../bind/site/fill-form.ts';
import { type FoundForm, formOn, type Sent, sendForm } from '../bind/site/forms.ts';
import { logIn } from '../bind/site/login.ts';
import { type ContentRow, marksFor } from '../bind/site/rows.ts';
import { formOf } from '../bind/site/scripted.ts';
import type { Visit } from '../browse/browser.ts';
import { isCsrf } from '../browse/browser.ts';
import type { Actor } from '../checks/actor.ts';
import type { Values } from '../html/fill.ts';
import type { Form } from '../html/page.ts';
import { evaluate } from '../spec/expect.ts';
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
import { countOf, type Submitted, submitAnswers, WAITING } from './submit-queries.ts';
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
  const resolve = submitAnswers(sent, context);
  const outcomes = await evaluate(step.expect, resolve);
  const ok = outcomes.every((outcome) => outcome.ok);
  const wrong = outcomes.filter((outcome) => !outcome.ok);
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
  const hindrance =
    isLoose(context, role) ?? (step.slot === undefined ? null : withoutSlot(context, step.slot));
  if (hindrance !== null) return hindrance;
  if (content.create === null && content.writer !== null && as.id === null)
    return sendBlind(context, content, content.writer, as, role);
  if (content.create === null) return `No form for "${role}" was found on the pages of this site.`;
  const tools = toolsOf(context);
  const row = rowsNamed(context, step.target)[0] ?? null;
  const before = await countOf({ content }, context);
  const marks = marksFor(content, tools.random);
  const attack = attackOf(step, context, content, marks);
  if (attack === null) return null;
  const wish = {
    as,
    row,
    marks,
    rows: chosenRows(step, context, content),
    change: attack.change,
    options: { csrf: step.csrf !== 'missing', extra: attack.extra },
  };
  const sent =
    (await sendForm(tools, content.create, wish)) ?? (await sendUnseen(context, content.create, wish));
  return sent === null
    ? `The form for "${role}" could not be opened.`
    : { ...sent, content, row, as, endpoint: content.create.endpoint, role, before };
}

/** No page shows the form, but the view is there: that a visitor is turned away can be seen all the same. */
async function sendBlind(
  context: CheckContext,
  content: BoundContent,
  writer: Endpoint,
  as: Actor,
  role: string,
): Promise<Submitted> {
  const tools = toolsOf(context);
  const browser = await tools.browser(as);
  const token = await visitorsToken(context, browser);
  const marks = marksFor(content, tools.random);
  const form = { ...formOf(writer, writer.path) };
  const values = fillForm(form, content, {
    marks,
    person: null,
    random: tools.random,
    rows: {},
    everything: true,
  });
  const from = await browser.visit(writer.path);
  const visit = await browser.submit(from, form, values, { extra: [['csrfmiddlewaretoken', token]] });
  return { visit, values, marks, taken: [], content, row: null, as, endpoint: writer, role, before: null };
}

interface Attack {
  change(values: Values, form: Form): Values;
  extra: [string, string][];
}

/** What is changed in a form that is filled well. */
function attackOf(
  { send }: SubmitStep,
  context: CheckContext,
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
  if (send.markup) {
    const kindOf = (slot: string): string => content.spec.slots[slot]?.kind ?? '';
    const first = Object.values(marks)[0] ?? '';
    const text = (slot: string): string =>
      kindOf(slot) === 'many' || kindOf(slot) === 'person'
        ? `<script>'${first}'</script>`
        : markup(marks[slot] ?? '', content.slots[slot]?.field.maxLength ?? null);
    return {
      ...none,
      change: (values, form) => {
        const typed = carrying(form).filter(([{ type }]) => ['text', 'textarea', 'search'].includes(type));
        return replaced(
          values,
          typed,
          (slot) => ['text', 'longtext', 'many', 'person'].includes(kindOf(slot)),
          text,
        );
      },
    };
  }
  if (send.author !== undefined) return inTheNameOf(context.bound.actors[send.author], content);
  return none;
}

/** Short enough for a title of usual length; the image needs no script to be allowed. */
function markup(mark: string, maxLength: number | null): string {
  const both = `${mark}<script>alert("${mark}")</script><img src=x onerror="alert('${mark}')">`;
  return maxLength === null || both.length <= maxLength
    ? both
    : `${mark}<script>'${mark}'</script>`.slice(0, maxLength);
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

/** By the control that the form has for it, and by the keys that the code may read all the same. */
function inTheNameOf(other: Actor | undefined, content: BoundContent): Attack | null {
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
    extra: names.map((name): [string, string] => [name, key]),
  };
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

/**
 * Where the form is shown to others only, what they would send is sent without signing in: a link that is hidden closes
 * nothing. The visitor's own CSRF token goes with it, so that a refusal is one of the view.
 */
async function sendUnseen(
  context: CheckContext,
  found: FoundForm,
  wish: Parameters<typeof sendForm>[2],
): Promise<Sent | null> {
  const tools = toolsOf(context);
  const author = Object.values(context.bound.actors)[0];
  if (author === undefined || wish.as.id !== null) return null;
  const shown = await found.open(tools, author, wish.row);
  const form = shown === null ? null : formOn(shown, found.content);
  if (shown === null || form === null) return null;
  const browser = await tools.browser(wish.as);
  const token = await visitorsToken(context, browser);
  let values: Values = {};
  await sendForm(
    tools,
    { ...found, open: async () => shown },
    {
      ...wish,
      as: { ...wish.as, name: `${wish.as.name}, whose form is not sent` },
      change: (filled, own) => {
        values = wish.change?.(filled, own) ?? filled;
        return values;
      },
      options: { csrf: false },
    },
  );
  const named = form.controls.filter(({ name }) => isCsrf(name)).map(({ name }) => [name, token]);
  const visit = await browser.submit(shown, form, { ...values, ...Object.fromEntries(named) }, wish.options);
  return { visit, values, marks: wish.marks ?? {}, taken: [] };
}

/** The token of a page that everybody may see; any 32 letters that agree with the cookie are a valid one. */
async function visitorsToken(
  context: CheckContext,
  browser: Awaited<ReturnType<ReturnType<typeof toolsOf>['browser']>>,
): Promise<string> {
  const { site } = context.bound.facts;
  const login = siteOf(context)?.login?.path;
  const visit = login === undefined ? null : await browser.visit(login);
  const found = visit?.page.forms.flatMap(({ controls }) => controls).find(({ name }) => isCsrf(name))?.value;
  if (found !== undefined && found !== '') return found;
  const made = 'milepostmilepostmilepostmilepost';
  browser.cookies.set(site.csrfCookie, made);
  return made;
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

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
