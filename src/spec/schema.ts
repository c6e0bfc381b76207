/** An exercise: one YAML file in `graders/`. These schemas are the source of types, of errors and of the published JSON Schema. */
import { z } from 'zod';
import { expectationSchema } from './expect.ts';
import { nameSchema, QUERIES, stepSchema } from './steps.ts';

const wordsSchema = z
  .array(z.string().min(2))
  .min(1)
  .describe('stems in any language; plural and compound forms are found too');

export const SLOT_KINDS = [
  'text',
  'longtext',
  'boolean',
  'datetime',
  'user',
  'person',
  'slug',
  'one',
  'many',
] as const;
export const slotSchema = z.strictObject({
  kind: z.enum(SLOT_KINDS),
  words: wordsSchema.optional().describe('names that this field usually has'),
  label: z.string().describe('what a reader calls it, e.g. "title"'),
  to: nameSchema.optional().describe('for `one` and `many`: the role whose rows it leads to'),
});
export type SlotSpec = z.infer<typeof slotSchema>;

export const OPERATIONS = ['list', 'create', 'retrieve', 'update', 'delete'] as const;
export type Operation = (typeof OPERATIONS)[number];

const resourceRole = z.strictObject({
  role: z.literal('resource'),
  words: wordsSchema,
  slots: z.record(nameSchema, slotSchema),
});
const contentRole = resourceRole.extend({ role: z.literal('content') });
const accountRole = z.strictObject({
  role: z.enum(['account.register', 'account.token', 'account.sign-up', 'account.login']),
});
const surfaceRole = z.strictObject({
  role: z.literal('surface').describe('all that the app offers: pages, forms, parameters, endpoints'),
});
export const roleSchema = z.discriminatedUnion('role', [resourceRole, contentRole, accountRole, surfaceRole]);
export type ResourceSpec = z.infer<typeof resourceRole>;
/** Something that is shown on pages and entered in forms. */
export type ContentSpec = z.infer<typeof contentRole>;

const everyQuery = [...new Set(Object.values(QUERIES).flat())];
const hintSchema = z.strictObject({
  step: nameSchema
    .optional()
    .describe('the step whose outcome `when` asks about; left out: the one that failed'),
  when: expectationSchema(everyQuery).optional(),
  say: z.string().min(10).describe('one or two sentences that a learner can act on'),
});

export const requirementSchema = z.strictObject({
  id: nameSchema,
  title: z.string().min(5),
  points: z.number().min(0).optional().describe('left out only for advice'),
  advice: z.literal(true).optional().describe('reported, never counted'),
  review: z
    .literal(true)
    .optional()
    .describe('what passes is shown to the mentor, who decides; what fails has failed'),
  steps: z.array(stepSchema).min(1),
  'when-unbound': z
    .union([z.enum(['fail', 'inconclusive']), z.strictObject({ 'blocked-by': nameSchema })])
    .optional()
    .describe(
      'what it means that the role was not found; left out: where its model or field is missing, the requirement that asks for that is to blame, anything else has failed',
    ),
  'stands-on': z
    .array(nameSchema)
    .min(1)
    .optional()
    .describe('requirements that are to blame where this one fails after one of them has failed'),
  missing: z.string().min(10).optional().describe('what to do when the role was not found'),
  hints: z.array(hintSchema).default([]),
  'wrong-ways': z.array(z.string().min(5)).default([]).describe('usual mistakes, shown by `explain`'),
});
export type RequirementSpec = z.infer<typeof requirementSchema>;

export const exerciseSchema = z.strictObject({
  exercise: nameSchema,
  title: z.string().min(5),
  roadmap: z.string().describe('where the requirements come from'),
  catalogue: z
    .array(nameSchema)
    .min(1)
    .optional()
    .describe('every requirement id that the roadmap asks for; one without a requirement is a mistake'),
  recognise: z.strictObject({
    words: wordsSchema.describe('words in folders, models and URLs'),
    packages: z.array(z.string()).default([]).describe('distributions that speak for this exercise'),
  }),
  actors: z.array(nameSchema).min(1).describe('people of the test, each with an account of their own'),
  roles: z.record(nameSchema, roleSchema),
  requirements: z.array(requirementSchema).min(1),
});
export type ExerciseSpec = z.infer<typeof exerciseSchema>;
