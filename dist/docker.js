import { r as __toESM } from "./rolldown-runtime.js";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { homedir } from "node:os";
// src/engines/docker/connect.ts
const newestVersion = "1.45";
const patience = 2e3;
async function connect() {
	for (const host of await candidates()) {
		const daemon = await open(host).catch(() => null);
		if (daemon) return daemon;
	}
	return null;
}
async function candidates() {
	if (process.env.DOCKER_HOST) return [process.env.DOCKER_HOST];
	const context = await contextHost().catch(() => null);
	if (context) return [context];
	if (process.platform === "win32") return ["npipe:////./pipe/docker_engine"];
	const sockets = ["/var/run/docker.sock", join(homedir(), ".docker/run/docker.sock")];
	if (process.env.XDG_RUNTIME_DIR) sockets.push(join(process.env.XDG_RUNTIME_DIR, "docker.sock"));
	const present = await Promise.all(sockets.map((path) => stat(path).then((entry) => entry.isSocket(), () => false)));
	return sockets.filter((_, index) => present[index]).map((path) => `unix://${path}`);
}
async function contextHost() {
	const folder = process.env.DOCKER_CONFIG ?? join(homedir(), ".docker");
	const name = process.env.DOCKER_CONTEXT ?? text(JSON.parse(await readFile(join(folder, "config.json"), "utf8")), "currentContext");
	if (!name || name === "default") return null;
	const id = createHash("sha256").update(name).digest("hex");
	return text(JSON.parse(await readFile(join(folder, "contexts/meta", id, "meta.json"), "utf8")), "Endpoints", "docker", "Host");
}
function text(value, ...path) {
	for (const key of path) value = typeof value === "object" && value !== null ? Reflect.get(value, key) : void 0;
	return typeof value === "string" ? value : null;
}
async function open(host) {
	const { default: Dockerode } = await import("./docker3.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const local = /^(?:unix|npipe):\/\/(.+)$/.exec(host)?.[1];
	const url = local ? null : new URL(host.includes("://") ? host : `tcp://${host}`);
	if (url?.protocol === "ssh:") return null;
	const docker = local ? new Dockerode({ socketPath: local }) : new Dockerode();
	const versions = await within(patience, docker.version());
	Object.assign(docker.modem, { version: `v${speak(versions.ApiVersion, versions.MinAPIVersion)}` });
	if (local) return {
		docker,
		endpoint: { socketPath: local }
	};
	return {
		docker,
		endpoint: url && !process.env.DOCKER_TLS_VERIFY && url.port !== "2376" ? {
			host: url.hostname,
			port: Number(url.port || 2375)
		} : null
	};
}
function speak(newest, oldest) {
	if (before(newest, newestVersion)) return newest;
	return oldest && before(newestVersion, oldest) ? oldest : newestVersion;
}
function before(a, b) {
	const [majorA = 0, minorA = 0] = a.split(".").map(Number);
	const [majorB = 0, minorB = 0] = b.split(".").map(Number);
	return majorA < majorB || majorA === majorB && minorA < minorB;
}
function within(milliseconds, promise) {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => reject(/* @__PURE__ */ new Error("no answer in time")), milliseconds);
		promise.then(resolve, reject).finally(() => clearTimeout(timer));
	});
}
// src/engines/docker/index.ts
async function dockerEngine() {
	const daemon = await connect();
	if (!daemon) return null;
	return {
		name: "docker",
		notIsolated: [],
		openSandbox: async (options) => (await import("./sandbox.js")).openSandbox(daemon, options)
	};
}
export { dockerEngine as t };
