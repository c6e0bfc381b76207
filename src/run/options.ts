import type { Engine } from '../engines/engine.ts';
import type { Format } from '../report/renderers.ts';

/** What a run is asked for, by the command line or by the action. */
export interface GradeOptions {
  /** the learner's repository */
  path: string;
  exercise?: string;
  engine: 'auto' | 'docker' | 'process';
  /** what Docker answered, where it was asked before the rest of the program was loaded; null: nothing */
  docker?: Engine | null;
  /** folder for the reports */
  out: string;
  /** which of them; left out: all */
  formats?: readonly Format[];
  seed?: number;
  /** requirement ids; empty: all */
  only: string[];
  keep: boolean;
  signal: AbortSignal;
  progress: (event: ProgressEvent) => void;
  environment: { ci: boolean };
  /** what must be in nothing that is shown or written, see own-secrets.ts */
  secrets: string[];
  /** a mentor's own folder of exercises */
  graders?: string;
}

export interface ProgressEvent {
  stage: string;
  message: string;
}

/** The spec, the configuration or the call is wrong: exit code 2. `lines` are ready to print. */
export class UsageProblem extends Error {
  readonly lines: string[];
  constructor(lines: string[]) {
    super(lines.join('\n'));
    this.name = 'UsageProblem';
    this.lines = lines;
  }
}
