/** Says in a sentence why the app did not start, and where in the learner's code. */
import type { Place } from '../report/schema.ts';
import type { AppProblem } from './channel.ts';
import type { InsideError } from './protocol.ts';
import type { StartFailure } from './start.ts';

const STAGES: Record<string, string> = {
  settings: 'reading the settings',
  setup: 'loading the installed apps',
  urls: 'reading the URL patterns',
  checks: "Django's own checks",
  database: 'connecting to the database',
  makemigrations: 'comparing the models with the migrations',
  migrate: 'applying the migrations',
  wsgi: 'loading the middleware',
  facts: 'reading the routes',
};

export function startFailure(problem: AppProblem, log: string): StartFailure {
  const inside = problem.inside;
  const stage = inside?.stage ?? 'start';
  const place = inside ? lastLearnerPlace(inside) : null;
  return { stage, message: sentence(problem, place), place, log };
}

/** The learner's own line that was running last. */
export function lastLearnerPlace(error: Pick<InsideError, 'frames'>): Place | null {
  const frame = error.frames.findLast((item) => item.learner && item.line > 0);
  return frame ? { file: frame.file, line: frame.line, code: frame.code } : null;
}

function sentence(problem: AppProblem, place: Place | null): string {
  const inside = problem.inside;
  const where = place ? ` (${place.file}, line ${place.line})` : '';
  if (!inside) {
    if (problem.kind === 'deadline') return `The app did not start in time: ${problem.message}.`;
    return `The app did not start: ${problem.message}.`;
  }
  const doing = STAGES[inside.stage] ?? inside.stage;
  if (inside.type === 'Timeout') return `The app hangs while ${doing}${where}: ${inside.message}.`;
  const text = `The app does not start: ${doing} failed with ${inside.type}: ${inside.message}${where}`;
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
