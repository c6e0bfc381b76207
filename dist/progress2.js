import { r as __toESM } from "./rolldown-runtime.js";
import "./version.js";
import { c as plain } from "./boundary.js";
import { a as array, d as object, h as string, l as literal, m as strictObject, p as record, u as number, v as union, y as unknown } from "./schemas.js";
import { i as hasStatus, n as withPatience, r as asFailure, s as createClient, t as patience } from "./patience.js";
import { a as downloadArtifact, i as ownReport, n as changesWorkflow, s as UnusableArtifact, t as reportInZip } from "./unpack.js";
import { m as require_dist, r as loadExercise } from "./load.js";
import { t as UsageProblem } from "./options.js";
import { t as showProgress } from "./progress.js";
import { n as workflowFile } from "./init-files.js";
import { a as learnerIds, b as unverified, d as writeWhole, f as UnusableFile, h as cohortResultSchema, i as withScore, m as VERIFIED, n as readReport, o as entryOf, r as recounted, t as readBareFolder, y as learnerIdSchema } from "./bare-folder.js";
import { dirname, extname, join, resolve } from "node:path";
import { createHash } from "node:crypto";
import { readFile, readdir, stat } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
// src/cohort/source/web.ts
const webServer = () => (process.env.GITHUB_SERVER_URL || "https://github.com").replace(/\/+$/, "");
const webAddressOf = ({ owner, repo }) => `${webServer()}/${owner}/${repo}`;
// src/cohort/github/polite.ts
var import_dist = require_dist();
const HOUR = 36e5;
function politeClient({ token, apiUrl, cache, waiting, patience: patience$1 }) {
	const gate = createGate(patience$1?.sleep ?? ((milliseconds) => setTimeout(milliseconds)), waiting);
	const client = createClient(token, apiUrl);
	rememberAnswers(client, cache, gate);
	const enough = {
		...patience,
		attempts: 6,
		budget: 2 * HOUR,
		...patience$1,
		sleep: gate.close
	};
	return {
		client,
		ask: (work) => withPatience(work, enough)
	};
}
function createGate(sleep, waiting) {
	let closed = null;
	const open = async () => {
		while (closed !== null) await closed;
	};
	return {
		open,
		async close(milliseconds) {
			if (milliseconds > 5e3) waiting(milliseconds);
			const own = Promise.all([closed, sleep(milliseconds)]).then(() => {
				if (closed === own) closed = null;
			});
			closed = own;
			await own;
		}
	};
}
const answerSchema = strictObject({
	url: string(),
	etag: string(),
	link: string().nullable(),
	data: unknown()
});
function rememberAnswers(client, folder, gate) {
	client.hook.wrap("request", async (request, options) => {
		await gate.open();
		const { method, url } = client.request.endpoint(options);
		if (method !== "GET" || options.request?.parseSuccessResponseBody === false) return request(options);
		const file = join(folder, `${createHash("sha256").update(url).digest("hex").slice(0, 32)}.json`);
		const known = await readAnswer(file, url);
		if (known) options.headers["if-none-match"] = known.etag;
		try {
			const response = await request(options);
			const { etag, link = null } = response.headers;
			if (etag) await writeWhole(file, JSON.stringify({
				url,
				etag,
				link,
				data: response.data
			}), 384);
			return response;
		} catch (error) {
			if (known === null || asFailure(error)?.status !== 304) throw error;
			return {
				status: 200,
				url,
				headers: {
					etag: known.etag,
					link: known.link ?? void 0
				},
				data: known.data
			};
		}
	});
}
async function readAnswer(file, url) {
	try {
		const answer = answerSchema.parse(JSON.parse(await readFile(file, "utf8")));
		return answer.url === url ? answer : null;
	} catch {
		return null;
	}
}
// src/cohort/source/entrant.ts
function entrants(listed) {
	const keys = [...new Set(listed.map(({ key }) => key))];
	const ids = new Map(learnerIds(keys).map((id, index) => [keys[index] ?? "", id]));
	return listed.map(({ key, ...rest }) => ({
		id: ids.get(key) ?? key,
		...rest
	}));
}
const GITHUB = /^(?:(?:https?:\/\/|ssh:\/\/git@|git@)[\w.-]+[:/])?([\w-]{1,100})\/([\w.-]{1,100}?)(?:\.git)?\/?$/;
function repositoryOf(text) {
	const [, owner, repo] = GITHUB.exec(text.trim()) ?? [];
	return owner && repo && !/^\.+$/.test(repo) ? {
		owner,
		repo
	} : null;
}
// src/cohort/source/folder.ts
async function folderEntrants(path) {
	const names = (await readdir(path, { withFileTypes: true }).catch(() => {
		throw new UsageProblem([`${path} is not a folder that can be read.`]);
	})).filter((one) => one.isDirectory() && !one.name.startsWith(".")).map(({ name }) => name);
	if (names.length === 0) throw new UsageProblem([`${path} holds no folder of a learner.`]);
	return entrants(names.sort().map((name) => ({
		key: name,
		name,
		group: null,
		repository: null,
		folder: join(path, name),
		clone: null
	})));
}
// src/cohort/source/classroom50.ts
const resultSchema = object({
	schema: literal("classroom50/result/v1"),
	assignment: string().optional(),
	owner: string().optional(),
	commit: string()
});
const scoresSchema = object({
	schema: literal("classroom50/scores/v1"),
	assignments: record(string(), object({ entries: array(object({
		owner: string(),
		submissions: array(unknown())
	})) }))
});
const given = union([
	resultSchema,
	array(resultSchema).min(1),
	scoresSchema
]);
const isClassroomScores = (value) => given.safeParse(value).success;
function listOfScores(value, assignment) {
	const results = "assignments" in value ? resultsOf(value) : [value].flat();
	const lines = /* @__PURE__ */ new Map();
	for (const result of results) {
		if (assignment !== void 0 && result.assignment !== void 0 && result.assignment !== assignment) continue;
		const repository = repositoryOf(result.commit.replace(/\/(commit|tree|releases)\/.*$/, ""));
		if (repository === null) continue;
		const { owner, repo } = repository;
		const key = result.owner ?? repo;
		const clone = webAddressOf(repository);
		lines.set(`${owner}/${repo}`, {
			key,
			name: key,
			group: null,
			repository,
			folder: null,
			clone
		});
	}
	return [...lines.values()];
}
function resultsOf({ assignments }) {
	return Object.entries(assignments).flatMap(([assignment, { entries }]) => entries.flatMap(({ owner, submissions }) => submissions.flatMap((one) => {
		const parsed = resultSchema.safeParse(one);
		return parsed.success ? [{
			...parsed.data,
			assignment,
			owner
		}] : [];
	})));
}
// src/cohort/source/read-list.ts
const COLUMNS = {
	repository: [
		"repository",
		"repo",
		"url",
		"repository_url",
		"student_repository_url",
		"student_repository_name"
	],
	folder: ["folder", "path"],
	account: [
		"id",
		"username",
		"github_username",
		"login",
		"github",
		"owner"
	],
	name: [
		"name",
		"full_name",
		"roster_identifier",
		"identifier"
	],
	group: [
		"group",
		"section",
		"class",
		"team"
	],
	first: ["first_name"],
	last: ["last_name"],
	role: ["role"]
};
async function readList(file, naming = {}) {
	const text = await readFile(file, "utf8").catch(() => {
		throw new UsageProblem([`${file} cannot be read.`]);
	});
	if (extname(file).toLowerCase() !== ".json") return listed(await csvRows(text, file), file, naming);
	const given = jsonOf(text, file);
	if (isClassroomScores(given)) return entrants(listOfScores(given, naming.assignment));
	const rows = Array.isArray(given) ? given : given.learners;
	if (!Array.isArray(rows)) throw new UsageProblem([`${file} holds no list: write [{"name": …, "repository": …}, …].`]);
	return listed(rows.map(asRow), file, naming);
}
function listed(rows, file, naming) {
	const problems = [];
	const found = rows.flatMap((row, index) => {
		const role = value(row, "role").toLowerCase();
		if (role !== "" && role !== "student") return [];
		const one = oneOf(row, file, naming);
		if (one === null) problems.push(`${file}, entry ${index + 1}: there is no repository and no folder in it.`);
		return one ?? [];
	});
	if (problems.length > 0) throw new UsageProblem([...problems.slice(0, 10), `A column "repository" says OWNER/NAME or an address. For a roster of Classroom 50 add --organization, --classroom and --assignment.`]);
	if (found.length === 0) throw new UsageProblem([`${file} names nobody.`]);
	return entrants(found);
}
function oneOf(row, file, naming) {
	const account = value(row, "account");
	const given = value(row, "repository") || namedAs(account, naming);
	const folder = value(row, "folder");
	const repository = repositoryOf(given) ?? repositoryOf(`${naming.organization ?? ""}/${given}`);
	const isAddress = /^(https?|file|ssh):\/\/|^git@/.test(given);
	if (repository === null && folder === "" && !isAddress) return null;
	const full = [value(row, "first"), value(row, "last")].filter((part) => part !== "").join(" ");
	const key = account || value(row, "name") || (repository ? `${repository.owner}-${repository.repo}` : folder || given);
	return {
		key,
		name: value(row, "name") || full || account || key,
		group: value(row, "group") || null,
		repository,
		folder: folder === "" ? null : resolve(dirname(file), folder),
		clone: isAddress ? given : repository && webAddressOf(repository)
	};
}
function namedAs(account, { organization, classroom, assignment }) {
	if (!organization || !classroom || !assignment || account === "") return "";
	return `${organization}/${classroom}-${assignment}-${account}`;
}
function value(row, kind) {
	for (const column of COLUMNS[kind]) {
		const given = row[column];
		if ((typeof given === "string" || typeof given === "number") && String(given).trim() !== "") return String(given).trim();
	}
	return "";
}
async function csvRows(text, file) {
	const { default: Papa } = await import("./papaparse.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const { data, errors } = Papa.parse(text.replace(/^\ufeff/, ""), {
		header: true,
		skipEmptyLines: "greedy",
		transformHeader: (name) => name.trim().toLowerCase().replaceAll(/[\s-]+/g, "_")
	});
	const bad = errors.filter(({ type }) => type !== "Delimiter");
	if (bad.length > 0) throw new UsageProblem(bad.slice(0, 10).map(({ row, message }) => `${file}, entry ${(row ?? 0) + 1}: ${message}.`));
	return data;
}
function jsonOf(text, file) {
	try {
		return JSON.parse(text.replace(/^\ufeff/, ""));
	} catch {
		throw new UsageProblem([`${file} is no JSON.`]);
	}
}
function asRow(entry) {
	if (typeof entry === "string") return { repository: entry };
	return typeof entry === "object" && entry !== null ? entry : {};
}
// src/cohort/collect/collected.ts
const collectedSchema = cohortResultSchema.pick({
	why: true,
	commit: true,
	at: true,
	run: true,
	pullRequest: true,
	trust: true
}).extend({
	exercise: string().nullable(),
	artifact: number().nullable()
});
const noFacts = (why) => ({
	exercise: null,
	why,
	commit: null,
	at: null,
	run: null,
	pullRequest: null,
	trust: unverified(),
	artifact: null
});
const noResult = (why) => ({
	...noFacts(why),
	report: null
});
// src/cohort/collect/newest-run.ts
const MOST_RUNS = 30;
const MOST_PAGES = 3;
async function newestRun(polite, place, name, counts, artifacts) {
	const ofRuns = newestFirst(artifacts, name);
	const runs = countingRuns(polite, place, ofRuns, counts);
	let expired = false;
	for (;;) {
		const { value, done } = await runs.next();
		if (done) break;
		if (!value.artifact.expired) return {
			...value,
			earlier: runs
		};
		expired = true;
	}
	if (expired) return "Its newest result has expired on GitHub: run the workflow again.";
	return ofRuns.length > 0 ? "No result of its default branch or of a pull request of its own was found." : `No run of its workflow has left an artifact "${name}".`;
}
function newestFirst(artifacts, name) {
	const runOf = ({ workflow_run }) => workflow_run?.id ?? 0;
	const sorted = artifacts.filter((one) => one.name === name && runOf(one) > 0).toSorted((a, b) => runOf(b) - runOf(a) || b.id - a.id);
	return sorted.filter((one, index) => index === 0 || runOf(sorted[index - 1]) !== runOf(one));
}
async function* countingRuns({ client, ask }, place, artifacts, counts) {
	for (const artifact of artifacts.slice(0, MOST_RUNS)) {
		const run_id = artifact.workflow_run?.id ?? 0;
		const { data: run } = await ask(() => client.rest.actions.getWorkflowRun({
			...place,
			run_id
		}));
		if (counts(run)) yield {
			artifact,
			run
		};
	}
}
async function listArtifacts(client, place, name, pages = MOST_PAGES) {
	const found = [];
	const each = client.paginate.iterator(client.rest.actions.listArtifactsForRepo, {
		...place,
		name,
		per_page: 100
	});
	for await (const { data } of each) {
		found.push(...data);
		pages -= 1;
		if (pages <= 0) break;
	}
	return found;
}
// src/cohort/collect/own-result.ts
function exercisesIn(folder) {
	const known = /* @__PURE__ */ new Map();
	return {
		folder,
		load(from, id) {
			const loaded = known.get(id) ?? loadExercise(from, id);
			known.set(id, loaded);
			return loaded;
		}
	};
}
async function ownResult(given, exercises) {
	const claimed = shaped(given);
	const report = await ownReport(claimed, exercises.folder, exercises.load);
	const { spec, digest } = await exercises.load(exercises.folder, report.exercise.id);
	const missing = spec.requirements.filter(({ id }) => report.requirements.every((one) => one.id !== id));
	const requirements = spec.requirements.map((known) => report.requirements.find(({ id }) => id === known.id) ?? notJudged(known));
	const count = spec.requirements.length;
	const reasons = [
		claimed.milepost.version !== "0.1.0" && `It was graded by another version of Milepost than 0.1.0.`,
		claimed.exercise.specDigest !== digest && "It was graded by another version of the exercise.",
		missing.length > 0 && `It says something about ${count - missing.length} of ${count} requirements only.`
	];
	return {
		report: withScore(report, requirements),
		reasons: reasons.filter((reason) => reason !== false)
	};
}
function shaped(given) {
	try {
		return recounted(given);
	} catch (error) {
		throw error instanceof UnusableFile ? new UnusableArtifact(`Its report.json ${error.message}.`) : error;
	}
}
function notJudged({ id, title, advice, points }) {
	return {
		id,
		title,
		state: "inconclusive",
		advice: advice === true,
		points: {
			earned: 0,
			possible: advice ? 0 : points ?? 0
		},
		reason: "The result says nothing about it.",
		blockedBy: null,
		evidence: [],
		hint: null,
		fragment: null,
		milliseconds: 0
	};
}
// src/cohort/collect/workflow-trust.ts
const LARGEST = 65536;
const MOST_VERSIONS = 30;
const OTHER = "The workflow that made it is not the one that was handed out.";
const UNREADABLE = "The workflow that made it cannot be read.";
const CHANGED = "The workflow has been changed on the default branch, if only for a while.";
const NOT_OF_THE_COURSE = "The workflow that made it is not that of the course repository.";
async function workflowReason(polite, place, run, target, exercise, templates) {
	const text = await textOf(polite, place, run);
	if (text === null) return UNREADABLE;
	if (!sameWorkflow(text, exercise, templates)) return OTHER;
	if (run.event !== "pull_request") return null;
	return (await workflowVersions(polite, place, pathOf(run), target))?.every((version) => sameWorkflow(version, exercise, templates)) ? null : CHANGED;
}
async function courseReason(polite, course, run, versions) {
	const text = await textOf(polite, course, run);
	if (text === null) return UNREADABLE;
	const given = meaning(text);
	return given !== null && versions?.some((version) => meaning(version) === given) ? null : NOT_OF_THE_COURSE;
}
async function workflowVersions({ client, ask }, place, path, branch) {
	const { data } = await ask(() => client.rest.repos.listCommits({
		...place,
		path,
		sha: branch,
		per_page: 31
	}));
	if (data.length > MOST_VERSIONS) return null;
	const texts = [];
	for (const { sha } of data) {
		const text = await ask(() => fileAt(client, place, path, sha));
		if (text !== null) texts.push(text);
	}
	return texts;
}
const pathOf = ({ path }) => path.replace(/@.*$/s, "");
async function textOf({ client, ask }, place, run) {
	const path = pathOf(run);
	return path.startsWith(".github/workflows/") ? ask(() => fileAt(client, place, path, run.head_sha)) : null;
}
function sameWorkflow(text, exercise, { action, own }) {
	const given = meaning(text);
	if (given === null) return false;
	return (own === null ? [workflowFile(exercise, action)] : [own]).some((template) => meaning(template) === given);
}
function meaning(text) {
	if (text.length > LARGEST) return null;
	try {
		return JSON.stringify((0, import_dist.parse)(text, {
			maxAliasCount: 0,
			uniqueKeys: true
		})) ?? null;
	} catch {
		return null;
	}
}
async function fileAt(client, { owner, repo }, path, ref) {
	try {
		const { data } = await client.rest.repos.getContent({
			owner,
			repo,
			path,
			ref
		});
		if (Array.isArray(data) || data.type !== "file" || data.size > LARGEST) return null;
		return Buffer.from(data.content, "base64").toString("utf8");
	} catch (error) {
		if (hasStatus(error, 404, 403)) return null;
		throw error;
	}
}
// src/cohort/collect/collect-one.ts
async function collectRepository(learner, place, settings, known = null) {
	const { polite, artifact } = settings;
	const repository = known ?? (await polite.ask(() => polite.client.rest.repos.get(place))).data;
	const [owner = place.owner, repo = place.repo] = repository.full_name.split("/");
	const own = {
		owner,
		repo
	};
	const all = await polite.ask(() => listArtifacts(polite.client, own, artifact));
	const ofOwn = (run) => isOf(run, repository.full_name);
	const counts = (run) => ofOwn(run) && isExpected(run, repository.default_branch);
	const best = await newestRun(polite, own, artifact, counts, all);
	const found = typeof best === "string" ? await newestRun(polite, own, artifact, ofOwn, all) : best;
	if (typeof found === "string") return noResult(best);
	return taken(learner, own, found, settings, async (exercise) => {
		const number = found.run.pull_requests?.[0]?.number;
		return {
			reasons: [counts(found.run) ? null : OTHER_BRANCH, await workflowReason(polite, own, found.run, repository.default_branch, exercise, settings.templates)],
			pullRequest: number === void 0 ? null : `${repository.html_url}/pull/${number}`
		};
	});
}
const OTHER_BRANCH = "It is of a branch that is neither the default one nor that of a pull request.";
const isExpected = (run, defaultBranch) => run.event === "pull_request" || [
	"push",
	"workflow_dispatch",
	"schedule"
].includes(run.event) && run.head_branch === defaultBranch;
async function collectPull(learner, { artifacts, versions, ...course }, pull, settings) {
	const { polite, artifact } = settings;
	const { head } = pull;
	if (head.repo === null) return noResult("The fork that the pull request came from has been deleted.");
	const { full_name } = head.repo;
	const ofLearner = artifacts.filter(({ workflow_run }) => workflow_run?.head_repository_id === head.repo?.id && workflow_run?.head_branch === head.ref);
	const counts = (run) => run.event === "pull_request" && run.head_branch === head.ref && isOf(run, full_name);
	const found = await newestRun(polite, course, artifact, counts, ofLearner);
	if (typeof found === "string") return {
		...noResult(found),
		pullRequest: pull.html_url
	};
	const [headOwner = "", headRepo = ""] = full_name.split("/");
	const grading = {
		...course,
		id: found.run.id,
		commit: found.run.head_sha,
		headRepository: `${headOwner}/${headRepo}`,
		headBranch: head.ref
	};
	return taken(learner, course, found, settings, async () => ({
		reasons: [await polite.ask(() => changesWorkflow(polite.client, grading, pull.number)) ? "The pull request changes files in .github/, and so perhaps the workflow that made this result." : null, await courseReason(polite, course, found.run, await versions(pathOf(found.run), pull.base.ref))],
		pullRequest: pull.html_url
	}));
}
async function taken(learner, place, { artifact, run, earlier }, settings, look) {
	const known = await settings.known(learner, artifact.id);
	if (known) return known;
	const facts = {
		...noResult(""),
		commit: run.head_sha,
		at: run.created_at,
		run: run.html_url,
		artifact: artifact.id
	};
	try {
		const { report, reasons } = await reportOf(place, artifact, settings);
		const circumstances = await look(report.exercise.id);
		const pullRequest = circumstances.pullRequest;
		const exercise = report.exercise.id;
		const { commit } = report.repository;
		if (commit !== null && commit !== run.head_sha) return {
			...facts,
			exercise,
			pullRequest,
			why: REPLAYED,
			trust: unverified(REPLAYED)
		};
		const all = [
			...circumstances.reasons,
			...reasons,
			commit === null ? NO_COMMIT : null
		].filter((reason) => reason !== null);
		return {
			...facts,
			exercise,
			pullRequest,
			why: null,
			report: {
				...report,
				repository: {
					...report.repository,
					commit: run.head_sha
				}
			},
			trust: all.length === 0 ? VERIFIED : unverified(...all),
			earlier: await earlierResults(place, earlier, exercise, settings)
		};
	} catch (error) {
		if (!(error instanceof UnusableArtifact)) throw error;
		return {
			...facts,
			why: `What its run left behind cannot be used. ${error.message}`
		};
	}
}
async function reportOf(place, artifact, settings) {
	const { polite, exercises } = settings;
	const zip = await polite.ask(() => downloadArtifact(polite.client, place, artifact));
	return ownResult(reportInZip(zip), exercises);
}
async function earlierResults(place, runs, exercise, settings) {
	const found = [];
	for (let left = settings.history; left > 0; left -= 1) {
		const { value, done } = await runs.next();
		if (done || value.artifact.expired) break;
		const { run, artifact } = value;
		try {
			const { report } = await reportOf(place, artifact, settings);
			if ((report.repository.commit ?? run.head_sha) === run.head_sha && report.exercise.id === exercise) found.push({
				...entryOf(report, run.created_at),
				commit: run.head_sha
			});
		} catch (error) {
			if (!(error instanceof UnusableArtifact)) throw error;
		}
	}
	return found;
}
const REPLAYED = "Its report is about another commit than its run: an old result, or somebody else’s.";
const NO_COMMIT = "Its report names no commit, so it may be an old one.";
const isOf = (run, fullName) => run.head_repository?.full_name?.toLowerCase() === fullName.toLowerCase();
// src/cohort/collect/listing.ts
async function itemsOf(source, naming, settings) {
	switch (source.kind) {
		case "folder": return folderItems(source.path);
		case "list": return (await readList(source.path, naming)).map((entrant) => repositoryItem(entrant));
		case "organization": return (await organizationLearners(settings.polite, source.owner, source.prefix)).map(({ entrant, known }) => repositoryItem(entrant, known));
		case "pulls": return pullItems(settings, {
			owner: source.owner,
			repo: source.repo
		});
	}
}
async function entrantsOf(source, naming, polite) {
	switch (source.kind) {
		case "folder": return folderEntrants(source.path);
		case "list": return readList(source.path, naming);
		case "organization": return (await organizationLearners(polite, source.owner, source.prefix)).map(({ entrant }) => entrant);
		case "pulls": return (await learnersPulls(polite, source)).map(({ entrant }) => entrant);
	}
}
function repositoryItem(entrant, known = null) {
	const { repository } = entrant;
	if (repository === null) {
		const why = "The list names a folder and no repository: grade it with `cohort grade`.";
		return {
			entrant,
			place: entrant.folder ?? "",
			collect: async () => noResult(why)
		};
	}
	return {
		entrant,
		place: `${repository.owner}/${repository.repo}`.toLowerCase(),
		collect: (settings) => collectRepository(entrant.id, repository, settings, known)
	};
}
async function organizationLearners({ client, ask }, org, prefix) {
	const wanted = prefix.toLowerCase();
	const pages = () => client.paginate(client.rest.repos.listForOrg, {
		org,
		per_page: 100
	}, ({ data }) => data.map(({ name, full_name, html_url, default_branch, is_template }) => ({
		name,
		full_name,
		html_url,
		default_branch,
		is_template
	})));
	const own = (await ask(pages).catch((error) => {
		throw hasStatus(error, 404) ? new UsageProblem([`GitHub shows no organization "${org}" to this token.`]) : error;
	})).filter(({ name, is_template }) => name.toLowerCase().startsWith(wanted) && name.length > wanted.length && !is_template).toSorted((a, b) => a.name < b.name ? -1 : 1);
	if (own.length === 0) throw new UsageProblem([`The organization ${org} has no repository that begins with "${prefix}".`]);
	return entrants(own.map(({ name, html_url }) => {
		const key = name.slice(prefix.length);
		return {
			key,
			name: key,
			group: null,
			repository: {
				owner: org,
				repo: name
			},
			folder: null,
			clone: html_url
		};
	})).map((entrant, index) => ({
		entrant,
		known: knownOf(own[index])
	}));
}
function knownOf(given) {
	const { full_name, html_url, default_branch } = given ?? {};
	return full_name && html_url && default_branch ? {
		full_name,
		html_url,
		default_branch
	} : null;
}
async function pullItems(settings, course) {
	const { client, ask } = settings.polite;
	const learners = await learnersPulls(settings.polite, course);
	const artifacts = await ask(() => listArtifacts(client, course, settings.artifact, 100));
	const known = /* @__PURE__ */ new Map();
	const versions = (path, branch) => {
		const key = `${branch}:${path}`;
		const asked = known.get(key) ?? workflowVersions(settings.polite, course, path, branch);
		known.set(key, asked);
		return asked;
	};
	return learners.map(({ entrant, pull }) => ({
		entrant,
		place: `${course.owner}/${course.repo}#${pull.number}`.toLowerCase(),
		collect: (given) => collectPull(entrant.id, {
			...course,
			artifacts,
			versions
		}, pull, given)
	}));
}
async function learnersPulls({ client, ask }, { owner, repo }) {
	const pulls = await ask(() => listPulls(client, {
		owner,
		repo
	})).catch((error) => {
		throw hasStatus(error, 404) ? new UsageProblem([`GitHub shows no repository ${owner}/${repo} to this token.`]) : error;
	});
	const newest = /* @__PURE__ */ new Map();
	for (const pull of pulls) {
		const login = pull.user?.login;
		if (login === void 0) continue;
		const known = newest.get(login);
		if (!known || isNewer(pull, known)) newest.set(login, pull);
	}
	if (newest.size === 0) throw new UsageProblem([`${owner}/${repo} has no pull request.`]);
	const chosen = [...newest.entries()];
	return entrants(chosen.map(([login, { head }]) => ({
		key: login,
		name: login,
		group: null,
		repository: head.repo && repositoryOf(head.repo.full_name),
		folder: null,
		clone: head.repo?.html_url ?? null,
		branch: head.ref
	}))).map((entrant, index) => ({
		entrant,
		pull: chosen[index]?.[1]
	}));
}
const listPulls = (client, course) => client.paginate(client.rest.pulls.list, {
	...course,
	state: "all",
	per_page: 100
}, ({ data }) => data.map(({ number, html_url, state, user, head: { ref, repo }, base }) => ({
	number,
	html_url,
	state,
	user: user && { login: user.login },
	head: {
		ref,
		repo: repo && {
			id: repo.id,
			full_name: repo.full_name,
			html_url: repo.html_url
		}
	},
	base: { ref: base.ref }
})));
const isNewer = (a, b) => a.state === b.state ? a.number > b.number : a.state === "open";
async function folderItems(folder) {
	return (await readBareFolder(folder)).learners.flatMap(({ id, name, results }) => results.map((result) => ({
		entrant: {
			id,
			name,
			group: null,
			repository: null,
			folder: null,
			clone: null
		},
		place: result.report ?? "",
		async collect({ exercises }) {
			const { why, commit, at, trust } = result;
			if (result.report === null) return {
				...noResult(why ?? ""),
				trust
			};
			try {
				const { report, reasons } = await ownResult(await readReport(folder, result.report), exercises);
				const all = {
					...trust,
					reasons: [...trust.reasons.slice(0, 1), ...reasons],
					sameAs: []
				};
				return {
					...noResult(""),
					why: null,
					exercise: report.exercise.id,
					commit,
					at,
					trust: all,
					report
				};
			} catch (error) {
				if (error instanceof UnusableFile) return noResult(`Its report.json ${error.message}.`);
				throw error;
			}
		}
	})));
}
// src/cohort/source/source.ts
async function sourceOf(text) {
	const [, kind, owner = "", rest = ""] = /^(org|pulls):([\w-]{1,100})(?:\/([\w.-]{0,100}))?$/.exec(text) ?? [];
	if (kind === "org") return {
		kind: "organization",
		owner,
		prefix: rest
	};
	if (kind === "pulls" && rest !== "") return {
		kind: "pulls",
		owner,
		repo: rest
	};
	const found = await stat(text).catch(() => null);
	if (found?.isDirectory()) return {
		kind: "folder",
		path: text
	};
	if (found?.isFile() && [".csv", ".json"].includes(extname(text).toLowerCase())) return {
		kind: "list",
		path: text
	};
	throw new UsageProblem([
		found ? `${text} is neither a folder nor a .csv or .json file.` : `There is no file or folder ${text}.`,
		"SOURCE is a folder with one folder per learner, a list (.csv or .json), org:ORGANIZATION/PREFIX for the repositories",
		"whose name begins so, or pulls:OWNER/REPOSITORY for a course repository that receives pull requests."
	]);
}
const entrantSchema = strictObject({
	id: learnerIdSchema,
	name: string(),
	group: string().nullable(),
	repository: strictObject({
		owner: string(),
		repo: string()
	}).nullable(),
	folder: string().nullable(),
	clone: string().nullable(),
	branch: string().optional()
});
const planSchema = strictObject({
	schemaVersion: literal(1),
	shards: array(array(entrantSchema)).min(1).max(256)
});
function planOf(entrants, wanted) {
	const ids = [...new Set(entrants.map(({ id }) => id))];
	const count = Math.max(1, Math.min(wanted, 256, ids.length));
	const shardOf = new Map(ids.map((id, index) => [id, index % count]));
	return {
		schemaVersion: 1,
		shards: Array.from({ length: count }, (_, shard) => entrants.filter(({ id }) => shardOf.get(id) === shard))
	};
}
// src/cohort/commands/learners.ts
const githubToken = () => process.env.GH_TOKEN || process.env.GITHUB_TOKEN || null;
const githubApi = () => process.env.GITHUB_API_URL || "https://api.github.com";
async function learnersOf(text, naming, cache, progress) {
	const source = await sourceOf(text);
	const onGitHub = source.kind === "organization" || source.kind === "pulls";
	const token = githubToken();
	if (onGitHub && token === null) throw new UsageProblem(NO_TOKEN);
	return entrantsOf(source, naming, politeClient({
		token: token ?? "none",
		apiUrl: githubApi(),
		cache: join(cache, "answers"),
		waiting: (milliseconds) => progress.show(`GitHub asks for a break of ${Math.ceil(milliseconds / 1e3)} s`)
	}));
}
async function shardOf(text, shard) {
	const given = extname(text) === ".json" ? await readFile(text, "utf8").catch(() => "") : "";
	const plan = planSchema.safeParse(parsed(given));
	if (!plan.success) {
		if (shard !== void 0) throw new UsageProblem([`${text} is no plan: --shard is for what "cohort plan" wrote.`]);
		return null;
	}
	if (shard === void 0) return plan.data.shards.flat();
	const found = plan.data.shards[shard - 1];
	if (found) return found;
	throw new UsageProblem([`${text} has ${plan.data.shards.length} parts, so there is no part ${shard}.`]);
}
const NO_TOKEN = ["There is no token for GitHub. Set GH_TOKEN, for example with: export GH_TOKEN=$(gh auth token)", "It needs to read the contents and the actions of the repositories, and nothing else."];
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
// src/cohort/commands/progress.ts
const EVERY = 5e3;
function showCount(stream, stage) {
	const progress = showProgress(stream);
	let last = Number.NEGATIVE_INFINITY;
	let unsaid = null;
	const say = (message) => {
		last = performance.now();
		unsaid = null;
		progress.show(stage, plain(message));
	};
	return {
		show(message) {
			if (stream.isTTY || performance.now() - last >= EVERY) say(message);
			else unsaid = message;
		},
		end() {
			if (unsaid !== null) say(unsaid);
			progress.end();
		}
	};
}
export { learnersOf as a, sourceOf as c, collectedSchema as d, noFacts as f, webServer as g, webAddressOf as h, githubToken as i, itemsOf as l, politeClient as m, NO_TOKEN as n, shardOf as o, noResult as p, githubApi as r, planOf as s, showCount as t, exercisesIn as u };
