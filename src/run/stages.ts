/** Times the stages of a run and tells what each waits for, again and again where nothing else is said for long. */
import type { ProgressEvent } from './options.ts';

export interface Stages {
  timings: Record<string, number>;
  run<T>(stage: string, work: (say: (message: string) => void) => Promise<T>): Promise<T>;
  /** the stage that was entered last */
  current(): string;
}

/** Long enough that a run without trouble never says it. */
const SILENCE = 15_000;

export function stages(progress: (event: ProgressEvent) => void): Stages {
  const timings: Record<string, number> = {};
  let current = 'start';
  return {
    timings,
    current: () => current,
    async run(stage, work) {
      const started = performance.now();
      current = stage;
      const waiting = waitingFor((message) => progress({ stage, message }));
      try {
        return await work(waiting.say);
      } finally {
        waiting.end();
        timings[stage] = Math.round((timings[stage] ?? 0) + performance.now() - started);
      }
    },
  };
}

/** Without it a log ends with what was begun last, and nobody can tell a slow app from a grader that hangs. */
function waitingFor(show: (message: string) => void): { say: (message: string) => void; end: () => void } {
  let last = '';
  let silent = 0;
  const timer = setInterval(() => {
    silent += SILENCE;
    show(`${last === '' ? 'still busy' : `still ${last}`} (for ${silent / 1000} s)`);
  }, SILENCE);
  timer.unref();
  return {
    say(message) {
      last = message;
      silent = 0;
      timer.refresh();
      show(message);
    },
    end: () => clearInterval(timer),
  };
}
