import type { Engine } from '../engine.ts';
import { connect } from './connect.ts';

/**
 * Null: no Docker engine answers on this machine. Asking is the first thing that a run does, so only what asking needs
 * is loaded for it.
 */
export async function dockerEngine(): Promise<Engine | null> {
  const daemon = await connect();
  if (!daemon) return null;
  return {
    name: 'docker',
    notIsolated: [],
    openSandbox: async (options) => (await import('./sandbox.ts')).openSandbox(daemon, options),
  };
}
