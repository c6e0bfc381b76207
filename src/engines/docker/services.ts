import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Address, ServiceName } from '../engine.ts';
import { EngineError } from './engine-error.ts';
import type { Holder } from './holder.ts';
import { firstImage, type Image } from './images.ts';
import { type Confinement, confined, tmpfsOptions } from './limits.ts';
import type { Run } from './run.ts';

export interface Account {
  user: string;
  password: string;
  database: string;
}

interface Service {
  port: number;
  images: string[];
  container(account: Account): Pick<Confinement, 'command' | 'user' | 'env' | 'memoryMb' | 'tmpfs'>;
  hello(account: Account): Buffer;
  /** First byte of the answer of a server that is ready. */
  ready: string;
}

const services: Record<ServiceName, Service> = {
  postgres: {
    port: 5432,
    images: ['postgres:16-alpine', 'postgres:16', 'postgres:17-alpine', 'postgres:17', 'postgres:15-alpine'],
    container: ({ user, password, database }) => ({
      // Nothing has to outlive the run, so nothing waits for a disk.
      command: [
        'docker-entrypoint.sh',
        'postgres',
        ...settings({
          fsync: 'off',
          synchronous_commit: 'off',
          full_page_writes: 'off',
          listen_addresses: '127.0.0.1',
          max_connections: '60',
        }),
      ],
      user: 'postgres',
      env: {
        POSTGRES_USER: user,
        POSTGRES_PASSWORD: password,
        POSTGRES_DB: database,
        POSTGRES_INITDB_ARGS: '--no-sync',
        PGDATA: '/pg/data',
      },
      memoryMb: 1024,
      tmpfs: {
        '/pg': tmpfsOptions(512, 'mode=1777'),
        '/tmp': tmpfsOptions(64, 'mode=1777'),
        '/var/run/postgresql': tmpfsOptions(1, 'mode=1777'),
      },
    }),
    hello: ({ user, database }) => startupMessage(user, database),
    ready: 'R',
  },
  redis: {
    port: 6379,
    images: ['redis:7-alpine', 'redis:7', 'redis:8-alpine', 'redis:8'],
    container: () => ({
      command: [
        'redis-server',
        '--bind',
        '127.0.0.1',
        '--save',
        '',
        '--appendonly',
        'no',
        '--maxmemory',
        '96mb',
        '--dir',
        '/tmp',
      ],
      user: 'redis',
      env: {},
      memoryMb: 192,
      tmpfs: { '/tmp': tmpfsOptions(16, 'mode=1777'), '/data': tmpfsOptions(16, 'mode=1777') },
    }),
    hello: () => Buffer.from('PING\r\n'),
    ready: '+',
  },
};

/** The image of a service, while the rest of the sandbox is prepared. Null: it cannot be had here. */
export function serviceImage(run: Run, name: ServiceName): Promise<Image | null> {
  return firstImage(run.docker, services[name].images, run.options.progress, run.options.signal);
}

/** A server in the app's network; resolves once it lets the account in. */
export async function startService(
  run: Run,
  holder: Holder,
  image: Image,
  name: ServiceName,
  account: Account,
): Promise<void> {
  const service = services[name];
  const container = await run.resources.container(
    confined({
      ...service.container(account),
      image,
      labels: run.labels,
      network: `container:${holder.container.id}`,
      processes: 128,
      fileMb: 512,
      mounts: [],
    }),
  );
  await holder.started;
  await container.start();
  const address = (await holder.reach).address(service.port, 1);
  run.options.progress(`waiting for ${name}`);
  const deadline = performance.now() + 60_000;
  while ((await firstByte(address, service.hello(account))) !== service.ready) {
    run.options.signal.throwIfAborted();
    const { State } = await container.inspect();
    if (!State.Running) {
      const why = State.OOMKilled
        ? 'it needs more memory than it may use'
        : `it ended with code ${State.ExitCode}`;
      throw new EngineError(`The ${name} server (${image.tag}) did not start: ${why}.`);
    }
    if (performance.now() > deadline) throw new EngineError(`The ${name} server did not answer within 60 s.`);
    await sleep(20);
  }
}

function settings(values: Record<string, string>): string[] {
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

// A server that is still starting answers with an error, one that is ready asks for the password.
function startupMessage(user: string, database: string): Buffer {
  const body = Buffer.from(`user\0${user}\0database\0${database}\0\0`);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8, 0);
  head.writeUInt32BE(196_608, 4);
  return Buffer.concat([head, body]);
}

function firstByte(address: Address, hello: Buffer): Promise<string | null> {
  return new Promise((resolve) => {
    const socket =
      address.socketPath === undefined ? connect(address.port, address.host) : connect(address.socketPath);
    const done = (byte: string | null) => {
      socket.destroy();
      resolve(byte);
    };
    socket.setTimeout(2000, () => done(null));
    socket.on('data', (data) => done(data.toString('latin1', 0, 1)));
    socket.on('error', () => done(null)).on('close', () => done(null));
    socket.write(hello);
  });
}
