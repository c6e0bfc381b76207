import type { Engine } from '../engine.ts';
import { connect } from './connect.ts';
import { openSandbox } from './sandbox.ts';

/** Null: no Docker engine answers on this machine. */
export async function dockerEngine(): Promise<Engine | null> {
  const daemon = await connect();
  if (!daemon) return null;
  return {
    name: 'docker',
    notIsolated: [],
    openSandbox: async (options) => openSandbox(daemon, options),
  };
}
