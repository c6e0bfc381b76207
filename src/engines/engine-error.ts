/** The engine or the machine broke: never the learner's fault, and told so. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}
