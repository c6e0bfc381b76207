/** Appends the report to the job summary. The runner drops a summary of more than 1 MiB as a whole, without failing. */
import { statSync } from 'node:fs';
import * as core from '@actions/core';

const LIMIT = 1024 * 1024;

/** `short` is written where `text` would not fit beside what the step has written already. */
export async function appendSummary(text: string, short: string): Promise<void> {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (!file) return;
  const written = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const fits = [text, short].find((one) => written + Buffer.byteLength(one) < LIMIT);
  if (fits !== undefined) await core.summary.addRaw(fits, true).write();
}
