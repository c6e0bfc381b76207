/**
 * What changed since the last push. The states of a run travel in a hidden line of the comment; when that comment is
 * read again anybody may have edited it, so it is parsed as untrusted input and only ever compared, never shown.
 */
import { z } from 'zod';
import { type Report, type RequirementResult, stateSchema } from './schema.ts';
import { number, stateWords } from './words.ts';

/** What is known of the run before. */
export interface Previous {
  requirements: Map<string, { state: RequirementResult['state']; earned: number }>;
  /** What it was, where it was not the last push. */
  name?: string;
}

/** The first line of a comment: finds the comment of an exercise again. */
export function marker(exerciseId: string): string {
  return `<!-- milepost:${exerciseId
    .replace(/[^\w.-]/g, '')
    .replace(/--+/g, '-')
    .slice(0, 100)} -->`;
}

/** The second line of a comment: the states, small enough to be there whatever else is left out. */
export function digest(report: Report): string {
  const states = report.requirements
    .slice(0, MOST)
    .map((r) => [r.id.slice(0, 100), r.state, r.points.earned]);
  while (JSON.stringify(states).length > LARGEST) states.pop();
  return `<!-- milepost-states:${Buffer.from(JSON.stringify(states)).toString('base64')} -->`;
}

/** The states in an earlier comment of this exercise; null where there are none that can be trusted to be well-formed. */
export function readDigest(comment: string, exerciseId: string): Previous | null {
  const [first, second] = comment.slice(0, LONGEST).split(/\r?\n/, 2);
  if (first !== marker(exerciseId)) return null;
  const encoded = /^<!-- milepost-states:([A-Za-z0-9+/]+={0,2}) -->$/.exec(second ?? '')?.[1];
  if (encoded === undefined) return null;
  const parsed = digestSchema.safeParse(parseJson(Buffer.from(encoded, 'base64').toString('utf8')));
  if (!parsed.success) return null;
  return { requirements: new Map(parsed.data.map(([id, state, earned]) => [id, { state, earned }])) };
}

/** One requirement's change in words; null: unchanged. */
export function change(requirement: RequirementResult, previous: Previous): string | null {
  const before = previous.requirements.get(requirement.id);
  if (before === undefined) return 'new';
  if (before.state !== requirement.state) return `was: ${stateWords[before.state].word}`;
  if (before.earned === requirement.points.earned) return null;
  return `was: ${number(before.earned)} of ${number(requirement.points.possible)}`;
}

/** All changes in one sentence. */
export function changeSummary(report: Report, previous: Previous): string {
  const since = previous.name ?? 'the last push';
  const known = report.requirements.filter((r) => previous.requirements.has(r.id));
  const was = (r: RequirementResult) => previous.requirements.get(r.id)?.state;
  const fixed = known.filter((r) => r.state === 'pass' && was(r) !== 'pass').length;
  const broken = known.filter((r) => r.state !== 'pass' && was(r) === 'pass').length;
  const other = known.filter((r) => change(r, previous) !== null).length - fixed - broken;
  const parts = [
    fixed > 0 ? `${fixed} newly passed` : null,
    broken > 0 ? `${broken} no longer passed` : null,
    other > 0 ? `${other} changed otherwise` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? `Nothing changed since ${since}.` : `Since ${since}: ${parts.join(', ')}.`;
}

const MOST = 200;
const LARGEST = 6_000;
const LONGEST = 10_000;
const digestSchema = z
  .array(z.tuple([z.string().max(100), stateSchema, z.number().min(0).max(1e6)]))
  .max(MOST);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
