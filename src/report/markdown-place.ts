/** A place in the learner's files, as a link to that line where the repository's page is known. */
import { codeBlock, inlineCode, inlineCodeCell, plain } from './boundary.ts';
import type { Place } from './schema.ts';

export interface PlaceLinks {
  /** e.g. "https://github.com/owner/name/blob/0123abc"; null: places are not linked. */
  files: string | null;
}

/** Links to the graded commit's files; everything that does not look like a commit gives none. */
export function placeLinks(repositoryUrl: string | undefined, commit: string | null): PlaceLinks {
  const known = repositoryUrl !== undefined && /^https?:\/\/[\w.:-]+\/[\w.-]+\/[\w.-]+$/.test(repositoryUrl);
  return {
    files:
      known && commit !== null && /^[0-9a-f]{40}$/.test(commit) ? `${repositoryUrl}/blob/${commit}` : null,
  };
}

/** `notes/views.py:41`, linked, and the line itself. */
export function placeText(place: Place, links: PlaceLinks): string {
  const code =
    place.code === null || place.code.trim() === '' ? '' : ` ${inlineCode(place.code, { max: 160 })}`;
  return `${linked(place, inlineCode(at(place), { max: 300 }), links)}${code}`;
}

export function placeCell(place: Place, links: PlaceLinks): string {
  return linked(place, inlineCodeCell(at(place), { max: 200 }), links);
}

/** The line as a block of code under its name. */
export function placeBlock(place: Place, links: PlaceLinks): string {
  const name = `Your line, ${linked(place, inlineCode(at(place), { max: 300 }), links)}:`;
  if (place.code === null || place.code.trim() === '') return name.replace(/:$/, '.');
  return `${name}\n\n${codeBlock(place.code.trim(), 'python', { max: 400 })}`;
}

function at({ file, line }: Place): string {
  return `${file}:${line}`;
}

/** Every byte of the name is percent-encoded, so that it cannot leave the address or the link; odd names get none. */
export function placeUrl(place: Place, { files }: PlaceLinks): string | null {
  const odd = plain(place.file, { max: 300 }) !== place.file || place.file.split('/').includes('..');
  return files === null || odd
    ? null
    : `${files}/${place.file.split('/').map(encodePart).join('/')}#L${place.line}`;
}

function linked(place: Place, text: string, links: PlaceLinks): string {
  const url = placeUrl(place, links);
  return url === null ? text : `[${text}](${url})`;
}

function encodePart(part: string): string {
  return encodeURIComponent(part).replace(/[!'()*~]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
}
