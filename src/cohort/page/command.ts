/** `cohort report DIR`: the mentor's page, the whole reports that it links to, or the page of one learner. */
import { join } from 'node:path';
import { readCohort } from '../read.ts';
import { writeWhole } from '../write.ts';
import { type Assets, pageAssets } from './assets.ts';
import { buildPageData } from './build-data.ts';
import { renderPage } from './render.ts';

export interface CohortReportOptions {
  /** Folder for the pages. */
  out: string;
  /** Only the page of this learner, which shows nobody else. */
  learner?: string;
  /** Left out: those beside the bundle. */
  assets?: Assets;
}

/** Returns the path of the page. */
export async function cohortReportCommand(dir: string, options: CohortReportOptions): Promise<string> {
  const read = await readCohort(dir);
  const assets = options.assets ?? (await pageAssets());
  const { learner } = options;
  const data = await buildPageData(read, { ...(learner === undefined ? {} : { learner }) });
  const file = join(options.out, learner === undefined ? 'cohort.html' : `${learner}.html`);
  await writeWhole(file, renderPage(data, assets));
  return file;
}
