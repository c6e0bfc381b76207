/** What is judged without the app: requirements about files, texts and packages. */

import { checkWritten, isWritten } from '../checks/check-written.ts';
import { errored } from '../checks/verdicts.ts';
import type { Written } from '../probes/probe.ts';
import type { RequirementResult } from '../report/schema.ts';
import type { RequirementSpec } from '../spec/schema.ts';
import type { ToolName } from '../spec/steps.ts';

/** The tools that the requirements ask for. */
export const toolsOf = (requirements: readonly RequirementSpec[]): ToolName[] => [
  ...new Set(
    requirements.flatMap(({ steps }) => steps.flatMap((step) => (step.probe === 'tool' ? [step.tool] : []))),
  ),
];

/** By their ids: the app did not start, so nothing else is decided. */
export async function writtenResults(
  written: Omit<Written, 'decided'>,
): Promise<Map<string, RequirementResult>> {
  const judged = await Promise.all(
    written.requirements
      .filter(isWritten)
      .map((one) =>
        checkWritten(one, { ...written, decided: new Map() }).catch((error) => errored(one, error)),
      ),
  );
  return new Map(judged.map((result) => [result.id, result]));
}
