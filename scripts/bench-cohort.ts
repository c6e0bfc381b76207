/**
 * How fast is a cohort? Collected from a loopback GitHub, and graded on this machine against the floor: a script that
 * makes the same calls of the engine and the same requests to the apps, so many at once, and nothing else.
 *
 *   npm run bench -- cohort [--artifacts 1000] [--repositories 100] [--jobs N]
 *
 * 0 for one of the two numbers leaves that part out. Exit code 1: a goal is missed.
 */
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import pMap from 'p-map';
import { usualJobs } from '../src/cohort/grade/jobs.ts';
import { cohortSchema } from '../src/cohort/model.ts';
import { readJson } from '../src/cohort/read-file.ts';
import { VERSION } from '../src/version.ts';
import { argumentsOf } from './proof/arguments.ts';
import { bundledFloor } from './proof/bundled-floor.ts';
import { milliseconds, timed } from './proof/clock.ts';
import { bigHub } from './proof/cohort-hub.ts';
import { frozenCli, gradeBuilt, watchMemory } from './proof/grade-built.ts';
import { workingCopy } from './proof/working-copy.ts';

const values = argumentsOf(import.meta.filename, {
  artifacts: { type: 'string', default: '1000' },
  repositories: { type: 'string', default: '100' },
  jobs: { type: 'string', default: String(usualJobs()) },
  exercise: { type: 'string', default: 'todo-api' },
  dist: { type: 'string', default: 'dist' },
});
const GOALS = { throughput: 0.8 };
type Line = [what: string, measured: string, goal: string, met: boolean];

const scratch = await mkdtemp(join(tmpdir(), 'bench-cohort-'));
try {
  const cli = await frozenCli(scratch, values.dist);
  const lines = [...(await collecting(cli)), ...(await grading(cli))];
  console.log(`Milepost ${VERSION}, ${availableParallelism()} processors, Node ${process.version}\n`);
  console.log('| | measured | goal | |\n| --- | ---: | ---: | --- |');
  for (const [what, measured, goal, met] of lines)
    console.log(`| ${what} | ${measured} | ${goal} | ${goal === '' ? '' : met ? '✓' : '✗ missed'} |`);
  process.exitCode = lines.every(([, , , met]) => met) ? 0 : 1;
} finally {
  await rm(scratch, { recursive: true, force: true });
}

async function collecting(cli: string): Promise<Line[]> {
  const count = Number(values.artifacts);
  if (count === 0) return [];
  const api = await bigHub(values.exercise, count);
  const out = join(scratch, 'collected');
  const call = async (): Promise<{ time: number; requests: number; peak: number; results: number }> => {
    const before = api.requests.length;
    const running = execa(
      process.execPath,
      [cli, 'cohort', 'collect', 'org:school/app-', '--out', out, '--action', 'someone/milepost@v1'],
      { env: { GH_TOKEN: 'token', GITHUB_API_URL: api.url }, stdout: 'ignore' },
    );
    const peak = watchMemory(running.pid ?? 0);
    const { milliseconds: time } = await timed(() => running);
    const { learners } = cohortSchema.parse(await readJson(out, 'cohort.json', 2 ** 30));
    const results = learners.filter((one) => one.results[0]?.trust.level === 'verified').length;
    return { time, requests: api.requests.length - before, peak: peak(), results };
  };
  const first = await call();
  const again = await call();
  const { breaches } = api;
  await api.close();
  if (breaches.length > 0) throw new Error(`GitHub would have objected:\n${breaches.slice(0, 5).join('\n')}`);
  const all = first.results === count && again.results === count;
  return [
    [`collecting ${count} artifacts`, milliseconds(first.time), '', true],
    ['its requests', String(first.requests), '', true],
    ['its memory', `${first.peak.toFixed(0)} MB`, '', true],
    ['learners with a verified result', String(first.results), String(count), all],
    ['collecting again, nothing new', milliseconds(again.time), '', true],
    ['its requests, of which none counts', String(again.requests), '', true],
  ];
}

/** By turns, half of the cohort and half of the floor, so that what else the machine does hits both. */
async function grading(cli: string): Promise<Line[]> {
  const count = Number(values.repositories);
  if (count === 0) return [];
  const jobs = Number(values.jobs);
  const { exercise } = values;
  const sources = join(scratch, 'sources');
  const names = Array.from({ length: count }, (_, index) => `learner-${String(index).padStart(4, '0')}`);
  for (const name of names) {
    await workingCopy(join('fixtures', exercise, 'reference'), join(sources, name));
    await appendFile(join(sources, name, 'config/urls.py'), `\n# ${name}\n`);
  }
  const repository = join(sources, names[0] ?? '');
  const out = join(scratch, 'out');
  await gradeBuilt({ cli, repository, exercise, engine: 'docker', out, seed: 1 });
  const wire = join(scratch, 'wire.json');
  const env = {
    NODE_OPTIONS: `--import=${resolve('scripts/proof/wire-recorder.ts')}`,
    MILEPOST_WIRE_LOG: wire,
  };
  await gradeBuilt({ cli, repository, exercise, engine: 'docker', out, seed: 1, env });
  const floor = await bundledFloor(scratch);

  let [graded, played] = [0, 0];
  const half = Math.ceil(count / 2);
  for (const part of [names.slice(0, half), names.slice(half)].filter((one) => one.length > 0)) {
    const floors = await timed(() =>
      pMap(part, () => execa(process.execPath, [floor, wire], { timeout: 120_000 }), { concurrency: jobs }),
    );
    played += floors.milliseconds;
    graded += await gradePart(cli, sources, part, jobs);
  }
  const ratio = played / graded;
  return [
    [`grading ${count} repositories, ${jobs} at once`, milliseconds(graded), '', true],
    ['for one', milliseconds(graded / count), '', true],
    ['floor: the same calls and requests, as many at once', milliseconds(played), '', true],
    [
      'throughput, of that of the floor',
      `${(ratio * 100).toFixed(0)} %`,
      '≥ 80 %',
      ratio >= GOALS.throughput,
    ],
  ];
}

async function gradePart(cli: string, sources: string, names: string[], jobs: number): Promise<number> {
  const list = join(scratch, 'list.csv');
  await rm(list, { force: true });
  await appendFile(
    list,
    `name,folder\n${names.map((name) => `${name},${join(sources, name)}`).join('\n')}\n`,
  );
  const args = ['--exercise', values.exercise, '--engine', 'docker', '--jobs', String(jobs)];
  const out = join(scratch, `graded-${names[0]}`);
  const { milliseconds: time } = await timed(() =>
    execa(process.execPath, [cli, 'cohort', 'grade', list, '--out', out, ...args], {
      env: { CI: '' },
      stdout: 'ignore',
      stderr: 'inherit',
    }),
  );
  const { learners } = cohortSchema.parse(await readJson(out, 'cohort.json', 2 ** 30));
  const results = learners.filter((one) => one.results[0]?.status === 'graded').length;
  if (results !== names.length) throw new Error(`${results} of ${names.length} learners have a result`);
  return time;
}
