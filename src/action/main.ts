/** What the runner starts. Cancelling a job sends SIGINT, then SIGTERM: both let grading clean up first. */
import { grade } from '../run/grade.ts';
import { run } from './run.ts';

const cancelled = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => cancelled.abort());

process.exit(await run(process.env, grade, cancelled.signal));
