/**
 * Each learner's whole report beside the page. It is drawn here from their report.json: a page that a learner handed in
 * could do anything in the name of whoever opens it.
 */
import { join } from 'node:path';
import type { CohortRow } from '../read.ts';
import { writeWhole } from '../write.ts';

/** Writes the report of a row; returns its address as seen from the page, null where there is no report. */
export type WholeReport = (row: CohortRow) => Promise<string | null>;

export function wholeReports(out: string): WholeReport {
  return async ({ learner, result, report }) => {
    if (report === null) return null;
    const { renderHtml } = await import('../../report/html/render.ts');
    const address = `reports/${learner.id}/${result.exercise}.html`;
    const links = learner.repository === null ? {} : { repositoryUrl: learner.repository };
    await writeWhole(join(out, address), renderHtml(report, links));
    return address;
  };
}
