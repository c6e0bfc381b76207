/** A grader that starts an app and then waits to be killed, or ends without cleaning up. Run as a process. */
import { dockerEngine } from '../../../src/engines/docker/index.ts';

const [runId = '', source = '', end] = process.argv.slice(2);
const engine = await dockerEngine();
const sandbox = await engine?.openSandbox({
  runId,
  source,
  files: [],
  hostNames: [],
  progress: () => undefined,
  signal: new AbortController().signal,
  keep: false,
});
await sandbox?.install({ pythons: ['3.12'], requirements: [], extra: [], excludeNewer: null });
await sandbox?.startApp({ env: {}, cwd: '.' });
console.log(`running at ${sandbox?.address(8000, 1).socketPath}`);
if (end === 'exit') process.exit(0);
setInterval(() => undefined, 1000);
