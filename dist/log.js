import { randomUUID } from "node:crypto";
// src/action/log.ts
function line(text) {
	process.stdout.write(`${text}\n`);
}
function mask(secret) {
	if (secret !== "") line(`::add-mask::${secret}`);
}
function fence() {
	const word = randomUUID();
	line(`::stop-commands::${word}`);
	return () => line(`::${word}::`);
}
export { line as n, mask as r, fence as t };
