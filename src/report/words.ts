/** The words of the reports, chosen once: how a state is called, and how numbers are written. */
import type { Evidence, State } from './schema.ts';

export interface StateWords {
  word: string;
  /** For Markdown and HTML. */
  symbol: string;
  /** One column wide, for terminals. */
  mark: string;
  /** What the state means for the learner. */
  meaning: string;
}

export const stateWords: Record<State, StateWords> = {
  pass: { word: 'Passed', symbol: '✅', mark: '✓', meaning: 'It works as the roadmap asks.' },
  fail: {
    word: 'Failed',
    symbol: '❌',
    mark: '✗',
    meaning: 'It was tried and does not do what the roadmap asks.',
  },
  blocked: {
    word: 'Blocked',
    symbol: '⛔',
    mark: '⊘',
    meaning: 'It could not be tried, because something that it needs failed.',
  },
  inconclusive: {
    word: 'Could not tell',
    symbol: '❓',
    mark: '?',
    meaning: 'The grader could not find it in your app, or could not be sure.',
  },
  error: {
    word: 'Grader error',
    symbol: '⚠️',
    mark: '!',
    meaning: 'The grader or the machine broke. It does not count against you.',
  },
  skipped: { word: 'Not applicable', symbol: '➖', mark: '–', meaning: 'It does not apply to your app.' },
  review: { word: 'Needs a mentor', symbol: '👀', mark: '…', meaning: 'A person has to look at this.' },
};

/** Advice that was not followed is not a failure, and must not look like one. */
export const adviceWords: StateWords = {
  word: 'Advice',
  symbol: '💡',
  mark: '*',
  meaning: 'Worth doing. It is never counted.',
};

/** Of a run that was stopped: nothing is known, and nothing broke. */
export const stoppedWords: StateWords = {
  word: 'Not judged',
  symbol: '➖',
  mark: '–',
  meaning: 'The run was stopped before this was judged.',
};

/** Where a piece of evidence was seen, said where it was not simply seen from outside. */
export const sourceWords: Record<Evidence['source'], string | null> = {
  observed: null,
  parsed: 'read in your files',
  reported: 'told by your app itself',
};

/** `2`, `2.5`, never `2.4999999999`. */
export function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export function points(value: number): string {
  return `${number(value)} ${value === 1 ? 'point' : 'points'}`;
}

export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

export function seconds(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** `a`, `a and b`, `a, b and c`. */
export function list(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
