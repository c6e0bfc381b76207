/** What a learner's code says is shown as text, wherever it is shown. */
import { describe, expect, test, vi } from 'vitest';
import type { Graded } from './grading.ts';
import { gradeBuilt } from './grading.ts';
import { hostile } from './planted.ts';
import { expectWellFormed } from './well-formed.ts';

vi.setConfig({ testTimeout: 180_000, maxConcurrency: 2 });

describe.concurrent('commands, markup and invisible characters', () => {
  test('of a running app', async () => {
    const run = await gradeBuilt(await hostile('output/shouting'));
    const report = await expectWellFormed(run);
    expect(run.exitCode).toBe(1);
    expect(report.outcome).toBe('completed');
    expectInert(run);
  });

  test('of an app that does not start', async () => {
    const run = await gradeBuilt(await hostile('output/shouting-boot'));
    const report = await expectWellFormed(run);
    expect(report.outcome).toBe('no-app');
    expect(report.problem?.place).toMatchObject({ file: 'planted.py', line: 19 });
    expectInert(run);
  });
});

function expectInert({ stdout, stderr, files }: Graded): void {
  for (const [name, text] of Object.entries({ ...files, stdout, stderr })) {
    expect(text, name).not.toMatch(/^\s*::|##\[/m);
    expect(text, name).not.toMatch(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069\u200e\u200f\ufffe\uffff]/u);
  }
  for (const name of ['comment.md', 'summary.md']) {
    const text = withoutCode(files[name] ?? '');
    expect(text, name).not.toMatch(/<(img|script)|@octocat|https?:\/\/example|\]\(javascript|^# forged/m);
  }
  expect(files['report.html']?.match(/<(img|iframe|script|a href="(?!#))/g)).toEqual(['<script']);
  // Ours is the first line; only that one is looked for.
  expect(withoutCode(files['comment.md'] ?? '').match(/<!-- milepost:todo-api -->/g)).toHaveLength(1);
  expect((files['comment.md'] ?? '').length).toBeLessThan(65_536);
  expect(Buffer.byteLength(files['summary.md'] ?? '')).toBeLessThan(1024 * 1024);
}

/** Fenced blocks and code spans show their text; what counts is what stands outside them. */
const withoutCode = (markdown: string): string =>
  markdown.replace(/^(`{3,})[^`\n]*\n[\s\S]*?^\1$/gm, '').replace(/(`+)[^`][\s\S]*?[^`]?\1(?!`)/g, '');
