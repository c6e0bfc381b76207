import { a as json, c as plain, d as xml } from "./boundary.js";
import { t as evidenceText } from "./evidence-text.js";
import { t as ownPath } from "./own-path.js";
// src/report/ctrf.ts
const STATUS = {
	pass: "passed",
	fail: "failed",
	blocked: "skipped",
	inconclusive: "other",
	error: "other",
	skipped: "skipped",
	review: "pending"
};
function renderCtrf(report) {
	const start = Date.parse(report.startedAt);
	const duration = Math.round(report.timings.total ?? 0);
	const tests = [...testOfRun(report), ...report.requirements.map((one) => testOf(one, report))];
	const number = (status) => tests.filter((test) => test.status === status).length;
	const document = {
		reportFormat: "CTRF",
		specVersion: "0.0.0",
		timestamp: report.startedAt,
		generatedBy: "milepost",
		results: {
			tool: {
				name: "Milepost",
				version: plain(report.milepost.version, { max: 40 })
			},
			summary: {
				tests: tests.length,
				passed: number("passed"),
				failed: number("failed"),
				skipped: number("skipped"),
				pending: number("pending"),
				other: number("other"),
				suites: 1,
				start,
				stop: start + duration,
				duration,
				extra: {
					...report.score,
					outcome: report.outcome
				}
			},
			tests,
			environment: {
				reportName: line(report.exercise.title),
				...report.repository.commit && { commit: line(report.repository.commit) },
				extra: {
					exercise: line(report.exercise.id),
					engine: report.engine,
					seed: report.seed
				}
			}
		}
	};
	return `${json(document)}\n`;
}
function testOfRun({ outcome, problem, requirements, exercise }) {
	const judged = requirements.some(({ state }) => state === "pass" || state === "fail");
	if (outcome === "completed" && judged) return [];
	const name = outcome === "no-app" ? "The app starts" : "The grading finished";
	const message = line(problem?.message ?? "Nothing could be judged.");
	const trace = problem?.log ? { trace: xml(problem.log, { keep: "end" }) } : {};
	return [{
		name,
		status: "failed",
		duration: 0,
		suite: [suiteOf(exercise)],
		message,
		...trace,
		rawStatus: outcome
	}];
}
function testOf(requirement, { exercise, outcome }) {
	const { id, title, state, advice, points, reason, milliseconds } = requirement;
	const place = requirement.evidence.find(({ ok, place }) => !ok && place !== null)?.place ?? null;
	const filePath = place && ownPath(place.file);
	return {
		name: line(advice ? `${title} (advice)` : title) || line(id) || "requirement",
		status: statusOf(requirement, outcome),
		duration: Math.round(milliseconds),
		suite: [suiteOf(exercise)],
		message: line(reason),
		trace: xml(evidenceText(requirement)),
		...place && filePath !== null && {
			filePath,
			line: place.line
		},
		rawStatus: advice && state === "fail" ? "advice" : state,
		extra: {
			id: line(id),
			points: advice ? null : points
		}
	};
}
function statusOf({ state, advice }, outcome) {
	if (outcome === "stopped") return "skipped";
	return advice && state === "fail" ? "other" : STATUS[state];
}
const suiteOf = ({ title, id }) => line(title) || line(id);
const line = (text) => xml(text, { max: 500 }).replace(/\s+/g, " ");
export { renderCtrf };
