/** Somebody who listens on every address of this machine and counts who comes. */
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

export interface Listener {
  visitors: () => number;
  /** Tells a planted module where to go. */
  tell(folder: string): Promise<void>;
}

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

export async function listen(): Promise<Listener> {
  let visitors = 0;
  const server = createServer((socket) => {
    visitors += 1;
    socket.on('error', () => {});
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  servers.push(server);
  const bound = server.address();
  const port = typeof bound === 'object' ? bound?.port : undefined;
  const addresses = Object.values(networkInterfaces()).flatMap(
    (all) => all?.filter(({ internal, family }) => !internal && family === 'IPv4') ?? [],
  );
  return {
    visitors: () => visitors,
    tell: (folder) =>
      writeFile(
        join(folder, 'outside.json'),
        JSON.stringify({ port, addresses: addresses.map(({ address }) => address) }),
      ),
  };
}
