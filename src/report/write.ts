/**
 * Writes the reports of a run into a folder. A reader never sees half a file, nor some without the others: all are
 * written aside, then renamed.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CommentOptions, renderComment } from './comment.ts';
import { renderJson } from './json.ts';
import { renderJUnit } from './junit.ts';
import type { Report } from './schema.ts';
import { renderSummary } from './summary.ts';

export interface WrittenReports {
  report: string;
  junit: string;
  comment: string;
  summary: string;
}

/** `report` must be free of secrets already (see secrets.ts). */
export async function writeReports(
  report: Report,
  folder: string,
  options: CommentOptions = {},
): Promise<WrittenReports> {
  const files = {
    report: join(folder, 'report.json'),
    junit: join(folder, 'junit.xml'),
    comment: join(folder, 'comment.md'),
    summary: join(folder, 'summary.md'),
  };
  const texts = {
    report: renderJson(report),
    junit: renderJUnit(report),
    comment: renderComment(report, options),
    summary: renderSummary(report, { ...options, maxBytes: undefined }),
  };
  await mkdir(folder, { recursive: true });
  const names = Object.keys(files) as (keyof WrittenReports)[];
  const id = randomUUID();
  const aside = (name: keyof WrittenReports) => `${files[name]}.${id}.tmp`;
  try {
    const written = await Promise.allSettled(
      names.map((name) => writeFile(aside(name), texts[name], { flag: 'wx' })),
    );
    for (const one of written) if (one.status === 'rejected') throw one.reason;
    await Promise.all(names.map((name) => rename(aside(name), files[name])));
  } catch (error) {
    await Promise.all(names.map((name) => rm(aside(name), { force: true })));
    throw error;
  }
  return files;
}
