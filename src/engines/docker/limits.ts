import { isDeepStrictEqual } from 'node:util';
import type { ContainerCreateOptions, ContainerInspectInfo, HostConfig, MountConfig } from 'dockerode';
import { EngineError } from './engine-error.ts';
import type { Image } from './images.ts';

export interface Confinement {
  image: Image;
  command: string[];
  /** Number or name of the user inside. */
  user: string;
  labels: Record<string, string>;
  env: Record<string, string>;
  network: string;
  memoryMb: number;
  processes: number;
  /** Largest file that can be written. */
  fileMb: number;
  /** Path → options: the only places that can be written besides `mounts`. */
  tmpfs: Record<string, string>;
  mounts: MountConfig;
  /** `once`: it ends with the grader, so that what runs inside ends, too. */
  stdin?: 'once' | 'open';
  hosts?: string[];
  hostname?: string;
  /** Folders of this machine, `from:to` */
  binds?: string[];
}

const mb = 1024 * 1024;

/** A container that can hurt nobody but itself: what each field holds back is told in docs and tested on a daemon. */
export function confined(wanted: Confinement): ContainerCreateOptions {
  const hostConfig: HostConfig = {
    NetworkMode: wanted.network,
    ExtraHosts: wanted.hosts ?? [],
    Privileged: false,
    CapAdd: [],
    CapDrop: ['ALL'],
    SecurityOpt: ['no-new-privileges:true'],
    ReadonlyRootfs: true,
    PidMode: '',
    IpcMode: 'private',
    ShmSize: 32 * mb,
    Init: true,
    Memory: wanted.memoryMb * mb,
    MemorySwap: wanted.memoryMb * mb,
    PidsLimit: wanted.processes,
    // Not NanoCpus: a machine with one processor refuses two.
    CpuPeriod: 100_000,
    CpuQuota: 200_000,
    Ulimits: [
      { Name: 'nofile', Soft: 4096, Hard: 4096 },
      { Name: 'core', Soft: 0, Hard: 0 },
      { Name: 'fsize', Soft: wanted.fileMb * mb, Hard: wanted.fileMb * mb },
    ],
    // Output is read as it comes and counted; the daemon keeps none of it.
    LogConfig: { Type: 'none', Config: {} },
    Tmpfs: { ...coverDeclaredVolumes(wanted), ...wanted.tmpfs },
    Mounts: wanted.mounts,
    Binds: wanted.binds ?? [],
    RestartPolicy: { Name: 'no' },
  };
  return {
    Image: wanted.image.id,
    // Labels of ours win over labels of the image.
    Labels: wanted.labels,
    User: wanted.user,
    WorkingDir: '/',
    Entrypoint: wanted.command,
    Cmd: [],
    Env: environment(wanted),
    Healthcheck: { Test: ['NONE'] },
    ...(wanted.hostname ? { Hostname: wanted.hostname } : {}),
    ...(wanted.stdin ? { OpenStdin: true, StdinOnce: wanted.stdin === 'once', AttachStdin: true } : {}),
    AttachStdout: true,
    AttachStderr: true,
    HostConfig: hostConfig,
  };
}

/** A daemon that cannot keep a limit drops it with a warning at most: nothing of the learner's runs then. */
export function assertConfined(wanted: ContainerCreateOptions, actual: ContainerInspectInfo): void {
  const differing = differences(wanted, actual);
  if (differing.length === 0) return;
  throw new EngineError(
    `The Docker engine did not apply these limits, so nothing was started in it: ${differing.join('; ')}.`,
  );
}

export function differences(wanted: ContainerCreateOptions, actual: ContainerInspectInfo): string[] {
  const found: string[] = [];
  const compare = (name: string, a: unknown, b: unknown) => {
    if (!isDeepStrictEqual(plain(a), plain(b)))
      found.push(`${name} is ${JSON.stringify(b)}, not ${JSON.stringify(a)}`);
  };
  for (const [name, value] of Object.entries(wanted.HostConfig ?? {})) {
    compare(name, value, Reflect.get(actual.HostConfig, name));
  }
  compare('User', wanted.User, actual.Config.User);
  compare('Healthcheck', wanted.Healthcheck?.Test, Reflect.get(actual.Config, 'Healthcheck')?.Test);
  for (const [name, value] of Object.entries(wanted.Labels ?? {}))
    compare(name, value, actual.Config.Labels[name]);
  const allowed = new Set((wanted.HostConfig?.Mounts ?? []).map((mount) => mount.Target));
  for (const bind of wanted.HostConfig?.Binds ?? []) allowed.add(bind.split(':')[1] ?? '');
  for (const mount of actual.Mounts) {
    if (mount.Type !== 'tmpfs' && !allowed.has(mount.Destination))
      found.push(`${mount.Destination} can be written`);
  }
  return found;
}

// The daemon leaves out what is empty and sorts lists as it likes.
function plain(value: unknown): unknown {
  if (!value) return null;
  if (Array.isArray(value))
    return value.length === 0 ? null : value.map((item) => JSON.stringify(plain(item))).sort();
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value)
    .map(([key, item]) => [key, plain(item)] as const)
    .filter(([, item]) => item !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

// A volume that the image declares would be created on disk, writable and without a limit.
function coverDeclaredVolumes({ image, tmpfs, mounts }: Confinement): Record<string, string> {
  const covered = new Set([...Object.keys(tmpfs), ...mounts.map((mount) => mount.Target)]);
  return Object.fromEntries(
    image.volumes.filter((path) => !covered.has(path)).map((path) => [path, tmpfsOptions(8, 'mode=1777')]),
  );
}

/** `extra` of a tmpfs: owner, mode, `exec`. */
export function tmpfsOptions(sizeMb: number, extra: string): string {
  return `rw,nosuid,nodev,size=${sizeMb}m,nr_inodes=${sizeMb * 256},${extra}`;
}

// Variables that change what any program loads are cleared, whatever the image sets. A name without `=` removes it.
const cleared = ['LD_PRELOAD', 'LD_LIBRARY_PATH', 'PYTHONPATH', 'PYTHONSTARTUP', 'PYTHONHOME'];

function environment({ env }: Confinement): string[] {
  const own = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  return [...cleared.filter((name) => !(name in env)), ...own];
}
