/**
 * The processes that grade: one learner at a time in each, so that whatever happens to it, the others go on. A process that
 * is through with a learner takes the next one. Each is in a group of its own, so that Ctrl-C reaches it once, through us,
 * and it has the time to remove what it started.
 */
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { formatOwner, ownerOf } from '../../engines/docker/owner.ts';
import { plain } from '../../report/boundary.ts';
import type { Report } from '../../report/schema.ts';
import { UnusableFile } from '../read-file.ts';
import { readReport } from '../stored-report.ts';
import type { GradeMessage, GradeRequest } from './messages.ts';

export interface GradersOptions {
  /** Folder for their reports, their notes and whatever they leave. */
  scratch: string;
  /** For one learner. */
  minutes: number;
  signal: AbortSignal;
}

export interface Assignment extends Omit<GradeRequest, 'out'> {
  /** Name for its files. */
  key: string;
  /** Called with each stage that it reaches. */
  stage: (name: string) => void;
}

export type Graded = { report: Report } | { why: string; trouble: boolean };

export interface Graders {
  grade(assignment: Assignment): Promise<Graded>;
  end(): Promise<void>;
}

/** A new process now and then: what it holds on to does not grow with the cohort. */
const LEARNERS_OF_ONE = 25;

type Answer = Exclude<GradeMessage, { stage: string }> | { ended: string } | { timedOut: true };

export function gradersOf({ scratch, minutes, signal }: GradersOptions): Graders {
  const idle: GraderProcess[] = [];
  return {
    async grade({ key, stage, ...request }) {
      const out = join(scratch, 'reports', key);
      const note = join(scratch, 'running', key);
      await rm(out, { recursive: true, force: true });
      await Promise.all([out, dirname(note)].map((folder) => mkdir(folder, { recursive: true })));
      const grader = idle.pop() ?? startGrader(signal);
      try {
        await writeFile(note, grader.owner);
        const answer = await grader.ask({ ...request, out }, minutes, stage);
        signal.throwIfAborted();
        const graded = await gradedBy(answer, out, minutes);
        const fit = 'report' in graded || !graded.trouble;
        if (fit && grader.isAlive() && grader.asked() < LEARNERS_OF_ONE) idle.push(grader);
        else await grader.end();
        return graded;
      } catch (error) {
        await grader.end();
        throw error;
      } finally {
        await rm(note, { force: true });
        await rm(out, { recursive: true, force: true });
      }
    },
    end: async () => void (await Promise.all(idle.splice(0).map((grader) => grader.end()))),
  };
}

interface GraderProcess {
  /** Who it is, for the one who finds it left behind. */
  owner: string;
  ask(request: GradeRequest, minutes: number, stage: (name: string) => void): Promise<Answer>;
  /** How often. */
  asked(): number;
  isAlive(): boolean;
  end(): Promise<void>;
}

function startGrader(signal: AbortSignal): GraderProcess {
  const { GH_TOKEN, GITHUB_TOKEN, ...env } = process.env;
  const stop = new AbortController();
  const child = execa(process.execPath, [ownCli(), 'cohort', 'grader'], {
    env: { ...env, NO_COLOR: '1' },
    extendEnv: false,
    detached: true,
    ipc: true,
    stdin: 'ignore',
    stdout: 'ignore',
    stderr: 'pipe',
    buffer: { stderr: true, ipc: false },
    reject: false,
    forceKillAfterDelay: 30_000,
    cancelSignal: AbortSignal.any([signal, stop.signal]),
    maxBuffer: 1_000_000,
  });
  let alive = true;
  let asked = 0;
  const ended = child.then(({ stderr }): Answer => {
    alive = false;
    return { ended: stderr };
  });
  return {
    owner: child.pid === undefined ? '' : formatOwner(ownerOf(child.pid)),
    async ask(request, minutes, stage) {
      asked += 1;
      let timedOut = false;
      const timer = setTimeout(() => {
        timedOut = true;
        stop.abort();
      }, minutes * 60_000);
      let hear: (message: unknown) => void = () => {};
      const answered = new Promise<Answer>((resolve) => {
        hear = (message) => {
          const heard = message as GradeMessage;
          if ('stage' in heard) stage(heard.stage);
          else resolve(heard);
        };
      });
      child.on('message', hear);
      try {
        child.sendMessage({ ...request }).catch(() => {});
        const answer = await Promise.race([answered, ended]);
        if (stop.signal.aborted || signal.aborted) await ended;
        return timedOut ? { timedOut } : answer;
      } finally {
        clearTimeout(timer);
        child.off('message', hear);
      }
    },
    asked: () => asked,
    isAlive: () => alive,
    async end() {
      stop.abort();
      await ended;
    },
  };
}

async function gradedBy(answer: Answer, out: string, minutes: number): Promise<Graded> {
  if ('timedOut' in answer) return { why: `Grading took longer than ${minutes} minutes.`, trouble: false };
  if ('refused' in answer) return { why: inOneLine(answer.refused), trouble: false };
  if ('broken' in answer) return brokenOff(answer.broken);
  try {
    const report = await readReport(out, 'report.json');
    if (report.outcome !== 'failed' && report.outcome !== 'stopped') return { report };
    return brokenOff(report.problem?.message ?? 'it was stopped');
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    return brokenOff(('ended' in answer && answer.ended) || 'the grader said nothing.');
  }
}

const brokenOff = (why: string): Graded => ({
  why: `Grading could not be completed: ${inOneLine(why)}`,
  trouble: true,
});

const inOneLine = (text: string): string => plain(text.trim().replaceAll(/\s*\n\s*/g, ' '), { max: 400 });

/** Beside this file in the bundle; a test that runs the sources takes the bundle that is there. */
export function ownCli(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const beside = join(here, 'cli.js');
  return existsSync(beside)
    ? beside
    : join(here, '..', '..', '..', process.env.MILEPOST_DIST ?? 'dist', 'cli.js');
}
