import { a as array, d as object, h as string, o as boolean, p as record } from "./schemas.js";
import { t as EngineError } from "./engine-error.js";
import { a as lines, d as insideFolder, f as memoised, l as sourceFiles, n as toolInput, o as logTail, r as toolVariables, t as toolCommand } from "./tool-input.js";
import { a as removeFolder, c as killNow, i as reap, l as runVariable, n as disown, o as removeFolderNow, r as makeRun, s as killAll, t as cacheFolder } from "./folders.js";
import { a as thisProcess, i as parseOwner, n as isAlive, t as formatOwner } from "./owner.js";
import { execFile, spawn } from "node:child_process";
import { delimiter, dirname, join } from "node:path";
import { constants } from "node:fs";
import { createHash, randomBytes } from "node:crypto";
import { access, constants as constants$1, link, mkdir, open, readFile, readdir, realpath, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { promisify } from "node:util";
// src/engines/process/app.ts
const limits = {
	stdout: 256,
	stderr: 32
};
const confine = "ulimit -c 0; ulimit -f 524288; ulimit -n 1024; ulimit -v 4194304; exec 2>&3 3>&-; exec \"$@\"";
async function startApp(run, interpreter, options) {
	if (options.cwd.startsWith("/") || options.cwd.split("/").includes("..")) throw new EngineError(`${options.cwd} is outside the source.`);
	const command = [
		interpreter,
		"-u",
		join(insideFolder, "boot.py")
	];
	const child = spawn("/bin/sh", [
		"-c",
		`exec 3>&2 2>/dev/null; ${confine}`,
		"sh",
		...command
	], {
		cwd: join(run.paths.source, options.cwd),
		env: environment(run, interpreter, options),
		detached: true,
		stdio: [
			"pipe",
			"pipe",
			"pipe"
		]
	});
	await new Promise((resolve, reject) => {
		child.once("spawn", resolve);
		child.once("error", (error) => reject(new EngineError(`The app could not be started: ${error.message}`)));
	});
	return converse(run, child, child.pid ?? 0);
}
function converse(run, child, group) {
	const log = logTail();
	const waiting = [];
	const written = {
		stdout: 0,
		stderr: 0
	};
	let listener = null;
	let reason = null;
	const onLine = lines((line) => {
		if (listener) listener(line);
		else waiting.push(line);
	});
	const bounded = (name, take) => (chunk) => {
		if (reason) return;
		written[name] += chunk.length;
		if (written[name] <= limits[name] * 1024 * 1024) return take(chunk);
		reason = `was stopped because it wrote more than ${limits[name]} MB of output`;
		end();
	};
	child.stdout.on("data", bounded("stdout", onLine));
	child.stderr.on("data", bounded("stderr", log.add));
	child.stdin.on("error", () => void 0);
	const exited = new Promise((resolve) => child.once("exit", (code, signal) => resolve({
		code,
		signal
	}))).then(async (how) => {
		await end();
		return {
			...how,
			reason
		};
	});
	function end() {
		return killAll([group], {
			id: run.options.runId,
			folder: run.paths.source
		});
	}
	return {
		group,
		send: (line) => void child.stdin.write(`${line}\n`),
		onLine(next) {
			listener = next;
			for (const line of waiting.splice(0)) next(line);
		},
		log: log.text,
		exited,
		async kill() {
			await end();
			await exited;
			child.stdin.destroy();
			child.stdout.destroy();
			child.stderr.destroy();
		}
	};
}
function environment(run, interpreter, { env }) {
	return {
		USER: "app",
		LOGNAME: "app",
		LANG: "C.UTF-8",
		PYTHONDONTWRITEBYTECODE: "1",
		...env,
		PATH: `${dirname(interpreter)}:${env.PATH ?? "/usr/local/bin:/usr/bin:/bin"}`,
		HOME: run.paths.home,
		TMPDIR: run.paths.temporary,
		MILEPOST_SOURCE: run.paths.source,
		MILEPOST_SCRATCH: run.paths.scratch,
		[runVariable]: run.options.runId
	};
}
// src/engines/process/installer.ts
const minutes = 9;
const outcomeSchema = object({
	ok: boolean(),
	python: string(),
	interpreter: string(),
	installed: record(string(), string()),
	changes: array(object({
		what: string(),
		why: string()
	})),
	reused: boolean(),
	problem: string().nullable(),
	log: string()
});
async function runInstaller(run, python, target, plan, script) {
	run.options.progress(`installing dependencies with Python ${python.version}`);
	const log = logTail();
	let answer = "";
	let stopped = null;
	const child = spawn(python.path, [
		"-E",
		"-s",
		"-B",
		"-u",
		join(insideFolder, script),
		target
	], {
		cwd: run.paths.temporary,
		env: installerEnvironment(run),
		detached: true,
		stdio: [
			"pipe",
			"pipe",
			"pipe"
		]
	});
	const ended = new Promise((resolve) => {
		child.on("error", (error) => log.add(Buffer.from(error.message))).on("error", () => resolve());
		child.on("close", () => resolve());
	});
	const onLine = lines((line) => {
		if (line.startsWith("{")) answer = line;
	});
	child.stdout.on("data", onLine);
	child.stderr.on("data", log.add);
	child.stdin.on("error", () => void 0);
	child.stdin.end(`${JSON.stringify(plan)}\n`);
	const mark = {
		id: run.options.runId,
		folder: run.paths.temporary
	};
	const stop = (why) => {
		stopped = why;
		killAll(child.pid ? [child.pid] : [], mark);
	};
	const timer = setTimeout(() => stop(`was stopped because it took more than ${minutes} minutes`), minutes * 6e4);
	const abort = () => stop("was stopped");
	run.options.signal.addEventListener("abort", abort, { once: true });
	await ended;
	clearTimeout(timer);
	run.options.signal.removeEventListener("abort", abort);
	await killAll(child.pid ? [child.pid] : [], mark);
	run.options.signal.throwIfAborted();
	return read$1(answer, stopped, log.text(), python, target);
}
function read$1(answer, stopped, log, python, target) {
	const parsed = outcomeSchema.safeParse(parseJson(answer));
	const interpreter = join(target, "bin/python");
	if (parsed.success && !stopped) return {
		...parsed.data,
		interpreter,
		log: parsed.data.log || log
	};
	const problem = `The installation of the dependencies ${stopped ?? "ended without a result"}.`;
	const { version } = python;
	return {
		ok: false,
		python: version,
		interpreter,
		installed: {},
		changes: [],
		reused: false,
		problem,
		log
	};
}
const passedOn = /^(PATH|HOME|USER|LOGNAME|LANG|LC_ALL|PYENV_ROOT|XDG_CONFIG_HOME|XDG_CONFIG_DIRS|NETRC|CC|CXX|SSL_CERT_FILE|SSL_CERT_DIR|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|PIP_\w+|UV_\w+|\w+_PROXY|\w+_proxy)$/;
function installerEnvironment(run) {
	const cache = cacheFolder();
	const own = Object.entries(process.env).filter((pair) => pair[1] !== void 0 && passedOn.test(pair[0]) && !/PUBLISH/.test(pair[0]));
	return {
		...Object.fromEntries(own),
		TMPDIR: run.paths.temporary,
		UV_CACHE_DIR: join(cache, "uv"),
		PIP_CACHE_DIR: join(cache, "pip"),
		MILEPOST_TOOLS: join(cache, "tools"),
		UV_LINK_MODE: "copy",
		[runVariable]: run.options.runId
	};
}
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
// src/engines/process/pythons.ts
const run = promisify(execFile);
async function findPythons(environment = process.env) {
	const newest = (await Promise.all([fromPath(environment), fromPyenv(environment)])).flat().sort((a, b) => minor(b.version) - minor(a.version));
	return newest.filter((python, index) => newest.findIndex((one) => one.version === python.version) === index);
}
function choosePythons(wished, here) {
	const exact = wished.map((version) => here.find((python) => python.version === version)).filter((python) => python !== void 0);
	if (exact.length > 0) return exact;
	const aim = minor(wished[0] ?? here[0]?.version ?? "3.12");
	const distance = (python) => Math.abs(minor(python.version) - aim);
	return [...here].sort((a, b) => distance(a) - distance(b) || minor(b.version) - minor(a.version)).slice(0, 1);
}
async function fromPath(environment) {
	const folders = [...new Set((environment.PATH ?? "").split(delimiter).filter((folder) => /^\/(?!.*\/\.?pyenv\/shims\/?$)/.test(folder)))];
	return known((await Promise.all(folders.map(async (folder) => {
		return (await readdir(folder).catch(() => [])).filter((name) => /^python3(\.\d+)?$/.test(name)).map((name) => join(folder, name));
	}))).flat());
}
async function fromPyenv(environment) {
	const versions = join(environment.PYENV_ROOT ?? join(homedir(), ".pyenv"), "versions");
	return known((await readdir(versions).catch(() => [])).filter((name) => /^3\.\d+\.\d+$/.test(name)).map((name) => join(versions, name, "bin/python3")));
}
async function known(paths) {
	return (await Promise.all(paths.map(look))).filter((python) => python !== null && minor(python.version) >= 6);
}
async function look(path) {
	const real = await realpath(path).catch(() => null);
	if (!real || !await isExecutable(real)) return null;
	const named = /\/python(3\.\d+)$/.exec(real)?.[1];
	if (named && !/\/shims\//.test(real)) return {
		version: named,
		path: real
	};
	return ask(path);
}
async function ask(path) {
	const [version, executable] = (await run(path, [
		"-I",
		"-c",
		"import sys; print(\"%d.%d\" % sys.version_info[:2]); print(sys.executable)"
	], { timeout: 5e3 }).catch(() => null))?.stdout.trim().split("\n") ?? [];
	return version && executable ? {
		version,
		path: executable
	} : null;
}
function minor(version) {
	return Number(version.split(".")[1]);
}
async function isExecutable(path) {
	return access(path, constants$1.X_OK).then(() => true, () => false);
}
// src/engines/process/install.ts
const recipe = 1;
const kept = 20;
const day = 864e5;
const ownerFile = "owner";
const noteSchema = object({
	folder: string().regex(/^[\w-]+$/),
	python: string(),
	installed: record(string(), string()),
	changes: array(object({
		what: string(),
		why: string()
	}))
});
async function installDependencies(run, plan, script = "install.py") {
	const pythons = choosePythons(plan.pythons, await findPythons());
	if (pythons.length === 0) throw new EngineError("No Python 3 was found on this machine: install one, or use the Docker engine.");
	const shared = join(cacheFolder(), "dependencies");
	await mkdir(shared, {
		recursive: true,
		mode: 448
	});
	const key = await cacheKey(plan, pythons, script);
	const reused = await reuse(shared, key);
	if (reused) return reused;
	let last = null;
	for (const python of pythons) {
		run.options.signal.throwIfAborted();
		last = await build(run, plan, python, shared, key, script);
		if (last.ok) break;
	}
	await tidy(shared).catch(() => void 0);
	if (!last) throw new EngineError("No Python was tried.");
	return last;
}
async function build(run, plan, python, shared, key, script) {
	const name = `${key}-${randomBytes(6).toString("hex")}`;
	const folder = join(shared, name);
	await mkdir(folder, { mode: 448 });
	await writeFile(join(folder, ownerFile), formatOwner(thisProcess));
	try {
		const wanted = {
			...plan,
			pythons: [python.version]
		};
		const outcome = await runInstaller(run, python, join(folder, "venv"), wanted, script);
		if (!outcome.ok) {
			await removeFolder(folder);
			return outcome;
		}
		const { installed, changes } = outcome;
		const note = join(folder, "note.json");
		await writeFile(note, JSON.stringify({
			folder: name,
			python: outcome.python,
			installed,
			changes
		}));
		return await publish(shared, key, note, outcome);
	} catch (error) {
		await removeFolder(folder);
		throw error;
	}
}
async function publish(shared, key, note, outcome) {
	const pointer = join(shared, `${key}.json`);
	await link(note, pointer).catch(async (error) => {
		if (error.code !== "EEXIST") return rename(note, pointer);
	});
	return outcome;
}
async function reuse(shared, key) {
	const pointer = join(shared, `${key}.json`);
	const note = await readNote(pointer);
	if (!note) return null;
	const { folder, ...rest } = note;
	const interpreter = join(shared, folder, "venv/bin/python");
	if (!await access(interpreter).then(() => true, () => false)) {
		await rm(pointer, { force: true });
		return null;
	}
	const now = /* @__PURE__ */ new Date();
	await utimes(pointer, now, now).catch(() => void 0);
	return {
		ok: true,
		interpreter,
		reused: true,
		problem: null,
		log: "",
		...rest
	};
}
async function readNote(pointer) {
	try {
		return noteSchema.parse(JSON.parse(await readFile(pointer, "utf8")));
	} catch {
		return null;
	}
}
async function cacheKey(plan, pythons, script) {
	const names = (await readdir(insideFolder)).filter((name) => /^install\w*\.py$/.test(name) || name === script).sort();
	const { requirements, extra, excludeNewer } = plan;
	const hash = createHash("sha256").update(JSON.stringify([
		recipe,
		pythons,
		requirements,
		extra,
		excludeNewer
	]));
	for (const name of names) hash.update(await readFile(join(insideFolder, name)));
	return hash.digest("hex").slice(0, 24);
}
async function tidy(shared) {
	const names = await readdir(shared);
	const pointers = await Promise.all(names.filter((name) => name.endsWith(".json")).map(async (name) => ({
		path: join(shared, name),
		used: (await stat(join(shared, name))).mtimeMs
	})));
	pointers.sort((a, b) => b.used - a.used);
	for (const { path, used } of pointers.slice(kept)) if (Date.now() - used > day) await rm(path, { force: true });
	const notes = await Promise.all(pointers.map(({ path }) => readNote(path)));
	const named = new Set(notes.map((note) => note?.folder));
	for (const name of names.filter((name) => !name.endsWith(".json") && !named.has(name))) {
		const owner = parseOwner(await readFile(join(shared, name, ownerFile), "utf8").catch(() => ""));
		if (owner && isAlive(owner) === false) await removeFolder(join(shared, name));
	}
}
// src/engines/process/source.ts
async function copySource({ options, paths }) {
	for (const { path, executable } of await sourceFiles(options.source, options.files)) {
		if (path.startsWith("/") || path.split("/").includes("..")) throw new EngineError(`${path} is outside the source.`);
		const content = await read(join(options.source, path));
		if (!content) continue;
		const target = join(paths.source, path);
		await mkdir(dirname(target), { recursive: true });
		await writeFile(target, content, { mode: executable ? 493 : 420 });
	}
}
async function read(path) {
	const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
	const handle = await open(path, flags).catch(() => null);
	try {
		return handle && (await handle.stat()).isFile() ? await handle.readFile() : null;
	} finally {
		await handle?.close();
	}
}
// src/engines/process/tool-run.ts
async function toolRunOf(run) {
	const folder = join(run.folder, "tools");
	const temporary = join(folder, "temporary");
	await mkdir(temporary, {
		recursive: true,
		mode: 448
	});
	return {
		...run,
		options: {
			...run.options,
			runId: `${run.options.runId}-tools`
		},
		folder,
		paths: {
			...run.paths,
			temporary
		}
	};
}
async function toolEnvironment(run, requirements) {
	const newest = (await findPythons()).find(({ version }) => Number(version.split(".")[1]) >= 10);
	if (newest === void 0) throw new EngineError("The tools need Python 3.10 or newer: install one, or use the Docker engine.");
	const outcome = await installDependencies(run, {
		pythons: [newest.version],
		requirements: [...requirements],
		extra: [],
		excludeNewer: null
	}, "tool_environment.py");
	if (!outcome.ok) throw new EngineError(`The tools could not be installed: ${outcome.problem ?? "the log says why"}`);
	return {
		interpreter: outcome.interpreter,
		installed: outcome.installed
	};
}
let number = 0;
async function runTool(run, { interpreter, installed }, tool, groups) {
	number += 1;
	const mark = {
		id: `${run.options.runId}-${number}`,
		folder: join(run.folder, `${number}`)
	};
	const network = tool.network ? installerEnvironment(run) : {};
	return {
		...await talk(run, interpreter, tool, await toolInput(run.options.source, tool, {
			folder: mark.folder,
			command: toolCommand(interpreter, insideFolder, tool),
			environment: {
				...network,
				...toolVariables(run.paths.temporary),
				...tool.env,
				[runVariable]: mark.id
			},
			certificates: null
		}), mark, groups),
		installed
	};
}
async function talk(run, interpreter, tool, input, mark, groups) {
	const child = spawn(interpreter, [
		"-I",
		"-S",
		"-B",
		join(insideFolder, "tool_start.py")
	], {
		cwd: run.folder,
		env: { [runVariable]: mark.id },
		detached: true,
		stdio: [
			"pipe",
			"pipe",
			"pipe"
		]
	});
	const group = child.pid;
	if (group !== void 0) groups.add(group);
	const log = logTail();
	const parts = [];
	let written = 0;
	let problem = null;
	const end = () => killAll(group === void 0 ? [] : [group], mark);
	const stop = (why) => {
		problem ??= why;
		end();
	};
	child.stdout.on("data", (chunk) => {
		written += chunk.length;
		if (written > 33554432) stop(`It was stopped because it wrote more than 32 MB.`);
		else parts.push(chunk);
	});
	child.stderr.on("data", log.add);
	child.stdin.on("error", () => void 0);
	child.stdin.end(input);
	const timer = setTimeout(() => stop(`It was stopped because it took more than ${tool.seconds} seconds.`), tool.seconds * 1e3);
	const abort = () => stop("It was stopped with the run.");
	run.options.signal.addEventListener("abort", abort, { once: true });
	const code = await new Promise((resolve) => {
		child.once("error", (error) => {
			problem ??= `It could not be started: ${error.message}.`;
			resolve(null);
		});
		child.once("close", resolve);
	});
	clearTimeout(timer);
	run.options.signal.removeEventListener("abort", abort);
	await end();
	if (group !== void 0) groups.delete(group);
	run.options.signal.throwIfAborted();
	return {
		code: problem === null ? code : null,
		stdout: Buffer.concat(parts).toString("utf8"),
		log: log.text(),
		problem
	};
}
// src/engines/process/sandbox.ts
async function openSandbox(options) {
	options.signal.throwIfAborted();
	const reaped = reap().catch((error) => options.progress(`leftovers of earlier runs stay: ${error.message}`));
	const run = await makeRun(options);
	const groups = /* @__PURE__ */ new Set();
	const mark = {
		id: options.runId,
		folder: run.folder
	};
	let interpreter = null;
	let app = null;
	const tools = memoised((requirements) => toolsFor(run, requirements));
	let closing = null;
	const forget = atTheEnd(() => {
		killNow([...groups], mark);
		killNow([], {
			...mark,
			id: `${mark.id}-tools`
		});
		if (!options.keep) removeFolderNow(run.folder);
	});
	const close = () => {
		closing ??= end();
		return closing;
	};
	const abort = () => void close().catch(() => void 0);
	options.signal.addEventListener("abort", abort, { once: true });
	await copySource(run).catch(async (error) => {
		await close();
		throw error;
	});
	async function end() {
		options.signal.removeEventListener("abort", abort);
		await killAll([...groups], mark);
		await killAll([], {
			...mark,
			id: `${mark.id}-tools`
		});
		await app?.kill();
		if (options.keep) {
			await disown(run.folder);
			options.progress(`kept for a look: ${run.folder}`);
		} else await removeFolder(run.folder);
		forget();
		await reaped;
	}
	function stillOpen() {
		options.signal.throwIfAborted();
		if (closing) throw new EngineError("The run has ended.");
	}
	return {
		sourcePath: run.paths.source,
		pythons: async () => (await findPythons()).map((python) => python.version),
		async install(plan) {
			stillOpen();
			const outcome = await installDependencies(run, plan);
			if (outcome.ok) interpreter = outcome.interpreter;
			return outcome;
		},
		startService: async () => false,
		async startApp(wanted) {
			stillOpen();
			if (!interpreter) throw new EngineError("The app was started before its dependencies were installed.");
			const started = await startApp(run, interpreter, wanted);
			app = started;
			groups.add(started.group);
			started.exited.then(() => groups.delete(started.group));
			return started;
		},
		async runTool(tool) {
			stillOpen();
			const [ofTools, environment] = await tools(tool.requirements);
			stillOpen();
			return runTool(ofTools, environment, tool, groups);
		},
		address: (port, client) => ({
			host: "127.0.0.1",
			port,
			localAddress: process.platform === "linux" ? `127.0.0.${client}` : void 0
		}),
		lost: () => null,
		close
	};
}
async function toolsFor(run, requirements) {
	const ofTools = await toolRunOf(run);
	return [ofTools, await toolEnvironment(ofTools, requirements)];
}
function atTheEnd(work) {
	const signals = [
		"SIGINT",
		"SIGTERM",
		"SIGHUP"
	];
	const onSignal = (signal) => {
		if (process.listenerCount(signal) > 1) return;
		work();
		forget();
		process.kill(process.pid, signal);
	};
	const forget = () => {
		process.off("exit", work);
		for (const signal of signals) process.off(signal, onSignal);
	};
	process.once("exit", work);
	for (const signal of signals) process.on(signal, onSignal);
	return forget;
}
export { openSandbox };
