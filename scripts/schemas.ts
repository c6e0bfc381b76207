/** Writes the published JSON Schemas from their zod sources: `npm run schemas`. A test checks that each is current. */
import { writeFile } from 'node:fs/promises';
import { reportJsonSchema } from '../src/report/json-schema.ts';

const schemas: Record<string, () => string> = {
  'report.schema.json': reportJsonSchema,
};

for (const [file, text] of Object.entries(schemas)) {
  await writeFile(new URL(`../schemas/${file}`, import.meta.url), text());
  console.log(`wrote schemas/${file}`);
}
