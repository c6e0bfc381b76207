import { chmod, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { renderComment } from '../../src/report/comment.ts';
import { renderJson } from '../../src/report/json.ts';
import { renderJUnit } from '../../src/report/junit.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { writeReports } from '../../src/report/write.ts';
import { samples } from './samples/all.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'milepost-write-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('writes the four files, into a folder that need not exist', async () => {
  const target = join(folder, 'deep', 'milepost-report');
  const files = await writeReports(samples.mixed, target);
  expect(await readdir(target)).toEqual(['comment.md', 'junit.xml', 'report.json', 'summary.md']);
  expect(await readFile(files.report, 'utf8')).toBe(renderJson(samples.mixed));
  expect(await readFile(files.junit, 'utf8')).toBe(renderJUnit(samples.mixed));
  expect(await readFile(files.comment, 'utf8')).toBe(renderComment(samples.mixed));
  expect(await readFile(files.summary, 'utf8')).toBe(renderSummary(samples.mixed));
});

test('a second run replaces them', async () => {
  await writeReports(samples.mixed, folder);
  const files = await writeReports(samples['full-pass'], folder);
  expect(await readdir(folder)).toHaveLength(4);
  expect(await readFile(files.report, 'utf8')).toBe(renderJson(samples['full-pass']));
});

test('a file that cannot be written leaves no half of one behind', async () => {
  await mkdir(join(folder, 'junit.xml', 'in-the-way'), { recursive: true });
  await expect(writeReports(samples.mixed, folder)).rejects.toThrow();
  await chmod(folder, 0o755);
  expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
