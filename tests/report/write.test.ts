import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { renderJson } from '../../src/report/json.ts';
import { type Format, renderers } from '../../src/report/renderers.ts';
import { writeReports } from '../../src/report/write.ts';
import { samples } from './samples/all.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'milepost-write-'));
});
afterEach(() => rm(folder, { recursive: true }));

const FILES = [
  'badge.json',
  'badge.svg',
  'comment.md',
  'ctrf-report.json',
  'junit.xml',
  'report.html',
  'report.json',
  'results.sarif',
  'summary.md',
];

test('writes each report, into a folder that need not exist', async () => {
  const target = join(folder, 'deep', 'milepost-report');
  const files = await writeReports(samples.mixed, target);
  expect(await readdir(target)).toEqual(FILES);
  expect(Object.values(files).sort()).toEqual(FILES.map((name) => join(target, name)));
  for (const [format, path] of Object.entries(files)) {
    const render = await renderers[format as Format].load();
    expect(await readFile(path, 'utf8'), format).toBe(render(samples.mixed, {}));
  }
});

test('for Classroom 50 there is one more, where its runner has started us', async () => {
  const variables = {
    CLASSROOM: 'c',
    ASSIGNMENT: 'a',
    SUBMISSION_TAG: 's',
    COMMIT_URL: 'u',
    RELEASE_URL: 'u',
    OWNER: 'o',
  };
  const { classroom50 = '' } = await writeReports(samples.mixed, folder, { variables });
  expect(JSON.parse(await readFile(classroom50, 'utf8'))).toMatchObject({ owner: 'o', score: 12 });
});

test('a second run replaces them, and its page says what changed', async () => {
  await writeReports(samples.mixed, folder);
  const [first = samples.mixed.requirements[0]] = samples.mixed.requirements;
  const broken = { ...first, state: 'fail' as const, points: { earned: 0, possible: 2 } };
  const next = { ...samples.mixed, requirements: [broken, ...samples.mixed.requirements.slice(1)] };
  const files = await writeReports(next as typeof samples.mixed, folder);
  expect(await readdir(folder)).toEqual(FILES);
  expect(await readFile(files.json ?? '', 'utf8')).toBe(renderJson(next as typeof samples.mixed));
  expect(await readFile(files.html ?? '', 'utf8')).toContain('Since the run before: 1 no longer passed.');
});

test.each([
  ['no report', 'nothing'],
  ['a report of another exercise', JSON.stringify(samples.tools).replace('"item-api"', '"other"')],
  ['a run that was stopped', JSON.stringify(samples['stopped-run'])],
  ['a key that is not known', JSON.stringify({ ...samples.mixed, extra: 1 })],
])('in the folder is %s: nothing is said of changes', async (_, text) => {
  await writeFile(join(folder, 'report.json'), text);
  const { html = '' } = await writeReports(samples.mixed, folder);
  expect(await readFile(html, 'utf8')).not.toContain('the run before');
});

test('only some are written where only some are asked for', async () => {
  await writeReports(samples.mixed, folder, {}, ['html', 'sarif']);
  expect(await readdir(folder)).toEqual(['report.html', 'results.sarif']);
});

test('a file that cannot be written leaves no half of one behind', async () => {
  await mkdir(join(folder, 'junit.xml', 'in-the-way'), { recursive: true });
  await expect(writeReports(samples.mixed, folder)).rejects.toThrow();
  await chmod(folder, 0o755);
  expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
