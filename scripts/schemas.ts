/** Writes the published JSON Schemas from their zod sources: `npm run schemas`. A test checks that each is current. */
import { writeFile } from 'node:fs/promises';
import { cohortSchema, decisionsSchema } from '../src/cohort/model.ts';
import { inputJsonSchema } from '../src/config/json-schema.ts';
import { reportJsonSchema } from '../src/report/json-schema.ts';
import { configSchema } from '../src/repository/config.ts';
import { exerciseSchema } from '../src/spec/schema.ts';

const schemas: Record<string, () => string> = {
  'report.schema.json': reportJsonSchema,
  'exercise.schema.json': () => inputJsonSchema(exerciseSchema, 'Milepost exercise'),
  'cohort.schema.json': () => inputJsonSchema(cohortSchema, 'Milepost cohort'),
  'decisions.schema.json': () => inputJsonSchema(decisionsSchema, 'Decisions of mentors'),
  'config.schema.json': () => inputJsonSchema(configSchema, '.milepost.yml'),
};

for (const [file, text] of Object.entries(schemas)) {
  await writeFile(new URL(`../schemas/${file}`, import.meta.url), text());
  console.log(`wrote schemas/${file}`);
}
