import { mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { appLimits } from '../../../src/engines/docker/app.ts';
import { openSandbox, startTestApp } from './sandbox.ts';

vi.mock('../../../src/inside/folder.ts', () => import('./inside-folder.ts'));
vi.setConfig({ testTimeout: 60_000 });

describe('what an app finds', () => {
  test('the source, a writable folder and its own environment only', async () => {
    process.env.PLANTED_TOKEN = 'secret';
    const app = await startTestApp(await openSandbox());
    expect(await app.ask('python', "open('hello.txt').read()")).toBe('hello');
    expect(await app.ask('python', "open('new.txt', 'w').write('x')")).toBe(1);
    const environment = (await app.ask('python', 'dict(os.environ)')) as Record<string, string>;
    expect(environment).toEqual({
      PATH: '/deps/venv/bin:/usr/local/bin:/usr/bin:/bin',
      HOME: '/tmp',
      USER: 'app',
      LOGNAME: 'app',
      LANG: 'C.UTF-8',
      FOO: 'bar',
      MILEPOST_SOURCE: '/app',
      MILEPOST_SCRATCH: '/scratch',
    });
    expect(await app.ask('python', 'sys.prefix')).toBe('/deps/venv');
  });

  test('regular files only: a link in the repository is not followed', async () => {
    const source = await mkdtemp(join(tmpdir(), 'source-'));
    await writeFile(join(source, 'real.txt'), 'real');
    await symlink('/etc/passwd', join(source, 'link.txt'));
    const app = await startTestApp(await openSandbox({ source, files: ['real.txt', 'link.txt'] }));
    expect(await app.ask('python', 'os.listdir("/app")')).toEqual(['real.txt']);
  });

  test('no way out: no interface but loopback, no names, no engine, no root', async () => {
    const app = await startTestApp(await openSandbox());
    expect(await app.ask('python', "os.listdir('/sys/class/net')")).toEqual(['lo']);
    const outside = ['1.1.1.1', '169.254.169.254', '172.17.0.1'];
    for (const host of outside) {
      expect(await app.ask('python', `socket.create_connection(('${host}', 80), 2)`)).toMatch(/unreachable/);
    }
    expect(await app.ask('python', "socket.gethostbyname('example.org')")).toMatch(/gaierror/);
    expect(await app.ask('python', "os.path.exists('/var/run/docker.sock')")).toBe(false);
    expect(await app.ask('python', "os.path.exists('/relay')")).toBe(false);
    expect(await app.ask('python', '[os.getuid(), os.getgid()]')).toEqual([10001, 10001]);
    expect(await app.ask('python', 'os.setuid(0)')).toMatch(/PermissionError/);
    const status = String(await app.ask('python', "open('/proc/self/status').read()"));
    expect(status).toMatch(/^CapEff:\t0+$/m);
    expect(status).toMatch(/^CapBnd:\t0+$/m);
    expect(status).toMatch(/^NoNewPrivs:\t1$/m);
  });

  test('names of services and its own name mean itself', async () => {
    const app = await startTestApp(await openSandbox({ hostNames: ['db', 'cache', 'no such\nname'] }));
    for (const name of ["'db'", "'cache'", 'socket.gethostname()']) {
      expect(await app.ask('python', `socket.gethostbyname(${name})`)).toBe('127.0.0.1');
    }
  });

  test('nothing to write to but its own folders', async () => {
    const app = await startTestApp(await openSandbox());
    for (const path of ['/usr/x', '/deps/x', '/deps/venv/x', '/milepost/inside/boot.py', '/var/x', '/x']) {
      expect(await app.ask('python', `open('${path}', 'w')`)).toMatch(/Read-only|Permission/);
    }
  });
});

describe('limits', () => {
  test('memory: stopped, and said in plain words', async () => {
    const app = await startTestApp(await openSandbox());
    app.ask('eat_memory').catch(() => undefined);
    expect(await app.exited).toEqual({
      code: null,
      signal: 'SIGKILL',
      reason: `was stopped because it used more than ${appLimits.memoryMb} MB of memory`,
    });
  });

  test('processes: a fork bomb stays below the limit and is gone at once', async () => {
    const app = await startTestApp(await openSandbox());
    const bomb = (await app.ask('fork_bomb')) as { children: number; error: string };
    expect(bomb.children).toBeLessThan(appLimits.processes);
    expect(bomb.children).toBeGreaterThan(100);
    const start = performance.now();
    await app.kill();
    expect(performance.now() - start).toBeLessThan(3000);
    expect(await app.exited).toMatchObject({ signal: 'SIGKILL', reason: null });
  });

  test('disk: each folder has a size and a number of files', async () => {
    const app = await startTestApp(await openSandbox());
    for (const path of ['/app/x', '/tmp/x', '/scratch/x', '/dev/shm/x']) {
      expect(await app.ask('fill', path), path).toMatch(/No space left/);
      await app.ask('python', `os.remove('${path}')`);
    }
    expect(await app.ask('python', "[os.mkdir('/tmp/%d' % i) for i in range(100000)]")).toMatch(
      /No space left/,
    );
  });

  test('disk: a program that ends because of it is explained', async () => {
    const app = await startTestApp(await openSandbox());
    await app.ask('fill', '/tmp/x');
    await app.ask('python', "sys.stderr.write('OSError: [Errno 28] No space left on device\\n')");
    app.ask('exit', 3).catch(() => undefined);
    expect(await app.exited).toEqual({
      code: 3,
      signal: null,
      reason: 'ended after it had filled the disk space that it may use',
    });
  });

  test('output: a flood is cut off', async () => {
    const app = await startTestApp(await openSandbox());
    app.ask('flood').catch(() => undefined);
    expect((await app.exited).reason).toBe(
      `was stopped because it wrote more than ${appLimits.logMb} MB of output`,
    );
    expect(app.log().length).toBeLessThan(2_000_000);
  });
});

describe('its life', () => {
  test('killed in a moment although it ignores the signal to end, and started again', async () => {
    const sandbox = await openSandbox();
    const app = await startTestApp(sandbox);
    await app.ask('python', "__import__('signal').signal(15, 1) and None");
    const start = performance.now();
    await app.kill();
    expect(performance.now() - start).toBeLessThan(1000);
    const again = await startTestApp(sandbox);
    expect(await again.ask('python', "open('hello.txt').read()")).toBe('hello');
  });

  test('its log is the tail of what it wrote, its exit code is told', async () => {
    const app = await startTestApp(await openSandbox());
    await app.ask('python', "[sys.stderr.write('line %d\\n' % i) for i in range(1000)] and None");
    app.ask('exit', 7).catch(() => undefined);
    expect(await app.exited).toEqual({ code: 7, signal: null, reason: null });
    const log = app.log().split('\n');
    expect(log).toHaveLength(400);
    expect(log.at(-1)).toBe('line 999');
  });

  test('a working directory outside the source is refused', async () => {
    const sandbox = await openSandbox();
    await startTestApp(sandbox);
    await expect(sandbox.startApp({ env: {}, cwd: '../etc' })).rejects.toThrow('outside the source');
  });
});
