import { t as dockerEngine } from "./docker.js";
// src/action/main.ts
const cancelled = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => cancelled.abort());
const docker = process.env.INPUT_ENGINE === "process" ? null : await dockerEngine();
const [{ run }, { grade }] = await Promise.all([import("./run.js"), import("./grade2.js")]);
process.exit(await run(process.env, (options) => grade({
	...options,
	docker
}), cancelled.signal));
export {};
