/** `report.json`: checked against the schema, keys in the schema's order whatever order they were made in. */
import { json } from './boundary.ts';
import { type Report, reportSchema } from './schema.ts';

export function renderJson(report: Report): string {
  return `${json(reportSchema.parse(report))}\n`;
}
