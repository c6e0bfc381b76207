/**
 * What a run claims, made into a result of ours: titles and points are those of the exercise, a requirement that it says
 * nothing about stays in the sum, and whatever differs from what was expected is said.
 */
import { ownReport } from '../../publish/fork/own-report.ts';
import { UnusableArtifact } from '../../publish/fork/unusable.ts';
import type { Report, RequirementResult } from '../../report/schema.ts';
import { type LoadedExercise, loadExercise } from '../../spec/load.ts';
import { VERSION } from '../../version.ts';
import { UnusableFile } from '../read-file.ts';
import { recounted, withScore } from '../stored-report.ts';

/** A spec is read once, however many learners are graded by it. */
export interface Exercises {
  folder: string;
  load: (folder: string, id: string) => Promise<LoadedExercise>;
}

export function exercisesIn(folder: string): Exercises {
  const known = new Map<string, Promise<LoadedExercise>>();
  return {
    folder,
    load(from, id) {
      const loaded = known.get(id) ?? loadExercise(from, id);
      known.set(id, loaded);
      return loaded;
    },
  };
}

export interface OwnResult {
  report: Report;
  /** Why it is not what was expected; a sentence each. */
  reasons: string[];
}

export async function ownResult(given: unknown, exercises: Exercises): Promise<OwnResult> {
  const claimed = shaped(given);
  const report = await ownReport(claimed, exercises.folder, exercises.load);
  const { spec, digest } = await exercises.load(exercises.folder, report.exercise.id);
  const missing = spec.requirements.filter(({ id }) => report.requirements.every((one) => one.id !== id));
  const requirements = spec.requirements.map(
    (known) => report.requirements.find(({ id }) => id === known.id) ?? notJudged(known),
  );
  const count = spec.requirements.length;
  const reasons = [
    claimed.milepost.version !== VERSION && `It was graded by another version of Milepost than ${VERSION}.`,
    claimed.exercise.specDigest !== digest && 'It was graded by another version of the exercise.',
    missing.length > 0 && `It says something about ${count - missing.length} of ${count} requirements only.`,
  ];
  return {
    report: withScore(report, requirements),
    reasons: reasons.filter((reason) => reason !== false),
  };
}

function shaped(given: unknown): Report {
  try {
    return recounted(given);
  } catch (error) {
    throw error instanceof UnusableFile ? new UnusableArtifact(`Its report.json ${error.message}.`) : error;
  }
}

function notJudged({
  id,
  title,
  advice,
  points,
}: LoadedExercise['spec']['requirements'][number]): RequirementResult {
  return {
    id,
    title,
    state: 'inconclusive',
    advice: advice === true,
    points: { earned: 0, possible: advice ? 0 : (points ?? 0) },
    reason: 'The result says nothing about it.',
    blockedBy: null,
    evidence: [],
    hint: null,
    fragment: null,
    milliseconds: 0,
  };
}
