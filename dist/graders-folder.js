import { dirname, join } from "node:path";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
// src/run/graders-folder.ts
function gradersFolder() {
	const here = dirname(fileURLToPath(import.meta.url));
	const beside = join(here, "graders");
	return existsSync(beside) ? beside : join(here, "..", "..", "graders");
}
export { gradersFolder as t };
