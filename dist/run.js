import { c as plain, u as withoutCommands } from "./boundary.js";
import { t as RepositoryError } from "./repository-error.js";
import { d as object, f as preprocess, h as string, n as _enum, u as number } from "./schemas.js";
import { t as UsageProblem } from "./options.js";
import { t as ownSecrets } from "./own-secrets.js";
import { h as describeIssues, t as SpecProblem } from "./load.js";
import { t as exitStatus } from "./exit-status.js";
import { n as line, r as mask, t as fence } from "./log.js";
import { join, relative, resolve, sep } from "node:path";
import { readFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
// src/action/environment.ts
const FOR_PUBLISHING = [
	"GITHUB_OUTPUT",
	"GITHUB_STEP_SUMMARY",
	"GITHUB_API_URL"
];
function takeEnvironment(env) {
	const values = {};
	const token = env.INPUT_TOKEN?.trim();
	for (const [name, value] of Object.entries(env)) {
		const holdsToken = Boolean(token && value?.includes(token));
		if (!/^(INPUT_|ACTIONS_|GITHUB_)/i.test(name) && !holdsToken) continue;
		values[name] = value;
		delete env[name];
	}
	const giveBack = () => {
		for (const name of FOR_PUBLISHING) if (values[name] !== void 0) env[name] = values[name];
	};
	return {
		values,
		giveBack
	};
}
// src/action/event.ts
const repository = object({ full_name: string() }).nullable().catch(null);
const eventSchema = object({ pull_request: object({
	number: number().int().positive(),
	head: object({
		sha: string(),
		repo: repository
	}),
	base: object({ repo: repository })
}).optional().catch(void 0) });
function readRun(environment) {
	const [owner, repo] = (environment.GITHUB_REPOSITORY ?? "").split("/");
	if (!owner || !repo) return null;
	const pull = readEvent(environment.GITHUB_EVENT_PATH).pull_request;
	const server = environment.GITHUB_SERVER_URL || "https://github.com";
	return {
		owner,
		repo,
		eventName: environment.GITHUB_EVENT_NAME ?? "",
		commit: pull?.head.sha ?? environment.GITHUB_SHA ?? "",
		pull: pull ? {
			number: pull.number,
			fromFork: pull.head.repo?.full_name !== pull.base.repo?.full_name
		} : null,
		apiUrl: environment.GITHUB_API_URL || "https://api.github.com",
		repositoryUrl: `${server}/${owner}/${repo}`
	};
}
function readEvent(path) {
	if (!path) return {};
	try {
		return eventSchema.parse(JSON.parse(readFileSync(path, "utf8")));
	} catch {
		return {};
	}
}
// src/action/inputs.ts
const inputs = {
	exercise: {
		description: "What to grade, e.g. the `id` of a grader. Left out: `.milepost.yml` says it, or the repository itself shows it.",
		default: ""
	},
	path: {
		description: "Folder to grade, relative to the root of the repository.",
		default: "."
	},
	engine: {
		description: "Where the code runs: `docker`, or `process` (no isolation, for trusted code only). `auto` means `docker` here.",
		default: "auto"
	},
	only: {
		description: "Ids of the requirements to grade, separated by commas or lines. Left out: all.",
		default: ""
	},
	seed: {
		description: "A whole number that makes the random data of a run repeatable. Left out: taken from the commit.",
		default: ""
	},
	"fail-on": {
		description: "What makes the step fail: `fail` (a requirement that is not passed), or `error` (only when grading could not be completed).",
		default: "fail"
	},
	"report-dir": {
		description: "Folder for the report files. Left out: a new temporary folder; see the output `report-path`.",
		default: ""
	},
	comment: {
		description: "Whether to keep a comment on the pull request: `true` or `false`.",
		default: "true"
	},
	check: {
		description: "Whether to put a check with the result on the commit: `true` or `false`. Without the permission `checks: write` there is none.",
		default: "true"
	},
	token: {
		description: "Token that writes the comment. It needs the permission `pull-requests: write`.",
		default: "${{ github.token }}"
	}
};
const flag = _enum(["true", "false"]).transform((word) => word === "true");
const orElse = (schema, value) => preprocess((given) => given === "" ? value : given, schema);
const schema = object({
	exercise: string().transform((id) => id === "" ? void 0 : id),
	path: orElse(string(), inputs.path.default),
	engine: orElse(_enum([
		"auto",
		"docker",
		"process"
	]), inputs.engine.default),
	only: string().transform((list) => list.split(/[\s,]+/).filter((id) => id !== "")),
	seed: string().refine((text) => /^\d{0,9}$/.test(text), "`seed` must be a whole number with at most nine digits.").transform((text) => text === "" ? void 0 : Number(text)),
	"fail-on": orElse(_enum(["fail", "error"]), inputs["fail-on"].default),
	"report-dir": string(),
	comment: orElse(flag, inputs.comment.default),
	check: orElse(flag, inputs.check.default),
	token: string()
});
var InputError = class extends Error {};
function parseInputs(environment) {
	const given = Object.fromEntries(Object.keys(inputs).map((name) => [name, environment[`INPUT_${name.toUpperCase()}`]?.trim() ?? ""]));
	const parsed = schema.safeParse(given);
	if (parsed.success) return parsed.data;
	throw new InputError(describeIssues(parsed.error.issues, given).map(({ message, advice }) => `Input ${message} ${advice}`.trim()).join("\n"));
}
// src/action/run.ts
async function run(env, grade, signal) {
	const secrets = ownSecrets(env);
	const { values, giveBack } = takeEnvironment(env);
	const workspace = values.GITHUB_WORKSPACE || process.cwd();
	const started = readRun(values);
	let inputs;
	try {
		inputs = parseInputs(values);
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		return giveUp(error.message, 2);
	}
	mask(inputs.token);
	const out = inputs["report-dir"] ? resolve(workspace, inputs["report-dir"]) : await mkdtemp(join(env.RUNNER_TEMP || tmpdir(), "milepost-"));
	const path = resolve(workspace, inputs.path);
	const report = await gradeBehindFence(grade, {
		...optionsOf(inputs),
		path,
		out,
		signal,
		secrets
	});
	if (typeof report === "number") return report;
	giveBack();
	if (signal.aborted) return giveUp("The run was cancelled, so its result is not published.", 3);
	if (started) {
		const { publish } = await import("./publish.js");
		const { token, comment, check, "fail-on": failOn } = inputs;
		const reportPath = join(out, "report.json");
		await publish(report, {
			run: started,
			token,
			comment,
			check,
			failOn,
			folder: folderOf(workspace, path),
			reportPath
		});
	}
	return exitStatus(report, inputs["fail-on"]);
}
function optionsOf({ engine, exercise, only, seed }) {
	return {
		engine: engine === "auto" ? "docker" : engine,
		exercise,
		only,
		seed,
		keep: false,
		progress,
		environment: { ci: true }
	};
}
async function gradeBehindFence(grade, options) {
	const open = fence();
	try {
		const report = await grade(options);
		const { renderTerminal } = await import("./terminal.js");
		line(renderTerminal(report, {
			colour: false,
			width: 110
		}));
		open();
		return report;
	} catch (error) {
		open();
		const wrong = error instanceof UsageProblem || error instanceof SpecProblem || error instanceof RepositoryError;
		return giveUp(error instanceof Error ? error.message : String(error), wrong ? 2 : 3);
	}
}
function progress({ stage, message }) {
	line(plain(`${stage}: ${message}`));
}
async function giveUp(message, status) {
	const { error } = await import("./core2.js");
	error(withoutCommands(message), { title: "Milepost could not grade" });
	return status;
}
function folderOf(workspace, path) {
	const folder = relative(workspace, path).split(sep).join("/");
	return folder.startsWith("..") ? "" : folder;
}
export { run };
