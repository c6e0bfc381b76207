import { a as json } from "./boundary.js";
import { a as array, h as string, l as literal, m as strictObject, n as _enum, o as boolean, p as record, u as number } from "./schemas.js";
import { a as datetime, i as stateSchema, r as reportSchema } from "./schema.js";
import { t as scoreOf } from "./score.js";
import { t as UsageProblem } from "./options.js";
import { basename, dirname, join, resolve, sep } from "node:path";
import { constants } from "node:fs";
import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, realpath, rename, rm, writeFile } from "node:fs/promises";
// src/cohort/same-result.ts
const COPIED = "Another learner has handed in the very same result.";
function printOf({ exercise, seed, startedAt, timings, requirements }) {
	const states = requirements.map(({ id, state, milliseconds }) => [
		id,
		state,
		milliseconds
	]);
	return createHash("sha256").update(JSON.stringify([
		exercise.id,
		seed,
		startedAt,
		timings,
		states
	])).digest("hex");
}
function markSameResults(learners, prints) {
	const owners = /* @__PURE__ */ new Map();
	const each = (visit) => {
		for (const learner of learners) for (const result of learner.results) {
			const print = prints.get(result);
			if (print !== void 0) visit(learner, result, print);
		}
	};
	each((learner, _, print) => owners.set(print, (owners.get(print) ?? /* @__PURE__ */ new Set()).add(learner.id)));
	each((learner, result, print) => {
		const sameAs = [...owners.get(print) ?? []].filter((id) => id !== learner.id).slice(0, 20);
		if (sameAs.length > 0) result.trust = {
			level: "unverified",
			reasons: [.../* @__PURE__ */ new Set([...result.trust.reasons, COPIED])],
			sameAs
		};
	});
}
// src/cohort/model.ts
const instant = datetime({ offset: true });
const webAddress = string().max(2e3).regex(/^https?:\/\/[^\s<>"'\\]+$/);
const COMMIT = /^[\w-]{1,64}$/;
const commitSchema = string().regex(COMMIT);
const LEARNER_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;
const learnerIdSchema = string().regex(LEARNER_ID);
const EXERCISE_ID = /^[a-z0-9][a-z0-9-]{0,79}$/;
const exerciseIdSchema = string().regex(EXERCISE_ID);
const requirementIdSchema = string().regex(/^[a-z0-9][a-z0-9_.-]{0,79}$/i);
const fileSchema = (name) => string().max(400).refine((path) => path.endsWith(`/${name}`) && path.split("/").every((part) => ![
	"",
	".",
	".."
].includes(part)), { message: `must be a path to ${name} within the cohort` });
const trustSchema = strictObject({
	level: _enum(["verified", "unverified"]),
	reasons: array(string()).describe("why it is not verified, a sentence each"),
	sameAs: array(learnerIdSchema).describe("learners who handed in the very same result")
}).meta({ id: "Trust" });
const cohortResultSchema = strictObject({
	exercise: exerciseIdSchema,
	status: _enum(["graded", "none"]),
	why: string().nullable().describe("why there is no result, as a sentence"),
	report: fileSchema("report.json").nullable().describe("path from the folder of the cohort"),
	commit: commitSchema.nullable(),
	at: instant.nullable().describe("when it was handed in, as far as it is known"),
	run: webAddress.nullable(),
	pullRequest: webAddress.nullable(),
	trust: trustSchema,
	late: boolean(),
	history: fileSchema("history.json").nullable()
}).meta({ id: "Result" });
const cohortLearnerSchema = strictObject({
	id: learnerIdSchema,
	name: string().max(500),
	group: string().max(500).nullable(),
	repository: webAddress.nullable(),
	results: array(cohortResultSchema)
}).meta({ id: "Learner" });
const cohortExerciseSchema = strictObject({
	id: exerciseIdSchema,
	title: string().max(500),
	specDigest: string().max(200).describe("sha256 of the spec that was expected")
}).meta({ id: "CohortExercise" });
const cohortSchema = strictObject({
	schemaVersion: literal(1),
	title: string().max(500),
	collectedAt: instant,
	deadline: instant.nullable(),
	exercises: array(cohortExerciseSchema),
	learners: array(cohortLearnerSchema)
});
const historyEntrySchema = strictObject({
	at: instant,
	commit: commitSchema.nullable(),
	earned: number(),
	judged: number(),
	possible: number(),
	states: record(requirementIdSchema, stateSchema)
});
const historySchema = array(historyEntrySchema).max(1e4);
const decisionSchema = strictObject({
	learner: learnerIdSchema,
	exercise: exerciseIdSchema,
	requirement: requirementIdSchema,
	commit: commitSchema.nullable(),
	state: _enum(["pass", "fail"]),
	points: number().min(0).optional().describe("left out: all of them for `pass`, none for `fail`"),
	by: string().max(500),
	at: instant,
	note: string().max(1e4)
}).meta({ id: "Decision" });
const decisionsSchema = array(decisionSchema).max(1e6);
const VERIFIED = {
	level: "verified",
	reasons: [],
	sameAs: []
};
const unverified = (...reasons) => ({
	level: "unverified",
	reasons,
	sameAs: []
});
// src/cohort/read-file.ts
var UnusableFile = class extends Error {};
async function readBounded(folder, path, largest) {
	const root = await realpath(folder).catch(() => folder);
	const real = await realpath(join(root, path)).catch(() => {
		throw new UnusableFile("is not there");
	});
	if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) throw new UnusableFile("is a link that leads elsewhere");
	const handle = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(() => {
		throw new UnusableFile("cannot be read");
	});
	try {
		const found = await handle.stat();
		if (!found.isFile()) throw new UnusableFile("is no file");
		if (found.size > largest) throw new UnusableFile(`is larger than ${largest / 1024 / 1024} MB`);
		return await handle.readFile("utf8");
	} finally {
		await handle.close();
	}
}
async function readJson(folder, path, largest) {
	const text = await readBounded(folder, path, largest);
	try {
		return JSON.parse(text.replace(/^\ufeff/, ""));
	} catch {
		throw new UnusableFile("is no JSON");
	}
}
// src/cohort/write.ts
async function writeCohort(folder, cohort) {
	await writeWhole(join(folder, "cohort.json"), `${json(cohortSchema.parse(cohort))}\n`);
}
async function writeDecisions(folder, decisions) {
	await writeWhole(join(folder, "decisions.json"), `${json(decisionsSchema.parse(decisions))}\n`);
}
async function writeResult(folder, learner, report, at, earlier = []) {
	const place = `learners/${learner}/${report.exercise.id}`;
	const known = historySchema.safeParse(await readJson(folder, `${place}/history.json`, 20971520).catch(() => []));
	const history = withEntry(earlier.reduce(withEntry, known.success ? known.data : []), entryOf(report, at));
	await writeWhole(join(folder, place, "report.json"), `${JSON.stringify(report)}\n`);
	await writeWhole(join(folder, place, "history.json"), `${JSON.stringify(history)}\n`);
	return {
		report: `${place}/report.json`,
		history: `${place}/history.json`
	};
}
function entryOf(report, at) {
	const states = report.requirements.map(({ id, state }) => [id, state]);
	return {
		at,
		commit: report.repository.commit,
		...report.score,
		states: Object.fromEntries(states)
	};
}
function withEntry(history, entry) {
	return [...history.filter((one) => one.at !== entry.at || one.commit !== entry.commit), entry].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).slice(-1e3);
}
async function writeWhole(path, text, mode = 420) {
	const aside = `${path}.${randomUUID()}.tmp`;
	await mkdir(dirname(path), { recursive: true });
	try {
		await writeFile(aside, text, {
			flag: "wx",
			mode
		});
		await rename(aside, path);
	} catch (error) {
		await rm(aside, { force: true });
		throw error;
	}
}
// src/cohort/exercises-of.ts
function exercisesOf(reports) {
	const counts = /* @__PURE__ */ new Map();
	for (const { exercise } of reports) {
		if (!EXERCISE_ID.test(exercise.id)) continue;
		const key = `${exercise.id} ${exercise.specDigest}`;
		const known = counts.get(key);
		if (known) known.count += 1;
		else counts.set(key, {
			exercise: cut(exercise),
			count: 1
		});
	}
	const frequent = [...counts.values()].toSorted((a, b) => b.count - a.count);
	return [...new Set(frequent.map(({ exercise }) => exercise.id))].flatMap((id) => frequent.find(({ exercise }) => exercise.id === id)?.exercise ?? []);
}
const cut = ({ id, title, specDigest }) => ({
	id,
	title: title.slice(0, 500),
	specDigest: specDigest.slice(0, 200)
});
// src/cohort/learner-id.ts
function learnerIds(names) {
	const taken = /* @__PURE__ */ new Set();
	return names.map((name, index) => {
		const id = LEARNER_ID.test(name) && !isReserved(name) && !taken.has(name.toLowerCase()) ? name : `${slug(name)}-${short(name, taken, index)}`;
		taken.add(id.toLowerCase());
		return id;
	});
}
const slug = (name) => name.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^A-Za-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40) || "learner";
function short(name, taken, index) {
	const digest = createHash("sha256").update(name).digest("hex").slice(0, 8);
	return taken.has(`${slug(name)}-${digest}`.toLowerCase()) ? `${digest}-${index}` : digest;
}
const isReserved = (name) => /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)|\.$/i.test(name);
// src/cohort/stored-report.ts
const LARGEST = 5242880;
async function readReport(folder, path) {
	return recounted(await readJson(folder, path, LARGEST));
}
function recounted(given) {
	const parsed = reportSchema.safeParse(given);
	if (!parsed.success) throw new UnusableFile("is not a report of this version of Milepost");
	const ids = parsed.data.requirements.map(({ id }) => id);
	if (new Set(ids).size < ids.length) throw new UnusableFile("says the same requirement twice");
	return withScore(parsed.data, parsed.data.requirements.map(fairPoints));
}
const withScore = (report, requirements) => ({
	...report,
	requirements,
	score: scoreOf(requirements)
});
function fairPoints(result) {
	const possible = result.advice ? 0 : Math.max(0, result.points.possible);
	return {
		...result,
		points: {
			earned: result.state === "pass" ? possible : 0,
			possible
		}
	};
}
// src/cohort/bare-folder.ts
const FOLDER = "It was handed in as a file: nobody saw how it was made.";
async function readBareFolder(folder) {
	const names = await foldersOf(folder).catch(() => {
		throw new UsageProblem([`${folder} is not a folder that can be read.`]);
	});
	const ids = learnerIds(names);
	const learners = [];
	const reports = [];
	const prints = /* @__PURE__ */ new Map();
	for (const [index, name] of names.entries()) {
		const learner = {
			id: ids[index] ?? name,
			name,
			group: null,
			repository: null,
			results: []
		};
		learners.push(learner);
		for (const found of await reportsOf(folder, name)) {
			const result = resultOf(found);
			learner.results.push(result);
			if (found.report === null) continue;
			prints.set(result, printOf(found.report));
			reports.push({
				...found.report,
				requirements: [],
				binding: [],
				notes: []
			});
		}
	}
	const exercises = exercisesOf(reports);
	for (const learner of learners) completeRow(learner, exercises[0]?.id ?? "exercise");
	markSameResults(learners, prints);
	return cohortSchema.parse({
		schemaVersion: 1,
		title: basename(resolve(folder)),
		collectedAt: (/* @__PURE__ */ new Date()).toISOString(),
		deadline: null,
		exercises,
		learners
	});
}
async function reportsOf(folder, name) {
	const inside = await foldersOf(join(folder, name)).catch(() => []);
	const places = [
		name,
		`${name}/milepost-report`,
		...inside.filter((one) => one !== "milepost-report").map((one) => `${name}/${one}`)
	];
	const found = [];
	for (const place of places) {
		const path = `${place}/report.json`;
		try {
			found.push({
				path,
				report: await readReport(folder, path),
				why: null
			});
		} catch (error) {
			if (!(error instanceof UnusableFile)) throw error;
			if (error.message !== "is not there") found.push({
				path,
				report: null,
				why: `Its report.json ${error.message}.`
			});
		}
	}
	return newestPerExercise(found);
}
function newestPerExercise(found) {
	const byExercise = /* @__PURE__ */ new Map();
	for (const one of found) {
		const key = one.report?.exercise.id ?? `?${one.path}`;
		const known = byExercise.get(key)?.report;
		if (!known || one.report && one.report.startedAt > known.startedAt) byExercise.set(key, one);
	}
	const readable = [...byExercise.values()].filter(({ report }) => report !== null);
	return readable.length > 0 ? readable : [...byExercise.values()].slice(0, 1);
}
function resultOf({ path, report, why }) {
	const commit = report?.repository.commit ?? null;
	return {
		exercise: report && EXERCISE_ID.test(report.exercise.id) ? report.exercise.id : "",
		status: report ? "graded" : "none",
		why,
		report: report ? path : null,
		commit: commit !== null && COMMIT.test(commit) ? commit : null,
		at: report?.startedAt ?? null,
		run: null,
		pullRequest: null,
		trust: unverified(FOLDER),
		late: false,
		history: null
	};
}
function completeRow(learner, exercise) {
	if (learner.results.length === 0) learner.results.push({ ...resultOf({
		path: "",
		report: null,
		why: "There is no report.json in the folder."
	}) });
	for (const result of learner.results) if (result.exercise === "") result.exercise = exercise;
}
async function foldersOf(folder) {
	return (await readdir(folder, { withFileTypes: true })).filter((one) => one.isDirectory() && !one.name.startsWith(".")).map(({ name }) => name).sort();
}
export { printOf as S, decisionsSchema as _, learnerIds as a, unverified as b, writeCohort as c, writeWhole as d, UnusableFile as f, cohortSchema as g, cohortResultSchema as h, withScore as i, writeDecisions as l, VERIFIED as m, readReport as n, entryOf as o, readJson as p, recounted as r, withEntry as s, readBareFolder as t, writeResult as u, historySchema as v, markSameResults as x, learnerIdSchema as y };
