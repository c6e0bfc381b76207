/** Where the time of the run went, as one bar and in numbers. */
import type { Report } from '../schema.ts';
import { number, seconds } from '../words.ts';
import { type Html, html, section, short } from './page.ts';

/** As many shades as the style has. */
const SHADES = 8;

export function timingsSection({ timings }: Report): Html | null {
  const stages = Object.entries(timings)
    .filter(([name, time]) => name !== 'total' && time >= 1)
    .slice(0, 40);
  const all = stages.reduce((sum, [, time]) => sum + time, 0);
  if (all <= 0) return null;
  let before = 0;
  const bars = stages.map(([name, time], i) => {
    const x = before;
    before += time;
    return { name: short(name, 40), time, x, shade: `shade-${i % SHADES}` };
  });
  const share = (value: number) => `${number((100 * value) / all)}%`;
  return section(
    'timings',
    'Where the time went',
    html`<svg class="bar" role="img" aria-label="Stages of the run, in the order in which they ran" width="100%" height="14">
${bars.map(({ name, time, x, shade }) => html`<rect class="${shade}" x="${share(x)}" width="${share(time)}" height="14"><title>${name}: ${seconds(time)}</title></rect>`)}</svg>
<ul class="legend">${bars.map(({ name, time, shade }) => html`<li><svg width="10" height="10" aria-hidden="true"><rect class="${shade}" width="10" height="10" rx="2"/></svg>${name} <b>${seconds(time)}</b></li>`)}</ul>`,
  );
}
