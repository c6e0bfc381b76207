import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { insideFolder } from '../../inside/folder.ts';
import { archive } from './archive.ts';
import { EngineError } from './engine-error.ts';
import type { Image } from './images.ts';
import { findLayer, newLayerVolume, publishLayer } from './layers.ts';
import { confined, tmpfsOptions } from './limits.ts';
import { volumeMount } from './mounts.ts';
import type { Run } from './run.ts';

export const toolsPath = '/milepost';
export const toolsFolder = `${toolsPath}/inside`;
const toolsUser = 10002; // the learner's user cannot change them

/** The volume with our Python, compiled once for the Python of an image. */
export async function toolsLayer(run: Run, image: Image): Promise<string> {
  const files = await readTools();
  const key = `tools-${digest(files)}-${image.id.slice(-12)}`;
  const found = await findLayer(run.docker, key);
  if (found) return found.volume;
  const volume = await newLayerVolume(run.resources);
  await fill(run, image, volume, files);
  return (await publishLayer(run.docker, run.resources, key, { volume, note: '' })).volume;
}

async function readTools(): Promise<{ name: string; content: Buffer }[]> {
  const names = (await readdir(insideFolder)).filter((name) => name.endsWith('.py')).sort();
  return Promise.all(
    names.map(async (name) => ({ name, content: await readFile(join(insideFolder, name)) })),
  );
}

function digest(files: { name: string; content: Buffer }[]): string {
  const hash = createHash('sha256');
  for (const { name, content } of files) hash.update(`${name} ${content.length}\n`).update(content);
  return hash.digest('hex').slice(0, 24);
}

async function fill(
  run: Run,
  image: Image,
  volume: string,
  files: { name: string; content: Buffer }[],
): Promise<void> {
  const container = await run.resources.container(
    confined({
      image,
      command: ['python3', '-I', '-m', 'compileall', '-q', toolsFolder],
      user: `${toolsUser}:${toolsUser}`,
      labels: run.labels,
      env: {},
      network: 'none',
      memoryMb: 256,
      processes: 16,
      fileMb: 16,
      tmpfs: { '/tmp': tmpfsOptions(8, 'mode=1777') },
      mounts: [volumeMount(volume, toolsPath, 'write')],
    }),
  );
  const entries = files.map(({ name, content }) => ({ name: `inside/${name}`, content }));
  const tar = archive(toolsUser, [{ name: 'inside/' }, ...entries]);
  await container.putArchive(tar, { path: toolsPath });
  await container.start();
  const { StatusCode } = await container.wait();
  await run.resources.remove(container);
  if (StatusCode !== 0)
    throw new EngineError(`The grader's own Python could not be prepared in ${image.tag}.`);
}
