/** One requirement of one learner, with why it is not passed. Everything that the learner wrote is text, never markup. */
import { count, number } from '../../../report/words.ts';
import type { PageData, PageDetail, PageExercise } from '../data.ts';
import { detailOf, isFailing, type Row, wordsOfState } from '../rows.ts';
import { lookOf } from './cell.tsx';
import { Decide } from './decide.tsx';
import type { Decisions } from './use-decisions.ts';
import { dayOf, timeOf } from './words.ts';

interface Props {
  data: PageData;
  exercise: PageExercise;
  row: Row;
  index: number;
  decisions?: Decisions | undefined;
}

export function Requirement(props: Props) {
  const { data, exercise, row, index, decisions } = props;
  const { id = '', title = '', points = 0, advice = false } = exercise.requirements[index] ?? {};
  const state = row.states[index] ?? null;
  const detail = detailOf(row.page, index);
  const streak = (row.page.streaks ?? []).find(([requirement]) => requirement === index);
  const decided = (row.page.decided ?? []).find(({ requirement }) => requirement === index);
  const words = state === null ? null : wordsOfState(state, exercise.requirements[index]);
  return (
    <details class="requirement" data-requirement={id} data-state={state ?? 'none'} open={state === 'review'}>
      <summary>
        <span class={`mark ${lookOf(state, advice)}`} aria-hidden="true">
          {words?.mark}
        </span>
        <span class="title">{title}</span>
        <span class="aside">
          {words?.word}
          {advice ? words?.word !== 'Advice' && ', advice' : ` · ${number(points)}`}
        </span>
      </summary>
      {streak !== undefined && isFailing(state) && (
        <p class="since">
          Not passed since {dayOf(streak[2])}, over {count(streak[1], 'run')}.
        </p>
      )}
      {decided !== undefined && (
        <p class="decided">
          Decided by {data.texts[decided.byText]} on {timeOf(decided.at)}. {data.texts[decided.noteText]}
        </p>
      )}
      {detail !== undefined ? (
        <Evidence {...props} detail={detail} />
      ) : (
        state === 'pass' && <p>{words?.meaning}</p>
      )}
      {state === 'review' && decisions !== undefined && (
        <Decide row={row} exercise={exercise} requirement={index} decisions={decisions} />
      )}
    </details>
  );
}

function Evidence({ data, row, detail }: Props & { detail: PageDetail }) {
  const text = (index: number | undefined) => (index === undefined ? null : (data.texts[index] ?? null));
  return (
    <>
      <p class="reason">{text(detail.reasonText)}</p>
      {detail.blockedByText !== undefined && <p>It waits for: {text(detail.blockedByText)}</p>}
      {detail.seenText !== undefined && (
        <ul class="seen">
          {detail.seenText.map((index) => (
            <li key={index}>{text(index)}</li>
          ))}
        </ul>
      )}
      {detail.place !== undefined && <Place row={row} place={detail.place} />}
      {detail.hintText !== undefined && <p class="hint">{text(detail.hintText)}</p>}
    </>
  );
}

/** A link to the very line where it is known which commit that was. */
function Place({ row, place: [file, line] }: { row: Row; place: [string, number] }) {
  const text = `${file}:${line}`;
  const { repository, page } = row;
  if (repository === null || page.commit === undefined)
    return (
      <p class="place">
        <code>{text}</code>
      </p>
    );
  const path = file.split('/').map(encodeURIComponent).join('/');
  return (
    <p class="place">
      <a
        href={`${repository}/blob/${page.commit}/${path}#L${line}`}
        target="_blank"
        rel="noopener noreferrer"
      >
        <code>{text}</code>
      </a>
    </p>
  );
}
