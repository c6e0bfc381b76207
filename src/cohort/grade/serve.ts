/**
 * A grader's process: grades what it is told, one repository after the other, so that only the first waits for the program
 * to be loaded. It ends when it is asked to, or when the process that started it is gone, after removing what it started.
 */
import { dockerEngine } from '../../engines/docker/index.ts';
import type { Engine } from '../../engines/engine.ts';
import { grade } from '../../run/grade.ts';
import { ownSecrets } from '../../run/own-secrets.ts';
import { usageMessage } from '../../run/usage-message.ts';
import type { GradeMessage, GradeRequest } from './messages.ts';

export function serve(): void {
  const stopped = new AbortController();
  let busy = false;
  const leave = (): void => {
    if (stopped.signal.aborted && !busy && process.connected) process.disconnect();
  };
  for (const event of ['SIGINT', 'SIGTERM', 'disconnect'] as const)
    process.on(event, () => {
      stopped.abort();
      leave();
    });

  let docker: Engine | null = null;
  process.on('message', async (request: GradeRequest) => {
    busy = true;
    if (request.engine !== 'process') docker ??= await dockerEngine();
    tell(await answer(request, docker, stopped.signal));
    busy = false;
    leave();
  });
}

async function answer(
  request: GradeRequest,
  docker: Engine | null,
  signal: AbortSignal,
): Promise<GradeMessage> {
  const { path, out, exercise, engine, graders, seed } = request;
  try {
    await grade({
      path,
      exercise: exercise ?? undefined,
      engine,
      docker: engine === 'process' ? null : docker,
      out,
      formats: ['json'],
      seed,
      only: [],
      keep: false,
      graders: graders ?? undefined,
      signal,
      progress: ({ stage }) => tell({ stage }),
      environment: { ci: Boolean(process.env.CI) },
      secrets: ownSecrets(process.env),
    });
    return { written: true };
  } catch (error) {
    const refused = usageMessage(error);
    if (refused !== null) return { refused };
    return { broken: error instanceof Error ? error.message : String(error) };
  }
}

/** Nobody may be listening any more. */
function tell(message: GradeMessage): void {
  if (process.connected) process.send?.(message);
}
