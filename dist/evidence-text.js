import { i as senderTitle, n as requestLines, r as responseLines, t as answerTitle } from "./exchange.js";
import { c as stateWords, i as number, s as sourceWords } from "./words.js";
// src/report/evidence-text.ts
function evidenceText(requirement) {
	const { points } = requirement;
	return [
		`${stateWords[requirement.state].word}: ${requirement.reason}`,
		requirement.advice ? "Advice, never counted." : `Points: ${number(points.earned)} of ${number(points.possible)}`,
		requirement.hint === null ? null : `What to do: ${requirement.hint}`,
		requirement.fragment === null ? null : `Paste this into .milepost.yml:\n${requirement.fragment}`,
		...requirement.evidence.slice(0, 20).map(observation)
	].filter((part) => part !== null).join("\n");
}
function observation({ ok, source, summary, expected, actual, exception, place, exchange, table, reproduce }) {
	const shown = {
		body: 500,
		headers: true
	};
	const where = sourceWords[source] === null ? "" : ` (${sourceWords[source]})`;
	return [
		"",
		`${ok ? "[as expected]" : "[not as expected]"} ${summary}${where}`,
		expected === null ? null : `Expected: ${expected}`,
		actual === null ? null : `Got: ${actual}`,
		exception === null ? null : `Raised: ${exception}`,
		place === null ? null : `Your line: ${place.file}:${place.line}  ${place.code ?? ""}`,
		exchange === null ? null : `${senderTitle(exchange)}:\n${requestLines(exchange, shown)}\n${answerTitle(exchange)}:\n${responseLines(exchange, shown)}`,
		table === null ? null : [
			table.title,
			table.columns.join(" | "),
			...table.rows.slice(0, 50).map((row) => row.join(" | "))
		].join("\n"),
		reproduce === null ? null : `Try it yourself: ${reproduce}`
	].filter((part) => part !== null).join("\n");
}
export { evidenceText as t };
