/** A box of the overview, and a list in it that begins with the first few. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

export function Card(props: { title: string; number?: number; empty: string; children: ComponentChildren }) {
  const id = `card-${props.title.replace(/\W+/g, '-')}`;
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>
        {props.title} {props.number !== undefined && props.number > 0 && <small>{props.number}</small>}
      </h2>
      {props.number === 0 ? <p class="empty">{props.empty}</p> : null}
      {props.children}
    </section>
  );
}

const FIRST = 4;

/** The first few; all of them when they are asked for. */
export function Some<T>(props: {
  rows: T[];
  first?: number;
  more?: () => void;
  children: (row: T) => ComponentChildren;
}) {
  const [all, setAll] = useState(false);
  const { first = FIRST } = props;
  const shown = props.rows.slice(0, all ? 100 : first);
  const rest = props.rows.length - first;
  return (
    <>
      <ul>{shown.map((row) => props.children(row))}</ul>
      {rest > 0 && !all && (
        <button type="button" class="more" onClick={props.more ?? (() => setAll(true))}>
          {props.more === undefined ? `Show ${rest} more` : `Show all ${props.rows.length} in the table`}
        </button>
      )}
      {all && (
        <button type="button" class="more" onClick={() => setAll(false)}>
          Show fewer
        </button>
      )}
    </>
  );
}
