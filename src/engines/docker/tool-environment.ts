import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { insideFolder } from '../../inside/folder.ts';
import { EngineError } from './engine-error.ts';
import { firstImage, type Image } from './images.ts';
import { runInstaller } from './installer.ts';
import { findLayer, newLayerVolume, publishLayer } from './layers.ts';
import { pythonVersions } from './pythons.ts';
import type { Run } from './run.ts';

/** Where the tools of the grader are installed: an image and a volume, made once and used by all runs. */
export interface ToolEnvironment {
  image: Image;
  volume: string;
  installed: Record<string, string>;
}

const script = 'tool_environment.py';

/** Older ones cannot read the Python of today, nor run the tools. */
const newEnough = pythonVersions.filter((version) => Number(version.split('.')[1]) >= 10);

/**
 * The newest Python that is here, because Bandit reads with the syntax of the Python that it runs on. The packages are
 * cached apart from those of learners, whose code runs while theirs are built.
 */
export async function toolEnvironment(run: Run, requirements: readonly string[]): Promise<ToolEnvironment> {
  const { progress, signal } = run.options;
  const tags = newEnough.map((version) => `python:${version}-slim`);
  const image = await firstImage(run.docker, tags, progress, signal);
  if (!image) throw new EngineError(`None of the images ${tags.join(', ')} is here or can be pulled.`);
  const key = await keyOf(image, requirements);
  const found = await findLayer(run.docker, key);
  if (found) return { image, volume: found.volume, installed: JSON.parse(found.note) };
  const volume = await newLayerVolume(run.resources);
  const python = /:(.*)-slim$/.exec(image.tag)?.[1] ?? '';
  const plan = { pythons: [python], requirements: [...requirements], extra: [], excludeNewer: null };
  const outcome = await runInstaller(run, image, volume, plan, {
    script,
    cachedFor: 'the tools of Milepost',
  });
  if (!outcome.ok)
    throw new EngineError(`The tools could not be installed: ${outcome.problem ?? 'the log says why'}`);
  const { installed } = outcome;
  const layer = await publishLayer(run.docker, run.resources, key, {
    volume,
    note: JSON.stringify(installed),
  });
  return { image, volume: layer.volume, installed };
}

async function keyOf(image: Image, requirements: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([image.id, requirements]));
  hash.update(await readFile(join(insideFolder, script)));
  return `tools-env-${hash.digest('hex').slice(0, 32)}`;
}
