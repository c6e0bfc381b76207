/** A zod schema of a file that people write, as JSON Schema: editors complete and check with it. */
import { z } from 'zod';

export function inputJsonSchema(schema: z.ZodType, title: string): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
