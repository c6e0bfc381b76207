/** What the report says about the app as a whole: why it did not start, what was supplied, what was found in it. */
import { codeBlock, inlineCodeCell, markdown, markdownCell } from './boundary.ts';
import type { Detail } from './detail.ts';
import { details } from './markdown-details.ts';
import { type PlaceLinks, placeBlock, placeCell } from './markdown-place.ts';
import type { Report } from './schema.ts';
import { count } from './words.ts';

/** Where the app did not start, the message and its place are already what to fix first; of a stopped run all is said. */
export function problemBlock({ problem, outcome }: Report, detail: Detail, links: PlaceLinks): string {
  if (problem === null || outcome === 'stopped') return '';
  const log = problem.log === null ? '' : problem.log.trimEnd().split('\n').slice(-detail.log).join('\n');
  const said = outcome === 'no-app';
  return [
    said
      ? ''
      : `**What stopped it (${markdown(problem.stage, { max: 60 })}):** ${markdown(problem.message, { max: detail.sentence })}`,
    said || problem.place === null ? '' : placeBlock(problem.place, links),
    detail.log === 0 || log === ''
      ? ''
      : details(
          'The last lines that were printed',
          codeBlock(log, 'text', { max: detail.log * 120, keep: 'end' }),
          true,
        ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

export function remedyList({ remedies }: Report, detail: Detail): string {
  if (remedies.length === 0 || !detail.remedies) return '';
  const shown = remedies
    .slice(0, 30)
    .map(({ what, why }) => `- ${markdown(what, { max: 200 })}: ${markdown(why, { max: 300 })}`);
  const more = remedies.length - shown.length;
  return details(
    `🔧 What the grader had to supply (${remedies.length}); no points are lost for it`,
    [...shown, ...(more > 0 ? [`- ${more} more in report.json`] : [])].join('\n'),
  );
}

export function bindingTable({ binding }: Report, detail: Detail, links: PlaceLinks): string {
  if (binding.length === 0 || !detail.binding) return '';
  const columns = [
    'Looked for',
    'Found in your app',
    'Seen working',
    ...(detail.bindingReasons ? ['Why this one'] : []),
  ];
  const rows = binding.slice(0, 150).map(({ role, target, confirmed, reasons, place }) => {
    const cells = [
      inlineCodeCell(role, { max: 100 }),
      `${target === null ? 'not found' : inlineCodeCell(target, { max: 200 })}${place === null ? '' : ` in ${placeCell(place, links)}`}`,
      confirmed ? 'yes' : 'no',
      ...(detail.bindingReasons ? [markdownCell(reasons.slice(0, 5).join('; '), { max: 300 })] : []),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const missing = binding.filter(({ target }) => target === null).length;
  return details(
    `🔎 What was found in your app${missing > 0 ? ` (${count(missing, 'thing')} not found)` : ''}`,
    [
      'Is one of these wrong? Name the right one in `.milepost.yml` and push again.',
      '',
      `| ${columns.join(' | ')} |`,
      `|${columns.map(() => '---').join('|')}|`,
      ...rows,
    ].join('\n'),
  );
}
