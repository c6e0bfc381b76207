/** The top of the page: the points, drawn and in words, and how many of what. And its end: where it comes from. */
import type { View } from '../model.ts';
import type { Report } from '../schema.ts';
import { number, stateWords } from '../words.ts';
import { copyable, type Html, html, sentence, short } from './page.ts';

export function header({ report, words, standing }: View): Html {
  const { earned, possible } = report.score;
  return html`<header>
<p class="kind"><b class="${KINDS[words.mark] ?? 'other'}" aria-hidden="true">${words.mark}</b> Report of ${report.startedAt.slice(0, 10)}</p>
<h1>${short(report.exercise.title, 120)}: <span class="points"><strong>${number(earned)}</strong> of ${number(possible)} ${possible === 1 ? 'point' : 'points'}</span></h1>
${scoreBar(report)}
<p class="standing">${standing.map((one) => html`${sentence(one)} `)}</p>
</header>`;
}

/** Signs of letters, not of pictures: a machine without a font for these shows an empty box. */
const KINDS: Record<string, string> = { [stateWords.pass.mark]: 'pass', [stateWords.fail.mark]: 'fail' };

/** Earned, lost, and what could not be judged yet: together they are all points. */
function scoreBar({ score: { earned, judged, possible } }: Report): Html | null {
  if (possible <= 0) return null;
  const parts = [
    { name: 'earned', value: earned },
    { name: 'lost', value: judged - earned },
    { name: 'open', value: possible - judged },
  ].filter(({ value }) => value > 0);
  const left = (index: number) => parts.slice(0, index).reduce((sum, { value }) => sum + value, 0);
  const share = (value: number) => `${number((100 * value) / possible)}%`;
  return html`<svg class="bar" role="img" aria-label="${parts.map(({ name, value }) => `${number(value)} ${name}`).join(', ')}" width="100%" height="14">
${parts.map(({ name, value }, i) => html`<rect class="${name}" x="${share(left(i))}" width="${share(value)}" height="14"/>`)}</svg>
<ul class="legend" aria-hidden="true">${parts.map(({ name, value }) => html`<li><svg width="10" height="10"><rect class="${name}" width="10" height="10" rx="2"/></svg>${number(value)} ${name}</li>`)}</ul>`;
}

export function footer({ report, origin, timings, again }: View): Html {
  return html`<footer>
<p>${sentence(origin)} · ${sentence(timings)} ${sentence(report.exercise.chosen, 300)}</p>
<p>The same run again on your machine:</p>
${copyable(again, 'the command of the same run')}
</footer>`;
}
