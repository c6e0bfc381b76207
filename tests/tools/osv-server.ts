/**
 * The OSV database on loopback: its two questions, answered in its own form (schema 1) from a few records. A run asks it where
 * MILEPOST_OSV_URL says so.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RECORDS } from './osv-records.ts';

interface Asked {
  package: { name: string; ecosystem: string };
  version: string;
}

export interface OsvServer {
  /** What MILEPOST_OSV_URL is set to. */
  url(host?: string): string;
  asked: string[];
  close(): Promise<void>;
}

export async function osvServer(listen = '127.0.0.1'): Promise<OsvServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const answer = (status: number, body: unknown) =>
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
      const id = /^\/v1\/vulns\/([\w-]+)$/.exec(request.url ?? '')?.[1];
      if (request.method === 'GET' && id !== undefined) {
        const record = RECORDS.find((one) => one.id === id);
        return record ? answer(200, record) : answer(404, { code: 5, message: 'Bug not found.' });
      }
      if (request.method !== 'POST' || request.url !== '/v1/query') return answer(404, {});
      const { package: wanted, version } = JSON.parse(Buffer.concat(parts).toString()) as Asked;
      asked.push(`${wanted.name}==${version}`);
      const vulns = RECORDS.filter(({ affected }) =>
        affected.some((one) => one.package.name === wanted.name && one.versions.includes(version)),
      );
      answer(200, vulns.length > 0 ? { vulns } : {});
    });
  });
  await new Promise<void>((resolve) => server.listen(0, listen, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (host = '127.0.0.1') => `http://${host}:${port}/v1/query`,
    asked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
