/** `--only`: the requirements that were asked for, and those that they need to be judged at all. */

import { needsOf } from '../checks/requirements.ts';
import { nearestName } from '../config/nearest-name.ts';
import type { ExerciseSpec, RequirementSpec } from '../spec/schema.ts';
import { UsageProblem } from './options.ts';

export function selected(spec: ExerciseSpec, only: readonly string[]): RequirementSpec[] {
  if (only.length === 0) return spec.requirements;
  const ids = spec.requirements.map(({ id }) => id);
  const unknown = only.filter((id) => !ids.includes(id));
  if (unknown.length > 0) {
    throw new UsageProblem(
      unknown.map((id) => {
        const near = nearestName(id, ids);
        return `"${id}" is not a requirement of ${spec.exercise}.${near ? ` Did you mean "${near}"?` : ''} There are: ${ids.join(', ')}.`;
      }),
    );
  }
  const wanted = new Set(only);
  for (const id of wanted)
    for (const need of needsOf(spec.requirements.find((one) => one.id === id) as RequirementSpec))
      wanted.add(need);
  return spec.requirements.filter(({ id }) => wanted.has(id));
}
