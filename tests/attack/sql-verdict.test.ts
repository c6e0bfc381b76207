/** What counts as a statement that a quote breaks. */
import { expect, test } from 'vitest';
import { brokenByQuote } from '../../src/attack/sql-verdict.ts';
import type { Exchanged } from '../../src/checks/session.ts';

const answer = (exception: string | null): Exchanged =>
  ({ reply: { status: exception === null ? 200 : 500, body: '' }, exception }) as unknown as Exchanged;
const BROKEN = "OperationalError: unrecognized token: \"'mp'q'\"";

/** Answers one after the other. */
async function asked(...exceptions: (string | null)[]): Promise<[boolean, string[]]> {
  const texts: string[] = [];
  const proof = await brokenByQuote(async (text) => {
    texts.push(text);
    return answer(exceptions[texts.length - 1] ?? null);
  });
  return [proof !== null, texts];
}

test('a quote breaks it, two do not, and so again', async () =>
  expect(await asked(BROKEN, null, BROKEN, null)).toEqual([true, ["mp'q", "mp''q", "mp'q", "mp''q"]]));

test('what breaks once only, or whatever is typed, is no proof', async () => {
  expect((await asked(BROKEN, null, null))[0]).toBe(false);
  expect((await asked(BROKEN, BROKEN))[0]).toBe(false);
});

test('a database that is busy breaks nothing', async () =>
  expect(await asked('OperationalError: database is locked', null)).toEqual([false, ["mp'q"]]));
