/**
 * Grades repositories that people have labelled, and compares: how often do our verdicts agree with theirs?
 *
 *   npm run agreement -- --labels FILE --sources DIR --exercise ID [--engine auto|docker|process] [--jobs N] [--repo OWNER/NAME]
 *
 * FILE holds a JSON object per line (repo, commit, exercise, labels), DIR a clone of each repository as
 * `owner+name` or `owner/name`. Exit code 1: a labelled repository could not be graded at all.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argumentsOf } from './proof/arguments.ts';
import { agreementTable, type Comparison, compare } from './proof/comparison.ts';
import { frozenCli, gradeBuilt } from './proof/grade-built.ts';
import { type Labelled, readLabels } from './proof/labels.ts';
import { sideBySide } from './proof/side-by-side.ts';
import { sourceAt } from './proof/source-at.ts';

const values = argumentsOf(import.meta.filename, {
  labels: { type: 'string' },
  sources: { type: 'string' },
  exercise: { type: 'string' },
  engine: { type: 'string', default: 'auto' },
  repo: { type: 'string', multiple: true },
  dist: { type: 'string', default: 'dist' },
  out: { type: 'string' },
  jobs: { type: 'string', default: '1' },
});
const { labels, sources, exercise } = values;
if (labels === undefined || sources === undefined || exercise === undefined) {
  console.error('Usage: npm run agreement -- --labels FILE --sources DIR --exercise ID');
  process.exit(2);
}

const scratch = await mkdtemp(join(tmpdir(), 'agreement-'));
try {
  process.exitCode = await main(labels, sources, exercise);
} finally {
  await rm(scratch, { recursive: true, force: true });
}

async function main(file: string, folder: string, id: string): Promise<number> {
  const all = await readLabels(file, id);
  const labelled = all.filter((one) => values.repo === undefined || values.repo.includes(one.repo));
  const cli = await frozenCli(scratch, values.dist);
  let ungraded = 0;
  const compared = await sideBySide(labelled, Number(values.jobs), async (one) => {
    const { report, problem, seconds } = await gradeOne(one, cli, folder);
    if (report === null) ungraded += 1;
    const comparisons = compare(one, report, problem);
    const agreed = comparisons.filter(({ outcome }) => outcome === 'agree').length;
    console.log(`${one.repo}: ${agreed} of ${comparisons.length} agree, ${seconds.toFixed(0)} s ${problem}`);
    return comparisons;
  });
  const comparisons = compared.flat();
  const differences = comparisons.filter(({ outcome }) => outcome !== 'agree');
  console.log(`\n${agreementTable(comparisons)}\n\n${differences.length} differences`);
  for (const one of differences) console.log(differenceText(one));
  return ungraded > 0 ? 1 : 0;
}

async function gradeOne(one: Labelled, cli: string, folder: string) {
  const started = performance.now();
  const name = one.repo.replace('/', '+');
  const seconds = (): number => (performance.now() - started) / 1000;
  try {
    const repository = await sourceAt(one, folder, scratch);
    const out = join(values.out ?? scratch, `${name}.report`);
    const call = { cli, repository, exercise: one.exercise, engine: values.engine, out };
    const { report } = await gradeBuilt(call);
    const problem = report.problem === null ? '' : `${report.outcome}: ${report.problem.message}`;
    return { report, problem, seconds: seconds() };
  } catch (error) {
    return { report: null, problem: `not graded: ${String(error)}`, seconds: seconds() };
  }
}

function differenceText(one: Comparison): string {
  return [
    `${one.outcome.padEnd(12)} ${one.repo} ${one.requirement}`,
    `    label ${one.label}`,
    `    ours  ${one.ours}`,
  ].join('\n');
}
