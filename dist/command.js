import { t as UsageProblem } from "./options.js";
import { r as writePseudonymous } from "./pseudonyms.js";
import { t as readCohort } from "./read.js";
import { d as writeWhole } from "./bare-folder.js";
import { c as plain } from "./boundary.js";
import { t as firstFix } from "./first-fix.js";
import { t as scoreOf } from "./score.js";
import { dirname, join } from "node:path";
import { existsSync } from "node:fs";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
// src/cohort/page/assets.ts
async function pageAssets() {
	const here = dirname(fileURLToPath(import.meta.url));
	const beside = join(here, "cohort-page");
	const folder = existsSync(beside) ? beside : join(here, "..", "..", "..", "dist", "cohort-page");
	const [script, style] = await Promise.all(["page.js", "page.css"].map((name) => readFile(join(folder, name), "utf8")));
	return {
		script: script ?? "",
		style: style ?? ""
	};
}
// src/cohort/page/kinds.ts
const GAP = "…";
var Kinds = class {
	all = [];
	#known = /* @__PURE__ */ new Map();
	add(requirement, requirementId, text) {
		const key = `${requirementId}\n${text}`;
		const known = this.#known.get(key);
		if (known !== void 0) return known;
		const id = createHash("sha256").update(key).digest("hex").slice(0, 8);
		this.#known.set(key, this.all.length);
		return this.all.push({
			id,
			requirement,
			text
		}) - 1;
	}
};
function kindOf(result, report) {
	if (result.advice || ![
		"fail",
		"inconclusive",
		"error"
	].includes(result.state)) return null;
	const crash = (result.evidence.find((one) => !one.ok && one.exception !== null)?.exception)?.match(/^\s*([\w.]{1,80})/)?.[1];
	const text = withoutNames(result.reason, namesIn(report));
	return crash === void 0 || text.includes(crash) ? text : `${text} ${crash}`;
}
function kindOfProblem(report) {
	if (report.problem === null || report.outcome === "completed") return null;
	return withoutNames(report.problem.message, namesIn(report));
}
function namesIn({ binding }) {
	const names = /* @__PURE__ */ new Map();
	for (const { role, target } of binding) {
		if (target === null || !role.includes(".")) continue;
		const [model, field, ...rest] = target.split(".");
		if (rest.length > 0 || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(model ?? "")) continue;
		const [resource = "", slot = ""] = role.split(".");
		if (model !== void 0 && field !== void 0) {
			names.set(model, resource);
			names.set(field, slot);
		}
	}
	return names;
}
function withoutNames(text, names) {
	const quiet = plain(text, { max: 600 }).replace(/https?:\/\/[^\s;,)]+/g, GAP).replace(/(^|[\s("'`])[~.]?\/[^\s;,)"'`]*/g, `$1${GAP}`).replace(/\b[\w.-]+(?:\/[\w.-]+)*\.(?:py|html|txt|toml|yml|yaml|cfg|sqlite3)\b(?::\d+)?/g, GAP).replace(/"[^"]{1,200}"|'[^']{1,200}'/g, (quoted) => /^.\w{1,12}.$/.test(quoted) ? quoted : GAP).replace(/\b(filled in )[^;]*?(?=, answered)/g, `$1${GAP}`).replace(/\((?=[^)]*_|[A-Z]\w+\))[^)]{1,200}\)/g, GAP).replace(/\b(?:PUT|PATCH)\b/g, "PUT/PATCH").replace(/[\p{L}\p{N}_]+/gu, (word) => wordOrGap(word, names)).replace(/…(?:[\s.,:/-]*…)+/g, GAP).replace(/\s+/g, " ").trim();
	return plain(quiet, { max: 240 }) || "No reason was given.";
}
function wordOrGap(word, names) {
	const own = names.get(word);
	if (own !== void 0) return own;
	if (/^[1-5]\d\d$/.test(word)) return word;
	if (/^\d+$/.test(word)) return GAP;
	return /^(?=.*\d)(?=.*[a-z])[a-z0-9]{6,}$|^[0-9a-f]{7,}$|^[a-z]*[bcdfghjkmnpqrstvwxz]{6,}[a-z]*$/i.test(word) || word.length > 30 ? GAP : word;
}
// src/cohort/page/requirements.ts
var RequirementVotes = class {
	expected = 0;
	#votes = /* @__PURE__ */ new Map();
	#exercise;
	constructor(exercise) {
		this.#exercise = exercise;
	}
	add(report) {
		const key = shapeOf(report);
		const vote = this.#votes.get(key) ?? {
			requirements: report.requirements.map(({ id, title, advice }) => ({
				id,
				title,
				advice
			})),
			points: report.requirements.map(() => /* @__PURE__ */ new Map()),
			count: 0,
			expected: report.exercise.specDigest === this.#exercise.specDigest
		};
		this.#votes.set(key, vote);
		vote.count += 1;
		if (vote.expected) this.expected += 1;
		for (const [index, { state, points }] of report.requirements.entries()) {
			const said = vote.points[index];
			if (state !== "skipped") said?.set(points.possible, (said.get(points.possible) ?? 0) + 1);
		}
	}
	winner() {
		const [shape, vote] = [...this.#votes].toSorted(([, a], [, b]) => Number(b.expected) - Number(a.expected) || b.count - a.count)[0] ?? ["", void 0];
		return {
			shape,
			requirements: (vote?.requirements ?? []).map((one, index) => ({
				...one,
				points: mostFrequent(vote?.points[index] ?? /* @__PURE__ */ new Map())
			}))
		};
	}
};
function shapeOf(report) {
	return JSON.stringify([report.exercise.specDigest, report.requirements.map(({ id, advice }) => [id, advice])]);
}
function mostFrequent(counts) {
	return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}
// src/cohort/page/data.ts
const LETTERS = {
	pass: "p",
	fail: "f",
	blocked: "b",
	inconclusive: "i",
	error: "e",
	skipped: "s",
	review: "r"
};
new Map(Object.entries(LETTERS).map(([state, letter]) => [letter, state]));
const FAILING = /* @__PURE__ */ new Set([
	"fail",
	"blocked",
	"inconclusive"
]);
// src/cohort/page/details.ts
const ROOM_OF_ALL = 8e6;
const SHORTEST = 120;
const LONGEST = 1500;
const REVIEWED = 4;
function detailsOf(report, columns, rows, texts) {
	const open = columns.flatMap(({ id }, index) => {
		const result = report.requirements.find((one) => one.id === id);
		return result === void 0 || result.state === "pass" || result.state === "skipped" ? [] : [{
			index,
			result
		}];
	});
	const room = Math.floor(ROOM_OF_ALL / Math.max(1, rows) / Math.max(1, open.length));
	return open.map(({ index, result }) => detailOf(result, index, {
		report,
		texts,
		room
	}));
}
function detailOf(result, index, { report, texts, room }) {
	const most = Math.min(LONGEST, Math.max(SHORTEST, room)) * (result.state === "review" ? REVIEWED : 1);
	const wrong = result.evidence.filter((one) => !one.ok || result.state === "review");
	const culprit = wrong.find((one) => one.place !== null)?.place ?? null;
	const detail = {
		requirement: index,
		reasonText: texts.add(result.reason, most)
	};
	const seen = seenIn(wrong, result.reason, most - result.reason.length);
	if (seen.length > 0) detail.seenText = seen.map((text) => texts.add(text, most));
	if (culprit !== null) detail.place = [texts.all[texts.add(culprit.file, 200)] ?? "", culprit.line];
	if (result.hint !== null && result.state !== "review") detail.hintText = texts.add(result.hint, 400);
	const cause = causeOf(result, report);
	if (cause !== null) detail.blockedByText = texts.add(cause, 200);
	return detail;
}
function seenIn(evidence, reason, room) {
	const pieces = [];
	let left = room;
	for (const one of evidence) {
		const exception = one.exception === null ? "" : ` ${one.exception}`;
		const text = one.summary === reason ? exception.trim() : `${one.summary}${exception}`;
		if (text === "" || pieces.includes(text)) continue;
		left -= Math.min(text.length, LONGEST);
		if (left < 0) break;
		pieces.push(text);
	}
	return pieces;
}
function causeOf({ state, blockedBy }, { requirements }) {
	if (state !== "blocked" || blockedBy === null) return null;
	return requirements.find(({ id }) => id === blockedBy)?.title ?? blockedBy;
}
// src/cohort/page/streaks.ts
function streakOf(requirement, history) {
	let streak = {
		runs: 0,
		since: ""
	};
	for (const { at, states } of history.toReversed()) {
		const state = states[requirement] ?? "skipped";
		if (state === "error") continue;
		if (!FAILING.has(state)) break;
		streak = {
			runs: streak.runs + 1,
			since: at
		};
	}
	return streak;
}
// src/cohort/page/row.ts
const DRAWN = 40;
function rowOf(row, learner, columns) {
	const { result, report } = row;
	const { texts } = columns;
	const reasons = [...result.trust.reasons];
	if (result.trust.level === "unverified" && reasons.length === 0) reasons.push("It is not known where it comes from.");
	if (report !== null && !fits(report, columns)) reasons.push("It was graded with another version of the exercise: only what both have is shown.");
	const page = { learner };
	if (result.why !== null || report === null) page.whyText = texts.add(result.why ?? "There is no result.", 600);
	if (reasons.length > 0) page.trustText = reasons.map((reason) => texts.add(reason));
	if (result.late) page.late = 1;
	if (result.commit !== null) page.commit = result.commit;
	if (result.at !== null) page.at = seconds(result.at);
	if (result.run !== null) page.run = result.run;
	if (result.pullRequest !== null) page.pullRequest = result.pullRequest;
	if (row.outdated.length > 0) page.outdated = row.outdated.map(({ requirement, by, at, state }) => ({
		requirement,
		byText: texts.add(by),
		at: seconds(at),
		state
	}));
	const runs = runsOf(row);
	if (report !== null) addReport(page, row, report, columns);
	const drawn = runs.map(({ at, earned, possible }) => [
		seconds(at),
		earned,
		possible
	]);
	if (drawn.length > 1) page.history = thinned(drawn);
	return page;
}
function addReport(page, row, report, columns) {
	const { requirements, texts, kinds } = columns;
	const own = new Map(report.requirements.map((one) => [one.id, one]));
	const counted = requirements.flatMap((column) => within(own.get(column.id), column) ?? []);
	page.states = requirements.map(({ id }) => letterOf(own.get(id))).join("");
	Object.assign(page, scoreOf(counted));
	const first = firstFix(report);
	if (first !== null) page.firstText = texts.add(first.title, 200);
	const problem = kindOfProblem(report);
	if (report.outcome !== "completed") page.outcome = report.outcome;
	if (report.problem !== null && problem !== null) page.problemText = texts.add(`${report.problem.stage}: ${report.problem.message}`, 600);
	const details = detailsOf(report, requirements, columns.rows, texts);
	for (const detail of details) {
		const column = requirements[detail.requirement];
		const result = column && own.get(column.id);
		const kind = result && kindOf(result, report);
		if (column && kind && (problem === null || result.state !== "error")) detail.kind = kinds.add(detail.requirement, column.id, kind);
	}
	if (problem !== null) page.problemKind = kinds.add(-1, "", problem);
	if (details.length > 0) page.details = details;
	const streaks = streaksOf(runsOf(row), requirements);
	if (streaks.length > 0) page.streaks = streaks;
	const decided = row.decisions.map(({ requirement, by, at, note }) => ({
		requirement: requirements.findIndex(({ id }) => id === requirement),
		byText: texts.add(by),
		at: seconds(at),
		noteText: texts.add(note, 1e3)
	}));
	if (decided.length > 0) page.decided = decided.filter(({ requirement }) => requirement >= 0);
}
function within(result, column) {
	if (result === void 0 || column.advice) return null;
	const possible = Math.min(result.points.possible, column.points);
	return {
		...result,
		advice: false,
		points: {
			possible,
			earned: Math.min(result.points.earned, possible)
		}
	};
}
function letterOf(result) {
	return result === void 0 ? "-" : LETTERS[result.state];
}
function fits(report, { shape, requirements }) {
	if (shapeOf(report) !== shape) return false;
	return report.requirements.every(({ state, points }, index) => state === "skipped" || points.possible === requirements[index]?.points);
}
function runsOf({ result, report, history }) {
	if (report === null) return history;
	const at = result.at ?? report.startedAt;
	const last = history.at(-1);
	const earlier = history.filter((one) => Date.parse(one.at) < Date.parse(at) && !(one === last && one.commit === result.commit));
	const states = Object.fromEntries(report.requirements.map(({ id, state }) => [id, state]));
	return [...earlier, {
		at,
		commit: result.commit,
		...report.score,
		states
	}];
}
function streaksOf(runs, requirements) {
	return requirements.flatMap(({ id, advice }, index) => {
		const { runs: count, since } = advice ? {
			runs: 0,
			since: ""
		} : streakOf(id, runs);
		return count === 0 ? [] : [[
			index,
			count,
			seconds(since)
		]];
	});
}
function thinned(points) {
	if (points.length <= DRAWN) return points;
	const step = (points.length - 1) / 39;
	return Array.from({ length: DRAWN }, (_, index) => points[Math.round(index * step)]);
}
const seconds = (iso) => Math.floor(Date.parse(iso) / 1e3);
// src/cohort/page/texts.ts
var Texts = class {
	all = [];
	#known = /* @__PURE__ */ new Map();
	add(text, max = 300) {
		const harmless = plain(text, { max });
		const known = this.#known.get(harmless);
		if (known !== void 0) return known;
		const index = this.all.push(harmless) - 1;
		this.#known.set(harmless, index);
		return index;
	}
};
// src/cohort/page/build-data.ts
async function buildPageData(read, options = {}) {
	const { cohort } = read;
	const known = exercisesIn(cohort);
	const texts = new Texts();
	const learners = cohort.learners.filter(({ id }) => options.learner === void 0 || id === options.learner);
	const place = new Map(learners.map(({ id }, index) => [id, index]));
	const columns = await columnsOf(read, known, texts, learners.length);
	const rows = new Map(known.map(({ id }) => [id, []]));
	for await (const row of read.rows()) {
		const learner = place.get(row.learner.id);
		const shared = columns.get(row.result.exercise);
		if (learner === void 0 || shared === void 0) continue;
		const page = rowOf(row, learner, shared);
		const sameAs = row.result.trust.sameAs.flatMap((id) => place.get(id) ?? []);
		if (sameAs.length > 0) page.sameAs = sameAs;
		const report = await options.whole?.(row) ?? null;
		if (report !== null) page.report = report;
		rows.get(row.result.exercise)?.push(page);
	}
	const missing = missingRows(learners, texts);
	const exercises = known.map(({ id, title }) => {
		const { requirements = [], kinds } = columns.get(id) ?? {};
		return withoutLoneKinds({
			id,
			title: plain(title),
			requirements: requirements.map((one) => ({
				...one,
				title: plain(one.title, { max: 200 })
			})),
			kinds: kinds?.all ?? [],
			rows: [...rows.get(id) ?? [], ...missing].toSorted((a, b) => a.learner - b.learner)
		});
	});
	const alone = options.learner !== void 0;
	return {
		version: 1,
		mode: alone ? "learner" : "cohort",
		title: plain(cohort.title),
		madeAt: (options.now ?? /* @__PURE__ */ new Date()).toISOString(),
		collectedAt: cohort.collectedAt,
		deadline: cohort.deadline,
		problems: alone ? [] : read.problems.map((problem) => plain(problem)),
		texts: texts.all,
		learners: learners.map(learnerOf),
		exercises,
		decisions: alone ? [] : read.decisions
	};
}
const ENOUGH = 100;
function exercisesIn({ exercises, learners }) {
	const listed = new Set(exercises.map(({ id }) => id));
	const others = new Set(learners.flatMap(({ results }) => results.map(({ exercise }) => exercise)));
	return [...exercises, ...[...others].filter((id) => !listed.has(id)).map((id) => ({
		id,
		title: id,
		specDigest: ""
	}))];
}
async function columnsOf(read, exercises, texts, rows) {
	const votes = new Map(exercises.map((one) => [one.id, new RequirementVotes(one)]));
	for await (const { result, report } of read.rows()) {
		if (report) votes.get(result.exercise)?.add(report);
		if ([...votes.values()].every((vote) => vote.expected >= ENOUGH)) break;
	}
	return new Map([...votes].map(([id, vote]) => [id, {
		...vote.winner(),
		rows,
		kinds: new Kinds(),
		texts
	}]));
}
function missingRows(learners, texts) {
	return learners.flatMap(({ results }, learner) => results.length > 0 ? [] : [{
		learner,
		whyText: texts.add("Nothing was handed in.")
	}]);
}
function learnerOf({ id, name, group, repository }) {
	return {
		id,
		name: plain(name, { max: 120 }) || id,
		group: group === null ? null : plain(group, { max: 120 }) || null,
		repository
	};
}
function withoutLoneKinds(exercise) {
	const counts = /* @__PURE__ */ new Map();
	const count = (kind) => kind !== void 0 && counts.set(kind, (counts.get(kind) ?? 0) + 1);
	for (const { details = [], problemKind } of exercise.rows) {
		count(problemKind);
		for (const { kind } of details) count(kind);
	}
	const kept = exercise.kinds.flatMap((_, index) => (counts.get(index) ?? 0) > 1 ? [index] : []);
	const renumbered = new Map(kept.map((old, index) => [old, index]));
	for (const row of exercise.rows) {
		renumber(row, "problemKind", renumbered);
		for (const detail of row.details ?? []) renumber(detail, "kind", renumbered);
	}
	return {
		...exercise,
		kinds: kept.map((index) => exercise.kinds[index])
	};
}
function renumber(holder, key, numbers) {
	const number = holder[key] === void 0 ? void 0 : numbers.get(holder[key]);
	if (number === void 0) delete holder[key];
	else holder[key] = number;
}
// src/cohort/page/render.ts
function renderPage(data, { script, style }) {
	if (/<\/script|<!--/i.test(script) || /<\/style/i.test(style)) throw new Error("the bundle cannot be inlined");
	const policy = [
		"default-src 'none'",
		`script-src ${hash(script)}`,
		`style-src ${hash(style)}`,
		"base-uri 'none'",
		"form-action 'none'"
	].join("; ");
	const title = data.mode === "learner" ? data.learners[0]?.name ?? data.title : data.title;
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<div id="page"><noscript>This page needs JavaScript. It sends nothing anywhere.</noscript></div>
<script type="application/json" id="data">${embedded(data)}<\/script>
<script>${script}<\/script>
</body>
</html>
`;
}
function embedded(value) {
	return JSON.stringify(value).replace(/[<\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
const escaped = (text) => text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
// src/cohort/page/whole-reports.ts
function wholeReports(out) {
	return async ({ learner, result, report }) => {
		if (report === null) return null;
		const { renderHtml } = await import("./render.js");
		const address = `reports/${learner.id}/${result.exercise}.html`;
		const links = learner.repository === null ? {} : { repositoryUrl: learner.repository };
		await writeWhole(join(out, address), renderHtml(report, links));
		return address;
	};
}
// src/cohort/page/command.ts
async function cohortReportCommand(dir, options = {}) {
	const out = options.out ?? dir;
	if (options.pseudonyms === void 0) return await writePage(await readCohort(dir), out, options);
	if (options.out === void 0) throw new UsageProblem(["The page without names needs a folder of its own: name it with --out."]);
	const copy = await mkdtemp(join(tmpdir(), "cohort-"));
	try {
		await writePseudonymous(dir, copy, options.pseudonyms);
		return await writePage(await readCohort(copy), out, options);
	} finally {
		await rm(copy, {
			recursive: true,
			force: true
		});
	}
}
const ORDINARY = 500;
async function writePage(read, out, { learner, reports, ...options }) {
	const { learners } = read.cohort;
	if (learner !== void 0 && !learners.some(({ id }) => id === learner)) throw new UsageProblem([`There is no learner "${learner}" in this cohort.`]);
	const many = learner === void 0 && learners.length > ORDINARY;
	const data = await buildPageData(read, {
		learner,
		whole: reports ?? !many ? wholeReports(out) : void 0
	});
	const file = join(out, learner === void 0 ? "cohort.html" : `learner-${learner}.html`);
	await writeWhole(file, renderPage(data, options.assets ?? await pageAssets()));
	process.stdout.write(`Wrote ${file}\n`);
	return 0;
}
export { cohortReportCommand };
