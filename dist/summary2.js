import { a as readDigest, t as viewOf } from "./model.js";
import { n as drawWithin, t as renderMarkdown } from "./markdown.js";
import { r as placeLinks } from "./markdown-place.js";
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
export { renderSummary as t };
