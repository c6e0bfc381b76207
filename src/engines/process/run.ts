import type { SandboxOptions } from '../engine.ts';

/** What the parts of a run share. */
export interface Run {
  options: SandboxOptions;
  /** The private folder of the run; everything in it goes when the run ends. */
  folder: string;
  paths: { source: string; home: string; temporary: string; scratch: string };
}

/** In the environment of every process of a run, so that those that left their group are found again. */
export const runVariable = 'MILEPOST_RUN';
