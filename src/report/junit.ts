/**
 * JUnit XML for other tools. Only a requirement that was tried and does not work is a failure, only a broken grader is
 * an error. Whatever was not judged is skipped, with the reason in its text: a tool that shows no text still does not
 * show it as passed. A run that judged nothing has an error of its own, so that no tool can show it as green.
 */
import junitReportBuilder, { type Builder } from 'junit-report-builder';
import { xml } from './boundary.ts';
import { evidenceText } from './evidence-text.ts';
import type { Report, RequirementResult } from './schema.ts';
import { number, stateWords } from './words.ts';

/** Its types describe another module format than the one that it is published in. */
const builder = junitReportBuilder as unknown as Builder;

type Suite = ReturnType<Builder['testSuite']>;

export function renderJUnit(report: Report): string {
  const reportBuilder = builder.newBuilder().name('Milepost');
  const suite = reportBuilder.testSuite().name(line(report.exercise.title));
  suite.timestamp(report.startedAt.slice(0, 19));
  suite.time(inSeconds(report.requirements.reduce((sum, r) => sum + r.milliseconds, 0)));
  for (const [name, value] of properties(report)) suite.property(name, line(value));
  addRun(suite, report);
  const stopped = report.outcome === 'stopped';
  const skipped = report.requirements.filter((requirement) =>
    addRequirement(suite, requirement, report.exercise.id, stopped),
  );
  const reasons = skipped.map((one) => (stopped ? one.reason : skipReason(one)));
  return withSkipReasons(reportBuilder.build(), reasons);
}

function properties(report: Report): [string, string][] {
  const { score } = report;
  return [
    ['exercise', report.exercise.id],
    ['outcome', report.outcome],
    ['engine', report.engine],
    ['seed', String(report.seed)],
    ['score.earned', number(score.earned)],
    ['score.judged', number(score.judged)],
    ['score.possible', number(score.possible)],
  ];
}

/** What stopped the run as a test of its own, where something did. */
function addRun(suite: Suite, report: Report): void {
  const judged = report.requirements.some((r) => r.state === 'pass' || r.state === 'fail');
  if (report.outcome === 'completed' && judged) return;
  const { problem } = report;
  const text = [
    problem === null ? null : `${problem.stage}: ${problem.message}`,
    problem?.place ? `${problem.place.file}:${problem.place.line}  ${problem.place.code ?? ''}` : null,
    problem?.log ?? null,
  ];
  const test = suite.testCase().className(line(report.exercise.id)).time(0);
  if (report.outcome === 'no-app') {
    test.name('The app starts').failure(line(problem?.message ?? 'The app did not start.'), 'no-app');
    test.stacktrace(xml(text.filter((part) => part !== null).join('\n')) || 'The app did not start.');
    return;
  }
  test
    .name('The grading finished')
    .error(
      line(problem?.message ?? 'Nothing could be judged.'),
      report.outcome,
      xml(text.filter((part) => part !== null).join('\n')),
    );
}

/** Adds the test; true: as skipped. */
function addRequirement(
  suite: Suite,
  requirement: RequirementResult,
  exerciseId: string,
  stopped: boolean,
): boolean {
  const { state, advice } = requirement;
  const title = advice ? `${requirement.title} (advice)` : requirement.title;
  const test = suite
    .testCase()
    .className(line(exerciseId))
    .name(line(title))
    .time(inSeconds(requirement.milliseconds));
  if (stopped) {
    test.skipped();
    return true;
  }
  const text = xml(evidenceText(requirement));
  if (state === 'fail' && !advice) test.failure(line(requirement.reason), state).stacktrace(text);
  else if (state === 'error') test.error(line(requirement.reason), state, text);
  else test.standardOutput(text);
  const skipped = state !== 'pass' && state !== 'error' && (state !== 'fail' || advice);
  if (skipped) test.skipped();
  return skipped;
}

function skipReason({ state, reason, advice }: RequirementResult): string {
  return advice && state === 'fail' ? `Advice: ${reason}` : `${stateWords[state].word}: ${reason}`;
}

/**
 * The builder writes no reason for a skipped test, and an attribute on the root that the Jenkins schema does not know.
 * What the learner wrote cannot be mistaken for an empty `skipped` element: it stands in CDATA or is escaped.
 */
function withSkipReasons(document: string, reasons: string[]): string {
  const left = [...reasons];
  return document
    .replace(/^(<\?xml[^>]*>\s*<testsuites[^>]*?) skipped="\d+"/, '$1')
    .replace(/<!\[CDATA\[[\s\S]*?\]\]>|<skipped\/>/g, (found) =>
      found === '<skipped/>' ? `<skipped>${escapeXml(line(left.shift() ?? ''))}</skipped>` : found,
    );
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function line(text: string): string {
  return xml(text, { max: 500 }).replace(/\s+/g, ' ');
}

function inSeconds(milliseconds: number): number {
  return Math.round(milliseconds) / 1000;
}
