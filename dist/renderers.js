// src/report/renderers.ts
const renderers = {
	json: {
		file: "report.json",
		load: async () => (await import("./json.js")).renderJson
	},
	junit: {
		file: "junit.xml",
		load: async () => (await import("./junit.js")).renderJUnit
	},
	markdown: {
		file: "comment.md",
		load: async () => withLinks((await import("./comment.js")).renderComment)
	},
	summary: {
		file: "summary.md",
		load: async () => withLinks((await import("./summary.js")).renderSummary)
	},
	html: {
		file: "report.html",
		load: async () => (await import("./render.js")).renderHtml
	},
	sarif: {
		file: "results.sarif",
		load: async () => (await import("./sarif.js")).renderSarif
	},
	ctrf: {
		file: "ctrf-report.json",
		load: async () => (await import("./ctrf.js")).renderCtrf
	},
	badge: {
		file: "badge.svg",
		load: async () => (await import("./badge.js")).renderBadge
	},
	shields: {
		file: "badge.json",
		load: async () => (await import("./badge.js")).renderShields
	},
	classroom50: {
		file: "result.json",
		load: async () => (await import("./classroom.js")).renderClassroom
	}
};
const FORMATS = Object.keys(renderers);
function withLinks(render) {
	return (report, { repositoryUrl }) => render(report, { repositoryUrl });
}
export { renderers as n, FORMATS as t };
