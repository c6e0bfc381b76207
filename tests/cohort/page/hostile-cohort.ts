/** A cohort in which learners try to be something else: by name, by evidence, by what they hand in. */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Cohort } from '../../../src/cohort/model.ts';
import type { Report } from '../../../src/report/schema.ts';
import { generate, type Truth } from './generate.ts';
import { HOSTILE_NAMES } from './people.ts';

export const MEGABYTE = `<script>window.attacked=1</script>${'A'.repeat(1024 * 1024)}`;

/** Learners by what they did, in the order in which they stand in the cohort behind those with names. */
export const DEEDS = ['corrupt', 'oversized', 'foreign', 'stolen', 'boastful', 'message', 'gone'] as const;
export type Deed = (typeof DEEDS)[number];

export interface HostileCohort {
  truth: Truth;
  /** Ids by deed. */
  ids: Record<Deed, string>;
}

export async function hostileCohort(folder: string): Promise<HostileCohort> {
  const first = HOSTILE_NAMES.length;
  const truth = await generate(folder, {
    learners: first + DEEDS.length + 10,
    seed: 11,
    title: 'Course </title><script>window.attacked=1</script>',
    person: (person, index) =>
      index < first
        ? { ...person, name: HOSTILE_NAMES[index] ?? '', group: HOSTILE_NAMES[index] ?? '' }
        : person,
    everybody: true,
  });
  const ids = Object.fromEntries(DEEDS.map((deed, index) => [deed, truth.rows[first + index]?.id])) as Record<
    Deed,
    string
  >;
  const reportOf = (deed: Deed) => join(folder, 'learners', ids[deed], 'blog', 'report.json');
  const change = async (deed: Deed, how: (report: Report) => Report) => {
    const report = JSON.parse(await readFile(reportOf(deed), 'utf8')) as Report;
    await writeFile(reportOf(deed), JSON.stringify(how(report)));
  };
  await writeFile(reportOf('corrupt'), '{"schemaVersion": 1, ');
  await writeFile(reportOf('oversized'), `"${'x'.repeat(6 * 1024 * 1024)}"`);
  await change('foreign', (report) => ({ ...report, exercise: { ...report.exercise, id: 'another' } }));
  await change('boastful', (report) => ({
    ...report,
    score: { earned: 9999, judged: 9999, possible: 9999 },
    requirements: report.requirements.map((one) => ({
      ...one,
      state: 'pass',
      points: { earned: 500, possible: 500 },
    })),
  }));
  await change('message', (report) => ({
    ...report,
    requirements: report.requirements.map((one, index) =>
      failing(one, index === 0 ? MEGABYTE : MEGABYTE.slice(0, 50_000)),
    ),
  }));
  await mkdir(dirname(reportOf('stolen')), { recursive: true });
  await copyFile(
    join(folder, 'learners', truth.rows[first + DEEDS.length]?.id ?? '', 'blog', 'report.json'),
    reportOf('stolen'),
  );
  await changeCohort(folder, (cohort) => {
    const other = truth.rows[first + DEEDS.length]?.id ?? '';
    for (const learner of cohort.learners) {
      const trust = learner.results[0]?.trust;
      if (trust === undefined) continue;
      const sameAs = learner.id === ids.stolen ? other : learner.id === other ? ids.stolen : null;
      if (sameAs !== null)
        Object.assign(trust, {
          level: 'unverified',
          reasons: ['Another learner has handed in the very same result.'],
          sameAs: [sameAs],
        });
      if (learner.id === ids.gone)
        Object.assign(learner.results[0] ?? {}, {
          status: 'none',
          report: null,
          why: MEGABYTE.slice(0, 2_000),
        });
    }
  });
  return { truth, ids };
}

function failing(one: Report['requirements'][number], reason: string): Report['requirements'][number] {
  return {
    ...one,
    state: 'fail',
    reason,
    hint: '=HYPERLINK("http://example.com")\u2028</script>',
    evidence: [],
  };
}

async function changeCohort(folder: string, change: (cohort: Cohort) => void): Promise<void> {
  const file = join(folder, 'cohort.json');
  const cohort = JSON.parse(await readFile(file, 'utf8')) as Cohort;
  change(cohort);
  await writeFile(file, JSON.stringify(cohort));
}
