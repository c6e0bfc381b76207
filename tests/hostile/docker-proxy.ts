/** The Docker engine of this machine behind a door that can be shut: as if it were stopped, restarted or without images. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import http, { type ServerResponse } from 'node:http';
import net, { type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const ENGINE = '/var/run/docker.sock';

export interface DockerProxy {
  /** For DOCKER_HOST. */
  host: string;
  /** Breaks every connection, and takes new ones. */
  cut: () => void;
  /** Breaks every connection, and takes no more. */
  close: () => void;
}

export async function dockerProxy(): Promise<DockerProxy> {
  return behindDoor(
    net.createServer((client) => {
      const engine = net.connect(ENGINE);
      client.on('close', () => engine.destroy()).on('error', () => client.destroy());
      engine.on('close', () => client.destroy()).on('error', () => engine.destroy());
      client.pipe(engine).pipe(client);
    }),
  );
}

/** An engine that has no image and can pull none. Streams of containers do not pass. */
export async function dockerWithoutImages(): Promise<DockerProxy> {
  return behindDoor(
    http.createServer((asked, answer) => {
      if (refuseImages(asked.url ?? '', answer)) return;
      const { method, url: path, headers } = asked;
      const passed = http.request({ socketPath: ENGINE, method, path, headers }, (got) => {
        answer.writeHead(got.statusCode ?? 500, got.headers);
        got.pipe(answer);
      });
      passed.on('error', () => answer.destroy());
      asked.pipe(passed);
    }),
  );
}

async function behindDoor(server: net.Server): Promise<DockerProxy> {
  // Short, because the paths of sockets may not be long.
  const folder = await mkdtemp(join(tmpdir(), 'dp-'));
  const path = join(folder, 's');
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  await once(server.listen(path), 'listening');
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  const close = () => {
    server.close();
    cut();
  };
  onTestFinished(async () => {
    close();
    await rm(folder, { recursive: true, force: true });
  });
  return { host: `unix://${path}`, cut, close };
}

function refuseImages(url: string, answer: ServerResponse): boolean {
  const path = url.replace(/^\/v[\d.]+/, '').replace(/\?.*/, '');
  const refuse = (status: number, said: unknown) => {
    answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
    return true;
  };
  if (path === '/images/create') return refuse(500, { message: 'the registry does not answer' });
  if (path === '/images/json') return refuse(200, []);
  return path.startsWith('/images/') && refuse(404, { message: 'no such image' });
}
