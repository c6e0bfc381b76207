import { i as number, n as count } from "./words.js";
import { t as UsageProblem } from "./options.js";
import { i as loadFile } from "./load.js";
import { basename, resolve } from "node:path";
// src/cli/check-spec.ts
async function checkSpecCommand(file) {
	const { spec } = await read(file);
	process.stdout.write(`${file}: ok, ${sizeOf(spec)}.\n`);
	for (const note of notesOn(spec, file)) process.stdout.write(`${note}\n`);
}
async function read(file) {
	try {
		return await loadFile(resolve(file), file);
	} catch (error) {
		const { code } = error;
		if (code === "ENOENT") throw new UsageProblem([`${file} cannot be read: there is no such file.`]);
		if (code === "EISDIR") throw new UsageProblem([`${file} is a folder. Name a file, such as ${file}/ID.yml.`]);
		throw error;
	}
}
function sizeOf({ requirements, roles }) {
	const advice = requirements.filter((one) => one.advice).length;
	const possible = requirements.reduce((sum, one) => sum + (one.points ?? 0), 0);
	const steps = requirements.reduce((sum, one) => sum + one.steps.length, 0);
	return [
		`${count(requirements.length, "requirement")}${advice > 0 ? ` (${advice} of them advice)` : ""}`,
		`${number(possible)} points`,
		count(steps, "step"),
		count(Object.keys(roles).length, "role")
	].join(", ");
}
function notesOn(spec, file) {
	const id = basename(file, ".yml");
	const unhinted = spec.requirements.filter((one) => one.hints.length === 0).map((one) => one.id);
	const [first = ""] = spec.requirements.map((one) => one.id);
	return [
		...id === spec.exercise ? [] : [`Call the file ${spec.exercise}.yml: an exercise is found by the name of its file.`],
		...spec.catalogue === void 0 ? [`Add "catalogue: [${first}, …]" with every id that the roadmap asks for: then a forgotten one is found.`] : [],
		...unhinted.length > 0 ? [`No hint tells the learner what to do: ${unhinted.join(", ")}.`] : []
	];
}
export { checkSpecCommand };
