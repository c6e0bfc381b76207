import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { insideFolder } from '../../inside/folder.ts';
import type { InstallOutcome, InstallPlan } from '../../prepare/plan.ts';
import { interpreter } from './app.ts';
import { EngineError } from './engine-error.ts';
import { firstImage, type Image, presentImage } from './images.ts';
import { runInstaller } from './installer.ts';
import { findLayer, newLayerVolume, publishLayer, removeLayer } from './layers.ts';
import type { Run } from './run.ts';

/** Raised when the way in which dependencies are laid out changes: older layers are then not used. */
const recipe = 1;

export interface Dependencies {
  outcome: InstallOutcome;
  /** Null when nothing could be installed. */
  layer: { image: Image; volume: string } | null;
}

const noteSchema = z.object({
  tag: z.string(),
  image: z.string(),
  python: z.string(),
  installed: z.record(z.string(), z.string()),
  changes: z.array(z.object({ what: z.string(), why: z.string() })),
});

/** An earlier run's volume where the plan is the same, else a new one, tried with one Python after the other. */
export async function installDependencies(
  run: Run,
  plan: InstallPlan,
  onImage: (image: Image) => void,
): Promise<Dependencies> {
  const key = await layerKey(plan);
  const reused = await reuse(run, key);
  if (reused) {
    onImage(reused.layer.image);
    return reused;
  }
  let last: InstallOutcome | null = null;
  for (const python of plan.pythons) {
    const image = await firstImage(
      run.docker,
      [`python:${python}-slim`],
      run.options.progress,
      run.options.signal,
    );
    if (!image) continue;
    onImage(image);
    const volume = await newLayerVolume(run.resources);
    const outcome = await runInstaller(run, image, volume, { ...plan, pythons: [python] });
    if (outcome.ok) return publish(run, key, image, volume, outcome);
    last = outcome;
  }
  if (last) return { outcome: last, layer: null };
  throw new EngineError(
    `None of the images ${plan.pythons.map((python) => `python:${python}-slim`).join(', ')} is on this machine or can be pulled.`,
  );
}

async function reuse(
  run: Run,
  key: string,
): Promise<(Dependencies & { layer: { image: Image; volume: string } }) | null> {
  const found = await findLayer(run.docker, key);
  if (!found) return null;
  const { tag, image: id, ...rest } = noteSchema.parse(JSON.parse(found.note));
  const image = await presentImage(run.docker, id);
  if (!image) {
    await removeLayer(run.docker, key);
    return null;
  }
  const outcome: InstallOutcome = { ok: true, interpreter, reused: true, problem: null, log: '', ...rest };
  return { outcome, layer: { image: { ...image, tag }, volume: found.volume } };
}

async function publish(
  run: Run,
  key: string,
  image: Image,
  volume: string,
  outcome: InstallOutcome,
): Promise<Dependencies> {
  const { python, installed, changes } = outcome;
  const note = JSON.stringify({ tag: image.tag, image: image.id, python, installed, changes });
  const layer = await publishLayer(run.docker, run.resources, key, { volume, note });
  return { outcome, layer: { image, volume: layer.volume } };
}

/** The same for plans that install the same. */
export async function layerKey(plan: InstallPlan): Promise<string> {
  const installer = (await readdir(insideFolder)).filter((name) => /^install\w*\.py$/.test(name)).sort();
  const { pythons, requirements, extra, excludeNewer } = plan;
  const hash = createHash('sha256').update(
    JSON.stringify([recipe, pythons, requirements, extra, excludeNewer]),
  );
  for (const name of installer) hash.update(await readFile(join(insideFolder, name)));
  return `deps-${hash.digest('hex').slice(0, 32)}`;
}
