/** What the documents say is what the program does: tables, examples, commands, links. */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { STATES } from '../../src/report/schema.ts';
import { parseConfig } from '../../src/repository/config.ts';
import { exerciseIds, loadExercise, loadFile } from '../../src/spec/load.ts';
import { predicateSchema } from '../../src/spec/predicates.ts';
import { FILTERS } from '../../src/spec/queries.ts';
import { exerciseSchema, requirementSchema, SLOT_KINDS } from '../../src/spec/schema.ts';
import {
  CALL_QUERIES,
  callStep,
  FACTS_QUERIES,
  FAULTS,
  PASSWORDS,
  stepSchema,
  THROTTLE_QUERIES,
  TOKEN_CHANGES,
} from '../../src/spec/steps.ts';

const readme = await readFile('README.md', 'utf8');
const language = await readFile('docs/spec.md', 'utf8');
const blocks = (text: string): string[] =>
  [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');

describe('README.md', () => {
  test('the exercises', async () => {
    const specs = await Promise.all((await exerciseIds('graders')).map((id) => loadExercise('graders', id)));
    for (const { spec } of specs) {
      const counted = spec.requirements.filter((one) => !one.advice);
      const advice = spec.requirements.length - counted.length;
      const points = counted.reduce((sum, one) => sum + (one.points ?? 0), 0);
      expect(readme).toContain(
        `| \`${spec.exercise}\` | ${spec.title} | ${counted.length}${advice > 0 ? ` and ${advice} of advice` : ''} | ${points} |`,
      );
    }
  });

  test('the states', () => {
    for (const state of STATES) expect(readme).toMatch(new RegExp(`^\\| \`${state}\` \\|`, 'm'));
  });

  test('the example of .milepost.yml is valid', () => {
    const [config = ''] = blocks(readme);
    expect(parseConfig(config)).toMatchObject({ ok: true, config: { python: '3.12' } });
  });

  test('the worked example is a spec without a mistake', async () => {
    const text = blocks(readme)[1] ?? '';
    const folder = await mkdtemp(join(tmpdir(), 'milepost-readme-'));
    const file = join(folder, 'bookmarks.yml');
    await writeFile(file, text);
    expect((await loadFile(file)).spec.requirements).toHaveLength(2);
    await rm(folder, { recursive: true });
  });
});

describe('docs/spec.md', () => {
  const called = (name: string): RegExp => new RegExp(`\`${name}[\` :.]`);
  const names = {
    'keys of a file': Object.keys(exerciseSchema.shape),
    'keys of a requirement': Object.keys(requirementSchema.shape),
    probes: stepSchema.options.map((step) => [...step.shape.probe.values][0] as string),
    'keys of a call': Object.keys(callStep.shape),
    'what is sent': Object.keys(callStep.shape.send.unwrap().shape),
    queries: [...CALL_QUERIES, ...FACTS_QUERIES, ...THROTTLE_QUERIES],
    filters: Object.keys(FILTERS),
    'faults, passwords and tokens': [...FAULTS, ...PASSWORDS, ...TOKEN_CHANGES],
    'kinds of slots': [...SLOT_KINDS],
    predicates: Object.keys(
      (predicateSchema.options.find((option) => 'shape' in option) as { shape: object }).shape,
    ),
  };
  test.each(Object.entries(names))('names all %s', (_, all) => {
    expect(all.length).toBeGreaterThan(2);
    expect(all.filter((name) => !called(name).test(language))).toEqual([]);
  });
});

describe.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/spec.md', 'docs/action.md'])(
  '%s',
  (file) => {
    test('links lead somewhere', async () => {
      const text = await readFile(file, 'utf8');
      const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1] as string);
      // docs/comment.png is drawn from a real report by `npm run picture`.
      const missing = targets.filter((target) => !existsSync(join(dirname(file), target)));
      expect(missing).toEqual([]);
    });

    test('npm commands exist', async () => {
      const { scripts } = JSON.parse(await readFile('package.json', 'utf8'));
      const text = await readFile(file, 'utf8');
      const used = [...text.matchAll(/npm run ([\w-]+)/g)].map((match) => match[1] as string);
      expect(used.filter((name) => !(name in scripts))).toEqual([]);
    });

    test('commands of ours exist', async () => {
      const main = await readFile('src/cli/main.ts', 'utf8');
      const known = [...main.matchAll(/\.command\('([\w-]+)'\)/g)].map((match) => match[1]);
      const text = await readFile(file, 'utf8');
      const used = [...text.matchAll(/dist\/cli\.js ([\w-]+)/g)].map((match) => match[1]);
      expect(used.filter((name) => !known.includes(name))).toEqual([]);
    });
  },
);
