/** What a tool is: an established program that reads the learner's files, or the list of their packages, and reports. */
import type { Sandbox } from '../engines/engine.ts';
import type { InstallOutcome, InstallPlan } from '../prepare/plan.ts';
import type { Finding, Place } from '../report/schema.ts';
import type { Project, Repository } from '../repository/scan.ts';
import type { ToolName } from '../spec/steps.ts';

/** One file, one line in the registry (toolbox.ts). */
export interface Tool {
  name: ToolName;
  run(context: ToolContext): Promise<ToolReport>;
}

export interface ToolContext {
  sandbox: Pick<Sandbox, 'runTool'>;
  repository: Repository;
  project: Project;
  /** What was asked for, and what was installed for the app once that is known. */
  packages: Promise<Packages | null>;
  /** of the grader */
  environment: NodeJS.ProcessEnv;
  today: Date;
}

/** `plan` as the files said it, before the app was tried. */
export interface Packages {
  plan: InstallPlan;
  outcome: InstallOutcome;
}

export interface ToolReport {
  /** What was looked through: "34 Python files". */
  read: string;
  findings: ToolFinding[];
  /** What could not be read or run, as sentences: the answer is not whole then, and never clean. */
  problems: string[];
  /** What the checkout does not hold, as a sentence; null: nothing is missing. */
  unknown: string | null;
  /** The app's packages are what it stands on, and they could not be installed: why. */
  blocked: string | null;
  /** What a reader should know, such as files that would silence the tool. */
  notes: string[];
  /** A command that shows the same. */
  reproduce: string;
}

export interface ToolFinding extends Finding {
  /** What was found, what could happen, how to mend it. */
  summary: string;
  place: Place | null;
  /** False: shown, and `why` says why it does not count. */
  counts: boolean;
  why: string | null;
  /** Somebody silenced it and did not say why. */
  unexplained: boolean;
  /** Where the command of the report would not show it. */
  reproduce?: string;
}

/** A report of a tool that could not be run at all. */
export const notRun = (problem: string, reproduce: string): ToolReport => ({
  read: 'nothing',
  findings: [],
  problems: [problem],
  unknown: null,
  blocked: null,
  notes: [],
  reproduce,
});
