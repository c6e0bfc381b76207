import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { demultiplex } from './output.ts';
import type { Reach } from './sockets.ts';

const kinds = { open: 0, data: 1, end: 2, reset: 3, credit: 4 } as const;
const headLength = 9;
const window = 262_144;

interface Channel {
  socket: Socket;
  /** Bytes that may still be sent before the relay has taken some. */
  room: number;
}

/**
 * Carries connections over the attached stdin and stdout of the relay: works wherever the engine's machine is, also
 * behind the virtual machine of Docker Desktop, and publishes no port. Each connection has a window of its own, so
 * that one that is not read holds up no other.
 */
export function reachByTunnel(stream: NodeJS.ReadWriteStream, folder: string): Reach {
  const servers = new Map<string, { server: Server; socketPath: string }>();
  const channels = new Map<number, Channel>();
  let last = 0;

  function send(number: number, kind: number, body: Buffer = Buffer.alloc(0)): void {
    const head = Buffer.alloc(headLength);
    head.writeUInt32BE(number, 0);
    head.writeUInt8(kind, 4);
    head.writeUInt32BE(body.length, 5);
    stream.write(Buffer.concat([head, body]));
  }

  function accept(socket: Socket, port: number, client: number): void {
    last += 1;
    const number = last;
    const channel: Channel = { socket, room: window };
    channels.set(number, channel);
    send(number, kinds.open, Buffer.from([port >> 8, port & 255, client]));
    socket.on('data', (data) => {
      channel.room -= data.length;
      if (channel.room <= 0) socket.pause();
      send(number, kinds.data, data);
    });
    socket.on('end', () => send(number, kinds.end));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (channels.delete(number)) send(number, kinds.reset);
    });
  }

  function onFrame(number: number, kind: number, body: Buffer): void {
    const channel = channels.get(number);
    if (!channel) return;
    if (kind === kinds.data) channel.socket.write(body, () => send(number, kinds.credit, count(body.length)));
    if (kind === kinds.end) channel.socket.end();
    if (kind === kinds.reset) channel.socket.destroy();
    if (kind === kinds.credit) {
      channel.room += body.readUInt32BE(0);
      if (channel.room > 0) channel.socket.resume();
    }
  }

  const frames = frameReader(onFrame);
  stream.on(
    'data',
    demultiplex((name, chunk) => name === 'stdout' && frames(chunk)),
  );
  stream.on('end', () => {
    for (const { socket } of channels.values()) socket.destroy();
  });

  return {
    address(port, client) {
      const name = `${port}-${client}`;
      const known = servers.get(name);
      if (known) return { socketPath: known.socketPath };
      const socketPath = pathOf(folder, name);
      const server = createServer({ allowHalfOpen: true }, (socket) => accept(socket, port, client));
      // Listening begins within this call; only the event comes later.
      server
        .on('error', () => undefined)
        .listen(socketPath)
        .unref();
      servers.set(name, { server, socketPath });
      return { socketPath };
    },
    close() {
      for (const { server } of servers.values()) server.close();
      for (const { socket } of channels.values()) socket.destroy();
      channels.clear();
    },
  };
}

// Windows has pipes in a name space of their own instead.
function pathOf(folder: string, name: string): string {
  const path = join(folder, `${name}.sock`);
  return process.platform === 'win32' ? join('\\\\.\\pipe', path) : path;
}

function frameReader(onFrame: (number: number, kind: number, body: Buffer) => void): (chunk: Buffer) => void {
  let waiting: Buffer = Buffer.alloc(0);
  return (chunk) => {
    waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
    while (waiting.length >= headLength) {
      const end = headLength + waiting.readUInt32BE(5);
      if (waiting.length < end) return;
      const frame = waiting.subarray(0, end);
      waiting = waiting.subarray(end);
      onFrame(frame.readUInt32BE(0), frame.readUInt8(4), frame.subarray(headLength));
    }
  };
}

function count(value: number): Buffer {
  const body = Buffer.alloc(4);
  body.writeUInt32BE(value);
  return body;
}
