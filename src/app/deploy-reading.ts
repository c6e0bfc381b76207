/** Settings as a server would load them, told by `inside/deploy_check.py`. Bounded, because it can be forged. */
import { z } from 'zod';
import { insideErrorSchema } from './protocol.ts';

const place = z.object({
  file: z.string(),
  line: z.number().int().min(1),
  code: z.string().nullable(),
});

const loaded = z.object({
  ok: z.literal(true),
  debug: z.boolean(),
  /** where DEBUG is a text: "False" is true in Python */
  debugText: z.string().nullable(),
  hosts: z.array(z.string()),
  key: z.object({ from: z.enum(['nowhere', 'environment', 'source', 'elsewhere']), place: place.nullable() }),
  messages: z
    .array(z.object({ id: z.string(), level: z.number(), message: z.string(), hint: z.string().nullable() }))
    .max(200),
  silenced: z
    .array(z.object({ id: z.string(), place: place.nullable(), reason: z.string().nullable() }))
    .max(100),
  /** the line that sets a setting */
  places: z.record(z.string(), place),
  /** what its middleware adds to a page, where that was asked */
  headers: z.record(z.string(), z.string()).optional(),
  /** checks that could not be asked */
  problems: z.array(z.string()),
});

export const deployReadingSchema = z.discriminatedUnion('ok', [
  loaded,
  z.object({ ok: z.literal(false), error: insideErrorSchema }),
]);
export type DeployReading = z.infer<typeof deployReadingSchema>;
export type Loaded = z.infer<typeof loaded>;
