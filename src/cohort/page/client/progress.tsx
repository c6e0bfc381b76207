/** How the class came on, drawn: the mean of the points, and how many had handed in by then. */
import { useMemo } from 'preact/hooks';
import { type Moment, progress } from '../figures.ts';
import type { Row } from '../rows.ts';
import { Card } from './card.tsx';
import type { Parts } from './parts.ts';
import { dayOf, percent } from './words.ts';

const [WIDTH, HEIGHT] = [320, 110];

export function Progress({ rows, data }: Parts & { rows: Row[] }) {
  const moments = useMemo(() => progress(rows), [rows]);
  const [first, last] = [moments[0], moments.at(-1)];
  if (first === undefined || last === undefined) return null;
  const span = Math.max(1, last.at - first.at);
  const x = ({ at }: Moment) => (WIDTH * (at - first.at)) / span;
  const line = (value: (moment: Moment) => number) =>
    moments.map((one) => `${x(one).toFixed(1)},${(HEIGHT * (1 - value(one))).toFixed(1)}`).join(' ');
  const deadline = data.deadline === null ? null : Date.parse(data.deadline) / 1000;
  return (
    <Card title="Progress" empty="">
      <svg
        class="chart"
        role="img"
        viewBox={`-1 -4 ${WIDTH + 2} ${HEIGHT + 8}`}
        aria-label={`Mean of the points: ${percent(first.mean)} on ${dayOf(first.at)}, ${percent(last.mean)} on ${dayOf(last.at)}. Handed in: ${first.handedIn}, then ${last.handedIn} of ${rows.length}.`}
      >
        {[0, 0.5, 1].map((share) => (
          <line key={share} class="rule" x1={0} x2={WIDTH} y1={HEIGHT * share} y2={HEIGHT * share} />
        ))}
        <polyline class="handed-in" points={line(({ handedIn }) => handedIn / Math.max(1, rows.length))} />
        <polyline class="mean" points={line(({ mean }) => mean)} />
        {deadline !== null && deadline > first.at && deadline < last.at && (
          <line
            class="deadline"
            x1={(WIDTH * (deadline - first.at)) / span}
            x2={(WIDTH * (deadline - first.at)) / span}
            y1={0}
            y2={HEIGHT}
          />
        )}
      </svg>
      <p class="legend" aria-hidden="true">
        <span>{dayOf(first.at)}</span>
        <span class="mean">points, mean: {percent(last.mean)}</span>
        <span class="handed-in">
          handed in: {last.handedIn} of {rows.length}
        </span>
        <span>{dayOf(last.at)}</span>
      </p>
    </Card>
  );
}

/** One learner's points over time, small or large; what it shows is said beside it. */
export function Line({
  history,
  width,
  height,
}: {
  history: [number, number, number][];
  width: number;
  height: number;
}) {
  const [start, end] = [history[0]?.[0] ?? 0, history.at(-1)?.[0] ?? 1];
  const points = history.map(([at, earned, possible]) => {
    const share = possible > 0 ? earned / possible : 0;
    return `${((width * (at - start)) / Math.max(1, end - start)).toFixed(1)},${(height * (1 - share)).toFixed(1)}`;
  });
  return (
    <svg
      class="spark"
      preserveAspectRatio="none"
      aria-hidden="true"
      width={width}
      height={height + 4}
      viewBox={`-1 -2 ${width + 2} ${height + 4}`}
    >
      <line class="rule" x1={0} x2={width} y1={height} y2={height} />
      <polyline class="mean" points={points.join(' ')} />
    </svg>
  );
}
