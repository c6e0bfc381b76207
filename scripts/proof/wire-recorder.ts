/**
 * Loaded before the grader (`node --import`): writes down every HTTP request and every line to the app's process.
 * The grader does not know of it. The log goes to the file that MILEPOST_WIRE_LOG names.
 */
import { writeFileSync } from 'node:fs';
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import type { Socket } from 'node:net';
import { demultiplex, lines } from '../../src/engines/docker/output.ts';
import { ANSWER_CHARACTERS, numberOf, type WireEvent, type WireLine, type WireRequest } from './wire.ts';

const events: WireEvent[] = [];
const bodies = new Map<WireRequest, Buffer[]>();
const request = http.request;

http.request = ((...args: Parameters<typeof http.request>) => {
  const made = request(...args);
  const options = args.find((one) => typeof one === 'object' && !(one instanceof URL)) as http.RequestOptions;
  observe(made, options);
  return made;
}) as typeof http.request;
syncBuiltinESMExports();

process.on('exit', () => {
  for (const event of events) {
    event.end ||= performance.now();
    if (event.kind === 'request') event.body = Buffer.concat(sentBy(event)).toString('base64');
  }
  writeFileSync(process.env.MILEPOST_WIRE_LOG as string, JSON.stringify({ events }));
});

function sentBy(event: WireRequest): Buffer[] {
  const known = bodies.get(event) ?? [];
  bodies.set(event, known);
  return known;
}

function observe(made: http.ClientRequest, options: http.RequestOptions): void {
  const { socketPath, host, port, localAddress } = options;
  const event: WireRequest = {
    kind: 'request',
    id: events.length,
    to: {
      ...(socketPath ? { socketPath } : { host: String(host), port: Number(port) }),
      ...(localAddress ? { localAddress } : {}),
    },
    method: options.method ?? 'GET',
    path: options.path ?? '/',
    headers: made.getHeaders() as WireRequest['headers'],
    body: '',
    status: null,
    answer: '',
    upgraded: false,
    start: performance.now(),
    end: 0,
  };
  events.push(event);
  watchWrites(made, ({ chunk }) => sentBy(event).push(chunk));
  const finished = (): void => {
    event.end ||= performance.now();
  };
  made.once('response', (response: http.IncomingMessage) => {
    event.status = response.statusCode ?? null;
    event.answer = (response.headers['set-cookie'] ?? []).join('\n');
    watchData(response, (chunk) => {
      if (event.answer.length < ANSWER_CHARACTERS) event.answer += chunk.toString('latin1');
    });
    response.once('end', finished).once('close', finished);
  });
  made.once('error', finished);
  made.once('upgrade', (_response: http.IncomingMessage, socket: Socket) => {
    event.upgraded = true;
    finished();
    watchStream(event.id, socket);
  });
}

function watchStream(stream: number, socket: Socket): void {
  const open = new Map<number, WireLine>();
  watchWrites(socket, ({ chunk, last }) => {
    const now = performance.now();
    const data = chunk.toString('base64');
    const line: WireLine = { kind: 'line', stream, data, last, answer: '', start: now, end: 0 };
    const number = numberOf(chunk.toString('utf8'));
    if (number === null) line.end = now;
    else open.set(number, line);
    events.push(line);
  });
  const answered = lines((text) => {
    const line = open.get(numberOf(text) ?? -1);
    if (!line || line.end > 0) return;
    line.end = performance.now();
    line.answer = text.slice(0, ANSWER_CHARACTERS);
  });
  watchData(
    socket,
    demultiplex((name, chunk) => {
      if (name === 'stdout') answered(chunk);
    }),
  );
}

interface Writes {
  write(...args: unknown[]): boolean;
  end(...args: unknown[]): unknown;
}

interface Written {
  chunk: Buffer;
  last: boolean;
}

function watchWrites(to: http.ClientRequest | Socket, seen: (written: Written) => void): void {
  const target = to as unknown as Writes;
  const { write, end } = target;
  const note = (written: unknown, last: boolean): void => {
    const isData = typeof written === 'string' || written instanceof Uint8Array;
    if (isData || last) seen({ chunk: Buffer.from(isData ? (written as Buffer) : ''), last });
  };
  let inEnd = false;
  target.write = (...args) => {
    if (!inEnd) note(args[0], false);
    return write.apply(to, args);
  };
  target.end = (...args) => {
    note(args[0], true);
    inEnd = true;
    try {
      return end.apply(to, args);
    } finally {
      inEnd = false;
    }
  };
}

// Listening to "data" would start the flow before the grader is ready for it.
function watchData(stream: http.IncomingMessage | Socket, seen: (chunk: Buffer) => void): void {
  const emit = stream.emit;
  stream.emit = ((name: string, ...args: unknown[]) => {
    if (name === 'data') seen(args[0] as Buffer);
    return emit.apply(stream, [name, ...args] as never);
  }) as typeof stream.emit;
}
