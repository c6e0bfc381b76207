import { _ as tuple, a as array, h as string, u as number } from "./schemas.js";
import { i as stateSchema } from "./schema.js";
import { a as points, c as stateWords, i as number$1, l as stoppedWords, n as count, o as seconds, r as list, t as adviceWords } from "./words.js";
import { t as firstFix } from "./first-fix.js";
// src/report/changes.ts
function marker(exerciseId) {
	return `<!-- milepost:${exerciseId.replace(/[^\w.-]/g, "").replace(/--+/g, "-").slice(0, 100)} -->`;
}
function digest(report) {
	const states = report.requirements.slice(0, MOST).map((r) => [
		r.id.slice(0, 100),
		r.state,
		r.points.earned
	]);
	while (JSON.stringify(states).length > LARGEST) states.pop();
	return `<!-- milepost-states:${Buffer.from(JSON.stringify(states)).toString("base64")} -->`;
}
function readDigest(comment, exerciseId) {
	const [first, second] = comment.slice(0, LONGEST).split(/\r?\n/, 2);
	if (first !== marker(exerciseId)) return null;
	const encoded = /^<!-- milepost-states:([A-Za-z0-9+/]+={0,2}) -->$/.exec(second ?? "")?.[1];
	if (encoded === void 0) return null;
	const parsed = digestSchema.safeParse(parseJson(Buffer.from(encoded, "base64").toString("utf8")));
	if (!parsed.success) return null;
	return { requirements: new Map(parsed.data.map(([id, state, earned]) => [id, {
		state,
		earned
	}])) };
}
function change(requirement, previous) {
	const before = previous.requirements.get(requirement.id);
	if (before === void 0) return "new";
	if (before.state !== requirement.state) return `was: ${stateWords[before.state].word}`;
	if (before.earned === requirement.points.earned) return null;
	return `was: ${number$1(before.earned)} of ${number$1(requirement.points.possible)}`;
}
function changeSummary(report, previous) {
	const since = previous.name ?? "the last push";
	const known = report.requirements.filter((r) => previous.requirements.has(r.id));
	const was = (r) => previous.requirements.get(r.id)?.state;
	const fixed = known.filter((r) => r.state === "pass" && was(r) !== "pass").length;
	const broken = known.filter((r) => r.state !== "pass" && was(r) === "pass").length;
	const other = known.filter((r) => change(r, previous) !== null).length - fixed - broken;
	const parts = [
		fixed > 0 ? `${fixed} newly passed` : null,
		broken > 0 ? `${broken} no longer passed` : null,
		other > 0 ? `${other} changed otherwise` : null
	].filter((part) => part !== null);
	return parts.length === 0 ? `Nothing changed since ${since}.` : `Since ${since}: ${parts.join(", ")}.`;
}
const MOST = 200;
const LARGEST = 6e3;
const LONGEST = 1e4;
const digestSchema = array(tuple([
	string().max(100),
	stateSchema,
	number().min(0).max(1e6)
])).max(MOST);
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
// src/report/standing.ts
function standing(report) {
	if (report.outcome === "stopped") return [`The run was stopped${report.problem === null ? "" : ` while it was busy with: ${report.problem.stage}`}. Nothing was judged, and nothing counts against you.`];
	return [
		...stopped(report),
		counts(report),
		...unjudged(report)
	];
}
function stopped(report) {
	if (report.outcome === "no-app") return ["Your app could not be started, so what it does could not be tried."];
	if (report.outcome === "failed") return [`The grading itself broke${report.problem === null ? "" : ` while it was busy with: ${report.problem.stage}`}. This does not count against you.`];
	return [];
}
function counts({ requirements }) {
	const counted = requirements.filter((r) => !r.advice);
	const parts = Object.keys(stateWords).map((state) => ({
		state,
		n: counted.filter((r) => r.state === state).length
	})).filter(({ n }) => n > 0).map(({ state, n }) => `${n} ${phrases[state](n)}`);
	return parts.length === 0 ? "Nothing was judged." : `Of ${count(counted.length, "requirement")}: ${list(parts)}.`;
}
const phrases = {
	pass: () => "passed",
	fail: () => "failed",
	blocked: () => "blocked",
	inconclusive: () => "that the grader could not tell",
	error: (n) => n === 1 ? "grader error" : "grader errors",
	skipped: () => "not applicable",
	review: (n) => n === 1 ? "that needs a mentor" : "that need a mentor"
};
function unjudged({ score }) {
	const missing = score.possible - score.judged;
	if (missing <= 0) return [];
	return [`${points(missing)} of ${number$1(score.possible)} could not be judged yet, so the score can still rise.`];
}
// src/report/model.ts
function viewOf(report, previous = null) {
	const first = firstFix(report);
	const rows = report.requirements.map((requirement) => ({
		requirement,
		words: report.outcome === "stopped" ? stoppedWords : wordsOf(requirement),
		points: pointsOf(requirement),
		reason: reasonOf(requirement, report),
		change: previous === null ? null : change(requirement, previous)
	}));
	return {
		report,
		words: overall(report),
		headline: `${report.exercise.title}: ${number$1(report.score.earned)} of ${points(report.score.possible)}`,
		standing: [...standing(report), ...previous === null ? [] : [changeSummary(report, previous)]],
		first,
		nothingToFix: nothingToFix(report),
		rows,
		open: (report.outcome === "stopped" ? [] : rows.filter(isOpen)).toSorted((a, b) => urgency(a, first) - urgency(b, first)),
		waiting: waiting(rows, report, first),
		passed: rows.filter((row) => row.requirement.state === "pass"),
		hasChanges: rows.some((row) => row.change !== null),
		timings: timings(report),
		again: again(report),
		origin: origin(report)
	};
}
function again({ exercise, seed }) {
	const graders = exercise.graders === null ? "" : ` --graders ${shellWord(exercise.graders)}`;
	return `milepost grade --exercise ${shellWord(exercise.id)}${graders} --seed ${seed}`;
}
function shellWord(text) {
	return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
function pointsOf({ advice, state, points: { earned, possible } }) {
	if (advice) return "advice";
	return state === "skipped" && possible === 0 ? "–" : `${number$1(earned)} / ${number$1(possible)}`;
}
function wordsOf(requirement) {
	return requirement.advice && requirement.state === "fail" ? adviceWords : stateWords[requirement.state];
}
function isOpen(row) {
	return row.requirement.state !== "pass" && row.requirement.state !== "skipped" && !onlyWaits(row);
}
function onlyWaits({ requirement }) {
	return requirement.state === "blocked" && requirement.evidence.length === 0;
}
function waiting(rows, report, first) {
	const causeOf = (row) => rootCause(row.requirement, report) ?? "something else";
	const blocked = rows.filter((row) => onlyWaits(row) && first?.unlocks.includes(row.requirement.title) !== true);
	return [...new Set(blocked.map(causeOf))].map((on) => ({
		on,
		rows: blocked.filter((row) => causeOf(row) === on)
	}));
}
function rootCause({ blockedBy }, { requirements }) {
	return requirements.find((r) => r.id === blockedBy)?.title ?? blockedBy;
}
function reasonOf(requirement, report) {
	const cause = requirement.state === "blocked" ? rootCause(requirement, report) : null;
	return cause === null || requirement.reason.includes(cause) ? requirement.reason : `${requirement.reason} It waits for: ${cause}.`;
}
const URGENCY = {
	fail: 1,
	inconclusive: 2,
	blocked: 3,
	review: 4,
	error: 5,
	skipped: 6,
	pass: 7
};
function urgency(row, first) {
	if (first !== null && row.requirement === first.requirement) return 0;
	return URGENCY[row.requirement.state] + (row.requirement.advice ? 10 : 0);
}
function overall(report) {
	const states = new Set(report.requirements.filter((r) => !r.advice).map((r) => r.state));
	if (report.outcome === "failed") return stateWords.error;
	if (report.outcome === "stopped") return stoppedWords;
	if (report.outcome === "no-app") return stateWords.fail;
	const worst = [
		"fail",
		"blocked",
		"error",
		"inconclusive",
		"review",
		"pass"
	].find((state) => states.has(state));
	return stateWords[worst ?? "error"];
}
function nothingToFix(report) {
	if (report.outcome === "stopped") return "Run the grading again, to its end, to get a result.";
	const states = new Set(report.requirements.filter((r) => !r.advice).map((r) => r.state));
	if (report.outcome === "failed" || states.has("error")) return "Run the grading again. If it breaks again, show this report to your mentor: it is not your fault.";
	if (states.has("review")) return "Ask your mentor to look at the requirements marked \"Needs a mentor\".";
	if (!states.has("pass")) return "Nothing could be judged. Show this report to your mentor.";
	return report.requirements.some((r) => r.advice && r.state === "fail") ? "Everything that counts passes. What is left is advice." : "Everything passes. There is nothing to fix.";
}
function timings({ timings: stages }) {
	const total = stages.total ?? Object.values(stages).reduce((sum, ms) => sum + ms, 0);
	const parts = Object.entries(stages).filter(([stage, ms]) => stage !== "total" && ms >= 50);
	const detail = parts.length === 0 ? "" : `: ${parts.map(([stage, ms]) => `${stage} ${seconds(ms)}`).join(", ")}`;
	return `Took ${seconds(total)}${detail}.`;
}
function origin(report) {
	const { commit, project } = report.repository;
	return [
		`Milepost ${report.milepost.version}`,
		`engine ${report.engine}`,
		project === "." ? null : `project ${project}`,
		commit === null ? null : `commit \`${commit.slice(0, 7)}\``,
		`seed ${report.seed}`
	].filter((part) => part !== null).join(" · ");
}
export { readDigest as a, marker as i, change as n, digest as r, viewOf as t };
