/** The one way to GitHub's REST interface: which address, which version of it, and how long to wait for an answer. */
import { GitHub, getOctokitOptions } from '@actions/github/lib/utils';

export type GitHubClient = InstanceType<typeof GitHub>;

/** Answers change their form with the version; without the header GitHub picks one itself. */
const API_VERSION = '2022-11-28';
const LONGEST_ANSWER = 20_000;

export function createClient(token: string, apiUrl: string): GitHubClient {
  const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };
  const client = new GitHub(
    getOctokitOptions(token, { baseUrl: apiUrl, userAgent: 'milepost', log: silent }),
  );
  client.hook.before('request', (options) => {
    options.headers['x-github-api-version'] = API_VERSION;
    options.request = { ...options.request, signal: AbortSignal.timeout(LONGEST_ANSWER) };
  });
  return client;
}

/** What GitHub answers is not shown as it comes: the runner would obey commands in it. */
function ignore(): void {}
