/** Steps that look at a whole project rather than at a role: attacks, tools, the settings of production, documents. */
import { z } from 'zod';
import { expectationSchema } from './expect.ts';
import { common, nameSchema } from './step-common.ts';

export const ATTACKS = [
  'xss',
  'csrf',
  'sql-injection',
  'access-control',
  'open-redirect',
  'file-upload',
  'headers',
  'host',
  'user-enumeration',
  'login-throttling',
] as const;
export type AttackName = (typeof ATTACKS)[number];
export const ATTACK_QUERIES = ['weaknesses'] as const;
export const attackStep = z.strictObject({
  probe: z
    .literal('attack')
    .describe('attacks every page, form and endpoint that was found, and proves what gets through'),
  ...common,
  attack: z.enum(ATTACKS),
  expect: expectationSchema(ATTACK_QUERIES),
});
export type AttackStep = z.infer<typeof attackStep>;

export const DEPLOY_QUERIES = ['warnings', 'insecure-defaults'] as const;
export const deployStep = z.strictObject({
  probe: z
    .literal('deploy')
    .describe("loads the settings that production uses and asks Django's own checks for deployment"),
  ...common,
  elsewhere: z
    .array(z.string().regex(/^security\.[WE]\d{3}$/, { error: 'must be a check such as `security.W002`.' }))
    .min(1)
    .optional()
    .describe('warnings that do not count here, because other requirements try out what they are about'),
  expect: expectationSchema(DEPLOY_QUERIES),
});
export type DeployStep = z.infer<typeof deployStep>;

export const DOCUMENT_QUERIES = ['file', 'gaps'] as const;
export const documentStep = z.strictObject({
  probe: z
    .literal('document')
    .describe(
      'looks for a text that the learner wrote in the files of the repository, and what is missing in it',
    ),
  ...common,
  names: z
    .array(z.string().min(2))
    .min(1)
    .describe('beginnings of words in the name of the file or its folder, or in a heading of the README'),
  words: z
    .record(z.string(), z.array(z.string().min(1)).min(1))
    .describe(
      'what it must speak of: a name for readers, and beginnings of words of which one must be there',
    ),
  'min-words': z.number().int().min(1).max(5000).describe('so many words of its own'),
  without: z
    .array(z.string().min(3))
    .min(1)
    .optional()
    .describe('sections whose heading holds one of these do not count'),
  expect: expectationSchema(DOCUMENT_QUERIES),
});
export type DocumentStep = z.infer<typeof documentStep>;

export const TOOLS = ['bandit', 'secrets', 'advisories'] as const;
export type ToolName = (typeof TOOLS)[number];
export const TOOL_QUERIES = ['findings', 'unexplained'] as const;
export const toolStep = z.strictObject({
  probe: z
    .literal('tool')
    .describe('reads the files with an established tool, in a version and configuration of ours'),
  ...common,
  tool: z.enum(TOOLS),
  elsewhere: z
    .record(nameSchema, z.array(z.string().min(2)).min(1))
    .optional()
    .describe(
      'rules of the tool whose findings belong to another requirement: not counted once that one has failed',
    ),
  expect: expectationSchema(TOOL_QUERIES),
});
export type ToolStep = z.infer<typeof toolStep>;
