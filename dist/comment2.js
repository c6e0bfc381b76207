import { a as readDigest, i as marker, r as digest, t as viewOf } from "./model.js";
import { n as drawWithin, t as renderMarkdown } from "./markdown.js";
import { r as placeLinks } from "./markdown-place.js";
// src/report/comment.ts
function renderComment(report, { previous = null, repositoryUrl, maxBytes = 6e4 } = {}) {
	const view = viewOf(report, previous === null ? null : readDigest(previous, report.exercise.id));
	const links = placeLinks(repositoryUrl, report.repository.commit);
	const head = `${marker(report.exercise.id)}\n${digest(report)}\n`;
	const room = maxBytes - Buffer.byteLength(head);
	return head + drawWithin(full, room, (detail, leftOut) => renderMarkdown(view, detail, leftOut, links));
}
const full = {
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
export { renderComment as t };
