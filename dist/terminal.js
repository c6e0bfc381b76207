import { c as plain, l as plainLines, u as withoutCommands } from "./boundary.js";
import { t as viewOf } from "./model.js";
import { n as pageOf, r as stateColour, t as alignedTable } from "./terminal-page.js";
import { i as senderTitle, n as requestLines, r as responseLines, t as answerTitle } from "./exchange.js";
import { c as stateWords, r as list, s as sourceWords } from "./words.js";
// src/report/terminal-app.ts
function problemSection({ problem, outcome }, page) {
	if (problem === null || outcome === "stopped") return "";
	const log = problem.log === null ? "" : plainLines(problem.log, {
		max: 4e3,
		keep: "end"
	});
	const message = [
		page.red(page.wrap(`What stopped it (${plain(problem.stage, { max: 60 })}):`).join("\n")),
		...page.wrap(plain(problem.message, { max: 1e3 }), 2),
		...problem.place === null ? [] : page.field("Your line", page.place(problem.place))
	];
	const lines = log.split("\n").slice(-LOG_LINES);
	return [...outcome === "no-app" ? [] : message, ...log === "" ? [] : ["  The last lines that were printed:", ...lines.map((line) => `  | ${page.cut(line, 4)}`)]].join("\n");
}
function appSections(report, page) {
	return [
		remedies(report, page),
		binding(report, page),
		notes(report, page)
	];
}
function remedies({ remedies }, page) {
	if (remedies.length === 0) return "";
	return [
		page.bold(page.wrap("What the grader had to supply (no points are lost for it)").join("\n")),
		...remedies.slice(0, 30).flatMap(({ what, why }) => bullet(`${plain(what, { max: 200 })}: ${plain(why, { max: 300 })}`, page)),
		...remedies.length > 30 ? [`  ${remedies.length - 30} more in report.json`] : []
	].join("\n");
}
function binding({ binding }, page) {
	if (binding.length === 0) return "";
	const rows = binding.slice(0, 150).map(({ role, target, confirmed, place }) => [
		plain(role, { max: 60 }),
		target === null ? "not found" : plain(target, { max: 120 }),
		confirmed ? "seen working" : "not confirmed",
		place === null ? "" : `${plain(place.file, { max: 120 })}:${place.line}`
	]);
	return [
		page.bold("What was found in your app"),
		...alignedTable(rows, page.width - 2).flat().map((line) => `  ${line}`),
		...page.wrap("Is one of these wrong? Name the right one in .milepost.yml and run again.", 2)
	].join("\n");
}
function notes({ notes, notIsolated }, page) {
	const sentences = [...notes, ...notIsolated].slice(0, 20);
	if (sentences.length === 0) return "";
	return [page.bold("Good to know"), ...sentences.flatMap((sentence) => bullet(plain(sentence, { max: 600 }), page))].join("\n");
}
function bullet(text, page) {
	return page.wrap(text, 4).map((line, i) => i === 0 ? `  - ${line.trimStart()}` : line);
}
const LOG_LINES = 20;
// src/report/terminal-evidence.ts
function evidenceSection({ requirement, words, points }, page) {
	const title = `${words.mark} ${plain(requirement.title, { max: 100 })}: ${words.word}${requirement.advice ? "" : ` (${points})`}`;
	const failing = requirement.evidence.filter((e) => !e.ok);
	const shown = (failing.length > 0 ? failing : requirement.evidence).slice(0, MOST_EVIDENCE);
	const more = requirement.evidence.length - shown.length;
	return [
		stateColour(requirement, page)(page.wrap(title).join("\n")),
		...page.wrap(plain(requirement.reason), 2),
		...requirement.state === "fail" ? [] : page.wrap(words.meaning, 2),
		...requirement.hint === null ? [] : page.field("What to do", plain(requirement.hint, { max: 1e3 })),
		...fragmentLines(requirement.fragment, page),
		...shown.flatMap((evidence) => evidenceLines(evidence, requirement.reason, page)),
		...more > 0 && shown.length > 0 ? [page.dim(`  ${more} more in report.json`)] : []
	].join("\n");
}
function evidenceLines(evidence, reason, page) {
	const { summary, expected, actual, advice, exception, place, exchange, reproduce } = evidence;
	const source = sourceWords[evidence.source] === null ? "" : ` (${sourceWords[evidence.source]})`;
	return [
		...summary === reason ? [] : ["", ...page.wrap(`${plain(summary)}${source}`, 2)],
		...expected === null ? [] : page.field("Expected", plain(expected)),
		...actual === null ? [] : page.field("Got", plain(actual)),
		...advice === void 0 ? [] : page.field("Advice", plain(advice, { max: 1e3 })),
		...exception === null ? [] : page.field("Raised", plain(exception)),
		...place === null ? [] : page.field("Your line", page.place(place)),
		...tableLines(evidence.table, page),
		...exchangeLines(exchange, page),
		...reproduce === null ? [] : [page.dim("  Try it yourself:"), plainLines(reproduce, { max: 1500 })]
	];
}
function exchangeLines(exchange, page) {
	if (exchange === null) return [];
	const shown = {
		body: 300,
		headers: true
	};
	const indented = (lines) => plainLines(lines, { max: 2e3 }).split("\n").flatMap((line) => page.wrap(line, 4));
	return [
		...page.wrap(`${plain(senderTitle(exchange), { max: 80 })}:`, 2),
		...indented(requestLines(exchange, shown)),
		...page.wrap(`${answerTitle(exchange)}:`, 2),
		...indented(responseLines(exchange, shown))
	];
}
function tableLines(table, page) {
	if (table === null) return [];
	const rows = [table.columns, ...table.rows.slice(0, MOST_ROWS)].map((row) => row.slice(0, 12).map((cell) => plain(cell, { max: 120 })));
	const [head = [], ...body] = alignedTable(rows, page.width - 4);
	const more = table.rows.length - MOST_ROWS;
	return [
		...page.wrap(plain(table.title), 2),
		...head.map((line) => page.bold(`    ${line}`)),
		...body.flat().map((line) => `    ${line}`),
		...more > 0 ? [`    ${more} more rows in report.json`] : []
	];
}
function fragmentLines(fragment, page) {
	return fragment === null ? [] : [page.dim("  Paste this into .milepost.yml:"), plainLines(fragment, { max: 3e3 })];
}
const MOST_EVIDENCE = 4;
const MOST_ROWS = 30;
// src/report/terminal.ts
function renderTerminal(report, { colour, width, previous = null }) {
	const view = viewOf(report, previous);
	const page = pageOf(Math.min(Math.max(width, 40), 120), colour);
	const blocks = [
		headline(view, page),
		firstFix(view, page),
		problemSection(report, page),
		requirements(view, page),
		...view.open.map((row) => evidenceSection(row, page)),
		waiting(view, page),
		...appSections(report, page),
		page.dim([
			...page.wrap(view.timings),
			...page.wrap(view.origin),
			`Again: ${plain(view.again)}`
		].join("\n"))
	];
	return `${withoutCommands(blocks.filter((block) => block !== "").join("\n\n"))}\n`;
}
function headline(view, page) {
	return [page.bold(page.wrap(`${view.words.mark} ${plain(view.headline)}`).join("\n")), ...page.wrap(plain(view.standing.join(" "), { max: 1e3 }), 2)].join("\n");
}
function firstFix({ first, nothingToFix }, page) {
	if (first === null) return page.bold(page.wrap(nothingToFix).join("\n"));
	const held = first.unlocks.slice(0, 8).map((title) => plain(title, { max: 60 }));
	const more = first.unlocks.length - held.length;
	return [
		page.bold(page.wrap(`Fix this first: ${plain(first.title, { max: 100 })}`).join("\n")),
		...page.wrap(plain(first.reason), 2),
		...first.place === null ? [] : page.field("Your line", page.place(first.place)),
		...first.hint === null ? [] : page.field("What to do", plain(first.hint, { max: 1e3 })),
		...held.length === 0 ? [] : page.field("It holds up", `${list(more > 0 ? [...held, `${more} more`] : held)}.`)
	].join("\n");
}
function requirements({ rows, hasChanges }, page) {
	return rows.flatMap((row) => {
		const state = stateColour(row.requirement, page)(`${row.words.mark} ${row.words.word.padEnd(14)}`);
		const change = hasChanges && row.change !== null ? ` (${row.change})` : "";
		const title = `${row.points.padStart(9)}  ${plain(row.requirement.title, { max: 100 })}${change}`;
		return [`${state} ${page.cut(title, 17)}`];
	}).join("\n");
}
function waiting({ waiting: groups }, page) {
	return groups.slice(0, 20).flatMap(({ on, rows }) => {
		const titles = rows.slice(0, 40).map((row) => plain(row.requirement.title, { max: 60 }));
		const more = rows.length - titles.length;
		const held = list(more > 0 ? [...titles, `${more} more`] : titles);
		return page.wrap(page.yellow(`${stateWords.blocked.mark} ${plain(on, { max: 100 })} holds up ${held}.`));
	}).join("\n");
}
export { renderTerminal };
