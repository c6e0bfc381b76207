/**
 * A GitHub on the loopback address: one repository with real comment rules, or a hub of many; every exchange is held
 * against the contract.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handOut } from './artifacts.ts';
import {
  answerBreaches,
  type Matched,
  matchOperation,
  requestBreaches,
  type SentRequest,
} from './contract.ts';
import type { Fault } from './faults.ts';
import { type Hub, hubAnswer } from './hub.ts';
import { type Answer, answerTo, newRepository, type Repository } from './repository.ts';

export interface GitHubApi {
  url: string;
  repository: Repository;
  /** Where it is set, it answers in the place of the one repository. */
  hub: Hub | null;
  /** The most requests that were under way at once. */
  mostAtOnce: number;
  /** Every request in order. */
  requests: SentRequest[];
  /** What GitHub would not have taken, or would not have said. Tests expect none. */
  breaches: string[];
  fault(fault: Fault): void;
  /** Called before each request is looked at; a promise holds it back. */
  beforeEach: (request: SentRequest) => Promise<void> | void;
  close(): Promise<void>;
}

export const startHub = (hub: Hub): Promise<GitHubApi> => startGitHubApi(newRepository(), hub);

export async function startGitHubApi(repository: Repository, hub: Hub | null = null): Promise<GitHubApi> {
  let underWay = 0;
  const faults: Fault[] = [];
  const server = createServer((request, response) => {
    underWay += 1;
    api.mostAtOnce = Math.max(api.mostAtOnce, underWay);
    void serve(api, faults, request, response)
      .catch((error: unknown) => {
        api.breaches.push(`the loopback server broke: ${String(error)}`);
        response.destroy();
      })
      .finally(() => {
        underWay -= 1;
      });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const api: GitHubApi = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    repository,
    hub,
    mostAtOnce: 0,
    requests: [],
    breaches: [],
    fault: (fault) => void faults.push(fault),
    beforeEach: () => {},
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return api;
}

async function serve(api: GitHubApi, faults: Fault[], incoming: IncomingMessage, response: ServerResponse) {
  const request = await read(incoming);
  api.requests.push(request);
  await api.beforeEach(request);
  if (request.path.startsWith('/blob/')) return handOut(api, request, response);
  const matched = matchOperation(request.method, request.path);
  if (request.method === 'POST' && request.path === '/graphql')
    return send(response, viewer(api.repository, request));
  if (!matched) {
    api.breaches.push(
      `${request.method} ${request.path}: GitHub has no such operation, or it was not cut out yet`,
    );
    return send(response, { status: 404, body: { message: 'Not Found' } });
  }
  api.breaches.push(...requestBreaches(matched, request));
  const fault = takeFault(faults, request);
  const answer = fault && !fault.afterDoingIt ? null : answerOf(api, matched, request);
  if (fault?.refusal === 'cut') return void response.destroy();
  const sent: Answer | null = fault ? refused(fault) : answer;
  if (!sent) throw new Error('neither an answer nor a fault');
  // What has not changed carries nothing, and the description does not say so everywhere.
  if (sent.status !== 304) api.breaches.push(...answerBreaches(matched, sent.status, sent.body));
  return send(response, sent);
}

const answerOf = (api: GitHubApi, matched: Matched, request: SentRequest): Answer =>
  api.hub ? hubAnswer(api.hub, api.url, matched, request) : answerTo(api, matched, request);

function takeFault(faults: Fault[], request: SentRequest): Fault | undefined {
  const fault = faults.find((one) => one.times > 0 && one.when(request));
  if (fault) fault.times -= 1;
  return fault;
}

function refused(fault: Fault): Answer | null {
  if (fault.refusal === 'cut') return null;
  const { status, message, headers } = fault.refusal;
  return { status, headers, body: { message, documentation_url: 'https://docs.github.com/rest' } };
}

/** GraphQL has no OpenAPI description: the one query that Milepost sends is compared word by word. */
function viewer(repository: Repository, request: SentRequest): Answer {
  const { query } = request.body as { query: string };
  if (query.replaceAll(/\s+/g, ' ').trim() !== 'query { viewer { login } }') {
    return { status: 200, body: { errors: [{ message: `unknown query: ${query}` }] } };
  }
  return { status: 200, body: { data: { viewer: { login: repository.token.login } } } };
}

async function read(incoming: IncomingMessage): Promise<SentRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const url = new URL(incoming.url ?? '/', 'http://loopback');
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: incoming.headers as Record<string, string | undefined>,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8', ...answer.headers });
  response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
}
