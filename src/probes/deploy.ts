/**
 * `deploy`: the settings that production uses, loaded in a fresh interpreter and asked by Django's own checks. It is told
 * by a process that the learner's code shares, so it describes settings and proves no behaviour.
 */

import type { Deployment } from '../deploy/deployment.ts';
import { type InsecureDefault, insecureDefaults, judgeWarnings, type Warning } from '../deploy/judge.ts';
import type { Outcome } from '../deploy/load.ts';
import { deploymentOfRun } from '../deploy/of-run.ts';
import { evidence } from '../report/evidence.ts';
import type { Evidence } from '../report/schema.ts';
import { evaluate } from '../spec/expect.ts';
import { MISSING } from '../spec/predicates.ts';
import type { DeployStep } from '../spec/steps.ts';
import { type CaseResult, type CheckContext, type Probe, unjudged } from './probe.ts';

export const deploy: Probe<DeployStep> = {
  name: 'deploy',
  async run(step, context) {
    const label = step.title ?? 'the settings of production';
    const deployment = await deploymentOfRun(context);
    if (deployment === null)
      return [unjudged(label, 'unbound', 'No settings module was found that production could use.')];
    const { loaded, error } = deployment.proper;
    if (loaded === null) return [notLoaded(label, deployment, error)];
    const warnings = judgeWarnings(loaded, deployment.production, step.elsewhere ?? []);
    const defaults = insecureDefaults(deployment);
    const counted = warnings.filter(({ counts }) => counts);
    const resolve = (query: string) =>
      query === 'warnings'
        ? counted.map(({ id }) => id)
        : query === 'insecure-defaults'
          ? defaults.map(({ setting }) => setting)
          : MISSING;
    const outcomes = await evaluate(step.expect, resolve);
    const ok = outcomes.every((outcome) => outcome.ok);
    const faults = [...defaults.map(({ summary }) => summary), ...counted.map(({ message }) => message)];
    const said = foundBy(deployment);
    return [
      {
        state: ok ? 'pass' : 'fail',
        label,
        summary: ok
          ? `Django's checks for deployment find nothing that counts in ${deployment.production.module}.`
          : `${faults[0] ?? ''}${faults.length > 1 ? ` ${faults.length - 1} more were found.` : ''}`,
        expected: outcomes.map(({ query, expected }) => `${query}: ${expected}`).join(', '),
        actual: outcomes.map(({ query, actual }) => `${query}: ${actual}`).join(', '),
        evidence: [
          ...defaults.map(evidenceOfDefault),
          ...counted.map((warning) => evidenceOfWarning(warning, context, said)),
          evidence({
            summary: said,
            ok,
            source: 'reported',
            place: deployment.production.why === null ? null : { ...named(deployment), code: null },
            table: tableOf(warnings),
            reproduce: again(deployment),
          }),
        ],
        blockedBy: null,
        resolve,
      },
    ];
  },
};

/** A mistake in the settings themselves is the learner's; what could not be supplied tells nothing. */
function notLoaded(label: string, { production }: Deployment, error: Outcome['error']): CaseResult {
  const frame = error?.frames.findLast(({ learner, line }) => learner && line > 0);
  const why = `${error?.type}: ${error?.message.split('\n')[0]?.slice(0, 300)}`;
  const summary = `${production.module}, which production uses, could not be loaded: ${why}`;
  const mistake = /^(SyntaxError|IndentationError|TabError|NameError|AttributeError)$/.test(
    error?.type ?? '',
  );
  return {
    ...unjudged(label, 'unbound', summary),
    state: mistake ? 'fail' : 'unbound',
    evidence: [
      evidence({
        summary,
        ok: false,
        source: 'reported',
        place: frame === undefined ? null : { file: frame.file, line: frame.line, code: frame.code },
        exception: why,
      }),
    ],
  };
}

const named = ({ production: { why } }: Deployment) => ({ file: why?.file ?? '', line: why?.line ?? 1 });

/** What was loaded and why, and what was supplied for it. */
function foundBy(deployment: Deployment): string {
  const { production, proper, refused } = deployment;
  const { module, why, configuration } = production;
  const told = why === null ? 'the likeliest by its name' : `named in ${why.file}, line ${why.line}`;
  const parts = [
    `Production uses ${module}${configuration === null ? '' : ` (${configuration})`}: ${told}.`,
    refused.length > 0 ? `Without ${refused.join(', ')} it does not start, which is right.` : '',
    proper.supplied.length > 0 ? `Supplied to load it: ${proper.supplied.slice(0, 12).join(', ')}.` : '',
  ];
  return parts.filter(Boolean).join(' ');
}

const evidenceOfDefault = ({ summary, fix, place }: InsecureDefault): Evidence =>
  evidence({
    summary: `${summary} ${fix}`,
    ok: false,
    source: 'reported',
    expected: 'what a server is not told is safe, or it does not start',
    actual: summary,
    place,
  });

const evidenceOfWarning = (
  { id, message, remark, place }: Warning,
  { bound }: CheckContext,
  said: string,
): Evidence =>
  evidence({
    summary: `${id}: ${message} ${remark}`,
    ok: false,
    source: 'reported',
    expected: 'no warning',
    actual: said,
    place,
    finding: {
      tool: `django ${bound.facts.django} check --deploy`,
      rule: id,
      title: message,
      link: 'https://docs.djangoproject.com/en/stable/ref/checks/#security',
      severity: 'medium',
      confidence: 'high',
    },
  });

const tableOf = (warnings: Warning[]): Evidence['table'] =>
  warnings.length === 0
    ? null
    : {
        title: "What Django's checks say",
        columns: ['check', 'says', 'counts', 'why'],
        rows: warnings.map(({ id, message, counts, remark }) => [id, message, counts ? 'yes' : 'no', remark]),
      };

const again = ({ production: { module } }: Deployment): string =>
  `DJANGO_SETTINGS_MODULE=${module} python manage.py check --deploy`;
