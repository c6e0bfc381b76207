/**
 * What of the grader's own environment must be in nothing that it shows: an app that no container walls in can read the
 * environment of the grader's process, and print it.
 */
import { evidenceSchema, reportSchema, STATES } from '../report/schema.ts';

const NAMED_AS_SECRET =
  /TOKEN|SECRET|PASSW|PASSPHRASE|CREDENTIAL|(^|_)(API|ACCESS|PRIVATE|SIGNING|ENCRYPTION|DEPLOY|SSH)_?KEY|^ACTIONS_/i;

/** Without these words no report could be written, so none of them is taken for a secret. */
const WORDS_OF_REPORTS: string[] = [
  ...STATES,
  ...reportSchema.shape.engine.options,
  ...reportSchema.shape.outcome.options,
  ...evidenceSchema.shape.source.options,
];

export function ownSecrets(environment: Record<string, string | undefined>): string[] {
  return Object.entries(environment).flatMap(([name, value]) =>
    value !== undefined && NAMED_AS_SECRET.test(name) && !WORDS_OF_REPORTS.includes(value.trim())
      ? [value]
      : [],
  );
}
