/** What speaks of SQL in an answer, and what is said of it. */
import type { Endpoint } from '../bind/endpoint.ts';
import { placeOf } from '../bind/table.ts';
import type { Exchanged } from '../checks/session.ts';
import type { Weakness } from './attack.ts';
import type { Parameter } from './surface.ts';

/** Messages of databases and of Django's layer above them. */
export const DATABASE_ERROR =
  /(Operational|Programming|Data|Database)Error|syntax error|unrecognized token|unterminated/i;

/** Conditions that hold, and such that do not, twice over. */
export const HOLDS = ['31=31', '57=57'] as const;
export const FAILS = ['31=32', '57=58'] as const;

/** Messages of databases that have too much to do. */
const BUSY =
  /is locked|too many (connections|clients)|(connection|server) (was )?(closed|terminated)|timed? ?out|disk/i;

/** The database refused the statement. */
export function breaks({ reply, exception }: Exchanged): boolean {
  const said = exception ?? reply.body;
  return (reply.status ?? 0) >= 500 && DATABASE_ERROR.test(said) && !BUSY.test(said);
}

/** One quote breaks the statement, two are one quote within a text; and so again. The answer to one of them, as proof. */
export async function brokenByQuote(
  ask: (value: string) => Promise<Exchanged | null>,
): Promise<Exchanged | null> {
  const asked = [
    ["mp'q", true],
    ["mp''q", false],
    ["mp'q", true],
    ["mp''q", false],
  ] as const;
  let proof: Exchanged | null = null;
  for (const [text, isBroken] of asked) {
    const answer = await ask(text);
    if (answer === null || breaks(answer) !== isBroken) return null;
    if (isBroken) proof = answer;
  }
  return proof;
}

export const QUOTED = {
  expected: 'a quote is a letter like any other',
  actual: 'one quote breaks the SQL statement, two quotes do not: the value is pasted into it',
};

export const weakness = (
  { name, path }: Pick<Parameter, 'name' | 'path'>,
  proof: Exchanged,
  endpoint: Endpoint | null,
  { expected, actual }: Pick<Weakness, 'expected' | 'actual'>,
): Weakness => ({
  summary: `What stands in "${name}" of ${path} is executed as SQL.`,
  expected,
  actual,
  danger: 'Anybody can read, and often change, every table of the database, passwords included.',
  fix: 'Use the ORM, or hand values over as parameters: Model.objects.raw(sql, [value]), cursor.execute(sql, [value]). Choose a column to sort by from a list of your own.',
  proof,
  place: endpoint === null ? proof.place : placeOf(endpoint),
});
