/** What is still there of a grader that has ended: on the Docker engine, among the processes, in its temporary folder. */
import { readdir, readFile, readlink } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import Docker from 'dockerode';
import { cacheLabel, ownerLabel } from '../../src/engines/docker/labels.ts';
import { parseOwner } from '../../src/engines/docker/owner.ts';

/** A killed grader leaves the work to a child that outlives it: it gets three seconds. */
const PATIENCE = 3_000;

export async function leftOvers(grader: number, temporary: string): Promise<string[]> {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    const found = [
      ...(await onEngine(grader)),
      ...(await processesOf(grader, temporary)),
      ...(await readdir(temporary)).map((name) => `file ${name}`),
    ];
    if (found.length === 0 || performance.now() > deadline) return found;
    await sleep(100);
  }
}

/** Containers, volumes and networks of this process; what is kept on purpose (dependencies, tools) is labelled so. */
async function onEngine(grader: number): Promise<string[]> {
  const docker = new Docker();
  const [containers, { Volumes: volumes }, networks] = await Promise.all([
    docker.listContainers({ all: true }),
    docker.listVolumes(),
    docker.listNetworks(),
  ]);
  const ours = (labels: Record<string, string> | null | undefined): boolean =>
    parseOwner(labels?.[ownerLabel])?.pid === grader && labels?.[cacheLabel] === undefined;
  return [
    ...containers.filter(({ Labels }) => ours(Labels)).map(({ Names }) => `container ${Names.join(' ')}`),
    ...volumes.filter(({ Labels }) => ours(Labels)).map(({ Name }) => `volume ${Name}`),
    ...networks.filter(({ Labels }) => ours(Labels)).map(({ Name }) => `network ${Name}`),
  ];
}

/** Those of its session, and those that work in its folder or were told about it. */
async function processesOf(grader: number, temporary: string): Promise<string[]> {
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    numbers.map(async (number) => {
      const read = (name: string) => readFile(`/proc/${number}/${name}`, 'utf8').catch(() => '');
      const [stat, command, environment] = await Promise.all([
        read('stat'),
        read('cmdline'),
        read('environ'),
      ]);
      const folder = await readlink(`/proc/${number}/cwd`).catch(() => '');
      const [state, , , session] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const known =
        session === String(grader) || folder.startsWith(temporary) || environment.includes(temporary);
      return known && state !== 'Z' && number !== String(process.pid)
        ? [`process ${number} ${command.replaceAll('\0', ' ')}`]
        : [];
    }),
  );
  return found.flat();
}

/** Processes with exactly this command line, for those that hide where they come from. */
export async function running(...command: string[]): Promise<string[]> {
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    numbers.map(async (number) => {
      const line = await readFile(`/proc/${number}/cmdline`, 'utf8').catch(() => '');
      return line === `${command.join('\0')}\0` ? [`process ${number}`] : [];
    }),
  );
  return found.flat();
}
