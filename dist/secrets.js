import { a as array, d as object, h as string, n as _enum, o as boolean, u as number } from "./schemas.js";
import { t as gitIn } from "./git.js";
import { t as readText } from "./read-text.js";
import { i as filesFor, n as VERSIONS, r as counted, t as runJson } from "./run2.js";
import { t as notRun } from "./tool.js";
// src/tools/history.ts
const MOST = {
	seconds: 30,
	megabytes: 48
};
const LEFT_OUT = [
	...[
		"node_modules",
		"site-packages",
		"bower_components",
		"staticfiles",
		"__pycache__",
		"venv",
		".venv",
		"env/Lib"
	].map((folder) => `**/${folder}/**`),
	...[
		"svg",
		"css",
		"scss",
		"map",
		"po",
		"mo",
		"lock",
		"csv",
		"pyc",
		"sqlite3",
		"db",
		"pdf",
		"zip",
		"gz",
		"min.js"
	],
	...[
		"png",
		"jpg",
		"jpeg",
		"gif",
		"webp",
		"ico",
		"bmp",
		"woff",
		"woff2",
		"ttf",
		"eot",
		"otf",
		"mp3",
		"mp4",
		"webm"
	]
].map((name) => `:(exclude,glob,icase)${name.includes("/") ? name : `**/*.${name}`}`);
const COMMITS = [
	"--exclude=refs/stash",
	"--all",
	"--full-history",
	"--no-merges"
];
const PATHS = [
	"--",
	".",
	...LEFT_OUT,
	":(exclude,glob)**/package-lock.json"
];
async function readHistory(git) {
	const [shallow, count] = await Promise.all([git(["rev-parse", "--is-shallow-repository"]), git([
		"rev-list",
		"--count",
		...COMMITS,
		...PATHS
	], {
		...MOST,
		megabytes: 1
	})]);
	const commits = Number(count.output.toString("utf8").trim() || NaN);
	if (!shallow.whole || !count.whole || !Number.isInteger(commits)) return {
		log: Buffer.alloc(0),
		commits: 0,
		shallow: false,
		problem: "The history could not be read."
	};
	const { output, whole } = await git([
		...[
			"-c",
			"diff.renames=false",
			"-c",
			"core.quotePath=true",
			"log",
			...COMMITS
		],
		...[
			"--patch",
			"--unified=0",
			"--inter-hunk-context=0",
			"--text",
			"--no-color",
			"--no-renames"
		],
		...[
			"--no-ext-diff",
			"--no-textconv",
			"--no-show-signature",
			"--no-notes",
			"--no-decorate",
			"--no-mailmap"
		],
		...[
			"--src-prefix=a/",
			"--dst-prefix=b/",
			"-O/dev/null",
			"--ignore-submodules=all",
			"--format=%x01commit %H"
		],
		...PATHS
	], MOST);
	return {
		log: output,
		commits,
		shallow: shallow.output.toString("utf8").trim() === "true",
		problem: whole ? null : `The history is too long to be read to its end (${MOST.megabytes} MB, ${MOST.seconds} seconds).`
	};
}
async function trackedFiles(git) {
	const { output, whole } = await git([
		"ls-files",
		"-z",
		"--cached",
		"--others",
		"--exclude-standard"
	], {
		seconds: 15,
		megabytes: 16
	});
	return whole ? new Set(output.toString("utf8").split("\0").filter(Boolean)) : null;
}
// src/tools/secret-words.ts
const WHAT = {
	token: "A token of another service",
	"private-key": "A private key",
	"hard-coded": "A secret is written into the repository",
	"env-file": "A file with the values of the environment is committed"
};
const whatItIs = (rule) => WHAT[rule];
function adviceFor(secret) {
	const { rule, name, commit, counts } = secret;
	if (!counts) return "";
	const danger = name.includes("SECRET_KEY") ? "Whoever reads it can forge sessions, password reset links and signed data." : rule === "token" || rule === "private-key" ? "Whoever reads it can act as you at that service." : "Whoever reads the repository can use it.";
	if (commit !== null) return `${danger} Deleting it in a later commit is not enough: make it worthless first (rotate it where it was issued), then take it out of the history with git filter-repo --invert-paths --path, or --replace-text.`;
	if (rule === "env-file") return `${danger} Run git rm --cached on the file, name it in .gitignore, commit an example without values, and give every value in it a new one.`;
	if (rule === "token" || rule === "private-key") return `${danger} Revoke it there, make a new one, and read that from the environment.`;
	return `${danger} Read it from the environment, such as os.environ["${/^\w+$/.test(name) ? name.toUpperCase() : "DATABASE_PASSWORD"}"], and give it a new value: the old one is known.`;
}
function linkFor({ rule, name }) {
	if (name.includes("SECRET_KEY")) return "https://docs.djangoproject.com/en/stable/ref/settings/#secret-key";
	return rule === "hard-coded" ? "https://12factor.net/config" : "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository";
}
// src/tools/secrets.ts
const findingSchema = object({
	rule: _enum([
		"token",
		"private-key",
		"hard-coded",
		"env-file"
	]),
	name: string(),
	shown: string(),
	file: string(),
	line: number().int().min(1),
	commit: string().nullable(),
	code: string().nullable(),
	counts: boolean(),
	why: string().nullable(),
	silenced: boolean()
});
const answerSchema = object({
	read: array(string()),
	skipped: array(string()),
	unread: array(object({
		file: string(),
		reason: string()
	})),
	commits: number().int(),
	findings: array(findingSchema),
	more: number().int()
});
const REPRODUCE = `python -m pip install detect-secrets==${VERSIONS["detect-secrets"]} && detect-secrets scan --all-files`;
const SHALLOW = `Only the newest commits were checked out, so what older ones hold cannot be told. Give actions/checkout \`fetch-depth: 0\`, or run git fetch --unshallow.`;
const secrets = {
	name: "secrets",
	async run(context) {
		const { repository } = context;
		const git = await gitIn(repository.root);
		const [tracked, history] = git === null ? [null, null] : await Promise.all([trackedFiles(git), readHistory(git)]);
		const isPart = tracked === null ? await notIgnored(repository.root) : (file) => tracked.has(file);
		const { files, tooLarge } = await filesFor(repository.root, repository.files, (file) => isPart(file) && mayHold(file), 2);
		const { answer, problem, installed } = await runJson(context, "The scan for secrets", answerSchema, [0], {
			program: { script: "tool_secrets.py" },
			args: [],
			files,
			input: history?.log ?? Buffer.alloc(0)
		});
		if (answer === null) return notRun(problem, REPRODUCE);
		const tool = `detect-secrets ${installed["detect-secrets"] ?? VERSIONS["detect-secrets"]}`;
		return {
			read: `${counted(answer.read.length, "file")}${history === null ? "" : ` and ${counted(answer.commits, "commit")}`}`,
			findings: answer.findings.map((one) => findingOf(one, tool)).toSorted((a, b) => Number(b.counts) - Number(a.counts)),
			problems: problemsOf(files, answer, history),
			unknown: history?.shallow ? SHALLOW : null,
			blocked: null,
			notes: [
				...git === null ? ["There is no git repository here, so only the files were looked through."] : [],
				...tooLarge.length > 0 ? [`${counted(tooLarge.length, "file")} of more than 2 MB ${tooLarge.length === 1 ? "was" : "were"} not looked through.`] : [],
				...answer.more > 0 ? [`${answer.more} more findings are not listed.`] : []
			],
			reproduce: REPRODUCE
		};
	}
};
function problemsOf(files, answer, history) {
	const seen = /* @__PURE__ */ new Set([
		...answer.read,
		...answer.skipped,
		...answer.unread.map(({ file }) => file)
	]);
	const missed = files.filter((file) => !seen.has(file));
	return [
		...answer.unread.map(({ file, reason }) => `${file} could not be read: ${reason}.`),
		...missed.map((file) => `${file} was passed over.`),
		...history?.problem ? [history.problem] : [],
		...history !== null && history.problem === null && history.commits !== answer.commits ? [`Of ${history.commits} commits, ${answer.commits} were read.`] : []
	];
}
function findingOf(secret, tool) {
	const { rule, name, file, line, code, commit, counts, why, silenced } = secret;
	const where = commit === null ? "" : `, in the history: commit ${commit.slice(0, 12)}`;
	const comment = silenced ? " The comment that silences scanners there gives no reason." : "";
	return {
		tool,
		rule,
		title: rule === "token" ? name : whatItIs(rule),
		link: linkFor(secret),
		severity: counts ? "high" : "low",
		confidence: rule === "token" || rule === "private-key" ? "high" : "medium",
		summary: `${subject(secret)}${where}. ${adviceFor(secret)}${comment}`,
		place: commit === null ? {
			file,
			line,
			code
		} : null,
		counts,
		why,
		unexplained: silenced && counts,
		...commit === null ? {} : { reproduce: `git show ${commit} -- ${quoted(file)}` }
	};
}
const subject = ({ rule, name, shown, file, line, commit }) => {
	const place = commit === null ? `${file}, line ${line}` : file;
	return rule === "env-file" ? `${file} is committed and holds ${name}: ${shown}` : `${whatItIs(rule)}: ${name}, ${shown}, in ${place}`;
};
const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
const mayHold = (file) => !/\.(png|jpe?g|gif|webp|ico|bmp|tiff?|pdf|woff2?|ttf|eot|otf|zip|gz|tgz|bz2|xz|7z|rar|jar|whl|pyc|sqlite3?|db|mp[34]|webm|mov|avi|ogg|wav|exe|dll|so|mo)$/i.test(file);
async function notIgnored(root) {
	const patterns = (await readText(root, ".gitignore")).split(/\r?\n/).map((line) => line.trim().replace(/^\/|\/$/g, "")).filter((line) => /^[\w.*-]+$/.test(line)).map((name) => new RegExp(`(^|/)${name.replaceAll(".", "\\.").replaceAll(/\*+/g, "[^/]*")}(/|$)`));
	return (file) => !patterns.some((pattern) => pattern.test(file));
}
export { secrets };
