/** The action with a grade that is over already: `node with-report.ts REPORT.json`. For what a real run cannot be made to say. */
import { readFileSync } from 'node:fs';
import { run } from '../../src/action/run.ts';
import { reportSchema } from '../../src/report/schema.ts';

const { report, seen } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
process.exit(
  await run(
    process.env,
    async ({ progress }) => {
      progress({ stage: 'environment', message: Object.keys(process.env).join(' ') });
      for (const message of seen) progress({ stage: 'app', message });
      return reportSchema.parse(report);
    },
    new AbortController().signal,
  ),
);
