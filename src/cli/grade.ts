/** `grade`: progress while it runs, the result on stdout, the exit code by the verdicts. */
import { resolve } from 'node:path';
import { exitStatus } from '../action/exit-status.ts';
import { plain } from '../report/boundary.ts';
import { renderComment } from '../report/comment.ts';
import { renderJson } from '../report/json.ts';
import { renderJUnit } from '../report/junit.ts';
import type { Report } from '../report/schema.ts';
import { renderTerminal } from '../report/terminal.ts';
import { grade } from '../run/grade.ts';
import { showProgress } from './progress.ts';

export interface GradeFlags {
  exercise?: string;
  engine: 'auto' | 'docker' | 'process';
  out: string;
  seed?: number;
  only?: string[];
  format: 'terminal' | 'json' | 'markdown' | 'junit';
  keep?: boolean;
  graders?: string;
}

export async function gradeCommand(path: string, flags: GradeFlags): Promise<number> {
  const stopped = new AbortController();
  const stop = (): void => {
    if (stopped.signal.aborted) process.exit(130);
    process.stderr.write(
      '\nStopping: removing what this run started. Press Ctrl-C again to leave at once.\n',
    );
    stopped.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  const progress = showProgress(process.stderr);
  try {
    const report = await grade({
      path,
      exercise: flags.exercise,
      engine: flags.engine,
      out: resolve(flags.out),
      seed: flags.seed,
      only: flags.only ?? [],
      keep: flags.keep === true,
      graders: flags.graders,
      signal: stopped.signal,
      progress: ({ stage, message }) => progress.show(stage, plain(message)),
      environment: { ci: Boolean(process.env.CI) },
    });
    progress.end();
    process.stdout.write(`${printed(report, flags.format)}\n`);
    if (flags.format === 'terminal') process.stdout.write(`Reports: ${resolve(flags.out)}\n`);
    return stopped.signal.aborted ? 130 : exitStatus(report, 'fail');
  } finally {
    progress.end();
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

function printed(report: Report, format: GradeFlags['format']): string {
  switch (format) {
    case 'json':
      return renderJson(report).trimEnd();
    case 'markdown':
      return renderComment(report);
    case 'junit':
      return renderJUnit(report);
    case 'terminal':
      return renderTerminal(report, {
        colour: wantsColour(),
        width: Math.min(process.stdout.columns ?? 100, 120),
      });
  }
}

/** https://no-color.org: any value that is not empty switches colour off. */
const wantsColour = (): boolean =>
  process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
