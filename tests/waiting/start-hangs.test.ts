/** An app that never starts: what it hangs in is named, and nothing is earned. It is waited for as long as any app is. */
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { firstFix } from '../../src/report/first-fix.ts';
import { gradeBuilt, ROOT } from '../hostile/grading.ts';
import { scratchFolder } from '../hostile/planted.ts';
import { expectWellFormed } from '../hostile/well-formed.ts';

vi.setConfig({ testTimeout: 240_000 });

test.concurrent('hang-on-boot: loading the apps', async () => {
  const folder = join(ROOT, 'fixtures/null/repositories/hang-on-boot');
  const run = await gradeBuilt(folder, { engine: 'process' });
  const report = await expectWellFormed(run);
  expect(run.exitCode).toBe(1);
  expect(report.outcome).toBe('no-app');
  expect(report.score).toEqual({ earned: 0, judged: 115, possible: 115 });
  expect(report.requirements.filter(({ state }) => state !== 'blocked')).toEqual([]);
  expect(firstFix(report)?.title).toBe('Make the app start');
  expect(firstFix(report)?.reason).toMatch(
    /hangs while loading the installed apps \(items\/apps\.py, line 1\d\)/,
  );
  expect(run.stdout).toMatch(/Make the app start/);
});

test.concurrent('sleeping in a migration: it is named, and what is waited for is said meanwhile', async () => {
  const folder = await scratchFolder();
  await cp(join(ROOT, 'fixtures/todo-api/reference'), folder, { recursive: true });
  const migration = [
    'import time',
    'from django.db import migrations',
    'class Migration(migrations.Migration):',
    '    dependencies = [("todos", "0001_initial")]',
    '    operations = [migrations.RunPython(lambda apps, editor: time.sleep(3600))]',
  ];
  await writeFile(join(folder, 'todos/migrations/0099_sleeps.py'), `${migration.join('\n')}\n`);
  const run = await gradeBuilt(folder, { engine: 'process', only: ['model'] });
  const report = await expectWellFormed(run);
  expect(run.exitCode).toBe(1);
  expect(report.problem?.message).toMatch(
    /^The app hangs while applying the migrations \(todos\/migrations\/0099_sleeps\.py, line 5\): /,
  );
  expect(run.stderr).toMatch(/start: still starting the app with config\.settings \(for 30 s\)/);
  expect(run.seconds).toBeLessThan(120);
});
