/** What a step checks, as a reader would say it: derived from the spec, so that it can never be out of date. */
import { whatItDoes } from './does.ts';
import { describePredicate, type Predicate } from './predicates.ts';
import { parseQuery } from './queries.ts';
import type { ExerciseSpec } from './schema.ts';
import type { QueryName, Step } from './steps.ts';

/** What is done, and what must hold afterwards. */
export interface StepWords {
  does: string;
  expects: string[];
}

export function stepInWords(step: Step, spec: ExerciseSpec): StepWords {
  const expects = step.probe === 'given' ? [] : Object.entries(step.expect).map(expectation(spec, step));
  return { does: whatItDoes(step, spec), expects };
}

type Say = (wanted: Wanted, argument: string, spec: ExerciseSpec, step: Step) => string;
/** `truth` is null where the predicate is more than yes or no. */
interface Wanted {
  truth: boolean | null;
  words: string;
}

function expectation(spec: ExerciseSpec, step: Step): (expected: [string, Predicate]) => string {
  const say = ([text, predicate]: [string, Predicate]): string => {
    const query = parseQuery(text);
    const ruledOut = onlyRulesOut(predicate);
    if (ruledOut !== null) return `${say([text, !ruledOut])}, where that can be told`;
    const wanted = { truth: truthOf(predicate), words: describePredicate(predicate) };
    if ('problem' in query) return `${text} is ${wanted.words}`;
    const counted = query.filters.join() === 'count' && COUNTED.includes(query.name);
    return query.filters.length > 0 && !counted
      ? `${text} is ${wanted.words}`
      : SAYS[query.name as QueryName](wanted, query.argument, spec, step);
  };
  return say;
}

/** Lists whose words go with a number. */
const COUNTED = [
  'findings',
  'unexplained',
  'weaknesses',
  'warnings',
  'insecure-defaults',
  'gaps',
  'dead',
  'crashing',
  'unnamed',
  'unguarded',
  'reflected',
  'migrations',
];

/** `{ not: true }` and `{ not: false }` also hold where nothing is known. */
function onlyRulesOut(predicate: Predicate): boolean | null {
  if (predicate === null || typeof predicate !== 'object' || Object.keys(predicate).length !== 1) return null;
  return typeof predicate.not === 'boolean' ? predicate.not : null;
}

function truthOf(predicate: Predicate): boolean | null {
  if (typeof predicate === 'boolean') return predicate;
  if (predicate === null || typeof predicate !== 'object') return null;
  if (Object.keys(predicate).length !== 1) return null;
  if (predicate.exists !== undefined) return predicate.exists;
  return typeof predicate.equals === 'boolean' ? predicate.equals : null;
}

/** `yes` where something must hold, `no` where it must not; else the subject with the predicate in words. */
const either =
  (yes: string, no: string, subject: string): Say =>
  ({ truth, words }) =>
    truth === null ? `${subject} is ${words}` : truth ? yes : no;

const SAYS: Record<QueryName, Say> = {
  status: ({ words }) => `the status is ${words}`,
  body: ({ words }) => `the body is ${words}`,
  header: ({ words }, name) => `the header ${name} is ${words}`,
  json: ({ words }, path) => `${path} of the answer is ${words}`,
  reason: either('the answer gives a reason', 'the answer gives no reason', 'the reason'),
  crashed: either('the app crashes', 'the app does not crash', 'a crash'),
  lifetime: ({ words }) => `the token expires within ${words} seconds`,
  kept: ({ words }) => `what was sent is what is stored: ${words}`,
  token: either('the answer holds a token', 'the answer holds no token', 'the token'),
  claim: ({ truth, words }, name) =>
    truth === null
      ? `the claim ${name} of the token is ${words}`
      : `the token has ${truth ? 'a' : 'no'} claim ${name}`,
  account: either(
    'the password stands readable in the database',
    'the password does not stand readable in the database',
    'the password in the database',
  ),
  discloses: either(
    'the answer holds the password or its hash',
    'the answer holds neither the password nor its hash',
    'the password in the answer',
  ),
  exists: either('the account exists afterwards', 'no account exists afterwards', 'the account'),
  shows: ({ truth, words }, argument, _, step) => {
    const [row, slot] = argument.split('.');
    const what = slot === undefined ? `"${row}"` : `the ${slot} of "${row}"`;
    const where = step.probe === 'visit' ? 'page' : 'answer';
    return truth === null
      ? `whether the ${where} shows ${what} is ${words}`
      : `the ${where} ${truth ? 'shows' : 'does not show'} ${what}`;
  },
  stored: (wanted, argument, spec, step) =>
    (step.probe === 'submit'
      ? either('what was written is saved', 'nothing is saved', 'whether it is saved')
      : either('the new row can be read afterwards', 'no row is stored', 'the stored row'))(
      wanted,
      argument,
      spec,
      step,
    ),
  owner: ({ words }) => `the owner of the new row is ${words}`,
  row: ({ truth, words }, argument) => {
    const [row = '', what = 'changed'] = argument.split('.');
    const said = ROW_WORDS[what];
    return truth === null || said === undefined
      ? `row ${argument} is ${words}`
      : `"${row}" ${said[truth ? 'yes' : 'no']} afterwards`;
  },
  slot: ({ truth, words }, slot, spec, step) => {
    const label = labelOf(slot, spec, step);
    return truth === null
      ? `the ${label} is ${words}`
      : `there is ${truth ? 'a' : 'no'} field for the ${label}`;
  },
  kind: ({ words }, slot, spec, step) => `the ${labelOf(slot, spec, step)} is of the kind ${words}`,
  automatic: ({ truth, words }, slot, spec, step) =>
    `the ${labelOf(slot, spec, step)} is ${truth === null ? words : truth ? 'set by itself' : 'not set by itself'}`,
  pagination: either('the list is paginated', 'the list is not paginated', 'the pagination'),
  documentation: either('the API is documented', 'the API is not documented', 'the documentation'),
  version: either('the API is versioned', 'the API is not versioned', 'the version'),
  filtering: either('the list can be filtered', 'the list cannot be filtered', 'the filtering'),
  limited: either('the app refuses at some point', 'the app never refuses', 'the limit'),
  'retry-after': either('Retry-After is sent', 'Retry-After is not sent', 'Retry-After'),
  'other-client': either(
    'the other client is refused too',
    'the other client is not refused',
    'the other client',
  ),
  unmistakable: ({ truth, words }, slot, spec, step) =>
    truth === true
      ? `no two rows have the same ${labelOf(slot, spec, step)}`
      : `whether no two rows have the same ${labelOf(slot, spec, step)} is ${words}`,
  migrations: ({ truth, words }, which) =>
    truth === false ? `no migration is ${which}` : `migrations that are ${which}: ${words}`,
  compared: ({ words }, row) =>
    words === 'more' || words === 'less'
      ? `"${row}" is shown ${words} often than on the other page`
      : `how often "${row}" is shown, compared with the other page, is ${words.replace(/\bsame\b/, 'the same')}`,
  template: ({ words }) =>
    `the page is ${words.replace(/\b(extends|plain|none)\b/g, (name) => TEMPLATES[name] ?? name)}`,
  text: ({ words }) => `the text of the page is ${words}`,
  author: ({ words }) => `the author of what was written is ${words}`,
  shown: either('a page shows it afterwards', 'no page shows it', 'whether a page shows it'),
  belongs: ({ truth, words }, row) =>
    truth === true ? `it belongs to "${row}"` : `whether it belongs to "${row}" is ${words}`,
  executes: either(
    'what was written runs as script',
    'nothing of it runs as script',
    'whether it runs as script',
  ),
  'signed-in': either(
    'the visitor is signed in',
    'the visitor is not signed in',
    'whether the visitor is signed in',
  ),
  'turned-away': either(
    'the visitor is turned away',
    'the visitor is not turned away',
    'whether the visitor is turned away',
  ),
  complaint: either('the page says what is wrong', 'the page says nothing', 'the complaint'),
  managed: either('the admin lists and edits them', 'the admin does not have them', 'the admin'),
  finds: ({ truth, words }, row) =>
    truth === null ? `whether "${row}" is found is ${words}` : `"${row}" is ${truth ? '' : 'not '}found`,
  filter: either('a filter does that', 'no filter does that', 'the filter'),
  dead: ({ words }) => `links that lead nowhere: ${words}`,
  crashing: ({ words }) => `links that lead to a crash: ${words}`,
  pages: ({ words }) => `pages that were seen: ${words}`,
  unnamed: ({ words }) => `views without a named URL: ${words}`,
  unguarded: ({ words }) => `forms that are accepted without their CSRF token: ${words}`,
  findings: ({ words }) => `findings that count: ${words}`,
  unexplained: ({ words }) => `findings that were silenced without a reason: ${words}`,
  weaknesses: ({ words }) => `weaknesses that were proven: ${words}`,
  warnings: ({ words }) => `warnings of Django's checks that count: ${words}`,
  'insecure-defaults': ({ words }) => `settings that are insecure where nobody sets them: ${words}`,
  file: either('there is such a text', 'there is no such text', 'the file'),
  gaps: ({ words }) => `what is missing in the text: ${words}`,
  reflected: ({ words }) => `search forms whose answer runs what was searched for: ${words}`,
};

const TEMPLATES: Record<string, string> = {
  extends: 'made from a template that extends another',
  plain: 'made from a template that extends none',
  none: 'put together in the view',
};

const ROW_WORDS: Record<string, { yes: string; no: string }> = {
  updated: { yes: 'has the new value', no: 'does not have the new value' },
  gone: { yes: 'is gone', no: 'is still there' },
  changed: { yes: 'is changed', no: 'is as it was' },
};

function labelOf(slot: string, spec: ExerciseSpec, step: Step): string {
  const role = step.probe === 'facts' && step.role !== undefined ? spec.roles[step.role] : undefined;
  return (role !== undefined && 'slots' in role ? role.slots[slot]?.label : undefined) ?? slot;
}
