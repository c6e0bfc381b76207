/**
 * The result of a run. `report.json` is this, every other report is rendered from it.
 * The published JSON Schema (`schemas/report.schema.json`) is generated from here.
 */
import { z } from 'zod';

/** What was decided about a requirement; the words are those of the README. */
export const STATES = ['pass', 'fail', 'blocked', 'inconclusive', 'error', 'skipped', 'review'] as const;
export const stateSchema = z.enum(STATES).meta({ id: 'State' });
export type State = z.infer<typeof stateSchema>;

/** Where a piece of evidence was seen: by the grader from outside, read from files, or told by the app's process. */
export const sourceSchema = z.enum(['observed', 'parsed', 'reported']);

const headersSchema = z.record(z.string(), z.string());

/** One HTTP exchange, bodies cut to a length that a reader can take in. */
export const exchangeSchema = z
  .strictObject({
    as: z.string().describe('actor that sent the request, e.g. "alice" or "anonymous"'),
    method: z.string(),
    url: z.string().describe('path and query, without a host'),
    requestHeaders: headersSchema,
    requestBody: z.string().nullable(),
    status: z.number().int().nullable().describe('null: no answer'),
    responseHeaders: headersSchema,
    responseBody: z.string().nullable(),
    failure: z.string().nullable().describe('why there was no answer, e.g. "no answer within 10 s"'),
    milliseconds: z.number(),
  })
  .meta({ id: 'Exchange' });
export type Exchange = z.infer<typeof exchangeSchema>;

/** A place in the learner's own files. */
export const placeSchema = z
  .strictObject({
    file: z.string().describe('path from the repository root, with forward slashes'),
    line: z.number().int().min(1),
    code: z.string().nullable().describe('the text of that line'),
  })
  .meta({ id: 'Place' });
export type Place = z.infer<typeof placeSchema>;

/** A table drawn in the reports, e.g. actor × operation. */
export const tableSchema = z
  .strictObject({
    title: z.string(),
    columns: z.array(z.string()),
    rows: z.array(z.array(z.string())),
  })
  .meta({ id: 'Table' });

/** One finding of a tool. */
export const findingSchema = z
  .strictObject({
    tool: z.string().describe('name and version, e.g. "bandit 1.9.4"'),
    rule: z.string().describe('e.g. "B602"'),
    title: z.string().describe('what the rule is about, e.g. "subprocess_popen_with_shell_equals_true"'),
    link: z.string().nullable().describe('where the rule is explained'),
    severity: z.enum(['low', 'medium', 'high', 'critical']).nullable(),
    confidence: z.enum(['low', 'medium', 'high']).nullable(),
  })
  .meta({ id: 'Finding' });
export type Finding = z.infer<typeof findingSchema>;

/** Answers over time, e.g. of requests that were sent until a limit was reached. */
export const timelineSchema = z
  .strictObject({
    limit: z
      .number()
      .int()
      .nullable()
      .describe('requests that the declared limit allows; null: none is known'),
    filled: z
      .number()
      .int()
      .describe('requests that were counted inside the app and not sent, before the first one here'),
    answers: z
      .array(
        z.strictObject({
          as: z.string().describe('who sent them'),
          status: z.number().int().nullable().describe('null: no answer'),
          at: z.array(z.number()).describe('when each was sent, in milliseconds since the first'),
        }),
      )
      .describe('in the order in which they were sent; equal ones that follow each other are one entry'),
  })
  .meta({ id: 'Timeline' });
export type Timeline = z.infer<typeof timelineSchema>;

export type Table = z.infer<typeof tableSchema>;

export const evidenceSchema = z
  .strictObject({
    summary: z.string().describe('one sentence: what was seen'),
    ok: z.boolean().describe('true: as expected; false: this is why the requirement is not passed'),
    source: sourceSchema,
    expected: z.string().nullable(),
    actual: z.string().nullable(),
    exchange: exchangeSchema.nullable(),
    place: placeSchema.nullable().describe("the learner's line that is responsible, where one is known"),
    exception: z
      .string()
      .nullable()
      .describe("the exception that the learner's code raised, e.g. \"KeyError: 'title'\""),
    table: tableSchema.nullable(),
    finding: findingSchema.optional(),
    advice: z.string().optional().describe('what could happen, and what to do about it'),
    timeline: timelineSchema.optional(),
    reproduce: z.string().nullable().describe('a shell command that shows the same'),
  })
  .meta({ id: 'Evidence' });
export type Evidence = z.infer<typeof evidenceSchema>;

export const requirementResultSchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    state: stateSchema,
    advice: z.boolean().describe('true: reported, never counted'),
    points: z.strictObject({ earned: z.number(), possible: z.number() }),
    reason: z.string().describe('one sentence: why this state'),
    blockedBy: z.string().nullable().describe('the requirement or stage that is the root cause of `blocked`'),
    evidence: z.array(evidenceSchema),
    hint: z.string().nullable().describe('what to do next'),
    fragment: z.string().nullable().describe('lines to paste into .milepost.yml, for `inconclusive`'),
    milliseconds: z.number(),
  })
  .meta({ id: 'Requirement' });
export type RequirementResult = z.infer<typeof requirementResultSchema>;

/** A role or slot of the exercise and what it was found to be in this repository. */
export const bindingSchema = z
  .strictObject({
    role: z.string().describe('e.g. "register", "item.create", "item.title"'),
    target: z.string().nullable().describe('e.g. "POST /api/items/", "Item.titulo"; null: not found'),
    confirmed: z.boolean().describe('true: seen working from outside'),
    reasons: z.array(z.string()),
    place: placeSchema.nullable(),
  })
  .meta({ id: 'Binding' });
export type Binding = z.infer<typeof bindingSchema>;

/** Something the grader supplied or changed so that the app could be graded. */
export const remedySchema = z
  .strictObject({
    what: z.string().describe('e.g. "installed djoser"'),
    why: z.string().describe('e.g. "settings.py imports it, requirements.txt does not list it"'),
  })
  .meta({ id: 'Remedy' });
export type Remedy = z.infer<typeof remedySchema>;

export const reportSchema = z.strictObject({
  schemaVersion: z.literal(1),
  milepost: z.strictObject({ version: z.string() }),
  exercise: z.strictObject({
    id: z.string(),
    title: z.string(),
    specDigest: z.string().describe('sha256 of the spec file'),
    graders: z
      .string()
      .nullable()
      .describe('the folder of exercises that was given with --graders; null: those of Milepost'),
    chosen: z.string().describe('why this exercise: asked for, .milepost.yml, or what the repository shows'),
  }),
  repository: z.strictObject({
    project: z.string().describe('folder of manage.py from the repository root'),
    commit: z.string().nullable(),
  }),
  engine: z.enum(['docker', 'process']),
  notIsolated: z.array(z.string()).describe('what this engine could not isolate, as sentences'),
  seed: z.number().int(),
  startedAt: z.iso.datetime(),
  outcome: z
    .enum(['completed', 'no-app', 'failed', 'stopped'])
    .describe(
      'completed: every stage ran; no-app: the app could not be started; failed: the grader or the machine broke; stopped: somebody stopped the run',
    ),
  problem: z
    .strictObject({
      stage: z.string(),
      message: z.string(),
      place: placeSchema.nullable(),
      log: z.string().nullable(),
    })
    .nullable()
    .describe('what stopped the run, when something did'),
  score: z.strictObject({ earned: z.number(), judged: z.number(), possible: z.number() }),
  timings: z.record(z.string(), z.number()).describe('milliseconds per stage'),
  remedies: z.array(remedySchema),
  notes: z
    .array(z.string())
    .describe('what a reader should know, e.g. a spec in the repository that was ignored'),
  binding: z.array(bindingSchema),
  requirements: z.array(requirementResultSchema),
});
export type Report = z.infer<typeof reportSchema>;
