import { a as array, d as object, h as string, n as _enum, p as record } from "./schemas.js";
import { a as seriesFits, i as compareVersions, n as parseLine, t as isExact } from "./requirement.js";
import { n as VERSIONS, r as counted, t as runJson } from "./run2.js";
import { n as normalName } from "./package-for-import.js";
import { n as textReader } from "./read-text.js";
import { posix } from "node:path";
// src/tools/django-support.json
var series = [
	{
		"series": "1.8",
		"until": "2018-04-01"
	},
	{
		"series": "1.9",
		"until": "2017-04-04"
	},
	{
		"series": "1.10",
		"until": "2017-12-02"
	},
	{
		"series": "1.11",
		"until": "2020-04-01"
	},
	{
		"series": "2.0",
		"until": "2019-04-01"
	},
	{
		"series": "2.1",
		"until": "2019-12-02"
	},
	{
		"series": "2.2",
		"until": "2022-04-11"
	},
	{
		"series": "3.0",
		"until": "2021-04-06"
	},
	{
		"series": "3.1",
		"until": "2021-12-07"
	},
	{
		"series": "3.2",
		"until": "2024-04-01"
	},
	{
		"series": "4.0",
		"until": "2023-04-01"
	},
	{
		"series": "4.1",
		"until": "2023-12-01"
	},
	{
		"series": "4.2",
		"until": "2026-04-30"
	},
	{
		"series": "5.0",
		"until": "2025-04-02"
	},
	{
		"series": "5.1",
		"until": "2025-12-31"
	},
	{
		"series": "5.2",
		"until": "2028-04-30"
	},
	{
		"series": "6.0",
		"until": "2027-04-30"
	},
	{
		"series": "6.1",
		"until": "2027-12-31"
	}
];
// src/tools/django-support.ts
const seriesOf = (version) => version.split(".").slice(0, 2).join(".");
function endedOn(version, today) {
	const series$1 = seriesOf(version);
	const known = series.find((one) => one.series === series$1);
	const [oldest] = series;
	if (known === void 0) return oldest !== void 0 && compareVersions(series$1, oldest.series) < 0 ? oldest.until : null;
	return /* @__PURE__ */ new Date(`${known.until}T23:59:59Z`) < today ? known.until : null;
}
function supportedSeries(today) {
	const names = supported(today);
	return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
const allowsSupported = (specifier, today) => supported(today).some((series) => seriesFits(series, specifier));
const supported = (today) => series.map(({ series }) => series).filter((series) => endedOn(series, today) === null);
// src/tools/packages.ts
const OURS = [
	"setuptools",
	"pip",
	"wheel",
	"uv"
];
function packagesOf({ plan, outcome }) {
	const declared = requirementsOf(plan.requirements);
	const added = /* @__PURE__ */ new Set([...requirementsOf(plan.extra).map(({ name }) => name), ...OURS]);
	const dated = plan.excludeNewer !== null;
	const named = declared.flatMap((requirement) => {
		const { name, specifier } = requirement;
		const exact = isExact(requirement);
		const version = exact ? specifier.replace(/^=+/, "") : outcome.installed[name];
		return version === void 0 ? [] : [{
			name,
			version,
			declared: true,
			specifier,
			dated: dated && !exact
		}];
	});
	const known = new Set(declared.map(({ name }) => name));
	const others = Object.entries(outcome.installed).filter(([name]) => !known.has(name) && !added.has(name)).map(([name, version]) => ({
		name,
		version,
		declared: false,
		specifier: "",
		dated
	}));
	return [...named, ...others].filter(({ name, version }) => /^[\w.-]+$/.test(name) && /^[\w.+!-]+$/.test(version));
}
function requirementsOf(lines) {
	return lines.flatMap((line) => {
		const parsed = parseLine(line);
		return parsed.kind === "requirement" ? [parsed.requirement] : [];
	});
}
function allows(specifier, version) {
	return specifier.split(",").filter(Boolean).every((part) => {
		const [, operator = "", written = ""] = /^(~=|===?|!=|<=|>=|<|>)(.+)$/.exec(part.trim()) ?? [];
		const bare = written.replace(/\.\*$/, "");
		const starts = `${version}.`.startsWith(`${bare}.`);
		const compared = compareVersions(version, bare);
		switch (operator) {
			case "==":
			case "===": return written.endsWith(".*") ? starts : compared === 0;
			case "!=": return written.endsWith(".*") ? !starts : compared !== 0;
			case ">=": return compared >= 0;
			case ">": return compared > 0;
			case "<=": return compared <= 0;
			case "<": return compared < 0;
			case "~=": return compared >= 0 && `${version}.`.startsWith(`${bare.split(".").slice(0, -1).join(".")}.`);
			default: return true;
		}
	});
}
// src/tools/requirement-places.ts
async function placesOf({ root, files }) {
	const read = textReader(root);
	const wanted = files.filter((file) => /^(req[\w-]*|base|common|prod[\w-]*)\.(txt|in|pip)$|^(pyproject\.toml|Pipfile|setup\.(py|cfg)|environment\.ya?ml)$/i.test(posix.basename(file))).toSorted((a, b) => a.split("/").length - b.split("/").length).slice(0, 40);
	const places = /* @__PURE__ */ new Map();
	for (const file of wanted) for (const [index, code] of (await read(file)).split(/\r?\n/).entries()) {
		const name = /^[\s"'-]*([A-Za-z0-9][\w.-]*?)\s*(?:\[[^\]]*\])?["']?\s*(?:[=<>~!^@;,]|$)/.exec(code)?.[1];
		if (name === void 0 || places.has(normalName(name))) continue;
		places.set(normalName(name), {
			file,
			line: index + 1,
			code: code.trim().slice(0, 200)
		});
	}
	return (name) => places.get(name) ?? null;
}
// src/tools/advisories.ts
const severity = _enum([
	"low",
	"medium",
	"high",
	"critical",
	"unknown"
]);
const advisorySchema = object({
	id: string(),
	aliases: array(string()).default([]),
	fix_versions: array(string()),
	description: string().default("")
});
const answerSchema = object({
	told: object({ dependencies: array(object({
		name: string(),
		version: string().optional(),
		skip_reason: string().optional(),
		vulns: array(advisorySchema).default([])
	})) }).nullable(),
	problem: string().nullable(),
	records: record(string(), severity)
});
const REPRODUCE = `python -m pip install pip-audit==${VERSIONS["pip-audit"]} && pip-audit --vulnerability-service osv`;
const OFFLINE = "The database of known weaknesses (OSV) could not be asked";
const advisories = {
	name: "advisories",
	async run(context) {
		const known = await context.packages;
		const empty = {
			unknown: null,
			notes: [],
			reproduce: REPRODUCE
		};
		if (known === null) return {
			...empty,
			read: "nothing",
			findings: [],
			problems: [],
			blocked: "Nothing was installed."
		};
		const packages = packagesOf(known);
		const places = await placesOf(context.repository);
		const old = unsupported(packages, places, context.today);
		const asked = packages.length === 0 ? null : await ask(context, packages, places);
		const blocked = known.outcome.ok ? null : "The dependencies could not be installed.";
		return {
			...empty,
			read: counted(packages.length, "package"),
			findings: [...old, ...asked?.findings ?? []].toSorted((a, b) => Number(b.counts) - Number(a.counts)),
			problems: asked?.problems ?? [],
			blocked
		};
	}
};
async function ask(context, packages, places) {
	const url = context.environment.MILEPOST_OSV_URL ?? null;
	const input = {
		packages: packages.map(({ name, version }) => [name, version]),
		url
	};
	const { answer, problem, installed } = await runJson(context, "pip-audit", answerSchema, [0], {
		program: { script: "tool_advisories.py" },
		args: [],
		input: Buffer.from(JSON.stringify(input)),
		network: true,
		seconds: 75
	});
	if (answer === null) return {
		findings: [],
		problems: [problem]
	};
	if (answer.told === null) return {
		findings: [],
		problems: [`${OFFLINE}: ${whyOffline(answer.problem ?? "")}.`]
	};
	const tool = `pip-audit ${installed["pip-audit"] ?? VERSIONS["pip-audit"]}`;
	const { dependencies } = answer.told;
	const findings = dependencies.flatMap(({ name, vulns }) => {
		const found = packages.find((one) => one.name === name);
		return found === void 0 ? [] : merged(vulns).map((one) => findingOf(one, found, answer, tool, places));
	});
	const looked = new Set(dependencies.filter((one) => one.skip_reason === void 0).map(({ name }) => name));
	const missed = packages.filter(({ name }) => !looked.has(name)).map(({ name }) => name);
	const untold = findings.filter((one) => one.severity === null && one.why === UNTOLD);
	return {
		findings,
		problems: [...missed.length > 0 ? [`pip-audit passed over ${missed.slice(0, 10).join(", ")}.`] : [], ...untold.length > 0 ? [`${OFFLINE} how serious ${untold.map(({ rule }) => rule).join(", ")} is.`] : []]
	};
}
const whyOffline = (said) => /connect|resol|timed? ?out|proxy|certificate|retries/i.test(said) ? "there is no connection to it" : said.replace(/\.$/, "") || "it did not answer";
const UNTOLD = "how serious it is could not be asked";
function findingOf(advisory, found, answer, tool, places) {
	const { name, version } = found;
	const ids = [advisory.id, ...advisory.aliases];
	const level = mostSerious(ids.flatMap((id) => answer.records[id] ?? []));
	const fixes = advisory.fix_versions.filter((fix) => compareVersions(fix, version) > 0).toSorted(compareVersions);
	const why = whyNot(level, found, fixes);
	const rule = ruleOf(advisory);
	const [nearest] = fixes;
	const fix = nearest === void 0 ? "No version mends it yet: use another package." : `Install ${name} ${nearest} or newer.`;
	return {
		tool,
		rule,
		title: advisory.description.replace(/\s+/g, " ").trim().slice(0, 200) || rule,
		link: `https://osv.dev/vulnerability/${encodeURIComponent(advisory.id)}`,
		severity: level === null || level === "unknown" ? null : level,
		confidence: "high",
		summary: `${name} ${version} has the known weakness ${rule} (${level === null ? "severity not told" : `${level} severity`}): ${firstSentence(advisory.description)} ${fix}`,
		place: places(name),
		counts: why === null,
		why,
		unexplained: false
	};
}
function merged(advisories) {
	const known = /* @__PURE__ */ new Map();
	for (const one of advisories) {
		const name = ruleOf(one);
		const before = known.get(name);
		known.set(name, before === void 0 ? one : {
			...before,
			aliases: [
				...before.aliases,
				one.id,
				...one.aliases
			],
			fix_versions: [.../* @__PURE__ */ new Set([...before.fix_versions, ...one.fix_versions])]
		});
	}
	return [...known.values()];
}
const ruleOf = ({ id, aliases }) => [id, ...aliases].find((name) => name.startsWith("CVE-")) ?? id;
function whyNot(level, found, fixes) {
	if (level === null) return UNTOLD;
	if (level === "unknown") return "its record does not say how serious it is";
	if (level === "low" || level === "medium") return "less than serious";
	const free = !found.declared || fixes.some((fix) => allows(found.specifier, fix));
	return found.dated && free ? "no version is pinned, so that a fresh installation takes a newer one" : null;
}
const ORDER = [
	"critical",
	"high",
	"medium",
	"low",
	"unknown"
];
const mostSerious = (levels) => ORDER.find((level) => levels.includes(level)) ?? null;
const firstSentence = (text) => {
	const line = text.replace(/\s+/g, " ").trim();
	const sentence = /^.{20,240}?[.!?](?=\s|$)/.exec(line)?.[0] ?? line.slice(0, 240);
	return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
};
function unsupported(packages, places, today) {
	const django = packages.find(({ name }) => name === "django");
	const ended = django === void 0 ? null : endedOn(django.version, today);
	if (django === void 0 || ended === null) return [];
	const free = django.dated && allowsSupported(django.specifier, today);
	return [{
		tool: "Django release calendar",
		rule: "unsupported-django",
		title: "This series of Django gets no security fixes any more",
		link: "https://www.djangoproject.com/download/#supported-versions",
		severity: "high",
		confidence: "high",
		summary: `Django ${django.version} has had no security fixes since ${ended}: what is found in it from now on stays open. Move to ${supportedSeries(today)}, one series after the other, with the deprecation warnings on (python -Wd).`,
		place: places("django"),
		counts: !free,
		why: free ? "no version is pinned, so that a fresh installation takes a newer one" : null,
		unexplained: false
	}];
}
export { advisories };
