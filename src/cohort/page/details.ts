/** Why a requirement is not passed, cut to what a cohort of this size has room for. */
import type { Report, RequirementResult } from '../../report/schema.ts';
import type { PageDetail } from './data.ts';
import type { Texts } from './texts.ts';

/** Characters for all that one learner's result says, so that ten thousand of them still fit into one file. */
const ROOM_OF_ALL = 8_000_000;
const SHORTEST = 120;
const LONGEST = 1_500;
/** A mentor decides from these: they get more. */
const REVIEWED = 4;

export function detailsOf(
  report: Report,
  columns: readonly { id: string }[],
  rows: number,
  texts: Texts,
): PageDetail[] {
  const open = columns.flatMap(({ id }, index) => {
    const result = report.requirements.find((one) => one.id === id);
    return result === undefined || result.state === 'pass' || result.state === 'skipped'
      ? []
      : [{ index, result }];
  });
  const room = Math.floor(ROOM_OF_ALL / Math.max(1, rows) / Math.max(1, open.length));
  return open.map(({ index, result }) => detailOf(result, index, { report, texts, room }));
}

function detailOf(
  result: RequirementResult,
  index: number,
  { report, texts, room }: { report: Report; texts: Texts; room: number },
): PageDetail {
  const most = Math.min(LONGEST, Math.max(SHORTEST, room)) * (result.state === 'review' ? REVIEWED : 1);
  const wrong = result.evidence.filter((one) => !one.ok || result.state === 'review');
  const culprit = wrong.find((one) => one.place !== null)?.place ?? null;
  const detail: PageDetail = { requirement: index, reasonText: texts.add(result.reason, most) };
  const seen = seenIn(wrong, result.reason, most - result.reason.length);
  if (seen.length > 0) detail.seenText = seen.map((text) => texts.add(text, most));
  if (culprit !== null) detail.place = [texts.all[texts.add(culprit.file, 200)] ?? '', culprit.line];
  if (result.hint !== null && result.state !== 'review') detail.hintText = texts.add(result.hint, 400);
  const cause = causeOf(result, report);
  if (cause !== null) detail.blockedByText = texts.add(cause, 200);
  return detail;
}

/** As many pieces as there is room for; what the reason says already is not said again. */
function seenIn(evidence: RequirementResult['evidence'], reason: string, room: number): string[] {
  const pieces: string[] = [];
  let left = room;
  for (const one of evidence) {
    const exception = one.exception === null ? '' : ` ${one.exception}`;
    const text = one.summary === reason ? exception.trim() : `${one.summary}${exception}`;
    if (text === '' || pieces.includes(text)) continue;
    left -= Math.min(text.length, LONGEST);
    if (left < 0) break;
    pieces.push(text);
  }
  return pieces;
}

function causeOf({ state, blockedBy }: RequirementResult, { requirements }: Report): string | null {
  if (state !== 'blocked' || blockedBy === null) return null;
  return requirements.find(({ id }) => id === blockedBy)?.title ?? blockedBy;
}
