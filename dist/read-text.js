import { join } from "node:path";
import { constants } from "node:fs";
import { open } from "node:fs/promises";
// src/repository/read-text.ts
const maxBytes = 524288;
function textReader(root) {
	const read = /* @__PURE__ */ new Map();
	return (file) => {
		const known = read.get(file) ?? readText(root, file);
		read.set(file, known);
		return known;
	};
}
async function readText(root, file) {
	return readRegular(join(root, file)).catch(() => "");
}
async function readRegular(path) {
	const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
	try {
		if (!(await handle.stat()).isFile()) return "";
		const buffer = Buffer.alloc(maxBytes);
		let length = 0;
		for (;;) {
			const { bytesRead } = await handle.read(buffer, length, maxBytes - length);
			length += bytesRead;
			if (bytesRead === 0 || length === maxBytes) break;
		}
		return decode(buffer.subarray(0, length));
	} finally {
		await handle.close();
	}
}
function decode(bytes) {
	const encoding = bytes[0] === 255 && bytes[1] === 254 ? "utf-16le" : bigEndian(bytes) ? "utf-16be" : guess(bytes);
	return new TextDecoder(encoding).decode(bytes);
}
const bigEndian = (bytes) => bytes[0] === 254 && bytes[1] === 255;
function guess(bytes) {
	const start = bytes.subarray(0, 200);
	const zeros = (odd) => start.filter((byte, index) => byte === 0 && index % 2 === odd).length;
	if (zeros(1) > start.length / 4) return "utf-16le";
	return zeros(0) > start.length / 4 ? "utf-16be" : "utf-8";
}
export { textReader as n, readText as t };
