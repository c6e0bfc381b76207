/** The built action as the runner starts it, with real repositories: an empty one, and the reference. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './runner.ts';
import { publishingScenarios } from './scenarios.ts';

// No container is needed to see how a result is published, and CI must ask for this engine by name.
const inputs = { exercise: 'todo-api', engine: 'process', seed: '7' };

publishingScenarios({
  exercise: 'todo-api',
  first: { workspace: mkdtempSync(join(tmpdir(), 'milepost-empty-')), inputs },
  other: { workspace: join(ROOT, 'fixtures/todo-api/reference'), inputs: { ...inputs, only: 'create' } },
  otherExit: 0,
});
