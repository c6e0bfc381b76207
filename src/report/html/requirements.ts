/** All requirements in the order of the roadmap, each with what it was judged by. What to fix first stands open. */
import type { PlaceLinks } from '../markdown-place.ts';
import type { Row, View } from '../model.ts';
import { count, seconds } from '../words.ts';
import { evidenceList } from './evidence.ts';
import { anchorOf, copyable, type Html, html, section, sentence, short } from './page.ts';

export function requirementsSection(view: View, links: PlaceLinks): Html | null {
  if (view.rows.length === 0) return null;
  const shown = view.rows.slice(0, MOST);
  return section(
    'requirements',
    'Requirements',
    html`${filter(view)}
<ol class="requirements">
${shown.map((row) => requirementItem(row, view, links))}</ol>
${view.rows.length > shown.length ? html`<p class="more">${view.rows.length - shown.length} more in report.json.</p>` : null}`,
  );
}

const MOST = 400;

/** Works without a script: the style hides what is not asked for. */
function filter({ rows, passed, hasChanges }: View): Html {
  const choices = [
    { value: 'all', label: `All ${rows.length}`, shown: true },
    { value: 'open', label: `Not passed ${rows.length - passed.length}`, shown: true },
    { value: 'passed', label: `Passed ${passed.length}`, shown: true },
    {
      value: 'changed',
      label: `Changed ${rows.filter(({ change }) => change !== null).length}`,
      shown: hasChanges,
    },
  ].filter(({ shown }) => shown);
  return html`<fieldset class="filter"><legend class="unseen">Which requirements are shown</legend>
${choices.map(({ value, label }) => html`<label><input type="radio" name="show" value="${value}"${value === 'all' ? html` checked` : null}>${label}</label>`)}
<button type="button" class="all" hidden>Open all</button></fieldset>`;
}

function requirementItem(row: Row, { first }: View, links: PlaceLinks): Html {
  const { requirement, words, points, reason, change } = row;
  const passed = requirement.state === 'pass';
  const kind = requirement.advice && requirement.state === 'fail' ? 'advice' : requirement.state;
  const classes = `${kind} ${passed ? 'is-passed' : 'is-open'}${change === null ? '' : ' is-changed'}`;
  return html`<li class="${classes}"><details id="${anchorOf(requirement.id)}"${first !== null && requirement === first.requirement ? html` open` : null}>
<summary><span class="mark" aria-hidden="true">${words.mark}</span>
<h3>${short(requirement.title, 120)}</h3>
<span class="why">${sentence(reason, 300)}</span>
<span class="state"><b>${words.word}</b>${change === null ? null : html` <i class="change">${change}</i>`}</span>
<span class="worth">${points}</span></summary>
<div class="inside">
${passed || requirement.state === 'fail' ? null : html`<p class="meaning">${words.meaning}</p>`}
${short(reason, 4_000).length > 300 ? html`<p>${sentence(reason, 4_000)}</p>` : null}
${requirement.hint === null ? null : html`<p class="next"><strong>What to do:</strong> ${sentence(requirement.hint, 1_000)}</p>`}
${requirement.fragment === null ? null : html`<p>Paste this into <code>.milepost.yml</code>:</p>${copyable(requirement.fragment, 'the lines for .milepost.yml')}`}
${evidenceList(requirement, links)}
${requirement.evidence.length === 0 ? html`<p class="meaning">There is no further evidence.</p>` : html`<p class="more">${count(requirement.evidence.length, 'observation')}, ${seconds(requirement.milliseconds)}.</p>`}
</div></details></li>
`;
}
