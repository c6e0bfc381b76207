/** Times the stages of a run and tells what each waits for. */
import type { ProgressEvent } from './options.ts';

export interface Stages {
  timings: Record<string, number>;
  run<T>(stage: string, work: (say: (message: string) => void) => Promise<T>): Promise<T>;
  /** the stage that was entered last */
  current(): string;
}

export function stages(progress: (event: ProgressEvent) => void): Stages {
  const timings: Record<string, number> = {};
  let current = 'start';
  return {
    timings,
    current: () => current,
    async run(stage, work) {
      const started = performance.now();
      current = stage;
      try {
        return await work((message) => progress({ stage, message }));
      } finally {
        timings[stage] = Math.round((timings[stage] ?? 0) + performance.now() - started);
      }
    },
  };
}
