/**
 * The client with which the grader talks to an app that it does not trust: every answer is bounded in time and size,
 * redirects are shown and not followed, nothing is decompressed (security.md, "HTTP client towards the app").
 */
import http from 'node:http';
import type { Address } from '../engines/engine.ts';

export interface ApiRequest {
  method: string;
  /** path and query */
  url: string;
  headers: Record<string, string>;
  body: string | Buffer | null;
}

export interface Reply {
  /** null: no answer */
  status: number | null;
  /** lower-case names; several values of a field are joined with ", " except set-cookie */
  headers: Record<string, string>;
  setCookies: string[];
  body: string;
  /** the body was longer than the cap and was cut */
  cut: boolean;
  failure: string | null;
  milliseconds: number;
}

export const MAX_BODY_BYTES = 2 * 1024 * 1024;
const MAX_HEADER_BYTES = 16 * 1024;
const DEFAULT_TIMEOUT_MS = 10_000;

/** Sends one request and never throws: what went wrong is in `failure`. */
export function send(address: Address, request: ApiRequest, timeoutMs = DEFAULT_TIMEOUT_MS): Promise<Reply> {
  const started = performance.now();
  return new Promise((resolve) => {
    let settled = false;
    const chunks: Buffer[] = [];
    let size = 0;
    let cut = false;
    let response: http.IncomingMessage | null = null;

    const finish = (failure: string | null): void => {
      if (settled) return;
      settled = true;
      clearTimeout(deadline);
      resolve({
        status: response?.statusCode ?? null,
        headers: plainHeaders(response),
        setCookies: (response?.headers['set-cookie'] ?? []).slice(0, 50),
        body: Buffer.concat(chunks).toString('utf8'),
        cut,
        failure,
        milliseconds: performance.now() - started,
      });
      outgoing.destroy();
    };

    const payload = typeof request.body === 'string' ? Buffer.from(request.body, 'utf8') : request.body;
    const outgoing = http.request({
      ...(address.socketPath === undefined
        ? { host: address.host, port: address.port, localAddress: address.localAddress }
        : { socketPath: address.socketPath }),
      method: request.method,
      path: request.url,
      maxHeaderSize: MAX_HEADER_BYTES,
      agent: false,
      headers: {
        'Accept-Encoding': 'identity',
        Connection: 'close',
        ...(payload === null ? {} : { 'Content-Length': String(payload.length) }),
        ...request.headers,
      },
    });
    outgoing.maxHeadersCount = 200;
    let informational = 0;
    outgoing.on('information', () => {
      if (++informational > 5) finish('the app sent more than 5 interim answers');
    });
    const deadline = setTimeout(
      () => finish(`no complete answer within ${Math.round(timeoutMs / 1000)} s`),
      timeoutMs,
    );

    outgoing.on('upgrade', (answer, socket) => {
      socket.on('error', () => {});
      socket.destroy();
      response = answer;
      finish('the app switched protocols (101), which was not asked for');
    });
    outgoing.on('response', (answer) => {
      response = answer;
      answer.on('data', (chunk: Buffer) => {
        if (size + chunk.length > MAX_BODY_BYTES) {
          cut = true;
          finish(`the answer is longer than ${MAX_BODY_BYTES / 1024 / 1024} MB, so the rest was not read`);
          return;
        }
        size += chunk.length;
        chunks.push(chunk);
      });
      answer.on('end', () => finish(null));
      answer.on('aborted', () => finish('the connection was closed in the middle of the answer'));
      answer.on('error', () => finish('the connection broke in the middle of the answer'));
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => finish(reason(error)));
    outgoing.end(payload ?? undefined);
  });
}

function plainHeaders(response: http.IncomingMessage | null): Record<string, string> {
  const headers: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(response?.headers ?? {})) {
    if (value !== undefined && name !== 'set-cookie')
      headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}

function reason(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
      return 'the app does not listen any more';
    case 'ECONNRESET':
    case 'EPIPE':
      return 'the app closed the connection without an answer';
    case 'HPE_HEADER_OVERFLOW':
      return `the answer's headers are longer than ${MAX_HEADER_BYTES / 1024} KiB`;
    default:
      return error.code?.startsWith('HPE_')
        ? 'the answer is not HTTP'
        : `the connection failed (${error.code ?? error.message})`;
  }
}
