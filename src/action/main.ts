/**
 * What the runner starts. Cancelling a job sends SIGINT, then SIGTERM: both let grading clean up first.
 * Docker is asked before the rest of the program is loaded: a runner without it is known at once.
 */
import { dockerEngine } from '../engines/docker/index.ts';

const cancelled = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => cancelled.abort());

const docker = process.env.INPUT_ENGINE === 'process' ? null : await dockerEngine();
const [{ run }, { grade }] = await Promise.all([import('./run.ts'), import('../run/grade.ts')]);
process.exit(await run(process.env, (options) => grade({ ...options, docker }), cancelled.signal));
