/** The README's first command, through the bundle, with both engines. */
import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { renderers } from '../../src/report/renderers.ts';
import type { Report } from '../../src/report/schema.ts';
import { milepost, NODES, REFERENCE } from './command-line.ts';

const counted = (report: Report) => report.requirements.filter((one) => !one.advice);
const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[`);

describe.each(NODES)('on Node $version', ({ path: node }) => {
  test.each(['docker', 'process'])('the reference passes everything with the engine %s', async (engine) => {
    const run = await milepost(['grade', REFERENCE, '--engine', engine], { node });
    expect(run.exitCode, run.stderr + run.stdout).toBe(0);
    const report = await run.report();
    expect(report).toMatchObject({
      schemaVersion: 1,
      exercise: { id: 'todo-api' },
      engine,
      outcome: 'completed',
    });
    expect(counted(report).filter((one) => one.state !== 'pass')).toEqual([]);
    const { possible } = report.score;
    expect(possible).toBe(counted(report).reduce((sum, one) => sum + one.points.possible, 0));
    expect(report.score).toEqual({ earned: possible, judged: possible, possible });
    expect(report.binding.filter((one) => !one.confirmed)).toEqual([]);
    expect(run.stdout).toContain(String(possible));
    expect(run.stdout).toContain('milepost-report');
    for (const name of [
      'junit.xml',
      'comment.md',
      'summary.md',
      'report.html',
      'results.sarif',
      'ctrf-report.json',
    ])
      expect((await run.file(name)).length).toBeGreaterThan(400);
    expect(run.left).toEqual([]);
  });
});

test('report.json keeps to the published JSON Schema', async () => {
  const run = await milepost(['grade', REFERENCE, '--engine', 'process', '--only', 'login']);
  const schema = JSON.parse(await readFile('schemas/report.schema.json', 'utf8'));
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const valid = ajv.compile(schema);
  expect(valid(JSON.parse(await run.file('report.json'))), JSON.stringify(valid.errors)).toBe(true);
});

test('the engine, the reason for it and what it cannot isolate are printed; without colour where nobody looks', async () => {
  const run = await milepost(['grade', REFERENCE, '--engine', 'process', '--only', 'model']);
  const printed = run.stdout + run.stderr;
  expect(printed).toMatch(/process/i);
  const report = await run.report();
  expect(report.notIsolated.length).toBeGreaterThan(0);
  expect(printed.replace(/\s+/g, ' ')).toContain((report.notIsolated[0] ?? '').slice(0, 40));
  expect(printed).not.toMatch(COLOUR);
});

describe('what is asked for', () => {
  test('--only judges these requirements and those that they need', async () => {
    const run = await milepost(['grade', REFERENCE, '--engine', 'process', '--only', 'ownership', 'model']);
    expect(run.exitCode).toBe(0);
    const ids = (await run.report()).requirements.map((one) => one.id);
    expect(ids).toEqual(expect.arrayContaining(['ownership', 'model']));
    expect(ids).not.toContain('rate-limit');
  });

  test('--format prints one of the reports, and nothing else on standard output', async () => {
    const print = (format: string) =>
      milepost(['grade', REFERENCE, '--engine', 'process', '--only', 'model', '--format', format]);
    for (const format of ['json', 'markdown', 'junit', 'html', 'shields'] as const) {
      const run = await print(format);
      expect(run.stdout.trim()).toBe((await run.file(renderers[format].file)).trim());
    }
  });

  test('a format for which there is nothing to write is said to have none', async () => {
    const args = ['grade', REFERENCE, '--engine', 'process', '--only', 'model', '--format', 'classroom50'];
    const run = await milepost(args);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain('result.json was not written');
  });

  test('the same seed sends the same, another seed something else', async () => {
    const sent = async (seed: string) => {
      const run = await milepost([
        'grade',
        REFERENCE,
        '--engine',
        'process',
        '--only',
        'create',
        '--seed',
        seed,
      ]);
      expect((await run.report()).seed).toBe(Number(seed));
      const [create] = (await run.report()).requirements.filter((one) => one.id === 'create');
      return create?.evidence.map((one) => one.exchange?.requestBody);
    };
    const [first, again, other] = await Promise.all(['7', '7', '8'].map(sent));
    expect(first?.join()).toMatch(/title/);
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  test('--out names another folder', async () => {
    const run = await milepost([
      'grade',
      REFERENCE,
      '--engine',
      'process',
      '--only',
      'model',
      '--out',
      'milepost-report/elsewhere',
    ]);
    expect(JSON.parse(await run.file('elsewhere/report.json')).outcome).toBe('completed');
  });
});
