/** A learner's words reach the log, the annotations, the summary and the comment: none of them may do anything there. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writes } from '../github-api/faults.ts';
import { newRepository } from '../github-api/repository.ts';
import { type GitHubApi, startGitHubApi } from '../github-api/server.ts';
import { evidence, sampleReport } from '../publish/sample-report.ts';
import { runAction, TOKEN } from './runner.ts';
import { withReport } from './with-report-entry.ts';

// Each test starts processes, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const ATTACKS = [
  '::error::forged',
  '\n::add-mask::a',
  '\r::set-output name=score::100',
  'x ##[error]forged',
  '::stop-commands::forged',
  '%0A::error::forged',
  '\u001b[31m::warning::forged',
  '\u2028::notice::forged',
  '<!-- milepost:shelf-api -->',
];

let api: GitHubApi;

beforeEach(async () => {
  api = await startGitHubApi(newRepository());
});
afterEach(async () => {
  await api.close();
  expect(api.breaches).toEqual([]);
});

test('the runner obeys our own commands and no other', async () => {
  const { commands, outputs } = await runAction({ api, ...withReport(hostileReport(), ATTACKS) });
  expect(commands.map((one) => one.name)).toEqual(['add-mask', 'stop-commands', 'error']);
  expect(commands.at(-1)?.properties).toEqual({
    title: 'Requirement create',
    file: 'shelf/views.py',
    line: '12',
  });
  expect(outputs.score).toBe('0');
});

test("a marker among the learner's words does not hide our comment from us", async () => {
  await runAction({ api, ...withReport(hostileReport()) });
  await runAction({ api, ...withReport(hostileReport()) });
  const written = api.requests.filter((one) => writes(one) && one.path.includes('/comments'));
  expect(written.map((one) => one.method)).toEqual(['POST']);
});

test('while grading, no variable of the runner and no token is in the process', async () => {
  const given = { GH_TOKEN: TOKEN, SOME_URL: `https://x:${TOKEN}@host`, GITHUB_TOKEN: TOKEN };
  const { log } = await runAction({ api, env: given, ...withReport(hostileReport()) });
  const names = /^environment: (.*)$/m.exec(log)?.[1]?.split(' ') ?? [];
  expect(names).toContain('PATH');
  expect(names.filter((name) => /^(INPUT|GITHUB|ACTIONS)_|^GH_TOKEN$|^SOME_URL$/.test(name))).toEqual([]);
});

test('a comment and a summary that are too long for GitHub are cut before they are sent', async () => {
  const long = evidence({
    summary: 'x'.repeat(70_000),
    actual: '<b>&`'.repeat(20_000),
    exception: 'y'.repeat(900_000),
  });
  const report = hostileReport();
  for (const requirement of report.requirements) requirement.evidence = Array(8).fill(long);
  const { summary } = await runAction({ api, ...withReport(report) });
  expect(api.repository.comments).toHaveLength(1);
  expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
  expect(summary).toContain('Requirement create');
});

function hostileReport() {
  const report = sampleReport({ create: 'fail' });
  const text = ATTACKS.join(' ');
  for (const requirement of report.requirements) {
    requirement.reason = text;
    requirement.hint = text;
    requirement.evidence = [evidence({ summary: text, actual: text, exception: text })];
  }
  report.notes = [text];
  return report;
}
