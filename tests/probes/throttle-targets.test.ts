/** Where a limit is looked for, and that nothing takes its refusal away. */
import { expect, test } from 'vitest';
import type { Throttle } from '../../src/app/facts.ts';
import { seededRandom } from '../../src/bind/random.ts';
import { anonymous } from '../../src/checks/actor.ts';
import type { Session } from '../../src/checks/session.ts';
import type { CheckContext } from '../../src/probes/probe.ts';
import { targetsOf } from '../../src/probes/throttle-targets.ts';
import type { ThrottleStep } from '../../src/spec/steps.ts';
import { handler, route } from '../bind/small-facts.ts';

const limit = (counts: Throttle['counts']): Throttle => ({
  name: 'Throttle',
  scope: 'login',
  rate: '10/hour',
  limit: 10,
  window: 3600,
  counts,
});
const step = { calls: ['token'], as: 'alice', other: 'bob' } as unknown as ThrottleStep;

function target(throttle: Throttle) {
  const login = { ...route('/login/', [handler('POST', 'post')]), throttles: [throttle] };
  const endpoint = { method: 'POST', path: '/login/', params: [], route: login, handler: login.methods[0] };
  const payload = { fields: [], encoding: 'json' };
  const context = { bound: { token: { endpoint, payload }, resources: {} }, random: seededRandom(1) };
  return targetsOf(step, context as unknown as CheckContext)[0];
}

test('signing in is limited for whoever has not signed in, unless only users are counted', () => {
  const declared = (['client', 'anonymous', 'address', 'user'] as const).map(
    (counts) => target(limit(counts))?.declared?.limit ?? null,
  );
  expect(declared).toEqual([10, 10, 10, null]);
});

test('a limit of everything says nothing about signing in', () =>
  expect(target({ ...limit('anonymous'), scope: 'anon' })?.declared).toBeNull());

test('the refusal is taken as it comes: no fresh process answers in its place', async () => {
  const options: unknown[] = [];
  const session = { send: async (...sent: unknown[]) => options.push(sent[2]) } as unknown as Session;
  await target(limit('client'))?.send(session, anonymous());
  expect(options).toEqual([{ renewOnLimit: false }]);
});
