import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
// src/engines/docker/owner.ts
const ownerOf = (pid) => ({
	place: place(),
	pid,
	started: startOf(pid) ?? ""
});
const thisProcess = ownerOf(process.pid);
function isAlive(owner) {
	if (owner.place !== thisProcess.place) return null;
	if (process.platform === "linux") return startOf(owner.pid) === owner.started;
	try {
		process.kill(owner.pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && "code" in error && error.code === "EPERM";
	}
}
function parseOwner(value) {
	const [, place, pid, started] = /^(.*) (\d+) (\d*)$/.exec(value ?? "") ?? [];
	return place === void 0 || pid === void 0 ? null : {
		place,
		pid: Number(pid),
		started: started ?? ""
	};
}
function formatOwner({ place, pid, started }) {
	return `${place} ${pid} ${started}`;
}
function place() {
	try {
		return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${readlinkSync("/proc/self/ns/pid")}`;
	} catch {
		return hostname();
	}
}
function startOf(pid) {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
		return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
	} catch {
		return null;
	}
}
export { thisProcess as a, parseOwner as i, isAlive as n, ownerOf as r, formatOwner as t };
