import { a as array, h as string, l as literal, m as strictObject } from "./schemas.js";
import { t as UsageProblem } from "./options.js";
import { c as writeCohort, d as writeWhole, l as writeDecisions, n as readReport, y as learnerIdSchema } from "./bare-folder.js";
import { r as readDecisions, t as readCohort } from "./read.js";
import { join, resolve, sep } from "node:path";
import { existsSync } from "node:fs";
import { createHmac, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
// src/cohort/pseudonyms.ts
const keySchema = strictObject({
	schemaVersion: literal(1),
	secret: string().min(32),
	learners: array(strictObject({
		pseudonym: learnerIdSchema,
		id: string(),
		name: string(),
		repository: string().nullable()
	}))
});
const privateFolder = (keyFile) => `${resolve(keyFile)}.private`;
async function publishPseudonyms(keyFile, out) {
	await writePseudonymous(privateFolder(keyFile), out, keyFile);
}
async function writePseudonymous(from, to, keyFile) {
	if (`${resolve(keyFile)}${sep}`.startsWith(`${resolve(to)}${sep}`)) throw new UsageProblem([`${keyFile} says who is who: keep it out of the folder that you hand on.`]);
	if ([".collect", ".grade"].some((name) => existsSync(join(to, name)))) throw new UsageProblem([`${to} holds a cohort with names in it: name another folder.`]);
	const { cohort, decisions } = await readCohort(from);
	const key = withNewcomers(await readKey(keyFile), cohort);
	await writeWhole(resolve(keyFile), `${JSON.stringify(key, null, 2)}\n`, 384);
	const copy = pseudonymous(cohort, key);
	for (const [index, learner] of cohort.learners.entries()) {
		const renamed = copy.learners[index];
		for (const [at, result] of learner.results.entries()) {
			const other = renamed?.results[at];
			if (result.report === null || !other?.report) continue;
			const report = await readReport(from, result.report).catch(() => null);
			if (report) await writeWhole(join(to, other.report), `${JSON.stringify(withoutNames(report, learner, key))}\n`);
			else Object.assign(other, {
				report: null,
				status: "none",
				why: "Its report.json cannot be read."
			});
			if (result.history !== null && other.history !== null) await copyHistory(from, result.history, to, other.history, key);
		}
	}
	if (decisions.length > 0) await addDecisions(to, decisions, key);
	const shuffled = {
		...copy,
		learners: copy.learners.toSorted((a, b) => a.id < b.id ? -1 : 1)
	};
	await writeCohort(to, shuffled);
	return shuffled;
}
function pseudonymous(cohort, key) {
	const ids = new Map(key.learners.map(({ id, pseudonym }) => [id, pseudonym]));
	const idOf = (id) => ids.get(id) ?? "unknown";
	const learners = cohort.learners.map((learner) => {
		const id = idOf(learner.id);
		const results = learner.results.map((result) => renamedResult(result, id, idOf, key));
		return {
			...learner,
			id,
			name: id,
			repository: null,
			results
		};
	});
	return {
		...cohort,
		learners
	};
}
function renamedResult(result, id, idOf, key) {
	const place = `learners/${id}/${result.exercise}`;
	return {
		...result,
		report: result.report && `${place}/report.json`,
		history: result.history && `${place}/history.json`,
		commit: commitId(result.commit, key),
		run: null,
		pullRequest: null,
		trust: {
			...result.trust,
			sameAs: result.trust.sameAs.map(idOf)
		}
	};
}
function withoutNames(report, learner, key) {
	const repository = learner.repository?.replace(/^https?:\/\/[^/]+\//, "") ?? "";
	const names = [
		repository,
		...repository.split("/"),
		learner.name,
		...learner.name.split(/\s+/),
		learner.id
	].filter((name) => name.length >= 4).toSorted((a, b) => b.length - a.length);
	const hidden = names.length === 0 ? report : hide(report, new RegExp(names.map(escaped).join("|"), "gi"));
	return {
		...hidden,
		requirements: hidden.requirements.map((one, index) => ({
			...one,
			id: report.requirements[index]?.id ?? one.id
		})),
		exercise: report.exercise,
		startedAt: report.startedAt,
		repository: {
			...report.repository,
			commit: commitId(report.repository.commit, key)
		}
	};
}
async function readKey(file) {
	const text = await readFile(file, "utf8").catch((error) => {
		if (error.code === "ENOENT") return null;
		throw new UsageProblem([`${file} cannot be read (${error.code}).`]);
	});
	if (text === null) return {
		schemaVersion: 1,
		secret: randomBytes(24).toString("hex"),
		learners: []
	};
	try {
		return keySchema.parse(JSON.parse(text));
	} catch {
		throw new UsageProblem([`${file} is there, and is no file of pseudonyms: name another.`]);
	}
}
function withNewcomers(key, { learners }) {
	const known = new Set(key.learners.map(({ id }) => id));
	const taken = new Set(key.learners.map(({ pseudonym }) => pseudonym));
	const draw = () => {
		const pseudonym = `L${randomBytes(4).toString("hex")}`;
		if (taken.has(pseudonym)) return draw();
		taken.add(pseudonym);
		return pseudonym;
	};
	const added = learners.filter(({ id }) => !known.has(id)).map(({ id, name, repository }) => ({
		pseudonym: draw(),
		id,
		name,
		repository
	}));
	return {
		...key,
		learners: [...key.learners, ...added]
	};
}
async function addDecisions(to, decisions, key) {
	const ids = new Map(key.learners.map(({ id, pseudonym }) => [id, pseudonym]));
	const renamed = decisions.flatMap((one) => {
		const learner = ids.get(one.learner);
		return learner ? [{
			...one,
			learner,
			commit: commitId(one.commit, key)
		}] : [];
	});
	const all = [...await readDecisions(to, []), ...renamed].map((one) => [JSON.stringify(one), one]);
	await writeDecisions(to, [...new Map(all).values()]);
}
const commitId = (commit, { secret }) => commit && createHmac("sha256", secret).update(commit).digest("hex").slice(0, 12);
async function copyHistory(from, path, to, other, key) {
	const text = await readFile(join(from, path), "utf8").catch(() => "[]");
	const lines = JSON.parse(text);
	await writeWhole(join(to, other), `${JSON.stringify(lines.map((one) => ({
		...one,
		commit: commitId(one.commit, key)
	})))}\n`);
}
function hide(value, names) {
	if (typeof value === "string") return value.replace(names, "***");
	if (Array.isArray(value)) return value.map((one) => hide(one, names));
	if (value === null || typeof value !== "object") return value;
	return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, OURS.has(name) ? one : hide(one, names)]));
}
const OURS = /* @__PURE__ */ new Set([
	"id",
	"state",
	"source",
	"outcome",
	"engine",
	"startedAt",
	"blockedBy",
	"stage"
]);
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
export { publishPseudonyms as n, writePseudonymous as r, privateFolder as t };
