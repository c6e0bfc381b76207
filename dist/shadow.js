import { t as groupBy } from "./group-by.js";
import { a as array, h as string, l as literal, m as strictObject, n as _enum, u as number } from "./schemas.js";
import { c as plain } from "./boundary.js";
import { n as count } from "./words.js";
import { t as UsageProblem } from "./options.js";
import { i as stateSchema } from "./schema.js";
import { t as readCohort } from "./read.js";
import { d as writeWhole } from "./bare-folder.js";
import { t as gradeAll } from "./grade4.js";
import { a as learnersOf, o as shardOf, t as showCount } from "./progress2.js";
import { join, resolve } from "node:path";
// src/cohort/shadow.ts
const sideSchema = strictObject({
	state: stateSchema,
	earned: number(),
	reason: string()
});
const changeSchema = strictObject({
	learner: string(),
	name: string(),
	exercise: string(),
	requirement: string(),
	before: sideSchema.nullable(),
	after: sideSchema.nullable()
});
strictObject({
	schemaVersion: literal(1),
	compared: number().describe("verdicts that were compared"),
	learners: number(),
	changes: array(changeSchema),
	missing: array(strictObject({
		learner: string(),
		exercise: string(),
		side: _enum(["before", "after"]),
		why: string()
	}))
});
async function compareCohorts(before, after) {
	const known = /* @__PURE__ */ new Map();
	for await (const row of (await readCohort(before)).rows()) known.set(keyOf(row), slim(row));
	const shadow = {
		schemaVersion: 1,
		compared: 0,
		learners: 0,
		changes: [],
		missing: []
	};
	for await (const row of (await readCohort(after)).rows()) {
		const other = known.get(keyOf(row));
		known.delete(keyOf(row));
		if (row.report === null || !other?.report) {
			if (row.report === null) shadow.missing.push(missing(row, "after"));
			if (!other?.report) shadow.missing.push(missing(other ?? row, "before"));
			continue;
		}
		shadow.learners += 1;
		compare(row, other.report.requirements, row.report.requirements, shadow);
	}
	for (const row of known.values()) shadow.missing.push(missing(row, "after"));
	return shadow;
}
function compare({ learner, result }, before, after, shadow) {
	for (const requirement of new Set([...before, ...after].map(({ id }) => id))) {
		const [old, now] = [before, after].map((side) => side.find(({ id }) => id === requirement));
		shadow.compared += 1;
		if (old && now && old.state === now.state && old.points.earned === now.points.earned) continue;
		shadow.changes.push({
			learner: learner.id,
			name: learner.name,
			exercise: result.exercise,
			requirement,
			before: sideOf(old),
			after: sideOf(now)
		});
	}
}
const sideOf = (one) => one ? {
	state: one.state,
	earned: one.points.earned,
	reason: one.reason
} : null;
function missing({ learner, result }, side) {
	const why = result.status === "none" ? result.why ?? "" : "It is not in that grading.";
	return {
		learner: learner.id,
		exercise: result.exercise,
		side,
		why
	};
}
function slim(row) {
	const requirements = row.report?.requirements.map((one) => ({
		...one,
		evidence: []
	}));
	return {
		...row,
		history: [],
		report: row.report && {
			...row.report,
			binding: [],
			requirements: requirements ?? []
		}
	};
}
const keyOf = ({ learner, result }) => `${learner.id}\n${result.exercise}`;
// src/cohort/commands/shadow.ts
async function shadowCommand(source, flags) {
	const out = resolve(flags.out);
	const gradings = flags.compare === void 0 ? await gradeTwice(source, flags, out) : [source, flags.compare];
	if (gradings === null) return 130;
	const [before = "", after = ""] = gradings;
	const shadow = await compareCohorts(before, after);
	await writeWhole(join(out, "shadow.json"), `${JSON.stringify(shadow, null, 2)}\n`);
	process.stdout.write(`${inWords(shadow).join("\n")}\nAll of it: ${join(out, "shadow.json")}\n`);
	if (shadow.missing.length > 0 || shadow.learners === 0) return 3;
	return shadow.changes.length > 0 ? 1 : 0;
}
async function gradeTwice(source, flags, out) {
	if (flags.against === void 0) throw new UsageProblem(["Name what to compare with: --against FOLDER of exercises, or --compare FOLDER of a cohort."]);
	const progress = showCount(process.stderr, "learners");
	const entrants = await shardOf(source, void 0) ?? await learnersOf(source, flags, join(out, ".grade"), progress);
	const sides = [{
		folder: join(out, "before"),
		graders: flags.graders
	}, {
		folder: join(out, "after"),
		graders: flags.against
	}];
	for (const { folder, graders } of sides) if (await gradeAll(entrants, flags, folder, graders) === null) return null;
	return sides.map(({ folder }) => folder);
}
function inWords({ changes, compared, learners, missing }) {
	const people = new Set(changes.map(({ learner }) => learner)).size;
	return [
		`${count(compared, "verdict")} of ${count(learners, "learner")} compared: ${changes.length} differ, of ${count(people, "learner")}.`,
		...[...groupBy(changes, ({ requirement }) => requirement)].flatMap(([requirement, of]) => [
			`${requirement}:`,
			...of.slice(0, 20).map((one) => `  ${one.learner}: ${stateOf(one.before)} → ${stateOf(one.after)}. ${reasonOf(one)}`),
			...of.length > 20 ? [`  and ${of.length - 20} more`] : []
		]),
		...missing.slice(0, 20).map(({ learner, side, why }) => `${learner} has no result ${side}: ${plain(why)}`)
	];
}
const stateOf = (side) => side?.state ?? "not there";
const reasonOf = ({ before, after }) => plain((after ?? before)?.reason ?? "", { max: 160 });
export { shadowCommand };
