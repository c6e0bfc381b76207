import { t as renderComment } from "./comment.js";
import { t as renderJson } from "./json2.js";
import { t as renderJUnit } from "./junit.js";
import { t as renderSummary } from "./summary.js";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
// src/report/write.ts
async function writeReports(report, folder, options = {}) {
	const files = {
		report: join(folder, "report.json"),
		junit: join(folder, "junit.xml"),
		comment: join(folder, "comment.md"),
		summary: join(folder, "summary.md")
	};
	const texts = {
		report: renderJson(report),
		junit: renderJUnit(report),
		comment: renderComment(report, options),
		summary: renderSummary(report, {
			...options,
			maxBytes: void 0
		})
	};
	await mkdir(folder, { recursive: true });
	const names = Object.keys(files);
	const id = randomUUID();
	const aside = (name) => `${files[name]}.${id}.tmp`;
	try {
		const written = await Promise.allSettled(names.map((name) => writeFile(aside(name), texts[name], { flag: "wx" })));
		for (const one of written) if (one.status === "rejected") throw one.reason;
		await Promise.all(names.map((name) => rename(aside(name), files[name])));
	} catch (error) {
		await Promise.all(names.map((name) => rm(aside(name), { force: true })));
		throw error;
	}
	return files;
}
export { writeReports };
