import type Docker from 'dockerode';
import { type Image, presentImage } from './images.ts';

/** Every Python that has an official image with a `-slim` tag and that our own Python runs on, newest first. */
export const pythonVersions = ['3.14', '3.13', '3.12', '3.11', '3.10', '3.9', '3.8', '3.7', '3.6'];

/** The newest Python image on this machine, or null. */
export async function somePython(docker: Docker): Promise<Image | null> {
  const images = await docker.listImages({ filters: { reference: ['python:3.*-slim'] } });
  const tags = new Set(images.flatMap((image) => image.RepoTags ?? []));
  const tag = pythonVersions.map((version) => `python:${version}-slim`).find((name) => tags.has(name));
  return tag ? presentImage(docker, tag) : null;
}
