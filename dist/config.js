import { a as array, d as object, h as string, m as strictObject, o as boolean, p as record, r as _null, u as number, v as union } from "./schemas.js";
import { f as formatProblem, m as require_dist, n as exerciseIds, p as parsePositioned, r as loadExercise } from "./load.js";
import { t as UsageProblem } from "./options.js";
import { t as RepositoryError } from "./repository-error.js";
import { n as textReader, t as readText } from "./read-text.js";
import { r as packageForImport } from "./package-for-import.js";
import { t as gitIn } from "./git.js";
import { join, posix } from "node:path";
import { lstat, opendir } from "node:fs/promises";
import { parseEnv } from "node:util";
// src/bind/endpoint.ts
function endpointsOf(facts) {
	return facts.routes.flatMap((route) => route.methods.map((handler) => ({
		method: handler.method,
		path: route.path,
		params: route.params,
		route,
		handler
	})));
}
const openParams = (endpoint) => endpoint.params.filter((param) => param.constant === null);
const describeEndpoint = (endpoint) => `${endpoint.method} ${endpoint.path}`;
function fillPath(endpoint, values) {
	return endpoint.params.reduce((path, param) => {
		const value = values[param.name] ?? param.constant;
		return value === null || value === void 0 ? path : path.replace(`{${param.name}}`, encodeURIComponent(value));
	}, endpoint.path);
}
function wordsOf(endpoint) {
	const { route, handler } = endpoint;
	const view = route.view.name.split(".").at(-1) ?? "";
	return splitWords(`${route.path} ${route.name ?? ""} ${view} ${handler.handler}`);
}
function splitWords(text) {
	return text.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}
function verbsOf({ route, handler }) {
	const view = route.view.kind === "function" || route.view.kind === "drf-function" || route.methods.length === 1 ? route.view.name.split(".").at(-1) ?? "" : "";
	return splitWords(`${route.path} ${route.name ?? ""} ${view} ${handler.handler}`);
}
const REMOVE = [
	"delete",
	"remove",
	"destroy",
	"eliminar",
	"borrar",
	"excluir",
	"deletar"
];
const TAKES = [
	...REMOVE,
	"supprimer",
	"loeschen",
	"cancel",
	"clear"
];
const takesAway = (endpoint) => endpoint.route.view.kind === "function" && mentions(verbsOf(endpoint), TAKES) && !endpoint.handler.calls.some((call) => /(^|\.)(render|TemplateResponse)$/.test(call));
function mentions(words, stems) {
	return words.some((word) => stems.some((stem) => word === stem || word === `${stem}s` || word === `${stem}es` || stem.length >= 5 && word.startsWith(stem)));
}
function pathPattern({ path }) {
	const parts = path.split(/\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
	return new RegExp(`^${parts.join("[^/]+")}/?$`);
}
const isApiView = ({ route }) => route.view.kind.startsWith("drf") || route.view.kind === "ninja" || /rest_framework|ninja/.test(route.view.name);
const apiPatterns = (facts) => endpointsOf(facts).filter(isApiView).map(pathPattern);
const endsSession = (endpoint) => mentions(wordsOf(endpoint), [
	"logout",
	"signout",
	"logoff",
	"cikis",
	"salir",
	"sair",
	"deconnexion",
	"abmelden"
]) || endpoint.handler.calls.some((call) => /(^|\.)logout$/.test(call)) || endpoint.route.view.bases.some((base) => /LogoutView/.test(base));
function harms(facts) {
	const patterns = endpointsOf(facts).filter((endpoint) => endpoint.method === "GET" && (endsSession(endpoint) || takesAway(endpoint))).map(pathPattern);
	return (path) => patterns.some((pattern) => pattern.test(path.split("?")[0] ?? path));
}
const pagesOf = (facts) => endpointsOf(facts).filter((endpoint) => endpoint.method === "GET" && !isApiView(endpoint) && !endsSession(endpoint));
// src/repository/python-name.ts
var import_dist = require_dist();
const name = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_]*`;
const dottedName = new RegExp(`^${name}(\\.${name})*$`, "u");
// src/repository/settings-modules.ts
async function settingsModules(dir, files, read) {
	const named = await namedModules(within(dir), files, read);
	const held = [];
	for (const file of files.filter((file) => isSettingsFile(file)).slice(0, 80)) {
		const text = await read(file);
		if (setsDjango(text) || /settings/.test(file) && wholeImport.test(text)) held.push(moduleOf(file, dir));
	}
	const all = [.../* @__PURE__ */ new Set([...named, ...held])].filter((name) => dottedName.test(name));
	const exists = (name) => fileOf(name, dir, files) !== null;
	const first = named.find(exists);
	const rest = all.filter((name) => name !== first).toSorted((a, b) => order(a) - order(b));
	const developers = rest.find((name) => exists(name) && isForDevelopers(name) && siblings(name, first));
	const usable = rest.filter(exists);
	const missing = rest.filter((name) => !exists(name));
	if (!first) return [...usable, ...missing];
	const ranked = isForProduction(first) && developers ? [developers, first] : [first];
	return [.../* @__PURE__ */ new Set([
		...ranked,
		...usable,
		...missing
	])];
}
async function namedModules(inDir, files, read) {
	const starters = files.filter((file) => /(^|\/)(manage|wsgi|asgi)\.py$/.test(file) && file.startsWith(inDir));
	const names = [];
	for (const file of starters.toSorted((a, b) => starterOrder(a) - starterOrder(b))) {
		const text = withoutComments(await read(file));
		const literals = [...text.matchAll(/['"]([^'"\s]{1,200})['"]/g)].map((match) => match[1] ?? "");
		const direct = /DJANGO_SETTINGS_MODULE['"]\s{0,9}\]?\s{0,9}[,=]\s{0,99}(?:default\s{0,9}=\s{0,9})?['"]([\p{L}\p{M}\p{N}_.]+)['"]/u.exec(text)?.[1];
		if (direct) names.push(direct);
		names.push(...literals.filter((name) => dottedName.test(name) && /\.settings\b|settings\./i.test(name)));
	}
	return names.filter((name) => name !== "DJANGO_SETTINGS_MODULE" && !name.startsWith("django."));
}
const setsDjango = (text) => /^[ \t]*(ROOT_URLCONF|INSTALLED_APPS|MIDDLEWARE|DATABASES|DEBUG)[ \t]*[+=]/m.test(text);
const wholeImport = /^[ \t]*from[ \t]+[.\w\p{L}\p{M}]+[ \t]+import[ \t]+\*/mu;
const starterOrder = (file) => file.endsWith("manage.py") ? 0 : 1;
const isSettingsFile = (file) => /(^|\/)[\w\p{L}\p{M}]*settings?[\w\p{L}\p{M}]*\.py$/u.test(file) || /(^|\/)(settings|config|conf)\/[\w\p{L}\p{M}]+\.py$/u.test(file);
const isForProduction = (name) => /prod|live|deploy|heroku|staging|docker/i.test(lastName(name));
const isForDevelopers = (name) => /dev|local/i.test(lastName(name));
const lastName = (name) => name.slice(name.lastIndexOf(".") + 1);
const siblings = (a, b) => b !== void 0 && a.slice(0, a.lastIndexOf(".")) === b.slice(0, b.lastIndexOf("."));
function order(name) {
	if (isForProduction(name)) return 4;
	if (isForDevelopers(name)) return 0;
	if (/test|^ci$/i.test(lastName(name))) return 3;
	return /base|common|default/i.test(lastName(name)) ? 2 : 1;
}
async function settingsChain(module, dir, files, read) {
	const texts = [];
	const seen = /* @__PURE__ */ new Set();
	const queue = module ? [module] : [];
	for (let name = queue.shift(); name !== void 0 && seen.size < 12; name = queue.shift()) {
		const file = fileOf(name, dir, files);
		if (!file || seen.has(file)) continue;
		seen.add(file);
		const text = await read(file);
		texts.push(text);
		for (const target of starImports(text)) queue.push(absolute(target, name, file.endsWith("/__init__.py")));
	}
	return texts.join("\n");
}
const withoutComments = (text) => text.replace(/^[ \t]*#.*$/gm, "");
const starImports = (text) => [...text.matchAll(/^[ \t]*from[ \t]+([.\w\p{L}\p{M}]+)[ \t]+import[ \t]+(?:\*|\(?[ \t]*[A-Z])/gmu)].map((match) => match[1] ?? "");
function absolute(target, from, isPackage) {
	const dots = /^\.*/.exec(target)?.[0].length ?? 0;
	if (dots === 0) return target;
	const parts = from.split(".");
	return [...parts.slice(0, parts.length - (isPackage ? dots - 1 : dots)), target.slice(dots)].filter(Boolean).join(".");
}
function fileOf(module, dir, files) {
	const path = within(dir) + module.replaceAll(".", "/");
	return [`${path}.py`, `${path}/__init__.py`].find((file) => files.includes(file)) ?? null;
}
const moduleOf = (file, dir) => file.slice(within(dir).length).replace(/\.py$/, "").replace(/\/__init__$/, "").replaceAll("/", ".");
const within = (dir) => dir === "." ? "" : `${dir}/`;
// src/repository/parse-yaml.ts
const maxCharacters = 65536;
const maxBrackets = 2e3;
function parseYaml(text) {
	const brackets = text.match(/[[{]/g)?.length ?? 0;
	if (text.length > maxCharacters || brackets > maxBrackets) return null;
	try {
		return (0, import_dist.parse)(text, {
			maxAliasCount: 100,
			merge: true,
			logLevel: "silent"
		});
	} catch {
		return null;
	}
}
// src/repository/commit.ts
async function lastCommit(root) {
	const git = await gitIn(root);
	if (git === null) return {
		commit: null,
		commitDate: null
	};
	const text = async (...args) => {
		const { output, whole } = await git(args);
		return whole ? output.toString("utf8") : "";
	};
	const [name, content] = await Promise.all([text("rev-parse", "--verify", "--quiet", "HEAD^{commit}"), text("cat-file", "commit", "HEAD")]);
	const commit = /^[0-9a-f]{40,64}$/.exec(name.trim())?.[0] ?? null;
	const seconds = Number(/^committer .*> (\d{1,12}) [+-]\d{4}$/m.exec(content)?.[1] ?? NaN);
	const date = /* @__PURE__ */ new Date(seconds * 1e3);
	return {
		commit,
		commitDate: commit && Number.isFinite(date.getTime()) ? date.toISOString() : null
	};
}
// src/repository/read-compose.ts
const scalar = union([
	string(),
	number(),
	boolean(),
	_null()
]);
const composeSchema = object({ services: record(string(), object({
	image: string().optional().catch(void 0),
	environment: union([record(string(), scalar), array(string())]).optional().catch(void 0)
})) });
function readCompose(text) {
	const parsed = composeSchema.safeParse(parseYaml(text));
	if (!parsed.success) return {
		services: [],
		environment: {}
	};
	const environment = {};
	const add = (name, written) => {
		const value = withDefaults(written);
		if (!value.includes("${") && value !== "" && value !== name) environment[name] ??= value;
	};
	for (const service of Object.values(parsed.data.services)) {
		if (/postgres|postgis|redis|valkey|mysql|mariadb/.test(service.image ?? "")) continue;
		const given = service.environment ?? {};
		const pairs = Array.isArray(given) ? given.map((line) => [line.split("=", 1)[0] ?? "", line.slice(line.indexOf("=") + 1)]) : Object.entries(given).map(([name, value]) => [name, value === null ? "" : String(value)]);
		for (const [name, value] of pairs) add(name, value);
	}
	return {
		services: Object.keys(parsed.data.services),
		environment
	};
}
const withDefaults = (text) => text.replaceAll(/\$\{\w{1,80}:?-([^}]{0,500})\}/g, "$1");
// src/repository/env-example.ts
async function envExample(dir, files, compose, read) {
	const env = {};
	const add = (values) => {
		for (const [name, value] of Object.entries(values)) if (/^[A-Za-z_]\w{0,100}$/.test(name) && value && value.length <= 2e3 && !Object.hasOwn(env, name)) env[name] = value;
	};
	const candidates = files.filter((file) => isEnvFile(file)).slice(0, 40);
	for (const file of candidates.toSorted((a, b) => rank$1(a, dir) - rank$1(b, dir))) add(parseEnv((await read(file)).replace(/^﻿/, "")));
	for (const file of compose) add(readCompose(await read(file)).environment);
	return env;
}
const isEnvFile = (file) => /(^|\/)(\.env([._-][\w.-]+)?|[\w-]*\.env|env([._-](example|sample|template|dist|local|dev))+(\.txt)?|[\w.-]+\.env\.(example|sample))$/i.test(file) && !/prod|live|staging/i.test(file);
function rank$1(file, dir) {
	const folder = file.includes("/") ? file.slice(0, file.lastIndexOf("/")) : ".";
	const distance = folder === dir ? 0 : folder === "." ? 1 : dir.startsWith(`${folder}/`) ? 1 : 3;
	return (/example|sample|template|dist/i.test(file) ? 0 : /dev|local|test/i.test(file) ? 1 : 2) * 10 + distance;
}
// src/repository/module-examples.ts
function moduleExamples(dir, files) {
	const prefix = dir === "." ? "" : `${dir}/`;
	const examples = {};
	for (const file of files) {
		if (!file.startsWith(prefix) || !word.test(file)) continue;
		const real = file.slice(prefix.length).replace(/\.(example|sample|template|dist|tmpl|default)(?=$|\.py$)/i, "").replace(/[._-](example|sample|template|dist|tmpl|default)(?=\.py$)/i, "").replace(/(^|\/)(example|sample|template)[._-](?=[^/]+\.py$)/i, "$1");
		const path = real.endsWith(".py") ? real.slice(0, -3) : "";
		const module = path.includes(".") ? "" : path.replaceAll("/", ".");
		if (dottedName.test(module) && !files.includes(prefix + real)) examples[module] ??= file;
	}
	return examples;
}
const word = /\.py\.(example|sample|template|dist|tmpl|default)$|[._-](example|sample|template|dist|tmpl|default)\.py$|(^|\/)(example|sample|template)[._-][^/]+\.py$/i;
// src/repository/services.ts
function askedServices(settings) {
	const text = withoutComments(settings);
	const postgres = /backends\.postgresql|backends\.postgis|django\.contrib\.postgres|postgres(ql)?:\/\//.test(text);
	const sqlite = /backends\.sqlite3|sqlite:\/\//.test(text);
	const redis = /rediss?:\/\/|django_redis|RedisCache|channels_redis|\b6379\b/.test(text);
	return {
		postgres: postgres && (!sqlite || /django\.contrib\.postgres/.test(text)),
		redis
	};
}
const maxHosts = 20;
const usual = [
	"db",
	"postgres",
	"redis",
	"cache"
];
async function serviceHosts(settings, env, compose, read) {
	const named = (await Promise.all(compose.map(read))).flatMap((text) => readCompose(text).services);
	const inEnv = hostsIn(Object.entries(env).map((pair) => pair.join("=")).join("\n"));
	const hosts = [
		...hostsIn(withoutComments(settings)),
		...named,
		...inEnv
	].filter(isHostName);
	hosts.push(...usual);
	return [...new Set(hosts)].slice(0, maxHosts);
}
function hostsIn(text) {
	return [
		/:\/\/(?:[^\s'"@/]{0,100}@)?([a-z][a-z0-9_-]{0,60}):\d{2,5}/g,
		/(?:postgres(?:ql)?|redis|amqp|mysql):\/\/(?:[^\s'"@/]{0,100}@)?([a-z][a-z0-9_-]{0,60})(?![\w.-])/g,
		/['"]?\w{0,40}HOST['"]?\s{0,4}(?:[:=,]\s{0,4}(?:\w[\w.]{0,40}\(\s{0,4}['"]\w{1,60}['"]\s{0,4},\s{0,4}(?:default\s{0,2}=\s{0,2})?)?)['"]?([a-z][a-z0-9_-]{0,60})(?![\w.-])/g,
		/\(\s{0,4}['"]([a-z][a-z0-9_-]{0,60})['"]\s{0,4},\s{0,4}6379\s{0,4}\)/g
	].flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ""));
}
const isHostName = (name) => /^[a-z][a-z0-9_-]{0,62}$/.test(name) && ![
	"localhost",
	"os",
	"env",
	"config",
	"getenv",
	"none",
	"str"
].includes(name);
// src/repository/projects.ts
const maxProjects = 30;
async function findProjects(files, hints, read) {
	const dirs = (await projectFolders(files, read)).slice(0, maxProjects);
	const projects = [];
	for (const dir of dirs) projects.push(await describe(dir, dirs, files, hints, read));
	return projects.sort((a, b) => b.score - a.score || depth(a.dir) - depth(b.dir));
}
async function projectFolders(files, read) {
	const managed = [];
	for (const file of files.filter((file) => basename(file) === "manage.py")) {
		const text = await read(file);
		if (!/DJANGO_SETTINGS_MODULE|django\.core\.management/.test(text)) continue;
		const dir = startedFrom(folderOf(file), text, files);
		if (!managed.includes(dir)) managed.push(dir);
	}
	const others = [];
	for (const file of files.filter((file) => /(^|\/)settings(\/[\w\p{L}\p{M}]+)?\.py$/u.test(file)).slice(0, 60)) {
		if (managed.some((dir) => isWithin(file, dir))) continue;
		if (!/^(ROOT_URLCONF|INSTALLED_APPS)\s*=/m.test(await read(file))) continue;
		const holder = file.replace(/\/?settings(\/[\w\p{L}\p{M}]+)?\.py$/u, "");
		const dir = holder === "" ? "." : folderOf(holder);
		if (!others.includes(dir)) others.push(dir);
	}
	return [...managed, ...others];
}
function startedFrom(dir, manage, files) {
	const settings = /DJANGO_SETTINGS_MODULE\W+([\w.]+)/.exec(manage)?.[1];
	if (settings === void 0 || dir === ".") return dir;
	const above = folderOf(dir);
	const isBelow = (folder) => fileOf(settings, folder, files) !== null;
	return !isBelow(dir) && isBelow(above) ? above : dir;
}
async function describe(dir, dirs, files, hints, read) {
	const nested = dirs.filter((other) => other !== dir && isWithin(`${other}/`, dir));
	const own = files.filter((file) => isWithin(file, dir) && !nested.some((other) => isWithin(file, other)));
	const modules = await settingsModules(dir, own, read);
	const settings = await settingsChain(modules[0], dir, own, read);
	const compose = files.filter((file) => /(^|\/)(docker-)?compose[^/]*\.ya?ml$/.test(file) && isWithin(dir === "." ? file : `${dir}/`, folderOf(file)));
	const { score, reasons } = await rank(dir, own, settings, hints, read);
	const env = await envExample(dir, files, compose, read);
	return {
		dir,
		settingsModules: modules,
		envExample: env,
		services: askedServices(settings),
		hostNames: await serviceHosts(settings, env, compose, read),
		moduleExamples: moduleExamples(dir, own),
		djangoHeader: await djangoHeader(modules, settings, own, read),
		reasons,
		score
	};
}
async function rank(dir, own, settings, hints, read) {
	const reasons = [];
	let score = 0;
	const add = (points, reason) => {
		score += points;
		reasons.push(reason);
	};
	const python = own.filter((file) => file.endsWith(".py"));
	const models = await texts(python.filter((file) => /(^|\/)models(\/[^/]+)?\.py$/.test(file)), read);
	const routes = await texts(python.filter((file) => /(^|\/)(urls|api|routers?)(\/[^/]+)?\.py$/.test(file)), read);
	const classes = [...models.matchAll(/^class\s+([\w\p{L}\p{M}]+)/gmu)].map((match) => match[1] ?? "");
	const words = hints.words.map((word) => word.toLowerCase());
	const hits = (text) => words.filter((word) => text.toLowerCase().includes(word));
	const named = classes.filter((name) => hits(name).length > 0);
	if (named.length > 0) add(8, `has the model ${named.slice(0, 3).join(", ")}`);
	const routed = hits(routes);
	if (routed.length > 0) add(4, `its routes name ${routed.slice(0, 3).join(", ")}`);
	if (hits(dir).length > 0) add(4, `its folder is named ${dir}`);
	const apps = hits(own.map((file) => file.slice(dir === "." ? 0 : dir.length)).join("\n"));
	if (apps.length > 0) add(2, `its files are named after ${apps.slice(0, 3).join(", ")}`);
	const imports = [...`${settings}\n${routes}`.matchAll(/\b([a-z][a-z0-9_]+)\b/g)].map((match) => match[1] ?? "");
	const used = new Set([...new Set(imports)].map((name) => packageForImport(name)));
	const packages = hints.packages.filter((name) => used.has(name));
	if (packages.length > 0) add(Math.min(3, packages.length), `uses ${packages.slice(0, 3).join(", ")}`);
	if (classes.length > 0) add(1, "has models");
	if (settings) add(1, "has settings");
	if (/(^|\/)(examples?|samples?|templates?|docs?|tests?)(\/|$)/i.test(dir)) add(-3, `its folder is named ${dir}`);
	return {
		score,
		reasons
	};
}
async function texts(files, read) {
	return (await Promise.all(files.slice(0, 100).map(read))).join("\n");
}
async function djangoHeader(modules, settings, own, read) {
	const pattern = /Generated by .{0,60}?Django (\d+\.\d+)/;
	const inSettings = pattern.exec(settings)?.[1];
	if (inSettings) return inSettings;
	const packages = new Set(modules.map((name) => name.split(".")[0]));
	const near = own.filter((file) => /(^|\/)(settings|urls|wsgi)\.py$/.test(file) || packages.has(basename(folderOf(file))));
	const inFiles = pattern.exec(await texts(near, read))?.[1];
	if (inFiles) return inFiles;
	return [...(await texts(own.filter((file) => /\/migrations\/\d{4}_[\w\p{L}\p{M}]+\.py$/u.test(file)), read)).matchAll(/# Generated by Django (\d+\.\d+)/g)].map((match) => match[1] ?? "").toSorted((a, b) => b.localeCompare(a, "en", { numeric: true }))[0] ?? null;
}
const basename = (file) => file.slice(file.lastIndexOf("/") + 1);
const folderOf = (file) => file.includes("/") ? file.slice(0, file.lastIndexOf("/")) : ".";
const isWithin = (file, dir) => dir === "." || file.startsWith(`${dir}/`);
const depth = (dir) => dir === "." ? 0 : dir.split("/").length;
// src/repository/within-budget.ts
const megabyte = 1048576;
const maxBytes = 200 * megabyte;
const hardlyNeeded = new RegExp(`\\.(${[
	...[
		"jpe?g",
		"png",
		"gif",
		"bmp",
		"tiff?",
		"webp",
		"heic",
		"psd",
		"ai",
		"eps",
		"xcf",
		"sketch",
		"fig"
	],
	...[
		"mp[34]",
		"m4[av]",
		"mov",
		"avi",
		"mkv",
		"webm",
		"wmv",
		"flv",
		"wav",
		"ogg",
		"flac"
	],
	...[
		"pdf",
		"docx?",
		"pptx?",
		"xlsx?",
		"odt",
		"epub",
		"zip",
		"tar",
		"gz",
		"tgz",
		"bz2",
		"xz",
		"7z",
		"rar"
	],
	...[
		"iso",
		"dmg",
		"exe",
		"msi",
		"apk",
		"deb",
		"jar",
		"dll",
		"so",
		"whl",
		"log",
		"sql",
		"dump",
		"bak"
	],
	...[
		"sqlite3?",
		"db3?",
		"mdb",
		"parquet",
		"pkl",
		"h5",
		"pt",
		"onnx",
		"bin",
		"np[yz]"
	]
].join("|")})$`, "i");
function withinBudget(sizes) {
	const all = [...sizes];
	let total = all.reduce((sum, [, size]) => sum + size, 0);
	const large = all.filter(([path]) => hardlyNeeded.test(path)).toSorted((a, b) => b[1] - a[1]);
	const left = /* @__PURE__ */ new Set();
	for (const [path, size] of large) {
		if (total <= maxBytes) break;
		left.add(path);
		total -= size;
	}
	const files = all.map(([path]) => path).filter((path) => !left.has(path));
	if (total > maxBytes) throw tooLarge(all.filter(([path]) => !left.has(path)));
	return {
		files,
		notes: left.size > 0 ? [noteOn([...left])] : []
	};
}
function noteOn(left) {
	const [first = ""] = left;
	const which = left.length === 1 ? `${shorten(first)} was` : `${left.length} files were`;
	const largest = left.length === 1 ? "" : ` The largest is ${shorten(first)}.`;
	return `${which} left out, because the repository is larger than ${maxBytes / megabyte} MB.${largest} Remove media, databases and archives from git and add them to .gitignore.`;
}
function tooLarge(files) {
	const [largest = ""] = files.reduce((a, b) => b[1] > a[1] ? b : a, ["", -1]);
	return new RepositoryError(`The repository is larger than ${maxBytes / megabyte} MB; its largest file is ${shorten(largest)}. Remove large files such as media, databases and archives, add them to .gitignore, and try again.`);
}
const shorten = (path) => path.length > 120 ? `${path.slice(0, 117)}…` : path;
// src/repository/walk.ts
const usualLimits = { entries: 2e4 };
const maxDepth = 40;
const maxSeconds = 4;
const maxNotes = 10;
const skippedFolders = /* @__PURE__ */ new Set([...[
	".git",
	".hg",
	".svn",
	"node_modules",
	"site-packages",
	"__pycache__",
	"milepost-report"
], ...[
	".tox",
	".nox",
	".mypy_cache",
	".pytest_cache",
	".ruff_cache",
	"__pypackages__"
]]);
const virtualenvFolders = /* @__PURE__ */ new Set([
	"lib",
	"lib64",
	"bin",
	"scripts",
	"include",
	"share"
]);
async function walk(root, limits = usualLimits) {
	const state = {
		root,
		limits,
		sizes: /* @__PURE__ */ new Map(),
		entries: 0,
		skipped: [],
		compiled: /* @__PURE__ */ new Map(),
		deadline: performance.now() + maxSeconds * 1e3
	};
	if (!(await lstat(root).catch(() => null))?.isDirectory()) throw new RepositoryError(`${root} is not a folder. Name the folder that holds your repository.`);
	await walkFolder("", 0, state);
	const more = state.skipped.length - maxNotes;
	const { files, notes: onSize } = withinBudget(state.sizes);
	const notes = [...onSize, ...state.skipped.slice(0, maxNotes)];
	if (more > 0) notes.push(`${more} more entries were left out for the same reasons.`);
	const compiledWith = [...state.compiled].toSorted((a, b) => b[1] - a[1]).map(([version]) => version);
	return {
		files: files.sort(),
		notes,
		compiledWith
	};
}
async function walkFolder(folder, depth, state) {
	if (depth > maxDepth) throw new RepositoryError(`Folders are nested more than ${maxDepth} deep at ${shorten(folder)}. Remove that folder from the repository.`);
	const names = await listFolder(folder, state);
	const isVirtualenv = names.includes("pyvenv.cfg");
	checkDeadline(state);
	const folders = [];
	for (let start = 0; start < names.length; start += 64) {
		checkDeadline(state);
		const batch = names.slice(start, start + 64);
		const stats = await Promise.all(batch.map((name) => lstat(join(state.root, folder, name)).catch(() => null)));
		for (const [index, name] of batch.entries()) {
			const path = folder ? `${folder}/${name}` : name;
			const found = stats[index] ?? null;
			if (found?.isDirectory()) {
				if (!isSkipped(name, isVirtualenv)) folders.push(path);
				else if (name === "__pycache__") await noteCompiled(path, state);
			} else if (found?.isFile() && !name.includes("\\")) addFile(path, found.size, state);
			else state.skipped.push(`${shorten(path)} was left out: it is ${kind(found)}, not a regular file.`);
		}
	}
	for (const path of folders) await walkFolder(path, depth + 1, state);
}
async function listFolder(folder, state) {
	const names = [];
	const handle = await opendir(join(state.root, folder), { bufferSize: 256 }).catch(() => null);
	if (!handle) {
		state.skipped.push(`${shorten(folder)} was left out: it cannot be read.`);
		return names;
	}
	for await (const entry of handle) {
		names.push(entry.name);
		state.entries += 1;
		if (state.entries > state.limits.entries) throw new RepositoryError(`The repository holds more than ${state.limits.entries.toLocaleString("en")} files. Remove what is not source code (installed packages, media, build output), add it to .gitignore, and try again.`);
	}
	return names.sort();
}
function checkDeadline(state) {
	if (performance.now() > state.deadline) throw new RepositoryError(`Listing the repository took more than ${maxSeconds} seconds. Remove large folders that are not source code.`);
}
function addFile(path, size, state) {
	const version = /\.cpython-3(\d{1,2})\.pyc$/.exec(path)?.[1];
	if (version) countCompiled(version, state);
	state.sizes.set(path, size);
}
const isSkipped = (name, inVirtualenv) => skippedFolders.has(name) || inVirtualenv && virtualenvFolders.has(name.toLowerCase());
async function noteCompiled(folder, state) {
	if (state.compiled.size > 20) return;
	const handle = await opendir(join(state.root, folder)).catch(() => null);
	if (!handle) return;
	let seen = 0;
	for await (const entry of handle) {
		const version = /\.cpython-3(\d{1,2})(\.opt-\d)?\.pyc$/.exec(entry.name)?.[1];
		if (version) countCompiled(version, state);
		seen += 1;
		if (seen >= 50) break;
	}
}
const countCompiled = (minor, { compiled }) => compiled.set(`3.${minor}`, (compiled.get(`3.${minor}`) ?? 0) + 1);
function kind(found) {
	if (!found) return "unreadable";
	if (found.isFile()) return "a name with a backslash";
	if (found.isSymbolicLink()) return "a symbolic link";
	if (found.isFIFO()) return "a pipe";
	if (found.isSocket()) return "a socket";
	return "a device";
}
// src/repository/scan.ts
async function scanRepository(root, hints) {
	const { files, notes, compiledWith } = await walk(root);
	const [{ commit, commitDate }, projects] = await Promise.all([lastCommit(root), findProjects(files, hints, textReader(root))]);
	return {
		root,
		files,
		commit,
		commitDate,
		notes,
		projects,
		compiledWith
	};
}
// src/repository/model-names.ts
const MAX_FILES = 60;
const DECLARED = /^class\s+(\p{L}\w*)\s*\(.*Model/gmu;
async function modelNames({ root, files }) {
	const declaring = files.filter((file) => /(^|\/)models(\/[^/]+)?\.py$/.test(file)).slice(0, MAX_FILES);
	const texts = await Promise.all(declaring.map((file) => readText(root, file).catch(() => "")));
	return [...new Set(texts.flatMap((text) => [...text.matchAll(DECLARED)].map((match) => match[1])))];
}
// src/run/choose.ts
async function chooseExercise(folder, asked, config, root) {
	if (asked !== void 0) return {
		exercise: await loadExercise(folder, asked),
		why: "it was asked for"
	};
	if (config.exercise !== void 0) return {
		exercise: await loadExercise(folder, config.exercise),
		why: ".milepost.yml names it"
	};
	const ids = await exerciseIds(folder);
	const [best, second] = (await Promise.all(ids.map(async (id) => rate(await loadExercise(folder, id), root)))).toSorted((a, b) => b.score - a.score);
	if (best !== void 0 && (ids.length === 1 || best.score > (second?.score ?? 0))) return {
		exercise: best.exercise,
		why: best.score > 0 ? `the repository speaks of ${best.words.slice(0, 4).join(", ")}` : "it is the only exercise"
	};
	throw new UsageProblem(["Which exercise this repository solves cannot be told from its files.", `Say so with --exercise ID, or with "exercise: ID" in .milepost.yml. There are: ${ids.join(", ")}.`]);
}
async function rate(exercise, root) {
	const { recognise, roles } = exercise.spec;
	const repository = await scanRepository(root, {
		words: recognise.words,
		packages: recognise.packages
	});
	const paths = repository.files.join("\n").toLowerCase();
	const words = recognise.words.filter((word) => paths.includes(word));
	const declared = await modelNames(repository);
	const models = Object.values(roles).flatMap((role) => {
		const named = "words" in role ? declared.find((name) => mentions(splitWords(name), role.words)) : void 0;
		return named === void 0 ? [] : [named];
	});
	const score = words.length + 2 * models.length + (repository.projects[0]?.score ?? 0);
	return {
		exercise,
		words: [...models, ...words],
		score
	};
}
// src/repository/config.ts
const configFile = ".milepost.yml";
const folder = string().regex(/^(?!\/|[A-Za-z]:)(?!(.*\/)?\.\.(\/|$)).+$/, { error: "must be a folder inside the repository, such as `backend`." }).transform((path) => posix.normalize(path).replace(/\/$/, ""));
const route = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \/\S*$/;
const fieldName = /^[^\s/]{1,100}$/;
const configSchema = strictObject({
	exercise: string().regex(/^[a-z0-9][a-z0-9-]*$/).optional().describe("Which exercise this repository solves."),
	project: folder.optional().describe("Folder that holds manage.py, from the root of the repository."),
	settings: string().regex(dottedName, { error: "must be a dotted module name, such as `config.settings.dev`." }).optional().describe("Settings module to start the app with, such as config.settings.dev."),
	python: string({ error: "must be text in quotes, such as \"3.12\": without quotes 3.10 would mean 3.1." }).regex(/^3\.\d{1,2}$/, { error: "must be a Python version with two numbers, such as \"3.12\"." }).optional().describe("Python version, in quotes, such as \"3.12\"."),
	env: record(string().regex(/^[A-Za-z_]\w*$/), union([
		string(),
		number(),
		boolean()
	]).transform(String)).optional().describe("Environment variables that the app needs. Put no real secrets here."),
	bind: record(string().regex(/^[a-z][\w-]*(\.[a-z][\w-]*)*$/), string().refine((text) => route.test(text) || fieldName.test(text), { error: "must be a route such as `POST /api/items/`, or the name of a field." })).optional().describe("What a role or slot of the exercise is called here: `register: POST /api/users/` or `item.title: titulo`.")
}).meta({
	title: configFile,
	description: "Tells Milepost where to find things in this repository."
});
async function readConfig(root) {
	const status = await lstat(join(root, configFile)).catch(() => null);
	if (!status) return misnamed(root);
	if (!status.isFile()) return refuse("is not a regular file.", "Commit the file itself instead of a link.");
	if (status.size > 65536) return refuse("is larger than 64 KB.", "Keep only what Milepost could not find by itself.");
	return parseConfig(await readText(root, configFile));
}
function parseConfig(text) {
	if (text.split(/\r?\n/).every((line) => /^#|^$/.test(line.trim()))) return empty;
	const read = parsePositioned(configSchema, text, configFile);
	return read.ok ? {
		ok: true,
		config: read.value,
		problemAt: read.problemAt
	} : read;
}
const place = (_path, _side, explanation) => ({
	file: configFile,
	line: 1,
	column: 1,
	...explanation
});
const empty = {
	ok: true,
	config: {},
	problemAt: place
};
function refuse(what, advice) {
	const explanation = {
		message: `${configFile} ${what}`,
		found: "",
		allowed: "",
		advice
	};
	return {
		ok: false,
		problems: [place([], "value", explanation)]
	};
}
async function misnamed(root) {
	for (const name of [
		".milepost.yaml",
		"milepost.yml",
		"milepost.yaml"
	]) if (await lstat(join(root, name)).catch(() => null)) return {
		ok: false,
		problems: [{
			file: name,
			line: 1,
			column: 1,
			message: `${name} is not read.`,
			found: name,
			allowed: configFile,
			advice: `Rename it to ${configFile}.`
		}]
	};
	return empty;
}
// src/run/config.ts
async function configOf(root) {
	const read = await readConfig(root);
	if (!read.ok) throw new UsageProblem(read.problems.map(formatProblem));
	return read.config;
}
export { wordsOf as A, mentions as C, splitWords as D, pathPattern as E, takesAway as O, isApiView as S, pagesOf as T, describeEndpoint as _, walk as a, fillPath as b, fileOf as c, isSettingsFile as d, settingsChain as f, apiPatterns as g, REMOVE as h, scanRepository as i, verbsOf as k, isForDevelopers as l, withoutComments as m, configFile as n, lastCommit as o, within as p, chooseExercise as r, parseYaml as s, configOf as t, isForProduction as u, endpointsOf as v, openParams as w, harms as x, endsSession as y };
