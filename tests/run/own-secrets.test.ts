import { expect, test } from 'vitest';
import { ownSecrets } from '../../src/run/own-secrets.ts';

test('values are secret by their names', () => {
  const secret = {
    GITHUB_TOKEN: 'value-1',
    INPUT_TOKEN: 'value-2',
    ACTIONS_RUNTIME_URL: 'value-3',
    npm_config__authToken: 'value-4',
    DJANGO_SECRET_KEY: 'value-5',
    DB_PASSWORD: 'value-6',
    AWS_ACCESS_KEY_ID: 'value-7',
    SSH_PRIVATE_KEY: 'value-8',
    OPENAI_API_KEY: 'value-9',
    GOOGLE_CREDENTIALS: 'value-10',
  };
  const plain = {
    PATH: '/bin',
    HOME: '/root',
    GITHUB_SHA: 'abc',
    KEYBOARD: 'de',
    SSH_AUTH_SOCK: '/tmp/s',
    EMPTY: undefined,
  };
  expect(ownSecrets({ ...plain, ...secret })).toEqual(Object.values(secret));
});

test('a word that every report needs is no secret', () => {
  expect(
    ownSecrets({ A_TOKEN: 'docker', B_TOKEN: ' completed', C_TOKEN: 'inconclusive', D_TOKEN: 'observed' }),
  ).toEqual([]);
});
