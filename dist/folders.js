import { a as thisProcess, i as parseOwner, n as isAlive, t as formatOwner } from "./owner.js";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { readFileSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import { lstat, mkdir, mkdtemp, readFile, readdir, realpath, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { promisify } from "node:util";
import { setTimeout } from "node:timers/promises";
// src/engines/process/run.ts
const runVariable = "MILEPOST_RUN";
// src/engines/process/processes.ts
async function killAll(groups, run) {
	for (let round = 0; round < 50; round += 1) {
		killNow(groups, run);
		if (ofRun(run).length + groups.filter(lives).length === 0) return;
		await setTimeout(20);
	}
}
function killNow(groups, run) {
	const children = descendantsOf(groups);
	for (const group of groups) signal(-group);
	for (const pid of children) signal(pid);
	for (let round = 0; round < 5; round += 1) {
		const found = ofRun(run);
		if (found.length === 0) return;
		for (const pid of found) signal(pid);
	}
}
function ofRun({ id, folder }) {
	if (process.platform !== "linux") return [];
	const mark = `\0${runVariable}=${id}\0`;
	return readdirSync("/proc").filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid).filter((pid) => !isZombie(pid) && (environmentOf(pid).includes(mark) || worksIn(pid, folder))).map(Number);
}
function environmentOf(pid) {
	try {
		return `\0${readFileSync(`/proc/${pid}/environ`, "latin1")}\0`;
	} catch {
		return "";
	}
}
function worksIn(pid, folder) {
	try {
		return `${readlinkSync(`/proc/${pid}/cwd`)}/`.startsWith(`${folder}/`);
	} catch {
		return false;
	}
}
function statOf(pid) {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
		const [state, parent, group] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
		return {
			pid: Number(pid),
			parent: Number(parent),
			group: Number(group),
			zombie: state === "Z"
		};
	} catch {
		return null;
	}
}
const allStats = () => readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((pid) => statOf(pid) ?? []);
function descendantsOf(groups) {
	if (process.platform !== "linux" || groups.length === 0) return [];
	const all = allStats();
	const known = new Set(all.filter(({ group }) => groups.includes(group)).map(({ pid }) => pid));
	for (let size = -1; size !== known.size;) {
		size = known.size;
		for (const { pid, parent } of all) if (known.has(parent)) known.add(pid);
	}
	known.delete(process.pid);
	return [...known];
}
const isZombie = (pid) => statOf(pid)?.zombie ?? true;
function lives(group) {
	if (process.platform === "linux") return allStats().some((one) => one.group === group && !one.zombie);
	try {
		process.kill(-group, 0);
		return true;
	} catch {
		return false;
	}
}
function signal(pid) {
	try {
		process.kill(pid, "SIGKILL");
	} catch {}
}
// src/engines/process/folders.ts
const runFolderPrefix = "milepost-run-";
const ownerFile = "owner";
function cacheFolder(environment = process.env) {
	const base = environment.XDG_CACHE_HOME;
	return join(base?.startsWith("/") ? base : join(homedir(), ".cache"), "milepost");
}
async function makeRun(options) {
	const folder = await mkdtemp(join(await realpath(tmpdir()), runFolderPrefix));
	await writeFile(join(folder, ownerFile), `${formatOwner(thisProcess)}\n${options.runId}`);
	const place = (name) => join(folder, name);
	const paths = {
		source: place("source"),
		home: place("home"),
		temporary: place("temporary"),
		scratch: place("scratch")
	};
	for (const path of Object.values(paths)) await mkdir(path, { mode: 448 });
	return {
		options,
		folder,
		paths
	};
}
async function reap() {
	const base = await realpath(tmpdir());
	const names = (await readdir(base)).filter((name) => name.startsWith(runFolderPrefix));
	await Promise.all(names.map((name) => reapFolder(join(base, name))));
}
async function reapFolder(folder) {
	const entry = await lstat(folder).catch(() => null);
	if (!entry?.isDirectory() || entry.uid !== process.getuid?.()) return;
	const [owner, id] = (await readFile(join(folder, ownerFile), "utf8").catch(() => "")).split("\n");
	const parsed = parseOwner(owner);
	if (!parsed || !id || isAlive(parsed) !== false) return;
	await killAll([], {
		id,
		folder
	});
	await removeFolder(folder);
}
async function disown(folder) {
	await rm(join(folder, ownerFile), { force: true });
}
async function removeFolder(folder) {
	const remove = () => rm(folder, {
		recursive: true,
		force: true,
		maxRetries: 3
	});
	await remove().catch(async () => {
		await promisify(execFile)("chmod", [
			"-R",
			"u+rwX",
			folder
		]).catch(() => void 0);
		await remove();
	});
}
function removeFolderNow(folder) {
	try {
		rmSync(folder, {
			recursive: true,
			force: true
		});
	} catch {}
}
export { removeFolder as a, killNow as c, reap as i, runVariable as l, disown as n, removeFolderNow as o, makeRun as r, killAll as s, cacheFolder as t };
