/** `grade`: progress while it runs, the result on stdout, the exit code by the verdicts. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { exitStatus } from '../action/exit-status.ts';
import type { Engine } from '../engines/engine.ts';
import { plain } from '../report/boundary.ts';
import { type Format, renderers } from '../report/renderers.ts';
import type { Report } from '../report/schema.ts';
import { grade } from '../run/grade.ts';
import { UsageProblem } from '../run/options.ts';
import { ownSecrets } from '../run/own-secrets.ts';
import { showProgress } from './progress.ts';

export interface GradeFlags {
  exercise?: string;
  engine: 'auto' | 'docker' | 'process';
  out: string;
  seed?: number;
  only?: string[];
  format: 'terminal' | Format;
  keep?: boolean;
  graders?: string;
  /** what Docker answered */
  docker: Engine | null;
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
      docker: flags.docker,
      out: resolve(flags.out),
      seed: flags.seed,
      only: flags.only ?? [],
      keep: flags.keep === true,
      graders: flags.graders,
      signal: stopped.signal,
      progress: ({ stage, message }) => progress.show(stage, plain(message)),
      environment: { ci: Boolean(process.env.CI) },
      secrets: ownSecrets(process.env),
    });
    progress.end();
    process.stdout.write(`${await printed(report, flags)}\n`);
    if (flags.format === 'terminal') process.stdout.write(`Reports: ${resolve(flags.out)}\n`);
    return stopped.signal.aborted ? 130 : exitStatus(report, 'fail');
  } finally {
    progress.end();
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

/** What was written is what is printed; the view for a terminal is in no file. */
async function printed(report: Report, { format, out }: GradeFlags): Promise<string> {
  if (format === 'terminal')
    return (await import('../report/terminal.ts')).renderTerminal(report, {
      colour: wantsColour(),
      width: Math.min(process.stdout.columns ?? 100, 120),
    });
  const { file } = renderers[format];
  const text = await readFile(join(resolve(out), file), 'utf8').catch(() => null);
  if (text === null) throw new UsageProblem([`${file} was not written: it is only where it can be used.`]);
  return text.trimEnd();
}

/** https://no-color.org: any value that is not empty switches colour off. */
const wantsColour = (): boolean =>
  process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
