import { c as plain, i as inlineCodeCell, r as inlineCode, t as codeBlock } from "./boundary.js";
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
function placeUrl(place, { files }) {
	const odd = plain(place.file, { max: 300 }) !== place.file || place.file.split("/").includes("..");
	return files === null || odd ? null : `${files}/${place.file.split("/").map(encodePart).join("/")}#L${place.line}`;
}
function linked(place, text, links) {
	const url = placeUrl(place, links);
	return url === null ? text : `[${text}](${url})`;
}
function encodePart(part) {
	return encodeURIComponent(part).replace(/[!'()*~]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
}
export { placeUrl as a, placeText as i, placeCell as n, placeLinks as r, placeBlock as t };
