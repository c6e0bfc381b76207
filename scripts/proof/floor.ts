/**
 * The floor that a grade is measured against: sends again what a recorded grade sent to the engine and to the app,
 * in an order in which nothing starts before all that had ended before it, and thinks about nothing in between.
 *
 *   node scripts/proof/floor.ts WIRE-LOG
 */
import { randomBytes } from 'node:crypto';
import { closeSync, constants, existsSync, openSync, writeSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import http from 'node:http';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { demultiplex, lines } from '../../src/engines/docker/output.ts';
import { formatOwner, thisProcess } from '../../src/engines/docker/owner.ts';
import {
  ANSWER_CHARACTERS,
  numberOf,
  type WireEvent,
  type WireLine,
  type WireLog,
  type WireRequest,
} from './wire.ts';

const recorded = await readFile(process.argv[2] as string, 'utf8');
const log: WireLog = JSON.parse(recorded);
const folder = await mkdtemp(join(tmpdir(), 'milepost-relay-'));
await mkdir(join(folder, 'relay'));
await chmod(join(folder, 'relay'), 0o777);

/** What differs from run to run: names, folders and the ids that the engine gives. */
const renamed = new Map<string, string>(namesOf(log));
const TOKEN = /[\w-]{32,}/g;
const tokens = new Map<string, string>();
const streams = new Map<number, { socket: Socket; waiting: Map<number, (answer: string) => void> }>();
let control: number | null = null;
let same = 0;
let different = 0;

await inOrder(log.events, (event) => (event.kind === 'line' ? sendLine(event) : sendRequest(event)));
for (const { socket } of streams.values()) socket.destroy();
if (control !== null) closeSync(control);
await rm(folder, { recursive: true, force: true });
console.log(JSON.stringify({ same, different }));

function namesOf({ events }: WireLog): [string, string][] {
  const bodies = events.flatMap((one) => (one.kind === 'request' ? [decoded(one)] : []));
  const find = (pattern: RegExp) =>
    bodies.map((body) => pattern.exec(body)?.[1]).find((one) => one !== undefined);
  const run = find(/milepost-source-([0-9a-f]{12})/);
  const relay = find(/"([^":]*\/milepost-relay-[^/":]+)/);
  const owner = find(/"io\.milepost\.owner":"([^"]+)"/);
  return [
    ...(run === undefined ? [] : [[run, randomBytes(6).toString('hex')] as [string, string]]),
    ...(relay === undefined ? [] : [[relay, folder] as [string, string]]),
    ...(owner === undefined ? [] : [[owner, formatOwner(thisProcess)] as [string, string]]),
  ];
}

function decoded(event: WireRequest): string {
  return Buffer.from(event.body, 'base64').toString('latin1');
}

function translated(text: string): string {
  let result = text;
  for (const [from, to] of renamed) if (result.includes(from)) result = result.replaceAll(from, to);
  return result;
}

/** An event waits for all that had ended when it started; those that others waited for need not be named again. */
async function inOrder(events: WireEvent[], send: (event: WireEvent) => Promise<void>): Promise<void> {
  const sorted = [...events].sort((a, b) => a.start - b.start);
  const running: { event: WireEvent; done: Promise<void> }[] = [];
  for (const event of sorted) {
    const before = running.filter((one) => one.event.end <= event.start);
    const latest = Math.max(...before.map((one) => one.event.start));
    const needed = before.filter((one) => one.event.end >= latest).map((one) => one.done);
    running.push({ event, done: Promise.all(needed).then(() => send(event)) });
  }
  await Promise.all(running.map((one) => one.done));
}

async function sendRequest(event: WireRequest): Promise<void> {
  const isApp = event.to.socketPath?.includes('/milepost-relay-') === true;
  const to = event.to.socketPath === undefined ? event.to : { socketPath: translated(event.to.socketPath) };
  if (isApp && to.socketPath !== undefined) await openRelay(to.socketPath);
  const isText = isApp || String(event.headers['content-type'] ?? '').includes('json');
  const rename = isApp ? withTokensOfNow : translated;
  const body = isText ? Buffer.from(rename(decoded(event)), 'latin1') : Buffer.from(event.body, 'base64');
  const headers = isApp ? JSON.parse(rename(JSON.stringify(event.headers))) : { ...event.headers };
  if (headers['content-length'] !== undefined) headers['content-length'] = String(body.length);
  const path = rename(event.path);
  const { status, answer } = await exchange(
    { ...to, method: event.method, path, headers, agent: false },
    body,
    event,
  );
  if (isApp && status === event.status) same += 1;
  if (isApp && status !== event.status) different += 1;
  if (event.path.includes('/containers/create')) learnIds(event.answer, answer);
  if (isApp) learnTokens(event.answer, answer);
}

/** Sessions and CSRF tokens are new in each run: what is sent names those that this run was given. */
function learnTokens(before: string, now: string): void {
  const [old, fresh] = [before.match(TOKEN) ?? [], now.match(TOKEN) ?? []];
  if (old.length !== fresh.length) return;
  for (const [index, token] of old.entries())
    if (token !== fresh[index]) tokens.set(token, fresh[index] as string);
}

function withTokensOfNow(text: string): string {
  return text.replace(TOKEN, (token) => tokens.get(token) ?? token);
}

function exchange(options: http.RequestOptions, body: Buffer, event: WireRequest) {
  return new Promise<{ status: number | null; answer: string }>((resolve) => {
    const made = http.request(options, (response) => {
      let answer = (response.headers['set-cookie'] ?? []).join('\n');
      response.on('data', (chunk: Buffer) => {
        if (answer.length < ANSWER_CHARACTERS) answer += chunk.toString('latin1');
      });
      const finish = (): void => resolve({ status: response.statusCode ?? null, answer });
      response.once('end', finish).once('close', finish);
    });
    made.once('error', () => resolve({ status: null, answer: '' }));
    made.once('upgrade', (response, socket) => {
      keepStream(event.id, socket as Socket);
      resolve({ status: response.statusCode ?? null, answer: '' });
    });
    if (body.length > 0) made.write(body);
    // A request for a stream stays open for the lines that follow.
    if (!event.upgraded) made.end();
  });
}

function learnIds(before: string, now: string): void {
  const id = /"Id"\s*:\s*"([0-9a-f]{64})"/;
  const [from, to] = [id.exec(before)?.[1], id.exec(now)?.[1]];
  if (from !== undefined && to !== undefined && !renamed.has(from)) renamed.set(from, to);
}

function keepStream(id: number, socket: Socket): void {
  const waiting = new Map<number, (answer: string) => void>();
  streams.set(id, { socket, waiting });
  const release = (): void => {
    for (const go of waiting.values()) go('');
  };
  socket.on('error', release).on('close', release);
  const answered = lines((text) => waiting.get(numberOf(text) ?? -1)?.(text));
  socket.on(
    'data',
    demultiplex((name, chunk) => {
      if (name === 'stdout') answered(chunk);
    }),
  );
}

async function sendLine({ stream, data, last, answer }: WireLine): Promise<void> {
  const found = streams.get(stream);
  if (found === undefined || found.socket.destroyed) return;
  const chunk = Buffer.from(data, 'base64');
  const number = numberOf(chunk.toString('utf8'));
  const answered = number === null ? null : new Promise<string>((go) => found.waiting.set(number, go));
  if (last) found.socket.end(chunk);
  else found.socket.write(chunk);
  if (answered !== null) learnTokens(answer, await answered);
}

/** The relay makes a socket for each port and client when it is told to. */
async function openRelay(socketPath: string): Promise<void> {
  const path = join(dirname(socketPath), 'control');
  while (!existsSync(path)) await sleep(5);
  control ??= openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  if (existsSync(socketPath)) return;
  writeSync(control, `${basename(socketPath, '.sock').replace('-', ' ')}\n`);
  while (!existsSync(socketPath)) await sleep(1);
}
