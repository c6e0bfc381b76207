import { E as string, O as tuple, T as strictObject, _ as boolean, b as literal, c as plain, f as ZodISODateTime, g as array, i as inlineCodeCell, j as _isoDateTime, n as html, o as markdown, p as _enum, r as inlineCode, s as markdownCell, t as codeBlock, w as record, x as number } from "./boundary.js";
import { a as points, c as stateWords, i as number$1, n as count, o as seconds, r as list, s as sourceWords, t as adviceWords } from "./words.js";
import { STATUS_CODES } from "node:http";
// node_modules/zod/v4/classic/iso.js
function datetime(params) {
	return _isoDateTime(ZodISODateTime, params);
}
// src/report/schema.ts
const STATES = [
	"pass",
	"fail",
	"blocked",
	"inconclusive",
	"error",
	"skipped",
	"review"
];
const stateSchema = _enum(STATES).meta({ id: "State" });
const sourceSchema = _enum([
	"observed",
	"parsed",
	"reported"
]);
const headersSchema = record(string(), string());
const exchangeSchema = strictObject({
	as: string().describe("actor that sent the request, e.g. \"alice\" or \"anonymous\""),
	method: string(),
	url: string().describe("path and query, without a host"),
	requestHeaders: headersSchema,
	requestBody: string().nullable(),
	status: number().int().nullable().describe("null: no answer"),
	responseHeaders: headersSchema,
	responseBody: string().nullable(),
	failure: string().nullable().describe("why there was no answer, e.g. \"no answer within 10 s\""),
	milliseconds: number()
}).meta({ id: "Exchange" });
const placeSchema = strictObject({
	file: string().describe("path from the repository root, with forward slashes"),
	line: number().int().min(1),
	code: string().nullable().describe("the text of that line")
}).meta({ id: "Place" });
const tableSchema = strictObject({
	title: string(),
	columns: array(string()),
	rows: array(array(string()))
}).meta({ id: "Table" });
const evidenceSchema = strictObject({
	summary: string().describe("one sentence: what was seen"),
	ok: boolean().describe("true: as expected; false: this is why the requirement is not passed"),
	source: sourceSchema,
	expected: string().nullable(),
	actual: string().nullable(),
	exchange: exchangeSchema.nullable(),
	place: placeSchema.nullable().describe("the learner's line that is responsible, where one is known"),
	exception: string().nullable().describe("the exception that the learner's code raised, e.g. \"KeyError: 'title'\""),
	table: tableSchema.nullable(),
	reproduce: string().nullable().describe("a shell command that shows the same")
}).meta({ id: "Evidence" });
const requirementResultSchema = strictObject({
	id: string(),
	title: string(),
	state: stateSchema,
	advice: boolean().describe("true: reported, never counted"),
	points: strictObject({
		earned: number(),
		possible: number()
	}),
	reason: string().describe("one sentence: why this state"),
	blockedBy: string().nullable().describe("the requirement or stage that is the root cause of `blocked`"),
	evidence: array(evidenceSchema),
	hint: string().nullable().describe("what to do next"),
	fragment: string().nullable().describe("lines to paste into .milepost.yml, for `inconclusive`"),
	milliseconds: number()
}).meta({ id: "Requirement" });
const bindingSchema = strictObject({
	role: string().describe("e.g. \"register\", \"item.create\", \"item.title\""),
	target: string().nullable().describe("e.g. \"POST /api/items/\", \"Item.titulo\"; null: not found"),
	confirmed: boolean().describe("true: seen working from outside"),
	reasons: array(string()),
	place: placeSchema.nullable()
}).meta({ id: "Binding" });
const remedySchema = strictObject({
	what: string().describe("e.g. \"installed djoser\""),
	why: string().describe("e.g. \"settings.py imports it, requirements.txt does not list it\"")
}).meta({ id: "Remedy" });
const reportSchema = strictObject({
	schemaVersion: literal(1),
	milepost: strictObject({ version: string() }),
	exercise: strictObject({
		id: string(),
		title: string(),
		specDigest: string().describe("sha256 of the spec file"),
		chosen: string().describe("why this exercise: asked for, .milepost.yml, or what the repository shows")
	}),
	repository: strictObject({
		project: string().describe("folder of manage.py from the repository root"),
		commit: string().nullable()
	}),
	engine: _enum(["docker", "process"]),
	notIsolated: array(string()).describe("what this engine could not isolate, as sentences"),
	seed: number().int(),
	startedAt: datetime(),
	outcome: _enum([
		"completed",
		"no-app",
		"failed"
	]),
	problem: strictObject({
		stage: string(),
		message: string(),
		place: placeSchema.nullable(),
		log: string().nullable()
	}).nullable().describe("what stopped the run, when something did"),
	score: strictObject({
		earned: number(),
		judged: number(),
		possible: number()
	}),
	timings: record(string(), number()).describe("milliseconds per stage"),
	remedies: array(remedySchema),
	notes: array(string()).describe("what a reader should know, e.g. a spec in the repository that was ignored"),
	binding: array(bindingSchema),
	requirements: array(requirementResultSchema)
});
// src/report/changes.ts
function marker(exerciseId) {
	return `<!-- milepost:${exerciseId.replace(/[^\w.-]/g, "").replace(/--+/g, "-").slice(0, 100)} -->`;
}
function digest(report) {
	const states = report.requirements.slice(0, MOST).map((r) => [
		r.id.slice(0, 100),
		r.state,
		r.points.earned
	]);
	while (JSON.stringify(states).length > LARGEST) states.pop();
	return `<!-- milepost-states:${Buffer.from(JSON.stringify(states)).toString("base64")} -->`;
}
function readDigest(comment, exerciseId) {
	const [first, second] = comment.slice(0, LONGEST).split(/\r?\n/, 2);
	if (first !== marker(exerciseId)) return null;
	const encoded = /^<!-- milepost-states:([A-Za-z0-9+/]+={0,2}) -->$/.exec(second ?? "")?.[1];
	if (encoded === void 0) return null;
	const parsed = digestSchema.safeParse(parseJson(Buffer.from(encoded, "base64").toString("utf8")));
	if (!parsed.success) return null;
	return { requirements: new Map(parsed.data.map(([id, state, earned]) => [id, {
		state,
		earned
	}])) };
}
function change(requirement, previous) {
	const before = previous.requirements.get(requirement.id);
	if (before === void 0) return "new";
	if (before.state !== requirement.state) return `was: ${stateWords[before.state].word}`;
	if (before.earned === requirement.points.earned) return null;
	return `was: ${number$1(before.earned)} of ${number$1(requirement.points.possible)}`;
}
function changeSummary(report, previous) {
	const known = report.requirements.filter((r) => previous.requirements.has(r.id));
	const was = (r) => previous.requirements.get(r.id)?.state;
	const fixed = known.filter((r) => r.state === "pass" && was(r) !== "pass").length;
	const broken = known.filter((r) => r.state !== "pass" && was(r) === "pass").length;
	const other = known.filter((r) => change(r, previous) !== null).length - fixed - broken;
	const parts = [
		fixed > 0 ? `${fixed} newly passed` : null,
		broken > 0 ? `${broken} no longer passed` : null,
		other > 0 ? `${other} changed otherwise` : null
	].filter((part) => part !== null);
	return parts.length === 0 ? "Nothing changed since the last push." : `Since the last push: ${parts.join(", ")}.`;
}
const MOST = 200;
const LARGEST = 6e3;
const LONGEST = 1e4;
const digestSchema = array(tuple([
	string().max(100),
	stateSchema,
	number().min(0).max(1e6)
])).max(MOST);
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
// src/report/detail.ts
const cuts = [
	{
		leaveOut: { passedEvidence: false },
		said: "the evidence of what passed"
	},
	{
		leaveOut: { bindingReasons: false },
		said: "why each route and field was chosen"
	},
	{
		leaveOut: {
			body: 300,
			log: 15,
			sentence: 300
		},
		said: "long bodies and output"
	},
	{
		leaveOut: {
			headers: false,
			tableRows: 20,
			evidence: 4
		},
		said: "headers and further evidence"
	},
	{
		leaveOut: {
			body: 0,
			log: 5,
			evidence: 1,
			tableRows: 10
		},
		said: "bodies"
	},
	{
		leaveOut: { binding: false },
		said: "what was found in your app"
	},
	{
		leaveOut: {
			evidence: 0,
			log: 0,
			remedies: false
		},
		said: "all evidence"
	},
	{
		leaveOut: {
			sentence: 120,
			requirements: 100
		},
		said: "the rest of long sentences"
	},
	{
		leaveOut: {
			sentence: 60,
			requirements: 30
		},
		said: "some requirements"
	}
];
function drawWithin(full, maxBytes, draw) {
	let detail = full;
	const leftOut = [];
	let drawn = draw(detail, leftOut);
	for (const { leaveOut, said } of cuts) {
		if (Buffer.byteLength(drawn) <= maxBytes) return drawn;
		detail = {
			...detail,
			...smaller(detail, leaveOut)
		};
		leftOut.push(said);
		drawn = draw(detail, leftOut);
	}
	return drawn;
}
function smaller(detail, leaveOut) {
	const entries = Object.entries(leaveOut).map(([key, value]) => {
		const now = detail[key];
		return [key, typeof now === "number" && typeof value === "number" ? Math.min(now, value) : value];
	});
	return Object.fromEntries(entries);
}
// src/report/markdown-details.ts
function details(summaryHtml, inside, open = false) {
	return `<details${open ? " open" : ""}>\n<summary>${summaryHtml}</summary>\n\n${inside}\n\n</details>`;
}
// src/report/markdown-place.ts
function placeLinks(repositoryUrl, commit) {
	return { files: repositoryUrl !== void 0 && /^https?:\/\/[\w.:-]+\/[\w.-]+\/[\w.-]+$/.test(repositoryUrl) && commit !== null && /^[0-9a-f]{40}$/.test(commit) ? `${repositoryUrl}/blob/${commit}` : null };
}
function placeText(place, links) {
	const code = place.code === null || place.code.trim() === "" ? "" : ` ${inlineCode(place.code, { max: 160 })}`;
	return `${linked(place, inlineCode(at(place), { max: 300 }), links)}${code}`;
}
function placeCell(place, links) {
	return linked(place, inlineCodeCell(at(place), { max: 200 }), links);
}
function placeBlock(place, links) {
	const name = `Your line, ${linked(place, inlineCode(at(place), { max: 300 }), links)}:`;
	if (place.code === null || place.code.trim() === "") return name.replace(/:$/, ".");
	return `${name}\n\n${codeBlock(place.code.trim(), "python", { max: 400 })}`;
}
function at({ file, line }) {
	return `${file}:${line}`;
}
function linked(place, text, { files }) {
	const odd = plain(place.file, { max: 300 }) !== place.file || place.file.split("/").includes("..");
	if (files === null || odd) return text;
	return `[${text}](${files}/${place.file.split("/").map(encodePart).join("/")}#L${place.line})`;
}
function encodePart(part) {
	return encodeURIComponent(part).replace(/[!'()*~]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
}
// src/report/markdown-app.ts
function problemBlock({ problem, outcome }, detail, links) {
	if (problem === null) return "";
	const log = problem.log === null ? "" : problem.log.trimEnd().split("\n").slice(-detail.log).join("\n");
	const said = outcome === "no-app";
	return [
		said ? "" : `**What stopped it (${markdown(problem.stage, { max: 60 })}):** ${markdown(problem.message, { max: detail.sentence })}`,
		said || problem.place === null ? "" : placeBlock(problem.place, links),
		detail.log === 0 || log === "" ? "" : details("The last lines that were printed", codeBlock(log, "text", {
			max: detail.log * 120,
			keep: "end"
		}), true)
	].filter((part) => part !== "").join("\n\n");
}
function remedyList({ remedies }, detail) {
	if (remedies.length === 0 || !detail.remedies) return "";
	const shown = remedies.slice(0, 30).map(({ what, why }) => `- ${markdown(what, { max: 200 })}: ${markdown(why, { max: 300 })}`);
	const more = remedies.length - shown.length;
	return details(`🔧 What the grader had to supply (${remedies.length}); no points are lost for it`, [...shown, ...more > 0 ? [`- ${more} more in report.json`] : []].join("\n"));
}
function bindingTable({ binding }, detail, links) {
	if (binding.length === 0 || !detail.binding) return "";
	const columns = [
		"Looked for",
		"Found in your app",
		"Seen working",
		...detail.bindingReasons ? ["Why this one"] : []
	];
	const rows = binding.slice(0, 150).map(({ role, target, confirmed, reasons, place }) => {
		return `| ${[
			inlineCodeCell(role, { max: 100 }),
			`${target === null ? "not found" : inlineCodeCell(target, { max: 200 })}${place === null ? "" : ` in ${placeCell(place, links)}`}`,
			confirmed ? "yes" : "no",
			...detail.bindingReasons ? [markdownCell(reasons.slice(0, 5).join("; "), { max: 300 })] : []
		].join(" | ")} |`;
	});
	const missing = binding.filter(({ target }) => target === null).length;
	return details(`🔎 What was found in your app${missing > 0 ? ` (${count(missing, "thing")} not found)` : ""}`, [
		"Is one of these wrong? Name the right one in `.milepost.yml` and push again.",
		"",
		`| ${columns.join(" | ")} |`,
		`|${columns.map(() => "---").join("|")}|`,
		...rows
	].join("\n"));
}
// src/report/exchange.ts
function requestLines(exchange, detail) {
	return [
		`${exchange.method} ${exchange.url}`,
		...detail.headers ? headerLines(exchange.requestHeaders, REQUEST_HEADERS) : [],
		...bodyLines(exchange.requestBody, detail.body)
	].join("\n");
}
function responseLines(exchange, detail) {
	if (exchange.status === null) return exchange.failure ?? "no answer";
	return [
		`HTTP ${exchange.status} ${STATUS_CODES[exchange.status] ?? ""}`.trimEnd(),
		...detail.headers ? headerLines(exchange.responseHeaders, RESPONSE_HEADERS) : [],
		...bodyLines(exchange.responseBody, detail.body)
	].join("\n");
}
function senderTitle(exchange) {
	return exchange.as === "anonymous" ? "Somebody who is not signed in sent" : `${exchange.as} sent`;
}
function answerTitle(exchange) {
	return `${exchange.status === null ? "No answer" : "The answer"}, after ${seconds(exchange.milliseconds)}`;
}
const REQUEST_HEADERS = /^(authorization|content-type|cookie|host|origin|referer|x-csrftoken|accept)$/i;
const RESPONSE_HEADERS = /^(content-type|location|retry-after|www-authenticate|set-cookie|allow|x-ratelimit-.*)$/i;
const LONGEST_HEADER = 120;
function headerLines(headers, which) {
	return Object.entries(headers).filter(([name]) => which.test(name)).slice(0, 20).map(([name, value]) => oneLine(`${name}: ${value.length > LONGEST_HEADER ? `${value.slice(0, LONGEST_HEADER)}…` : value}`));
}
function bodyLines(body, max) {
	if (body === null || body === "" || max === 0) return [];
	const left = body.length - max;
	return ["", left > 0 ? `${body.slice(0, max)}… (${left} more characters)` : body];
}
function oneLine(text) {
	return text.replace(/[\r\n]+/g, " ");
}
// src/report/markdown-evidence.ts
function requirementEvidence(requirement, meaning, detail, links) {
	const max = detail.sentence;
	const shown = [...requirement.evidence.filter((e) => !e.ok), ...requirement.evidence.filter((e) => e.ok)].slice(0, detail.evidence);
	const more = requirement.evidence.length - shown.length;
	return [
		`${markdown(requirement.reason, { max })}${requirement.state === "fail" ? "" : ` *${meaning}*`}`,
		requirement.hint === null ? "" : `**What to do:** ${markdown(requirement.hint, { max })}`,
		requirement.fragment === null ? "" : `Paste this into \`.milepost.yml\`:\n\n${codeBlock(requirement.fragment, "yaml", { max: 3e3 })}`,
		...shown.map((evidence) => evidenceBlock(evidence, requirement, detail, links)),
		more > 0 && shown.length > 0 ? `*${count(more, "more observation")} in report.json.*` : ""
	].filter((part) => part !== "").join("\n\n");
}
function evidenceBlock(evidence, requirement, detail, links) {
	return [
		evidence.summary === requirement.reason ? "" : summaryLine(evidence, detail),
		comparison(evidence, detail),
		evidence.exception === null ? "" : `Your code raised ${inlineCode(evidence.exception, { max: 300 })}.`,
		evidence.place === null ? "" : placeBlock(evidence.place, links),
		evidence.table === null ? "" : table(evidence.table, detail),
		evidence.exchange === null ? "" : exchangeBlock(evidence.exchange, detail),
		evidence.reproduce === null ? "" : `Try it yourself:\n\n${codeBlock(evidence.reproduce, "sh", { max: 1500 })}`
	].filter((part) => part !== "").join("\n\n");
}
function summaryLine({ ok, summary, source }, { sentence }) {
	const where = sourceWords[source] === null ? "" : ` *(${sourceWords[source]})*`;
	return `${ok ? "✅" : "👉"} **${markdown(summary, { max: sentence })}**${where}`;
}
function comparison({ expected, actual }, { sentence }) {
	return [expected === null ? "" : `- Expected: ${markdown(expected, { max: sentence })}`, actual === null ? "" : `- Got: ${markdown(actual, { max: sentence })}`].filter((line) => line !== "").join("\n");
}
function table({ title, columns, rows }, { tableRows }) {
	const width = columns.slice(0, MOST_COLUMNS);
	const shown = rows.slice(0, tableRows);
	const line = (cells) => `| ${width.map((_, i) => markdownCell(cells[i] ?? "", { max: 160 })).join(" | ")} |`;
	return [
		`*${markdown(title, { max: 200 })}*`,
		"",
		line(columns),
		`|${width.map(() => "---").join("|")}|`,
		...shown.map(line),
		...rows.length > shown.length ? ["", `*${count(rows.length - shown.length, "more row")} in report.json.*`] : []
	].join("\n");
}
function exchangeBlock(exchange, detail) {
	const max = detail.body + 4e3;
	return [
		`${markdown(senderTitle(exchange), { max: 80 })}:`,
		codeBlock(requestLines(exchange, detail), "http", { max }),
		`${markdown(answerTitle(exchange))}:`,
		codeBlock(responseLines(exchange, detail), "http", { max })
	].join("\n\n");
}
const MOST_COLUMNS = 12;
// src/report/markdown.ts
function renderMarkdown(view, detail, leftOut, links) {
	return `${[
		`## ${view.words.symbol} ${markdown(view.headline)}`,
		view.standing.map((sentence) => markdown(sentence)).join(" "),
		firstFixSection(view, detail, links),
		problemBlock(view.report, detail, links),
		requirementTable(view, detail),
		...view.open.filter(hasMore).slice(0, detail.requirements).map((row) => openRow(row, view, detail, links)),
		waitingRows(view),
		passedRows(view, detail, links),
		remedyList(view.report, detail),
		bindingTable(view.report, detail, links),
		notes(view, detail),
		leftOut.length === 0 ? "" : `*To fit into GitHub's limit, this leaves out ${list(leftOut)}. The file report.json has everything.*`,
		footer(view)
	].filter((section) => section !== "").join("\n\n")}\n`;
}
function firstFixSection({ first, nothingToFix }, detail, links) {
	if (first === null) return `**${markdown(nothingToFix)}**`;
	const max = Math.min(detail.sentence, 500);
	return [
		`### Fix this first: ${markdown(first.title, { max: 100 })}`,
		markdown(first.reason, { max }),
		first.place === null ? "" : `Your line: ${placeText(first.place, links)}`,
		first.hint === null ? "" : `**What to do:** ${markdown(first.hint, { max })}`,
		first.unlocks.length === 0 ? "" : `It holds up ${titles(first.unlocks, 8)}.`
	].filter((line) => line !== "").join("\n\n");
}
function requirementTable({ rows, hasChanges }, detail) {
	if (rows.length === 0) return "";
	const columns = [
		"Result",
		"Requirement",
		"Points",
		"What was seen",
		...hasChanges ? ["Since the last push"] : []
	];
	const shown = rows.slice(0, detail.requirements);
	const lines = shown.map((row) => {
		return `| ${[
			`${row.words.symbol} ${row.words.word}`.replaceAll(" ", "&nbsp;"),
			markdownCell(row.requirement.title, { max: 100 }),
			row.points.replaceAll(" ", "&nbsp;"),
			markdownCell(row.reason, { max: Math.min(detail.sentence, 240) }),
			...hasChanges ? [row.change ?? ""] : []
		].join(" | ")} |`;
	});
	const missing = rows.length - shown.length;
	return [
		`| ${columns.join(" | ")} |`,
		`|${columns.map((name) => name === "Points" ? "---:" : "---").join("|")}|`,
		...lines,
		...missing > 0 ? ["", `*${count(missing, "more requirement")} did not fit here.*`] : []
	].join("\n");
}
function hasMore({ requirement }) {
	return requirement.evidence.length > 0 || requirement.hint !== null || requirement.fragment !== null;
}
function openRow(row, view, detail, links) {
	const { requirement, words } = row;
	const isFirst = requirement === view.first?.requirement;
	return details(`${words.symbol} <b>${html(requirement.title, { max: 100 })}</b>: ${words.word}${requirement.advice ? "" : ` (${row.points})`}`, requirementEvidence(requirement, words.meaning, detail, links), isFirst);
}
function waitingRows({ waiting }) {
	const groups = waiting.slice(0, 20).map(({ on, rows }) => `- **${markdown(on, { max: 100 })}** holds up ${titles(rows.map((row) => row.requirement.title), 20)}.`);
	return groups.length === 0 ? "" : `${stateWords.blocked.symbol} Could not be tried yet:\n\n${groups.join("\n")}`;
}
function titles(all, most) {
	const shown = all.slice(0, most).map((title) => markdown(title, { max: 60 }));
	const more = all.length - shown.length;
	return list(more > 0 ? [...shown, `${more} more`] : shown);
}
function passedRows({ passed }, detail, links) {
	if (!detail.passedEvidence || passed.length === 0) return "";
	const short = {
		...detail,
		evidence: Math.min(detail.evidence, 3),
		body: 0,
		headers: false
	};
	const parts = passed.slice(0, detail.requirements).map(({ requirement }) => {
		const seen = requirement.evidence.slice(0, short.evidence).map((e) => `- ${markdown(e.summary, { max: short.sentence })}${sourceWords[e.source] === null ? "" : ` *(${sourceWords[e.source]})*`}`);
		const where = requirement.evidence.find((e) => e.place !== null)?.place ?? null;
		return [`**${markdown(requirement.title, { max: 100 })}**${where === null ? "" : ` · ${placeText({
			...where,
			code: null
		}, links)}`}`, seen.length === 0 ? `- ${markdown(requirement.reason, { max: short.sentence })}` : seen.join("\n")].join("\n");
	});
	return details(`${stateWords.pass.symbol} What passed, and how it was seen`, parts.join("\n\n"));
}
function notes({ report }, detail) {
	const sentences = [...report.notes, ...report.notIsolated].slice(0, 20);
	if (sentences.length === 0) return "";
	return `**Good to know**

${sentences.map((sentence) => `- ${markdown(sentence, { max: detail.sentence })}`).join("\n")}`;
}
function footer(view) {
	return [`<sub>${markdown(view.origin)} · ${markdown(view.timings)} ${markdown(view.report.exercise.chosen, { max: 200 })}</sub>`, `<sub>The same run again on your machine: ${inlineCode(view.again)}</sub>`].join("<br>\n");
}
// src/report/first-fix.ts
function firstFix(report) {
	if (report.outcome === "no-app") return startTheApp(report);
	if (report.outcome === "failed") return null;
	return [...stages(report), ...report.requirements.filter(isFixable).map((r) => ofRequirement(report, r))].toSorted((a, b) => rank(b) - rank(a))[0] ?? null;
}
function isFixable(requirement) {
	return !requirement.advice && (requirement.state === "fail" || requirement.state === "inconclusive");
}
function rank({ unlocks, requirement }) {
	const lost = requirement === null ? 0 : requirement.points.possible - requirement.points.earned;
	return unlocks.length * 1e6 + (requirement?.state === "inconclusive" ? 0 : 1e5) + Math.min(lost, 1e4);
}
function ofRequirement(report, requirement) {
	const culprit = requirement.evidence.find((e) => !e.ok && e.place !== null);
	return {
		requirement,
		title: requirement.title,
		reason: requirement.reason,
		hint: requirement.hint,
		place: culprit?.place ?? null,
		unlocks: report.requirements.filter((r) => r.state === "blocked" && r.blockedBy === requirement.id).map((r) => r.title)
	};
}
function stages(report) {
	const ids = new Set(report.requirements.map((r) => r.id));
	const blocked = report.requirements.filter((r) => r.state === "blocked" && r.blockedBy !== null && !ids.has(r.blockedBy));
	return [...new Set(blocked.map((r) => r.blockedBy))].map((stage) => {
		const waiting = blocked.filter((r) => r.blockedBy === stage);
		const withHint = waiting.find((r) => r.hint !== null);
		return {
			requirement: null,
			title: stage ?? "",
			reason: waiting[0]?.reason ?? "",
			hint: withHint?.hint ?? null,
			place: waiting.flatMap((r) => r.evidence).find((e) => !e.ok && e.place !== null)?.place ?? null,
			unlocks: waiting.map((r) => r.title)
		};
	});
}
function startTheApp(report) {
	return {
		requirement: null,
		title: "Make the app start",
		reason: report.problem?.message ?? "The app could not be started.",
		hint: report.requirements.find((r) => r.state === "blocked" && r.hint !== null)?.hint ?? null,
		place: report.problem?.place ?? null,
		unlocks: report.requirements.filter((r) => r.state === "blocked").map((r) => r.title)
	};
}
// src/report/standing.ts
function standing(report) {
	return [
		...stopped(report),
		counts(report),
		...unjudged(report)
	];
}
function stopped(report) {
	if (report.outcome === "no-app") return ["Your app could not be started, so what it does could not be tried."];
	if (report.outcome === "failed") return [`The grading itself broke${report.problem === null ? "" : ` while it was busy with: ${report.problem.stage}`}. This does not count against you.`];
	return [];
}
function counts({ requirements }) {
	const counted = requirements.filter((r) => !r.advice);
	const parts = Object.keys(stateWords).map((state) => ({
		state,
		n: counted.filter((r) => r.state === state).length
	})).filter(({ n }) => n > 0).map(({ state, n }) => `${n} ${phrases[state](n)}`);
	return parts.length === 0 ? "Nothing was judged." : `Of ${count(counted.length, "requirement")}: ${list(parts)}.`;
}
const phrases = {
	pass: () => "passed",
	fail: () => "failed",
	blocked: () => "blocked",
	inconclusive: () => "that the grader could not tell",
	error: (n) => n === 1 ? "grader error" : "grader errors",
	skipped: () => "not applicable",
	review: (n) => n === 1 ? "that needs a mentor" : "that need a mentor"
};
function unjudged({ score }) {
	const missing = score.possible - score.judged;
	if (missing <= 0) return [];
	return [`${points(missing)} of ${number$1(score.possible)} could not be judged yet, so the score can still rise.`];
}
// src/report/model.ts
function viewOf(report, previous = null) {
	const first = firstFix(report);
	const rows = report.requirements.map((requirement) => ({
		requirement,
		words: wordsOf(requirement),
		points: pointsOf(requirement),
		reason: reasonOf(requirement, report),
		change: previous === null ? null : change(requirement, previous)
	}));
	return {
		report,
		words: overall(report),
		headline: `${report.exercise.title}: ${number$1(report.score.earned)} of ${points(report.score.possible)}`,
		standing: [...standing(report), ...previous === null ? [] : [changeSummary(report, previous)]],
		first,
		nothingToFix: nothingToFix(report),
		rows,
		open: rows.filter(isOpen).toSorted((a, b) => urgency(a, first) - urgency(b, first)),
		waiting: waiting(rows, report, first),
		passed: rows.filter((row) => row.requirement.state === "pass"),
		hasChanges: rows.some((row) => row.change !== null),
		timings: timings(report),
		again: `milepost grade --exercise ${report.exercise.id} --seed ${report.seed}`,
		origin: origin(report)
	};
}
function pointsOf({ advice, state, points: { earned, possible } }) {
	if (advice) return "advice";
	return state === "skipped" && possible === 0 ? "–" : `${number$1(earned)} / ${number$1(possible)}`;
}
function wordsOf(requirement) {
	return requirement.advice && requirement.state === "fail" ? adviceWords : stateWords[requirement.state];
}
function isOpen(row) {
	return row.requirement.state !== "pass" && row.requirement.state !== "skipped" && !onlyWaits(row);
}
function onlyWaits({ requirement }) {
	return requirement.state === "blocked" && requirement.evidence.length === 0;
}
function waiting(rows, report, first) {
	const causeOf = (row) => rootCause(row.requirement, report) ?? "something else";
	const blocked = rows.filter((row) => onlyWaits(row) && first?.unlocks.includes(row.requirement.title) !== true);
	return [...new Set(blocked.map(causeOf))].map((on) => ({
		on,
		rows: blocked.filter((row) => causeOf(row) === on)
	}));
}
function rootCause({ blockedBy }, { requirements }) {
	return requirements.find((r) => r.id === blockedBy)?.title ?? blockedBy;
}
function reasonOf(requirement, report) {
	const cause = requirement.state === "blocked" ? rootCause(requirement, report) : null;
	return cause === null || requirement.reason.includes(cause) ? requirement.reason : `${requirement.reason} It waits for: ${cause}.`;
}
const URGENCY = {
	fail: 1,
	inconclusive: 2,
	blocked: 3,
	review: 4,
	error: 5,
	skipped: 6,
	pass: 7
};
function urgency(row, first) {
	if (first !== null && row.requirement === first.requirement) return 0;
	return URGENCY[row.requirement.state] + (row.requirement.advice ? 10 : 0);
}
function overall(report) {
	const states = new Set(report.requirements.filter((r) => !r.advice).map((r) => r.state));
	if (report.outcome === "failed") return stateWords.error;
	if (report.outcome === "no-app") return stateWords.fail;
	const worst = [
		"fail",
		"blocked",
		"error",
		"inconclusive",
		"review",
		"pass"
	].find((state) => states.has(state));
	return stateWords[worst ?? "error"];
}
function nothingToFix(report) {
	const states = new Set(report.requirements.filter((r) => !r.advice).map((r) => r.state));
	if (report.outcome === "failed" || states.has("error")) return "Run the grading again. If it breaks again, show this report to your mentor: it is not your fault.";
	if (states.has("review")) return "Ask your mentor to look at the requirements marked \"Needs a mentor\".";
	if (!states.has("pass")) return "Nothing could be judged. Show this report to your mentor.";
	return report.requirements.some((r) => r.advice && r.state === "fail") ? "Everything that counts passes. What is left is advice." : "Everything passes. There is nothing to fix.";
}
function timings({ timings: stages }) {
	const total = stages.total ?? Object.values(stages).reduce((sum, ms) => sum + ms, 0);
	const parts = Object.entries(stages).filter(([stage, ms]) => stage !== "total" && ms >= 50);
	const detail = parts.length === 0 ? "" : `: ${parts.map(([stage, ms]) => `${stage} ${seconds(ms)}`).join(", ")}`;
	return `Took ${seconds(total)}${detail}.`;
}
function origin(report) {
	const { commit, project } = report.repository;
	return [
		`Milepost ${report.milepost.version}`,
		`engine ${report.engine}`,
		project === "." ? null : `project ${project}`,
		commit === null ? null : `commit \`${commit.slice(0, 7)}\``,
		`seed ${report.seed}`
	].filter((part) => part !== null).join(" · ");
}
// src/report/comment.ts
function renderComment(report, { previous = null, repositoryUrl, maxBytes = 6e4 } = {}) {
	const view = viewOf(report, previous === null ? null : readDigest(previous, report.exercise.id));
	const links = placeLinks(repositoryUrl, report.repository.commit);
	const head = `${marker(report.exercise.id)}\n${digest(report)}\n`;
	const room = maxBytes - Buffer.byteLength(head);
	return head + drawWithin(full$1, room, (detail, leftOut) => renderMarkdown(view, detail, leftOut, links));
}
const full$1 = {
	passedEvidence: true,
	bindingReasons: true,
	body: 1200,
	headers: true,
	log: 30,
	evidence: 10,
	tableRows: 60,
	sentence: 600,
	binding: true,
	remedies: true,
	requirements: 300
};
// src/report/summary.ts
function renderSummary(report, { previous = null, repositoryUrl, maxBytes = 1e6 } = {}) {
	const view = viewOf(report, previous === null ? null : readDigest(previous, report.exercise.id));
	const links = placeLinks(repositoryUrl, report.repository.commit);
	return drawWithin(full, maxBytes, (detail, leftOut) => renderMarkdown(view, detail, leftOut, links));
}
const full = {
	passedEvidence: true,
	bindingReasons: true,
	body: 1e4,
	headers: true,
	log: 400,
	evidence: 60,
	tableRows: 500,
	sentence: 2e3,
	binding: true,
	remedies: true,
	requirements: 1e3
};
export { requestLines as a, change as c, STATES as d, reportSchema as f, answerTitle as i, marker as l, renderComment as n, responseLines as o, viewOf as r, senderTitle as s, renderSummary as t, readDigest as u };
