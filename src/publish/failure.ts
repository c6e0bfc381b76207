/** What a failed request to GitHub means, read once from what the client library throws. */
import { z } from 'zod';

export interface Failure {
  status: number;
  message: string;
  headers: Record<string, string>;
}

const thrown = z.object({
  status: z.number(),
  message: z.string().catch(''),
  response: z
    .object({ headers: z.record(z.string(), z.union([z.string(), z.number(), z.undefined()])).catch({}) })
    .optional()
    .catch(undefined),
});

/** Null: not an answer of GitHub and not a lost connection, so a mistake of ours. */
export function asFailure(error: unknown): Failure | null {
  const parsed = thrown.safeParse(error);
  if (!parsed.success) return null;
  const headers = Object.entries(parsed.data.response?.headers ?? {}).map(([name, value]) => [
    name,
    String(value ?? ''),
  ]);
  return { status: parsed.data.status, message: parsed.data.message, headers: Object.fromEntries(headers) };
}

export function hasStatus(error: unknown, ...statuses: number[]): boolean {
  return statuses.includes(asFailure(error)?.status ?? 0);
}

/** GitHub says no, and asking again later would not help. */
export function isRefusal(error: unknown): boolean {
  const failure = asFailure(error);
  return failure !== null && failure.status < 500 && !isRateLimit(failure);
}

/** A 403 can mean "never" or "later": the headers and the wording tell. */
export function isRateLimit({ status, message, headers }: Failure): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  return (
    headers['retry-after'] !== undefined ||
    headers['x-ratelimit-remaining'] === '0' ||
    /rate limit|abuse detection/i.test(message)
  );
}
