import { i as notice, r as info } from "./core.js";
import { t as exitStatus } from "./exit-status.js";
import { c as plain, l as plainLines } from "./boundary.js";
import { d as object, h as string } from "./schemas.js";
import { a as readDigest, i as marker, n as change, t as viewOf } from "./model.js";
import { t as ownPath } from "./own-path.js";
import { t as renderSummary } from "./summary2.js";
import { a as isRateLimit, i as hasStatus, n as withPatience, o as isRefusal, r as asFailure, s as createClient, t as patience } from "./patience.js";
import { t as renderComment } from "./comment2.js";
import { createHash } from "node:crypto";
// src/report/annotations.ts
function annotations(report, perLevel = PER_LEVEL) {
	const all = [...ofProblem(report), ...viewOf(report).open.flatMap(({ requirement }) => ofRequirement(requirement))];
	const inOrder = [...new Map(all.map((a) => [`${a.file}:${a.line}:${a.title}`, a]).toReversed()).values()].toReversed();
	const ofLevel = (level) => inOrder.filter((a) => a.level === level).slice(0, perLevel);
	return [
		...ofLevel("error"),
		...ofLevel("warning"),
		...ofLevel("notice")
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
	const path = ownPath(file);
	if (path === null) return [];
	return [{
		level,
		file: path,
		line,
		title: plain(title, { max: 200 }),
		message: plainLines(message, { max: 2e3 })
	}];
}
// src/publish/check-run.ts
const MOST_ANNOTATIONS = 50;
const MOST_BYTES = 6e4;
async function checkSafely(report, options) {
	const { run, token, check, patience: waiting = patience } = options;
	if (!check || token === "" || run.commit === "" || run.pull?.fromFork) return false;
	const client = createClient(token, run.apiUrl);
	try {
		await withPatience(() => client.rest.checks.create(checkRun(report, options)), waiting);
		return true;
	} catch (error) {
		if (!isRefusal(error)) notice("The check of the commit could not be written. The grade is not affected.");
		return false;
	}
}
function checkRun(report, { run, failOn, doubt }) {
	const { owner, repo, commit, repositoryUrl } = run;
	return {
		owner,
		repo,
		name: plain(`Milepost: ${report.exercise.title}`, { max: 100 }),
		head_sha: commit,
		external_id: plain(report.exercise.id, { max: 100 }),
		started_at: report.startedAt,
		status: "completed",
		conclusion: doubt === void 0 ? conclusion(report, failOn) : "action_required",
		output: {
			title: plain(doubt ?? viewOf(report).headline, { max: 200 }),
			summary: renderSummary(report, {
				repositoryUrl,
				maxBytes: MOST_BYTES
			}),
			annotations: annotations(report, MOST_ANNOTATIONS).slice(0, MOST_ANNOTATIONS).map(drawn)
		}
	};
}
function conclusion(report, failOn) {
	const status = exitStatus(report, failOn);
	if (report.outcome === "stopped") return "cancelled";
	if (status === 3) return "action_required";
	if (status === 1) return "failure";
	return report.requirements.filter((one) => !one.advice && one.state !== "skipped").every((one) => one.state === "pass") ? "success" : "neutral";
}
const LEVELS = {
	error: "failure",
	warning: "warning",
	notice: "notice"
};
function drawn({ level, file, line, title, message }) {
	return {
		path: file,
		start_line: line,
		end_line: line,
		annotation_level: LEVELS[level],
		title,
		message
	};
}
// src/publish/own-comments.ts
const ACTIONS_BOT = "github-actions[bot]";
async function findOwnComments(client, pull, marker, login = null) {
	const marked = (await listComments(client, pull)).filter((comment) => isMarked(comment, marker));
	if (marked.length === 0) return [];
	const own = login ?? await ownLogin(client, marked);
	return marked.filter((comment) => comment.user?.login === own).map((comment) => ({
		id: comment.id,
		url: comment.html_url,
		body: comment.body ?? ""
	})).toSorted((a, b) => a.id - b.id);
}
function listComments(client, { owner, repo, number }) {
	return client.paginate(client.rest.issues.listComments, {
		owner,
		repo,
		issue_number: number,
		per_page: 100
	});
}
function isMarked(comment, marker) {
	return comment.body?.split(/\r?\n/, 1)[0]?.trimEnd() === marker;
}
async function ownLogin(client, marked) {
	const person = await personLogin(client);
	if (person !== null) return person;
	const bots = new Set(marked.filter((comment) => comment.user?.type === "Bot").map((comment) => comment.user?.login));
	bots.delete(ACTIONS_BOT);
	return bots.size === 0 ? ACTIONS_BOT : appLogin(client);
}
async function personLogin(client) {
	try {
		return (await client.rest.users.getAuthenticated()).data.login;
	} catch (error) {
		if (isRefusal(error)) return null;
		throw error;
	}
}
async function appLogin(client) {
	try {
		const { viewer } = await client.graphql("query { viewer { login } }");
		return viewer.login.endsWith("[bot]") ? viewer.login : `${viewer.login}[bot]`;
	} catch (error) {
		if (asFailure(error) === null || isRefusal(error)) return ACTIONS_BOT;
		throw error;
	}
}
// src/publish/pull-request.ts
async function findPullRequest(client, run) {
	const { owner, repo, commit, pull } = run;
	if (pull) return {
		owner,
		repo,
		commit,
		...pull
	};
	const { data } = await client.rest.repos.listPullRequestsAssociatedWithCommit({
		owner,
		repo,
		commit_sha: commit,
		per_page: 100
	});
	const first = data.filter((one) => one.state === "open" && one.head.sha === commit).toSorted((a, b) => a.number - b.number)[0];
	if (!first) return null;
	const home = `${owner}/${repo}`.toLowerCase();
	return {
		owner,
		repo,
		commit,
		number: first.number,
		fromFork: first.head.repo?.full_name?.toLowerCase() !== home
	};
}
async function isNewestCommit(client, pull) {
	const { owner, repo, number } = pull;
	try {
		const { data } = await client.rest.pulls.get({
			owner,
			repo,
			pull_number: number
		});
		return data.head.sha === pull.commit;
	} catch (error) {
		if (isRefusal(error)) return true;
		throw error;
	}
}
// src/publish/comment.ts
function publishComment(job, patience) {
	return withPatience(() => settle(job), patience);
}
async function settle(job, rounds = 3, login = null) {
	const { client, pull, marker, text } = job;
	const [oldest, ...spare] = await findOwnComments(client, pull, marker, login);
	await removeAll(job, spare);
	if (!await isNewestCommit(client, pull)) return {
		did: "outdated",
		url: oldest?.url ?? null
	};
	if (oldest) {
		const outcome = await update(job, oldest);
		if (outcome !== "gone") return outcome;
		if (rounds > 1) return settle(job, rounds - 1, login);
		throw new Error("the comment is listed but cannot be changed");
	}
	const { owner, repo, number } = pull;
	const { data } = await client.rest.issues.createComment({
		owner,
		repo,
		issue_number: number,
		body: text(null).body
	});
	const own = data.user?.login ?? null;
	if ((await findOwnComments(client, pull, marker, own)).length > 1 && rounds > 1) return settle(job, rounds - 1, own);
	return {
		did: "created",
		url: data.html_url
	};
}
async function update({ client, pull, text }, comment) {
	const { body, unchanged } = text(comment.body);
	if (unchanged) return {
		did: "unchanged",
		url: comment.url
	};
	try {
		const { owner, repo } = pull;
		await client.rest.issues.updateComment({
			owner,
			repo,
			comment_id: comment.id,
			body
		});
		return {
			did: "updated",
			url: comment.url
		};
	} catch (error) {
		if (hasStatus(error, 404, 410)) return "gone";
		throw error;
	}
}
async function removeAll({ client, pull }, comments) {
	const { owner, repo } = pull;
	for (const comment of comments) try {
		await client.rest.issues.deleteComment({
			owner,
			repo,
			comment_id: comment.id
		});
	} catch (error) {
		if (!hasStatus(error, 404, 410)) throw error;
	}
}
// src/publish/comment-body.ts
const LIMIT = 65536;
const memorySchema = object({
	commit: string().max(100),
	before: string().max(1e4).nullable(),
	result: string().max(100),
	text: string().max(100)
});
function commentText(report, commit, repositoryUrl, existing) {
	const known = existing === null ? null : readMemory(existing);
	const mark = marker(report.exercise.id);
	const before = known?.commit === commit ? known.before : secondLine(existing ?? "");
	const given = before === null ? null : `${mark}\n${before}`;
	const previous = given !== null && readDigest(given, report.exercise.id) !== null ? given : null;
	const [, digest = "", ...rest] = renderComment(report, {
		previous,
		repositoryUrl
	}).split("\n");
	const memory = {
		commit,
		before: previous && before,
		result: resultPrint(report, previous),
		text: print(rest.join("\n"))
	};
	const body = [
		mark,
		digest,
		memoryLine(memory),
		...rest
	].join("\n");
	return {
		body: body.length <= LIMIT ? body : [
			mark,
			digest,
			memoryLine({
				...memory,
				before: null
			}),
			...rest
		].join("\n"),
		unchanged: known !== null && known.result === memory.result && known.text === print(visible(existing ?? "")),
		before: previous
	};
}
function resultPrint(report, previous) {
	const before = previous === null ? null : readDigest(previous, report.exercise.id);
	const { outcome, score, engine, notes, problem } = report;
	return print({
		outcome,
		score,
		engine,
		notes,
		problem: problem?.message,
		remedies: report.remedies.map((one) => one.what),
		binding: report.binding.map((one) => [
			one.role,
			one.target,
			one.confirmed
		]),
		requirements: report.requirements.map((one) => [
			one.id,
			one.title,
			one.state,
			one.points,
			one.reason,
			one.hint,
			one.fragment,
			before && change(one, before),
			one.evidence.map((seen) => [
				seen.ok,
				seen.expected,
				seen.place,
				seen.exception
			])
		])
	});
}
function memoryLine(memory) {
	return `<!-- milepost-push:${Buffer.from(JSON.stringify(memory)).toString("base64")} -->`;
}
function readMemory(comment) {
	const line = comment.slice(0, 3e4).split(/\r?\n/, 3)[2] ?? "";
	const encoded = /^<!-- milepost-push:([A-Za-z0-9+/]+={0,2}) -->$/.exec(line.trimEnd())?.[1];
	if (encoded === void 0) return null;
	try {
		return memorySchema.parse(JSON.parse(Buffer.from(encoded, "base64").toString("utf8")));
	} catch {
		return null;
	}
}
function secondLine(text) {
	return text.split(/\r?\n/, 2)[1]?.trimEnd() ?? null;
}
function visible(comment) {
	return comment.split(/\r?\n/).slice(3).join("\n");
}
function print(value) {
	const text = typeof value === "string" ? value.trim() : JSON.stringify(value);
	return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
// src/publish/refusal.ts
const ELSEWHERE = "The result is in the job summary and in the annotations, and the grade is not affected.";
const AT_THE_GRADING_RUN = "The result is in the job summary of the run that graded.";
function explainRefusal(error, run) {
	return `Milepost could not write its comment on the pull request. ${reason(error, run)} ${isSecondHalf(run) ? AT_THE_GRADING_RUN : ELSEWHERE}`;
}
function reason(error, run) {
	const failure = asFailure(error);
	if (failure === null) return "Something unexpected happened in Milepost itself.";
	if (isRateLimit(failure)) return "GitHub asked for a longer break between requests than a job should wait: run the job again later.";
	switch (failure.status) {
		case 401: return "GitHub does not know the token: check the input `token`, or leave it out.";
		case 403: return forbidden(failure.message, run);
		case 404: return `GitHub does not show the pull request to this token. ${addPermission(run)}`;
		case 410:
		case 422: return "GitHub did not take the comment: comments may be turned off for this pull request.";
		default: return failure.status >= 500 ? "GitHub could not be reached, or answered with an error of its own, several times: run the job again later." : `GitHub answered with status ${failure.status}.`;
	}
}
function addPermission(run) {
	return isSecondHalf(run) ? "Add these lines to the job in the workflow file: `permissions:` and below it `actions: read` and `pull-requests: write`." : "Add these two lines to the job in the workflow file: `permissions:` and below it `pull-requests: write`.";
}
const isSecondHalf = (run) => run.eventName === "workflow_run";
function forbidden(message, run) {
	if (/lock/i.test(message)) return "The conversation of the pull request is locked: unlock it to get comments.";
	if (run.pull?.fromFork) return "The pull request comes from a fork, and GitHub gives such a run a token that may only read.";
	return `The token may not write to pull requests. ${addPermission(run)}`;
}
// src/publish/comment-safely.ts
async function commentSafely(report, options) {
	if (!options.comment || options.token === "") return {
		url: null,
		notice: null
	};
	try {
		const { outcome, before } = await comment(report, options);
		info(sentences[outcome?.did ?? "none"]);
		const previous = before === null ? void 0 : readDigest(before, report.exercise.id);
		return {
			url: outcome?.url ?? null,
			notice: null,
			previous
		};
	} catch (error) {
		return {
			url: null,
			notice: explainRefusal(error, options.run)
		};
	}
}
async function comment(report, { run, token, patience: waiting = patience }) {
	const client = createClient(token, run.apiUrl);
	const pull = await withPatience(() => findPullRequest(client, run), waiting);
	if (pull === null) return {
		outcome: null,
		before: null
	};
	let before = null;
	const text = (existing) => {
		const written = commentText(report, run.commit, run.repositoryUrl, existing);
		before = written.before;
		return written;
	};
	return {
		outcome: await publishComment({
			client,
			pull,
			marker: marker(report.exercise.id),
			text
		}, waiting),
		before
	};
}
const sentences = {
	created: "Wrote a comment on the pull request.",
	updated: "Updated the comment on the pull request.",
	unchanged: "The comment on the pull request says the same already.",
	outdated: "A newer commit was pushed meanwhile: its own run writes the comment.",
	none: "No open pull request has this commit, so there is nothing to comment on."
};
// src/publish/in-repository.ts
function inRepository(report, commit, folder) {
	const moved = (place) => place === null || folder === "" ? place : {
		...place,
		file: `${folder}/${place.file}`
	};
	return {
		...report,
		repository: {
			...report.repository,
			commit
		},
		problem: report.problem && {
			...report.problem,
			place: moved(report.problem.place)
		},
		binding: report.binding.map((one) => ({
			...one,
			place: moved(one.place)
		})),
		requirements: report.requirements.map((requirement) => ({
			...requirement,
			evidence: requirement.evidence.map((one) => ({
				...one,
				place: moved(one.place)
			}))
		}))
	};
}
export { annotations as a, checkSafely as i, commentSafely as n, explainRefusal as r, inRepository as t };
