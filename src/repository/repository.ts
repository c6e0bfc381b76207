/** What the files of a learner's repository say, read without running anything. */

export interface Repository {
  /** Absolute path. */
  root: string;
  /** Regular files relative to `root`, forward slashes, sorted; generated and installed folders left out. */
  files: string[];
  /** The commit that is checked out, where the folder is a git repository. */
  commit: string | null;
  /** ISO date of that commit. */
  commitDate: string | null;
  /** What was passed over, as sentences. */
  notes: string[];
  /** Django projects, the likeliest first. */
  projects: Project[];
}

export interface Project {
  /** Folder of manage.py relative to the root, "." for the root itself. */
  dir: string;
  /** Path of manage.py; null for a project that has only settings. */
  managePy: string | null;
  /** Dotted settings modules, the likeliest first. */
  settingsModules: string[];
  /** Folders of the project's own apps, relative to the root. */
  apps: string[];
  /** Why it was rated as it was. */
  reasons: string[];
  score: number;
  /** Servers that the settings or the compose file name. */
  services: { postgres: boolean; redis: boolean };
  /** Names under which the code looks for servers, e.g. "db". */
  hostNames: string[];
  /** Names and values of `.env.example`, compose files and the like. */
  envExample: Record<string, string>;
  /** Uncommitted modules with a committed example: "config.local" → "config/local.py.example". */
  moduleExamples: Record<string, string>;
  /** Django version from the header that startproject writes, e.g. "4.2". */
  djangoHeader: string | null;
}

/** Words that tell which of several projects is meant; they come from the exercise. */
export interface ProjectHints {
  words: string[];
  /** Import names that the exercise is usually built with, e.g. "rest_framework". */
  packages: string[];
}

/** The repository cannot be graded as it is; `advice` says what its owner can do. */
export class RepositoryProblem extends Error {
  readonly advice: string;

  constructor(message: string, advice: string) {
    super(message);
    this.name = 'RepositoryProblem';
    this.advice = advice;
  }
}
