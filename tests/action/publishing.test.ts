/** What every run does on GitHub, with a grade that is given: the built action goes through the same in `built.test.ts`. */

import { sampleReport } from '../publish/sample-report.ts';
import { publishingScenarios } from './scenarios.ts';
import { withReport } from './with-report-entry.ts';

publishingScenarios({
  exercise: 'shelf-api',
  first: withReport(sampleReport({ list: 'pass', create: 'fail' })),
  other: withReport(sampleReport({ list: 'pass', create: 'pass' })),
  otherExit: 0,
});
