import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { runVariable } from './run.ts';

/** Ends a group of processes and, where this machine shows them, all that carry the mark of the run or work in its folder. */
export async function killAll(groups: number[], run: { id: string; folder: string }): Promise<void> {
  for (let round = 0; round < 50; round += 1) {
    killNow(groups, run);
    const left = ofRun(run).length + groups.filter(lives).length;
    if (left === 0) return;
    await setTimeout(20);
  }
}

/** The same for the last moment of this process, when nothing can be waited for. */
export function killNow(groups: number[], run: { id: string; folder: string }): void {
  const children = descendantsOf(groups);
  for (const group of groups) signal(-group);
  for (const pid of children) signal(pid);
  for (let round = 0; round < 5; round += 1) {
    const found = ofRun(run);
    if (found.length === 0) return;
    for (const pid of found) signal(pid);
  }
}

/** Numbers of the processes of a run, found by the environment they were started with or the folder they work in. */
export function ofRun({ id, folder }: { id: string; folder: string }): number[] {
  if (process.platform !== 'linux') return [];
  const mark = `\0${runVariable}=${id}\0`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => !isZombie(pid) && (environmentOf(pid).includes(mark) || worksIn(pid, folder)))
    .map(Number);
}

function environmentOf(pid: string): string {
  try {
    return `\0${readFileSync(`/proc/${pid}/environ`, 'latin1')}\0`;
  } catch {
    return '';
  }
}

function worksIn(pid: string, folder: string): boolean {
  try {
    return `${readlinkSync(`/proc/${pid}/cwd`)}/`.startsWith(`${folder}/`);
  } catch {
    return false;
  }
}

interface Stat {
  pid: number;
  parent: number;
  group: number;
  zombie: boolean;
}

/** Null: it is gone. */
function statOf(pid: string): Stat | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const [state, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { pid: Number(pid), parent: Number(parent), group: Number(group), zombie: state === 'Z' };
  } catch {
    return null;
  }
}

const allStats = (): Stat[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => statOf(pid) ?? []);

/** Also those that left the group and hide their origin: boot.py adopts them when their parents end. */
function descendantsOf(groups: number[]): number[] {
  if (process.platform !== 'linux' || groups.length === 0) return [];
  const all = allStats();
  const known = new Set(all.filter(({ group }) => groups.includes(group)).map(({ pid }) => pid));
  for (let size = -1; size !== known.size; ) {
    size = known.size;
    for (const { pid, parent } of all) if (known.has(parent)) known.add(pid);
  }
  known.delete(process.pid);
  return [...known];
}

const isZombie = (pid: string): boolean => statOf(pid)?.zombie ?? true;

/** A dead process that nobody has taken notice of still counts as one of its group for the system, not here. */
function lives(group: number): boolean {
  if (process.platform === 'linux') return allStats().some((one) => one.group === group && !one.zombie);
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

function signal(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // gone already
  }
}
