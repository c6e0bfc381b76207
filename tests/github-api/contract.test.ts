import { expect, test } from 'vitest';
import { answerBreaches, matchOperation, requestBreaches, type SentRequest } from './contract.ts';
import { answerTo, newRepository } from './repository.ts';
import { startGitHubApi } from './server.ts';

const COMMENTS = '/repos/ada/app/issues/7/comments';
const good: SentRequest = {
  method: 'POST',
  path: COMMENTS,
  query: {},
  headers: {
    authorization: 'token x',
    'user-agent': 'milepost',
    'x-github-api-version': '2022-11-28',
    'content-type': 'application/json; charset=utf-8',
  },
  body: { body: 'text' },
};

test('a request as GitHub describes it has no breach', () => {
  expect(breaches({})).toEqual([]);
});

test.each<[string, Partial<SentRequest>, string]>([
  ['a missing property', { body: {} }, "body must have required property 'body'"],
  ['a property of the wrong kind', { body: { body: 5 } }, 'body/body must be string'],
  ['a misspelt extra property', { body: { body: 'x', boddy: 'x' } }, 'body property "boddy" is not known'],
  ['an unknown query parameter', { query: { pagee: '1' } }, 'query "pagee" is not known'],
  [
    'no version',
    { headers: { ...good.headers, 'x-github-api-version': undefined } },
    'no API version was asked for',
  ],
  ['no token', { headers: { ...good.headers, authorization: undefined } }, 'no token was sent'],
  [
    'a number that is none',
    { path: '/repos/ada/app/issues/seven/comments' },
    'path "issue_number" must be integer',
  ],
])('%s is a breach', (_, change, expected) => {
  expect(breaches(change)).toContain(`issues/create-comment: ${expected}`);
});

test('an operation that GitHub does not have is none', () => {
  expect(matchOperation('PUT', COMMENTS)).toBeNull();
  expect(matchOperation('GET', `${COMMENTS}/7`)).toBeNull();
});

test('every answer of the loopback server is one that GitHub could give', async () => {
  const api = await startGitHubApi(newRepository());
  const commit = api.repository.pulls[0]?.headSha;
  for (const [method, path, status, body] of [
    ['GET', COMMENTS, 200, undefined],
    ['POST', COMMENTS, 201, { body: 'text' }],
    ['POST', COMMENTS, 422, { body: 'x'.repeat(65_537) }],
    ['GET', COMMENTS, 200, undefined],
    ['PATCH', '/repos/ada/app/issues/comments/1001', 200, { body: 'other' }],
    ['DELETE', '/repos/ada/app/issues/comments/1001', 204, undefined],
    ['DELETE', '/repos/ada/app/issues/comments/1001', 404, undefined],
    ['GET', '/repos/ada/app/pulls/7', 200, undefined],
    ['GET', `/repos/ada/app/commits/${commit}/pulls`, 200, undefined],
    ['GET', '/user', 403, undefined],
  ] as const) {
    const matched = matchOperation(method, path);
    if (!matched) throw new Error(`${method} ${path} is not in the description`);
    const answer = answerTo(api, matched, { ...good, method, path, body });
    expect([path, answer.status]).toEqual([path, status]);
    expect(answerBreaches(matched, answer.status, answer.body)).toEqual([]);
  }
  await api.close();
});

test('an answer that GitHub would not give is a breach', () => {
  const matched = matchOperation('POST', COMMENTS);
  if (!matched) throw new Error('not in the description');
  expect(answerBreaches(matched, 201, { id: 1 }).length).toBeGreaterThan(5);
  expect(answerBreaches(matched, 403, { message: 5 })).toEqual([
    'issues/create-comment: answer 403/message must be string',
  ]);
});

test('a comment of 65,536 characters is taken, whatever its bytes', async () => {
  const api = await startGitHubApi(newRepository());
  const matched = matchOperation('POST', COMMENTS);
  if (!matched) throw new Error('not in the description');
  expect(answerTo(api, matched, { ...good, body: { body: '🙂'.repeat(65_536) } }).status).toBe(201);
  await api.close();
});

function breaches(change: Partial<SentRequest>): string[] {
  const request = { ...good, ...change };
  const matched = matchOperation(request.method, request.path);
  return matched ? requestBreaches(matched, request) : ['no such operation'];
}
