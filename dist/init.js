import { c as plain } from "./boundary.js";
import { i as scanRepository, n as configFile, r as chooseExercise, t as configOf } from "./config.js";
import { t as gradersFolder } from "./graders-folder.js";
import { t as UsageProblem } from "./options.js";
import { n as actionReference, t as UNKNOWN_OWNER } from "./action-reference.js";
import { n as workflowFile, t as configFileText } from "./init-files.js";
import { dirname, join, relative, resolve } from "node:path";
import { lstat, mkdir, stat, writeFile } from "node:fs/promises";
// src/cli/init.ts
const workflow = ".github/workflows/milepost.yml";
async function initCommand(path, asked) {
	for (const line of await init(resolve(path), asked)) process.stdout.write(`${line}\n`);
}
async function init(root, asked, reference) {
	if (!(await stat(root).catch(() => null))?.isDirectory()) throw new UsageProblem([`${root} is not a folder. Name the folder of the repository.`]);
	const { exercise, why } = await chooseExercise(gradersFolder(), asked, await configOf(root), root);
	const { spec } = exercise;
	const repository = await scanRepository(root, spec.recognise);
	const action = reference ?? await actionReference();
	const top = await topOf(root);
	const done = [await put(root, workflow, workflowFile(spec.exercise, action)), await put(root, configFile, configFileText(spec, repository, action))];
	const wrote = done.some((line) => line.startsWith("Wrote"));
	return [
		`The exercise is ${spec.exercise}: ${plain(why)}.`,
		...done,
		...wrote && action.startsWith(`OWNER/`) ? [`In what was written, put the GitHub account that holds Milepost in the place of ${UNKNOWN_OWNER}.`] : [],
		...wrote && top !== null && top !== root ? [elsewhere(top, root)] : []
	];
}
const elsewhere = (top, root) => `GitHub reads workflows only at the top of a repository: move ${workflow} to ${plain(top)}, and add "path: ${plain(relative(top, root))}" below "with:".`;
async function put(root, name, text) {
	const link = await linkOnTheWay(root, dirname(name));
	if (link !== null) return `Left alone: ${link} is a link, so ${name} was not written.`;
	const file = join(root, name);
	try {
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, text, { flag: "wx" });
		return `Wrote ${name}.`;
	} catch (error) {
		const { code } = error;
		if (code === "EEXIST") return `Left alone: ${name} is there already.`;
		throw new UsageProblem([`${name} could not be written (${code ?? String(error)}).`]);
	}
}
async function linkOnTheWay(root, folder) {
	if (folder === ".") return null;
	const above = await linkOnTheWay(root, dirname(folder));
	if (above !== null) return above;
	return (await lstat(join(root, folder)).catch(() => null))?.isSymbolicLink() ? folder : null;
}
async function topOf(folder) {
	if (await lstat(join(folder, ".git")).catch(() => null) !== null) return folder;
	const parent = dirname(folder);
	return parent === folder ? null : topOf(parent);
}
export { initCommand };
