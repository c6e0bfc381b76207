import { a as setOutput, i as notice, n as error, o as warning, s as summary } from "./core.js";
import { c as plain, l as plainLines } from "./boundary.js";
import { t as viewOf } from "./model.js";
import { t as renderSummary } from "./summary.js";
import { n as commentSafely, t as inRepository } from "./in-repository.js";
import { t as STATES } from "./schema.js";
import { statSync } from "node:fs";
// src/report/annotations.ts
function annotations(report) {
	const all = [...ofProblem(report), ...viewOf(report).open.flatMap(({ requirement }) => ofRequirement(requirement))];
	const inOrder = [...new Map(all.map((a) => [`${a.file}:${a.line}:${a.title}`, a]).toReversed()).values()].toReversed();
	const perLevel = (level) => inOrder.filter((a) => a.level === level).slice(0, PER_LEVEL);
	return [
		...perLevel("error"),
		...perLevel("warning"),
		...perLevel("notice")
	];
}
const PER_LEVEL = 10;
function ofProblem({ problem }) {
	return problem?.place ? at(problem.place, "error", "The app did not start", problem.message) : [];
}
function ofRequirement(requirement) {
	return requirement.evidence.flatMap((evidence) => {
		if (evidence.ok || evidence.place === null) return [];
		const message = [
			evidence.summary,
			evidence.exception,
			evidence.expected === null ? null : `Expected: ${evidence.expected}`,
			evidence.actual === null ? null : `Got: ${evidence.actual}`,
			requirement.hint === null ? null : `What to do: ${requirement.hint}`
		];
		return at(evidence.place, levelOf(requirement), requirement.title, message.filter((part) => part !== null).join("\n"));
	});
}
function levelOf({ state, advice }) {
	if (advice) return "notice";
	return state === "fail" ? "error" : "warning";
}
function at({ file, line }, level, title, message) {
	const path = plain(file, { max: 1e3 });
	if (path !== file || path.startsWith("/") || path.split("/").includes("..")) return [];
	return [{
		level,
		file: path,
		line,
		title: plain(title, { max: 200 }),
		message: plainLines(message, { max: 2e3 })
	}];
}
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
	annotate(annotations(report));
	for (const [name, { value }] of Object.entries(outputs)) setOutput(name, value({
		report,
		reportPath,
		commentUrl: comment.url
	}));
	await summarise(report, run, comment.notice);
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
