/** One learner's result in one exercise: where they stand, what to talk about, the evidence. */
import { useEffect, useRef } from 'preact/hooks';
import type { PageData, PageExercise } from '../data.ts';
import type { Row } from '../rows.ts';
import { Line } from './progress.tsx';
import { Requirement } from './requirement.tsx';
import type { Decisions } from './use-decisions.ts';
import { dayOf, markWords, percent, pointsOf, timeOf } from './words.ts';

interface Props {
  data: PageData;
  exercise: PageExercise;
  looking: { at: string };
  row: Row;
  /** Left out: there is nothing to decide here. */
  decisions?: Decisions;
  /** What stands above it, and below that. */
  title: string;
  about: string;
}

export function Learner({ data, exercise, row, looking, decisions, title, about }: Props) {
  const { page, states } = row;
  const text = (index: number | undefined) => (index === undefined ? null : (data.texts[index] ?? null));
  const order = exercise.requirements.map((_, index) => index);
  const open = order.filter((index) => !['pass', 'skipped', null].includes(states[index] ?? null));
  const rest = order.filter((index) => !open.includes(index));
  const list = useRef<HTMLDivElement>(null);
  const at = looking.at;
  useEffect(() => {
    const wanted = [...(list.current?.querySelectorAll('details') ?? [])].find(
      (one) => one.dataset.requirement === at,
    );
    if (wanted === undefined) return;
    for (const outer of [wanted, wanted.parentElement?.closest('details')]) if (outer) outer.open = true;
    wanted.scrollIntoView({ block: 'nearest' });
    wanted.querySelector('summary')?.focus({ preventScroll: true });
  }, [at, row.id, exercise.id]);
  const item = (index: number) => (
    <Requirement key={index} data={data} exercise={exercise} row={row} index={index} decisions={decisions} />
  );
  return (
    <div class="learner" ref={list}>
      <h2>{title}</h2>
      <p class="where">
        {about} <Links row={row} />
      </p>
      <Standing row={row} />
      {page.whyText !== undefined && <p class="problem">{text(page.whyText)}</p>}
      {page.problemText !== undefined && <p class="problem">{text(page.problemText)}</p>}
      {page.firstText !== undefined && (
        <p class="first">
          Fix first: <b>{text(page.firstText)}</b>
        </p>
      )}
      {page.trustText !== undefined && (
        <div class="trust">
          <b>{page.states === undefined ? 'Not verified' : markWords.unverified.label}</b>
          <ul>
            {page.trustText.map((index) => (
              <li key={index}>{text(index)}</li>
            ))}
            {(page.sameAs ?? []).map((index) => (
              <li key={`same ${index}`}>The same as: {data.learners[index]?.name}</li>
            ))}
          </ul>
        </div>
      )}
      {(page.outdated ?? []).map((one) => (
        <p class="outdated" key={`${one.requirement} ${one.at}`}>
          {text(one.byText)} decided on {dayOf(one.at)} about an earlier commit: {one.requirement},{' '}
          {one.state === 'pass' ? 'passed' : 'failed'}. It does not count for this one.
        </p>
      ))}
      {page.history !== undefined && (
        <figure>
          <Line history={page.history} width={440} height={60} />
          <figcaption>
            Points: {[page.history[0], page.history.at(-1)].map(pointsThen).join(', then ')}
          </figcaption>
        </figure>
      )}
      {open.map(item)}
      {rest.some((index) => states[index] !== null) && (
        <details class="passed">
          <summary>Passed or not applicable: {rest.filter((index) => states[index] !== null).length}</summary>
          {rest.filter((index) => states[index] !== null).map(item)}
        </details>
      )}
    </div>
  );
}

function pointsThen(moment: [at: number, earned: number, possible: number] | undefined): string {
  return moment === undefined ? '' : `${pointsOf(moment[1], moment[2])} on ${dayOf(moment[0])}`;
}

function Standing({ row: { page, share, marks } }: { row: Row }) {
  return (
    <p class="standing">
      {share !== null && (
        <b>
          {pointsOf(page.earned, page.possible)} points ({percent(share)})
        </b>
      )}
      {page.judged !== undefined && page.possible !== undefined && page.judged < page.possible && (
        <span>{pointsOf(page.judged, page.possible)} judged</span>
      )}
      {page.at !== undefined && <span>Handed in {timeOf(page.at)}</span>}
      {marks.has('late') && <span class="late">Late</span>}
    </p>
  );
}

function Links({ row: { page, repository } }: { row: Row }) {
  const links = [
    ['Repository', repository],
    ['Pull request', page.pullRequest],
    ['Run', page.run],
    ['Commit', repository && page.commit ? `${repository}/commit/${page.commit}` : null],
    ['Whole report', page.report],
  ] as const;
  return (
    <>
      {links.map(([text, address]) =>
        address ? (
          <a key={text} href={address} target="_blank" rel="noopener noreferrer">
            {text}
          </a>
        ) : null,
      )}
    </>
  );
}
