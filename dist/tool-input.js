import { t as require_tar_stream } from "./tar-stream.js";
import { dirname, join } from "node:path";
import { constants } from "node:fs";
import { lstat, open } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { StringDecoder } from "node:string_decoder";
import { buffer } from "node:stream/consumers";
// src/engines/memoised.ts
function memoised(make) {
	const made = /* @__PURE__ */ new Map();
	return (names) => {
		const key = names.join("\n");
		const known = made.get(key) ?? make(names);
		made.set(key, known);
		return known;
	};
}
// src/inside/folder.ts
const insideFolder = fileURLToPath(import.meta.url.endsWith(".ts") ? new URL(".", import.meta.url) : new URL("inside/", import.meta.url));
// src/engines/docker/archive.ts
var import_tar_stream = require_tar_stream();
function archive(owner, entries) {
	const stream = (0, import_tar_stream.pack)();
	const add = ({ name, content, executable }) => new Promise((resolve, reject) => {
		const folder = name.endsWith("/");
		const mode = folder || executable ? 493 : 420;
		const type = folder ? "directory" : "file";
		const done = (error) => error ? reject(error) : resolve();
		stream.entry({
			name,
			mode,
			type,
			uid: owner,
			gid: owner,
			mtime: /* @__PURE__ */ new Date()
		}, content ?? "", done);
	});
	const all = async () => {
		for await (const entry of entries) await add(entry);
	};
	all().then(() => stream.finalize(), (error) => stream.destroy(error));
	return stream;
}
// src/engines/docker/source.ts
const learner = 10001;
async function sourceFiles(source, files) {
	return (await Promise.all(files.map(async (path) => {
		const entry = await lstat(join(source, path)).catch(() => null);
		return entry?.isFile() ? {
			path,
			size: entry.size,
			executable: (entry.mode & 64) !== 0
		} : null;
	}))).filter((file) => file !== null);
}
function sourceArchive(source, files) {
	return archive(learner, entries(source, files));
}
async function* entries(source, files) {
	for (const folder of folders(files)) yield { name: `${folder}/` };
	for (const { path, executable } of files) {
		const content = await read(join(source, path));
		if (content) yield {
			name: path,
			content,
			executable
		};
	}
}
function folders(files) {
	const found = /* @__PURE__ */ new Set();
	for (const { path } of files) for (let folder = dirname(path); folder !== "." && !found.has(folder); folder = dirname(folder)) found.add(folder);
	return [...found].sort();
}
async function read(path) {
	const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
	const handle = await open(path, flags).catch(() => null);
	try {
		return handle && (await handle.stat()).isFile() ? await handle.readFile() : null;
	} finally {
		await handle?.close();
	}
}
// src/engines/docker/output.ts
const lineLimit = 9437184;
const logLines = 400;
const logLineLength = 4e3;
function demultiplex(onChunk) {
	let head = Buffer.alloc(0);
	let stream = "stdout";
	let left = 0;
	return (data) => {
		let at = 0;
		while (at < data.length) {
			if (left > 0) {
				const chunk = data.subarray(at, at + left);
				at += chunk.length;
				left -= chunk.length;
				onChunk(stream, chunk);
				continue;
			}
			const part = data.subarray(at, at + 8 - head.length);
			at += part.length;
			head = Buffer.concat([head, part]);
			if (head.length < 8) continue;
			stream = head[0] === 2 ? "stderr" : "stdout";
			left = head.readUInt32BE(4);
			head = Buffer.alloc(0);
		}
	};
}
function lines(onLine) {
	const decoder = new StringDecoder("utf8");
	let parts = [];
	let length = 0;
	return (chunk) => {
		const pieces = decoder.write(chunk).split("\n");
		for (const [index, piece] of pieces.entries()) {
			length += piece.length;
			if (length <= lineLimit) parts.push(piece);
			if (index === pieces.length - 1) return;
			onLine(parts.join(""));
			parts = [];
			length = 0;
		}
	};
}
function logTail() {
	let kept = [];
	let open = "";
	const decoder = new StringDecoder("utf8");
	return {
		add(chunk) {
			const pieces = (open + decoder.write(chunk)).split("\n");
			open = (pieces.pop() ?? "").slice(0, logLineLength);
			kept.push(...pieces.slice(-400).map((line) => line.slice(0, logLineLength)));
			if (kept.length > 2 * logLines) kept = kept.slice(-400);
		},
		text: () => [...kept, ...open ? [open] : []].slice(-400).join("\n")
	};
}
// src/engines/tool-input.ts
async function toolInput(source, tool, order) {
	const files = await sourceFiles(source, [...tool.files]);
	const packed = await buffer(sourceArchive(source, files));
	const line = `${JSON.stringify({
		...order,
		archive: packed.length
	})}\n`;
	return Buffer.concat([
		Buffer.from(line),
		packed,
		tool.input
	]);
}
const toolCommand = (interpreter, folder, { program, args }) => [
	interpreter,
	"-I",
	"-B",
	..."module" in program ? ["-m", program.module] : [`${folder}/${program.script}`],
	...args
];
const toolVariables = (temporary) => ({
	HOME: temporary,
	TMPDIR: temporary,
	PATH: "/usr/local/bin:/usr/bin:/bin",
	LANG: "C.UTF-8",
	PYTHONUTF8: "1"
});
export { lines as a, sourceArchive as c, insideFolder as d, memoised as f, demultiplex as i, sourceFiles as l, toolInput as n, logTail as o, toolVariables as r, learner as s, toolCommand as t, archive as u };
