/** Writes down a grade for `with-report.ts` to find. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../src/report/schema.ts';
import type { Gradable } from './runner.ts';

/** `seen`: what is reported as progress. */
export function withReport(report: Report, seen: string[] = []): Gradable {
  const workspace = mkdtempSync(join(tmpdir(), 'milepost-workspace-'));
  const file = join(workspace, 'given-report.json');
  writeFileSync(file, JSON.stringify({ report, seen }));
  return { workspace, entry: [join(import.meta.dirname, 'with-report.ts'), file], inputs: {} };
}
