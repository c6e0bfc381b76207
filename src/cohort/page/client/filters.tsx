/** Which rows are shown, how many these are, and the files that hold exactly these. */
import { useMemo } from 'preact/hooks';
import type { State } from '../../../report/schema.ts';
import { count, stateWords } from '../../../report/words.ts';
import type { Mark, Row } from '../rows.ts';
import { csvOf, jsonOf } from '../table-file.ts';
import { download } from './download.ts';
import type { Parts } from './parts.ts';
import { markWords } from './words.ts';

const STATES = Object.entries(stateWords).map(([state, { word }]) => [state as State, word] as const);

export function Filters({
  data,
  exercise,
  looking,
  look,
  rows,
  shown,
}: Parts & { rows: Row[]; shown: Row[] }) {
  const groups = useMemo(() => groupsOf(rows), [rows]);
  const kind = exercise.kinds.find(({ id }) => id === looking.kind);
  const nothing = { search: '', group: '', show: '', requirement: '', state: '', kind: '' } as const;
  const filtered = Object.keys(nothing).some((key) => looking[key as keyof typeof nothing] !== '');
  const file =
    `${data.title} ${exercise.id}`.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'cohort';
  return (
    <div class="filters">
      <h2 id="learners-title">Learners</h2>
      <label>
        <span>Search</span>
        <input
          type="search"
          value={looking.search}
          placeholder="name, group, evidence"
          onInput={(event) => look({ search: event.currentTarget.value })}
        />
      </label>
      {groups.length > 0 && (
        <Select label="Group" value={looking.group} set={(group) => look({ group })} all="all groups">
          {groups.map((group) => [group, group])}
        </Select>
      )}
      <Select
        label="Show"
        value={looking.show}
        set={(show) => look({ show: show as Mark | '' })}
        all="everybody"
      >
        {Object.entries(markWords).map(([mark, { label }]) => [mark, label])}
      </Select>
      <Select
        label="Requirement"
        value={looking.requirement}
        set={(requirement) => look({ requirement })}
        all="any requirement"
      >
        {exercise.requirements.map(({ id, title }) => [id, title])}
      </Select>
      <Select
        label="State"
        value={looking.state}
        set={(state) => look({ state: state as State | '' })}
        all={looking.requirement === '' ? 'any state' : 'not passed'}
      >
        {[...(looking.requirement === '' ? [['open', 'not passed'] as const] : []), ...STATES]}
      </Select>
      {kind !== undefined && (
        <button type="button" class="chip" onClick={() => look({ kind: '' })} title="Show everybody again">
          <span>{kind.text}</span> <b aria-hidden="true">×</b>
        </button>
      )}
      <p class="count" role="status">
        {filtered ? `${shown.length} of ${count(rows.length, 'learner')}` : count(rows.length, 'learner')}
      </p>
      {filtered && (
        <button type="button" onClick={() => look(nothing)}>
          Clear filters
        </button>
      )}
      <span class="files">
        <button
          type="button"
          onClick={() => download(`${file}.csv`, 'text/csv', csvOf(data, exercise, shown))}
        >
          CSV
        </button>
        <button
          type="button"
          onClick={() => download(`${file}.json`, 'application/json', jsonOf(data, exercise, shown))}
        >
          JSON
        </button>
      </span>
    </div>
  );
}

function Select(props: {
  label: string;
  value: string;
  all: string;
  set: (value: string) => void;
  children: (readonly [value: string, text: string])[];
}) {
  return (
    <label>
      <span>{props.label}</span>
      <select value={props.value} onChange={(event) => props.set(event.currentTarget.value)}>
        <option value="">{props.all}</option>
        {props.children.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function groupsOf(rows: readonly Row[]): string[] {
  return [...new Set(rows.map(({ group }) => group))]
    .filter((group) => group !== '')
    .sort(new Intl.Collator('en').compare);
}
