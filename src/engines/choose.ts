import { dockerEngine } from './docker/index.ts';
import type { Engine, EngineName } from './engine.ts';
import { EngineError } from './engine-error.ts';
import { processEngine } from './process/index.ts';

/**
 * Walls around the app where this machine has them; on a shared machine never silently without.
 * `asked`: what Docker answered, where it was asked already.
 */
export async function chooseEngine(
  wanted: 'auto' | EngineName,
  ci: boolean,
  asked?: Engine | null,
): Promise<{ engine: Engine; why: string }> {
  if (wanted === 'process') return { engine: await needProcess(), why: 'The process engine was asked for.' };
  const docker = asked === undefined ? await dockerEngine() : asked;
  if (docker)
    return {
      engine: docker,
      why: wanted === 'docker' ? 'The Docker engine was asked for.' : 'Docker answers on this machine.',
    };
  if (wanted === 'docker')
    throw new EngineError(
      'Docker does not answer on this machine: start it, or choose the process engine, which runs the app directly on this machine.',
    );
  if (ci)
    throw new EngineError(
      'Docker does not answer on this runner: use a Linux runner with Docker, or choose the process engine if nothing on the runner is worth protecting.',
    );
  return {
    engine: await needProcess(),
    why: 'Docker does not answer on this machine, so the app runs directly on it.',
  };
}

async function needProcess(): Promise<Engine> {
  const engine = await processEngine();
  if (engine) return engine;
  throw new EngineError('On Windows the app runs in Docker only: install Docker Desktop and start it.');
}
