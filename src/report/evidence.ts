/** A piece of evidence with what is not said left empty. */
import type { Evidence } from './schema.ts';

export const evidence = (
  said: Pick<Evidence, 'summary' | 'ok' | 'source'> & Partial<Evidence>,
): Evidence => ({
  expected: null,
  actual: null,
  exchange: null,
  place: null,
  exception: null,
  table: null,
  reproduce: null,
  ...said,
});
