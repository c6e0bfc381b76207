/** What is different from the run before; nothing where none is known. */
import type { Row, View } from '../model.ts';
import { anchorOf, type Html, html, section, short } from './page.ts';

export function changesSection({ rows, hasChanges }: View): Html | null {
  if (!hasChanges) return null;
  const changed = rows.filter(({ change }) => change !== null);
  const groups = [
    { title: 'Passed now', rows: changed.filter(({ requirement: { state } }) => state === 'pass') },
    { title: 'Not passed', rows: changed.filter(({ requirement: { state } }) => state !== 'pass') },
  ].filter(({ rows }) => rows.length > 0);
  return section(
    'changes',
    'What changed since the run before',
    groups.map(
      ({ title, rows }) => html`<h3>${title}</h3>
<ul class="changes">${rows.map(changeItem)}</ul>\n`,
    ),
  );
}

function changeItem({ requirement, words, change, points }: Row): Html {
  return html`<li><a href="#${anchorOf(requirement.id)}">${short(requirement.title, 120)}</a>: ${words.word}, ${points} <i class="change">${change}</i></li>`;
}
