import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { lstat } from "node:fs/promises";
// src/repository/git.ts
const safe = [
	...[
		"core.fsmonitor=false",
		"core.hooksPath=/dev/null",
		"protocol.allow=never",
		"core.pager=cat",
		"diff.external=",
		"safe.directory=*"
	].flatMap((setting) => ["-c", setting]),
	"--no-pager",
	"--no-replace-objects"
];
async function gitIn(root) {
	const folder = join(root, ".git");
	const found = await lstat(folder).catch(() => null);
	if (!found || found.isSymbolicLink()) return null;
	const env = {
		...process.env,
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_NO_LAZY_FETCH: "1",
		GIT_OPTIONAL_LOCKS: "0",
		GIT_TERMINAL_PROMPT: "0",
		GIT_CEILING_DIRECTORIES: dirname(root),
		...found.isDirectory() ? { GIT_DIR: folder } : {}
	};
	return (args, limits = {
		seconds: 5,
		megabytes: 1
	}) => run([...safe, ...args], root, env, limits);
}
function run(args, cwd, env, { seconds, megabytes }) {
	return new Promise((resolve) => {
		const child = spawn("git", args, {
			cwd,
			env,
			stdio: [
				"ignore",
				"pipe",
				"ignore"
			]
		});
		const parts = [];
		let length = 0;
		let stopped = false;
		const stop = () => {
			stopped = true;
			child.kill("SIGKILL");
		};
		const timer = setTimeout(stop, seconds * 1e3);
		child.stdout.on("data", (chunk) => {
			length += chunk.length;
			if (length > megabytes * 1024 * 1024) stop();
			else parts.push(chunk);
		});
		const end = (code) => {
			clearTimeout(timer);
			resolve({
				output: Buffer.concat(parts),
				whole: code === 0 && !stopped
			});
		};
		child.once("error", () => end(null));
		child.once("close", end);
	});
}
export { gitIn as t };
