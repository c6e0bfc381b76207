import { t as exitStatus } from "./exit-status.js";
import { c as plain } from "./boundary.js";
import { t as grade } from "./grade.js";
import { t as ownSecrets } from "./own-secrets.js";
import { resolve } from "node:path";
// src/cli/progress.ts
function showProgress(stream) {
	const started = performance.now();
	const seconds = () => `${((performance.now() - started) / 1e3).toFixed(1)} s`;
	if (!stream.isTTY) return {
		show: (stage, message) => void stream.write(`[${seconds()}] ${stage}: ${message}\n`),
		end: () => {}
	};
	let current = "";
	const draw = () => {
		const text = `${seconds().padStart(7)}  ${current}`;
		stream.write(`\r\u001b[2K${text.slice(0, (stream.columns ?? 80) - 1)}`);
	};
	const timer = setInterval(draw, 200);
	timer.unref();
	return {
		show(stage, message) {
			current = `${stage}: ${message}`;
			draw();
		},
		end() {
			clearInterval(timer);
			if (current !== "") stream.write("\r\x1B[2K");
			current = "";
		}
	};
}
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
		process.stdout.write(`${await printed(report, flags.format)}\n`);
		if (flags.format === "terminal") process.stdout.write(`Reports: ${resolve(flags.out)}\n`);
		return stopped.signal.aborted ? 130 : exitStatus(report, "fail");
	} finally {
		progress.end();
		process.off("SIGINT", stop);
		process.off("SIGTERM", stop);
	}
}
async function printed(report, format) {
	switch (format) {
		case "json": return (await import("./json.js")).renderJson(report).trimEnd();
		case "markdown": return (await import("./comment2.js")).renderComment(report);
		case "junit": return (await import("./junit2.js")).renderJUnit(report);
		case "terminal": return (await import("./terminal.js")).renderTerminal(report, {
			colour: wantsColour(),
			width: Math.min(process.stdout.columns ?? 100, 120)
		});
	}
}
const wantsColour = () => process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb";
export { gradeCommand };
