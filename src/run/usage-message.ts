/** The words for the one who called, where the call, the configuration, a spec or the repository is wrong; else null. */

const NAMES = ['UsageProblem', 'SpecProblem', 'RepositoryProblem', 'RepositoryError'];

/** By their names, so that the parts of the program that raise them need not be loaded. */
export function usageMessage(error: unknown): string | null {
  if (!(error instanceof Error) || !NAMES.includes(error.name)) return null;
  const advice = 'advice' in error && error.advice ? `\n${error.advice}` : '';
  return `${error.message}${advice}`;
}
