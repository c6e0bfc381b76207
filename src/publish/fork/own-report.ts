/**
 * Makes a report of our own from what a stranger's run says: of the wrong shape it is refused, and what we know ourselves
 * (titles, points, the score, what to do, commands to try) is not taken from it. Its verdicts are what the run claims;
 * its texts are shown as text.
 */
import { reproduce } from '../../probes/reproduce.ts';
import { type Report, type RequirementResult, reportSchema } from '../../report/schema.ts';
import { scoreOf } from '../../score/score.ts';
import { exerciseIds, loadExercise } from '../../spec/load.ts';
import type { RequirementSpec } from '../../spec/schema.ts';
import { UnusableArtifact } from './unusable.ts';

/** `graders`: the folder of the exercises. `load`: for somebody who reads the same exercise a thousand times. */
export async function ownReport(given: unknown, graders: string, load = loadExercise): Promise<Report> {
  const parsed = reportSchema.safeParse(given);
  if (!parsed.success)
    throw new UnusableArtifact(
      'Its report is not one of this version of Milepost: use the same version twice.',
    );
  const report = parsed.data;
  if (!(await exerciseIds(graders)).includes(report.exercise.id))
    throw new UnusableArtifact(
      'Its report is about an exercise that this version of Milepost does not have.',
    );
  const { spec, digest } = await load(graders, report.exercise.id);
  const requirements = spec.requirements.flatMap((known) => {
    const results = report.requirements.filter((one) => one.id === known.id);
    return results.slice(0, 1).map((result) => ownResult(result, known));
  });
  if (requirements.length !== report.requirements.length)
    throw new UnusableArtifact('Its report is about requirements that the exercise does not have.');
  return {
    ...report,
    milepost: { version: plainVersion(report.milepost.version) },
    exercise: { ...report.exercise, title: spec.title, specDigest: digest, graders: null },
    score: scoreOf(requirements),
    requirements,
  };
}

function ownResult(result: RequirementResult, known: RequirementSpec): RequirementResult {
  const hints = [known.missing, ...known.hints.map(({ say }) => say)];
  const possible = known.advice ? 0 : (known.points ?? 0);
  return {
    ...result,
    title: known.title,
    advice: known.advice === true,
    points: { earned: result.state === 'pass' ? possible : 0, possible },
    hint: result.hint !== null && hints.includes(result.hint) ? result.hint : null,
    evidence: result.evidence.map((one) => ({
      ...one,
      // A stranger's link is not ours to show; the rule has a name that can be looked up.
      finding: one.finding && { ...one.finding, link: null },
      reproduce: one.reproduce === null || one.exchange === null ? null : reproduce(one.exchange),
    })),
  };
}

const plainVersion = (text: string): string => (/^\d{1,4}\.\d{1,4}\.\d{1,4}$/.test(text) ? text : 'unknown');
