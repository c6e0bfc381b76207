import { r as reportSchema } from "./schema.js";
import { n as renderers, t as FORMATS } from "./renderers.js";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import { lstat, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
// src/report/previous.ts
const LARGEST = 2e7;
async function previousIn(folder, exerciseId) {
	try {
		const path = join(folder, "report.json");
		const found = await lstat(path);
		if (!found.isFile() || found.size > LARGEST) return null;
		const { exercise, outcome, requirements } = reportSchema.parse(JSON.parse(await readFile(path, "utf8")));
		if (exercise.id !== exerciseId || outcome === "stopped" || outcome === "failed") return null;
		const states = requirements.map(({ id, state, points }) => [id, {
			state,
			earned: points.earned
		}]);
		return {
			requirements: new Map(states),
			name: "the run before"
		};
	} catch {
		return null;
	}
}
// src/report/write.ts
async function writeReports(report, folder, options = {}, formats = FORMATS) {
	const { previous = await previousIn(folder, report.exercise.id) } = options;
	const id = randomUUID();
	const renders = await Promise.all(formats.map((format) => renderers[format].load()));
	const files = formats.flatMap((format, i) => {
		const text = renders[i]?.(report, {
			...options,
			previous
		}) ?? null;
		const path = join(folder, renderers[format].file);
		return text === null ? [] : [{
			format,
			path,
			aside: `${path}.${id}.tmp`,
			text
		}];
	});
	await mkdir(folder, { recursive: true });
	try {
		const written = await Promise.allSettled(files.map(({ aside, text }) => writeFile(aside, text, { flag: "wx" })));
		for (const one of written) if (one.status === "rejected") throw one.reason;
		await Promise.all(files.map(({ aside, path }) => rename(aside, path)));
	} catch (error) {
		await Promise.all(files.map(({ aside }) => rm(aside, { force: true })));
		throw error;
	}
	return Object.fromEntries(files.map(({ format, path }) => [format, path]));
}
export { writeReports as t };
