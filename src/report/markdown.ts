/** The report as GitHub Markdown, with as much detail as asked for: the comment and the job summary are this. */
import { html, inlineCode, markdown, markdownCell } from './boundary.ts';
import type { Detail } from './detail.ts';
import { bindingTable, problemBlock, remedyList } from './markdown-app.ts';
import { details } from './markdown-details.ts';
import { requirementEvidence } from './markdown-evidence.ts';
import { type PlaceLinks, placeText } from './markdown-place.ts';
import type { Row, View } from './model.ts';
import { count, list, sourceWords, stateWords } from './words.ts';

export function renderMarkdown(
  view: View,
  detail: Detail,
  leftOut: readonly string[],
  links: PlaceLinks,
): string {
  const sections = [
    `## ${view.words.symbol} ${markdown(view.headline)}`,
    view.standing.map((sentence) => markdown(sentence)).join(' '),
    firstFixSection(view, detail, links),
    problemBlock(view.report, detail, links),
    requirementTable(view, detail),
    ...view.open
      .filter(hasMore)
      .slice(0, detail.requirements)
      .map((row) => openRow(row, view, detail, links)),
    waitingRows(view),
    passedRows(view, detail, links),
    remedyList(view.report, detail),
    bindingTable(view.report, detail, links),
    notes(view, detail),
    leftOut.length === 0
      ? ''
      : `*To fit into GitHub's limit, this leaves out ${list(leftOut)}. The file report.json has everything.*`,
    footer(view),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function firstFixSection({ first, nothingToFix }: View, detail: Detail, links: PlaceLinks): string {
  if (first === null) return `**${markdown(nothingToFix)}**`;
  const max = Math.min(detail.sentence, 500);
  return [
    `### Fix this first: ${markdown(first.title, { max: 100 })}`,
    markdown(first.reason, { max }),
    first.place === null ? '' : `Your line: ${placeText(first.place, links)}`,
    first.hint === null ? '' : `**What to do:** ${markdown(first.hint, { max })}`,
    first.unlocks.length === 0 ? '' : `It holds up ${titles(first.unlocks, 8)}.`,
  ]
    .filter((line) => line !== '')
    .join('\n\n');
}

function requirementTable({ rows, hasChanges }: View, detail: Detail): string {
  if (rows.length === 0) return '';
  const columns = [
    'Result',
    'Requirement',
    'Points',
    'What was seen',
    ...(hasChanges ? ['Since the last push'] : []),
  ];
  const shown = rows.slice(0, detail.requirements);
  const lines = shown.map((row) => {
    const cells = [
      `${row.words.symbol} ${row.words.word}`.replaceAll(' ', '&nbsp;'),
      markdownCell(row.requirement.title, { max: 100 }),
      row.points.replaceAll(' ', '&nbsp;'),
      markdownCell(row.reason, { max: Math.min(detail.sentence, 240) }),
      ...(hasChanges ? [row.change ?? ''] : []),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const missing = rows.length - shown.length;
  return [
    `| ${columns.join(' | ')} |`,
    `|${columns.map((name) => (name === 'Points' ? '---:' : '---')).join('|')}|`,
    ...lines,
    ...(missing > 0 ? ['', `*${count(missing, 'more requirement')} did not fit here.*`] : []),
  ].join('\n');
}

/** What the table does not say already. */
function hasMore({ requirement }: Row): boolean {
  return requirement.evidence.length > 0 || requirement.hint !== null || requirement.fragment !== null;
}

function openRow(row: Row, view: View, detail: Detail, links: PlaceLinks): string {
  const { requirement, words } = row;
  const isFirst = requirement === view.first?.requirement;
  const title = `${words.symbol} <b>${html(requirement.title, { max: 100 })}</b>: ${words.word}${requirement.advice ? '' : ` (${row.points})`}`;
  return details(title, requirementEvidence(requirement, words.meaning, detail, links), isFirst);
}

function waitingRows({ waiting }: View): string {
  const groups = waiting.slice(0, 20).map(
    ({ on, rows }) =>
      `- **${markdown(on, { max: 100 })}** holds up ${titles(
        rows.map((row) => row.requirement.title),
        20,
      )}.`,
  );
  return groups.length === 0
    ? ''
    : `${stateWords.blocked.symbol} Could not be tried yet:\n\n${groups.join('\n')}`;
}

function titles(all: readonly string[], most: number): string {
  const shown = all.slice(0, most).map((title) => markdown(title, { max: 60 }));
  const more = all.length - shown.length;
  return list(more > 0 ? [...shown, `${more} more`] : shown);
}

function passedRows({ passed }: View, detail: Detail, links: PlaceLinks): string {
  if (!detail.passedEvidence || passed.length === 0) return '';
  const short = { ...detail, evidence: Math.min(detail.evidence, 3), body: 0, headers: false };
  const parts = passed.slice(0, detail.requirements).map(({ requirement }) => {
    const seen = requirement.evidence
      .slice(0, short.evidence)
      .map(
        (e) =>
          `- ${markdown(e.summary, { max: short.sentence })}${sourceWords[e.source] === null ? '' : ` *(${sourceWords[e.source]})*`}`,
      );
    const where = requirement.evidence.find((e) => e.place !== null)?.place ?? null;
    return [
      `**${markdown(requirement.title, { max: 100 })}**${where === null ? '' : ` · ${placeText({ ...where, code: null }, links)}`}`,
      seen.length === 0 ? `- ${markdown(requirement.reason, { max: short.sentence })}` : seen.join('\n'),
    ].join('\n');
  });
  return details(`${stateWords.pass.symbol} What passed, and how it was seen`, parts.join('\n\n'));
}

function notes({ report }: View, detail: Detail): string {
  const sentences = [...report.notes, ...report.notIsolated].slice(0, 20);
  if (sentences.length === 0) return '';
  return `**Good to know**

${sentences.map((sentence) => `- ${markdown(sentence, { max: detail.sentence })}`).join('\n')}`;
}

function footer(view: View): string {
  return [
    `<sub>${markdown(view.origin)} · ${markdown(view.timings)} ${markdown(view.report.exercise.chosen, { max: 200 })}</sub>`,
    `<sub>The same run again on your machine: ${inlineCode(view.again)}</sub>`,
  ].join('<br>\n');
}
