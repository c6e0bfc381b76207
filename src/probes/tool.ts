/** `tool`: an established tool over the files, in a version and configuration of ours. */

import { capital } from '../config/capital.ts';
import { evidence } from '../report/evidence.ts';
import type { Evidence } from '../report/schema.ts';
import { evaluate } from '../spec/expect.ts';
import { MISSING } from '../spec/predicates.ts';
import type { ToolStep } from '../spec/steps.ts';
import type { ToolFinding, ToolReport } from '../tools/tool.ts';
import type { CaseResult, Written } from './probe.ts';

const MOST_SHOWN = 12;
const MOST_NOTED = 6;

export const tool = {
  name: 'tool' as const,
  async run(step: ToolStep, { toolbox, decided }: Written): Promise<CaseResult[]> {
    const report = await toolbox.report(step.tool);
    const all = report.findings.map((finding) => elsewhere(finding, step, decided));
    const counting = all.filter(({ counts }) => counts);
    const resolve = (query: string) =>
      query === 'findings'
        ? counting.map(({ summary }) => summary)
        : query === 'unexplained'
          ? counting.filter(({ unexplained }) => unexplained).map(({ summary }) => summary)
          : MISSING;
    const ok = (await evaluate(step.expect, resolve)).every((outcome) => outcome.ok);
    const label = step.title ?? step.tool;
    const summary = sentence(label, report, all, counting);
    return [
      {
        state: stateOf(ok, report),
        label,
        summary: ok ? (report.blocked ?? report.problems[0] ?? report.unknown ?? summary) : summary,
        expected: 'no finding that counts',
        actual: summary,
        evidence: evidenceOf(report, all, counting, summary),
        blockedBy: ok && report.blocked !== null ? 'start' : null,
        resolve,
      },
    ];
  },
};

/** What was found counts; nothing found is clean only where everything was read. */
function stateOf(ok: boolean, { blocked, problems, unknown }: ToolReport): CaseResult['state'] {
  if (!ok) return 'fail';
  if (blocked !== null) return 'blocked';
  if (problems.length > 0) return 'error';
  return unknown === null ? 'pass' : 'unbound';
}

/** A weakness that a requirement has proven already is not held against the learner twice. */
function elsewhere(finding: ToolFinding, step: ToolStep, decided: Written['decided']): ToolFinding {
  const other = Object.entries(step.elsewhere ?? {}).find(([, rules]) => rules.includes(finding.rule))?.[0];
  return finding.counts && other !== undefined && decided.get(other) === 'fail'
    ? { ...finding, counts: false, why: `counted under ${other}` }
    : finding;
}

function sentence(label: string, { read }: ToolReport, all: ToolFinding[], counting: ToolFinding[]): string {
  const [first] = counting;
  const more = counting.length > 1 ? ` ${counting.length - 1} more count.` : '';
  if (first !== undefined) return `${first.summary}${more}`;
  const noted = all.length === 0 ? '' : ` ${all.length} that do not count are shown.`;
  return `${capital(label)}: nothing that counts in ${read}.${noted}`;
}

/** Findings that count, each by itself; the others in a table; then what a reader should know. */
function evidenceOf(
  report: ToolReport,
  all: ToolFinding[],
  counting: ToolFinding[],
  summary: string,
): Evidence[] {
  const { problems, unknown, notes } = report;
  const noted = all.filter(({ counts }) => !counts);
  const clean = counting.length === 0 && problems.length === 0 && unknown === null;
  const left = counting.length - MOST_SHOWN;
  return [
    ...counting.slice(0, MOST_SHOWN).map((finding) => told(finding, report)),
    ...(left > 0 ? [said(`${left} more findings count; the command shows them all.`, false)] : []),
    ...problems.slice(0, MOST_NOTED).map((problem) => said(problem, false)),
    ...(unknown === null ? [] : [said(unknown, false)]),
    ...(clean ? [said(summary, true, report.reproduce)] : []),
    ...(noted.length > 0 ? [shown(noted)] : []),
    ...notes.slice(0, MOST_NOTED).map((note) => said(note, true)),
  ];
}

const told = (
  { summary, place, tool: name, rule, title, link, severity, confidence, reproduce }: ToolFinding,
  report: ToolReport,
): Evidence =>
  evidence({
    summary,
    ok: false,
    source: 'parsed',
    place,
    finding: { tool: name, rule, title, link, severity, confidence },
    reproduce: reproduce ?? report.reproduce,
  });

const said = (summary: string, ok: boolean, reproduce: string | null = null): Evidence =>
  evidence({ summary, ok, source: 'parsed', reproduce });

function shown(noted: ToolFinding[]): Evidence {
  const rows = noted.slice(0, MOST_SHOWN).map(({ rule, title, place, severity, why }) => {
    const where = place === null ? '' : `${place.file}:${place.line}`;
    return [rule, title, where, severity ?? '', why ?? ''];
  });
  const more = noted.length > rows.length ? `, the first ${rows.length}` : '';
  return evidence({
    summary: `Found and not counted: ${noted.length}${more}.`,
    ok: true,
    source: 'parsed',
    table: { title: 'Not counted', columns: ['rule', 'what', 'where', 'severity', 'why not'], rows },
  });
}
