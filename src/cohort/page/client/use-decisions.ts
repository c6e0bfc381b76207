/** What was decided on this page and is not in decisions.json yet. Kept by the browser where it can, until it is downloaded. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Decision } from '../../model.ts';
import type { PageData } from '../data.ts';
import { decisionsFile } from '../decisions-file.ts';
import { download } from './download.ts';

export interface Decisions {
  made: Decision[];
  saved: boolean;
  by: string;
  add: (decision: Decision) => void;
  remove: (decision: Decision) => void;
  save: () => void;
  isDecided: (learner: string, exercise: string, requirement: string) => Decision | undefined;
}

export function useDecisions(data: PageData): Decisions {
  const place = `milepost decisions ${data.title}`;
  const [made, setMade] = useState<Decision[]>(() => unknownOf(data, kept(place)));
  const [saved, setSaved] = useState(made.length === 0);
  useEffect(() => {
    keep(place, made);
    if (saved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [place, made, saved]);
  const same = (a: Decision, b: Decision) =>
    a.learner === b.learner &&
    a.exercise === b.exercise &&
    a.requirement === b.requirement &&
    a.commit === b.commit;
  const isDecided = useCallback<Decisions['isDecided']>(
    (learner, exercise, requirement) =>
      made.find(
        (one) => one.learner === learner && one.exercise === exercise && one.requirement === requirement,
      ),
    [made],
  );
  const change = (next: Decision[]) => {
    setMade(next);
    setSaved(next.length === 0);
  };
  return {
    made,
    saved,
    by: made.at(-1)?.by ?? data.decisions.at(-1)?.by ?? '',
    add: (decision) => change([...made.filter((one) => !same(one, decision)), decision]),
    remove: (decision) => change(made.filter((one) => !same(one, decision))),
    save: () => {
      download('decisions.json', 'application/json', decisionsFile(data.decisions, made));
      setSaved(true);
    },
    isDecided,
  };
}

/** Those that have reached decisions.json meanwhile are known; those about others belong to another page of that name. */
function unknownOf(data: PageData, made: Decision[]): Decision[] {
  const keyOf = (one: Decision) => JSON.stringify([one.learner, one.requirement, one.commit, one.at]);
  const known = new Set(data.decisions.map(keyOf));
  const learners = new Set(data.learners.map(({ id }) => id));
  return made.filter((one) => learners.has(one.learner) && !known.has(keyOf(one)));
}

/** Some browsers keep nothing for files: then the page forgets when it is closed, and asks before. */
function kept(place: string): Decision[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(found) ? (found as Decision[]) : [];
  } catch {
    return [];
  }
}

function keep(place: string, made: Decision[]): void {
  try {
    if (made.length === 0) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(made));
  } catch {
    // Not kept.
  }
}
