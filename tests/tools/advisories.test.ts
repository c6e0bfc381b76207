import { expect, test } from 'vitest';
import { advisories } from '../../src/tools/advisories.ts';
import { answering, contextFor, folderWith } from './context.ts';

const packages = (
  requirements: string[],
  installed: Record<string, string>,
  excludeNewer: string | null = null,
) => ({
  plan: { pythons: [], requirements, extra: ['setuptools<81'], excludeNewer },
  outcome: {
    ok: true,
    python: '3.12',
    interpreter: '',
    installed,
    changes: [],
    reused: false,
    problem: null,
    log: '',
  },
});
const answer = (vulns: unknown[], records: Record<string, string>) =>
  answering({
    told: { dependencies: [{ name: 'pillow', version: '9.5.0', vulns }] },
    problem: null,
    records,
  });
const overflow = {
  id: 'PYSEC-2023-175',
  aliases: ['CVE-2023-4863'],
  fix_versions: ['10.0.1'],
  description: 'Pillow bundled libwebp binaries with a heap buffer overflow. More text.',
};

test('the packages are asked for by name and version, with a network', async () => {
  const root = await folderWith({ 'requirements.txt': '# what we need\npillow==9.5.0\n' });
  const inputs: unknown[] = [];
  const context = await contextFor(
    root,
    (run) => {
      inputs.push({ ...JSON.parse(run.input.toString()), network: run.network, program: run.program });
      return answer([overflow], { 'PYSEC-2023-175': 'high' })(run);
    },
    packages(['pillow==9.5.0'], { pillow: '9.5.0' }),
  );
  const { read, findings, problems } = await advisories.run(context);
  expect(inputs).toEqual([
    {
      packages: [['pillow', '9.5.0']],
      url: null,
      network: true,
      program: { script: 'tool_advisories.py' },
    },
  ]);
  expect({ read, findings, problems }).toEqual({
    read: 'one package',
    problems: [],
    findings: [
      {
        tool: 'pip-audit 2.10.1',
        rule: 'CVE-2023-4863',
        title: 'Pillow bundled libwebp binaries with a heap buffer overflow. More text.',
        link: 'https://osv.dev/vulnerability/PYSEC-2023-175',
        severity: 'high',
        confidence: 'high',
        summary:
          'pillow 9.5.0 has the known weakness CVE-2023-4863 (high severity): Pillow bundled libwebp binaries with a heap buffer overflow. Install pillow 10.0.1 or newer.',
        place: { file: 'requirements.txt', line: 2, code: 'pillow==9.5.0' },
        counts: true,
        why: null,
        unexplained: false,
      },
    ],
  });
});

test('two records of one weakness are one finding, as serious as the more serious of them', async () => {
  const root = await folderWith({});
  const second = { ...overflow, id: 'GHSA-j7hp-h8jx-5ppr', fix_versions: ['10.0.2'] };
  const records = { 'PYSEC-2023-175': 'unknown', 'GHSA-j7hp-h8jx-5ppr': 'critical' };
  const { findings } = await advisories.run(
    await contextFor(
      root,
      answer([overflow, second], records),
      packages(['pillow==9.5.0'], { pillow: '9.5.0' }),
    ),
  );
  expect(findings.map(({ rule, severity, counts }) => ({ rule, severity, counts }))).toEqual([
    { rule: 'CVE-2023-4863', severity: 'critical', counts: true },
  ]);
});

test.each([
  ['medium', ['pillow==9.5.0'], null, 'less than serious'],
  ['unknown', ['pillow==9.5.0'], null, 'its record does not say how serious it is'],
  ['high', ['pillow'], '2023-06-01', 'no version is pinned, so that a fresh installation takes a newer one'],
  ['high', ['pillow<10'], '2023-06-01', null],
])('%s, asked for as %j, installed as of %s: %s', async (severity, requirements, date, why) => {
  const root = await folderWith({});
  const { findings } = await advisories.run(
    await contextFor(
      root,
      answer([overflow], { 'PYSEC-2023-175': severity }),
      packages(requirements, { pillow: '9.5.0' }, date),
    ),
  );
  expect(findings.map((one) => one.why)).toEqual([why]);
});

test('without a network: one sentence, and a Django without support is told all the same', async () => {
  const root = await folderWith({ 'requirements.txt': 'Django==4.2.1\n' });
  const problem =
    "requests.exceptions.ConnectionError: HTTPSConnectionPool(host='api', port=443): Max retries";
  const { findings, problems } = await advisories.run(
    await contextFor(root, answering({ told: null, problem, records: {} }), packages(['Django==4.2.1'], {})),
  );
  expect({
    problems,
    findings: findings.map(({ rule, counts, summary, place }) => ({ rule, counts, summary, place })),
  }).toEqual({
    problems: ['The database of known weaknesses (OSV) could not be asked: there is no connection to it.'],
    findings: [
      {
        rule: 'unsupported-django',
        counts: true,
        summary:
          'Django 4.2.1 has had no security fixes since 2026-04-30: what is found in it from now on stays open. Move to 5.2, 6.0 and 6.1, one series after the other, with the deprecation warnings on (python -Wd).',
        place: { file: 'requirements.txt', line: 1, code: 'Django==4.2.1' },
      },
    ],
  });
});

test('what was not asked for, and what has no severity because its record could not be had, is a problem', async () => {
  const root = await folderWith({});
  const { problems } = await advisories.run(
    await contextFor(root, answer([overflow], {}), packages(['pillow==9.5.0', 'requests==2.0'], {})),
  );
  expect(problems).toEqual([
    'pip-audit passed over requests.',
    'The database of known weaknesses (OSV) could not be asked how serious CVE-2023-4863 is.',
  ]);
});

test('nothing was installed', async () => {
  const { blocked } = await advisories.run(await contextFor(await folderWith({}), answering({})));
  expect(blocked).toBe('Nothing was installed.');
});
