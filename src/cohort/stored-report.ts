/** A learner's `report.json` as it is believed: of the right shape, each requirement once, the points counted anew. */
import { type Report, type RequirementResult, reportSchema } from '../report/schema.ts';
import { scoreOf } from '../score/score.ts';
import { readJson, UnusableFile } from './read-file.ts';

const LARGEST = 5 * 1024 * 1024;

export async function readReport(folder: string, path: string): Promise<Report> {
  return recounted(await readJson(folder, path, LARGEST));
}

export function recounted(given: unknown): Report {
  const parsed = reportSchema.safeParse(given);
  if (!parsed.success) throw new UnusableFile('is not a report of this version of Milepost');
  const ids = parsed.data.requirements.map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw new UnusableFile('says the same requirement twice');
  return withScore(parsed.data, parsed.data.requirements.map(fairPoints));
}

export const withScore = (report: Report, requirements: RequirementResult[]): Report => ({
  ...report,
  requirements,
  score: scoreOf(requirements),
});

/** A file can claim any number: all of them for a pass, else none. */
function fairPoints(result: RequirementResult): RequirementResult {
  const possible = result.advice ? 0 : Math.max(0, result.points.possible);
  return { ...result, points: { earned: result.state === 'pass' ? possible : 0, possible } };
}
