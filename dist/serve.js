import { t as dockerEngine } from "./docker.js";
import { t as grade } from "./grade.js";
import { t as ownSecrets } from "./own-secrets.js";
import { t as usageMessage } from "./usage-message.js";
// src/cohort/grade/serve.ts
function serve() {
	const stopped = new AbortController();
	let busy = false;
	const leave = () => {
		if (stopped.signal.aborted && !busy && process.connected) process.disconnect();
	};
	for (const event of [
		"SIGINT",
		"SIGTERM",
		"disconnect"
	]) process.on(event, () => {
		stopped.abort();
		leave();
	});
	let docker = null;
	process.on("message", async (request) => {
		busy = true;
		if (request.engine !== "process") docker ??= await dockerEngine();
		tell(await answer(request, docker, stopped.signal));
		busy = false;
		leave();
	});
}
async function answer(request, docker, signal) {
	const { path, out, exercise, engine, graders, seed } = request;
	try {
		await grade({
			path,
			exercise: exercise ?? void 0,
			engine,
			docker: engine === "process" ? null : docker,
			out,
			formats: ["json"],
			seed,
			only: [],
			keep: false,
			graders: graders ?? void 0,
			signal,
			progress: ({ stage }) => tell({ stage }),
			environment: { ci: Boolean(process.env.CI) },
			secrets: ownSecrets(process.env)
		});
		return { written: true };
	} catch (error) {
		const refused = usageMessage(error);
		if (refused !== null) return { refused };
		return { broken: error instanceof Error ? error.message : String(error) };
	}
}
function tell(message) {
	if (process.connected) process.send?.(message);
}
export { serve };
