/** A write-up is found under any reasonable name, and what only looks like one is told what it lacks. */
import { describe, expect, test } from 'vitest';
import { document } from '../../src/probes/document.ts';
import { requirementSchema } from '../../src/spec/schema.ts';
import { documentStep } from '../../src/spec/steps.ts';
import { tree } from '../repository/tree.ts';

const step = documentStep.parse({
  probe: 'document',
  title: 'look for the write-up',
  names: ['secur', 'sécurité', 'review'],
  words: { findings: ['finding', 'found', 'faille', '漏洞'], fixes: ['fix', 'corrig', '修复'] },
  'min-words': 40,
  without: ['supported versions', 'reporting'],
  expect: { file: { exists: true }, 'gaps | count': 0 },
});

const requirement = requirementSchema.parse({
  id: 'report',
  title: 'The findings and fixes are written down',
  steps: [step],
  hints: [
    {
      say: 'Say for each finding where it was, what could happen, how you fixed it and how you checked that it is gone.',
    },
  ],
});

async function look(files: Record<string, string | Buffer>) {
  const root = await tree(files);
  const repository = { root, files: Object.keys(files).sort(), projects: [] };
  const written = { repository, requirements: [requirement] };
  const [result] = await document.run(step, written);
  return result;
}

const sentences = (count: number, word = 'part') =>
  Array.from(
    { length: count },
    (_, index) => `The ${word} number ${'abcdefghijklmnop'[index]} was looked at by hand.`,
  ).join(' ');
const AUDIT = `# Review\n\n## Findings\n\n- SQL injection: found in the search, fixed with a parameter.\n- Cookies were sent over plain HTTP.\n\n${sentences(8)}\n`;

describe('found', () => {
  test.each<[string, Record<string, string>]>([
    ['docs/security.md', { 'docs/security.md': AUDIT }],
    ['SECURITY_REVIEW.txt', { 'SECURITY_REVIEW.txt': AUDIT.replaceAll('#', '') }],
    ['review/2026.md', { 'review/2026.md': AUDIT }],
    [
      'docs/securityReport.rst',
      { 'docs/securityReport.rst': `Findings\n========\n\nWe found and fixed it. ${sentences(8)}\n` },
    ],
    ['SECURITY', { SECURITY: AUDIT }],
    [
      'docs/SÉCURITÉ.adoc',
      {
        'docs/SÉCURITÉ.adoc': `= Sécurité\n\n== Failles\n\nUne faille dans la recherche, corrigée depuis. ${sentences(8, 'partie')}\n`,
      },
    ],
    [
      'security.md',
      {
        'security.md': `# 安全\n\n发现了一个漏洞：搜索框直接拼接了语句，攻击者可以读取所有用户的数据。我们已经修复了这个问题，并且添加了测试来验证。会话的设置也做了修改，现在所有的请求都必须使用加密连接，密码重置的链接只能使用一次。`,
      },
    ],
    [
      'README.md',
      {
        'README.md': `# App\n\nHello.\n\n## Security review\n\n${AUDIT.replaceAll('# ', '### ')}\n## Licence\n\nMIT\n`,
      },
    ],
  ])('%s', async (file, files) => {
    const result = await look(files);
    expect(result).toMatchObject({ state: 'pass', evidence: [{ place: { file } }, { place: { file } }] });
  });

  test('the outline and the first findings are shown', async () => {
    const result = await look({ 'docs/security.md': AUDIT });
    expect(result?.summary).toBe(
      'docs/security.md was found: 88 words in 2 sections. A mentor has to read it.',
    );
    expect(result?.evidence.map(({ table }) => table?.rows.slice(0, 2))).toEqual([
      [
        ['1', 'Review', '0'],
        ['3', 'Findings', '88'],
      ],
      [
        ['SQL injection: found in the search, fixed with a parameter.'],
        ['Cookies were sent over plain HTTP.'],
      ],
    ]);
  });

  test('a format that cannot be read here is left to the mentor', async () => {
    expect(await look({ 'security.pdf': Buffer.from('%PDF-1.7\n…') })).toMatchObject({
      state: 'pass',
      summary: 'security.pdf was found. It cannot be read here: a mentor has to open it.',
    });
  });

  test('the one in which least is missing, whatever else has such a name', async () => {
    const result = await look({ 'SECURITY.md': '# Reporting\n\nWrite to us.\n', 'docs/review.md': AUDIT });
    expect(result).toMatchObject({
      state: 'pass',
      evidence: [{ place: { file: 'docs/review.md', line: 1 } }, {}],
    });
  });
});

const LACKS = (count: number) =>
  `It has ${count} words of its own, and at least 40 are expected: headings, code, placeholders and sentences of a template are not counted.`;
const ABOUT_NOTHING = 'It says nothing about findings. It says nothing about fixes.';

describe('not enough', () => {
  test.each<[string, Record<string, string>, string]>([
    [
      'nothing of the kind',
      { 'README.md': '# App\n', 'tests/security.md': AUDIT, 'requirements/security.txt': 'x' },
      'No such text was found: no file, and no heading of a README, has a name with secur, sécurité, review or the like.',
    ],
    [
      'an empty file',
      { 'SECURITY.md': ' \n' },
      'SECURITY.md was found, but something is missing. It is empty.',
    ],
    [
      'headings only',
      { 'SECURITY.md': '# Security\n\n## Findings\n\n## Fixes\n' },
      `SECURITY.md was found, but something is missing. ${LACKS(0)} ${ABOUT_NOTHING}`,
    ],
    [
      'TODO',
      { 'SECURITY.md': '# Findings\n\nTODO\n\n# Fixes\n\n- TBD\n- ...\n- [describe the fix]\n' },
      `SECURITY.md was found, but something is missing. ${LACKS(0)} ${ABOUT_NOTHING}`,
    ],
    [
      'filler',
      {
        'SECURITY.md': `# Findings\n\n${'Lorem ipsum dolor sit amet, consectetur adipiscing elit. '.repeat(20)}\n`,
      },
      `SECURITY.md was found, but something is missing. ${LACKS(0)} ${ABOUT_NOTHING}`,
    ],
    [
      'one sentence many times',
      { 'SECURITY.md': `# Findings\n\n${'We found it and fixed it. '.repeat(20)}\n` },
      `SECURITY.md was found, but something is missing. ${LACKS(6)}`,
    ],
    [
      'what the exercise itself says',
      { 'SECURITY.md': `# Findings\n\n${requirement.title}. ${requirement.hints[0]?.say}\n` },
      `SECURITY.md was found, but something is missing. ${LACKS(0)} ${ABOUT_NOTHING}`,
    ],
    [
      'code',
      { 'SECURITY.md': `# Review\n\n\`\`\`\nfound fixed ${sentences(8)}\n\`\`\`\n` },
      `SECURITY.md was found, but something is missing. ${LACKS(0)} ${ABOUT_NOTHING}`,
    ],
    [
      'comments of a template',
      { 'SECURITY.md': `# Review\n\n<!-- found fixed ${sentences(8)} -->\n` },
      `SECURITY.md was found, but something is missing. ${LACKS(0)} ${ABOUT_NOTHING}`,
    ],
    [
      'what is about something else',
      { 'SECURITY.md': `# Review\n\n${sentences(8)}\n` },
      `SECURITY.md was found, but something is missing. ${ABOUT_NOTHING}`,
    ],
    [
      "GitHub's template",
      {
        '.github/SECURITY.md':
          '# Security Policy\n\n## Supported Versions\n\nUse this section to tell people about which versions of your project are\ncurrently being supported with security updates.\n\n| Version | Supported |\n| ------- | --------- |\n| 5.1.x | yes |\n\n## Reporting a Vulnerability\n\nUse this section to tell people how to report a vulnerability.\n\nTell them where to go, how often they can expect to get an update on a\nreported vulnerability, what to expect if the vulnerability is accepted or\ndeclined, etc.\n',
      },
      `.github/SECURITY.md was found, but something is missing. ${LACKS(0)} ${ABOUT_NOTHING}`,
    ],
  ])('%s', async (_, files, summary) => {
    expect(await look(files)).toMatchObject({ state: 'fail', summary });
  });
});
