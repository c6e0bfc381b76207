import { c as plain } from "./boundary.js";
import { i as scanRepository, n as configFile, r as chooseExercise, t as configOf } from "./config.js";
import { t as gradersFolder } from "./graders-folder.js";
import { t as UsageProblem } from "./options.js";
import "./version.js";
import { a as OPERATIONS } from "./load.js";
import { dirname, join, relative, resolve } from "node:path";
import { lstat, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
// src/cli/action-reference.ts
const UNKNOWN_OWNER = "OWNER";
async function actionReference(from = dirname(fileURLToPath(import.meta.url))) {
	const major = ("0.1.0".startsWith("0."), 1);
	return `${await clonedFrom(from) ?? `OWNER/milepost`}@v${major}`;
}
async function clonedFrom(folder) {
	const config = await readFile(join(folder, ".git", "config"), "utf8").catch(() => null);
	if (config !== null) {
		const origin = /\[remote "origin"\][^[]*?\burl\s*=\s*(\S+)/.exec(config)?.[1] ?? "";
		return /^(?:https:\/\/|ssh:\/\/git@|git@)github\.com[:/]([\w-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(origin)?.[1] ?? null;
	}
	const parent = dirname(folder);
	return parent === folder ? null : clonedFrom(parent);
}
// src/cli/init-files.ts
function workflowFile(exercise, action) {
	return `# Grades every push to a pull request, and the default branch, and keeps one comment on the pull request up to date.
name: Milepost

on:
  push:
    branches: [main, master]
  pull_request:
  workflow_dispatch:

permissions: {}

# A new push makes the run of the one before it pointless.
concurrency:
  group: milepost-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  grade:
    name: Grade
    runs-on: ubuntu-latest
    timeout-minutes: 20
    permissions:
      contents: read
      pull-requests: write # for the comment
    steps:
      - uses: actions/checkout@v7
        with:
          # What you pushed, rather than a merge of it with the target branch.
          ref: \${{ github.event.pull_request.head.sha || github.sha }}
          persist-credentials: false

      - uses: ${action}
        with:
          exercise: ${exercise}
`;
}
function configFileText(spec, repository, action) {
	const [owner, version] = action.split("@");
	const [project] = repository.projects;
	const dirs = repository.projects.map((one) => plain(one.dir)).slice(0, 5);
	const settings = (project?.settingsModules ?? []).map((one) => plain(one)).slice(0, 5);
	return `# yaml-language-server: $schema=https://raw.githubusercontent.com/${owner}/${version}/schemas/config.schema.json
# Tells Milepost what it could not find by itself. Nothing here can lower what is asked.
exercise: ${spec.exercise}

# Folder of manage.py. ${found(dirs)}
# project: ${dirs[0] ?? "backend"}

# Settings module that the app starts with. ${found(settings)}
# settings: ${settings[0] ?? "config.settings"}

# Version of Python, in quotes.
# python: "3.12"

# Variables that the app needs to start. Put no real secrets here.
# env:
#   NAME: value

# What the exercise speaks of, and what it is called here: a route, or the name of a field.
# bind:
${bindExamples(spec).map((line) => `#   ${line}`).join("\n")}
`;
}
const found = (names) => names.length === 0 ? "None was found." : `Found: ${names.join(", ")}.`;
const METHODS = {
	list: "GET",
	create: "POST",
	retrieve: "GET",
	update: "PATCH",
	delete: "DELETE"
};
function bindExamples(spec) {
	return Object.entries(spec.roles).flatMap(([name, role]) => role.role === "resource" ? [...OPERATIONS.map((operation) => {
		const one = operation === "list" || operation === "create" ? "" : "{id}/";
		return `${name}.${operation}: ${METHODS[operation]} /api/${name}s/${one}`;
	}), ...Object.keys(role.slots).map((slot) => `${name}.${slot}: ${slot}`)] : [`${name}: POST /api/${name}/`]);
}
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
