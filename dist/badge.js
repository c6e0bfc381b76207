import { t as html } from "./dist.js";
import { a as json, c as plain } from "./boundary.js";
import { i as number } from "./words.js";
// src/report/badge.ts
const COLOURS = {
	green: "#2b7a0b",
	yellow: "#8a6d00",
	orange: "#a4500f",
	red: "#b3362a",
	lightgrey: "#5f6773"
};
function renderBadge(report) {
	const { label, message, colour } = badgeOf(report);
	const left = widthOf(label);
	const right = widthOf(message);
	const text = (content, x, width) => html`<text x="${x + width / 2}" y="14" textLength="${width - 12}" lengthAdjust="spacingAndGlyphs">${content}</text>`;
	return String(html`<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${label}: ${message}">
<title>${label}: ${message}</title>
<clipPath id="round"><rect width="${left + right}" height="20" rx="3"/></clipPath>
<g clip-path="url(#round)"><rect width="${left}" height="20" fill="#444c56"/><rect x="${left}" width="${right}" height="20" fill="${COLOURS[colour]}"/></g>
<g fill="#fff" text-anchor="middle" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">${text(label, 0, left)}${text(message, left, right)}</g>
</svg>
`);
}
function renderShields(report) {
	const { label, message, colour } = badgeOf(report);
	return `${json({
		schemaVersion: 1,
		label,
		message,
		color: colour,
		isError: colour === "lightgrey"
	})}\n`;
}
const widthOf = (text) => Math.round(Array.from(text).reduce((sum, letter) => sum + (letter > "⹿" ? 12 : 6.4), 0)) + 12;
function badgeOf({ exercise, outcome, score }) {
	const label = plain(exercise.id, { max: 60 }) || "Milepost";
	if (outcome === "failed" || outcome === "stopped") return {
		label,
		message: outcome === "failed" ? "not graded" : "stopped",
		colour: "lightgrey"
	};
	const share = score.possible > 0 ? score.earned / score.possible : 0;
	return {
		label,
		message: outcome === "no-app" ? "does not start" : `${number(score.earned)} of ${number(score.possible)}`,
		colour: share >= 1 ? "green" : share >= .75 ? "yellow" : share >= .4 ? "orange" : "red"
	};
}
export { renderBadge, renderShields };
