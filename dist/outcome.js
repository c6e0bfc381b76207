import { t as groupBy } from "./group-by.js";
import { c as plain } from "./boundary.js";
import { n as count } from "./words.js";
// src/cohort/commands/outcome.ts
const OUTCOME = {
	completed: 0,
	nobody: 1,
	notCompleted: 3
};
function exitOf({ learners }, troubles) {
	if (troubles > 0) return OUTCOME.notCompleted;
	return learners.some(({ results }) => results.some(({ status }) => status === "graded")) ? OUTCOME.completed : OUTCOME.nobody;
}
function printCohort(cohort, out) {
	const results = cohort.learners.flatMap((learner) => learner.results.map((result) => ({
		learner,
		...result
	})));
	const graded = results.filter(({ status }) => status === "graded");
	const unverified = graded.filter(({ trust }) => trust.level === "unverified").length;
	const late = graded.filter((one) => one.late).length;
	const lines = [
		`${count(cohort.learners.length, "learner")}, ${count(graded.length, "result")}${unverified > 0 ? `, ${unverified} of them unverified` : ""}${late > 0 ? `, ${late} late` : ""}.`,
		...reasons(results.filter(({ status }) => status === "none")),
		`Cohort: ${out}`,
		`The page: milepost cohort report ${out}`
	];
	process.stdout.write(`${lines.join("\n")}\n`);
}
function reasons(rows) {
	return [...groupBy(rows, ({ why }) => why ?? "No result.").entries()].map(([why, of]) => {
		const names = of.slice(0, 5).map(({ learner }) => learner.id);
		const more = of.length > names.length ? ` and ${of.length - names.length} more` : "";
		return `- ${names.join(", ")}${more}: ${plain(why)}`;
	});
}
export { printCohort as n, exitOf as t };
