import { t as UsageProblem } from "./options.js";
import { t as groupBy } from "./group-by.js";
import { S as printOf, c as writeCohort, d as writeWhole, f as UnusableFile, l as writeDecisions, n as readReport, s as withEntry, v as historySchema, x as markSameResults } from "./bare-folder.js";
import { t as readCohort } from "./read.js";
import { n as printCohort, t as exitOf } from "./outcome.js";
import { join, resolve } from "node:path";
import { readFile } from "node:fs/promises";
// src/cohort/merge.ts
async function mergeCohorts(folders, out, title) {
	const parts = [];
	for (const folder of folders) {
		const { cohort, decisions } = await readCohort(folder);
		parts.push({
			folder,
			cohort,
			decisions
		});
	}
	const all = parts.flatMap((part) => part.cohort.learners.flatMap((learner) => learner.results.map((result) => ({
		part,
		learner,
		result
	}))));
	const prints = /* @__PURE__ */ new Map();
	const learners = [];
	for (const [id, own] of groupBy(all, ({ learner }) => learner.id)) {
		const results = [];
		for (const candidates of groupBy(own, ({ result }) => result.exercise).values()) results.push(await merged(id, candidates, out, prints));
		const { name, group, repository } = own.at(-1).learner;
		learners.push({
			id,
			name,
			group,
			repository,
			results
		});
	}
	markSameResults(learners, prints);
	const cohort = {
		schemaVersion: 1,
		title: title ?? parts[0]?.cohort.title ?? "Cohort",
		collectedAt: latest(parts.map((part) => part.cohort.collectedAt)) ?? (/* @__PURE__ */ new Date()).toISOString(),
		deadline: latest(parts.flatMap((part) => part.cohort.deadline ?? [])) ?? null,
		exercises: exercisesOf(parts),
		learners: learners.toSorted((a, b) => a.id < b.id ? -1 : 1)
	};
	await writeCohort(out, cohort);
	const decisions = [...new Map(parts.flatMap((part) => part.decisions.map((one) => [JSON.stringify(one), one])))];
	if (decisions.length > 0) await writeDecisions(out, decisions.map(([, one]) => one));
	return cohort;
}
async function merged(id, candidates, out, prints) {
	const { result, part } = candidates.toSorted((a, b) => rank(b) - rank(a))[0];
	const place = `learners/${id}/${result.exercise}`;
	let history = [];
	for (const one of candidates) for (const entry of await historyOf(one)) history = withEntry(history, entry);
	const paths = {
		report: null,
		history: history.length > 0 ? `${place}/history.json` : null
	};
	if (paths.history) await writeWhole(join(out, paths.history), `${JSON.stringify(history)}\n`);
	if (result.report === null) return {
		...result,
		...paths
	};
	try {
		const report = await readReport(part.folder, result.report);
		if (report.exercise.id !== result.exercise) throw new UnusableFile("is about another exercise");
		paths.report = `${place}/report.json`;
		await writeWhole(join(out, paths.report), `${JSON.stringify(report)}\n`);
		const kept = {
			...result,
			...paths
		};
		prints.set(kept, printOf(report));
		return kept;
	} catch (error) {
		if (!(error instanceof UnusableFile)) throw error;
		return {
			...result,
			...paths,
			status: "none",
			why: `Its report.json ${error.message}.`
		};
	}
}
const rank = ({ result, part }) => (result.status === "graded" ? 0x38d7ea4c68000 : 0) + Date.parse(result.at ?? part.cohort.collectedAt);
async function historyOf({ part, result }) {
	if (result.history === null) return [];
	const text = await readFile(join(part.folder, result.history), "utf8").catch(() => "[]");
	try {
		return historySchema.parse(JSON.parse(text));
	} catch {
		return [];
	}
}
function exercisesOf(parts) {
	const all = parts.flatMap(({ cohort }) => cohort.exercises);
	return [...new Map(all.map((one) => [one.id, one])).values()];
}
const latest = (times) => times.toSorted((a, b) => Date.parse(b) - Date.parse(a))[0];
// src/cohort/commands/merge.ts
async function mergeCommand(folders, flags) {
	const out = resolve(flags.out);
	if (folders.some((folder) => resolve(folder) === out)) throw new UsageProblem(["--out must be another folder than those that are merged."]);
	const cohort = await mergeCohorts(folders, out, flags.title ?? null);
	printCohort(cohort, out);
	return exitOf(cohort, 0);
}
export { mergeCommand };
