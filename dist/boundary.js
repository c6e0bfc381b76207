import { stripVTControlCharacters } from "node:util";
// src/report/boundary.ts
function plain(text, { max = 500, keep = "start" } = {}) {
	return limit(strip(bounded(text, max, keep)).replace(/\s+/g, " ").trim(), text.length, max, keep);
}
function plainLines(text, { max = 4e3, keep = "start" } = {}) {
	return limit(strip(bounded(text, max, keep)).replace(/[^\S\n]+$/gm, "").replace(/^\n+|\n+$/g, ""), text.length, max, keep);
}
function markdown(text, limits = {}) {
	return sentence(plain(text, limits), codeSpan);
}
function markdownCell(text, limits = {}) {
	return sentence(plain(text, limits), cellCode);
}
function inlineCode(text, limits = {}) {
	return codeSpan(plain(text, limits));
}
function inlineCodeCell(text, limits = {}) {
	return cellCode(plain(text, limits));
}
function codeBlock(text, language, limits = {}) {
	const lines = plainLines(text, limits);
	const fence = "`".repeat(Math.max(3, longestRunOfBackticks(lines) + 1));
	return `${fence}${language}\n${lines}\n${fence}`;
}
function html(text, limits = {}) {
	return breakReferences(plain(text, limits)).replace(/[&<>"'$]/g, (c) => HTML_ESCAPES[c] ?? "").replaceAll(BREAK, BREAK_ENTITY);
}
function xml(text, limits = {}) {
	return plainLines(text, {
		max: 2e4,
		...limits
	}).replace(/\[(?=\[\/?\w+[|\]])/g, "[ ").replaceAll("]]>", "]] >");
}
function json(value) {
	return JSON.stringify(value, null, 2).replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u007f-\u009f\u2028\u2029]/gu, unicodeEscapes).replaceAll("##[", "##\\u005b");
}
function withoutCommands(lines) {
	return lines.replace(/^([^\S\n]*):(?=:)/gm, "$1: ").replace(/##(?=\[)/g, "# #");
}
const BREAK = "​";
const BREAK_ENTITY = "&#8203;";
const HTML_ESCAPES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;",
	$: "<span>$</span>"
};
const MARKDOWN_ESCAPES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"|": "&#124;",
	$: "<span>$</span>"
};
function bounded(text, max, keep) {
	const room = max * 4 + 2e3;
	if (text.length <= room) return text;
	return keep === "start" ? text.slice(0, room) : text.slice(-room);
}
function strip(text) {
	if (/^[ -~\n]*$/.test(text)) return withoutCommands(text);
	return withoutCommands(stripVTControlCharacters(text).replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").replace(/[\v\f]/g, " ").replace(/\p{Surrogate}/gu, "�").replace(/[^\P{Cc}\t\n]|\p{Cf}|\p{Default_Ignorable_Code_Point}|\p{Noncharacter_Code_Point}/gu, "").replace(/(\p{M}{4})\p{M}+/gu, "$1"));
}
function limit(text, originalLength, max, keep) {
	const characters = text.length <= max ? null : Array.from(text);
	if (characters === null || characters.length <= max) return text;
	const left = Math.max(characters.length, originalLength) - max;
	if (max < 80) return `${characters.slice(0, max - 1).join("")}…`;
	return keep === "start" ? `${characters.slice(0, max).join("")}… (${left} more characters)` : `(${left} characters before) …${characters.slice(-max).join("")}`;
}
function sentence(line, code) {
	const parts = line.split(/`([^`]+)`/);
	return parts.map((part, i) => i % 2 === 1 ? code(part) : escapeMarkdown(part) || (inner(i, parts) ? BREAK_ENTITY : "")).join("");
}
function inner(index, parts) {
	return index > 0 && index < parts.length - 1;
}
function escapeMarkdown(line) {
	return breakReferences(line).replace(/[&<>$|\\`*_[\]~#]/g, (c) => MARKDOWN_ESCAPES[c] ?? `\\${c}`).replace(/^[-+=]/, "\\$&").replace(/^(\d+)([.)])/, "$1\\$2").replaceAll(BREAK, BREAK_ENTITY);
}
function breakReferences(line) {
	return line.replace(/@/g, `@${BREAK}`).replace(/#(?=\d)/g, `#${BREAK}`).replace(/([A-Za-z])-(?=\d)|(ghsa)-/gi, `$&${BREAK}`).replace(/[0-9a-f]{7,}/gi, (hex) => hex.replace(/.{6}/g, `$&${BREAK}`)).replace(/:(?=\/\/)|:(?=[\w+-]+:)|www(?=\.)/gi, `$&${BREAK}`);
}
function codeSpan(text) {
	if (text === "") return "(empty)";
	const fence = "`".repeat(longestRunOfBackticks(text) + 1);
	const space = /^`|`$|^ .* $/.test(text) ? " " : "";
	return `${fence}${space}${text}${space}${fence}`;
}
function cellCode(text) {
	return text.includes("|") ? `<code>${escapeMarkdown(text)}</code>` : codeSpan(text);
}
function longestRunOfBackticks(text) {
	return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
function unicodeEscapes(character) {
	return Array.from({ length: character.length }, (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`).join("");
}
export { json as a, plain as c, xml as d, inlineCodeCell as i, plainLines as l, html as n, markdown as o, inlineCode as r, markdownCell as s, codeBlock as t, withoutCommands as u };
