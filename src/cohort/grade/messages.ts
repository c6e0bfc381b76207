/** What `cohort grade` and its graders' processes tell each other, over the channel that Node opens between them. */

export interface GradeRequest {
  /** The learner's repository. */
  path: string;
  /** Folder for its `report.json`. */
  out: string;
  exercise: string | null;
  engine: 'auto' | 'docker' | 'process';
  graders: string | null;
  seed: number;
}

/**
 * `stage`: it is reached. `written`: `report.json` is there. `refused`: the learner's configuration, or the exercise, is
 * wrong. `broken`: grading could not be completed.
 */
export type GradeMessage = { stage: string } | { written: true } | { refused: string } | { broken: string };
