import { t as UsageProblem } from "./options.js";
import { a as learnersOf, s as planOf, t as showCount } from "./progress2.js";
import { d as writeWhole } from "./bare-folder.js";
import { join } from "node:path";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
// src/cohort/commands/plan.ts
async function planCommand(source, flags) {
	if (flags.shards > 256) throw new UsageProblem([`GitHub starts at most 256 jobs of a matrix, so --shards ends there.`]);
	const progress = showCount(process.stderr, "plan");
	const scratch = await mkdtemp(join(tmpdir(), "milepost-plan-"));
	try {
		const plan = planOf(await learnersOf(source, flags, scratch, progress), flags.shards);
		if (flags.out !== void 0) await writeWhole(flags.out, `${JSON.stringify(plan, null, 2)}\n`);
		process.stdout.write(`${JSON.stringify({ shard: plan.shards.map((_, index) => index + 1) })}\n`);
		return 0;
	} finally {
		progress.end();
		await rm(scratch, {
			recursive: true,
			force: true
		});
	}
}
export { planCommand };
