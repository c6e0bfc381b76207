/** What stands out: who needs help, what the class does not understand, what waits for the mentor. */
import { useMemo } from 'preact/hooks';
import { count } from '../../../report/words.ts';
import { type Cluster, clusters, hardest } from '../figures.ts';
import type { Row } from '../rows.ts';
import { Card, Some } from './card.tsx';
import type { OpenLearner, Parts } from './parts.ts';
import { Progress } from './progress.tsx';
import type { Decisions } from './use-decisions.ts';
import { Waiting } from './waiting.tsx';
import { dayOf, lasting, percent, pointsOf } from './words.ts';

type Props = Parts & { rows: Row[]; openLearner: OpenLearner; decided: Decisions['isDecided'] };

export function Overview(props: Props) {
  return (
    <div class="overview">
      <NeedHelp {...props} />
      <div class="stack">
        <NotUnderstood {...props} />
        <Progress {...props} />
      </div>
      <Errors {...props} />
      <Waiting {...props} />
    </div>
  );
}

function NeedHelp({ rows, exercise, data, looking, look, openLearner }: Props) {
  const stuck = useMemo(
    () => rows.filter((row) => row.stuck !== null).toSorted((a, b) => since(a) - since(b)),
    [rows],
  );
  const made = Date.parse(data.madeAt) / 1000;
  return (
    <Card
      title="Who is stuck"
      number={stuck.length}
      empty="Nobody has tried the same thing in vain for long."
    >
      <Some rows={stuck} first={6} more={() => look({ show: 'stuck', sort: 'stuck' })}>
        {(row) => {
          const requirement = row.stuck && exercise.requirements[row.stuck.requirement];
          return (
            <li key={row.id}>
              <button type="button" class="line" onClick={() => openLearner(row, requirement?.id)}>
                <b>{row.name}</b>
                <span class="aside" title={`since ${dayOf(since(row))}`}>
                  {lasting(made - since(row))}, {count(row.stuck?.runs ?? 0, 'run')}
                </span>
                <span class="what">
                  {requirement?.title}
                  {(row.stuck?.count ?? 0) > 1 && <i> and {(row.stuck?.count ?? 0) - 1} more</i>}
                </span>
              </button>
            </li>
          );
        }}
      </Some>
      {stuck.length === 0 && <FewestPoints {...{ rows, data, openLearner }} />}
      <p class="setting">
        Stuck: not passed over{' '}
        <input
          type="number"
          min={1}
          max={999}
          value={looking.runs}
          aria-label="Runs after which somebody is stuck"
          onInput={(event) => look({ runs: Math.max(1, Number(event.currentTarget.value) || 1) })}
        />{' '}
        runs and{' '}
        <input
          type="number"
          min={0}
          max={999}
          value={looking.days}
          aria-label="Days after which somebody is stuck"
          onInput={(event) => look({ days: Math.max(0, Number(event.currentTarget.value) || 0) })}
        />{' '}
        days
      </p>
    </Card>
  );
}

/** On the first day nobody is stuck yet, and somebody needs help all the same. */
function FewestPoints({ rows, data, openLearner }: Pick<Props, 'rows' | 'data' | 'openLearner'>) {
  const fewest = useMemo(
    () => rows.filter(({ marks }) => marks.has('open')).toSorted((a, b) => (a.share ?? 1) - (b.share ?? 1)),
    [rows],
  );
  if (fewest.length === 0) return null;
  return (
    <>
      <h3>Fewest points</h3>
      <Some rows={fewest}>
        {(row) => (
          <li key={row.id}>
            <button type="button" class="line" onClick={() => openLearner(row)}>
              <b>{row.name}</b>
              <span class="aside">{pointsOf(row.page.earned, row.page.possible)}</span>
              <span class="what">{data.texts[row.page.firstText ?? -1]}</span>
            </button>
          </li>
        )}
      </Some>
    </>
  );
}

const since = (row: Row): number => row.stuck?.since ?? 0;

function NotUnderstood({ rows, exercise, look }: Props) {
  const hard = useMemo(() => hardest(exercise, rows), [exercise, rows]);
  return (
    <Card title="What is passed least" empty="Everybody passes everything.">
      <Some rows={hard}>
        {({ requirement, passed, of }) => {
          const { id = '', title = '' } = exercise.requirements[requirement] ?? {};
          return (
            <li key={id}>
              <button
                type="button"
                class="line"
                title="Show who does not pass it"
                onClick={() => look({ requirement: id, state: 'open', show: '', kind: '' })}
              >
                <span class="subject">{title}</span>
                <span class="aside">
                  {passed} of {of} ({percent(passed / of)})
                </span>
                <span class="bar" aria-hidden="true">
                  <span style={{ width: `${(100 * passed) / of}%` }} />
                </span>
              </button>
            </li>
          );
        }}
      </Some>
    </Card>
  );
}

function Errors({ rows, exercise, looking, look }: Props) {
  const found = useMemo(() => clusters(exercise, rows), [exercise, rows]);
  const where = ({ kind }: Cluster) => exercise.requirements[kind.requirement]?.title ?? 'The whole run';
  return (
    <Card title="The most frequent errors" number={found.length} empty="No two learners have the same error.">
      <Some rows={found} first={5}>
        {(cluster) => (
          <li key={cluster.kind.id}>
            <button
              type="button"
              class="line"
              aria-pressed={looking.kind === cluster.kind.id}
              title={cluster.rows
                .map(({ name }) => name)
                .slice(0, 30)
                .join(', ')}
              onClick={() =>
                look({
                  kind: looking.kind === cluster.kind.id ? '' : cluster.kind.id,
                  show: '',
                  requirement: '',
                  state: '',
                })
              }
            >
              <span class="subject">{where(cluster)}</span>
              <span class="aside">{count(cluster.rows.length, 'learner')}</span>
              <span class="what">{cluster.kind.text}</span>
            </button>
          </li>
        )}
      </Some>
    </Card>
  );
}
