import { n as actionReference } from "./action-reference.js";
import { t as gradersFolder } from "./graders-folder.js";
import { t as UsageProblem } from "./options.js";
import { n as assembled, r as pMap, t as resumable } from "./row-state.js";
import { t as VERSION } from "./version.js";
import { c as sourceOf, i as githubToken, l as itemsOf, m as politeClient, n as NO_TOKEN, p as noResult, r as githubApi, t as showCount, u as exercisesIn } from "./progress2.js";
import { n as readCohortFile } from "./read.js";
import { S as printOf, c as writeCohort, u as writeResult } from "./bare-folder.js";
import { a as isRateLimit, r as asFailure } from "./patience.js";
import { s as UnusableArtifact } from "./unpack.js";
import { n as publishPseudonyms, t as privateFolder } from "./pseudonyms.js";
import { n as printCohort, t as exitOf } from "./outcome.js";
import { join, resolve } from "node:path";
import { existsSync } from "node:fs";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
// src/cohort/collect/trouble.ts
function troubleOf(error) {
	if (error instanceof UsageProblem) throw error;
	if (error instanceof UnusableArtifact) return noResult(error.message);
	const failure = asFailure(error);
	if (failure === null) return trouble("Something unexpected happened in Milepost itself.");
	if (failure.status === 401) throw new UsageProblem(["GitHub does not know the token: set GH_TOKEN, for example with: gh auth token"]);
	if (isRateLimit(failure)) return trouble("GitHub asked for a longer break between requests: collect again later.");
	if (failure.status >= 500) return trouble("GitHub could not be reached, or answered with an error of its own, several times: collect again later.");
	if (failure.status === 404) return noResult("The repository is not there any more, or the token may not see it.");
	if (failure.status === 403) return noResult("The token may not read the runs of the repository: it needs the permission \"Actions: read\".");
	if (failure.status === 410) return noResult("Its newest result has expired on GitHub: run the workflow again.");
	return trouble(`GitHub answered with status ${failure.status}.`);
}
const trouble = (why) => ({
	...noResult(why),
	trouble: true
});
// src/cohort/collect/collect.ts
async function collect(options) {
	const { source, out, artifact, templates, progress } = options;
	const folder = join(out, ".collect");
	const exercises = exercisesIn(options.graders);
	const polite = politeClient({
		token: options.token,
		apiUrl: options.apiUrl,
		cache: join(folder, "answers"),
		waiting: (milliseconds) => progress(`GitHub asks for a break of ${Math.ceil(milliseconds / 1e3)} s`),
		patience: options.patience
	});
	const state = await resumable(out, folder, JSON.stringify([
		source,
		options.naming,
		artifact
	]));
	const settings = {
		polite,
		artifact,
		exercises,
		templates,
		history: options.history,
		known: async () => null
	};
	progress("asking who is there");
	const items = await itemsOf(source, options.naming, settings).catch((error) => {
		throw new Error(troubleOf(error).why ?? "");
	});
	const previous = await readCohortFile(out);
	const judgedBy = async (exercise) => {
		const digest = exercise && (await exercises.load(exercises.folder, exercise).catch(() => null))?.digest;
		return createHash("sha256").update(JSON.stringify([
			VERSION,
			templates,
			digest
		])).digest("hex").slice(0, 16);
	};
	let done = 0;
	let graded = 0;
	let troubles = 0;
	const rows = await pMap(items, async (item) => {
		const row = await collectRow(item, settings, state, out, judgedBy);
		done += 1;
		if (row.state.stored) graded += 1;
		if (row.trouble) troubles += 1;
		progress(`${done} of ${items.length} learners, ${graded} with a result`);
		return {
			...row,
			item
		};
	}, { concurrency: options.jobs });
	const cohort = await assembled({
		rows: rows.map(({ item, state: { facts, stored } }) => ({
			entrant: item.entrant,
			facts,
			stored
		})),
		previous,
		keepVanished: source.kind === "organization" || source.kind === "pulls",
		title: options.title,
		deadline: options.deadline,
		exercise: options.exercise,
		exercises
	});
	await writeCohort(out, cohort);
	await state.finish();
	return {
		cohort,
		troubles
	};
}
async function collectRow({ entrant, place, collect: fetchNewest }, settings, state, out, judgedBy) {
	const before = await state.read(entrant.id, place);
	const current = before !== null && before.judgedBy === await judgedBy(before.facts.exercise) && (before.stored === null || existsSync(join(out, before.stored.report))) ? before : null;
	if (current?.run === state.id) return {
		state: current,
		trouble: false
	};
	const known = async (_, artifact) => current?.facts.artifact === artifact ? {
		...current.facts,
		report: null
	} : null;
	const { report, earlier, trouble = false, ...facts } = await fetchNewest({
		...settings,
		known
	}).catch(troubleOf);
	const unchanged = report === null && facts.artifact !== null && facts.artifact === current?.facts.artifact;
	const stored = report ? {
		...await writeResult(out, entrant.id, report, facts.at ?? report.startedAt, earlier),
		print: printOf(report)
	} : unchanged ? current.stored : null;
	const row = {
		run: state.id,
		judgedBy: await judgedBy(facts.exercise),
		facts,
		stored
	};
	if (!trouble) await state.write(entrant.id, place, row);
	return {
		state: row,
		trouble
	};
}
// src/cohort/commands/collect.ts
async function collectCommand(text, flags) {
	const source = await sourceOf(text);
	const out = resolve(flags.out);
	const progress = showCount(process.stderr, "collect");
	try {
		const { cohort, troubles } = await collect({
			source,
			naming: {
				organization: flags.organization,
				classroom: flags.classroom,
				assignment: flags.assignment
			},
			out: flags.pseudonyms === void 0 ? out : privateFolder(flags.pseudonyms),
			title: flags.title ?? null,
			deadline: flags.deadline ?? null,
			exercise: flags.exercise ?? null,
			artifact: flags.artifact,
			history: flags.history,
			graders: flags.graders === void 0 ? gradersFolder() : resolve(flags.graders),
			templates: await templatesOf(source.kind === "folder" ? {
				...flags,
				action: "none"
			} : flags),
			token: tokenFor(source.kind),
			apiUrl: githubApi(),
			jobs: flags.jobs,
			progress: progress.show
		});
		progress.end();
		if (flags.pseudonyms !== void 0) await publishPseudonyms(flags.pseudonyms, out);
		printCohort(cohort, out);
		return exitOf(cohort, troubles);
	} finally {
		progress.end();
	}
}
async function templatesOf({ workflow, action }) {
	const own = workflow === void 0 ? null : await readFile(workflow, "utf8").catch(() => {
		throw new UsageProblem([`${workflow} cannot be read.`]);
	});
	const reference = action ?? await actionReference();
	if (own === null && reference.startsWith(`OWNER/`)) process.stderr.write("Say with --action which action the workflow of your learners uses: without it none of them is taken for the one that you handed out.\n");
	return {
		action: reference,
		own
	};
}
function tokenFor(kind) {
	const token = githubToken();
	if (token !== null) return token;
	if (kind === "folder") return "none";
	throw new UsageProblem(NO_TOKEN);
}
export { collectCommand };
