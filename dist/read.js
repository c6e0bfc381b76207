import { t as UsageProblem } from "./options.js";
import { _ as decisionsSchema, f as UnusableFile, g as cohortSchema, i as withScore, n as readReport, p as readJson, t as readBareFolder, v as historySchema } from "./bare-folder.js";
import { t as groupBy } from "./group-by.js";
// src/cohort/decisions.ts
function decide(report, commit, decisions) {
	const newest = /* @__PURE__ */ new Map();
	const outdated = [];
	for (const one of decisions.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) if (isAbout(one, report, commit)) newest.set(one.requirement, one);
	else outdated.push(one);
	if (newest.size === 0) return {
		report,
		applied: [],
		outdated
	};
	const requirements = report.requirements.map((result) => {
		const decision = newest.get(result.id);
		return decision ? decided(result, decision) : result;
	});
	return {
		report: withScore(report, requirements),
		applied: [...newest.values()],
		outdated
	};
}
function decisionsByRow(decisions) {
	const rows = groupBy(decisions, (one) => key(one.learner, one.exercise));
	return (learner, result) => rows.get(key(learner.id, result.exercise)) ?? [];
}
function isAbout(decision, report, commit) {
	if (report.requirements.find(({ id }) => id === decision.requirement)?.state !== "review" || decision.commit !== commit) return false;
	return commit !== null || Date.parse(decision.at) >= Date.parse(report.startedAt);
}
function decided(result, decision) {
	const { possible } = result.points;
	const wanted = decision.points ?? (decision.state === "pass" ? possible : 0);
	const note = decision.note.trim();
	return {
		...result,
		state: decision.state,
		points: {
			earned: result.advice ? 0 : Math.min(wanted, possible),
			possible
		},
		reason: `Decided by ${decision.by} on ${decision.at.slice(0, 10)}${note === "" ? "." : `: ${note}`}`
	};
}
const key = (learner, exercise) => `${learner}\n${exercise}`;
// src/cohort/read.ts
const MB = 1048576;
const LARGEST = {
	cohort: 200 * MB,
	decisions: 200 * MB,
	history: 20 * MB
};
async function readCohort(folder) {
	const cohort = await readCohortFile(folder) ?? await readBareFolder(folder);
	const problems = [];
	const decisions = await readDecisions(folder, problems);
	return {
		cohort,
		decisions,
		problems,
		rows: () => rows(folder, cohort, decisions)
	};
}
async function readCohortFile(folder) {
	try {
		const parsed = cohortSchema.safeParse(await readJson(folder, "cohort.json", LARGEST.cohort));
		if (parsed.success) return parsed.data;
		const [first] = parsed.error.issues;
		throw new UnusableFile(`is wrong at ${first?.path.join(".") || "its top"}: ${first?.message}`);
	} catch (error) {
		if (!(error instanceof UnusableFile)) throw error;
		if (error.message === "is not there") return null;
		throw new UsageProblem([`cohort.json in ${folder} ${error.message}.`]);
	}
}
async function readDecisions(folder, problems) {
	try {
		const given = await readJson(folder, "decisions.json", LARGEST.decisions);
		const parsed = decisionsSchema.safeParse(given);
		if (parsed.success) return parsed.data;
		throw new UnusableFile(`is wrong at ${parsed.error.issues[0]?.path.join(".") || "its top"}`);
	} catch (error) {
		if (!(error instanceof UnusableFile)) throw error;
		if (error.message !== "is not there") problems.push(`decisions.json ${error.message}, so no decision is shown.`);
		return [];
	}
}
async function* rows(folder, cohort, all) {
	const decisionsOf = decisionsByRow(all);
	for (const learner of cohort.learners) for (const result of learner.results) {
		const history = await readHistory(folder, result);
		const decisions = decisionsOf(learner, result);
		try {
			if (result.report === null) {
				yield {
					learner,
					result,
					report: null,
					history,
					decisions: [],
					outdated: decisions
				};
				continue;
			}
			const read = await readReport(folder, result.report);
			if (read.exercise.id !== result.exercise) throw new UnusableFile("is about another exercise");
			const { report, applied, outdated } = decide(read, result.commit, decisions);
			yield {
				learner,
				result,
				report,
				history,
				decisions: applied,
				outdated
			};
		} catch (error) {
			if (!(error instanceof UnusableFile)) throw error;
			yield {
				learner,
				result: {
					...result,
					status: "none",
					why: `Its report.json ${error.message}.`
				},
				report: null,
				history,
				decisions: [],
				outdated: decisions
			};
		}
	}
}
async function readHistory(folder, { history }) {
	if (history === null) return [];
	const given = await readJson(folder, history, LARGEST.history).catch(() => null);
	const parsed = historySchema.safeParse(given);
	return parsed.success ? parsed.data.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)) : [];
}
export { readCohortFile as n, readDecisions as r, readCohort as t };
