/** The path of a file as a tool may open it: within the repository, and exactly what it looks like; null for any other. */
import { plain } from './boundary.ts';

export function ownPath(file: string): string | null {
  const path = plain(file, { max: 1_000 });
  return path !== file || path === '' || path.startsWith('/') || path.split('/').includes('..') ? null : path;
}
