/**
 * What is known of each learner from collecting before, one small file each: so that a collection that was killed goes on
 * where it was, and an artifact that has not changed is not fetched again.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readJson } from '../read-file.ts';
import { writeWhole } from '../write.ts';
import { collectedSchema } from './collected.ts';

const runSchema = z.strictObject({
  id: z.string(),
  source: z.string(),
  startedAt: z.iso.datetime(),
  finished: z.boolean(),
});
type RunState = z.infer<typeof runSchema>;

export const rowStateSchema = z.strictObject({
  /** The collection that wrote it. */
  run: z.string(),
  /** Of what the result was judged by: another spec, template or version asks for another look. */
  judgedBy: z.string(),
  facts: collectedSchema,
  /** Null: there is no report. */
  stored: z.strictObject({ report: z.string(), history: z.string(), print: z.string() }).nullable(),
});
export type RowState = z.infer<typeof rowStateSchema>;

/** Whoever comes back later wants to know how things stand then. */
const HOUR = 60 * 60 * 1000;
const LARGEST = 1024 * 1024;

export interface Resumable {
  id: string;
  read: (learner: string, place: string) => Promise<RowState | null>;
  write: (learner: string, place: string, state: RowState) => Promise<void>;
  finish: () => Promise<void>;
}

/**
 * The collection that was not finished, when it was of the same source and not long ago; else a new one.
 * `folder`: of the states, within that of the cohort, `out`.
 */
export async function resumable(out: string, folder: string, source: string): Promise<Resumable> {
  const file = join(folder, 'run.json');
  const before = await readState(folder, 'run.json', runSchema);
  if (before !== null && !before.finished) await sweep(out);
  const goesOn =
    before !== null &&
    !before.finished &&
    before.source === source &&
    Date.now() - (await lastTouched(file)) < HOUR;
  const run: RunState = goesOn
    ? before
    : { id: randomUUID(), source, startedAt: new Date().toISOString(), finished: false };
  if (!goesOn) await writeWhole(file, JSON.stringify(run), 0o600);
  return {
    id: run.id,
    read: (learner, place) => readState(folder, pathOf(learner, place), rowStateSchema),
    async write(learner, place, state) {
      await writeWhole(join(folder, pathOf(learner, place)), JSON.stringify(state), 0o600);
      await utimes(file, new Date(), new Date());
    },
    finish: () => writeWhole(file, JSON.stringify({ ...run, finished: true }), 0o600),
  };
}

const lastTouched = (file: string): Promise<number> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

/** Removes the halves of files that a kill left. */
async function sweep(out: string): Promise<void> {
  const names = await readdir(out, { recursive: true }).catch(() => []);
  const halves = names.filter((name) => HALF.test(name));
  await Promise.all(halves.map((name) => rm(join(out, name), { force: true })));
}

const HALF = /\.[0-9a-f]{8}-[0-9a-f-]{27}\.tmp$/;

const pathOf = (learner: string, place: string): string =>
  `rows/${learner}.${createHash('sha256').update(place).digest('hex').slice(0, 12)}.json`;

async function readState<T>(folder: string, path: string, schema: z.ZodType<T>): Promise<T | null> {
  const parsed = schema.safeParse(await readJson(folder, path, LARGEST).catch(() => null));
  return parsed.success ? parsed.data : null;
}
