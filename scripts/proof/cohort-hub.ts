/** A loopback GitHub with thousands of learners, each with a report as long as a real one. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';
import { workflowFile } from '../../src/cli/init-files.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { loadExercise } from '../../src/spec/load.ts';
import { VERSION } from '../../src/version.ts';
import { newHubRepository } from '../../tests/github-api/hub.ts';
import { type GitHubApi, startHub } from '../../tests/github-api/server.ts';
import { sampleReport } from '../../tests/publish/sample-report.ts';

const WORKFLOW = '.github/workflows/milepost.yml';

export async function bigHub(exercise: string, count: number): Promise<GitHubApi> {
  const { spec, digest } = await loadExercise('graders', exercise);
  const states = ['pass', 'pass', 'fail', 'inconclusive'] as const;
  const listing = (await readFile('README.md', 'utf8')).slice(0, 1_500);
  const repositories = Array.from({ length: count }, (_, index) => {
    const sha = `a${createHash('sha1').update(String(index)).digest('hex').slice(1)}`;
    const verdicts = spec.requirements.map(({ id }, at) => [id, states[(index + at) % 4] ?? 'pass'] as const);
    const plain = sampleReport(Object.fromEntries(verdicts), {
      milepost: { version: VERSION },
      repository: { project: '.', commit: sha },
      seed: index,
    });
    const report = reportSchema.parse({
      ...plain,
      exercise: { ...plain.exercise, id: exercise, specDigest: digest },
      requirements: plain.requirements.map((one) => ({
        ...one,
        evidence: Array.from({ length: 3 }, () => ({ ...one.evidence[0], actual: listing })),
      })),
    });
    const content = zipSync({ 'report.json': strToU8(JSON.stringify(report)) });
    const run = {
      id: 10 + index,
      event: 'push',
      branch: 'main',
      sha,
      path: WORKFLOW,
      createdAt: '2026-11-10T10:00:00Z',
      artifacts: [{ id: 100_000 + index, name: 'milepost-report', content }],
    };
    const files = { [WORKFLOW]: workflowFile(exercise, 'someone/milepost@v1') };
    return newHubRepository({ name: `app-${String(index).padStart(5, '0')}`, runs: [run], files });
  });
  return startHub({ repositories, quota: null });
}
