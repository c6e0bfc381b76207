import { afterEach, describe, expect, test, vi } from 'vitest';
import { get, openSandbox, startTestApp } from './sandbox.ts';

vi.mock('../../../src/inside/folder.ts', () => import('./inside-folder.ts'));
vi.setConfig({ testTimeout: 60_000 });
afterEach(() => vi.unstubAllEnvs());

describe.each(['sockets', 'tunnel'])('reaching the app by %s', (way) => {
  async function servedApp() {
    vi.stubEnv('MILEPOST_DOCKER_RELAY', way);
    const sandbox = await openSandbox();
    const app = await startTestApp(sandbox);
    await app.ask('serve', 8000);
    await app.ask('serve', 8001);
    return { sandbox, app };
  }

  test('each client has an address of its own', async () => {
    const { sandbox } = await servedApp();
    for (const client of [1, 2, 99, 250]) {
      expect(await get(sandbox.address(8000, client), '/')).toBe(`127.0.0.${client}`);
    }
    expect(await get(sandbox.address(8001, 3), '/')).toBe('127.0.0.3');
    expect(sandbox.address(8000, 1)).toEqual(sandbox.address(8000, 1));
  });

  test('large bodies arrive whole in both directions, side by side', async () => {
    const { sandbox } = await servedApp();
    const size = 3_000_000;
    const answers = await Promise.all(
      [1, 2, 3, 4].flatMap((client) => [
        get(sandbox.address(8000, client), `/bytes/${size}`),
        get(sandbox.address(8000, client), '/', Buffer.alloc(size)),
      ]),
    );
    for (const [index, answer] of answers.entries()) {
      if (index % 2 === 0) expect(answer).toHaveLength(size);
      else expect(answer).toBe(String(size));
    }
  });

  test('an endless answer that nobody reads holds up nothing else', async () => {
    const { sandbox } = await servedApp();
    const { request } = await import('node:http');
    const calls = [1, 2, 3].map((client) => {
      const call = request({ ...sandbox.address(8000, client), path: '/endless', agent: false });
      call.on('error', () => undefined).on('response', (answer) => answer.pause());
      return call.end();
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const before = process.memoryUsage().rss;
    expect(await get(sandbox.address(8000, 9), '/')).toBe('127.0.0.9');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(process.memoryUsage().rss - before).toBeLessThan(30_000_000);
    for (const call of calls) call.destroy();
    expect(await get(sandbox.address(8000, 9), '/')).toBe('127.0.0.9');
  });

  test('a port where nothing listens ends the connection at once', async () => {
    const { sandbox } = await servedApp();
    await expect(get(sandbox.address(9999, 1), '/')).rejects.toThrow(/hang up|ECONNRESET|EPIPE/);
    expect(await get(sandbox.address(8000, 1), '/')).toBe('127.0.0.1');
  });
});
