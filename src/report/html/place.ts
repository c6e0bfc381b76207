/** A line of the learner's, with its text, linked where its page is known. */
import { type PlaceLinks, placeUrl } from '../markdown-place.ts';
import type { Place } from '../schema.ts';
import { block, type Html, html, short } from './page.ts';

/** `items/views.py:41` */
export function placeName(place: Place, links: PlaceLinks): Html {
  const name = html`<code>${short(place.file, 300)}:${place.line}</code>`;
  const url = placeUrl(place, links);
  return url === null ? name : html`<a href="${url}" rel="noreferrer">${name}</a>`;
}

/** The same with the line below it. */
export function placeLine(place: Place, links: PlaceLinks): Html {
  const code = place.code?.trim() ?? '';
  return html`<p class="place">Your line, ${placeName(place, links)}${code === '' ? '.' : ':'}</p>
${code === '' ? null : block(code, `Line ${place.line} of ${short(place.file, 100)}`, 400)}`;
}
