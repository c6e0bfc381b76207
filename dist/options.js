// src/run/options.ts
var UsageProblem = class extends Error {
	lines;
	constructor(lines) {
		super(lines.join("\n"));
		this.name = "UsageProblem";
		this.lines = lines;
	}
};
export { UsageProblem as t };
