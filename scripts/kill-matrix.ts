/**
 * Grades the reference, every layout and every mutant with the built command line and holds the verdicts to one
 * rule: a base passes everything, a mutant fails the requirement that it names and nothing unrelated.
 *
 *   npm run kill-matrix -- [--exercise ID] [--base NAME] [--mutant NAME] [--bases] [--sample N] [--engine process|docker] [--jobs N]
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../src/report/schema.ts';
import { osvServer } from '../tests/tools/osv-server.ts';
import { argumentsOf } from './proof/arguments.ts';
import { type Base, basesOf, type Mutant, mutantsOf } from './proof/fixtures.ts';
import { frozenCli, gradeBuilt } from './proof/grade-built.ts';
import { type MatrixRow, markdownMatrix, textMatrix } from './proof/matrix.ts';
import { sideBySide } from './proof/side-by-side.ts';
import { stageTimes } from './proof/stage-times.ts';
import { countedOf, openIn, violationsOf } from './proof/verdict.ts';
import { workingCopy } from './proof/working-copy.ts';

const values = argumentsOf(import.meta.filename, {
  exercise: { type: 'string', default: 'todo-api' },
  base: { type: 'string', multiple: true },
  mutant: { type: 'string', multiple: true },
  /** the applications that must pass everything, without the mutants */
  bases: { type: 'boolean', default: false },
  /** so many mutants of each requirement, from different bases */
  sample: { type: 'string' },
  engine: { type: 'string', default: 'process' },
  dist: { type: 'string', default: 'dist' },
  jobs: { type: 'string', default: String(availableParallelism()) },
});

interface Case {
  base: Base;
  mutant: Mutant | null;
}

const scratch = await mkdtemp(join(tmpdir(), 'kill-matrix-'));
const started = performance.now();
// Advisories as OSV tells them: the same today and tomorrow, with a network and without.
const advisories = await osvServer();
/** What no mutant of a base can pass either. */
const leftOpen = new Map<string, string[]>();
let cli = '';
try {
  process.exitCode = await main();
} finally {
  await advisories.close();
  await rm(scratch, { recursive: true, force: true });
}

async function main(): Promise<number> {
  if (!existsSync(join('graders', `${values.exercise}.yml`))) {
    console.error(`There is no graders/${values.exercise}.yml.`);
    return 2;
  }
  cli = await frozenCli(scratch, values.dist);
  const [spec, built] = await Promise.all(
    ['.', values.dist].map((folder) => readFile(join(folder, 'graders', `${values.exercise}.yml`), 'utf8')),
  );
  if (values.dist === 'dist' && spec !== built) {
    console.error(`dist/ holds another graders/${values.exercise}.yml: run \`npm run build\` first.`);
    return 2;
  }
  const { cases, whole } = await chosenCases();
  const bases = cases.filter((one) => one.mutant === null);
  const mutants = cases.filter((one) => one.mutant !== null);
  console.log(
    `${bases.length} bases and ${mutants.length} mutants, ${values.jobs} at once, engine ${values.engine}`,
  );
  // The bases first: each installs what its mutants then share.
  const first = await sideBySide(bases, Number(values.jobs), gradeCase);
  const rest = await sideBySide(mutants, Number(values.jobs), gradeCase);
  const graded = [...first, ...rest].sort((a, b) => cases.indexOf(a.one) - cases.indexOf(b.one));
  const rows = graded.map(({ row }) => row);
  const reports = graded.flatMap(({ report }) => (report === null ? [] : [report]));
  const requirements = [...new Set(reports.flatMap((report) => countedOf(report).map((one) => one.id)))];

  const gaps = whole ? gapsOf(mutants, requirements, bases.length - 1) : [];
  const broken = rows.filter((row) => row.violations.length > 0);
  const closing = `${rows.length - broken.length} of ${rows.length} apps are graded as they must be (${bases.length} without a fault, ${mutants.length} mutants).`;
  console.log(`\n${textMatrix(rows, requirements)}\n\n${stageTimes(reports)}\n`);
  for (const row of broken) console.log(violationText(row));
  for (const gap of gaps) console.log(gap);
  if (whole && values.engine === 'process') {
    await mkdir('docs/kill-matrix', { recursive: true });
    await writeFile(`docs/kill-matrix/${values.exercise}.md`, markdownMatrix(rows, requirements, closing));
  }
  console.log(`${closing} ${Math.round((performance.now() - started) / 1000)} s`);
  return broken.length + gaps.length > 0 ? 1 : 0;
}

async function chosenCases(): Promise<{ cases: Case[]; whole: boolean }> {
  const bases = await basesOf(values.exercise);
  const mutants = values.bases ? [] : sampled(await mutantsOf(values.exercise, bases));
  const wanted = (base: Base): boolean => values.base === undefined || values.base.includes(base.name);
  const cases = bases
    .filter(wanted)
    .flatMap((base) => [
      { base, mutant: null },
      ...mutants
        .filter(
          (one) => one.base === base && (values.mutant === undefined || values.mutant.includes(one.name)),
        )
        .map((mutant) => ({ base, mutant })),
    ]);
  const needed = cases.filter(
    (one) =>
      one.mutant !== null ||
      values.mutant === undefined ||
      cases.some((other) => other.base === one.base && other.mutant !== null),
  );
  if (needed.length === 0) throw new Error('no fixture has that name');
  const all = [values.base, values.mutant, values.sample].every((one) => one === undefined) && !values.bases;
  return { cases: needed, whole: all };
}

/** So many of each requirement, each of another base as far as there are some, and the next requirement begins at the next base. */
function sampled(mutants: Mutant[]): Mutant[] {
  const most = Number(values.sample ?? Number.POSITIVE_INFINITY);
  if (!(most >= 1)) throw new Error('--sample must be 1 or more');
  const bases = [...new Set(mutants.map(({ base }) => base))];
  const requirements = [...new Set(mutants.map(({ breaks }) => breaks))].sort();
  const chosen = requirements.flatMap((breaks, turn) => {
    const order = bases.map((_, index) => bases[(index + turn) % bases.length]);
    const columns = order.map((base) => mutants.filter((one) => one.base === base && one.breaks === breaks));
    const rows = Math.max(...columns.map(({ length }) => length));
    const byTurns = Array.from({ length: rows }, (_, row) => columns.flatMap((column) => column[row] ?? []));
    return byTurns.flat().slice(0, most);
  });
  return mutants.filter((one) => chosen.includes(one));
}

async function gradeCase(one: Case) {
  const { base, mutant } = one;
  const name = mutant === null ? base.name : `${base.name}--${mutant.name}`;
  const row: MatrixRow = {
    base: base.name,
    mutant: mutant?.name ?? null,
    breaks: mutant?.breaks ?? null,
    wrongWay: mutant?.wrongWay ?? null,
    states: {},
    violations: [],
  };
  let report: Report | null = null;
  try {
    const repository = await workingCopy(base.folder, join(scratch, name), mutant?.patch, mutant?.history);
    const out = join(scratch, `${name}.report`);
    const call = {
      cli,
      repository,
      exercise: values.exercise,
      engine: values.engine,
      out,
      seed: 1,
      env: { MILEPOST_OSV_URL: advisories.url() },
    };
    ({ report } = await gradeBuilt(call));
    for (const result of report.requirements) row.states[result.id] = result.state;
    if (mutant === null) leftOpen.set(base.name, openIn(report, base.name === 'reference'));
    const leeway = { also: mutant?.also ?? [], open: leftOpen.get(base.name) ?? [] };
    row.violations = violationsOf(report, row.breaks, leeway);
  } catch (error) {
    row.violations = [{ requirement: '-', message: String(error) }];
  }
  await rm(join(scratch, name), { recursive: true, force: true });
  const time = report === null ? '' : ` ${((report.timings.total ?? 0) / 1000).toFixed(1)} s`;
  console.log(`${row.violations.length > 0 ? '✗' : '✓'} ${name}${time}`);
  for (const found of row.violations) console.log(`    ${found.requirement} ${found.message}`);
  return { one, row, report };
}

/** Each counted requirement has a mutant of the reference and of two other layouts at least, where there are so many. */
function gapsOf(mutants: Case[], requirements: string[], layouts: number): string[] {
  return requirements.flatMap((id) => {
    const bases = new Set(mutants.filter((one) => one.mutant?.breaks === id).map((one) => one.base.name));
    const enough = bases.has('reference') && bases.size >= Math.min(3, 1 + layouts);
    return enough ? [] : [`${id}: has mutants of ${[...bases].join(', ') || 'no base'} only`];
  });
}

function violationText(row: MatrixRow): string {
  return [
    `✗ ${row.base}${row.mutant === null ? '' : `/${row.mutant} (breaks ${row.breaks}: ${row.wrongWay})`}`,
    ...row.violations.map((one) => `    ${one.requirement} ${one.message}`),
  ].join('\n');
}
