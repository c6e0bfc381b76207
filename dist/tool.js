// src/tools/tool.ts
const notRun = (problem, reproduce) => ({
	read: "nothing",
	findings: [],
	problems: [problem],
	unknown: null,
	blocked: null,
	notes: [],
	reproduce
});
export { notRun as t };
