import { a as setOutput, i as notice, n as error, o as warning, s as summary } from "./core.js";
import { a as annotations, i as checkSafely, n as commentSafely, t as inRepository } from "./in-repository.js";
import { t as renderSummary } from "./summary2.js";
import { t as writeReports } from "./write.js";
import { t as STATES } from "./schema.js";
import { dirname } from "node:path";
import { statSync } from "node:fs";
// src/publish/annotate.ts
function annotate(annotations) {
	const write = {
		error,
		warning,
		notice
	};
	for (const { level, file, line, title, message } of annotations) write[level](message, {
		title,
		file: file ?? void 0,
		startLine: line ?? void 0
	});
}
// src/publish/job-summary.ts
const LIMIT = 1048576;
async function appendSummary(text, short) {
	const file = process.env.GITHUB_STEP_SUMMARY;
	if (!file) return;
	const written = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
	const fits = [text, short].find((one) => written + Buffer.byteLength(one) < LIMIT);
	if (fits !== void 0) await summary.addRaw(fits, true).write();
}
// src/publish/outputs.ts
const outputs = {
	score: {
		description: "Points earned.",
		value: ({ report }) => String(report.score.earned)
	},
	judged: {
		description: "Points that could be judged; the rest is open, neither earned nor lost.",
		value: ({ report }) => String(report.score.judged)
	},
	possible: {
		description: "Points that the exercise has.",
		value: ({ report }) => String(report.score.possible)
	},
	...Object.fromEntries(STATES.map((state) => [state, countOf(state)])),
	"report-path": {
		description: "Path of `report.json`.",
		value: ({ reportPath }) => reportPath
	},
	"comment-url": {
		description: "Address of the comment on the pull request; empty when there is none.",
		value: ({ commentUrl }) => commentUrl ?? ""
	}
};
function countOf(state) {
	return {
		description: `Number of requirements with the verdict \`${state}\`.`,
		value: ({ report }) => String(report.requirements.filter((one) => one.state === state).length)
	};
}
// src/publish/publish.ts
async function publish(given, options) {
	const { run, folder, reportPath } = options;
	const report = inRepository(given, run.commit, folder);
	const comment = await commentSafely(report, options);
	if (comment.notice) notice(comment.notice, { title: "No comment on the pull request" });
	if (!await checkSafely(report, options)) annotate(annotations(report));
	for (const [name, { value }] of Object.entries(outputs)) setOutput(name, value({
		report,
		reportPath,
		commentUrl: comment.url
	}));
	await summarise(report, run, comment.notice);
	await rewrite(report, options, comment.previous ?? null);
}
async function rewrite(report, { run, reportPath }, previous) {
	try {
		const { repositoryUrl } = run;
		await writeReports(report, dirname(reportPath), {
			previous,
			repositoryUrl
		}, ["html", "sarif"]);
	} catch {
		notice("The reports could not be written anew: they stay without links.");
	}
}
async function summarise(report, run, notice$1) {
	const note = notice$1 === null ? "" : `> ${notice$1}\n\n`;
	const short = `${note}The report is too large for the job summary: see \`report.json\`.\n`;
	try {
		await appendSummary(note + renderSummary(report, { repositoryUrl: run.repositoryUrl }), short);
	} catch {
		notice("The job summary could not be written.");
	}
}
export { publish };
