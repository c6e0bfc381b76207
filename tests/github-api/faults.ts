/** Ways in which GitHub fails, to be scripted before a run: each is used up in the order it was added. */
import type { SentRequest } from './contract.ts';

export interface Refusal {
  status: number;
  message: string;
  headers?: Record<string, string>;
}

export interface Fault {
  /** Which requests it hits. */
  when: (request: SentRequest) => boolean;
  /** How many of them. */
  times: number;
  /** 'cut': the connection ends without an answer. */
  refusal: Refusal | 'cut';
  /** True: GitHub does what was asked for and fails only then, as behind a gateway that gave up. */
  afterDoingIt?: boolean;
}

export const writes = (request: SentRequest) => ['POST', 'PATCH', 'DELETE'].includes(request.method);
export const reads = (request: SentRequest) => request.method === 'GET';
export const everything = () => true;

export const withoutPermission: Refusal = { status: 403, message: 'Resource not accessible by integration' };
export const notFound: Refusal = { status: 404, message: 'Not Found' };
export const badGateway: Refusal = { status: 502, message: 'Server Error' };
export const unavailable: Refusal = { status: 503, message: 'Service Unavailable' };

/** A secondary limit, with the header that says how long to wait, or without it. */
export function secondaryLimit(status: 403 | 429, retryAfterSeconds: number | null): Refusal {
  return {
    status,
    message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    headers: retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) },
  };
}

/** The hourly limit: nothing is left, and the header says when it starts anew. */
export function primaryLimit(status: 403 | 429, resetAtSeconds: number): Refusal {
  return {
    status,
    message: 'API rate limit exceeded for installation ID 1.',
    headers: {
      'x-ratelimit-limit': '1000',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(resetAtSeconds),
    },
  };
}
