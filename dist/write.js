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
	await Promise.all(names.map((name) => writeWhole(files[name], texts[name])));
	return files;
}
async function writeWhole(file, text) {
	const aside = `${file}.${randomUUID()}.tmp`;
	try {
		await writeFile(aside, text, { flag: "wx" });
		await rename(aside, file);
	} catch (error) {
		await rm(aside, { force: true });
		throw error;
	}
}
export { writeReports };
