/**
 * What all parts of the HTML page are written with. Every string that stands in a template is stripped of what is not
 * visible text and then escaped, whoever wrote it: there is no other way into the page.
 */
import { html as escaped, type SafeHtml } from '@remix-run/html-template';
import { plain, plainLines } from '../boundary.ts';

export type Html = SafeHtml;
export type Part = Html | string | number | null | Part[];

/** No template may hold more than this of one text, whatever its caller allows. */
const LONGEST = 30_000;

export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return escaped(strings, ...parts.map(inert));
}

function inert(part: Part): Part {
  if (typeof part === 'string') return isInert(part) ? part : plainLines(part, { max: LONGEST });
  return Array.isArray(part) ? part.map(inert) : part;
}

/** Most texts are, and looking is much faster than making sure. */
const isInert = (text: string): boolean => text.length <= LONGEST && /^[ -~\n]*$/.test(text);

/** A sentence, in which `code` in backticks is shown as code. */
export function sentence(text: string, max = 600): Html {
  const parts = plain(text, { max }).split(/`([^`]+)`/);
  return html`${parts.map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : spaced(part)))}`;
}

/** The boundary takes spaces off the ends of a text; between words and code they matter. */
function spaced(part: string): Html {
  return html`${/^\s/.test(part) ? SPACE : null}${part.trim()}${/\S\s+$/.test(part) ? SPACE : null}`;
}
const SPACE = escaped` `;

/** Text in one line, cut. */
export const short = (text: string, max: number): string => plain(text, { max });

/** Lines that can be copied with one press; without the script the button is not there. */
export function copyable(lines: string, label: string, max = 4_000): Html {
  return html`<div class="copyable"><pre tabindex="0" role="group" aria-label="${label}"><code>${plainLines(lines, { max })}</code></pre><button type="button" class="copy" hidden>Copy<span class="unseen"> ${label}</span></button></div>`;
}

/** Lines to read. A block that may be wider than the page can be scrolled with the keyboard, too. */
export function block(lines: string, label: string, max = 4_000, keep: 'start' | 'end' = 'start'): Html {
  return html`<pre tabindex="0" role="group" aria-label="${label}"><code>${plainLines(lines, { max, keep })}</code></pre>`;
}

export interface TableOptions {
  caption: string;
  /** The caption is only read out: a heading above says it already. */
  captionUnseen?: boolean;
  columns: Part[];
  rows: Part[][];
  /** How many rows were left out. */
  more?: number;
}

/** The first cell of each row is its name. */
export function table({ caption, captionUnseen = false, columns, rows, more = 0 }: TableOptions): Html {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${short(caption, 200)}"><table>
<caption${captionUnseen ? UNSEEN : null}>${sentence(caption, 200)}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows.map(([first = '', ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table></div>${more > 0 ? html`<p class="more">${more} more in report.json.</p>` : null}`;
}
const UNSEEN = escaped` class="unseen"`;

/** The place on the page where a requirement stands. */
export const anchorOf = (id: string): string => `r-${id.replace(/[^\w.-]/g, '_').slice(0, 100)}`;

/** A part of the page with a heading; nothing inside: nothing at all. */
export function section(id: string, title: string, inside: Part): Html | null {
  if (inside === null || (Array.isArray(inside) && inside.every((one) => one === null))) return null;
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${inside}</section>\n`;
}
