/**
 * Grades one app again and again, each time with another seed: its states must be the same every time.
 *
 *   npm run stability -- [--runs 20] [--base reference] [--engine process|docker] [--jobs N]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Report, STATES, type State } from '../src/report/schema.ts';
import { osvServer } from '../tests/tools/osv-server.ts';
import { argumentsOf } from './proof/arguments.ts';
import { basesOf } from './proof/fixtures.ts';
import { frozenCli, gradeBuilt } from './proof/grade-built.ts';
import { sideBySide } from './proof/side-by-side.ts';
import { stageTimes } from './proof/stage-times.ts';
import { openIn, violationsOf } from './proof/verdict.ts';

const values = argumentsOf(import.meta.filename, {
  exercise: { type: 'string', default: 'todo-api' },
  base: { type: 'string', default: 'reference' },
  engine: { type: 'string', default: 'process' },
  runs: { type: 'string', default: '20' },
  dist: { type: 'string', default: 'dist' },
  jobs: { type: 'string', default: String(availableParallelism()) },
});

const scratch = await mkdtemp(join(tmpdir(), 'stability-'));
const advisories = await osvServer();
try {
  process.exitCode = await main();
} finally {
  await advisories.close();
  await rm(scratch, { recursive: true, force: true });
}

async function main(): Promise<number> {
  const base = (await basesOf(values.exercise)).find((one) => one.name === values.base);
  if (base === undefined) throw new Error(`there is no fixture "${values.base}"`);
  const cli = await frozenCli(scratch, values.dist);
  const runs = Number(values.runs);
  if (!(runs >= 2)) throw new Error('--runs must be 2 or more');
  const grade = async (seed: number): Promise<Report> => {
    const { exercise, engine } = values;
    const out = join(scratch, String(seed));
    const env = { MILEPOST_OSV_URL: advisories.url() };
    const { report } = await gradeBuilt({ cli, repository: base.folder, exercise, engine, out, seed, env });
    console.log(`seed ${seed}: ${((report.timings.total ?? 0) / 1000).toFixed(1)} s ${statesOf(report)}`);
    return report;
  };
  const seeds = Array.from({ length: runs }, (_, index) => 1000 + index * 7919);
  const first = await grade(seeds[0] as number);
  const reports = [first, ...(await sideBySide(seeds.slice(1), Number(values.jobs), grade))];

  const kinds = new Set(reports.map(statesOf));
  const wrong = violationsOf(first, null, { open: openIn(first, values.base === 'reference') });
  for (const one of wrong) console.log(`✗ ${one.requirement} ${one.message}`);
  console.log(`\n${stageTimes(reports)}\n`);
  console.log(
    `${runs} grades of ${base.name} with ${runs} seeds: ${kinds.size === 1 ? 'identical states' : `${kinds.size} different results`}`,
  );
  return kinds.size === 1 && wrong.length === 0 ? 0 : 1;
}

function statesOf(report: Report): string {
  if (report.outcome !== 'completed') return `${report.outcome}: ${report.problem?.message}`;
  const some = (state: State) => report.requirements.filter((one) => one.state === state);
  return STATES.filter((state) => some(state).length > 0)
    .map(
      (state) =>
        `${state}: ${some(state)
          .map((one) => one.id)
          .join(' ')}`,
    )
    .join('; ');
}
