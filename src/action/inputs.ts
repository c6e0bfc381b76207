/** The inputs of the action: one table, from which they are read, documented and tested. Parsed once, into typed options. */
import { z } from 'zod';
import { describeIssues } from '../config/issue-sentences.ts';
import type { Environment } from './environment.ts';

export interface Input {
  description: string;
  default: string;
}

export const inputs = {
  exercise: {
    description:
      'What to grade, e.g. the `id` of a grader. Left out: `.milepost.yml` says it, or the repository itself shows it.',
    default: '',
  },
  path: { description: 'Folder to grade, relative to the root of the repository.', default: '.' },
  engine: {
    description:
      'Where the code runs: `docker`, or `process` (no isolation, for trusted code only). `auto` means `docker` here.',
    default: 'auto',
  },
  only: {
    description: 'Ids of the requirements to grade, separated by commas or lines. Left out: all.',
    default: '',
  },
  seed: {
    description:
      'A whole number that makes the random data of a run repeatable. Left out: taken from the commit.',
    default: '',
  },
  'fail-on': {
    description:
      'What makes the step fail: `fail` (a requirement that is not passed), or `error` (only when grading could not be completed).',
    default: 'fail',
  },
  'report-dir': {
    description:
      'Folder for the report files. Left out: a new temporary folder; see the output `report-path`.',
    default: '',
  },
  comment: {
    description: 'Whether to keep a comment on the pull request: `true` or `false`.',
    default: 'true',
  },
  check: {
    description:
      'Whether to put a check with the result on the commit: `true` or `false`. Without the permission `checks: write` there is none.',
    default: 'true',
  },
  token: {
    description: 'Token that writes the comment. It needs the permission `pull-requests: write`.',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the workflow language
    default: '${{ github.token }}',
  },
} satisfies Record<string, Input>;

const flag = z.enum(['true', 'false']).transform((word) => word === 'true');
const orElse = <T extends z.ZodType>(schema: T, value: string) =>
  z.preprocess((given) => (given === '' ? value : given), schema);

const schema = z.object({
  exercise: z.string().transform((id) => (id === '' ? undefined : id)),
  path: orElse(z.string(), inputs.path.default),
  engine: orElse(z.enum(['auto', 'docker', 'process']), inputs.engine.default),
  only: z.string().transform((list) => list.split(/[\s,]+/).filter((id) => id !== '')),
  seed: z
    .string()
    .refine((text) => /^\d{0,9}$/.test(text), '`seed` must be a whole number with at most nine digits.')
    .transform((text) => (text === '' ? undefined : Number(text))),
  'fail-on': orElse(z.enum(['fail', 'error']), inputs['fail-on'].default),
  'report-dir': z.string(),
  comment: orElse(flag, inputs.comment.default),
  check: orElse(flag, inputs.check.default),
  token: z.string(),
});
export type Inputs = z.infer<typeof schema>;

/** An input that cannot be used; the message has a sentence for each. */
export class InputError extends Error {}

export function parseInputs(environment: Environment): Inputs {
  const given = Object.fromEntries(
    Object.keys(inputs).map((name) => [name, environment[`INPUT_${name.toUpperCase()}`]?.trim() ?? '']),
  );
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const found = describeIssues(parsed.error.issues, given);
  throw new InputError(found.map(({ message, advice }) => `Input ${message} ${advice}`.trim()).join('\n'));
}
