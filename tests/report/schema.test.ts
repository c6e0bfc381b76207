import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { renderJson } from '../../src/report/json.ts';
import { reportJsonSchema } from '../../src/report/json-schema.ts';
import { samples } from './samples/all.ts';

const published = await readFile('schemas/report.schema.json', 'utf8');
const ajv = new Ajv2020({ allErrors: true, strict: true });
formats.default(ajv);
const validate = ajv.compile(JSON.parse(published));

test('the published schema is current; `npm run schemas` writes it', () => {
  expect(published).toBe(reportJsonSchema());
});

describe.each(Object.entries(samples))('report.json of %s', (_, report) => {
  test('is valid', () => {
    validate(JSON.parse(renderJson(report)));
    expect(validate.errors).toBeNull();
  });
});

test.each([
  ['an unknown key', { extra: 1 }],
  ['another version', { schemaVersion: 2 }],
  ['an unknown engine', { engine: 'podman' }],
  ['a date that is none', { startedAt: 'yesterday' }],
])('%s is refused', (_, change) => {
  expect(validate({ ...samples.mixed, ...change })).toBe(false);
});
