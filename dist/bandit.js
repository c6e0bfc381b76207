import { a as array, b as url, d as object, h as string, n as _enum, p as record, u as number, y as unknown } from "./schemas.js";
import { n as textReader } from "./read-text.js";
import { a as isMigration, i as filesFor, n as VERSIONS, o as isTest, r as counted, t as runJson } from "./run2.js";
import { t as notRun } from "./tool.js";
import { posix } from "node:path";
// src/tools/bandit-rules.ts
const NEVER_COUNTS = {
	B104: "an address in a list of hosts or of a server in a container is no weakness",
	B105: "literal passwords are looked for by the scan for secrets",
	B106: "literal passwords are looked for by the scan for secrets",
	B107: "literal passwords are looked for by the scan for secrets",
	B308: "B703 looks at the same call more closely"
};
function adviceFor(rule) {
	return ADVICE.find(([rules]) => rules.includes(rule))?.[1] ?? "The page of the rule says what could happen.";
}
const ADVICE = [
	[["B102", "B307"], "Text that is executed as Python can do all that the server can: read it with json.loads() or ast.literal_eval() instead."],
	[[
		"B301",
		"B302",
		"B403",
		"B614"
	], "Unpickling runs whatever code the sender chose: store JSON, or sign it with django.core.signing."],
	[[
		"B303",
		"B304",
		"B305",
		"B324",
		"B413",
		"B505"
	], "This can be broken today: use hashlib.sha256() or the cryptography package; where it only tells things apart (Gravatar, cache keys), say so with usedforsecurity=False."],
	[[
		"B602",
		"B604",
		"B605",
		"B609"
	], "A shell executes whatever is put into the text: call subprocess.run([program, argument]) without shell=True."],
	[[
		"B608",
		"B610",
		"B611"
	], "SQL that is put together from text can be changed by whoever sends the text: use the ORM, or pass parameters."],
	[[
		"B308",
		"B703",
		"B704"
	], "Text that is marked as safe is not escaped, so it can carry script: use format_html() with placeholders."],
	[["B506"], "This loader builds any Python object that the file names: use yaml.safe_load()."],
	[[
		"B501",
		"B323",
		"B502",
		"B503",
		"B504",
		"B507"
	], "Without checking who answers, anybody on the way can read and change what is sent: leave the check on."],
	[["B310"], "The address may also be file:// or an inner one: check its scheme and host before it is opened."],
	[[
		"B313",
		"B314",
		"B315",
		"B316",
		"B317",
		"B318",
		"B319",
		"B320"
	], "A crafted document can read files or fill the memory: parse it with defusedxml."],
	[["B108", "B306"], "Others on the machine can put something there first: use the tempfile module."],
	[["B103"], "Others on the machine could read or change the file: 0o600 is enough for the app."],
	[["B202"], "Names in an archive can lead out of the folder: extractall(path, filter=\"data\")."],
	[["B113"], "A server that never answers holds a worker for ever: pass timeout=."],
	[[
		"B201",
		"B701",
		"B702"
	], "Turn debugging off and escaping on."],
	[[
		"B312",
		"B321",
		"B401",
		"B402"
	], "Passwords travel readable: use SSH or SFTP."]
];
// src/tools/bandit-settings.ts
const NAMES = [
	".bandit",
	"bandit.yaml",
	"bandit.yml",
	".bandit.yml",
	"pyproject.toml",
	"setup.cfg",
	"tox.ini"
];
async function silencingFiles(files, read) {
	const candidates = files.filter((file) => NAMES.includes(posix.basename(file))).slice(0, 50);
	return (await Promise.all(candidates.map(async (file) => ({
		file,
		text: sectionOf(file, await read(file))
	})))).flatMap(({ file, text }) => {
		const skipped = [...text.matchAll(/\bB\d{3}\b/g)].map(([rule]) => rule);
		const excluded = /^\s*(exclude|exclude_dirs|targets)\s*[=:]/m.test(text);
		if (skipped.length === 0 && !excluded) return [];
		return [`${file} ${skipped.length > 0 ? `leaves out ${[...new Set(skipped)].slice(0, 12).join(", ")}` : "leaves out folders"}; Bandit was run without it.`];
	});
}
function sectionOf(file, text) {
	if (!/\.(toml|cfg|ini)$/.test(file)) return text;
	return /^\[(?:tool\.)?bandit\][^\n]*\n([\s\S]*?)(?=^\[(?!tool\.bandit)|(?![\s\S]))/m.exec(text)?.[1] ?? "";
}
// src/tools/nosec.ts
const COMMENT = /#\s*nosec\b:?(.*)$/i;
const RULES = /\b(B\d{3}|[a-z]+(?:_[a-z0-9]+)+)\b/g;
function suppressionAt(lines, range, rule) {
	for (const line of range) {
		const match = COMMENT.exec(lines[line - 1] ?? "");
		if (match === null) continue;
		const rest = match[1] ?? "";
		const rules = [...rest.matchAll(RULES)].map(([name]) => name);
		if (rules.length > 0 && !rule.some((name) => rules.includes(name))) continue;
		return {
			line,
			rules,
			reason: reasonIn(rest.replace(RULES, " ")) ?? reasonAbove(lines, line)
		};
	}
	return null;
}
function reasonIn(text) {
	return (text.match(/\p{L}{2,}/gu) ?? []).length >= 2 ? text.replace(/^[\s,:#—–-]+/, "").trim() : null;
}
function reasonAbove(lines, line) {
	const above = /^\s*#(?!\s*nosec)(.*)$/i.exec(lines[line - 2] ?? "");
	return above === null ? null : reasonIn(above[1] ?? "");
}
const isExplained = ({ rules, reason }) => reason !== null && rules.length > 0;
// src/tools/redact.ts
const LITERAL = /(['"])((?:(?!\1)[^\\\n]|\\.){8,})\1/g;
const withoutLiterals = (code) => code.slice(0, 400).replaceAll(/((?:passw\w*|secret\w*|token|api_?key|\w*_key)['"]?\]?\s*[=:]\s*)(['"])(.+?)\2/gi, "$1$2…$2").replaceAll(LITERAL, (whole, quote, text) => /\d/.test(text) && /[A-Za-z]/.test(text) && !/[\s%{}/]/.test(text) ? `${quote}…${quote}` : whole);
// src/tools/bandit.ts
const level = _enum([
	"UNDEFINED",
	"LOW",
	"MEDIUM",
	"HIGH"
]);
const resultSchema = object({
	test_id: string(),
	test_name: string(),
	issue_text: string(),
	issue_severity: level,
	issue_confidence: level,
	filename: string(),
	line_number: number().int(),
	line_range: array(number().int()),
	more_info: url().nullable().catch(null)
});
const answerSchema = object({
	errors: array(object({
		filename: string(),
		reason: string()
	})),
	results: array(resultSchema),
	metrics: record(string(), unknown())
});
const REPRODUCE = `python -m pip install bandit==${VERSIONS.bandit} && bandit --recursive . --ignore-nosec --severity-level medium`;
const bandit = {
	name: "bandit",
	async run(context) {
		const { repository } = context;
		const read = textReader(repository.root);
		const [{ files, tooLarge }, notes] = await Promise.all([filesFor(repository.root, repository.files, isCode), silencingFiles(repository.files, read)]);
		const { answer, problem, installed } = await runJson(context, "Bandit", answerSchema, [0, 1], {
			program: { module: "bandit" },
			args: [
				"-r",
				".",
				"-x",
				"",
				"-f",
				"json",
				"--exit-zero",
				"--ignore-nosec",
				"-q"
			],
			files
		});
		if (answer === null) return notRun(problem, REPRODUCE);
		const tool = `bandit ${installed.bandit ?? VERSIONS.bandit}`;
		const lines = async (file) => (await read(file)).split(/\r\n|\r|\n/);
		const findings = await Promise.all(answer.results.map(async (result) => findingOf(result, tool, await lines(nameOf(result.filename)))));
		return {
			read: counted(files.length, "Python file"),
			findings: oncePerLine(findings.filter(({ severity }) => severity !== "low")).toSorted(bySeverity),
			problems: unread(files, tooLarge, answer),
			unknown: null,
			blocked: null,
			notes: [...notes, ...lowNote(findings)],
			reproduce: REPRODUCE
		};
	}
};
const isCode = (path) => /\.pyw?$/.test(path) && !isTest(path) && !isMigration(path) && path.endsWith(".py");
const nameOf = (written) => written.replace(/^\.\//, "");
function unread(files, tooLarge, { errors, metrics }) {
	const failed = new Map(errors.map(({ filename, reason }) => [nameOf(filename), reason]));
	const seen = new Set(Object.keys(metrics).map(nameOf));
	return [
		...[...failed].map(([file, reason]) => `Bandit could not read ${file}: ${reason}.`),
		...files.filter((file) => !seen.has(file) && !failed.has(file)).map((file) => `Bandit passed over ${file}.`),
		...tooLarge.map((file) => `${file} is too large to be read.`)
	];
}
function findingOf(result, tool, lines) {
	const { test_id: rule, test_name: name, line_number: line, issue_text: text } = result;
	const severity = levelOf(result.issue_severity);
	const confidence = levelOf(result.issue_confidence);
	const code = lines[line - 1]?.trim() ?? null;
	const range = result.line_range.length > 0 ? result.line_range : [line];
	const suppression = suppressionAt(lines, [.../* @__PURE__ */ new Set([line, ...range])], [rule, name]);
	const why = whyNot(rule, code, confidence, suppression);
	const silenced = suppression === null || why !== null ? "" : ` ${silencedBadly(suppression, rule)}`;
	return {
		tool,
		rule,
		title: name,
		link: result.more_info,
		severity,
		confidence,
		summary: `${text.replace(/\s+/g, " ").trim()} (${rule}, ${severity ?? "no"} severity). ${adviceFor(rule)}${silenced}`,
		place: {
			file: nameOf(result.filename),
			line: Math.max(1, line),
			code: code && withoutLiterals(code)
		},
		counts: severity !== "low" && why === null,
		why,
		unexplained: suppression !== null && severity !== "low" && why === null
	};
}
function whyNot(rule, code, confidence, suppression) {
	if (suppression !== null) return isExplained(suppression) ? `explained beside it: ${suppression.reason}` : null;
	if (NEVER_COUNTS[rule] !== void 0) return NEVER_COUNTS[rule];
	if (rule === "B703" && CLEANED.test(code ?? "")) return "what is marked as safe has just been cleaned or escaped";
	return confidence === "low" ? "Bandit itself is not sure" : null;
}
const CLEANED = /mark_safe\(\s*(?:[\w.]*\b(?:clean|escape|conditional_escape|format_html|sanitize\w*|linkify|dumps_safe)\(|(?:nh3|bleach)\.)/;
const silencedBadly = ({ rules, line }, rule) => rules.length === 0 ? `The # nosec in line ${line} names no rule, so it hides everything: write # nosec ${rule} and the reason behind it, or remove it and mend what is found.` : `The # nosec in line ${line} gives no reason for ${rule}: write it behind the rule, or mend what is found.`;
const levelOf = (written) => written === "UNDEFINED" ? null : written.toLowerCase();
const ORDER = [
	"high",
	"medium",
	"low",
	null
];
const bySeverity = (a, b) => Number(b.counts) - Number(a.counts) || ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity);
const oncePerLine = (findings) => [...new Map(findings.map((one) => [`${one.rule} ${one.place?.file}:${one.place?.line}`, one])).values()];
const lowNote = (findings) => {
	const low = findings.filter(({ severity }) => severity === "low").length;
	return low === 0 ? [] : [`${counted(low, "finding")} of low severity ${low === 1 ? "was" : "were"} not looked at.`];
};
export { bandit };
