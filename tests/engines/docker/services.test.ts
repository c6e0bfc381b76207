import { describe, expect, test, vi } from 'vitest';
import { openSandbox, startTestApp } from './sandbox.ts';

vi.mock('../../../src/inside/folder.ts', () => import('./inside-folder.ts'));
vi.setConfig({ testTimeout: 90_000 });

const account = { user: 'learner', password: 'its password', database: 'shop' };

describe('services beside the app', () => {
  test('PostgreSQL answers on localhost and under the names of the settings', async () => {
    const sandbox = await openSandbox({ hostNames: ['db'] });
    const [started, app] = await Promise.all([
      sandbox.startService('postgres', account),
      startTestApp(sandbox),
    ]);
    expect(started).toBe(true);
    // The start-up message of its protocol: R asks for the password, E is an error.
    const hello = (database: string) => {
      const body = `user\\0learner\\0database\\0${database}\\0\\0`;
      const length = `user.learner.database.${database}..`.length + 8;
      return `b'\\0\\0\\0${String.fromCharCode(length)}\\0\\3\\0\\0${body}'`;
    };
    const ask = (host: string, database: string) =>
      app.ask(
        'python',
        `(lambda s: (s.sendall(${hello(database)}), s.recv(1).decode())[1])(socket.create_connection(('${host}', 5432)))`,
      );
    expect(await ask('localhost', 'shop')).toBe('R');
    expect(await ask('db', 'shop')).toBe('R');
  });

  test('Redis answers on localhost', async () => {
    const sandbox = await openSandbox();
    const [started, app] = await Promise.all([sandbox.startService('redis', account), startTestApp(sandbox)]);
    expect(started).toBe(true);
    const ping =
      "(lambda s: (s.sendall(b'PING\\r\\n'), s.recv(7).decode())[1])(socket.create_connection(('cache', 6379)))";
    expect(await app.ask('python', ping)).toBe('+PONG\r\n');
  });
});
