import type Docker from 'dockerode';
import { EngineError } from './engine-error.ts';

export interface Image {
  id: string;
  tag: string;
  /** Paths that the image declares as volumes. */
  volumes: string[];
}

export type Progress = (message: string) => void;

/** Null: not on this machine. */
export async function presentImage(docker: Docker, tag: string): Promise<Image | null> {
  try {
    const { Id, Config } = await docker.getImage(tag).inspect();
    return { id: Id, tag, volumes: Object.keys(Config.Volumes ?? {}) };
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}

/** The first of several tags that is on this machine, else the first that can be pulled. Null: none can be had. */
export async function firstImage(
  docker: Docker,
  tags: string[],
  progress: Progress,
  signal: AbortSignal,
): Promise<Image | null> {
  for (const tag of tags) {
    const image = await presentImage(docker, tag);
    if (image) return image;
  }
  for (const tag of tags) {
    const image = await pulledImage(docker, tag, progress, signal).catch((error: unknown) => {
      signal.throwIfAborted();
      progress(`${tag} cannot be pulled: ${sentence(error)}`);
      return null;
    });
    if (image) return image;
  }
  return null;
}

async function pulledImage(
  docker: Docker,
  tag: string,
  progress: Progress,
  signal: AbortSignal,
): Promise<Image> {
  progress(`pulling ${tag}`);
  const stream = await docker.pull(tag, { abortSignal: signal });
  await new Promise<void>((resolve, reject) => {
    docker.modem.followProgress(stream, (error: Error | null) => (error ? reject(error) : resolve()));
  });
  const image = await presentImage(docker, tag);
  if (!image) throw new EngineError(`Docker pulled ${tag} but does not have it.`);
  return image;
}

export function statusOf(error: unknown): number | null {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : null;
}

/** What the daemon said, without the wrapping of its client. */
export function sentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const json = 'json' in error ? error.json : null;
  const said =
    typeof json === 'object' && json !== null && 'message' in json ? String(json.message) : error.message;
  return said.trim();
}
