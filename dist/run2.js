import { t as EngineError } from "./engine-error.js";
import { join } from "node:path";
import { lstat } from "node:fs/promises";
// src/tools/files.ts
const MEGABYTE = 1048576;
const MOST = 96 * MEGABYTE;
async function filesFor(root, files, wanted, largest = 8) {
	const given = {
		files: [],
		tooLarge: []
	};
	let total = 0;
	const sizes = await Promise.all(files.filter(wanted).map(async (path) => {
		const found = await lstat(join(root, path)).catch(() => null);
		return found?.isFile() ? {
			path,
			size: found.size
		} : null;
	}));
	for (const file of sizes) {
		if (file === null) continue;
		const fits = file.size <= largest * MEGABYTE && total + file.size <= MOST;
		if (fits) total += file.size;
		(fits ? given.files : given.tooLarge).push(file.path);
	}
	return given;
}
const isTest = (path) => /(^|\/)(tests?|testing)\/|(^|\/)(tests?|conftest|test_[^/]*|[^/]*_tests?|factories)\.py$/i.test(path);
const isMigration = (path) => /(^|\/)migrations\/[^/]+\.py$/.test(path);
const counted = (number, one, many = `${one}s`) => number === 1 ? `one ${one}` : `${number} ${many}`;
// src/tools/requirements.ts
const VERSIONS = {
	bandit: "1.9.4",
	"detect-secrets": "1.5.0",
	"pip-audit": "2.10.1"
};
const REQUIREMENTS = [
	...Object.entries(VERSIONS).map(([name, version]) => `${name}==${version}`),
	"boolean-py==5.0",
	"cachecontrol==0.14.4",
	"certifi==2026.10.18",
	"charset-normalizer==3.5.2",
	"cvss==3.6",
	"cyclonedx-python-lib==11.12.0",
	"defusedxml==0.7.1",
	"filelock==4.2.11",
	"idna==3.20",
	"license-expression==30.4.4",
	"markdown-it-py==4.3.0",
	"mdurl==0.1.2",
	"msgpack==1.2.4",
	"packageurl-python==0.17.6",
	"packaging==26.3",
	"pip==26.3",
	"pip-api==0.0.35",
	"pip-requirements-parser==32.0.1",
	"platformdirs==4.14.7",
	"py-serializable==2.1.0",
	"pygments==2.21.0",
	"pyparsing==3.3.3",
	"pyyaml==6.0.3",
	"requests==2.34.2",
	"rich==15.0.0",
	"sortedcontainers==2.4.0",
	"stevedore==5.10.0",
	"tomli==2.5.0",
	"tomli-w==1.2.0",
	"urllib3==2.8.0"
];
// src/tools/run.ts
async function runJson({ sandbox }, name, schema, meanings, wanted) {
	const run = {
		requirements: REQUIREMENTS,
		files: [],
		input: Buffer.alloc(0),
		network: false,
		env: {},
		seconds: 90,
		...wanted
	};
	try {
		const { code, stdout, log, problem, installed } = await sandbox.runTool(run);
		const failed = (why) => ({
			answer: null,
			problem: `${name} could not be run: ${why}`,
			installed
		});
		if (problem !== null) return failed(problem);
		if (code === null || !meanings.includes(code)) return failed(`it ended with ${code}. ${lastLine(log)}`);
		const parsed = schema.safeParse(jsonOf(stdout));
		if (!parsed.success) return failed("its answer is not what it should be.");
		return {
			answer: parsed.data,
			problem: "",
			installed
		};
	} catch (error) {
		if (!(error instanceof EngineError)) throw error;
		return {
			answer: null,
			problem: `${name} could not be run: ${error.message}`,
			installed: {}
		};
	}
}
const lastLine = (log) => log.trim().split("\n").at(-1)?.slice(0, 300) ?? "";
function jsonOf(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
export { isMigration as a, filesFor as i, VERSIONS as n, isTest as o, counted as r, runJson as t };
