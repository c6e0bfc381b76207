/** The evidence of one requirement in Markdown: what was seen, what was expected, the learner's line, how to repeat it. */
import { codeBlock, inlineCode, markdown, markdownCell } from './boundary.ts';
import type { Detail } from './detail.ts';
import { answerTitle, requestLines, responseLines, senderTitle } from './exchange.ts';
import { type PlaceLinks, placeBlock } from './markdown-place.ts';
import type { Evidence, RequirementResult } from './schema.ts';
import { count, sourceWords } from './words.ts';

export function requirementEvidence(
  requirement: RequirementResult,
  meaning: string,
  detail: Detail,
  links: PlaceLinks,
): string {
  const max = detail.sentence;
  const failing = requirement.evidence.filter((e) => !e.ok);
  const shown = [...failing, ...requirement.evidence.filter((e) => e.ok)].slice(0, detail.evidence);
  const more = requirement.evidence.length - shown.length;
  return [
    `${markdown(requirement.reason, { max })}${requirement.state === 'fail' ? '' : ` *${meaning}*`}`,
    requirement.hint === null ? '' : `**What to do:** ${markdown(requirement.hint, { max })}`,
    requirement.fragment === null
      ? ''
      : `Paste this into \`.milepost.yml\`:\n\n${codeBlock(requirement.fragment, 'yaml', { max: 3_000 })}`,
    ...shown.map((evidence) => evidenceBlock(evidence, requirement, detail, links)),
    more > 0 && shown.length > 0 ? `*${count(more, 'more observation')} in report.json.*` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function evidenceBlock(
  evidence: Evidence,
  requirement: RequirementResult,
  detail: Detail,
  links: PlaceLinks,
): string {
  const repeated = evidence.summary === requirement.reason;
  return [
    repeated ? '' : summaryLine(evidence, detail),
    comparison(evidence, detail),
    evidence.advice === undefined ? '' : markdown(evidence.advice, { max: detail.sentence }),
    evidence.exception === null ? '' : `Your code raised ${inlineCode(evidence.exception, { max: 300 })}.`,
    evidence.place === null ? '' : placeBlock(evidence.place, links),
    evidence.table === null ? '' : table(evidence.table, detail),
    evidence.exchange === null ? '' : exchangeBlock(evidence.exchange, detail),
    evidence.reproduce === null
      ? ''
      : `Try it yourself:\n\n${codeBlock(evidence.reproduce, 'sh', { max: 1_500 })}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function summaryLine({ ok, summary, source }: Evidence, { sentence }: Detail): string {
  const where = sourceWords[source] === null ? '' : ` *(${sourceWords[source]})*`;
  return `${ok ? '✅' : '👉'} **${markdown(summary, { max: sentence })}**${where}`;
}

function comparison({ expected, actual }: Evidence, { sentence }: Detail): string {
  return [
    expected === null ? '' : `- Expected: ${markdown(expected, { max: sentence })}`,
    actual === null ? '' : `- Got: ${markdown(actual, { max: sentence })}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** The one symbol-free table of all reports: cells are what the check wrote, cut to what a reader can take in. */
function table({ title, columns, rows }: NonNullable<Evidence['table']>, { tableRows }: Detail): string {
  const width = columns.slice(0, MOST_COLUMNS);
  const shown = rows.slice(0, tableRows);
  const line = (cells: readonly string[]) =>
    `| ${width.map((_, i) => markdownCell(cells[i] ?? '', { max: 160 })).join(' | ')} |`;
  return [
    `*${markdown(title, { max: 200 })}*`,
    '',
    line(columns),
    `|${width.map(() => '---').join('|')}|`,
    ...shown.map(line),
    ...(rows.length > shown.length
      ? ['', `*${count(rows.length - shown.length, 'more row')} in report.json.*`]
      : []),
  ].join('\n');
}

function exchangeBlock(exchange: NonNullable<Evidence['exchange']>, detail: Detail): string {
  const max = detail.body + 4_000;
  return [
    `${markdown(senderTitle(exchange), { max: 80 })}:`,
    codeBlock(requestLines(exchange, detail), 'http', { max }),
    `${markdown(answerTitle(exchange))}:`,
    codeBlock(responseLines(exchange, detail), 'http', { max }),
  ].join('\n\n');
}

const MOST_COLUMNS = 12;
