/** Makes things happen at once: requests of two runs are held back until both have come. */
import type { SentRequest } from './contract.ts';
import type { GitHubApi } from './server.ts';

/** Holds matching requests back until so many of them have come; later ones pass. */
export function holdUntil(api: GitHubApi, count: number, when: (request: SentRequest) => boolean): void {
  const waiting: (() => void)[] = [];
  api.beforeEach = async (request) => {
    if (!when(request) || waiting.length >= count) return;
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      if (waiting.length === count) for (const release of waiting) release();
    });
  };
}

/** Resolves when the first matching request has come. */
export async function seen(api: GitHubApi, when: (request: SentRequest) => boolean): Promise<void> {
  while (!api.requests.some(when)) await new Promise((resolve) => setTimeout(resolve, 5));
}
