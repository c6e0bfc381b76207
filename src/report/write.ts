/**
 * Writes the reports of a run into a folder. A reader never sees half a file, nor some without the others: all are
 * written aside, then renamed.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { previousIn } from './previous.ts';
import { FORMATS, type Format, type RenderOptions, renderers } from './renderers.ts';
import type { Report } from './schema.ts';

/** The paths of what was written. */
export type WrittenReports = Partial<Record<Format, string>>;

/**
 * `report` must be free of secrets already (see secrets.ts). What changed is told from the report that is in the folder, where
 * `options` name no other run before. `formats`: the others that are there stay as they are.
 */
export async function writeReports(
  report: Report,
  folder: string,
  options: RenderOptions = {},
  formats: readonly Format[] = FORMATS,
): Promise<WrittenReports> {
  const { previous = await previousIn(folder, report.exercise.id) } = options;
  const id = randomUUID();
  const renders = await Promise.all(formats.map((format) => renderers[format].load()));
  const files = formats.flatMap((format, i) => {
    const text = renders[i]?.(report, { ...options, previous }) ?? null;
    const path = join(folder, renderers[format].file);
    return text === null ? [] : [{ format, path, aside: `${path}.${id}.tmp`, text }];
  });
  await mkdir(folder, { recursive: true });
  try {
    const written = await Promise.allSettled(
      files.map(({ aside, text }) => writeFile(aside, text, { flag: 'wx' })),
    );
    for (const one of written) if (one.status === 'rejected') throw one.reason;
    await Promise.all(files.map(({ aside, path }) => rename(aside, path)));
  } catch (error) {
    await Promise.all(files.map(({ aside }) => rm(aside, { force: true })));
    throw error;
  }
  return Object.fromEntries(files.map(({ format, path }) => [format, path]));
}
