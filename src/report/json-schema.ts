/** The report's schema as JSON Schema, for editors and for programs that read `report.json`. */
import { z } from 'zod';
import { reportSchema } from './schema.ts';

export function reportJsonSchema(): string {
  const schema = z.toJSONSchema(reportSchema, { target: 'draft-2020-12' });
  return `${JSON.stringify({ title: 'Milepost report', ...schema }, null, 2)}\n`;
}
