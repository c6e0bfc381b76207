/** The repository cannot be graded as it stands; the message says what is wrong and what to do. */
export class RepositoryError extends Error {
  override name = 'RepositoryError';
}
