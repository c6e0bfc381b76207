/**
 * The OSV database on loopback: its two questions, with a few of its records in its own form (schema 1), shortened to what
 * a reader of them needs. Versions are listed, as the real one lists them, so that no range has to be worked out here.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Asked {
  package: { name: string; ecosystem: string };
  version: string;
}

const SQL_INJECTION = {
  details:
    'QuerySet.annotate(), aggregate(), and extra() methods are subject to SQL injection in column aliases.',
  events: [{ introduced: '3.2' }, { fixed: '3.2.13' }, { introduced: '4.0' }, { fixed: '4.0.4' }],
  versions: ['3.2.10', '3.2.12', '4.0.3'],
};

export const RECORDS = [
  {
    schema_version: '1.7.3',
    id: 'PYSEC-2022-190',
    aliases: ['CVE-2022-28346', 'GHSA-2gwj-7jmv-h26r'],
    published: '2022-04-12T05:15:00Z',
    details: SQL_INJECTION.details,
    affected: [
      {
        package: { name: 'django', ecosystem: 'PyPI', purl: 'pkg:pypi/django' },
        ranges: [{ type: 'ECOSYSTEM', events: SQL_INJECTION.events }],
        versions: SQL_INJECTION.versions,
      },
    ],
  },
  {
    schema_version: '1.7.3',
    id: 'GHSA-2gwj-7jmv-h26r',
    aliases: ['CVE-2022-28346', 'PYSEC-2022-190'],
    published: '2022-04-13T00:00:33Z',
    summary: 'SQL Injection in Django',
    details: SQL_INJECTION.details,
    severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
    database_specific: { severity: 'CRITICAL', cwe_ids: ['CWE-89'], github_reviewed: true },
    affected: [
      {
        package: { name: 'django', ecosystem: 'PyPI', purl: 'pkg:pypi/django' },
        ranges: [{ type: 'ECOSYSTEM', events: SQL_INJECTION.events }],
        versions: SQL_INJECTION.versions,
      },
    ],
  },
  {
    schema_version: '1.7.3',
    id: 'GHSA-rrqc-c2jx-6jgv',
    aliases: ['CVE-2024-45231'],
    published: '2024-10-08T18:33:13Z',
    summary: 'Django allows enumeration of user e-mail addresses',
    severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N' }],
    database_specific: { severity: 'MODERATE', github_reviewed: true },
    affected: [
      {
        package: { name: 'django', ecosystem: 'PyPI', purl: 'pkg:pypi/django' },
        ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '4.2.16' }] }],
        versions: ['3.2.10', '3.2.12', '4.0.3', '4.2.15'],
      },
    ],
  },
  {
    schema_version: '1.7.3',
    id: 'PYSEC-2023-175',
    aliases: ['CVE-2023-4863'],
    published: '2023-09-20T05:17:00Z',
    details:
      'Pillow versions before 10.0.1 bundled libwebp binaries that are vulnerable to a heap buffer overflow.',
    severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H' }],
    affected: [
      {
        package: { name: 'pillow', ecosystem: 'PyPI', purl: 'pkg:pypi/pillow' },
        ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '10.0.1' }] }],
        versions: ['9.5.0', '10.0.0'],
      },
    ],
  },
];

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
