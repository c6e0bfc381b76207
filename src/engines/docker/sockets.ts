import { closeSync, constants, existsSync, openSync, writeSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Address } from '../engine.ts';
import { EngineError } from './engine-error.ts';

export interface Reach {
  address(port: number, client: number): Address;
  close(): void;
}

export const socketFolderPrefix = 'milepost-relay-';

/** The folder itself keeps other users of the machine out; whatever user the relay has here writes into this one. */
export async function openToRelay(folder: string): Promise<string> {
  const inner = join(folder, 'relay');
  await mkdir(inner);
  await chmod(inner, 0o777);
  return inner;
}

/** Null: this machine and the engine's do not share the folder, or not its sockets. */
export async function reachBySockets(
  folder: string,
  stillStarting: () => Promise<boolean>,
): Promise<Reach | null> {
  const path = join(folder, 'control');
  while (!existsSync(path)) {
    await sleep(5);
    if (!existsSync(path) && !(await stillStarting())) return null;
  }
  const control = openControl(path);
  if (control === null) return null;
  const open = new Set<string>();
  return {
    address(port, client) {
      const name = `${port}-${client}`;
      const socketPath = join(folder, `${name}.sock`);
      if (!open.has(name)) {
        writeSync(control, `${port} ${client}\n`);
        waitFor(socketPath);
        open.add(name);
      }
      return { socketPath };
    },
    close: () => closeSync(control),
  };
}

// Without a reader on this very kernel, as with a virtual machine in between, opening fails.
function openControl(path: string): number | null {
  try {
    return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch {
    return null;
  }
}

// Addresses are asked for in the middle of plain code; the relay answers within a fraction of a millisecond.
function waitFor(path: string): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  const deadline = performance.now() + 5000;
  while (!existsSync(path)) {
    if (performance.now() > deadline) throw new EngineError('The relay into the sandbox does not answer.');
    Atomics.wait(pause, 0, 0, 0.1);
  }
}
