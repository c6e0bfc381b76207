import { a as setOutput, i as notice, n as error } from "./core.js";
import { d as object, h as string, u as number } from "./schemas.js";
import { i as checkSafely, n as commentSafely, r as explainRefusal, t as inRepository } from "./in-repository.js";
import { n as withPatience, s as createClient, t as patience } from "./patience.js";
import { i as ownReport, n as changesWorkflow, o as fetchArtifact, r as pullRequestOfRun, s as UnusableArtifact, t as reportInZip } from "./unpack.js";
import { t as gradersFolder } from "./graders-folder.js";
import { r as mask } from "./log.js";
import { posix } from "node:path";
import { readFileSync } from "node:fs";
// src/publish/fork/publish-fork.ts
const CHANGED_WORKFLOW = "This pull request changes files in .github/, and so perhaps the workflow that made this result: look at that change before you believe the result.";
async function publishFork(options) {
	const { run, token, apiUrl, repositoryUrl, patience: patience$1 = patience } = options;
	const { owner, repo, commit } = run;
	const context = {
		owner,
		repo,
		eventName: "workflow_run",
		commit,
		pull: null,
		apiUrl,
		repositoryUrl
	};
	const client = createClient(token, apiUrl);
	try {
		const number = await withPatience(() => pullRequestOfRun(client, run), patience$1);
		if (number === null) return nothing("No open pull request is at the commit that was graded: a newer push has a run of its own.");
		const report = await withPatience(() => readReport(client, options), patience$1);
		if (report === null) return nothing(`The grading run left no artifact "${options.artifact}": its own log says why.`);
		const changed = await withPatience(() => changesWorkflow(client, run, number), patience$1);
		const notes = changed ? [CHANGED_WORKFLOW, ...report.notes] : report.notes;
		const pull = {
			number,
			fromFork: false
		};
		const shown = inRepository({
			...report,
			notes
		}, commit, options.folder);
		const common = {
			run: {
				...context,
				pull
			},
			token,
			patience: patience$1
		};
		const commented = await commentSafely(shown, {
			...common,
			comment: true
		});
		const doubt = changed ? "Changes files in .github/: look at them before you believe a result" : void 0;
		await checkSafely(shown, {
			...common,
			check: options.check,
			failOn: "fail",
			doubt
		});
		return commented;
	} catch (error) {
		if (error instanceof UnusableArtifact) return nothing(`The artifact of the grading run cannot be used. ${error.message}`);
		return nothing(explainRefusal(error, context));
	}
}
async function readReport(client, { run, artifact, graders }) {
	const zip = await fetchArtifact(client, run, artifact);
	return zip && ownReport(reportInZip(zip), graders);
}
const nothing = (notice) => ({
	url: null,
	notice
});
// src/action/workflow-run-event.ts
const name = string().regex(/^[\w.-]+\/[\w.-]+$/);
const eventSchema = object({ workflow_run: object({
	id: number().int().positive(),
	event: string(),
	head_sha: string().regex(/^[0-9a-f]{40,64}$/),
	head_branch: string(),
	head_repository: object({ full_name: name })
}) });
function readGradingRun(environment) {
	const [owner, repo] = (environment.GITHUB_REPOSITORY ?? "").split("/");
	const event = readEvent(environment.GITHUB_EVENT_PATH);
	if (environment.GITHUB_EVENT_NAME !== "workflow_run" || !owner || !repo || event === null) return "This step belongs into a workflow that is started by `workflow_run`: see examples/fork-comment.yml.";
	const run = event.workflow_run;
	if (run.event !== "pull_request") return "The run that graded was not started by a pull request: let the job depend on `github.event.workflow_run.event`, as in examples/fork-comment.yml.";
	return {
		owner,
		repo,
		id: run.id,
		commit: run.head_sha,
		headRepository: run.head_repository.full_name,
		headBranch: run.head_branch
	};
}
function readEvent(path) {
	try {
		return eventSchema.parse(JSON.parse(readFileSync(path ?? "", "utf8")));
	} catch {
		return null;
	}
}
// src/action/publish-run.ts
const publishInputs = {
	path: {
		description: "The same as that of the step that grades: folder that was graded.",
		default: "."
	},
	artifact: {
		description: "Name of the artifact with `report.json` that the run that graded has uploaded.",
		default: "milepost-report"
	},
	check: {
		description: "Whether to put a check with the result on the commit: `true` or `false`. Without the permission `checks: write` there is none.",
		default: "true"
	},
	token: {
		description: "Token that writes the comment. It needs `actions: read` and `pull-requests: write`.",
		default: "${{ github.token }}"
	}
};
async function publishRun(environment) {
	const token = environment.INPUT_TOKEN?.trim() ?? "";
	mask(token);
	const run = readGradingRun(environment);
	if (typeof run === "string") return refuse(run);
	if (token === "") return refuse("The input `token` is empty.");
	const server = environment.GITHUB_SERVER_URL || "https://github.com";
	const { url, notice: notice$1 } = await publishFork({
		run,
		token,
		apiUrl: environment.GITHUB_API_URL || "https://api.github.com",
		repositoryUrl: `${server}/${run.owner}/${run.repo}`,
		folder: folderIn(environment.INPUT_PATH?.trim() ?? ""),
		artifact: environment.INPUT_ARTIFACT?.trim() || publishInputs.artifact.default,
		check: (environment.INPUT_CHECK?.trim() || publishInputs.check.default) === "true",
		graders: gradersFolder()
	});
	if (notice$1) notice(notice$1, { title: "No comment on the pull request" });
	setOutput("comment-url", url ?? "");
	return 0;
}
function refuse(sentence) {
	error(sentence, { title: "Milepost could not publish" });
	return 2;
}
function folderIn(path) {
	const folder = posix.normalize(path || ".").replace(/\/+$/, "");
	return folder === "." || folder.startsWith("..") || folder.startsWith("/") ? "" : folder;
}
// src/action/publish-main.ts
process.exit(await publishRun(process.env));
export {};
