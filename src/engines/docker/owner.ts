import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who started a container: enough to tell, in a later process, whether that one still runs. */
export interface Owner {
  /** The boot of the machine and the namespace in which the process number means something. */
  place: string;
  pid: number;
  started: string;
}

export const ownerOf = (pid: number): Owner => ({ place: place(), pid, started: startOf(pid) ?? '' });

export const thisProcess = ownerOf(process.pid);

/** `null`: it ran elsewhere, where this process cannot look. */
export function isAlive(owner: Owner): boolean | null {
  if (owner.place !== thisProcess.place) return null;
  if (process.platform === 'linux') return startOf(owner.pid) === owner.started;
  try {
    process.kill(owner.pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

export function parseOwner(value: string | undefined): Owner | null {
  const [, place, pid, started] = /^(.*) (\d+) (\d*)$/.exec(value ?? '') ?? [];
  return place === undefined || pid === undefined
    ? null
    : { place, pid: Number(pid), started: started ?? '' };
}

export function formatOwner({ place, pid, started }: Owner): string {
  return `${place} ${pid} ${started}`;
}

function place(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

// Process numbers are used again; the start time in clock ticks since boot tells two of them apart.
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
