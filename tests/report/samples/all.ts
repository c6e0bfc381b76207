import { fullPass } from './full-pass.ts';
import { hostile } from './hostile.ts';
import { forty, hugeError } from './huge.ts';
import { mixed } from './mixed.ts';
import { failedRun, noApp, stoppedRun } from './no-app.ts';
import { tools } from './tools.ts';

export const samples = {
  'full-pass': fullPass,
  mixed,
  'no-app': noApp,
  'failed-run': failedRun,
  'stopped-run': stoppedRun,
  hostile,
  'huge-error': hugeError,
  forty,
  tools,
};
