/** `cohort report DIR`: the mentor's page and the whole reports that it links to, or the page of one learner. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageProblem } from '../../run/options.ts';
import { writePseudonymous } from '../pseudonyms.ts';
import { type ReadCohort, readCohort } from '../read.ts';
import { writeWhole } from '../write.ts';
import { type Assets, pageAssets } from './assets.ts';
import { buildPageData } from './build-data.ts';
import { renderPage } from './render.ts';
import { wholeReports } from './whole-reports.ts';

export interface CohortReportOptions {
  /** Folder for the pages; left out: that of the cohort. */
  out?: string;
  /** Only the page of this learner, which shows nobody else. */
  learner?: string;
  /** Names are replaced by ids; this file, which says whose they are, stays with the mentor. */
  pseudonyms?: string;
  /** Whether each learner's whole report is written beside the page; left out: in a cohort of ordinary size. */
  reports?: boolean;
  /** Left out: those beside the bundle. */
  assets?: Assets;
}

export async function cohortReportCommand(dir: string, options: CohortReportOptions = {}): Promise<number> {
  const out = options.out ?? dir;
  if (options.pseudonyms === undefined) return await writePage(await readCohort(dir), out, options);
  if (options.out === undefined)
    throw new UsageProblem(['The page without names needs a folder of its own: name it with --out.']);
  const copy = await mkdtemp(join(tmpdir(), 'cohort-'));
  try {
    await writePseudonymous(dir, copy, options.pseudonyms);
    return await writePage(await readCohort(copy), out, options);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/** Beyond that, thousands of files would be in the way of whoever hands the page on. */
const ORDINARY = 500;

async function writePage(
  read: ReadCohort,
  out: string,
  { learner, reports, ...options }: CohortReportOptions,
): Promise<number> {
  const { learners } = read.cohort;
  if (learner !== undefined && !learners.some(({ id }) => id === learner))
    throw new UsageProblem([`There is no learner "${learner}" in this cohort.`]);
  const many = learner === undefined && learners.length > ORDINARY;
  const whole = (reports ?? !many) ? wholeReports(out) : undefined;
  const data = await buildPageData(read, { learner, whole });
  const file = join(out, learner === undefined ? 'cohort.html' : `learner-${learner}.html`);
  await writeWhole(file, renderPage(data, options.assets ?? (await pageAssets())));
  process.stdout.write(`Wrote ${file}\n`);
  return 0;
}
