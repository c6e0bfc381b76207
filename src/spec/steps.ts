/** The steps a check is made of. `probe` says which kind; each kind offers its own queries to `expect`. */
import { z } from 'zod';
import { expectationSchema } from './expect.ts';
import { common, nameSchema } from './step-common.ts';
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

export { nameSchema } from './step-common.ts';
export * from './steps-audit.ts';

/** "register", or "item.create" for an operation of a resource; `${x}` stands for a value of `each`. */
const callableSchema = z.string().regex(/^[a-z][a-z0-9-]*(\.([a-z][a-z0-9-]*|\$\{[a-z]+\}))?$/, {
  error: 'must be a role such as `register`, or a resource with an operation such as `item.create`.',
});

/** Stands for a value of `each`. */
const ofEach = z.templateLiteral(['${', z.string(), '}']);
const oneOfOrEach = <T extends string>(values: readonly T[]) =>
  z.union([z.enum(values), ofEach], {
    error: `must be one of ${values.join(', ')}, or \${x} for a value of \`each\`.`,
  });

/** A `call` may be made several times, and only where what it stands on works. */
const repeated = {
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

const pageSchema = z.string().regex(/^[a-z][a-z0-9-]*\.(list|detail|create|by-[a-z][a-z0-9-]*)$/, {
  error: 'must be a content role with list, detail, create or by-ROLE, such as `item.list`.',
});
const formSchema = z.string().regex(/^[a-z][a-z0-9-]*(\.create)?$/, {
  error: 'must be `login`, or a content role with create, such as `item.create`.',
});
/** What a step about pages stands on. */
const standing = {
  slot: z
    .string()
    .regex(/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/, {
      error: 'must be a role and a slot, such as `item.title`.',
    })
    .optional()
    .describe('without this slot (`item.title`) the step cannot be judged; what asks for it is to blame'),
};
const standin = nameSchema
  .optional()
  .describe('who goes on where the page lets nobody in who has not signed in');

export const VISIT_QUERIES = [
  'status',
  'shows',
  'compared',
  'template',
  'text',
  'executes',
  'crashed',
] as const;
export const visitStep = z.strictObject({
  probe: z
    .literal('visit')
    .describe('opens a page as a browser would, and the pages that a list goes on with'),
  ...common,
  ...standing,
  page: pageSchema,
  target: nameSchema.optional().describe('the row (id of a `given` step) whose page it is'),
  'compared-with': nameSchema
    .optional()
    .describe('the row whose page of the same kind is opened too, for `compared`'),
  as: nameSchema.default('anonymous'),
  standin,
  expect: expectationSchema(VISIT_QUERIES),
});
export type VisitStep = z.infer<typeof visitStep>;

export const FORM_FAULTS = ['empty', 'overlong'] as const;
export const SUBMIT_QUERIES = [
  'status',
  'stored',
  'kept',
  'author',
  'shown',
  'belongs',
  'executes',
  'signed-in',
  'turned-away',
  'complaint',
  'crashed',
] as const;
export const submitStep = z.strictObject({
  probe: z.literal('submit').describe('fills a form of a page and sends it, as a browser would'),
  ...common,
  ...standing,
  ...repeated,
  form: formSchema,
  target: nameSchema.optional().describe('the row on whose page the form stands'),
  as: nameSchema.default('anonymous'),
  csrf: z.literal('missing').optional().describe('sends the form without its CSRF token'),
  send: z
    .strictObject({
      fault: z.enum(FORM_FAULTS).optional(),
      slot: nameSchema.optional().describe('the slot that the fault is put in'),
      author: nameSchema.optional().describe('names this actor as the author, in a field or beside them'),
      rows: z
        .array(nameSchema)
        .min(1)
        .optional()
        .describe('rows that are chosen or typed where the form takes such rows'),
      markup: z
        .enum(['texts', 'labels'])
        .optional()
        .describe('puts markup that would run as script into every text, or into the names of labels'),
    })
    .optional(),
  expect: expectationSchema(SUBMIT_QUERIES),
});
export type SubmitStep = z.infer<typeof submitStep>;

export const ADMIN_QUERIES = ['status', 'managed', 'finds', 'filter', 'crashed'] as const;
export const adminStep = z.strictObject({
  probe: z.literal('admin').describe('uses the admin as a superuser: change list, search, filters'),
  ...common,
  ...standing,
  of: nameSchema.describe('a content role'),
  search: z
    .strictObject({ slot: nameSchema, of: nameSchema.describe('the row whose value is searched for') })
    .optional(),
  keeps: z.array(nameSchema).min(1).optional().describe('rows that one of the filters must leave'),
  hides: z.array(nameSchema).min(1).optional().describe('rows that the same filter must take away'),
  expect: expectationSchema(ADMIN_QUERIES),
});
export type AdminStep = z.infer<typeof adminStep>;

export const LINKS_QUERIES = ['dead', 'crashing', 'pages', 'unnamed', 'unguarded', 'reflected'] as const;
export const linksStep = z.strictObject({
  probe: z.literal('links').describe('follows the links from page to page'),
  ...common,
  as: nameSchema.describe('who follows them, after an anonymous visitor has'),
  'apart-from': z
    .array(nameSchema)
    .min(1)
    .optional()
    .describe('links to the pages of these requirements are not counted once such a requirement has failed'),
  expect: expectationSchema(LINKS_QUERIES),
});
export type LinksStep = z.infer<typeof linksStep>;

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
