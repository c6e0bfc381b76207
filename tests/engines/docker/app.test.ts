import { describe, expect, test, vi } from 'vitest';
import { get, openSandbox, startTestApp } from './sandbox.ts';

vi.mock('../../../src/inside/folder.ts', () => import('./inside-folder.ts'));

describe('an app in a sandbox', () => {
  test('runs with the source, its own environment and nothing else', async () => {
    const t0 = performance.now();
    const sandbox = await openSandbox();
    const app = await startTestApp(sandbox);
    console.log('start', performance.now() - t0);
    expect(await app.ask('python', "open('hello.txt').read()")).toBe('hello');
    expect(await app.ask('python', "sorted(os.environ)")).toEqual([]);
    expect(await app.ask('python', "open('/proc/self/environ').read()")).toEqual([]);
  }, 60000);
  test('http', async () => {
    const sandbox = await openSandbox();
    const app = await startTestApp(sandbox);
    await app.ask('serve', 8000);
    for (let i = 0; i < 5; i++) {
    const t0 = performance.now();
    expect(await get(sandbox.address(8000, 7), '/')).toBe('127.0.0.7');
    console.log(performance.now() - t0);
    }
    const t1 = performance.now();
    await sandbox.close();
    console.log('close', performance.now() - t1);
  }, 60000);
});
