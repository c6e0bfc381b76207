import type { ContainerInspectInfo } from 'dockerode';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { appLimits } from '../../../src/engines/docker/app.ts';
import { presentImage } from '../../../src/engines/docker/images.ts';
import { runLabel } from '../../../src/engines/docker/labels.ts';
import { assertConfined, confined } from '../../../src/engines/docker/limits.ts';
import { docker, openSandbox, startTestApp } from './sandbox.ts';

vi.mock('../../../src/inside/folder.ts', () => import('./inside-folder.ts'));
vi.setConfig({ testTimeout: 60_000 });

describe('what the daemon says about the containers of a run', () => {
  test('the app', async () => {
    const { app } = await inspected();
    expect(app.HostConfig).toMatchObject({
      Privileged: false,
      CapDrop: ['ALL'],
      SecurityOpt: ['no-new-privileges:true'],
      ReadonlyRootfs: true,
      Init: true,
      IpcMode: 'private',
      Memory: appLimits.memoryMb * 1024 * 1024,
      MemorySwap: appLimits.memoryMb * 1024 * 1024,
      PidsLimit: appLimits.processes,
      CpuPeriod: 100_000,
      CpuQuota: 200_000,
      LogConfig: { Type: 'none' },
      PidMode: '',
    });
    expect(app.HostConfig.CapAdd ?? []).toEqual([]);
    expect(app.HostConfig.Devices ?? []).toEqual([]);
    expect(app.HostConfig.Binds ?? []).toEqual([]);
    expect(app.Config.User).toBe('10001:10001');
    expect(app.HostConfig.Ulimits?.map(({ Name }) => Name).sort()).toEqual(['core', 'fsize', 'nofile']);
    expect(
      app.Mounts.map(({ Destination, RW, Type }) => `${Destination} ${Type} ${RW ? 'rw' : 'ro'}`).sort(),
    ).toEqual(['/app volume rw', '/deps volume ro', '/milepost volume ro']);
  });

  test('the holder has no network, the app joins it, and only the holder sees a folder of this machine', async () => {
    const { app, holder } = await inspected();
    expect(holder.HostConfig.NetworkMode).toBe('none');
    expect(app.HostConfig.NetworkMode).toBe(`container:${holder.Id}`);
    expect(holder.HostConfig.ExtraHosts).toEqual(['app:127.0.0.1', 'db:127.0.0.1', 'cache:127.0.0.1']);
    expect(holder.Config.User).not.toBe(app.Config.User);
    expect(holder.HostConfig.Binds).toHaveLength(1);
    expect(holder.HostConfig.PortBindings ?? {}).toEqual({});
  });
});

describe('a container that is not as confined as was asked', () => {
  test.each([
    ['PidsLimit', (found: ContainerInspectInfo) => Object.assign(found.HostConfig, { PidsLimit: null })],
    ['MemorySwap', (found: ContainerInspectInfo) => Object.assign(found.HostConfig, { MemorySwap: -1 })],
    ['CapDrop', (found: ContainerInspectInfo) => Object.assign(found.HostConfig, { CapDrop: [] })],
    ['CapAdd', (found: ContainerInspectInfo) => Object.assign(found.HostConfig, { CapAdd: ['SYS_ADMIN'] })],
    ['Privileged', (found: ContainerInspectInfo) => Object.assign(found.HostConfig, { Privileged: true })],
    ['User', (found: ContainerInspectInfo) => Object.assign(found.Config, { User: '' })],
    [
      '/data can be written',
      (found: ContainerInspectInfo) =>
        found.Mounts.push({
          Type: 'volume',
          Source: '',
          Destination: '/data',
          Mode: '',
          RW: true,
          Propagation: '',
        }),
    ],
  ])('%s: is an error of the engine', async (name, change) => {
    const image = await presentImage(docker, 'python:3.12-slim');
    if (!image) throw new Error('python:3.12-slim is needed');
    const wanted = confined({
      image,
      command: ['true'],
      user: '10001:10001',
      labels: {},
      env: {},
      network: 'none',
      memoryMb: 64,
      processes: 8,
      fileMb: 1,
      tmpfs: {},
      mounts: [],
    });
    const container = await docker.createContainer(wanted);
    onTestFinished(() => container.remove({ force: true }));
    const found = await container.inspect();
    expect(() => assertConfined(wanted, found)).not.toThrow();
    change(found);
    expect(() => assertConfined(wanted, found)).toThrow(name);
  });

  test('volumes that an image declares are covered', () => {
    const image = { id: 'x', tag: 'x', volumes: ['/var/lib/thing', '/data'] };
    const { HostConfig } = confined({
      image,
      command: [],
      user: '1:1',
      labels: {},
      env: {},
      network: 'none',
      memoryMb: 64,
      processes: 8,
      fileMb: 1,
      tmpfs: { '/data': 'size=1m' },
      mounts: [],
    });
    expect(HostConfig?.Tmpfs).toEqual({
      '/var/lib/thing': 'rw,nosuid,nodev,size=8m,nr_inodes=2048,mode=1777',
      '/data': 'size=1m',
    });
  });
});

async function inspected(): Promise<{ app: ContainerInspectInfo; holder: ContainerInspectInfo }> {
  const sandbox = await openSandbox();
  await startTestApp(sandbox);
  const filters = { label: [`${runLabel}=${sandbox.runId}`] };
  const all = await Promise.all(
    (await docker.listContainers({ filters })).map(({ Id }) => docker.getContainer(Id).inspect()),
  );
  const holder = all.find((found) => found.HostConfig.NetworkMode === 'none');
  const app = all.find((found) => found !== holder);
  if (!holder || !app || all.length !== 2) throw new Error(`${all.length} containers`);
  return { app, holder };
}
