/** The report as it is read on GitHub: paths from the root of the repository, and the commit that the learner pushed. */
import type { Place, Report } from '../report/schema.ts';

/** `folder`: what was graded, relative to the root of the repository; "" for the root itself. */
export function inRepository(report: Report, commit: string, folder: string): Report {
  const moved = <T extends Place | null>(place: T): T =>
    place === null || folder === '' ? place : { ...place, file: `${folder}/${place.file}` };
  return {
    ...report,
    repository: { ...report.repository, commit },
    problem: report.problem && { ...report.problem, place: moved(report.problem.place) },
    binding: report.binding.map((one) => ({ ...one, place: moved(one.place) })),
    requirements: report.requirements.map((requirement) => ({
      ...requirement,
      evidence: requirement.evidence.map((one) => ({ ...one, place: moved(one.place) })),
    })),
  };
}
