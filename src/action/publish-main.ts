/** What the runner starts for `OWNER/milepost/publish`. */
import { publishRun } from './publish-run.ts';

process.exit(await publishRun(process.env));
