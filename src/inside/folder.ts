import { fileURLToPath } from 'node:url';

/** The Python that runs beside the learner's code: here in the sources, in `inside/` beside the bundle. */
export const insideFolder = fileURLToPath(
  import.meta.url.endsWith('.ts') ? new URL('.', import.meta.url) : new URL('inside/', import.meta.url),
);
