import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convertJUnitToCTRFReport } from 'junit-to-ctrf';
import { parse as parseJUnit } from 'junit2json';
import { parse as parseResults } from 'test-results-parser';
import { afterAll, describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { renderJUnit } from '../../src/report/junit.ts';
import type { Report } from '../../src/report/schema.ts';
import { samples } from './samples/all.ts';
import { reportOf, requirement } from './samples/builders.ts';

const schema = await readFile(new URL('jenkins-junit.xsd', import.meta.url), 'utf8');
const folder = await mkdtemp(join(tmpdir(), 'milepost-junit-'));
afterAll(() => rm(folder, { recursive: true }));

const validate = (contents: string) =>
  validateXML({
    xml: [{ fileName: 'junit.xml', contents }],
    schema: [{ fileName: 'junit.xsd', contents: schema }],
  });

describe.each(Object.entries(samples))('JUnit of %s', (name, report) => {
  const document = renderJUnit(report);
  const expected = counts(report);

  test('validates against the schema of Jenkins', async () => {
    expect((await validate(document)).errors).toEqual([]);
  });

  test('has no characters that are illegal, invisible or obeyed', () => {
    expect(document).not.toMatch(/[^\P{C}\n\u{1F000}-\u{1FFFF}]/u);
    expect(document).not.toMatch(/^\s*::|##\[|\[\[\/?\w+[|\]]/m);
  });

  test('is read by junit2json', async () => {
    const read = await parseJUnit(document);
    const suite =
      read !== null && read !== undefined && 'testsuite' in read ? read.testsuite?.[0] : undefined;
    expect(suite).toMatchObject({
      name: 'Item API',
      tests: expected.tests,
      failures: expected.failures,
      errors: expected.errors,
      skipped: expected.skipped,
    });
    expect(suite?.testcase?.filter((t) => t.failure !== undefined)).toHaveLength(expected.failures);
    expect(suite?.testcase?.filter((t) => t.error !== undefined)).toHaveLength(expected.errors);
    expect(suite?.testcase?.filter((t) => t.skipped !== undefined)).toHaveLength(expected.skipped);
  });

  test('is read by junit-to-ctrf', async () => {
    const file = await written(name, document);
    const read = await convertJUnitToCTRFReport(file);
    expect(read?.results.summary).toMatchObject({
      tests: expected.tests,
      passed: expected.tests - expected.failures - expected.errors - expected.skipped,
      failed: expected.failures + expected.errors,
      skipped: expected.skipped,
    });
  });

  test('is read by test-results-parser, which finds no attachments and no properties but ours', async () => {
    const read = parseResults({ type: 'junit', files: [await written(name, document)] });
    const cases = read.suites.flatMap((suite) => suite.cases);
    const withStatus = (status: string) => cases.filter((c) => c.status === status).length;
    expect(withStatus('FAIL')).toBe(expected.failures + expected.errors);
    expect(withStatus('SKIP')).toBe(expected.skipped);
    expect(cases.flatMap((c) => c.attachments)).toEqual([]);
    const ours = ['exercise', 'outcome', 'engine', 'seed', 'score.earned', 'score.judged', 'score.possible'];
    expect(new Set(cases.flatMap((c) => Object.keys(c.metadata)))).toEqual(new Set(ours));
  });
});

test('the schema refuses what it does not know, so that passing means something', async () => {
  const broken = renderJUnit(samples.mixed).replace('<testsuites', '<testsuites skipped="1"');
  expect((await validate(broken)).valid).toBe(false);
});

test('each state is shown for what it is', async () => {
  const suite = await suiteOf(samples.mixed);
  const shown = Object.fromEntries(suite.map((t) => [t.name, t]));
  expect(shown.Ownership?.failure?.[0]).toMatchObject({
    type: 'fail',
    message: expect.stringContaining('bob changed an item'),
  });
  expect(shown.Ownership?.failure?.[0]?.inner).toContain('Your line: items/views.py:41');
  expect(shown.Pagination?.error?.[0]).toMatchObject({
    type: 'error',
    message: 'The connection to the app was lost by the grader.',
  });
  const document = renderJUnit(samples.mixed);
  expect(document).toContain(
    '<skipped>Blocked: One item cannot be reached, so there is nothing to try it on.</skipped>',
  );
  expect(document).toContain(
    '<skipped>Could not tell: No route was found that shows one item by its id.</skipped>',
  );
  expect(document).toContain('<skipped>Needs a mentor: A mentor reads the commit messages.</skipped>');
  expect(document).toContain('<skipped>Not applicable: Your app has no WebSocket route.</skipped>');
  expect(document).toContain('<skipped>Advice: No API documentation was found.</skipped>');
});

describe('a run that judged nothing is never green', () => {
  test.each([
    ['the app did not start', samples['no-app'], 'failure', 'The app starts'],
    ['the grader broke', samples['failed-run'], 'error', 'The grading finished'],
    ['somebody stopped it', samples['stopped-run'], 'error', 'The grading finished'],
    ['there are no requirements', reportOf({}), 'error', 'The grading finished'],
    [
      'everything is blocked',
      reportOf({ requirements: [requirement('a', 'A', { state: 'blocked' })] }),
      'error',
      'The grading finished',
    ],
  ] as const)('%s', async (_, report, kind, name) => {
    expect((await suiteOf(report)).filter((t) => t[kind] !== undefined).map((t) => t.name)).toContain(name);
    expect((await validate(renderJUnit(report))).errors).toEqual([]);
  });
});

async function suiteOf(report: Report) {
  const read = await parseJUnit(renderJUnit(report));
  return (
    (read !== null && read !== undefined && 'testsuite' in read
      ? read.testsuite?.[0]?.testcase
      : undefined) ?? []
  );
}

async function written(name: string, document: string): Promise<string> {
  const file = join(folder, `${name}.xml`);
  await writeFile(file, document);
  return file;
}

function counts({ requirements, outcome }: Report) {
  const failed = requirements.filter((r) => r.state === 'fail' && !r.advice).length;
  const stopped = outcome === 'stopped';
  const errors = stopped ? 0 : requirements.filter((r) => r.state === 'error').length;
  const passed = requirements.filter((r) => r.state === 'pass').length;
  return {
    tests: requirements.length + (outcome === 'completed' ? 0 : 1),
    failures: failed + (outcome === 'no-app' ? 1 : 0),
    errors: errors + (outcome === 'failed' || stopped ? 1 : 0),
    skipped: requirements.length - failed - errors - passed,
  };
}
