/**
 * SARIF 2.1.0 for code scanning and editors: what is not as expected and has a line of the learner's. A rule is a requirement, or
 * the rule of the tool that found it. GitHub takes 25,000 results of a run and shows 5,000, and 1,024 characters of a title
 * (https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
 */
import type { Log, ReportingDescriptor, Result } from 'sarif';
import { json, plain, plainLines } from './boundary.ts';
import { ownPath } from './own-path.ts';
import type { Evidence, Finding, Place, Report, RequirementResult } from './schema.ts';

const MOST_RESULTS = 5_000;
const LONGEST_TITLE = 1_000;

export function renderSarif(report: Report): string {
  const found = [...ofProblem(report), ...report.requirements.flatMap(ofRequirement)].slice(0, MOST_RESULTS);
  const rules = [...new Map(found.map(({ rule }) => [rule.id, rule])).values()];
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Milepost', version: plain(report.milepost.version, { max: 40 }), rules } },
        // Several exercises of one repository are told apart by it.
        automationDetails: { id: `milepost/${plain(report.exercise.id, { max: 100 })}/` },
        invocations: [
          {
            executionSuccessful: report.outcome === 'completed' || report.outcome === 'no-app',
            startTimeUtc: report.startedAt,
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: found.map(({ rule, result }) => ({ ...result, ruleIndex: indexes.get(rule.id) })),
      },
    ],
  };
  return `${json(log)}\n`;
}

interface Found {
  rule: ReportingDescriptor;
  result: Result;
}

function ofProblem({ problem }: Report): Found[] {
  if (problem === null || problem.place === null) return [];
  const rule = { id: 'milepost/start', shortDescription: { text: 'The app starts' } };
  return resultOf(rule, 'error', problem.message, problem.place);
}

function ofRequirement(requirement: RequirementResult): Found[] {
  return requirement.evidence.flatMap((evidence) => {
    if (evidence.ok || evidence.place === null) return [];
    const { finding } = evidence;
    return finding === undefined
      ? resultOf(
          requirementRule(requirement),
          levelOf(requirement),
          messageOf(evidence, requirement),
          evidence.place,
        )
      : resultOf(
          toolRule(finding),
          LEVELS[finding.severity ?? 'medium'],
          messageOf(evidence, requirement),
          evidence.place,
        );
  });
}

function resultOf(rule: ReportingDescriptor, level: Result['level'], message: string, place: Place): Found[] {
  const path = ownPath(place.file);
  if (path === null) return [];
  const snippet = place.code === null ? undefined : { text: plainLines(place.code, { max: 1_000 }) };
  const location = {
    physicalLocation: {
      artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
      region: { startLine: place.line, ...(snippet && { snippet }) },
    },
  };
  const text = plainLines(message, { max: 4_000 });
  return [{ rule, result: { ruleId: rule.id, level, message: { text }, locations: [location] } }];
}

function requirementRule({ id, title, hint }: RequirementResult): ReportingDescriptor {
  return {
    id: `milepost/${plain(id, { max: 200 })}`,
    shortDescription: { text: plain(title, { max: LONGEST_TITLE }) },
    ...(hint === null ? {} : { help: { text: plainLines(hint, { max: 2_000 }) } }),
  };
}

function toolRule({ tool, rule, title, link, severity, confidence }: Finding): ReportingDescriptor {
  const name = plain(tool, { max: 60 }).split(' ')[0] ?? '';
  const helpUri = link !== null && URL.canParse(link) && link.startsWith('https://') ? link : undefined;
  return {
    id: `${name}/${plain(rule, { max: 200 })}`,
    shortDescription: { text: plain(title, { max: LONGEST_TITLE }) },
    ...(helpUri && { helpUri }),
    properties: {
      tags: ['security'],
      ...(severity && { 'security-severity': SECURITY_SEVERITY[severity] }),
      ...(confidence && { precision: confidence }),
    },
  };
}

/** GitHub makes its own four words of these numbers. */
const SECURITY_SEVERITY = { low: '2.0', medium: '5.5', high: '8.0', critical: '9.5' };
const LEVELS = { low: 'note', medium: 'warning', high: 'error', critical: 'error' } as const;

function levelOf({ state, advice }: RequirementResult): Result['level'] {
  if (advice) return 'note';
  return state === 'fail' ? 'error' : 'warning';
}

function messageOf({ summary, expected, actual, exception }: Evidence, { hint }: RequirementResult): string {
  return [
    summary,
    exception,
    expected === null ? null : `Expected: ${expected}`,
    actual === null ? null : `Got: ${actual}`,
    hint === null ? null : `What to do: ${hint}`,
  ]
    .filter((part) => part !== null)
    .join('\n');
}
