/** The steps a check is made of. `probe` says which kind; each kind offers its own queries to `expect`. */
import { z } from 'zod';
import { expectationSchema } from './expect.ts';
import { common, nameSchema, oneOfOrEach, repeated } from './step-common.ts';
import {
  ATTACK_QUERIES,
  attackStep,
  DEPLOY_QUERIES,
  DOCUMENT_QUERIES,
  type DocumentStep,
  deployStep,
  documentStep,
  TOOL_QUERIES,
  type ToolStep,
  toolStep,
} from './steps-audit.ts';
import {
  ADMIN_QUERIES,
  adminStep,
  LINKS_QUERIES,
  linksStep,
  SUBMIT_QUERIES,
  submitStep,
  VISIT_QUERIES,
  visitStep,
} from './steps-pages.ts';

export { nameSchema } from './step-common.ts';
export * from './steps-audit.ts';
export * from './steps-pages.ts';

/** "register", or "item.create" for an operation of a resource; `${x}` stands for a value of `each`. */
const callableSchema = z.string().regex(/^[a-z][a-z0-9-]*(\.([a-z][a-z0-9-]*|\$\{[a-z]+\}))?$/, {
  error: 'must be a role such as `register`, or a resource with an operation such as `item.create`.',
});

/** What is wrong with a field, for bad input; `elsewhere`: in each field that is no slot, one after another. */
export const FAULTS = ['missing', 'null', 'overlong', 'wrong-type', 'elsewhere'] as const;
export type Fault = (typeof FAULTS)[number];
export const PASSWORDS = ['right', 'wrong', 'empty', 'missing', 'weak'] as const;

const sendSchema = z.strictObject({
  account: nameSchema.optional().describe('`fresh` for a new person, an actor, or the id of an earlier step'),
  password: oneOfOrEach(PASSWORDS).optional(),
  fault: oneOfOrEach(FAULTS).optional().describe('sends a valid payload with this fault'),
  slot: nameSchema.optional().describe('the slot that the fault is put in'),
  malformed: z.literal(true).optional().describe('sends a body that is not JSON'),
  owner: nameSchema.optional().describe('names this actor as the owner in the payload'),
});
export type Send = z.infer<typeof sendSchema>;

/** How the token of the request is changed. */
export const TOKEN_CHANGES = [
  'as-issued',
  'broken-signature',
  'changed-claims',
  'other-key',
  'unsigned',
  'expired',
  'refresh',
] as const;
export type TokenChange = (typeof TOKEN_CHANGES)[number];

export const CALL_QUERIES = [
  'status',
  'body',
  'header',
  'json',
  'reason',
  'crashed',
  'token',
  'claim',
  'lifetime',
  'account',
  'discloses',
  'shows',
  'row',
  'stored',
  'kept',
  'owner',
  'exists',
] as const;

export const callStep = z.strictObject({
  probe: z
    .literal('call')
    .describe('sends requests to a role and looks at the answer and at what it changed'),
  ...common,
  ...repeated,
  control: nameSchema
    .optional()
    .describe(
      'an actor whose valid request must get another answer: then the step counts although what `needs` names does not work',
    ),
  call: callableSchema,
  as: nameSchema.default('anonymous').describe('the actor that sends the request'),
  target: nameSchema.optional().describe('the row (id of a `given` or `call` step) that the URL names'),
  send: sendSchema.optional(),
  standin: z
    .literal(true)
    .optional()
    .describe('where the login gives no token, one that the API accepts is looked at instead'),
  token: oneOfOrEach(TOKEN_CHANGES).optional(),
  expect: expectationSchema(CALL_QUERIES),
});
export type CallStep = z.infer<typeof callStep>;

export const givenStep = z.strictObject({
  probe: z
    .literal('given')
    .describe("prepares a row: through the app where that works, else inside the app's own process"),
  id: nameSchema,
  row: nameSchema.describe('a resource or content role'),
  of: nameSchema.describe('the actor that owns the row'),
  count: z
    .union([z.number().int().min(1).max(60), z.literal('page')])
    .optional()
    .describe('that many rows under one id; `page`: more than one page of the list holds'),
  'days-old': z.number().int().min(1).optional().describe('its date lies that many days back'),
  under: nameSchema.optional().describe('the row that it belongs to, by a slot of the kind `one`'),
  onto: nameSchema.optional().describe('the row that it is attached to, by a slot of the kind `many`'),
  optional: z.literal(true).optional().describe('go on without it where there is no such model'),
  markup: z
    .literal(true)
    .optional()
    .describe(
      'its texts hold markup that would run as script; left out where the site has a form for such rows, which may clean what is typed',
    ),
});
export type GivenStep = z.infer<typeof givenStep>;

export const FACTS_QUERIES = [
  'slot',
  'kind',
  'automatic',
  'unmistakable',
  'migrations',
  'pagination',
  'documentation',
  'version',
  'filtering',
] as const;
export const factsStep = z.strictObject({
  probe: z.literal('facts').describe('asks what the framework and the files say'),
  ...common,
  role: nameSchema
    .optional()
    .describe('a resource or content role; left out for questions about the project'),
  expect: expectationSchema(FACTS_QUERIES),
});
export type FactsStep = z.infer<typeof factsStep>;

export const THROTTLE_QUERIES = ['limited', 'status', 'retry-after', 'other-client'] as const;
export const throttleStep = z.strictObject({
  probe: z
    .literal('throttle')
    .describe('sends requests one after the other until the app refuses them, then asks as somebody else'),
  ...common,
  calls: z.array(callableSchema).min(1).describe('where a limit may apply; tried in this order'),
  as: nameSchema,
  other: nameSchema.describe('the actor that must be unaffected'),
  undeclared: z
    .number()
    .int()
    .min(50)
    .max(2000)
    .default(300)
    .describe('requests to send where no limit is declared'),
  expect: expectationSchema(THROTTLE_QUERIES),
});
export type ThrottleStep = z.infer<typeof throttleStep>;

export const stepSchema = z.discriminatedUnion('probe', [
  callStep,
  givenStep,
  factsStep,
  throttleStep,
  visitStep,
  submitStep,
  adminStep,
  linksStep,
  attackStep,
  toolStep,
  deployStep,
  documentStep,
]);
export type Step = z.infer<typeof stepSchema>;
/** Steps that read what is written, and need no app. */
export type WrittenStep = ToolStep | DocumentStep;
export type ProbeName = Step['probe'];

/** What `expect` may ask, by the kind of step. */
export const QUERIES = {
  given: [],
  call: CALL_QUERIES,
  facts: FACTS_QUERIES,
  throttle: THROTTLE_QUERIES,
  visit: VISIT_QUERIES,
  submit: SUBMIT_QUERIES,
  admin: ADMIN_QUERIES,
  links: LINKS_QUERIES,
  attack: ATTACK_QUERIES,
  tool: TOOL_QUERIES,
  deploy: DEPLOY_QUERIES,
  document: DOCUMENT_QUERIES,
} as const satisfies Record<ProbeName, readonly string[]>;
export type QueryName = (typeof QUERIES)[ProbeName][number];
