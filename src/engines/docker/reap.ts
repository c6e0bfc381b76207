import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname } from 'node:path';
import type Docker from 'dockerode';
import type { VolumeInspectInfo } from 'dockerode';
import { cacheLabel, contentLabel, folderLabel, ownerLabel, runLabel } from './labels.ts';
import { isAlive, parseOwner } from './owner.ts';
import { gone } from './resources.ts';
import { socketFolderPrefix } from './sockets.ts';

const halfDay = 12 * 3600;
/** Volumes with installed dependencies, and with downloaded packages, that are kept: the newest. */
const kept = 40;

/** Removes what graders left behind that were killed. Things of a grader that may still run are not touched. */
export async function reap(docker: Docker): Promise<void> {
  const [containers, { Volumes: volumes }] = await Promise.all([
    docker.listContainers({ all: true, filters: { label: [runLabel] } }),
    docker.listVolumes(),
  ]);
  const dead = containers.filter((found) => isLeftOver(found.Labels, found.Created));
  await Promise.all(
    dead.map((found) => gone(docker.getContainer(found.Id).remove({ force: true, v: true }))),
  );
  const useless = [...volumes.filter(isOfDeadRun), ...unfinished(volumes), ...outdated(volumes)];
  await Promise.all([
    ...dead.map((found) => removeFolder(found.Labels[folderLabel])),
    // One in use by another run stays: the daemon refuses.
    ...useless.map((volume) => gone(docker.getVolume(volume.Name).remove())),
  ]);
}

function isLeftOver(labels: Record<string, string>, created: number): boolean {
  const owner = parseOwner(labels[ownerLabel]);
  if (!owner) return false;
  return !(isAlive(owner) ?? Date.now() / 1000 - created < halfDay);
}

function isOfDeadRun(volume: VolumeInspectInfo): boolean {
  return Boolean(volume.Labels?.[runLabel]) && isLeftOver(volume.Labels, createdAt(volume));
}

// Filled by a run that was killed before it could publish them.
function unfinished(volumes: VolumeInspectInfo[]): VolumeInspectInfo[] {
  const published = new Set(ofKind(volumes, 'layer').map((volume) => volume.Labels[contentLabel]));
  return ofKind(volumes, 'content').filter(
    (volume) => !published.has(volume.Name) && isLeftOver(volume.Labels, createdAt(volume)),
  );
}

function outdated(volumes: VolumeInspectInfo[]): VolumeInspectInfo[] {
  const layers = oldest(ofKind(volumes, 'layer'));
  const contents = new Set(layers.map((volume) => volume.Labels[contentLabel]));
  return [
    ...layers,
    ...volumes.filter((volume) => contents.has(volume.Name)),
    ...oldest(ofKind(volumes, 'packages')),
  ];
}

function oldest(volumes: VolumeInspectInfo[]): VolumeInspectInfo[] {
  return volumes.sort((a, b) => createdAt(b) - createdAt(a)).slice(kept);
}

function ofKind(volumes: VolumeInspectInfo[], kind: string): VolumeInspectInfo[] {
  return volumes.filter((volume) => volume.Labels?.[cacheLabel] === kind);
}

function createdAt(volume: VolumeInspectInfo): number {
  return Date.parse(String(Reflect.get(volume, 'CreatedAt'))) / 1000 || 0;
}

async function removeFolder(path: string | undefined): Promise<void> {
  if (!path || dirname(path) !== tmpdir() || !basename(path).startsWith(socketFolderPrefix)) return;
  await rm(path, { recursive: true, force: true });
}
