/**
 * Requests over time, one line for each client: a dot that was answered, a diamond that was refused. All lengths are shares of
 * the width, so that the drawing fits a phone with its letters as large as elsewhere.
 */
import type { Timeline } from '../schema.ts';
import { count, list, number, seconds } from '../words.ts';
import { type Html, html, short } from './page.ts';

interface Point {
  status: number | null;
  at: number;
}
interface Lane {
  name: string;
  points: Point[];
}

/** So many dots can be told apart; of more, evenly spread ones are drawn, and all that were refused. */
const MOST_POINTS = 240;
const MOST_LANES = 6;
const LANE = 44;
const LEFT = 4;
const RIGHT = 96;

export function timeline(given: Timeline | undefined): Html | null {
  const lanes = lanesOf(given?.answers ?? []);
  if (given === undefined || lanes.length === 0) return null;
  const end = Math.max(1, ...lanes.flatMap(({ points }) => points.map(({ at }) => at)));
  const x = (at: number) => `${number(LEFT + ((RIGHT - LEFT) * at) / end)}%`;
  const mark = limitMark(given, lanes, x);
  const height = lanes.length * LANE + 22;
  return html`<figure class="timeline"><figcaption>${caption(given, end)}</figcaption>
<svg role="img" aria-label="${spoken(given)}" width="100%" height="${height}">
${lanes.map((lane, i) => laneDrawing(lane, i * LANE, x))}
${mark}
${[0, 0.5, 1].map((share) => html`<text class="tick-${share * 2}" x="${x(end * share)}" y="${height - 4}">${seconds(end * share)}</text>`)}</svg>
<ul class="legend" aria-hidden="true"><li><svg width="12" height="12"><circle class="good" cx="6" cy="6" r="4"/></svg>answered</li><li><svg width="12" height="12"><path class="bad" d="M6 0L12 6 6 12 0 6Z"/></svg>refused</li>${mark && html`<li><svg width="12" height="12"><line class="limit" x1="6" x2="6" y1="0" y2="12"/></svg>the declared limit</li>`}</ul></figure>`;
}

function lanesOf(answers: Timeline['answers']): Lane[] {
  const names = [...new Set(answers.map(({ as }) => as))].slice(0, MOST_LANES);
  return names.map((name) => ({
    name,
    points: thinned(
      answers
        .filter(({ as }) => as === name)
        .flatMap(({ status, at }) => at.map((one) => ({ status, at: one }))),
    ),
  }));
}

function thinned(points: Point[]): Point[] {
  const step = Math.ceil(points.length / MOST_POINTS);
  return points.filter((point, i) => i % step === 0 || (isRefused(point) && i < MOST_POINTS * 8));
}

const isRefused = ({ status }: Point): boolean => status === null || status >= 400;

function laneDrawing({ name, points }: Lane, top: number, x: (at: number) => string): Html {
  const y = top + 28;
  const mark = (point: Point) =>
    isRefused(point)
      ? html`<svg x="${x(point.at)}" y="${y}" overflow="visible"><path class="bad" d="M0-6L6 0 0 6-6 0Z"><title>${seconds(point.at)}: ${point.status ?? 'no answer'}</title></path></svg>`
      : html`<circle class="good" cx="${x(point.at)}" cy="${y}" r="4"><title>${seconds(point.at)}: ${point.status ?? ''}</title></circle>`;
  return html`<text class="lane" x="0" y="${top + 14}">${short(name, 40)}</text>
<line class="rail" x1="${LEFT}%" x2="${RIGHT}%" y1="${y}" y2="${y}"/>
${points.map(mark)}`;
}

/** Where the last request that the declared limit allows was sent; not drawn where some were only counted. */
function limitMark(
  { limit, filled, answers }: Timeline,
  lanes: Lane[],
  x: (at: number) => string,
): Html | null {
  const sent = answers.filter(({ as }) => as === lanes[0]?.name).flatMap(({ at }) => at);
  const last = limit === null || limit < 1 || filled > 0 ? undefined : sent[limit - 1];
  if (last === undefined) return null;
  return html`<line class="limit" x1="${x(last)}" x2="${x(last)}" y1="18" y2="${lanes.length * LANE}"><title>The declared limit: ${limit}</title></line>`;
}

function caption({ limit, filled }: Timeline, end: number): string {
  const allowed =
    limit === null ? 'No declared limit was found' : `The declared limit allows ${count(limit, 'request')}`;
  const before = filled > 0 ? `; ${filled} of them were counted inside the app instead of being sent` : '';
  return `${allowed}${before}. The requests took ${seconds(end)}.`;
}

/** The same for those who do not see the drawing. */
function spoken({ answers }: Timeline): string {
  const parts = answers
    .slice(0, 12)
    .map(
      ({ as, status, at }) => `${count(at.length, 'request')} of ${short(as, 40)}: ${status ?? 'no answer'}`,
    );
  const more = answers.length - parts.length;
  return `${list(more > 0 ? [...parts, `${more} more changes`] : parts)}.`;
}
