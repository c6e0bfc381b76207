import { t as exitStatus } from "./exit-status.js";
import { c as plain } from "./boundary.js";
import { n as renderers } from "./renderers.js";
import { t as grade } from "./grade.js";
import { t as UsageProblem } from "./options.js";
import { t as ownSecrets } from "./own-secrets.js";
import { t as showProgress } from "./progress.js";
import { join, resolve } from "node:path";
import { readFile } from "node:fs/promises";
// src/cli/grade.ts
async function gradeCommand(path, flags) {
	const stopped = new AbortController();
	const stop = () => {
		if (stopped.signal.aborted) process.exit(130);
		process.stderr.write("\nStopping: removing what this run started. Press Ctrl-C again to leave at once.\n");
		stopped.abort();
	};
	process.on("SIGINT", stop);
	process.on("SIGTERM", stop);
	const progress = showProgress(process.stderr);
	try {
		const report = await grade({
			path,
			exercise: flags.exercise,
			engine: flags.engine,
			docker: flags.docker,
			out: resolve(flags.out),
			seed: flags.seed,
			only: flags.only ?? [],
			keep: flags.keep === true,
			graders: flags.graders,
			signal: stopped.signal,
			progress: ({ stage, message }) => progress.show(stage, plain(message)),
			environment: { ci: Boolean(process.env.CI) },
			secrets: ownSecrets(process.env)
		});
		progress.end();
		process.stdout.write(`${await printed(report, flags)}\n`);
		if (flags.format === "terminal") process.stdout.write(`Reports: ${resolve(flags.out)}\n`);
		return stopped.signal.aborted ? 130 : exitStatus(report, "fail");
	} finally {
		progress.end();
		process.off("SIGINT", stop);
		process.off("SIGTERM", stop);
	}
}
async function printed(report, { format, out }) {
	if (format === "terminal") return (await import("./terminal.js")).renderTerminal(report, {
		colour: wantsColour(),
		width: Math.min(process.stdout.columns ?? 100, 120)
	});
	const { file } = renderers[format];
	const text = await readFile(join(resolve(out), file), "utf8").catch(() => null);
	if (text === null) throw new UsageProblem([`${file} was not written: it is only where it can be used.`]);
	return text.trimEnd();
}
const wantsColour = () => process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb";
export { gradeCommand };
