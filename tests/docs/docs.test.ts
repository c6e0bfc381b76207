/** What the documents say is what the program does: tables, examples, commands, links. */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderers } from '../../src/report/renderers.ts';
import { STATES } from '../../src/report/schema.ts';
import { parseConfig } from '../../src/repository/config.ts';
import { exerciseIds, loadExercise, loadFile } from '../../src/spec/load.ts';
import { predicateSchema } from '../../src/spec/predicates.ts';
import { FILTERS } from '../../src/spec/queries.ts';
import {
  exerciseSchema,
  OPERATIONS,
  requirementSchema,
  roleSchema,
  SLOT_KINDS,
  slotSchema,
} from '../../src/spec/schema.ts';
import {
  adminStep,
  callStep,
  deployStep,
  documentStep,
  FAULTS,
  FORM_FAULTS,
  givenStep,
  linksStep,
  PASSWORDS,
  QUERIES,
  stepSchema,
  submitStep,
  TOKEN_CHANGES,
  throttleStep,
  visitStep,
} from '../../src/spec/steps.ts';

const readme = await readFile('README.md', 'utf8');
const language = await readFile('docs/spec.md', 'utf8');
const blocks = (text: string): string[] =>
  [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');

/** The requirements of an example; a mistake in it throws. */
async function requirementsIn(text = ''): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'milepost-docs-'));
  try {
    const file = join(folder, 'example.yml');
    await writeFile(file, text);
    return (await loadFile(file)).spec.requirements.map(({ id }) => id);
  } finally {
    await rm(folder, { recursive: true });
  }
}

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
    expect(await requirementsIn(blocks(readme)[1])).toEqual(['create', 'private']);
  });
});

test('docs/reports.md names each report that is written', async () => {
  const text = await readFile('docs/reports.md', 'utf8');
  for (const [format, { file }] of Object.entries(renderers))
    expect(text).toContain(`| \`${file}\` | \`${format}\` |`);
});

describe('docs/spec.md', () => {
  const called = (name: string): RegExp => new RegExp(`\`${name}[\` :.]`);
  const keys = (...steps: { shape: object }[]): string[] => steps.flatMap(({ shape }) => Object.keys(shape));
  const names = {
    'keys of a file': keys(exerciseSchema),
    'keys of a slot': keys(slotSchema),
    operations: [...OPERATIONS],
    'keys of a requirement': keys(requirementSchema),
    probes: stepSchema.options.map((step) => [...step.shape.probe.values][0] as string),
    'keys of steps': keys(
      callStep,
      givenStep,
      throttleStep,
      visitStep,
      submitStep,
      adminStep,
      linksStep,
      deployStep,
      documentStep,
    ),
    'what is sent': keys(callStep.shape.send.unwrap(), submitStep.shape.send.unwrap()),
    queries: Object.values(QUERIES).flat(),
    filters: Object.keys(FILTERS),
    'faults, passwords and tokens': [...FAULTS, ...FORM_FAULTS, ...PASSWORDS, ...TOKEN_CHANGES],
    'kinds of slots': [...SLOT_KINDS],
    predicates: Object.keys(
      (predicateSchema.options.find((option) => 'shape' in option) as { shape: object }).shape,
    ),
  };
  test.each(Object.entries(names))('names all %s', (_, all) => {
    expect(all.length).toBeGreaterThan(2);
    expect(all.filter((name) => !called(name).test(language))).toEqual([]);
  });

  test('shows each kind of role', () => {
    const kinds = roleSchema.options.flatMap(({ shape: { role } }) =>
      'values' in role ? [...role.values] : role.options,
    );
    expect(kinds.length).toBeGreaterThan(2);
    expect(kinds.filter((kind) => !language.includes(`{ role: ${kind}`))).toEqual([]);
  });

  test('has a section for each step that says all of its queries', () => {
    const sections = language.split(/^### /m).slice(1);
    for (const [probe, queries] of Object.entries(QUERIES)) {
      const section = sections.find((text) => text.startsWith(`\`${probe}\`:`)) ?? '';
      expect(section, probe).not.toBe('');
      expect(
        queries.filter((name) => !called(name).test(section)),
        probe,
      ).toEqual([]);
    }
  });

  test('the exercise of pages is a spec without a mistake', async () => {
    expect(await requirementsIn(blocks(language)[0])).toEqual([
      'list',
      'detail',
      'write',
      'review',
      'kitchens',
    ]);
  });
});

describe.each([
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/spec.md',
  'docs/action.md',
  'docs/cohort.md',
  'docs/reports.md',
])('%s', (file) => {
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
    const used = [...text.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] as string);
    expect(used.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('commands of ours exist', async () => {
    const main = await readFile('src/cli/main.ts', 'utf8');
    const known = [...main.matchAll(/\.command\('([\w-]+)'\)/g)].map((match) => match[1]);
    const text = await readFile(file, 'utf8');
    const used = [...text.matchAll(/dist\/cli\.js ([\w-]+)/g)].map((match) => match[1]);
    expect(used.filter((name) => !known.includes(name))).toEqual([]);
  });
});
