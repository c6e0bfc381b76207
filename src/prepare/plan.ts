/** What has to be installed so that the app runs, decided from the repository's files alone. */

export interface InstallPlan {
  /** Python versions to try in order, e.g. ["3.11", "3.12", "3.10"]. */
  pythons: string[];
  /** PEP 508 lines as the learner pinned them, index options, paths and URLs already refused. */
  requirements: string[];
  /** PEP 508 lines that the grader adds: missing packages, setuptools<81, drivers. */
  extra: string[];
  /** ISO date: nothing newer than this is resolved, where nothing is pinned. */
  excludeNewer: string | null;
}

export interface InstallOutcome {
  ok: boolean;
  /** e.g. "3.11" */
  python: string;
  /** Path of the interpreter with the packages, as the app sees it. */
  interpreter: string;
  /** Normalised name → version. */
  installed: Record<string, string>;
  /** What the install ladder changed: unpinned, dropped or replaced packages. */
  changes: { what: string; why: string }[];
  /** True: nothing had to be installed, an earlier run's layer was reused. */
  reused: boolean;
  /** When `ok` is false: what failed, in one sentence, and the tail of the installer's output. */
  problem: string | null;
  log: string;
}
