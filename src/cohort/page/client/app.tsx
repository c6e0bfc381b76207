/** The mentor's page, top-down: which exercise, the numbers, what stands out, the table, and one learner beside it. */
import { useEffect, useMemo } from 'preact/hooks';
import type { PageData } from '../data.ts';
import { type Row, rowsOf } from '../rows.ts';
import { DecisionsBar } from './decisions-bar.tsx';
import { Filters } from './filters.tsx';
import { Grid } from './grid.tsx';
import { Learner } from './learner.tsx';
import { Overview } from './overview.tsx';
import { SidePanel } from './side-panel.tsx';
import { Tiles } from './tiles.tsx';
import { useAddress } from './use-address.ts';
import { useDecisions } from './use-decisions.ts';
import { useShownRows } from './use-table.ts';
import { timeOf } from './words.ts';

export function App({ data }: { data: PageData }) {
  const [looking, look] = useAddress();
  const decisions = useDecisions(data);
  const exercise = data.exercises.find(({ id }) => id === looking.exercise) ?? data.exercises[0];
  const { runs, days } = looking;
  const rows = useMemo(
    () => (exercise === undefined ? [] : rowsOf(data, exercise, { runs, days })),
    [data, exercise, runs, days],
  );
  const inGroup = useMemo(
    () => (looking.group === '' ? rows : rows.filter((row) => row.group === looking.group)),
    [rows, looking.group],
  );
  const shown = useShownRows({ exercise: exercise ?? NO_EXERCISE, texts: data.texts }, rows, looking);
  const open = rows.find(({ id }) => id === looking.open);
  useEffect(() => {
    document.title = open === undefined ? data.title : `${open.name} – ${data.title}`;
  }, [open, data.title]);
  if (exercise === undefined) return <p class="empty">There is no exercise in this cohort.</p>;
  const parts = { data, exercise, looking, look };
  const openLearner = (row: Row, requirement?: string) => look({ open: row.id, at: requirement ?? '' });
  return (
    <>
      <button type="button" class="skip" onClick={toTable}>
        Skip to the table
      </button>
      <header class="top">
        <h1>{data.title}</h1>
        <Exercises {...parts} />
        <p class="when">
          {data.deadline !== null && <span>Deadline {timeOf(seconds(data.deadline))}</span>}
          <span>Collected {timeOf(seconds(data.collectedAt))}</span>
        </p>
      </header>
      <main>
        {data.problems.map((problem) => (
          <p class="problem" role="alert" key={problem}>
            {problem}
          </p>
        ))}
        <DecisionsBar decisions={decisions} />
        <Tiles rows={inGroup} {...parts} />
        <Overview rows={inGroup} decided={decisions.isDecided} openLearner={openLearner} {...parts} />
        <section class="learners" aria-labelledby="learners-title">
          <Filters shown={shown} rows={rows} {...parts} />
          <Grid rows={shown} openLearner={openLearner} decided={decisions.isDecided} {...parts} />
        </section>
      </main>
      {open !== undefined && (
        <SidePanel key={open.id} label={`Results of ${open.name}`} close={() => look({ open: '', at: '' })}>
          <Learner
            row={open}
            decisions={decisions}
            title={open.name}
            about={[open.group, exercise.title].filter(Boolean).join(' · ')}
            {...parts}
          />
        </SidePanel>
      )}
    </>
  );
}

const NO_EXERCISE = { id: '', title: '', requirements: [], kinds: [], rows: [] };
const seconds = (iso: string): number => Date.parse(iso) / 1000;

/** No link: the address holds what is looked at. */
function toTable(): void {
  document.querySelector<HTMLElement>('[role=grid] [tabindex="0"]')?.focus();
}

function Exercises({
  data,
  exercise,
  look,
}: Pick<Parameters<typeof Tiles>[0], 'data' | 'exercise' | 'look'>) {
  if (data.exercises.length < 2) return <p class="exercise">{exercise.title}</p>;
  return (
    <nav aria-label="Exercises">
      {data.exercises.map(({ id, title }) => (
        <button
          type="button"
          key={id}
          aria-current={id === exercise.id ? 'page' : undefined}
          onClick={() => look({ exercise: id, requirement: '', state: '', kind: '', sort: '', at: '' })}
        >
          {title}
        </button>
      ))}
    </nav>
  );
}
