import { a as array, d as object, h as string, o as boolean, p as record } from "./schemas.js";
import { a as lines, c as sourceArchive, d as insideFolder, f as memoised, i as demultiplex, l as sourceFiles, n as toolInput, o as logTail, r as toolVariables, s as learner, t as toolCommand, u as archive } from "./tool-input.js";
import { t as EngineError } from "./engine-error.js";
import { a as thisProcess, i as parseOwner, n as isAlive, t as formatOwner } from "./owner.js";
import { spawn } from "node:child_process";
import { basename, dirname, join } from "node:path";
import { closeSync, constants, existsSync, openSync, writeSync } from "node:fs";
import { createHash, randomUUID } from "node:crypto";
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, statfs } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { connect, createServer } from "node:net";
import { isDeepStrictEqual } from "node:util";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { text } from "node:stream/consumers";
// src/engines/docker/attach.ts
async function attach(container, resources) {
	const stream = await container.attach({
		stream: true,
		hijack: true,
		stdin: true,
		stdout: true,
		stderr: true
	});
	stream.on("error", () => void 0);
	resources.afterwards(() => void stream.destroy());
	return stream;
}
// src/engines/docker/disk.ts
const program = `
import os, sys
found = os.statvfs(sys.argv[1])
sys.exit(0 if found.f_bavail * 50 < found.f_blocks or found.f_favail * 50 < found.f_files else 1)
`;
async function isFull(holder, folder) {
	try {
		const exec = await holder.exec({
			Cmd: [
				"python3",
				"-I",
				"-S",
				"-c",
				program,
				folder
			],
			AttachStdout: true,
			AttachStderr: true
		});
		const stream = await exec.start({});
		await text(stream);
		return (await exec.inspect()).ExitCode === 0;
	} catch {
		return false;
	}
}
// src/engines/docker/labels.ts
const runLabel = "io.milepost.run";
const ownerLabel = "io.milepost.owner";
const folderLabel = "io.milepost.folder";
const cacheLabel = "io.milepost.cache";
function runLabels(runId, keep) {
	return {
		[runLabel]: runId,
		...keep ? {} : { [ownerLabel]: formatOwner(thisProcess) }
	};
}
const contentLabel = "io.milepost.content";
// src/engines/docker/limits.ts
const mb = 1048576;
function confined(wanted) {
	const hostConfig = {
		NetworkMode: wanted.network,
		ExtraHosts: wanted.hosts ?? [],
		Privileged: false,
		CapAdd: [],
		CapDrop: ["ALL"],
		SecurityOpt: ["no-new-privileges:true"],
		ReadonlyRootfs: true,
		PidMode: "",
		IpcMode: "private",
		ShmSize: 32 * mb,
		Init: true,
		Memory: wanted.memoryMb * mb,
		MemorySwap: wanted.memoryMb * mb,
		PidsLimit: wanted.processes,
		CpuPeriod: 1e5,
		CpuQuota: 2e5,
		Ulimits: [
			{
				Name: "nofile",
				Soft: 4096,
				Hard: 4096
			},
			{
				Name: "core",
				Soft: 0,
				Hard: 0
			},
			{
				Name: "fsize",
				Soft: wanted.fileMb * mb,
				Hard: wanted.fileMb * mb
			}
		],
		LogConfig: {
			Type: "none",
			Config: {}
		},
		Tmpfs: {
			...coverDeclaredVolumes(wanted),
			...wanted.tmpfs
		},
		Mounts: wanted.mounts,
		Binds: wanted.binds ?? [],
		RestartPolicy: { Name: "no" }
	};
	return {
		Image: wanted.image.id,
		Labels: wanted.labels,
		User: wanted.user,
		WorkingDir: "/",
		Entrypoint: wanted.command,
		Cmd: [],
		Env: environment(wanted),
		Healthcheck: { Test: ["NONE"] },
		...wanted.hostname ? { Hostname: wanted.hostname } : {},
		...wanted.stdin ? {
			OpenStdin: true,
			StdinOnce: wanted.stdin === "once",
			AttachStdin: true
		} : {},
		AttachStdout: true,
		AttachStderr: true,
		HostConfig: hostConfig
	};
}
function assertConfined(wanted, actual) {
	const differing = differences(wanted, actual);
	if (differing.length === 0) return;
	throw new EngineError(`The Docker engine did not apply these limits, so nothing was started in it: ${differing.join("; ")}.`);
}
function differences(wanted, actual) {
	const found = [];
	const compare = (name, a, b) => {
		if (!isDeepStrictEqual(plain(a), plain(b))) found.push(`${name} is ${JSON.stringify(b)}, not ${JSON.stringify(a)}`);
	};
	for (const [name, value] of Object.entries(wanted.HostConfig ?? {})) compare(name, value, Reflect.get(actual.HostConfig, name));
	compare("User", wanted.User, actual.Config.User);
	compare("Healthcheck", wanted.Healthcheck?.Test, Reflect.get(actual.Config, "Healthcheck")?.Test);
	for (const [name, value] of Object.entries(wanted.Labels ?? {})) compare(name, value, actual.Config.Labels[name]);
	const allowed = new Set((wanted.HostConfig?.Mounts ?? []).map((mount) => mount.Target));
	for (const bind of wanted.HostConfig?.Binds ?? []) allowed.add(bind.split(":")[1] ?? "");
	for (const mount of actual.Mounts) if (mount.Type !== "tmpfs" && !allowed.has(mount.Destination)) found.push(`${mount.Destination} can be written`);
	return found;
}
function plain(value) {
	if (!value) return null;
	if (Array.isArray(value)) return value.length === 0 ? null : value.map((item) => JSON.stringify(plain(item))).sort();
	if (typeof value !== "object") return value;
	const entries = Object.entries(value).map(([key, item]) => [key, plain(item)]).filter(([, item]) => item !== null).sort(([a], [b]) => a < b ? -1 : 1);
	return entries.length === 0 ? null : Object.fromEntries(entries);
}
function coverDeclaredVolumes({ image, tmpfs, mounts }) {
	const covered = /* @__PURE__ */ new Set([...Object.keys(tmpfs), ...mounts.map((mount) => mount.Target)]);
	return Object.fromEntries(image.volumes.filter((path) => !covered.has(path)).map((path) => [path, tmpfsOptions(8, "mode=1777")]));
}
function tmpfsOptions(sizeMb, extra) {
	return `rw,nosuid,nodev,size=${sizeMb}m,nr_inodes=${sizeMb * 256},${extra}`;
}
const cleared = [
	"LD_PRELOAD",
	"LD_LIBRARY_PATH",
	"PYTHONPATH",
	"PYTHONSTARTUP",
	"PYTHONHOME"
];
function environment({ env }) {
	const own = Object.entries(env).map(([name, value]) => `${name}=${value}`);
	return [...cleared.filter((name) => !(name in env)), ...own];
}
// src/engines/docker/mounts.ts
function volumeMount(volume, target, access) {
	return {
		Type: "volume",
		Source: volume,
		Target: target,
		ReadOnly: access === "read",
		VolumeOptions: {
			NoCopy: true,
			Labels: {},
			DriverConfig: {
				Name: "",
				Options: {}
			}
		}
	};
}
// src/engines/docker/sockets.ts
const socketFolderPrefix = "milepost-relay-";
async function openToRelay(folder) {
	const inner = join(folder, "relay");
	await mkdir(inner);
	await chmod(inner, 511);
	return inner;
}
async function reachBySockets(folder, stillStarting) {
	const path = join(folder, "control");
	while (!existsSync(path)) {
		await setTimeout$1(5);
		if (!existsSync(path) && !await stillStarting()) return null;
	}
	const control = openControl(path);
	if (control === null) return null;
	const open = /* @__PURE__ */ new Set();
	return {
		address(port, client) {
			const name = `${port}-${client}`;
			const socketPath = join(folder, `${name}.sock`);
			if (!open.has(name)) {
				writeSync(control, `${port} ${client}\n`);
				waitFor(socketPath);
				open.add(name);
			}
			return { socketPath };
		},
		close: () => closeSync(control)
	};
}
function openControl(path) {
	try {
		return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
	} catch {
		return null;
	}
}
function waitFor(path) {
	const pause = new Int32Array(new SharedArrayBuffer(4));
	const deadline = performance.now() + 5e3;
	while (!existsSync(path)) {
		if (performance.now() > deadline) throw new EngineError("The relay into the sandbox does not answer.");
		Atomics.wait(pause, 0, 0, .1);
	}
}
// src/engines/docker/tunnel.ts
const kinds = {
	open: 0,
	data: 1,
	end: 2,
	reset: 3,
	credit: 4
};
const headLength = 9;
const window = 262144;
function reachByTunnel(stream, folder) {
	const servers = /* @__PURE__ */ new Map();
	const channels = /* @__PURE__ */ new Map();
	let last = 0;
	function send(number, kind, body = Buffer.alloc(0)) {
		const head = Buffer.alloc(headLength);
		head.writeUInt32BE(number, 0);
		head.writeUInt8(kind, 4);
		head.writeUInt32BE(body.length, 5);
		stream.write(Buffer.concat([head, body]));
	}
	function accept(socket, port, client) {
		last += 1;
		const number = last;
		const channel = {
			socket,
			room: window
		};
		channels.set(number, channel);
		send(number, kinds.open, Buffer.from([
			port >> 8,
			port & 255,
			client
		]));
		socket.on("data", (data) => {
			channel.room -= data.length;
			if (channel.room <= 0) socket.pause();
			send(number, kinds.data, data);
		});
		socket.on("end", () => send(number, kinds.end));
		socket.on("error", () => void 0);
		socket.on("close", () => {
			if (channels.delete(number)) send(number, kinds.reset);
		});
	}
	function onFrame(number, kind, body) {
		const channel = channels.get(number);
		if (!channel) return;
		if (kind === kinds.data) channel.socket.write(body, () => send(number, kinds.credit, count(body.length)));
		if (kind === kinds.end) channel.socket.end();
		if (kind === kinds.reset) channel.socket.destroy();
		if (kind === kinds.credit) {
			channel.room += body.readUInt32BE(0);
			if (channel.room > 0) channel.socket.resume();
		}
	}
	const frames = frameReader(onFrame);
	stream.on("data", demultiplex((name, chunk) => name === "stdout" && frames(chunk)));
	stream.on("end", () => {
		for (const { socket } of channels.values()) socket.destroy();
	});
	return {
		address(port, client) {
			const name = `${port}-${client}`;
			const known = servers.get(name);
			if (known) return { socketPath: known.socketPath };
			const socketPath = pathOf(folder, name);
			const server = createServer({ allowHalfOpen: true }, (socket) => accept(socket, port, client));
			server.on("error", () => void 0).listen(socketPath).unref();
			servers.set(name, {
				server,
				socketPath
			});
			return { socketPath };
		},
		close() {
			for (const { server } of servers.values()) server.close();
			for (const { socket } of channels.values()) socket.destroy();
			channels.clear();
		}
	};
}
function pathOf(folder, name) {
	const path = join(folder, `${name}.sock`);
	return process.platform === "win32" ? join("\\\\.\\pipe", path) : path;
}
function frameReader(onFrame) {
	let waiting = Buffer.alloc(0);
	return (chunk) => {
		waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
		while (waiting.length >= headLength) {
			const end = headLength + waiting.readUInt32BE(5);
			if (waiting.length < end) return;
			const frame = waiting.subarray(0, end);
			waiting = waiting.subarray(end);
			onFrame(frame.readUInt32BE(0), frame.readUInt8(4), frame.subarray(headLength));
		}
	};
}
function count(value) {
	const body = Buffer.alloc(4);
	body.writeUInt32BE(value);
	return body;
}
// src/engines/docker/holder.ts
const sourcePath = "/app";
const relayUser = 10002;
const freeMb = 128;
async function startHolder(run, image) {
	const { options, resources } = run;
	const direct = process.platform === "linux" && process.env.MILEPOST_DOCKER_RELAY !== "tunnel";
	const [files, relay, folder] = await Promise.all([
		sourceFiles(options.source, options.files),
		readFile(join(insideFolder, "relay.py"), "utf8"),
		resources.folder(socketFolderPrefix)
	]);
	const shared = direct ? await openToRelay(folder) : null;
	const sourceVolume = await createSourceVolume(run, files);
	const container = await resources.container(holderOptions(run, image, relay, sourceVolume, {
		folder,
		shared
	}));
	const started = quiet(start(container, resources));
	let lost = false;
	quiet(started.then((stream) => void stream.once("close", () => lost = true)));
	return {
		container,
		sourceVolume,
		started: quiet(started.then(() => void 0)),
		reach: quiet(started.then((stream) => openReach(container, stream, {
			folder,
			shared
		}))),
		filled: quiet(started.then(() => fill$1(container, options.source, files))),
		lost: () => lost
	};
}
async function start(container, resources) {
	const stream = await attach(container, resources);
	await container.start();
	return stream;
}
async function openReach(container, stream, { folder, shared }) {
	const begun = performance.now();
	const running = async () => {
		const waited = performance.now() - begun;
		return waited < 500 || waited < 3e3 && (await container.inspect()).State.Running;
	};
	const direct = shared && await reachBySockets(shared, running);
	if (!direct) return reachByTunnel(stream, folder);
	stream.resume();
	return direct;
}
async function fill$1(container, source, files) {
	await container.putArchive(sourceArchive(source, files), { path: sourcePath });
}
async function createSourceVolume({ resources, labels, options }, files) {
	const size = files.reduce((sum, file) => sum + Math.ceil(file.size / 4096) * 4096, 0) + freeMb * 1024 * 1024;
	const inodes = files.length * 2 + 16384;
	return resources.volume({
		Name: `milepost-source-${options.runId}`,
		Labels: labels,
		Driver: "local",
		DriverOpts: {
			type: "tmpfs",
			device: "tmpfs",
			o: `nosuid,nodev,size=${size},nr_inodes=${inodes},mode=0755,uid=${learner},gid=${learner}`
		}
	});
}
function holderOptions({ labels, options }, image, relay, sourceVolume, { folder, shared }) {
	const names = options.hostNames.filter((name) => /^[a-z0-9]([a-z0-9._-]{0,62})$/i.test(name) && name !== "localhost");
	return confined({
		image,
		command: [
			"python3",
			"-I",
			"-S",
			"-c",
			relay,
			...shared ? ["/relay"] : []
		],
		user: `${relayUser}:${relayUser}`,
		labels: {
			...labels,
			[folderLabel]: folder
		},
		env: {},
		network: "none",
		hostname: "app",
		hosts: ["app", ...new Set(names)].map((name) => `${name}:127.0.0.1`),
		memoryMb: 128,
		processes: 32,
		fileMb: 1,
		tmpfs: { "/tmp": tmpfsOptions(1, "mode=1777") },
		mounts: [volumeMount(sourceVolume, sourcePath, "write")],
		binds: shared ? [`${shared}:/relay`] : [],
		stdin: options.keep ? "open" : "once"
	});
}
function quiet(promise) {
	promise.catch(() => void 0);
	return promise;
}
// src/engines/docker/reasons.ts
const filledDisk = "ended after it had filled the disk space that it may use";
function whyStopped({ outOfMemory, diskFull = false }, log, limits) {
	if (diskFull) return filledDisk;
	if (outOfMemory) return `was stopped because it used more than ${limits.memoryMb} MB of memory`;
	const end = log.slice(-2e4);
	if (/No space left on device|database or disk is full/.test(end)) return filledDisk;
	if (/can't start new thread|\[Errno 11\]|Resource temporarily unavailable/.test(end)) return `ended after it had started ${limits.processes} processes and threads, which is as many as it may`;
	if (/File too large/.test(end)) return "ended after it had written a larger file than it may";
	return null;
}
// src/engines/docker/images.ts
async function presentImage(docker, tag) {
	try {
		const { Id, Config } = await docker.getImage(tag).inspect();
		return {
			id: Id,
			tag,
			volumes: Object.keys(Config.Volumes ?? {})
		};
	} catch (error) {
		if (statusOf(error) === 404) return null;
		throw error;
	}
}
async function firstImage(docker, tags, progress, signal) {
	for (const tag of tags) {
		const image = await presentImage(docker, tag);
		if (image) return image;
	}
	for (const tag of tags) {
		const image = await pulledImage(docker, tag, progress, signal).catch((error) => {
			signal.throwIfAborted();
			progress(`${tag} cannot be pulled: ${sentence(error)}`);
			return null;
		});
		if (image) return image;
	}
	return null;
}
async function pulledImage(docker, tag, progress, signal) {
	progress(`pulling ${tag}`);
	const stream = await docker.pull(tag, { abortSignal: signal });
	await new Promise((resolve, reject) => {
		docker.modem.followProgress(stream, (error) => error ? reject(error) : resolve());
	});
	const image = await presentImage(docker, tag);
	if (!image) throw new EngineError(`Docker pulled ${tag} but does not have it.`);
	return image;
}
function statusOf(error) {
	return error instanceof Error && "statusCode" in error && typeof error.statusCode === "number" ? error.statusCode : null;
}
function sentence(error) {
	if (!(error instanceof Error)) return String(error);
	const json = "json" in error ? error.json : null;
	return (typeof json === "object" && json !== null && "message" in json ? String(json.message) : error.message).trim();
}
// src/engines/docker/layers.ts
const noteLabel = "io.milepost.note";
async function findLayer(docker, key) {
	const labels = await labelsOf(docker, markerName(key));
	const volume = labels?.[contentLabel];
	if (!volume || !await labelsOf(docker, volume)) return null;
	return {
		volume,
		note: labels[noteLabel] ?? ""
	};
}
function newLayerVolume(resources) {
	const labels = {
		[cacheLabel]: "content",
		[ownerLabel]: formatOwner(thisProcess)
	};
	return resources.volume({
		Name: `milepost-content-${randomUUID()}`,
		Labels: labels
	});
}
async function publishLayer(docker, resources, key, layer) {
	const labels = {
		[cacheLabel]: "layer",
		[contentLabel]: layer.volume,
		[noteLabel]: layer.note
	};
	const before = await labelsOf(docker, markerName(key));
	if (before && !await labelsOf(docker, before["io.milepost.content"] ?? "")) await removeLayer(docker, key);
	await docker.createVolume({
		Name: markerName(key),
		Labels: labels
	});
	const published = await findLayer(docker, key);
	if (published && published.volume !== layer.volume) return published;
	resources.release(layer.volume);
	return layer;
}
async function removeLayer(docker, key) {
	await docker.getVolume(markerName(key)).remove().catch(() => void 0);
}
function markerName(key) {
	return `milepost-layer-${key}`;
}
async function labelsOf(docker, name) {
	if (!name) return null;
	try {
		return (await docker.getVolume(name).inspect()).Labels ?? {};
	} catch (error) {
		if (statusOf(error) === 404) return null;
		throw error;
	}
}
// src/engines/docker/tools.ts
const toolsPath = "/milepost";
const toolsFolder = `${toolsPath}/inside`;
const toolsUser = 10002;
async function toolsLayer(run, image) {
	const files = await readTools();
	const key = `tools-${digest(files)}-${image.id.slice(-12)}`;
	const found = await findLayer(run.docker, key);
	if (found) return found.volume;
	const volume = await newLayerVolume(run.resources);
	await fill(run, image, volume, files);
	return (await publishLayer(run.docker, run.resources, key, {
		volume,
		note: ""
	})).volume;
}
async function readTools() {
	const names = (await readdir(insideFolder)).filter((name) => name.endsWith(".py")).sort();
	return Promise.all(names.map(async (name) => ({
		name,
		content: await readFile(join(insideFolder, name))
	})));
}
function digest(files) {
	const hash = createHash("sha256");
	for (const { name, content } of files) hash.update(`${name} ${content.length}\n`).update(content);
	return hash.digest("hex").slice(0, 24);
}
async function fill(run, image, volume, files) {
	const container = await run.resources.container(confined({
		image,
		command: [
			"python3",
			"-I",
			"-m",
			"compileall",
			"-q",
			toolsFolder
		],
		user: `${toolsUser}:${toolsUser}`,
		labels: run.labels,
		env: {},
		network: "none",
		memoryMb: 256,
		processes: 16,
		fileMb: 16,
		tmpfs: { "/tmp": tmpfsOptions(8, "mode=1777") },
		mounts: [volumeMount(volume, toolsPath, "write")]
	}));
	const entries = files.map(({ name, content }) => ({
		name: `inside/${name}`,
		content
	}));
	const tar = archive(toolsUser, [{ name: "inside/" }, ...entries]);
	await container.putArchive(tar, { path: toolsPath });
	await container.start();
	const { StatusCode } = await container.wait();
	await run.resources.remove(container);
	if (StatusCode !== 0) throw new EngineError(`The grader's own Python could not be prepared in ${image.tag}.`);
}
// src/engines/docker/app.ts
const dependenciesPath = "/deps";
const interpreter = `${dependenciesPath}/venv/bin/python`;
const appLimits = {
	memoryMb: 512,
	processes: 256,
	logMb: 32,
	channelMb: 256
};
const scratchPath = "/scratch";
async function startWaitingApp(run, holder, installed) {
	const container = await run.resources.container(confined({
		image: installed.image,
		command: [
			"python3",
			"-I",
			"-S",
			`${toolsFolder}/start.py`
		],
		user: `${learner}:${learner}`,
		labels: run.labels,
		env: {},
		network: `container:${holder.container.id}`,
		memoryMb: appLimits.memoryMb,
		processes: appLimits.processes,
		fileMb: 256,
		tmpfs: {
			"/tmp": tmpfsOptions(64, "mode=1777"),
			[scratchPath]: tmpfsOptions(128, `mode=0700,uid=${learner},gid=${learner}`)
		},
		mounts: [
			volumeMount(holder.sourceVolume, sourcePath, "write"),
			volumeMount(installed.dependencies, dependenciesPath, "read"),
			volumeMount(installed.tools, toolsPath, "read")
		],
		stdin: run.options.keep ? "open" : "once"
	}));
	const stream = await attach(container, run.resources);
	await holder.started;
	await container.start();
	return {
		container,
		stream,
		diskFull: () => isFull(holder.container, sourcePath)
	};
}
function startApp({ container, stream, diskFull }, installed, options) {
	const log = logTail();
	const waiting = [];
	let listener = null;
	let flooded = null;
	let killed = false;
	const written = {
		stdout: 0,
		stderr: 0
	};
	const limits = {
		stdout: appLimits.channelMb,
		stderr: appLimits.logMb
	};
	const onLine = lines((line) => {
		if (listener) listener(line);
		else waiting.push(line);
	});
	const onData = demultiplex((name, chunk) => {
		if (flooded) return;
		written[name] += chunk.length;
		if (written[name] > limits[name] * 1024 * 1024) {
			flooded = `was stopped because it wrote more than ${limits[name]} MB of output`;
			kill();
			return;
		}
		if (name === "stdout") onLine(chunk);
		else log.add(chunk);
	});
	stream.on("data", onData);
	const exited = ended(stream).then(async () => {
		await container.wait().catch(() => void 0);
		const state = await container.inspect().then((found) => found.State, () => null);
		const code = state?.ExitCode ?? null;
		const signal = code === null || code === 137 ? "SIGKILL" : code === 139 ? "SIGSEGV" : null;
		return {
			code: signal ? null : code,
			signal,
			reason: await reasonFor(state?.OOMKilled ?? false, code)
		};
	});
	async function reasonFor(outOfMemory, code) {
		if (flooded || killed) return flooded;
		return whyStopped({
			outOfMemory,
			diskFull: code !== 0 && await diskFull()
		}, log.text(), appLimits);
	}
	async function kill() {
		killed = true;
		await container.kill().catch(() => void 0);
		await exited;
	}
	stream.write(`${JSON.stringify(order(installed, options))}\n`);
	return {
		send: (line) => void stream.write(`${line}\n`),
		onLine(next) {
			listener = next;
			for (const line of waiting.splice(0)) next(line);
		},
		log: log.text,
		exited,
		kill
	};
}
function order({ interpreter }, { env, cwd }) {
	if (cwd.startsWith("/") || cwd.split("/").includes("..")) throw new EngineError(`${cwd} is outside the source.`);
	return {
		directory: cwd === "." ? sourcePath : `${sourcePath}/${cwd}`,
		command: [
			interpreter,
			"-u",
			`${toolsFolder}/boot.py`
		],
		environment: {
			HOME: "/tmp",
			USER: "app",
			LOGNAME: "app",
			LANG: "C.UTF-8",
			...env,
			PATH: `${dependenciesPath}/venv/bin:${env.PATH ?? "/usr/local/bin:/usr/bin:/bin"}`,
			MILEPOST_SOURCE: sourcePath,
			MILEPOST_SCRATCH: scratchPath
		}
	};
}
function ended(stream) {
	return new Promise((resolve) => {
		stream.on("end", resolve).on("close", resolve).on("error", () => resolve());
	});
}
// src/engines/docker/installer-settings.ts
const passedOn = /* @__PURE__ */ new Set([
	...[
		"INDEX_URL",
		"EXTRA_INDEX_URL",
		"TRUSTED_HOST",
		"PROXY",
		"DEFAULT_TIMEOUT",
		"RETRIES"
	].map((name) => `PIP_${name}`),
	...[
		"DEFAULT_INDEX",
		"INDEX",
		"INDEX_URL",
		"EXTRA_INDEX_URL",
		"INDEX_STRATEGY",
		"INSECURE_HOST",
		"HTTP_TIMEOUT"
	].map((name) => `UV_${name}`),
	...[
		"HTTP_PROXY",
		"HTTPS_PROXY",
		"ALL_PROXY",
		"NO_PROXY"
	].flatMap((name) => [name, name.toLowerCase()])
]);
const namedIndexLogin = /^UV_INDEX_[A-Z0-9_]+_(USERNAME|PASSWORD)$/;
const fromPipConfig = {
	"index-url": "PIP_INDEX_URL",
	"extra-index-url": "PIP_EXTRA_INDEX_URL",
	"trusted-host": "PIP_TRUSTED_HOST",
	proxy: "PIP_PROXY",
	timeout: "PIP_DEFAULT_TIMEOUT",
	cert: "PIP_CERT"
};
const certificateVariables = [
	"PIP_CERT",
	"SSL_CERT_FILE",
	"REQUESTS_CA_BUNDLE",
	"CURL_CA_BUNDLE",
	"NODE_EXTRA_CA_CERTS"
];
const systemCertificates = [
	"/etc/ssl/certs/ca-certificates.crt",
	"/etc/pki/tls/certs/ca-bundle.crt",
	"/etc/ssl/ca-bundle.pem"
];
async function installerSettings(environment = process.env) {
	const known = {
		...await pipConfig(environment),
		...defined(environment)
	};
	const env = Object.fromEntries(Object.entries(known).filter(([name]) => passedOn.has(name) || namedIndexLogin.test(name)));
	const files = [...certificateVariables.map((name) => known[name]), ...systemCertificates];
	return {
		env: {
			...forUv(env),
			...env
		},
		certificates: await firstReadable(files)
	};
}
function forUv(env) {
	const ownIndex = [
		"UV_DEFAULT_INDEX",
		"UV_INDEX_URL",
		"UV_INDEX",
		"UV_EXTRA_INDEX_URL"
	].some((name) => env[name]);
	const pairs = [
		["UV_DEFAULT_INDEX", ownIndex ? void 0 : env.PIP_INDEX_URL],
		["UV_INDEX", ownIndex ? void 0 : env.PIP_EXTRA_INDEX_URL],
		["UV_INSECURE_HOST", env.PIP_TRUSTED_HOST],
		["HTTPS_PROXY", env.PIP_PROXY],
		["HTTP_PROXY", env.PIP_PROXY]
	];
	return Object.fromEntries(pairs.filter((pair) => Boolean(pair[1])));
}
async function pipConfig(environment) {
	const home = homedir();
	const files = environment.PIP_CONFIG_FILE ? [environment.PIP_CONFIG_FILE] : [
		"/etc/pip.conf",
		join(home, ".pip/pip.conf"),
		join(home, ".config/pip/pip.conf")
	];
	const texts = await Promise.all(files.map((file) => readFile(file, "utf8").catch(() => "")));
	return Object.assign({}, ...texts.map(readPipConfig));
}
function readPipConfig(text) {
	const found = {};
	let wanted = false;
	let name;
	for (const line of text.split(/\r?\n/)) {
		const section = /^\[(\w+)\]/.exec(line)?.[1];
		const [, key, value] = /^([\w-]+)\s*[=:]\s*(.*)$/.exec(line) ?? [];
		if (section) {
			wanted = section === "global" || section === "install";
			name = void 0;
		} else if (key !== void 0) {
			name = wanted ? fromPipConfig[key] : void 0;
			if (name) found[name] = value ?? "";
		} else if (name && /^\s+[^\s#;]/.test(line)) found[name] = `${found[name] ?? ""} ${line.trim()}`.trim();
	}
	return found;
}
async function firstReadable(files) {
	for (const file of files) {
		const content = file ? await readFile(file).catch(() => null) : null;
		if (content?.includes("-----BEGIN")) return content;
	}
	return null;
}
function defined(environment) {
	return Object.fromEntries(Object.entries(environment).filter((pair) => pair[1] !== void 0));
}
// src/engines/docker/installer.ts
const limits$1 = {
	memoryMb: 2048,
	processes: 512,
	outputMb: 64,
	diskMb: 6144
};
const inputPath = "/input";
const cachePath = "/cache";
const outcomeSchema = object({
	ok: boolean(),
	python: string(),
	installed: record(string(), string()),
	changes: array(object({
		what: string(),
		why: string()
	})),
	problem: string().nullable(),
	log: string()
});
async function runInstaller(run, image, volume, plan, { script, cachedFor } = {
	script: "install.py",
	cachedFor: run.options.source
}) {
	run.options.progress(`installing dependencies with ${image.tag}`);
	const [settings, tools, cache, input] = await Promise.all([
		installerSettings(),
		toolsLayer(run, image),
		cacheVolume(run, cachedFor),
		run.resources.volume({
			Name: `milepost-input-${volume.slice(-12)}`,
			Labels: run.labels
		})
	]);
	const container = await run.resources.container(confined({
		image,
		command: [
			"python3",
			"-E",
			"-s",
			"-u",
			`${toolsFolder}/${script}`,
			`${dependenciesPath}/venv`
		],
		user: `${learner}:${learner}`,
		labels: run.labels,
		env: {
			...settings.env,
			...ownEnvironment(settings.certificates !== null)
		},
		network: "bridge",
		memoryMb: limits$1.memoryMb,
		processes: limits$1.processes,
		fileMb: 1024,
		tmpfs: { "/tmp": tmpfsOptions(1024, "exec,mode=1777") },
		mounts: [
			volumeMount(volume, dependenciesPath, "write"),
			volumeMount(cache, cachePath, "write"),
			volumeMount(tools, toolsPath, "read"),
			volumeMount(input, inputPath, "write")
		],
		stdin: "once"
	}));
	const put = (path, entries) => container.putArchive(archive(learner, entries), { path });
	await Promise.all([
		put(dependenciesPath, [{ name: "venv/" }]),
		put(cachePath, [
			{ name: "uv/" },
			{ name: "pip/" },
			{ name: "tools/" }
		]),
		settings.certificates && put(inputPath, [{
			name: "ca.pem",
			content: settings.certificates
		}])
	]);
	const outcome = await talk$1(run, container, plan);
	await run.resources.remove(container);
	return outcome;
}
function cacheName(source) {
	return `milepost-cache-${createHash("sha256").update(source).digest("hex").slice(0, 16)}`;
}
async function cacheVolume({ docker }, source) {
	const name = cacheName(source);
	return (await docker.createVolume({
		Name: name,
		Labels: { [cacheLabel]: "packages" }
	})).name;
}
function ownEnvironment(certificates) {
	return {
		...Object.fromEntries((certificates ? [
			"SSL_CERT_FILE",
			"PIP_CERT",
			"REQUESTS_CA_BUNDLE",
			"CURL_CA_BUNDLE"
		] : []).map((name) => [name, `${inputPath}/ca.pem`])),
		HOME: "/tmp",
		TMPDIR: "/tmp",
		UV_CACHE_DIR: `${cachePath}/uv`,
		PIP_CACHE_DIR: `${cachePath}/pip`,
		UV_LINK_MODE: "copy",
		PIP_DISABLE_PIP_VERSION_CHECK: "1"
	};
}
async function talk$1(run, container, plan) {
	const stream = await attach(container, run.resources);
	const log = logTail();
	let answer = "";
	let stopped = null;
	let written = 0;
	const stop = (reason) => {
		stopped ??= reason;
		container.kill().catch(() => void 0);
	};
	const onLine = lines((line) => {
		if (line.startsWith("{")) answer = line;
	});
	stream.on("data", demultiplex((name, chunk) => {
		written += chunk.length;
		if (written > limits$1.outputMb * 1024 * 1024) stop(`was stopped because it wrote more than ${limits$1.outputMb} MB of output`);
		else if (name === "stdout") onLine(chunk);
		else log.add(chunk);
	}));
	await container.start();
	stream.write(`${JSON.stringify(plan)}\n`);
	stream.end();
	const watch = await watchDisk(run, stop);
	await container.wait();
	clearInterval(watch);
	run.options.signal.throwIfAborted();
	return read(answer, stopped ?? await reason(container, log.text()), log.text(), plan);
}
async function reason(container, log) {
	const { State } = await container.inspect();
	return whyStopped({ outOfMemory: State.OOMKilled }, State.ExitCode === 0 ? "" : log, limits$1);
}
function read(answer, stopped, log, plan) {
	const parsed = outcomeSchema.safeParse(parseJson(answer));
	if (parsed.success && !stopped) return {
		...parsed.data,
		interpreter,
		reused: false,
		log: parsed.data.log || log
	};
	const problem = stopped ? `The installation of the dependencies ${stopped}.` : "The installation of the dependencies ended without a result.";
	return {
		ok: false,
		python: plan.pythons[0] ?? "",
		interpreter,
		installed: {},
		changes: [],
		reused: false,
		problem,
		log
	};
}
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
async function watchDisk({ docker }, stop) {
	const folder = (await docker.info()).DockerRootDir;
	const free = async () => {
		const found = await statfs(folder).catch(() => null);
		return found ? found.bavail * found.bsize / 1024 / 1024 : null;
	};
	const before = await free();
	if (before === null) return void 0;
	return setInterval(async () => {
		const now = await free();
		if (now !== null && before - now > limits$1.diskMb) stop(`was stopped because it filled ${limits$1.diskMb} MB of disk`);
		if (now !== null && now < 256) stop("was stopped because the disk of this machine is nearly full");
	}, 1e3);
}
// src/engines/docker/install.ts
const recipe = 1;
const noteSchema = object({
	tag: string(),
	image: string(),
	python: string(),
	installed: record(string(), string()),
	changes: array(object({
		what: string(),
		why: string()
	}))
});
async function installDependencies(run, plan, onImage) {
	const key = await layerKey(plan);
	const reused = await reuse(run, key);
	if (reused) {
		onImage(reused.layer.image);
		return reused;
	}
	let last = null;
	for (const python of plan.pythons) {
		const image = await firstImage(run.docker, [`python:${python}-slim`], run.options.progress, run.options.signal);
		if (!image) continue;
		onImage(image);
		const volume = await newLayerVolume(run.resources);
		const outcome = await runInstaller(run, image, volume, {
			...plan,
			pythons: [python]
		});
		if (outcome.ok) return publish(run, key, image, volume, outcome);
		last = outcome;
	}
	if (last) return {
		outcome: last,
		layer: null
	};
	throw new EngineError(`None of the images ${plan.pythons.map((python) => `python:${python}-slim`).join(", ")} is on this machine or can be pulled.`);
}
async function reuse(run, key) {
	const found = await findLayer(run.docker, key);
	if (!found) return null;
	const { tag, image: id, ...rest } = noteSchema.parse(JSON.parse(found.note));
	const image = await presentImage(run.docker, id);
	if (!image) {
		await removeLayer(run.docker, key);
		return null;
	}
	return {
		outcome: {
			ok: true,
			interpreter,
			reused: true,
			problem: null,
			log: "",
			...rest
		},
		layer: {
			image: {
				...image,
				tag
			},
			volume: found.volume
		}
	};
}
async function publish(run, key, image, volume, outcome) {
	const { python, installed, changes } = outcome;
	const note = JSON.stringify({
		tag: image.tag,
		image: image.id,
		python,
		installed,
		changes
	});
	return {
		outcome,
		layer: {
			image,
			volume: (await publishLayer(run.docker, run.resources, key, {
				volume,
				note
			})).volume
		}
	};
}
async function layerKey(plan) {
	const installer = (await readdir(insideFolder)).filter((name) => /^install\w*\.py$/.test(name)).sort();
	const { pythons, requirements, extra, excludeNewer } = plan;
	const hash = createHash("sha256").update(JSON.stringify([
		recipe,
		pythons,
		requirements,
		extra,
		excludeNewer
	]));
	for (const name of installer) hash.update(await readFile(join(insideFolder, name)));
	return `deps-${hash.digest("hex").slice(0, 32)}`;
}
// src/engines/docker/pythons.ts
const pythonVersions = [
	"3.14",
	"3.13",
	"3.12",
	"3.11",
	"3.10",
	"3.9",
	"3.8",
	"3.7",
	"3.6"
];
async function somePython(docker) {
	const images = await docker.listImages({ filters: { reference: ["python:3.*-slim"] } });
	const tags = new Set(images.flatMap((image) => image.RepoTags ?? []));
	const tag = pythonVersions.map((version) => `python:${version}-slim`).find((name) => tags.has(name));
	return tag ? presentImage(docker, tag) : null;
}
// src/engines/docker/resources.ts
function trackResources(daemon) {
	const { docker } = daemon;
	const containers = /* @__PURE__ */ new Set();
	const volumes = /* @__PURE__ */ new Set();
	const folders = /* @__PURE__ */ new Set();
	const pending = /* @__PURE__ */ new Set();
	let ended = () => void 0;
	const end = new Promise((resolve) => {
		ended = resolve;
	});
	let closed = false;
	async function track(start) {
		if (closed) throw new EngineError("The run has ended already.");
		const promise = start();
		pending.add(promise);
		const forget = () => pending.delete(promise);
		promise.then(forget, forget);
		return promise;
	}
	async function create(options) {
		const container = await docker.createContainer(options);
		containers.add(container.id);
		assertConfined(options, await container.inspect());
		return container;
	}
	async function createVolume(options) {
		const { name } = await docker.createVolume(options);
		volumes.add(name);
		return name;
	}
	async function createFolder(prefix) {
		const path = await mkdtemp(join(tmpdir(), prefix));
		folders.add(path);
		return path;
	}
	async function removeAll() {
		closed = true;
		await Promise.allSettled(pending);
		await Promise.all([...containers].map((id) => gone(docker.getContainer(id).remove({
			force: true,
			v: true
		}))));
		await Promise.all([...[...volumes].map((name) => gone(docker.getVolume(name).remove({ force: true }))), ...[...folders].map((path) => rm(path, {
			recursive: true,
			force: true
		}))]);
		process.off("exit", lastResort);
		ended();
	}
	function lastResort() {
		if (daemon.endpoint && containers.size + volumes.size > 0) removeLater([
			daemon.endpoint,
			[...containers],
			[...volumes],
			[...folders]
		]);
	}
	process.on("exit", lastResort);
	return {
		container: (options) => track(() => create(options)),
		volume: (options) => track(() => createVolume(options)),
		release: (volume) => volumes.delete(volume),
		folder: (prefix) => track(() => createFolder(prefix)),
		async remove(container) {
			await gone(container.remove({
				force: true,
				v: true
			}));
			containers.delete(container.id);
		},
		afterwards: (work) => void end.then(work),
		removeAll,
		keep: () => void process.off("exit", lastResort)
	};
}
async function gone(removal) {
	try {
		await removal;
	} catch (error) {
		const status = statusOf(error);
		if (status !== 404 && status !== 409) throw new EngineError(`Docker could not remove something: ${sentence(error)}`);
	}
}
const remover = `
const [endpoint, containers, volumes, folders] = JSON.parse(process.argv[1]);
const remove = (path) => new Promise((resolve) => {
  const request = require('node:http').request({ ...endpoint, path, method: 'DELETE', timeout: 20000 }, (answer) => {
    answer.resume().on('end', () => resolve(answer.statusCode));
  });
  request.on('error', () => resolve(0)).on('timeout', () => request.destroy()).end();
});
(async () => {
  await Promise.all(containers.map((id) => remove('/containers/' + id + '?force=1&v=1')));
  // 409: a container that somebody else is just removing still has it.
  await Promise.all(volumes.map(async (name) => {
    for (let left = 50; left > 0 && (await remove('/volumes/' + name + '?force=1')) === 409; left -= 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
  }));
  for (const path of folders) require('node:fs').rmSync(path, { recursive: true, force: true });
})();`;
function removeLater(work) {
	spawn(process.execPath, [
		"-e",
		remover,
		JSON.stringify(work)
	], {
		detached: true,
		stdio: "ignore",
		env: {}
	}).unref();
}
// src/engines/docker/reap.ts
const halfDay = 43200;
const kept = 40;
async function reap(docker) {
	const [containers, { Volumes: volumes }] = await Promise.all([docker.listContainers({
		all: true,
		filters: { label: [runLabel] }
	}), docker.listVolumes()]);
	const dead = containers.filter((found) => isLeftOver(found.Labels, found.Created));
	await Promise.all(dead.map((found) => gone(docker.getContainer(found.Id).remove({
		force: true,
		v: true
	}))));
	const useless = [
		...volumes.filter(isOfDeadRun),
		...unfinished(volumes),
		...outdated(volumes)
	];
	await Promise.all([...dead.map((found) => removeFolder(found.Labels[folderLabel])), ...useless.map((volume) => gone(docker.getVolume(volume.Name).remove()))]);
}
function isLeftOver(labels, created) {
	const owner = parseOwner(labels[ownerLabel]);
	if (!owner) return false;
	return !(isAlive(owner) ?? Date.now() / 1e3 - created < halfDay);
}
function isOfDeadRun(volume) {
	return Boolean(volume.Labels?.["io.milepost.run"]) && isLeftOver(volume.Labels, createdAt(volume));
}
function unfinished(volumes) {
	const published = new Set(ofKind(volumes, "layer").map((volume) => volume.Labels[contentLabel]));
	return ofKind(volumes, "content").filter((volume) => !published.has(volume.Name) && isLeftOver(volume.Labels, createdAt(volume)));
}
function outdated(volumes) {
	const layers = oldest(ofKind(volumes, "layer"));
	const contents = new Set(layers.map((volume) => volume.Labels[contentLabel]));
	return [
		...layers,
		...volumes.filter((volume) => contents.has(volume.Name)),
		...oldest(ofKind(volumes, "packages"))
	];
}
function oldest(volumes) {
	return volumes.sort((a, b) => createdAt(b) - createdAt(a)).slice(kept);
}
function ofKind(volumes, kind) {
	return volumes.filter((volume) => volume.Labels?.[cacheLabel] === kind);
}
function createdAt(volume) {
	return Date.parse(String(Reflect.get(volume, "CreatedAt"))) / 1e3 || 0;
}
async function removeFolder(path) {
	if (!path || dirname(path) !== tmpdir() || !basename(path).startsWith("milepost-relay-")) return;
	await rm(path, {
		recursive: true,
		force: true
	});
}
// src/engines/docker/services.ts
const services = {
	postgres: {
		port: 5432,
		images: [
			"postgres:16-alpine",
			"postgres:16",
			"postgres:17-alpine",
			"postgres:17",
			"postgres:15-alpine"
		],
		container: ({ user, password, database }) => ({
			command: [
				"docker-entrypoint.sh",
				"postgres",
				...settings({
					fsync: "off",
					synchronous_commit: "off",
					full_page_writes: "off",
					listen_addresses: "127.0.0.1",
					max_connections: "60"
				})
			],
			user: "postgres",
			env: {
				POSTGRES_USER: user,
				POSTGRES_PASSWORD: password,
				POSTGRES_DB: database,
				POSTGRES_INITDB_ARGS: "--no-sync",
				PGDATA: "/pg/data"
			},
			memoryMb: 1024,
			tmpfs: {
				"/pg": tmpfsOptions(512, "mode=1777"),
				"/tmp": tmpfsOptions(64, "mode=1777"),
				"/var/run/postgresql": tmpfsOptions(1, "mode=1777")
			}
		}),
		hello: ({ user, database }) => startupMessage(user, database),
		ready: "R"
	},
	redis: {
		port: 6379,
		images: [
			"redis:7-alpine",
			"redis:7",
			"redis:8-alpine",
			"redis:8"
		],
		container: () => ({
			command: [
				"redis-server",
				"--bind",
				"127.0.0.1",
				"--save",
				"",
				"--appendonly",
				"no",
				"--maxmemory",
				"96mb",
				"--dir",
				"/tmp"
			],
			user: "redis",
			env: {},
			memoryMb: 192,
			tmpfs: {
				"/tmp": tmpfsOptions(16, "mode=1777"),
				"/data": tmpfsOptions(16, "mode=1777")
			}
		}),
		hello: () => Buffer.from("PING\r\n"),
		ready: "+"
	}
};
function serviceImage(run, name) {
	return firstImage(run.docker, services[name].images, run.options.progress, run.options.signal);
}
async function startService(run, holder, image, name, account) {
	const service = services[name];
	const container = await run.resources.container(confined({
		...service.container(account),
		image,
		labels: run.labels,
		network: `container:${holder.container.id}`,
		processes: 128,
		fileMb: 512,
		mounts: []
	}));
	await holder.started;
	await container.start();
	const address = (await holder.reach).address(service.port, 1);
	run.options.progress(`waiting for ${name}`);
	const deadline = performance.now() + 6e4;
	while (await firstByte(address, service.hello(account)) !== service.ready) {
		run.options.signal.throwIfAborted();
		const { State } = await container.inspect();
		if (!State.Running) {
			const why = State.OOMKilled ? "it needs more memory than it may use" : `it ended with code ${State.ExitCode}`;
			throw new EngineError(`The ${name} server (${image.tag}) did not start: ${why}.`);
		}
		if (performance.now() > deadline) throw new EngineError(`The ${name} server did not answer within 60 s.`);
		await setTimeout$1(20);
	}
}
function settings(values) {
	return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
function startupMessage(user, database) {
	const body = Buffer.from(`user\0${user}\0database\0${database}\0\0`);
	const head = Buffer.alloc(8);
	head.writeUInt32BE(body.length + 8, 0);
	head.writeUInt32BE(196608, 4);
	return Buffer.concat([head, body]);
}
function firstByte(address, hello) {
	return new Promise((resolve) => {
		const socket = address.socketPath === void 0 ? connect(address.port, address.host) : connect(address.socketPath);
		const done = (byte) => {
			socket.destroy();
			resolve(byte);
		};
		socket.setTimeout(2e3, () => done(null));
		socket.on("data", (data) => done(data.toString("latin1", 0, 1)));
		socket.on("error", () => done(null)).on("close", () => done(null));
		socket.write(hello);
	});
}
// src/engines/docker/tool-environment.ts
const script = "tool_environment.py";
const newEnough = pythonVersions.filter((version) => Number(version.split(".")[1]) >= 10);
async function toolEnvironment(run, requirements) {
	const { progress, signal } = run.options;
	const tags = newEnough.map((version) => `python:${version}-slim`);
	const image = await firstImage(run.docker, tags, progress, signal);
	if (!image) throw new EngineError(`None of the images ${tags.join(", ")} is here or can be pulled.`);
	const key = await keyOf(image, requirements);
	const found = await findLayer(run.docker, key);
	if (found) return {
		image,
		volume: found.volume,
		installed: JSON.parse(found.note)
	};
	const volume = await newLayerVolume(run.resources);
	const outcome = await runInstaller(run, image, volume, {
		pythons: [/:(.*)-slim$/.exec(image.tag)?.[1] ?? ""],
		requirements: [...requirements],
		extra: [],
		excludeNewer: null
	}, {
		script,
		cachedFor: "the tools of Milepost"
	});
	if (!outcome.ok) throw new EngineError(`The tools could not be installed: ${outcome.problem ?? "the log says why"}`);
	const { installed } = outcome;
	return {
		image,
		volume: (await publishLayer(run.docker, run.resources, key, {
			volume,
			note: JSON.stringify(installed)
		})).volume,
		installed
	};
}
async function keyOf(image, requirements) {
	const hash = createHash("sha256").update(JSON.stringify([image.id, requirements]));
	hash.update(await readFile(join(insideFolder, script)));
	return `tools-env-${hash.digest("hex").slice(0, 32)}`;
}
// src/engines/docker/tool-run.ts
const limits = {
	memoryMb: 768,
	processes: 64
};
const filesPath = "/files";
const toolUser = 10003;
async function runTool(run, { image, volume, installed }, tool) {
	const [tools, settings] = await Promise.all([toolsLayer(run, image), tool.network ? installerSettings() : {
		env: {},
		certificates: null
	}]);
	const container = await run.resources.container(confined({
		image,
		command: [
			"python3",
			"-I",
			"-S",
			`${toolsFolder}/tool_start.py`
		],
		user: `${toolUser}:${toolUser}`,
		labels: run.labels,
		env: {},
		network: tool.network ? "bridge" : "none",
		memoryMb: limits.memoryMb,
		processes: limits.processes,
		fileMb: 128,
		tmpfs: {
			"/tmp": tmpfsOptions(64, "mode=1777"),
			[filesPath]: tmpfsOptions(256, `mode=0700,uid=${toolUser},gid=${toolUser}`)
		},
		mounts: [volumeMount(volume, dependenciesPath, "read"), volumeMount(tools, toolsPath, "read")],
		stdin: "once"
	}));
	const outcome = await talk(run, container, tool, await inputFor(run, tool, settings));
	await run.resources.remove(container);
	return {
		...outcome,
		installed
	};
}
const inputFor = (run, tool, { env, certificates }) => toolInput(run.options.source, tool, {
	folder: filesPath,
	command: toolCommand(interpreter, toolsFolder, tool),
	environment: {
		...env,
		...toolVariables("/tmp"),
		...tool.env
	},
	certificates: certificates?.toString("utf8") ?? null
});
async function talk(run, container, tool, input) {
	const stream = await attach(container, run.resources);
	const log = logTail();
	const parts = [];
	let written = 0;
	let problem = null;
	const stop = (why) => {
		problem ??= why;
		container.kill().catch(() => void 0);
	};
	stream.on("data", demultiplex((name, chunk) => {
		written += chunk.length;
		if (written > 33554432) stop(`It was stopped because it wrote more than 32 MB.`);
		else if (name === "stdout") parts.push(chunk);
		else log.add(chunk);
	}));
	await container.start();
	stream.write(input);
	stream.end();
	const timer = setTimeout(() => stop(`It was stopped because it took more than ${tool.seconds} seconds.`), tool.seconds * 1e3);
	await container.wait().finally(() => clearTimeout(timer));
	run.options.signal.throwIfAborted();
	const { State } = await container.inspect();
	const why = whyStopped({ outOfMemory: State.OOMKilled }, State.ExitCode === 0 ? "" : log.text(), limits);
	return {
		code: problem === null && why === null ? State.ExitCode : null,
		stdout: Buffer.concat(parts).toString("utf8"),
		log: log.text(),
		problem: problem ?? (why === null ? null : `It ${why}.`)
	};
}
// src/engines/docker/sandbox.ts
function openSandbox(daemon, options) {
	const resources = trackResources(daemon);
	const run = {
		docker: daemon.docker,
		daemon,
		resources,
		options,
		labels: runLabels(options.runId, options.keep)
	};
	const holder = deferred();
	const running = /* @__PURE__ */ new Set();
	const reaped = reap(daemon.docker).catch((error) => options.progress(`leftovers of earlier runs stay: ${sentence(error)}`));
	let holderBegun = false;
	let held = null;
	let reach = null;
	let installed = null;
	let waiting = null;
	let closing = null;
	const tools = memoised((requirements) => toolEnvironment(run, requirements));
	function beginHolder(image) {
		if (holderBegun) return;
		holderBegun = true;
		startHolder(run, image).then(holder.resolve, holder.reject);
		holder.promise.then(async (found) => {
			held = found;
			reach = await found.reach;
		}).catch(() => void 0);
	}
	function beginApp(found) {
		waiting?.then(({ container }) => resources.remove(container)).catch(() => void 0);
		installed = found;
		waiting = holder.promise.then((held) => startWaitingApp(run, held, found));
		waiting.catch(() => void 0);
	}
	somePython(daemon.docker).then((image) => image && !closing && beginHolder(image), () => void 0);
	const sandbox = {
		sourcePath,
		pythons: () => Promise.resolve(pythonVersions),
		install: (plan) => guarded(async () => {
			const { outcome, layer } = await installDependencies(run, plan, beginHolder);
			if (!layer) return outcome;
			const tools = await toolsLayer(run, layer.image);
			const found = {
				image: layer.image,
				interpreter: outcome.interpreter,
				dependencies: layer.volume,
				tools
			};
			if (installed?.dependencies !== found.dependencies) beginApp(found);
			return outcome;
		}),
		startService: (name, account) => guarded(async () => {
			const image = await serviceImage(run, name);
			if (!image) return false;
			await startService(run, await holder.promise, image, name, account);
			return true;
		}),
		startApp: (app) => guarded(async () => {
			if (!installed) throw new EngineError("The app was started before its dependencies were installed.");
			const ready = installed;
			const held = await holder.promise;
			const [container] = await Promise.all([
				waiting ?? startWaitingApp(run, held, ready),
				held.filled,
				held.reach.then((found) => reach = found)
			]);
			waiting = null;
			const process = startApp(container, ready, app);
			running.add(process);
			return process;
		}),
		runTool: (tool) => guarded(async () => runTool(run, await tools(tool.requirements), tool)),
		address(port, client) {
			if (!reach) throw new EngineError("The sandbox was addressed before the app or a service was started.");
			return reach.address(port, client);
		},
		lost: () => held?.lost() && !closing ? "The connection to Docker was lost in the middle of the run: the Docker engine was stopped or restarted." : null,
		close() {
			closing ??= end();
			return closing;
		}
	};
	async function end() {
		options.signal.removeEventListener("abort", abort);
		holder.reject(new EngineError("The run has ended."));
		if (options.keep) {
			options.progress(`kept for a look; remove with: docker rm --force --volumes $(docker ps --all --quiet --filter label=${runLabel}=${options.runId})`);
			resources.keep();
			return;
		}
		reach?.close();
		await resources.removeAll();
		await reaped;
	}
	function abort() {
		sandbox.close().catch(() => void 0);
	}
	options.signal.addEventListener("abort", abort, { once: true });
	async function guarded(work) {
		options.signal.throwIfAborted();
		try {
			return await work();
		} catch (error) {
			options.signal.throwIfAborted();
			if (error instanceof EngineError) throw error;
			throw new EngineError(`Docker: ${sentence(error)}`, { cause: error });
		}
	}
	return sandbox;
}
function deferred() {
	let resolve = () => void 0;
	let reject = () => void 0;
	const promise = new Promise((yes, no) => {
		resolve = yes;
		reject = no;
	});
	promise.catch(() => void 0);
	return {
		promise,
		resolve,
		reject
	};
}
export { openSandbox };
