/** What all steps have in common. */
import { z } from 'zod';

/** Names in a spec: what other parts of it refer to. */
export const nameSchema = z.string().regex(/^[a-z][a-z0-9-]*$/, {
  error: 'must be lower-case letters, digits and hyphens, beginning with a letter, such as `rate-limit`.',
});

export const common = {
  id: nameSchema.optional().describe('lets later steps refer to this one'),
  title: z
    .string()
    .min(3)
    .optional()
    // biome-ignore lint/suspicious/noTemplateCurlyInString: written so in a spec
    .describe('how the step is named in reports; ${x} stands for a value of `each`'),
  required: z
    .literal(true)
    .optional()
    .describe('what the step is about must be found, even where other steps pass without it'),
  extra: z.literal(true).optional().describe('a fault here counts, but passing this alone proves nothing'),
};

/** Stands for a value of `each`. */
const ofEach = z.templateLiteral(['${', z.string(), '}']);
export const oneOfOrEach = <T extends string>(values: readonly T[]) =>
  z.union([z.enum(values), ofEach], {
    error: `must be one of ${values.join(', ')}, or \${x} for a value of \`each\`.`,
  });

/** A `call` may be made several times, and only where what it stands on works. */
export const repeated = {
  each: z
    .record(z.string().regex(/^[a-z]+$/), z.array(z.string()).min(1))
    .refine((each) => Object.keys(each).length === 1, {
      error: 'must be one name with a list of values.',
    })
    .optional()
    .describe('runs the step once per value; the outcomes become a table'),
  needs: z
    .string()
    .optional()
    .describe('a requirement that must have passed, else this step cannot be judged'),
};
