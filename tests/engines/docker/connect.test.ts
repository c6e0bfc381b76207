import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { dockerEngine } from '../../../src/engines/docker/index.ts';

afterEach(() => vi.unstubAllEnvs());

test('the engine of this machine', async () => {
  expect((await dockerEngine())?.name).toBe('docker');
});

test('nothing at the place that DOCKER_HOST names: no engine', async () => {
  vi.stubEnv('DOCKER_HOST', 'unix:///nowhere/docker.sock');
  expect(await dockerEngine()).toBeNull();
});

test('something that never answers: no engine after two seconds', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const address = server.address();
  vi.stubEnv('DOCKER_HOST', `tcp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
  const start = performance.now();
  expect(await dockerEngine()).toBeNull();
  expect(performance.now() - start).toBeLessThan(3000);
});
