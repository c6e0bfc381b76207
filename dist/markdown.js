import { i as inlineCodeCell, n as html, o as markdown, r as inlineCode, s as markdownCell, t as codeBlock } from "./boundary.js";
import { c as stateWords, n as count, r as list, s as sourceWords } from "./words.js";
import { i as placeText, n as placeCell, t as placeBlock } from "./markdown-place.js";
import { i as senderTitle, n as requestLines, r as responseLines, t as answerTitle } from "./exchange.js";
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
// src/report/markdown-app.ts
function problemBlock({ problem, outcome }, detail, links) {
	if (problem === null || outcome === "stopped") return "";
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
		evidence.advice === void 0 ? "" : markdown(evidence.advice, { max: detail.sentence }),
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
export { drawWithin as n, renderMarkdown as t };
