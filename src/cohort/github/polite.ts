/**
 * A client for thousands of questions to GitHub: what has not changed is asked for by its ETag, which costs nothing of the
 * hourly limit, and when GitHub asks one request to wait, all of them do.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { createClient, type GitHubClient } from '../../publish/client.ts';
import { asFailure } from '../../publish/failure.ts';
import { type Patience, patience as usual, withPatience } from '../../publish/patience.ts';
import { writeWhole } from '../write.ts';

export interface Polite {
  client: GitHubClient;
  /** Asks, and waits and asks again where GitHub wants that. */
  ask: <T>(work: () => Promise<T>) => Promise<T>;
}

export interface PoliteOptions {
  token: string;
  apiUrl: string;
  /** Where answers are kept for the next time. */
  cache: string;
  /** Called before a wait that somebody could wonder about. */
  waiting: (milliseconds: number) => void;
  patience?: Partial<Patience>;
}

/** An hour is as long as the hourly limit can ask for. */
const HOUR = 60 * 60 * 1000;

export function politeClient({ token, apiUrl, cache, waiting, patience }: PoliteOptions): Polite {
  const gate = createGate(patience?.sleep ?? ((milliseconds) => pause(milliseconds)), waiting);
  const client = createClient(token, apiUrl);
  rememberAnswers(client, cache, gate);
  const enough: Patience = { ...usual, attempts: 6, budget: 2 * HOUR, ...patience, sleep: gate.close };
  return { client, ask: (work) => withPatience(work, enough) };
}

interface Gate {
  open: () => Promise<void>;
  close: (milliseconds: number) => Promise<void>;
}

function createGate(sleep: Patience['sleep'], waiting: (milliseconds: number) => void): Gate {
  let closed: Promise<unknown> | null = null;
  const open = async (): Promise<void> => {
    while (closed !== null) await closed;
  };
  return {
    open,
    async close(milliseconds) {
      if (milliseconds > 5_000) waiting(milliseconds);
      const own: Promise<unknown> = Promise.all([closed, sleep(milliseconds)]).then(() => {
        if (closed === own) closed = null;
      });
      closed = own;
      await own;
    },
  };
}

const answerSchema = z.strictObject({
  url: z.string(),
  etag: z.string(),
  link: z.string().nullable(),
  data: z.unknown(),
});

function rememberAnswers(client: GitHubClient, folder: string, gate: Gate): void {
  client.hook.wrap('request', async (request, options) => {
    await gate.open();
    const { method, url } = client.request.endpoint(options);
    // What is downloaded is kept as what it is, not as an answer.
    if (method !== 'GET' || options.request?.parseSuccessResponseBody === false) return request(options);
    const file = join(folder, `${createHash('sha256').update(url).digest('hex').slice(0, 32)}.json`);
    const known = await readAnswer(file, url);
    if (known) options.headers['if-none-match'] = known.etag;
    try {
      const response = await request(options);
      const { etag, link = null } = response.headers;
      if (etag) await writeWhole(file, JSON.stringify({ url, etag, link, data: response.data }), 0o600);
      return response;
    } catch (error) {
      if (known === null || asFailure(error)?.status !== 304) throw error;
      return {
        status: 200,
        url,
        headers: { etag: known.etag, link: known.link ?? undefined },
        data: known.data,
      };
    }
  });
}

/** A file that a kill or a hand has spoilt is as good as none. */
async function readAnswer(file: string, url: string): Promise<z.infer<typeof answerSchema> | null> {
  try {
    const answer = answerSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    return answer.url === url ? answer : null;
  } catch {
    return null;
  }
}
