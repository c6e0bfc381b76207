import "./version.js";
import { dirname, join } from "node:path";
import { readFile } from "node:fs/promises";
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
export { actionReference as n, UNKNOWN_OWNER as t };
