/** `attack`: one kind of weakness, tried everywhere that the survey found. */

import type { Weakness } from '../attack/attack.ts';
import { ATTACKERS } from '../attack/attacks.ts';
import { siteTools } from '../bind/site/tools.ts';
import { capital } from '../config/capital.ts';
import { productionHeaders } from '../deploy/of-run.ts';
import { evidence } from '../report/evidence.ts';
import type { Evidence } from '../report/schema.ts';
import { evaluate } from '../spec/expect.ts';
import { MISSING } from '../spec/predicates.ts';
import type { AttackStep } from '../spec/steps.ts';
import { type Probe, unjudged } from './probe.ts';
import { reproduce } from './reproduce.ts';

const MOST_SHOWN = 8;
const SHOWN_BODY = 1_500;
const BEFORE = 300;

export const attack: Probe<AttackStep> = {
  name: 'attack',
  async run(step, context) {
    const label = step.title ?? `attack: ${step.attack}`;
    const { surface, facts } = context.bound;
    if (surface === null)
      return [
        unjudged(
          label,
          'unbound',
          'Nobody can sign up or log in, and no answer shows what the app has stored: whether it is safe cannot be told.',
        ),
      ];
    const tools = siteTools(context.session, facts, context.random);
    const { tried, weaknesses, table } = await ATTACKERS[step.attack]({
      surface,
      tools,
      random: context.random,
      production: () => productionHeaders(context),
    });
    if (tried === null && weaknesses.length === 0)
      return [
        unjudged(label, 'skipped', `${capital(label)}: this app has nothing that could be attacked so.`),
      ];
    const resolve = (query: string) =>
      query === 'weaknesses' ? weaknesses.map(({ summary }) => summary) : MISSING;
    const ok = (await evaluate(step.expect, resolve)).every((outcome) => outcome.ok);
    const clean = `${capital(label)}: nothing got through (${tried}).`;
    const [first] = weaknesses;
    const more = weaknesses.length > 1 ? ` ${weaknesses.length - 1} more were found.` : '';
    const told = weaknesses.slice(0, MOST_SHOWN).map(evidenceOf);
    const drawn =
      table === undefined ? [] : [evidence({ summary: table.title, ok, source: 'observed', table })];
    return [
      {
        state: ok ? 'pass' : 'fail',
        label,
        summary: first === undefined ? clean : `${first.summary}${more}`,
        expected: 'nothing gets through',
        actual: first?.summary ?? 'nothing got through',
        evidence: [
          ...drawn,
          ...(told.length > 0 ? told : [evidence({ summary: clean, ok: true, source: 'observed' })]),
        ],
        blockedBy: null,
        resolve,
      },
    ];
  },
};

const evidenceOf = ({ summary, expected, actual, danger, fix, proof, place, around }: Weakness): Evidence =>
  evidence({
    summary,
    ok: false,
    advice: `${danger} ${fix}`,
    source: 'observed',
    expected,
    actual,
    exchange: { ...proof.exchange, responseBody: excerpt(proof.reply.body, around) },
    place,
    exception: proof.exception,
    reproduce: reproduce(proof.exchange),
  });

/** Where the point lies in a long page, its surroundings instead of its beginning. */
function excerpt(body: string, around = ''): string {
  const at = around === '' ? 0 : Math.max(0, body.indexOf(around) - BEFORE);
  const cut = body.slice(at, at + SHOWN_BODY);
  return `${at > 0 ? '… ' : ''}${cut}${at + SHOWN_BODY < body.length ? ' …' : ''}`;
}
