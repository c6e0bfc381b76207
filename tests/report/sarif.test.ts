/** Validated with the schema that Microsoft's own matcher for SARIF brings along, and with what GitHub says of its limits. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import type { Log, Result } from 'sarif';
import { describe, expect, test } from 'vitest';
import { renderSarif } from '../../src/report/sarif.ts';
import type { Report } from '../../src/report/schema.ts';
import { samples } from './samples/all.ts';
import { reportOf, requirement, seen } from './samples/builders.ts';

const matcher = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/package.json');
const published = matcher.replace('package.json', 'lib/schemas/sarif-2.1.0-rtm.5.json');
// Written for draft 4, of which it uses nothing that newer drafts read otherwise.
const { $schema: _, id: __, ...schema } = JSON.parse(await readFile(published, 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile(schema);

describe.each(Object.entries(samples))('%s', (_, report) => {
  const log = read(report);

  test('is valid', () => {
    validate(log);
    expect(validate.errors).toBeNull();
  });

  test('each result has its rule and a line within the repository', () => {
    const { rules = [] } = runOf(log).tool.driver;
    for (const result of resultsOf(log)) {
      expect(rules[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
      const place = result.locations?.[0]?.physicalLocation;
      expect(place?.artifactLocation?.uri).toMatch(/^(?!\/)(?!.*(^|\/)\.\.(\/|$))[\w.%/()!*'~-]+$/);
      expect(place?.region?.startLine).toBeGreaterThan(0);
    }
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });
});

test('requirements are rules where no tool spoke', () => {
  const log = read(samples.mixed);
  expect(summaryOf(log)).toEqual([
    ['milepost/validation', 'error', 'items/views.py', 63],
    ['milepost/ownership', 'error', 'items/views.py', 41],
    ['milepost/rate-limit', 'error', 'config/settings.py', 88],
  ]);
  expect(resultsOf(log)[0]?.message.text).toBe(
    [
      'An item without a title was sent.',
      "KeyError: 'title'",
      'Expected: 400 with a reason',
      'Got: 500',
      "What to do: Use `.get('title')` or a serializer, and answer 400 with a reason.",
    ].join('\n'),
  );
});

test('rules of tools are named by tool and rule, once each, with what GitHub sorts by', () => {
  const log = read(samples.tools);
  expect(summaryOf(log)).toEqual([
    ['bandit/B602', 'error', 'shop/jobs.py', 12],
    ['bandit/B324', 'warning', 'shop/jobs.py', 20],
    ['bandit/B105', 'note', 'shop/jobs.py', 3],
    ['bandit/B602', 'error', 'shop/jobs.py', 31],
  ]);
  expect(runOf(log).tool.driver.rules?.[0]).toEqual({
    id: 'bandit/B602',
    shortDescription: { text: 'shell_call_with_user_input' },
    helpUri: 'https://bandit.readthedocs.io/en/1.9.4/plugins/b602.html',
    properties: { tags: ['security'], 'security-severity': '8.0', precision: 'high' },
  });
});

test('the line that stops the app is a result', () => {
  expect(summaryOf(read(samples['no-app']))).toEqual([['milepost/start', 'error', 'items/models.py', 14]]);
});

test('a run that broke says that it did', () => {
  expect(runOf(read(samples['failed-run'])).invocations?.[0]?.executionSuccessful).toBe(false);
});

test('more than GitHub shows is not written', () => {
  const evidence = Array.from({ length: 6_000 }, (_, i) =>
    seen(`Finding ${i}`, { ok: false, place: { file: 'a/b c.py', line: i + 1, code: null } }),
  );
  const log = read(
    reportOf({ requirements: [requirement('one', 'x'.repeat(2_000), { state: 'fail', evidence })] }),
  );
  expect(resultsOf(log)).toHaveLength(5_000);
  expect(summaryOf(log)[0]).toEqual(['milepost/one', 'error', 'a/b%20c.py', 1]);
  expect(runOf(log).tool.driver.rules?.[0]?.shortDescription?.text.length).toBeLessThanOrEqual(1_024);
});

const read = (report: Report): Log => JSON.parse(renderSarif(report));
const runOf = (log: Log) => log.runs[0] as Log['runs'][0];
const resultsOf = (log: Log): Result[] => runOf(log).results ?? [];
const summaryOf = (log: Log) =>
  resultsOf(log).map(({ ruleId, level, locations }) => {
    const place = locations?.[0]?.physicalLocation;
    return [ruleId, level, place?.artifactLocation?.uri, place?.region?.startLine];
  });
