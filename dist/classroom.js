import { a as json, c as plain } from "./boundary.js";
// src/report/classroom.ts
function renderClassroom(report, { variables = process.env } = {}) {
	const { CLASSROOM, ASSIGNMENT, SUBMISSION_TAG, COMMIT_URL, RELEASE_URL, REVIEW_URL } = variables;
	const owner = variables.OWNER || variables.USERNAME;
	if (!CLASSROOM || !ASSIGNMENT || !SUBMISSION_TAG || !COMMIT_URL || !RELEASE_URL || !owner) return null;
	const tests = report.requirements.filter(isCounted).map(testOf);
	const at = `${report.startedAt.slice(0, 19)}Z`;
	return `${json({
		schema: "classroom50/result/v1",
		classroom: CLASSROOM,
		assignment: ASSIGNMENT,
		assignment_type: variables.ASSIGNMENT_TYPE === "group" ? "group" : "individual",
		owner,
		submission: SUBMISSION_TAG,
		commit: COMMIT_URL,
		release: RELEASE_URL,
		review: REVIEW_URL || COMMIT_URL,
		datetime: at,
		graded_at: at,
		score: tests.reduce((sum, test) => sum + test.score, 0),
		"max-score": tests.reduce((sum, test) => sum + test["max-score"], 0),
		tests
	})}\n`;
}
const isCounted = ({ advice, state }) => !advice && state !== "skipped";
function testOf({ id, title, state, points, reason }) {
	const most = Math.ceil(points.possible);
	return {
		"test-name": plain(title, { max: 200 }) || plain(id, { max: 200 }) || "requirement",
		passed: state === "pass",
		score: state === "pass" ? most : Math.min(Math.floor(points.earned), most),
		"max-score": most,
		state,
		message: plain(reason, { max: 500 })
	};
}
export { renderClassroom };
