/** The published schemas: current, and of use to an editor. */
import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { inputJsonSchema } from '../../src/config/json-schema.ts';
import { configSchema } from '../../src/repository/config.ts';
import { exerciseIds } from '../../src/spec/load.ts';
import { exerciseSchema } from '../../src/spec/schema.ts';

const exercise = await readFile('schemas/exercise.schema.json', 'utf8');
const config = await readFile('schemas/config.schema.json', 'utf8');
const accepts = (schema: string, value: unknown): boolean =>
  new Ajv2020({ strict: true, allowUnionTypes: true }).validate(JSON.parse(schema), value);

test('the published schemas are current; `npm run schemas` writes them', () => {
  expect(exercise).toBe(inputJsonSchema(exerciseSchema, 'Milepost exercise'));
  expect(config).toBe(inputJsonSchema(configSchema, '.milepost.yml'));
});

describe('exercise.schema.json', async () => {
  const valid = await readFile('tests/spec/valid.yml', 'utf8');
  test.each(await exerciseIds('graders'))('accepts graders/%s.yml', async (id) => {
    expect(accepts(exercise, parse(await readFile(`graders/${id}.yml`, 'utf8')))).toBe(true);
  });
  test.each([
    ['points: 5', 'pionts: 5'],
    ['probe: facts', 'probe: fact'],
    ['slot name:', 'slots name:'],
    ['fault: [missing, overlong]', 'fault: missing'],
  ])('refuses %s written as %s', (from, to) => {
    expect(accepts(exercise, parse(valid))).toBe(true);
    expect(accepts(exercise, parse(valid.replace(from, to)))).toBe(false);
  });
});

describe('config.schema.json', () => {
  test('accepts what the README shows', () => {
    expect(
      accepts(config, {
        exercise: 'library',
        project: 'backend',
        settings: 'config.settings.dev',
        python: '3.12',
        env: { DEBUG: true },
        bind: { register: 'POST /api/users/', 'book.name': 'nombre' },
      }),
    ).toBe(true);
  });
  test.each([[{ exersise: 'library' }], [{ python: 3.1 }], [{ project: '../other' }]])(
    'refuses %j',
    (value) => {
      expect(accepts(config, value)).toBe(false);
    },
  );
});
