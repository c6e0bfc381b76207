/** The steps about pages: what they show, their forms, their links, and the admin. */
import { z } from 'zod';
import { expectationSchema } from './expect.ts';
import { common, nameSchema, repeated } from './step-common.ts';

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
