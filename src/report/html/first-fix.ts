/** The one thing to do next, with a way to its evidence. */
import type { PlaceLinks } from '../markdown-place.ts';
import type { View } from '../model.ts';
import { list } from '../words.ts';
import { anchorOf, type Html, html, section, sentence, short } from './page.ts';
import { placeLine } from './place.ts';

export function firstFixSection({ first, nothingToFix }: View, links: PlaceLinks): Html | null {
  if (first === null) return html`<p class="card calm"><strong>${sentence(nothingToFix)}</strong></p>\n`;
  const { requirement, title, reason, hint, place, unlocks } = first;
  const held = unlocks.slice(0, 12).map((one) => short(one, 80));
  const more = unlocks.length - held.length;
  return section(
    'first',
    `Fix this first: ${short(title, 100)}`,
    html`<div class="card first">
<p>${sentence(reason)}</p>
${place === null ? null : placeLine(place, links)}
${hint === null ? null : html`<p class="next"><strong>What to do:</strong> ${sentence(hint, 1_000)}</p>`}
${held.length === 0 ? null : html`<p>It holds up ${list(more > 0 ? [...held, `${more} more`] : held)}.</p>`}
${requirement === null ? null : html`<p><a href="#${anchorOf(requirement.id)}">See how it was found out</a></p>`}
</div>`,
  );
}
