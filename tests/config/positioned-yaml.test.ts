import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { formatProblem, parsePositioned } from '../../src/config/positioned-yaml.ts';

const step = z.union([
  z.strictObject({ call: z.string(), as: z.string().optional() }),
  z.strictObject({ wait: z.number() }),
]);
const schema = z.strictObject({
  name: z.string().min(1),
  points: z.int().min(1).max(10).optional(),
  level: z.enum(['easy', 'hard']).optional(),
  steps: z.array(step).min(1).optional(),
  probe: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('http'), url: z.string() }),
      z.strictObject({ kind: z.literal('tree') }),
    ])
    .optional(),
  env: z.record(z.string().regex(/^[A-Z_]+$/), z.union([z.string(), z.number()])).optional(),
});
const problems = (text: string) => {
  const read = parsePositioned(schema, text, 'a.yml');
  return read.ok ? [] : read.problems.map(formatProblem);
};

describe('mistakes against the schema', () => {
  test.each([
    [
      'name: x\npionts: 3\n',
      'a.yml:2:1: `pionts` is not a name that this file knows.\n  Allowed: name, points, level, steps, probe, env\n  Did you mean `points`?',
    ],
    ['points: 3\n', 'a.yml:1:1: `name` is missing: it must be text.\n  Allowed: text'],
    ['name: 3\n', 'a.yml:1:7: `name` must be text, but 3 was found.\n  Allowed: text'],
    [
      'name: ""\n',
      'a.yml:1:7: `name` must be text that is not empty, but "" was found.\n  Allowed: text that is not empty',
    ],
    [
      'name: x\npoints: 11\n',
      'a.yml:2:9: `points` must be at most 10, but 11 was found.\n  Allowed: at most 10',
    ],
    [
      'name: x\npoints: 1.5\n',
      'a.yml:2:9: `points` must be a whole number, but 1.5 was found.\n  Allowed: a whole number',
    ],
    [
      'name: x\nlevel: esay\n',
      'a.yml:2:8: `level` must be one of easy, hard, but "esay" was found.\n  Allowed: easy, hard\n  Did you mean `easy`?',
    ],
    [
      'name: x\nsteps: []\n',
      'a.yml:2:8: `steps` must be a list of at least 1 item, but an empty list was found.\n  Allowed: a list of at least 1 item',
    ],
    [
      'name: x\nsteps: { call: a }\n',
      'a.yml:2:8: `steps` must be a list, but a group of `name: value` lines was found.\n  Allowed: a list',
    ],
    [
      'name: x\nsteps:\n  - call: a\n  - cal: b\n',
      'a.yml:4:5: `cal` is not a name that `steps[2]` knows.\n  Allowed: call, as, wait\n  Did you mean `call`?',
    ],
    [
      'name: x\nsteps:\n  - call: a\n    as: 4\n',
      'a.yml:4:9: `steps[1].as` must be text, but 4 was found.\n  Allowed: text',
    ],
    [
      'name: x\nsteps:\n  - wait: now\n',
      'a.yml:3:11: `steps[1].wait` must be a number, but "now" was found.\n  Allowed: a number',
    ],
    [
      'name: x\nprobe: { kind: htp }\n',
      'a.yml:2:16: `probe.kind` must be one of http, tree, but "htp" was found.\n  Allowed: http, tree\n  Did you mean `http`?',
    ],
    ['name: x\nprobe: { url: a }\n', 'a.yml:2:8: `probe.kind` is missing.\n  Allowed: http, tree'],
    [
      'name: x\nprobe: { kind: http, uri: /a, url: b }\n',
      'a.yml:2:22: `uri` is not a name that `probe` knows.\n  Allowed: kind, url\n  Did you mean `url`?',
    ],
    [
      'name: x\nenv:\n  lower: 1\n',
      'a.yml:3:3: The name `lower` is not allowed here.\n  Allowed: text of the form /^[A-Z_]+$/',
    ],
    [
      'name: x\nenv:\n  A: [1]\n',
      'a.yml:3:6: `env.A` must be text or a number, but a list was found.\n  Allowed: text, a number',
    ],
    [
      '',
      'a.yml:1:1: The file must be a group of `name: value` lines, but nothing was found.\n  Allowed: a group of `name: value` lines',
    ],
    [
      '- a\n',
      'a.yml:1:1: The file must be a group of `name: value` lines, but a list was found.\n  Allowed: a group of `name: value` lines',
    ],
  ])('%j', (text, expected) => {
    expect(problems(text)).toEqual([expected]);
  });

  test('all mistakes come at once, in the order of the file', () => {
    expect(
      problems('level: no\nname: 1\nother: 2\n').map((text) => text.split(':').slice(1, 3).join(':')),
    ).toEqual(['1:8', '2:7', '3:1']);
  });

  test('the place of a value that came through an alias is the place of the value', () => {
    expect(problems('name: &n 3\nenv: { A: *n, B: [] }\n')).toHaveLength(2);
  });
});

describe('files that are not read', () => {
  test('a name that stands twice', () => {
    expect(problems('name: a\nname: b\n')[0]).toMatch(
      /^a.yml:2:1: This is not valid YAML.*\n {2}The same name stands twice/s,
    );
  });
  test('a second document', () => {
    expect(problems('name: a\n---\nname: b\n')[0]).toMatch(/^a.yml:[23]:1: A second document begins here/);
  });
  test('an alias bomb, with its line and at once', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'
        .split('')
        .map((letter, i) => `${letter}: &${letter} [${Array(9).fill(`*${'abcdefgh'[i]}`)}]`),
    ];
    const started = performance.now();
    expect(problems(bomb.join('\n'))[0]).toMatch(/^a.yml:\d+:\d+: Written out, this file would be too large/);
    expect(performance.now() - started).toBeLessThan(500);
  });
  test('a value that contains itself', () => {
    expect(problems('name: &a [*a]\n')[0]).toMatch(/^a.yml:1:11: `\*a` contains itself\./);
  });
  test('an unknown alias', () => {
    expect(problems('name: *nobody\n')[0]).toMatch(/^a.yml:1:7: /);
  });
  test('thousands of brackets', () => {
    expect(problems('['.repeat(100_000))[0]).toMatch(/^a.yml:1:\d+: /);
  });
  test('a file beyond the size limit', () => {
    expect(problems(`name: ${'x'.repeat(600_000)}`)[0]).toMatch(/at most 524288 are read/);
  });
  test('tabs and open quotes', () => {
    expect(problems('name:\n\tx: 1\n')[0]).toMatch(/^a.yml:2:1: This is not valid YAML/);
    expect(problems('name: "x\n')[0]).toMatch(/^a.yml:\d:\d+: This is not valid YAML/);
  });
  test('names that would reach into objects', () => {
    expect(problems('name: x\n__proto__: { polluted: 1 }\n')[0]).toMatch(/`__proto__` is not a name/);
    expect(problems('name: x\n? [a]\n: 1\n')[0]).toMatch(/^a.yml:2:3: /);
  });
});

test('a good file gives its value and a way to report findings at their place', () => {
  const read = parsePositioned(schema, 'name: x\nenv:\n  A: 1\n', 'a.yml');
  if (!read.ok) throw new Error('expected a value');
  expect(read.value).toEqual({ name: 'x', env: { A: 1 } });
  const explanation = { message: 'No such variable.', found: 'A', allowed: '', advice: '' };
  expect(read.problemAt(['env', 'A'], 'key', explanation)).toEqual({
    file: 'a.yml',
    line: 3,
    column: 3,
    ...explanation,
  });
  expect(read.problemAt(['env', 'A'], 'value', explanation)).toMatchObject({ line: 3, column: 6 });
  expect(read.problemAt(['env', 'Z'], 'value', explanation)).toMatchObject({ line: 3, column: 3 });
});
