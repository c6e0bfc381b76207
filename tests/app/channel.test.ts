import { beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type Channel, openChannel } from '../../src/app/channel.ts';
import type { AppProcess } from '../../src/engines/engine.ts';

type Exit = Awaited<AppProcess['exited']>;

let sent: { id: number; op: string }[];
let answer: (line: string) => void;
let exit: (how: Exit) => void;
let channel: Channel;
const shape = z.object({ count: z.number() });
const ask = (milliseconds = 1000) => channel.ask({ op: 'call' }, shape, milliseconds);
const lastId = () => sent.at(-1)?.id;

beforeEach(() => {
  sent = [];
  channel = openChannel({
    send: (line) => void sent.push(JSON.parse(line)),
    onLine: (listener) => {
      answer = listener;
    },
    log: () => '',
    exited: new Promise((resolve) => {
      exit = resolve;
    }),
    kill: async () => {},
  });
});

test('an answer goes to the question with its number, in any order', async () => {
  const [first, second] = [ask(), ask()];
  answer('{"id": 2, "ok": true, "result": {"count": 2}}');
  answer('{"id": 1, "ok": true, "result": {"count": 1}}');
  expect([await first, await second]).toEqual([{ count: 1 }, { count: 2 }]);
});

test('lines that are no answer are left aside: noise, other numbers, more than 8 MB', async () => {
  const asked = ask();
  answer('no JSON');
  answer('{"id": 99, "ok": true, "result": {"count": 9}}');
  answer(`{"id": 1, "ok": true, "result": {"count": 3}, "more": "${'x'.repeat(8 * 1024 * 1024)}"}`);
  answer('{"id": 1, "ok": true, "result": {"count": 1}}');
  expect(await asked).toEqual({ count: 1 });
});

test('an answer of another shape is not believed', async () => {
  const asked = ask();
  answer('{"id": 1, "ok": true, "result": {"count": "many"}}');
  await expect(asked).rejects.toMatchObject({ name: 'AppProblem', kind: 'garbled' });
});

test('a failure inside is passed on whole', async () => {
  const asked = ask();
  const error = { stage: 'urls', type: 'KeyError', message: "'x'", frames: [], missing: null };
  answer(JSON.stringify({ id: lastId(), ok: false, error }));
  await expect(asked).rejects.toMatchObject({ kind: 'inside', message: "KeyError: 'x'", inside: error });
});

test('a question without an answer ends at its deadline, and a late answer harms nobody', async () => {
  vi.useFakeTimers();
  const asked = expect(ask(5000)).rejects.toMatchObject({
    kind: 'deadline',
    message: 'no answer within 5 s',
  });
  await vi.advanceTimersByTimeAsync(5000);
  await asked;
  vi.useRealTimers();
  answer('{"id": 1, "ok": true, "result": {"count": 1}}');
  const next = ask();
  answer('{"id": 2, "ok": true, "result": {"count": 2}}');
  expect(await next).toEqual({ count: 2 });
});

test('the end of the process ends every question, those asked later too', async () => {
  const asked = ask();
  exit({ code: null, signal: 'SIGKILL', reason: 'it used more than 512 MB of memory' });
  const message = "the app's process ended: it used more than 512 MB of memory";
  await expect(asked).rejects.toMatchObject({ kind: 'exhausted', message });
  await expect(ask()).rejects.toMatchObject({ kind: 'exhausted', message });
  expect(sent).toHaveLength(1);
});
