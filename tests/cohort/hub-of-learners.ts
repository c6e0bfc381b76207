/** An organization whose learners each have a repository with a result of the exercise of tests/publish/fork-stage.ts. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { workflowFile } from '../../src/cli/init-files.ts';
import type { Report, State } from '../../src/report/schema.ts';
import { loadExercise } from '../../src/spec/load.ts';
import { VERSION } from '../../src/version.ts';
import { type Hub, type HubRepository, type HubRun, newHubRepository } from '../github-api/hub.ts';
import { gradersOfForks, zipped } from '../publish/fork-stage.ts';
import { sampleReport } from '../publish/sample-report.ts';

export const ACTION = 'someone/milepost@v1';
export const WORKFLOW = '.github/workflows/milepost.yml';
export const workflow = workflowFile('shelf-api', ACTION);

export const shaOf = (text: string): string => `a${createHash('sha1').update(text).digest('hex').slice(1)}`;

export interface Stage {
  graders: string;
  digest: string;
  out: string;
}

export async function stage(): Promise<Stage> {
  const graders = await gradersOfForks();
  const out = await mkdtemp(join(tmpdir(), 'cohort-'));
  onTestFinished(() => rm(out, { recursive: true, force: true }));
  return { graders, digest: (await loadExercise(graders, 'shelf-api')).digest, out };
}

let lastId = 100;
/** Ids ascend as on GitHub: what is made later has the higher one. */
export const newId = (): number => {
  lastId += 1;
  return lastId;
};

export function learnersReport(
  digest: string,
  name: string,
  states: Record<string, State>,
  changes: Partial<Report> = {},
): Report {
  const report = sampleReport(states, {
    milepost: { version: VERSION },
    repository: { project: '.', commit: shaOf(name) },
    seed: Number.parseInt(shaOf(name).slice(2, 8), 16),
    ...changes,
  });
  return { ...report, exercise: { ...report.exercise, specDigest: digest } };
}

export function learnersRun(name: string, report: unknown, changes: Partial<HubRun> = {}): HubRun {
  return {
    id: newId(),
    event: 'push',
    branch: 'main',
    sha: shaOf(name),
    path: WORKFLOW,
    createdAt: '2026-11-10T10:00:00Z',
    artifacts: [{ id: newId(), name: 'milepost-report', content: zipped({ 'report.json': report }) }],
    ...changes,
  };
}

export function learnersRepository(
  name: string,
  runs: HubRun[],
  changes: Partial<HubRepository> = {},
): HubRepository {
  return newHubRepository({ name: `shelf-${name}`, runs, files: { [WORKFLOW]: workflow }, ...changes });
}

/** Learners with one good result each. */
export function plainHub(digest: string, names: string[]): Hub {
  const repositories = names.map((name) =>
    learnersRepository(name, [
      learnersRun(name, learnersReport(digest, name, { list: 'pass', create: 'fail' })),
    ]),
  );
  return { repositories, quota: null };
}

export async function listFile(folder: string, text: string, name = 'learners.csv'): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}
