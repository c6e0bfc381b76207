/** A pull request from a fork, the run that graded it, and what that run left behind. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { onTestFinished } from 'vitest';
import type { GradingRun } from '../../src/publish/fork/grading-run.ts';
import type { Report } from '../../src/report/schema.ts';
import { newPull, newRepository, type Repository } from '../github-api/repository.ts';
import { sampleReport } from './sample-report.ts';

export const COMMIT = 'a'.repeat(40);
export const run: GradingRun = {
  owner: 'ada',
  repo: 'app',
  id: 55,
  commit: COMMIT,
  headRepository: 'grace/app',
  headBranch: 'work',
};

/** The pull request is number 7; number 8 is somebody else's. */
export function forkedRepository(report: unknown): Repository {
  return newRepository({
    pulls: [
      newPull({ number: 7, headRepository: 'grace/app' }),
      newPull({ number: 8, headRepository: 'mallory/app', headSha: 'c'.repeat(40) }),
    ],
    artifacts: [{ id: 1, run: 55, name: 'milepost-report', content: zipped({ 'report.json': report }) }],
  });
}

/** Values are written as JSON, bytes as they are. */
export function zipped(files: Record<string, unknown>): Uint8Array {
  const entries: Zippable = Object.fromEntries(
    Object.entries(files).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? value : strToU8(JSON.stringify(value)),
    ]),
  );
  return zipSync(entries);
}

/** What a run of the exercise below says. */
export const forkReport = (changes: Partial<Report> = {}): Report =>
  sampleReport({ list: 'pass', create: 'fail' }, changes);

/** A folder with the exercise of these reports. */
export async function gradersOfForks(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fork-graders-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'shelf-api.yml'), SPEC);
  return folder;
}

const requirement = (id: string, points: number) => `
  - id: ${id}
    title: Our title of ${id}
    points: ${points}
    missing: Add an endpoint for it.
    steps:
      - { probe: call, title: ${id}, call: item.${id}, as: alice, expect: { status: 200 } }
    hints: [{ say: Look at it. }]
    wrong-ways: [it is wrong]`;

const SPEC = `exercise: shelf-api
title: Our shelf
roadmap: Our course
catalogue: [list, create]
recognise: { words: [shelf] }
actors: [alice]
roles:
  register: { role: account.register }
  token: { role: account.token }
  item:
    role: resource
    words: [item]
    slots:
      title: { kind: text, label: title, words: [title] }
requirements:${requirement('list', 5)}${requirement('create', 10)}
`;
