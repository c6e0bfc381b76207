/** A GitHub that answers nothing but errors, for as long as the action tries. */
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { pullRequestEvent, ROOT, runAction } from '../action/runner.ts';
import { badGateway, everything } from '../github-api/faults.ts';
import { newRepository } from '../github-api/repository.ts';
import { startGitHubApi } from '../github-api/server.ts';

vi.setConfig({ testTimeout: 120_000 });

test('costs the comment only', async () => {
  const api = await startGitHubApi(newRepository());
  api.fault({ when: everything, times: 99, refusal: badGateway });
  const { exitCode, commands } = await runAction({
    api,
    event: pullRequestEvent(api),
    workspace: join(ROOT, 'fixtures/todo-api/reference'),
    inputs: { exercise: 'todo-api', engine: 'process', seed: '7', only: 'create' },
  });
  await api.close();
  expect(api.breaches).toEqual([]);
  expect(exitCode).toBe(0);
  const notice = commands.find(({ properties }) => properties.title === 'No comment on the pull request');
  expect(notice).toMatchObject({ name: 'notice', text: expect.stringContaining('an error of its own') });
});
