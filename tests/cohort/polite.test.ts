/** When GitHub asks one request to wait, all of them do; what it answered once is kept by its ETag. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Polite, politeClient } from '../../src/cohort/github/polite.ts';
import { primaryLimit, secondaryLimit } from '../github-api/faults.ts';
import { newHubRepository } from '../github-api/hub.ts';
import { type GitHubApi, startHub } from '../github-api/server.ts';

interface Scene {
  api: GitHubApi;
  polite: Polite;
  cache: string;
  said: number[];
  /** The wait that is under way. */
  asleep: () => Promise<{ milliseconds: number; wake: () => void }>;
}

async function scene(): Promise<Scene> {
  const cache = await mkdtemp(join(tmpdir(), 'answers-'));
  const api = await startHub({
    repositories: ['a', 'b'].map((name) => newHubRepository({ name })),
    quota: null,
  });
  onTestFinished(async () => {
    await api.close();
    await rm(cache, { recursive: true, force: true });
    expect(api.breaches).toEqual([]);
  });
  const sleeping: { milliseconds: number; wake: () => void }[] = [];
  const said: number[] = [];
  const polite = politeClient({
    token: 'token',
    apiUrl: api.url,
    cache,
    waiting: (milliseconds) => void said.push(milliseconds),
    patience: {
      sleep: (milliseconds) => new Promise<void>((wake) => sleeping.push({ milliseconds, wake })),
      now: () => 1_000_000,
    },
  });
  const asleep = async () => {
    for (;;) {
      const first = sleeping.shift();
      if (first) return first;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { api, polite, cache, said, asleep };
}

const get = ({ polite }: Scene, repo: string): Promise<number> =>
  polite.ask(() => polite.client.rest.repos.get({ owner: 'school', repo })).then(({ status }) => status);

test.each([
  ['a secondary limit', secondaryLimit(429, 30), 30_000],
  ['a secondary limit without a word how long', secondaryLimit(403, null), 60_000],
  ['the hourly limit', primaryLimit(403, 1_500), 501_000],
])('%s holds everybody back', async (_, refusal, expected) => {
  const now = await scene();
  now.api.fault({ when: () => true, times: 1, refusal });
  const first = get(now, 'a');
  const { milliseconds, wake } = await now.asleep();
  expect(milliseconds).toBe(expected);
  expect(now.said).toEqual([expected]);
  const second = get(now, 'b');
  // Whatever was sent before this has come before this.
  await fetch(`${now.api.url}/blob/0`);
  expect(now.api.requests.map(({ path }) => path)).toEqual(['/repos/school/a', '/blob/0']);
  wake();
  expect(await Promise.all([first, second])).toEqual([200, 200]);
});

test('what has not changed is answered from what was kept, which only its owner can read', async () => {
  const now = await scene();
  await get(now, 'a');
  const [file = ''] = await readdir(now.cache);
  expect((await stat(join(now.cache, file))).mode & 0o777).toBe(0o600);
  const { polite, api } = now;
  const again = await polite.ask(() => polite.client.rest.repos.get({ owner: 'school', repo: 'a' }));
  expect(again.data.full_name).toBe('school/a');
  expect(api.requests.map(({ headers }) => headers['if-none-match'] !== undefined)).toEqual([false, true]);
});
