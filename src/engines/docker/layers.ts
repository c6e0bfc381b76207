import { randomUUID } from 'node:crypto';
import type Docker from 'dockerode';
import { statusOf } from './images.ts';
import { cacheLabel, contentLabel, ownerLabel } from './labels.ts';
import { formatOwner, thisProcess } from './owner.ts';
import type { Resources } from './resources.ts';

/** A volume filled once and mounted read-only by many runs. */
export interface Layer {
  volume: string;
  /** What the filler wants to know again. */
  note: string;
}

const noteLabel = 'io.milepost.note';

/**
 * A finished layer is an empty volume with a fixed name whose labels point to the filled one. Creating a volume
 * that exists answers with the existing one, so of several runs that fill the same layer the first wins, and a
 * layer that was never finished is never found.
 */
export async function findLayer(docker: Docker, key: string): Promise<Layer | null> {
  const labels = await labelsOf(docker, markerName(key));
  const volume = labels?.[contentLabel];
  if (!volume || !(await labelsOf(docker, volume))) return null;
  return { volume, note: labels[noteLabel] ?? '' };
}

/** An empty volume of its own for filling; gone with the run unless it is published. */
export function newLayerVolume(resources: Resources): Promise<string> {
  const labels = { [cacheLabel]: 'content', [ownerLabel]: formatOwner(thisProcess) };
  return resources.volume({ Name: `milepost-content-${randomUUID()}`, Labels: labels });
}

export async function publishLayer(
  docker: Docker,
  resources: Resources,
  key: string,
  layer: Layer,
): Promise<Layer> {
  const labels = { [cacheLabel]: 'layer', [contentLabel]: layer.volume, [noteLabel]: layer.note };
  const before = await labelsOf(docker, markerName(key));
  if (before && !(await labelsOf(docker, before[contentLabel] ?? ''))) await removeLayer(docker, key);
  await docker.createVolume({ Name: markerName(key), Labels: labels });
  const published = await findLayer(docker, key);
  if (published && published.volume !== layer.volume) return published;
  resources.release(layer.volume);
  return layer;
}

export async function removeLayer(docker: Docker, key: string): Promise<void> {
  await docker
    .getVolume(markerName(key))
    .remove()
    .catch(() => undefined);
}

function markerName(key: string): string {
  return `milepost-layer-${key}`;
}

async function labelsOf(docker: Docker, name: string): Promise<Record<string, string> | null> {
  if (!name) return null;
  try {
    return (await docker.getVolume(name).inspect()).Labels ?? {};
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}
