// src/report/words.ts
const stateWords = {
	pass: {
		word: "Passed",
		symbol: "✅",
		mark: "✓",
		meaning: "It works as the roadmap asks."
	},
	fail: {
		word: "Failed",
		symbol: "❌",
		mark: "✗",
		meaning: "It was tried and does not do what the roadmap asks."
	},
	blocked: {
		word: "Blocked",
		symbol: "⛔",
		mark: "⊘",
		meaning: "It could not be tried, because something that it needs failed."
	},
	inconclusive: {
		word: "Could not tell",
		symbol: "❓",
		mark: "?",
		meaning: "The grader could not find it in your app, or could not be sure."
	},
	error: {
		word: "Grader error",
		symbol: "⚠️",
		mark: "!",
		meaning: "The grader or the machine broke. It does not count against you."
	},
	skipped: {
		word: "Not applicable",
		symbol: "➖",
		mark: "–",
		meaning: "It does not apply to your app."
	},
	review: {
		word: "Needs a mentor",
		symbol: "👀",
		mark: "…",
		meaning: "A person has to look at this."
	}
};
const adviceWords = {
	word: "Advice",
	symbol: "💡",
	mark: "*",
	meaning: "Worth doing. It is never counted."
};
const stoppedWords = {
	word: "Not judged",
	symbol: "➖",
	mark: "–",
	meaning: "The run was stopped before this was judged."
};
const sourceWords = {
	observed: null,
	parsed: "read in your files",
	reported: "told by your app itself"
};
function number(value) {
	return String(Math.round(value * 100) / 100);
}
function points(value) {
	return `${number(value)} ${value === 1 ? "point" : "points"}`;
}
function count(n, one, many = `${one}s`) {
	return `${n} ${n === 1 ? one : many}`;
}
function seconds(milliseconds) {
	return milliseconds < 1e3 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1e3).toFixed(1)} s`;
}
function list(items) {
	if (items.length < 2) return items.join("");
	return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
export { points as a, stateWords as c, number as i, stoppedWords as l, count as n, seconds as o, list as r, sourceWords as s, adviceWords as t };
