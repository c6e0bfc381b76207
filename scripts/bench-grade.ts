/**
 * How fast is a grade, and how much of that is the engine and the app? Everything is measured in one run on this machine.
 *
 *   npm run bench -- [--rounds 5]
 *
 * The floor (scripts/proof/floor.ts) sends again what a grade sent to Docker and to the app, and nothing else.
 * Exit code 1: a goal is missed.
 */
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import type { Report } from '../src/report/schema.ts';
import { argumentsOf } from './proof/arguments.ts';
import { bundledFloor } from './proof/bundled-floor.ts';
import { milliseconds, timed, toEngineCalls } from './proof/clock.ts';
import { frozenCli, gradeBuilt } from './proof/grade-built.ts';
import { stageTimes } from './proof/stage-times.ts';
import { workingCopy } from './proof/working-copy.ts';

const values = argumentsOf(import.meta.filename, {
  exercise: { type: 'string', default: 'todo-api' },
  rounds: { type: 'string', default: '5' },
  dist: { type: 'string', default: 'dist' },
});
const GOALS = { ratio: 1.25, push: 5000, start: 150, memory: 250 };

const scratch = await mkdtemp(join(tmpdir(), 'bench-'));
try {
  process.exitCode = await main();
} finally {
  await rm(scratch, { recursive: true, force: true });
}

async function main(): Promise<number> {
  const cli = await frozenCli(scratch, values.dist);
  const { exercise } = values;
  const isFirst = exercise === 'todo-api';
  const repository = await workingCopy(join('fixtures', exercise, 'reference'), join(scratch, 'repository'));
  const grade = (engine: string, env?: Record<string, string>) =>
    gradeBuilt({ cli, repository, exercise, engine, out: join(scratch, 'out'), seed: 1, env });

  const first = await grade('docker');
  const wire = join(scratch, 'wire.json');
  const recorder = `--import=${resolve('scripts/proof/wire-recorder.ts')}`;
  await grade('docker', { NODE_OPTIONS: recorder, MILEPOST_WIRE_LOG: wire });

  const [grades, floors, reports, memories]: [number[], number[], Report[], number[]] = [[], [], [], []];
  const floorScript = await bundledFloor(scratch);
  let answers = '';
  // By turns, so that what else the machine does hits both.
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const graded = await grade('docker');
    grades.push(graded.milliseconds);
    reports.push(graded.report);
    memories.push(graded.peakMb);
    const floor = await timed(() => execa(process.execPath, [floorScript, wire], { timeout: 120_000 }));
    floors.push(floor.milliseconds);
    answers = sameAnswers(floor.result.stdout);
  }
  await appendFile(join(repository, 'config/urls.py'), '\n# a push that changes only code\n');
  const push = await grade('docker');
  await grade('process');
  const onProcess = await grade('process');
  const start = await toEngineCalls(resolve(scratch, 'dist/action.js'), scratch);

  // The fastest of each is what this machine can do when nothing else disturbs it.
  const [warm, floor] = [Math.min(...grades), Math.min(...floors)];
  const rows: [string, string, string, boolean][] = [
    ['warm grade, Docker', milliseconds(warm), '', true],
    ['floor: the same engine calls and requests', milliseconds(floor), '', true],
    ['ratio', (warm / floor).toFixed(2), `≤ ${GOALS.ratio}`, warm / floor <= GOALS.ratio],
    [
      'a push that changes only code',
      milliseconds(push.milliseconds),
      // An audit sends ten times as many requests: its goal is the ratio.
      isFirst ? '≤ 5 s' : '',
      !isFirst || push.milliseconds <= GOALS.push,
    ],
    [
      'action start to its first call of the engine, over `node -e 0`',
      milliseconds(start.asked),
      `≤ ${GOALS.start} ms`,
      start.asked <= GOALS.start,
    ],
    [
      'action start to its second call: exercise and repository are read',
      milliseconds(start.working),
      '',
      true,
    ],
    [
      'memory of the grader',
      `${Math.max(...memories).toFixed(0)} MB`,
      `≤ ${GOALS.memory} MB`,
      Math.max(...memories) <= GOALS.memory,
    ],
    ['first grade of this bench, Docker', milliseconds(first.milliseconds), '', true],
    ['warm grade, process engine', milliseconds(onProcess.milliseconds), '', true],
  ];
  const processors = cpus();
  console.log(
    `${processors.length} × ${processors[0]?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.version}, the fastest of ${values.rounds} rounds\n`,
  );
  console.log('| | measured | goal | |\n| --- | ---: | ---: | --- |');
  for (const [what, measured, goal, met] of rows)
    console.log(`| ${what} | ${measured} | ${goal} | ${goal === '' ? '' : met ? '✓' : '✗ missed'} |`);
  console.log(`\n${answers}\n\n${stageTimes(reports)}`);
  return rows.every(([, , , met]) => met) ? 0 : 1;
}

/** A floor that gets other answers than the grade did would be no floor. */
function sameAnswers(output: string): string {
  const { same, different } = JSON.parse(output) as { same: number; different: number };
  if (different * 50 > same)
    throw new Error(`the floor got other answers than the grade: ${different} of ${same + different}`);
  return `The floor sent ${same + different} requests to the app; ${same} were answered with the status of the grade.`;
}
