import { r as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { t as UsageProblem } from "./options.js";
import { t as VERSION } from "./version.js";
import { t as dockerEngine } from "./docker.js";
import { t as require__node_http } from "./_node-http.js";
import { a as array, c as json, d as object, h as string, l as literal, n as _enum, o as boolean, p as record, u as number, v as union, y as unknown } from "./schemas.js";
import { n as reproduce, t as scoreOf } from "./score.js";
import { _ as leven, a as OPERATIONS, c as MISSING, g as nearestName, h as capital, o as evaluate, u as query$1 } from "./load.js";
import { t as gradersFolder } from "./graders-folder.js";
import { t as EngineError } from "./engine-error.js";
import { C as verbsOf, S as splitWords, _ as fillPath, a as parseYaml, b as pagesOf$1, c as readText, d as normalName, f as packageForImport, g as endpointsOf, h as describeEndpoint, i as scanRepository, l as textReader, m as apiPatterns, o as fileOf, p as providersOf, r as chooseExercise, s as settingsChain, t as configOf, u as isKnownPackage, v as mentions, w as wordsOf, x as pathPattern, y as openParams } from "./config.js";
import { join, posix, relative, resolve, sep } from "node:path";
import { createHmac, randomBytes, randomInt } from "node:crypto";
import { readFile } from "node:fs/promises";
import { cpus } from "node:os";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
// src/app/protocol.ts
const frameSchema = object({
	file: string(),
	line: number().int().min(0),
	function: string(),
	code: string().nullable(),
	learner: boolean()
});
const insideErrorSchema = object({
	stage: string(),
	type: string(),
	message: string(),
	frames: array(frameSchema),
	missing: object({
		kind: _enum([
			"module",
			"env",
			"setting",
			"service",
			"attribute",
			"file",
			"library"
		]),
		name: string(),
		own: boolean().default(false),
		also: array(string()).default([])
	}).nullable()
});
const bootResultSchema = object({
	facts: unknown(),
	changes: array(object({
		what: string(),
		why: string()
	})),
	milliseconds: record(string(), number())
});
// src/app/channel.ts
const MAX_LINE = 8388608;
const answerSchema = union([object({
	id: number(),
	ok: literal(true),
	result: unknown()
}), object({
	id: number(),
	ok: literal(false),
	error: insideErrorSchema
})]);
var AppProblem = class extends Error {
	kind;
	inside;
	constructor(kind, message, inside = null) {
		super(message);
		this.name = "AppProblem";
		this.kind = kind;
		this.inside = inside;
	}
};
function openChannel(process) {
	const waiting = /* @__PURE__ */ new Map();
	let ended = null;
	let last = 0;
	process.onLine((line) => {
		const answer = parseAnswer(line);
		if (answer) waiting.get(answer.id)?.resolve(answer);
	});
	process.exited.then((how) => {
		ended = new AppProblem(how.reason ? "exhausted" : "ended", `the app's process ended${describeExit(how)}`);
		for (const entry of waiting.values()) entry.reject(ended);
	});
	return { async ask(message, schema, milliseconds) {
		if (ended) throw ended;
		last += 1;
		const id = last;
		return readResult(await new Promise((resolve, reject) => {
			const timer = setTimeout(() => reject(new AppProblem("deadline", `no answer within ${milliseconds / 1e3} s`)), milliseconds);
			const settle = () => {
				clearTimeout(timer);
				waiting.delete(id);
			};
			waiting.set(id, {
				resolve: (value) => {
					settle();
					resolve(value);
				},
				reject: (problem) => {
					settle();
					reject(problem);
				}
			});
			process.send(JSON.stringify({
				...message,
				id
			}));
		}).finally(() => waiting.delete(id)), schema);
	} };
}
function parseAnswer(line) {
	if (line.length > MAX_LINE) return null;
	try {
		return answerSchema.parse(JSON.parse(line));
	} catch {
		return null;
	}
}
function readResult(answer, schema) {
	if (!answer.ok) throw new AppProblem("inside", `${answer.error.type}: ${answer.error.message}`, answer.error);
	const parsed = schema.safeParse(answer.result);
	if (!parsed.success) throw new AppProblem("garbled", `an answer of the app's process has an unknown shape`);
	return parsed.data;
}
function describeExit(how) {
	if (how.reason) return `: ${how.reason}`;
	if (how.signal) return ` by signal ${how.signal}`;
	return how.code === null ? "" : ` with exit code ${how.code}`;
}
// src/app/site-facts.ts
const place$1 = object({
	file: string(),
	line: number().int().min(1)
}).nullable().catch(null);
const path = string().nullable().catch(null);
const names = array(string()).catch([]);
const adminModelSchema = object({
	model: string(),
	path: string(),
	add: path,
	search: names,
	filter: names,
	dateHierarchy: string().nullable().catch(null),
	inlines: names,
	place: place$1
});
const adminSchema = object({
	sites: array(object({ path: string() })),
	models: array(adminModelSchema).max(2e3)
});
const noAdmin = {
	sites: [],
	models: []
};
const siteSchema = object({
	loginUrl: path,
	loginRedirect: path,
	logoutRedirect: path,
	sessionCookie: string().catch("sessionid"),
	csrfCookie: string().catch("csrftoken"),
	csrfHeader: string().catch("X-CSRFToken"),
	csrfInSession: boolean().catch(false),
	csrfMiddleware: boolean().catch(false),
	messages: boolean().catch(false)
});
const plainSite = {
	loginUrl: null,
	loginRedirect: null,
	logoutRedirect: null,
	sessionCookie: "sessionid",
	csrfCookie: "csrftoken",
	csrfHeader: "X-CSRFToken",
	csrfInSession: false,
	csrfMiddleware: false,
	messages: false
};
const templateSchema = object({
	name: string(),
	file: string(),
	extends: boolean(),
	blocks: number().int(),
	learner: boolean()
});
const migrationsSchema = object({
	missing: names,
	changes: names,
	absent: names,
	problem: object({
		app: string(),
		name: string(),
		message: string(),
		place: place$1
	}).nullable().catch(null),
	conflicts: names
});
const noMigrations = {
	missing: [],
	changes: [],
	absent: [],
	problem: null,
	conflicts: []
};
// src/app/facts.ts
const place = object({
	file: string(),
	line: number().int().min(1)
}).nullable().catch(null);
const kind = _enum([
	"text",
	"longtext",
	"integer",
	"decimal",
	"float",
	"boolean",
	"date",
	"datetime",
	"time",
	"duration",
	"uuid",
	"slug",
	"email",
	"url",
	"choice",
	"json",
	"file",
	"image",
	"password",
	"relation",
	"relations",
	"list",
	"object",
	"other"
]).catch("other");
const modelFieldSchema = object({
	name: string(),
	kind,
	type: string(),
	related: string().nullable(),
	primaryKey: boolean(),
	unique: boolean(),
	null: boolean(),
	blank: boolean(),
	hasDefault: boolean(),
	automatic: boolean(),
	editable: boolean(),
	maxLength: number().nullable(),
	choices: array(union([
		string(),
		number(),
		boolean()
	])).nullable(),
	uniqueFor: _enum([
		"date",
		"month",
		"year"
	]).nullable().catch(null),
	through: string().nullable().catch(null)
});
const modelSchema = object({
	label: string(),
	name: string(),
	learner: boolean(),
	place,
	fields: array(modelFieldSchema),
	generic: boolean().catch(false),
	unique: array(array(string())).catch([]),
	ordering: array(string()).catch([])
});
const inputFieldSchema = object({
	name: string(),
	kind,
	type: string(),
	required: boolean(),
	readOnly: boolean(),
	writeOnly: boolean(),
	maxLength: number().nullable(),
	minLength: number().nullable(),
	choices: array(union([
		string(),
		number(),
		boolean()
	])).nullable(),
	related: string().nullable(),
	source: string().nullable()
});
const throttleSchema = object({
	name: string(),
	scope: string().nullable(),
	rate: string().nullable(),
	limit: number().nullable(),
	window: number().nullable(),
	counts: _enum([
		"user",
		"anonymous",
		"address",
		"everyone",
		"unknown"
	]).catch("unknown")
});
const routeSchema = object({
	path: string(),
	params: array(object({
		name: string(),
		converter: string(),
		constant: string().nullable()
	})),
	name: string().nullable(),
	methods: array(object({
		method: string(),
		handler: string(),
		place,
		calls: array(string()),
		keys: array(string()),
		models: array(string()),
		input: array(inputFieldSchema).nullable(),
		inputName: string().nullable(),
		inputModel: string().nullable()
	})),
	view: object({
		name: string(),
		kind: _enum([
			"function",
			"class",
			"drf-function",
			"drf-class",
			"drf-viewset",
			"ninja",
			"other"
		]).catch("other"),
		learner: boolean(),
		place,
		bases: array(string()),
		docstring: string().nullable()
	}),
	model: string().nullable(),
	permissions: array(string()),
	authentications: array(string()),
	throttles: array(throttleSchema),
	pagination: object({
		style: string(),
		size: number().nullable()
	}).nullable(),
	csrfExempt: boolean().catch(false),
	template: string().nullable().catch(null)
});
const factsSchema = object({
	python: string(),
	django: string(),
	packages: record(string(), string()),
	settings: record(string(), json()),
	user: object({
		model: string(),
		usernameField: string(),
		requiredFields: array(string()),
		emailField: string().nullable()
	}),
	models: array(modelSchema).max(2e3),
	routes: array(routeSchema).max(5e3),
	missingMigrations: array(string()),
	migrations: migrationsSchema.default(noMigrations).catch(noMigrations),
	admin: adminSchema.default(noAdmin).catch(noAdmin),
	site: siteSchema.default(plainSite).catch(plainSite),
	templates: array(templateSchema).max(500).default([]).catch([]),
	tokenPrefixes: array(string()),
	problems: array(string())
});
// src/app/instance.ts
const FORK_DEADLINE = 2e4;
const CALL_DEADLINE = 15e3;
const PORT_ATTEMPTS = 20;
const key = union([string(), number()]);
const values = record(string(), json());
const row$1 = object({
	id: key,
	values
});
const changes = array(object({
	what: string(),
	why: string()
})).default([]);
const nothing$1 = object({}).loose();
const actionResults = {
	"user.create": object({
		id: key,
		identity: key,
		created: boolean(),
		changes
	}),
	"user.find": object({
		id: key,
		model: string(),
		fields: record(string(), json()),
		passwordColumn: string(),
		hashed: boolean(),
		active: boolean()
	}).nullable(),
	"user.promote": nothing$1,
	"token.mint": union([object({
		access: string(),
		refresh: string()
	}), object({ token: string() })]).nullable(),
	"session.mint": object({
		cookieName: string(),
		value: string()
	}).nullable(),
	"token.resign": object({
		token: string(),
		keyFoundIn: string()
	}).nullable(),
	"rows.create": row$1.extend({ changes }),
	"rows.find": array(row$1),
	"rows.get": row$1.nullable(),
	"rows.count": object({ count: number().int() }),
	"rows.newest": row$1.nullable(),
	"rows.url": object({ url: string().nullable() }),
	"rows.set": object({ values }),
	"rows.link": object({
		linked: boolean(),
		how: string().nullable()
	}),
	"rows.related": object({ ids: array(key) }),
	"rows.publish": object({ changed: values }),
	"rows.twins": object({
		shared: boolean(),
		refused: string().nullable(),
		first: row$1.nullable(),
		second: row$1.nullable()
	}),
	"text.search": array(object({
		table: string(),
		column: string()
	})),
	"cache.clear": nothing$1,
	"throttle.fill": object({ filled: number().int() }),
	exceptions: array(object({
		number: number().int(),
		request: string().nullable(),
		type: string(),
		message: string(),
		frames: array(frameSchema)
	})),
	rendered: array(object({
		name: string(),
		file: string().nullable(),
		learner: boolean(),
		extends: boolean()
	})),
	"routes.match": object({
		route: string(),
		name: string().nullable(),
		view: string(),
		place: object({
			file: string(),
			line: number().int().min(1)
		}).nullable()
	}).nullable()
};
function instanceMaker(channel, sandbox, supplied) {
	let count = 0;
	let port = 2e4 + Math.floor(Math.random() * 1e4);
	return async function fork(database = { kind: "fresh" }) {
		for (let attempt = 1;; attempt += 1) {
			count += 1;
			port = port >= 31999 ? 2e4 : port + 1;
			const made = {
				name: `i${count}`,
				port
			};
			try {
				const request = {
					op: "fork",
					instance: made.name,
					port: made.port,
					database
				};
				await channel.ask(request, nothing$1, FORK_DEADLINE);
				return handle(channel, sandbox, made, supplied);
			} catch (error) {
				if (!isPortTaken(error) || attempt === PORT_ATTEMPTS) throw error;
			}
		}
	};
}
function handle(channel, sandbox, made, supplied) {
	const instance = made.name;
	return {
		...made,
		address: (client) => sandbox.address(made.port, client),
		call: async (action, args) => {
			const schema = actionResults[action];
			const answer = await channel.ask({
				op: "call",
				instance,
				action,
				args
			}, schema, CALL_DEADLINE);
			const told = object({ changes }).safeParse(answer);
			for (const remedy of told.success ? told.data.changes : []) supplied(remedy);
			return answer;
		},
		snapshot: async () => {
			await channel.ask({
				op: "snapshot",
				instance
			}, nothing$1, FORK_DEADLINE);
		},
		stop: async () => {
			await channel.ask({
				op: "stop",
				instance
			}, nothing$1, CALL_DEADLINE);
		}
	};
}
function isPortTaken(error) {
	return error instanceof AppProblem && error.inside?.type === "OSError" && /in use/i.test(error.message);
}
// src/app/start-failure.ts
const STAGES = {
	settings: "reading the settings",
	setup: "loading the installed apps",
	urls: "reading the URL patterns",
	checks: "Django's own checks",
	database: "connecting to the database",
	makemigrations: "comparing the models with the migrations",
	migrate: "applying the migrations",
	wsgi: "loading the middleware",
	facts: "reading the routes"
};
function startFailure(problem, log) {
	const inside = problem.inside;
	const stage = inside?.stage ?? "start";
	const place = inside ? lastLearnerPlace(inside) : null;
	return {
		stage,
		message: sentence$1(problem, place),
		place,
		log
	};
}
function lastLearnerPlace(error) {
	const frame = error.frames.findLast((item) => item.learner && item.line > 0);
	return frame ? {
		file: frame.file,
		line: frame.line,
		code: frame.code
	} : null;
}
function sentence$1(problem, place) {
	const inside = problem.inside;
	const where = place ? ` (${place.file}, line ${place.line})` : "";
	if (!inside) {
		if (problem.kind === "deadline") return `The app did not start in time: ${problem.message}.`;
		return `The app did not start: ${problem.message}.`;
	}
	const doing = STAGES[inside.stage] ?? inside.stage;
	if (inside.type === "Timeout") return `The app hangs while ${doing}${where}: ${inside.message}.`;
	const text = `The app does not start: ${doing} failed with ${inside.type}: ${inside.message}${where}`;
	return /[.!?]$/.test(text) ? text : `${text}.`;
}
// src/app/supplied-values.ts
const RULES = [
	[/^(DJANGO_)?DEBUG$|_DEBUG$/, "True"],
	[/DATABASE_URL|DB_URL|POSTGRES_URL|SQLALCHEMY_DATABASE_URI/, (services) => services.databaseUrl],
	[/REDIS.*(URL|URI)|BROKER|RESULT_BACKEND|CACHE_URL|CACHE_LOCATION/, (services) => services.redisUrl],
	[/^CLOUDINARY_URL$/, "cloudinary://key:secret@milepost"],
	[/ALLOWED_HOSTS|(^|_)HOSTS$/, "localhost,127.0.0.1"],
	[/CORS|TRUSTED_ORIGINS|FRONTEND|CLIENT_URL/, "http://localhost:3000"],
	[/DB_ENGINE|DATABASE_ENGINE|SQL_ENGINE/, "django.db.backends.sqlite3"],
	[/REDIS.*PORT/, "6379"],
	[/(EMAIL|SMTP|MAIL).*PORT/, "587"],
	[/PORT$/, "5432"],
	[/(EMAIL|SMTP|MAIL)_?(HOST)?_?(USER|FROM|ADDRESS|SENDER)|FROM_EMAIL|^EMAIL$/, "noreply@example.com"],
	[/USE_(TLS|SSL)|SSL_REDIRECT|_SECURE$|^USE_|^ENABLE_|_ENABLED$|^IS_/, "False"],
	[/ALGORITHM/, "HS256"],
	[/(THROTTLE|RATE)/, "60/min"],
	[/LIFETIME|MINUTES|HOURS|DAYS|SECONDS|EXPIR|TIMEOUT|_TTL|MAX_AGE|PAGE_SIZE|LIMIT|SITE_ID|WORKERS/, "60"],
	[/SECRET|KEY|TOKEN|PASS|SALT|SIGNING|JWT/, "milepost-supplied-value-that-is-long-enough-0123456789"],
	[/HOST$/, "localhost"],
	[/URL|URI|DOMAIN|ORIGIN/, "http://localhost:8000"],
	[/(^|_)(ENV|ENVIRONMENT|STAGE|MODE)$/, "development"],
	[/LOG_?LEVEL/, "INFO"],
	[/(NAME|USER|DB)$/, "milepost"]
];
function environmentValues(name, example, services) {
	const upper = name.toUpperCase();
	const value = RULES.find(([pattern]) => pattern.test(upper))?.[1] ?? "milepost";
	const guessed = typeof value === "string" ? value : value(services);
	const written = example[name];
	const usable = written && !isPlaceholder(written) && !/prod/i.test(written) ? [written] : [];
	const [first = guessed, ...rest] = [.../* @__PURE__ */ new Set([
		...usable,
		guessed,
		"1",
		"True",
		"{}"
	])];
	return [first, ...rest];
}
function settingValue(name) {
	if (/DEBUG/.test(name)) return true;
	if (/HOSTS|ORIGINS|WHITELIST/.test(name)) return ["localhost", "127.0.0.1"];
	if (/^DATABASES$|^CACHES$|_CONFIG$|_SETTINGS$/.test(name)) return {};
	if (/PORT|LIFETIME|MINUTES|HOURS|DAYS|SECONDS|EXPIR|TIMEOUT|SIZE|LIMIT/.test(name)) return 60;
	if (/^USE_|^ENABLE_|_ENABLED$|^IS_/.test(name)) return false;
	const [value] = environmentValues(name, {}, {
		databaseUrl: "sqlite:///db.sqlite3",
		redisUrl: "redis://localhost:6379/0"
	});
	return value;
}
function isPlaceholder(value) {
	return /^(<.*>|\.{2,}|x{3,}|\$\{.*\}|change.?me.*|your[-_ ].*)$/i.test(value.trim()) || value.trim() === "";
}
// src/app/repair.ts
async function nextRepair(error, state, options) {
	if (!error) return false;
	const remedies = [await repair$1(error, state, options)].flat().filter((remedy) => remedy !== null);
	(isPackage(error, state) ? state.packages : state.remedies).push(...remedies);
	return remedies.length > 0;
}
const isPackage = (error, state) => error.missing?.kind === "module" && !state.stubs.some((stub) => stub.module === error.missing?.name);
async function repair$1(error, state, options) {
	const missing = error.missing;
	if (!missing) return withoutPostgres$1(error, state);
	const why = explain(error);
	switch (missing.kind) {
		case "env": return setVariables(missing, why, state, options);
		case "module": return supplyModule(missing, why, error, state, options);
		case "setting": return supplySetting(missing.name, why, state);
		case "attribute": return supplyStubValue(missing.name, why, state);
		case "service": return await startMissingService(missing.name, why, state, options) ?? withoutPostgres$1(error, state);
		case "file":
		case "library": return null;
	}
}
function setVariables(missing, why, state, options) {
	const first = setVariable(missing.name, why, state, options);
	if (!first) return [];
	const beside = `it is read beside ${missing.name}, which is not set`;
	return [first, ...missing.also.filter((name) => !(name in state.env)).flatMap((name) => setVariable(name, beside, state, options) ?? [])];
}
function setVariable(name, why, state, options) {
	const { postgres, redis } = state.services;
	const services = {
		databaseUrl: postgres ? `postgres://${postgres.user}:${postgres.password}@${postgres.host}:${postgres.port}/${postgres.name}` : "sqlite:///db.sqlite3",
		redisUrl: redis ?? "redis://localhost:6379/0"
	};
	const value = environmentValues(name, options.project.envExample, services).find((candidate) => !state.tried.has(`env ${name}=${candidate}`));
	if (value === void 0) return null;
	const again = name in state.env;
	state.tried.add(`env ${name}=${value}`);
	state.env[name] = value;
	if (again) state.remedies = state.remedies.filter((remedy) => remedy.what !== variableRemedy(name));
	return {
		what: variableRemedy(name),
		why
	};
}
const variableRemedy = (name) => `set the environment variable ${name}`;
async function supplyModule(missing, why, error, state, options) {
	const { name } = missing;
	if (state.settings === name || state.settings.startsWith(`${name}.`)) return null;
	if (!once(state, `module ${name}`)) return null;
	if (!missing.own && !/^django(\.|$)/.test(name)) {
		options.progress(`adding the package for ${name}`);
		const remedy = await options.addPackage(name);
		if (remedy) return remedy;
	}
	if (error.stage !== "settings") return null;
	if (!missing.own && !/local|secret|private|dev|config|credential|keys?$/i.test(name)) return null;
	const example = options.project.moduleExamples[name] ?? null;
	state.stubs.push({
		module: name,
		example,
		values: {}
	});
	return {
		what: example ? `used ${example} as ${name}` : `made an empty module ${name}`,
		why
	};
}
function supplySetting(name, why, state) {
	if (isStructural(name)) return null;
	if (!once(state, `setting ${name}`)) return null;
	const stub = state.stubs.at(-1);
	if (stub) stub.values[name] = settingValue(name);
	else state.defaults[name] = settingValue(name);
	return {
		what: `supplied the setting ${name}`,
		why
	};
}
const isStructural = (name) => /^(ROOT_URLCONF|INSTALLED_APPS|AUTH_USER_MODEL|TEMPLATES)$/.test(name);
function supplyStubValue(name, why, state) {
	const stub = state.stubs.find((item) => name.startsWith(`${item.module}.`));
	if (!stub || !once(state, `attribute ${name}`)) return null;
	const attribute = name.slice(stub.module.length + 1);
	stub.values[attribute] = settingValue(attribute);
	return {
		what: `supplied ${attribute} in ${stub.module}`,
		why
	};
}
async function startMissingService(name, why, state, options) {
	if (name !== "postgres" && name !== "redis" || !once(state, `service ${name}`) || state.services[name]) return null;
	if (!await options.sandbox.startService(name, {
		user: "milepost",
		password: "milepost",
		database: "milepost"
	})) return null;
	if (name === "redis") state.services = {
		...state.services,
		redis: "redis://127.0.0.1:6379/0"
	};
	return {
		what: `started ${name === "redis" ? "Redis" : "PostgreSQL"} beside the app`,
		why
	};
}
function withoutPostgres$1(error, state) {
	const databaseStage = error.stage === "database" || error.stage === "migrate";
	if (!state.services.postgres || !databaseStage || !once(state, "without postgres")) return null;
	state.services = {
		...state.services,
		postgres: null
	};
	return {
		what: "used SQLite instead of PostgreSQL",
		why: explain(error)
	};
}
function once(state, key) {
	if (state.tried.has(key)) return false;
	state.tried.add(key);
	return true;
}
function explain(error) {
	const place = lastLearnerPlace(error);
	const text = `${error.type}: ${error.message.split("\n")[0]?.slice(0, 200)}`;
	return place ? `${place.file}, line ${place.line}: ${text}` : text;
}
// src/app/start.ts
const BOOT_SECONDS = 90;
const MAX_ROUNDS$1 = 40;
const MAX_SETTINGS_MODULES = 3;
const MAX_SUPPLIED = 20;
async function startApp(options) {
	const started = performance.now();
	const rounds = { left: MAX_ROUNDS$1 };
	const shared = {
		services: await startServices(options),
		packages: []
	};
	let failed = null;
	for (const settings of options.project.settingsModules.slice(0, MAX_SETTINGS_MODULES)) {
		const { result, wrongModule, lastError } = await startWith(settings, options, shared, rounds);
		const total = performance.now() - started;
		const timed = {
			...result,
			timings: {
				...result.timings,
				total,
				rounds: MAX_ROUNDS$1 - rounds.left
			}
		};
		if (result.ok) return timed;
		if (lacksPostgres(lastError, options, shared)) throw new EngineError(withoutPostgres(result.failure));
		if (!wrongModule) failed ??= timed;
		if (rounds.left === 0 || options.signal.aborted) return failed ?? timed;
	}
	return failed ?? noSettings(performance.now() - started);
}
async function startWith(settings, options, shared, rounds) {
	const state = {
		settings,
		...shared,
		env: {},
		stubs: [],
		defaults: {},
		remedies: [],
		tried: /* @__PURE__ */ new Set()
	};
	for (;;) {
		rounds.left -= 1;
		const attempt = await boot(options, state);
		const remedies = [...state.packages, ...state.remedies];
		if (attempt.app) {
			const { timings, changes } = attempt;
			return {
				result: {
					...attempt.app,
					remedies: [...remedies, ...changes],
					timings
				},
				wrongModule: false,
				lastError: null
			};
		}
		if (rounds.left > 0 && !options.signal.aborted && await nextRepair(attempt.error, state, options)) continue;
		return {
			result: {
				ok: false,
				failure: attempt.failure,
				remedies,
				timings: {}
			},
			wrongModule: isWrongModule(attempt.error, settings),
			lastError: attempt.error
		};
	}
}
const lacksPostgres = (error, { project }, { services }) => project.services.postgres && services.postgres === null && (error?.stage === "database" || error?.stage === "migrate") && /^(Operational|Programming|NotSupported|Interface|Database)Error$/.test(error.type);
const withoutPostgres = ({ message }) => `This project needs PostgreSQL, which this engine does not offer: grade it with --engine docker. With SQLite in its place: ${message}`;
function isWrongModule(error, settings) {
	const missing = error?.missing;
	if (missing?.kind === "module") return error?.stage === "settings" && isOrHolds(missing.name, settings);
	return missing?.kind === "setting" && isStructural(missing.name);
}
const isOrHolds = (name, settings) => settings === name || settings.startsWith(`${name}.`);
async function boot(options, state) {
	const seconds = options.bootSeconds ?? BOOT_SECONDS;
	options.progress(`starting the app with ${state.settings}`);
	const process = await options.sandbox.startApp({
		env: environment(options, state),
		cwd: options.project.dir
	});
	const abort = () => void process.kill();
	options.signal.addEventListener("abort", abort, { once: true });
	try {
		const channel = openChannel(process);
		const result = await channel.ask(bootRequest(options, state, seconds), bootResultSchema, (seconds + 10) * 1e3);
		const read = factsSchema.safeParse(result.facts);
		if (!read.success) throw new AppProblem("garbled", "what its process says about models and routes cannot be read");
		const facts = read.data;
		const supplied = [];
		const remember = (remedy) => {
			if (supplied.length < MAX_SUPPLIED && !supplied.some(({ what }) => what === remedy.what)) supplied.push(remedy);
		};
		const app = {
			facts,
			supplied,
			fork: instanceMaker(channel, options.sandbox, remember),
			log: () => process.log(),
			exited: process.exited,
			kill: () => process.kill()
		};
		const nothing = {
			stage: "",
			message: "",
			place: null,
			log: ""
		};
		const { changes, milliseconds: timings } = result;
		return {
			app: {
				ok: true,
				app,
				facts
			},
			changes,
			timings,
			error: null,
			failure: nothing
		};
	} catch (error) {
		await process.kill();
		if (!(error instanceof AppProblem)) throw error;
		const failure = startFailure(error, process.log());
		return {
			app: null,
			changes: [],
			timings: {},
			error: error.inside,
			failure
		};
	} finally {
		options.signal.removeEventListener("abort", abort);
	}
}
function bootRequest(options, state, seconds) {
	const { postgres, redis } = state.services;
	return {
		op: "boot",
		settings: state.settings,
		database: postgres ? {
			kind: "postgres",
			...postgres
		} : { kind: "sqlite" },
		redis,
		secretKey: options.secretKey,
		deadline: seconds,
		stubs: state.stubs,
		defaults: state.defaults
	};
}
function environment(options, state) {
	return {
		PATH: "/usr/local/bin:/usr/bin:/bin",
		LANG: "C.UTF-8",
		PYTHONUNBUFFERED: "1",
		MILEPOST_SOURCE: options.sandbox.sourcePath,
		...state.env
	};
}
async function startServices(options) {
	const account = {
		user: "milepost",
		password: "milepost",
		database: "milepost"
	};
	const [postgres, redis] = await Promise.all([options.project.services.postgres && options.sandbox.startService("postgres", account), options.project.services.redis && options.sandbox.startService("redis", account)]);
	const { database: name, user, password } = account;
	return {
		postgres: postgres ? {
			host: "127.0.0.1",
			port: 5432,
			user,
			password,
			name
		} : null,
		redis: redis ? "redis://127.0.0.1:6379/0" : null
	};
}
function noSettings(total) {
	return {
		ok: false,
		failure: {
			stage: "settings",
			message: "No settings module was found: manage.py names none and no settings.py is in the project.",
			place: null,
			log: ""
		},
		remedies: [],
		timings: { total }
	};
}
// src/http/jwt.ts
function decodeJwt(text) {
	const parts = text.split(".");
	if (parts.length !== 3 || text.length > 16384) return null;
	const header = parsePart(parts[0]);
	const claims = parsePart(parts[1]);
	return header === null || claims === null || typeof header.alg !== "string" ? null : {
		header,
		claims,
		signature: parts[2]
	};
}
const encodePart = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
const withClaims = (token, change) => {
	const [header, claims, signature] = token.split(".");
	return [
		header,
		encodePart(change(parsePart(claims) ?? {})),
		signature
	].join(".");
};
const withBrokenSignature = (token) => {
	const [header, claims, signature] = token.split(".");
	return [
		header,
		claims,
		[...signature.slice(0, 8)].map((letter) => letter === "A" ? "B" : "A").join("") + signature.slice(8)
	].join(".");
};
const unsigned = (token) => `${encodePart({
	alg: "none",
	typ: "JWT"
})}.${token.split(".")[1]}.`;
const signedWithOtherKey = (token, key) => {
	const body = `${encodePart({
		alg: "HS256",
		typ: "JWT"
	})}.${token.split(".")[1]}`;
	return `${body}.${createHmac("sha256", key).update(body).digest("base64url")}`;
};
function parsePart(part) {
	try {
		const value = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
		return value !== null && typeof value === "object" && !Array.isArray(value) ? value : null;
	} catch {
		return null;
	}
}
// src/http/answer.ts
const MAX_NODES = 5e4;
const MAX_DEPTH$1 = 64;
function parseJson$1(text) {
	let depth = 0;
	for (const letter of text) if (letter === "[" || letter === "{") {
		if (++depth > MAX_DEPTH$1) return void 0;
	} else if (letter === "]" || letter === "}") depth--;
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function walk$1(root) {
	if (root === void 0) return [];
	const nodes = [{
		path: [],
		value: root
	}];
	for (let index = 0; index < nodes.length && nodes.length < MAX_NODES; index++) {
		const { path, value } = nodes[index];
		if (Array.isArray(value)) value.forEach((child, position) => void nodes.push({
			path: [...path, position],
			value: child
		}));
		else if (value !== null && typeof value === "object") for (const [key, child] of Object.entries(value)) nodes.push({
			path: [...path, key],
			value: child
		});
	}
	return nodes;
}
function nextPage(root) {
	const found = walk$1(root).find(({ path, value }) => typeof value === "string" && /^next/i.test(String(path.at(-1) ?? "")) && /[?&/]/.test(value));
	if (found === void 0) return null;
	try {
		const url = new URL(found.value, "http://localhost");
		return url.pathname + url.search;
	} catch {
		return null;
	}
}
function findTokens(root, setCookies, text) {
	const found = [];
	for (const { path, value } of walk$1(root)) {
		if (typeof value !== "string") continue;
		const key = String(path.at(-1) ?? "token");
		const bare = value.replace(/^(Bearer|JWT|Token) /i, "");
		if (decodeJwt(bare)) found.push({
			token: bare,
			jwt: true,
			where: `body ${path.join(".")}`,
			key,
			cookie: false
		});
		else if (isOpaque(bare, key)) found.push({
			token: bare,
			jwt: false,
			where: `body ${path.join(".")}`,
			key,
			cookie: false
		});
	}
	if (root === void 0 && decodeJwt(text.trim())) found.push({
		token: text.trim(),
		jwt: true,
		where: "body",
		key: "token",
		cookie: false
	});
	for (const line of setCookies) {
		const [name = "", value = ""] = (line.split(";")[0] ?? "").split(/=(.*)/s);
		if (decodeJwt(value)) found.push({
			token: value,
			jwt: true,
			where: `cookie ${name}`,
			key: name,
			cookie: true
		});
	}
	return found.sort((a, b) => Number(b.jwt) - Number(a.jwt));
}
function isOpaque(text, key) {
	if (!/^[\w.:=+/-]{20,2000}$/.test(text) || /^https?:|^pbkdf2_|^\d{4}-/.test(text)) return false;
	if (/token|key|access|jwt|auth/i.test(key)) return true;
	const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
	return text.length >= 32 && /\d/.test(text) && /[a-z]/i.test(text) && !isId;
}
function splitTokens(tokens) {
	const isRefresh = ({ token, key }) => {
		const type = decodeJwt(token)?.claims.token_type ?? decodeJwt(token)?.claims.type;
		return typeof type === "string" ? /refresh/i.test(type) : /refresh/i.test(key);
	};
	return {
		access: tokens.find((token) => !isRefresh(token)) ?? null,
		refresh: tokens.find(isRefresh) ?? null
	};
}
const holds$1 = (text, marker) => marker !== "" && text.toLowerCase().includes(marker.toLowerCase());
// src/http/client.ts
var import__node_http = /* @__PURE__ */ __toESM(require__node_http(), 1);
const MAX_BODY_BYTES = 2097152;
const MAX_HEADER_BYTES = 16384;
const DEFAULT_TIMEOUT_MS = 1e4;
function send(address, request, timeoutMs = DEFAULT_TIMEOUT_MS) {
	const started = performance.now();
	return new Promise((resolve) => {
		let settled = false;
		const chunks = [];
		let size = 0;
		let cut = false;
		let response = null;
		const finish = (failure) => {
			if (settled) return;
			settled = true;
			clearTimeout(deadline);
			resolve({
				status: response?.statusCode ?? null,
				headers: plainHeaders(response),
				setCookies: (response?.headers["set-cookie"] ?? []).slice(0, 50),
				body: Buffer.concat(chunks).toString("utf8"),
				cut,
				failure,
				milliseconds: performance.now() - started
			});
			outgoing.destroy();
		};
		const payload = request.body === null ? null : Buffer.from(request.body, "utf8");
		const outgoing = import__node_http.default.request({
			...address.socketPath === void 0 ? {
				host: address.host,
				port: address.port,
				localAddress: address.localAddress
			} : { socketPath: address.socketPath },
			method: request.method,
			path: request.url,
			maxHeaderSize: MAX_HEADER_BYTES,
			agent: false,
			headers: {
				"Accept-Encoding": "identity",
				Connection: "close",
				...payload === null ? {} : { "Content-Length": String(payload.length) },
				...request.headers
			}
		});
		outgoing.maxHeadersCount = 200;
		let informational = 0;
		outgoing.on("information", () => {
			if (++informational > 5) finish("the app sent more than 5 interim answers");
		});
		const deadline = setTimeout(() => finish(`no complete answer within ${Math.round(timeoutMs / 1e3)} s`), timeoutMs);
		outgoing.on("upgrade", (answer, socket) => {
			socket.on("error", () => {});
			socket.destroy();
			response = answer;
			finish("the app switched protocols (101), which was not asked for");
		});
		outgoing.on("response", (answer) => {
			response = answer;
			answer.on("data", (chunk) => {
				if (size + chunk.length > 2097152) {
					cut = true;
					finish(`the answer is longer than ${MAX_BODY_BYTES / 1024 / 1024} MB, so the rest was not read`);
					return;
				}
				size += chunk.length;
				chunks.push(chunk);
			});
			answer.on("end", () => finish(null));
			answer.on("aborted", () => finish("the connection was closed in the middle of the answer"));
			answer.on("error", () => finish("the connection broke in the middle of the answer"));
		});
		outgoing.on("error", (error) => finish(reason(error)));
		outgoing.end(payload ?? void 0);
	});
}
function plainHeaders(response) {
	const headers = Object.create(null);
	for (const [name, value] of Object.entries(response?.headers ?? {})) if (value !== void 0 && name !== "set-cookie") headers[name] = Array.isArray(value) ? value.join(", ") : value;
	return headers;
}
function reason(error) {
	switch (error.code) {
		case "ECONNREFUSED":
		case "ENOENT": return "the app does not listen any more";
		case "ECONNRESET":
		case "EPIPE": return "the app closed the connection without an answer";
		case "HPE_HEADER_OVERFLOW": return `the answer's headers are longer than ${MAX_HEADER_BYTES / 1024} KiB`;
		default: return error.code?.startsWith("HPE_") ? "the answer is not HTTP" : `the connection failed (${error.code ?? error.message})`;
	}
}
// src/checks/patience.ts
const FIRST_MS = 1e4;
const AGAIN_MS = 2e3;
const MANY = 3;
const HURRIED_MS = 3e3;
const hanging = /* @__PURE__ */ new WeakMap();
function patienceFor(app, method, path) {
	const known = hanging.get(app) ?? /* @__PURE__ */ new Set();
	hanging.set(app, known);
	const endpoint = `${method} ${withoutKeys(path)}`;
	const again = known.has(endpoint);
	const milliseconds = again ? AGAIN_MS : known.size >= MANY ? HURRIED_MS : FIRST_MS;
	return {
		milliseconds,
		took(reply) {
			if (reply.failure === null || reply.milliseconds < milliseconds * .95) return reply;
			known.add(endpoint);
			return again ? {
				...reply,
				failure: `${reply.failure}, and an earlier request waited longer`
			} : reply;
		}
	};
}
const withoutKeys = (path) => (path.split("?")[0] ?? "").replace(/[^/]*\d[^/]*/g, "#");
// src/checks/session.ts
const MAX_RENEWALS = 20;
const SHOWN_BODY = 4e3;
async function openSession(app) {
	let instance = await app.fork();
	let requests = 0;
	let renewals = 0;
	const renew = async () => {
		const before = instance;
		const database = {
			kind: "share",
			with: before.name
		};
		try {
			instance = await app.fork(database);
			await before.stop().catch(() => {});
		} catch {
			await before.stop().catch(() => {});
			instance = await app.fork(database);
		}
	};
	const once = async (actor, outgoing, credentials) => {
		const id = `r${++requests}`;
		const { headers, body } = prepare(actor, outgoing, credentials);
		const request = {
			method: outgoing.method,
			url: outgoing.path,
			body,
			headers: {
				...headers,
				"X-Milepost-Request": id
			}
		};
		const patience = patienceFor(app, outgoing.method, outgoing.path);
		const reply = patience.took(await send(instance.address(actor.client), request, patience.milliseconds));
		const raised = reply.status === null || reply.status >= 500 ? await exceptionOf(instance, id) : null;
		return {
			request: id,
			reply,
			json: parseJson$1(reply.body),
			exchange: {
				as: actor.name,
				method: outgoing.method,
				url: outgoing.path,
				requestHeaders: headers,
				requestBody: body,
				status: reply.status,
				responseHeaders: reply.headers,
				responseBody: reply.body.slice(0, SHOWN_BODY),
				failure: reply.failure,
				milliseconds: Math.round(reply.milliseconds)
			},
			exception: raised?.text ?? null,
			place: raised?.place ?? null
		};
	};
	return {
		get instance() {
			return instance;
		},
		async send(actor, outgoing, options = {}) {
			const credentials = options.credentials ?? actor.credentials;
			const first = await once(actor, outgoing, credentials);
			const dead = first.reply.status === null;
			const limited = first.reply.status === 429 && options.renewOnLimit !== false;
			if (!dead && !limited || renewals >= MAX_RENEWALS) return first;
			renewals += 1;
			await renew();
			return dead ? first : once(actor, outgoing, credentials);
		},
		renew,
		close: async () => {
			await instance.stop().catch(() => {});
		}
	};
}
function prepare(actor, outgoing, credentials) {
	const headers = {
		Host: "localhost",
		Accept: "application/json",
		"X-Forwarded-For": `10.77.0.${actor.client}`
	};
	if (credentials.kind === "header") headers[credentials.name] = `${credentials.prefix} ${credentials.token}`.trim();
	if (credentials.kind === "cookies") {
		const csrf = "milepostmilepostmilepostmilepost";
		headers.Cookie = Object.entries({
			csrftoken: csrf,
			...credentials.cookies
		}).map(([k, v]) => `${k}=${v}`).join("; ");
		headers["X-CSRFToken"] = credentials.cookies.csrftoken ?? csrf;
	}
	let body = null;
	if (outgoing.raw !== void 0 || outgoing.body !== void 0) {
		const form = outgoing.encoding === "form";
		headers["Content-Type"] = form ? "application/x-www-form-urlencoded" : "application/json";
		body = outgoing.raw ?? (form ? encodeForm(outgoing.body ?? {}) : JSON.stringify(outgoing.body));
	}
	return {
		headers: {
			...headers,
			...outgoing.headers
		},
		body
	};
}
const encodeForm = (body) => new URLSearchParams(Object.entries(body).map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)])).toString();
async function exceptionOf(instance, id) {
	const found = (await instance.call("exceptions", { since: 0 }).catch(() => [])).findLast((one) => one.request === id);
	if (found === void 0) return null;
	const frame = found.frames.findLast((one) => one.learner && one.line > 0);
	return {
		text: `${found.type}: ${found.message}`.slice(0, 500),
		place: frame === void 0 ? null : {
			file: frame.file,
			line: frame.line,
			code: frame.code
		}
	};
}
// src/checks/actor.ts
const anonymous = (client = 9) => ({
	name: "anonymous",
	person: null,
	id: null,
	credentials: { kind: "none" },
	issued: null,
	client,
	how: "nobody is signed in"
});
// src/bind/values.ts
const PASSWORD = /pass|pwd|clave|contras|senha|passwort|motdepasse|parola/i;
const EMAIL = /e-?mail|correo/i;
const isPasswordName = (name) => PASSWORD.test(name);
const isEmailName = (name) => EMAIL.test(name);
function valuesFor(field, random, person) {
	if (person !== null) {
		if (field.kind === "password" || isPasswordName(field.name)) return [person.password];
		if (field.kind === "email" || isEmailName(field.name)) return [person.email];
	}
	if (field.choices !== null && field.choices.length > 0) return field.choices.filter((choice) => choice !== "").slice(0, 6);
	return [...byKind$1(field, random), ...byName$1(field.name, random)];
}
function byKind$1(field, random) {
	switch (field.kind) {
		case "text":
		case "longtext":
		case "slug": return [...telling(field.name), cut$2(`text-${random.word(8)}`, field.maxLength)];
		case "password": return [`Vq${random.word(9)}!7Kp`];
		case "email": return [`${random.word(8)}@example.com`];
		case "url": return [`https://example.com/${random.word(6)}`];
		case "integer": return [1 + random.below(5), "1"];
		case "decimal":
		case "float": return ["1.50", 1.5];
		case "boolean": return [false, "false"];
		case "date": return ["2030-01-15", "2030-01-15T10:00:00Z"];
		case "datetime": return [
			"2030-01-15T10:00:00Z",
			"2030-01-15",
			"2030-01-15 10:00"
		];
		case "time": return ["10:00:00"];
		case "duration": return ["01:00:00"];
		case "uuid": return ["6f1c1b7e-3f5d-4c1e-9b8a-2f0d7a9c4e11"];
		case "json":
		case "object": return [{}, []];
		case "relations":
		case "list": return [[]];
		default: return [];
	}
}
function telling(name) {
	const words = splitWords(name);
	if (words.includes("country")) return ["US", "+1"];
	if (words.some((word) => [
		"phone",
		"mobile",
		"tel",
		"telephone"
	].includes(word))) return ["+15555550123", "5555550123"];
	return [];
}
function byName$1(name, random) {
	const words = splitWords(name);
	const has = (...stems) => words.some((word) => stems.some((stem) => word.startsWith(stem)));
	if (has("date", "due", "deadline", "fecha", "datum", "prazo", "birth")) return ["2030-01-15", "2030-01-15T10:00:00Z"];
	if (has("phone", "tel", "mobile")) return ["+15555550123", "5555550123"];
	if (has("is", "done", "complete", "active", "status")) return [false, "pending"];
	if (has("count", "age", "number", "order", "priority", "amount")) return [
		1,
		"low",
		"medium"
	];
	return [
		`text-${random.word(8)}`,
		1,
		true
	];
}
const cut$2 = (text, maxLength) => maxLength === null ? text : text.slice(0, Math.max(1, maxLength));
const unknownField = (name) => ({
	name,
	kind: "other",
	maxLength: null,
	choices: null,
	related: null
});
// src/bind/drafts.ts
const IDENTITY = [
	"user",
	"username",
	"login",
	"name",
	"usuario",
	"identifier",
	"account",
	"nick",
	"handle",
	"benutzername",
	"utilisateur"
];
function accountDraft(endpoint, facts, random, signIn) {
	const known = keysOf(endpoint);
	const fields = (known.length > 0 ? known : fallbackKeys(facts, signIn).map((key) => ({
		field: unknownField(key),
		required: true
	}))).map(({ field, required }) => ({
		required,
		field: accountField(field, facts, random)
	}));
	const wanted = (entry) => entry.required || !signIn ? entry.required || isAccountPart(entry.field) : isAccountPart(entry.field);
	return {
		draft: {
			fields: fields.filter(wanted).map(({ field }) => field),
			encoding: "json"
		},
		spare: fields.filter((entry) => !wanted(entry)).map(({ field }) => field)
	};
}
const isAccountPart = (field) => field.candidates[0]?.from === "person";
function accountField(field, facts, random) {
	return {
		key: field.name,
		slot: null,
		candidates: accountCandidates(field, facts, random),
		chosen: 0
	};
}
function accountCandidates(field, facts, random) {
	const words = splitWords(field.name);
	const person = (...parts) => parts.map((part) => ({
		from: "person",
		part
	}));
	if ([
		"relation",
		"relations",
		"list",
		"boolean"
	].includes(field.kind)) return valuesFor(field, random, null).map((value) => ({
		from: "value",
		value
	}));
	if (field.kind === "password" || isPasswordName(field.name)) return person("password");
	if (field.kind === "email" || isEmailName(field.name)) return person("email");
	if (mentions(words, [
		"first",
		"last",
		"full",
		"nombre",
		"apellido",
		"prenom",
		"nachname"
	])) return [{
		from: "value",
		value: "Alex"
	}];
	if (field.name === facts.user.usernameField || mentions(words, IDENTITY) && field.kind !== "relation") return facts.user.usernameField === facts.user.emailField ? person("email", "username") : person("username", "email");
	return valuesFor(field, random, null).map((value) => ({
		from: "value",
		value
	}));
}
const fallbackKeys = (facts, signIn) => signIn ? [facts.user.usernameField, "password"] : [.../* @__PURE__ */ new Set([
	facts.user.usernameField,
	...facts.user.emailField === null ? [] : [facts.user.emailField],
	"password"
])];
function resourceDraft(endpoint, slots, modelFields, facts, random) {
	const known = keysOf(endpoint);
	const fields = (known.length > 0 ? known : modelFields.filter(isWritable).map((field) => ({
		field,
		required: !optional(field),
		source: null
	}))).map(({ field, required, source }) => {
		const modelField = behind(field.name, source ?? null, slots, modelFields);
		return {
			required,
			entry: resourceField(field, modelField, Object.entries(slots).find(([, bound]) => bound.field === modelField)?.[0] ?? null, slots, facts, random)
		};
	});
	const wanted = ({ required, entry }) => required || entry.slot !== null;
	return {
		draft: {
			fields: fields.filter(wanted).map(({ entry }) => entry),
			encoding: "json"
		},
		spare: fields.filter((one) => !wanted(one) && one.entry.candidates.length > 0).map(({ entry }) => entry)
	};
}
function resourceField(field, modelField, slot, slots, facts, random) {
	const shape = modelField === null ? field : {
		...modelField,
		name: field.name,
		kind: field.kind === "other" || slot !== null && field.kind === "json" ? modelField.kind : field.kind
	};
	return {
		key: field.name,
		slot,
		candidates: resourceCandidatesFor(shape, modelField, slot, slots, facts, random),
		chosen: 0
	};
}
function resourceCandidatesFor(shape, modelField, slot, slots, facts, random) {
	if (slot !== null && slots[slot]?.field.kind !== void 0 && slot === markerSlot(slots)) return [{ from: "marker" }];
	const related = modelField?.related ?? shape.related;
	if (related === facts.user.model) return [...[
		"id",
		"username",
		"email"
	].map((part) => ({
		from: "owner",
		part
	})), ...ownerLinks(facts)];
	const model = facts.models.find((one) => one.label === related) ?? (shape.kind === "relation" || shape.kind === "other" ? modelNamed(shape.name, facts) : void 0);
	if (model !== void 0) {
		const listed = shape.kind === "relations";
		return [null, ...model.fields.filter((field) => [
			"text",
			"slug",
			"longtext"
		].includes(field.kind) && !field.primaryKey).slice(0, 2).map((field) => field.name)].map((field) => ({
			from: "related",
			model: model.label,
			field,
			listed
		}));
	}
	return valuesFor(shape, random, null).map((value) => ({
		from: "value",
		value
	}));
}
function markerSlot(slots) {
	const texts = Object.entries(slots).filter(([, bound]) => bound.field.kind === "text" || bound.field.kind === "longtext");
	return (texts.find(([, bound]) => !optional(bound.field)) ?? texts[0])?.[0] ?? null;
}
const modelNamed = (name, facts) => facts.models.find((model) => model.learner && splitWords(model.name).join("") === splitWords(name).join("").replace(/(id|s)$/, ""));
const optional = (field) => field.blank || field.hasDefault || field.automatic || field.null;
const isWritable = (field) => field.editable && !field.primaryKey && !field.automatic;
function behind(name, source, slots, fields) {
	const plain = (text) => text.toLowerCase().replace(/_/g, "");
	const wanted = [
		source ?? name,
		name,
		name.replace(/_id$/, "")
	];
	const direct = fields.find((field) => wanted.includes(field.name)) ?? fields.find((field) => wanted.some((one) => plain(one) === plain(field.name)));
	if (direct !== void 0) return direct;
	return Object.values(slots).find((slot) => mentions(splitWords(name), splitWords(slot.field.name)))?.field ?? null;
}
function keysOf(endpoint) {
	const input = (endpoint.handler.input ?? []).filter((field) => !field.readOnly);
	if (input.length > 0) return input.map((field) => ({
		field,
		required: field.required,
		source: field.source
	}));
	return endpoint.handler.keys.map((name) => ({
		field: unknownField(name),
		required: true,
		source: null
	}));
}
function ownerLinks(facts) {
	const page = endpointsOf(facts).find((one) => one.method === "GET" && one.route.model === facts.user.model && openParams(one).length === 1);
	const param = page === void 0 ? void 0 : openParams(page)[0];
	if (page === void 0 || param === void 0) return [];
	const part = param.name === facts.user.usernameField ? "username" : "id";
	return [{
		from: "owner-link",
		path: fillPath(page, {}).replace(`{${param.name}}`, "{}"),
		part
	}];
}
// src/bind/payload.ts
async function fill(payload, filling) {
	const body = {};
	for (const field of payload.fields) {
		const candidate = field.candidates[field.chosen];
		if (candidate !== void 0) body[field.key] = await candidateValue(candidate, filling);
	}
	return body;
}
async function candidateValue(candidate, { session, actor, marker, person = actor.person }) {
	switch (candidate.from) {
		case "value": return candidate.value;
		case "marker": return marker;
		case "person": return person?.[candidate.part] ?? "";
		case "owner": return candidate.part === "id" ? actor.id : actor.person?.[candidate.part] ?? "";
		case "owner-link": {
			const name = candidate.part === "id" ? actor.id : actor.person?.username;
			return `http://localhost${candidate.path.replace("{}", String(name ?? ""))}`;
		}
		case "related": {
			const row = await session.instance.call("rows.create", {
				model: candidate.model,
				values: {},
				user: actor.id
			}).catch(() => null);
			const value = row === null ? null : candidate.field === null ? row.id : row.values[candidate.field] ?? row.id;
			return candidate.listed ? [value] : value;
		}
	}
}
const stateOf = (payload) => `${payload.encoding} ${payload.fields.map((field) => `${field.key}:${field.chosen}`).join(" ")}`;
// src/bind/learn.ts
const MAX_ROUNDS = 12;
const SLOW_MS = 1900;
async function learn(learning) {
	const payload = structuredClone(learning.draft);
	const spare = [...learning.spare];
	const seen = /* @__PURE__ */ new Set();
	let last;
	for (let round = 1;; round++) {
		seen.add(stateOf(payload));
		last = await learning.attempt(payload);
		if (await learning.accepted(last)) return {
			payload,
			accepted: true,
			last,
			rounds: round
		};
		if (!((last.reply.failure === null || last.reply.milliseconds < SLOW_MS) && round < MAX_ROUNDS && repair(payload, spare, last, learning)) || seen.has(stateOf(payload))) return {
			payload: learning.draft,
			accepted: false,
			last,
			rounds: round
		};
	}
}
function repair(payload, spare, last, learning) {
	if (last.reply.status === 415 && payload.encoding === "json") {
		payload.encoding = "form";
		return true;
	}
	const named = namedKeys(last, [...payload.fields, ...spare].map((field) => field.key));
	let changed = false;
	for (const key of named) {
		const field = payload.fields.find((one) => one.key === key);
		if (field !== void 0) changed = advance(field) || drop(payload, field) || changed;
		else {
			const known = spare.findIndex((one) => one.key === key);
			const added = known >= 0 ? spare.splice(known, 1)[0] : {
				key,
				slot: null,
				candidates: learning.candidatesFor(key),
				chosen: 0
			};
			if (added !== void 0 && added.candidates.length > 0) {
				payload.fields.push(added);
				changed = true;
			}
		}
	}
	if (changed) return true;
	if (payload.fields.find((field) => field.candidates[field.chosen]?.from === "related" && advance(field)) !== void 0) return true;
	if (spare.length > 0) {
		payload.fields.push(...spare.splice(0));
		return true;
	}
	if (payload.fields.find((field) => field.slot === null && advance(field)) !== void 0) return true;
	if (payload.encoding === "json" && (last.reply.status ?? 0) >= 400) {
		payload.encoding = "form";
		for (const field of payload.fields) field.chosen = 0;
		return true;
	}
	return false;
}
function advance(field) {
	if (field.chosen + 1 >= field.candidates.length) return false;
	field.chosen += 1;
	return true;
}
function drop(payload, field) {
	if (field.candidates.some(({ from }) => from === "marker" || from === "person")) return false;
	payload.fields = payload.fields.filter((other) => other !== field);
	return true;
}
const ENVELOPE = /* @__PURE__ */ new Set([
	"detail",
	"details",
	"message",
	"messages",
	"error",
	"errors",
	"status",
	"code",
	"non_field_errors",
	"nonfielderrors",
	"ok",
	"success",
	"data",
	"type",
	"loc",
	"msg",
	"input",
	"ctx",
	"url",
	"body",
	"result",
	"results",
	"payload",
	"__all__",
	"title_error",
	"status_code"
]);
function namedKeys({ json, reply, exception }, known) {
	const named = /* @__PURE__ */ new Set();
	for (const key of known) if (exception?.toLowerCase().replaceAll(" ", "_").includes(key.toLowerCase())) named.add(key);
	if (json === void 0) return [...named];
	for (const { path, value } of walk$1(json)) {
		const key = path.at(-1);
		if (key === "loc" && Array.isArray(value)) {
			const last = value.findLast((part) => typeof part === "string");
			if (typeof last === "string") named.add(last);
		}
		if (typeof key === "string" && !path.slice(0, -1).some((above) => named.has(String(above))) && !ENVELOPE.has(key.toLowerCase()) && /^[\p{L}_]\w{0,60}$/u.test(key) && (isComplaint$1(value) || known.includes(key) && isNestedComplaint(value))) named.add(key);
		if (typeof value === "string" && value.length < 2e3) {
			for (const one of known) if (new RegExp(`(^|[^\\p{L}\\p{N}_])${one.replace(/\W/g, "")}($|[^\\p{L}\\p{N}_])`, "iu").test(value)) named.add(one);
		}
	}
	return [...named].slice(0, 12);
}
const isComplaint$1 = (value) => typeof value === "string" && /[\s.]/.test(value) || Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string" || typeof one === "object" && one !== null);
const isNestedComplaint = (value) => value !== null && typeof value === "object" && !Array.isArray(value) && Object.values(value).length > 0 && Object.values(value).every((one) => Array.isArray(one) && one.every((text) => typeof text === "string"));
// src/bind/random.ts
function seededRandom(seed) {
	let state = seed >>> 0;
	const next = () => {
		state = state + 1831565813 >>> 0;
		let mixed = Math.imul(state ^ state >>> 15, state | 1);
		mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
		return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296;
	};
	const below = (limit) => Math.floor(next() * limit);
	const letters = "abcdefghjkmnpqrstuvwxyz";
	const alphabet = `${letters}23456789`;
	return {
		below,
		letters: (length) => Array.from({ length }, () => letters[below(23)]).join(""),
		word: (length) => letters[below(23)] + Array.from({ length: length - 1 }, () => alphabet[below(alphabet.length)]).join("")
	};
}
function makePerson(actor, random) {
	const tag = random.word(6);
	return {
		actor,
		username: `${actor}${tag}`,
		email: `${actor}.${tag}@example.com`,
		password: `Vq${random.word(9)}!7Kp`
	};
}
const makeMarker = (random) => `mp${random.word(10)}`;
// src/bind/accounts.ts
const SIGN_UP = [
	"register",
	"registration",
	"signup",
	"registro",
	"registrar",
	"cadastro",
	"inscription",
	"regist",
	"enroll",
	"join"
];
const SIGN_IN = [
	"login",
	"signin",
	"token",
	"jwt",
	"obtain",
	"auth",
	"authenticate",
	"session",
	"acceso",
	"entrar",
	"ingresar",
	"iniciar",
	"connexion",
	"anmelden",
	"sign"
];
const OTHER$1 = [
	"logout",
	"signout",
	"refresh",
	"verify",
	"reset",
	"change",
	"blacklist",
	"revoke",
	"activate",
	"activation",
	"confirm",
	"confirmation",
	"resend",
	"forgot",
	"password",
	"profile",
	"destroy",
	"delete",
	"salir",
	"refrescar",
	"renovar",
	"google",
	"facebook",
	"github",
	"otp"
];
function registerCandidates(facts) {
	return rank$1(facts, ({ route, handler }, words, verbs) => [
		[
			mentions(words, SIGN_UP) || words.includes("sign") && words.includes("up"),
			4,
			"its name says so"
		],
		[
			mentions(words, [
				"user",
				"account",
				"usuario"
			]) && ["create", "post"].includes(handler.handler),
			2,
			"it creates users"
		],
		[
			handler.calls.some((call) => /create_user|set_password|make_password|UserCreationForm/.test(call)),
			4,
			"its code makes a user"
		],
		[
			handler.inputModel === facts.user.model || route.model === facts.user.model,
			3,
			"it takes a user"
		],
		[
			(handler.input ?? []).some((field) => field.kind === "password" || /pass/i.test(field.name)),
			2,
			"it takes a password"
		],
		[
			handler.keys.some((key) => /pass/i.test(key)),
			1,
			"it reads a password"
		],
		[
			route.view.bases.some((base) => /RegisterView|UserViewSet|SignupView/i.test(base)),
			3,
			"it is a known sign-up view"
		],
		[
			mentions(verbs, [
				...OTHER$1,
				"login",
				"signin",
				"token",
				"refresh"
			]),
			-6,
			""
		]
	]);
}
function tokenCandidates(facts) {
	return rank$1(facts, ({ route, handler }, words, verbs) => [
		[
			mentions(words, SIGN_IN),
			3,
			"its name says so"
		],
		[
			handler.calls.some((call) => /^(authenticate|for_user|encode|check_password|create_token|get_or_create|sign|verify_password)$/.test(call.split(".").at(-1) ?? "")),
			3,
			"its code checks a password or makes a token"
		],
		[
			route.view.bases.some((base) => /TokenObtain|ObtainAuthToken|LoginView|TokenCreate|ObtainJSONWebToken/i.test(base)),
			4,
			"it is a known login view"
		],
		[
			(handler.input ?? []).some((field) => /pass/i.test(field.name)) || handler.keys.some((key) => /pass|clave|contras|senha/i.test(key)),
			2,
			"it takes a password"
		],
		[
			mentions(verbs, [
				...OTHER$1,
				"register",
				"registration",
				"signup",
				"registro"
			]),
			-6,
			""
		],
		[
			handler.calls.some((call) => /create_user/.test(call)),
			-4,
			""
		]
	]);
}
function rank$1(facts, rules) {
	return endpointsOf(facts).filter((endpoint) => endpoint.method === "POST" && openParams(endpoint).length === 0).map((endpoint) => {
		const applying = rules(endpoint, wordsOf(endpoint), verbsOf(endpoint)).filter(([applies]) => applies);
		return {
			endpoint,
			score: applying.reduce((sum, [, points]) => sum + points, 0) - endpoint.path.split("/").length / 10,
			reasons: applying.filter(([, points]) => points > 0).map(([, , reason]) => reason)
		};
	}).filter(({ score }) => score >= 3).sort((a, b) => b.score - a.score);
}
const MAX_TRIED$2 = 5;
async function confirmRegister(candidates, session, facts, random) {
	let first = null;
	for (const { endpoint, reasons } of candidates.slice(0, MAX_TRIED$2)) {
		let person = makePerson("probe", random);
		const found = bound(endpoint, await learn({
			...accountDraft(endpoint, facts, random, false),
			attempt: async (payload) => {
				person = makePerson("probe", random);
				return submit$1(session, endpoint, payload, person);
			},
			accepted: async ({ reply }) => (reply.status ?? 500) < 400 && await accountOf(session, person) !== null,
			candidatesFor: (key) => accountField(unknownField(key), facts, random).candidates
		}), reasons, "a new account appeared after a request to it");
		if (found.confirmed) return {
			found,
			person
		};
		first ??= found;
	}
	return {
		found: first,
		person: null
	};
}
async function accountOf(session, person) {
	const find = (value) => session.instance.call("user.find", { value }).catch(() => null);
	return await find(person.email) ?? await find(person.username) ?? find(person.email.toLowerCase());
}
async function confirmToken(candidates, session, facts, random, person) {
	const found = [];
	for (const { endpoint, reasons } of candidates.slice(0, MAX_TRIED$2)) {
		const learned = await learn({
			...accountDraft(endpoint, facts, random, true),
			attempt: (payload) => submit$1(session, endpoint, payload, person),
			accepted: async (exchanged) => (exchanged.reply.status ?? 500) < 400 && tokensIn(exchanged).length > 0,
			candidatesFor: (key) => accountField(unknownField(key), facts, random).candidates
		});
		const entry = bound(endpoint, learned, reasons, "it gave a token to a person who has an account");
		const tokens = tokensIn(learned.last);
		const cookies = cookiesOf$1(learned.last);
		const wrong = entry.confirmed ? await submit$1(session, endpoint, entry.payload, {
			...person,
			password: `${person.password}x`
		}) : null;
		found.push({
			...entry,
			tokens,
			cookies,
			rank: entry.confirmed ? rankToken(wrong, tokens) : 0
		});
		if (found.at(-1)?.rank === 3) break;
	}
	return found.sort((a, b) => b.rank - a.rank)[0] ?? null;
}
function rankToken(wrong, tokens) {
	if (wrong !== null && tokensIn(wrong).length > 0) return 4;
	const plainly = wrong !== null && [
		400,
		401,
		403,
		422
	].includes(wrong.reply.status ?? 0);
	const jwt = splitTokens(tokens).access?.jwt === true;
	return plainly && jwt ? 3 : jwt ? 2 : plainly ? 1.5 : 1;
}
const tokensIn = ({ json, reply }) => findTokens(json, reply.setCookies, reply.body);
function cookiesOf$1({ reply }) {
	return Object.fromEntries(reply.setCookies.map((line) => (line.split(";")[0] ?? "").split(/=(.*)/s).slice(0, 2)).filter(([, value]) => value));
}
async function submit$1(session, endpoint, payload, person, actor = anonymous()) {
	const body = await fill(payload, {
		session,
		actor,
		marker: "",
		person
	});
	return session.send(actor, {
		method: endpoint.method,
		path: fillPath(endpoint, {}),
		body,
		encoding: payload.encoding
	});
}
function bound(endpoint, learned, reasons, confirmation) {
	return {
		endpoint,
		payload: learned.payload,
		confirmed: learned.accepted,
		reasons: learned.accepted ? [...reasons, confirmation] : reasons,
		last: learned.last
	};
}
// src/bind/transport.ts
const REFUSED = [
	401,
	403,
	302
];
const isRefused$1 = ({ reply }) => REFUSED.includes(reply.status ?? 0);
function transports(tokens, cookies, hints) {
	const { access } = splitTokens(tokens);
	const cookieNames = Object.keys(cookies);
	const byCookie = tokens.filter((token) => token.cookie && token !== splitTokens(tokens).refresh);
	const byHeader = headerWays(hints);
	const inCookie = byCookie.map((found) => (token) => ({
		kind: "cookies",
		cookies: {
			...cookies,
			[found.key]: token
		}
	}));
	const asSession = cookieNames.length > 0 && byCookie.length === 0 ? [() => ({
		kind: "cookies",
		cookies
	})] : [];
	return access === null ? asSession : access.cookie ? [...inCookie, ...byHeader] : [
		...byHeader,
		...inCookie,
		...asSession
	];
}
async function findTransport(probe, actor, tokens, cookies, hints) {
	const { access } = splitTokens(tokens);
	const nobody = await probe(actor, { kind: "none" });
	let recognised = null;
	for (const way of transports(tokens, cookies, hints)) {
		const exchanged = await probe(actor, way(access?.token ?? ""));
		if (!isRefused$1(exchanged) && (exchanged.reply.status ?? 500) < 500) return way;
		if (nobody.reply.status === 401 && exchanged.reply.status === 403) recognised ??= way;
	}
	return recognised;
}
function issuedFrom(tokens, way) {
	const { access, refresh } = splitTokens(tokens);
	return access === null ? null : {
		access: access.token,
		refresh: refresh?.token ?? null,
		jwt: access.jwt,
		carrying: way
	};
}
async function mintCredentials(session, actor, probe, hints) {
	if (actor.id === null) return null;
	const works = async (credentials) => {
		const exchanged = await probe(actor, credentials);
		return !isRefused$1(exchanged) && (exchanged.reply.status ?? 500) < 500;
	};
	const minted = await session.instance.call("token.mint", { user: actor.id }).catch(() => null);
	const token = minted === null ? null : "access" in minted ? minted.access : minted.token;
	const ways = headerWays(hints);
	for (const way of token === null ? [] : ways) {
		const credentials = way(token);
		if (!await works(credentials)) continue;
		return {
			credentials,
			issued: {
				access: token,
				refresh: minted !== null && "refresh" in minted ? minted.refresh : null,
				jwt: decodeJwt(token) !== null,
				carrying: way
			}
		};
	}
	const signedIn = await session.instance.call("session.mint", { user: actor.id }).catch(() => null);
	if (signedIn === null) return null;
	return {
		credentials: {
			kind: "cookies",
			cookies: { [signedIn.cookieName]: signedIn.value }
		},
		issued: null
	};
}
function headerWays(hints) {
	const prefixes = [.../* @__PURE__ */ new Set([
		...hints.prefixes,
		"Bearer",
		"JWT",
		"Token",
		""
	])];
	const way = (name, prefix) => (token) => ({
		kind: "header",
		name,
		prefix,
		token
	});
	return [...prefixes.map((prefix) => way("Authorization", prefix)), ...hints.headers.flatMap((name) => [
		"Bearer",
		"Token",
		""
	].map((prefix) => way(name, prefix)))];
}
// src/bind/actors.ts
async function makeActors(names, setup) {
	const actors = {};
	for (const [index, name] of names.entries()) actors[name] = await makeActor(name, 11 + index, setup);
	return actors;
}
async function makeActor(name, client, setup) {
	const { session, register, token, hints } = setup;
	let actor = register?.confirmed ? await signUp$1(name, client, setup, register) : null;
	let signedIn = actor === null ? null : await signIn(actor, setup);
	if (actor === null || token?.confirmed && signedIn?.tokens.length === 0) {
		const made = await makeInside(name, client, setup);
		if (made.id !== null || actor === null) {
			actor = made;
			signedIn = await signIn(made, setup);
		}
	}
	const probe = await protectedProbe(setup.probes, actor);
	let accepted = null;
	if (signedIn !== null) {
		const { tokens, cookies } = signedIn;
		const way = probe === null ? null : await findTransport(probe, actor, tokens, cookies, hints);
		const prefix = hints.prefixes[0] ?? "Bearer";
		const usual = way ?? ((text) => ({
			kind: "header",
			name: "Authorization",
			prefix,
			token: text
		}));
		actor.issued = issuedFrom(tokens, usual);
		if (actor.issued !== null && (way !== null || probe === null)) accepted = usual(actor.issued.access);
		if (accepted !== null) actor.how += ", logged in through the app";
	}
	if (accepted === null && probe !== null) {
		const minted = await mintCredentials(session, actor, probe, hints);
		accepted = minted?.credentials ?? null;
		actor.issued ??= minted?.issued ?? null;
	}
	if (accepted !== null) actor.credentials = accepted;
	return actor;
}
async function signUp$1(name, client, { session, random }, register) {
	const person = makePerson(name, random);
	const actor = {
		...anonymous(client),
		name,
		person,
		how: "signed up through the app"
	};
	await submit$1(session, register.endpoint, register.payload, person, actor);
	const account = await accountOf(session, person);
	return account === null ? null : {
		...actor,
		id: account.id
	};
}
async function makeInside(name, client, { session, random }) {
	const person = makePerson(name, random);
	const { username, email, password } = person;
	const made = await session.instance.call("user.create", {
		username,
		email,
		password
	}).catch(() => null);
	return {
		...anonymous(client),
		name,
		person,
		id: made?.id ?? null,
		how: "account made inside the app"
	};
}
async function signIn(actor, { session, token }) {
	if (!token?.confirmed || actor.person === null) return null;
	const exchanged = await submit$1(session, token.endpoint, token.payload, actor.person, actor);
	return {
		tokens: tokensIn(exchanged),
		cookies: cookiesOf$1(exchanged)
	};
}
async function protectedProbe(probes, actor) {
	for (const probe of Object.values(probes)) if (isRefused$1(await probe(actor, { kind: "none" }))) return probe;
	return null;
}
// src/bind/configured.ts
function configuredAccount(role, candidates, mapping, facts) {
	const endpoint = endpointFor(mapping[role], facts);
	return endpoint === null ? candidates : [{
		endpoint,
		score: 100,
		reasons: [".milepost.yml says so"]
	}, ...candidates];
}
function configuredResource(role, found, mapping, facts) {
	const operations = { ...found.operations };
	for (const operation of OPERATIONS) {
		const endpoint = endpointFor(mapping[`${role}.${operation}`], facts);
		if (endpoint !== null) operations[operation] = [endpoint];
	}
	const slots = { ...found.slots };
	for (const [key, name] of Object.entries(mapping)) {
		const field = key.startsWith(`${role}.`) ? found.model.fields.find((one) => one.name === name) : void 0;
		if (field !== void 0) slots[key.slice(role.length + 1)] = {
			field,
			rightKind: true,
			reasons: [".milepost.yml says so"]
		};
	}
	return {
		...found,
		operations,
		slots
	};
}
function unknownMappings(mapping, facts) {
	const names = endpointsOf(facts).map(describeEndpoint);
	const fields = new Set(facts.models.flatMap((model) => model.fields.map((field) => field.name)));
	const models = new Set(facts.models.map(({ name }) => name));
	return Object.entries(mapping).flatMap(([role, target]) => {
		const known = target.includes("/") ? endpointFor(target, facts) !== null : fields.has(target) || models.has(target);
		const choice = target.includes("/") ? `the app has ${names.slice(0, 12).join(", ")}` : "no model, and no field of one, has that name";
		return known ? [] : [`.milepost.yml maps ${role} to "${target}", but ${choice}.`];
	});
}
function endpointFor(target, facts) {
	if (target === void 0) return null;
	const plain = (text) => text.replace(/\{[^}]*\}|<[^>]*>/g, "{}").replace(/\/$/, "").toLowerCase();
	return endpointsOf(facts).find((endpoint) => plain(describeEndpoint(endpoint)) === plain(target)) ?? null;
}
// src/bind/rows.ts
const MAX_PAGES$2 = 12;
async function requestCreate(session, resource, actor, marker, payload) {
	const endpoint = resource.operations.create[0];
	const body = await fill(payload, {
		session,
		actor,
		marker
	});
	return session.send(actor, {
		method: endpoint.method,
		path: await collectionPath(session, resource, endpoint, actor, null),
		body,
		encoding: payload.encoding
	});
}
async function giveRow(session, resource, owner, marker) {
	if (resource.create?.confirmed) {
		await requestCreate(session, resource, owner, marker, resource.create.payload);
		const row = await findRow(session, resource, owner, marker);
		if (row !== null && isOwned(row, resource)) return row;
	}
	const field = resource.markerField;
	if (field === null) return null;
	const made = await session.instance.call("rows.create", {
		model: resource.model.label,
		values: { [field]: marker },
		user: owner.id
	}).catch(() => null);
	return made === null ? null : {
		marker,
		owner,
		id: made.id,
		values: made.values,
		through: "inside"
	};
}
function isOwned(row, { slots }) {
	const field = slots.owner?.field.name;
	if (field === void 0) return true;
	return (row.values[field] ?? row.values[`${field}_id`] ?? null) !== null;
}
async function findRow(session, resource, owner, marker) {
	const row = (await session.instance.call("rows.find", {
		model: resource.model.label,
		value: marker
	}).catch(() => []))[0];
	return row === void 0 ? null : {
		marker,
		owner,
		id: row.id,
		values: row.values,
		through: "app"
	};
}
async function rowPath(session, resource, endpoint, row) {
	const params = openParams(endpoint);
	const own = params.at(-1);
	const parents = await parentParams(session, resource, params.slice(0, -1), row.owner, row);
	const value = own === void 0 ? null : rowParam(own.name, row, resource);
	return fillPath(endpoint, own === void 0 || value === null ? parents : {
		...parents,
		[own.name]: value
	});
}
async function collectionPath(session, resource, endpoint, actor, row) {
	return fillPath(endpoint, await parentParams(session, resource, openParams(endpoint), row?.owner ?? actor, row));
}
async function parentParams(session, resource, params, actor, row) {
	const values = {};
	for (const { name } of params) {
		const value = await parentParam(session, resource, name, actor, row);
		if (value !== null) values[name] = value;
	}
	return values;
}
function rowParam(name, row, resource) {
	const value = resource.model.fields.some((field) => field.name === name && !field.primaryKey && field.related === null) ? row.values[name] : row.id;
	return value === null || value === void 0 ? null : String(value);
}
async function parentParam(session, resource, name, actor, row) {
	const relations = resource.model.fields.filter((field) => field.kind === "relation" && field.related !== null);
	const stem = name.replace(/_(id|pk|uuid|slug)$/, "");
	const parent = relations.find((field) => field.name === stem) ?? relations.find((field) => field.related?.toLowerCase().endsWith(`.${stem.replace(/_/g, "")}`)) ?? relations.find((field) => field.name !== resource.slots.owner?.field.name) ?? relations[0];
	if (parent === void 0) return null;
	const known = row?.values[parent.name] ?? row?.values[`${parent.name}_id`];
	if (known !== null && known !== void 0) return String(known);
	if (actor.id !== null && parent.related !== null) {
		const made = await parentOf$2(session, parent.related, actor);
		return made === null ? null : String(made);
	}
	return null;
}
const parents = /* @__PURE__ */ new WeakMap();
async function parentOf$2(session, model, actor) {
	const known = parents.get(session) ?? /* @__PURE__ */ new Map();
	parents.set(session, known);
	const key = `${model} ${String(actor.id)}`;
	const before = known.get(key);
	if (before !== void 0) return before;
	const made = await session.instance.call("rows.create", {
		model,
		values: {},
		user: actor.id
	}).catch(() => null);
	if (made === null) return null;
	known.set(key, made.id);
	return made.id;
}
async function requestList(session, resource, actor, marker, row = null) {
	const endpoint = resource.operations.list[0];
	const first = await session.send(actor, {
		method: "GET",
		path: await collectionPath(session, resource, endpoint, actor, row)
	});
	const pages = [first];
	const seen = /* @__PURE__ */ new Set([first.exchange.url]);
	let current = first;
	while (marker !== null && !holds$1(current.reply.body, marker) && pages.length < MAX_PAGES$2) {
		const next = nextPage(current.json) ?? guessNext(first, pages.length + 1, resource);
		if (next === null || seen.has(next)) break;
		seen.add(next);
		current = await session.send(actor, {
			method: "GET",
			path: next
		});
		if ((current.reply.status ?? 500) >= 400 || pages.some((page) => page.reply.body === current.reply.body)) break;
		pages.push(current);
	}
	return {
		first,
		pages,
		text: pages.map((page) => page.reply.body).join("\n"),
		shown: pages.find((page) => marker !== null && holds$1(page.reply.body, marker)) ?? first
	};
}
function guessNext(first, page, resource) {
	if (page > 6) return null;
	const pagination = resource.operations.list[0]?.route.pagination;
	const size = pagination?.size ?? 10;
	const query = /limit|offset/i.test(pagination?.style ?? "") ? `limit=${size}&offset=${size * (page - 1)}` : `page=${page}`;
	return `${first.exchange.url}${first.exchange.url.includes("?") ? "&" : "?"}${query}`;
}
// src/bind/confirm.ts
function probesOf(session, resource) {
	const probe = (endpoint, body) => async (actor, credentials) => session.send(actor, {
		method: endpoint.method,
		path: await collectionPath(session, resource, endpoint, actor, null),
		body
	}, { credentials });
	const { list, create } = resource.operations;
	return {
		...list[0] === void 0 ? {} : { list: probe(list[0]) },
		...create[0] === void 0 ? {} : { create: probe(create[0], {}) }
	};
}
async function learnCreate(session, resource, facts, random, actor) {
	const endpoints = resource.operations.create;
	for (const [index, endpoint] of endpoints.entries()) {
		let marker = "";
		const attempt = {
			...resource,
			operations: {
				...resource.operations,
				create: [endpoint]
			}
		};
		const learned = await learn({
			...resourceDraft(endpoint, resource.slots, resource.model.fields, facts, random),
			attempt: (payload) => {
				marker = makeMarker(random);
				return requestCreate(session, attempt, actor, marker, payload);
			},
			accepted: async ({ reply }) => (reply.status ?? 500) < 400 && await isStored$1(session, attempt, actor, marker),
			candidatesFor: (key) => resourceField(unknownField(key), resource.model.fields.find((one) => one.name === key) ?? null, null, resource.slots, facts, random).candidates
		});
		if (resource.create === null || learned.accepted) resource.create = {
			payload: learned.payload,
			confirmed: learned.accepted,
			last: learned.last
		};
		if (!learned.accepted) continue;
		resource.operations.create = [endpoint, ...endpoints.filter((_, other) => other !== index)];
		resource.confirmed.create = true;
		return;
	}
}
async function isStored$1(session, resource, actor, marker) {
	return await findRow(session, resource, actor, marker) !== null;
}
async function confirmOperations(session, resource, random, actor, probes) {
	const row = await giveRow(session, resource, actor, makeMarker(random));
	if (row !== null) {
		const { marker } = row;
		await confirmFirst(resource, "list", async () => holds$1((await requestList(session, resource, actor, marker, row)).text, marker));
		const other = await giveRow(session, resource, actor, makeMarker(random));
		await confirmFirst(resource, "retrieve", async (endpoint) => {
			const ask = async (asked) => {
				const path = await rowPath(session, resource, endpoint, asked);
				return (await session.send(actor, {
					method: endpoint.method,
					path
				})).reply.body;
			};
			return holds$1(await ask(row), marker) && (other === null || holds$1(await ask(other), other.marker));
		});
		await learnUpdates(session, resource, random, actor, row);
		if (other !== null) await confirmDelete(session, resource, actor, other);
	}
	resource.protected = await findProtected(session, resource, actor, row, probes);
}
async function findProtected(session, resource, actor, row, probes) {
	const nobody = { credentials: { kind: "none" } };
	for (const operation of ["list", "create"]) {
		const probe = probes[operation];
		if (probe !== void 0 && isRefused$1(await probe(actor, nobody.credentials))) return operation;
	}
	for (const operation of ["retrieve", "update"]) {
		const endpoint = resource.operations[operation][0];
		if (endpoint === void 0 || row === null) continue;
		const path = await rowPath(session, resource, endpoint, row);
		const body = operation === "update" ? {} : void 0;
		if (isRefused$1(await session.send(actor, {
			method: endpoint.method,
			path,
			body
		}, nobody))) return operation;
	}
	return null;
}
async function confirmDelete(session, resource, actor, row) {
	const endpoint = resource.operations.delete[0];
	if (endpoint === void 0) return;
	const path = await rowPath(session, resource, endpoint, row);
	await session.send(actor, {
		method: endpoint.method,
		path
	});
	resource.confirmed.delete = await findRow(session, resource, actor, row.marker) === null;
}
async function learnUpdates(session, resource, random, actor, row) {
	if (resource.create === null) return;
	for (const endpoint of resource.operations.update.filter(({ method }) => method !== "PATCH")) {
		let marker = "";
		const learned = await learn({
			draft: resource.create.payload,
			spare: [],
			attempt: async (payload) => {
				marker = makeMarker(random);
				const body = await fill(payload, {
					session,
					actor,
					marker
				});
				const path = await rowPath(session, resource, endpoint, row);
				return session.send(actor, {
					method: endpoint.method,
					path,
					body,
					encoding: payload.encoding
				});
			},
			accepted: async ({ reply }) => (reply.status ?? 500) < 400 && await findRow(session, resource, actor, marker) !== null,
			candidatesFor: () => []
		});
		if (!learned.accepted) continue;
		resource.updates.set(endpoint, learned.payload);
		resource.confirmed.update = true;
	}
}
async function confirmFirst(resource, operation, works) {
	const endpoints = resource.operations[operation];
	for (const endpoint of endpoints) {
		resource.operations[operation] = [endpoint, ...endpoints.filter((other) => other !== endpoint)];
		if (await works(endpoint)) {
			resource.confirmed[operation] = true;
			return;
		}
	}
	resource.operations[operation] = endpoints;
}
// src/bind/relations.ts
function fieldsWithJoins(model, facts) {
	return [
		...model.fields,
		...declaredElsewhere(model, facts),
		...joined(model, facts)
	];
}
function leadsToModel(field, label, model) {
	if (label === null) return false;
	if (field.kind === "relation" && field.related === label) return true;
	return field.related === "contenttypes.ContentType" && model.generic;
}
const declaredElsewhere = (model, facts) => facts.models.filter((other) => other.label !== model.label).flatMap((other) => other.fields.filter((field) => field.kind === "relations" && field.related === model.label).map((field) => ({
	...field,
	name: other.name.toLowerCase(),
	related: other.label
})));
function joined(model, facts) {
	const through = new Set(facts.models.flatMap(({ fields }) => fields.flatMap((field) => field.through === null ? [] : [field.through])));
	return facts.models.filter((join) => join.learner && !through.has(join.label) && join.fields.length <= 5).flatMap((join) => {
		const relations = join.fields.filter((field) => field.kind === "relation");
		const others = relations.filter((field) => field.related !== model.label && field.related !== facts.user.model);
		const plain = join.fields.every((field) => ![
			"longtext",
			"text",
			"boolean"
		].includes(field.kind));
		return relations.length === 2 && others.length === 1 && plain ? others.map((field) => ({
			...field,
			kind: "relations"
		})) : [];
	});
}
// src/bind/slots.ts
function bindSlots(model, spec, facts, modelOf = () => null) {
	const bound = {};
	const taken = /* @__PURE__ */ new Set();
	for (const strict of [true, false]) for (const [slot, slotSpec] of Object.entries(spec.slots)) {
		if (bound[slot] !== void 0) continue;
		const found = best(model, slotSpec, {
			facts,
			model,
			modelOf
		}, taken, strict);
		if (found === null) continue;
		bound[slot] = found;
		taken.add(found.field.name);
	}
	return bound;
}
const isSure = (field, { kind }) => [
	"user",
	"one",
	"slug"
].includes(kind) || kind === "person" && field.kind === "relation";
const LATER = [
	"update",
	"modif",
	"due",
	"deadline",
	"end",
	"expire",
	"complet",
	"delete",
	"finish",
	"remind"
];
function best(model, slot, known, taken, strict) {
	let found = null;
	const fields = slot.kind === "many" ? fieldsWithJoins(model, known.facts) : model.fields;
	for (const field of fields) {
		if (taken.has(field.name) || field.primaryKey && field.kind !== "text" && field.kind !== "slug") continue;
		const words = splitWords(field.name);
		const telling = field.related === null ? words : [...words, ...splitWords(field.related.split(".")[1] ?? "")];
		const position = slot.words?.findIndex((stem) => mentions(slot.kind === "many" ? telling : words, [stem])) ?? -1;
		const named = position >= 0;
		const rightKind = fits$1(field, slot, known);
		if (strict ? !(rightKind && (named || isSure(field, slot))) : !acceptable(field, slot, rightKind, named, words)) continue;
		const score = (rightKind ? 10 : 0) + (named ? 5 - position / 10 : 0) + (exactKind(field, slot) ? 2 : 0);
		if (found === null || score > found.score) found = {
			field,
			rightKind,
			reasons: reasonsFor(field, named, rightKind),
			score
		};
	}
	return found;
}
function acceptable(field, slot, rightKind, named, words) {
	switch (slot.kind) {
		case "text": return rightKind;
		case "longtext": return field.kind === "longtext" || named && rightKind;
		case "boolean": return rightKind || named && [
			"text",
			"longtext",
			"integer",
			"choice"
		].includes(field.kind);
		case "datetime": return rightKind && field.automatic && !mentions(words, LATER) || named && rightKind && !mentions(words, LATER);
		case "user":
		case "one":
		case "slug": return rightKind;
		case "person":
		case "many": return rightKind && named;
	}
}
function fits$1(field, slot, { facts, model, modelOf }) {
	switch (slot.kind) {
		case "text":
		case "longtext": return field.kind === "text" || field.kind === "longtext";
		case "boolean": return field.kind === "boolean" || hasDoneChoice(field);
		case "datetime": return (field.kind === "datetime" || field.kind === "date") && !mentions(splitWords(field.name), LATER);
		case "user": return field.kind === "relation" && leadsToUser(field, facts);
		case "person": return field.kind === "relation" && leadsToUser(field, facts) || field.kind === "text" || field.kind === "email";
		case "slug": return field.kind === "slug" || /slug/i.test(field.type) || field.kind === "text" && /slug/i.test(field.name);
		case "one": return leadsToModel(field, slot.to === void 0 ? null : modelOf(slot.to), model);
		case "many": return field.kind === "relations" && field.related !== facts.user.model && field.related !== model.label && !leadsToUser(field, facts);
	}
}
const exactKind = (field, slot) => field.kind === slot.kind || slot.kind === "datetime" && field.automatic || slot.kind === "person" && field.kind === "relation";
function hasDoneChoice(field) {
	return (field.choices ?? []).some((choice) => mentions(splitWords(String(choice)), [
		"done",
		"complete",
		"completed",
		"finished",
		"closed"
	]));
}
function leadsToUser(field, facts) {
	if (field.related === null) return false;
	if (field.related === facts.user.model) return true;
	const related = facts.models.find((model) => model.label === field.related);
	return related?.learner === true && related.fields.some((one) => one.kind === "relation" && one.related === facts.user.model);
}
function reasonsFor(field, named, rightKind) {
	return [named ? `its name "${field.name}" says so` : `it is the field that fits (${field.type})`, ...rightKind ? [] : [`it is a ${field.type}, which is not the kind that was asked for`]];
}
// src/bind/resource.ts
function resourceCandidates(facts, spec) {
	return facts.models.filter((model) => model.learner && model.label !== facts.user.model).map((model) => candidate(model, facts, spec)).filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
}
function candidate(model, facts, spec) {
	const slots = bindSlots(model, spec, facts);
	const operations = operationsOf(model, facts);
	const served = OPERATIONS.filter((operation) => operations[operation].length > 0);
	const position = spec.words.findIndex((stem) => mentions(splitWords(model.name), [stem]));
	const fitting = Object.values(slots).filter((slot) => slot.rightKind).length;
	const reasons = [];
	let score = served.length * 2 + fitting;
	if (position >= 0) {
		score += 6 - position / 4;
		reasons.push(`its name is "${model.name}"`);
	}
	if (served.length > 0) reasons.push(`the app can ${served.join(", ")} it`);
	if (fitting > 0) reasons.push(`${fitting} of ${Object.keys(spec.slots).length} fields fit`);
	if (model.fields.some((field) => field.kind === "relation" && leadsToUser(field, facts))) score += 1;
	return {
		model,
		slots,
		operations,
		score: model.fields.length > 1 ? score : 0,
		reasons
	};
}
const EDIT = [
	"update",
	"edit",
	"change",
	"modify",
	"actualizar",
	"editar",
	"atualizar"
];
const REMOVE = [
	"delete",
	"remove",
	"destroy",
	"eliminar",
	"borrar",
	"excluir",
	"deletar",
	"del"
];
const CREATE$1 = [
	"create",
	"add",
	"new",
	"crear",
	"nueva",
	"nuevo",
	"criar",
	"agregar",
	"make"
];
const SIDE = [
	"search",
	"toggle",
	"complete",
	"count",
	"stat",
	"current",
	"archive",
	"export",
	"import",
	"bulk",
	"home",
	"status",
	"done",
	"undo",
	"mark",
	"share",
	"dashboard",
	"filter",
	"overdue",
	"today",
	"completed",
	"pending",
	"recent"
];
function operationsOf(model, facts) {
	const found = {
		list: [],
		create: [],
		retrieve: [],
		update: [],
		delete: []
	};
	const mine = endpointsOf(facts).filter((endpoint) => serves(endpoint, model) > 0);
	for (const endpoint of mine) {
		const operation = operationOf(endpoint, mine);
		if (operation !== null) found[operation].push({
			endpoint,
			score: rank(endpoint, operation, model)
		});
	}
	const ordered = (operation) => found[operation].toSorted((a, b) => b.score - a.score).map(({ endpoint }) => endpoint);
	const sameRow = (endpoints) => {
		const first = endpoints[0];
		return endpoints.filter((one) => one === first || one.path === first?.path && one.method !== first.method);
	};
	return {
		list: ordered("list").slice(0, 3),
		create: ordered("create").slice(0, 3),
		retrieve: ordered("retrieve").slice(0, 3),
		update: sameRow(ordered("update")),
		delete: sameRow(ordered("delete"))
	};
}
function serves({ route, handler }, model) {
	if (handler.inputModel === model.label) return 3;
	if (route.model === model.label) return 3;
	if (handler.models.includes(model.label) && (route.model === null || handler.inputModel === null)) return handler.models[0] === model.label ? 2 : 1;
	return 0;
}
function operationOf(endpoint, mine) {
	const words = verbsOf(endpoint);
	const onItem = namesRow(endpoint, mine);
	const says = (stems) => mentions(words, stems);
	switch (endpoint.method) {
		case "GET":
			if (says(REMOVE) && onItem && !endpoint.route.methods.some(({ method }) => method === "PUT" || method === "DELETE")) return "delete";
			return onItem ? "retrieve" : "list";
		case "POST":
			if (!onItem) return says(REMOVE) || says(EDIT) && !says(CREATE$1) ? null : "create";
			if (says(REMOVE)) return "delete";
			return says(EDIT) ? "update" : null;
		case "PUT":
		case "PATCH": return onItem ? "update" : null;
		case "DELETE": return onItem ? "delete" : null;
		default: return null;
	}
}
function namesRow(endpoint, mine) {
	if (openParams(endpoint).length === 0) return false;
	const last = endpoint.path.split("/").filter((segment) => segment !== "").at(-1) ?? "";
	if (last.includes("{")) return true;
	if (mine.some((other) => other !== endpoint && other.path.startsWith(`${endpoint.path.replace(/\/$/, "")}/{`))) return false;
	return mentions(splitWords(last), [
		...EDIT,
		...REMOVE,
		...SIDE,
		"detail",
		"view",
		"show",
		"get",
		"retrieve",
		"one"
	]);
}
function rank(endpoint, operation, model) {
	const words = wordsOf(endpoint);
	const { route, handler } = endpoint;
	let score = serves(endpoint, model) * 3;
	if (handler.handler === operation || operation === "update" && handler.handler === "partial_update" || operation === "delete" && handler.handler === "destroy") score += 3;
	if (mentions(words, splitWords(model.name))) score += 1;
	if (mentions(splitWords(endpoint.path), SIDE)) score -= 5;
	if (mentions(splitWords(handler.handler), SIDE)) score -= 2;
	if (operation === "create" && mentions(words, CREATE$1)) score += 1;
	if (operation === "update" && endpoint.method === "PUT") score += .5;
	if (operation === "update" && endpoint.method === "PATCH") score += .25;
	if (operation === "delete" && endpoint.method === "DELETE") score += 2;
	if ([
		"drf-viewset",
		"drf-class",
		"drf-function",
		"ninja"
	].includes(route.view.kind)) score += 1;
	score -= endpoint.path.split("/").length / 4 + openParams(endpoint).length / 2;
	return score;
}
// src/browse/ending.ts
const ENDING = /log[-_ ]?out|sign[-_ ]?out|log[-_ ]?off|salir|cerrar|desconnexion|deconnexion|abmelden|sair|cikis|delete|remove|eliminar|borrar|excluir|loeschen|supprimer/i;
const isEnding = ({ path, text }) => ENDING.test(`${path} ${text}`);
// src/bind/site/rows.ts
async function giveContent(tools, wish) {
	const { instance } = tools.session;
	const { content, owner, role } = wish;
	const model = content.model.label;
	const marks = marksFor(content, tools.random);
	if (Object.keys(marks).length === 0) return null;
	const values = {};
	for (const [slot, mark] of Object.entries(marks)) {
		const field = content.slots[slot]?.field;
		if (field !== void 0) values[field.name] = textFor(content, slot, mark, field.maxLength);
	}
	const byName = nameOfAuthor(content);
	if (byName !== void 0) values[byName] = owner.person?.username ?? owner.name;
	for (const field of content.model.fields) if (field.kind === "slug" && field.editable && !/^Auto/.test(field.type)) values[field.name] = slugOf(Object.values(values)[0]);
	const parent = wish.under == null ? void 0 : parentField(content, wish.under.content);
	if (parent !== void 0 && wish.under != null) values[parent] = wish.under.row.id;
	const made = await instance.call("rows.create", {
		model,
		values,
		user: owner.id
	}).catch(() => null);
	if (made === null) return null;
	const { id } = made;
	for (const other of [parent === void 0 ? wish.under : null, wish.onto]) if (other != null) await instance.call("rows.link", {
		model,
		id,
		to: other.content.model.label,
		toId: other.row.id
	}).catch(() => null);
	await publish(tools, content, id);
	if (wish.daysOld !== void 0) await instance.call("rows.set", {
		model,
		id,
		values: dates(content, wish.daysOld)
	}).catch(() => null);
	return {
		role,
		owner,
		id,
		marks,
		values: (await instance.call("rows.get", {
			model,
			id
		}).catch(() => null))?.values ?? made.values,
		onto: wish.onto?.row ?? null
	};
}
function textFor({ spec, slots }, slot, mark, maxLength) {
	const kind = spec.slots[slot]?.kind;
	if (kind === "text" && Object.values(spec.slots).some((one) => one.kind === "longtext")) return cut$1(`${mark} today`, maxLength);
	if (kind !== "longtext") return cut$1(mark, maxLength);
	const isAnswer = Object.values(spec.slots).some((one) => one.kind === "one");
	const words = `${!Object.entries(spec.slots).some(([name, one]) => one.kind === "text" && slots[name] !== void 0) && !isAnswer ? `${mark} ` : ""}${isAnswer ? SHORT : LONG}`;
	const room = (maxLength ?? Number.POSITIVE_INFINITY) - mark.length - 1;
	return words.length <= room ? `${words} ${mark}` : `${words.slice(0, Math.max(0, room))} ${mark}`.trim();
}
const SHORT = "A few plain words that a person could have written here, and then";
const LONG = Array(6).fill("These are plain words that say enough to be taken for something that a person wrote one evening.").join(" ");
const cut$1 = (text, maxLength) => maxLength === null ? text : text.slice(0, maxLength);
const slugOf = (text) => String(text ?? "").toLowerCase().replace(/[^a-z0-9]+/g, "-");
function nameOfAuthor({ spec, slots, model }) {
	const [slot, wanted] = Object.entries(spec.slots).find(([, { kind }]) => kind === "user") ?? [];
	if (slot === void 0 || slots[slot] !== void 0) return void 0;
	const taken = Object.values(slots).map(({ field }) => field.name);
	return model.fields.find(({ kind, name }) => kind === "text" && !taken.includes(name) && mentions(splitWords(name), wanted?.words ?? []))?.name;
}
function dates({ model }, daysOld) {
	const then = (/* @__PURE__ */ new Date(Date.now() - daysOld * 864e5)).toISOString();
	const days = model.fields.filter(({ kind }) => kind === "datetime" || kind === "date");
	return Object.fromEntries(days.map(({ name, kind }) => [name, kind === "date" ? then.slice(0, 10) : then]));
}
const publish = (tools, { model }, id) => tools.session.instance.call("rows.publish", {
	model: model.label,
	id
}).catch(() => null);
function marksFor(content, random) {
	const marks = {};
	for (const [slot, { kind }] of Object.entries(content.spec.slots)) {
		if (content.slots[slot]?.field === void 0 || kind !== "text" && kind !== "longtext") continue;
		marks[slot] = plainMark(random);
	}
	return marks;
}
const plainMark = (random) => `mp${random.letters(11)}`;
const parentField = (content, parent) => Object.entries(content.spec.slots).filter(([, { kind }]) => kind === "one").map(([slot]) => content.slots[slot]?.field).find((field) => field?.related === parent.model.label)?.name;
const markOf = (row) => Object.values(row.marks)[0] ?? "";
// src/bind/site/list.ts
const NO_LIST = [
	"login",
	"logout",
	"register",
	"signup",
	"password",
	"create",
	"new",
	"add",
	"edit",
	"delete",
	"update",
	"search",
	"feed",
	"rss",
	"atom",
	"sitemap",
	"robots",
	"profile",
	"dashboard",
	"draft",
	"drafts",
	"nueva",
	"nuevo",
	"crear"
];
const LIST = [
	"list",
	"index",
	"home",
	"all",
	"lista",
	"archive",
	"inicio",
	"main",
	"feed"
];
const MAX_TRIED$1 = 14;
async function findLists(tools, content, rows, people) {
	const candidates = pagesOf$1(tools.facts).filter((endpoint) => openParams(endpoint).length === 0).map((endpoint) => ({
		endpoint,
		score: weigh$1(endpoint, content)
	})).sort((a, b) => b.score - a.score).slice(0, MAX_TRIED$1);
	for (const as of people) {
		const browser = await tools.browser(as);
		const found = [];
		for (const { endpoint, score } of candidates) {
			const { last, page } = await browser.visit(endpoint.path);
			if ((last.reply.status ?? 500) >= 400) continue;
			const shown = rows.filter((row) => holds$1(page.mainText, markOf(row))).length;
			if (shown > 0) found.push({
				endpoint,
				as,
				shown,
				score: score + shown * 2
			});
		}
		if (found.length > 0) return found.sort((a, b) => b.score - a.score).slice(0, 3);
	}
	return [];
}
function weigh$1(endpoint, { model, spec }) {
	const { route, handler } = endpoint;
	const words = wordsOf(endpoint);
	let score = 0;
	if (route.model === model.label) score += 4;
	else if (handler.models.includes(model.label)) score += 2;
	if (mentions(words, spec.words)) score += 1;
	if (mentions(words, LIST)) score += 1;
	if (route.path === "/") score += 2;
	if (mentions(splitWords(`${route.path} ${route.name ?? ""}`), NO_LIST)) score -= 5;
	return score - route.path.split("/").length / 4;
}
const MAX_PAGES$1 = 14;
async function readList(tools, list, as, marks) {
	const browser = await tools.browser(as);
	const first = await browser.visit(list.endpoint.path);
	const pages = [first];
	const seen = /* @__PURE__ */ new Set([list.endpoint.path, first.url]);
	const isList = sameView(tools, list);
	const waiting = turns(first, seen, isList);
	const read = () => pages.map(({ page }) => page.mainText).join("\n");
	while (waiting.length > 0 && pages.length < MAX_PAGES$1 && !marks.every((mark) => holds$1(read(), mark))) {
		const next = waiting.shift();
		if (seen.has(next)) continue;
		seen.add(next);
		const visit = await browser.visit(next);
		if ((visit.last.reply.status ?? 500) >= 400) continue;
		pages.push(visit);
		waiting.push(...turns(visit, seen, isList));
	}
	return {
		first,
		pages,
		text: read()
	};
}
function turns({ page, url }, seen, isList) {
	const own = new URL(url, "http://localhost");
	const found = page.links.filter((link) => link.internal && !seen.has(link.path) && !isEnding(link)).filter(({ path }) => {
		const target = new URL(path, "http://localhost");
		if (target.pathname === own.pathname) return isTurn(own.searchParams, target.searchParams);
		return /\/\d+\/?$/.test(target.pathname) && isList(target.pathname);
	}).map(({ path }) => path);
	return [...new Set(found)];
}
function sameView({ facts }, { endpoint }) {
	const patterns = endpointsOf(facts).filter(({ method, route }) => method === "GET" && route.view.name === endpoint.route.view.name).map(pathPattern);
	return (path) => patterns.some((pattern) => pattern.test(path));
}
function isTurn(own, target) {
	return [...target].filter(([name, value]) => own.get(name) !== value).filter(([name, value]) => /^\d+$/.test(value) || /cursor|after/i.test(name)).length === 1;
}
// src/bind/site/detail.ts
const SURER = {
	link: 2,
	url: 1,
	fill: 0
};
const EDITS = [
	"edit",
	"delete",
	"update",
	"new",
	"create",
	"remove",
	"publish",
	"draft",
	"preview",
	"like",
	"share",
	"editar",
	"borrar"
];
async function findDetail(tools, content, row, lists, people) {
	let answered = null;
	for (const way of [
		"url",
		"link",
		"fill"
	]) for (const as of people) for (const { path, endpoint } of await addresses$1(tools, content, row, lists, way, as)) {
		const visit = await (await tools.browser(as)).visit(path);
		const found = {
			way,
			endpoint: endpoint ?? await endpointOf(tools, path),
			as
		};
		if (shows$3(visit, row)) return {
			...found,
			confirmed: true
		};
		if (answered === null || SURER[way] > SURER[answered.way]) answered = {
			...found,
			confirmed: false
		};
	}
	return answered;
}
const shows$3 = ({ last, page }, row) => (last.reply.status ?? 500) < 400 && holds$1(page.text, Object.values(row.marks).at(-1) ?? markOf(row));
async function visitDetail(tools, content, row, as) {
	const { detail, lists } = content;
	if (detail === null) return null;
	const browser = await tools.browser(as);
	let first = null;
	for (const way of [
		detail.way,
		"url",
		"link",
		"fill"
	]) {
		const [address] = await addresses$1(tools, content, row, lists, way, as, detail.endpoint);
		if (address === void 0 || address.path === first?.url) continue;
		const visit = await browser.visit(address.path);
		if (shows$3(visit, row)) return visit;
		first ??= visit;
	}
	return first;
}
async function addresses$1(tools, content, row, lists, way, as, only = null) {
	switch (way) {
		case "url": {
			const answer = await tools.session.instance.call("rows.url", {
				model: content.model.label,
				id: row.id
			}).catch(() => null);
			return answer?.url == null ? [] : [{
				path: answer.url,
				endpoint: null
			}];
		}
		case "link": return linkOnList(tools, row, lists, as);
		case "fill": return filled(tools, content, row, only);
	}
}
async function linkOnList(tools, row, lists, as) {
	for (const list of lists) {
		const { pages } = await readList(tools, list, as, [markOf(row)]);
		const links = (pages.find((one) => holds$1(one.page.text, markOf(row)))?.page.links ?? []).filter((link) => link.internal && !isEnding(link));
		const named = links.filter(({ text }) => holds$1(text, markOf(row)));
		const key = String(row.id);
		const slug = Object.values(row.values).filter((value) => typeof value === "string" && holds$1(value, markOf(row)));
		const pointing = links.filter(({ path }) => path.split(/[/?=&]/).includes(key) || slug.some((value) => path.split("/").includes(String(value))));
		const paths = [...new Set([...named, ...pointing].map(({ path }) => path))].filter((path) => !mentions(path.toLowerCase().split(/[^a-z]+/), EDITS));
		if (paths.length > 0) return paths.slice(0, 3).map((path) => ({
			path,
			endpoint: null
		}));
	}
	return [];
}
async function filled(tools, content, row, only) {
	return (only !== null ? [only] : pagesOf$1(tools.facts).filter((endpoint) => fits(endpoint, content))).map((endpoint) => ({
		endpoint,
		values: paramsFor(endpoint, content, row)
	})).filter(({ values }) => values !== null).map(({ endpoint, values }) => ({
		endpoint,
		path: fillPath(endpoint, values)
	})).slice(0, 4);
}
function fits(endpoint, { model }) {
	if (openParams(endpoint).length === 0) return false;
	if (mentions(wordsOf(endpoint), EDITS)) return false;
	return endpoint.route.model === model.label || endpoint.handler.models.includes(model.label);
}
function paramsFor(endpoint, { slots, model, spec }, row) {
	const ofKind = (kind) => slots[Object.keys(spec.slots).find((slot) => spec.slots[slot]?.kind === kind) ?? ""]?.field.name ?? kind;
	const [year, month, day] = String(row.values[ofKind("datetime")] ?? "").slice(0, 10).split("-").map(Number);
	const values = {};
	for (const { name } of openParams(endpoint)) {
		const field = model.fields.find((one) => one.name === name && one.related === null && !one.primaryKey);
		const value = field !== void 0 ? row.values[field.name] : /slug/i.test(name) ? row.values[ofKind("slug")] : /^year|^ano|^jahr/i.test(name) ? year : /^month|^mes|^monat/i.test(name) ? month : /^day|^dia|^tag$/i.test(name) ? day : /user|author|owner/i.test(name) ? row.owner.person?.username : row.id;
		if (value === void 0 || value === null) return null;
		values[name] = String(value);
	}
	return values;
}
async function endpointOf(tools, path) {
	const match = await tools.session.instance.call("routes.match", { path }).catch(() => null);
	if (match === null) return null;
	return endpointsOf(tools.facts).find((one) => one.method === "GET" && one.path === match.route) ?? null;
}
// src/bind/site/by.ts
async function findBy(tools, content, label, labelled, people) {
	let answered = null;
	for (const way of WAYS) {
		if (answered !== null && way !== "link") return answered;
		for (const as of people) for (const { path, endpoint } of await addresses(tools, content, label, labelled, as, way)) {
			const browser = await tools.browser(as);
			const visit = await browser.visit(path);
			const found = {
				way,
				endpoint: endpoint ?? await endpointOf(tools, path),
				as
			};
			if (shows$2(visit, labelled.row) && !(way === "query" && shows$2(await browser.visit(nonsense(path)), labelled.row))) return {
				...found,
				confirmed: true
			};
			if (way === "link" || way === "url") answered ??= {
				...found,
				confirmed: false
			};
		}
	}
	return answered;
}
const nonsense = (path) => path.replace(/=.*$/, "=milepost-nothing");
const shows$2 = ({ last, page }, row) => (last.reply.status ?? 500) < 400 && holds$1(page.text, markOf(row));
async function visitBy(tools, content, label, labelled, as, found) {
	let first = null;
	for (const way of [found.way, ...WAYS.filter((other) => other !== found.way && other !== "query")]) {
		const only = way === found.way ? found.endpoint : null;
		for (const { path } of await addresses(tools, content, label, labelled, as, way, only)) {
			const visit = await (await tools.browser(as)).visit(path);
			if (shows$2(visit, labelled.row)) return visit;
			first ??= visit;
		}
		if (found.confirmed && first !== null && (first.last.reply.status ?? 500) < 400) return first;
	}
	return first;
}
const WAYS = [
	"url",
	"link",
	"slug",
	"name",
	"id",
	"query"
];
async function addresses(tools, content, label, { label: tag, row }, as, way, only = null) {
	switch (way) {
		case "url": {
			const call = {
				model: label.model.label,
				id: tag.id
			};
			const answer = await tools.session.instance.call("rows.url", call).catch(() => null);
			return answer?.url == null ? [] : [{
				path: answer.url,
				endpoint: null
			}];
		}
		case "link": return linked(tools, content, tag, row, as);
		case "query": {
			const keys = [.../* @__PURE__ */ new Set([
				...label.spec.words.slice(0, 1),
				label.model.name.toLowerCase(),
				"q"
			])];
			const values = [
				tag.values.slug,
				markOf(tag),
				tag.id
			].filter((value) => value != null);
			return content.lists.flatMap(({ endpoint }) => keys.flatMap((key) => values.map((value) => ({
				path: `${endpoint.path}?${key}=${encodeURIComponent(String(value))}`,
				endpoint
			}))));
		}
		default: {
			const value = way === "id" ? tag.id : way === "name" ? markOf(tag) : tag.values.slug;
			if (value == null) return [];
			return (only !== null ? [only] : guesses(tools, label)).filter((endpoint) => takes(endpoint, String(value))).map((endpoint) => ({
				endpoint,
				path: fillPath(endpoint, { [nameOf(endpoint)]: String(value) })
			}));
		}
	}
}
const nameOf = (endpoint) => openParams(endpoint)[0]?.name ?? "";
const takes = (endpoint, value) => openParams(endpoint)[0]?.converter !== "int" || /^\d+$/.test(value);
const guesses = ({ facts }, label) => pagesOf$1(facts).filter((endpoint) => openParams(endpoint).length === 1).filter((endpoint) => mentions(wordsOf(endpoint), [...label.spec.words, label.model.name.toLowerCase()])).slice(0, 4);
async function linked(tools, content, tag, row, as) {
	const detail = await visitDetail(tools, content, row, as);
	const own = /* @__PURE__ */ new Set([detail?.url, ...content.lists.map(({ endpoint }) => endpoint.path)]);
	const naming = ({ page }) => page.links.filter((link) => link.internal && !own.has(link.path) && !isEnding(link)).filter(({ text }) => holds$1(text, markOf(tag)) && !holds$1(text, markOf(row))).map(({ path }) => path);
	let paths = detail === null ? [] : naming(detail);
	for (const list of content.lists) if (paths.length === 0) paths = (await readList(tools, list, as, [markOf(row)])).pages.flatMap((visit) => naming(visit));
	return [...new Set(paths)].slice(0, 2).map((path) => ({
		path,
		endpoint: null
	}));
}
// src/bind/site/controls.ts
const WRITTEN = [
	"text",
	"textarea",
	"search",
	"other"
];
const CHOSEN = [
	"select",
	"radio",
	"checkbox"
];
function controlSlots(form, content) {
	const found = /* @__PURE__ */ new Map();
	const taken = /* @__PURE__ */ new Set();
	const controls = form.controls.filter((control) => control.name !== "" && !control.disabled);
	for (const rule of [
		byName,
		byWords,
		byKind
	]) for (const slot of Object.keys(content.spec.slots)) {
		if (taken.has(slot)) continue;
		const control = controls.find((one) => !found.has(one) && rule(one, slot, content, controls));
		if (control === void 0) continue;
		found.set(control, slot);
		taken.add(slot);
	}
	return found;
}
const byName = ({ name }, slot, { slots }) => {
	const field = slots[slot]?.field.name;
	return field !== void 0 && (name === field || name === `${field}_id` || name.endsWith(`-${field}`));
};
const byWords = (control, slot, { spec }) => {
	const { kind, words = [] } = spec.slots[slot] ?? { kind: "text" };
	if (control.type === "hidden" || !compatible(control, kind)) return false;
	return mentions(splitWords(control.name), words) || mentions(splitWords(`${control.id ?? ""} ${control.label}`), words.slice(0, 6));
};
const byKind = (control, slot, { spec }, all) => {
	const kind = spec.slots[slot]?.kind;
	if (kind === "longtext") return all.filter(({ type }) => type === "textarea").length === 1 && control.type === "textarea";
	if (kind === "text") return control.type === "text" && all.find(({ type }) => type === "text") === control;
	return false;
};
function compatible(control, kind) {
	switch (kind) {
		case "longtext": return control.type === "textarea" || WRITTEN.includes(control.type);
		case "many": return WRITTEN.includes(control.type) || CHOSEN.includes(control.type) && control.options.length > 0 || control.type === "select";
		case "one":
		case "user": return control.type === "select" || control.type === "radio";
		case "datetime": return [
			"date",
			"datetime-local",
			"text"
		].includes(control.type);
		default: return WRITTEN.includes(control.type);
	}
}
function suits(form, content) {
	if (form.method !== "POST" || !form.internal) return 0;
	if (form.controls.some(({ type }) => type === "password")) return 0;
	const slots = controlSlots(form, content);
	const writes = [...slots].filter(([control, slot]) => ["text", "longtext"].includes(content.spec.slots[slot]?.kind ?? "") && control.type !== "hidden");
	if (writes.length === 0) return 0;
	const long = writes.some(([control]) => control.type === "textarea");
	const named = [...slots].filter(([control, slot]) => byName(control, slot, content, []));
	const outside = form.region === "nav" || form.region === "header" || form.region === "footer";
	return writes.length * 2 + slots.size + named.length * 2 + (long ? 3 : 0) - (outside ? 4 : 0);
}
// src/bind/site/public-words.ts
const PUBLIC = [
	"publish",
	"published",
	"public",
	"live",
	"approve",
	"approved",
	"active",
	"activate",
	"visible",
	"online",
	"publicado",
	"publicada",
	"publicar",
	"aprobado",
	"aprobar",
	"aprovado",
	"veroffentlicht",
	"publie",
	"publier",
	"accepted",
	"moderated"
];
const PRIVATE = [
	"draft",
	"hidden",
	"private",
	"borrador",
	"rascunho",
	"entwurf",
	"brouillon",
	"archived",
	"pending",
	"delete",
	"clear",
	"remember",
	"unpublished",
	"unpublish",
	"inactive",
	"spam"
];
const named$1 = ({ name, label }) => splitWords(`${name} ${label}`);
const isPublic = (control) => mentions(named$1(control), PUBLIC);
const isPrivate = (control) => mentions(named$1(control), PRIVATE);
function publicChoice(control) {
	const usable = control.options.filter(({ value, disabled }) => value !== "" && !disabled);
	const says = ({ value, text }, words) => mentions(splitWords(`${value} ${text}`), words);
	const open = usable.find((option) => says(option, PUBLIC) && !says(option, PRIVATE));
	return usable.length > 1 && usable.length <= 8 ? open : void 0;
}
// src/bind/site/fill-form.ts
function fillForm(form, content, wish) {
	const slots = controlSlots(form, content);
	const values = {};
	for (const control of form.controls) {
		if (control.name === "" || control.disabled || control.readOnly) continue;
		const slot = slots.get(control);
		const value = slot === void 0 ? plainValue(control, wish) : slotValue(control, slot, content, wish, form);
		if (value !== void 0) values[control.name] = value;
	}
	return values;
}
function slotValue(control, slot, content, wish, form) {
	const kind = content.spec.slots[slot]?.kind;
	const rows = wish.rows[slot];
	const mark = wish.marks[slot];
	switch (kind) {
		case "text": return mark === void 0 ? plainValue(control, wish) : textFor(content, slot, mark, control.maxLength);
		case "longtext": return mark === void 0 ? plainValue(control, wish) : textFor(content, slot, mark, limitOf(control));
		case "person":
			if (control.options.length > 0 || control.type === "select") return plainValue(control, wish);
			return control.type === "hidden" ? void 0 : isEmailName(control.name) ? wish.person?.email : wish.person?.username ?? "guest";
		case "slug": return control.value !== "" || control.type === "hidden" ? void 0 : cut(`${Object.values(wish.marks)[0] ?? ""}-slug`, control);
		case "many":
		case "one": return rows === void 0 ? plainValue(control, wish) : related(control, rows, form);
		case "datetime": return control.required || wish.everything ? now$1(control) : void 0;
		default: return plainValue(control, wish);
	}
}
function related(control, rows, form) {
	if (control.type === "hidden") return control.value === "" ? String(rows[0]?.id) : void 0;
	if (control.options.length === 0 && control.type !== "select") return typedNames(rows, form);
	const chosen = rows.flatMap((row) => {
		const names = Object.values(row.marks);
		const isIt = ({ value, text }) => value === String(row.id) || names.some((name) => value === name || text.trim() === name);
		return control.options.filter(isIt).map(({ value }) => value);
	});
	return chosen.length === 0 ? void 0 : control.multiple ? chosen : chosen[0];
}
const typedNames = (rows, form) => /#\w+[\s,]+#\w+/.test(form.text) ? rows.map((row) => `#${markOf(row)}`).join(" ") : rows.map(markOf).join(", ");
function plainValue(control, wish) {
	const wanted = control.required || wish.everything;
	switch (control.type) {
		case "hidden": return;
		case "select":
		case "radio": return choice(control, wanted);
		case "checkbox":
			if (control.options.length > 1) return void 0;
			return isPublic(control) ? true : wanted && !isPrivate(control) ? true : void 0;
		case "file": return wanted ? GIF : void 0;
		case "date":
		case "datetime-local":
		case "time": return wanted && control.value === "" ? now$1(control) : void 0;
		case "email": return wanted || control.value === "" ? wish.person?.email ?? "guest@example.com" : void 0;
		case "url": return wanted && control.value === "" ? "https://example.com/page" : void 0;
		case "number": return wanted && control.value === "" ? control.min ?? "1" : void 0;
		default: return wanted && control.value === "" ? typed$1(control, wish) : void 0;
	}
}
function typed$1(control, { random, person }) {
	if (isEmailName(control.name)) return person?.email ?? "guest@example.com";
	if (/date|fecha|datum/i.test(control.name)) return now$1(control);
	const value = valuesFor({
		...unknownField(control.name),
		kind: "text"
	}, random, null)[0];
	return cut(String(value ?? `text-${random.word(6)}`), control);
}
function choice(control, wanted) {
	const usable = control.options.filter(({ value, disabled }) => value !== "" && !disabled);
	const published = publicChoice(control);
	if (published !== void 0) return published.value;
	if (usable.find((option) => option.selected) !== void 0 || !wanted) return void 0;
	return usable[0] === void 0 ? void 0 : control.multiple ? [usable[0].value] : usable[0].value;
}
const cut = (text, { maxLength }) => maxLength === null ? text : text.slice(0, maxLength);
const limitOf = ({ type, maxLength }) => type === "textarea" ? maxLength : Math.min(maxLength ?? 100, 100);
function now$1({ type }) {
	const iso = (/* @__PURE__ */ new Date(Date.now() - 6e4)).toISOString();
	if (type === "datetime-local") return iso.slice(0, 16);
	if (type === "date") return iso.slice(0, 10);
	if (type === "time") return iso.slice(11, 16);
	return iso.slice(0, 19).replace("T", " ");
}
const GIF = {
	filename: "picture.gif",
	type: "image/gif",
	content: "GIF89a\0\0\0\0\0,\0\0\0\0\0\0\0D\0;"
};
// src/bind/site/scripted.ts
const NOT_NEW = [
	"delete",
	"edit",
	"update",
	"like",
	"approve",
	"remove",
	"report",
	"login",
	"logout",
	"register",
	"vote",
	"follow"
];
function scriptedCandidates({ facts }, { model, spec }) {
	return endpointsOf(facts).filter(({ method, handler, route }) => method === "POST" && (handler.inputModel === model.label || handler.models.includes(model.label) || route.model === model.label)).filter((endpoint) => !mentions(verbsOf(endpoint), NOT_NEW)).map((endpoint) => ({
		endpoint,
		score: (endpoint.handler.inputModel === model.label ? 3 : 0) + (endpoint.route.model === model.label ? 1 : 0) + (mentions(verbsOf(endpoint), spec.words) ? 2 : 0)
	})).sort((a, b) => b.score - a.score).map(({ endpoint }) => endpoint).slice(0, 5);
}
async function sendScripted(tools, scripted, content, filling, wish) {
	const path = pathUnder(scripted.endpoint, scripted.parent, wish.row);
	if (path === null) return null;
	const from = await scripted.page(tools, wish.as, wish.row);
	const browser = await tools.browser(wish.as);
	const form = formOf(scripted.endpoint, path);
	const filled = {
		...fillForm(form, content, filling),
		...parentKeys(form, scripted.parent, filling)
	};
	const values = wish.change?.(filled, form) ?? filled;
	const pairs = [...Object.entries(values), ...wish.options?.extra ?? []];
	const body = scripted.encoding === "json" ? {
		contentType: "application/json",
		text: JSON.stringify(Object.fromEntries(pairs))
	} : {
		contentType: "application/x-www-form-urlencoded",
		text: new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString()
	};
	return {
		visit: await browser.fetch(from?.url ?? "/", "POST", path, body, wish.options?.csrf),
		values,
		marks: filling.marks,
		taken: takenSlots(form, content, values)
	};
}
function formOf({ handler }, action) {
	const known = (handler.input ?? []).filter(({ readOnly }) => !readOnly);
	const read = handler.keys.filter((key) => !known.some(({ name }) => name === key));
	return {
		action,
		internal: true,
		method: "POST",
		encoding: "urlencoded",
		controls: [...known.map(({ name, kind, required }) => control(name, kind === "longtext", required)), ...read.map((name) => control(name, /body|text|content|message|texto|contenido/i.test(name), true))],
		submitters: [],
		text: "",
		heading: "",
		region: "main",
		errors: [],
		scripted: { attributes: {} }
	};
}
const control = (name, long, required) => ({
	name,
	type: long ? "textarea" : "text",
	value: "",
	checked: false,
	options: [],
	multiple: false,
	required,
	maxLength: null,
	minLength: null,
	min: null,
	max: null,
	pattern: null,
	readOnly: false,
	disabled: false,
	label: "",
	id: null
});
function parentKeys(form, parent, { rows }) {
	const row = Object.values(rows)[0]?.[0];
	if (parent === null || row === void 0) return {};
	const stems = [
		...parent.spec.words,
		parent.model.name.toLowerCase(),
		"object",
		"parent"
	];
	const naming = form.controls.filter(({ name }) => {
		const words = name.toLowerCase().split(/[^a-z]+/);
		return name === "id" || name === "pk" || name === "slug" || mentions(words, stems) && !/text|body|content|message/.test(name);
	});
	const slug = Object.entries(parent.slots).find(([name]) => parent.spec.slots[name]?.kind === "slug")?.[1].field.name;
	return Object.fromEntries(naming.map(({ name }) => [name, String((/slug/.test(name) && slug !== void 0 ? row.values[slug] : null) ?? row.id)]));
}
// src/bind/site/forms.ts
const formOn = (visit, content) => visit.page.forms.map((form) => ({
	form,
	score: suits(form, content)
})).filter(({ score }) => score > 0).sort((a, b) => b.score - a.score)[0]?.form ?? null;
async function sendForm(tools, found, wish) {
	const marks = wish.marks ?? marksFor(found.content, tools.random);
	const filling = fillingOf(tools, found, wish, marks);
	if (found.scripted !== null) return sendScripted(tools, found.scripted, found.content, filling, wish);
	const visit = await found.open(tools, wish.as, wish.row);
	const form = visit === null ? null : formOn(visit, found.content);
	if (visit === null || form === null) return null;
	const filled = fillForm(form, found.content, filling);
	const values = wish.change?.(filled, form) ?? filled;
	return {
		visit: await (await tools.browser(wish.as)).submit(visit, form, values, wish.options),
		values,
		marks,
		taken: takenSlots(form, found.content, values)
	};
}
const fillingOf = (tools, { content, everything }, wish, marks) => ({
	marks,
	person: wish.as.person ?? guest(tools),
	random: tools.random,
	rows: {
		...parentOf$1(content, wish.row),
		...wish.rows
	},
	everything
});
const takenSlots = (form, content, values) => [...controlSlots(form, content)].filter(([{ name }]) => {
	const value = values[name];
	return value !== void 0 && value !== "" && !(Array.isArray(value) && value.length === 0);
}).map(([, slot]) => slot);
function guest({ random }) {
	const name = random.word(8);
	return {
		actor: "anonymous",
		username: name,
		email: `${name}@example.com`,
		password: ""
	};
}
function parentOf$1(content, row) {
	const slot = Object.entries(content.spec.slots).find(([, { kind }]) => kind === "one")?.[0];
	return row === null || slot === void 0 ? {} : { [slot]: [row] };
}
async function newRow(tools, content, marks) {
	for (const value of Object.values(marks)) {
		const rows = await tools.session.instance.call("rows.find", {
			model: content.model.label,
			value
		}).catch(() => []);
		if (rows[0] !== void 0) return rows[0];
	}
	return null;
}
async function learnForm(tools, form, row) {
	let last = null;
	for (const everything of [false, true]) {
		const found = {
			...form,
			everything,
			confirmed: false,
			last,
			made: null
		};
		last = await sendForm(tools, found, {
			as: form.as,
			row
		});
		if (last === null) break;
		const stored = await newRow(tools, form.content, last.marks);
		if (stored !== null) return {
			...found,
			confirmed: true,
			last,
			made: stored.values
		};
	}
	return {
		...form,
		everything: false,
		confirmed: false,
		last,
		made: null
	};
}
function pathUnder(endpoint, parent, row) {
	if (openParams(endpoint).length === 0) return fillPath(endpoint, {});
	if (parent === null || row === null) return null;
	const values = paramsFor(endpoint, parent, row);
	return values === null ? null : fillPath(endpoint, values);
}
// src/bind/site/script-data.ts
const MAX_SCRIPTS = 6;
async function shownByScript(tools, contents, parent, row, visit, as) {
	const children = Object.values(contents).filter(({ slots, spec }) => Object.entries(spec.slots).some(([slot, { kind }]) => kind === "one" && slots[slot]?.field.related === parent.model.label));
	const addresses = endpointsOf(tools.facts).filter((endpoint) => endpoint.method === "GET").flatMap((endpoint) => pathsFor(endpoint, parent, row).map((path) => ({
		endpoint,
		path
	}))).filter((one) => one.path !== null && one.path !== visit.url).filter(({ path }) => !visit.page.links.some((link) => link.path === path));
	const speaksOf = ({ route, handler }, { model, spec }) => route.model === model.label || handler.models.includes(model.label) || mentions(splitWords(route.path), spec.words);
	const served = addresses.filter(({ endpoint, path }) => visit.last.reply.body.includes(`"${path}"`) || children.some((child) => speaksOf(endpoint, child)));
	if (served.length === 0) return "";
	const code = await codeOf(tools, visit, as);
	const named = served.filter(({ endpoint, path }) => {
		const [fixed = ""] = endpoint.path.split("{");
		return code.includes(fixed.length > 1 ? fixed : path);
	});
	const browser = await tools.browser(as);
	return (await Promise.all(named.slice(0, 6).map(({ path }) => browser.fetch(visit.url, "GET", path, null)))).filter(({ last }) => last.reply.status === 200).map(({ last }) => last.reply.body).join("\n");
}
function pathsFor(endpoint, parent, row) {
	if (openParams(endpoint).length > 0) return [pathUnder(endpoint, parent, row)];
	const name = parent.model.name.toLowerCase();
	return [.../* @__PURE__ */ new Set([
		...endpoint.handler.keys,
		`${name}_id`,
		name,
		"id",
		"pk"
	])].slice(0, 5).map((key) => `${endpoint.path}?${key}=${encodeURIComponent(String(row.id))}`);
}
async function codeOf(tools, visit, as) {
	const browser = await tools.browser(as);
	const { inline, sources } = visit.page.scripts;
	const load = async (source) => (await browser.fetch(visit.url, "GET", source, null)).last.reply.body;
	const loaded = sources.slice(0, MAX_SCRIPTS).map((source) => {
		const known = tools.scripts.get(source) ?? load(source);
		tools.scripts.set(source, known);
		return known;
	});
	const attributes = visit.last.reply.body.match(/\b(data-[\w-]+|hx-post|on\w+)\s*=\s*("[^"]*"|'[^']*')/g) ?? [];
	return [
		...inline,
		...await Promise.all(loaded),
		...attributes
	].join("\n");
}
// src/bind/site/find-form.ts
const CREATE = [
	"create",
	"new",
	"add",
	"write",
	"compose",
	"submit",
	"publish",
	"crear",
	"nuevo",
	"nueva",
	"escribir",
	"agregar",
	"criar",
	"novo",
	"nova",
	"neu",
	"nouveau",
	"nouvelle",
	"ajouter"
];
const OTHER = [
	"edit",
	"update",
	"delete",
	"login",
	"logout",
	"register",
	"signup",
	"password",
	"search",
	"profile",
	"contact",
	"subscribe",
	"editar",
	"borrar",
	"eliminar"
];
const MAX_TRIED = 10;
async function findCreate(tools, content, people, mapped) {
	let shown = null;
	for (const as of people) {
		for (const form of await formsShown(tools, content, as, mapped)) {
			const learned = await learnForm(tools, form, null);
			if (learned.confirmed) return learned;
			shown ??= learned;
		}
		if (shown !== null) return shown;
	}
	return shown;
}
async function formsShown(tools, content, as, mapped) {
	const browser = await tools.browser(as);
	const found = [];
	const seen = /* @__PURE__ */ new Set();
	const known = mapped === null ? [] : [{
		path: mapped.path,
		endpoint: mapped,
		score: 100
	}];
	for (const { path, endpoint, score } of [...known, ...await places(tools, content, as)]) {
		if (seen.size >= MAX_TRIED) break;
		if (seen.has(path)) continue;
		seen.add(path);
		const visit = await browser.visit(path);
		const form = formOn(visit, content);
		if (form === null || (visit.last.reply.status ?? 500) >= 400) continue;
		found.push({
			content,
			open: async (own, actor) => (await own.browser(actor)).visit(path),
			endpoint,
			scripted: null,
			as,
			reasons: [`the page ${path} has a form for it`],
			score: score + suits(form, content)
		});
	}
	return found.sort((a, b) => b.score - a.score).slice(0, 3);
}
async function places(tools, content, as) {
	const { model, spec } = content;
	const routes = pagesOf$1(tools.facts).filter((endpoint) => openParams(endpoint).length === 0).map((endpoint) => {
		const words = wordsOf(endpoint);
		const posting = endpoint.route.methods.find(({ method }) => method === "POST");
		let score = 0;
		if (posting?.inputModel === model.label || endpoint.handler.inputModel === model.label) score += 5;
		else if (endpoint.route.model === model.label || endpoint.handler.models.includes(model.label)) score += 1;
		if (mentions(words, CREATE)) score += 3;
		if (mentions(words, spec.words)) score += 1;
		if (mentions(splitWords(`${endpoint.path} ${endpoint.route.name ?? ""}`), OTHER)) score -= 4;
		return {
			path: endpoint.path,
			endpoint,
			score
		};
	}).filter(({ score }) => score > 0);
	const first = content.lists[0];
	const linked = ((first === void 0 ? null : await (await tools.browser(as)).visit(first.endpoint.path))?.page.links ?? []).filter(({ internal, path, text }) => internal && !isEnding({
		path,
		text
	}) && mentions(splitWords(`${path} ${text}`), CREATE)).map(({ path }) => ({
		path,
		endpoint: null,
		score: 2
	}));
	return [...routes, ...linked].sort((a, b) => b.score - a.score);
}
async function findUnder(tools, content, parent, row, people) {
	let shown = null;
	for (const as of people) for (const form of await formsUnder(tools, content, parent, row, as)) {
		const learned = await learnForm(tools, form, row);
		if (learned.confirmed) return learned;
		shown ??= learned;
	}
	for (const as of people) {
		const scripted = await learnScripted(tools, content, parent, row, as);
		if (scripted !== null) return scripted;
	}
	return shown;
}
async function formsUnder(tools, content, parent, row, as) {
	const base = {
		content,
		scripted: null,
		as
	};
	const onDetail = onPageOf(parent);
	const browser = await tools.browser(as);
	const detail = await onDetail(tools, as, row);
	const endpoint = parent.detail?.endpoint ?? null;
	if (detail !== null && formOn(detail, content) !== null) return [{
		...base,
		open: onDetail,
		endpoint,
		reasons: [`the page of the ${parent.model.name} has a form for it`]
	}];
	const found = [];
	for (const page of pagesFor(tools, content)) {
		const path = pathUnder(page, parent, row);
		const visit = path === null ? null : await browser.visit(path);
		if (visit === null || formOn(visit, content) === null) continue;
		const open = async (own, actor, target) => {
			const where = pathUnder(page, parent, target);
			return where === null ? null : (await own.browser(actor)).visit(where);
		};
		found.push({
			...base,
			open,
			endpoint: page,
			reasons: [`the page ${page.path} has a form for it`]
		});
	}
	const link = linkedForm(detail, content);
	if (found.length === 0 && link !== null) {
		const open = async (own, actor, target) => {
			const next = linkedForm(await onDetail(own, actor, target), content);
			return next === null ? null : (await own.browser(actor)).visit(next);
		};
		found.push({
			...base,
			open,
			endpoint: null,
			reasons: [`a link on the page of the ${parent.model.name} leads to a form for it`]
		});
	}
	return found;
}
const onPageOf = (parent) => async (tools, actor, row) => row === null ? null : visitDetail(tools, parent, row, actor);
const pagesFor = ({ facts }, { model, spec }) => pagesOf$1(facts).filter(({ route, handler }) => handler.inputModel === model.label || route.methods.some((one) => one.inputModel === model.label || one.models.includes(model.label))).filter((endpoint) => mentions(wordsOf(endpoint), [...CREATE, ...spec.words]) && !mentions(wordsOf(endpoint), OTHER)).slice(0, 4);
const linkedForm = (visit, { spec }) => visit?.page.links.find(({ internal, path, text }) => internal && mentions(splitWords(`${path} ${text}`), spec.words) && mentions(splitWords(`${path} ${text}`), CREATE))?.path ?? null;
async function learnScripted(tools, content, parent, row, as) {
	const page = await onPageOf(parent)(tools, as, row);
	const code = page === null ? "" : await codeOf(tools, page, as);
	for (const endpoint of scriptedCandidates(tools, content)) {
		if (!code.includes((pathUnder(endpoint, parent, row) ?? "\n").split(String(row.id))[0])) continue;
		for (const encoding of ["json", "form"]) {
			const found = await learnForm(tools, {
				content,
				open: async () => null,
				endpoint,
				scripted: {
					endpoint,
					encoding,
					parent,
					page: onPageOf(parent)
				},
				as,
				reasons: [`a script sends it to ${endpoint.path} as ${encoding === "json" ? "JSON" : "form data"}`]
			}, row);
			if (found.confirmed) return found;
		}
	}
	return null;
}
// src/bind/site/login.ts
const passwords = (form) => form.controls.filter(({ type, name }) => type === "password" || isPasswordName(name)).length;
const accountForm = ({ page }, signUp) => page.forms.filter((form) => form.method === "POST" && form.internal && passwords(form) >= 1).sort((a, b) => signUp ? passwords(b) - passwords(a) : passwords(a) - passwords(b))[0] ?? null;
function fillAccount(form, person, tools) {
	const values = {};
	const byEmail = tools.facts.user.usernameField === tools.facts.user.emailField;
	for (const control of form.controls) {
		const { name, type } = control;
		if (name === "" || type === "hidden" || control.disabled) continue;
		if (type === "password" || isPasswordName(name)) values[name] = person.password;
		else if (type === "email" || isEmailName(name)) values[name] = person.email;
		else if (/user|login|name|nick|identif|account|usuario|utilisateur/i.test(name) && [
			"text",
			"search",
			"other"
		].includes(type)) values[name] = /first|last|full|nombre_|apellido/i.test(name) ? "Alex" : byEmail && passwords(form) === 1 ? person.email : person.username;
		else if (type === "checkbox") values[name] = control.required;
		else if (control.required && [
			"text",
			"textarea",
			"tel",
			"url",
			"number",
			"date"
		].includes(type)) values[name] = String(valuesFor({
			...unknownField(name),
			kind: type === "date" ? "date" : "text"
		}, tools.random, null)[0] ?? "1");
	}
	return values;
}
async function logIn(tools, browser, path, person, options) {
	const visit = await browser.visit(path);
	const form = accountForm(visit, false);
	return form === null ? null : browser.submit(visit, form, fillAccount(form, person, tools), options);
}
const signedIn$1 = (visit, cookie) => visit.hops.some(({ reply }) => reply.setCookies.some((line) => line.startsWith(`${cookie}=`) && !line.startsWith(`${cookie}="";`))) && (visit.last.reply.status ?? 500) < 500 && (visit.first.reply.status !== 200 || accountForm(visit, false) === null);
async function findLogin(tools, person) {
	const { facts } = tools;
	const known = endpointsOf(facts).filter(({ method, route }) => method === "GET" && route.view.bases.some((base) => /LoginView/.test(base)));
	const paths = unique([
		...known.map(({ path }) => path),
		...facts.site.loginUrl === null ? [] : [facts.site.loginUrl],
		...tokenCandidates(facts).map(({ endpoint }) => endpoint.path)
	]);
	let shown = null;
	for (const path of paths.slice(0, 5)) {
		const visit = await logIn(tools, await tools.visitor(), path, person);
		if (visit === null) continue;
		const found = {
			path,
			endpoint: endpointsOf(facts).find((one) => one.method === "GET" && one.path === path) ?? null,
			reasons: ["it asks for one password"]
		};
		if (signedIn$1(visit, facts.site.sessionCookie)) return {
			...found,
			confirmed: true,
			reasons: [...found.reasons, "a person with an account was let in"]
		};
		shown ??= {
			...found,
			confirmed: false
		};
	}
	return shown;
}
async function findSignUp(tools) {
	let shown = null;
	for (const { endpoint, reasons } of registerCandidates(tools.facts).slice(0, 3)) {
		const found = {
			path: endpoint.path,
			endpoint,
			reasons
		};
		const person = makePerson("probe", tools.random);
		const made = await signUp(tools, endpoint.path, person);
		if (made === null) continue;
		if (made) return {
			found: {
				...found,
				confirmed: true,
				reasons: [...reasons, "an account appeared"]
			},
			person
		};
		shown ??= {
			...found,
			confirmed: false
		};
	}
	return {
		found: shown,
		person: null
	};
}
async function signUp(tools, path, person) {
	const browser = await tools.visitor();
	const visit = await browser.visit(path);
	const form = accountForm(visit, true);
	if (form === null) return null;
	await browser.submit(visit, form, fillAccount(form, person, tools));
	return await accountOf(tools.session, person) !== null;
}
const unique = (paths) => [...new Set(paths)];
// src/bind/site/models.ts
function contentModels(facts, spec, mapping) {
	const found = {};
	const roles = Object.entries(spec.roles).flatMap(([name, role]) => role.role === "content" ? [[name, role]] : []);
	const modelOf = (role) => found[role]?.model.label ?? null;
	for (const [name, role] of roles) {
		const taken = new Set(Object.values(found).map(({ model }) => model.label));
		const configured = facts.models.find(({ name: own }) => own === mapping[name]);
		const related = relatedModel(name, found, facts);
		const best = (configured ?? related ? [configured ?? related] : facts.models).filter((model) => model === configured || model === related || model.learner && !taken.has(model.label)).filter((model) => model.label !== facts.user.model).map((model) => weigh(model, role, facts, modelOf)).map((one) => one.model === related ? {
			...one,
			score: 99,
			reasons: ["the relation leads to it"]
		} : one).map((one) => one.model === configured ? {
			...one,
			score: 99,
			reasons: [".milepost.yml says so"]
		} : one).filter(({ score }) => score >= MIN_SCORE).sort((a, b) => b.score - a.score)[0];
		if (best !== void 0) found[name] = {
			spec: role,
			model: best.model,
			slots: mapped(name, best, mapping),
			reasons: best.reasons
		};
	}
	return found;
}
const MIN_SCORE = 6;
function relatedModel(role, found, facts) {
	for (const { spec, slots } of Object.values(found)) for (const [slot, { to, kind }] of Object.entries(spec.slots)) if (to === role && kind === "many" && slots[slot] !== void 0) return facts.models.find(({ label }) => label === slots[slot]?.field.related);
}
function weigh(model, spec, facts, modelOf) {
	const slots = bindSlots(model, spec, facts, modelOf);
	const words = splitWords(model.name);
	const position = spec.words.findIndex((stem) => mentions(words, [stem]));
	const fitting = Object.values(slots).filter(({ rightKind }) => rightKind).length;
	const pages = facts.routes.filter(({ model: shown }) => shown === model.label).length;
	const linked = Object.entries(spec.slots).some(([slot, { kind }]) => kind === "one" && slots[slot] !== void 0);
	const hasText = Object.entries(spec.slots).some(([slot, { kind }]) => kind === "longtext" && slots[slot]?.field.kind === "longtext");
	const isUsers = model.fields.some((field) => field.kind === "relation" && leadsToUser(field, facts));
	const reasons = [];
	let score = fitting + Math.min(pages, 4);
	if (position >= 0) {
		score += 6 - position / 4;
		reasons.push(`its name is "${model.name}"`);
	}
	if (linked) {
		score += 4;
		reasons.push("it is connected with what it should belong to");
	}
	if (pages > 0) reasons.push(`${pages} of the app's URLs show it`);
	if (fitting > 0) reasons.push(`${fitting} of ${Object.keys(spec.slots).length} fields fit`);
	if (hasText) score += 2;
	if (isUsers) score += 1;
	const belongs = Object.values(spec.slots).some(({ kind }) => kind === "one");
	const signed = Object.entries(spec.slots).some(([slot, { kind }]) => (kind === "person" || kind === "datetime") && slots[slot] !== void 0);
	return {
		model,
		slots,
		score: position >= 0 || hasText && (belongs ? linked && signed : true) ? score : 0,
		reasons
	};
}
function mapped(role, { model, slots }, mapping) {
	const changed = { ...slots };
	for (const [key, name] of Object.entries(mapping)) {
		const field = key.startsWith(`${role}.`) ? model.fields.find((one) => one.name === name) : void 0;
		if (field !== void 0) changed[key.slice(role.length + 1)] = {
			field,
			rightKind: true,
			reasons: [".milepost.yml says so"]
		};
	}
	return changed;
}
// src/bind/site/people.ts
async function makePeople(tools, names, ways) {
	const people = {};
	for (const [index, name] of names.entries()) people[name] = await makeOne(tools, name, 11 + index, ways);
	return people;
}
async function makeOne(tools, name, client, { login, signUp: form }) {
	const person = makePerson(name, tools.random);
	const own = form?.confirmed === true && await signUp(tools, form.path, person) === true;
	const made = await tools.session.instance.call("user.create", {
		username: person.username,
		email: person.email,
		password: person.password
	}).catch(() => null);
	const id = own ? (await accountOf(tools.session, person))?.id ?? made?.id ?? null : made?.id ?? null;
	const base = {
		...anonymous(client),
		name,
		person,
		id
	};
	const how = own ? "signed up through the site" : "account made inside the app";
	const cookies = login?.confirmed ? await cookiesOf(tools, login, person) : null;
	if (cookies !== null) return {
		...base,
		credentials: {
			kind: "cookies",
			cookies
		},
		how: `${how}, logged in through the site`
	};
	return {
		...base,
		credentials: await session(tools, base),
		how: `${how}, session made inside`
	};
}
async function cookiesOf(tools, login, person) {
	const browser = await tools.visitor();
	const visit = await logIn(tools, browser, login.path, person);
	return visit !== null && signedIn$1(visit, tools.facts.site.sessionCookie) ? Object.fromEntries(browser.cookies) : null;
}
async function session(tools, { id }) {
	const minted = id === null ? null : await tools.session.instance.call("session.mint", { user: id }).catch(() => null);
	return minted === null ? { kind: "none" } : {
		kind: "cookies",
		cookies: { [minted.cookieName]: minted.value }
	};
}
async function makeStaff(tools) {
	const person = makePerson("staff", tools.random);
	const made = await tools.session.instance.call("user.create", {
		username: person.username,
		email: person.email,
		password: person.password
	}).catch(() => null);
	if (made !== null) await tools.session.instance.call("user.promote", { user: made.id }).catch(() => null);
	const base = {
		...anonymous(30),
		name: "staff",
		person,
		id: made?.id ?? null
	};
	return {
		...base,
		credentials: await session(tools, base),
		how: "superuser made inside the app"
	};
}
async function promote(tools, people) {
	for (const actor of Object.values(people)) {
		if (actor.id === null) continue;
		await tools.session.instance.call("user.promote", { user: actor.id }).catch(() => null);
		actor.how += ", made staff because only staff may write here";
	}
}
// src/bind/site/bind-site.ts
const ROWS = 7;
async function bindSite({ tools, spec, mapping, progress }) {
	progress("signing a new user up");
	const { found: signUp, person } = await findSignUp(tools);
	progress("logging in");
	const login = await findLogin(tools, person ?? await somebody(tools));
	const actors = await makePeople(tools, spec.actors, {
		login,
		signUp
	});
	const staff = await makeStaff(tools);
	const contents = {};
	for (const [name, content] of Object.entries(contentModels(tools.facts, spec, mapping))) contents[name] = {
		...content,
		lists: [],
		detail: null,
		create: null,
		writer: null,
		by: {}
	};
	await furnish(tools, contents);
	const site = {
		contents,
		login,
		signUp,
		staff
	};
	const [first, second = first] = Object.values(actors);
	if (first === void 0 || second === void 0) return {
		site,
		actors
	};
	for (const [role, content] of Object.entries(contents)) {
		if (parentOf(content, contents) !== null) continue;
		if (Object.values(contents).some((other) => other !== content && leadsTo(other, role))) continue;
		progress(`looking for the pages of ${role}`);
		await bindPages$1(tools, role, content, {
			first,
			staff,
			people: actors,
			contents,
			mapping
		});
	}
	for (const [role, content] of Object.entries(contents)) {
		const parent = parentOf(content, contents);
		if (parent === null) continue;
		progress(`looking for the form of ${role}`);
		const row = await giveContent(tools, {
			role: parent.role,
			content: parent.content,
			owner: first
		});
		if (row !== null) content.create = await findUnder(tools, content, parent.content, row, [
			second,
			anonymous(),
			staff
		]);
	}
	return {
		site,
		actors
	};
}
async function bindPages$1(tools, role, content, { first, staff, people, contents, mapping }) {
	const rows = [];
	for (let index = 0; index < ROWS; index += 1) {
		const row = await giveContent(tools, {
			role,
			content,
			owner: first
		});
		if (row !== null) rows.push(row);
	}
	const visitors = [anonymous(), first];
	content.lists = await findLists(tools, content, rows, visitors);
	const mapped = endpointFor(mapping[`${role}.list`], tools.facts);
	if (mapped !== null) content.lists = [{
		endpoint: mapped,
		as: first,
		shown: 0
	}];
	const row = rows.at(-1);
	if (row !== void 0) content.detail = await findDetail(tools, content, row, content.lists, visitors);
	const detail = endpointFor(mapping[`${role}.detail`], tools.facts);
	if (detail !== null) content.detail = {
		way: "fill",
		endpoint: detail,
		as: first,
		confirmed: false
	};
	content.create = await findCreate(tools, content, [first, staff], endpointFor(mapping[`${role}.create`], tools.facts));
	if (content.create === null) content.writer = scriptedCandidates(tools, content).find((endpoint) => openParams(endpoint).length === 0) ?? null;
	if (content.create?.as === staff) await promote(tools, people);
	for (const [slot, { to, kind }] of Object.entries(content.spec.slots)) {
		const label = to === void 0 ? void 0 : contents[to];
		if (kind !== "many" || to === void 0 || label === void 0 || content.slots[slot] === void 0 || row === void 0) continue;
		const attached = await giveContent(tools, {
			role: to,
			content: label,
			owner: first,
			onto: {
				row,
				content
			}
		});
		const found = attached === null ? null : await findBy(tools, content, label, {
			label: attached,
			row
		}, visitors);
		if (found !== null) content.by[to] = found;
	}
}
const MOST_MODELS = 30;
async function furnish({ session, facts }, contents) {
	const bound = new Set(Object.values(contents).map(({ model }) => model.label));
	const isTheirs = ({ kind, related, null: optional }) => kind === "relation" && !optional && (related === facts.user.model || bound.has(related ?? ""));
	const others = facts.models.filter(({ learner, label, fields }) => learner && label !== facts.user.model && !bound.has(label) && !fields.some(isTheirs));
	for (const { label, fields } of others.slice(0, MOST_MODELS)) {
		const { count } = await session.instance.call("rows.count", { model: label }).catch(() => ({ count: 1 }));
		if (count > 0) continue;
		const shown = fields.filter(({ kind, name }) => kind === "boolean" && /show|active|publish|enable|visible/i.test(name));
		const values = Object.fromEntries(shown.map(({ name }) => [name, true]));
		await session.instance.call("rows.create", {
			model: label,
			values,
			user: null
		}).catch(() => null);
	}
}
const leadsTo = ({ spec }, role) => Object.values(spec.slots).some(({ kind, to }) => kind === "many" && to === role);
function parentOf(content, contents) {
	const role = Object.values(content.spec.slots).find(({ kind }) => kind === "one")?.to;
	const parent = role === void 0 ? void 0 : contents[role];
	return role === void 0 || parent === void 0 ? null : {
		role,
		content: parent
	};
}
async function somebody(tools) {
	const person = makePerson("probe", tools.random);
	await tools.session.instance.call("user.create", {
		username: person.username,
		email: person.email,
		password: person.password
	}).catch(() => null);
	return person;
}
// src/bind/table.ts
function bindingRows({ spec, register, token, resources }) {
	return Object.entries(spec.roles).flatMap(([name, role]) => {
		if (role.role === "account.register") return [accountRow(name, register)];
		if (role.role === "account.token") return [accountRow(name, token)];
		if (role.role !== "resource") return [];
		const resource = resources[name];
		return resource === void 0 ? [notFound(name)] : resourceRows(name, resource);
	});
}
const accountRow = (name, found) => found === null ? notFound(name) : {
	role: name,
	target: describeEndpoint(found.endpoint),
	confirmed: found.confirmed,
	reasons: found.reasons,
	place: placeOf$1(found.endpoint)
};
const notFound = (role) => ({
	role,
	target: null,
	confirmed: false,
	reasons: [],
	place: null
});
function resourceRows(name, resource) {
	const { model, slots, operations, confirmed } = resource;
	return [
		{
			role: name,
			target: model.name,
			confirmed: confirmed.create === true,
			reasons: resource.reasons,
			place: model.place === null ? null : {
				...model.place,
				code: null
			}
		},
		...OPERATIONS.map((operation) => {
			const endpoint = operations[operation][0];
			const target = operations[operation].map(describeEndpoint).slice(0, operation === "update" ? 3 : 1).join(", ");
			return endpoint === void 0 ? notFound(`${name}.${operation}`) : {
				role: `${name}.${operation}`,
				target,
				confirmed: confirmed[operation] === true,
				reasons: [],
				place: placeOf$1(endpoint)
			};
		}),
		...Object.keys(resource.spec.slots).map((slot) => {
			const bound = slots[slot];
			return bound === void 0 ? notFound(`${name}.${slot}`) : {
				role: `${name}.${slot}`,
				target: `${model.name}.${bound.field.name}`,
				confirmed: bound.rightKind,
				reasons: bound.reasons,
				place: null
			};
		})
	];
}
function placeOf$1({ handler, route }) {
	const place = handler.place ?? (route.view.learner ? route.view.place : null);
	return place === null ? null : {
		...place,
		code: null
	};
}
// src/bind/site/table.ts
function siteRows(spec, site) {
	return Object.entries(spec.roles).flatMap(([name, { role }]) => {
		if (role === "account.login") return [formRow(name, site.login)];
		if (role === "account.sign-up") return [formRow(name, site.signUp)];
		const content = site.contents[name];
		return content === void 0 ? [notFound(name)] : contentRows(name, content, site);
	});
}
const row = (role, target, confirmed, reasons, endpoint) => ({
	role,
	target,
	confirmed,
	reasons,
	place: endpoint === null ? null : placeOf$1(endpoint)
});
const formRow = (name, found) => found === null ? notFound(name) : row(name, found.path, found.confirmed, found.reasons, found.endpoint);
function contentRows(name, content, { contents }) {
	const { model, slots, spec, lists, detail, create, by, reasons } = content;
	const [list] = lists;
	const isLabel = Object.values(contents).some(({ spec: other }) => Object.values(other.slots).some(({ kind, to }) => kind === "many" && to === name));
	const isUnder = Object.values(spec.slots).some(({ kind }) => kind === "one");
	const pages = [];
	if (!isLabel && !isUnder) {
		pages.push(list === void 0 ? notFound(`${name}.list`) : row(`${name}.list`, list.endpoint.path, true, [`it showed ${list.shown} rows`], list.endpoint));
		pages.push(detail === null ? notFound(`${name}.detail`) : row(`${name}.detail`, detail.endpoint?.path ?? "by its link", detail.confirmed, [], detail.endpoint));
		for (const [label, found] of Object.entries(by)) pages.push(row(`${name}.by-${label}`, found.endpoint?.path ?? "by its link", found.confirmed, [], found.endpoint));
	}
	if (!isLabel) pages.push(create === null ? notFound(`${name}.create`) : row(`${name}.create`, create.endpoint?.path ?? "by its link", create.confirmed, create.reasons, create.endpoint));
	return [
		{
			role: name,
			target: model.name,
			confirmed: true,
			reasons,
			place: model.place === null ? null : {
				...model.place,
				code: null
			}
		},
		...pages,
		...Object.keys(spec.slots).map((slot) => {
			const bound = slots[slot];
			return bound === void 0 ? notFound(`${name}.${slot}`) : row(`${name}.${slot}`, `${model.name}.${bound.field.name}`, bound.rightKind, bound.reasons, null);
		})
	];
}
// node_modules/tough-cookie/dist/index.js
var import_cjs = (/* @__PURE__ */ __commonJSMin(((exports) => {
	function shareSameDomainSuffix(hostname, vhost) {
		if (hostname.endsWith(vhost)) return hostname.length === vhost.length || hostname[hostname.length - vhost.length - 1] === ".";
		return false;
	}
	function extractDomainWithSuffix(hostname, publicSuffix) {
		const publicSuffixIndex = hostname.length - publicSuffix.length - 2;
		const lastDotBeforeSuffixIndex = hostname.lastIndexOf(".", publicSuffixIndex);
		if (lastDotBeforeSuffixIndex === -1) return hostname;
		return hostname.slice(lastDotBeforeSuffixIndex + 1);
	}
	function getDomain$1(suffix, hostname, options) {
		if (options.validHosts !== null) {
			const validHosts = options.validHosts;
			for (const vhost of validHosts) if (shareSameDomainSuffix(hostname, vhost)) return vhost;
		}
		let numberOfLeadingDots = 0;
		if (hostname.startsWith(".")) while (numberOfLeadingDots < hostname.length && hostname[numberOfLeadingDots] === ".") numberOfLeadingDots += 1;
		if (suffix.length === hostname.length - numberOfLeadingDots) return null;
		return extractDomainWithSuffix(hostname, suffix);
	}
	function getDomainWithoutSuffix$1(domain, suffix) {
		return domain.slice(0, -suffix.length - 1);
	}
	const CONTROL_CHARS = /[\t\n\r]/g;
	let extractedHostnameValidated = false;
	function isValidHostnameChar(code) {
		return code >= 97 && code <= 122 || code >= 48 && code <= 57 || code > 127 || code >= 65 && code <= 90 || code === 45 || code === 95;
	}
	function getSpecialScheme(url, schemeStart, colonIndex) {
		const length = colonIndex - schemeStart;
		const c0 = url.charCodeAt(schemeStart) | 32;
		if (length === 2) return c0 === 119 && (url.charCodeAt(schemeStart + 1) | 32) === 115 ? 1 : 0;
		else if (length === 3) {
			const c1 = url.charCodeAt(schemeStart + 1) | 32;
			const c2 = url.charCodeAt(schemeStart + 2) | 32;
			if (c0 === 119 && c1 === 115 && c2 === 115) return 1;
			if (c0 === 102 && c1 === 116 && c2 === 112) return 1;
			return 0;
		} else if (length === 4) {
			const c1 = url.charCodeAt(schemeStart + 1) | 32;
			const c2 = url.charCodeAt(schemeStart + 2) | 32;
			const c3 = url.charCodeAt(schemeStart + 3) | 32;
			if (c0 === 104 && c1 === 116 && c2 === 116 && c3 === 112) return 1;
			if (c0 === 102 && c1 === 105 && c2 === 108 && c3 === 101) return 2;
			return 0;
		} else if (length === 5) return c0 === 104 && (url.charCodeAt(schemeStart + 1) | 32) === 116 && (url.charCodeAt(schemeStart + 2) | 32) === 116 && (url.charCodeAt(schemeStart + 3) | 32) === 112 && (url.charCodeAt(schemeStart + 4) | 32) === 115 ? 1 : 0;
		return 0;
	}
	function extractHostname(url, urlIsValidHostname, validate = false) {
		let start = 0;
		let end = url.length;
		let hasUpper = false;
		let isSpecial = true;
		extractedHostnameValidated = false;
		if (!urlIsValidHostname) {
			while (start < url.length && url.charCodeAt(start) <= 32) start += 1;
			if (url.charCodeAt(start + 4) === 58 && (url.charCodeAt(start) | 32) === 100 && (url.charCodeAt(start + 1) | 32) === 97 && (url.charCodeAt(start + 2) | 32) === 116 && (url.charCodeAt(start + 3) | 32) === 97 || url.charCodeAt(start + 10) === 58 && (url.charCodeAt(start) | 32) === 106 && (url.charCodeAt(start + 1) | 32) === 97 && (url.charCodeAt(start + 2) | 32) === 118 && (url.charCodeAt(start + 3) | 32) === 97 && (url.charCodeAt(start + 4) | 32) === 115 && (url.charCodeAt(start + 5) | 32) === 99 && (url.charCodeAt(start + 6) | 32) === 114 && (url.charCodeAt(start + 7) | 32) === 105 && (url.charCodeAt(start + 8) | 32) === 112 && (url.charCodeAt(start + 9) | 32) === 116) return null;
			while (end > start + 1 && url.charCodeAt(end - 1) <= 32) end -= 1;
			if ((url.charCodeAt(start) === 47 || url.charCodeAt(start) === 92) && (url.charCodeAt(start + 1) === 47 || url.charCodeAt(start + 1) === 92)) start += 2;
			else {
				let indexOfProtocol = url.indexOf(":/", start);
				if (indexOfProtocol !== -1) {
					const special = getSpecialScheme(url, start, indexOfProtocol);
					if (special === 1) {
						start = indexOfProtocol + 2;
						while (url.charCodeAt(start) === 47 || url.charCodeAt(start) === 92) start += 1;
					} else if (special === 2) {
						start = indexOfProtocol + 1;
						let slashes = 0;
						while ((url.charCodeAt(start) === 47 || url.charCodeAt(start) === 92) && slashes < 2) {
							start += 1;
							slashes += 1;
						}
						if (slashes < 2) return null;
					} else {
						for (let i = start; i < indexOfProtocol; i += 1) {
							const code = url.charCodeAt(i);
							if (!((code | 32) >= 97 && (code | 32) <= 122 || code >= 48 && code <= 57 || code === 46 || code === 45 || code === 43)) {
								if (code === 9 || code === 10 || code === 13) return extractHostname(url.replace(CONTROL_CHARS, ""), urlIsValidHostname, validate);
								for (let j = i; j < indexOfProtocol; j += 1) {
									const c = url.charCodeAt(j);
									if (c === 47 || c === 92 || c === 63 || c === 35) {
										indexOfProtocol = -1;
										break;
									}
								}
								if (indexOfProtocol !== -1) return null;
								break;
							}
						}
						if (indexOfProtocol !== -1) {
							if (url.charCodeAt(indexOfProtocol + 2) === 47) {
								isSpecial = false;
								start = indexOfProtocol + 3;
							} else return null;
						}
					}
				}
				if (indexOfProtocol === -1 && url.charCodeAt(start) !== 91) {
					let indexOfColon = -1;
					for (let i = start; i < end; i += 1) {
						const code = url.charCodeAt(i);
						if (code === 9 || code === 10 || code === 13) return extractHostname(url.replace(CONTROL_CHARS, ""), urlIsValidHostname, validate);
						if (code === 58) {
							indexOfColon = i;
							break;
						}
						if (code === 47 || code === 92 || code === 63 || code === 35) break;
					}
					if (indexOfColon !== -1) {
						let hasIdentifier = false;
						for (let i = indexOfColon + 1; i < end; i += 1) {
							const code = url.charCodeAt(i);
							if (code === 47 || code === 92 || code === 63 || code === 35) break;
							if (code === 64) {
								hasIdentifier = true;
								break;
							}
						}
						if (!hasIdentifier) {
							let allDigits = true;
							let i = indexOfColon + 1;
							for (; i < end; i += 1) {
								const code = url.charCodeAt(i);
								if (code === 47 || code === 92 || code === 63 || code === 35) break;
								if (code < 48 || code > 57) {
									allDigits = false;
									break;
								}
							}
							if (i === indexOfColon + 1) allDigits = false;
							if (!allDigits) {
								const special = getSpecialScheme(url, start, indexOfColon);
								if (special === 0) {
									let isBareIpv6 = false;
									for (let j = indexOfColon + 1; j < end; j += 1) {
										const code = url.charCodeAt(j);
										if (code === 47 || code === 92 || code === 63 || code === 35) break;
										if (code === 58) {
											isBareIpv6 = true;
											break;
										}
									}
									if (!isBareIpv6) return null;
								} else {
									start = indexOfColon + 1;
									if (special === 2) {
										let slashes = 0;
										while ((url.charCodeAt(start) === 47 || url.charCodeAt(start) === 92) && slashes < 2) {
											start += 1;
											slashes += 1;
										}
										if (slashes < 2) return null;
									} else while (url.charCodeAt(start) === 47 || url.charCodeAt(start) === 92) start += 1;
								}
							}
						}
					}
				}
			}
			let indexOfIdentifier = -1;
			let indexOfClosingBracket = -1;
			let indexOfPort = -1;
			let indexOfFirstColon = -1;
			let hasControl = false;
			let vValid = validate;
			let vLastDot = start - 1;
			let vLastCode = -1;
			if (validate && start < end) {
				const c0 = url.charCodeAt(start);
				if (!(isValidHostnameChar(c0) || c0 === 46 || c0 === 95) || c0 === 45) vValid = false;
			}
			for (let i = start; i < end; i += 1) {
				const code = url.charCodeAt(i);
				if (code < 64) {
					if (code === 47 || code === 35 || code === 63) {
						end = i;
						break;
					} else if (code === 58) {
						if (indexOfFirstColon === -1) indexOfFirstColon = i;
						indexOfPort = i;
					} else if (code === 9 || code === 10 || code === 13) hasControl = true;
					else if (validate) {
						if (code === 46) {
							if (i - vLastDot > 64 || vLastCode === 46 || vLastCode === 45) vValid = false;
							vLastDot = i;
						} else if (code < 48 || code > 57) {
							if (code !== 45 || vLastCode === 46) vValid = false;
						}
					}
				} else if (isSpecial && code === 92) {
					end = i;
					break;
				} else if (code === 64) {
					indexOfIdentifier = i;
					indexOfFirstColon = -1;
				} else if (code === 93) indexOfClosingBracket = i;
				else if (code >= 65 && code <= 90) hasUpper = true;
				else if (validate && !isValidHostnameChar(code)) vValid = false;
				if (validate) vLastCode = code;
			}
			if (hasControl) return extractHostname(url.replace(CONTROL_CHARS, ""), urlIsValidHostname, validate);
			if (indexOfIdentifier !== -1 && indexOfIdentifier >= start && indexOfIdentifier < end) start = indexOfIdentifier + 1;
			if (url.charCodeAt(start) === 91) {
				if (indexOfClosingBracket !== -1) return url.slice(start + 1, indexOfClosingBracket).toLowerCase();
				return null;
			} else if (indexOfPort !== -1 && indexOfPort > start && indexOfPort < end && indexOfFirstColon === indexOfPort) end = indexOfPort;
			if (start >= end) return null;
			if (validate && vValid && indexOfIdentifier === -1 && indexOfPort === -1 && indexOfClosingBracket === -1 && url.charCodeAt(end - 1) !== 46 && end - start <= 255 && end - vLastDot - 1 <= 63 && vLastCode !== 45) extractedHostnameValidated = true;
		}
		while (end > start + 1 && url.charCodeAt(end - 1) === 46) end -= 1;
		const hostname = start !== 0 || end !== url.length ? url.slice(start, end) : url;
		if (hasUpper) return hostname.toLowerCase();
		return hostname;
	}
	function isProbablyIpv4(hostname) {
		if (hostname.length < 7) return false;
		if (hostname.length > 15) return false;
		let numberOfDots = 0;
		for (let i = 0; i < hostname.length; i += 1) {
			const code = hostname.charCodeAt(i);
			if (code === 46) numberOfDots += 1;
			else if (code < 48 || code > 57) return false;
		}
		return numberOfDots === 3 && hostname.charCodeAt(0) !== 46 && hostname.charCodeAt(hostname.length - 1) !== 46;
	}
	function isProbablyIpv6(hostname) {
		if (hostname.length < 3) return hostname === "::";
		let start = hostname.startsWith("[") ? 1 : 0;
		let end = hostname.length;
		if (hostname[end - 1] === "]") end -= 1;
		if (end - start > 39) return false;
		let hasColon = false;
		for (; start < end; start += 1) {
			const code = hostname.charCodeAt(start);
			if (code === 58) hasColon = true;
			else if (!(code >= 48 && code <= 57 || code >= 97 && code <= 102 || code >= 65 && code <= 70)) return false;
		}
		return hasColon;
	}
	function isIp(hostname) {
		return isProbablyIpv6(hostname) || isProbablyIpv4(hostname);
	}
	const SPECIAL_USE_DOMAINS = [
		"test",
		"localhost",
		"invalid",
		"example",
		"example.com",
		"example.net",
		"example.org",
		"local",
		"onion",
		"alt",
		"home.arpa",
		"ipv4only.arpa",
		"resolver.arpa",
		"service.arpa",
		"6tisch.arpa",
		"eap.arpa"
	];
	function isSpecialUse(hostname) {
		for (const name of SPECIAL_USE_DOMAINS) if (hostname.endsWith(name) && (hostname.length === name.length || hostname.charCodeAt(hostname.length - name.length - 1) === 46)) return true;
		return false;
	}
	function isValidAscii(code) {
		return code >= 97 && code <= 122 || code >= 48 && code <= 57 || code > 127;
	}
	function isValidHostname(hostname) {
		if (hostname.length > 255) return false;
		if (hostname.length === 0) return false;
		if (!isValidAscii(hostname.charCodeAt(0)) && hostname.charCodeAt(0) !== 46 && hostname.charCodeAt(0) !== 95) return false;
		let lastDotIndex = -1;
		let lastCharCode = -1;
		const len = hostname.length;
		for (let i = 0; i < len; i += 1) {
			const code = hostname.charCodeAt(i);
			if (code === 46) {
				if (i - lastDotIndex > 64 || lastCharCode === 46 || lastCharCode === 45) return false;
				lastDotIndex = i;
			} else if (!(isValidAscii(code) || code === 45 || code === 95) || code === 45 && lastCharCode === 46) return false;
			lastCharCode = code;
		}
		return len - lastDotIndex - 1 <= 63 && lastCharCode !== 45;
	}
	function extraSuffixLookup(hostname, options, isException, out) {
		const suffix = out.publicSuffix;
		if (suffix === null) return;
		const none = hostname.length + 1;
		let exception = none;
		let exceptionIsIcann = false;
		let rule = none;
		let ruleIsIcann = false;
		const extra = options.extraSuffixes;
		for (let section = 0; section < 2; section += 1) {
			const isIcann = section === 0;
			const rules = isIcann ? options.allowIcannDomains && extra.icann : options.allowPrivateDomains && extra.private;
			if (!Array.isArray(rules)) continue;
			for (const r of rules) {
				if (typeof r !== "string") continue;
				const exceptionRule = r.startsWith("!");
				const wildcard = r.startsWith("*.");
				const body = exceptionRule ? r.slice(1) : wildcard ? r.slice(2) : r;
				if (body === "" || exceptionRule && !body.includes(".") || !shareSameDomainSuffix(hostname, body)) continue;
				let start = hostname.length - body.length;
				if (exceptionRule) {
					if (start < exception) {
						exception = start;
						exceptionIsIcann = isIcann;
					}
					continue;
				}
				if (wildcard && start > 1 && hostname.charCodeAt(start - 2) !== 46) start = hostname.lastIndexOf(".", start - 2) + 1;
				if (start < rule) {
					rule = start;
					ruleIsIcann = isIcann;
				}
			}
		}
		const suffixStart = hostname.length - suffix.length;
		const builtin = isException ? hostname.lastIndexOf(".", suffixStart - 2) + 1 : suffixStart;
		if (exception <= rule && (isException ? exception < builtin : exception <= builtin)) {
			out.publicSuffix = hostname.slice(hostname.indexOf(".", exception) + 1);
			out.isIcann = exceptionIsIcann;
			out.isPrivate = !exceptionIsIcann;
		} else if (rule < builtin || rule === builtin && !out.isIcann && !out.isPrivate) {
			out.publicSuffix = hostname.slice(rule);
			out.isIcann = ruleIsIcann;
			out.isPrivate = !ruleIsIcann;
		}
	}
	function setDefaultsImpl({ allowIcannDomains = true, allowPrivateDomains = false, detectIp = true, detectSpecialUse = false, extraSuffixes = null, extractHostname = true, mixedInputs = true, validHosts = null, validateHostname = true }) {
		return {
			allowIcannDomains,
			allowPrivateDomains,
			detectIp,
			detectSpecialUse,
			extraSuffixes,
			extractHostname,
			mixedInputs,
			validHosts,
			validateHostname
		};
	}
	const DEFAULT_OPTIONS = setDefaultsImpl({});
	function setDefaults(options) {
		if (options === void 0) return DEFAULT_OPTIONS;
		return setDefaultsImpl(options);
	}
	function getSubdomain$1(hostname, domain) {
		if (domain.length === hostname.length) return "";
		return hostname.slice(0, -domain.length - 1);
	}
	function getEmptyResult() {
		return {
			domain: null,
			domainWithoutSuffix: null,
			hostname: null,
			isIcann: null,
			isIp: null,
			isPrivate: null,
			isSpecialUse: null,
			publicSuffix: null,
			subdomain: null
		};
	}
	function resetResult(result) {
		result.domain = null;
		result.domainWithoutSuffix = null;
		result.hostname = null;
		result.isIcann = null;
		result.isIp = null;
		result.isPrivate = null;
		result.isSpecialUse = null;
		result.publicSuffix = null;
		result.subdomain = null;
	}
	function parseImpl(url, step, suffixLookup, partialOptions, result) {
		const options = setDefaults(partialOptions);
		if (typeof url !== "string") return result;
		let urlIsValid = false;
		if (!options.extractHostname) {
			let end = url.length;
			while (end > 1 && url.charCodeAt(end - 1) === 46) end -= 1;
			result.hostname = end === url.length ? url : url.slice(0, end);
		} else if (options.mixedInputs) {
			urlIsValid = isValidHostname(url);
			result.hostname = extractHostname(url, urlIsValid, options.validateHostname);
		} else result.hostname = extractHostname(url, false, options.validateHostname);
		if (options.detectIp && result.hostname !== null) {
			result.isIp = isIp(result.hostname);
			if (result.isIp) return result;
		}
		if (options.validateHostname && options.extractHostname && result.hostname !== null && !(urlIsValid && result.hostname === url) && !extractedHostnameValidated && !isValidHostname(result.hostname)) {
			result.hostname = null;
			return result;
		}
		if (step === 0 || result.hostname === null) return result;
		if (step === 5 && options.detectSpecialUse) result.isSpecialUse = isSpecialUse(result.hostname);
		const isException = suffixLookup(result.hostname, options, result);
		if (options.extraSuffixes !== null) extraSuffixLookup(result.hostname, options, isException === true, result);
		if (step === 2 || result.publicSuffix === null) return result;
		result.domain = getDomain$1(result.publicSuffix, result.hostname, options);
		if (step === 3 || result.domain === null) return result;
		result.subdomain = getSubdomain$1(result.hostname, result.domain);
		if (step === 4) return result;
		result.domainWithoutSuffix = getDomainWithoutSuffix$1(result.domain, result.publicSuffix);
		return result;
	}
	function fastPathLookup(hostname, options, out) {
		if (!options.allowPrivateDomains && options.allowIcannDomains && hostname.length > 3) {
			const last = hostname.length - 1;
			const c3 = hostname.charCodeAt(last);
			const c2 = hostname.charCodeAt(last - 1);
			const c1 = hostname.charCodeAt(last - 2);
			const c0 = hostname.charCodeAt(last - 3);
			if (c3 === 109 && c2 === 111 && c1 === 99 && c0 === 46) {
				out.isIcann = true;
				out.isPrivate = false;
				out.publicSuffix = "com";
				return true;
			} else if (c3 === 103 && c2 === 114 && c1 === 111 && c0 === 46) {
				out.isIcann = true;
				out.isPrivate = false;
				out.publicSuffix = "org";
				return true;
			} else if (c3 === 117 && c2 === 100 && c1 === 101 && c0 === 46) {
				out.isIcann = true;
				out.isPrivate = false;
				out.publicSuffix = "edu";
				return true;
			} else if (c3 === 118 && c2 === 111 && c1 === 103 && c0 === 46) {
				out.isIcann = true;
				out.isPrivate = false;
				out.publicSuffix = "gov";
				return true;
			} else if (c3 === 116 && c2 === 101 && c1 === 110 && c0 === 46) {
				out.isIcann = true;
				out.isPrivate = false;
				out.publicSuffix = "net";
				return true;
			} else if (c3 === 101 && c2 === 100 && c1 === 46) {
				out.isIcann = true;
				out.isPrivate = false;
				out.publicSuffix = "de";
				return true;
			}
		}
		return false;
	}
	const nodeFlags = /*#__PURE__*/ new Uint8Array([
		1,
		2,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		2,
		2,
		2,
		2,
		0,
		2,
		2,
		2,
		2,
		0,
		2,
		2,
		2,
		1,
		2,
		2,
		2,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		2,
		0,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		2,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		0,
		1,
		1,
		0,
		1,
		1,
		0,
		0,
		2,
		0,
		0,
		0,
		1,
		1,
		1,
		0,
		2,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		2,
		0,
		2,
		2,
		0,
		0,
		2,
		2,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		1,
		1,
		0,
		2,
		1,
		1,
		2,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		2,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		2,
		2,
		2,
		0,
		0,
		2,
		0,
		0,
		2,
		0,
		0,
		0,
		2,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		2,
		0,
		0,
		0,
		0,
		0,
		0,
		2,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		2,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		2,
		0,
		0,
		0,
		0,
		2,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		1,
		0,
		0,
		0,
		0,
		1,
		0,
		2,
		2,
		0,
		0,
		0,
		2,
		0,
		1,
		1,
		0,
		2,
		0,
		2,
		2,
		2,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		1,
		0,
		1,
		1,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		2,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		2,
		2,
		0,
		2,
		2,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		1,
		0,
		2,
		2,
		0,
		2,
		2,
		2,
		2,
		0,
		0,
		0,
		0,
		2,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		2,
		2,
		0,
		0,
		0,
		2,
		2,
		1,
		1,
		1,
		1,
		1,
		2,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		2,
		2,
		0,
		0,
		2,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		2,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		2,
		2,
		1,
		2,
		1,
		1,
		1,
		2,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		2,
		1,
		1,
		1,
		1,
		2,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		2,
		1,
		1,
		1,
		1,
		2,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0
	]);
	const edgeStart = /*#__PURE__*/ new Uint16Array([
		0,
		0,
		0,
		10,
		11,
		18,
		106,
		111,
		117,
		124,
		130,
		136,
		145,
		146,
		147,
		148,
		149,
		150,
		151,
		153,
		154,
		156,
		157,
		158,
		160,
		162,
		236,
		249,
		251,
		252,
		253,
		268,
		270,
		277,
		278,
		281,
		282,
		283,
		286,
		288,
		307,
		308,
		310,
		319,
		324,
		341,
		342,
		345,
		346,
		348,
		350,
		386,
		387,
		389,
		392,
		393,
		397,
		399,
		403,
		406,
		438,
		441,
		454,
		455,
		463,
		464,
		466,
		476,
		490,
		491,
		492,
		493,
		502,
		503,
		540,
		545,
		561,
		581,
		587,
		629,
		631,
		632,
		633,
		634,
		661,
		688,
		689,
		837,
		843,
		846,
		847,
		848,
		853,
		858,
		867,
		889,
		890,
		891,
		892,
		893,
		894,
		895,
		913,
		915,
		916,
		919,
		921,
		922,
		924,
		926,
		941,
		956,
		961,
		962,
		964,
		965,
		966,
		967,
		968,
		970,
		973,
		978,
		979,
		980,
		982,
		983,
		986,
		989,
		990,
		991,
		1004,
		1006,
		1018,
		1029,
		1037,
		1039,
		1079,
		1082,
		1086,
		1087,
		1089,
		1092,
		1103,
		1105,
		1115,
		1117,
		1123,
		1125,
		1126,
		1128,
		1131,
		1132,
		1133,
		1186,
		1188,
		1190,
		1210,
		1211,
		1212,
		1213,
		1215,
		1226,
		1257,
		1268,
		1269,
		1282,
		1292,
		1301,
		1309,
		1310,
		1315,
		1329,
		1340,
		1352,
		1364,
		1378,
		1379,
		1390,
		1424,
		1425,
		1426,
		1442,
		1458,
		1470,
		1543,
		1544,
		1546,
		1547,
		1583,
		1602,
		1603,
		1604,
		1605,
		1606,
		1609,
		1613,
		1616,
		1618,
		1652,
		1653,
		1661,
		1662,
		1663,
		1664,
		1665,
		1666,
		1668,
		1670,
		1672,
		1673,
		1677,
		1678,
		1679,
		1681,
		1683,
		1684,
		1686,
		1687,
		1688,
		1699,
		1701,
		1702,
		1706,
		1707,
		1710,
		1717,
		1718,
		1723,
		1727,
		1728,
		1730,
		1731,
		1732,
		1733,
		1734,
		1735,
		1736,
		1737,
		1738,
		1739,
		1740,
		1741,
		1742,
		1743,
		1745,
		1746,
		1747,
		2209,
		2212,
		2213,
		2215,
		2222,
		2229,
		2239,
		2243,
		2254,
		2255,
		2256,
		2268,
		2269,
		2271,
		2273,
		2274,
		2281,
		2282,
		2284,
		2285,
		2287,
		2288,
		2289,
		2290,
		2291,
		2366,
		2368,
		2389,
		2390,
		2391,
		2393,
		2394,
		2396,
		2397,
		2452,
		2453,
		2454,
		2461,
		2467,
		2477,
		2487,
		2540,
		2541,
		2542,
		2552,
		2566,
		2567,
		2570,
		2577,
		2578,
		2586,
		2588,
		2589,
		2590,
		2591,
		2602,
		2603,
		2604,
		2606,
		2607,
		2609,
		2610,
		2619,
		2631,
		2637,
		2639,
		2671,
		2675,
		2677,
		2678,
		2680,
		2681,
		2693,
		2694,
		2696,
		2704,
		2711,
		2717,
		2722,
		2723,
		2729,
		2732,
		2738,
		2745,
		2752,
		2760,
		2761,
		2762,
		2800,
		2806,
		2810,
		2827,
		2828,
		2833,
		2851,
		2882,
		2900,
		2902,
		2905,
		2913,
		2915,
		2922,
		2974,
		2998,
		2999,
		3e3,
		3001,
		3002,
		3003,
		3004,
		3011,
		3012,
		3013,
		3014,
		3015,
		3016,
		3018,
		3019,
		3023,
		3105,
		3118,
		3119,
		3556,
		3560,
		3574,
		3626,
		3654,
		3676,
		3734,
		3756,
		3771,
		3834,
		3885,
		3923,
		3959,
		3984,
		4126,
		4172,
		4223,
		4242,
		4276,
		4291,
		4311,
		4341,
		4372,
		4395,
		4426,
		4456,
		4488,
		4515,
		4590,
		4612,
		4650,
		4660,
		4694,
		4713,
		4739,
		4781,
		4831,
		4857,
		4926,
		4927,
		4929,
		4952,
		4975,
		5011,
		5042,
		5059,
		5116,
		5129,
		5153,
		5182,
		5184,
		5218,
		5234,
		5262,
		5567,
		5576,
		5585,
		5592,
		5609,
		5613,
		5619,
		5658,
		5660,
		5667,
		5674,
		5683,
		5690,
		5691,
		5692,
		5704,
		5707,
		5722,
		5723,
		5732,
		5733,
		5742,
		5751,
		5757,
		5759,
		5760,
		5761,
		5799,
		5800,
		5802,
		5810,
		5817,
		5830,
		5834,
		5836,
		5837,
		5843,
		5850,
		5864,
		5874,
		5879,
		5887,
		5895,
		5901,
		5902,
		5906,
		5908,
		5909,
		5921,
		5993,
		5994,
		5995,
		5996,
		5998,
		5999,
		6002,
		6004,
		6007,
		6011,
		6012,
		6013,
		6019,
		6020,
		6021,
		6023,
		6025,
		6027,
		6028,
		6029,
		6032,
		6034,
		6037,
		6038,
		6040,
		6238,
		6245,
		6246,
		6247,
		6257,
		6262,
		6279,
		6293,
		6302,
		6303,
		6304,
		6308,
		6309,
		6311,
		6313,
		6319,
		6320,
		6323,
		6324,
		6326,
		6327,
		6328,
		7228,
		7231,
		7235,
		7253,
		7262,
		7265,
		7272,
		7273,
		7275,
		7276,
		7277,
		7279,
		7331,
		7332,
		7335,
		7336,
		7454,
		7455,
		7466,
		7482,
		7489,
		7492,
		7501,
		7502,
		7503,
		7518,
		7573,
		7765,
		7767,
		7769,
		7770,
		7772,
		7777,
		7790,
		7805,
		7812,
		7821,
		7824,
		7827,
		7834,
		7842,
		7846,
		7847,
		7848,
		7862,
		7867,
		7876,
		7877,
		7878,
		7882,
		7917,
		7918,
		7939,
		7946,
		7954,
		7955,
		7960,
		7968,
		8012,
		8013,
		8019,
		8022,
		8035,
		8040,
		8041,
		8043,
		8045,
		8082,
		8083,
		8089,
		8096,
		8097,
		8107,
		8116,
		8131,
		8135,
		8137,
		8189,
		8190,
		8195,
		8196,
		8199,
		8201,
		8202,
		8203,
		8212,
		8226,
		8234,
		8248,
		8259,
		8260,
		8262,
		8264,
		8286,
		8297,
		8303,
		8304,
		8316,
		8328,
		8415,
		8427,
		8435,
		8438,
		8444,
		8469,
		8472,
		8473,
		8474,
		8475,
		8477,
		8480,
		8483,
		8494,
		8496,
		8498,
		8526,
		8601,
		8608,
		8612,
		8613,
		8622,
		8644,
		8645,
		8650,
		8651,
		8733,
		8735,
		8736,
		8745,
		8749,
		8755,
		8761,
		8767,
		8777,
		8782,
		8783,
		8801,
		8812,
		8817,
		8822,
		8832,
		8838,
		8842,
		8848,
		8854,
		10461,
		10462,
		10463,
		10470,
		10472
	]);
	const edgeLength = /*#__PURE__*/ new Uint8Array([
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		5,
		8,
		8,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		8,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		5,
		5,
		9,
		12,
		19,
		8,
		19,
		8,
		11,
		9,
		9,
		8,
		7,
		7,
		6,
		8,
		9,
		16,
		10,
		7,
		7,
		11,
		8,
		6,
		6,
		9,
		7,
		11,
		7,
		14,
		4,
		4,
		4,
		4,
		4,
		4,
		10,
		7,
		6,
		6,
		6,
		6,
		10,
		10,
		6,
		10,
		10,
		22,
		11,
		9,
		10,
		10,
		10,
		9,
		10,
		8,
		7,
		7,
		7,
		8,
		21,
		13,
		11,
		11,
		9,
		10,
		9,
		13,
		10,
		8,
		8,
		9,
		12,
		9,
		7,
		10,
		7,
		7,
		13,
		7,
		3,
		3,
		3,
		3,
		3,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		8,
		6,
		3,
		3,
		3,
		3,
		3,
		3,
		2,
		5,
		3,
		3,
		3,
		7,
		2,
		2,
		2,
		2,
		2,
		2,
		3,
		3,
		3,
		1,
		1,
		7,
		8,
		5,
		2,
		2,
		7,
		4,
		5,
		7,
		2,
		2,
		1,
		4,
		1,
		11,
		9,
		9,
		5,
		5,
		8,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		3,
		3,
		3,
		5,
		5,
		11,
		9,
		9,
		8,
		9,
		9,
		13,
		7,
		14,
		7,
		6,
		6,
		6,
		7,
		6,
		6,
		6,
		6,
		6,
		6,
		10,
		7,
		11,
		9,
		4,
		4,
		4,
		4,
		4,
		6,
		6,
		6,
		6,
		13,
		6,
		8,
		7,
		10,
		10,
		9,
		9,
		7,
		9,
		8,
		9,
		8,
		7,
		10,
		6,
		9,
		8,
		10,
		10,
		7,
		8,
		1,
		9,
		10,
		12,
		12,
		12,
		10,
		9,
		9,
		10,
		10,
		9,
		9,
		1,
		1,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		6,
		6,
		6,
		4,
		2,
		3,
		3,
		3,
		3,
		7,
		4,
		4,
		4,
		3,
		3,
		6,
		7,
		3,
		4,
		1,
		2,
		2,
		2,
		6,
		1,
		2,
		2,
		2,
		2,
		2,
		12,
		5,
		3,
		8,
		9,
		13,
		4,
		4,
		13,
		9,
		9,
		11,
		7,
		3,
		12,
		9,
		2,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		8,
		2,
		2,
		3,
		3,
		3,
		2,
		2,
		2,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		3,
		7,
		10,
		15,
		15,
		7,
		15,
		20,
		15,
		9,
		10,
		10,
		12,
		14,
		14,
		14,
		12,
		12,
		12,
		12,
		12,
		14,
		14,
		10,
		10,
		10,
		10,
		14,
		9,
		9,
		9,
		9,
		10,
		14,
		14,
		14,
		13,
		13,
		14,
		9,
		9,
		9,
		9,
		9,
		9,
		7,
		8,
		6,
		8,
		8,
		6,
		8,
		13,
		8,
		8,
		6,
		13,
		8,
		11,
		13,
		8,
		6,
		13,
		8,
		6,
		9,
		10,
		10,
		12,
		14,
		14,
		14,
		12,
		12,
		12,
		12,
		14,
		14,
		10,
		10,
		10,
		10,
		9,
		9,
		9,
		10,
		14,
		14,
		11,
		13,
		13,
		9,
		9,
		9,
		9,
		9,
		9,
		2,
		6,
		9,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		4,
		4,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		7,
		7,
		2,
		3,
		2,
		2,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		2,
		2,
		2,
		2,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		5,
		7,
		4,
		2,
		2,
		12,
		8,
		10,
		8,
		10,
		7,
		18,
		4,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		5,
		2,
		2,
		3,
		3,
		3,
		5,
		5,
		3,
		8,
		8,
		6,
		8,
		6,
		6,
		4,
		6,
		7,
		7,
		7,
		10,
		11,
		2,
		5,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		5,
		5,
		6,
		11,
		10,
		7,
		7,
		7,
		4,
		4,
		4,
		2,
		3,
		3,
		3,
		3,
		3,
		2,
		2,
		7,
		5,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		7,
		7,
		7,
		11,
		7,
		6,
		9,
		6,
		6,
		8,
		10,
		8,
		6,
		8,
		13,
		4,
		4,
		4,
		4,
		4,
		10,
		8,
		11,
		8,
		8,
		8,
		10,
		10,
		7,
		5,
		4,
		4,
		4,
		10,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		1,
		1,
		2,
		2,
		2,
		2,
		2,
		2,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		7,
		10,
		13,
		7,
		8,
		7,
		11,
		8,
		8,
		6,
		9,
		8,
		8,
		6,
		6,
		6,
		8,
		8,
		6,
		6,
		6,
		6,
		6,
		9,
		7,
		6,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		6,
		6,
		6,
		9,
		7,
		8,
		10,
		8,
		8,
		2,
		3,
		3,
		3,
		3,
		3,
		2,
		8,
		9,
		9,
		2,
		2,
		2,
		3,
		3,
		3,
		2,
		3,
		3,
		3,
		9,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		5,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		12,
		5,
		5,
		3,
		5,
		4,
		2,
		3,
		2,
		4,
		3,
		9,
		2,
		2,
		2,
		2,
		2,
		5,
		5,
		3,
		8,
		8,
		13,
		6,
		10,
		9,
		4,
		7,
		9,
		11,
		2,
		3,
		7,
		3,
		3,
		4,
		1,
		3,
		4,
		2,
		9,
		3,
		3,
		12,
		5,
		3,
		7,
		10,
		10,
		7,
		4,
		4,
		6,
		14,
		7,
		9,
		7,
		13,
		2,
		2,
		2,
		2,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		8,
		15,
		4,
		4,
		2,
		3,
		3,
		3,
		7,
		4,
		9,
		9,
		2,
		3,
		3,
		3,
		5,
		3,
		2,
		2,
		7,
		2,
		7,
		6,
		6,
		7,
		2,
		4,
		2,
		2,
		2,
		2,
		2,
		2,
		8,
		8,
		8,
		9,
		5,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		10,
		7,
		4,
		4,
		4,
		4,
		3,
		4,
		2,
		3,
		3,
		3,
		3,
		3,
		10,
		7,
		4,
		4,
		4,
		4,
		2,
		3,
		3,
		3,
		3,
		10,
		7,
		4,
		4,
		4,
		4,
		3,
		9,
		6,
		6,
		6,
		9,
		13,
		9,
		2,
		2,
		2,
		8,
		7,
		9,
		5,
		3,
		3,
		3,
		5,
		5,
		13,
		12,
		9,
		10,
		7,
		8,
		7,
		6,
		8,
		6,
		11,
		12,
		7,
		10,
		4,
		4,
		7,
		8,
		11,
		6,
		7,
		9,
		8,
		7,
		10,
		8,
		9,
		15,
		7,
		8,
		5,
		4,
		7,
		2,
		3,
		3,
		3,
		2,
		14,
		10,
		2,
		14,
		10,
		2,
		14,
		3,
		9,
		13,
		13,
		10,
		14,
		16,
		17,
		11,
		2,
		14,
		2,
		14,
		3,
		9,
		13,
		10,
		14,
		16,
		17,
		11,
		14,
		10,
		14,
		2,
		7,
		3,
		10,
		7,
		14,
		10,
		2,
		14,
		10,
		9,
		9,
		17,
		6,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		10,
		10,
		10,
		12,
		9,
		4,
		10,
		10,
		11,
		8,
		8,
		8,
		7,
		9,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		5,
		8,
		4,
		4,
		4,
		4,
		4,
		4,
		6,
		16,
		3,
		3,
		14,
		3,
		14,
		2,
		14,
		9,
		13,
		10,
		10,
		14,
		16,
		17,
		11,
		6,
		9,
		10,
		10,
		12,
		14,
		14,
		14,
		12,
		12,
		12,
		12,
		14,
		14,
		10,
		10,
		10,
		10,
		14,
		9,
		9,
		9,
		10,
		14,
		14,
		14,
		9,
		9,
		9,
		9,
		9,
		9,
		2,
		14,
		9,
		13,
		10,
		10,
		14,
		16,
		17,
		11,
		6,
		14,
		2,
		14,
		9,
		17,
		13,
		10,
		10,
		14,
		17,
		16,
		17,
		11,
		6,
		2,
		14,
		9,
		13,
		10,
		14,
		17,
		16,
		17,
		11,
		2,
		14,
		9,
		13,
		10,
		14,
		16,
		17,
		11,
		2,
		14,
		9,
		13,
		10,
		17,
		16,
		11,
		17,
		2,
		14,
		10,
		19,
		7,
		2,
		14,
		9,
		13,
		10,
		19,
		10,
		7,
		14,
		17,
		16,
		17,
		11,
		6,
		2,
		14,
		9,
		13,
		10,
		19,
		7,
		14,
		16,
		17,
		11,
		2,
		14,
		9,
		13,
		10,
		10,
		14,
		17,
		16,
		17,
		11,
		6,
		2,
		14,
		9,
		13,
		10,
		10,
		14,
		17,
		16,
		17,
		11,
		6,
		2,
		14,
		9,
		13,
		17,
		13,
		10,
		10,
		14,
		17,
		16,
		17,
		11,
		6,
		3,
		2,
		14,
		9,
		13,
		10,
		10,
		14,
		16,
		17,
		11,
		6,
		9,
		10,
		12,
		14,
		14,
		14,
		12,
		12,
		12,
		12,
		12,
		14,
		14,
		14,
		10,
		10,
		10,
		14,
		9,
		9,
		9,
		9,
		14,
		14,
		14,
		13,
		13,
		14,
		9,
		9,
		9,
		9,
		9,
		9,
		4,
		11,
		2,
		14,
		9,
		13,
		17,
		13,
		10,
		19,
		10,
		7,
		14,
		17,
		16,
		17,
		11,
		6,
		2,
		14,
		9,
		13,
		17,
		13,
		10,
		19,
		10,
		7,
		14,
		17,
		16,
		17,
		11,
		6,
		2,
		14,
		9,
		13,
		10,
		19,
		7,
		14,
		17,
		16,
		17,
		11,
		2,
		9,
		10,
		10,
		7,
		17,
		3,
		3,
		12,
		12,
		16,
		15,
		15,
		12,
		14,
		14,
		14,
		20,
		20,
		13,
		12,
		12,
		12,
		12,
		12,
		12,
		20,
		25,
		14,
		14,
		12,
		12,
		10,
		10,
		10,
		10,
		14,
		9,
		9,
		9,
		25,
		4,
		9,
		17,
		10,
		7,
		14,
		16,
		21,
		13,
		13,
		14,
		20,
		14,
		13,
		17,
		24,
		9,
		12,
		13,
		25,
		13,
		21,
		20,
		17,
		9,
		9,
		9,
		9,
		9,
		9,
		12,
		17,
		4,
		4,
		9,
		9,
		9,
		10,
		10,
		12,
		14,
		14,
		14,
		12,
		12,
		12,
		12,
		12,
		14,
		14,
		10,
		10,
		10,
		10,
		14,
		9,
		9,
		9,
		9,
		10,
		14,
		14,
		14,
		13,
		13,
		14,
		9,
		9,
		9,
		9,
		9,
		9,
		9,
		10,
		14,
		12,
		12,
		14,
		14,
		10,
		9,
		9,
		9,
		10,
		14,
		14,
		14,
		9,
		9,
		9,
		9,
		2,
		1,
		5,
		8,
		7,
		11,
		11,
		1,
		3,
		3,
		3,
		5,
		3,
		3,
		4,
		8,
		9,
		10,
		10,
		12,
		14,
		14,
		14,
		12,
		12,
		12,
		12,
		14,
		14,
		10,
		10,
		10,
		10,
		14,
		9,
		9,
		9,
		10,
		14,
		14,
		14,
		13,
		13,
		14,
		9,
		9,
		9,
		9,
		9,
		9,
		7,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		10,
		2,
		2,
		6,
		7,
		6,
		2,
		3,
		2,
		3,
		6,
		2,
		7,
		6,
		10,
		7,
		4,
		9,
		12,
		6,
		14,
		4,
		12,
		7,
		2,
		2,
		1,
		2,
		7,
		6,
		4,
		4,
		4,
		6,
		8,
		8,
		7,
		2,
		2,
		13,
		2,
		2,
		2,
		2,
		6,
		2,
		8,
		12,
		2,
		7,
		7,
		6,
		8,
		10,
		12,
		2,
		2,
		2,
		3,
		3,
		13,
		2,
		2,
		3,
		3,
		6,
		7,
		6,
		4,
		5,
		6,
		3,
		3,
		3,
		3,
		4,
		16,
		8,
		5,
		4,
		3,
		3,
		3,
		5,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		11,
		12,
		7,
		7,
		13,
		9,
		10,
		17,
		12,
		8,
		9,
		7,
		17,
		17,
		8,
		5,
		12,
		10,
		13,
		14,
		5,
		5,
		5,
		13,
		5,
		5,
		5,
		3,
		3,
		3,
		5,
		16,
		5,
		5,
		5,
		5,
		7,
		12,
		14,
		8,
		12,
		8,
		10,
		12,
		9,
		11,
		7,
		9,
		7,
		10,
		7,
		13,
		13,
		9,
		7,
		12,
		8,
		17,
		7,
		7,
		16,
		10,
		13,
		13,
		8,
		10,
		10,
		14,
		17,
		7,
		16,
		16,
		15,
		8,
		10,
		10,
		12,
		17,
		17,
		7,
		17,
		14,
		7,
		10,
		17,
		8,
		7,
		7,
		7,
		8,
		15,
		15,
		7,
		14,
		10,
		10,
		10,
		11,
		11,
		7,
		7,
		13,
		8,
		10,
		7,
		16,
		7,
		8,
		7,
		14,
		17,
		12,
		10,
		11,
		21,
		8,
		9,
		7,
		13,
		9,
		8,
		6,
		13,
		6,
		12,
		7,
		6,
		13,
		10,
		10,
		10,
		8,
		18,
		9,
		17,
		13,
		10,
		12,
		6,
		13,
		6,
		11,
		8,
		13,
		10,
		13,
		18,
		13,
		11,
		13,
		8,
		16,
		7,
		10,
		8,
		16,
		12,
		10,
		8,
		8,
		14,
		11,
		8,
		15,
		8,
		8,
		7,
		7,
		12,
		7,
		8,
		9,
		14,
		15,
		8,
		9,
		10,
		9,
		15,
		7,
		8,
		8,
		12,
		13,
		9,
		10,
		15,
		13,
		7,
		10,
		10,
		20,
		7,
		6,
		9,
		6,
		6,
		14,
		11,
		14,
		11,
		12,
		9,
		10,
		16,
		16,
		12,
		7,
		11,
		28,
		8,
		11,
		10,
		7,
		21,
		8,
		7,
		9,
		4,
		4,
		4,
		17,
		7,
		8,
		6,
		9,
		6,
		6,
		13,
		6,
		6,
		6,
		6,
		18,
		20,
		14,
		8,
		11,
		12,
		9,
		10,
		13,
		15,
		15,
		19,
		8,
		9,
		12,
		7,
		10,
		16,
		12,
		9,
		9,
		9,
		14,
		12,
		11,
		10,
		9,
		12,
		11,
		18,
		9,
		9,
		9,
		10,
		7,
		7,
		16,
		8,
		9,
		7,
		13,
		12,
		10,
		14,
		18,
		7,
		8,
		11,
		10,
		7,
		7,
		8,
		8,
		13,
		7,
		7,
		7,
		11,
		15,
		13,
		11,
		7,
		8,
		15,
		11,
		7,
		8,
		18,
		14,
		13,
		18,
		15,
		10,
		12,
		12,
		9,
		7,
		11,
		11,
		8,
		7,
		10,
		8,
		14,
		12,
		10,
		18,
		7,
		10,
		9,
		7,
		8,
		13,
		10,
		14,
		10,
		8,
		8,
		23,
		7,
		7,
		11,
		12,
		12,
		17,
		7,
		7,
		11,
		11,
		17,
		16,
		16,
		7,
		8,
		11,
		14,
		14,
		8,
		10,
		7,
		15,
		7,
		16,
		16,
		13,
		9,
		11,
		9,
		15,
		15,
		11,
		11,
		7,
		7,
		14,
		7,
		9,
		7,
		7,
		16,
		10,
		13,
		10,
		11,
		14,
		7,
		11,
		10,
		11,
		7,
		11,
		10,
		11,
		15,
		11,
		15,
		10,
		12,
		10,
		14,
		13,
		11,
		11,
		12,
		13,
		10,
		7,
		13,
		16,
		12,
		21,
		15,
		9,
		10,
		10,
		7,
		11,
		14,
		17,
		7,
		7,
		8,
		11,
		13,
		12,
		8,
		15,
		14,
		14,
		8,
		17,
		12,
		10,
		10,
		7,
		9,
		11,
		7,
		10,
		7,
		11,
		18,
		7,
		11,
		7,
		12,
		11,
		8,
		8,
		14,
		12,
		7,
		8,
		15,
		3,
		7,
		7,
		5,
		2,
		9,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		2,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		4,
		3,
		3,
		3,
		3,
		3,
		3,
		5,
		11,
		6,
		4,
		7,
		10,
		7,
		7,
		11,
		1,
		10,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		5,
		7,
		3,
		5,
		6,
		3,
		3,
		5,
		2,
		2,
		5,
		3,
		4,
		13,
		11,
		3,
		3,
		6,
		3,
		5,
		14,
		2,
		2,
		3,
		8,
		2,
		2,
		12,
		5,
		18,
		5,
		3,
		3,
		3,
		3,
		16,
		5,
		5,
		5,
		10,
		7,
		13,
		12,
		13,
		9,
		12,
		14,
		19,
		9,
		9,
		21,
		9,
		9,
		10,
		6,
		9,
		6,
		15,
		10,
		6,
		12,
		8,
		6,
		10,
		15,
		4,
		4,
		6,
		6,
		9,
		9,
		12,
		16,
		14,
		23,
		7,
		7,
		7,
		14,
		9,
		7,
		7,
		11,
		14,
		10,
		7,
		10,
		10,
		10,
		12,
		6,
		11,
		10,
		13,
		11,
		15,
		11,
		7,
		12,
		10,
		3,
		7,
		1,
		1,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		3,
		4,
		3,
		7,
		5,
		1,
		5,
		2,
		2,
		2,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		3,
		3,
		3,
		5,
		5,
		10,
		9,
		11,
		8,
		7,
		12,
		8,
		9,
		7,
		6,
		13,
		11,
		6,
		13,
		7,
		9,
		9,
		4,
		4,
		4,
		4,
		4,
		6,
		10,
		7,
		8,
		13,
		11,
		8,
		8,
		9,
		14,
		7,
		14,
		8,
		10,
		7,
		9,
		7,
		7,
		9,
		6,
		9,
		2,
		12,
		5,
		3,
		3,
		13,
		4,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		5,
		5,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		8,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		9,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		2,
		2,
		2,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		4,
		1,
		7,
		6,
		4,
		12,
		3,
		3,
		3,
		3,
		3,
		8,
		7,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		4,
		11,
		15,
		14,
		2,
		8,
		3,
		5,
		5,
		8,
		10,
		8,
		6,
		4,
		7,
		17,
		7,
		4,
		5,
		2,
		6,
		3,
		5,
		4,
		2,
		2,
		12,
		5,
		5,
		3,
		15,
		13,
		8,
		11,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		4,
		5,
		3,
		3,
		3,
		3,
		4,
		2,
		3,
		18,
		2,
		12,
		5,
		3,
		3,
		3,
		3,
		3,
		5,
		16,
		8,
		8,
		9,
		6,
		6,
		4,
		4,
		4,
		4,
		31,
		6,
		6,
		10,
		11,
		21,
		10,
		9,
		7,
		10,
		7,
		7,
		2,
		4,
		4,
		4,
		4,
		6,
		5,
		3,
		3,
		4,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		6,
		6,
		4,
		6,
		2,
		2,
		2,
		5,
		3,
		3,
		3,
		7,
		7,
		4,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		2,
		3,
		3,
		3,
		3,
		8,
		2,
		3,
		3,
		3,
		3,
		3,
		5,
		9,
		11,
		3,
		3,
		3,
		3,
		4,
		4,
		3,
		3,
		3,
		3,
		3,
		5,
		10,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		4,
		2,
		3,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		11,
		10,
		10,
		10,
		10,
		10,
		11,
		10,
		11,
		10,
		11,
		10,
		9,
		9,
		11,
		3,
		3,
		3,
		3,
		3,
		3,
		2,
		2,
		3,
		3,
		5,
		5,
		3,
		7,
		8,
		8,
		7,
		6,
		6,
		11,
		4,
		4,
		4,
		4,
		7,
		8,
		9,
		9,
		2,
		3,
		7,
		4,
		4,
		2,
		5,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		4,
		4,
		4,
		4,
		4,
		2,
		2,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		5,
		5,
		5,
		7,
		7,
		6,
		6,
		6,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		6,
		6,
		8,
		8,
		1,
		2,
		2,
		2,
		2,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		4,
		6,
		9,
		12,
		3,
		7,
		10,
		7,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		4,
		3,
		3,
		2,
		2,
		2,
		2,
		3,
		3,
		3,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		5,
		5,
		8,
		8,
		6,
		6,
		8,
		6,
		7,
		4,
		4,
		4,
		4,
		4,
		4,
		6,
		7,
		5,
		5,
		20,
		19,
		8,
		10,
		9,
		7,
		10,
		6,
		8,
		11,
		6,
		6,
		6,
		6,
		13,
		12,
		8,
		6,
		7,
		14,
		11,
		9,
		2,
		5,
		3,
		6,
		2,
		3,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		5,
		4,
		3,
		7,
		6,
		4,
		7,
		4,
		3,
		6,
		4,
		7,
		2,
		2,
		7,
		7,
		7,
		5,
		5,
		5,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		5,
		9,
		10,
		10,
		11,
		7,
		8,
		20,
		7,
		9,
		8,
		9,
		8,
		12,
		6,
		6,
		6,
		8,
		9,
		8,
		12,
		6,
		6,
		8,
		13,
		10,
		12,
		6,
		6,
		7,
		7,
		9,
		6,
		4,
		4,
		4,
		4,
		4,
		4,
		10,
		6,
		6,
		6,
		7,
		14,
		11,
		10,
		7,
		8,
		10,
		8,
		11,
		14,
		11,
		11,
		9,
		7,
		9,
		8,
		11,
		9,
		17,
		10,
		9,
		2,
		2,
		2,
		9,
		3,
		3,
		3,
		3,
		15,
		14,
		9,
		5,
		5,
		2,
		8,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		15,
		12,
		22,
		19,
		17,
		18,
		18,
		19,
		21,
		7,
		16,
		16,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		7,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		9,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		5,
		7,
		16,
		11,
		11,
		7,
		7,
		7,
		7,
		17,
		7,
		8,
		12,
		15,
		9,
		19,
		7,
		19,
		8,
		21,
		11,
		12,
		19,
		14,
		22,
		7,
		7,
		7,
		7,
		7,
		7,
		7,
		7,
		7,
		7,
		7,
		16,
		16,
		19,
		24,
		12,
		7,
		14,
		7,
		12,
		7,
		8,
		10,
		10,
		13,
		7,
		12,
		12,
		7,
		7,
		10,
		18,
		15,
		12,
		16,
		7,
		14,
		12,
		17,
		10,
		16,
		17,
		12,
		17,
		25,
		7,
		7,
		7,
		13,
		6,
		9,
		6,
		9,
		18,
		6,
		6,
		11,
		20,
		10,
		6,
		6,
		6,
		6,
		6,
		6,
		17,
		6,
		6,
		6,
		15,
		6,
		6,
		6,
		6,
		6,
		8,
		14,
		11,
		12,
		11,
		15,
		13,
		19,
		17,
		21,
		7,
		18,
		8,
		13,
		13,
		8,
		12,
		8,
		6,
		6,
		13,
		6,
		15,
		15,
		16,
		6,
		6,
		16,
		6,
		6,
		6,
		14,
		6,
		18,
		6,
		6,
		6,
		17,
		18,
		9,
		13,
		15,
		8,
		19,
		8,
		15,
		15,
		18,
		14,
		16,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		6,
		11,
		10,
		11,
		6,
		21,
		23,
		12,
		17,
		12,
		11,
		14,
		13,
		22,
		15,
		15,
		11,
		12,
		14,
		12,
		7,
		12,
		8,
		12,
		14,
		12,
		18,
		10,
		8,
		16,
		19,
		17,
		12,
		14,
		15,
		8,
		19,
		17,
		12,
		13,
		13,
		15,
		18,
		13,
		23,
		24,
		23,
		21,
		17,
		24,
		8,
		21,
		8,
		14,
		14,
		16,
		20,
		14,
		8,
		8,
		15,
		20,
		8,
		19,
		21,
		9,
		8,
		13,
		12,
		13,
		15,
		11,
		8,
		11,
		9,
		9,
		8,
		11,
		8,
		21,
		14,
		21,
		15,
		15,
		13,
		7,
		19,
		7,
		7,
		7,
		7,
		7,
		7,
		16,
		12,
		17,
		18,
		7,
		7,
		11,
		11,
		7,
		9,
		9,
		2,
		2,
		3,
		3,
		2,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		10,
		10,
		7,
		9,
		7,
		7,
		7,
		6,
		8,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		7,
		6,
		8,
		6,
		6,
		9,
		7,
		7,
		7,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		8,
		9,
		8,
		7,
		8,
		7,
		8,
		10,
		7,
		5,
		5,
		5,
		5,
		5,
		5,
		3,
		9,
		7,
		7,
		8,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		9,
		6,
		6,
		9,
		11,
		13,
		7,
		8,
		9,
		9,
		5,
		5,
		5,
		7,
		8,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		7,
		8,
		9,
		7,
		10,
		9,
		10,
		7,
		8,
		5,
		5,
		5,
		5,
		5,
		5,
		7,
		7,
		9,
		8,
		7,
		7,
		6,
		6,
		6,
		6,
		6,
		6,
		10,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		9,
		10,
		4,
		4,
		4,
		4,
		8,
		7,
		7,
		10,
		10,
		9,
		8,
		8,
		15,
		9,
		8,
		8,
		8,
		8,
		8,
		9,
		10,
		9,
		10,
		7,
		8,
		13,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		7,
		7,
		8,
		6,
		6,
		6,
		4,
		4,
		11,
		9,
		7,
		8,
		9,
		10,
		7,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		7,
		6,
		6,
		13,
		7,
		9,
		8,
		7,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		3,
		3,
		7,
		8,
		7,
		8,
		13,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		8,
		8,
		6,
		6,
		6,
		6,
		7,
		6,
		7,
		6,
		6,
		9,
		7,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		7,
		8,
		7,
		8,
		9,
		8,
		8,
		8,
		7,
		10,
		7,
		8,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		3,
		7,
		7,
		7,
		7,
		9,
		7,
		10,
		9,
		6,
		6,
		6,
		6,
		6,
		8,
		8,
		6,
		6,
		6,
		7,
		6,
		6,
		6,
		9,
		9,
		4,
		4,
		13,
		7,
		10,
		9,
		9,
		12,
		7,
		8,
		8,
		10,
		8,
		8,
		8,
		8,
		8,
		8,
		5,
		5,
		5,
		5,
		3,
		7,
		7,
		11,
		7,
		9,
		8,
		8,
		6,
		6,
		10,
		6,
		8,
		8,
		8,
		6,
		7,
		6,
		6,
		12,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		9,
		8,
		8,
		16,
		8,
		9,
		8,
		7,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		7,
		7,
		7,
		10,
		15,
		8,
		9,
		8,
		9,
		9,
		6,
		6,
		6,
		6,
		6,
		6,
		7,
		4,
		8,
		7,
		8,
		8,
		7,
		8,
		11,
		8,
		5,
		5,
		5,
		5,
		5,
		3,
		7,
		7,
		6,
		11,
		16,
		7,
		6,
		4,
		4,
		4,
		4,
		9,
		9,
		8,
		8,
		8,
		13,
		12,
		8,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		11,
		7,
		8,
		8,
		9,
		13,
		7,
		7,
		7,
		9,
		8,
		8,
		9,
		12,
		7,
		12,
		7,
		12,
		8,
		7,
		10,
		12,
		9,
		9,
		6,
		6,
		8,
		8,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		9,
		8,
		9,
		11,
		8,
		6,
		6,
		6,
		6,
		6,
		12,
		7,
		6,
		6,
		6,
		9,
		7,
		7,
		6,
		6,
		6,
		6,
		6,
		11,
		9,
		6,
		6,
		6,
		6,
		6,
		7,
		9,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		9,
		9,
		9,
		9,
		7,
		7,
		7,
		7,
		7,
		11,
		7,
		7,
		8,
		8,
		8,
		8,
		8,
		8,
		9,
		8,
		9,
		9,
		7,
		7,
		11,
		11,
		7,
		12,
		8,
		8,
		8,
		8,
		8,
		7,
		8,
		8,
		8,
		8,
		8,
		13,
		12,
		8,
		8,
		8,
		8,
		7,
		7,
		7,
		9,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		7,
		7,
		11,
		7,
		8,
		8,
		8,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		10,
		11,
		6,
		7,
		9,
		4,
		4,
		4,
		4,
		4,
		4,
		9,
		9,
		8,
		9,
		8,
		8,
		8,
		7,
		7,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		11,
		7,
		7,
		7,
		9,
		6,
		6,
		11,
		8,
		10,
		6,
		6,
		6,
		12,
		8,
		8,
		7,
		6,
		6,
		8,
		7,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		9,
		10,
		9,
		9,
		8,
		10,
		9,
		11,
		8,
		5,
		5,
		5,
		7,
		6,
		6,
		8,
		7,
		4,
		4,
		4,
		4,
		8,
		7,
		7,
		8,
		7,
		8,
		8,
		5,
		5,
		5,
		5,
		7,
		7,
		8,
		8,
		8,
		6,
		6,
		6,
		6,
		6,
		10,
		8,
		9,
		13,
		6,
		7,
		6,
		6,
		8,
		7,
		8,
		4,
		4,
		4,
		4,
		11,
		8,
		8,
		8,
		10,
		5,
		5,
		8,
		7,
		8,
		13,
		8,
		7,
		6,
		8,
		6,
		9,
		7,
		8,
		7,
		5,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		7,
		8,
		9,
		6,
		4,
		8,
		10,
		10,
		8,
		12,
		9,
		13,
		2,
		7,
		5,
		5,
		5,
		5,
		5,
		7,
		7,
		10,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		8,
		4,
		4,
		9,
		8,
		8,
		8,
		14,
		8,
		8,
		8,
		9,
		8,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		9,
		6,
		6,
		6,
		6,
		10,
		12,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		4,
		4,
		4,
		4,
		11,
		8,
		7,
		8,
		8,
		8,
		5,
		5,
		3,
		3,
		3,
		3,
		7,
		7,
		6,
		8,
		6,
		8,
		11,
		7,
		6,
		6,
		6,
		7,
		4,
		8,
		11,
		9,
		10,
		5,
		5,
		5,
		3,
		3,
		3,
		7,
		7,
		8,
		9,
		8,
		15,
		9,
		6,
		6,
		6,
		6,
		6,
		6,
		11,
		11,
		4,
		4,
		4,
		4,
		4,
		7,
		9,
		9,
		10,
		8,
		7,
		5,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		8,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		9,
		7,
		4,
		4,
		4,
		4,
		4,
		9,
		9,
		8,
		8,
		10,
		13,
		5,
		5,
		5,
		3,
		17,
		7,
		7,
		7,
		7,
		7,
		8,
		6,
		8,
		13,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		4,
		4,
		4,
		9,
		10,
		8,
		8,
		8,
		5,
		5,
		5,
		5,
		3,
		7,
		7,
		7,
		8,
		8,
		6,
		6,
		6,
		8,
		8,
		8,
		9,
		10,
		8,
		4,
		8,
		10,
		9,
		8,
		8,
		8,
		9,
		13,
		10,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		7,
		8,
		9,
		9,
		7,
		7,
		7,
		10,
		9,
		9,
		8,
		9,
		8,
		8,
		8,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		8,
		12,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		12,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		11,
		8,
		8,
		9,
		9,
		10,
		8,
		9,
		7,
		7,
		5,
		5,
		5,
		5,
		5,
		5,
		3,
		7,
		8,
		7,
		6,
		6,
		8,
		6,
		6,
		10,
		4,
		7,
		8,
		9,
		12,
		8,
		7,
		7,
		5,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		7,
		14,
		7,
		9,
		8,
		8,
		6,
		6,
		8,
		12,
		12,
		6,
		6,
		7,
		7,
		10,
		4,
		4,
		4,
		4,
		4,
		9,
		9,
		14,
		9,
		13,
		8,
		7,
		5,
		5,
		5,
		6,
		6,
		6,
		7,
		4,
		8,
		7,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		7,
		7,
		7,
		8,
		6,
		6,
		6,
		6,
		6,
		6,
		12,
		6,
		6,
		6,
		6,
		4,
		4,
		9,
		9,
		8,
		8,
		11,
		7,
		7,
		7,
		5,
		5,
		5,
		3,
		9,
		8,
		6,
		6,
		7,
		4,
		4,
		4,
		4,
		4,
		4,
		8,
		8,
		11,
		5,
		5,
		5,
		7,
		7,
		7,
		9,
		6,
		6,
		6,
		6,
		6,
		6,
		9,
		8,
		4,
		4,
		4,
		4,
		7,
		12,
		9,
		8,
		8,
		8,
		7,
		10,
		10,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		3,
		11,
		14,
		8,
		7,
		8,
		8,
		6,
		6,
		6,
		6,
		6,
		8,
		7,
		6,
		6,
		6,
		7,
		6,
		8,
		9,
		4,
		4,
		4,
		7,
		8,
		9,
		7,
		9,
		7,
		7,
		9,
		8,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		11,
		3,
		9,
		7,
		7,
		12,
		14,
		8,
		6,
		6,
		12,
		11,
		8,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		15,
		7,
		4,
		4,
		4,
		16,
		9,
		9,
		9,
		8,
		9,
		9,
		9,
		9,
		9,
		8,
		8,
		8,
		13,
		11,
		8,
		5,
		5,
		5,
		5,
		3,
		7,
		6,
		6,
		8,
		8,
		8,
		6,
		6,
		7,
		10,
		7,
		4,
		4,
		4,
		4,
		9,
		7,
		8,
		7,
		7,
		7,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		3,
		7,
		7,
		7,
		9,
		6,
		6,
		6,
		6,
		6,
		8,
		8,
		7,
		7,
		9,
		6,
		6,
		6,
		7,
		6,
		6,
		6,
		6,
		6,
		15,
		4,
		4,
		4,
		4,
		4,
		8,
		8,
		7,
		8,
		12,
		9,
		8,
		8,
		8,
		8,
		8,
		9,
		8,
		8,
		10,
		8,
		8,
		8,
		8,
		16,
		9,
		10,
		2,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		9,
		7,
		6,
		8,
		9,
		4,
		4,
		4,
		4,
		4,
		7,
		8,
		8,
		8,
		9,
		8,
		11,
		10,
		5,
		5,
		5,
		5,
		3,
		7,
		8,
		6,
		6,
		6,
		6,
		6,
		8,
		6,
		6,
		6,
		6,
		4,
		12,
		10,
		12,
		7,
		7,
		7,
		7,
		7,
		7,
		7,
		5,
		5,
		5,
		5,
		3,
		3,
		7,
		7,
		10,
		8,
		9,
		7,
		6,
		10,
		7,
		6,
		6,
		4,
		4,
		8,
		9,
		7,
		9,
		9,
		9,
		9,
		8,
		8,
		8,
		8,
		10,
		5,
		5,
		5,
		5,
		5,
		5,
		8,
		7,
		6,
		6,
		6,
		10,
		6,
		7,
		10,
		7,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		12,
		9,
		10,
		7,
		7,
		10,
		8,
		10,
		5,
		12,
		9,
		6,
		6,
		6,
		6,
		6,
		7,
		6,
		4,
		4,
		4,
		10,
		9,
		9,
		8,
		7,
		7,
		5,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		13,
		7,
		7,
		9,
		7,
		7,
		7,
		8,
		9,
		9,
		7,
		8,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		7,
		13,
		9,
		15,
		15,
		4,
		4,
		4,
		4,
		4,
		10,
		10,
		9,
		8,
		9,
		8,
		8,
		9,
		7,
		8,
		7,
		8,
		5,
		5,
		7,
		6,
		6,
		6,
		4,
		4,
		4,
		7,
		8,
		11,
		8,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		7,
		6,
		6,
		6,
		6,
		6,
		6,
		9,
		11,
		10,
		7,
		4,
		4,
		4,
		9,
		8,
		8,
		5,
		5,
		5,
		5,
		5,
		9,
		9,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		9,
		9,
		4,
		4,
		4,
		4,
		8,
		8,
		8,
		9,
		9,
		8,
		8,
		8,
		13,
		2,
		4,
		2,
		7,
		5,
		5,
		5,
		5,
		5,
		5,
		9,
		9,
		6,
		6,
		6,
		6,
		10,
		8,
		8,
		8,
		6,
		6,
		6,
		4,
		4,
		9,
		8,
		10,
		8,
		9,
		8,
		8,
		8,
		9,
		8,
		8,
		5,
		3,
		3,
		3,
		11,
		6,
		6,
		6,
		7,
		6,
		6,
		6,
		4,
		4,
		9,
		8,
		5,
		5,
		5,
		5,
		5,
		3,
		11,
		8,
		6,
		6,
		6,
		6,
		6,
		9,
		7,
		4,
		4,
		14,
		10,
		9,
		8,
		12,
		8,
		8,
		8,
		11,
		15,
		8,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		11,
		11,
		11,
		10,
		10,
		7,
		7,
		3,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		3,
		7,
		11,
		7,
		7,
		11,
		11,
		7,
		8,
		9,
		10,
		7,
		7,
		9,
		9,
		9,
		9,
		7,
		7,
		10,
		8,
		13,
		8,
		8,
		8,
		8,
		11,
		10,
		6,
		6,
		8,
		10,
		11,
		14,
		14,
		6,
		6,
		6,
		6,
		6,
		6,
		9,
		11,
		7,
		7,
		6,
		8,
		12,
		11,
		11,
		6,
		6,
		10,
		6,
		6,
		6,
		6,
		6,
		10,
		7,
		7,
		6,
		6,
		11,
		6,
		6,
		6,
		11,
		8,
		9,
		7,
		6,
		10,
		11,
		9,
		10,
		11,
		7,
		11,
		8,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		8,
		6,
		6,
		8,
		9,
		10,
		9,
		6,
		6,
		6,
		10,
		6,
		6,
		6,
		6,
		11,
		10,
		11,
		10,
		9,
		8,
		7,
		7,
		7,
		7,
		11,
		14,
		8,
		10,
		9,
		9,
		8,
		8,
		7,
		11,
		8,
		8,
		8,
		11,
		11,
		10,
		10,
		9,
		10,
		8,
		11,
		10,
		8,
		11,
		9,
		12,
		8,
		10,
		8,
		11,
		8,
		9,
		9,
		11,
		11,
		10,
		11,
		13,
		8,
		7,
		8,
		8,
		9,
		7,
		8,
		8,
		8,
		8,
		7,
		8,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		4,
		4,
		2,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		8,
		6,
		4,
		4,
		4,
		11,
		7,
		11,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		5,
		5,
		5,
		5,
		3,
		3,
		3,
		3,
		8,
		7,
		7,
		8,
		8,
		4,
		8,
		7,
		7,
		7,
		9,
		7,
		8,
		9,
		8,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		6,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		5,
		5,
		3,
		3,
		8,
		8,
		6,
		9,
		4,
		4,
		10,
		7,
		3,
		3,
		3,
		2,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		3,
		2,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		4,
		10,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		2,
		2,
		3,
		3,
		3,
		5,
		2,
		4,
		2,
		6,
		2,
		2,
		9,
		5,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		5,
		5,
		5,
		9,
		8,
		7,
		9,
		6,
		6,
		11,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		6,
		6,
		7,
		7,
		11,
		8,
		8,
		6,
		5,
		11,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		6,
		4,
		4,
		4,
		4,
		3,
		3,
		3,
		3,
		5,
		7,
		2,
		3,
		3,
		3,
		3,
		3,
		8,
		2,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		6,
		4,
		4,
		4,
		4,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		2,
		3,
		3,
		3,
		3,
		3,
		6,
		3,
		3,
		8,
		10,
		3,
		4,
		4,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		8,
		9,
		10,
		7,
		7,
		1,
		14,
		18,
		13,
		18,
		13,
		10,
		10,
		16,
		13,
		18,
		16,
		13,
		16,
		18,
		13,
		22,
		16,
		16,
		16,
		14,
		21,
		16,
		9,
		14,
		16,
		9,
		9,
		14,
		10,
		10,
		14,
		12,
		14,
		19,
		12,
		11,
		18,
		13,
		17,
		15,
		15,
		15,
		15,
		16,
		14,
		13,
		19,
		18,
		15,
		19,
		18,
		12,
		18,
		12,
		11,
		20,
		14,
		15,
		10,
		17,
		17,
		16,
		19,
		20,
		21,
		15,
		13,
		16,
		15,
		15,
		15,
		1,
		1,
		3,
		8,
		7,
		7,
		8,
		8,
		8,
		1,
		6,
		1,
		1,
		6,
		3,
		3,
		4,
		7,
		3,
		3,
		5,
		5,
		4,
		4,
		4,
		4,
		4,
		2,
		7,
		7,
		8,
		12,
		3,
		4,
		5,
		1,
		3,
		4,
		4,
		10,
		4,
		3,
		3,
		3,
		8,
		7,
		7,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		12,
		9,
		20,
		7,
		5,
		5,
		5,
		9,
		13,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		3,
		16,
		5,
		5,
		5,
		13,
		7,
		8,
		8,
		11,
		8,
		7,
		9,
		7,
		11,
		12,
		9,
		9,
		8,
		8,
		11,
		10,
		14,
		7,
		12,
		10,
		11,
		13,
		7,
		9,
		11,
		17,
		17,
		14,
		13,
		7,
		8,
		7,
		10,
		10,
		7,
		16,
		13,
		7,
		8,
		17,
		12,
		9,
		8,
		6,
		7,
		10,
		6,
		6,
		12,
		6,
		8,
		10,
		8,
		8,
		8,
		6,
		8,
		6,
		14,
		6,
		6,
		6,
		13,
		6,
		10,
		6,
		6,
		7,
		14,
		8,
		6,
		6,
		10,
		11,
		10,
		9,
		9,
		7,
		7,
		6,
		6,
		6,
		9,
		9,
		7,
		9,
		10,
		9,
		13,
		12,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		6,
		6,
		6,
		8,
		8,
		6,
		8,
		9,
		10,
		9,
		7,
		10,
		10,
		8,
		7,
		8,
		7,
		10,
		12,
		9,
		8,
		15,
		8,
		7,
		8,
		8,
		7,
		7,
		15,
		13,
		7,
		10,
		9,
		14,
		18,
		16,
		7,
		24,
		7,
		8,
		10,
		11,
		16,
		8,
		14,
		7,
		9,
		9,
		9,
		13,
		19,
		14,
		15,
		14,
		11,
		7,
		13,
		9,
		10,
		7,
		13,
		9,
		10,
		11,
		12,
		8,
		9,
		2,
		3,
		5,
		8,
		7,
		4,
		4,
		15,
		10,
		5,
		3,
		3,
		3,
		3,
		3,
		5,
		4,
		4,
		4,
		2,
		2,
		2,
		2,
		2,
		1,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		4,
		4,
		2,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		2,
		12,
		5,
		3,
		8,
		10,
		15,
		6,
		7,
		2,
		3,
		2,
		5,
		5,
		12,
		2,
		5,
		5,
		5,
		5,
		2,
		2,
		5,
		5,
		12,
		9,
		5,
		2,
		2,
		9,
		5,
		5,
		12,
		12,
		5,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		9,
		12,
		5,
		8,
		8,
		9,
		5,
		5,
		5,
		8,
		19,
		7,
		16,
		15,
		14,
		9,
		9,
		9,
		9,
		7,
		11,
		11,
		11,
		7,
		14,
		10,
		10,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		15,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		9,
		9,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		14,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		15,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		12,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		9,
		9,
		12,
		9,
		9,
		12,
		12,
		12,
		15,
		7,
		11,
		7,
		14,
		11,
		18,
		13,
		8,
		18,
		15,
		18,
		12,
		14,
		12,
		8,
		8,
		8,
		8,
		9,
		9,
		9,
		12,
		7,
		10,
		10,
		8,
		8,
		12,
		12,
		12,
		7,
		12,
		12,
		9,
		7,
		7,
		7,
		7,
		7,
		8,
		15,
		12,
		9,
		10,
		10,
		7,
		10,
		10,
		13,
		11,
		10,
		9,
		22,
		11,
		9,
		8,
		8,
		8,
		8,
		8,
		13,
		18,
		13,
		9,
		15,
		19,
		9,
		7,
		7,
		10,
		7,
		7,
		7,
		11,
		8,
		13,
		17,
		7,
		7,
		10,
		10,
		10,
		7,
		20,
		16,
		7,
		7,
		7,
		7,
		7,
		7,
		11,
		21,
		12,
		12,
		13,
		11,
		14,
		16,
		8,
		8,
		13,
		11,
		7,
		7,
		13,
		7,
		7,
		14,
		15,
		15,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		13,
		10,
		18,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		11,
		8,
		8,
		12,
		12,
		11,
		11,
		8,
		12,
		9,
		9,
		9,
		13,
		13,
		9,
		9,
		9,
		9,
		9,
		9,
		6,
		10,
		12,
		6,
		6,
		6,
		6,
		17,
		11,
		7,
		7,
		7,
		7,
		14,
		14,
		12,
		6,
		7,
		7,
		6,
		6,
		15,
		10,
		13,
		10,
		6,
		8,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		7,
		13,
		9,
		9,
		15,
		13,
		6,
		12,
		12,
		6,
		19,
		11,
		10,
		7,
		7,
		16,
		8,
		19,
		17,
		9,
		9,
		9,
		9,
		9,
		6,
		6,
		6,
		10,
		8,
		16,
		8,
		6,
		6,
		9,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		8,
		8,
		8,
		6,
		7,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		14,
		6,
		6,
		6,
		6,
		20,
		6,
		9,
		6,
		14,
		9,
		9,
		9,
		6,
		9,
		8,
		8,
		12,
		9,
		8,
		8,
		8,
		8,
		7,
		8,
		12,
		7,
		8,
		8,
		8,
		6,
		8,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		9,
		8,
		8,
		6,
		6,
		13,
		9,
		12,
		13,
		12,
		14,
		13,
		12,
		11,
		11,
		6,
		8,
		8,
		8,
		6,
		13,
		12,
		11,
		11,
		12,
		6,
		11,
		12,
		11,
		13,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		15,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		13,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		8,
		8,
		8,
		8,
		6,
		18,
		6,
		12,
		13,
		13,
		13,
		9,
		10,
		15,
		9,
		12,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		9,
		15,
		10,
		9,
		10,
		13,
		9,
		19,
		8,
		18,
		17,
		10,
		10,
		8,
		8,
		6,
		6,
		6,
		6,
		6,
		6,
		10,
		14,
		8,
		16,
		16,
		9,
		8,
		15,
		8,
		8,
		10,
		12,
		14,
		7,
		7,
		8,
		8,
		7,
		7,
		7,
		7,
		8,
		13,
		13,
		11,
		9,
		9,
		9,
		12,
		10,
		17,
		8,
		11,
		9,
		7,
		7,
		14,
		8,
		14,
		14,
		7,
		7,
		7,
		7,
		7,
		7,
		14,
		7,
		7,
		7,
		7,
		7,
		10,
		10,
		8,
		14,
		7,
		7,
		7,
		7,
		8,
		8,
		8,
		8,
		8,
		17,
		9,
		7,
		15,
		7,
		8,
		12,
		7,
		9,
		14,
		7,
		7,
		7,
		9,
		13,
		8,
		14,
		7,
		16,
		18,
		13,
		15,
		14,
		12,
		13,
		10,
		15,
		9,
		7,
		7,
		7,
		10,
		13,
		15,
		15,
		9,
		9,
		9,
		9,
		19,
		11,
		7,
		11,
		11,
		13,
		8,
		8,
		8,
		8,
		7,
		12,
		19,
		17,
		9,
		9,
		13,
		7,
		7,
		7,
		9,
		7,
		7,
		7,
		12,
		13,
		15,
		10,
		8,
		8,
		14,
		15,
		12,
		13,
		13,
		8,
		12,
		14,
		7,
		11,
		7,
		14,
		15,
		13,
		12,
		8,
		8,
		8,
		8,
		11,
		13,
		15,
		15,
		8,
		13,
		12,
		8,
		8,
		8,
		13,
		10,
		16,
		14,
		11,
		8,
		8,
		12,
		12,
		9,
		15,
		15,
		12,
		12,
		13,
		8,
		8,
		9,
		12,
		13,
		9,
		8,
		8,
		8,
		8,
		8,
		8,
		8,
		8,
		8,
		8,
		8,
		11,
		12,
		11,
		7,
		14,
		7,
		13,
		13,
		13,
		12,
		18,
		16,
		7,
		12,
		11,
		10,
		10,
		15,
		9,
		9,
		9,
		21,
		7,
		7,
		7,
		11,
		16,
		8,
		8,
		11,
		11,
		7,
		7,
		7,
		7,
		7,
		19,
		7,
		7,
		7,
		7,
		7,
		7,
		7,
		7,
		7,
		12,
		8,
		9,
		12,
		14,
		11,
		9,
		9,
		9,
		22,
		12,
		3,
		3,
		4,
		8,
		8,
		15,
		4,
		2,
		2,
		5,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		6,
		6,
		4,
		4,
		4,
		12,
		7,
		10,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		6,
		7,
		3,
		7,
		5,
		14,
		4,
		4,
		7,
		8,
		10,
		4,
		1,
		3,
		3,
		6,
		2,
		4,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		3,
		3,
		3,
		4,
		2,
		2,
		5,
		3,
		4,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		11,
		5,
		5,
		5,
		11,
		5,
		5,
		3,
		5,
		5,
		5,
		5,
		11,
		14,
		13,
		9,
		11,
		9,
		12,
		8,
		11,
		11,
		8,
		11,
		16,
		9,
		9,
		7,
		10,
		9,
		12,
		8,
		15,
		6,
		7,
		6,
		6,
		13,
		10,
		8,
		11,
		8,
		6,
		6,
		6,
		12,
		16,
		6,
		11,
		7,
		8,
		9,
		18,
		6,
		6,
		9,
		4,
		4,
		6,
		13,
		6,
		6,
		6,
		6,
		8,
		8,
		9,
		16,
		7,
		7,
		14,
		7,
		8,
		8,
		8,
		7,
		7,
		7,
		7,
		7,
		7,
		15,
		13,
		7,
		10,
		7,
		7,
		10,
		12,
		16,
		15,
		7,
		9,
		9,
		14,
		11,
		11,
		10,
		9,
		10,
		8,
		12,
		7,
		8,
		7,
		7,
		10,
		12,
		7,
		12,
		8,
		7,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		5,
		3,
		3,
		5,
		5,
		5,
		10,
		7,
		4,
		4,
		4,
		8,
		7,
		10,
		9,
		7,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		1,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		7,
		4,
		5,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		5,
		5,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		5,
		6,
		6,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		9,
		8,
		2,
		2,
		2,
		8,
		12,
		7,
		7,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		8,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		5,
		5,
		5,
		7,
		11,
		9,
		8,
		8,
		8,
		7,
		8,
		9,
		7,
		7,
		9,
		7,
		7,
		7,
		10,
		7,
		7,
		10,
		9,
		10,
		6,
		6,
		6,
		6,
		6,
		6,
		15,
		7,
		8,
		9,
		9,
		8,
		6,
		6,
		10,
		9,
		6,
		8,
		13,
		9,
		7,
		6,
		6,
		6,
		6,
		6,
		6,
		12,
		6,
		6,
		7,
		6,
		7,
		6,
		6,
		6,
		10,
		10,
		7,
		6,
		6,
		6,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		6,
		14,
		6,
		6,
		7,
		7,
		9,
		6,
		6,
		6,
		6,
		9,
		9,
		8,
		9,
		10,
		9,
		8,
		9,
		12,
		7,
		7,
		7,
		8,
		7,
		10,
		12,
		11,
		9,
		10,
		7,
		7,
		7,
		9,
		10,
		10,
		8,
		12,
		9,
		7,
		7,
		9,
		8,
		8,
		8,
		10,
		7,
		7,
		8,
		9,
		9,
		7,
		7,
		7,
		8,
		2,
		4,
		2,
		4,
		6,
		3,
		4,
		2,
		3,
		3,
		3,
		3,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		4,
		4,
		4,
		5,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		5,
		8,
		6,
		4,
		7,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		12,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		4,
		2,
		3,
		5,
		3,
		4,
		7,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		3,
		3,
		6,
		4,
		3,
		4,
		2,
		2,
		2,
		5,
		3,
		3,
		3,
		3,
		3,
		5,
		4,
		4,
		4,
		4,
		2,
		7,
		6,
		8,
		9,
		2,
		2,
		2,
		2,
		3,
		3,
		3,
		5,
		7,
		2,
		3,
		3,
		8,
		7,
		7,
		2,
		2,
		8,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		5,
		5,
		8,
		8,
		7,
		7,
		6,
		10,
		6,
		9,
		7,
		11,
		4,
		6,
		8,
		8,
		7,
		8,
		4,
		2,
		5,
		5,
		5,
		5,
		3,
		3,
		3,
		11,
		8,
		9,
		6,
		6,
		8,
		7,
		4,
		4,
		7,
		6,
		8,
		7,
		2,
		2,
		3,
		3,
		3,
		3,
		4,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		7,
		2,
		2,
		5,
		3,
		3,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		2,
		2,
		2,
		2,
		2,
		12,
		5,
		5,
		3,
		3,
		3,
		5,
		10,
		12,
		6,
		15,
		4,
		6,
		6,
		7,
		14,
		9,
		3,
		3,
		3,
		3,
		3,
		8,
		2,
		2,
		3,
		5,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		8,
		8,
		6,
		8,
		7,
		5,
		8,
		4,
		6,
		11,
		2,
		2,
		7,
		3,
		3,
		2,
		9,
		8,
		5,
		5,
		3,
		3,
		3,
		5,
		5,
		7,
		7,
		6,
		6,
		10,
		6,
		8,
		6,
		8,
		9,
		7,
		4,
		4,
		4,
		4,
		7,
		6,
		6,
		8,
		7,
		7,
		10,
		9,
		9,
		8,
		11,
		8,
		3,
		3,
		3,
		3,
		3,
		4,
		4,
		2,
		3,
		3,
		3,
		3,
		3,
		7,
		6,
		2,
		5,
		5,
		6,
		7,
		6,
		4,
		8,
		9,
		11,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		2,
		2,
		5,
		3,
		3,
		3,
		3,
		3,
		9,
		9,
		6,
		4,
		8,
		7,
		7,
		5,
		9,
		8,
		6,
		2,
		6,
		8,
		7,
		8,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		3,
		16,
		8,
		7,
		7,
		7,
		8,
		7,
		7,
		7,
		7,
		9,
		6,
		9,
		6,
		10,
		7,
		7,
		7,
		6,
		10,
		8,
		9,
		11,
		11,
		8,
		4,
		4,
		10,
		8,
		8,
		6,
		9,
		6,
		11,
		8,
		8,
		8,
		15,
		7,
		8,
		9,
		5,
		3,
		3,
		3,
		3,
		3,
		5,
		2,
		2,
		3,
		8,
		9,
		10,
		3,
		2,
		2,
		2,
		2,
		2,
		2,
		3,
		6,
		4,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		4,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		11,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		6,
		7,
		4,
		4,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		12,
		7,
		4,
		12,
		4,
		6,
		5,
		4,
		2,
		2,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		4,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		4,
		11,
		10,
		6,
		4,
		6,
		10,
		8,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		5,
		4,
		4,
		4,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		5,
		3,
		4,
		4,
		1,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		10,
		5,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		7,
		8,
		8,
		7,
		13,
		12,
		10,
		10,
		8,
		8,
		7,
		7,
		9,
		12,
		11,
		6,
		6,
		8,
		8,
		9,
		7,
		7,
		7,
		10,
		15,
		10,
		4,
		4,
		4,
		4,
		4,
		11,
		8,
		8,
		9,
		7,
		9,
		14,
		14,
		12,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		12,
		5,
		5,
		5,
		11,
		10,
		7,
		9,
		3,
		8,
		7,
		3,
		15,
		13,
		11,
		4,
		4,
		2,
		2,
		2,
		19,
		7,
		5,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		5,
		22,
		18,
		6,
		14,
		17,
		4,
		4,
		19,
		16,
		18,
		2,
		3,
		3,
		7,
		2,
		3,
		2,
		3,
		3,
		6,
		4,
		2,
		3,
		3,
		2,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		9,
		9,
		2,
		3,
		2,
		2,
		2,
		3,
		3,
		3,
		5,
		7,
		14,
		7,
		7,
		12,
		9,
		13,
		6,
		11,
		6,
		10,
		9,
		7,
		7,
		8,
		12,
		12,
		8,
		8,
		8,
		10,
		7,
		7,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		5,
		8,
		10,
		7,
		8,
		11,
		8,
		12,
		9,
		4,
		14,
		7,
		7,
		9,
		13,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		2,
		3,
		3,
		3,
		1,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		5,
		2,
		2,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		8,
		4,
		4,
		4,
		3,
		2,
		3,
		3,
		3,
		3,
		5,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		5,
		5,
		5,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		7,
		7,
		7,
		7,
		7,
		8,
		8,
		8,
		8,
		8,
		12,
		9,
		8,
		8,
		9,
		8,
		6,
		17,
		6,
		6,
		6,
		8,
		8,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		7,
		4,
		4,
		8,
		8,
		9,
		9,
		9,
		7,
		7,
		7,
		7,
		7,
		7,
		7,
		9,
		9,
		9,
		7,
		8,
		8,
		8,
		10,
		7,
		13,
		10,
		8,
		9,
		3,
		3,
		5,
		3,
		3,
		3,
		3,
		3,
		7,
		7,
		6,
		6,
		10,
		13,
		11,
		11,
		8,
		8,
		9,
		8,
		9,
		9,
		10,
		10,
		10,
		11,
		10,
		10,
		13,
		13,
		16,
		15,
		11,
		12,
		9,
		9,
		10,
		9,
		11,
		10,
		9,
		9,
		14,
		7,
		8,
		3,
		10,
		7,
		7,
		3,
		2,
		2,
		2,
		5,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		6,
		7,
		2,
		2,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		4,
		11,
		6,
		7,
		4,
		6,
		2,
		2,
		3,
		3,
		3,
		1,
		3,
		3,
		3,
		3,
		3,
		3,
		6,
		4,
		4,
		2,
		2,
		2,
		3,
		3,
		3,
		3,
		4,
		4,
		6,
		6,
		6,
		6,
		5,
		4,
		4,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		2,
		9,
		11,
		6,
		10,
		9,
		12,
		7,
		7,
		11,
		14,
		9,
		7,
		12,
		3,
		3,
		7,
		12,
		11,
		12,
		7,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		9,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		3,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		11,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		11,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		3,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		3,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		3,
		3,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		6,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		5,
		3,
		10,
		3,
		3,
		3,
		11,
		3,
		5,
		9,
		11,
		8,
		12,
		14,
		9,
		7,
		8,
		7,
		7,
		11,
		11,
		7,
		7,
		10,
		9,
		8,
		10,
		9,
		7,
		7,
		7,
		7,
		7,
		7,
		8,
		8,
		7,
		11,
		8,
		8,
		8,
		7,
		7,
		10,
		8,
		7,
		13,
		12,
		7,
		17,
		10,
		8,
		8,
		11,
		7,
		11,
		11,
		14,
		7,
		11,
		7,
		8,
		6,
		9,
		20,
		8,
		7,
		9,
		16,
		7,
		10,
		6,
		11,
		10,
		8,
		9,
		7,
		16,
		11,
		11,
		9,
		8,
		9,
		8,
		8,
		8,
		11,
		8,
		15,
		8,
		8,
		9,
		7,
		8,
		8,
		11,
		10,
		7,
		5,
		7,
		10,
		10,
		15,
		7,
		7,
		7,
		8,
		7,
		8,
		8,
		10,
		11,
		10,
		10,
		10,
		11,
		11,
		7,
		8,
		6,
		8,
		8,
		10,
		6,
		8,
		6,
		6,
		7,
		8,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		16,
		6,
		15,
		6,
		7,
		11,
		11,
		7,
		9,
		10,
		11,
		13,
		10,
		6,
		16,
		8,
		10,
		12,
		11,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		10,
		6,
		10,
		7,
		7,
		7,
		11,
		7,
		11,
		6,
		6,
		6,
		6,
		6,
		6,
		17,
		7,
		7,
		6,
		6,
		12,
		22,
		6,
		6,
		6,
		6,
		6,
		8,
		6,
		6,
		6,
		6,
		7,
		6,
		6,
		5,
		6,
		6,
		8,
		11,
		6,
		9,
		14,
		11,
		9,
		11,
		7,
		7,
		8,
		6,
		6,
		6,
		8,
		10,
		9,
		6,
		6,
		6,
		6,
		9,
		7,
		6,
		6,
		6,
		6,
		6,
		15,
		6,
		4,
		4,
		4,
		6,
		4,
		17,
		8,
		11,
		6,
		6,
		9,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		7,
		6,
		6,
		6,
		6,
		10,
		6,
		10,
		6,
		6,
		6,
		6,
		12,
		8,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		9,
		6,
		6,
		6,
		6,
		18,
		6,
		6,
		6,
		8,
		9,
		10,
		7,
		8,
		9,
		10,
		11,
		7,
		13,
		6,
		8,
		8,
		6,
		6,
		14,
		7,
		7,
		7,
		7,
		10,
		7,
		14,
		9,
		6,
		6,
		9,
		15,
		9,
		7,
		14,
		6,
		11,
		14,
		13,
		7,
		12,
		8,
		7,
		7,
		7,
		7,
		7,
		12,
		7,
		10,
		9,
		16,
		6,
		8,
		6,
		5,
		17,
		6,
		8,
		10,
		4,
		6,
		4,
		10,
		15,
		17,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		4,
		8,
		4,
		4,
		11,
		7,
		4,
		4,
		7,
		7,
		7,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		6,
		19,
		17,
		6,
		10,
		11,
		6,
		6,
		6,
		6,
		18,
		6,
		6,
		11,
		4,
		4,
		4,
		5,
		6,
		6,
		6,
		9,
		5,
		6,
		4,
		6,
		6,
		4,
		6,
		6,
		6,
		6,
		10,
		6,
		6,
		4,
		6,
		6,
		10,
		6,
		10,
		6,
		6,
		6,
		6,
		11,
		6,
		6,
		10,
		6,
		6,
		8,
		6,
		6,
		6,
		8,
		6,
		11,
		4,
		11,
		9,
		10,
		9,
		11,
		4,
		8,
		4,
		11,
		12,
		7,
		9,
		8,
		6,
		7,
		7,
		8,
		12,
		12,
		11,
		13,
		10,
		11,
		7,
		7,
		7,
		9,
		7,
		11,
		10,
		7,
		7,
		7,
		16,
		11,
		10,
		11,
		17,
		9,
		9,
		8,
		8,
		7,
		7,
		7,
		9,
		7,
		7,
		7,
		14,
		7,
		13,
		9,
		11,
		10,
		14,
		10,
		10,
		12,
		11,
		10,
		7,
		10,
		5,
		14,
		8,
		8,
		8,
		9,
		7,
		8,
		7,
		7,
		9,
		8,
		7,
		8,
		7,
		7,
		7,
		7,
		7,
		7,
		7,
		11,
		8,
		10,
		8,
		7,
		8,
		14,
		11,
		8,
		9,
		9,
		9,
		8,
		24,
		10,
		10,
		12,
		7,
		7,
		15,
		11,
		8,
		8,
		12,
		11,
		8,
		9,
		9,
		7,
		8,
		9,
		10,
		11,
		10,
		11,
		7,
		12,
		7,
		7,
		11,
		9,
		8,
		14,
		13,
		12,
		8,
		11,
		10,
		8,
		8,
		7,
		7,
		14,
		9,
		10,
		8,
		9,
		11,
		7,
		14,
		8,
		8,
		13,
		8,
		8,
		12,
		7,
		10,
		14,
		14,
		11,
		9,
		10,
		9,
		9,
		7,
		7,
		11,
		11,
		13,
		9,
		13,
		5,
		5,
		5,
		7,
		9,
		5,
		11,
		12,
		14,
		8,
		7,
		7,
		11,
		10,
		9,
		7,
		8,
		8,
		7,
		10,
		11,
		11,
		5,
		5,
		7,
		5,
		5,
		5,
		7,
		7,
		15,
		7,
		7,
		8,
		7,
		15,
		12,
		12,
		10,
		7,
		8,
		7,
		11,
		7,
		7,
		7,
		23,
		11,
		8,
		8,
		11,
		10,
		7,
		8,
		11,
		7,
		19,
		7,
		7,
		6,
		9,
		9,
		9,
		11,
		3,
		4,
		7,
		8,
		6,
		6,
		4,
		10,
		8,
		2,
		2
	]);
	const edgeChild = /*#__PURE__*/ new Uint16Array([
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		12,
		1,
		1,
		1,
		1,
		1,
		17,
		1,
		1,
		1,
		1,
		1,
		1,
		12,
		1,
		12,
		1,
		12,
		13,
		1,
		1,
		1,
		1,
		12,
		1,
		12,
		1,
		1,
		1,
		1,
		1,
		14,
		23,
		1,
		1,
		1,
		1,
		1,
		1,
		20,
		1,
		1,
		1,
		1,
		21,
		12,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		22,
		1,
		1,
		1,
		16,
		18,
		1,
		1,
		15,
		1,
		1,
		1,
		1,
		12,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		24,
		1,
		1,
		1,
		1,
		12,
		1,
		1,
		1,
		1,
		1,
		19,
		1,
		1,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		1,
		26,
		27,
		28,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		0,
		1,
		1,
		12,
		12,
		12,
		12,
		1,
		35,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		38,
		37,
		1,
		1,
		1,
		1,
		1,
		36,
		1,
		1,
		1,
		1,
		40,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		41,
		0,
		0,
		0,
		0,
		42,
		43,
		0,
		0,
		0,
		0,
		12,
		1,
		1,
		1,
		12,
		1,
		1,
		1,
		46,
		48,
		48,
		48,
		46,
		48,
		46,
		46,
		47,
		48,
		46,
		48,
		46,
		46,
		46,
		46,
		46,
		46,
		48,
		46,
		46,
		47,
		46,
		46,
		46,
		46,
		48,
		49,
		49,
		47,
		48,
		46,
		46,
		46,
		46,
		46,
		12,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		52,
		54,
		52,
		52,
		52,
		54,
		52,
		53,
		52,
		55,
		52,
		53,
		53,
		52,
		52,
		52,
		53,
		55,
		53,
		55,
		52,
		53,
		53,
		12,
		57,
		57,
		56,
		58,
		53,
		55,
		52,
		52,
		50,
		51,
		59,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		62,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		0,
		1,
		1,
		69,
		70,
		12,
		1,
		1,
		68,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		12,
		12,
		79,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		84,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		82,
		85,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		83,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		12,
		1,
		1,
		1,
		1,
		95,
		1,
		97,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		100,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		103,
		103,
		1,
		1,
		12,
		1,
		106,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		104,
		1,
		105,
		1,
		107,
		1,
		1,
		1,
		1,
		1,
		108,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		116,
		117,
		1,
		1,
		1,
		1,
		1,
		1,
		119,
		119,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		127,
		128,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		128,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		128,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		132,
		129,
		131,
		126,
		1,
		130,
		1,
		1,
		120,
		1,
		1,
		1,
		1,
		123,
		1,
		133,
		1,
		1,
		1,
		1,
		1,
		1,
		125,
		1,
		114,
		1,
		115,
		1,
		12,
		134,
		112,
		118,
		1,
		1,
		1,
		1,
		1,
		113,
		121,
		1,
		12,
		12,
		12,
		124,
		122,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		1,
		12,
		12,
		1,
		1,
		1,
		1,
		1,
		12,
		140,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		12,
		142,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		143,
		144,
		12,
		12,
		141,
		139,
		48,
		48,
		146,
		52,
		52,
		145,
		148,
		147,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		151,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		149,
		0,
		0,
		0,
		0,
		1,
		0,
		150,
		138,
		1,
		0,
		1,
		1,
		12,
		12,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		154,
		153,
		22,
		1,
		1,
		12,
		12,
		1,
		22,
		12,
		12,
		1,
		1,
		1,
		1,
		1,
		140,
		1,
		1,
		158,
		1,
		1,
		1,
		1,
		159,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		1,
		1,
		142,
		1,
		1,
		158,
		1,
		1,
		1,
		1,
		159,
		1,
		1,
		1,
		140,
		1,
		1,
		1,
		158,
		1,
		163,
		1,
		1,
		1,
		159,
		1,
		1,
		140,
		1,
		1,
		1,
		163,
		1,
		1,
		1,
		1,
		1,
		140,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		140,
		1,
		1,
		163,
		1,
		1,
		163,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		169,
		1,
		1,
		1,
		158,
		1,
		1,
		163,
		1,
		1,
		1,
		159,
		1,
		1,
		169,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		142,
		1,
		1,
		158,
		1,
		163,
		1,
		1,
		1,
		159,
		1,
		1,
		140,
		1,
		1,
		158,
		1,
		163,
		1,
		1,
		1,
		159,
		1,
		1,
		140,
		1,
		1,
		1,
		1,
		158,
		1,
		163,
		1,
		1,
		1,
		159,
		1,
		1,
		1,
		140,
		1,
		1,
		158,
		1,
		1,
		1,
		1,
		175,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		1,
		178,
		1,
		1,
		169,
		1,
		1,
		1,
		1,
		1,
		158,
		1,
		1,
		163,
		1,
		1,
		1,
		159,
		1,
		1,
		169,
		1,
		1,
		1,
		1,
		1,
		158,
		1,
		1,
		163,
		1,
		1,
		1,
		159,
		1,
		1,
		169,
		1,
		1,
		1,
		1,
		1,
		163,
		1,
		1,
		1,
		1,
		173,
		165,
		165,
		12,
		1,
		12,
		177,
		1,
		1,
		1,
		1,
		1,
		166,
		166,
		166,
		160,
		1,
		1,
		1,
		164,
		166,
		170,
		176,
		1,
		1,
		1,
		1,
		164,
		164,
		1,
		1,
		162,
		160,
		173,
		164,
		168,
		181,
		172,
		181,
		1,
		1,
		179,
		1,
		172,
		161,
		164,
		1,
		1,
		1,
		1,
		164,
		1,
		167,
		1,
		1,
		1,
		12,
		1,
		182,
		1,
		171,
		1,
		1,
		1,
		171,
		170,
		174,
		180,
		162,
		173,
		1,
		1,
		1,
		1,
		1,
		1,
		184,
		184,
		184,
		184,
		184,
		184,
		184,
		184,
		184,
		184,
		184,
		184,
		184,
		184,
		184,
		184,
		184,
		184,
		184,
		185,
		184,
		184,
		185,
		184,
		184,
		184,
		184,
		186,
		186,
		184,
		184,
		185,
		184,
		185,
		184,
		184,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		188,
		12,
		1,
		12,
		12,
		12,
		12,
		1,
		12,
		12,
		12,
		12,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		201,
		1,
		203,
		204,
		202,
		201,
		201,
		1,
		1,
		207,
		1,
		208,
		206,
		1,
		12,
		1,
		1,
		1,
		1,
		1,
		1,
		12,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		219,
		201,
		201,
		201,
		201,
		219,
		1,
		1,
		1,
		1,
		222,
		223,
		221,
		1,
		1,
		1,
		1,
		1,
		1,
		225,
		225,
		1,
		1,
		1,
		225,
		225,
		227,
		228,
		226,
		1,
		230,
		1,
		1,
		1,
		1,
		12,
		236,
		237,
		238,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		12,
		1,
		1,
		1,
		1,
		205,
		209,
		1,
		1,
		1,
		1,
		157,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		233,
		1,
		1,
		1,
		200,
		1,
		1,
		1,
		1,
		244,
		1,
		1,
		241,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		12,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		12,
		1,
		1,
		1,
		1,
		1,
		12,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		191,
		216,
		1,
		1,
		1,
		212,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		198,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		217,
		1,
		1,
		1,
		1,
		232,
		1,
		1,
		1,
		1,
		183,
		1,
		220,
		1,
		215,
		1,
		1,
		1,
		218,
		1,
		1,
		1,
		12,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		196,
		1,
		12,
		1,
		1,
		12,
		1,
		1,
		1,
		1,
		199,
		1,
		1,
		1,
		214,
		1,
		12,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		12,
		1,
		1,
		245,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		231,
		1,
		1,
		1,
		1,
		1,
		12,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		190,
		12,
		1,
		1,
		1,
		193,
		12,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		235,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		192,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		240,
		1,
		1,
		1,
		197,
		1,
		1,
		1,
		213,
		1,
		12,
		1,
		229,
		210,
		12,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		217,
		1,
		1,
		1,
		1,
		195,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		187,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		211,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		242,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		12,
		1,
		243,
		1,
		1,
		12,
		1,
		1,
		1,
		1,
		194,
		1,
		1,
		1,
		211,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		12,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		12,
		1,
		1,
		1,
		234,
		1,
		1,
		1,
		189,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		224,
		1,
		1,
		1,
		12,
		12,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		239,
		1,
		1,
		12,
		1,
		1,
		1,
		12,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		255,
		0,
		0,
		0,
		0,
		0,
		256,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		12,
		1,
		1,
		1,
		260,
		1,
		1,
		1,
		0,
		261,
		258,
		259,
		1,
		1,
		1,
		1,
		1,
		1,
		266,
		1,
		268,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		264,
		1,
		1,
		1,
		1,
		1,
		270,
		1,
		1,
		12,
		1,
		12,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		269,
		1,
		1,
		1,
		12,
		1,
		1,
		1,
		1,
		265,
		1,
		1,
		1,
		263,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		267,
		1,
		1,
		1,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		12,
		1,
		12,
		1,
		1,
		1,
		1,
		12,
		1,
		1,
		276,
		1,
		13,
		1,
		1,
		1,
		12,
		12,
		273,
		274,
		1,
		1,
		1,
		1,
		275,
		1,
		1,
		12,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		278,
		1,
		1,
		12,
		16,
		1,
		1,
		1,
		1,
		1,
		1,
		279,
		1,
		1,
		1,
		277,
		12,
		12,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		279,
		12,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		288,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		292,
		292,
		1,
		0,
		0,
		0,
		0,
		0,
		1,
		12,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		184,
		1,
		297,
		298,
		1,
		12,
		1,
		1,
		1,
		1,
		12,
		300,
		1,
		1,
		299,
		1,
		1,
		302,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		1,
		1,
		307,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		12,
		1,
		1,
		1,
		0,
		1,
		0,
		0,
		0,
		0,
		1,
		0,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		0,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		12,
		0,
		319,
		0,
		0,
		320,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		12,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		336,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		62,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		1,
		0,
		1,
		1,
		1,
		0,
		344,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		346,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		12,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		12,
		1,
		1,
		1,
		1,
		1,
		362,
		362,
		363,
		362,
		0,
		1,
		211,
		1,
		1,
		13,
		358,
		1,
		356,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		359,
		1,
		1,
		364,
		1,
		241,
		1,
		1,
		1,
		1,
		357,
		1,
		1,
		354,
		1,
		360,
		1,
		352,
		1,
		361,
		1,
		353,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		12,
		1,
		1,
		1,
		1,
		12,
		355,
		355,
		1,
		1,
		1,
		200,
		1,
		1,
		12,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		12,
		1,
		1,
		1,
		1,
		12,
		1,
		1,
		1,
		1,
		351,
		1,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		0,
		0,
		0,
		367,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		302,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		407,
		407,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		399,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		1,
		1,
		1,
		1,
		0,
		1,
		375,
		386,
		1,
		1,
		374,
		409,
		1,
		380,
		1,
		1,
		372,
		404,
		1,
		1,
		390,
		371,
		376,
		1,
		1,
		1,
		383,
		414,
		392,
		1,
		1,
		1,
		1,
		1,
		1,
		393,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		1,
		0,
		402,
		406,
		0,
		0,
		85,
		1,
		1,
		0,
		400,
		377,
		413,
		378,
		381,
		388,
		1,
		403,
		0,
		1,
		0,
		85,
		397,
		395,
		1,
		0,
		0,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		416,
		1,
		1,
		387,
		1,
		85,
		1,
		0,
		1,
		1,
		1,
		419,
		1,
		0,
		0,
		85,
		394,
		0,
		1,
		373,
		1,
		1,
		1,
		0,
		1,
		1,
		396,
		1,
		0,
		1,
		1,
		1,
		0,
		1,
		421,
		384,
		1,
		1,
		0,
		1,
		0,
		0,
		412,
		0,
		1,
		1,
		1,
		85,
		405,
		1,
		1,
		401,
		398,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		379,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		411,
		0,
		85,
		1,
		1,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		1,
		1,
		415,
		1,
		1,
		1,
		0,
		0,
		418,
		0,
		0,
		0,
		1,
		391,
		1,
		0,
		85,
		417,
		1,
		0,
		0,
		0,
		0,
		420,
		1,
		1,
		0,
		0,
		1,
		0,
		1,
		0,
		389,
		0,
		385,
		0,
		1,
		1,
		1,
		0,
		1,
		1,
		0,
		408,
		382,
		410,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		1,
		1,
		0,
		0,
		0,
		1,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		12,
		1,
		1,
		1,
		12,
		436,
		436,
		1,
		1,
		12,
		12,
		1,
		436,
		1,
		1,
		12,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		448,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		241,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		466,
		466,
		1,
		1,
		0,
		0,
		352,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		12,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		479,
		1,
		478,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		483,
		1,
		12,
		12,
		1,
		1,
		1,
		1,
		1,
		12,
		1,
		1,
		1,
		1,
		491,
		1,
		1,
		1,
		493,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		490,
		1,
		485,
		1,
		1,
		1,
		1,
		472,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		486,
		12,
		1,
		1,
		1,
		1,
		492,
		1,
		1,
		1,
		487,
		481,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		352,
		1,
		469,
		1,
		1,
		12,
		489,
		1,
		1,
		352,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		474,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		492,
		1,
		1,
		1,
		1,
		352,
		1,
		488,
		1,
		1,
		1,
		482,
		476,
		1,
		1,
		1,
		1,
		1,
		477,
		1,
		494,
		480,
		1,
		1,
		1,
		1,
		1,
		475,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		470,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		484,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		473,
		1,
		1,
		1,
		1,
		1,
		471,
		1,
		255,
		495,
		1,
		1,
		1,
		1,
		1,
		12,
		1,
		1,
		1,
		1,
		12,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		0,
		0,
		1,
		0,
		1,
		0,
		1,
		1,
		0,
		0,
		0,
		501,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		12,
		1,
		70,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		505,
		0,
		505,
		505,
		505,
		505,
		505,
		505,
		505,
		0,
		505,
		505,
		505,
		505,
		505,
		1,
		505,
		505,
		505,
		0,
		505,
		505,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		510,
		509,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		514,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		507,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		508,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		516,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		505,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		513,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		506,
		0,
		0,
		517,
		512,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		511,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		505,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		506,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		505,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		515,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		12,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		527,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		235,
		235,
		1,
		531,
		1,
		1,
		1,
		530,
		1,
		1,
		1,
		1,
		1,
		526,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		528,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		532,
		1,
		1,
		529,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		407,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		533,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		1,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		544,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		1,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		1,
		0,
		1,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		1,
		0,
		0,
		1,
		0,
		0,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		1,
		0,
		0,
		1,
		1,
		12,
		1,
		547,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		12,
		12,
		1,
		0,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		0,
		1,
		1,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		1,
		62,
		1,
		1,
		12,
		12,
		12,
		12,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		566,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		567,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		565,
		1,
		1,
		1,
		12,
		1,
		1,
		569,
		274,
		1,
		1,
		1,
		12,
		12,
		1,
		1,
		12,
		1,
		12,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		573,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		1,
		0,
		0,
		1,
		1,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		579,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		138,
		1,
		12,
		584,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		113,
		1,
		1,
		1,
		12,
		1,
		1,
		1,
		1,
		12,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		589,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		12,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		150,
		1,
		1,
		1,
		263,
		1,
		1,
		12,
		33,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		1,
		614,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		255,
		1,
		363,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		619,
		1,
		1,
		1,
		1,
		0,
		621,
		0,
		85,
		0,
		620,
		0,
		1,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		12,
		0,
		0,
		0,
		1,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		628,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		0,
		0,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		623,
		623,
		0,
		627,
		625,
		623,
		623,
		623,
		623,
		623,
		629,
		623,
		623,
		633,
		623,
		623,
		623,
		623,
		623,
		623,
		623,
		623,
		623,
		623,
		630,
		627,
		623,
		623,
		627,
		623,
		623,
		623,
		623,
		623,
		623,
		623,
		623,
		623,
		623,
		623,
		623,
		623,
		625,
		623,
		623,
		623,
		623,
		623,
		631,
		623,
		623,
		623,
		623,
		623,
		623,
		0,
		0,
		0,
		1,
		632,
		1,
		1,
		1,
		1,
		626,
		1,
		1,
		1,
		1,
		1,
		624,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		12,
		637,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		1,
		12,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		12,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		12,
		1,
		1,
		12,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		102,
		67,
		316,
		342,
		447,
		575,
		0,
		4,
		71,
		271,
		290,
		318,
		343,
		369,
		423,
		449,
		0,
		538,
		559,
		576,
		639,
		9,
		0,
		63,
		94,
		433,
		445,
		465,
		617,
		0,
		536,
		558,
		572,
		654,
		0,
		33,
		6,
		0,
		500,
		539,
		644,
		602,
		73,
		0,
		7,
		321,
		291,
		424,
		502,
		452,
		578,
		85,
		640,
		0,
		618,
		345,
		454,
		504,
		9,
		111,
		324,
		545,
		6,
		33,
		0,
		347,
		85,
		426,
		85,
		522,
		10,
		6,
		137,
		284,
		310,
		0,
		655,
		549,
		0,
		605,
		0,
		66,
		6,
		6,
		287,
		101,
		2,
		468,
		434,
		446,
		638,
		0,
		6,
		0,
		6,
		322,
		109,
		6,
		603,
		540,
		580,
		0,
		503,
		425,
		308,
		323,
		8,
		74,
		110,
		641,
		583,
		427,
		348,
		335,
		455,
		152,
		77,
		326,
		587,
		550,
		643,
		606,
		370,
		365,
		518,
		6,
		78,
		155,
		11,
		311,
		285,
		562,
		588,
		607,
		554,
		592,
		612,
		653,
		39,
		6,
		296,
		330,
		368,
		340,
		253,
		33,
		568,
		595,
		253,
		44,
		251,
		301,
		331,
		341,
		442,
		459,
		520,
		309,
		0,
		76,
		604,
		0,
		439,
		453,
		334,
		85,
		283,
		85,
		0,
		622,
		586,
		543,
		328,
		457,
		85,
		428,
		422,
		0,
		0,
		0,
		9,
		597,
		613,
		252,
		0,
		460,
		443,
		571,
		556,
		615,
		657,
		91,
		253,
		45,
		332,
		431,
		461,
		611,
		0,
		551,
		329,
		312,
		85,
		250,
		86,
		30,
		425,
		33,
		6,
		429,
		366,
		339,
		646,
		634,
		564,
		591,
		553,
		0,
		294,
		87,
		33,
		441,
		458,
		0,
		33,
		462,
		0,
		254,
		635,
		557,
		9,
		444,
		463,
		253,
		284,
		92,
		257,
		636,
		616,
		599,
		521,
		464,
		432,
		286,
		262,
		93,
		61,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		662,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		450,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		88,
		0,
		135,
		0,
		0,
		546,
		590,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		29,
		0,
		593,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		450,
		0,
		0,
		0,
		0,
		542,
		0,
		293,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		282,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		659,
		0,
		0,
		0,
		0,
		0,
		658,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		430,
		0,
		0,
		0,
		523,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		72,
		0,
		0,
		0,
		0,
		0,
		0,
		534,
		0,
		0,
		0,
		0,
		0,
		0,
		440,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		246,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		555,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		535,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		305,
		317,
		0,
		0,
		0,
		0,
		0,
		570,
		313,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		552,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		496,
		0,
		0,
		0,
		350,
		0,
		0,
		0,
		0,
		80,
		0,
		289,
		0,
		0,
		0,
		0,
		0,
		0,
		25,
		0,
		0,
		0,
		0,
		610,
		0,
		0,
		0,
		0,
		642,
		561,
		0,
		0,
		0,
		0,
		280,
		0,
		0,
		0,
		0,
		0,
		0,
		498,
		0,
		0,
		519,
		0,
		0,
		0,
		0,
		0,
		64,
		0,
		0,
		0,
		303,
		60,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		81,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		282,
		0,
		0,
		0,
		0,
		0,
		315,
		652,
		0,
		75,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		661,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		156,
		0,
		314,
		0,
		0,
		0,
		0,
		0,
		0,
		609,
		0,
		0,
		0,
		0,
		0,
		0,
		563,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		608,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		65,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		248,
		0,
		0,
		0,
		0,
		0,
		3,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		90,
		0,
		541,
		0,
		0,
		0,
		0,
		0,
		596,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		90,
		89,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		525,
		0,
		524,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		295,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		497,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		325,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		577,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		333,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		72,
		272,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		90,
		0,
		648,
		0,
		0,
		594,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		281,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		651,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		560,
		0,
		0,
		0,
		90,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		537,
		0,
		656,
		0,
		0,
		467,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		438,
		0,
		0,
		0,
		585,
		0,
		99,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		34,
		0,
		0,
		0,
		0,
		0,
		0,
		32,
		98,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		327,
		0,
		0,
		0,
		249,
		0,
		0,
		0,
		0,
		0,
		0,
		600,
		0,
		0,
		0,
		0,
		136,
		0,
		0,
		0,
		0,
		0,
		601,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		450,
		456,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		435,
		0,
		349,
		0,
		0,
		0,
		0,
		0,
		5,
		0,
		0,
		0,
		0,
		306,
		0,
		0,
		337,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		574,
		0,
		0,
		0,
		451,
		0,
		0,
		437,
		0,
		0,
		0,
		0,
		0,
		0,
		645,
		0,
		0,
		0,
		581,
		0,
		0,
		96,
		0,
		582,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		548,
		499,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		31,
		0,
		0,
		31,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		304,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		450,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		650,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		649,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		660,
		0,
		0,
		0,
		0,
		0,
		598,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		338,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		647,
		0,
		0,
		247,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		665,
		665,
		665,
		665,
		665,
		665,
		665,
		664,
		666
	]);
	const labelText = "orgmilcomschnetedugovdrrformsfeedbackofficialaccoorgmilschnetgovmagazinemediaunioncargopilotgroupcaarespressworksaerodromeworkinggroupair-traffic-controlaircraftaccident-preventioneducatormarketplaceambulanceinsurancecateringairportrepbodyenginesoftwaremodellingair-surveillanceconsultingchartertrainermaintenanceservicesdesignflightskydivingfreightassociationstudentgroundhandlingdgcafuelclubtaxicrewshowballooningexpresstraderbrokerauthoragentsairtrafficjournalistsafetyconsultantmicrolightaccident-investigationparachutingequipmentproductionfederationrecreationscientistnavigationengineertradingglidingleasingresearchpassenger-associationentertainmentparaglidinghangglidingaerobaticrotorcraftemergencycertificationgovernmentaeroclubexchangelogisticschampionshiphomebuiltcouncilconferencecontrolairlinecivilaviationjournalorgcomnetedugovcoorgcomnomnetobjofforgcomnetuwukiloappsframerorgmilcomnetedugovcoradioorgcomnetcommuneedogpbcoitgvorgedugov*spreviewfrontendrelayononstagingauthcloudsandboxupid*mtls*privatelinktypedreamdeveloperbravemochawindsurfaivenmirenupsunwnextbegetngrokclerkwale2bwebcsbrunputercrbtsflutterflowcloudzyrospawnbasesliplanemodelenceshiptodaymagicpatternsnetlifyondigitaloceanrailwayhostedclaudehasurabotdashretoolvercelgithubluyanigadgetreplitcloudflaretelebitedgecomputeevervaultexponyatnoopencrpplxzeaburwasmerframerzeropsrocketpreviewconvexmedusajsspritesagilevibesonherculeseasypanelstreamlitglideossnowflakemesserliloginlinehackclubcodepennorthflankbase44corespeedleapcellngrok-freeclerkstagelovableon-fleek*us-west-3ap-south-2us-central-2us-central-1eu-central-1ap-south-1us-west-2us-east-2eu-north-1ap-north-1us-west-1us-east-1*rcloudintsegorgmilcomgobbetnetintedugovturmusicasenasamutualcoopv6dnsip6uriurnin-addre164homeirisgovdixdaemoncloudnssthwien*inexexkunden4accogvormymyspreadshop4lima2ixortsinfofuturecmsfuturehosting12hpprivfuturemailinglima-cityfunkfeuer123webseitednshomemelmyspreadshopcloudletswasantqldvicactnswtascatholicwasaqldvictasidwasantozqldorgcomvicasnactnetedugovnswtasconfcomairflowlambda-urltransfer-webapptransfer-webappairflowtransfer-webapptransfer-webapp-fipstransfer-webappeu-west-3ap-south-2eu-south-2eu-central-2ap-southeast-3ap-southeast-4ap-northeast-3eu-central-1mx-central-1me-central-1ca-central-1il-central-1ap-northeast-1ap-southeast-1me-south-1af-south-1eu-south-1ap-south-1ap-southeast-7us-west-2eu-west-2ap-east-2us-east-2eu-north-1ap-southeast-2ap-northeast-2ap-southeast-5us-gov-west-1us-gov-east-1ap-southeast-6ca-west-1us-west-1eu-west-1us-east-1ap-east-1sa-east-1privatenotebookstudiolabelingnotebookstudionotebooknotebook-fipslabelingnotebookstudionotebook-fipsnotebookstudio-fipsnotebook-fipsnotebookstudionotebook-fipsnotebookstudioeu-west-3ap-south-2eu-south-2eu-central-2ap-southeast-3ap-southeast-4ap-northeast-3eu-central-1me-central-1ca-central-1il-central-1ap-northeast-1ap-southeast-1me-south-1af-south-1eu-south-1ap-south-1us-west-2eu-west-2us-east-2eu-north-1ap-southeast-2ap-northeast-2experimentsus-gov-west-1us-gov-east-1ca-west-1us-west-1eu-west-1us-east-1ap-east-1sa-east-1onrepostsagemakercopporgmilcompronetintedugovbiznameinfoshoprsorgmilcomnetedugovbrendlyresolvenzauscotvstoreorgcomnetedugovbizinfoidacaicoittvorgmilcomschnetedugovinfocloudezproxysiteacmymyspreadshopkuleuvenwebhostingtransurl123websitecloudnsinterhostsolutionsddns5476103298edgfacbmlonihkjutwvqpsryxzbarsycoororgcomedumyftpno-iporxcloud-ipfor-somemmafanfor-morewebhopselfipjozidyndnscloudnsdscloudfor-thefor-betteractivetrailcoeconorestooteorgcomeconeteduassurmoneyafricaarchitectesrestaurantloisirstourismavocatsinfoagrounivcoorgcomnetedugoviatvdeportesaludtksatorgmilcomwebgobnetinteducienciaboliviarevistacooperativaempresanombreindustriamusicapatriamedicinademocraciapoliticapuebloindigenaplurinacionalarteblogwikiinfoagrotransportenoticiasprofesionalacademiaeconomiaecologiamovimientotecnologianaturalpagesappsgroksailsimplesitecepesebamapadfmgalampbacscpirngorotomtrjspaprrprrsesmscepesebamapadfmgalampbacscpirngorotomtrjspaprrprrsesms*biaamfmtcmptvfeirasampajampanatalbelemananiradiog12medindfndbmdtrdthepoaggfjdfdefinfenflegsegongengcngorgzlgslglogppgmillelqslcimcomnomadmjabimbbibbsbabcrectecsjcetcpscpvhudieticriapipsiecnbiorioecogeoteoodoproatoartfstmatvetdetbetnetcntnotfotgrueduajuespappreptmpemparqsrvadvdevgovntrturagrjorfarjusmusdesvixxyzcozfozslzbhzmaringasantamariacampinagrandegoianiasorocabafloripasaobernardocuritibaboavistarecifeaparecidasaogoncasalvadorcuiabamorenamacapalondrinacontagemsocialfortalmaceioleilaoosascoriobranconiteroi9guacutcheblogflogvlogwikitaxicoopmanauspalmascaxiasjoinvillebaruericampinassantoandreribeiraoriopretoweorgcomnetedugovv0windsurfshiptodaycloudsitecoaccoorgnetgovofmilcomgovmediatechzacoorgcomnetedugsjgovmydnspenfnlabnbmbgcbcqconcontnuyksknsmyspreadshopno-ipawdevboxbarsyonidatemfuinabusavinstanceseceuguukussryzespawncsxcloud-ipmyphotosfantasyleaguetwmailcleverappsscrappingccwucloudnsftpaccessgame-serverccgovobjectsrmalpgcust*svcalp1aeappenginermalpgmyspreadshop4lima2ixsquare7cloudscale123websitefirenet12hpflowgotdnslinkyard-cloudcloudnslima-citydnskingobjectstorageedaccogoorusorgcomnetinteduaéroportxn--aroport-byaassogouvcomilgobgovcloudnses-1eu-west-1us-east-1euvipit1eurarubait1s3lbwebsites3websiteru-spbru-mskelasticcsrunstnukukcaukusnl-ams-1fr-par-1fr-par-2functionsnodess3ddlwhmrdbfnck8sifrs3-websitecockpitscblmgdbdtwhkafkpubprivs3ddlwhmrdbk8sifrs3-websitecockpitscblmgdbdtwhkafks3ddlrdbk8sifrs3-websitecockpitscblmgdbdtwhkafkk8sscalebookpl-wawfr-parnl-amsbaremetalsmartlabelinginstancesdechk2kuleuvenlaravelvoorloperurownoxazapscwhstgrvaporonline-serverobservablehqelementorantagonistreclaimjoteluluencowaydiademjelasticmatlabmagentositetrendhostingaxarnetjenv-arubajelejoteravendbemergenttrafficplexconvexkeliwebserveboltbegetcdnstaticson-rancherprimetelonstackitunison-servicesdnshomelinkyardbarsyjelecloudnscocomnetgovmycn-northwest-1cn-north-1s3s3-accesspoints3-websites3s3-accesspointrdsdualstacks3-deprecatedemrappui-prods3-websiteemrstudio-prods3-object-lambdaemrnotebooks-prodexecute-apis3s3-accesspoints3s3-accesspointrdsdualstackemrappui-prods3-websiteemrstudio-prods3-object-lambdaemrnotebooks-prodexecute-apicn-northwest-1cn-north-1cn-northwest-1ebcomputeelbcn-north-1airflowcn-northwest-1cn-north-1oncn-northwest-1cn-north-1amazonawssagemakeramazonwebservicesdirectasgdsdhehahljlnmhbacscahqhshhihnlnynsnmofjbjzjxjtjhkcqtwgsjssxnxjxgxxzgz網絡网络公司orgmilcomnetedugovxn--55qx5dcanva-appsxn--io0a7iquickconnectcanvasitekhsjxn--od0algcanva-codemyqnapcloudsrvrlessclustersrealtimestorageleadpagescarrdcrdorgmilcomnomnetedugovhidnssupabaserdpareplmypiumsoxmitotaplpagesfirewalledreplitowodevwebview-assetsvfswebview-assetss3s3-accesspointdualstackemrappui-prods3-websiteaws-cloud9emrstudio-prods3-object-lambdaemrnotebooks-prodexecute-apicloud9eu-west-3ap-south-2eu-south-2eu-central-2ap-southeast-3ap-southeast-4ap-northeast-3eu-central-1me-central-1ca-central-1il-central-1ap-northeast-1ap-southeast-1me-south-1af-south-1eu-south-1ap-south-1ap-southeast-7us-west-2eu-west-2us-east-2eu-north-1ap-southeast-2ap-northeast-2ap-southeast-5ca-west-1us-west-1eu-west-1us-east-1ap-east-1sa-east-1s3s3-accesspointdualstackemrappui-prods3-websiteaws-cloud9emrstudio-prods3-object-lambdaemrnotebooks-prodexecute-apicloud9consent-portals3s3-accesspointdualstackanalytics-gatewayemrappui-prods3-websiteaws-cloud9emrstudio-prodbedrock-agentcores3-object-lambdaemrnotebooks-prodexecute-apicloud9s3s3-accesspointdualstackemrappui-prods3-websiteemrstudio-prodbedrock-agentcores3-object-lambdaemrnotebooks-prodexecute-apis3s3-accesspointdualstackemrappui-prods3-websiteemrstudio-prods3-object-lambdaemrnotebooks-prodexecute-apis3s3-accesspointdualstacks3-deprecateds3-websitebedrock-agentcores3-object-lambdaexecute-apibedrock-agentcores3s3-accesspoints3-websites3-accesspoint-fipss3-fipss3s3-accesspointdualstackemrappui-prods3-websites3-accesspoint-fipsaws-cloud9s3-fipsemrstudio-prodbedrock-agentcores3-object-lambdaemrnotebooks-prodexecute-apicloud9s3s3-accesspointdualstackemrappui-prods3-websites3-accesspoint-fipss3-fipsemrstudio-prods3-object-lambdaemrnotebooks-prodexecute-apis3s3-accesspointdualstackemrappui-prods3-websiteaws-cloud9emrstudio-prodbedrock-agentcores3-object-lambdaemrnotebooks-prodexecute-apicloud9s3s3-accesspointdualstackemrappui-prods3-websiteaws-cloud9emrstudio-prodbedrock-agentcores3-object-lambdaemrnotebooks-prodexecute-apicloud9s3s3-accesspointdualstacks3-deprecatedanalytics-gatewayemrappui-prods3-websiteaws-cloud9emrstudio-prodbedrock-agentcores3-object-lambdaemrnotebooks-prodexecute-apicloud9vfss3s3-accesspointdualstackemrappui-prods3-websiteaws-cloud9emrstudio-prods3-object-lambdaemrnotebooks-prodexecute-apicloud9eu-west-3ap-south-2eu-central-2ap-southeast-3ap-southeast-4ap-northeast-3eu-central-1mx-central-1me-central-1ca-central-1il-central-1ap-northeast-1us-northeast-1ap-southeast-1me-south-1af-south-1ap-south-1ap-southeast-7us-west-2eu-west-2ap-east-2us-east-2ap-southeast-2ap-northeast-2ap-southeast-5us-gov-west-1us-gov-east-1ap-southeast-6ca-west-1us-west-1eu-west-1us-east-1ap-east-1sa-east-1mrapaccesspoints3s3-accesspointdualstacks3-deprecatedanalytics-gatewayemrappui-prods3-websites3-accesspoint-fipsaws-cloud9s3-fipsemrstudio-prodbedrock-agentcores3-object-lambdaemrnotebooks-prodexecute-apicloud9s3s3-accesspointdualstacks3-deprecatedanalytics-gatewayemrappui-prods3-websites3-accesspoint-fipsaws-cloud9s3-fipsemrstudio-prodbedrock-agentcores3-object-lambdaemrnotebooks-prodexecute-apicloud9s3s3-accesspointdualstackemrappui-prods3-websites3-accesspoint-fipss3-fipsemrstudio-prodbedrock-agentcores3-object-lambdaemrnotebooks-prodexecute-apis3eu-west-3ap-south-2eu-south-2computes3-ap-northeast-2elbrdss3-ap-east-1s3-sa-east-1s3-us-gov-west-1s3-eu-central-1s3-ca-central-1eu-central-2ap-southeast-3ap-southeast-4ap-northeast-3s3-website-us-west-2s3-website-eu-west-1s3-external-1eu-central-1me-central-1ca-central-1il-central-1s3-us-west-1s3-eu-west-1s3-website-sa-east-1s3-website-ap-southeast-2ap-northeast-1ap-southeast-1s3-us-west-2s3-eu-west-2me-south-1af-south-1eu-south-1ap-south-1ap-southeast-7us-west-2eu-west-2us-east-2s3-website-ap-southeast-1s3-1s3-globals3-ap-northeast-3eu-north-1airflowap-southeast-2s3-us-gov-east-1s3-fips-us-gov-east-1s3-me-south-1s3-ap-south-1ap-northeast-2s3-website-us-west-1ap-southeast-5s3-eu-north-1s3-ap-southeast-1s3-website-us-gov-west-1compute-1s3-eu-west-3us-gov-west-1s3-website-ap-northeast-1us-gov-east-1s3-fips-us-gov-west-1s3-website-us-east-1s3-ap-southeast-2ca-west-1us-west-1eu-west-1us-east-1ap-east-1sa-east-1s3-us-east-2s3-ap-northeast-1authauthauth-fipsauth-fipseu-west-3ap-south-2eu-south-2eu-central-2ap-southeast-3ap-southeast-4ap-northeast-3eu-central-1mx-central-1me-central-1ca-central-1il-central-1ap-northeast-1ap-southeast-1me-south-1af-south-1eu-south-1ap-south-1ap-southeast-7us-west-2eu-west-2ap-east-2us-east-2eu-north-1ap-southeast-2ap-northeast-2ap-southeast-5us-gov-west-1us-gov-east-1ap-southeast-6ca-west-1us-west-1eu-west-1us-east-1ap-east-1sa-east-1eu-west-3eu-south-2ap-southeast-3eu-central-1ca-central-1ap-northeast-1ap-southeast-1ap-south-1us-west-2eu-west-2us-east-2eu-north-1ap-southeast-2ap-northeast-2ap-southeast-5eu-west-1us-east-1ap-east-1sa-east-1csrframeservicesbuilderstg-builderdev-builder*ociocpocsazuregcpawsdemoinstanceeu-west-3ap-south-2eu-south-2eu-central-2ap-southeast-3ap-southeast-4ap-northeast-3eu-central-1me-central-1ca-central-1il-central-1ap-northeast-1ap-southeast-1me-south-1af-south-1eu-south-1ap-south-1ap-southeast-7us-west-2eu-west-2us-east-2eu-north-1ap-southeast-2ap-northeast-2ap-southeast-5us-gov-west-1us-gov-east-1ap-southeast-6ca-west-1us-west-1eu-west-1us-east-1ap-east-1sa-east-1previeweu-4us-4us-1eu-1us-2eu-2us-3eu-3appss3-websitekrkrobjectprivateobjectkrkrskrkrsobjectkrprivateobjectkr-privatecomputepaasrag-cloudrag-cloud-chjcloudjcloud-ver-jpcdemonodebalancermembersipeuxvsoncillaocelotonzayalilynxsphinxfentigercustomercaracalsgkrobjectstoragedesgkrusobjectkrkr-naverkr-naver-devkrprivatewebsiteobjectkr-naverkr-privatekr-naver-devjpjpkrjp4jp5s3-website-jpjpkrjp4jp5objectprivateobjecto365cloudstaticxendevapp001testcode-builder-stgplatformmediasiteprojedrydpagesjsx0desazacncoitrueu4uhkukgrbrushatenadiarymyspreadshopfrom-flfrom-wvwebspace-hosttheworkpchatenablogcursorusercontentservesarcasmapplinzisakuratanwixsitefin-ncloudstoragegov-ncloudstorageappchizigiizeis-into-carsdnsiskinkyadobeaemcloudis-a-therapistpgfogmyvncdojinis-an-actress1kappfldrvkozowqa2jpnmexprgmrfirewall-gatewaydynnscafjsfbsbxooguyfrom-gawoltlab-demois-a-anarchistwiardwebteaches-yogadattowebtb-hostinglive-websiteservegamegotpantheonfrom-nhsubsc-payfrom-ohvipsinaappfrom-cadyndns-officeztna-dingtalkhomelinuxfrom-mahercules-appservebbsstreakusercontentfrom-okfrom-wyfastly-terrariumis-a-llamaqualyhqportalserveexchangeon-vaporvivenushopciscofreakgrayjayleaguesmetaaiusercontentfrom-iais-a-libertariansaves-the-whalestaveusercontentyolasiteoperaunitepoint2thisis-a-catererclaudeusercontentlinodeusercontentfrom-vagithubusercontentsells-for-lesshosteurcanva-appsplaystation-cloudddnsfreefrom-pafrom-prfrom-waddnskingoutsystemscloudhotelwithflightmydattois-a-nascarfanmydbserverminiserverdamnserverservehumouris-a-playerfrom-nvfrom-nmemergentagentgentappsamplifyappfrom-kyis-an-accountantnfshostserveircfrom-akpythonanywherestackhero-networkpostman-echolikescandydyndns-mailobservableusercontentserveftpfreeboxosfrom-utcdn77-storageamazonawsneat-urlnclouddyndns-serverlinodeis-a-teacherfrom-vtgleezemythic-beastsus1-pleniteu1-plenitla1-plenitpaywhirlservecounterstrikejdevcloudhealth-carereformis-into-animegoogleapisis-a-painterafricaisa-hockeynutatmetais-an-actora2hostedis-a-democratdatadetectest-le-patrondigitaloceanspacesis-a-designeris-a-hunterlinodeobjectstemp-dnsissmarterthanyoufrom-arsimplesiteevennodetownnews-stagingis-a-liberalgooglecodejelasticservemp3qualyhqpartnerdyndns-free1cooldnsest-a-la-masiondrayddnsdynuddnsfrom-orfrom-miis-a-bloggerfrom-himydobisscanvacodeis-an-engineerest-a-la-maisonupsunappdevinappswafflecellmyasustorwpenginepoweredfrom-ctservep2psame-appmyshopblocksthingdustdatalikes-piediscordsezis-with-thebandlpusercontentis-leetshopitsite3utilitiesis-a-personaltrainersinaappladeskis-a-cheflogoipselfipbase44-sandboxnospamproxyalibabacloudcsmesswithdnsauthgearappsiamallamawithgooglelutrausercontentmochausercontentframercanvasmytabitdyndns-homew-credentialless-staticblitzcpserverdiscordsaysis-a-nurseappspotatlassian-isolated-3premotewdfrom-mtwixstudiocode0emm180rmyactivedirectoryawsappsmytuleapdnsabrpolyspaceqbuserrenderbuiltwithdarkboutirgotdnsabrdnsdopaascanva-hosted-embedawsglobalacceleratorhomesecuritypcmyiphostditchyouripclever-clouddyndns-ipon-aptibleis-a-musicianhosted-by-filessecuritytacticsappspaceusercontenthomeunixstrapiappsame-previewcf-ipfsmycloudnaselasticbeanstalkis-certifieddontexistkasserverik-serverdrive-platformatlassian-3pfirebaseappncpstorageherokuappawsapprunnerbarsycenteris-a-cubicle-slaveservehttpmyshopifyis-a-guruquicksytessiiitesorsitesmagicpatternsappis-a-cpameteorappfrom-wiis-a-rockstarbumbleshrimpdattolocaldatabricksappsreadthedocs-hostedfrom-rifamilydsdyndns-picsmyoxypagesplesknsbplaceddnsaliasdynaliasdyndns-remotedoomdnsip-ddnsblogdnsis-a-doctorroutingthecloudamazoncognitobarsyonlinedsmynasddnsgurucloudflare-ipfsdeus-canvasfrom-idsmushcdnpagespeedmobilizerdyndns-at-homeunusualpersonhosted-by-previderis-a-republicandyn-o-saurstreamlitappworkisboringonthewificprapidqualifioappis-uberleetis-slickgetmyipwpdevcloudtypeformdyndns-at-workgentlentapismynascloudw-corp-staticblitzfrom-ingeekgalaxyservebeerfrom-mdonrenderspace-to-rentaivencloudappspacehostedwafaicloudcodespotblogspotatlassian-3p-us-gov-modfrom-ndfrom-msis-a-techieis-a-studentcustomer-ociis-a-photographerdurumisfrom-ksmassivegriddyndns-wikiis-an-entertaineris-a-hard-workermysecuritycamerafrom-mnrackmazedyndns-blogis-a-bulls-fanwritesthisblogfreemyipsimple-urlfrom-sdninjaneer-sitesreservdauthgear-stagingest-mon-blogueuris-into-gamesrice-labsxtooldevicesakurawebis-an-anarchistoraclecloudappsdyndns-worksells-for-urhcloudfrom-dcfastvps-serverwpmucdnis-a-geekscrysecfrom-txis-into-cartoonsmodelscapetrycloudflarelocaltonetstreak-linkbalena-devicesfrom-njforgeblocksfreebox-oswebadorsitefrom-ncdoesntexisthobby-sitestreaklinkshomesecuritymacownprovidertuleap-partnersdattorelaywphostedmailservequakeis-a-socialistservehalflifepivohostingdynuhostingquipelementsw-staticblitzdyndns-webfrom-deproject-studyis-not-certifiedhercules-devis-a-financialadvisoramazonlightsailservepicsis-a-greenloseyouripfrom-ilwithyoutubemwcloudnonprodwiredbladehostingdnsdojofrom-tnpixolinomyqnapcloudncloudstorageis-an-artisthostedpiis-a-landscaperauiusercontentoaiusercontenton-forgeis-a-conservativedreamhostersnet-freaksapps-1and1is-goneencoreapifastly-edgefrom-nesalesforcefrom-scdeployagentoraclegovcloudappsfrom-alis-a-lawyercechirevultrobjectsstufftoreadisa-geekddnsgeeklovableprojecttry-snowplowfrom-moblogsyteis-a-bookkeepernogmyforumravendbmyboxdeelementoredsaacficogoorinforgcomgobnatneteduidstoreorgcomnetintedudevnomepublorgcomneteduathgovtestscalculatorspaynowinfoquizzesresearchedcloudnsfunnelsassessmentsjscaleforcetmacltdorgmilcompronetgovbizpresseklogesrsccloudcustomfltusrcloude4corealmgovmunicontentproxy9metacentrumdyndyndyndnsdynpagespages-researchitionoccustomercomymyspreadshopipv64diskussionsbereich4limacomrubgov2ixfirewall-gatewayddnssspdnsbarsykeymachinesquare7myhome-serverspeedpartnercommunity-proschuldockxenonconnectgünstigliefernbwcloud-os-instancedyndnssecmy-routerxn--gnstigliefern-wobin-butterl-o-g-i-nisteingeekin-dslin-berlinin-brbfuettertdasnetzleitungsenin-vpnlcube-serverdyn-ip24logoipdyn-berlinruhr-uni-bochum12hpgoipsrvdnsfruskygit-repossvn-reposinternet-dnsgünstigbestellenhome-webserverxn--gnstigbestellen-zvbbplacedheimdnscosidnswebspaceconfiglima-citydyndns1istmeinvirtualuserschulplattformmy-gatewayddnsseclebtimnetztest-iservmein-iservvirtual-userhome64iservschuletaifun-dnstraeumtgeradeschulserverdynamisches-dns123webseitednshomehs-heilbronndnsupdaterbssgraphicdwadpdwdaepeweaawapaafpfwfabwbpbacwcpcciwebuserapiobjectssites*teamst3r2lpabymebravepanelngrokiservstglclcrmerpflypagesbarsyvivenushoplocalcertlocalplayerbearbloggatewaydeno-stagingis-not-ais-a-goodbotdashvercelmocha-sandboxplatter-appreplitgithubpreviewworkersinbrowserevervaultis-ahrsndenoxmitmodxmyaddrstorageapipayloadgrebedocruncontainersreliantlabsstgstagelclstageloginlineis-a-fullstackcodepenreliantpreviewleapcellngrok-freeis-coolpagelemonstoragewebharemediatechlibp2pdiscoursecomyspreadshopstoreregbiz123hjemmesidefirmcoorgcomnetedugovsldorgmilcomwebgobartnetedugovtmorgpolcomsocartnetedugovassoagrondiscoodontk12medcuegyecpaabgengorgmilgalsaltulcomadmesmgobpubdocmonfindgnriouioproartlatvetnetfotedulojgovntrturibrbarxxxofficialbasechefprofmktgpsictechinfoarqtcontdentrrpppsiqgit-pagesritmedfieorgcomlibprieduaipgovriikmeactvsportorgmilcomscieunnetedugovnameinfopintouchtawktotawkmyspreadshoporgcomnomgobedu123miwebcomputeorgcomnetedugovbiznameinfocognito-idptransfer-webappeusc-de-east-1onjelasticnxaspdnsbarsydirectwpdeuxfleurstransurldogadoprvwcloudnsamazonwebservicesdnshomeuserpartycokoobinmkmspaceviewfidymyspreadshopalandkapsiikixn--hkkinen-5wacloudplatformhäkkinen123kotisivuidacorgmilcompronetedugovbiznameinforadioorgcomneteduusercocomexperts-comptablestmmyspreadshopgretaprdcomnomynhccifbxoshuissier-justicenotairesaeroportfreeboxoson-webavocatassoportgouvkdnschirurgiens-dentistes-en-franceavouesfbx-os123sitewebveterinairechirurgiens-dentistespharmacienchambagrimedecinfreebox-osdediboxgoupilemszicpyicpvicppleysheezypagesedugovcnpyorgcomcybllcpvtnetedugovtnxonlineschoolddnsdaemond6atcopanelorgnetplybotdashstackitkaasorgmilcomnetedugovbizmodltdorgcomedugovcoorgcomneteduappwriteacorgcomnetedugovcloudtranslateusercontentorgcomnetedumobiassoorgcomnetedugovbarsysimplesiteindorgmilcomgobneteduorgcomwebnetedugovguaminfonxhra教育敎育網絡网絡组織組織网络網络组织組织公司政府個人个人箇人ltdorgcomincneteduidvgovxn--uc0ay4axn--55qx5dxn--mk0axixn--io0a7ixn--uc0atvxn--zf0avxxn--lcvr32dxn--od0algxn--wcvs22dxn--gmqw5axn--od0aq3bxn--mxtq1mxn--ciqpnxn--tn0agxn--gmq050iorgmilcomgobnetedufngocdnappvoatiiservwp2tempurlmircloudfreesitewpmudevmyfastgadgetcloudaccessjeleambahalfboltfastvpsemergenteasypanelopencraftizcombrendlynamefromrtpersoadultmedorgpolrelcomproartnetedufirminfoassoshopcoopgouvtmcomediahotelforumvideosportorgsexagrargameslakaseroticaerotikatozsdereklamcasino2000filmsuliinfoboltshopprivnewsszexcityutazasjogaszkonyveloingatlaneacaicogoormyᬩᬮᬶmilwebschnetkopbizzonedesaponpesxn--9tfkymyspreadshopgovmytabittabitorderravpageaccok12idforgnetgovmuniltdplcaccotttvorgcomnetmeca6g5gpgamubacaicniocoukuptverdruscsdelhiindorgmilcomwebnicfingenpronetintedugovresbizbiharbarsyinternetbusinessschooltravelsupabasealumnigujaratfirminfoaeropostbankcoopindevscloudnsno-ipbarsybarrell-of-knowledgebarrel-of-knowledgensupdategroks-thisdnsupdatefor-ourknowsitalldvrcammittwalddynamic-dnsv-infowebhopselfipdyndnshere-for-moreilovecollegemayfirstforumzcloudnsmittwaldservertypo3servergroks-theeusekd1cdndyndnsidrawsainaueuapjpusstagemocksysdevicesclientcustreservdcustdevdisrecprodtestingcowzbeebyteutwenteboxfusebravepstmndedynngrokorgmilcomnomnetedugovqcxqzzbarsythingdustmo-siemensrb-hostingfh-muenstergitbookbluebitecloudbeesusercontentnodeartterramindkiloappsforgerockdarklangresinstagingapigeebubbleb-datascryptedhypernodedappnodepantheonsitegitlabgithubkeeneticvirtualservercleverappshostyhostingon-rioedugitticketstelebitwixstudioon-k3sicp0icp12038jeleqotolairbubbleappsmyaddrstolosmyrdbxwebflowdrive-platformbeagleboardhasura-applolipopdefinimavaporcloudmusicianwebflowtestazurecontainerresindevicereadthedocsloginlineeditorxmoonscalesandcatsbasicserverwebthingsbrowsersafetymarkbeebyteappbitbucketidaccovistablogorgschnetgovxn--mgba3a4f16axn--mgba3a4fraarvanedgeايرانایرانjclaspeziapdudcefegelemeperetevebacanatavaparasabgagfgogrgpgalclblimfmrmcbmbvbfclcmcvcrcpcchlimifibicivipirisimncnbnanenrnpntnnolomobocoaogorosopotoptvtatctbtmtltotpusulunutpspapaqsvpvvvtvavvrtrsrprgrfrcrbrarorkrvstsssbscsmsispzczbzbozen-suedtirolmyspreadshopxn--bulsan-sdtirol-nsbxn--valledaoste-ebbtrentinoaltoadigetrentin-sued-tirolxn--forlcesena-c8axn--forl-cesena-fcbxn--bozen-sdtirol-2obtriestetrentinsuedtiroltrentino-s-tirollecceudineaostesienaparmaluccapaviagenoapaduaaostamonzaabruzzoternirietiturinmilanbozenlaziofermoleccocuneonuoropratola-speziavdataaligfvgpugmolcalcamlomumbsicpmnvenvaoedugovabrsarmaremrbastoslazibxosfirenzetrentinosüdtirolval-d-aostavalle-aostamessinacremonaravennatoscanatrentin-suedtirolbolognacalabriaurbinopesarofriuli-v-giuliaogliastraxn--valle-aoste-ebblaquilaandriatranibarlettasyncloudxn--valle-d-aoste-ehbaostavalleyvalled-aostatrentino-alto-adigevallee-d-aostexn--balsan-sdtirol-nsbpistoiasicilialucaniacataniaiserniaperugiabresciaveneziagorizialiguriaimperiabulsan-suedtirolbalsan-suedtirolbarlettatraniandriaxn--trentino-sdtirol-szbforlì-cesenatuscanyvallée-d-aostemantovavallée-aostecasertapiemontevalleaostaval-daostafriulivgiuliatrevisoforli-cesenavalléedaosteferrarapescaravald-aostatrentino-altoadigefriuli-vegiuliavallee-aostecarboniaiglesiastarantomediocampidanovalleedaostetrentinosud-tirolcampobassotrentinsüd-tiroltrentinosüd-tirolmonzabrianzatrentino-südtirolxn--trentino-sd-tirol-c3bpotenzacosenzavicenzaemiliaromagnavenicefrosinonemarchepordenonetrentinosued-tirolvaresemolisevalléeaostefriuli-veneziagiuliabasilicatalatinaanconasavonaveronamodenabiellabolzano-altoadigepugliafoggiaumbriatrentino-stirolgenovapadovamateranovararagusapiacenzatrentinostirolvalleeaostetempio-olbiasudsardegnatrentinsudtirolmassa-carrarafriuliveneziagiuliatrentinosuedtirolandria-barletta-tranitrapanixn--cesenaforl-i8amaceratacaltanissettaascoli-picenobrindisicarraramassacagliaririmininapolivibo-valentiachietibulsan-sudtirolbalsan-sudtiroltrentino-a-adigebulsanbalsaniglesiascarboniamilanotorinoteramodell-ogliastraarezzotrentinoalto-adigerovigotrentovenetoiglesias-carboniatrentino-sud-tirolaltoadigereggio-emiliareggio-calabriasardegnatranibarlettaandriapiedmontxn--sdtirol-n2amedio-campidanotrentino-süd-tirolfriuli-vgiuliafriuli-ve-giuliaromeennaromapisa32-b16-b64-blodiastibarineencomonaplesforlicesenailiadboxosalessandriasicilytrani-barletta-andriaxn--trentin-sdtirol-7vbpesarourbinotrentinsued-tirolcesena-forliforlìcesenaemilia-romagnamonzaebrianzaxn--trentinsdtirol-nsbtrentinos-tiroltrentinsüdtirolvalledaostaolbia-tempiocampidanomediovibovalentiasassarivalle-daostalombardysud-sardegnafriulivegiuliareggioemiliamonzaedellabrianzaalto-adigevercellitrentin-sudtiroltraniandriabarlettatrentino-sudtirolascolipicenobozen-südtirolfriulive-giuliaflorencexn--cesena-forl-mcbcarbonia-iglesiasaosta-valleycarrara-massadellogliastratrentinoa-adigexn--valleaoste-e7apesaro-urbinoxn--trentinosdtirol-7vbxn--trentin-sd-tirol-rzbxn--trentinsd-tirol-6vbtrani-andria-barlettatrentin-süd-tirolxn--trentinosd-tirol-rzbgrossetomonza-e-della-brianzasüdtirolreggiocalabriatrentinoaadigetrentin-südtirolverbano-cusio-ossolafriuliv-giuliaverbaniacampaniatrentino-aadigefriulivenezia-giuliasardiniaandriabarlettatranibarletta-trani-andriacatanzarooristanourbino-pesarocesena-forlìvalle-d-aostacampidano-medio123homepagesiracusatempioolbiasuedtirollombardiaavellinocesenaforlìtrentinofriuli-venezia-giuliabozen-sudtirolandria-trani-barlettabulsan-südtirolbalsan-südtirolmonza-brianzabolzanotrentino-sued-tirolbellunosalernolivornocrotonesondriodnshometrentinsud-tirolmassacarraratrentin-sud-tiroltrentino-suedtirolviterbobergamocesenaforliolbiatempiopalermobeneventoagrigentoofcoorgnetfmaitvphdengorgmilcomschnetedugovperagrikanieasukehandachitatokaiaisaikonanoharuamaobuhigashiuraowariasahiinuyamatobishimaiwakurashitarainazawatoyonegamagorimihamatoyotataharakariyayatomioguchikomakimiyoshinishiotokonamekiyosuchiryutoyohashiokazakiisshikikasugaikotakiratoeianjotogofusosetohazutsushimashinshirotakahamanisshinshikatsuhekinantoyokawaichinomiyatoyoakeodateogataakitaikawakyowahonjoogayurihonjonoshirokamiokakatagamimitanegojomeyokotekosakadaisenkazunonikahohonjyomoriyoshimisatohappoukamikoanihachirogatahigashinarusesembokufujisatokitaakitaitayanagiowanitakkomutsutsurutahirosakigonoheoirasetowadamisawanohejiaomorishingohiranairokunohehashikamitsugarushichinohehachinohenakadomarisannohekuroishisakaeisumiasahiotakiinzaiabikomatsudoyachiyomutsuzawakujukuriomigawakashiwatoganemihamanaritasakuranagaramobarahanamigawachoshishiroichoseikozakishisuikatorimidorichonankyonanfuttsuonjukufunabashinagareyamanodasosatakochuotohnoshourayasukimitsuyokaichibayotsukaidosodegauratateyamakamagayayokoshibahikariyachimatakatsuuratomisatokisarazukamogawaichikawanarashinoichinomiyashimofusaminamibososhirakoichiharaoamishirasatoikatahonaiainansaijoseiyoiyoozuuwajimaniihamanamikatamasakiuchikokihokutobetoonshikokuchuomatsuyamaimabarikamijimakumakogenyawatahamamatsunosabaeikedaobamasakaifukuiohionotsurugamihamawakasaminamiechizeneiheijikatsuyamatakahamaechizensoedaukihaomutaokawanishiogoribuzenonojosueumiokiotochikugosasagurisaigawamizumakishinyoshitomikurumekurateyamadakasuganakamamiyamanogatatakatahakataiizukakawaratagawakasuyaashiyainatsukimunakataminamitsuikishonaikurogifukuchikeisenhigashimiyakoshinguyukuhashiokagakiyamekogaongausuikahotohochuotoyotsumiyawakadazaifuhisayamatachiaraiyanagawanakagawahirokawachikujochikushinochikuhochikuzennamieotamaokumashowateneiiwakikoorinangoononishigoshimogoomotegomishimafukushimaasakawakagamiishishirakawaiitatefutabahiratayugawahanawakitakatakawamatakunimiyabukibandaihigashihironoyamatomiharuyamatsuriaizubangedatesomaaizuwakamatsuyanaizuaizumisatonishiaizuizumizakikitashiobarataishinkaneyamakoriyamainawashirotanagurafurudonosamegawasukagawaishikawatamakawaikedaogakitaruiginanenahashimahichisonakatsugawaibigawashirakawamizunamiminokamomitakekawauesekigaharatomikasakahogikitagatayamagatatajimianpachimotosuyaotsukakamigaharahidakanisekitokigujominogodoyorogifukasamatsutakayamawanouchihigashishirakawakasaharashimonitatsumagoichiyodakannakanrashowameiwakiryuotaoratomiokafujiokaitakuranaganoharahigashiagatsumatakasakishibukawaminakamikatashinatsukiyonokawabanumataannakaoizumimidorishintoisesakiuenoyoshiokakusatsutakayamanakanojonanmokutamamuratatebayashimaebashiotakekaitadaiwahongofuchukuietajimashobaramiharahatsukaichihigashihiroshimamiyoshikumanokurenakasakaseraseranishiasaminamifukuyamashinichionomichiosakikamijimajinsekikogentakeharaotobenanaeikedatohmaozoraobiraabirakyowaeniwataikibibaisharirebunerimohiroooketootarupippunishiokoppechitosefurubirahakodateshiranukakitahiroshimakushiroobihironanporoiwamizawaniikappukunneppufukushimanakasatsunaitoyourakuromatsunaiakabirakamisunagawashibechaurakawakamifuranonakatombetsuasahikawashimokawakayabeokoppebiratoriabashirisaromaatsumanumatahidakabifukamukawamikasahorokanaitoyotomisarufutsuhigashikawaishikarikitamiyoichiesashiiwanaitomariminamifuranoakkeshifuranotoyakoyakumootoineppushikaoishiraoinemuronayorohaboroashorobihororishirifujiutashinaihokutotakasuebetsuurausuassabukikonaishimamakinaiedatetoyabieinikiesanuryuoumuteshikagarikubetsuashibetsukimobetsuaibetsutobetsusobetsuembetsushimizuchippubetsurishirihokuryuhoronobeshintokutsubetsushibetsuhonbetsumombetsutsukigatakuriyamakoshimizushiriuchikutchanmurorannoboribetsukamishihorowassamushinshinotsukembuchiwakkanaikamoenaikiyosatotakinoueshikabesunagawafukagawanakagawatakikawakamikawahigashikagurahamatonbetsumatsumaemoseushirankoshishakotanimakanemashikeotofuketomakomaisandatambaitamiawajikasaiasagoshisoonoakoyashirotoyookaminamiawajiinagawafukusakitakasagokamigorikasugaharimayokawaashiyahimejiakashitaishiaogakisannantakinosumototakarazukanishinomiyashingugoshikinishiwakiyokatakaaioimikisayoyabukawanishiamagasakisasayamashinonsenkakogawaichikawakamikawatatsunotsukubaiwamaogawaasahisakaitokaioaraiitakobandodaigosuifuinaamikasumigaurakashimaomitamayachiyoshimodatetomobetoridehitachinakainashikisakuragawakasamayawaramoriyahitachiomiyanamegatayamagatahitachikamisuushikutakahagiibarakitonekoganakasowayukimihojosomitoryugasakishimotsumafujishirotsuchiurachikuseihitachiotashirosatotamatsukuriuchiharashikahakuinanaotsubatawajimakahokukawakitatsurugikaganominotosuzuuchinadakomatsuanamizunakanotohakusannonoichikanazawaiwateshiwafudaikawaimoriokaofunatohanamakikuzumakikitakamininohekunoheyamadayahabasumitaichinosekitanohatahiraizumirikuzentakatajobojiotsuchihironomiyakoiwaizumikarumaiichinohenodakujitonooshushizukuishifujisawamizusawakamaishikanegasakimannoutazukotohiraayagawazentsujihigashikagawauchinomikanonjisanukimarugamemitoyotakamatsutadotsunaoshimatonoshoakuneamamiizumihiokiyusuikinkoisasookouyamanakatanekagoshimakanoyaisenkawanabeminamitanemakurazakitarumizunishinoomotematsumotosatsumasendaioimatsudaayaseebinamiurazushinakaiodawaraiseharasagamiharahakoneaikawakaiseiatsugitsukuihadanoyamatoyamakitazamaoisochigasakininomiyayokosukakamakuraminamiashigarafujisawasamukawakiyokawahiratsukayugawaraokawaumajikochitsunootoyoakiinonishitosayasudahidakamiharasakawaniyodogawahigashitsunokagamigeiseisusakiotsukinaharisukumomurototosakamiochitoyotosashimizumotoyamanankokunakamurakitagawayusuharaogunichoyoukiasoutoozugyokutoamakusamifunetakamoriyamagaminamataminamiogunikikuchisumotoyamatonagasumashikiaraokumamotokamiamakusanishiharayatsushiroayabeseikasakyoideineujinakagyokameokakyotangokyotanabekyotambaminamiyamashiroyamashinatanabeyawatawazukaminaminantanmiyazuhigashiyamafukuchiyamakitamukokamojoyokizumaizuruujitawaraoyamazakinagaokakyokumiyamakawagoeinabeshimameiwaasahitaikiudonoisetsukisosakikuwanamihamamiyamasuzukatamakimisuginabarikumanokomonominamiisewataraitobakiwatakikihotadomatsusakayokkaichikameyamaureshinoishinomakishichikashukuohirataiwaosakizaohigashimatsushimashikamaiwanumashibataogawaraonagawakawasakiseminemarumoriminamisanrikukakudamuratawakuyatomiyanatoriwataritagajomisatotomekamirifushiroishimatsushimayamamotoshiogamafurukawahyugaebinotsunosaitoayakushimanobeokakitauramiyazakitakazakigokaseshiibamimatashintomikunitomikitakatakobayashikawaminamitakaharukijotakanabemiyakonojonishimeranichinankitagawakadogawamorotsukakisofukushimaminamimakisakaeobuseikedaogawamiasaokayaasahiotakiotarichinoinaomichikumakomaganechikuhokukaruizawayasuokaooshikaikusakaminamiaikitogakushimatsukawakawakamitateshinatakamorikitaaikishiojirimiyadahakubaiizunaiijimaiiyamamiyotasuzakayasakatoguraookuwanagawaminowahirayayamagataminamiminowafujimiomachisakakitakaginaganonakanosakuhokomoronagisoshinanomachiwadauedaiidaharasuwatomiachiaokianankisosakunozawaonsenagematsutakayamashimosuwamatsumotoyamanouchinakagawamochizukiazuminotatsunoobamaomuraseihiunzenosetofutsuikichijiwanagasakiisahayahasamisaikaikawatanasasebohiradokuchinotsugototogitsutsushimashimabarashinkamigotomatsuurayamazoekashibaikomakawaitenrioyodosangokoryoudaojiikarugayamatokoriyamatenkawakatsuragikurotakikawakamimiyakemitsuetakatorikamikitayamayamatotakadahegurishinjokanmakisakuraitawaramotogoseoudanarasoniandokawanishishimoichihigashiyoshinokashiharashimokitayamanosegawayoshinomintsivorytopazsakuragehirnsumomoaseinetopalmail-boxmokurenyoitamuikaojiyagosensanjoaganomyokoseiroagaomishibataniigatanagaokamurakamiuonumayuzawakariwatagamitainaitsunanminamiuonumatochioyahikojoetsuseiroukamosadoizumozakitokamachiitoigawasekikawakashiwazakitsubamemitsukekokonoesaikiusukibeppuusahimeshimakunisakihasamataketatsukumihitaoitahijikusuyufukujukamitsuebungoonobungotakadaibaraniimibizentsuyamaokayamakasaokahayashimayakagemaniwaakaiwamisakishinjotamanotakahashikibichuowakesojanagishookumenannishiawakurakurashikiasakuchisetouchikagaminosatoshotomigusukunakagusukuyaeseizenaurumaiheyaaguniogiminanjokinminamidaitokitanakagusukuyonaguniokinawaishigakikunigamiurasoekadenataramahiraraginozataketomishimojizamamitonakiitomanhigashimotobuyonabarugushikamionnanahanagohaebarukumejimakitadaitonakijinnishiharayomitanginowantokashikiishikawaikedasuitaminohizuminishisakaikananabenodaitoosakasayamayaokishiwadatadaokakaizukatondabayashichihayaakasakakumatorikadomasayamahigashiosakashijonawatehirakatataishimisakitajirihannansennankatanotoyonominatosettsuhigashiyodogawaibarakinosekitachuohigashisumiyoshifujiiderakashiwaraizumiotsutoyonakamatsubaramoriguchiizumisanoshimamototakatsukineyagawahabikinotakaishikawachinaganoyoshinogarikamiminearitaouchiimarihizenogikashimaariakekiyamafukudomikitagatakitahataomachigenkaikanzakinishiaritakyuragisagataratosutakushiroishikaratsuhamatamakouhokukawagoeyoshidasatteogoseirumaasakaurawaogawaniizaomiyayoriiotakishikihonjooganohannohanyuinasaitamaokegawaarakawayoshikawayokozehasudasayamahidakafukayachichibuiwatsukiryokamiyoshimikamiizumifujimiwarabiranzanmiyoshiminanoyashiosakadosugitomisatohigashichichibutodasokakukiyonokazoshiraokakasukabekounosukawajimatsurugashimamiyashirokitamotohatoyamamoroyamahatogayakumagayakawaguchinagatorokamisatomatsubushinamegawatokigawakamikawafujiminohigashimatsuyamakoshigayatokorozawas3isk01isk02ryuohkoseikonanaishorittotakashimamaibarahikonetorahimenishiazaikokagamokotoyasuotsukusatsunagahamamoriyamatoyosatotakatsukinotogawaomihachimanhigashiomiakagiunnanizumogotsuamayatsukakakinokimatsuehamadamasudahikawahikimiokuizumoyasugiyakumomisatotamayuohdahigashiizumookinoshimanishinoshimatsuwanoshimaneshimadafujiedayoshidashimodagotembaiwataatamikosaiyaizuitoizumishimahaibaramakinoharaomaezakikawanehonkannamisusonohigashiizufukuroinumazukawazufujiaraishizuokahamamatsushimizuizunokunimatsuzakimorimachiminamiizunishiizukikugawakakegawafujikawafujinomiyaujiietsugaoyamayaitaohiranikkoashikagakuroisokanumasakurashioyakarasuyamamotegiichikaikaminokawatochigihagamokanogisanobatonasumibunasushiobaranishikatautsunomiyaiwafunemashikoshimotsukeohtawaratakanezawaitanokomatsushimatokushimaichibaminamiaizumiwajikikainanmiyoshinarutomimamugiananmatsushigesanagochishishikuinakagawamachidachiyodakomaefussainagitaitochofufuchuomeotahigashiyamatotoshimaokutamaaogashimakodairaedogawaarakawahachiojishinagawatachikawashibuyasuginamihinodekiyosesumidaoshimanerimamitakahamuraadachinakanomizuhobunkyomegurominatokoganeihigashikurumekokubunjihigashimurayamamusashimurayamatamakitahinochuokotokatsushikakouzushimaogasawaraakishimakunitachishinjukusetagayamusashinohachijoitabashiakirunohinoharachizunanbukotouramisasawakasayonagokogehinoyazutottorinichinansakaiminatokawaharaoyabetairainamiasahinantoimizufuchutakaokakurobeyamadajohanatoyamatonaminyuzenfunahashinakaniikawanamerikawaunazukitogahimiuozufukumitsutateyamakamiichiiwadearidayuasainamitaijikatsuragiaridagawatanabemihamahidakakainankiminomisatoshingushirahamakamitondayurakozakoyagobokitayamawakayamakudoyamahashimotokushimotokozagawahirogawakinokawanachikatsuurarsuseroeoishidasagaeoguniasahinagaitendonanyoobanazawanishikawasakataohkuratozawamikawamamurogawayamagatafunagatatakahatashonaishinjokahokuiideyuzakawanishitsuruokakaminoyamayamanobeshiratakamurayamanakayamakaneyamahigashineyonezawasakegawamitouubeyuuabushimonosekitabuseoshimatoyotaiwakunihikarishunannagatohagihofukudamatsutokuyamashowadoshitsurunanbukoshukaiminami-alpsnirasakikosugeotsukioshinohokutominobuyamanashifuefukichuokofuichikawamisatoyamanakakonakamichitabayamanishikatsuranarusawafujikawahayakawafujiyoshidafujikawaguchikouenohara長野京都岐阜大阪三重群馬千葉滋賀佐賀奈良adednelgaccogogror秋田愛知高知埼玉沖縄栃木熊本岩手青森山梨新潟島根鳥取長崎香川宮城石川大分宮崎茨城山口兵庫山形徳島広島福島福岡岡山富山静岡愛媛福井東京xn--4it168dhatenadiaryxn--vgu402ckawaiishophatenablogcocottenamaste北海道penneehimeiwateversestabachibashigagonnagunmapermahaccaakitaosakauh-ohblushkochiaichifukuikuroncapooitigohyogotokyokyotopunyuthickcheap0t00g00j0mie2-ddaapyawjg0amfemsubxiiboomoobutchueekpgwrgrherskrboyrdyupperunderflierchipsmydnsheavyangryhippygirlyrulez神奈川鹿児島和歌山bambinaxn--nit225kokayamasaitamaxn--k7yn95exn--1lqs03nsapporoparasitelolipopmcxn--efvn9sniigatafukuokatokushimafukushimahiroshimakagoshimafakefurokinawaxn--8pvr4ucoolblogxn--0trq7p7nnkawasakinagasakimiyazakichilloutxn--8ltr62kxn--klty5xpeeweezombiecutegirlxn--rny31hxn--uuwu58axn--ntso0iqx3axn--djrs72d6uytoyamanikitanyantakagawamimozanagoyaboyfriendxn--2m4a15egreaterchowderegoismyamagatafashionstorexn--elqq16hxn--pssu33lsendaimiyagixn--rht27zpecoriaomorisaloonwatsonvivianxn--djty4knobushipigboatnaganopinokoxn--f6qx53asadistvelvetsecretxn--5js045dchicappayamanashiibarakidigickgirlfriendxn--1lqs71dmongolianxn--c3s14mxn--qqqt11mtochigixn--5rtq34kparallelo0o0mondkobesagabonadecaoitanarafoolkilldecimainhiholomosblokilociaoundopupugifutankcrapflopnooroopsmodsholyjeezstripperpepperbittershizuokaxn--rht3dkitakyushureadymadeicurusversusmatrixxn--rht61ehungryfloppygloomycrankyhandcraftedlittlestarxn--klt787dxn--kltx9awhitesnowsunnydaytottorilovepoptheshopbuyshopxn--5rtp49cxn--d5qv7z876cwebaccelxn--kbrq7oxn--4pvxsxn--1ctwolovesickkumamotocatfoodxn--tor131oyokohamawakayamatonkotsuxn--ehqz56nxn--uist22hxn--6btw5axn--kltp7dyamaguchifrenchkisspussycatxn--4it797kxn--uisz3gbabybluexn--zbx025dnetgamersxn--7t0a264ckanagawaxn--6orx2rishikawaxn--ntsq17ghalfmoonschoolbusjellybeanxn--mkru45iusercontentlolitapunkxn--32vp30hsakurastoragehokkaidoshimanecandypopbabymilksupersaleweblikeraindropbackdropwebsozaikikirarahateblodaynightmeneacsccogoormobiinfoaeusxxorgmilcomnetedugovorgcomnetedugovbizinfotmprdorgmilcomnomedugovassnotairespresseassocoopgouvveterinairemedecinpharmaciensorgnetedugovtraorgcomedurepgovmeneperekgacscaiiocogoitoresmshsseoulbusanulsandaeguc01milvkimmvchungnamjeonnamjeonbukeliv-dnsgyeonggijejueliv-cdnincheondaejeongangwongyeongbukgwangjuchungbukgyeongnameliv-apicoeduindorgcomembnetedugovorgmilcomnetedugovjcloudorgcomnetintedugovperbnrinfocooyorgcomnetedugovethipfscanvamypepethw3sstorachakeeneticjoinmcinbrowserdwebcyonnftstoragemyfritzaemewphlxachotelltdorgcomwebsocschngonetintedugrpgovassnomgacsccoorgnetedugovbizinfo123websiteidorgmilcomasnnetedugovconfidmedorgcomplcschnetedugovaccoorgnetgovpresstmassoirseproxaccosoundcasthoptocraftvp4c66orgnetedugovitsxwxmcdirmyboxbarsyedgestacksynologylogintoopencloudnohostwebhopdiskstationi234tcp4hoocgroknoipprivmydsddnsdnsforlohmustransipdscloudfilegear-sgbrasiliafilegearframerbarsybarsyonlinecoprdorgmilcomnomedugovinforgcomnetedugovnameacprorgcomartnetedugovpresseinfoassoinstgouvorgnycedugovbarsydscloudjuorgcomnetedugovminisiteaccoororgcomnetgovorgmilcompronetintedugovbizmuseumnameinfoaerocoopaccoorgcomnetintedugovbizcooporgcomgobneteduorgmilcomnetedugovbiznameaccoorgmilneteduadvgovcoorgcomnetaltgovforgotherhiskeeneticispmanagernomassoprod5476132eastasiacentraluswesteuropewestus2eastus2pnortheurope-01newzealandnorth-01southindia-01southcentralus2-01norwaywest-01eastus2-01westus2-01australiaeast-01italynorth-01israelnorthwest-01swedencentral-01westeurope-01centraluseuap-01taiwannorthwest-01uaecentral-01northcentralusstage-01israelcentral-01mexicocentral-01canadacentral-01austriaeast-01germanywestcentral-01francecentral-01ukwest-01denmarkeast-01polandcentral-01eastus-01westus-01swedensouth-01eastus3-01westus3-01brazilsouth-01centralus-01francesouth-01australiacentral-01westindia-01uaenorth-01jioindiacentral-01canadaeast-01belgiumcentral-01spaincentral-01koreacentral-01chilecentral-01qatarcentral-01westcentralus-01eastus2euap-01norwayeast-01southafricanorth-01brazilsoutheast-01germanynorth-01switzerlandnorth-01switzerlandwest-01japanwest-01southafricawest-01japaneast-01eastasia-01indiasouthcentral-01taiwannorth-01centralindia-01uksouth-01southcentralus-01northcentralus-01eastasiastage-01indonesiacentral-01australiacentral2-01australiasoutheast-01malaysiawest-01koreasouth-01southeastasia-01southeastus5-01northeastus5-01jioindiawest-01rucdnwest1-usfra1-desandboxjls-sto1jls-sto3jls-sto2aglobalabglobalsslmapprodfreetlsmapvpslon-1lon-2ny-1fr-1sg-1ny-2paassnwebpaashostingjelasticnordeste-idcsocuserpagescwebfileblobservicebuscoreatlricnjsjelasticwebsitestoragesezagbinruhuukjptsmyspreadshopmynetnameakamaiorigin-stagingfrom-coipv64dynv6cdn77serveblogadobeaemcloudhicamsprytdnsupno-ipownipde5ovhicpfirewall-gatewaysytesmypsxbarsyusgovcloudapimyamazemyradwebakamaihdsaveincloudfastlylbfrom-lasubsc-paysquare7in-the-bandblackbaudcdnhomelinuxoninfernoctfcloudservebbsdns-dynamiccloudfrontakamai-stagingipifonyham-radio-opsenseeringclickrisingcommunity-profrom-nylocalcertgrafana-devedgesuite-stagingcloudflareanycasteating-organicatlassian-devmydattofeste-iplocaltotorprojectknx-serveredgekeycloudflareglobalcloudyclustercasacamserveftpakamaized-stagingakamaiorigindns-cloudmyeffectboomlabotdashbuyshousestwmailhetemlazure-mobilein-dslthruhereredirectmedynuddnsbouncemesupabaseluyanicloudappakamaicloudfunctionsdebiannhlfanpgafanstatic-accessin-vpnmysynologymafeloappudohomeftptrafficmanagersiteleafseidatmemsetcloudflarecloudaccesskeyword-onazure-apiis-a-chefdoes-itgets-itwebhopselfiphomeipkicks-assedgesuitewindowsserver-ontunnelmolemydissentscrapper-sitecloudflarecnuni5srcfggffiobbzabchrsndenodynuopikddnsvpndnsakadnselastxkinghostvps-hostfastlyhomeunixazureedgeshopselectdontexistmyfritzcloudjiffyalwaysdatasells-itsquaresbroke-itazurefddattolocalat-band-campmeinforumfamilydsazurestaticappsdefinimabplaceddnsaliasdynaliasnow-dnsblogdnsroutingthecloudendofinternetdsmynasakamaiedgemymediapcadobeio-staticakamaiedge-stagingakamaihd-stagingddns-ipprivatizehealthinsurancelive-onkrellianschokokeksmassivegridmysecuritycamerarackmazeserveminecraftfrom-azis-a-geekakamaizedmoonscaleoffice-on-theusgovtrafficmanageradobeioruntimeedgekey-stagingreserve-onlinechannelsdvrdnsdojousgovcloudappcdn77-sslapps-1and1podzoneazurewebsitesdynathomescaleforceyandexcloudvusercontentisa-geekcdn-edgescoaemalcesappwriteazimuthtlonarvobuiltwithrocketnoticeablestorecomwebrecnetperotherfirminfoartslgdloncogoiltdorgmilcolcomplcschgenngonetedugovbiznamefirmmobiacincoorgmilcomnomwebgobnetintedubizinfocomyspreadshopdemongovtransurl123websitehosting-clusterkhplaycistrongsnesosvalervålerxn--vler-qoaossandeheroysandeherøybøboheroyherøyxn--hery-iraxn--b-5gavalerbøboxn--b-5gasandesandexn--hery-iraxn--vler-qoavålerhåreålaahavaofsfvfhlolnlalrlhmfmtmahcostntbuåstrmreigersundmyspreadshopgálsáeidsvolltingvollgildeskalflorøvadsøvardøvanylvenxn--bhccavuotna-k7astrandaxn--kvnangen-k0axn--sknland-fxaxn--mosjen-eyarakkestadhyllestadnannestadvevelstadvaapstenordre-landsondre-landsøndre-landtjieltexn--vrggt-xqadsør-aurdalsor-aurdalheradstordmoldefordeførdeseljefedjeryggehemnexn--krehamn-dxasognegranesøgnebrynetjomevallebykletokkegiskedovretjømehobølvoldasaudatolgasømnaviknadønnasomnadonnatranafrananesnaraumasmolatrænafrænalesjasmølaørstaorstahitrafloraaukraloppafrøyarissasnasahalsagalsaromsaraisaráisafroyasnåsagronghobolfjelltydalårdalardalaskimharamkraanghkekråanghkesorumbarumhurumbærumsørummodumsálátbálátfrognbjugnvåganvagangulenskienløtenlotenstrynvefsnxn--merker-kuaskaunsveiobømlobomloskjåkvardoflorovadsosalatbalatsálatklæbuklabuselbubarduulvikskjakklepprisørxn--nttery-byaeflåeidflahofmilgolholsellomskifetvikdepvgsfhsaskerrisorhamarasnesåsnesrørosrorosxn--slat-5namasoynaroyvaroyluroydyroyaskoyradoyandoyrodoymeloyradøyandøyrødøymeløyaskøylurøydyrøymåsøyværøynærøyhoylandethøylandetdivtasvuodnalørenskoglorenskognesoddtangenxn--tjme-hraxn--smla-hraxn--stjrdal-s1aunjargalillehammerunjárgaxn--hamary-fyadavvenjargaxn--bearalvhki-y4a123hjemmesidegjerdrumxn--brnnysund-m8acxn--tnsberg-q1axn--mlatvuopmi-s4axn--snsa-roaxn--skierv-utaxn--brum-voatysfjordkvafjordeidfjordkvæfjordsongdalenmjondalenmjøndalenxn--gls-elackragerogáŋgaviikagangaviikasørreisasorreisasør-varangersor-varangerxn--risr-iraskiervaxn--frna-woaxn--trna-woakvinesdalleksvikleirvikrøyrvikroyrviksvelvikvenneslaevje-og-hornnessandnessjøenmarnardalvindafjordsandefjordenebakksnillfjordullensvangxn--trany-yuabrønnøysundnamsskoganaustevollxn--stjrdalshalsen-sqbnord-aurdalnord-frontrøgstadtrogstadgrimstadflakstadgjerstadxn--sandy-yuaxn--leagaviika-52bnore-og-uvdalvegarsheixn--rlingen-mxaxn--ggaviika-8ya47hvegårsheikarlsoykvitsoymasfjordenhamaroyinderoyosteroydavvenjárgasauheradguovdageaidnuxn--vre-eiker-k8abronnoysiellakkrødsheradkrodsheradkvinnheradbrønnøyxn--mtta-vrjjat-k7afxn--lrenskog-54akvitsøyvárggátkarlsøyosterøyinderøyhamarøybronnoysundxn--aurskog-hland-jnbbahccavuotnabáhccavuotnagiehtavuoatnastor-elvdalmidtre-gauldalxn--gildeskl-g0akarasjokevenassixn--bievt-0qaxn--yer-znalebesbynessebyxn--hbmer-xqamalselvmålselvxn--unjrga-rtamøre-og-romsdalmore-og-romsdalhareidmelandørlandorlandstrandålgårdsolundalgardafjordåfjorddielddanuorrikautokeinoxn--stre-toten-zcbskodjeaejriestangeliernebamblestokkefauskesnåasesnaasekongsvingerlangevagberlevagxn--flor-jrahattfjelldalostre-totenøstre-totenvestfoldxn--mely-iraálaheadjualaheadjunordreisaxn--troms-zuaxn--lgrd-poacporsangerflatangerstavangerleikangerbremangersamnangergieldakarasjohkaxn--rdy-0nabfrostautsirasnoasatromsaxn--sr-aurdal-l8aflekkefjordjølsterjolsteraremarkhedmarknååmesjevuemienaamesjevuemiexn--vard-jrarollagmeråkermerakerorskogørskogxn--bdddj-mrabdákŋoluoktaxn--osyro-wuaaknoluoktatrysilskjervøymandaljondalbindalrindalmeldalsuldalorkdalsigdalalvdallærdalhurdalsirdalverdallerdallardaloppdalåseralaseralhadselkragerødivttasvuotnaoverhallasteinkjerxn--hnefoss-q1askedsmokorsettromsøxn--dyry-iravestre-totenmuseumxn--sandnessjen-ogbrahkkeravjufylkesbiblbájddarbajddarxn--laheadju-7yarennesøyxn--koluokta-7ya57hxn--hgebostad-g3aleirfjordstorfjordbalsfjordbåtsfjordbatsfjordmuosátbievátloabátkárášjohkanøtterøyxn--mjndalen-64anordkappláhppilahppialstahaugsiljanverranrøykenroykenhaldenlyngenbergenhortenhønefosshonefosstroandinbeiarnvarggatosoyroosøyrotromsoidrettmuosatbievatruovatloabatvoagattynsetnessetxn--indery-fyaskánitskanitraholtråholtxn--ystre-slidre-ujbandebusarpsborgbearduxn--karlsy-fyahordalandjorpelandjørpelanddeatnuringsakersør-odalsor-odalxn--slt-elabringerikeaudnedalnittedalnissedalhemsedalslattumsurnadalxn--blt-elabelverumstjørdalnaustdalhjartdalgjøvikfyresdalhasviknarviklarvikgjovikmalvikgamviklenvikporsgrunnstjordalengerdaldrobakdrøbakxn--msy-ula0hvestvagoyxn--vgan-qoaxn--ryken-vuaxn--lten-graxn--stfold-9xaxn--hpmir-xqaxn--lury-iramálatvuopmimalatvuopmitysværkirkenesbirkenesmoskenesbáidárxn--fjord-lraxn--rdal-poabahcavuotnabáhcavuotnaxn--frde-gralindåsbearalvahkixn--hobl-iraráhkkerávjuxn--loabt-0qavågåáltábodøsundlundraderådeetnetimeholeauregrueoddavagavegaranatanaarnasolasulaaltalekafusavangbergkvamåmliamlibokntinnroangranosenoslobodorøstroststatåmotamotivguprivøyeroyerliermossvossxn--nvuotna-hwalusterlunnermarkerhábmerhabmerhvalerfjalerxn--rholt-mratysvarbaidarfitjargaularhápmirhapmirmelhusfosnesøksnesoksnestysneshemnesevenesflesbergeidsbergtonsbergtønsberglindasxn--sndre-land-0cbnamsosxn--srum-graøystre-slidreoystre-slidrevestre-slidretrondheimbalestrandxn--langevg-jxaaustrheimxn--skjk-soavagsoyaveroysandoykarmoyfinnoytranoyvestbytranbysykkylvenxn--hyanger-q1aspjelkavikandasuoloxn--fl-ziaxn--drbak-wuastathellexn--sr-varanger-ggbtelemarkxn--bhcavuotna-s4axn--porsgu-sta26fčáhcesuolocahcesuoloakrehamnåkrehamnsandøykarmøyfinnøytranøyvågsøyaverøynamdalseidxn--lesund-huabadaddjaxn--vegrshei-c0axn--btsfjord-9zagildeskålporsanguxn--trgstad-r1anávuotnanavuotnahammerfestxn--sgne-graxn--brnny-wuacibestadharstadnarviikaevenáššivestnesgjemnessandnesagdenesrennesoyxn--avery-yuaxn--tysvr-vrabearalváhkikongsbergspydebergrandabergxn--andy-iradavvesiidaxn--krdsherad-m8aporsáŋgufredrikstadbjerkreimringeburennebuaurskog-holandnotteroyxn--vgsy-qoa0jxn--rmskog-byaskierváivelandbyglandfrolandaurlandforsandxn--bjddar-ptamidsundålesundalesundfetsundfarsundovre-eikerøvre-eikerakershusxn--moreke-juasørfoldøstfoldostfoldsorfoldhøyangerhoyangerlevangerorkangertanangerxn--vestvgy-ixa6olillesandulsteinxn--rennesy-v1agranvinskjervoyxn--klbu-woalavagisxn--h-2faxn--ryrvik-byakafjordkåfjordseljordfolkebiblxn--gjvik-wuajevnakerxn--kfjord-iuabudejjuxn--kranghke-b0axn--davvenjrga-y4axn--rland-uuaxn--ldingen-q1axn--mlselv-iuaxn--rady-iraxn--linds-prabrumunddalxn--ygarden-p1amo-i-ranaeidskogrømskogromskoghjelmelandxn--finny-yuaxn--sr-odal-q1axn--skjervy-v1aballangenkvanangenkvænangengratangenxn--hmmrfeasta-s4acvossevangensuohkanxn--rde-ulaxn--mli-tlaxn--ksnes-uuanordlandskanlandskånlandsortlandfuoiskuxn--rros-graxn--hcesuolo-7ya35bxn--eveni-0qa01gagaivuotnagáivuotnaxn--seral-lradrammenmodalenmosjoenjan-mayentorskensteigengloppenxn--snes-poamatta-varjjatxn--sr-fron-q1aomasvuotnajessheimbådåddjåxn--krager-gyaxn--kvfjord-nxaxn--asky-iraxn--snase-nraxn--bidr-5nacholtålenxn--vads-jraxn--jlster-byamosjøenxn--rst-0nastavernxn--ostery-fyaxn--oppegrd-ixaxn--sknit-yqaxn--risa-5naoppegårdskiptvetrendalenholtalenxn--mot-tlaxn--lhppi-xqaxn--holtlen-hxaxn--srreisa-q1akopervikxn--muost-0qaxn--bmlo-grahokksundkvalsundegersundxn--karmy-yuaullensakerxn--hylandet-54axn--kvitsy-fyaxn--bod-2nalangevågberlevågkristiansandxn--rsta-frahornindalstjørdalshalsenstjordalshalsensandnessjoenhámmárfeastaxn--lrdal-srasør-fronsor-fronnord-odalkristiansundmátta-várjjatvestvågøynesoddennotoddenbuskerudøygardenoygardensalangenlavangenralingenrælingenlodingenlødingenleaŋgaviikalaakesvuemieleangaviikauenorgexn--srfold-byaaskvollxn--rskog-uuaxn--nry-yla5gxn--vry-yla5ghammarfeastaxn--rhkkervju-01afxn--givuotna-8yakommunekrokstadelvanedre-eikerhagebostadhægebostadxn--berlevg-jxakviteseidxn--s-1faxn--l-1faxn--nmesjevuemie-tcbafuosskomoårekemoarekexn--lt-liacxn--jrpeland-54asvalbardoppegardholmestrandtvedestrandsogndalsokndalarendalsunndalfolldalxn--krjohka-hwab49jlyngdaletnedalnorddalsaltdalgausdalskedsmovaksdalgjesdalstordalxn--frya-hraaarbortedrangedalxn--smna-graaurskog-hølandxn--vg-yiabtjeldsundhaugesundlindesnesxn--mre-og-romsdal-qqbxn--dnna-gradyntmpheremerseineshacknetenterprisecloudmineaccomaorimāoriorgmilcriiwigennetschoolhealthkiwigovtgeekxn--mori-qsacloudnsparliamentcomedorgcompronetedugovmuseumwebsitekinservicebarsywebsitebuildereerobookheimdnsleapcelleero-stagetechcrscsslorigingohomecdbedeeeiemesecabgngilnlalplchfisiincnnoroptatitmtltruauhulumkdkukskjplvtrgrfrkrhrusesismycynzcznetinteduassoososcloudstgbetaaezaeuhkusjswzhatenadiarycdn77hoptozaptois-a-knightmyftpno-ipjpnddnssdpdnsspdnsbarsysweetpepperis-a-bruinsfanis-very-sweetservegameis-a-soxfanhomelinuxcdn77-secureservebbsmisconfusedwebredirectblogsitefreedesktopcouchpotatofriestoolforgeaccesscamis-lostreadmyblogsmall-webfedorapeopleserveftpis-a-celticsfanmywirepotagertwmailin-dslsellsyourhomeread-booksfreeddnscable-modemis-savednflfanufcfanmlbfanstuff-4-saleendoftheinternetin-vpnmy-firewallhomeftpis-localis-a-chefboldlygoingnowherewebhopselfipkicks-assroxatunkcamdvrfedoraprojectgotdnsdvrdnsdyndnspubtlspimientahomeunixdontexistfedorainfracloudwmflabsfspagesbmoattachmentsteckidsfamilydsdnsaliasdynaliasnow-dnscloudnsdoomdnsduckdnsblogdnshomednsroutingthecloudendofinternetdsmynasip-dynamicpoivronhttpbinmyfirewallis-very-evilmysecuritycamerais-a-linux-userwmcloudis-a-geektuxfamilyis-a-candidatedoesntexistis-very-badhobby-sitegame-hostaltervistais-foundis-a-patsfandnsdojohepforgepodzonedynservcollegefanis-very-goodfrom-meis-very-niceisa-geeknerdpolacmedsldingorgcomnomgobabonetedupleskaemhlxmyboxrockyprvcydeuxfleursvibekitprodomgspdnscodebergheyflowstatichostlinkyhostmymagicorgmilcomnomgobneteduorgcomeduiorgmilcomngonetedugovcloudns1337ngrokacorggogfamcomwebgobnetedugokgopgkpgovgosbizpasaugumicsopozpapuwmwsrprusiskwpspkppspkmpspokeoiawsawifoumsdnskokwpmuppuppsppiwwiwoowuzswkzoschrzpisdnwzmiuwwitdpssewsseumigugimoirmpinbwinbwiihupporzgwgriwupowwskrwioswuozstarostwokonsulattmpccopruszkowmyspreadshopostrodakartuzyopolegminamediaustkazgorajgoraolawailawalomzawloclradombytomjaworznotargilubinkoninzagantorunkutnokepnonakloczestsopotsanokturekplockslasksklepzarowlukowmedaidgdaorgmilrelcomnomatmgsmartneteduelkgovwawsossexbiztgorysejnytychypomorzeboleslawiechomesklepsdscloudunicloudzakopanelegnicarawa-mazbydgoszczswidnikkrasnikwloclawekbielawamragowograjeworealestatebeskidykaszubymalopolskaprzeworskswiebodzinlecznadfirmaszkolawarmiagdyniamiastakazimierz-dolnymalborkswidnicadlugolekaostrolekapodlasieelblagtravelsimplesitezachpomormielecszczecinnieruchomosciwalbrzychlezajsklublinbedzinpoznanwielunmielnooleckostarachowicedkontopowiatwroclawrybniksuwalkileborkslupskgdanskostrowwlkptarnobrzegtourismwegrowkrakowglogowyou2pilanysamailwrocinfoagroautobeepshoppriviqhslapypiszlodzcfolksecommerce-shopmazurypulawyskoczowrzeszowpomorskiezgierzkaliszolkuszlowiczostrowiecsosnowiecmazowszewodzislawbialowiezazgorzeleckatowicepabianicejelenia-gorawolominkarpaczsieradznowarudaczeladzkonskowolaskierniewiceswinoujscieturystykabieszczadycieszynketrzynolsztynbialystokbabia-goraprochowicewarszawastalowa-wolapolkowicegorlicegliwiceponiatowalimanowalubartowaugustowkobierzyceopocznognieznoszczytnokolobrzegshoparenapodhalebielskoklodzkostargardcoshipatwithplayitownnamecoorgnetedugovacorgcomproestnetedugovbiznameislaprofinforechtngrokmedaaaacacpaenglawjurbarbarsykeeneticavocatacctcloudnsorgcomsecplonetedugov123paginaweborgcomnetintedugovnomepublidkinbarsygovx443cloudnsorgmilcomnetedugovcooporgmilcomschnetedugovnamecomcannetlibassoaemclantmcontstoreorgcomnomrecwwwbarsyfirminfoshopartsv6stackitmyddnswebspacelima-cityacincooxorgedugovbarsybrendlyhbvpsvpsspectrumlandinghostingacppmordoviamcprecbgorgmilcomspbnetintedumsknovgovbirrasmcdirmytismircloudvladimirnalchikadygeyamarinepyatigorskmyjinobashkiriaeurodirvladikavkazna4ugroznykustanaikalmykiacldmaildagestaniransmbuildcloudcanvaliaravalrwxwixdevelopmentappwritemigrationneedleverceldatabasestackitcodereplravendbsanityonporterlovableaccoorgmilnetgovcoopmedorgcompubschnetedugovservicemecomygovorggovtvmedorgcomnetedugovinfoedgfacbmlonihkutwpsryxzbdtmacfhppmyspreadshopbrandpartiorgcomfhvpress123minsidaitcouldbeworlanbibkommunalforbundfhskiopsyskomvuxkomforbnaturbruksgymnloginlineorgcomnetedugovenscaledeuusentsurgebotdaorgmilcomnetgovnowteleporthashbangbearlyplatformlovablebarsyshopwarebasehoplixbarsyonlinemsf5gitpagewawamscofigma-govcaffeinefigmacanvasoltstscwputerbarsysupportchatgptsquareomniweopensocialcpanelplaycodenotionnovecorewpsquaredpreviewjelecyonbyensrhtfastvpspieboxconvexmedusajsjouwwebheyflowplatformshdocsflowyloginlinemadethissourcecraftclouderaorgorgcomartedugouvunivmeorgcomnetedugovsurveysstatichfheiyumanusxs4allprojectmyfastubervibehostapp-ionosdeployagentmecoorgcomschnetedugovbizcncostoreorgmilcomneteduembaixadaconsuladokiraranohoprincipesaotomeheliohobarsystorebaseshopwaresellfyaisanityabkhaziavologdamordoviapenzalenugsochinavoiexnetspbmsknovnorth-kazakhstanashgabadkareliaarmeniageorgiavladimirnalchikivanovobukharaadygeyakhakassiakalugakrasnodarjambylaktyubinsktroitskbryanskobninskkurganazerbaijanpokrovskbashkiriatselinogradvladikavkazmurmansktulatuvamangyshlaktashkentchimkentgroznykaragandatermezarkhangelskkustanaikalmykiabalashoveast-kazakhstankaracoldagestantogliattibarsyredorgcomgobedumirenaccoorgjelasticdiscoursecleverappsschacmiincogoornetonlineshopcogoorgmilcomwebnicnetintedugovbiznametestcoorgmilcomnomnetedugovorangecloudpersoindorgcomfinnatnetgovensmincomtourismintlinfox0611orgmilcomnetedugovquickconnectvpnplusnettprequalifymeaddrmyaddrntdllwadlnctvavdrk12orgmilpolbeltelcomwebgennetedutskkepgovbbsbiznameinfocoorgmilcompronetedugovbiznameinfobetter-thanworse-thansakurafromdyndnson-the-webmymailerorgmilurlcomneteduidvgovmydnsgameclubebizmeneacsccogotvorhotelmilmobiinfovodteiflgplkmsmsbcckhincndnvncoztltmkckppzpdprvcvkvlvcrkrkscxuzchernovtsyrivneyaltaodesavolynrovnolutskltdinforgcomnetedugovbizvinnicazhitomirternopilpoltavakropyvnytskyizaporizhzhiasevastopolsebastopoluzhgoroduzhhorodkharkovkharkivvinnytsiakhmelnytskyizaporizhzhecrimeaodessazhytomyrnikolaevcherkassydonetskluganskluhanskkirovogradivano-frankivskchernivtsikrymkievkyivlvivsumyzakarpattiamykolaivcherkasychernigovkhersonchernihivdnipropetrovskdnepropetrovskkhmelnitskiyneacsccogoorusorgmilcomedugovmyspreadshopadimono-ipbarsybarsyonlinelayershiftnh-servretrosnubapicampaignservicelugaffinitylotteryweeklylotteryraffleentrygluglugsmeaccoindependent-inquestnimsitecopropymntltdorgplcschnetgovnhsbarsyindependent-commissionindependent-reviewpolicepublic-inquiryindependent-panelconnhospindependent-inquiryroyal-commissionoraclegovcloudappscck12libaws-govccphxcclibpvtparochchtrcck12libcceatonk12coglibtecgendstmusann-arborwashtenawcck12glghcck12sealibforksolympiabainbridge-islkeyporthoquiamyarrow-pointcentraliaport-townsendsequimport-ludlowrentonsilverdalebremertonredmondsheltonbellevueport-orchardport-angeleskingstonchehalisaberdeengig-harborseattlepoulsboidmdndsddemenegacalamaiavawapailalflnmdcncscohnhmihiviwiriinmntnmocoutvtctmtgunjokakwvnvprarorasmskstxwynykyazisadninsnngosrvis-bymircloudservernamepointtoenscaledland-4-salefreeddnsstuff-4-saleazure-apinoipdatabricksappscloudnsgolffanheliohostazurewebsitesgvorgmilcomgubneteducoorgcomnetd0egvorgmilcomnetedugovmydnsiacostoree12orgmilcomnomwebgobbibrectecnetintedugovraremprendefirminfoartseducok12orgcomnethidnsadidacaionioapsonlahanamhanoicamauhueorgcompronetintedugovbizbacninhtayninhhoabinhnamdinhtravinhhaiphongvinhlonghaiduongquangnamquangtrithuathienhuequangninhbacgianghaugiangquangbinhsoctrangbentrethanhphohochiminhdanangkontumhatinhkhanhhoathanhhoahealthgialailaocaiyenbaibackanngheanlonganphuyenphuthocanthodaklakdongnainameinfovinhphucdongthapkiengiangtiengiangquangngailaichaulangsonlamdongdaknonghagiangangiangcaobangbinhduongninhthuanbinhthuanbaclieuthaibinhninhbinhbinhdinhtuyenquanghungyenbaria-vungtauthainguyendienbienbinhphuocschbizputerorgcomnetedugovcloud66advisormypetsdyndnsxn--8dbq2axn--4dbgdty6cxn--5dbhl8dxn--hebda8bxn--80auxn--d1atxn--c1avgxn--o1acxn--o1achxn--90azhxn--55qx5dxn--uc0atvxn--od0algxn--wcvs22dxn--gmqw5axn--mxtq1mxn--12c1fe0brxn--h3cuzk1dixn--12co0c3b4evaxn--12cfi8ixb8lxn--o3cyx2axn--m3ch0j3axn--j1adpxn--90amcxn--90a1afxn--h1ahnxn--j1ael8bxn--h1alizxn--c1avgxn--j1aefxn--80aaa0cvacxn--41acaffeineexeopentunnelbotdashtelebitorgtmaccoagricorgmilnomwebnicngonetaltedugovlawnisschoolgrondaraccoorgmilcomschnetedugovbizinfoprg1-zeropstritonstackitlimazeropsaccoorgmilgovяспборгкоммскбизмирсамаракрымсочиакодпроргобрупрצהלממשלישובאקדמיהองค์กรธุรกิจรัฐบาลศึกษาทหารเน็ต教育網絡組織公司政府個人닷넷한국澳门新闻澳門联通家電嘉里招聘通販닷컴삼성コムგეбгрфеюadcdbdgdidmdsdtdaebedeeegeiejekemenepereseveyegabacalamanauavapaqasazacfbfafgfnfpfwftfbgcgagggegkgngmgsgpgvgtgugilmlnlalclglplsltlhmimjmkmmmomambmcmdmfmgmzmpmsmtmgbbblbsbecccacnclcmcvctcscmhkhghchbhthphshlinikifigiaibicivisikninhnmncnbngnsnpnvntnjoionomobocoaofodorosotoptstttytatbtetgtithtmtltrusuvuaucueuguhulumunufjdjbjtjsjlkmkhkfkdkcktkukskpkgpmpnpkpjpgqaqmqiqsvtvcvbvmvlvrwpwtwzwbwcwawgwkwmwtrsrprgrfrercrbrarnrmrlrkrirhrwsusrssspsgsesbsaslsmsissxmxaxcxuypysylymykygybycyuztzsznzmzkzdzczbzazελευ世界台灣购物公益点看臺灣网络書籍在线网站手机机构大拿游戏信息台湾谷歌慈善商标香港中国餐厅网址中國商城食品微博政务移动集团公司八卦商店健康网店政府时尚佛山中信娱乐广东企业homedepotengineeringاماراتrepublicankuokgroupversicherungchannelcitadelxn--pgbs0dhxn--b4w605ferdstatebankwebsitexn--mgb9awbf亚马逊淡马锡alibabaxn--ngbc5azdxn--mgbbh1axn--45br5cyltoshibabuildworldcloudtradeguideplacespacedancemoviephoneprimesmilebiblestyleappleazurestoreskypegripexn--l1accdrivelottehorsehouseleasechasereisestadahondaomegaaetnaamicaninjanokiamediadeltavodkaedekaosakapizzaslingemailgmailtirolshelltmallfinallegaltotalhotelamfamforumrehabmusicciticricohcoachwatchboschearthfaithirishmiamiarchidubaiguccipraxiみんなストアセールcanonsalononionnikonepsonkoelngreensevencrownikanoradioaudioweiboglobopromogalloyahoociscorodeovideomangobingotokyovolvolottokyotophotosmartsportquesttrusthyattjetztadultcymrubaidutushuxn--kprw13dubankclickblackmerckgroupsharpcheapnowtvxn--h2brj9cקוםհայоргсрбмонкомбелмкдқазрусукрمصرقطرعربكومdadcfdmedwedredphdthdbidpidkrdmsdltdiceonewmeglemoerwecfageacbanbambaaaammakianraspacpaaxawtfbcgaegongingaigvigorgdogdhlmilrilonlaolloluoljllcalgalnflafltelsrlfrllplkimibmcamcombommomifmabbjcbscbwebcabnabtabmlbpubabcbbcnecincpncllcstcwtcpwcnyckfhbzhovhmoiskiobisbitcifyituipinvinwinxincbnbcnmanfangdnmenrenkpnmtnyunrunfununobiojioriohbogmofooboooooacoecoceongoproartistottnttbbtcateatlatvetpetbetnethktmitfitintjothotgotdotbotprueduicujnjyouinknhktdkappsapgapmapdnptopgopllpjmpzipvipripesqtrvdtvitvdevmovgovhivnrwlawsewnewbmwwownowhowdvrftrmtrsfrbarcartvscrseusawsupsubssbsadsddsldssasbmsmlsxxxboxfoxgmxtjxsextaxbuyflydiysoyjoyskypaydaygayxyzanzbizwebersenerpokerlameractortatarsolarລາວคอมไทยtourslocusnexuslexusgiftsbeatsboatspartspressglassswissकॉमनेटtiresgivescodeshomesgamestunesshoescardswalesloansvegastoolsdealsautosparisファッションworkssucksrocksxeroxforexfedexpartylillymoneystudyrugbytoraytoday中文网xn--unup4y天主教飞利浦新加坡enterprises我爱你嘉里大酒店christmasxn--fct429kholdingsxn--8y0a063axn--mgbx4cd0ablifestyleabogadoallstatenetbankكاثوليكxn--s9brj9cxn--gk3at1ebestbuycharityxn--55qx5dmicrosoftpropertybasketballhomegoodscorsicajewelrygallerygrocerysurgerycountrybrusselsverisignferreroxn--czr694bhdfcbankcommbanksoftbankپاكستانپاکستانnextdirectالسعوديهالعليانxn--h2brj9c8cxn--80adxhksshikshaxn--mgbai9azgqp6jcuisinellabarclayscatholicxn--kpry57dcompanyxn--xhq521bblackfridayxn--mgba3a3ejtsandvikxn--d1acj3bacademydownloadمليسياxn--j1amhxn--w4r85el8fhu5dnraipirangaathletaxn--fhbeixn--mgbqly7cvafrzuerichxn--c2br7gஇலங்கைcontractorsxn--io0a7igraphicsinsurancetemasekxn--xkc2al3hye2amotorcyclesphotographydirectoryplumbingxn--vhquvclothingtrainingcleaningwilliamhilllightingxn--mgba3a4f16ashoppingcateringeducationokinawapicturesventuresproductionsxn--9et52uwalmartഭാരതംsupportrealestatecapitalonexn--nqv7fs00emaauspostfloristdentistxn--qxamgodaddybradescobargainsmitsubishikerryhotelsxn--9dbq2axn--3pxu8kimmobilienxn--fjq720axn--mgbtx2bholidaymckinseymadridbusinessbuildersxn--4gbrimмоскваالسعودیةcoffeedegreelacaixapartnersalsaceofficeabbvievoyageorangegeorgeonlinechromemobilekindlegoogleoraclecircleschulesecureinsurexn--mgba7c0bbn0aestatexn--mgbc0a9azcgcruisehangoutxn--vuq861bxn--42c2d9arexrothfirestoneuniversityxn--nnx388alifeinsuranceextraspaceонлайнvermögensberatersoftwarexn--fiqs8sxn--mgbab2bdxn--w4rs40ltiendaभारतम्africatoyotaotsukasakuracameracreditcardnagoyaconsultingnetworktheatermonsterprogressivepioneerxn--55qw42gracingdatingvotingvikinglivinggivingxn--bck1b9a5dre4cbrotherweatherjoburgفلسطينlplfinancialxn--clchc0ea0b2g2a9gcdfutbolschoolsocialglobaldentalwoodsidechanelairtelmatteltravelrealtorwebcamstreamభారత్unicomalstomxn--nodexn--6frz82gmuseumfurniturexn--rvc1e0am3exn--mix891faccenturexn--11b4c3dismailineustardiscountquebeccomsecclinicservicesxn--y9a3aqxn--c1avgswatchchurchsearchالاردنmarketingcontacthealthmonashshoujisanofitaipeiamericanexpresssuzukiアマゾンクラウドポイントbhartiグーグルxn--mgberp4a5d4armemorialxn--1qqw23alondonmormoninstitutevisionbostonnortoncouponmaisonamazonvirginberlindesigndurbanolayannissananquanxihuanhitachikaufengardenreisenbayerntechnologydatsunxn--90a3aclatinocasinostudiophysioxn--ngbe9e0apharmacytattootaobaoaramcoexpertreportabbottdirectselectimamatfairwindspictettargetmarketintuittravelersinsurancecreditdupontryukyusuppliesxn--tckwebnpparibasschmidtmerckmsdyodobashirestaurantbridgestonecricketxn--fpcrj9c3dbostikbroadwayattorneylefrakemerckxn--fiq228c5hscareersfarmerswinnersflowersxn--wgbh1cguitarsxn--54b7fta0ccxn--p1acfmakeupgalluplandroverxn--kcrx77d1x4agoldpointbauhausxn--mgbayh7gpahiphopplaystationxn--mgba3a4fraxn--eckvdtc9dhyundaixn--gckr3f0fistanbulticketsmarketsflightschintaireviewsxn--3e0b707ewindowsxn--fiqz9sfinancialxn--fzys8d69uvgmابوظبيdiscoverreviewবাংলাxn--5su34j936bgsgmoscowobserverapartmentsдетиارامكوсайтeurovisionxn--i1b6b1a6a2exn--xkc2dl3a5ee0hتونسموقعبارتڀارتشبكةعمانبيتكعراقreadkredbondlandbandfundfoodprodgoldfordtubecafesafelifeggeeieeefreefagepagegugezonewinememenamegamesaleablebikenikelikecarecbreherefiresaveloveliveblueartedatesitevotecaseluxebofamodaltdaasdatiaayogasinavanashiaasiajavabbvatevavivadatazaraarpacasavisasncfprofmaifsurfgolfdvagsongbingpingwangkpmggoogblogpohlfailcooldellcalldeallidlsarlfilmteamroomfarmimdbarabclubhdfcicbchsbcgmbhrichtechfishdishcashminiernikddiaudiwikimobitaxicitikiwidesiqponskinloanakdnwienopenporncerntownimmolimoolloinfonicofidolegosaxozeroaerovivoautovotomotofastbestresthostpostnextlgbtchatseatgiftmeetdietreitmintrentgentspotscotguruitausohumenucyoubanklinkpinkdclktalksilkbookseekworkrsvpaarpjeepshopcoophelpcamppccwshowbeerstarruhrflirweirhaircarsparsjprshausplusnewstipstoysjobskidsfanspicsdocsxboxamexsexynavycitysonyarmyallybabyplaydeliverybuzzgbizlamborghiniphilipsලංකාಭಾರತfitnessexpresslanxesspfizercenterwalterlawyersoccercareerkosherbrokerlockerdealerdoctorauthorxn--mgbqly7c0a67fbcvermögensberatungjaguarxn--pssy2uxn--hxt814eflickrrepairrogersairbusxn--mgbai9a5eva00beventsyachtsxn--t60b56aভাৰতভারতभारतभारोतviajeshermeshughesxn--j1aefसंगठनvillasଭାରତclaimshotelsભારતzapposphotosjuegoscondostatamotorsgratistennisਭਾਰਤtkmaxxtjmaxxschaeffleryandexxn--80aswgrealtysafetybeautyluxuryxn--3ds443gsupplyfamilyxn--o3cw4hhockeysydneyxn--90aenissayalipayenergycomputeragencyxn--rovu88b電訊盈科xn--gecrj9cstatefarmaccountantaquarelleolayangroup香格里拉xn--p1ai组织机构xn--1ck2e1bxn--mgbt3dhdschwarzموريتانياabudhabinowruzkomatsufujitsuhospitalxn--80asehdbxn--mgbtf8flxn--j6w193gxn--yfro4i67oprudentialxn--flw351ecruisescoursesrecipesxn--e1a4cferrarixn--ses554gxn--wgbl6awatchesstaplessinglesxn--mgbcpq6gpa1axn--otu796dpropertiescreditunionxn--mgbah1a3hjkrdstockholmhisamitsuالسعوديةstcgroupdomainsoriginscouponsbloombergclubmedfroganslimitedxn--80aqecdr1aexposedinternationalequipmentbarclaycardxn--q7ce6axn--mgbi4ecexpprotectionassociatesconstructionxn--cck2b3bxn--45q11candroidfoundationישראלxn--mgbca7dzdocliniqueboutiqueengineerxn--qxa6asystemsfirmdalefashionauctionxn--nqv7finfinitirentalsreliancetradingweddingfishinghostinggentingbookingcookingxn--3hcrj9cgraingerxn--czrs0tdemocratsamsungyokohamaxn--h2breg3evexn--nyqy26alundbeckmelbournevacationssolutionsfrontierxn--vermgensberatung-pwbmanagementxn--cg4bkixn--mgb2ddeslincolnhamburgsandvikcoromantblockbusterairforcebarefootxn--4dbrk0ceinvestmentsfeedbackcommunityxn--ngbrxالبحرينdiamondsamsterdamhealthcareredumbrellaxn--mxtq1mxn--2scrj9cagakhanxn--mgbpl2fhкатоликcaravanசிங்கப்பூர்richardlimortgageamericanfamilyxn--fzc2c9e2cscholarshipssaarlandxn--imr513nvlaanderensamsclubgoodyearkitchenஇந்தியாweatherchannelallfinanzxn--kput3iالسعودیۃxn--90aisxn--efvy88hالجزائرxn--mgbaam7a8hexchangejpmorganxn--tiq49xqyjfidelitysecurityxn--mk1bu44cwanggouxn--fiq64bxn--6qq986b3xlxn--mgbbh1a71exn--80ao21amarshallsxn--5tzm5gtravelerspanasoniclatrobeyoutubeaccountantsxn--rhqv96gxn--cckwcxetdanalyticsxn--ygbi2ammxبازاربھارتسوريةorganicfreseniusسورياxn--9krt00axn--qcka1pmcxn--jlq480n2rgdeloittesciencefinancexn--jvr189mxn--30rr7yhomesensehotmailbaseballfootballleclercboehringerxn--q9jyb4cxn--mix082fاليمنهمراهpolitieسودانايرانایرانnetflixyamaxunxn--lgbbat1ad8jcollegestoragecapetowncolognekerrypropertiesxn--mgbgu82axn--ogbpf8flxn--czru2dwhoswhociprianilasallexn--g2xx48cforsalebanamexaudiblexn--vermgensberater-ctbxn--zfr164bericssonvanguardxn--45brj9cindustriestheatremarriottxn--3bst00mcomparexn--mgberp4a5d4a87gcapitaldigitalالمغربbarcelonashangrilaxn--d1alfcalvinkleinwwwcitysapporokawasakinagoyasendaikobekitakyushuyokohamackjp";
	const rulesRoot = 663;
	const exceptionsRoot = 667;
	const numberOfNodes = nodeFlags.length;
	const numberOfEdges = edgeLength.length;
	const edgeOffset = new Uint32Array(numberOfEdges);
	const edgeHash = new Uint32Array(numberOfEdges);
	const wildcardEdge = new Int32Array(numberOfNodes).fill(-1);
	for (let node = 0, offset = 0; node < numberOfNodes; node += 1) for (let edge = edgeStart[node]; edge < edgeStart[node + 1]; edge += 1) {
		edgeOffset[edge] = offset;
		const end = offset + edgeLength[edge];
		let hash = 5381;
		for (let i = end - 1; i >= offset; i -= 1) hash = hash * 33 ^ labelText.charCodeAt(i);
		edgeHash[edge] = hash >>> 0;
		if (edgeLength[edge] === 1 && labelText.charCodeAt(offset) === 42) wildcardEdge[node] = edge;
		offset = end;
	}
	let matchNode = -1;
	let matchStart = 0;
	let matchEnd = 0;
	function labelEquals(edge, hostname, start, length) {
		if (edgeLength[edge] !== length) return false;
		const offset = edgeOffset[edge];
		for (let i = 0; i < length; i += 1) if (labelText.charCodeAt(offset + i) !== hostname.charCodeAt(start + i)) return false;
		return true;
	}
	function findEdge(node, hash, hostname, start, length) {
		let lo = edgeStart[node];
		let hi = edgeStart[node + 1];
		while (lo < hi) {
			const mid = lo + hi >>> 1;
			const value = edgeHash[mid];
			if (value < hash) lo = mid + 1;
			else if (value > hash) hi = mid;
			else {
				for (let e = mid; e >= lo && edgeHash[e] === hash; e -= 1) if (labelEquals(e, hostname, start, length)) return e;
				for (let e = mid + 1; e < hi && edgeHash[e] === hash; e += 1) if (labelEquals(e, hostname, start, length)) return e;
				return -1;
			}
		}
		return -1;
	}
	function walk(hostname, root, allowedMask) {
		let node = root;
		let end = hostname.length;
		let hash = 5381;
		matchNode = -1;
		for (let i = hostname.length - 1; i >= 0; i -= 1) {
			const code = hostname.charCodeAt(i);
			if (code === 46) {
				const start = i + 1;
				let edge = findEdge(node, hash >>> 0, hostname, start, end - start);
				if (edge === -1 && end !== start) edge = wildcardEdge[node];
				if (edge === -1) return matchNode !== -1;
				node = edgeChild[edge];
				if ((nodeFlags[node] & allowedMask) !== 0) {
					matchNode = node;
					matchStart = start;
					matchEnd = end;
				}
				end = i;
				hash = 5381;
			} else hash = hash * 33 ^ code;
		}
		let edge = findEdge(node, hash >>> 0, hostname, 0, end);
		if (edge === -1 && end !== 0) edge = wildcardEdge[node];
		if (edge !== -1) {
			node = edgeChild[edge];
			if ((nodeFlags[node] & allowedMask) !== 0) {
				matchNode = node;
				matchStart = 0;
				matchEnd = end;
			}
		}
		return matchNode !== -1;
	}
	function suffixLookup(hostname, options, out) {
		if (fastPathLookup(hostname, options, out)) return false;
		const allowedMask = (options.allowPrivateDomains ? 2 : 0) | (options.allowIcannDomains ? 1 : 0);
		if (walk(hostname, exceptionsRoot, allowedMask)) {
			out.isIcann = (nodeFlags[matchNode] & 1) !== 0;
			out.isPrivate = (nodeFlags[matchNode] & 2) !== 0;
			out.publicSuffix = hostname.slice(matchEnd + 1);
			return true;
		}
		if (walk(hostname, rulesRoot, allowedMask)) {
			out.isIcann = (nodeFlags[matchNode] & 1) !== 0;
			out.isPrivate = (nodeFlags[matchNode] & 2) !== 0;
			out.publicSuffix = hostname.slice(matchStart);
			return false;
		}
		out.isIcann = false;
		out.isPrivate = false;
		const lastDot = hostname.lastIndexOf(".");
		out.publicSuffix = lastDot === -1 ? hostname : hostname.slice(lastDot + 1);
		return false;
	}
	const RESULT = getEmptyResult();
	function getDomain(url, options) {
		resetResult(RESULT);
		return parseImpl(url, 3, suffixLookup, options, RESULT).domain;
	}
	exports.getDomain = getDomain;
})))();
var SPECIAL_USE_DOMAINS = [
	"local",
	"example",
	"invalid",
	"localhost",
	"test"
];
var SPECIAL_TREATMENT_DOMAINS = ["localhost", "invalid"];
var defaultGetPublicSuffixOptions = {
	allowSpecialUseDomain: false,
	ignoreError: false
};
function getPublicSuffix(domain, options = {}) {
	options = {
		...defaultGetPublicSuffixOptions,
		...options
	};
	const domainParts = domain.split(".");
	const topLevelDomain = domainParts[domainParts.length - 1];
	const allowSpecialUseDomain = !!options.allowSpecialUseDomain;
	const ignoreError = !!options.ignoreError;
	if (allowSpecialUseDomain && topLevelDomain !== void 0 && SPECIAL_USE_DOMAINS.includes(topLevelDomain)) {
		if (domainParts.length > 1) return `${domainParts[domainParts.length - 2]}.${topLevelDomain}`;
		else if (SPECIAL_TREATMENT_DOMAINS.includes(topLevelDomain)) return topLevelDomain;
	}
	if (!ignoreError && topLevelDomain !== void 0 && SPECIAL_USE_DOMAINS.includes(topLevelDomain)) throw new Error(`Cookie has domain set to the public suffix "${topLevelDomain}" which is a special use domain. To allow this, configure your CookieJar with {allowSpecialUseDomain: true, rejectPublicSuffixes: false}.`);
	const publicSuffix = (0, import_cjs.getDomain)(domain, {
		allowIcannDomains: true,
		allowPrivateDomains: true
	});
	if (publicSuffix) return publicSuffix;
}
function inOperator(k, o) {
	return k in o;
}
function isEmptyString(data) {
	return data === "" || data instanceof String && data.toString() === "";
}
function isString(data) {
	return typeof data === "string" || data instanceof String;
}
Object.freeze({
	SILENT: "silent",
	STRICT: "strict",
	DISABLED: "unsafe-disabled"
});
var IP_V6_REGEX = `
\\[?(?:
(?:[a-fA-F\\d]{1,4}:){7}(?:[a-fA-F\\d]{1,4}|:)|
(?:[a-fA-F\\d]{1,4}:){6}(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)){3}|:[a-fA-F\\d]{1,4}|:)|
(?:[a-fA-F\\d]{1,4}:){5}(?::(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)){3}|(?::[a-fA-F\\d]{1,4}){1,2}|:)|
(?:[a-fA-F\\d]{1,4}:){4}(?:(?::[a-fA-F\\d]{1,4}){0,1}:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)){3}|(?::[a-fA-F\\d]{1,4}){1,3}|:)|
(?:[a-fA-F\\d]{1,4}:){3}(?:(?::[a-fA-F\\d]{1,4}){0,2}:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)){3}|(?::[a-fA-F\\d]{1,4}){1,4}|:)|
(?:[a-fA-F\\d]{1,4}:){2}(?:(?::[a-fA-F\\d]{1,4}){0,3}:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)){3}|(?::[a-fA-F\\d]{1,4}){1,5}|:)|
(?:[a-fA-F\\d]{1,4}:){1}(?:(?::[a-fA-F\\d]{1,4}){0,4}:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)){3}|(?::[a-fA-F\\d]{1,4}){1,6}|:)|
(?::(?:(?::[a-fA-F\\d]{1,4}){0,5}:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)){3}|(?::[a-fA-F\\d]{1,4}){1,7}|:))
)(?:%[0-9a-zA-Z]{1,})?\\]?
`.replace(/\s*\/\/.*$/gm, "").replace(/\n/g, "").trim();
var IP_V6_REGEX_OBJECT = new RegExp(`^${IP_V6_REGEX}$`);
var IP_V4_REGEX_OBJECT = new RegExp(`^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$`);
function domainToASCII(domain) {
	return new URL(`http://${domain}`).hostname;
}
function canonicalDomain(domainName) {
	if (domainName == null) return;
	let str = domainName.trim().replace(/^\./, "");
	if (IP_V6_REGEX_OBJECT.test(str)) {
		if (!str.startsWith("[")) str = "[" + str;
		if (!str.endsWith("]")) str = str + "]";
		return domainToASCII(str).slice(1, -1);
	}
	if (/[^\u0001-\u007f]/.test(str)) return domainToASCII(str);
	return str.toLowerCase();
}
function formatDate(date) {
	return date.toUTCString();
}
var INVALID_TOKEN_CHARACTER = /[^\x21\x23-\x27\x2A\x2B\x2D\x2E\x30-\x39\x41-\x5A\x5E-\x7A\x7C\x7E]/;
var CookieName = { parse(input) {
	if (input.length === 0 || INVALID_TOKEN_CHARACTER.test(input)) return;
	return input;
} };
function parseDate$1(cookieDate) {
	if (!cookieDate) return;
	const flags = {
		foundTime: void 0,
		foundDayOfMonth: void 0,
		foundMonth: void 0,
		foundYear: void 0
	};
	const dateTokens = cookieDate.split(DELIMITER).filter((token) => token.length > 0);
	for (const dateToken of dateTokens) {
		if (flags.foundTime === void 0) {
			const [, hours, minutes, seconds] = TIME.exec(dateToken) || [];
			if (hours != void 0 && minutes != void 0 && seconds != void 0) {
				const parsedHours = parseInt(hours, 10);
				const parsedMinutes = parseInt(minutes, 10);
				const parsedSeconds = parseInt(seconds, 10);
				if (!isNaN(parsedHours) && !isNaN(parsedMinutes) && !isNaN(parsedSeconds)) {
					flags.foundTime = {
						hours: parsedHours,
						minutes: parsedMinutes,
						seconds: parsedSeconds
					};
					continue;
				}
			}
		}
		if (flags.foundDayOfMonth === void 0 && DAY_OF_MONTH.test(dateToken)) {
			const dayOfMonth = parseInt(dateToken, 10);
			if (!isNaN(dayOfMonth)) {
				flags.foundDayOfMonth = dayOfMonth;
				continue;
			}
		}
		if (flags.foundMonth === void 0 && MONTH.test(dateToken)) {
			const month = months.indexOf(dateToken.substring(0, 3).toLowerCase());
			if (month >= 0 && month <= 11) {
				flags.foundMonth = month;
				continue;
			}
		}
		if (flags.foundYear === void 0 && YEAR.test(dateToken)) {
			const parsedYear = parseInt(dateToken, 10);
			if (!isNaN(parsedYear)) {
				flags.foundYear = parsedYear;
				continue;
			}
		}
	}
	if (flags.foundYear !== void 0 && flags.foundYear >= 70 && flags.foundYear <= 99) flags.foundYear += 1900;
	if (flags.foundYear !== void 0 && flags.foundYear >= 0 && flags.foundYear <= 69) flags.foundYear += 2e3;
	if (flags.foundDayOfMonth === void 0 || flags.foundMonth === void 0 || flags.foundYear === void 0 || flags.foundTime === void 0) return;
	if (flags.foundDayOfMonth < 1 || flags.foundDayOfMonth > 31) return;
	if (flags.foundYear < 1601) return;
	if (flags.foundTime.hours > 23) return;
	if (flags.foundTime.minutes > 59) return;
	if (flags.foundTime.seconds > 59) return;
	const date = new Date(Date.UTC(flags.foundYear, flags.foundMonth, flags.foundDayOfMonth, flags.foundTime.hours, flags.foundTime.minutes, flags.foundTime.seconds));
	if (date.getUTCFullYear() !== flags.foundYear || date.getUTCMonth() !== flags.foundMonth || date.getUTCDate() !== flags.foundDayOfMonth) return;
	return date;
}
var months = [
	"jan",
	"feb",
	"mar",
	"apr",
	"may",
	"jun",
	"jul",
	"aug",
	"sep",
	"oct",
	"nov",
	"dec"
];
var DELIMITER = /[\x09\x20-\x2F\x3B-\x40\x5B-\x60\x7B-\x7E]/;
var TIME = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[\x00-\x2F\x3A-\xFF][\x00-\xFF]*)?$/;
var DAY_OF_MONTH = /^[0-9]{1,2}(?:[\x00-\x2F\x3A-\xFF][\x00-\xFF]*)?$/;
var MONTH = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[\x00-\xFF]*$/i;
var YEAR = /^[\x30-\x39]{2,4}(?:[\x00-\x2F\x3A-\xFF][\x00-\xFF]*)?$/;
var COOKIE_OCTETS = /^[\x21\x23-\x2B\x2D-\x3A\x3C-\x5B\x5D-\x7E]+$/;
var PATH_VALUE = /[\x20-\x3A\x3C-\x7E]+/;
var CONTROL_CHARS = /[\x00-\x1F]/;
var TERMINATORS = [
	"\n",
	"\r",
	"\0"
];
function trimTerminator(str) {
	if (isEmptyString(str)) return str;
	for (let t = 0; t < TERMINATORS.length; t++) {
		const terminator = TERMINATORS[t];
		const terminatorIdx = terminator ? str.indexOf(terminator) : -1;
		if (terminatorIdx !== -1) str = str.slice(0, terminatorIdx);
	}
	return str;
}
function parseCookiePair(cookiePair, looseMode) {
	cookiePair = trimTerminator(cookiePair);
	let firstEq = cookiePair.indexOf("=");
	if (looseMode) {
		if (firstEq === 0) {
			cookiePair = cookiePair.substring(1);
			firstEq = cookiePair.indexOf("=");
		}
	} else if (firstEq <= 0) return;
	let cookieName, cookieValue;
	if (firstEq <= 0) {
		cookieName = "";
		cookieValue = cookiePair.trim();
	} else {
		cookieName = cookiePair.slice(0, firstEq).trim();
		cookieValue = cookiePair.slice(firstEq + 1).trim();
	}
	if (CONTROL_CHARS.test(cookieName) || CONTROL_CHARS.test(cookieValue)) return;
	const c = new Cookie();
	c.key = cookieName;
	c.value = cookieValue;
	return c;
}
function parse$3(str, options) {
	if (isEmptyString(str) || !isString(str)) return;
	str = str.trim();
	const firstSemi = str.indexOf(";");
	const c = parseCookiePair(firstSemi === -1 ? str : str.slice(0, firstSemi), options?.loose ?? false);
	if (!c) return;
	if (firstSemi === -1) return c;
	const unparsed = str.slice(firstSemi + 1).trim();
	if (unparsed.length === 0) return c;
	const cookie_avs = unparsed.split(";");
	for (const cookie_av of cookie_avs) {
		const av = cookie_av.trim();
		if (av.length === 0) continue;
		const av_sep = av.indexOf("=");
		let av_key, av_value;
		if (av_sep === -1) {
			av_key = av;
			av_value = null;
		} else {
			av_key = av.slice(0, av_sep);
			av_value = av.slice(av_sep + 1);
		}
		av_key = av_key.trim().toLowerCase();
		if (av_value) av_value = av_value.trim();
		switch (av_key) {
			case "expires":
				if (av_value) {
					const exp = parseDate$1(av_value);
					if (exp) c.expires = exp;
				}
				break;
			case "max-age":
				if (av_value) {
					if (/^-?[0-9]+$/.test(av_value)) {
						const delta = parseInt(av_value, 10);
						c.setMaxAge(delta);
					}
				}
				break;
			case "domain":
				if (av_value) {
					const domain = av_value.trim().replace(/^\./, "");
					if (domain) c.domain = domain.toLowerCase();
				}
				break;
			case "path":
				c.path = av_value && av_value[0] === "/" ? av_value : null;
				break;
			case "secure":
				c.secure = true;
				break;
			case "httponly":
				c.httpOnly = true;
				break;
			case "samesite":
				switch (av_value ? av_value.toLowerCase() : "") {
					case "strict":
						c.sameSite = "strict";
						break;
					case "lax":
						c.sameSite = "lax";
						break;
					case "none":
						c.sameSite = "none";
						break;
					default: c.sameSite = void 0;
				}
				break;
			default:
				c.extensions = c.extensions || [];
				c.extensions.push(av);
		}
	}
	return c;
}
function fromJSON(str) {
	if (!str || isEmptyString(str)) return;
	let obj;
	if (typeof str === "string") try {
		obj = JSON.parse(str);
	} catch {
		return;
	}
	else obj = str;
	const c = new Cookie();
	Cookie.serializableProperties.forEach((prop) => {
		if (obj && typeof obj === "object" && inOperator(prop, obj)) {
			const val = obj[prop];
			if (val === void 0) return;
			if (inOperator(prop, cookieDefaults) && val === cookieDefaults[prop]) return;
			switch (prop) {
				case "key":
				case "value":
				case "sameSite":
					if (typeof val === "string") c[prop] = val;
					break;
				case "expires":
				case "creation":
				case "lastAccessed":
					if (typeof val === "number" || typeof val === "string" || val instanceof Date) c[prop] = obj[prop] == "Infinity" ? "Infinity" : new Date(val);
					else if (val === null) c[prop] = null;
					break;
				case "maxAge":
					if (typeof val === "number" || val === "Infinity" || val === "-Infinity") c[prop] = val;
					break;
				case "domain":
				case "path":
					if (typeof val === "string" || val === null) c[prop] = val;
					break;
				case "secure":
				case "httpOnly":
					if (typeof val === "boolean") c[prop] = val;
					break;
				case "extensions":
					if (Array.isArray(val) && val.every((item) => typeof item === "string")) c[prop] = val;
					break;
				case "hostOnly":
				case "pathIsDefault": if (typeof val === "boolean" || val === null) c[prop] = val;
			}
		}
	});
	return c;
}
var cookieDefaults = {
	key: "",
	value: "",
	expires: "Infinity",
	maxAge: null,
	domain: null,
	path: null,
	secure: false,
	httpOnly: false,
	extensions: null,
	hostOnly: null,
	pathIsDefault: null,
	creation: null,
	lastAccessed: null,
	sameSite: void 0
};
var _Cookie = class _Cookie {
	constructor(options = {}) {
		this.key = options.key ?? cookieDefaults.key;
		this.value = options.value ?? cookieDefaults.value;
		this.expires = options.expires ?? cookieDefaults.expires;
		this.maxAge = options.maxAge ?? cookieDefaults.maxAge;
		this.domain = options.domain ?? cookieDefaults.domain;
		this.path = options.path ?? cookieDefaults.path;
		this.secure = options.secure ?? cookieDefaults.secure;
		this.httpOnly = options.httpOnly ?? cookieDefaults.httpOnly;
		this.extensions = options.extensions ?? cookieDefaults.extensions;
		this.creation = options.creation ?? cookieDefaults.creation;
		this.hostOnly = options.hostOnly ?? cookieDefaults.hostOnly;
		this.pathIsDefault = options.pathIsDefault ?? cookieDefaults.pathIsDefault;
		this.lastAccessed = options.lastAccessed ?? cookieDefaults.lastAccessed;
		this.sameSite = options.sameSite ?? cookieDefaults.sameSite;
		this.creation = options.creation ?? /* @__PURE__ */ new Date();
		Object.defineProperty(this, "creationIndex", {
			configurable: false,
			enumerable: false,
			writable: true,
			value: ++_Cookie.cookiesCreated
		});
		this.creationIndex = _Cookie.cookiesCreated;
	}
	[/* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom")]() {
		const now = Date.now();
		const hostOnly = this.hostOnly != null ? this.hostOnly.toString() : "?";
		const createAge = this.creation && this.creation !== "Infinity" ? `${String(now - this.creation.getTime())}ms` : "?";
		const accessAge = this.lastAccessed && this.lastAccessed !== "Infinity" ? `${String(now - this.lastAccessed.getTime())}ms` : "?";
		return `Cookie="${this.toString()}; hostOnly=${hostOnly}; aAge=${accessAge}; cAge=${createAge}"`;
	}
	toJSON() {
		const obj = {};
		for (const prop of _Cookie.serializableProperties) {
			const val = this[prop];
			if (val === cookieDefaults[prop]) continue;
			switch (prop) {
				case "key":
				case "value":
				case "sameSite":
					if (typeof val === "string") obj[prop] = val;
					break;
				case "expires":
				case "creation":
				case "lastAccessed":
					if (typeof val === "number" || typeof val === "string" || val instanceof Date) obj[prop] = val == "Infinity" ? "Infinity" : new Date(val).toISOString();
					else if (val === null) obj[prop] = null;
					break;
				case "maxAge":
					if (typeof val === "number" || val === "Infinity" || val === "-Infinity") obj[prop] = val;
					break;
				case "domain":
				case "path":
					if (typeof val === "string" || val === null) obj[prop] = val;
					break;
				case "secure":
				case "httpOnly":
					if (typeof val === "boolean") obj[prop] = val;
					break;
				case "extensions":
					if (Array.isArray(val)) obj[prop] = val;
					break;
				case "hostOnly":
				case "pathIsDefault": if (typeof val === "boolean" || val === null) obj[prop] = val;
			}
		}
		return obj;
	}
	clone() {
		return fromJSON(this.toJSON());
	}
	validate() {
		if (CookieName.parse(this.key) === void 0) return false;
		if (!this.value || !COOKIE_OCTETS.test(this.value)) return false;
		if (this.expires != "Infinity" && !(this.expires instanceof Date) && !parseDate$1(this.expires)) return false;
		if (this.maxAge != null && this.maxAge !== "Infinity" && (this.maxAge === "-Infinity" || this.maxAge <= 0)) return false;
		if (this.path != null && !PATH_VALUE.test(this.path)) return false;
		const cdomain = this.cdomain();
		if (cdomain) {
			if (cdomain.match(/\.$/)) return false;
			if (getPublicSuffix(cdomain) == null && !IP_V4_REGEX_OBJECT.test(cdomain) && !IP_V6_REGEX_OBJECT.test(cdomain)) return false;
		}
		return true;
	}
	setExpires(exp) {
		if (exp instanceof Date) this.expires = exp;
		else this.expires = parseDate$1(exp) || "Infinity";
	}
	setMaxAge(age) {
		if (age === 1e400) this.maxAge = "Infinity";
		else if (age === -1e400) this.maxAge = "-Infinity";
		else this.maxAge = age;
	}
	cookieString() {
		const val = this.value || "";
		if (this.key) return `${this.key}=${val}`;
		return val;
	}
	toString() {
		let str = this.cookieString();
		if (this.expires != "Infinity") {
			if (this.expires instanceof Date) str += `; Expires=${formatDate(this.expires)}`;
		}
		if (this.maxAge != null && this.maxAge != 1e400) str += `; Max-Age=${String(this.maxAge)}`;
		if (this.domain && !this.hostOnly) str += `; Domain=${this.domain}`;
		if (this.path) str += `; Path=${this.path}`;
		if (this.secure) str += "; Secure";
		if (this.httpOnly) str += "; HttpOnly";
		if (this.sameSite) {
			if (this.sameSite.toLowerCase() === _Cookie.sameSiteCanonical.lax.toLowerCase()) str += `; SameSite=${_Cookie.sameSiteCanonical.lax}`;
			else if (this.sameSite.toLowerCase() === _Cookie.sameSiteCanonical.strict.toLowerCase()) str += `; SameSite=${_Cookie.sameSiteCanonical.strict}`;
			else if (this.sameSite.toLowerCase() === _Cookie.sameSiteCanonical.none.toLowerCase()) str += `; SameSite=${_Cookie.sameSiteCanonical.none}`;
			else str += `; SameSite=${this.sameSite}`;
		}
		if (this.extensions) this.extensions.forEach((ext) => {
			str += `; ${ext}`;
		});
		return str;
	}
	TTL(now = Date.now()) {
		if (this.maxAge != null && typeof this.maxAge === "number") return this.maxAge <= 0 ? 0 : this.maxAge * 1e3;
		const expires = this.expires;
		if (expires === "Infinity") return 1e400;
		return (expires?.getTime() ?? now) - (now || Date.now());
	}
	expiryTime(now) {
		if (this.maxAge != null) {
			if (this.maxAge === "Infinity") return 1e400;
			const relativeTo = now || this.lastAccessed || /* @__PURE__ */ new Date();
			const maxAge = typeof this.maxAge === "number" ? this.maxAge : -1e400;
			const age = maxAge <= 0 ? -1e400 : maxAge * 1e3;
			if (relativeTo === "Infinity") return 1e400;
			return relativeTo.getTime() + age;
		}
		if (this.expires == "Infinity") return 1e400;
		return this.expires ? this.expires.getTime() : void 0;
	}
	expiryDate(now) {
		const millisec = this.expiryTime(now);
		if (millisec == 1e400) return /* @__PURE__ */ new Date(2147483647e3);
		else if (millisec == -1e400) return /* @__PURE__ */ new Date(0);
		else return millisec == void 0 ? void 0 : new Date(millisec);
	}
	isPersistent() {
		return this.maxAge != null || this.expires != "Infinity";
	}
	canonicalizedDomain() {
		return canonicalDomain(this.domain);
	}
	cdomain() {
		return canonicalDomain(this.domain);
	}
	static parse(str, options) {
		return parse$3(str, options);
	}
	static fromJSON(str) {
		return fromJSON(str);
	}
};
_Cookie.cookiesCreated = 0;
_Cookie.sameSiteLevel = {
	strict: 3,
	lax: 2,
	none: 1
};
_Cookie.sameSiteCanonical = {
	strict: "Strict",
	lax: "Lax",
	none: "None"
};
_Cookie.serializableProperties = [
	"key",
	"value",
	"expires",
	"maxAge",
	"domain",
	"path",
	"secure",
	"httpOnly",
	"extensions",
	"hostOnly",
	"pathIsDefault",
	"creation",
	"lastAccessed",
	"sameSite"
];
var Cookie = _Cookie;
// src/html/group-by.ts
function groupBy(values, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const value of values) {
		const key = keyOf(value);
		const group = groups.get(key);
		if (group) group.push(value);
		else groups.set(key, [value]);
	}
	return groups;
}
// src/html/fill.ts
function formBody(form, values, submitter = form.submitters[0]) {
	const chosen = chosenValues(form.controls, values);
	const pairs = [];
	const files = [];
	for (const control of form.controls) {
		if (control.name === "") continue;
		const value = chosen.get(control);
		if (isFile(value)) {
			if (form.encoding === "multipart") files.push([control.name, value]);
			else pairs.push([control.name, value.filename]);
			continue;
		}
		const sent = value === void 0 ? untouched(control) : changed$1(control, value);
		pairs.push(...sent.map((text) => [control.name, newlines(text)]));
	}
	if (submitter?.name) pairs.push([submitter.name, newlines(submitter.value)]);
	return files.length > 0 ? {
		encoding: form.encoding,
		pairs,
		files
	} : {
		encoding: form.encoding,
		pairs
	};
}
function encodeBody(body, boundary) {
	if (body.encoding === "urlencoded") return {
		contentType: "application/x-www-form-urlencoded",
		body: new URLSearchParams(body.pairs).toString()
	};
	const parts = [...body.pairs.map(([name, value]) => `Content-Disposition: form-data; name="${quoted$2(name)}"\r\n\r\n${value}`), ...(body.files ?? []).map(([name, { filename, type, content }]) => `Content-Disposition: form-data; name="${quoted$2(name)}"; filename="${quoted$2(filename)}"\r\nContent-Type: ${type.replace(/[\r\n]/g, "")}\r\n\r\n${content}`)];
	const all = parts.join("\r\n");
	const line = unused(`----${boundary}`, all);
	return {
		contentType: `multipart/form-data; boundary=${line}`,
		body: [...parts.map((part) => `--${line}\r\n${part}\r\n`), `--${line}--\r\n`].join("")
	};
}
function unused(line, text) {
	const after = text.split(line).slice(1);
	const dashes = after.map((rest) => /^-*/.exec(rest)?.[0].length ?? 0);
	return after.length === 0 ? line : line + "-".repeat(dashes.reduce((most, count) => Math.max(most, count), 0) + 1);
}
function quoted$2(name) {
	return newlines(name).replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/"/g, "%22");
}
function chosenValues(controls, values) {
	const chosen = /* @__PURE__ */ new Map();
	const named = groupBy(controls, ({ name }) => name);
	for (const [name, value] of Object.entries(values)) {
		const all = named.get(name) ?? [];
		const usable = all.filter(({ type, disabled }) => type !== "hidden" && !disabled);
		const [first, ...others] = usable.length > 0 ? usable : all;
		if (!first) continue;
		if (Array.isArray(value) && others.length > 0) [first, ...others].forEach((control, index) => {
			const part = value[index];
			if (part !== void 0) chosen.set(control, part);
		});
		else chosen.set(first, value);
	}
	return chosen;
}
function untouched({ type, name, value, checked, options, disabled }) {
	if (disabled || type === "file") return [];
	if (options.length > 0) return options.filter((option) => option.selected && !option.disabled).map((option) => option.value);
	if (type === "checkbox") return checked ? [value] : [];
	if (type === "select") return [];
	return [type === "hidden" && name.toLowerCase() === "_charset_" ? "UTF-8" : value];
}
function changed$1({ type, value: own, options }, value) {
	if (Array.isArray(value)) return value;
	if (type === "checkbox" || type === "radio") {
		if (value === true) return [options.find(({ disabled }) => !disabled)?.value ?? own];
		const offered = options.some((option) => option.value === value);
		return value === false || value === "" && !offered ? [] : [value];
	}
	return [String(value)];
}
function isFile(value) {
	return typeof value === "object" && !Array.isArray(value);
}
function newlines(text) {
	return text.replace(/\r\n?|\n/g, "\r\n");
}
// node_modules/parse5/dist/common/unicode.js
const UNDEFINED_CODE_POINTS = /* @__PURE__ */ new Set([
	65534,
	65535,
	131070,
	131071,
	196606,
	196607,
	262142,
	262143,
	327678,
	327679,
	393214,
	393215,
	458750,
	458751,
	524286,
	524287,
	589822,
	589823,
	655358,
	655359,
	720894,
	720895,
	786430,
	786431,
	851966,
	851967,
	917502,
	917503,
	983038,
	983039,
	1048574,
	1048575,
	1114110,
	1114111
]);
var CODE_POINTS;
(function(CODE_POINTS) {
	CODE_POINTS[CODE_POINTS["EOF"] = -1] = "EOF";
	CODE_POINTS[CODE_POINTS["NULL"] = 0] = "NULL";
	CODE_POINTS[CODE_POINTS["TABULATION"] = 9] = "TABULATION";
	CODE_POINTS[CODE_POINTS["CARRIAGE_RETURN"] = 13] = "CARRIAGE_RETURN";
	CODE_POINTS[CODE_POINTS["LINE_FEED"] = 10] = "LINE_FEED";
	CODE_POINTS[CODE_POINTS["FORM_FEED"] = 12] = "FORM_FEED";
	CODE_POINTS[CODE_POINTS["SPACE"] = 32] = "SPACE";
	CODE_POINTS[CODE_POINTS["EXCLAMATION_MARK"] = 33] = "EXCLAMATION_MARK";
	CODE_POINTS[CODE_POINTS["QUOTATION_MARK"] = 34] = "QUOTATION_MARK";
	CODE_POINTS[CODE_POINTS["AMPERSAND"] = 38] = "AMPERSAND";
	CODE_POINTS[CODE_POINTS["APOSTROPHE"] = 39] = "APOSTROPHE";
	CODE_POINTS[CODE_POINTS["HYPHEN_MINUS"] = 45] = "HYPHEN_MINUS";
	CODE_POINTS[CODE_POINTS["SOLIDUS"] = 47] = "SOLIDUS";
	CODE_POINTS[CODE_POINTS["DIGIT_0"] = 48] = "DIGIT_0";
	CODE_POINTS[CODE_POINTS["DIGIT_9"] = 57] = "DIGIT_9";
	CODE_POINTS[CODE_POINTS["SEMICOLON"] = 59] = "SEMICOLON";
	CODE_POINTS[CODE_POINTS["LESS_THAN_SIGN"] = 60] = "LESS_THAN_SIGN";
	CODE_POINTS[CODE_POINTS["EQUALS_SIGN"] = 61] = "EQUALS_SIGN";
	CODE_POINTS[CODE_POINTS["GREATER_THAN_SIGN"] = 62] = "GREATER_THAN_SIGN";
	CODE_POINTS[CODE_POINTS["QUESTION_MARK"] = 63] = "QUESTION_MARK";
	CODE_POINTS[CODE_POINTS["LATIN_CAPITAL_A"] = 65] = "LATIN_CAPITAL_A";
	CODE_POINTS[CODE_POINTS["LATIN_CAPITAL_Z"] = 90] = "LATIN_CAPITAL_Z";
	CODE_POINTS[CODE_POINTS["RIGHT_SQUARE_BRACKET"] = 93] = "RIGHT_SQUARE_BRACKET";
	CODE_POINTS[CODE_POINTS["GRAVE_ACCENT"] = 96] = "GRAVE_ACCENT";
	CODE_POINTS[CODE_POINTS["LATIN_SMALL_A"] = 97] = "LATIN_SMALL_A";
	CODE_POINTS[CODE_POINTS["LATIN_SMALL_Z"] = 122] = "LATIN_SMALL_Z";
})(CODE_POINTS || (CODE_POINTS = {}));
const SEQUENCES = {
	DASH_DASH: "--",
	CDATA_START: "[CDATA[",
	DOCTYPE: "doctype",
	SCRIPT: "script",
	PUBLIC: "public",
	SYSTEM: "system"
};
function isSurrogate(cp) {
	return cp >= 55296 && cp <= 57343;
}
function isSurrogatePair(cp) {
	return cp >= 56320 && cp <= 57343;
}
function getSurrogatePairCodePoint(cp1, cp2) {
	return (cp1 - 55296) * 1024 + 9216 + cp2;
}
function isControlCodePoint(cp) {
	return cp !== 32 && cp !== 10 && cp !== 13 && cp !== 9 && cp !== 12 && cp >= 1 && cp <= 31 || cp >= 127 && cp <= 159;
}
function isUndefinedCodePoint(cp) {
	return cp >= 64976 && cp <= 65007 || UNDEFINED_CODE_POINTS.has(cp);
}
// node_modules/parse5/dist/common/error-codes.js
var ERR;
(function(ERR) {
	ERR["controlCharacterInInputStream"] = "control-character-in-input-stream";
	ERR["noncharacterInInputStream"] = "noncharacter-in-input-stream";
	ERR["surrogateInInputStream"] = "surrogate-in-input-stream";
	ERR["nonVoidHtmlElementStartTagWithTrailingSolidus"] = "non-void-html-element-start-tag-with-trailing-solidus";
	ERR["endTagWithAttributes"] = "end-tag-with-attributes";
	ERR["endTagWithTrailingSolidus"] = "end-tag-with-trailing-solidus";
	ERR["unexpectedSolidusInTag"] = "unexpected-solidus-in-tag";
	ERR["unexpectedNullCharacter"] = "unexpected-null-character";
	ERR["unexpectedQuestionMarkInsteadOfTagName"] = "unexpected-question-mark-instead-of-tag-name";
	ERR["invalidFirstCharacterOfTagName"] = "invalid-first-character-of-tag-name";
	ERR["unexpectedEqualsSignBeforeAttributeName"] = "unexpected-equals-sign-before-attribute-name";
	ERR["missingEndTagName"] = "missing-end-tag-name";
	ERR["unexpectedCharacterInAttributeName"] = "unexpected-character-in-attribute-name";
	ERR["unknownNamedCharacterReference"] = "unknown-named-character-reference";
	ERR["missingSemicolonAfterCharacterReference"] = "missing-semicolon-after-character-reference";
	ERR["unexpectedCharacterAfterDoctypeSystemIdentifier"] = "unexpected-character-after-doctype-system-identifier";
	ERR["unexpectedCharacterInUnquotedAttributeValue"] = "unexpected-character-in-unquoted-attribute-value";
	ERR["eofBeforeTagName"] = "eof-before-tag-name";
	ERR["eofInTag"] = "eof-in-tag";
	ERR["missingAttributeValue"] = "missing-attribute-value";
	ERR["missingWhitespaceBetweenAttributes"] = "missing-whitespace-between-attributes";
	ERR["missingWhitespaceAfterDoctypePublicKeyword"] = "missing-whitespace-after-doctype-public-keyword";
	ERR["missingWhitespaceBetweenDoctypePublicAndSystemIdentifiers"] = "missing-whitespace-between-doctype-public-and-system-identifiers";
	ERR["missingWhitespaceAfterDoctypeSystemKeyword"] = "missing-whitespace-after-doctype-system-keyword";
	ERR["missingQuoteBeforeDoctypePublicIdentifier"] = "missing-quote-before-doctype-public-identifier";
	ERR["missingQuoteBeforeDoctypeSystemIdentifier"] = "missing-quote-before-doctype-system-identifier";
	ERR["missingDoctypePublicIdentifier"] = "missing-doctype-public-identifier";
	ERR["missingDoctypeSystemIdentifier"] = "missing-doctype-system-identifier";
	ERR["abruptDoctypePublicIdentifier"] = "abrupt-doctype-public-identifier";
	ERR["abruptDoctypeSystemIdentifier"] = "abrupt-doctype-system-identifier";
	ERR["cdataInHtmlContent"] = "cdata-in-html-content";
	ERR["incorrectlyOpenedComment"] = "incorrectly-opened-comment";
	ERR["eofInScriptHtmlCommentLikeText"] = "eof-in-script-html-comment-like-text";
	ERR["eofInDoctype"] = "eof-in-doctype";
	ERR["nestedComment"] = "nested-comment";
	ERR["abruptClosingOfEmptyComment"] = "abrupt-closing-of-empty-comment";
	ERR["eofInComment"] = "eof-in-comment";
	ERR["incorrectlyClosedComment"] = "incorrectly-closed-comment";
	ERR["eofInCdata"] = "eof-in-cdata";
	ERR["absenceOfDigitsInNumericCharacterReference"] = "absence-of-digits-in-numeric-character-reference";
	ERR["nullCharacterReference"] = "null-character-reference";
	ERR["surrogateCharacterReference"] = "surrogate-character-reference";
	ERR["characterReferenceOutsideUnicodeRange"] = "character-reference-outside-unicode-range";
	ERR["controlCharacterReference"] = "control-character-reference";
	ERR["noncharacterCharacterReference"] = "noncharacter-character-reference";
	ERR["missingWhitespaceBeforeDoctypeName"] = "missing-whitespace-before-doctype-name";
	ERR["missingDoctypeName"] = "missing-doctype-name";
	ERR["invalidCharacterSequenceAfterDoctypeName"] = "invalid-character-sequence-after-doctype-name";
	ERR["duplicateAttribute"] = "duplicate-attribute";
	ERR["nonConformingDoctype"] = "non-conforming-doctype";
	ERR["missingDoctype"] = "missing-doctype";
	ERR["misplacedDoctype"] = "misplaced-doctype";
	ERR["endTagWithoutMatchingOpenElement"] = "end-tag-without-matching-open-element";
	ERR["closingOfElementWithOpenChildElements"] = "closing-of-element-with-open-child-elements";
	ERR["disallowedContentInNoscriptInHead"] = "disallowed-content-in-noscript-in-head";
	ERR["openElementsLeftAfterEof"] = "open-elements-left-after-eof";
	ERR["abandonedHeadElementChild"] = "abandoned-head-element-child";
	ERR["misplacedStartTagForHeadElement"] = "misplaced-start-tag-for-head-element";
	ERR["nestedNoscriptInHead"] = "nested-noscript-in-head";
	ERR["eofInElementThatCanContainOnlyText"] = "eof-in-element-that-can-contain-only-text";
})(ERR || (ERR = {}));
// node_modules/parse5/dist/tokenizer/preprocessor.js
const DEFAULT_BUFFER_WATERLINE = 65536;
var Preprocessor = class {
	constructor(handler) {
		this.handler = handler;
		this.html = "";
		this.pos = -1;
		this.lastGapPos = -2;
		this.gapStack = [];
		this.skipNextNewLine = false;
		this.lastChunkWritten = false;
		this.endOfChunkHit = false;
		this.bufferWaterline = DEFAULT_BUFFER_WATERLINE;
		this.isEol = false;
		this.lineStartPos = 0;
		this.droppedBufferSize = 0;
		this.line = 1;
		this.lastErrOffset = -1;
	}
	get col() {
		return this.pos - this.lineStartPos + Number(this.lastGapPos !== this.pos);
	}
	get codePointStart() {
		return this.pos - Number(this.lastGapPos === this.pos);
	}
	get offset() {
		return this.droppedBufferSize + this.codePointStart;
	}
	getError(code, cpOffset) {
		const { line, col, offset } = this;
		const startCol = col + cpOffset;
		const startOffset = offset + cpOffset;
		return {
			code,
			startLine: line,
			endLine: line,
			startCol,
			endCol: startCol,
			startOffset,
			endOffset: startOffset
		};
	}
	_err(code) {
		if (this.handler.onParseError && this.lastErrOffset !== this.offset) {
			this.lastErrOffset = this.offset;
			this.handler.onParseError(this.getError(code, 0));
		}
	}
	_addGap() {
		this.gapStack.push(this.lastGapPos);
		this.lastGapPos = this.pos;
	}
	_processSurrogate(cp) {
		if (this.pos !== this.html.length - 1) {
			const nextCp = this.html.charCodeAt(this.pos + 1);
			if (!isSurrogatePair(cp) && isSurrogatePair(nextCp)) {
				this.pos++;
				this._addGap();
				return getSurrogatePairCodePoint(cp, nextCp);
			}
		} else if (!this.lastChunkWritten) {
			this.endOfChunkHit = true;
			return CODE_POINTS.EOF;
		}
		this._err(ERR.surrogateInInputStream);
		return cp;
	}
	willDropParsedChunk() {
		return this.pos > this.bufferWaterline;
	}
	dropParsedChunk(keep = 0) {
		if (this.willDropParsedChunk()) {
			const droppedSize = this.offset - this.droppedBufferSize - keep;
			this.html = this.html.substring(droppedSize);
			this.lineStartPos -= droppedSize;
			this.droppedBufferSize += droppedSize;
			this.pos -= droppedSize;
			this.lastGapPos = -2;
			this.gapStack.length = 0;
			if (this.pos > keep) this._addGap();
		}
	}
	write(chunk, isLastChunk) {
		if (this.html.length > 0) this.html += chunk;
		else this.html = chunk;
		this.endOfChunkHit = false;
		this.lastChunkWritten = isLastChunk;
	}
	insertHtmlAtCurrentPos(chunk) {
		this.html = this.html.substring(0, this.pos + 1) + chunk + this.html.substring(this.pos + 1);
		this.endOfChunkHit = false;
	}
	startsWith(pattern, caseSensitive) {
		if (this.pos + pattern.length > this.html.length) {
			this.endOfChunkHit = !this.lastChunkWritten;
			return false;
		}
		if (caseSensitive) return this.html.startsWith(pattern, this.pos);
		for (let i = 0; i < pattern.length; i++) if ((this.html.charCodeAt(this.pos + i) | 32) !== pattern.charCodeAt(i)) return false;
		return true;
	}
	peek(offset) {
		const pos = this.pos + offset;
		if (pos >= this.html.length) {
			this.endOfChunkHit = !this.lastChunkWritten;
			return CODE_POINTS.EOF;
		}
		const code = this.html.charCodeAt(pos);
		return code === CODE_POINTS.CARRIAGE_RETURN ? CODE_POINTS.LINE_FEED : code;
	}
	advance() {
		this.pos++;
		if (this.isEol) {
			this.isEol = false;
			this.line++;
			this.lineStartPos = this.pos;
		}
		if (this.pos >= this.html.length) {
			this.endOfChunkHit = !this.lastChunkWritten;
			return CODE_POINTS.EOF;
		}
		let cp = this.html.charCodeAt(this.pos);
		if (cp === CODE_POINTS.CARRIAGE_RETURN) {
			this.isEol = true;
			this.skipNextNewLine = true;
			return CODE_POINTS.LINE_FEED;
		}
		if (cp === CODE_POINTS.LINE_FEED) {
			this.isEol = true;
			if (this.skipNextNewLine) {
				this.line--;
				this.skipNextNewLine = false;
				this._addGap();
				return this.advance();
			}
		}
		this.skipNextNewLine = false;
		if (isSurrogate(cp)) cp = this._processSurrogate(cp);
		if (!(this.handler.onParseError === null || cp > 31 && cp < 127 || cp === CODE_POINTS.LINE_FEED || cp === CODE_POINTS.CARRIAGE_RETURN || cp > 159 && cp < 64976)) this._checkForProblematicCharacters(cp);
		return cp;
	}
	_checkForProblematicCharacters(cp) {
		if (isControlCodePoint(cp)) this._err(ERR.controlCharacterInInputStream);
		else if (isUndefinedCodePoint(cp)) this._err(ERR.noncharacterInInputStream);
	}
	retreat(count) {
		this.pos -= count;
		while (this.pos < this.lastGapPos) {
			this.lastGapPos = this.gapStack.pop();
			this.pos--;
		}
		this.isEol = false;
	}
};
// node_modules/parse5/dist/common/token.js
var TokenType;
(function(TokenType) {
	TokenType[TokenType["CHARACTER"] = 0] = "CHARACTER";
	TokenType[TokenType["NULL_CHARACTER"] = 1] = "NULL_CHARACTER";
	TokenType[TokenType["WHITESPACE_CHARACTER"] = 2] = "WHITESPACE_CHARACTER";
	TokenType[TokenType["START_TAG"] = 3] = "START_TAG";
	TokenType[TokenType["END_TAG"] = 4] = "END_TAG";
	TokenType[TokenType["COMMENT"] = 5] = "COMMENT";
	TokenType[TokenType["DOCTYPE"] = 6] = "DOCTYPE";
	TokenType[TokenType["EOF"] = 7] = "EOF";
	TokenType[TokenType["HIBERNATION"] = 8] = "HIBERNATION";
})(TokenType || (TokenType = {}));
function getTokenAttr(token, attrName) {
	for (let i = token.attrs.length - 1; i >= 0; i--) if (token.attrs[i].name === attrName) return token.attrs[i].value;
	return null;
}
// node_modules/entities/dist/decode-codepoint.js
const c1 = [
	8364,
	0,
	8218,
	402,
	8222,
	8230,
	8224,
	8225,
	710,
	8240,
	352,
	8249,
	338,
	0,
	381,
	0,
	0,
	8216,
	8217,
	8220,
	8221,
	8226,
	8211,
	8212,
	732,
	8482,
	353,
	8250,
	339,
	0,
	382,
	376
];
function isInvalidCodePoint(codePoint) {
	return codePoint === 0 || codePoint >= 55296 && codePoint <= 57343 || codePoint > 1114111;
}
function replaceCodePoint(codePoint) {
	if (isInvalidCodePoint(codePoint)) return 65533;
	if (codePoint >= 128 && codePoint <= 159) return c1[codePoint - 128] || codePoint;
	return codePoint;
}
// node_modules/entities/dist/generated/decode-data-html.js
const htmlDecodeData = ["Q=¨`p0AEligMPacutebrevecircyfrgravelphamacrndogonpfpplyFunctionringscrsigntildeumlBackslashrvwedcyecausernoullistafropfrevescrumpeqCHcyOPYacutepitalDifferentialDyleyscaronedilirconintdotedillanterDotfrhiircleDotMinusPlusTimeslockwiseContourIntegralseCurlyDoubleQuoteQuoteolonengruentinttourIntegralpfroductunterClockwiseContourIntegralrossscrupCapDDotrahdJcyScyZcyaggerrrshvcaronyeltafriacriticalAcuteDotubleAcuteGraveTildemondfferentialDopftDotEqualubleContourIntegralDotwnArrowLeftArrowRightArrowTeeongLeftArrowRightArrowRightArrowRightArrowTeeUpArrowDownArrowVerticalBarwnArrowBarUpArrowBreveLeftRightVectorTeeVectorVectorBarRightTeeVectorVectorBarTeeArrowarrowscrtrokENGTHacutecaronircydotfrgravelementmacrptySmallSquareVerySmallSquareogonpfpsilonqualTildeilibriumscrimtaumlxistsponentialEFcyfrilledSmallSquareVerySmallSquareopfrAlluriertrfscrGJcyTammadbrevecedilircydotfrgopfreaterEqualLessFullEqualGreaterLessSlantEqualTildescrtHARDcyacektcircfrilbertSpaceopfrizontalLinescrtrokumpDownHumpEqualIEcyJligOcyacutecircydotfrgravemacrginaryIpliesntegralrsectionvisibleCommaTimesogonpftascrtildeukcymlJcircyfropfscrercyukcyKHcyJcyappacedilyfropfscrLJcyTacutembdangplacetrfrrcaronedilyeftAngleBracketrrowBarRightArrowCeilingDoubleBracketwnTeeVectorVectorBarFloorRightArrowVectorTeeArrowVectorriangleBarEqualUpDownVectorTeeVectorVectorBarVectorBararrowrightarrowssEqualGreaterFullEqualGreaterLessSlantEqualTildefrleftarrowmidotongLeftArrowRightArrowRightArrowleftarrowrightarrowrightarrowpfwerLeftArrowRightArrowscrhtroktMapcyediumSpacellintrffrinusPlusopfscruNJcyacutecaronedilyegativeMediumSpaceThickSpacenSpaceVeryThinSpacestedGreaterGreaterLessLesswLinefroBreaknBreakingSpacepftCongruentupCapDoubleVerticalBarElementqualTildexistsGreaterEqualFullEqualGreaterLessSlantEqualTildeHumpDownHumpEqualLeftTriangleBarEqualssEqualGreaterLessSlantEqualTildeNestedGreaterGreaterLessLessPrecedesEqualSlantEqualReverseElementightTriangleBarEqualSquareSubsetEqualpersetEqualubsetEqualcceedsEqualSlantEqualTildepersetEqualTildeEqualFullEqualTildeVerticalBarscrtildeuOEligacutecircydblacfrgravemacregaicronopfpenCurlyDoubleQuoteQuoterscrlashtildemesumlverBarraceketParenthesisPartialDcyfrhiilusMinusoincareplanepfrecedesEqualSlantEqualTildeimeoductportionalscriQUOTfropfscrRBarrEGacutengrrtlcaronedilyeverseElementquilibriumUpEquilibriumfrhoightAngleBracketrrowBarLeftArrowCeilingDoubleBracketwnTeeVectorVectorBarFloorTeeArrowVectorriangleBarEqualUpDownVectorTeeVectorVectorBarVectorBararrowopfundImpliesrightarrowscrhuleDelayedSHCHcycyOFTcyacutecaronedilircyfrhortDownArrowLeftArrowRightArrowUpArrowigmamallCircleopfqrtuareIntersectionSubsetEqualpersetEqualUnionscrtarubsetEqualcceedsEqualSlantEqualTildehThatmpersetEqualsetTHORNRADESHcycyabucaronedilyfrhereforetaickSpacenSpaceildeEqualFullEqualTildeopfripleDotscrtrokUacuterrocirbrcyevecircydblacfrgravemacrnderBarraceketParenthesisionPlusogonpfpArrowBarDownArrowDownArrowEquilibriumTeeArrowarrowdownarrowperLeftArrowRightArrowsilonringscrtildeumlVDashbarcydashleerbarticalBarLineSeparatorTildeyThinSpacefropfscrvdashWcircedgefropfscrXfriopfscrYAcyIcyUcyacutecircyfropfscrumlZHcyacutecaronydoteroWidthSpacetafropfscraacutebrevecEdircuteyeligfrgravelefsymphphamacrlgpndanddslopevgelemsdaabcdefghrtvbdsphtzarrogonpfpEacireidosproxeqringscrtympeqtildeumlwconintintbNotackcongepsilonprimesimeqrveewedgebrktbrkcongydquoecausemptyvpsirnoutahweenfrigcapircupodotplustimessqcuptartriangledownupuplusveewedgekarowlacklozengesquaretriangledownleftrightnkk12434ocknequivotopfttomwtiexDLRlrHDUduULRlrVHLRhlrboxdLRlrhDUduminusplustimesuLRlrvHLRhlrprimerevevbarscremiimeolbhsubulletmpEeqcacutepandbrcupcapupdotsretoncapsronedilircupssmdotedilmptyvnterdotfrhcyeckmarkiirEceqlearrowleftrightdRSastcircdashefnintmidscirlubsuitoloneqmmatpfnlementxesngdotintpfrodysrrarrossscrubepetdotudarrlreprsclarrppbrcapcapupdotorsrarrmlyeqprecsuccveewedgerenvearrowleftrightveewedwconintintylctydArrHaraggerlethrrshvbkarowlaccaronydaggerrrotseqegltamptyvfishtrharlriamondsuitsegammasinvideontimesonxjcylcornropollarpfteqdotminusplussquareublebarwedgewnarrowdownarrowsharpoonleftrightrbkarowcornropscryoltroktdotrifuarrharwanglezcyigrarreDDototacutestercaronircolonydotefDotrgravesdotlinterslsdotmacrptysetvsp134ngspogonpfparsllussilonvqcircolonsimlantgtrlessualsestivDDvparslrDotarrscrdotimtahumlroxclistpectationonentialefallingdotseqcyemalefiligligligriligjliglatligtnsnofopfrallkvpartintrac123456823534584556878slownscrgElacutemmadpbrevecircydotelqqslantsccdotollesfrggimeljcylEajnEapproxeqqsimopfravescrimeltccirdotlParquestrapproxrrdoteqlessqlesslesssimvertneqqnEhArrairsplfmiltrdcyrcirwbarcirceartsuitlliprconfrksearowwarowoarrmthtokleftarrowrightarrowpfrbarscrlashtrokybullpheniacutecircyecyxclffrgraveiiintntnfinotajligmacrgelinepartthofpedncarefintieodottcalegersrcallarhkprodocygonpftaprodquestscrinEdotsvvtildeukcymljcircyfrmathopfscrercyukcykappavcedilyfrgreenhcyjcyopfscrlAarrrrtailBarrEgHaracuteemptyvgranmbdangdlepquorrbfsfshklpplsimtltailesbarrbrkracekkeslducaronedililubydcaquorrdharusharsheftarrowtailharpoondownupleftarrowsrightarrowsharpoonssquigarrowthreetimesgqqslantsccdotorgessapproxdoteqgtrqgtrgtrsimfishtloorrgEhardulblkjcylarrcornerhardtrimidotoustachenEapproxeqqsimoangrrbrkngleftarrowrightarrowmapstorightarrowoparrowleftrightparflustimeswastbarzengefparltrarrcornerhardmtrisaquocrhimegqbuortroktccirdothreeimeslarrquestrPariefurdsharuharvertneqqnEmDDotacrletesepstodownleftuprkercommaydasheasuredanglefrhoicrodastcirdotnusbdulcpdrnplusodelspfpscrtposultimapmapnGgtvLeftarrowrightarrowltvRightarrowVDashdashablacutengpEidosproxturalsbspumpecapronedilongdotupydasheArrarhkrowdotquivsearimxistsfrgEeqqslantssimtrhArrarrparisdvjcylArrEarrdreftarrowrightarrowqqslantsssimtriemidopftinEdotvabcnivabcparallelsltolintrcueeceqrArrarrcwightarrowtriesccueerhortmidparallelimeqmidparqsubepeubEeseteqqcceqpEeseteqqtglildelgrianglelefteqrightequmerospvDashHarrapdashgetinfinlArretrierArrtriesimwArrarhkrownearoSacutestcircydashblacivotsoldeligfcirrgonravethbarmintlarrcirrossinetmacregaicrondnusopfparerplusrarrderoffmigoforslopevscrlasholtildemesasumlvbarparallelsimltcyercntiodmilptenkfrhivmmatoneitchforkvlanckhkvusacirbcirdouemnsimtwomointintpfundrEapcueecapproxcurlyeqeqnapproxeqqsimsimimesnEapsimodfalarlinesurfptosimurelscriuncspqfrintopfprimescruaternionsintesteqotrAarrrrtailBarrHaraceutedicemptyvngdelequorrapbfscfshklpplsimtlwtailionalsbarrbrkracekkeslducaronedililubydcaldharquorshealinepartsctgfishtloorrhardulovightarrowtailharpoondownupleftarrowsharpoonsrightarrowssquigarrowthreetimesngsingdotseqlarrharmmoustachenmidoangrrbrkparflustimespargtpolintrarrsaquocrhqbuorthreeimesriefltriuluharxsacutebquocEaproncueedilircnEapsimpolintsimydotbeeArrarhkrowctmiswartminusnxtfrownharpchcyyortmidparallelyigmafvmdoteqgElEneplusrarrlarrmallsetminusshpeparslidletesoftcylbarpfpadesuitrqcapsupssubeseteqpesetequareffrarrscretmnmiletarftarfraightepsilonphinsubEdotedotmultnEeplusrarrseteqqneqqimubpccapproxcurlyeqeqnapproxeqqsimsimmngp123EdotsubedothsolublarrmultnEeplusseteqqneqqimubpwArrarhkrownwarzligtargetubrkcaronedilydotelrecfrhere4foretasymvickapproxsimnspkapsimornildemesbardntoeapbotcirforksaprimeradeiangledownlefteqqrighteqdoteminusplussbtimepeziumscryhcytrokwixtoheadleftarrowrightarrowuArrHaracuterrbrcyevecircydarrblacharfishtrgraveharlrblklcornerroptrimacrlogonpfparrowdownarrowharpoonleftrightlussihlonuparrowsrcornerropingtriscrtdotilderifuarrmlwanglevArrBarvDashangrtrepsilonkappanothingphiiroptorhosigmaubsetneqqpsetneqqthetariangleleftrightcydasheebareqlliprbartfrltrinsubpopfproprtriscrubnEepnEezigzagwcircedbargeqierpfropfpreathscrxcapircupdtrifrhArrarrilArrarrmapnisodotpflustimerArrarrscrqcupuplustriveewedgeyacuteycircyenfricyopfscrucymlzacutecaronydoteetrftafrhcyigrarropfscrwjnjC(D%D($(D'%$$ED($'$'$%$'%E$/D'$F%'D(D&#,%%&&$%$)%+%%$E$F$'$&$(#'D&$(%$&4%($(E'%&%($&$)%*$%$%$+)()')($:&5-($'($%*&&&/%%&)%@$'$F$%&&#%%)$&$&$&$(%%%&$(%$$%&%$E$2.&0,.(.(&'%.$F%$&&&(%6)&+*),---&*/1---)-.&)*+,).%*,&,*'('2+,+)1&'1,)2&'&*('($F%'#&D%D($(E&%$$&$ED($)$'%1(2$'%E$)$'((&+$&%%$%D&$(%-#&$E$3)2$F%'%+$&#'D$$'($$($(%&%$$&$E$$$F$./'*,***'*-*($F$$#)$'%$$'$%$.$&%/$&%'$.'(#'$'$&D(D'%$$&$%D($$%&&*%($%&('+%/,($'%E%%$&$($'E%#(%$$E$F$F%'$'#'$&$'$(%$$E$F$F#'D$$(%'%%%+%%$(%'%$$2(',&,-'*'0).+)1&'('-,)'&*(*)(*/&/('/),))/&')-&'('-%1','*'''-'($E$$%+$($/+-'-',+-'-%E%/(-$&%$%'$$#&$%$-%*$E$+$F$&$$#'$($(%'%$$5+-.)+0%5)+%($E$)%1%%%$&,'(&4&*''+H'(&*-(-L-J-'-M-(&O*H&/2F2((%*(***G*M*(&W,K&+.H.-&1'/3F3(&O2(.I4('H,(().H.-.H(I.(&(+(+,+(&.$FD($$#(D(D'%$$($ED($'%&%($F$6,($$$FE'D(&&D&$)('+&'.#+$%$E$%$$$+$/%%$$%)+(+-+(%&%(&*-%$F%$C'$E$&$F#(D%$(%%%%'%$(%'%$$$%/+-*0$%$%$3)'-&-,(*(0*.,)2&(((&+(+))*0&0((/*,*)0&().&(($&%-$-$&%$$-#)%%$($($$%'%'%&%$$E$0(,(-(*$'$-$F$&%')/))/(+)1()($F$&$%&&)(%)+(+-+(&(%$%$&(+(&&C($'$'%%$%%$$(%'%$$E$+&%%K&)$'(((,(($F$+$F%'C)%%''$'&&D'%$$($ED($'$*)',&(.%&('$'%E$)*&*,%,%.%&((%(%,%/(-%%'&$'$F$(D&#($&$%$'($$%%'&$'*+'+,+(&-$E$F$F$(#($'$E$F$F#F$$$F$F#'$&$&D($'%$$E$F$F$&#'$($(%$$&$0%%$%$&$FC)$($$%D%$E&E&%$D'$$%DD($)&%%&$'&%E$$%&&&$&(&$%$&$&%&&)%*$*$*$*$*$*$*$&%(%*$&&'$&'$'%E$$%$%'%$%%%%%')%D'$F%$%&(%D(D&$*%&#'$*'*'('&*%%'&&)%$&''$'%$$'$()$%(%&%'%%&$&'$E$('&'%&''''(&('&&/.%&(&&&($($.()(+0'0'0(&%%&'$&%%&$E&G%%$F%$&&%'%&'$'$'$&$'$'$'$'$&%'$'$'$&$'$'$'$'$'$'$&&&%'$'$'$&$'$'$'$'$&(&'&(&%'$'$'$&$'$'$'$'$'$'$$($'E'$F%&%%'$%%'$''$&'%%%'$'$($#)%$&&&(&&'%&&&D%&&%$'&&E'%&%&(%$&D'%(E%'($E$&%&('%$$%&$&$'%'..()%*$*&*'*'&$&(&&&'$'(&$'($)$%&($&$'%'))&%%'&&&%E&&F$'%$'%&$F%%'$&$'$$'$))$%&&%%')$%$&(&&'%&&&%&D%')$&+*'(&((F&&.-(%&%&$*%&$(#'$&$(%'%%%%'$$)%&$(%$$$%(&%%(D%%&%($(%D$''$$&'&*''$%$%(%&%$F&)*&&$&$(&&$(%E%$&%(&&(&'&)%/%*'-'..($*%'&&$F&$%%%'$'%%'$$'%&$)$&%)#(%%D(%'$(%%G$%'%$$&$$$'%D$$E'%$&&$$%)%$%$&&$'%&(&($%%'%($$%%%$'%E$&'%%&%%'&'$$(&'%&&**'%'&&&%(%%)$'%&$&%&%%$%E$D&%%$&%&%,&,#0$%$($(%&&&%D$'$G$&%&%&$&$F%'&$'$$*D(($H$($($($'%($G%($($'%'%($'%&%%&$F#%%$$(%&($%$$($'%$$&$$%$%$&$&(%$&%&&)$*$&D'%$E$$%$$'$&$$%$%$%$$%%%''%$&$'$%&$F$'$&%%'$'$D$%%&%%&%'%(%*'%&&&)((&'&&$K%E#'$(%%%'%'&$'&'$$&$'$()&%'%'$E$*&($'%'%.'-%E%'$F%'%'$(%'C)$$E&%$$&E&$%%DD($$%'&%%'%&$'$'&%''''&%%%%&$$%'%&(&%'%$&&&(''&(&'$&%&%E%%$'D($F%%'$'&'$($'$$$%'$'E%#(%$$E$'$F$F%'$'#(($$(%$$E$($&$&$F$F#(%%%'$'$$%$$&$(%)%'%'%%'$'%%$E&%%'$(%'%'%'%'%'&'%%$&&&$'D$'%&%'($&%'&)$$(%'&%%%%$$&%&($%(&(%%$$%*,''..%'-'-1$,+,-'-%$%$&$&(%$&%&&)$*$&D'%&*'&'()''&'&$(%'%D$$%$$''$($%&$&$$%&%)%'%&$(%')'$%%%''%$&$'$%&$'&%%&%.+-')'-%.,(%&&D&&%(%'&&%$&'&$$&'%$'%)%&($%$%&$(%E%$%%'$'$%%&%($%'D$%%&%%&%'%'%'%(%'&$'$'$$*&'$K%E#(D&%%&$'&%$&&)')')%%'$(%$$'$/$E$%D'%$&&&&F&%&($($)$$&%%$($(%E$$$F%'$$%)%&#F%D&D$,(-%D%D&D$-$(%'$'%'%E%$&D&E&%&'%&(%*$D&%F(D$&&&%'%&(F%%%$$'$$%&%''$(%%F%'%'&E%')$$E$E%$&$'D'H&D%&%$&$$'%&%&$$%$&$%$$&$'%D%&%%%$&*(-&$'D'H&D'$%&%$&%($$&$FE$&%(D(F(%)$)$&%(%)$)$$&'('E'D%(%$&&&D'$(E$'%&(D(D%,%&($$%&&&D&D%*)+%%'$($%&%&%((%%%'D'$'F*%,D&%(E&$'D'$'F*%,D$&E'%%%.0%,(1%$$%$&&&%$(%'%E%'%E&D%(%'&D&D'F%'&G%F$'%''$(%%'#%D(%%$&G$%$$'%'%%%%%'$'$'%D$&E'%$$'%$$&$'%&&'%&%$$'%&%(&$&&$F$&%&%&$$%&%$&%(%F$F$%'%%%(%$$&E'%%D(&&)%D&$'#&F$''&&'$&$$%$(&&&&&$&'$E$%&$%'%&$$%*%$$()$'%%%'''$'&'%($'$G%'&'&$$$*%EE&$$%$%%%&%$&$')'*'%'*(&(&'&%&($%%&%&&%%&(''''&$'%%&%'$F%$$(#F$&$F$($F$-'&%&(%E%#(%%%'$'$&$F&&%&%)%%'$'$'%E&%%'%'$(%'$'%'%'%'%'&'%'$%'&%('$'%&%'($&%'&)$$(%'&%%%%$$&%(%&($%%$&'&'''$%%E$$(%'%D$''$($%$&$$,-'(./%(-,+(.(-(-%%%-$'%&%$$()'$'$'&%%&%&&D&&%($&'%%)$'$(%E%$%%&%($$(%'%%'$'$''$)$$#)$'$$%$%%&&%&%$&&%&%%&%&&%)%&%$$&'$'$$'%''$(%E%%%%'%)'$%%$E&&$'%'&$%)(+E$$'($($%$&&&$'$&$'$&$'$&%&'&'$'$/&&%)%%&%%$&$'D$(%$&$'%%E$()&&$$'(D&%(D%&($(&+%'$($(&+%%$&&($&$$'$F%'%'%'$&'$%0+&&%$%&$&&&$'&&'&%'$&'&'&&)%+$)&,$'%'%($%%')'*'%'*(&(&'&%$%%%$F$F$F$&$&&'&&$'&&'(%&'&'&%'$&'&&)%+$)&,$'%'%($$'%''$(%%'D'#)%$$&$(%'%$$&$($E$(('&%(&($%,(&&&%&&&E&$'E&($)%($%%$&%$&&&&&D'&%%$($'%)+'+'/%+$+(0%&&&$&(&'&%&'%)$F&$%&%'$'%1*-#'$&D(%%$'&&D'%$$'%'%&$(%DD($''$%&$()%&&%&$'E$$'%E$)%,%.,(%&%%'$'&%+$()%&&%&%&$F$'%'%%'$$'E%$)#'$&'$$'$(%+&(&*&&'$'(&$'%&('K/D(J/D&('..($%$'$%&&&%%'%'&$$E$'$G'D$F$'$'$F%G(D&F(D$)#($(&%($%'$E$F$$$$%'$F#'%&%%$'$E$'%&$$$'%&$&$&$'%E&&%'$'%&$F%'$(%&$&$(C)&$$'%$D%$E$&$F$F$&E%#)$(%$$&$(%%$E$&$)$F$F$%%%0@0000H8H40H000047P00P@001000@0B0HP@:H9T8P000LB8d@800@I0<110000QQ8400P10030005940@410020000Q02000@0200000@P0101@8000440400000000808000000000@00000000P`0000000040400@0004<000000000008000030000000000P020T400020@0@00000000000000000000000000P0000000400400000400220080000100000000000000000P000000000000P000000@00402000000000@00000000000000000000040000000000000", "Æ&ÁĂÂА𝔄ÀΑĀ⩓Ą𝔸⁡Å𝒜≔ÃÄ∖⫧⌆Б∵ℬΒ𝔅𝔹˘ℬ≎Ч©Ć⋒ⅅℭČÇĈ∰Ċ¸·ℭΧ⊙⊖⊕⊗∲”’∷⩴≡∯∮ℂ∐∳⨯𝒞⋓≍ⅅ⤑ЂЅЏ‡↡⫤ĎД∇Δ𝔇´˙˝`˜⋄ⅆ𝔻¨⃜≐∯¨⇓⇐⇔⫤⟸⟺⟹⇒⊨⇑⇕∥↓⤓⇵̑⥐⥞↽⥖⥟⇁⥗⊤↧⇓𝒟ĐŊÐÉĚÊЭĖ𝔈È∈Ē◻▫Ę𝔼Ε⩵≂⇌ℰ⩳ΗË∃ⅇФ𝔉◼▪𝔽∀ℱℱЃ>ΓϜĞĢĜГĠ𝔊⋙𝔾≥⋛≧⪢≷⩾≳𝒢≫Ъˇ^Ĥℌℋℍ─ℋĦ≎≏ЕĲЁÍÎИİℑÌℑĪⅈ⇒∬∫⋂⁣⁢Į𝕀ΙℐĨІÏĴЙ𝔍𝕁𝒥ЈЄХЌΚĶК𝔎𝕂𝒦Љ<ĹΛ⟪ℒ↞ĽĻЛ⟨←⇤⇆⌈⟦⥡⇃⥙⌊↔⥎⊣↤⥚⊲⧏⊴⥑⥠↿⥘↼⥒⇐⇔⋚≦≶⪡⩽≲𝔏⋘⇚Ŀ⟵⟷⟶⟸⟺⟹𝕃↙↘ℒ↰Ł≪⤅М ℳ𝔐∓𝕄ℳΜЊŃŇŅН​​​​≫≪\n𝔑⁠\xA0ℕ⫬≢≭∦∉≠≂̸∄≯≱≧̸≫̸≹⩾̸≵≎̸≏̸⋪⧏̸⋬≮≰≸≪̸⩽̸≴⪢̸⪡̸⊀⪯̸⋠∌⋫⧐̸⋭⊏̸⋢⊐̸⋣⊂⃒⊈⊁⪰̸⋡≿̸⊃⃒⊉≁≄≇≉∤𝒩ÑΝŒÓÔОŐ𝔒ÒŌΩΟ𝕆“‘⩔𝒪ØÕ⨷Ö‾⏞⎴⏜∂П𝔓ΦΠ±ℌℙ⪻≺⪯≼≾″∏∷∝𝒫Ψ\"𝔔ℚ𝒬⤐®Ŕ⟫↠⤖ŘŖРℜ∋⇋⥯ℜΡ⟩→⇥⇄⌉⟧⥝⇂⥕⌋⊢↦⥛⊳⧐⊵⥏⥜↾⥔⇀⥓⇒ℝ⥰⇛ℛ↱⧴ЩШЬŚ⪼ŠŞŜС𝔖↓←→↑Σ∘𝕊√□⊓⊏⊑⊐⊒⊔𝒮⋆⋐⋐⊆≻⪰≽≿∋∑⋑⊃⊇⋑Þ™ЋЦ	ΤŤŢТ𝔗∴Θ   ∼≃≅≈𝕋⃛𝒯ŦÚ↟⥉ЎŬÛУŰ𝔘ÙŪ_⏟⎵⏝⋃⊎Ų𝕌↑⤒⇅↕⥮⊥↥⇑⇕↖↗ϒΥŮ𝒰ŨÜ⊫⫫В⊩⫦⋁‖‖∣|❘≀ 𝔙𝕍𝒱⊪Ŵ⋀𝔚𝕎𝒲𝔛Ξ𝕏𝒳ЯЇЮÝŶЫ𝔜𝕐𝒴ŸЖŹŽЗŻ​Ζℨℤ𝒵áă∾∾̳∿â´аæ⁡𝔞àℵℵαā⨿&∧⩕⩜⩘⩚∠⦤∠∡⦨⦩⦪⦫⦬⦭⦮⦯∟⊾⦝∢Å⍼ą𝕒≈⩰⩯≊≋'≈≊å𝒶*≈≍ãä∳⨑⫭≌϶‵∽⋍⊽⌅⌅⎵⎶≌б„∵∵⦰϶ℬβℶ≬𝔟⋂◯⋃⨀⨁⨂⨆★▽△⨄⋁⋀⤍⧫▪▴▾◂▸␣▒░▓█=⃥≡⃥⌐𝕓⊥⊥⋈╗╔╖╓═╦╩╤╧╝╚╜╙║╬╣╠╫╢╟⧉╕╒┐┌─╥╨┬┴⊟⊞⊠╛╘┘└│╪╡╞┼┤├‵˘¦𝒷⁏∽⋍\\⧅⟈••≎⪮≏≏ć∩⩄⩉⩋⩇⩀∩︀⁁ˇ⩍čçĉ⩌⩐ċ¸⦲¢·𝔠ч✓✓χ○⧃ˆ≗↺↻®Ⓢ⊛⊚⊝≗⨐⫯⧂♣♣:≔≔,@∁∘∁ℂ≅⩭∮𝕔∐©℗↵✗𝒸⫏⫑⫐⫒⋯⤸⤵⋞⋟↶⤽∪⩈⩆⩊⊍⩅∪︀↷⤼⋞⋟⋎⋏¤↶↷⋎⋏∲∱⌭⇓⥥†ℸ↓‐⊣⤏˝ďдⅆ‡⇊⩷°δ⦱⥿𝔡⇃⇂⋄⋄♦♦¨ϝ⋲÷÷⋇⋇ђ⌞⌍$𝕕˙≐≑∸∔⊡⌆↓⇊⇃⇂⤐⌟⌌𝒹ѕ⧶đ⋱▿▾⇵⥯⦦џ⟿⩷≑é⩮ě≖ê≕эėⅇ≒𝔢⪚è⪖⪘⪙⏧ℓ⪕⪗ē∅∅∅   ŋ ę𝕖⋕⧣⩱εεϵ≖≕≂⪖⪕=≟≡⩸⧥≓⥱ℯ≐≂ηðë€!∃ℰⅇ≒ф♀ﬃﬀﬄ𝔣ﬁfj♭ﬂ▱ƒ𝕗∀⋔⫙⨍½⅓¼⅕⅙⅛⅔⅖¾⅗⅜⅘⅚⅝⅞⁄⌢𝒻≧⪌ǵγϝ⪆ğĝгġ≥⋛≥≧⩾⩾⪩⪀⪂⪄⋛︀⪔𝔤≫⋙ℷѓ≷⪒⪥⪤≩⪊⪊⪈⪈≩⋧𝕘`ℊ≳⪎⪐>⪧⩺⋗⦕⩼⪆⥸⋗⋛⪌≷≳≩︀≩︀⇔ ½ℋъ↔⥈↭ℏĥ♥♥…⊹𝔥⤥⤦⇿∻↩↪𝕙―𝒽ℏħ⁃‐í⁣îие¡⇔𝔦ìⅈ⨌∭⧜℩ĳīℑℐℑı⊷Ƶ∈℅∞⧝ı∫⊺ℤ⊺⨗⨼ёį𝕚ι⨼¿𝒾∈⋹⋵⋴⋳∈⁢ĩіïĵй𝔧ȷ𝕛𝒿јєκϰķк𝔨ĸхќ𝕜𝓀⇚⇐⤛⤎≦⪋⥢ĺ⦴ℒλ⟨⦑⟨⪅«←⇤⤟⤝↩↫⤹⥳↢⪫⤙⪭⪭︀⤌❲{[⦋⦏⦍ľļ⌈{л⤶“„⥧⥋↲≤←↢↽↼⇇↔⇆⇋↭⋋⋚≤≦⩽⩽⪨⩿⪁⪃⋚︀⪓⪅⋖⋚⪋≶≲⥼⌊𝔩≶⪑↽↼⥪▄љ≪⇇⌞⥫◺ŀ⎰⎰≨⪉⪉⪇⪇≨⋦⟬⇽⟦⟵⟷⟼⟶↫↬⦅𝕝⨭⨴∗_◊◊⧫(⦓⇆⌟⇋⥭‎⊿‹𝓁↰≲⪍⪏[‘‚ł<⪦⩹⋖⋋⋉⥶⩻⦖◃⊴◂⥊⥦≨︀≨︀∺¯♂✠✠↦↦↧↤↥▮⨩м—∡𝔪℧µ∣*⫰·−⊟∸⨪⫛…∓⊧𝕞∓𝓂∾μ⊸⊸⋙̸≫⃒≫̸⇍⇎⋘̸≪⃒≪̸⇏⊯⊮∇ń∠⃒≉⩰̸≋̸ŉ≉♮♮ℕ\xA0≎̸≏̸⩃ňņ≇⩭̸⩂н–≠⇗⤤↗↗≐̸≢⤨≂̸∄∄𝔫≧̸≱≱≧̸⩾̸⩾̸≵≯≯⇎↮⫲∋⋼⋺∋њ⇍≦̸↚‥≰↚↮≰≦̸⩽̸⩽̸≮≴≮⋪⋬∤𝕟¬∉⋹̸⋵̸∉⋷⋶∌∌⋾⋽∦∦⫽⃥∂̸⨔⊀⋠⪯̸⊀⪯̸⇏↛⤳̸↝̸↛⋫⋭⊁⋡⪰̸𝓃∤∦≁≄≄∤∦⋢⋣⊄⫅̸⊈⊂⃒⊈⫅̸⊁⪰̸⊅⫆̸⊉⊃⃒⊉⫆̸≹ñ≸⋪⋬⋫⋭ν#№ ⊭⤄≍⃒⊬≥⃒>⃒⧞⤂≤⃒<⃒⊴⃒⤃⊵⃒∼⃒⇖⤣↖↖⤧Ⓢó⊛⊚ôо⊝ő⨸⊙⦼œ⦿𝔬˛ò⧁⦵Ω∮↺⦾⦻‾⧀ōωο⦶⊖𝕠⦷⦹⊕∨↻⩝ℴℴªº⊶⩖⩗⩛ℴø⊘õ⊗⨶ö⌽∥¶∥⫳⫽∂п%.‰⊥‱𝔭φϕℳ☎π⋔ϖℏℎℏ+⨣⊞⨢∔⨥⩲±⨦⨧±⨕𝕡£≺⪳⪷≼⪯≺⪷≼⪯⪹⪵⋨≾′ℙ⪵⪹⋨∏⌮⌒⌓∝∝≾⊰𝓅ψ 𝔮⨌𝕢⁗𝓆ℍ⨖?≟\"⇛⇒⤜⤏⥤∽̱ŕ√⦳⟩⦒⦥⟩»→⥵⇥⤠⤳⤞↪↬⥅⥴↣↝⤚∶ℚ⤍❳}]⦌⦎⦐řŗ⌉}р⤷⥩””↳ℜℛℜℝ▭®⥽⌋𝔯⇁⇀⥬ρϱ→↣⇁⇀⇄⇌⇉↝⋌˚≓⇄⇌‏⎱⎱⫮⟭⇾⟧⦆𝕣⨮⨵)⦔⨒⇉›𝓇↱]’’⋌⋊▹⊵▸⧎⥨℞ś‚≻⪴⪸š≽⪰şŝ⪶⪺⋩⨓≿с⋅⊡⩦⇘⤥↘↘§;⤩∖∖✶𝔰⌢♯щш∣∥­σςς∼⩪≃≃⪞⪠⪝⪟≆⨤⥲←∖⨳⧤∣⌣⪪⪬⪬︀ь/⧄⌿𝕤♠♠∥⊓⊓︀⊔⊔︀⊏⊑⊏⊑⊐⊒⊐⊒□□▪▪→𝓈∖⌣⋆☆★ϵϕ¯⊂⫅⪽⊆⫃⫁⫋⊊⪿⥹⊂⊆⫅⊊⫋⫇⫕⫓≻⪸≽⪰⪺⪶⋩≿∑♪⊃¹²³⫆⪾⫘⊇⫄⟉⫗⥻⫂⫌⊋⫀⊃⊇⫆⊋⫌⫈⫔⫖⇙⤦↙↙⤪ß⌖τ⎴ťţт⃛⌕𝔱∴∴θϑϑ≈∼ ≈∼þ˜×⊠⨱⨰∭⤨⊤⌶⫱𝕥⫚⤩‴™▵▿◃⊴≜▹⊵◬≜⨺⨹⧍⨻⏢𝓉цћŧ≬↞↠⇑⥣ú↑ўŭûу⇅ű⥮⥾𝔲ù↿↾▀⌜⌜⌏◸ū¨ų𝕦↑↕↿↾⊎υϒυ⇈⌝⌝⌎ů◹𝓊⋰ũ▵▴⇈ü⦧⇕⫨⫩⊨⦜ϵϰ∅ϕϖ∝↕ϱς⊊︀⫋︀⊋︀⫌︀ϑ⊲⊳в⊢∨⊻≚⋮||𝔳⊲⊂⃒⊃⃒𝕧∝⊳𝓋⫋︀⊊︀⫌︀⊋︀⦚ŵ⩟∧≙℘𝔴𝕨℘≀≀𝓌⋂◯⋃▽𝔵⟺⟷ξ⟸⟵⟼⋻⨀𝕩⨁⨂⟹⟶𝓍⨆⨄△⋁⋀ýяŷы¥𝔶ї𝕪𝓎юÿźžзżℨζ𝔷ж⇝𝕫𝓏‍‌"];
const BUCKET_HASH_1 = 2654435761;
const BUCKET_HASH_2 = 2246822507;
const PAIR_TABLE_SIZE = 1024;
const CHAR_REMAP = (() => {
	const remap = /* @__PURE__ */ new Uint8Array(128);
	for (let code = 48; code <= 57; code++) remap[code] = code - 47;
	for (let code = 65; code <= 90; code++) remap[code] = code - 54;
	for (let code = 97; code <= 122; code++) remap[code] = code - 60;
	return remap;
})();
function exactKey(text, nameStart, length) {
	return text.charCodeAt(nameStart) << 25 | text.charCodeAt(nameStart + 1) << 18 | text.charCodeAt(nameStart + length - 2) << 11 | CHAR_REMAP[text.charCodeAt(nameStart + length - 1)] << 5 | length;
}
function pairIndex(c0, c1) {
	return (c0 * 3 << 3 ^ c1) & 1023;
}
function bucketOne(key, buckets) {
	return (Math.imul(key, BUCKET_HASH_1) >>> 16) * buckets >>> 16;
}
function bucketTwo(key, buckets) {
	return (Math.imul(key, BUCKET_HASH_2) >>> 16) * buckets >>> 16;
}
function initDecodeData(packed) {
	const [data, values] = packed;
	const nameCount = data.charCodeAt(0) - 48 << 6 | data.charCodeAt(1) - 48;
	const suffixesLength = data.charCodeAt(2) - 48 << 6 | data.charCodeAt(3) - 48;
	const buckets = data.charCodeAt(4) - 48 << 6 | data.charCodeAt(5) - 48;
	const metaStart = 6 + suffixesLength;
	const choicesStart = metaStart + 2 * nameCount;
	const slotCount = 2 * buckets;
	const keys = new Int32Array(slotCount);
	const slotMidOff = new Uint16Array(slotCount);
	const slotValue = new Uint16Array(slotCount);
	const lengthBits = new Uint32Array(PAIR_TABLE_SIZE);
	const middleOffsets = /* @__PURE__ */ new Map();
	const middles = [];
	let name = "";
	let suffixOffset = 6;
	let valueOffset = 0;
	for (let index = 0; index < nameCount; index++) {
		const meta0 = data.charCodeAt(metaStart + 2 * index) - 35;
		const meta1 = data.charCodeAt(metaStart + 2 * index + 1) - 35;
		const prefixLength = meta0 & 31;
		const length = prefixLength + (meta1 & 31);
		const valueLength = (meta1 >> 5) + 1;
		name = name.slice(0, prefixLength) + data.slice(suffixOffset, suffixOffset + length - prefixLength);
		suffixOffset += length - prefixLength;
		const key = exactKey(name, 0, length);
		let slot = 2 * ((data.charCodeAt(choicesStart + Math.floor(index / 6)) - 48 & 1 << index % 6) === 0 ? bucketOne : bucketTwo)(key, buckets);
		if (keys[slot] !== 0) slot += 1;
		keys[slot] = key;
		if (length > 4) {
			const middle = name.slice(2, length - 2);
			const existing = middleOffsets.get(middle);
			if (existing === void 0) {
				middleOffsets.set(middle, middles.length);
				slotMidOff[slot] = middles.length;
				for (let middleIndex = 0; middleIndex < middle.length; middleIndex += 2) middles.push(middle.charCodeAt(middleIndex) | middle.charCodeAt(middleIndex + 1) << 16);
			} else slotMidOff[slot] = existing;
		}
		const pair = pairIndex(name.charCodeAt(0), name.charCodeAt(1));
		lengthBits[pair] |= length <= 16 ? 1 << length - 2 : 32768;
		if ((meta0 & 32) !== 0) lengthBits[pair] |= 1 << length - 2 + 16;
		slotValue[slot] = valueOffset << 2 | valueLength - 1 | (meta0 & 32) >> 4;
		valueOffset += valueLength;
	}
	return {
		keys,
		buckets,
		slotMidOff,
		slotValue,
		values,
		lengthBits,
		middles: new Uint32Array(middles)
	};
}
// node_modules/entities/dist/decode.js
const CHAR_NUM = 35;
const CHAR_SEMI = 59;
const CHAR_EQUALS = 61;
const CHAR_ZERO = 48;
const CHAR_LOWER_A = 97;
const CHAR_LOWER_X = 120;
const CHAR_UPPER_A = 65;
const TO_LOWER_BIT = 32;
function isNumber(code) {
	return code - CHAR_ZERO >>> 0 <= 9;
}
function isAlphaNumeric(code) {
	return isNumber(code) || (code | TO_LOWER_BIT) - CHAR_LOWER_A >>> 0 <= 25;
}
function isEntityInAttributeInvalidEnd(code) {
	return code === CHAR_EQUALS || isAlphaNumeric(code);
}
var DecodingMode;
(function(DecodingMode) {
	DecodingMode[DecodingMode["Legacy"] = 0] = "Legacy";
	DecodingMode[DecodingMode["Strict"] = 1] = "Strict";
	DecodingMode[DecodingMode["Attribute"] = 2] = "Attribute";
})(DecodingMode || (DecodingMode = {}));
const htmlDecode = /* #__PURE__ */ initDecodeData(htmlDecodeData);
const htmlKeys = /* #__PURE__ */ (() => htmlDecode.keys)();
const htmlBuckets = /* #__PURE__ */ (() => htmlDecode.buckets)();
const htmlSlotMidOff = /* #__PURE__ */ (() => htmlDecode.slotMidOff)();
const htmlLengthBits = /* #__PURE__ */ (() => htmlDecode.lengthBits)();
const htmlMiddles = /* #__PURE__ */ (() => htmlDecode.middles)();
const htmlSlotValue = /* #__PURE__ */ (() => htmlDecode.slotValue)();
const htmlValues = /* #__PURE__ */ (() => htmlDecode.values)();
function findSlotHtml(text, start, length) {
	const c0 = text.charCodeAt(start);
	const c1 = text.charCodeAt(start + 1);
	const c2 = text.charCodeAt(start + length - 2);
	const c3 = text.charCodeAt(start + length - 1);
	if ((c0 | c1 | c2 | c3) > 127) return -1;
	const key = c0 << 25 | c1 << 18 | c2 << 11 | CHAR_REMAP[c3] << 5 | length;
	let slot = 2 * ((Math.imul(key, BUCKET_HASH_1) >>> 16) * htmlBuckets >>> 16);
	for (let attempt = 0;; attempt++) {
		if (htmlKeys[slot] === key && (length <= 4 || isMidMatchHtml(slot, text, start, length))) return slot;
		if (htmlKeys[slot + 1] === key && (length <= 4 || isMidMatchHtml(slot + 1, text, start, length))) return slot + 1;
		if (attempt === 1) return -1;
		slot = 2 * ((Math.imul(key, BUCKET_HASH_2) >>> 16) * htmlBuckets >>> 16);
	}
}
function isMidMatchHtml(slot, text, start, length) {
	let wordIndex = htmlSlotMidOff[slot];
	let index = start + 2;
	const end = start + length - 2;
	while (index + 1 < end) {
		if ((text.charCodeAt(index) | text.charCodeAt(index + 1) << 16) !== htmlMiddles[wordIndex++]) return false;
		index += 2;
	}
	return index === end || text.charCodeAt(index) === (htmlMiddles[wordIndex] & 65535);
}
const numericDigits = /* #__PURE__ */ (() => {
	const digits = (/* @__PURE__ */ new Uint8Array(128)).fill(255);
	for (let digit = 0; digit < 10; digit++) digits[CHAR_ZERO + digit] = digit;
	for (let digit = 0; digit < 6; digit++) {
		digits[CHAR_UPPER_A + digit] = digit + 10;
		digits[CHAR_LOWER_A + digit] = digit + 10;
	}
	return digits;
})();
function findLegacySlot(input, start, maxLength) {
	let legacy = htmlLengthBits[pairIndex(input.charCodeAt(start), input.charCodeAt(start + 1))] >>> 16 & 31;
	while (legacy !== 0) {
		const top = 31 - Math.clz32(legacy);
		legacy ^= 1 << top;
		if (top + 2 > maxLength) continue;
		const slot = findSlotHtml(input, start, top + 2);
		if (slot >= 0 && (htmlSlotValue[slot] & 2) !== 0) return slot << 3 | top + 2;
	}
	return -1;
}
function findLongClassMatch(input, start, mode) {
	const length = input.slice(start, start + 32).indexOf(";");
	if (length - 2 >>> 0 <= 29) {
		const slot = findSlotHtml(input, start, length);
		if (slot >= 0) return slot << 6 | length + 1;
	}
	if (mode !== DecodingMode.Strict) {
		const packed = findLegacySlot(input, start, Math.min(31, input.length - start));
		if (packed >= 0) {
			const length = packed & 7;
			if (mode !== DecodingMode.Attribute || start + length >= input.length || !isEntityInAttributeInvalidEnd(input.charCodeAt(start + length))) return packed >> 3 << 6 | length;
		}
	}
	return -1;
}
const STATE_ENTITY_START = 0;
const STATE_NUMERIC_START = 1;
const STATE_NUMERIC_DECIMAL = 2;
const STATE_NUMERIC_HEX = 3;
const STATE_NAMED_ENTITY = 4;
var EntityDecoderBase = class {
	emitCodePoint;
	errors;
	state = STATE_ENTITY_START;
	consumed = 1;
	result = 0;
	decodeMode = DecodingMode.Strict;
	replaceNumericCodePoint = replaceCodePoint;
	constructor(emitCodePoint, errors) {
		this.emitCodePoint = emitCodePoint;
		this.errors = errors;
	}
	stateNumericStart(input, offset) {
		if (offset >= input.length) return -1;
		if ((input.charCodeAt(offset) | TO_LOWER_BIT) === CHAR_LOWER_X) {
			this.state = STATE_NUMERIC_HEX;
			this.consumed += 1;
			return this.stateNumericHex(input, offset + 1);
		}
		this.state = STATE_NUMERIC_DECIMAL;
		return this.stateNumericDecimal(input, offset);
	}
	stateNumericHex(input, offset) {
		const inputLength = input.length;
		let { result, consumed } = this;
		let index = offset;
		while (index < inputLength) {
			const char = input.charCodeAt(index);
			const digit = numericDigits[char];
			if (digit <= 15) result = result * 16 + digit;
			else {
				this.result = result;
				this.consumed = consumed;
				return this.emitNumericEntity(char, 3);
			}
			consumed += 1;
			index += 1;
		}
		this.result = result;
		this.consumed = consumed;
		return -1;
	}
	stateNumericDecimal(input, offset) {
		const inputLength = input.length;
		let { result, consumed } = this;
		let index = offset;
		while (index < inputLength) {
			const digit = input.charCodeAt(index) - CHAR_ZERO;
			if (digit >>> 0 > 9) {
				this.result = result;
				this.consumed = consumed;
				return this.emitNumericEntity(digit + CHAR_ZERO, 2);
			}
			result = result * 10 + digit;
			consumed += 1;
			index += 1;
		}
		this.result = result;
		this.consumed = consumed;
		return -1;
	}
	emitNumericEntity(lastCp, expectedLength) {
		if (this.consumed <= expectedLength) {
			this.errors?.absenceOfDigitsInNumericCharacterReference(this.consumed);
			return 0;
		}
		if (lastCp === CHAR_SEMI) this.consumed += 1;
		else if (this.decodeMode === DecodingMode.Strict) return 0;
		this.emitCodePoint(this.replaceNumericCodePoint(this.result), this.consumed);
		if (this.errors) {
			if (lastCp !== CHAR_SEMI) this.errors.missingSemicolonAfterCharacterReference();
			this.errors.validateNumericCharacterReference(this.result);
		}
		return this.consumed;
	}
	startEntity(decodeMode) {
		this.decodeMode = decodeMode;
		this.state = STATE_ENTITY_START;
		this.result = 0;
		this.consumed = 1;
	}
	write(input, offset) {
		switch (this.state) {
			case STATE_ENTITY_START:
				if (input.charCodeAt(offset) === CHAR_NUM) {
					this.state = STATE_NUMERIC_START;
					this.consumed += 1;
					return this.stateNumericStart(input, offset + 1);
				}
				this.state = STATE_NAMED_ENTITY;
				return this.stateNamedEntity(input, offset);
			case STATE_NUMERIC_START: return this.stateNumericStart(input, offset);
			case STATE_NUMERIC_DECIMAL: return this.stateNumericDecimal(input, offset);
			case STATE_NUMERIC_HEX: return this.stateNumericHex(input, offset);
			default: return this.stateNamedEntity(input, offset);
		}
	}
	end() {
		switch (this.state) {
			case STATE_NAMED_ENTITY: return this.endNamedEntity();
			case STATE_NUMERIC_DECIMAL: return this.emitNumericEntity(0, 2);
			case STATE_NUMERIC_HEX: return this.emitNumericEntity(0, 3);
			case STATE_NUMERIC_START:
				this.errors?.absenceOfDigitsInNumericCharacterReference(this.consumed);
				return 0;
			default: return 0;
		}
	}
};
var HtmlEntityDecoder = class extends EntityDecoderBase {
	runLength = 0;
	nameBuffer = /* @__PURE__ */ new Uint8Array(32);
	emitSlot(slot) {
		const packed = htmlSlotValue[slot];
		const off = packed >> 2;
		this.emitCodePoint(htmlValues.charCodeAt(off), this.consumed);
		if ((packed & 1) !== 0) this.emitCodePoint(htmlValues.charCodeAt(off + 1), this.consumed);
	}
	startEntity(decodeMode) {
		super.startEntity(decodeMode);
		this.runLength = 0;
	}
	stateNamedEntity(input, offset) {
		const inputLength = input.length;
		if (this.runLength === 0 && offset + 17 <= inputLength) {
			const pair = pairIndex(input.charCodeAt(offset), input.charCodeAt(offset + 1));
			const bits = htmlLengthBits[pair];
			if ((bits & 32768) !== 0 && offset + 32 <= inputLength) {
				const packed = findLongClassMatch(input, offset, this.decodeMode);
				if (packed >= 0) {
					const length = packed & 63;
					this.consumed = length + 1;
					this.emitSlot(packed >> 6);
					if (input.charCodeAt(offset + length - 1) !== CHAR_SEMI) this.errors?.missingSemicolonAfterCharacterReference();
					return this.consumed;
				}
				return 0;
			}
			let probed = bits & 32767;
			while (probed !== 0) {
				const low = probed & -probed;
				probed ^= low;
				const length = 33 - Math.clz32(low);
				if (input.charCodeAt(offset + length) === CHAR_SEMI) {
					const slot = findSlotHtml(input, offset, length);
					if (slot >= 0) {
						this.consumed = length + 2;
						this.emitSlot(slot);
						return this.consumed;
					}
				}
			}
			if ((bits & 32768) === 0) {
				if (this.decodeMode !== DecodingMode.Strict) {
					const packed = findLegacySlot(input, offset, 31);
					if (packed >= 0) {
						const matchLength = packed & 7;
						const next = input.charCodeAt(offset + matchLength);
						if (this.decodeMode === DecodingMode.Attribute && isEntityInAttributeInvalidEnd(next)) return 0;
						this.consumed = matchLength + 1;
						this.emitSlot(packed >> 3);
						this.errors?.missingSemicolonAfterCharacterReference();
						return this.consumed;
					}
				}
				return 0;
			}
		}
		let index = offset;
		let { runLength } = this;
		let terminator = -1;
		const scanEnd = Math.min(inputLength, offset + 32 - runLength);
		while (index < scanEnd) {
			const char = input.charCodeAt(index);
			if (!isAlphaNumeric(char)) {
				terminator = char;
				break;
			}
			this.nameBuffer[runLength++] = char;
			index++;
		}
		if (terminator < 0 && runLength < 32) {
			this.runLength = runLength;
			return -1;
		}
		if (terminator === CHAR_SEMI && runLength - 2 >>> 0 <= 29) {
			const slot = findBufferedHtmlSlot(this.nameBuffer, runLength);
			if (slot >= 0) {
				this.consumed = runLength + 2;
				this.emitSlot(slot);
				return this.consumed;
			}
		}
		if (this.decodeMode !== DecodingMode.Strict && runLength >= 2) {
			const packed = findBufferedLegacySlot(this.nameBuffer, runLength);
			if (packed >= 0) {
				const length = packed & 7;
				const next = length < runLength ? this.nameBuffer[length] : terminator;
				if (this.decodeMode === DecodingMode.Attribute && isEntityInAttributeInvalidEnd(next)) return 0;
				this.consumed = length + 1;
				this.emitSlot(packed >> 3);
				this.errors?.missingSemicolonAfterCharacterReference();
				return this.consumed;
			}
		}
		return 0;
	}
	endNamedEntity() {
		if (this.decodeMode === DecodingMode.Strict || this.runLength < 2) return 0;
		const packed = findBufferedLegacySlot(this.nameBuffer, this.runLength);
		if (packed < 0) return 0;
		if (this.decodeMode === DecodingMode.Attribute && (packed & 7) < this.runLength) return 0;
		this.consumed = (packed & 7) + 1;
		this.emitSlot(packed >> 3);
		this.errors?.missingSemicolonAfterCharacterReference();
		return this.consumed;
	}
};
function findBufferedHtmlSlot(buffer, length) {
	const key = buffer[0] << 25 | buffer[1] << 18 | buffer[length - 2] << 11 | CHAR_REMAP[buffer[length - 1]] << 5 | length;
	let slot = 2 * ((Math.imul(key, BUCKET_HASH_1) >>> 16) * htmlBuckets >>> 16);
	for (let attempt = 0;; attempt++) {
		if (htmlKeys[slot] === key && (length <= 4 || isBufferedMiddle(slot, buffer, length))) return slot;
		if (htmlKeys[slot + 1] === key && (length <= 4 || isBufferedMiddle(slot + 1, buffer, length))) return slot + 1;
		if (attempt === 1) return -1;
		slot = 2 * ((Math.imul(key, BUCKET_HASH_2) >>> 16) * htmlBuckets >>> 16);
	}
}
function isBufferedMiddle(slot, buffer, length) {
	let wordIndex = htmlSlotMidOff[slot];
	let index = 2;
	const end = length - 2;
	while (index + 1 < end) {
		if ((buffer[index] | buffer[index + 1] << 16) !== htmlMiddles[wordIndex++]) return false;
		index += 2;
	}
	return index === end || buffer[index] === (htmlMiddles[wordIndex] & 65535);
}
function findBufferedLegacySlot(buffer, length) {
	let legacy = htmlLengthBits[pairIndex(buffer[0], buffer[1])] >>> 16 & 31;
	while (legacy !== 0) {
		const top = 31 - Math.clz32(legacy);
		legacy ^= 1 << top;
		if (top + 2 > length) continue;
		const slot = findBufferedHtmlSlot(buffer, top + 2);
		if (slot >= 0 && (htmlSlotValue[slot] & 2) !== 0) return slot << 3 | top + 2;
	}
	return -1;
}
// node_modules/parse5/dist/common/html.js
var NS;
(function(NS) {
	NS["HTML"] = "http://www.w3.org/1999/xhtml";
	NS["MATHML"] = "http://www.w3.org/1998/Math/MathML";
	NS["SVG"] = "http://www.w3.org/2000/svg";
	NS["XLINK"] = "http://www.w3.org/1999/xlink";
	NS["XML"] = "http://www.w3.org/XML/1998/namespace";
	NS["XMLNS"] = "http://www.w3.org/2000/xmlns/";
})(NS || (NS = {}));
var ATTRS;
(function(ATTRS) {
	ATTRS["TYPE"] = "type";
	ATTRS["ACTION"] = "action";
	ATTRS["ENCODING"] = "encoding";
	ATTRS["PROMPT"] = "prompt";
	ATTRS["NAME"] = "name";
	ATTRS["COLOR"] = "color";
	ATTRS["FACE"] = "face";
	ATTRS["SIZE"] = "size";
})(ATTRS || (ATTRS = {}));
var DOCUMENT_MODE;
(function(DOCUMENT_MODE) {
	DOCUMENT_MODE["NO_QUIRKS"] = "no-quirks";
	DOCUMENT_MODE["QUIRKS"] = "quirks";
	DOCUMENT_MODE["LIMITED_QUIRKS"] = "limited-quirks";
})(DOCUMENT_MODE || (DOCUMENT_MODE = {}));
var TAG_NAMES;
(function(TAG_NAMES) {
	TAG_NAMES["A"] = "a";
	TAG_NAMES["ADDRESS"] = "address";
	TAG_NAMES["ANNOTATION_XML"] = "annotation-xml";
	TAG_NAMES["APPLET"] = "applet";
	TAG_NAMES["AREA"] = "area";
	TAG_NAMES["ARTICLE"] = "article";
	TAG_NAMES["ASIDE"] = "aside";
	TAG_NAMES["B"] = "b";
	TAG_NAMES["BASE"] = "base";
	TAG_NAMES["BASEFONT"] = "basefont";
	TAG_NAMES["BGSOUND"] = "bgsound";
	TAG_NAMES["BIG"] = "big";
	TAG_NAMES["BLOCKQUOTE"] = "blockquote";
	TAG_NAMES["BODY"] = "body";
	TAG_NAMES["BR"] = "br";
	TAG_NAMES["BUTTON"] = "button";
	TAG_NAMES["CAPTION"] = "caption";
	TAG_NAMES["CENTER"] = "center";
	TAG_NAMES["CODE"] = "code";
	TAG_NAMES["COL"] = "col";
	TAG_NAMES["COLGROUP"] = "colgroup";
	TAG_NAMES["DD"] = "dd";
	TAG_NAMES["DESC"] = "desc";
	TAG_NAMES["DETAILS"] = "details";
	TAG_NAMES["DIALOG"] = "dialog";
	TAG_NAMES["DIR"] = "dir";
	TAG_NAMES["DIV"] = "div";
	TAG_NAMES["DL"] = "dl";
	TAG_NAMES["DT"] = "dt";
	TAG_NAMES["EM"] = "em";
	TAG_NAMES["EMBED"] = "embed";
	TAG_NAMES["FIELDSET"] = "fieldset";
	TAG_NAMES["FIGCAPTION"] = "figcaption";
	TAG_NAMES["FIGURE"] = "figure";
	TAG_NAMES["FONT"] = "font";
	TAG_NAMES["FOOTER"] = "footer";
	TAG_NAMES["FOREIGN_OBJECT"] = "foreignObject";
	TAG_NAMES["FORM"] = "form";
	TAG_NAMES["FRAME"] = "frame";
	TAG_NAMES["FRAMESET"] = "frameset";
	TAG_NAMES["H1"] = "h1";
	TAG_NAMES["H2"] = "h2";
	TAG_NAMES["H3"] = "h3";
	TAG_NAMES["H4"] = "h4";
	TAG_NAMES["H5"] = "h5";
	TAG_NAMES["H6"] = "h6";
	TAG_NAMES["HEAD"] = "head";
	TAG_NAMES["HEADER"] = "header";
	TAG_NAMES["HGROUP"] = "hgroup";
	TAG_NAMES["HR"] = "hr";
	TAG_NAMES["HTML"] = "html";
	TAG_NAMES["I"] = "i";
	TAG_NAMES["IMG"] = "img";
	TAG_NAMES["IMAGE"] = "image";
	TAG_NAMES["INPUT"] = "input";
	TAG_NAMES["IFRAME"] = "iframe";
	TAG_NAMES["KEYGEN"] = "keygen";
	TAG_NAMES["LABEL"] = "label";
	TAG_NAMES["LI"] = "li";
	TAG_NAMES["LINK"] = "link";
	TAG_NAMES["LISTING"] = "listing";
	TAG_NAMES["MAIN"] = "main";
	TAG_NAMES["MALIGNMARK"] = "malignmark";
	TAG_NAMES["MARQUEE"] = "marquee";
	TAG_NAMES["MATH"] = "math";
	TAG_NAMES["MENU"] = "menu";
	TAG_NAMES["META"] = "meta";
	TAG_NAMES["MGLYPH"] = "mglyph";
	TAG_NAMES["MI"] = "mi";
	TAG_NAMES["MO"] = "mo";
	TAG_NAMES["MN"] = "mn";
	TAG_NAMES["MS"] = "ms";
	TAG_NAMES["MTEXT"] = "mtext";
	TAG_NAMES["NAV"] = "nav";
	TAG_NAMES["NOBR"] = "nobr";
	TAG_NAMES["NOFRAMES"] = "noframes";
	TAG_NAMES["NOEMBED"] = "noembed";
	TAG_NAMES["NOSCRIPT"] = "noscript";
	TAG_NAMES["OBJECT"] = "object";
	TAG_NAMES["OL"] = "ol";
	TAG_NAMES["OPTGROUP"] = "optgroup";
	TAG_NAMES["OPTION"] = "option";
	TAG_NAMES["P"] = "p";
	TAG_NAMES["PARAM"] = "param";
	TAG_NAMES["PLAINTEXT"] = "plaintext";
	TAG_NAMES["PRE"] = "pre";
	TAG_NAMES["RB"] = "rb";
	TAG_NAMES["RP"] = "rp";
	TAG_NAMES["RT"] = "rt";
	TAG_NAMES["RTC"] = "rtc";
	TAG_NAMES["RUBY"] = "ruby";
	TAG_NAMES["S"] = "s";
	TAG_NAMES["SCRIPT"] = "script";
	TAG_NAMES["SEARCH"] = "search";
	TAG_NAMES["SECTION"] = "section";
	TAG_NAMES["SELECT"] = "select";
	TAG_NAMES["SOURCE"] = "source";
	TAG_NAMES["SMALL"] = "small";
	TAG_NAMES["SPAN"] = "span";
	TAG_NAMES["STRIKE"] = "strike";
	TAG_NAMES["STRONG"] = "strong";
	TAG_NAMES["STYLE"] = "style";
	TAG_NAMES["SUB"] = "sub";
	TAG_NAMES["SUMMARY"] = "summary";
	TAG_NAMES["SUP"] = "sup";
	TAG_NAMES["TABLE"] = "table";
	TAG_NAMES["TBODY"] = "tbody";
	TAG_NAMES["TEMPLATE"] = "template";
	TAG_NAMES["TEXTAREA"] = "textarea";
	TAG_NAMES["TFOOT"] = "tfoot";
	TAG_NAMES["TD"] = "td";
	TAG_NAMES["TH"] = "th";
	TAG_NAMES["THEAD"] = "thead";
	TAG_NAMES["TITLE"] = "title";
	TAG_NAMES["TR"] = "tr";
	TAG_NAMES["TRACK"] = "track";
	TAG_NAMES["TT"] = "tt";
	TAG_NAMES["U"] = "u";
	TAG_NAMES["UL"] = "ul";
	TAG_NAMES["SVG"] = "svg";
	TAG_NAMES["VAR"] = "var";
	TAG_NAMES["WBR"] = "wbr";
	TAG_NAMES["XMP"] = "xmp";
})(TAG_NAMES || (TAG_NAMES = {}));
var TAG_ID;
(function(TAG_ID) {
	TAG_ID[TAG_ID["UNKNOWN"] = 0] = "UNKNOWN";
	TAG_ID[TAG_ID["A"] = 1] = "A";
	TAG_ID[TAG_ID["ADDRESS"] = 2] = "ADDRESS";
	TAG_ID[TAG_ID["ANNOTATION_XML"] = 3] = "ANNOTATION_XML";
	TAG_ID[TAG_ID["APPLET"] = 4] = "APPLET";
	TAG_ID[TAG_ID["AREA"] = 5] = "AREA";
	TAG_ID[TAG_ID["ARTICLE"] = 6] = "ARTICLE";
	TAG_ID[TAG_ID["ASIDE"] = 7] = "ASIDE";
	TAG_ID[TAG_ID["B"] = 8] = "B";
	TAG_ID[TAG_ID["BASE"] = 9] = "BASE";
	TAG_ID[TAG_ID["BASEFONT"] = 10] = "BASEFONT";
	TAG_ID[TAG_ID["BGSOUND"] = 11] = "BGSOUND";
	TAG_ID[TAG_ID["BIG"] = 12] = "BIG";
	TAG_ID[TAG_ID["BLOCKQUOTE"] = 13] = "BLOCKQUOTE";
	TAG_ID[TAG_ID["BODY"] = 14] = "BODY";
	TAG_ID[TAG_ID["BR"] = 15] = "BR";
	TAG_ID[TAG_ID["BUTTON"] = 16] = "BUTTON";
	TAG_ID[TAG_ID["CAPTION"] = 17] = "CAPTION";
	TAG_ID[TAG_ID["CENTER"] = 18] = "CENTER";
	TAG_ID[TAG_ID["CODE"] = 19] = "CODE";
	TAG_ID[TAG_ID["COL"] = 20] = "COL";
	TAG_ID[TAG_ID["COLGROUP"] = 21] = "COLGROUP";
	TAG_ID[TAG_ID["DD"] = 22] = "DD";
	TAG_ID[TAG_ID["DESC"] = 23] = "DESC";
	TAG_ID[TAG_ID["DETAILS"] = 24] = "DETAILS";
	TAG_ID[TAG_ID["DIALOG"] = 25] = "DIALOG";
	TAG_ID[TAG_ID["DIR"] = 26] = "DIR";
	TAG_ID[TAG_ID["DIV"] = 27] = "DIV";
	TAG_ID[TAG_ID["DL"] = 28] = "DL";
	TAG_ID[TAG_ID["DT"] = 29] = "DT";
	TAG_ID[TAG_ID["EM"] = 30] = "EM";
	TAG_ID[TAG_ID["EMBED"] = 31] = "EMBED";
	TAG_ID[TAG_ID["FIELDSET"] = 32] = "FIELDSET";
	TAG_ID[TAG_ID["FIGCAPTION"] = 33] = "FIGCAPTION";
	TAG_ID[TAG_ID["FIGURE"] = 34] = "FIGURE";
	TAG_ID[TAG_ID["FONT"] = 35] = "FONT";
	TAG_ID[TAG_ID["FOOTER"] = 36] = "FOOTER";
	TAG_ID[TAG_ID["FOREIGN_OBJECT"] = 37] = "FOREIGN_OBJECT";
	TAG_ID[TAG_ID["FORM"] = 38] = "FORM";
	TAG_ID[TAG_ID["FRAME"] = 39] = "FRAME";
	TAG_ID[TAG_ID["FRAMESET"] = 40] = "FRAMESET";
	TAG_ID[TAG_ID["H1"] = 41] = "H1";
	TAG_ID[TAG_ID["H2"] = 42] = "H2";
	TAG_ID[TAG_ID["H3"] = 43] = "H3";
	TAG_ID[TAG_ID["H4"] = 44] = "H4";
	TAG_ID[TAG_ID["H5"] = 45] = "H5";
	TAG_ID[TAG_ID["H6"] = 46] = "H6";
	TAG_ID[TAG_ID["HEAD"] = 47] = "HEAD";
	TAG_ID[TAG_ID["HEADER"] = 48] = "HEADER";
	TAG_ID[TAG_ID["HGROUP"] = 49] = "HGROUP";
	TAG_ID[TAG_ID["HR"] = 50] = "HR";
	TAG_ID[TAG_ID["HTML"] = 51] = "HTML";
	TAG_ID[TAG_ID["I"] = 52] = "I";
	TAG_ID[TAG_ID["IMG"] = 53] = "IMG";
	TAG_ID[TAG_ID["IMAGE"] = 54] = "IMAGE";
	TAG_ID[TAG_ID["INPUT"] = 55] = "INPUT";
	TAG_ID[TAG_ID["IFRAME"] = 56] = "IFRAME";
	TAG_ID[TAG_ID["KEYGEN"] = 57] = "KEYGEN";
	TAG_ID[TAG_ID["LABEL"] = 58] = "LABEL";
	TAG_ID[TAG_ID["LI"] = 59] = "LI";
	TAG_ID[TAG_ID["LINK"] = 60] = "LINK";
	TAG_ID[TAG_ID["LISTING"] = 61] = "LISTING";
	TAG_ID[TAG_ID["MAIN"] = 62] = "MAIN";
	TAG_ID[TAG_ID["MALIGNMARK"] = 63] = "MALIGNMARK";
	TAG_ID[TAG_ID["MARQUEE"] = 64] = "MARQUEE";
	TAG_ID[TAG_ID["MATH"] = 65] = "MATH";
	TAG_ID[TAG_ID["MENU"] = 66] = "MENU";
	TAG_ID[TAG_ID["META"] = 67] = "META";
	TAG_ID[TAG_ID["MGLYPH"] = 68] = "MGLYPH";
	TAG_ID[TAG_ID["MI"] = 69] = "MI";
	TAG_ID[TAG_ID["MO"] = 70] = "MO";
	TAG_ID[TAG_ID["MN"] = 71] = "MN";
	TAG_ID[TAG_ID["MS"] = 72] = "MS";
	TAG_ID[TAG_ID["MTEXT"] = 73] = "MTEXT";
	TAG_ID[TAG_ID["NAV"] = 74] = "NAV";
	TAG_ID[TAG_ID["NOBR"] = 75] = "NOBR";
	TAG_ID[TAG_ID["NOFRAMES"] = 76] = "NOFRAMES";
	TAG_ID[TAG_ID["NOEMBED"] = 77] = "NOEMBED";
	TAG_ID[TAG_ID["NOSCRIPT"] = 78] = "NOSCRIPT";
	TAG_ID[TAG_ID["OBJECT"] = 79] = "OBJECT";
	TAG_ID[TAG_ID["OL"] = 80] = "OL";
	TAG_ID[TAG_ID["OPTGROUP"] = 81] = "OPTGROUP";
	TAG_ID[TAG_ID["OPTION"] = 82] = "OPTION";
	TAG_ID[TAG_ID["P"] = 83] = "P";
	TAG_ID[TAG_ID["PARAM"] = 84] = "PARAM";
	TAG_ID[TAG_ID["PLAINTEXT"] = 85] = "PLAINTEXT";
	TAG_ID[TAG_ID["PRE"] = 86] = "PRE";
	TAG_ID[TAG_ID["RB"] = 87] = "RB";
	TAG_ID[TAG_ID["RP"] = 88] = "RP";
	TAG_ID[TAG_ID["RT"] = 89] = "RT";
	TAG_ID[TAG_ID["RTC"] = 90] = "RTC";
	TAG_ID[TAG_ID["RUBY"] = 91] = "RUBY";
	TAG_ID[TAG_ID["S"] = 92] = "S";
	TAG_ID[TAG_ID["SCRIPT"] = 93] = "SCRIPT";
	TAG_ID[TAG_ID["SEARCH"] = 94] = "SEARCH";
	TAG_ID[TAG_ID["SECTION"] = 95] = "SECTION";
	TAG_ID[TAG_ID["SELECT"] = 96] = "SELECT";
	TAG_ID[TAG_ID["SOURCE"] = 97] = "SOURCE";
	TAG_ID[TAG_ID["SMALL"] = 98] = "SMALL";
	TAG_ID[TAG_ID["SPAN"] = 99] = "SPAN";
	TAG_ID[TAG_ID["STRIKE"] = 100] = "STRIKE";
	TAG_ID[TAG_ID["STRONG"] = 101] = "STRONG";
	TAG_ID[TAG_ID["STYLE"] = 102] = "STYLE";
	TAG_ID[TAG_ID["SUB"] = 103] = "SUB";
	TAG_ID[TAG_ID["SUMMARY"] = 104] = "SUMMARY";
	TAG_ID[TAG_ID["SUP"] = 105] = "SUP";
	TAG_ID[TAG_ID["TABLE"] = 106] = "TABLE";
	TAG_ID[TAG_ID["TBODY"] = 107] = "TBODY";
	TAG_ID[TAG_ID["TEMPLATE"] = 108] = "TEMPLATE";
	TAG_ID[TAG_ID["TEXTAREA"] = 109] = "TEXTAREA";
	TAG_ID[TAG_ID["TFOOT"] = 110] = "TFOOT";
	TAG_ID[TAG_ID["TD"] = 111] = "TD";
	TAG_ID[TAG_ID["TH"] = 112] = "TH";
	TAG_ID[TAG_ID["THEAD"] = 113] = "THEAD";
	TAG_ID[TAG_ID["TITLE"] = 114] = "TITLE";
	TAG_ID[TAG_ID["TR"] = 115] = "TR";
	TAG_ID[TAG_ID["TRACK"] = 116] = "TRACK";
	TAG_ID[TAG_ID["TT"] = 117] = "TT";
	TAG_ID[TAG_ID["U"] = 118] = "U";
	TAG_ID[TAG_ID["UL"] = 119] = "UL";
	TAG_ID[TAG_ID["SVG"] = 120] = "SVG";
	TAG_ID[TAG_ID["VAR"] = 121] = "VAR";
	TAG_ID[TAG_ID["WBR"] = 122] = "WBR";
	TAG_ID[TAG_ID["XMP"] = 123] = "XMP";
})(TAG_ID || (TAG_ID = {}));
const TAG_NAME_TO_ID = /* @__PURE__ */ new Map([
	[TAG_NAMES.A, TAG_ID.A],
	[TAG_NAMES.ADDRESS, TAG_ID.ADDRESS],
	[TAG_NAMES.ANNOTATION_XML, TAG_ID.ANNOTATION_XML],
	[TAG_NAMES.APPLET, TAG_ID.APPLET],
	[TAG_NAMES.AREA, TAG_ID.AREA],
	[TAG_NAMES.ARTICLE, TAG_ID.ARTICLE],
	[TAG_NAMES.ASIDE, TAG_ID.ASIDE],
	[TAG_NAMES.B, TAG_ID.B],
	[TAG_NAMES.BASE, TAG_ID.BASE],
	[TAG_NAMES.BASEFONT, TAG_ID.BASEFONT],
	[TAG_NAMES.BGSOUND, TAG_ID.BGSOUND],
	[TAG_NAMES.BIG, TAG_ID.BIG],
	[TAG_NAMES.BLOCKQUOTE, TAG_ID.BLOCKQUOTE],
	[TAG_NAMES.BODY, TAG_ID.BODY],
	[TAG_NAMES.BR, TAG_ID.BR],
	[TAG_NAMES.BUTTON, TAG_ID.BUTTON],
	[TAG_NAMES.CAPTION, TAG_ID.CAPTION],
	[TAG_NAMES.CENTER, TAG_ID.CENTER],
	[TAG_NAMES.CODE, TAG_ID.CODE],
	[TAG_NAMES.COL, TAG_ID.COL],
	[TAG_NAMES.COLGROUP, TAG_ID.COLGROUP],
	[TAG_NAMES.DD, TAG_ID.DD],
	[TAG_NAMES.DESC, TAG_ID.DESC],
	[TAG_NAMES.DETAILS, TAG_ID.DETAILS],
	[TAG_NAMES.DIALOG, TAG_ID.DIALOG],
	[TAG_NAMES.DIR, TAG_ID.DIR],
	[TAG_NAMES.DIV, TAG_ID.DIV],
	[TAG_NAMES.DL, TAG_ID.DL],
	[TAG_NAMES.DT, TAG_ID.DT],
	[TAG_NAMES.EM, TAG_ID.EM],
	[TAG_NAMES.EMBED, TAG_ID.EMBED],
	[TAG_NAMES.FIELDSET, TAG_ID.FIELDSET],
	[TAG_NAMES.FIGCAPTION, TAG_ID.FIGCAPTION],
	[TAG_NAMES.FIGURE, TAG_ID.FIGURE],
	[TAG_NAMES.FONT, TAG_ID.FONT],
	[TAG_NAMES.FOOTER, TAG_ID.FOOTER],
	[TAG_NAMES.FOREIGN_OBJECT, TAG_ID.FOREIGN_OBJECT],
	[TAG_NAMES.FORM, TAG_ID.FORM],
	[TAG_NAMES.FRAME, TAG_ID.FRAME],
	[TAG_NAMES.FRAMESET, TAG_ID.FRAMESET],
	[TAG_NAMES.H1, TAG_ID.H1],
	[TAG_NAMES.H2, TAG_ID.H2],
	[TAG_NAMES.H3, TAG_ID.H3],
	[TAG_NAMES.H4, TAG_ID.H4],
	[TAG_NAMES.H5, TAG_ID.H5],
	[TAG_NAMES.H6, TAG_ID.H6],
	[TAG_NAMES.HEAD, TAG_ID.HEAD],
	[TAG_NAMES.HEADER, TAG_ID.HEADER],
	[TAG_NAMES.HGROUP, TAG_ID.HGROUP],
	[TAG_NAMES.HR, TAG_ID.HR],
	[TAG_NAMES.HTML, TAG_ID.HTML],
	[TAG_NAMES.I, TAG_ID.I],
	[TAG_NAMES.IMG, TAG_ID.IMG],
	[TAG_NAMES.IMAGE, TAG_ID.IMAGE],
	[TAG_NAMES.INPUT, TAG_ID.INPUT],
	[TAG_NAMES.IFRAME, TAG_ID.IFRAME],
	[TAG_NAMES.KEYGEN, TAG_ID.KEYGEN],
	[TAG_NAMES.LABEL, TAG_ID.LABEL],
	[TAG_NAMES.LI, TAG_ID.LI],
	[TAG_NAMES.LINK, TAG_ID.LINK],
	[TAG_NAMES.LISTING, TAG_ID.LISTING],
	[TAG_NAMES.MAIN, TAG_ID.MAIN],
	[TAG_NAMES.MALIGNMARK, TAG_ID.MALIGNMARK],
	[TAG_NAMES.MARQUEE, TAG_ID.MARQUEE],
	[TAG_NAMES.MATH, TAG_ID.MATH],
	[TAG_NAMES.MENU, TAG_ID.MENU],
	[TAG_NAMES.META, TAG_ID.META],
	[TAG_NAMES.MGLYPH, TAG_ID.MGLYPH],
	[TAG_NAMES.MI, TAG_ID.MI],
	[TAG_NAMES.MO, TAG_ID.MO],
	[TAG_NAMES.MN, TAG_ID.MN],
	[TAG_NAMES.MS, TAG_ID.MS],
	[TAG_NAMES.MTEXT, TAG_ID.MTEXT],
	[TAG_NAMES.NAV, TAG_ID.NAV],
	[TAG_NAMES.NOBR, TAG_ID.NOBR],
	[TAG_NAMES.NOFRAMES, TAG_ID.NOFRAMES],
	[TAG_NAMES.NOEMBED, TAG_ID.NOEMBED],
	[TAG_NAMES.NOSCRIPT, TAG_ID.NOSCRIPT],
	[TAG_NAMES.OBJECT, TAG_ID.OBJECT],
	[TAG_NAMES.OL, TAG_ID.OL],
	[TAG_NAMES.OPTGROUP, TAG_ID.OPTGROUP],
	[TAG_NAMES.OPTION, TAG_ID.OPTION],
	[TAG_NAMES.P, TAG_ID.P],
	[TAG_NAMES.PARAM, TAG_ID.PARAM],
	[TAG_NAMES.PLAINTEXT, TAG_ID.PLAINTEXT],
	[TAG_NAMES.PRE, TAG_ID.PRE],
	[TAG_NAMES.RB, TAG_ID.RB],
	[TAG_NAMES.RP, TAG_ID.RP],
	[TAG_NAMES.RT, TAG_ID.RT],
	[TAG_NAMES.RTC, TAG_ID.RTC],
	[TAG_NAMES.RUBY, TAG_ID.RUBY],
	[TAG_NAMES.S, TAG_ID.S],
	[TAG_NAMES.SCRIPT, TAG_ID.SCRIPT],
	[TAG_NAMES.SEARCH, TAG_ID.SEARCH],
	[TAG_NAMES.SECTION, TAG_ID.SECTION],
	[TAG_NAMES.SELECT, TAG_ID.SELECT],
	[TAG_NAMES.SOURCE, TAG_ID.SOURCE],
	[TAG_NAMES.SMALL, TAG_ID.SMALL],
	[TAG_NAMES.SPAN, TAG_ID.SPAN],
	[TAG_NAMES.STRIKE, TAG_ID.STRIKE],
	[TAG_NAMES.STRONG, TAG_ID.STRONG],
	[TAG_NAMES.STYLE, TAG_ID.STYLE],
	[TAG_NAMES.SUB, TAG_ID.SUB],
	[TAG_NAMES.SUMMARY, TAG_ID.SUMMARY],
	[TAG_NAMES.SUP, TAG_ID.SUP],
	[TAG_NAMES.TABLE, TAG_ID.TABLE],
	[TAG_NAMES.TBODY, TAG_ID.TBODY],
	[TAG_NAMES.TEMPLATE, TAG_ID.TEMPLATE],
	[TAG_NAMES.TEXTAREA, TAG_ID.TEXTAREA],
	[TAG_NAMES.TFOOT, TAG_ID.TFOOT],
	[TAG_NAMES.TD, TAG_ID.TD],
	[TAG_NAMES.TH, TAG_ID.TH],
	[TAG_NAMES.THEAD, TAG_ID.THEAD],
	[TAG_NAMES.TITLE, TAG_ID.TITLE],
	[TAG_NAMES.TR, TAG_ID.TR],
	[TAG_NAMES.TRACK, TAG_ID.TRACK],
	[TAG_NAMES.TT, TAG_ID.TT],
	[TAG_NAMES.U, TAG_ID.U],
	[TAG_NAMES.UL, TAG_ID.UL],
	[TAG_NAMES.SVG, TAG_ID.SVG],
	[TAG_NAMES.VAR, TAG_ID.VAR],
	[TAG_NAMES.WBR, TAG_ID.WBR],
	[TAG_NAMES.XMP, TAG_ID.XMP]
]);
function getTagID(tagName) {
	var _a;
	return (_a = TAG_NAME_TO_ID.get(tagName)) !== null && _a !== void 0 ? _a : TAG_ID.UNKNOWN;
}
const $ = TAG_ID;
const SPECIAL_ELEMENTS = {
	[NS.HTML]: /* @__PURE__ */ new Set([
		$.ADDRESS,
		$.APPLET,
		$.AREA,
		$.ARTICLE,
		$.ASIDE,
		$.BASE,
		$.BASEFONT,
		$.BGSOUND,
		$.BLOCKQUOTE,
		$.BODY,
		$.BR,
		$.BUTTON,
		$.CAPTION,
		$.CENTER,
		$.COL,
		$.COLGROUP,
		$.DD,
		$.DETAILS,
		$.DIR,
		$.DIV,
		$.DL,
		$.DT,
		$.EMBED,
		$.FIELDSET,
		$.FIGCAPTION,
		$.FIGURE,
		$.FOOTER,
		$.FORM,
		$.FRAME,
		$.FRAMESET,
		$.H1,
		$.H2,
		$.H3,
		$.H4,
		$.H5,
		$.H6,
		$.HEAD,
		$.HEADER,
		$.HGROUP,
		$.HR,
		$.HTML,
		$.IFRAME,
		$.IMG,
		$.INPUT,
		$.LI,
		$.LINK,
		$.LISTING,
		$.MAIN,
		$.MARQUEE,
		$.MENU,
		$.META,
		$.NAV,
		$.NOEMBED,
		$.NOFRAMES,
		$.NOSCRIPT,
		$.OBJECT,
		$.OL,
		$.P,
		$.PARAM,
		$.PLAINTEXT,
		$.PRE,
		$.SCRIPT,
		$.SECTION,
		$.SELECT,
		$.SOURCE,
		$.STYLE,
		$.SUMMARY,
		$.TABLE,
		$.TBODY,
		$.TD,
		$.TEMPLATE,
		$.TEXTAREA,
		$.TFOOT,
		$.TH,
		$.THEAD,
		$.TITLE,
		$.TR,
		$.TRACK,
		$.UL,
		$.WBR,
		$.XMP
	]),
	[NS.MATHML]: /* @__PURE__ */ new Set([
		$.MI,
		$.MO,
		$.MN,
		$.MS,
		$.MTEXT,
		$.ANNOTATION_XML
	]),
	[NS.SVG]: /* @__PURE__ */ new Set([
		$.TITLE,
		$.FOREIGN_OBJECT,
		$.DESC
	]),
	[NS.XLINK]: /* @__PURE__ */ new Set(),
	[NS.XML]: /* @__PURE__ */ new Set(),
	[NS.XMLNS]: /* @__PURE__ */ new Set()
};
const NUMBERED_HEADERS$1 = /* @__PURE__ */ new Set([
	$.H1,
	$.H2,
	$.H3,
	$.H4,
	$.H5,
	$.H6
]);
TAG_NAMES.STYLE, TAG_NAMES.SCRIPT, TAG_NAMES.XMP, TAG_NAMES.IFRAME, TAG_NAMES.NOEMBED, TAG_NAMES.NOFRAMES, TAG_NAMES.PLAINTEXT;
// node_modules/parse5/dist/tokenizer/index.js
const ATTR_NAME_SET_THRESHOLD = 64;
var State;
(function(State) {
	State[State["DATA"] = 0] = "DATA";
	State[State["RCDATA"] = 1] = "RCDATA";
	State[State["RAWTEXT"] = 2] = "RAWTEXT";
	State[State["SCRIPT_DATA"] = 3] = "SCRIPT_DATA";
	State[State["PLAINTEXT"] = 4] = "PLAINTEXT";
	State[State["TAG_OPEN"] = 5] = "TAG_OPEN";
	State[State["END_TAG_OPEN"] = 6] = "END_TAG_OPEN";
	State[State["TAG_NAME"] = 7] = "TAG_NAME";
	State[State["RCDATA_LESS_THAN_SIGN"] = 8] = "RCDATA_LESS_THAN_SIGN";
	State[State["RCDATA_END_TAG_OPEN"] = 9] = "RCDATA_END_TAG_OPEN";
	State[State["RCDATA_END_TAG_NAME"] = 10] = "RCDATA_END_TAG_NAME";
	State[State["RAWTEXT_LESS_THAN_SIGN"] = 11] = "RAWTEXT_LESS_THAN_SIGN";
	State[State["RAWTEXT_END_TAG_OPEN"] = 12] = "RAWTEXT_END_TAG_OPEN";
	State[State["RAWTEXT_END_TAG_NAME"] = 13] = "RAWTEXT_END_TAG_NAME";
	State[State["SCRIPT_DATA_LESS_THAN_SIGN"] = 14] = "SCRIPT_DATA_LESS_THAN_SIGN";
	State[State["SCRIPT_DATA_END_TAG_OPEN"] = 15] = "SCRIPT_DATA_END_TAG_OPEN";
	State[State["SCRIPT_DATA_END_TAG_NAME"] = 16] = "SCRIPT_DATA_END_TAG_NAME";
	State[State["SCRIPT_DATA_ESCAPE_START"] = 17] = "SCRIPT_DATA_ESCAPE_START";
	State[State["SCRIPT_DATA_ESCAPE_START_DASH"] = 18] = "SCRIPT_DATA_ESCAPE_START_DASH";
	State[State["SCRIPT_DATA_ESCAPED"] = 19] = "SCRIPT_DATA_ESCAPED";
	State[State["SCRIPT_DATA_ESCAPED_DASH"] = 20] = "SCRIPT_DATA_ESCAPED_DASH";
	State[State["SCRIPT_DATA_ESCAPED_DASH_DASH"] = 21] = "SCRIPT_DATA_ESCAPED_DASH_DASH";
	State[State["SCRIPT_DATA_ESCAPED_LESS_THAN_SIGN"] = 22] = "SCRIPT_DATA_ESCAPED_LESS_THAN_SIGN";
	State[State["SCRIPT_DATA_ESCAPED_END_TAG_OPEN"] = 23] = "SCRIPT_DATA_ESCAPED_END_TAG_OPEN";
	State[State["SCRIPT_DATA_ESCAPED_END_TAG_NAME"] = 24] = "SCRIPT_DATA_ESCAPED_END_TAG_NAME";
	State[State["SCRIPT_DATA_DOUBLE_ESCAPE_START"] = 25] = "SCRIPT_DATA_DOUBLE_ESCAPE_START";
	State[State["SCRIPT_DATA_DOUBLE_ESCAPED"] = 26] = "SCRIPT_DATA_DOUBLE_ESCAPED";
	State[State["SCRIPT_DATA_DOUBLE_ESCAPED_DASH"] = 27] = "SCRIPT_DATA_DOUBLE_ESCAPED_DASH";
	State[State["SCRIPT_DATA_DOUBLE_ESCAPED_DASH_DASH"] = 28] = "SCRIPT_DATA_DOUBLE_ESCAPED_DASH_DASH";
	State[State["SCRIPT_DATA_DOUBLE_ESCAPED_LESS_THAN_SIGN"] = 29] = "SCRIPT_DATA_DOUBLE_ESCAPED_LESS_THAN_SIGN";
	State[State["SCRIPT_DATA_DOUBLE_ESCAPE_END"] = 30] = "SCRIPT_DATA_DOUBLE_ESCAPE_END";
	State[State["BEFORE_ATTRIBUTE_NAME"] = 31] = "BEFORE_ATTRIBUTE_NAME";
	State[State["ATTRIBUTE_NAME"] = 32] = "ATTRIBUTE_NAME";
	State[State["AFTER_ATTRIBUTE_NAME"] = 33] = "AFTER_ATTRIBUTE_NAME";
	State[State["BEFORE_ATTRIBUTE_VALUE"] = 34] = "BEFORE_ATTRIBUTE_VALUE";
	State[State["ATTRIBUTE_VALUE_DOUBLE_QUOTED"] = 35] = "ATTRIBUTE_VALUE_DOUBLE_QUOTED";
	State[State["ATTRIBUTE_VALUE_SINGLE_QUOTED"] = 36] = "ATTRIBUTE_VALUE_SINGLE_QUOTED";
	State[State["ATTRIBUTE_VALUE_UNQUOTED"] = 37] = "ATTRIBUTE_VALUE_UNQUOTED";
	State[State["AFTER_ATTRIBUTE_VALUE_QUOTED"] = 38] = "AFTER_ATTRIBUTE_VALUE_QUOTED";
	State[State["SELF_CLOSING_START_TAG"] = 39] = "SELF_CLOSING_START_TAG";
	State[State["BOGUS_COMMENT"] = 40] = "BOGUS_COMMENT";
	State[State["MARKUP_DECLARATION_OPEN"] = 41] = "MARKUP_DECLARATION_OPEN";
	State[State["COMMENT_START"] = 42] = "COMMENT_START";
	State[State["COMMENT_START_DASH"] = 43] = "COMMENT_START_DASH";
	State[State["COMMENT"] = 44] = "COMMENT";
	State[State["COMMENT_LESS_THAN_SIGN"] = 45] = "COMMENT_LESS_THAN_SIGN";
	State[State["COMMENT_LESS_THAN_SIGN_BANG"] = 46] = "COMMENT_LESS_THAN_SIGN_BANG";
	State[State["COMMENT_LESS_THAN_SIGN_BANG_DASH"] = 47] = "COMMENT_LESS_THAN_SIGN_BANG_DASH";
	State[State["COMMENT_LESS_THAN_SIGN_BANG_DASH_DASH"] = 48] = "COMMENT_LESS_THAN_SIGN_BANG_DASH_DASH";
	State[State["COMMENT_END_DASH"] = 49] = "COMMENT_END_DASH";
	State[State["COMMENT_END"] = 50] = "COMMENT_END";
	State[State["COMMENT_END_BANG"] = 51] = "COMMENT_END_BANG";
	State[State["DOCTYPE"] = 52] = "DOCTYPE";
	State[State["BEFORE_DOCTYPE_NAME"] = 53] = "BEFORE_DOCTYPE_NAME";
	State[State["DOCTYPE_NAME"] = 54] = "DOCTYPE_NAME";
	State[State["AFTER_DOCTYPE_NAME"] = 55] = "AFTER_DOCTYPE_NAME";
	State[State["AFTER_DOCTYPE_PUBLIC_KEYWORD"] = 56] = "AFTER_DOCTYPE_PUBLIC_KEYWORD";
	State[State["BEFORE_DOCTYPE_PUBLIC_IDENTIFIER"] = 57] = "BEFORE_DOCTYPE_PUBLIC_IDENTIFIER";
	State[State["DOCTYPE_PUBLIC_IDENTIFIER_DOUBLE_QUOTED"] = 58] = "DOCTYPE_PUBLIC_IDENTIFIER_DOUBLE_QUOTED";
	State[State["DOCTYPE_PUBLIC_IDENTIFIER_SINGLE_QUOTED"] = 59] = "DOCTYPE_PUBLIC_IDENTIFIER_SINGLE_QUOTED";
	State[State["AFTER_DOCTYPE_PUBLIC_IDENTIFIER"] = 60] = "AFTER_DOCTYPE_PUBLIC_IDENTIFIER";
	State[State["BETWEEN_DOCTYPE_PUBLIC_AND_SYSTEM_IDENTIFIERS"] = 61] = "BETWEEN_DOCTYPE_PUBLIC_AND_SYSTEM_IDENTIFIERS";
	State[State["AFTER_DOCTYPE_SYSTEM_KEYWORD"] = 62] = "AFTER_DOCTYPE_SYSTEM_KEYWORD";
	State[State["BEFORE_DOCTYPE_SYSTEM_IDENTIFIER"] = 63] = "BEFORE_DOCTYPE_SYSTEM_IDENTIFIER";
	State[State["DOCTYPE_SYSTEM_IDENTIFIER_DOUBLE_QUOTED"] = 64] = "DOCTYPE_SYSTEM_IDENTIFIER_DOUBLE_QUOTED";
	State[State["DOCTYPE_SYSTEM_IDENTIFIER_SINGLE_QUOTED"] = 65] = "DOCTYPE_SYSTEM_IDENTIFIER_SINGLE_QUOTED";
	State[State["AFTER_DOCTYPE_SYSTEM_IDENTIFIER"] = 66] = "AFTER_DOCTYPE_SYSTEM_IDENTIFIER";
	State[State["BOGUS_DOCTYPE"] = 67] = "BOGUS_DOCTYPE";
	State[State["CDATA_SECTION"] = 68] = "CDATA_SECTION";
	State[State["CDATA_SECTION_BRACKET"] = 69] = "CDATA_SECTION_BRACKET";
	State[State["CDATA_SECTION_END"] = 70] = "CDATA_SECTION_END";
	State[State["CHARACTER_REFERENCE"] = 71] = "CHARACTER_REFERENCE";
	State[State["AMBIGUOUS_AMPERSAND"] = 72] = "AMBIGUOUS_AMPERSAND";
})(State || (State = {}));
const TokenizerMode = {
	DATA: State.DATA,
	RCDATA: State.RCDATA,
	RAWTEXT: State.RAWTEXT,
	SCRIPT_DATA: State.SCRIPT_DATA,
	PLAINTEXT: State.PLAINTEXT,
	CDATA_SECTION: State.CDATA_SECTION
};
function isAsciiDigit(cp) {
	return cp >= CODE_POINTS.DIGIT_0 && cp <= CODE_POINTS.DIGIT_9;
}
function isAsciiUpper(cp) {
	return cp >= CODE_POINTS.LATIN_CAPITAL_A && cp <= CODE_POINTS.LATIN_CAPITAL_Z;
}
function isAsciiLower(cp) {
	return cp >= CODE_POINTS.LATIN_SMALL_A && cp <= CODE_POINTS.LATIN_SMALL_Z;
}
function isAsciiLetter(cp) {
	return isAsciiLower(cp) || isAsciiUpper(cp);
}
function isAsciiAlphaNumeric(cp) {
	return isAsciiLetter(cp) || isAsciiDigit(cp);
}
function toAsciiLower(cp) {
	return cp + 32;
}
function isWhitespace(cp) {
	return cp === CODE_POINTS.SPACE || cp === CODE_POINTS.LINE_FEED || cp === CODE_POINTS.TABULATION || cp === CODE_POINTS.FORM_FEED || cp === CODE_POINTS.CARRIAGE_RETURN;
}
function isScriptDataDoubleEscapeSequenceEnd(cp) {
	return isWhitespace(cp) || cp === CODE_POINTS.SOLIDUS || cp === CODE_POINTS.GREATER_THAN_SIGN;
}
function getErrorForNumericCharacterReference(code) {
	if (code === CODE_POINTS.NULL) return ERR.nullCharacterReference;
	else if (code > 1114111) return ERR.characterReferenceOutsideUnicodeRange;
	else if (isSurrogate(code)) return ERR.surrogateCharacterReference;
	else if (isUndefinedCodePoint(code)) return ERR.noncharacterCharacterReference;
	else if (isControlCodePoint(code) || code === CODE_POINTS.CARRIAGE_RETURN) return ERR.controlCharacterReference;
	return null;
}
var Tokenizer = class {
	constructor(options, handler) {
		this.options = options;
		this.handler = handler;
		this.paused = false;
		this.inLoop = false;
		this.inForeignNode = false;
		this.lastStartTagName = "";
		this.active = false;
		this.state = State.DATA;
		this.returnState = State.DATA;
		this.entityStartPos = 0;
		this.consumedAfterSnapshot = -1;
		this.currentCharacterToken = null;
		this.currentToken = null;
		this.currentAttr = {
			name: "",
			value: ""
		};
		this.currentAttrLocation = null;
		this.currentAttrNames = null;
		this.runStart = 0;
		this.runEnd = 0;
		this.preprocessor = new Preprocessor(handler);
		this.currentLocation = this.getCurrentLocation(-1);
		this.entityDecoder = new HtmlEntityDecoder((cp, consumed) => {
			this.preprocessor.pos = this.entityStartPos + consumed - 1;
			if (!this._isCharacterReferenceInAttribute()) this._ensureCharacterToken(isWhitespace(cp) ? TokenType.WHITESPACE_CHARACTER : cp === CODE_POINTS.NULL ? TokenType.NULL_CHARACTER : TokenType.CHARACTER);
			this._extendRunWith(String.fromCodePoint(cp), 0);
			this.entityStartPos = this.preprocessor.pos - consumed + 1;
		}, handler.onParseError ? {
			missingSemicolonAfterCharacterReference: () => {
				this._err(ERR.missingSemicolonAfterCharacterReference, 1);
			},
			absenceOfDigitsInNumericCharacterReference: (consumed) => {
				this._err(ERR.absenceOfDigitsInNumericCharacterReference, this.entityStartPos - this.preprocessor.pos + consumed);
			},
			validateNumericCharacterReference: (code) => {
				const error = getErrorForNumericCharacterReference(code);
				if (error) this._err(error, 1);
			}
		} : void 0);
	}
	_err(code, cpOffset = 0) {
		var _a, _b;
		(_b = (_a = this.handler).onParseError) === null || _b === void 0 || _b.call(_a, this.preprocessor.getError(code, cpOffset));
	}
	getCurrentLocation(offset) {
		if (!this.options.sourceCodeLocationInfo) return null;
		return {
			startLine: this.preprocessor.line,
			startCol: this.preprocessor.col - offset,
			startOffset: this.preprocessor.offset - offset,
			endLine: -1,
			endCol: -1,
			endOffset: -1
		};
	}
	_runParsingLoop() {
		if (this.inLoop) return;
		this.inLoop = true;
		while (this.active && !this.paused) {
			this.consumedAfterSnapshot = 0;
			const cp = this._consume();
			if (!this._ensureHibernation()) this._callState(cp);
		}
		this.inLoop = false;
	}
	flushCharacters() {
		var _a;
		if (this.inLoop) throw new Error("Cannot flush characters from a tokenizer callback");
		const location = (_a = this.currentCharacterToken) === null || _a === void 0 ? void 0 : _a.location;
		let nextLocation = null;
		if (location) {
			nextLocation = this.getCharacterTokenEndLocation(location);
			this.currentLocation = nextLocation;
		}
		this.inLoop = true;
		try {
			this._emitCurrentCharacterToken(nextLocation);
		} finally {
			this.inLoop = false;
		}
		this._runParsingLoop();
	}
	getCharacterTokenEndLocation(location) {
		const endOffset = this.getCharacterTokenEndOffset();
		const html = this.preprocessor.html.slice(location.startOffset - this.preprocessor.droppedBufferSize, endOffset - this.preprocessor.droppedBufferSize);
		let line = location.startLine;
		let lastLineBreak = -1;
		for (let i = html.indexOf("\n"); i !== -1; i = html.indexOf("\n", i + 1)) {
			line++;
			lastLineBreak = i;
		}
		for (let i = html.indexOf("\r"); i !== -1; i = html.indexOf("\r", i + 1)) if (html.charCodeAt(i + 1) !== CODE_POINTS.LINE_FEED) {
			line++;
			lastLineBreak = Math.max(lastLineBreak, i);
		}
		return {
			startLine: line,
			startCol: lastLineBreak === -1 ? location.startCol + html.length : html.length - lastLineBreak,
			startOffset: endOffset,
			endLine: -1,
			endCol: -1,
			endOffset: -1
		};
	}
	getCharacterTokenEndOffset() {
		var _a;
		const end = this.preprocessor.droppedBufferSize + this.preprocessor.pos + 1;
		const tokenLocation = (_a = this.currentToken) === null || _a === void 0 ? void 0 : _a.location;
		switch (this.state) {
			case State.TAG_OPEN:
			case State.RCDATA_LESS_THAN_SIGN:
			case State.RAWTEXT_LESS_THAN_SIGN:
			case State.SCRIPT_DATA_LESS_THAN_SIGN:
			case State.SCRIPT_DATA_ESCAPED_LESS_THAN_SIGN:
			case State.CDATA_SECTION_BRACKET: return end - 1;
			case State.END_TAG_OPEN:
			case State.MARKUP_DECLARATION_OPEN:
			case State.RCDATA_END_TAG_OPEN:
			case State.RCDATA_END_TAG_NAME:
			case State.RAWTEXT_END_TAG_OPEN:
			case State.RAWTEXT_END_TAG_NAME:
			case State.SCRIPT_DATA_END_TAG_OPEN:
			case State.SCRIPT_DATA_END_TAG_NAME:
			case State.SCRIPT_DATA_ESCAPED_END_TAG_OPEN:
			case State.SCRIPT_DATA_ESCAPED_END_TAG_NAME:
			case State.CDATA_SECTION_END: return end - 2;
			case State.CHARACTER_REFERENCE: return this._isCharacterReferenceInAttribute() && tokenLocation ? tokenLocation.startOffset : this.preprocessor.droppedBufferSize + this.entityStartPos;
			case State.DOCTYPE:
			case State.BEFORE_DOCTYPE_NAME: return this.currentLocation.startOffset;
			default:
				if (tokenLocation && (this.state === State.TAG_NAME || this.state >= State.BEFORE_ATTRIBUTE_NAME && this.state <= State.BOGUS_COMMENT || this.state >= State.COMMENT_START && this.state <= State.BOGUS_DOCTYPE)) return tokenLocation.startOffset;
				return end;
		}
	}
	pause() {
		this.paused = true;
	}
	resume(writeCallback) {
		if (!this.paused) throw new Error("Parser was already resumed");
		this.paused = false;
		if (this.inLoop) return;
		this._runParsingLoop();
		if (!this.paused) writeCallback === null || writeCallback === void 0 || writeCallback();
	}
	write(chunk, isLastChunk, writeCallback) {
		this.active = true;
		this.preprocessor.write(chunk, isLastChunk);
		this._runParsingLoop();
		if (!this.paused) writeCallback === null || writeCallback === void 0 || writeCallback();
	}
	insertHtmlAtCurrentPos(chunk) {
		this.active = true;
		this.preprocessor.insertHtmlAtCurrentPos(chunk);
		this._runParsingLoop();
	}
	flushCurrentCharacterToken() {
		if (this.paused || this.active || !this.currentCharacterToken || this.currentToken || this.state === State.DOCTYPE || this.state === State.BEFORE_DOCTYPE_NAME || !this.preprocessor.willDropParsedChunk()) return;
		const pending = this.preprocessor.droppedBufferSize + this.preprocessor.pos + 1 - this.getCharacterTokenEndOffset();
		this.preprocessor.advance();
		this.currentLocation = this.getCurrentLocation(pending);
		this.preprocessor.retreat(1);
		this._emitCurrentCharacterToken(this.currentLocation);
		this._createCharacterToken(TokenType.CHARACTER);
		this.preprocessor.dropParsedChunk(Math.max(pending - 1, 0));
		this.entityStartPos = this.preprocessor.pos + 1 - pending;
	}
	_ensureHibernation() {
		if (this.preprocessor.endOfChunkHit) {
			this.preprocessor.retreat(this.consumedAfterSnapshot);
			this.consumedAfterSnapshot = 0;
			this.active = false;
			return true;
		}
		return false;
	}
	_consume() {
		this.consumedAfterSnapshot++;
		return this.preprocessor.advance();
	}
	_advanceBy(count) {
		this.consumedAfterSnapshot += count;
		for (let i = 0; i < count; i++) this.preprocessor.advance();
	}
	_consumeSequenceIfMatch(pattern, caseSensitive) {
		if (this.preprocessor.startsWith(pattern, caseSensitive)) {
			this._advanceBy(pattern.length - 1);
			return true;
		}
		return false;
	}
	_createStartTagToken() {
		this._flushRun("");
		this.currentToken = {
			type: TokenType.START_TAG,
			tagName: "",
			tagID: TAG_ID.UNKNOWN,
			selfClosing: false,
			ackSelfClosing: false,
			attrs: [],
			location: this.getCurrentLocation(1)
		};
	}
	_createEndTagToken() {
		this._flushRun("");
		this.currentToken = {
			type: TokenType.END_TAG,
			tagName: "",
			tagID: TAG_ID.UNKNOWN,
			selfClosing: false,
			ackSelfClosing: false,
			attrs: [],
			location: this.getCurrentLocation(2)
		};
	}
	_createCommentToken(offset) {
		this._flushRun("");
		this.currentToken = {
			type: TokenType.COMMENT,
			data: "",
			location: this.getCurrentLocation(offset)
		};
	}
	_createDoctypeToken(initialName) {
		this._flushRun("");
		this.currentToken = {
			type: TokenType.DOCTYPE,
			name: initialName,
			forceQuirks: false,
			publicId: null,
			systemId: null,
			location: this.currentLocation
		};
	}
	_createCharacterToken(type) {
		if (this.currentLocation) {
			const start = this.currentLocation.startOffset - this.preprocessor.droppedBufferSize;
			if (this.preprocessor.html[start] === "\n" && this.preprocessor.html[start - 1] === "\r") this.currentLocation.startOffset++;
		}
		this.currentCharacterToken = {
			type,
			chars: "",
			location: this.currentLocation
		};
	}
	_createAttr(attrNameFirstCh) {
		this._flushRun("");
		this.currentAttr = {
			name: attrNameFirstCh,
			value: ""
		};
		this.currentAttrLocation = this.getCurrentLocation(0);
	}
	_leaveAttrName() {
		var _a;
		var _b;
		const token = this.currentToken;
		const { name } = this.currentAttr;
		const names = this.currentAttrNames;
		let duplicate;
		if (names === null) {
			duplicate = getTokenAttr(token, name) !== null;
			if (!duplicate && token.attrs.length === ATTR_NAME_SET_THRESHOLD) this.currentAttrNames = new Set(token.attrs.map((attr) => attr.name)).add(name);
		} else {
			duplicate = names.has(name);
			if (!duplicate) names.add(name);
		}
		if (duplicate) this._err(ERR.duplicateAttribute);
		else {
			token.attrs.push(this.currentAttr);
			if (token.location && this.currentAttrLocation) {
				const attrLocations = (_a = (_b = token.location).attrs) !== null && _a !== void 0 ? _a : _b.attrs = Object.create(null);
				attrLocations[this.currentAttr.name] = this.currentAttrLocation;
				this._leaveAttrValue();
			}
		}
	}
	_leaveAttrValue() {
		if (this.currentAttrLocation) {
			this.currentAttrLocation.endLine = this.preprocessor.line;
			this.currentAttrLocation.endCol = this.preprocessor.col;
			this.currentAttrLocation.endOffset = this.preprocessor.offset;
		}
	}
	_flushRun(text) {
		if (this.runEnd === this.runStart && text.length === 0) return;
		const slice = this.preprocessor.html.slice(this.runStart, this.runEnd);
		const run = (slice.length < 13 ? slice : ` ${slice}`.slice(1)) + text;
		const token = this.currentToken;
		this.runStart = this.runEnd;
		if (token === null) this.currentCharacterToken.chars += run;
		else if (token.type === TokenType.COMMENT) token.data += run;
		else this.currentAttr.value += run;
	}
	_extendRun(cp) {
		const { preprocessor } = this;
		if (cp === CODE_POINTS.LINE_FEED && preprocessor.html.charCodeAt(preprocessor.pos) !== CODE_POINTS.LINE_FEED) {
			this._flushRun("\n");
			this.runStart = preprocessor.pos + 1;
		} else {
			const start = preprocessor.pos - Number(cp > 65535);
			if (start !== this.runEnd) {
				this._flushRun("");
				this.runStart = start;
			}
		}
		this.runEnd = preprocessor.pos + 1;
	}
	_extendRunWith(text, cpOffset) {
		const { preprocessor } = this;
		const start = preprocessor.codePointStart + 1 + cpOffset - text.length;
		if (start >= 0 && preprocessor.html.startsWith(text, start)) {
			if (start !== this.runEnd) {
				this._flushRun("");
				this.runStart = start;
			}
		} else {
			this._flushRun(text);
			this.runStart = start + text.length;
		}
		this.runEnd = start + text.length;
	}
	prepareToken(ct) {
		this._emitCurrentCharacterToken(ct.location);
		this.currentToken = null;
		if (ct.location) {
			ct.location.endLine = this.preprocessor.line;
			ct.location.endCol = this.preprocessor.col + 1;
			ct.location.endOffset = this.preprocessor.offset + 1;
		}
		this.currentLocation = this.getCurrentLocation(-1);
	}
	emitCurrentTagToken() {
		const ct = this.currentToken;
		this.currentAttrNames = null;
		this.prepareToken(ct);
		ct.tagID = getTagID(ct.tagName);
		if (ct.type === TokenType.START_TAG) {
			this.lastStartTagName = ct.tagName;
			this.handler.onStartTag(ct);
		} else {
			if (ct.attrs.length > 0) this._err(ERR.endTagWithAttributes);
			if (ct.selfClosing) this._err(ERR.endTagWithTrailingSolidus);
			this.handler.onEndTag(ct);
		}
		this.preprocessor.dropParsedChunk();
	}
	emitCurrentComment(ct) {
		this.prepareToken(ct);
		this.handler.onComment(ct);
		this.preprocessor.dropParsedChunk();
	}
	emitCurrentDoctype(ct) {
		this.prepareToken(ct);
		this.handler.onDoctype(ct);
		this.preprocessor.dropParsedChunk();
	}
	_emitCurrentCharacterToken(nextLocation) {
		this._flushRun("");
		if (this.currentCharacterToken) {
			if (nextLocation && this.currentCharacterToken.location) {
				this.currentCharacterToken.location.endLine = nextLocation.startLine;
				this.currentCharacterToken.location.endCol = nextLocation.startCol;
				this.currentCharacterToken.location.endOffset = nextLocation.startOffset;
			}
			switch (this.currentCharacterToken.type) {
				case TokenType.CHARACTER:
					this.handler.onCharacter(this.currentCharacterToken);
					break;
				case TokenType.NULL_CHARACTER:
					this.handler.onNullCharacter(this.currentCharacterToken);
					break;
				case TokenType.WHITESPACE_CHARACTER: this.handler.onWhitespaceCharacter(this.currentCharacterToken);
			}
			this.currentCharacterToken = null;
		}
	}
	_emitEOFToken() {
		var _a, _b;
		const location = this.getCurrentLocation(0);
		if (location) {
			location.endLine = location.startLine;
			location.endCol = location.startCol;
			location.endOffset = location.startOffset;
		}
		this._emitCurrentCharacterToken((_b = (_a = this.currentToken) === null || _a === void 0 ? void 0 : _a.location) !== null && _b !== void 0 ? _b : location);
		this.handler.onEof({
			type: TokenType.EOF,
			location
		});
		this.active = false;
	}
	_ensureCharacterToken(type) {
		if (this.currentCharacterToken) {
			if (this.currentCharacterToken.type === type) return;
			this.currentLocation = this.getCurrentLocation(0);
			this._emitCurrentCharacterToken(this.currentLocation);
			this.preprocessor.dropParsedChunk();
		}
		this._createCharacterToken(type);
	}
	_emitCodePoint(cp) {
		const type = isWhitespace(cp) ? TokenType.WHITESPACE_CHARACTER : cp === CODE_POINTS.NULL ? TokenType.NULL_CHARACTER : TokenType.CHARACTER;
		const token = this.currentCharacterToken;
		if (token === null || token.type !== type) this._ensureCharacterToken(type);
		this._extendRun(cp);
	}
	_emitChars(ch, cpOffset = 0) {
		if (this.options.sourceCodeLocationInfo && cpOffset !== 0 && this.currentCharacterToken && this.currentCharacterToken.type !== TokenType.CHARACTER) {
			this.currentLocation = this.getCurrentLocation(ch.length - 1 - cpOffset);
			this._emitCurrentCharacterToken(this.currentLocation);
			this._createCharacterToken(TokenType.CHARACTER);
		} else this._ensureCharacterToken(TokenType.CHARACTER);
		this._extendRunWith(ch, cpOffset);
	}
	_startCharacterReference() {
		this.returnState = this.state;
		this.state = State.CHARACTER_REFERENCE;
		this.entityStartPos = this.preprocessor.pos;
		this.entityDecoder.startEntity(this._isCharacterReferenceInAttribute() ? DecodingMode.Attribute : DecodingMode.Legacy);
	}
	_isCharacterReferenceInAttribute() {
		return this.returnState === State.ATTRIBUTE_VALUE_DOUBLE_QUOTED || this.returnState === State.ATTRIBUTE_VALUE_SINGLE_QUOTED || this.returnState === State.ATTRIBUTE_VALUE_UNQUOTED;
	}
	_flushCodePointConsumedAsCharacterReference(cp) {
		if (this._isCharacterReferenceInAttribute()) this._extendRun(cp);
		else this._emitCodePoint(cp);
	}
	_callState(cp) {
		switch (this.state) {
			case State.DATA:
				this._stateData(cp);
				break;
			case State.RCDATA:
				this._stateRcdata(cp);
				break;
			case State.RAWTEXT:
				this._stateRawtext(cp);
				break;
			case State.SCRIPT_DATA:
				this._stateScriptData(cp);
				break;
			case State.PLAINTEXT:
				this._statePlaintext(cp);
				break;
			case State.TAG_OPEN:
				this._stateTagOpen(cp);
				break;
			case State.END_TAG_OPEN:
				this._stateEndTagOpen(cp);
				break;
			case State.TAG_NAME:
				this._stateTagName(cp);
				break;
			case State.RCDATA_LESS_THAN_SIGN:
				this._stateRcdataLessThanSign(cp);
				break;
			case State.RCDATA_END_TAG_OPEN:
				this._stateRcdataEndTagOpen(cp);
				break;
			case State.RCDATA_END_TAG_NAME:
				this._stateRcdataEndTagName(cp);
				break;
			case State.RAWTEXT_LESS_THAN_SIGN:
				this._stateRawtextLessThanSign(cp);
				break;
			case State.RAWTEXT_END_TAG_OPEN:
				this._stateRawtextEndTagOpen(cp);
				break;
			case State.RAWTEXT_END_TAG_NAME:
				this._stateRawtextEndTagName(cp);
				break;
			case State.SCRIPT_DATA_LESS_THAN_SIGN:
				this._stateScriptDataLessThanSign(cp);
				break;
			case State.SCRIPT_DATA_END_TAG_OPEN:
				this._stateScriptDataEndTagOpen(cp);
				break;
			case State.SCRIPT_DATA_END_TAG_NAME:
				this._stateScriptDataEndTagName(cp);
				break;
			case State.SCRIPT_DATA_ESCAPE_START:
				this._stateScriptDataEscapeStart(cp);
				break;
			case State.SCRIPT_DATA_ESCAPE_START_DASH:
				this._stateScriptDataEscapeStartDash(cp);
				break;
			case State.SCRIPT_DATA_ESCAPED:
				this._stateScriptDataEscaped(cp);
				break;
			case State.SCRIPT_DATA_ESCAPED_DASH:
				this._stateScriptDataEscapedDash(cp);
				break;
			case State.SCRIPT_DATA_ESCAPED_DASH_DASH:
				this._stateScriptDataEscapedDashDash(cp);
				break;
			case State.SCRIPT_DATA_ESCAPED_LESS_THAN_SIGN:
				this._stateScriptDataEscapedLessThanSign(cp);
				break;
			case State.SCRIPT_DATA_ESCAPED_END_TAG_OPEN:
				this._stateScriptDataEscapedEndTagOpen(cp);
				break;
			case State.SCRIPT_DATA_ESCAPED_END_TAG_NAME:
				this._stateScriptDataEscapedEndTagName(cp);
				break;
			case State.SCRIPT_DATA_DOUBLE_ESCAPE_START:
				this._stateScriptDataDoubleEscapeStart(cp);
				break;
			case State.SCRIPT_DATA_DOUBLE_ESCAPED:
				this._stateScriptDataDoubleEscaped(cp);
				break;
			case State.SCRIPT_DATA_DOUBLE_ESCAPED_DASH:
				this._stateScriptDataDoubleEscapedDash(cp);
				break;
			case State.SCRIPT_DATA_DOUBLE_ESCAPED_DASH_DASH:
				this._stateScriptDataDoubleEscapedDashDash(cp);
				break;
			case State.SCRIPT_DATA_DOUBLE_ESCAPED_LESS_THAN_SIGN:
				this._stateScriptDataDoubleEscapedLessThanSign(cp);
				break;
			case State.SCRIPT_DATA_DOUBLE_ESCAPE_END:
				this._stateScriptDataDoubleEscapeEnd(cp);
				break;
			case State.BEFORE_ATTRIBUTE_NAME:
				this._stateBeforeAttributeName(cp);
				break;
			case State.ATTRIBUTE_NAME:
				this._stateAttributeName(cp);
				break;
			case State.AFTER_ATTRIBUTE_NAME:
				this._stateAfterAttributeName(cp);
				break;
			case State.BEFORE_ATTRIBUTE_VALUE:
				this._stateBeforeAttributeValue(cp);
				break;
			case State.ATTRIBUTE_VALUE_DOUBLE_QUOTED:
				this._stateAttributeValueDoubleQuoted(cp);
				break;
			case State.ATTRIBUTE_VALUE_SINGLE_QUOTED:
				this._stateAttributeValueSingleQuoted(cp);
				break;
			case State.ATTRIBUTE_VALUE_UNQUOTED:
				this._stateAttributeValueUnquoted(cp);
				break;
			case State.AFTER_ATTRIBUTE_VALUE_QUOTED:
				this._stateAfterAttributeValueQuoted(cp);
				break;
			case State.SELF_CLOSING_START_TAG:
				this._stateSelfClosingStartTag(cp);
				break;
			case State.BOGUS_COMMENT:
				this._stateBogusComment(cp);
				break;
			case State.MARKUP_DECLARATION_OPEN:
				this._stateMarkupDeclarationOpen(cp);
				break;
			case State.COMMENT_START:
				this._stateCommentStart(cp);
				break;
			case State.COMMENT_START_DASH:
				this._stateCommentStartDash(cp);
				break;
			case State.COMMENT:
				this._stateComment(cp);
				break;
			case State.COMMENT_LESS_THAN_SIGN:
				this._stateCommentLessThanSign(cp);
				break;
			case State.COMMENT_LESS_THAN_SIGN_BANG:
				this._stateCommentLessThanSignBang(cp);
				break;
			case State.COMMENT_LESS_THAN_SIGN_BANG_DASH:
				this._stateCommentLessThanSignBangDash(cp);
				break;
			case State.COMMENT_LESS_THAN_SIGN_BANG_DASH_DASH:
				this._stateCommentLessThanSignBangDashDash(cp);
				break;
			case State.COMMENT_END_DASH:
				this._stateCommentEndDash(cp);
				break;
			case State.COMMENT_END:
				this._stateCommentEnd(cp);
				break;
			case State.COMMENT_END_BANG:
				this._stateCommentEndBang(cp);
				break;
			case State.DOCTYPE:
				this._stateDoctype(cp);
				break;
			case State.BEFORE_DOCTYPE_NAME:
				this._stateBeforeDoctypeName(cp);
				break;
			case State.DOCTYPE_NAME:
				this._stateDoctypeName(cp);
				break;
			case State.AFTER_DOCTYPE_NAME:
				this._stateAfterDoctypeName(cp);
				break;
			case State.AFTER_DOCTYPE_PUBLIC_KEYWORD:
				this._stateAfterDoctypePublicKeyword(cp);
				break;
			case State.BEFORE_DOCTYPE_PUBLIC_IDENTIFIER:
				this._stateBeforeDoctypePublicIdentifier(cp);
				break;
			case State.DOCTYPE_PUBLIC_IDENTIFIER_DOUBLE_QUOTED:
				this._stateDoctypePublicIdentifierDoubleQuoted(cp);
				break;
			case State.DOCTYPE_PUBLIC_IDENTIFIER_SINGLE_QUOTED:
				this._stateDoctypePublicIdentifierSingleQuoted(cp);
				break;
			case State.AFTER_DOCTYPE_PUBLIC_IDENTIFIER:
				this._stateAfterDoctypePublicIdentifier(cp);
				break;
			case State.BETWEEN_DOCTYPE_PUBLIC_AND_SYSTEM_IDENTIFIERS:
				this._stateBetweenDoctypePublicAndSystemIdentifiers(cp);
				break;
			case State.AFTER_DOCTYPE_SYSTEM_KEYWORD:
				this._stateAfterDoctypeSystemKeyword(cp);
				break;
			case State.BEFORE_DOCTYPE_SYSTEM_IDENTIFIER:
				this._stateBeforeDoctypeSystemIdentifier(cp);
				break;
			case State.DOCTYPE_SYSTEM_IDENTIFIER_DOUBLE_QUOTED:
				this._stateDoctypeSystemIdentifierDoubleQuoted(cp);
				break;
			case State.DOCTYPE_SYSTEM_IDENTIFIER_SINGLE_QUOTED:
				this._stateDoctypeSystemIdentifierSingleQuoted(cp);
				break;
			case State.AFTER_DOCTYPE_SYSTEM_IDENTIFIER:
				this._stateAfterDoctypeSystemIdentifier(cp);
				break;
			case State.BOGUS_DOCTYPE:
				this._stateBogusDoctype(cp);
				break;
			case State.CDATA_SECTION:
				this._stateCdataSection(cp);
				break;
			case State.CDATA_SECTION_BRACKET:
				this._stateCdataSectionBracket(cp);
				break;
			case State.CDATA_SECTION_END:
				this._stateCdataSectionEnd(cp);
				break;
			case State.CHARACTER_REFERENCE:
				this._stateCharacterReference();
				break;
			case State.AMBIGUOUS_AMPERSAND:
				this._stateAmbiguousAmpersand(cp);
				break;
			default: throw new Error("Unknown state");
		}
	}
	_stateData(cp) {
		switch (cp) {
			case CODE_POINTS.LESS_THAN_SIGN:
				this.state = State.TAG_OPEN;
				break;
			case CODE_POINTS.AMPERSAND:
				this._startCharacterReference();
				break;
			case CODE_POINTS.NULL:
				this._err(ERR.unexpectedNullCharacter);
				this._emitCodePoint(cp);
				break;
			case CODE_POINTS.EOF:
				this._emitEOFToken();
				break;
			default: this._emitCodePoint(cp);
		}
	}
	_stateRcdata(cp) {
		switch (cp) {
			case CODE_POINTS.AMPERSAND:
				this._startCharacterReference();
				break;
			case CODE_POINTS.LESS_THAN_SIGN:
				this.state = State.RCDATA_LESS_THAN_SIGN;
				break;
			case CODE_POINTS.NULL:
				this._err(ERR.unexpectedNullCharacter);
				this._emitChars("�");
				break;
			case CODE_POINTS.EOF:
				this._emitEOFToken();
				break;
			default: this._emitCodePoint(cp);
		}
	}
	_stateRawtext(cp) {
		switch (cp) {
			case CODE_POINTS.LESS_THAN_SIGN:
				this.state = State.RAWTEXT_LESS_THAN_SIGN;
				break;
			case CODE_POINTS.NULL:
				this._err(ERR.unexpectedNullCharacter);
				this._emitChars("�");
				break;
			case CODE_POINTS.EOF:
				this._emitEOFToken();
				break;
			default: this._emitCodePoint(cp);
		}
	}
	_stateScriptData(cp) {
		switch (cp) {
			case CODE_POINTS.LESS_THAN_SIGN:
				this.state = State.SCRIPT_DATA_LESS_THAN_SIGN;
				break;
			case CODE_POINTS.NULL:
				this._err(ERR.unexpectedNullCharacter);
				this._emitChars("�");
				break;
			case CODE_POINTS.EOF:
				this._emitEOFToken();
				break;
			default: this._emitCodePoint(cp);
		}
	}
	_statePlaintext(cp) {
		switch (cp) {
			case CODE_POINTS.NULL:
				this._err(ERR.unexpectedNullCharacter);
				this._emitChars("�");
				break;
			case CODE_POINTS.EOF:
				this._emitEOFToken();
				break;
			default: this._emitCodePoint(cp);
		}
	}
	_stateTagOpen(cp) {
		if (isAsciiLetter(cp)) {
			this._createStartTagToken();
			this.state = State.TAG_NAME;
			this._stateTagName(cp);
		} else switch (cp) {
			case CODE_POINTS.EXCLAMATION_MARK:
				this.state = State.MARKUP_DECLARATION_OPEN;
				break;
			case CODE_POINTS.SOLIDUS:
				this.state = State.END_TAG_OPEN;
				break;
			case CODE_POINTS.QUESTION_MARK:
				this._err(ERR.unexpectedQuestionMarkInsteadOfTagName);
				this._createCommentToken(1);
				this.state = State.BOGUS_COMMENT;
				this._stateBogusComment(cp);
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofBeforeTagName);
				this._emitChars("<", -1);
				this._emitEOFToken();
				break;
			default:
				this._err(ERR.invalidFirstCharacterOfTagName);
				this._emitChars("<", -1);
				this.state = State.DATA;
				this._stateData(cp);
		}
	}
	_stateEndTagOpen(cp) {
		if (isAsciiLetter(cp)) {
			this._createEndTagToken();
			this.state = State.TAG_NAME;
			this._stateTagName(cp);
		} else switch (cp) {
			case CODE_POINTS.GREATER_THAN_SIGN:
				this._err(ERR.missingEndTagName);
				this.state = State.DATA;
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofBeforeTagName);
				this._emitChars("</", -1);
				this._emitEOFToken();
				break;
			default:
				this._err(ERR.invalidFirstCharacterOfTagName);
				this._createCommentToken(2);
				this.state = State.BOGUS_COMMENT;
				this._stateBogusComment(cp);
		}
	}
	_stateTagName(cp) {
		const token = this.currentToken;
		switch (cp) {
			case CODE_POINTS.SPACE:
			case CODE_POINTS.LINE_FEED:
			case CODE_POINTS.TABULATION:
			case CODE_POINTS.FORM_FEED:
				this.state = State.BEFORE_ATTRIBUTE_NAME;
				break;
			case CODE_POINTS.SOLIDUS:
				this.state = State.SELF_CLOSING_START_TAG;
				break;
			case CODE_POINTS.GREATER_THAN_SIGN:
				this.state = State.DATA;
				this.emitCurrentTagToken();
				break;
			case CODE_POINTS.NULL:
				this._err(ERR.unexpectedNullCharacter);
				token.tagName += "�";
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInTag);
				this._emitEOFToken();
				break;
			default: token.tagName += String.fromCodePoint(isAsciiUpper(cp) ? toAsciiLower(cp) : cp);
		}
	}
	_stateRcdataLessThanSign(cp) {
		if (cp === CODE_POINTS.SOLIDUS) this.state = State.RCDATA_END_TAG_OPEN;
		else {
			this._emitChars("<", -1);
			this.state = State.RCDATA;
			this._stateRcdata(cp);
		}
	}
	_stateRcdataEndTagOpen(cp) {
		if (isAsciiLetter(cp)) {
			this.state = State.RCDATA_END_TAG_NAME;
			this._stateRcdataEndTagName(cp);
		} else {
			this._emitChars("</", -1);
			this.state = State.RCDATA;
			this._stateRcdata(cp);
		}
	}
	handleSpecialEndTag(_cp) {
		if (!this.preprocessor.startsWith(this.lastStartTagName, false)) return !this._ensureHibernation();
		this._createEndTagToken();
		const token = this.currentToken;
		token.tagName = this.lastStartTagName;
		switch (this.preprocessor.peek(this.lastStartTagName.length)) {
			case CODE_POINTS.SPACE:
			case CODE_POINTS.LINE_FEED:
			case CODE_POINTS.TABULATION:
			case CODE_POINTS.FORM_FEED:
				this._advanceBy(this.lastStartTagName.length);
				this.state = State.BEFORE_ATTRIBUTE_NAME;
				return false;
			case CODE_POINTS.SOLIDUS:
				this._advanceBy(this.lastStartTagName.length);
				this.state = State.SELF_CLOSING_START_TAG;
				return false;
			case CODE_POINTS.GREATER_THAN_SIGN:
				this._advanceBy(this.lastStartTagName.length);
				this.emitCurrentTagToken();
				this.state = State.DATA;
				return false;
			default:
				this.currentToken = null;
				return !this._ensureHibernation();
		}
	}
	_stateRcdataEndTagName(cp) {
		if (this.handleSpecialEndTag(cp)) {
			this._emitChars("</", -1);
			this.state = State.RCDATA;
			this._stateRcdata(cp);
		}
	}
	_stateRawtextLessThanSign(cp) {
		if (cp === CODE_POINTS.SOLIDUS) this.state = State.RAWTEXT_END_TAG_OPEN;
		else {
			this._emitChars("<", -1);
			this.state = State.RAWTEXT;
			this._stateRawtext(cp);
		}
	}
	_stateRawtextEndTagOpen(cp) {
		if (isAsciiLetter(cp)) {
			this.state = State.RAWTEXT_END_TAG_NAME;
			this._stateRawtextEndTagName(cp);
		} else {
			this._emitChars("</", -1);
			this.state = State.RAWTEXT;
			this._stateRawtext(cp);
		}
	}
	_stateRawtextEndTagName(cp) {
		if (this.handleSpecialEndTag(cp)) {
			this._emitChars("</", -1);
			this.state = State.RAWTEXT;
			this._stateRawtext(cp);
		}
	}
	_stateScriptDataLessThanSign(cp) {
		switch (cp) {
			case CODE_POINTS.SOLIDUS:
				this.state = State.SCRIPT_DATA_END_TAG_OPEN;
				break;
			case CODE_POINTS.EXCLAMATION_MARK:
				this.state = State.SCRIPT_DATA_ESCAPE_START;
				this._emitChars("<!");
				break;
			default:
				this._emitChars("<", -1);
				this.state = State.SCRIPT_DATA;
				this._stateScriptData(cp);
		}
	}
	_stateScriptDataEndTagOpen(cp) {
		if (isAsciiLetter(cp)) {
			this.state = State.SCRIPT_DATA_END_TAG_NAME;
			this._stateScriptDataEndTagName(cp);
		} else {
			this._emitChars("</", -1);
			this.state = State.SCRIPT_DATA;
			this._stateScriptData(cp);
		}
	}
	_stateScriptDataEndTagName(cp) {
		if (this.handleSpecialEndTag(cp)) {
			this._emitChars("</", -1);
			this.state = State.SCRIPT_DATA;
			this._stateScriptData(cp);
		}
	}
	_stateScriptDataEscapeStart(cp) {
		if (cp === CODE_POINTS.HYPHEN_MINUS) {
			this.state = State.SCRIPT_DATA_ESCAPE_START_DASH;
			this._emitChars("-");
		} else {
			this.state = State.SCRIPT_DATA;
			this._stateScriptData(cp);
		}
	}
	_stateScriptDataEscapeStartDash(cp) {
		if (cp === CODE_POINTS.HYPHEN_MINUS) {
			this.state = State.SCRIPT_DATA_ESCAPED_DASH_DASH;
			this._emitChars("-");
		} else {
			this.state = State.SCRIPT_DATA;
			this._stateScriptData(cp);
		}
	}
	_stateScriptDataEscaped(cp) {
		switch (cp) {
			case CODE_POINTS.HYPHEN_MINUS:
				this.state = State.SCRIPT_DATA_ESCAPED_DASH;
				this._emitChars("-");
				break;
			case CODE_POINTS.LESS_THAN_SIGN:
				this.state = State.SCRIPT_DATA_ESCAPED_LESS_THAN_SIGN;
				break;
			case CODE_POINTS.NULL:
				this._err(ERR.unexpectedNullCharacter);
				this._emitChars("�");
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInScriptHtmlCommentLikeText);
				this._emitEOFToken();
				break;
			default: this._emitCodePoint(cp);
		}
	}
	_stateScriptDataEscapedDash(cp) {
		switch (cp) {
			case CODE_POINTS.HYPHEN_MINUS:
				this.state = State.SCRIPT_DATA_ESCAPED_DASH_DASH;
				this._emitChars("-");
				break;
			case CODE_POINTS.LESS_THAN_SIGN:
				this.state = State.SCRIPT_DATA_ESCAPED_LESS_THAN_SIGN;
				break;
			case CODE_POINTS.NULL:
				this._err(ERR.unexpectedNullCharacter);
				this.state = State.SCRIPT_DATA_ESCAPED;
				this._emitChars("�");
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInScriptHtmlCommentLikeText);
				this._emitEOFToken();
				break;
			default:
				this.state = State.SCRIPT_DATA_ESCAPED;
				this._emitCodePoint(cp);
		}
	}
	_stateScriptDataEscapedDashDash(cp) {
		switch (cp) {
			case CODE_POINTS.HYPHEN_MINUS:
				this._emitChars("-");
				break;
			case CODE_POINTS.LESS_THAN_SIGN:
				this.state = State.SCRIPT_DATA_ESCAPED_LESS_THAN_SIGN;
				break;
			case CODE_POINTS.GREATER_THAN_SIGN:
				this.state = State.SCRIPT_DATA;
				this._emitChars(">");
				break;
			case CODE_POINTS.NULL:
				this._err(ERR.unexpectedNullCharacter);
				this.state = State.SCRIPT_DATA_ESCAPED;
				this._emitChars("�");
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInScriptHtmlCommentLikeText);
				this._emitEOFToken();
				break;
			default:
				this.state = State.SCRIPT_DATA_ESCAPED;
				this._emitCodePoint(cp);
		}
	}
	_stateScriptDataEscapedLessThanSign(cp) {
		if (cp === CODE_POINTS.SOLIDUS) this.state = State.SCRIPT_DATA_ESCAPED_END_TAG_OPEN;
		else if (isAsciiLetter(cp)) {
			this._emitChars("<", -1);
			this.state = State.SCRIPT_DATA_DOUBLE_ESCAPE_START;
			this._stateScriptDataDoubleEscapeStart(cp);
		} else {
			this._emitChars("<", -1);
			this.state = State.SCRIPT_DATA_ESCAPED;
			this._stateScriptDataEscaped(cp);
		}
	}
	_stateScriptDataEscapedEndTagOpen(cp) {
		if (isAsciiLetter(cp)) {
			this.state = State.SCRIPT_DATA_ESCAPED_END_TAG_NAME;
			this._stateScriptDataEscapedEndTagName(cp);
		} else {
			this._emitChars("</", -1);
			this.state = State.SCRIPT_DATA_ESCAPED;
			this._stateScriptDataEscaped(cp);
		}
	}
	_stateScriptDataEscapedEndTagName(cp) {
		if (this.handleSpecialEndTag(cp)) {
			this._emitChars("</", -1);
			this.state = State.SCRIPT_DATA_ESCAPED;
			this._stateScriptDataEscaped(cp);
		}
	}
	_stateScriptDataDoubleEscapeStart(cp) {
		if (this.preprocessor.startsWith(SEQUENCES.SCRIPT, false) && isScriptDataDoubleEscapeSequenceEnd(this.preprocessor.peek(SEQUENCES.SCRIPT.length))) {
			this._emitCodePoint(cp);
			for (let i = 0; i < SEQUENCES.SCRIPT.length; i++) this._emitCodePoint(this._consume());
			this.state = State.SCRIPT_DATA_DOUBLE_ESCAPED;
		} else if (!this._ensureHibernation()) {
			this.state = State.SCRIPT_DATA_ESCAPED;
			this._stateScriptDataEscaped(cp);
		}
	}
	_stateScriptDataDoubleEscaped(cp) {
		switch (cp) {
			case CODE_POINTS.HYPHEN_MINUS:
				this.state = State.SCRIPT_DATA_DOUBLE_ESCAPED_DASH;
				this._emitChars("-");
				break;
			case CODE_POINTS.LESS_THAN_SIGN:
				this.state = State.SCRIPT_DATA_DOUBLE_ESCAPED_LESS_THAN_SIGN;
				this._emitChars("<");
				break;
			case CODE_POINTS.NULL:
				this._err(ERR.unexpectedNullCharacter);
				this._emitChars("�");
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInScriptHtmlCommentLikeText);
				this._emitEOFToken();
				break;
			default: this._emitCodePoint(cp);
		}
	}
	_stateScriptDataDoubleEscapedDash(cp) {
		switch (cp) {
			case CODE_POINTS.HYPHEN_MINUS:
				this.state = State.SCRIPT_DATA_DOUBLE_ESCAPED_DASH_DASH;
				this._emitChars("-");
				break;
			case CODE_POINTS.LESS_THAN_SIGN:
				this.state = State.SCRIPT_DATA_DOUBLE_ESCAPED_LESS_THAN_SIGN;
				this._emitChars("<");
				break;
			case CODE_POINTS.NULL:
				this._err(ERR.unexpectedNullCharacter);
				this.state = State.SCRIPT_DATA_DOUBLE_ESCAPED;
				this._emitChars("�");
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInScriptHtmlCommentLikeText);
				this._emitEOFToken();
				break;
			default:
				this.state = State.SCRIPT_DATA_DOUBLE_ESCAPED;
				this._emitCodePoint(cp);
		}
	}
	_stateScriptDataDoubleEscapedDashDash(cp) {
		switch (cp) {
			case CODE_POINTS.HYPHEN_MINUS:
				this._emitChars("-");
				break;
			case CODE_POINTS.LESS_THAN_SIGN:
				this.state = State.SCRIPT_DATA_DOUBLE_ESCAPED_LESS_THAN_SIGN;
				this._emitChars("<");
				break;
			case CODE_POINTS.GREATER_THAN_SIGN:
				this.state = State.SCRIPT_DATA;
				this._emitChars(">");
				break;
			case CODE_POINTS.NULL:
				this._err(ERR.unexpectedNullCharacter);
				this.state = State.SCRIPT_DATA_DOUBLE_ESCAPED;
				this._emitChars("�");
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInScriptHtmlCommentLikeText);
				this._emitEOFToken();
				break;
			default:
				this.state = State.SCRIPT_DATA_DOUBLE_ESCAPED;
				this._emitCodePoint(cp);
		}
	}
	_stateScriptDataDoubleEscapedLessThanSign(cp) {
		if (cp === CODE_POINTS.SOLIDUS) {
			this.state = State.SCRIPT_DATA_DOUBLE_ESCAPE_END;
			this._emitChars("/");
		} else {
			this.state = State.SCRIPT_DATA_DOUBLE_ESCAPED;
			this._stateScriptDataDoubleEscaped(cp);
		}
	}
	_stateScriptDataDoubleEscapeEnd(cp) {
		if (this.preprocessor.startsWith(SEQUENCES.SCRIPT, false) && isScriptDataDoubleEscapeSequenceEnd(this.preprocessor.peek(SEQUENCES.SCRIPT.length))) {
			this._emitCodePoint(cp);
			for (let i = 0; i < SEQUENCES.SCRIPT.length; i++) this._emitCodePoint(this._consume());
			this.state = State.SCRIPT_DATA_ESCAPED;
		} else if (!this._ensureHibernation()) {
			this.state = State.SCRIPT_DATA_DOUBLE_ESCAPED;
			this._stateScriptDataDoubleEscaped(cp);
		}
	}
	_stateBeforeAttributeName(cp) {
		switch (cp) {
			case CODE_POINTS.SPACE:
			case CODE_POINTS.LINE_FEED:
			case CODE_POINTS.TABULATION:
			case CODE_POINTS.FORM_FEED: break;
			case CODE_POINTS.SOLIDUS:
			case CODE_POINTS.GREATER_THAN_SIGN:
			case CODE_POINTS.EOF:
				this.state = State.AFTER_ATTRIBUTE_NAME;
				this._stateAfterAttributeName(cp);
				break;
			case CODE_POINTS.EQUALS_SIGN:
				this._err(ERR.unexpectedEqualsSignBeforeAttributeName);
				this._createAttr("=");
				this.state = State.ATTRIBUTE_NAME;
				break;
			default:
				this._createAttr("");
				this.state = State.ATTRIBUTE_NAME;
				this._stateAttributeName(cp);
		}
	}
	_stateAttributeName(cp) {
		switch (cp) {
			case CODE_POINTS.SPACE:
			case CODE_POINTS.LINE_FEED:
			case CODE_POINTS.TABULATION:
			case CODE_POINTS.FORM_FEED:
			case CODE_POINTS.SOLIDUS:
			case CODE_POINTS.GREATER_THAN_SIGN:
			case CODE_POINTS.EOF:
				this._leaveAttrName();
				this.state = State.AFTER_ATTRIBUTE_NAME;
				this._stateAfterAttributeName(cp);
				break;
			case CODE_POINTS.EQUALS_SIGN:
				this._leaveAttrName();
				this.state = State.BEFORE_ATTRIBUTE_VALUE;
				break;
			case CODE_POINTS.QUOTATION_MARK:
			case CODE_POINTS.APOSTROPHE:
			case CODE_POINTS.LESS_THAN_SIGN:
				this._err(ERR.unexpectedCharacterInAttributeName);
				this.currentAttr.name += String.fromCodePoint(cp);
				break;
			case CODE_POINTS.NULL:
				this._err(ERR.unexpectedNullCharacter);
				this.currentAttr.name += "�";
				break;
			default: this.currentAttr.name += String.fromCodePoint(isAsciiUpper(cp) ? toAsciiLower(cp) : cp);
		}
	}
	_stateAfterAttributeName(cp) {
		switch (cp) {
			case CODE_POINTS.SPACE:
			case CODE_POINTS.LINE_FEED:
			case CODE_POINTS.TABULATION:
			case CODE_POINTS.FORM_FEED: break;
			case CODE_POINTS.SOLIDUS:
				this.state = State.SELF_CLOSING_START_TAG;
				break;
			case CODE_POINTS.EQUALS_SIGN:
				this.state = State.BEFORE_ATTRIBUTE_VALUE;
				break;
			case CODE_POINTS.GREATER_THAN_SIGN:
				this.state = State.DATA;
				this.emitCurrentTagToken();
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInTag);
				this._emitEOFToken();
				break;
			default:
				this._createAttr("");
				this.state = State.ATTRIBUTE_NAME;
				this._stateAttributeName(cp);
		}
	}
	_stateBeforeAttributeValue(cp) {
		switch (cp) {
			case CODE_POINTS.SPACE:
			case CODE_POINTS.LINE_FEED:
			case CODE_POINTS.TABULATION:
			case CODE_POINTS.FORM_FEED: break;
			case CODE_POINTS.QUOTATION_MARK:
				this.state = State.ATTRIBUTE_VALUE_DOUBLE_QUOTED;
				break;
			case CODE_POINTS.APOSTROPHE:
				this.state = State.ATTRIBUTE_VALUE_SINGLE_QUOTED;
				break;
			case CODE_POINTS.GREATER_THAN_SIGN:
				this._err(ERR.missingAttributeValue);
				this.state = State.DATA;
				this.emitCurrentTagToken();
				break;
			default:
				this.state = State.ATTRIBUTE_VALUE_UNQUOTED;
				this._stateAttributeValueUnquoted(cp);
		}
	}
	_stateAttributeValueDoubleQuoted(cp) {
		switch (cp) {
			case CODE_POINTS.QUOTATION_MARK:
				this.state = State.AFTER_ATTRIBUTE_VALUE_QUOTED;
				break;
			case CODE_POINTS.AMPERSAND:
				this._startCharacterReference();
				break;
			case CODE_POINTS.NULL:
				this._err(ERR.unexpectedNullCharacter);
				this._extendRunWith("�", 0);
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInTag);
				this._emitEOFToken();
				break;
			default: this._extendRun(cp);
		}
	}
	_stateAttributeValueSingleQuoted(cp) {
		switch (cp) {
			case CODE_POINTS.APOSTROPHE:
				this.state = State.AFTER_ATTRIBUTE_VALUE_QUOTED;
				break;
			case CODE_POINTS.AMPERSAND:
				this._startCharacterReference();
				break;
			case CODE_POINTS.NULL:
				this._err(ERR.unexpectedNullCharacter);
				this._extendRunWith("�", 0);
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInTag);
				this._emitEOFToken();
				break;
			default: this._extendRun(cp);
		}
	}
	_stateAttributeValueUnquoted(cp) {
		switch (cp) {
			case CODE_POINTS.SPACE:
			case CODE_POINTS.LINE_FEED:
			case CODE_POINTS.TABULATION:
			case CODE_POINTS.FORM_FEED:
				this._leaveAttrValue();
				this.state = State.BEFORE_ATTRIBUTE_NAME;
				break;
			case CODE_POINTS.AMPERSAND:
				this._startCharacterReference();
				break;
			case CODE_POINTS.GREATER_THAN_SIGN:
				this._leaveAttrValue();
				this.state = State.DATA;
				this.emitCurrentTagToken();
				break;
			case CODE_POINTS.NULL:
				this._err(ERR.unexpectedNullCharacter);
				this._extendRunWith("�", 0);
				break;
			case CODE_POINTS.QUOTATION_MARK:
			case CODE_POINTS.APOSTROPHE:
			case CODE_POINTS.LESS_THAN_SIGN:
			case CODE_POINTS.EQUALS_SIGN:
			case CODE_POINTS.GRAVE_ACCENT:
				this._err(ERR.unexpectedCharacterInUnquotedAttributeValue);
				this._extendRun(cp);
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInTag);
				this._emitEOFToken();
				break;
			default: this._extendRun(cp);
		}
	}
	_stateAfterAttributeValueQuoted(cp) {
		switch (cp) {
			case CODE_POINTS.SPACE:
			case CODE_POINTS.LINE_FEED:
			case CODE_POINTS.TABULATION:
			case CODE_POINTS.FORM_FEED:
				this._leaveAttrValue();
				this.state = State.BEFORE_ATTRIBUTE_NAME;
				break;
			case CODE_POINTS.SOLIDUS:
				this._leaveAttrValue();
				this.state = State.SELF_CLOSING_START_TAG;
				break;
			case CODE_POINTS.GREATER_THAN_SIGN:
				this._leaveAttrValue();
				this.state = State.DATA;
				this.emitCurrentTagToken();
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInTag);
				this._emitEOFToken();
				break;
			default:
				this._err(ERR.missingWhitespaceBetweenAttributes);
				this._leaveAttrValue();
				this.state = State.BEFORE_ATTRIBUTE_NAME;
				this._stateBeforeAttributeName(cp);
		}
	}
	_stateSelfClosingStartTag(cp) {
		switch (cp) {
			case CODE_POINTS.GREATER_THAN_SIGN: {
				const token = this.currentToken;
				token.selfClosing = true;
				this.state = State.DATA;
				this.emitCurrentTagToken();
				break;
			}
			case CODE_POINTS.EOF:
				this._err(ERR.eofInTag);
				this._emitEOFToken();
				break;
			default:
				this._err(ERR.unexpectedSolidusInTag);
				this.state = State.BEFORE_ATTRIBUTE_NAME;
				this._stateBeforeAttributeName(cp);
		}
	}
	_stateBogusComment(cp) {
		const token = this.currentToken;
		switch (cp) {
			case CODE_POINTS.GREATER_THAN_SIGN:
				this.state = State.DATA;
				this.emitCurrentComment(token);
				break;
			case CODE_POINTS.EOF:
				this.emitCurrentComment(token);
				this._emitEOFToken();
				break;
			case CODE_POINTS.NULL:
				this._err(ERR.unexpectedNullCharacter);
				this._extendRunWith("�", 0);
				break;
			default: this._extendRun(cp);
		}
	}
	_stateMarkupDeclarationOpen(cp) {
		if (this._consumeSequenceIfMatch(SEQUENCES.DASH_DASH, true)) {
			this._createCommentToken(SEQUENCES.DASH_DASH.length + 1);
			this.state = State.COMMENT_START;
		} else if (this._consumeSequenceIfMatch(SEQUENCES.DOCTYPE, false)) {
			this.currentLocation = this.getCurrentLocation(SEQUENCES.DOCTYPE.length + 1);
			this.state = State.DOCTYPE;
		} else if (this._consumeSequenceIfMatch(SEQUENCES.CDATA_START, true)) {
			if (this.inForeignNode) this.state = State.CDATA_SECTION;
			else {
				this._err(ERR.cdataInHtmlContent);
				this._createCommentToken(SEQUENCES.CDATA_START.length + 1);
				this.currentToken.data = "[CDATA[";
				this.state = State.BOGUS_COMMENT;
			}
		} else if (!this._ensureHibernation()) {
			this._err(ERR.incorrectlyOpenedComment);
			this._createCommentToken(2);
			this.state = State.BOGUS_COMMENT;
			this._stateBogusComment(cp);
		}
	}
	_stateCommentStart(cp) {
		switch (cp) {
			case CODE_POINTS.HYPHEN_MINUS:
				this.state = State.COMMENT_START_DASH;
				break;
			case CODE_POINTS.GREATER_THAN_SIGN: {
				this._err(ERR.abruptClosingOfEmptyComment);
				this.state = State.DATA;
				const token = this.currentToken;
				this.emitCurrentComment(token);
				break;
			}
			default:
				this.state = State.COMMENT;
				this._stateComment(cp);
		}
	}
	_stateCommentStartDash(cp) {
		const token = this.currentToken;
		switch (cp) {
			case CODE_POINTS.HYPHEN_MINUS:
				this.state = State.COMMENT_END;
				break;
			case CODE_POINTS.GREATER_THAN_SIGN:
				this._err(ERR.abruptClosingOfEmptyComment);
				this.state = State.DATA;
				this.emitCurrentComment(token);
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInComment);
				this.emitCurrentComment(token);
				this._emitEOFToken();
				break;
			default:
				this._extendRunWith("-", -1);
				this.state = State.COMMENT;
				this._stateComment(cp);
		}
	}
	_stateComment(cp) {
		const token = this.currentToken;
		switch (cp) {
			case CODE_POINTS.HYPHEN_MINUS:
				this.state = State.COMMENT_END_DASH;
				break;
			case CODE_POINTS.LESS_THAN_SIGN:
				this._extendRunWith("<", 0);
				this.state = State.COMMENT_LESS_THAN_SIGN;
				break;
			case CODE_POINTS.NULL:
				this._err(ERR.unexpectedNullCharacter);
				this._extendRunWith("�", 0);
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInComment);
				this.emitCurrentComment(token);
				this._emitEOFToken();
				break;
			default: this._extendRun(cp);
		}
	}
	_stateCommentLessThanSign(cp) {
		switch (cp) {
			case CODE_POINTS.EXCLAMATION_MARK:
				this._extendRunWith("!", 0);
				this.state = State.COMMENT_LESS_THAN_SIGN_BANG;
				break;
			case CODE_POINTS.LESS_THAN_SIGN:
				this._extendRunWith("<", 0);
				break;
			default:
				this.state = State.COMMENT;
				this._stateComment(cp);
		}
	}
	_stateCommentLessThanSignBang(cp) {
		if (cp === CODE_POINTS.HYPHEN_MINUS) this.state = State.COMMENT_LESS_THAN_SIGN_BANG_DASH;
		else {
			this.state = State.COMMENT;
			this._stateComment(cp);
		}
	}
	_stateCommentLessThanSignBangDash(cp) {
		if (cp === CODE_POINTS.HYPHEN_MINUS) this.state = State.COMMENT_LESS_THAN_SIGN_BANG_DASH_DASH;
		else {
			this.state = State.COMMENT_END_DASH;
			this._stateCommentEndDash(cp);
		}
	}
	_stateCommentLessThanSignBangDashDash(cp) {
		if (cp !== CODE_POINTS.GREATER_THAN_SIGN && cp !== CODE_POINTS.EOF) this._err(ERR.nestedComment);
		this.state = State.COMMENT_END;
		this._stateCommentEnd(cp);
	}
	_stateCommentEndDash(cp) {
		const token = this.currentToken;
		switch (cp) {
			case CODE_POINTS.HYPHEN_MINUS:
				this.state = State.COMMENT_END;
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInComment);
				this.emitCurrentComment(token);
				this._emitEOFToken();
				break;
			default:
				this._extendRunWith("-", -1);
				this.state = State.COMMENT;
				this._stateComment(cp);
		}
	}
	_stateCommentEnd(cp) {
		const token = this.currentToken;
		switch (cp) {
			case CODE_POINTS.GREATER_THAN_SIGN:
				this.state = State.DATA;
				this.emitCurrentComment(token);
				break;
			case CODE_POINTS.EXCLAMATION_MARK:
				this.state = State.COMMENT_END_BANG;
				break;
			case CODE_POINTS.HYPHEN_MINUS:
				this._extendRunWith("-", -2);
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInComment);
				this.emitCurrentComment(token);
				this._emitEOFToken();
				break;
			default:
				this._extendRunWith("--", -1);
				this.state = State.COMMENT;
				this._stateComment(cp);
		}
	}
	_stateCommentEndBang(cp) {
		const token = this.currentToken;
		switch (cp) {
			case CODE_POINTS.HYPHEN_MINUS:
				this._extendRunWith("--!", -1);
				this.state = State.COMMENT_END_DASH;
				break;
			case CODE_POINTS.GREATER_THAN_SIGN:
				this._err(ERR.incorrectlyClosedComment);
				this.state = State.DATA;
				this.emitCurrentComment(token);
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInComment);
				this.emitCurrentComment(token);
				this._emitEOFToken();
				break;
			default:
				this._extendRunWith("--!", -1);
				this.state = State.COMMENT;
				this._stateComment(cp);
		}
	}
	_stateDoctype(cp) {
		switch (cp) {
			case CODE_POINTS.SPACE:
			case CODE_POINTS.LINE_FEED:
			case CODE_POINTS.TABULATION:
			case CODE_POINTS.FORM_FEED:
				this.state = State.BEFORE_DOCTYPE_NAME;
				break;
			case CODE_POINTS.GREATER_THAN_SIGN:
				this.state = State.BEFORE_DOCTYPE_NAME;
				this._stateBeforeDoctypeName(cp);
				break;
			case CODE_POINTS.EOF: {
				this._err(ERR.eofInDoctype);
				this._createDoctypeToken(null);
				const token = this.currentToken;
				token.forceQuirks = true;
				this.emitCurrentDoctype(token);
				this._emitEOFToken();
				break;
			}
			default:
				this._err(ERR.missingWhitespaceBeforeDoctypeName);
				this.state = State.BEFORE_DOCTYPE_NAME;
				this._stateBeforeDoctypeName(cp);
		}
	}
	_stateBeforeDoctypeName(cp) {
		if (isAsciiUpper(cp)) {
			this._createDoctypeToken(String.fromCharCode(toAsciiLower(cp)));
			this.state = State.DOCTYPE_NAME;
		} else switch (cp) {
			case CODE_POINTS.SPACE:
			case CODE_POINTS.LINE_FEED:
			case CODE_POINTS.TABULATION:
			case CODE_POINTS.FORM_FEED: break;
			case CODE_POINTS.NULL:
				this._err(ERR.unexpectedNullCharacter);
				this._createDoctypeToken("�");
				this.state = State.DOCTYPE_NAME;
				break;
			case CODE_POINTS.GREATER_THAN_SIGN: {
				this._err(ERR.missingDoctypeName);
				this._createDoctypeToken(null);
				const token = this.currentToken;
				token.forceQuirks = true;
				this.emitCurrentDoctype(token);
				this.state = State.DATA;
				break;
			}
			case CODE_POINTS.EOF: {
				this._err(ERR.eofInDoctype);
				this._createDoctypeToken(null);
				const token = this.currentToken;
				token.forceQuirks = true;
				this.emitCurrentDoctype(token);
				this._emitEOFToken();
				break;
			}
			default:
				this._createDoctypeToken(String.fromCodePoint(cp));
				this.state = State.DOCTYPE_NAME;
		}
	}
	_stateDoctypeName(cp) {
		const token = this.currentToken;
		switch (cp) {
			case CODE_POINTS.SPACE:
			case CODE_POINTS.LINE_FEED:
			case CODE_POINTS.TABULATION:
			case CODE_POINTS.FORM_FEED:
				this.state = State.AFTER_DOCTYPE_NAME;
				break;
			case CODE_POINTS.GREATER_THAN_SIGN:
				this.state = State.DATA;
				this.emitCurrentDoctype(token);
				break;
			case CODE_POINTS.NULL:
				this._err(ERR.unexpectedNullCharacter);
				token.name += "�";
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInDoctype);
				token.forceQuirks = true;
				this.emitCurrentDoctype(token);
				this._emitEOFToken();
				break;
			default: token.name += String.fromCodePoint(isAsciiUpper(cp) ? toAsciiLower(cp) : cp);
		}
	}
	_stateAfterDoctypeName(cp) {
		const token = this.currentToken;
		switch (cp) {
			case CODE_POINTS.SPACE:
			case CODE_POINTS.LINE_FEED:
			case CODE_POINTS.TABULATION:
			case CODE_POINTS.FORM_FEED: break;
			case CODE_POINTS.GREATER_THAN_SIGN:
				this.state = State.DATA;
				this.emitCurrentDoctype(token);
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInDoctype);
				token.forceQuirks = true;
				this.emitCurrentDoctype(token);
				this._emitEOFToken();
				break;
			default: if (this._consumeSequenceIfMatch(SEQUENCES.PUBLIC, false)) this.state = State.AFTER_DOCTYPE_PUBLIC_KEYWORD;
			else if (this._consumeSequenceIfMatch(SEQUENCES.SYSTEM, false)) this.state = State.AFTER_DOCTYPE_SYSTEM_KEYWORD;
			else if (!this._ensureHibernation()) {
				this._err(ERR.invalidCharacterSequenceAfterDoctypeName);
				token.forceQuirks = true;
				this.state = State.BOGUS_DOCTYPE;
				this._stateBogusDoctype(cp);
			}
		}
	}
	_stateAfterDoctypePublicKeyword(cp) {
		const token = this.currentToken;
		switch (cp) {
			case CODE_POINTS.SPACE:
			case CODE_POINTS.LINE_FEED:
			case CODE_POINTS.TABULATION:
			case CODE_POINTS.FORM_FEED:
				this.state = State.BEFORE_DOCTYPE_PUBLIC_IDENTIFIER;
				break;
			case CODE_POINTS.QUOTATION_MARK:
				this._err(ERR.missingWhitespaceAfterDoctypePublicKeyword);
				token.publicId = "";
				this.state = State.DOCTYPE_PUBLIC_IDENTIFIER_DOUBLE_QUOTED;
				break;
			case CODE_POINTS.APOSTROPHE:
				this._err(ERR.missingWhitespaceAfterDoctypePublicKeyword);
				token.publicId = "";
				this.state = State.DOCTYPE_PUBLIC_IDENTIFIER_SINGLE_QUOTED;
				break;
			case CODE_POINTS.GREATER_THAN_SIGN:
				this._err(ERR.missingDoctypePublicIdentifier);
				token.forceQuirks = true;
				this.state = State.DATA;
				this.emitCurrentDoctype(token);
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInDoctype);
				token.forceQuirks = true;
				this.emitCurrentDoctype(token);
				this._emitEOFToken();
				break;
			default:
				this._err(ERR.missingQuoteBeforeDoctypePublicIdentifier);
				token.forceQuirks = true;
				this.state = State.BOGUS_DOCTYPE;
				this._stateBogusDoctype(cp);
		}
	}
	_stateBeforeDoctypePublicIdentifier(cp) {
		const token = this.currentToken;
		switch (cp) {
			case CODE_POINTS.SPACE:
			case CODE_POINTS.LINE_FEED:
			case CODE_POINTS.TABULATION:
			case CODE_POINTS.FORM_FEED: break;
			case CODE_POINTS.QUOTATION_MARK:
				token.publicId = "";
				this.state = State.DOCTYPE_PUBLIC_IDENTIFIER_DOUBLE_QUOTED;
				break;
			case CODE_POINTS.APOSTROPHE:
				token.publicId = "";
				this.state = State.DOCTYPE_PUBLIC_IDENTIFIER_SINGLE_QUOTED;
				break;
			case CODE_POINTS.GREATER_THAN_SIGN:
				this._err(ERR.missingDoctypePublicIdentifier);
				token.forceQuirks = true;
				this.state = State.DATA;
				this.emitCurrentDoctype(token);
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInDoctype);
				token.forceQuirks = true;
				this.emitCurrentDoctype(token);
				this._emitEOFToken();
				break;
			default:
				this._err(ERR.missingQuoteBeforeDoctypePublicIdentifier);
				token.forceQuirks = true;
				this.state = State.BOGUS_DOCTYPE;
				this._stateBogusDoctype(cp);
		}
	}
	_stateDoctypePublicIdentifierDoubleQuoted(cp) {
		const token = this.currentToken;
		switch (cp) {
			case CODE_POINTS.QUOTATION_MARK:
				this.state = State.AFTER_DOCTYPE_PUBLIC_IDENTIFIER;
				break;
			case CODE_POINTS.NULL:
				this._err(ERR.unexpectedNullCharacter);
				token.publicId += "�";
				break;
			case CODE_POINTS.GREATER_THAN_SIGN:
				this._err(ERR.abruptDoctypePublicIdentifier);
				token.forceQuirks = true;
				this.emitCurrentDoctype(token);
				this.state = State.DATA;
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInDoctype);
				token.forceQuirks = true;
				this.emitCurrentDoctype(token);
				this._emitEOFToken();
				break;
			default: token.publicId += String.fromCodePoint(cp);
		}
	}
	_stateDoctypePublicIdentifierSingleQuoted(cp) {
		const token = this.currentToken;
		switch (cp) {
			case CODE_POINTS.APOSTROPHE:
				this.state = State.AFTER_DOCTYPE_PUBLIC_IDENTIFIER;
				break;
			case CODE_POINTS.NULL:
				this._err(ERR.unexpectedNullCharacter);
				token.publicId += "�";
				break;
			case CODE_POINTS.GREATER_THAN_SIGN:
				this._err(ERR.abruptDoctypePublicIdentifier);
				token.forceQuirks = true;
				this.emitCurrentDoctype(token);
				this.state = State.DATA;
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInDoctype);
				token.forceQuirks = true;
				this.emitCurrentDoctype(token);
				this._emitEOFToken();
				break;
			default: token.publicId += String.fromCodePoint(cp);
		}
	}
	_stateAfterDoctypePublicIdentifier(cp) {
		const token = this.currentToken;
		switch (cp) {
			case CODE_POINTS.SPACE:
			case CODE_POINTS.LINE_FEED:
			case CODE_POINTS.TABULATION:
			case CODE_POINTS.FORM_FEED:
				this.state = State.BETWEEN_DOCTYPE_PUBLIC_AND_SYSTEM_IDENTIFIERS;
				break;
			case CODE_POINTS.GREATER_THAN_SIGN:
				this.state = State.DATA;
				this.emitCurrentDoctype(token);
				break;
			case CODE_POINTS.QUOTATION_MARK:
				this._err(ERR.missingWhitespaceBetweenDoctypePublicAndSystemIdentifiers);
				token.systemId = "";
				this.state = State.DOCTYPE_SYSTEM_IDENTIFIER_DOUBLE_QUOTED;
				break;
			case CODE_POINTS.APOSTROPHE:
				this._err(ERR.missingWhitespaceBetweenDoctypePublicAndSystemIdentifiers);
				token.systemId = "";
				this.state = State.DOCTYPE_SYSTEM_IDENTIFIER_SINGLE_QUOTED;
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInDoctype);
				token.forceQuirks = true;
				this.emitCurrentDoctype(token);
				this._emitEOFToken();
				break;
			default:
				this._err(ERR.missingQuoteBeforeDoctypeSystemIdentifier);
				token.forceQuirks = true;
				this.state = State.BOGUS_DOCTYPE;
				this._stateBogusDoctype(cp);
		}
	}
	_stateBetweenDoctypePublicAndSystemIdentifiers(cp) {
		const token = this.currentToken;
		switch (cp) {
			case CODE_POINTS.SPACE:
			case CODE_POINTS.LINE_FEED:
			case CODE_POINTS.TABULATION:
			case CODE_POINTS.FORM_FEED: break;
			case CODE_POINTS.GREATER_THAN_SIGN:
				this.emitCurrentDoctype(token);
				this.state = State.DATA;
				break;
			case CODE_POINTS.QUOTATION_MARK:
				token.systemId = "";
				this.state = State.DOCTYPE_SYSTEM_IDENTIFIER_DOUBLE_QUOTED;
				break;
			case CODE_POINTS.APOSTROPHE:
				token.systemId = "";
				this.state = State.DOCTYPE_SYSTEM_IDENTIFIER_SINGLE_QUOTED;
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInDoctype);
				token.forceQuirks = true;
				this.emitCurrentDoctype(token);
				this._emitEOFToken();
				break;
			default:
				this._err(ERR.missingQuoteBeforeDoctypeSystemIdentifier);
				token.forceQuirks = true;
				this.state = State.BOGUS_DOCTYPE;
				this._stateBogusDoctype(cp);
		}
	}
	_stateAfterDoctypeSystemKeyword(cp) {
		const token = this.currentToken;
		switch (cp) {
			case CODE_POINTS.SPACE:
			case CODE_POINTS.LINE_FEED:
			case CODE_POINTS.TABULATION:
			case CODE_POINTS.FORM_FEED:
				this.state = State.BEFORE_DOCTYPE_SYSTEM_IDENTIFIER;
				break;
			case CODE_POINTS.QUOTATION_MARK:
				this._err(ERR.missingWhitespaceAfterDoctypeSystemKeyword);
				token.systemId = "";
				this.state = State.DOCTYPE_SYSTEM_IDENTIFIER_DOUBLE_QUOTED;
				break;
			case CODE_POINTS.APOSTROPHE:
				this._err(ERR.missingWhitespaceAfterDoctypeSystemKeyword);
				token.systemId = "";
				this.state = State.DOCTYPE_SYSTEM_IDENTIFIER_SINGLE_QUOTED;
				break;
			case CODE_POINTS.GREATER_THAN_SIGN:
				this._err(ERR.missingDoctypeSystemIdentifier);
				token.forceQuirks = true;
				this.state = State.DATA;
				this.emitCurrentDoctype(token);
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInDoctype);
				token.forceQuirks = true;
				this.emitCurrentDoctype(token);
				this._emitEOFToken();
				break;
			default:
				this._err(ERR.missingQuoteBeforeDoctypeSystemIdentifier);
				token.forceQuirks = true;
				this.state = State.BOGUS_DOCTYPE;
				this._stateBogusDoctype(cp);
		}
	}
	_stateBeforeDoctypeSystemIdentifier(cp) {
		const token = this.currentToken;
		switch (cp) {
			case CODE_POINTS.SPACE:
			case CODE_POINTS.LINE_FEED:
			case CODE_POINTS.TABULATION:
			case CODE_POINTS.FORM_FEED: break;
			case CODE_POINTS.QUOTATION_MARK:
				token.systemId = "";
				this.state = State.DOCTYPE_SYSTEM_IDENTIFIER_DOUBLE_QUOTED;
				break;
			case CODE_POINTS.APOSTROPHE:
				token.systemId = "";
				this.state = State.DOCTYPE_SYSTEM_IDENTIFIER_SINGLE_QUOTED;
				break;
			case CODE_POINTS.GREATER_THAN_SIGN:
				this._err(ERR.missingDoctypeSystemIdentifier);
				token.forceQuirks = true;
				this.state = State.DATA;
				this.emitCurrentDoctype(token);
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInDoctype);
				token.forceQuirks = true;
				this.emitCurrentDoctype(token);
				this._emitEOFToken();
				break;
			default:
				this._err(ERR.missingQuoteBeforeDoctypeSystemIdentifier);
				token.forceQuirks = true;
				this.state = State.BOGUS_DOCTYPE;
				this._stateBogusDoctype(cp);
		}
	}
	_stateDoctypeSystemIdentifierDoubleQuoted(cp) {
		const token = this.currentToken;
		switch (cp) {
			case CODE_POINTS.QUOTATION_MARK:
				this.state = State.AFTER_DOCTYPE_SYSTEM_IDENTIFIER;
				break;
			case CODE_POINTS.NULL:
				this._err(ERR.unexpectedNullCharacter);
				token.systemId += "�";
				break;
			case CODE_POINTS.GREATER_THAN_SIGN:
				this._err(ERR.abruptDoctypeSystemIdentifier);
				token.forceQuirks = true;
				this.emitCurrentDoctype(token);
				this.state = State.DATA;
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInDoctype);
				token.forceQuirks = true;
				this.emitCurrentDoctype(token);
				this._emitEOFToken();
				break;
			default: token.systemId += String.fromCodePoint(cp);
		}
	}
	_stateDoctypeSystemIdentifierSingleQuoted(cp) {
		const token = this.currentToken;
		switch (cp) {
			case CODE_POINTS.APOSTROPHE:
				this.state = State.AFTER_DOCTYPE_SYSTEM_IDENTIFIER;
				break;
			case CODE_POINTS.NULL:
				this._err(ERR.unexpectedNullCharacter);
				token.systemId += "�";
				break;
			case CODE_POINTS.GREATER_THAN_SIGN:
				this._err(ERR.abruptDoctypeSystemIdentifier);
				token.forceQuirks = true;
				this.emitCurrentDoctype(token);
				this.state = State.DATA;
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInDoctype);
				token.forceQuirks = true;
				this.emitCurrentDoctype(token);
				this._emitEOFToken();
				break;
			default: token.systemId += String.fromCodePoint(cp);
		}
	}
	_stateAfterDoctypeSystemIdentifier(cp) {
		const token = this.currentToken;
		switch (cp) {
			case CODE_POINTS.SPACE:
			case CODE_POINTS.LINE_FEED:
			case CODE_POINTS.TABULATION:
			case CODE_POINTS.FORM_FEED: break;
			case CODE_POINTS.GREATER_THAN_SIGN:
				this.emitCurrentDoctype(token);
				this.state = State.DATA;
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInDoctype);
				token.forceQuirks = true;
				this.emitCurrentDoctype(token);
				this._emitEOFToken();
				break;
			default:
				this._err(ERR.unexpectedCharacterAfterDoctypeSystemIdentifier);
				this.state = State.BOGUS_DOCTYPE;
				this._stateBogusDoctype(cp);
		}
	}
	_stateBogusDoctype(cp) {
		const token = this.currentToken;
		switch (cp) {
			case CODE_POINTS.GREATER_THAN_SIGN:
				this.emitCurrentDoctype(token);
				this.state = State.DATA;
				break;
			case CODE_POINTS.NULL:
				this._err(ERR.unexpectedNullCharacter);
				break;
			case CODE_POINTS.EOF:
				this.emitCurrentDoctype(token);
				this._emitEOFToken();
		}
	}
	_stateCdataSection(cp) {
		switch (cp) {
			case CODE_POINTS.RIGHT_SQUARE_BRACKET:
				this.state = State.CDATA_SECTION_BRACKET;
				break;
			case CODE_POINTS.EOF:
				this._err(ERR.eofInCdata);
				this._emitEOFToken();
				break;
			default: this._emitCodePoint(cp);
		}
	}
	_stateCdataSectionBracket(cp) {
		if (cp === CODE_POINTS.RIGHT_SQUARE_BRACKET) this.state = State.CDATA_SECTION_END;
		else {
			this._emitChars("]", -1);
			this.state = State.CDATA_SECTION;
			this._stateCdataSection(cp);
		}
	}
	_stateCdataSectionEnd(cp) {
		switch (cp) {
			case CODE_POINTS.GREATER_THAN_SIGN:
				this.state = State.DATA;
				break;
			case CODE_POINTS.RIGHT_SQUARE_BRACKET:
				this._emitChars("]", -2);
				break;
			default:
				this._emitChars("]]", -1);
				this.state = State.CDATA_SECTION;
				this._stateCdataSection(cp);
		}
	}
	_stateCharacterReference() {
		let length = this.entityDecoder.write(this.preprocessor.html, this.preprocessor.pos);
		if (length < 0) {
			if (this.preprocessor.lastChunkWritten) length = this.entityDecoder.end();
			else {
				this.active = false;
				this.preprocessor.pos = this.preprocessor.html.length - 1;
				this.consumedAfterSnapshot = 0;
				this.preprocessor.endOfChunkHit = true;
				return;
			}
		}
		if (length === 0) {
			this.preprocessor.pos = this.entityStartPos;
			this._flushCodePointConsumedAsCharacterReference(CODE_POINTS.AMPERSAND);
			this.state = !this._isCharacterReferenceInAttribute() && isAsciiAlphaNumeric(this.preprocessor.peek(1)) ? State.AMBIGUOUS_AMPERSAND : this.returnState;
		} else this.state = this.returnState;
	}
	_stateAmbiguousAmpersand(cp) {
		if (isAsciiAlphaNumeric(cp)) this._flushCodePointConsumedAsCharacterReference(cp);
		else {
			if (cp === CODE_POINTS.SEMICOLON) this._err(ERR.unknownNamedCharacterReference);
			this.state = this.returnState;
			this._callState(cp);
		}
	}
};
// node_modules/parse5/dist/parser/open-element-stack.js
const IMPLICIT_END_TAG_REQUIRED = /* @__PURE__ */ new Set([
	TAG_ID.DD,
	TAG_ID.DT,
	TAG_ID.LI,
	TAG_ID.OPTGROUP,
	TAG_ID.OPTION,
	TAG_ID.P,
	TAG_ID.RB,
	TAG_ID.RP,
	TAG_ID.RT,
	TAG_ID.RTC
]);
const IMPLICIT_END_TAG_REQUIRED_THOROUGHLY = /* @__PURE__ */ new Set([
	...IMPLICIT_END_TAG_REQUIRED,
	TAG_ID.CAPTION,
	TAG_ID.COLGROUP,
	TAG_ID.TBODY,
	TAG_ID.TD,
	TAG_ID.TFOOT,
	TAG_ID.TH,
	TAG_ID.THEAD,
	TAG_ID.TR
]);
const INDEX_DEPTH = 64;
const SVG_KEYS = 256;
const MATHML_KEYS = 512;
const NAME_KEYS = 768;
const NUMBERED_HEADERS = [
	TAG_ID.H1,
	TAG_ID.H2,
	TAG_ID.H3,
	TAG_ID.H4,
	TAG_ID.H5,
	TAG_ID.H6
];
const TABLE_BODIES = [
	TAG_ID.TBODY,
	TAG_ID.TFOOT,
	TAG_ID.THEAD
];
const TABLE_ROW_CONTEXT = [
	TAG_ID.TR,
	TAG_ID.TEMPLATE,
	TAG_ID.HTML
];
const TABLE_BODY_CONTEXT = [
	...TABLE_BODIES,
	TAG_ID.TEMPLATE,
	TAG_ID.HTML
];
const TABLE_CONTEXT = [
	TAG_ID.TABLE,
	TAG_ID.TEMPLATE,
	TAG_ID.HTML
];
const TABLE_CELLS = [TAG_ID.TD, TAG_ID.TH];
const SPECIAL = 1;
const LIST_ITEM_BOUNDARY = 2;
const SCOPE = 4;
const LIST_ITEM_SCOPE = 8;
const BUTTON_SCOPE = 16;
const TABLE_SCOPE = 32;
const KEY_CLASSES = new Uint8Array(NAME_KEYS);
for (const [ns, offset] of [
	[NS.HTML, 0],
	[NS.SVG, SVG_KEYS],
	[NS.MATHML, MATHML_KEYS]
]) for (const tn of SPECIAL_ELEMENTS[ns]) KEY_CLASSES[offset + tn] = ns === NS.HTML && (tn === TAG_ID.ADDRESS || tn === TAG_ID.DIV || tn === TAG_ID.P) ? SPECIAL : 3;
for (const key of [
	TAG_ID.APPLET,
	TAG_ID.CAPTION,
	TAG_ID.HTML,
	TAG_ID.MARQUEE,
	TAG_ID.OBJECT,
	TAG_ID.TABLE,
	TAG_ID.TD,
	TAG_ID.TEMPLATE,
	TAG_ID.TH,
	SVG_KEYS + TAG_ID.DESC,
	SVG_KEYS + TAG_ID.FOREIGN_OBJECT,
	SVG_KEYS + TAG_ID.TITLE,
	MATHML_KEYS + TAG_ID.ANNOTATION_XML,
	MATHML_KEYS + TAG_ID.MI,
	MATHML_KEYS + TAG_ID.MN,
	MATHML_KEYS + TAG_ID.MO,
	MATHML_KEYS + TAG_ID.MS,
	MATHML_KEYS + TAG_ID.MTEXT
]) KEY_CLASSES[key] |= 28;
KEY_CLASSES[TAG_ID.OL] |= LIST_ITEM_SCOPE;
KEY_CLASSES[TAG_ID.UL] |= LIST_ITEM_SCOPE;
KEY_CLASSES[TAG_ID.BUTTON] |= BUTTON_SCOPE;
KEY_CLASSES[TAG_ID.TABLE] |= TABLE_SCOPE;
KEY_CLASSES[TAG_ID.HTML] |= TABLE_SCOPE;
const FORMATTING_TAGS = new Uint8Array(NAME_KEYS);
for (const tn of [
	TAG_ID.A,
	TAG_ID.B,
	TAG_ID.BIG,
	TAG_ID.CODE,
	TAG_ID.EM,
	TAG_ID.FONT,
	TAG_ID.I,
	TAG_ID.NOBR,
	TAG_ID.S,
	TAG_ID.SMALL,
	TAG_ID.STRIKE,
	TAG_ID.STRONG,
	TAG_ID.TT,
	TAG_ID.U
]) FORMATTING_TAGS[tn] = 1;
function tagKey(ns, tagID) {
	if (tagID === TAG_ID.UNKNOWN) return -1;
	switch (ns) {
		case NS.HTML: return tagID;
		case NS.SVG: return SVG_KEYS + tagID;
		case NS.MATHML: return MATHML_KEYS + tagID;
		default: return -1;
	}
}
var OpenElementStack = class {
	get currentTmplContentOrNode() {
		return this._isInTemplate() ? this.treeAdapter.getTemplateContent(this.current) : this.current;
	}
	constructor(document, treeAdapter, handler) {
		this.treeAdapter = treeAdapter;
		this.handler = handler;
		this.items = [];
		this.tagIDs = [];
		this.stackTop = -1;
		this.depth = 0;
		this.tmplCount = 0;
		this.currentTagId = TAG_ID.UNKNOWN;
		this.indexed = false;
		this.below = [];
		this.above = [];
		this.keys = [];
		this.keyPrev = [];
		this.keyNext = [];
		this.keyTops = /* @__PURE__ */ new Int32Array(0);
		this.specials = [];
		this.listItemBoundaries = [];
		this.scopeBoundaries = [];
		this.htmlSlots = [];
		this.formattingSlots = /* @__PURE__ */ new Map();
		this.current = document;
	}
	_indexOf(element) {
		if (this.indexed) {
			const idx = this.formattingSlots.get(element);
			if (idx !== void 0) return idx;
			if (FORMATTING_TAGS[getTagID(this.treeAdapter.getTagName(element))]) return -1;
		}
		return this.items.lastIndexOf(element, this.stackTop);
	}
	slotBelow(idx) {
		return this.indexed ? this.below[idx] : idx - 1;
	}
	slotAbove(idx) {
		if (this.indexed) return this.above[idx];
		return idx === this.stackTop ? -1 : idx + 1;
	}
	_isInTemplate() {
		return this.currentTagId === TAG_ID.TEMPLATE && this.treeAdapter.getNamespaceURI(this.current) === NS.HTML;
	}
	_updateCurrentElement() {
		this.current = this.items[this.stackTop];
		this.currentTagId = this.tagIDs[this.stackTop];
	}
	_nameKey(ns, tagName, create) {
		var _a, _b;
		const name = `${ns} ${tagName}`;
		let key = (_a = this.nameKeys) === null || _a === void 0 ? void 0 : _a.get(name);
		if (key === void 0 && create) {
			(_b = this.nameKeys) !== null && _b !== void 0 || (this.nameKeys = /* @__PURE__ */ new Map());
			key = NAME_KEYS + this.nameKeys.size;
			this.nameKeys.set(name, key);
			if (key === this.keyTops.length) {
				const keyTops = new Int32Array(2 * key).fill(-1);
				keyTops.set(this.keyTops);
				this.keyTops = keyTops;
			}
		}
		return key !== null && key !== void 0 ? key : -1;
	}
	_indexAll() {
		this.indexed = true;
		this.keyTops = new Int32Array(NAME_KEYS).fill(-1);
		for (let i = 0; i <= this.stackTop; i++) this._index(i, i - 1);
	}
	_index(slot, belowIdx) {
		const element = this.items[slot];
		const tagID = this.tagIDs[slot];
		const ns = this.treeAdapter.getNamespaceURI(element);
		let key = tagKey(ns, tagID);
		if (key === -1) key = this._nameKey(ns, this.treeAdapter.getTagName(element), true);
		const keyPrev = this.keyTops[key];
		this.keys[slot] = key;
		this.keyPrev[slot] = keyPrev;
		this.keyNext[slot] = -1;
		if (keyPrev !== -1) this.keyNext[keyPrev] = slot;
		this.keyTops[key] = slot;
		this.above[slot] = -1;
		this._link(slot, belowIdx, ns === NS.HTML);
		if (FORMATTING_TAGS[tagID]) this.formattingSlots.set(element, slot);
	}
	_link(slot, belowIdx, isHtml) {
		const key = this.keys[slot];
		const classes = key < NAME_KEYS ? KEY_CLASSES[key] : 0;
		this.below[slot] = belowIdx;
		if (belowIdx === -1) {
			this.specials[slot] = classes & SPECIAL;
			this.listItemBoundaries[slot] = (classes & LIST_ITEM_BOUNDARY) >> 1;
			this.scopeBoundaries[slot] = (classes & SCOPE) >> 2;
			this.htmlSlots[slot] = isHtml ? slot : -1;
		} else {
			this.above[belowIdx] = slot;
			this.specials[slot] = this.specials[belowIdx] + (classes & SPECIAL);
			this.listItemBoundaries[slot] = this.listItemBoundaries[belowIdx] + ((classes & LIST_ITEM_BOUNDARY) >> 1);
			this.scopeBoundaries[slot] = this.scopeBoundaries[belowIdx] + ((classes & SCOPE) >> 2);
			this.htmlSlots[slot] = isHtml ? slot : this.htmlSlots[belowIdx];
		}
	}
	_unindex(slot) {
		const key = this.keys[slot];
		const keyPrev = this.keyPrev[slot];
		const keyNext = this.keyNext[slot];
		if (keyPrev !== -1) this.keyNext[keyPrev] = keyNext;
		if (keyNext === -1) this.keyTops[key] = keyPrev;
		else this.keyPrev[keyNext] = keyPrev;
		if (FORMATTING_TAGS[this.tagIDs[slot]]) this.formattingSlots.delete(this.items[slot]);
	}
	_move(from, to) {
		const element = this.items[from];
		const key = this.keys[from];
		const keyPrev = this.keyPrev[from];
		const keyNext = this.keyNext[from];
		this.items[to] = element;
		this.tagIDs[to] = this.tagIDs[from];
		this.keys[to] = key;
		this.keyPrev[to] = keyPrev;
		this.keyNext[to] = keyNext;
		if (keyPrev !== -1) this.keyNext[keyPrev] = to;
		if (keyNext === -1) this.keyTops[key] = to;
		else this.keyPrev[keyNext] = to;
		if (FORMATTING_TAGS[this.tagIDs[to]]) this.formattingSlots.set(element, to);
	}
	indexOfTopmost(tagID) {
		if (this.indexed) return this.keyTops[tagID];
		for (let i = this.stackTop; i >= 0; i--) if (this.tagIDs[i] === tagID && this.treeAdapter.getNamespaceURI(this.items[i]) === NS.HTML) return i;
		return -1;
	}
	indexOfTopmostOf(tagIDs) {
		if (this.indexed) {
			let top = -1;
			for (const tagID of tagIDs) if (this.keyTops[tagID] > top) top = this.keyTops[tagID];
			return top;
		}
		for (let i = this.stackTop; i >= 0; i--) if (tagIDs.includes(this.tagIDs[i]) && this.treeAdapter.getNamespaceURI(this.items[i]) === NS.HTML) return i;
		return -1;
	}
	indexOfTopmostByName(ns, tagName) {
		if (this.indexed) {
			let key = tagKey(ns, getTagID(tagName));
			if (key === -1) key = this._nameKey(ns, tagName, false);
			return key === -1 ? -1 : this.keyTops[key];
		}
		for (let i = this.stackTop; i >= 0; i--) {
			const element = this.items[i];
			if (this.treeAdapter.getTagName(element) === tagName && this.treeAdapter.getNamespaceURI(element) === ns) return i;
		}
		return -1;
	}
	indexOfTopmostHtmlElement() {
		if (this.indexed) return this.stackTop === -1 ? -1 : this.htmlSlots[this.stackTop];
		let i = this.stackTop;
		while (i >= 0 && this.treeAdapter.getNamespaceURI(this.items[i]) !== NS.HTML) i--;
		return i;
	}
	_hasAbove(idx, classes) {
		for (let i = this.stackTop; i > idx; i--) {
			const key = tagKey(this.treeAdapter.getNamespaceURI(this.items[i]), this.tagIDs[i]);
			if (key !== -1 && KEY_CLASSES[key] & classes) return true;
		}
		return false;
	}
	hasSpecialElementAbove(idx) {
		return this.indexed ? this.specials[this.stackTop] !== this.specials[idx] : this._hasAbove(idx, SPECIAL);
	}
	hasListItemBoundaryAbove(idx) {
		return this.indexed ? this.listItemBoundaries[this.stackTop] !== this.listItemBoundaries[idx] : this._hasAbove(idx, LIST_ITEM_BOUNDARY);
	}
	push(element, tagID) {
		const belowIdx = this.stackTop;
		this.stackTop++;
		this.depth++;
		this.items[this.stackTop] = element;
		this.current = element;
		this.tagIDs[this.stackTop] = tagID;
		this.currentTagId = tagID;
		if (this.indexed) this._index(this.stackTop, belowIdx);
		else if (this.depth === INDEX_DEPTH) this._indexAll();
		if (this._isInTemplate()) this.tmplCount++;
		this.handler.onItemPush(element, tagID, true);
	}
	_popCurrent() {
		if (this.tmplCount > 0 && this._isInTemplate()) this.tmplCount--;
		if (this.indexed) {
			this._unindex(this.stackTop);
			this.stackTop = this.below[this.stackTop];
			if (this.stackTop !== -1) this.above[this.stackTop] = -1;
		} else this.stackTop--;
		this.depth--;
		this._updateCurrentElement();
	}
	pop() {
		const popped = this.current;
		this._popCurrent();
		this.handler.onItemPop(popped, true);
	}
	replace(oldElement, newElement) {
		const idx = this._indexOf(oldElement);
		this.items[idx] = newElement;
		if (this.indexed && FORMATTING_TAGS[this.tagIDs[idx]]) {
			this.formattingSlots.delete(oldElement);
			this.formattingSlots.set(newElement, idx);
		}
		if (idx === this.stackTop) this.current = newElement;
	}
	replaceFormattingElement(formattingIdx, furthestBlockIdx, element, tagID) {
		const formattingElement = this.items[formattingIdx];
		if (!this.indexed) {
			this.items.splice(formattingIdx, 1);
			this.tagIDs.splice(formattingIdx, 1);
			this.handler.onItemPop(formattingElement, false);
			this.items.splice(furthestBlockIdx, 0, element);
			this.tagIDs.splice(furthestBlockIdx, 0, tagID);
			if (furthestBlockIdx === this.stackTop) this._updateCurrentElement();
			if (this.current && this.currentTagId !== void 0) this.handler.onItemPush(this.current, this.currentTagId, furthestBlockIdx === this.stackTop);
			return;
		}
		const key = this.keys[formattingIdx];
		const belowIdx = this.below[formattingIdx];
		const aboveIdx = this.above[furthestBlockIdx];
		const kept = [];
		for (let i = this.above[formattingIdx]; i !== furthestBlockIdx; i = this.above[i]) kept.push(i);
		const keyNext = this.keyNext[formattingIdx];
		this._unindex(formattingIdx);
		this.items[formattingIdx] = void 0;
		this.handler.onItemPop(formattingElement, false);
		let free = furthestBlockIdx - 1;
		while (kept.length > 0 && kept[kept.length - 1] === free) {
			kept.pop();
			free--;
		}
		for (let i = free + 1; i <= furthestBlockIdx; i++) this._move(i, i - 1);
		const keyPrev = keyNext === -1 ? this.keyTops[key] : this.keyPrev[keyNext];
		this.items[furthestBlockIdx] = element;
		this.tagIDs[furthestBlockIdx] = tagID;
		this.keys[furthestBlockIdx] = key;
		this.keyPrev[furthestBlockIdx] = keyPrev;
		this.keyNext[furthestBlockIdx] = keyNext;
		if (keyPrev !== -1) this.keyNext[keyPrev] = furthestBlockIdx;
		if (keyNext === -1) this.keyTops[key] = furthestBlockIdx;
		else this.keyPrev[keyNext] = furthestBlockIdx;
		if (FORMATTING_TAGS[tagID]) this.formattingSlots.set(element, furthestBlockIdx);
		let prev = belowIdx;
		for (const i of kept) {
			this._link(i, prev, true);
			prev = i;
		}
		for (let i = free; i < furthestBlockIdx; i++) {
			this._link(i, prev, true);
			prev = i;
		}
		this._link(furthestBlockIdx, prev, true);
		if (aboveIdx === -1) this._updateCurrentElement();
		if (this.current && this.currentTagId !== void 0) this.handler.onItemPush(this.current, this.currentTagId, aboveIdx === -1);
	}
	popUntilTagNamePopped(tagName) {
		this.shortenToLength(Math.max(this.indexOfTopmost(tagName), 0));
	}
	shortenToLength(idx) {
		while (this.stackTop >= idx) {
			const popped = this.current;
			this._popCurrent();
			this.handler.onItemPop(popped, this.stackTop < idx);
		}
	}
	popUntilElementPopped(element) {
		const idx = this._indexOf(element);
		this.shortenToLength(Math.max(idx, 0));
	}
	popUntilNumberedHeaderPopped() {
		this.shortenToLength(Math.max(this.indexOfTopmostOf(NUMBERED_HEADERS), 0));
	}
	popUntilTableCellPopped() {
		this.shortenToLength(Math.max(this.indexOfTopmostOf(TABLE_CELLS), 0));
	}
	popAllUpToHtmlElement() {
		this.tmplCount = 0;
		this.shortenToLength(1);
	}
	clearBackToTableContext() {
		this.shortenToLength(this.indexOfTopmostOf(TABLE_CONTEXT) + 1);
	}
	clearBackToTableBodyContext() {
		this.shortenToLength(this.indexOfTopmostOf(TABLE_BODY_CONTEXT) + 1);
	}
	clearBackToTableRowContext() {
		this.shortenToLength(this.indexOfTopmostOf(TABLE_ROW_CONTEXT) + 1);
	}
	remove(element) {
		const idx = this._indexOf(element);
		if (idx !== -1) this.removeAt(idx);
	}
	removeAt(idx) {
		if (idx === this.stackTop) {
			this.pop();
			return;
		}
		const element = this.items[idx];
		this.depth--;
		if (this.indexed) {
			const classes = this.keys[idx] < NAME_KEYS ? KEY_CLASSES[this.keys[idx]] : 0;
			const belowIdx = this.below[idx];
			const aboveIdx = this.above[idx];
			this._unindex(idx);
			this.items[idx] = void 0;
			this.below[aboveIdx] = belowIdx;
			if (belowIdx !== -1) this.above[belowIdx] = aboveIdx;
			if (classes !== 0) for (let i = aboveIdx; i !== -1; i = this.above[i]) {
				this.specials[i] -= classes & SPECIAL;
				this.listItemBoundaries[i] -= (classes & LIST_ITEM_BOUNDARY) >> 1;
				this.scopeBoundaries[i] -= (classes & SCOPE) >> 2;
			}
			const html = belowIdx === -1 ? -1 : this.htmlSlots[belowIdx];
			for (let i = aboveIdx; i !== -1 && this.htmlSlots[i] === idx; i = this.above[i]) this.htmlSlots[i] = html;
		} else {
			this.items.splice(idx, 1);
			this.tagIDs.splice(idx, 1);
			this.stackTop--;
			this._updateCurrentElement();
		}
		this.handler.onItemPop(element, false);
	}
	tryPeekProperlyNestedBodyElement() {
		return this.stackTop >= 1 && this.tagIDs[1] === TAG_ID.BODY ? this.items[1] : null;
	}
	contains(element) {
		return this._indexOf(element) > -1;
	}
	getCommonAncestor(element) {
		const idx = this._indexOf(element);
		const belowIdx = idx === -1 ? -1 : this.slotBelow(idx);
		return belowIdx === -1 ? null : this.items[belowIdx];
	}
	isRootHtmlElementCurrent() {
		return this.stackTop === 0 && this.tagIDs[0] === TAG_ID.HTML;
	}
	_isInScope(target, scope) {
		let boundary = -1;
		switch (scope) {
			case LIST_ITEM_SCOPE:
				boundary = Math.max(this.keyTops[TAG_ID.OL], this.keyTops[TAG_ID.UL]);
				break;
			case BUTTON_SCOPE:
				boundary = this.keyTops[TAG_ID.BUTTON];
				break;
			case TABLE_SCOPE:
				boundary = Math.max(this.keyTops[TAG_ID.TABLE], this.keyTops[TAG_ID.HTML]);
				return target === -1 ? boundary === -1 : target >= boundary;
		}
		return target === -1 ? boundary === -1 && (this.stackTop === -1 || this.scopeBoundaries[this.stackTop] === 0) : target >= boundary && this.scopeBoundaries[this.stackTop] === this.scopeBoundaries[target];
	}
	_scanScope(tagID, tagIDs, scope, element) {
		for (let i = this.stackTop; i >= 0; i--) {
			const key = tagKey(this.treeAdapter.getNamespaceURI(this.items[i]), this.tagIDs[i]);
			if (key === -1) continue;
			if ((tagIDs ? tagIDs.includes(key) : key === tagID) && (!element || this.items[i] === element)) return true;
			if (KEY_CLASSES[key] & scope) return false;
		}
		return true;
	}
	hasInScope(tagName, element) {
		if (!this.indexed) return this._scanScope(tagName, null, SCOPE, element);
		return this._isInScope(element ? this._indexOf(element) : this.keyTops[tagName], SCOPE);
	}
	hasInListItemScope(tagName) {
		return this.indexed ? this._isInScope(this.keyTops[tagName], LIST_ITEM_SCOPE) : this._scanScope(tagName, null, LIST_ITEM_SCOPE);
	}
	hasInButtonScope(tagName) {
		return this.indexed ? this._isInScope(this.keyTops[tagName], BUTTON_SCOPE) : this._scanScope(tagName, null, BUTTON_SCOPE);
	}
	hasNumberedHeaderInScope() {
		return this.indexed ? this._isInScope(this.indexOfTopmostOf(NUMBERED_HEADERS), SCOPE) : this._scanScope(TAG_ID.UNKNOWN, NUMBERED_HEADERS, SCOPE);
	}
	hasInTableScope(tagName) {
		return this.indexed ? this._isInScope(this.keyTops[tagName], TABLE_SCOPE) : this._scanScope(tagName, null, TABLE_SCOPE);
	}
	hasTableBodyContextInTableScope() {
		return this.indexed ? this._isInScope(this.indexOfTopmostOf(TABLE_BODIES), TABLE_SCOPE) : this._scanScope(TAG_ID.UNKNOWN, TABLE_BODIES, TABLE_SCOPE);
	}
	hasInSelectScope(tagName) {
		for (let i = this.stackTop; i >= 0; i = this.slotBelow(i)) {
			if (this.treeAdapter.getNamespaceURI(this.items[i]) !== NS.HTML) continue;
			switch (this.tagIDs[i]) {
				case tagName: return true;
				case TAG_ID.OPTION:
				case TAG_ID.OPTGROUP: break;
				default: return false;
			}
		}
		return true;
	}
	generateImpliedEndTags() {
		while (this.currentTagId !== void 0 && IMPLICIT_END_TAG_REQUIRED.has(this.currentTagId) && this.treeAdapter.getNamespaceURI(this.current) === NS.HTML) this.pop();
	}
	generateImpliedEndTagsThoroughly() {
		while (this.currentTagId !== void 0 && IMPLICIT_END_TAG_REQUIRED_THOROUGHLY.has(this.currentTagId) && this.treeAdapter.getNamespaceURI(this.current) === NS.HTML) this.pop();
	}
	generateImpliedEndTagsWithExclusion(exclusionId) {
		while (this.currentTagId !== void 0 && this.currentTagId !== exclusionId && IMPLICIT_END_TAG_REQUIRED_THOROUGHLY.has(this.currentTagId) && this.treeAdapter.getNamespaceURI(this.current) === NS.HTML) this.pop();
	}
};
// node_modules/parse5/dist/parser/formatting-element-list.js
const NOAH_ARK_CAPACITY = 3;
var EntryType;
(function(EntryType) {
	EntryType[EntryType["Marker"] = 0] = "Marker";
	EntryType[EntryType["Element"] = 1] = "Element";
})(EntryType || (EntryType = {}));
var FormattingElementList = class {
	constructor() {
		this.newest = null;
		this.bookmark = null;
		this.index = null;
		this.elementEntries = /* @__PURE__ */ new Map();
	}
	_insertElementEntry(element, token, older) {
		const newer = older === null ? null : older.newer;
		const entry = {
			type: EntryType.Element,
			element,
			token,
			older,
			newer,
			ark: null,
			olderSameTag: null,
			newerSameTag: null
		};
		if (newer === null) this.newest = entry;
		else newer.older = entry;
		if (older !== null) older.newer = entry;
		return this.index === null ? null : this._addToIndex(this.index, entry);
	}
	_addToIndex(index, entry) {
		const { tagName, attrs } = entry.token;
		const key = tagName + attrs.map(({ name, value }) => `\0${name}\0${value}`).sort().join("");
		let ark = index.arks.get(key);
		if (ark === void 0) {
			ark = {
				entries: [],
				key
			};
			index.arks.set(key, ark);
		}
		ark.entries.push(entry);
		entry.ark = ark;
		this.elementEntries.set(entry.element, entry);
		let head = index.tagNames.get(tagName);
		if (head === void 0) {
			head = { olderSameTag: null };
			index.tagNames.set(tagName, head);
		}
		entry.olderSameTag = head.olderSameTag;
		entry.newerSameTag = head;
		if (head.olderSameTag !== null) head.olderSameTag.newerSameTag = entry;
		head.olderSameTag = entry;
		return ark;
	}
	insertMarker() {
		if (this.index === null) for (let entry = this.newest; entry !== null && entry.type === EntryType.Element; entry = entry.older) this.elementEntries.set(entry.element, entry);
		const marker = {
			type: EntryType.Marker,
			older: this.newest,
			newer: null,
			outerIndex: this.index
		};
		if (this.newest !== null) this.newest.newer = marker;
		this.newest = marker;
		this.index = null;
	}
	pushElement(element, token) {
		if (this.index === null) {
			let oldest = null;
			let count = 0;
			for (let entry = this.newest; entry !== null && entry.type === EntryType.Element; entry = entry.older) {
				oldest = entry;
				count++;
			}
			if (count >= NOAH_ARK_CAPACITY) {
				this.index = {
					arks: /* @__PURE__ */ new Map(),
					tagNames: /* @__PURE__ */ new Map()
				};
				for (let entry = oldest; entry !== null && entry.type === EntryType.Element; entry = entry.newer) this._addToIndex(this.index, entry);
			}
		}
		const ark = this._insertElementEntry(element, token, this.newest);
		if (ark !== null && ark.entries.length > NOAH_ARK_CAPACITY) this.removeEntry(ark.entries[0]);
	}
	insertElementAfterBookmark(element, token) {
		const { bookmark } = this;
		this.bookmark = null;
		this._insertElementEntry(element, token, bookmark);
	}
	removeEntry(entry) {
		var _a;
		if (entry.newer === null ? this.newest !== entry : entry.newer.older !== entry) return;
		this.elementEntries.delete(entry.element);
		if (entry.newer === null) this.newest = entry.older;
		else entry.newer.older = entry.older;
		if (entry.older !== null) entry.older.newer = entry.newer;
		if (entry.ark !== null) {
			const { entries, key } = entry.ark;
			entries.splice(entries.indexOf(entry), 1);
			if (entries.length === 0) (_a = this.index) === null || _a === void 0 || _a.arks.delete(key);
		}
		if (entry.newerSameTag !== null) {
			entry.newerSameTag.olderSameTag = entry.olderSameTag;
			if (entry.olderSameTag !== null) entry.olderSameTag.newerSameTag = entry.newerSameTag;
		}
	}
	replaceElement(entry, element) {
		if (this.elementEntries.delete(entry.element)) this.elementEntries.set(element, entry);
		entry.element = element;
	}
	clearToLastMarker() {
		let marker = this.newest;
		for (; marker !== null && marker.type === EntryType.Element; marker = marker.older) this.elementEntries.delete(marker.element);
		this.newest = marker === null ? null : marker.older;
		this.index = marker === null ? null : marker.outerIndex;
		if (this.newest !== null) this.newest.newer = null;
	}
	getElementEntryInScopeWithTagName(tagName) {
		var _a, _b;
		if (this.index !== null) return (_b = (_a = this.index.tagNames.get(tagName)) === null || _a === void 0 ? void 0 : _a.olderSameTag) !== null && _b !== void 0 ? _b : null;
		for (let entry = this.newest; entry !== null && entry.type === EntryType.Element; entry = entry.older) if (entry.token.tagName === tagName) return entry;
		return null;
	}
	getElementEntry(element) {
		if (this.index === null) {
			for (let entry = this.newest; entry !== null && entry.type === EntryType.Element; entry = entry.older) if (entry.element === element) return entry;
		}
		return this.elementEntries.get(element);
	}
};
// node_modules/parse5/dist/tree-adapters/default.js
const attrListIndexes = /* @__PURE__ */ new WeakMap();
const defaultTreeAdapter = {
	createDocument() {
		return {
			nodeName: "#document",
			mode: DOCUMENT_MODE.NO_QUIRKS,
			childNodes: []
		};
	},
	createDocumentFragment() {
		return {
			nodeName: "#document-fragment",
			childNodes: []
		};
	},
	createElement(tagName, namespaceURI, attrs) {
		return {
			nodeName: tagName,
			tagName,
			attrs,
			namespaceURI,
			childNodes: [],
			parentNode: null
		};
	},
	createCommentNode(data) {
		return {
			nodeName: "#comment",
			data,
			parentNode: null
		};
	},
	createTextNode(value) {
		return {
			nodeName: "#text",
			value,
			parentNode: null
		};
	},
	appendChild(parentNode, newNode) {
		parentNode.childNodes.push(newNode);
		newNode.parentNode = parentNode;
	},
	insertBefore(parentNode, newNode, referenceNode) {
		const { childNodes } = parentNode;
		const insertionIdx = childNodes[childNodes.length - 1] === referenceNode ? childNodes.length - 1 : childNodes.indexOf(referenceNode);
		childNodes.splice(insertionIdx, 0, newNode);
		newNode.parentNode = parentNode;
	},
	setTemplateContent(templateElement, contentElement) {
		templateElement.content = contentElement;
	},
	getTemplateContent(templateElement) {
		return templateElement.content;
	},
	setDocumentType(document, name, publicId, systemId) {
		const doctypeNode = document.childNodes.find((node) => node.nodeName === "#documentType");
		if (doctypeNode) {
			doctypeNode.name = name;
			doctypeNode.publicId = publicId;
			doctypeNode.systemId = systemId;
		} else {
			const node = {
				nodeName: "#documentType",
				name,
				publicId,
				systemId,
				parentNode: null
			};
			defaultTreeAdapter.appendChild(document, node);
		}
	},
	setDocumentMode(document, mode) {
		document.mode = mode;
	},
	getDocumentMode(document) {
		return document.mode;
	},
	detachNode(node) {
		if (node.parentNode) {
			const { childNodes } = node.parentNode;
			const idx = childNodes[childNodes.length - 1] === node ? childNodes.length - 1 : childNodes.indexOf(node);
			childNodes.splice(idx, 1);
			node.parentNode = null;
		}
	},
	insertText(parentNode, text) {
		if (parentNode.childNodes.length > 0) {
			const prevNode = parentNode.childNodes[parentNode.childNodes.length - 1];
			if (defaultTreeAdapter.isTextNode(prevNode)) {
				prevNode.value += text;
				return;
			}
		}
		defaultTreeAdapter.appendChild(parentNode, defaultTreeAdapter.createTextNode(text));
	},
	insertTextBefore(parentNode, text, referenceNode) {
		const { childNodes } = parentNode;
		const prevNode = childNodes[(childNodes[childNodes.length - 1] === referenceNode ? childNodes.length - 1 : childNodes.indexOf(referenceNode)) - 1];
		if (prevNode && defaultTreeAdapter.isTextNode(prevNode)) prevNode.value += text;
		else defaultTreeAdapter.insertBefore(parentNode, defaultTreeAdapter.createTextNode(text), referenceNode);
	},
	adoptAttributes(recipient, attrs) {
		if (attrs.length === 0 || attrs === recipient.attrs) return;
		const cached = attrListIndexes.get(recipient.attrs);
		const isIndexed = (cached === null || cached === void 0 ? void 0 : cached.size) === recipient.attrs.length && attrs.every(({ name }) => {
			var _a;
			const index = cached.get(name);
			return index === void 0 || ((_a = recipient.attrs[index]) === null || _a === void 0 ? void 0 : _a.name) === name;
		});
		const recipientAttrsMap = isIndexed ? cached : /* @__PURE__ */ new Map();
		if (!isIndexed) {
			for (let i = 0; i < recipient.attrs.length; i++) {
				const attr = recipient.attrs[i];
				if (attr !== void 0) recipientAttrsMap.set(attr.name, i);
			}
			attrListIndexes.set(recipient.attrs, recipientAttrsMap);
		}
		const adoptedFrom = recipient.attrs.length;
		for (let j = 0; j < attrs.length; j++) if (!recipientAttrsMap.has(attrs[j].name)) recipient.attrs.push(attrs[j]);
		for (let j = adoptedFrom; j < recipient.attrs.length; j++) recipientAttrsMap.set(recipient.attrs[j].name, j);
		if (recipientAttrsMap.size !== recipient.attrs.length) attrListIndexes.delete(recipient.attrs);
	},
	getFirstChild(node) {
		return node.childNodes[0];
	},
	getChildNodes(node) {
		return node.childNodes;
	},
	getParentNode(node) {
		return node.parentNode;
	},
	getAttrList(element) {
		return element.attrs;
	},
	getTagName(element) {
		return element.tagName;
	},
	getNamespaceURI(element) {
		return element.namespaceURI;
	},
	getTextNodeContent(textNode) {
		return textNode.value;
	},
	getCommentNodeContent(commentNode) {
		return commentNode.data;
	},
	getDocumentTypeNodeName(doctypeNode) {
		return doctypeNode.name;
	},
	getDocumentTypeNodePublicId(doctypeNode) {
		return doctypeNode.publicId;
	},
	getDocumentTypeNodeSystemId(doctypeNode) {
		return doctypeNode.systemId;
	},
	isTextNode(node) {
		return node.nodeName === "#text";
	},
	isCommentNode(node) {
		return node.nodeName === "#comment";
	},
	isDocumentTypeNode(node) {
		return node.nodeName === "#documentType";
	},
	isElementNode(node) {
		return Object.prototype.hasOwnProperty.call(node, "tagName");
	},
	setNodeSourceCodeLocation(node, location) {
		node.sourceCodeLocation = location;
	},
	getNodeSourceCodeLocation(node) {
		return node.sourceCodeLocation;
	},
	updateNodeSourceCodeLocation(node, endLocation) {
		node.sourceCodeLocation = {
			...node.sourceCodeLocation,
			...endLocation
		};
	}
};
// node_modules/parse5/dist/common/doctype.js
const VALID_DOCTYPE_NAME = "html";
const VALID_SYSTEM_ID = "about:legacy-compat";
const QUIRKS_MODE_SYSTEM_ID = "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd";
const QUIRKS_MODE_PUBLIC_ID_PREFIXES = [
	"+//silmaril//dtd html pro v0r11 19970101//",
	"-//as//dtd html 3.0 aswedit + extensions//",
	"-//advasoft ltd//dtd html 3.0 aswedit + extensions//",
	"-//ietf//dtd html 2.0 level 1//",
	"-//ietf//dtd html 2.0 level 2//",
	"-//ietf//dtd html 2.0 strict level 1//",
	"-//ietf//dtd html 2.0 strict level 2//",
	"-//ietf//dtd html 2.0 strict//",
	"-//ietf//dtd html 2.0//",
	"-//ietf//dtd html 2.1e//",
	"-//ietf//dtd html 3.0//",
	"-//ietf//dtd html 3.2 final//",
	"-//ietf//dtd html 3.2//",
	"-//ietf//dtd html 3//",
	"-//ietf//dtd html level 0//",
	"-//ietf//dtd html level 1//",
	"-//ietf//dtd html level 2//",
	"-//ietf//dtd html level 3//",
	"-//ietf//dtd html strict level 0//",
	"-//ietf//dtd html strict level 1//",
	"-//ietf//dtd html strict level 2//",
	"-//ietf//dtd html strict level 3//",
	"-//ietf//dtd html strict//",
	"-//ietf//dtd html//",
	"-//metrius//dtd metrius presentational//",
	"-//microsoft//dtd internet explorer 2.0 html strict//",
	"-//microsoft//dtd internet explorer 2.0 html//",
	"-//microsoft//dtd internet explorer 2.0 tables//",
	"-//microsoft//dtd internet explorer 3.0 html strict//",
	"-//microsoft//dtd internet explorer 3.0 html//",
	"-//microsoft//dtd internet explorer 3.0 tables//",
	"-//netscape comm. corp.//dtd html//",
	"-//netscape comm. corp.//dtd strict html//",
	"-//o'reilly and associates//dtd html 2.0//",
	"-//o'reilly and associates//dtd html extended 1.0//",
	"-//o'reilly and associates//dtd html extended relaxed 1.0//",
	"-//sq//dtd html 2.0 hotmetal + extensions//",
	"-//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//",
	"-//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//",
	"-//spyglass//dtd html 2.0 extended//",
	"-//sun microsystems corp.//dtd hotjava html//",
	"-//sun microsystems corp.//dtd hotjava strict html//",
	"-//w3c//dtd html 3 1995-03-24//",
	"-//w3c//dtd html 3.2 draft//",
	"-//w3c//dtd html 3.2 final//",
	"-//w3c//dtd html 3.2//",
	"-//w3c//dtd html 3.2s draft//",
	"-//w3c//dtd html 4.0 frameset//",
	"-//w3c//dtd html 4.0 transitional//",
	"-//w3c//dtd html experimental 19960712//",
	"-//w3c//dtd html experimental 970421//",
	"-//w3c//dtd w3 html//",
	"-//w3o//dtd w3 html 3.0//",
	"-//webtechs//dtd mozilla html 2.0//",
	"-//webtechs//dtd mozilla html//"
];
const QUIRKS_MODE_NO_SYSTEM_ID_PUBLIC_ID_PREFIXES = [
	...QUIRKS_MODE_PUBLIC_ID_PREFIXES,
	"-//w3c//dtd html 4.01 frameset//",
	"-//w3c//dtd html 4.01 transitional//"
];
const QUIRKS_MODE_PUBLIC_IDS = /* @__PURE__ */ new Set([
	"-//w3o//dtd w3 html strict 3.0//en//",
	"-/w3c/dtd html 4.0 transitional/en",
	"html"
]);
const LIMITED_QUIRKS_PUBLIC_ID_PREFIXES = ["-//w3c//dtd xhtml 1.0 frameset//", "-//w3c//dtd xhtml 1.0 transitional//"];
const LIMITED_QUIRKS_WITH_SYSTEM_ID_PUBLIC_ID_PREFIXES = [
	...LIMITED_QUIRKS_PUBLIC_ID_PREFIXES,
	"-//w3c//dtd html 4.01 frameset//",
	"-//w3c//dtd html 4.01 transitional//"
];
function hasPrefix(publicId, prefixes) {
	return prefixes.some((prefix) => publicId.startsWith(prefix));
}
function isConforming(token) {
	return token.name === VALID_DOCTYPE_NAME && token.publicId === null && (token.systemId === null || token.systemId === VALID_SYSTEM_ID);
}
function getDocumentMode(token) {
	if (token.name !== VALID_DOCTYPE_NAME) return DOCUMENT_MODE.QUIRKS;
	const { systemId } = token;
	if (systemId && systemId.toLowerCase() === QUIRKS_MODE_SYSTEM_ID) return DOCUMENT_MODE.QUIRKS;
	let { publicId } = token;
	if (publicId !== null) {
		publicId = publicId.toLowerCase();
		if (QUIRKS_MODE_PUBLIC_IDS.has(publicId)) return DOCUMENT_MODE.QUIRKS;
		let prefixes = systemId === null ? QUIRKS_MODE_NO_SYSTEM_ID_PUBLIC_ID_PREFIXES : QUIRKS_MODE_PUBLIC_ID_PREFIXES;
		if (hasPrefix(publicId, prefixes)) return DOCUMENT_MODE.QUIRKS;
		prefixes = systemId === null ? LIMITED_QUIRKS_PUBLIC_ID_PREFIXES : LIMITED_QUIRKS_WITH_SYSTEM_ID_PUBLIC_ID_PREFIXES;
		if (hasPrefix(publicId, prefixes)) return DOCUMENT_MODE.LIMITED_QUIRKS;
	}
	return DOCUMENT_MODE.NO_QUIRKS;
}
// node_modules/parse5/dist/common/foreign-content.js
const MIME_TYPES = {
	TEXT_HTML: "text/html",
	APPLICATION_XML: "application/xhtml+xml"
};
const DEFINITION_URL_ATTR = "definitionurl";
const ADJUSTED_DEFINITION_URL_ATTR = "definitionURL";
const SVG_ATTRS_ADJUSTMENT_MAP = new Map([
	"attributeName",
	"attributeType",
	"baseFrequency",
	"baseProfile",
	"calcMode",
	"clipPathUnits",
	"diffuseConstant",
	"edgeMode",
	"filterUnits",
	"glyphRef",
	"gradientTransform",
	"gradientUnits",
	"kernelMatrix",
	"kernelUnitLength",
	"keyPoints",
	"keySplines",
	"keyTimes",
	"lengthAdjust",
	"limitingConeAngle",
	"markerHeight",
	"markerUnits",
	"markerWidth",
	"maskContentUnits",
	"maskUnits",
	"numOctaves",
	"pathLength",
	"patternContentUnits",
	"patternTransform",
	"patternUnits",
	"pointsAtX",
	"pointsAtY",
	"pointsAtZ",
	"preserveAlpha",
	"preserveAspectRatio",
	"primitiveUnits",
	"refX",
	"refY",
	"repeatCount",
	"repeatDur",
	"requiredExtensions",
	"requiredFeatures",
	"specularConstant",
	"specularExponent",
	"spreadMethod",
	"startOffset",
	"stdDeviation",
	"stitchTiles",
	"surfaceScale",
	"systemLanguage",
	"tableValues",
	"targetX",
	"targetY",
	"textLength",
	"viewBox",
	"viewTarget",
	"xChannelSelector",
	"yChannelSelector",
	"zoomAndPan"
].map((attr) => [attr.toLowerCase(), attr]));
const XML_ATTRS_ADJUSTMENT_MAP = /* @__PURE__ */ new Map([
	["xlink:actuate", {
		prefix: "xlink",
		name: "actuate",
		namespace: NS.XLINK
	}],
	["xlink:arcrole", {
		prefix: "xlink",
		name: "arcrole",
		namespace: NS.XLINK
	}],
	["xlink:href", {
		prefix: "xlink",
		name: "href",
		namespace: NS.XLINK
	}],
	["xlink:role", {
		prefix: "xlink",
		name: "role",
		namespace: NS.XLINK
	}],
	["xlink:show", {
		prefix: "xlink",
		name: "show",
		namespace: NS.XLINK
	}],
	["xlink:title", {
		prefix: "xlink",
		name: "title",
		namespace: NS.XLINK
	}],
	["xlink:type", {
		prefix: "xlink",
		name: "type",
		namespace: NS.XLINK
	}],
	["xml:lang", {
		prefix: "xml",
		name: "lang",
		namespace: NS.XML
	}],
	["xml:space", {
		prefix: "xml",
		name: "space",
		namespace: NS.XML
	}],
	["xmlns", {
		prefix: "",
		name: "xmlns",
		namespace: NS.XMLNS
	}],
	["xmlns:xlink", {
		prefix: "xmlns",
		name: "xlink",
		namespace: NS.XMLNS
	}]
]);
const SVG_TAG_NAMES_ADJUSTMENT_MAP = new Map([
	"altGlyph",
	"altGlyphDef",
	"altGlyphItem",
	"animateColor",
	"animateMotion",
	"animateTransform",
	"clipPath",
	"feBlend",
	"feColorMatrix",
	"feComponentTransfer",
	"feComposite",
	"feConvolveMatrix",
	"feDiffuseLighting",
	"feDisplacementMap",
	"feDistantLight",
	"feFlood",
	"feFuncA",
	"feFuncB",
	"feFuncG",
	"feFuncR",
	"feGaussianBlur",
	"feImage",
	"feMerge",
	"feMergeNode",
	"feMorphology",
	"feOffset",
	"fePointLight",
	"feSpecularLighting",
	"feSpotLight",
	"feTile",
	"feTurbulence",
	"foreignObject",
	"glyphRef",
	"linearGradient",
	"radialGradient",
	"textPath"
].map((tn) => [tn.toLowerCase(), tn]));
const EXITS_FOREIGN_CONTENT = /* @__PURE__ */ new Set([
	TAG_ID.B,
	TAG_ID.BIG,
	TAG_ID.BLOCKQUOTE,
	TAG_ID.BODY,
	TAG_ID.BR,
	TAG_ID.CENTER,
	TAG_ID.CODE,
	TAG_ID.DD,
	TAG_ID.DIV,
	TAG_ID.DL,
	TAG_ID.DT,
	TAG_ID.EM,
	TAG_ID.EMBED,
	TAG_ID.H1,
	TAG_ID.H2,
	TAG_ID.H3,
	TAG_ID.H4,
	TAG_ID.H5,
	TAG_ID.H6,
	TAG_ID.HEAD,
	TAG_ID.HR,
	TAG_ID.I,
	TAG_ID.IMG,
	TAG_ID.LI,
	TAG_ID.LISTING,
	TAG_ID.MENU,
	TAG_ID.META,
	TAG_ID.NOBR,
	TAG_ID.OL,
	TAG_ID.P,
	TAG_ID.PRE,
	TAG_ID.RUBY,
	TAG_ID.S,
	TAG_ID.SMALL,
	TAG_ID.SPAN,
	TAG_ID.STRONG,
	TAG_ID.STRIKE,
	TAG_ID.SUB,
	TAG_ID.SUP,
	TAG_ID.TABLE,
	TAG_ID.TT,
	TAG_ID.U,
	TAG_ID.UL,
	TAG_ID.VAR
]);
function causesExit(startTagToken) {
	const tn = startTagToken.tagID;
	return tn === TAG_ID.FONT && startTagToken.attrs.some(({ name }) => name === ATTRS.COLOR || name === ATTRS.SIZE || name === ATTRS.FACE) || EXITS_FOREIGN_CONTENT.has(tn);
}
function adjustTokenMathMLAttrs(token) {
	for (let i = 0; i < token.attrs.length; i++) if (token.attrs[i].name === DEFINITION_URL_ATTR) {
		token.attrs[i].name = ADJUSTED_DEFINITION_URL_ATTR;
		break;
	}
}
function adjustTokenSVGAttrs(token) {
	for (let i = 0; i < token.attrs.length; i++) {
		const adjustedAttrName = SVG_ATTRS_ADJUSTMENT_MAP.get(token.attrs[i].name);
		if (adjustedAttrName != null) token.attrs[i].name = adjustedAttrName;
	}
}
function adjustTokenXMLAttrs(token) {
	for (let i = 0; i < token.attrs.length; i++) {
		const adjustedAttrEntry = XML_ATTRS_ADJUSTMENT_MAP.get(token.attrs[i].name);
		if (adjustedAttrEntry) {
			token.attrs[i].prefix = adjustedAttrEntry.prefix;
			token.attrs[i].name = adjustedAttrEntry.name;
			token.attrs[i].namespace = adjustedAttrEntry.namespace;
		}
	}
}
function adjustTokenSVGTagName(token) {
	const adjustedTagName = SVG_TAG_NAMES_ADJUSTMENT_MAP.get(token.tagName);
	if (adjustedTagName != null) {
		token.tagName = adjustedTagName;
		token.tagID = getTagID(token.tagName);
	}
}
function isMathMLTextIntegrationPoint(tn, ns) {
	return ns === NS.MATHML && (tn === TAG_ID.MI || tn === TAG_ID.MO || tn === TAG_ID.MN || tn === TAG_ID.MS || tn === TAG_ID.MTEXT);
}
function isHtmlIntegrationPoint(tn, ns, attrs) {
	if (ns === NS.MATHML && tn === TAG_ID.ANNOTATION_XML) {
		for (let i = 0; i < attrs.length; i++) if (attrs[i].name === ATTRS.ENCODING) {
			const value = attrs[i].value.toLowerCase();
			return value === MIME_TYPES.TEXT_HTML || value === MIME_TYPES.APPLICATION_XML;
		}
	}
	return ns === NS.SVG && (tn === TAG_ID.FOREIGN_OBJECT || tn === TAG_ID.DESC || tn === TAG_ID.TITLE);
}
function isIntegrationPoint(tn, ns, attrs, foreignNS) {
	return (!foreignNS || foreignNS === NS.HTML) && isHtmlIntegrationPoint(tn, ns, attrs) || (!foreignNS || foreignNS === NS.MATHML) && isMathMLTextIntegrationPoint(tn, ns);
}
// node_modules/parse5/dist/parser/index.js
const INSERTION_MODE_TAGS = [
	TAG_ID.TR,
	TAG_ID.TBODY,
	TAG_ID.THEAD,
	TAG_ID.TFOOT,
	TAG_ID.CAPTION,
	TAG_ID.COLGROUP,
	TAG_ID.TABLE,
	TAG_ID.FRAMESET,
	TAG_ID.SELECT,
	TAG_ID.TEMPLATE,
	TAG_ID.TD,
	TAG_ID.TH,
	TAG_ID.HEAD,
	TAG_ID.BODY,
	TAG_ID.HTML
];
const HIDDEN_INPUT_TYPE = "hidden";
const EMPTY_ATTRS = [];
const AA_OUTER_LOOP_ITER = 8;
const AA_INNER_LOOP_ITER = 3;
var InsertionMode;
(function(InsertionMode) {
	InsertionMode[InsertionMode["INITIAL"] = 0] = "INITIAL";
	InsertionMode[InsertionMode["BEFORE_HTML"] = 1] = "BEFORE_HTML";
	InsertionMode[InsertionMode["BEFORE_HEAD"] = 2] = "BEFORE_HEAD";
	InsertionMode[InsertionMode["IN_HEAD"] = 3] = "IN_HEAD";
	InsertionMode[InsertionMode["IN_HEAD_NO_SCRIPT"] = 4] = "IN_HEAD_NO_SCRIPT";
	InsertionMode[InsertionMode["AFTER_HEAD"] = 5] = "AFTER_HEAD";
	InsertionMode[InsertionMode["IN_BODY"] = 6] = "IN_BODY";
	InsertionMode[InsertionMode["TEXT"] = 7] = "TEXT";
	InsertionMode[InsertionMode["IN_TABLE"] = 8] = "IN_TABLE";
	InsertionMode[InsertionMode["IN_TABLE_TEXT"] = 9] = "IN_TABLE_TEXT";
	InsertionMode[InsertionMode["IN_CAPTION"] = 10] = "IN_CAPTION";
	InsertionMode[InsertionMode["IN_COLUMN_GROUP"] = 11] = "IN_COLUMN_GROUP";
	InsertionMode[InsertionMode["IN_TABLE_BODY"] = 12] = "IN_TABLE_BODY";
	InsertionMode[InsertionMode["IN_ROW"] = 13] = "IN_ROW";
	InsertionMode[InsertionMode["IN_CELL"] = 14] = "IN_CELL";
	InsertionMode[InsertionMode["IN_SELECT"] = 15] = "IN_SELECT";
	InsertionMode[InsertionMode["IN_SELECT_IN_TABLE"] = 16] = "IN_SELECT_IN_TABLE";
	InsertionMode[InsertionMode["IN_TEMPLATE"] = 17] = "IN_TEMPLATE";
	InsertionMode[InsertionMode["AFTER_BODY"] = 18] = "AFTER_BODY";
	InsertionMode[InsertionMode["IN_FRAMESET"] = 19] = "IN_FRAMESET";
	InsertionMode[InsertionMode["AFTER_FRAMESET"] = 20] = "AFTER_FRAMESET";
	InsertionMode[InsertionMode["AFTER_AFTER_BODY"] = 21] = "AFTER_AFTER_BODY";
	InsertionMode[InsertionMode["AFTER_AFTER_FRAMESET"] = 22] = "AFTER_AFTER_FRAMESET";
})(InsertionMode || (InsertionMode = {}));
const BASE_LOC = {
	startLine: -1,
	startCol: -1,
	startOffset: -1,
	endLine: -1,
	endCol: -1,
	endOffset: -1
};
const TABLE_STRUCTURE_TAGS = /* @__PURE__ */ new Set([
	TAG_ID.TABLE,
	TAG_ID.TBODY,
	TAG_ID.TFOOT,
	TAG_ID.THEAD,
	TAG_ID.TR
]);
const defaultParserOptions = {
	scriptingEnabled: true,
	sourceCodeLocationInfo: false,
	treeAdapter: defaultTreeAdapter,
	onParseError: null
};
var Parser = class {
	constructor(options, document, fragmentContext = null, scriptHandler = null) {
		this.fragmentContext = fragmentContext;
		this.scriptHandler = scriptHandler;
		this.currentToken = null;
		this.stopped = false;
		this.insertionMode = InsertionMode.INITIAL;
		this.originalInsertionMode = InsertionMode.INITIAL;
		this.headElement = null;
		this.formElement = null;
		this.currentNotInHTML = false;
		this.tmplInsertionModeStack = [];
		this.pendingCharacterTokens = [];
		this.hasNonWhitespacePendingCharacterToken = false;
		this.framesetOk = true;
		this.skipNextNewLine = false;
		this.fosterParentingEnabled = false;
		this.options = {
			...defaultParserOptions,
			...options
		};
		this.treeAdapter = this.options.treeAdapter;
		this.onParseError = this.options.onParseError;
		if (this.onParseError) this.options.sourceCodeLocationInfo = true;
		this.document = document !== null && document !== void 0 ? document : this.treeAdapter.createDocument();
		this.tokenizer = new Tokenizer(this.options, this);
		this.activeFormattingElements = new FormattingElementList();
		this.fragmentContextID = fragmentContext ? getTagID(this.treeAdapter.getTagName(fragmentContext)) : TAG_ID.UNKNOWN;
		this._setContextModes(fragmentContext !== null && fragmentContext !== void 0 ? fragmentContext : this.document, this.fragmentContextID);
		this.openElements = new OpenElementStack(this.document, this.treeAdapter, this);
	}
	static parse(html, options) {
		const parser = new this(options);
		parser.tokenizer.write(html, true);
		return parser.document;
	}
	static getFragmentParser(fragmentContext, options) {
		const opts = {
			...defaultParserOptions,
			...options
		};
		fragmentContext !== null && fragmentContext !== void 0 || (fragmentContext = opts.treeAdapter.createElement(TAG_NAMES.TEMPLATE, NS.HTML, []));
		const documentMock = opts.treeAdapter.createElement("documentmock", NS.HTML, []);
		const parser = new this(opts, documentMock, fragmentContext);
		if (parser.fragmentContextID === TAG_ID.TEMPLATE) parser.tmplInsertionModeStack.push(InsertionMode.IN_TEMPLATE);
		parser._initTokenizerForFragmentParsing();
		parser._insertFakeRootElement();
		parser._resetInsertionMode();
		parser._findFormInFragmentContext();
		return parser;
	}
	getFragment() {
		const rootElement = this.treeAdapter.getFirstChild(this.document);
		const fragment = this.treeAdapter.createDocumentFragment();
		this._adoptNodes(rootElement, fragment);
		return fragment;
	}
	_err(token, code, beforeToken) {
		var _a;
		if (!this.onParseError) return;
		const loc = (_a = token.location) !== null && _a !== void 0 ? _a : BASE_LOC;
		const err = {
			code,
			startLine: loc.startLine,
			startCol: loc.startCol,
			startOffset: loc.startOffset,
			endLine: beforeToken ? loc.startLine : loc.endLine,
			endCol: beforeToken ? loc.startCol : loc.endCol,
			endOffset: beforeToken ? loc.startOffset : loc.endOffset
		};
		this.onParseError(err);
	}
	onItemPush(node, tid, isTop) {
		var _a, _b;
		(_b = (_a = this.treeAdapter).onItemPush) === null || _b === void 0 || _b.call(_a, node);
		if (isTop && this.openElements.stackTop > 0) this._setContextModes(node, tid);
	}
	onItemPop(node, isTop) {
		var _a, _b, _c;
		if (this.options.sourceCodeLocationInfo) this._setEndLocation(node, this.currentToken);
		(_b = (_a = this.treeAdapter).onItemPop) === null || _b === void 0 || _b.call(_a, node, this.openElements.current);
		(_c = this.annotationXmlIntegrationPoints) === null || _c === void 0 || _c.delete(node);
		if (isTop) {
			let current;
			let currentTagId;
			if (this.openElements.stackTop === 0 && this.fragmentContext) {
				current = this.fragmentContext;
				currentTagId = this.fragmentContextID;
			} else ({current, currentTagId} = this.openElements);
			this._setContextModes(current, currentTagId);
		}
	}
	_setContextModes(current, tid) {
		const isHTML = current === this.document || current && this.treeAdapter.getNamespaceURI(current) === NS.HTML;
		this.currentNotInHTML = !isHTML;
		this.tokenizer.inForeignNode = !isHTML && current !== void 0 && tid !== void 0 && !this._isIntegrationPoint(tid, current);
	}
	_switchToTextParsing(currentToken, nextTokenizerState) {
		this._insertElement(currentToken, NS.HTML);
		this.tokenizer.state = nextTokenizerState;
		this.originalInsertionMode = this.insertionMode;
		this.insertionMode = InsertionMode.TEXT;
	}
	switchToPlaintextParsing() {
		this.insertionMode = InsertionMode.TEXT;
		this.originalInsertionMode = InsertionMode.IN_BODY;
		this.tokenizer.state = TokenizerMode.PLAINTEXT;
	}
	_getAdjustedCurrentElement() {
		return this.openElements.stackTop === 0 && this.fragmentContext ? this.fragmentContext : this.openElements.current;
	}
	_findFormInFragmentContext() {
		let node = this.fragmentContext;
		while (node) {
			if (this.treeAdapter.getTagName(node) === TAG_NAMES.FORM && this.treeAdapter.getNamespaceURI(node) === NS.HTML) {
				this.formElement = node;
				break;
			}
			node = this.treeAdapter.getParentNode(node);
		}
	}
	_initTokenizerForFragmentParsing() {
		if (!this.fragmentContext || this.treeAdapter.getNamespaceURI(this.fragmentContext) !== NS.HTML) return;
		switch (this.fragmentContextID) {
			case TAG_ID.TITLE:
			case TAG_ID.TEXTAREA:
				this.tokenizer.state = TokenizerMode.RCDATA;
				break;
			case TAG_ID.STYLE:
			case TAG_ID.XMP:
			case TAG_ID.IFRAME:
			case TAG_ID.NOEMBED:
			case TAG_ID.NOFRAMES:
			case TAG_ID.NOSCRIPT:
				this.tokenizer.state = TokenizerMode.RAWTEXT;
				break;
			case TAG_ID.SCRIPT:
				this.tokenizer.state = TokenizerMode.SCRIPT_DATA;
				break;
			case TAG_ID.PLAINTEXT: this.tokenizer.state = TokenizerMode.PLAINTEXT;
		}
	}
	_setDocumentType(token) {
		const name = token.name || "";
		const publicId = token.publicId || "";
		const systemId = token.systemId || "";
		this.treeAdapter.setDocumentType(this.document, name, publicId, systemId);
		if (token.location) {
			const docTypeNode = this.treeAdapter.getChildNodes(this.document).find((node) => this.treeAdapter.isDocumentTypeNode(node));
			if (docTypeNode) this.treeAdapter.setNodeSourceCodeLocation(docTypeNode, token.location);
		}
	}
	_attachElementToTree(element, location, insertionLocation) {
		if (this.options.sourceCodeLocationInfo) {
			const loc = location && {
				...location,
				startTag: location
			};
			this.treeAdapter.setNodeSourceCodeLocation(element, loc);
		}
		if (insertionLocation.beforeElement) this.treeAdapter.insertBefore(insertionLocation.parent, element, insertionLocation.beforeElement);
		else this.treeAdapter.appendChild(insertionLocation.parent, element);
	}
	_getInsertionLocation() {
		var _a;
		if (this._shouldFosterParentOnInsertion()) return this._findFosterParentingLocation();
		return {
			parent: (_a = this.openElements.currentTmplContentOrNode) !== null && _a !== void 0 ? _a : this.document,
			beforeElement: null
		};
	}
	_createElement(tagName, namespaceURI, attrs, intendedParent) {
		var _a, _b;
		const element = this.treeAdapter.createElement(tagName, namespaceURI, attrs);
		(_b = (_a = this.treeAdapter).onElementCreated) === null || _b === void 0 || _b.call(_a, element, {
			intendedParent,
			formElement: this.formElement,
			isInTemplate: this.openElements.tmplCount > 0
		});
		return element;
	}
	_appendElement(token, namespaceURI) {
		const insertionLocation = this._getInsertionLocation();
		const element = this._createElement(token.tagName, namespaceURI, token.attrs, insertionLocation.parent);
		this._attachElementToTree(element, token.location, insertionLocation);
	}
	_insertElement(token, namespaceURI) {
		const insertionLocation = this._getInsertionLocation();
		const element = this._createElement(token.tagName, namespaceURI, token.attrs, insertionLocation.parent);
		this._attachElementToTree(element, token.location, insertionLocation);
		this.openElements.push(element, token.tagID);
	}
	_insertFakeElement(tagName, tagID) {
		const insertionLocation = this._getInsertionLocation();
		const element = this._createElement(tagName, NS.HTML, [], insertionLocation.parent);
		this._attachElementToTree(element, null, insertionLocation);
		this.openElements.push(element, tagID);
	}
	_insertTemplate(token) {
		const insertionLocation = this._getInsertionLocation();
		const tmpl = this._createElement(token.tagName, NS.HTML, token.attrs, insertionLocation.parent);
		const content = this.treeAdapter.createDocumentFragment();
		this.treeAdapter.setTemplateContent(tmpl, content);
		this._attachElementToTree(tmpl, token.location, insertionLocation);
		this.openElements.push(tmpl, token.tagID);
		if (this.options.sourceCodeLocationInfo) this.treeAdapter.setNodeSourceCodeLocation(content, null);
	}
	_insertFakeRootElement() {
		const element = this._createElement(TAG_NAMES.HTML, NS.HTML, [], this.document);
		if (this.options.sourceCodeLocationInfo) this.treeAdapter.setNodeSourceCodeLocation(element, null);
		this.treeAdapter.appendChild(this.document, element);
		this.openElements.push(element, TAG_ID.HTML);
	}
	_appendCommentNode(token, parent) {
		const commentNode = this.treeAdapter.createCommentNode(token.data);
		this.treeAdapter.appendChild(parent, commentNode);
		if (this.options.sourceCodeLocationInfo) this.treeAdapter.setNodeSourceCodeLocation(commentNode, token.location);
	}
	_insertCharacters(token) {
		let parent;
		let beforeElement;
		if (this._shouldFosterParentOnInsertion()) {
			({parent, beforeElement} = this._findFosterParentingLocation());
			if (beforeElement) this.treeAdapter.insertTextBefore(parent, token.chars, beforeElement);
			else this.treeAdapter.insertText(parent, token.chars);
		} else {
			parent = this.openElements.currentTmplContentOrNode;
			this.treeAdapter.insertText(parent, token.chars);
		}
		if (!token.location) return;
		const siblings = this.treeAdapter.getChildNodes(parent);
		const textNode = siblings[(beforeElement ? siblings.lastIndexOf(beforeElement) : siblings.length) - 1];
		if (this.treeAdapter.getNodeSourceCodeLocation(textNode)) {
			const { endLine, endCol, endOffset } = token.location;
			this.treeAdapter.updateNodeSourceCodeLocation(textNode, {
				endLine,
				endCol,
				endOffset
			});
		} else if (this.options.sourceCodeLocationInfo) this.treeAdapter.setNodeSourceCodeLocation(textNode, token.location);
	}
	_adoptNodes(donor, recipient) {
		const children = [...this.treeAdapter.getChildNodes(donor)];
		for (let i = children.length - 1; i >= 0; i--) this.treeAdapter.detachNode(children[i]);
		for (const child of children) this.treeAdapter.appendChild(recipient, child);
	}
	_setEndLocation(element, closingToken) {
		if (this.treeAdapter.getNodeSourceCodeLocation(element) && closingToken.location) {
			const ctLoc = closingToken.location;
			const tn = this.treeAdapter.getTagName(element);
			const endLoc = closingToken.type === TokenType.END_TAG && tn === closingToken.tagName ? {
				endTag: { ...ctLoc },
				endLine: ctLoc.endLine,
				endCol: ctLoc.endCol,
				endOffset: ctLoc.endOffset
			} : {
				endLine: ctLoc.startLine,
				endCol: ctLoc.startCol,
				endOffset: ctLoc.startOffset
			};
			this.treeAdapter.updateNodeSourceCodeLocation(element, endLoc);
		}
	}
	shouldProcessStartTagTokenInForeignContent(token) {
		if (!this.currentNotInHTML) return false;
		let current;
		let currentTagId;
		if (this.openElements.stackTop === 0 && this.fragmentContext) {
			current = this.fragmentContext;
			currentTagId = this.fragmentContextID;
		} else ({current, currentTagId} = this.openElements);
		if (token.tagID === TAG_ID.SVG && this.treeAdapter.getTagName(current) === TAG_NAMES.ANNOTATION_XML && this.treeAdapter.getNamespaceURI(current) === NS.MATHML) return false;
		return this.tokenizer.inForeignNode || (token.tagID === TAG_ID.MGLYPH || token.tagID === TAG_ID.MALIGNMARK) && currentTagId !== void 0 && !this._isIntegrationPoint(currentTagId, current, NS.HTML);
	}
	_processToken(token) {
		switch (token.type) {
			case TokenType.CHARACTER:
				this.onCharacter(token);
				break;
			case TokenType.NULL_CHARACTER:
				this.onNullCharacter(token);
				break;
			case TokenType.COMMENT:
				this.onComment(token);
				break;
			case TokenType.DOCTYPE:
				this.onDoctype(token);
				break;
			case TokenType.START_TAG:
				this._processStartTag(token);
				break;
			case TokenType.END_TAG:
				this.onEndTag(token);
				break;
			case TokenType.EOF:
				this.onEof(token);
				break;
			case TokenType.WHITESPACE_CHARACTER: this.onWhitespaceCharacter(token);
		}
	}
	_isIntegrationPoint(tid, element, foreignNS) {
		var _a;
		const ns = this.treeAdapter.getNamespaceURI(element);
		if (tid === TAG_ID.ANNOTATION_XML && ns === NS.MATHML && foreignNS !== NS.MATHML) {
			const verdicts = (_a = this.annotationXmlIntegrationPoints) !== null && _a !== void 0 ? _a : this.annotationXmlIntegrationPoints = /* @__PURE__ */ new Map();
			let isIntegrationPoint$1 = verdicts.get(element);
			if (isIntegrationPoint$1 === void 0) {
				isIntegrationPoint$1 = isIntegrationPoint(tid, ns, this.treeAdapter.getAttrList(element));
				verdicts.set(element, isIntegrationPoint$1);
			}
			return isIntegrationPoint$1;
		}
		return isIntegrationPoint(tid, ns, EMPTY_ATTRS, foreignNS);
	}
	_reconstructActiveFormattingElements() {
		let oldest = null;
		for (let entry = this.activeFormattingElements.newest; entry !== null && entry.type === EntryType.Element && !this.openElements.contains(entry.element); entry = entry.older) oldest = entry;
		for (let entry = oldest; entry !== null && entry.type === EntryType.Element; entry = entry.newer) {
			this._insertElement(entry.token, this.treeAdapter.getNamespaceURI(entry.element));
			this.activeFormattingElements.replaceElement(entry, this.openElements.current);
		}
	}
	_closeTableCell() {
		this.openElements.generateImpliedEndTags();
		this.openElements.popUntilTableCellPopped();
		this.activeFormattingElements.clearToLastMarker();
		this.insertionMode = InsertionMode.IN_ROW;
	}
	_closePElement() {
		this.openElements.generateImpliedEndTagsWithExclusion(TAG_ID.P);
		this.openElements.popUntilTagNamePopped(TAG_ID.P);
	}
	_resetInsertionMode() {
		const i = this.openElements.indexOfTopmostOf(INSERTION_MODE_TAGS);
		const tn = i === 0 && this.fragmentContext ? this.fragmentContextID : this.openElements.tagIDs[i];
		const node = i === 0 && this.fragmentContext ? this.fragmentContext : this.openElements.items[i];
		if (node !== void 0 && this.treeAdapter.getNamespaceURI(node) === NS.HTML) switch (tn) {
			case TAG_ID.TR:
				this.insertionMode = InsertionMode.IN_ROW;
				return;
			case TAG_ID.TBODY:
			case TAG_ID.THEAD:
			case TAG_ID.TFOOT:
				this.insertionMode = InsertionMode.IN_TABLE_BODY;
				return;
			case TAG_ID.CAPTION:
				this.insertionMode = InsertionMode.IN_CAPTION;
				return;
			case TAG_ID.COLGROUP:
				this.insertionMode = InsertionMode.IN_COLUMN_GROUP;
				return;
			case TAG_ID.TABLE:
				this.insertionMode = InsertionMode.IN_TABLE;
				return;
			case TAG_ID.BODY:
				this.insertionMode = InsertionMode.IN_BODY;
				return;
			case TAG_ID.FRAMESET:
				this.insertionMode = InsertionMode.IN_FRAMESET;
				return;
			case TAG_ID.SELECT:
				this._resetInsertionModeForSelect(i);
				return;
			case TAG_ID.TEMPLATE:
				this.insertionMode = this.tmplInsertionModeStack[this.tmplInsertionModeStack.length - 1];
				return;
			case TAG_ID.HTML:
				this.insertionMode = this.headElement ? InsertionMode.AFTER_HEAD : InsertionMode.BEFORE_HEAD;
				return;
			case TAG_ID.TD:
			case TAG_ID.TH:
				if (i > 0) {
					this.insertionMode = InsertionMode.IN_CELL;
					return;
				}
				break;
			case TAG_ID.HEAD: if (i > 0) {
				this.insertionMode = InsertionMode.IN_HEAD;
				return;
			}
		}
		this.insertionMode = InsertionMode.IN_BODY;
	}
	_resetInsertionModeForSelect(selectIdx) {
		if (selectIdx > 0) {
			const tableIdx = this.openElements.indexOfTopmost(TAG_ID.TABLE);
			if (tableIdx > 0 && tableIdx > this.openElements.indexOfTopmost(TAG_ID.TEMPLATE)) {
				this.insertionMode = InsertionMode.IN_SELECT_IN_TABLE;
				return;
			}
		}
		this.insertionMode = InsertionMode.IN_SELECT;
	}
	_isElementCausesFosterParenting(tn) {
		return TABLE_STRUCTURE_TAGS.has(tn);
	}
	_shouldFosterParentOnInsertion() {
		return this.fosterParentingEnabled && this.openElements.currentTagId !== void 0 && this._isElementCausesFosterParenting(this.openElements.currentTagId);
	}
	_findFosterParentingLocation() {
		const { openElements } = this;
		const tableIdx = openElements.indexOfTopmost(TAG_ID.TABLE);
		const templateIdx = openElements.indexOfTopmost(TAG_ID.TEMPLATE);
		if (templateIdx > tableIdx) return {
			parent: this.treeAdapter.getTemplateContent(openElements.items[templateIdx]),
			beforeElement: null
		};
		if (tableIdx !== -1) {
			const table = openElements.items[tableIdx];
			const parent = this.treeAdapter.getParentNode(table);
			if (parent) return {
				parent,
				beforeElement: table
			};
			return {
				parent: openElements.items[openElements.slotBelow(tableIdx)],
				beforeElement: null
			};
		}
		return {
			parent: openElements.items[0],
			beforeElement: null
		};
	}
	_fosterParentElement(element) {
		const location = this._findFosterParentingLocation();
		if (location.beforeElement) this.treeAdapter.insertBefore(location.parent, element, location.beforeElement);
		else this.treeAdapter.appendChild(location.parent, element);
	}
	_isSpecialElement(element, id) {
		const ns = this.treeAdapter.getNamespaceURI(element);
		return SPECIAL_ELEMENTS[ns].has(id);
	}
	onCharacter(token) {
		this.skipNextNewLine = false;
		if (this.tokenizer.inForeignNode) {
			characterInForeignContent(this, token);
			return;
		}
		switch (this.insertionMode) {
			case InsertionMode.INITIAL:
				tokenInInitialMode(this, token);
				break;
			case InsertionMode.BEFORE_HTML:
				tokenBeforeHtml(this, token);
				break;
			case InsertionMode.BEFORE_HEAD:
				tokenBeforeHead(this, token);
				break;
			case InsertionMode.IN_HEAD:
				tokenInHead(this, token);
				break;
			case InsertionMode.IN_HEAD_NO_SCRIPT:
				tokenInHeadNoScript(this, token);
				break;
			case InsertionMode.AFTER_HEAD:
				tokenAfterHead(this, token);
				break;
			case InsertionMode.IN_BODY:
			case InsertionMode.IN_CAPTION:
			case InsertionMode.IN_CELL:
			case InsertionMode.IN_TEMPLATE:
				characterInBody(this, token);
				break;
			case InsertionMode.TEXT:
			case InsertionMode.IN_SELECT:
			case InsertionMode.IN_SELECT_IN_TABLE:
				this._insertCharacters(token);
				break;
			case InsertionMode.IN_TABLE:
			case InsertionMode.IN_TABLE_BODY:
			case InsertionMode.IN_ROW:
				characterInTable(this, token);
				break;
			case InsertionMode.IN_TABLE_TEXT:
				characterInTableText(this, token);
				break;
			case InsertionMode.IN_COLUMN_GROUP:
				tokenInColumnGroup(this, token);
				break;
			case InsertionMode.AFTER_BODY:
				tokenAfterBody(this, token);
				break;
			case InsertionMode.AFTER_AFTER_BODY: tokenAfterAfterBody(this, token);
		}
	}
	onNullCharacter(token) {
		this.skipNextNewLine = false;
		if (this.tokenizer.inForeignNode) {
			nullCharacterInForeignContent(this, token);
			return;
		}
		switch (this.insertionMode) {
			case InsertionMode.INITIAL:
				tokenInInitialMode(this, token);
				break;
			case InsertionMode.BEFORE_HTML:
				tokenBeforeHtml(this, token);
				break;
			case InsertionMode.BEFORE_HEAD:
				tokenBeforeHead(this, token);
				break;
			case InsertionMode.IN_HEAD:
				tokenInHead(this, token);
				break;
			case InsertionMode.IN_HEAD_NO_SCRIPT:
				tokenInHeadNoScript(this, token);
				break;
			case InsertionMode.AFTER_HEAD:
				tokenAfterHead(this, token);
				break;
			case InsertionMode.TEXT:
				this._insertCharacters(token);
				break;
			case InsertionMode.IN_TABLE:
			case InsertionMode.IN_TABLE_BODY:
			case InsertionMode.IN_ROW:
				characterInTable(this, token);
				break;
			case InsertionMode.IN_COLUMN_GROUP:
				tokenInColumnGroup(this, token);
				break;
			case InsertionMode.AFTER_BODY:
				tokenAfterBody(this, token);
				break;
			case InsertionMode.AFTER_AFTER_BODY: tokenAfterAfterBody(this, token);
		}
	}
	onComment(token) {
		this.skipNextNewLine = false;
		if (this.currentNotInHTML) {
			appendComment(this, token);
			return;
		}
		switch (this.insertionMode) {
			case InsertionMode.INITIAL:
			case InsertionMode.BEFORE_HTML:
			case InsertionMode.BEFORE_HEAD:
			case InsertionMode.IN_HEAD:
			case InsertionMode.IN_HEAD_NO_SCRIPT:
			case InsertionMode.AFTER_HEAD:
			case InsertionMode.IN_BODY:
			case InsertionMode.IN_TABLE:
			case InsertionMode.IN_CAPTION:
			case InsertionMode.IN_COLUMN_GROUP:
			case InsertionMode.IN_TABLE_BODY:
			case InsertionMode.IN_ROW:
			case InsertionMode.IN_CELL:
			case InsertionMode.IN_SELECT:
			case InsertionMode.IN_SELECT_IN_TABLE:
			case InsertionMode.IN_TEMPLATE:
			case InsertionMode.IN_FRAMESET:
			case InsertionMode.AFTER_FRAMESET:
				appendComment(this, token);
				break;
			case InsertionMode.IN_TABLE_TEXT:
				tokenInTableText(this, token);
				break;
			case InsertionMode.AFTER_BODY:
				appendCommentToRootHtmlElement(this, token);
				break;
			case InsertionMode.AFTER_AFTER_BODY:
			case InsertionMode.AFTER_AFTER_FRAMESET: appendCommentToDocument(this, token);
		}
	}
	onDoctype(token) {
		this.skipNextNewLine = false;
		switch (this.insertionMode) {
			case InsertionMode.INITIAL:
				doctypeInInitialMode(this, token);
				break;
			case InsertionMode.BEFORE_HEAD:
			case InsertionMode.IN_HEAD:
			case InsertionMode.IN_HEAD_NO_SCRIPT:
			case InsertionMode.AFTER_HEAD:
				this._err(token, ERR.misplacedDoctype);
				break;
			case InsertionMode.IN_TABLE_TEXT: tokenInTableText(this, token);
		}
	}
	onStartTag(token) {
		this.skipNextNewLine = false;
		this.currentToken = token;
		this._processStartTag(token);
		if (token.selfClosing && !token.ackSelfClosing) this._err(token, ERR.nonVoidHtmlElementStartTagWithTrailingSolidus);
	}
	_processStartTag(token) {
		if (this.shouldProcessStartTagTokenInForeignContent(token)) startTagInForeignContent(this, token);
		else this._startTagOutsideForeignContent(token);
	}
	_startTagOutsideForeignContent(token) {
		switch (this.insertionMode) {
			case InsertionMode.INITIAL:
				tokenInInitialMode(this, token);
				break;
			case InsertionMode.BEFORE_HTML:
				startTagBeforeHtml(this, token);
				break;
			case InsertionMode.BEFORE_HEAD:
				startTagBeforeHead(this, token);
				break;
			case InsertionMode.IN_HEAD:
				startTagInHead(this, token);
				break;
			case InsertionMode.IN_HEAD_NO_SCRIPT:
				startTagInHeadNoScript(this, token);
				break;
			case InsertionMode.AFTER_HEAD:
				startTagAfterHead(this, token);
				break;
			case InsertionMode.IN_BODY:
				startTagInBody(this, token);
				break;
			case InsertionMode.IN_TABLE:
				startTagInTable(this, token);
				break;
			case InsertionMode.IN_TABLE_TEXT:
				tokenInTableText(this, token);
				break;
			case InsertionMode.IN_CAPTION:
				startTagInCaption(this, token);
				break;
			case InsertionMode.IN_COLUMN_GROUP:
				startTagInColumnGroup(this, token);
				break;
			case InsertionMode.IN_TABLE_BODY:
				startTagInTableBody(this, token);
				break;
			case InsertionMode.IN_ROW:
				startTagInRow(this, token);
				break;
			case InsertionMode.IN_CELL:
				startTagInCell(this, token);
				break;
			case InsertionMode.IN_SELECT:
				startTagInSelect(this, token);
				break;
			case InsertionMode.IN_SELECT_IN_TABLE:
				startTagInSelectInTable(this, token);
				break;
			case InsertionMode.IN_TEMPLATE:
				startTagInTemplate(this, token);
				break;
			case InsertionMode.AFTER_BODY:
				startTagAfterBody(this, token);
				break;
			case InsertionMode.IN_FRAMESET:
				startTagInFrameset(this, token);
				break;
			case InsertionMode.AFTER_FRAMESET:
				startTagAfterFrameset(this, token);
				break;
			case InsertionMode.AFTER_AFTER_BODY:
				startTagAfterAfterBody(this, token);
				break;
			case InsertionMode.AFTER_AFTER_FRAMESET: startTagAfterAfterFrameset(this, token);
		}
	}
	onEndTag(token) {
		this.skipNextNewLine = false;
		this.currentToken = token;
		if (this.currentNotInHTML) endTagInForeignContent(this, token);
		else this._endTagOutsideForeignContent(token);
	}
	_endTagOutsideForeignContent(token) {
		switch (this.insertionMode) {
			case InsertionMode.INITIAL:
				tokenInInitialMode(this, token);
				break;
			case InsertionMode.BEFORE_HTML:
				endTagBeforeHtml(this, token);
				break;
			case InsertionMode.BEFORE_HEAD:
				endTagBeforeHead(this, token);
				break;
			case InsertionMode.IN_HEAD:
				endTagInHead(this, token);
				break;
			case InsertionMode.IN_HEAD_NO_SCRIPT:
				endTagInHeadNoScript(this, token);
				break;
			case InsertionMode.AFTER_HEAD:
				endTagAfterHead(this, token);
				break;
			case InsertionMode.IN_BODY:
				endTagInBody(this, token);
				break;
			case InsertionMode.TEXT:
				endTagInText(this, token);
				break;
			case InsertionMode.IN_TABLE:
				endTagInTable(this, token);
				break;
			case InsertionMode.IN_TABLE_TEXT:
				tokenInTableText(this, token);
				break;
			case InsertionMode.IN_CAPTION:
				endTagInCaption(this, token);
				break;
			case InsertionMode.IN_COLUMN_GROUP:
				endTagInColumnGroup(this, token);
				break;
			case InsertionMode.IN_TABLE_BODY:
				endTagInTableBody(this, token);
				break;
			case InsertionMode.IN_ROW:
				endTagInRow(this, token);
				break;
			case InsertionMode.IN_CELL:
				endTagInCell(this, token);
				break;
			case InsertionMode.IN_SELECT:
				endTagInSelect(this, token);
				break;
			case InsertionMode.IN_SELECT_IN_TABLE:
				endTagInSelectInTable(this, token);
				break;
			case InsertionMode.IN_TEMPLATE:
				endTagInTemplate(this, token);
				break;
			case InsertionMode.AFTER_BODY:
				endTagAfterBody(this, token);
				break;
			case InsertionMode.IN_FRAMESET:
				endTagInFrameset(this, token);
				break;
			case InsertionMode.AFTER_FRAMESET:
				endTagAfterFrameset(this, token);
				break;
			case InsertionMode.AFTER_AFTER_BODY: tokenAfterAfterBody(this, token);
		}
	}
	onEof(token) {
		switch (this.insertionMode) {
			case InsertionMode.INITIAL:
				tokenInInitialMode(this, token);
				break;
			case InsertionMode.BEFORE_HTML:
				tokenBeforeHtml(this, token);
				break;
			case InsertionMode.BEFORE_HEAD:
				tokenBeforeHead(this, token);
				break;
			case InsertionMode.IN_HEAD:
				tokenInHead(this, token);
				break;
			case InsertionMode.IN_HEAD_NO_SCRIPT:
				tokenInHeadNoScript(this, token);
				break;
			case InsertionMode.AFTER_HEAD:
				tokenAfterHead(this, token);
				break;
			case InsertionMode.IN_BODY:
			case InsertionMode.IN_TABLE:
			case InsertionMode.IN_CAPTION:
			case InsertionMode.IN_COLUMN_GROUP:
			case InsertionMode.IN_TABLE_BODY:
			case InsertionMode.IN_ROW:
			case InsertionMode.IN_CELL:
			case InsertionMode.IN_SELECT:
			case InsertionMode.IN_SELECT_IN_TABLE:
				eofInBody(this, token);
				break;
			case InsertionMode.TEXT:
				eofInText(this, token);
				break;
			case InsertionMode.IN_TABLE_TEXT:
				tokenInTableText(this, token);
				break;
			case InsertionMode.IN_TEMPLATE:
				eofInTemplate(this, token);
				break;
			case InsertionMode.AFTER_BODY:
			case InsertionMode.IN_FRAMESET:
			case InsertionMode.AFTER_FRAMESET:
			case InsertionMode.AFTER_AFTER_BODY:
			case InsertionMode.AFTER_AFTER_FRAMESET: stopParsing(this, token);
		}
	}
	onWhitespaceCharacter(token) {
		if (this.skipNextNewLine) {
			this.skipNextNewLine = false;
			if (token.chars.charCodeAt(0) === CODE_POINTS.LINE_FEED) {
				if (token.chars.length === 1) return;
				token.chars = token.chars.substr(1);
			}
		}
		if (this.tokenizer.inForeignNode) {
			this._insertCharacters(token);
			return;
		}
		switch (this.insertionMode) {
			case InsertionMode.IN_HEAD:
			case InsertionMode.IN_HEAD_NO_SCRIPT:
			case InsertionMode.AFTER_HEAD:
			case InsertionMode.TEXT:
			case InsertionMode.IN_COLUMN_GROUP:
			case InsertionMode.IN_SELECT:
			case InsertionMode.IN_SELECT_IN_TABLE:
			case InsertionMode.IN_FRAMESET:
			case InsertionMode.AFTER_FRAMESET:
				this._insertCharacters(token);
				break;
			case InsertionMode.IN_BODY:
			case InsertionMode.IN_CAPTION:
			case InsertionMode.IN_CELL:
			case InsertionMode.IN_TEMPLATE:
			case InsertionMode.AFTER_BODY:
			case InsertionMode.AFTER_AFTER_BODY:
			case InsertionMode.AFTER_AFTER_FRAMESET:
				whitespaceCharacterInBody(this, token);
				break;
			case InsertionMode.IN_TABLE:
			case InsertionMode.IN_TABLE_BODY:
			case InsertionMode.IN_ROW:
				characterInTable(this, token);
				break;
			case InsertionMode.IN_TABLE_TEXT: whitespaceCharacterInTableText(this, token);
		}
	}
};
function aaObtainFormattingElementEntry(p, token) {
	let formattingElementEntry = p.activeFormattingElements.getElementEntryInScopeWithTagName(token.tagName);
	if (formattingElementEntry) {
		if (!p.openElements.contains(formattingElementEntry.element)) {
			p.activeFormattingElements.removeEntry(formattingElementEntry);
			formattingElementEntry = null;
		} else if (!p.openElements.hasInScope(token.tagID, formattingElementEntry.element)) formattingElementEntry = null;
	} else genericEndTagInBody(p, token);
	return formattingElementEntry;
}
function aaObtainFurthestBlock(p, formattingElementEntry) {
	const { openElements } = p;
	const formattingIdx = openElements._indexOf(formattingElementEntry.element);
	for (let idx = openElements.slotAbove(formattingIdx); idx !== -1; idx = openElements.slotAbove(idx)) if (p._isSpecialElement(openElements.items[idx], openElements.tagIDs[idx])) return idx;
	openElements.shortenToLength(formattingIdx);
	p.activeFormattingElements.removeEntry(formattingElementEntry);
	return -1;
}
function aaInnerLoop(p, furthestBlockIdx, formattingElement) {
	const furthestBlock = p.openElements.items[furthestBlockIdx];
	let lastElement = furthestBlock;
	let nextIdx = p.openElements.slotBelow(furthestBlockIdx);
	const intendedParent = p.openElements.getCommonAncestor(formattingElement);
	for (let i = 0, idx = nextIdx; p.openElements.items[idx] !== formattingElement; i++, idx = nextIdx) {
		let element = p.openElements.items[idx];
		nextIdx = p.openElements.slotBelow(idx);
		const elementEntry = p.activeFormattingElements.getElementEntry(element);
		const counterOverflow = elementEntry && i >= AA_INNER_LOOP_ITER;
		if (!elementEntry || counterOverflow) {
			if (counterOverflow) p.activeFormattingElements.removeEntry(elementEntry);
			p.openElements.removeAt(idx);
		} else {
			element = aaRecreateElementFromEntry(p, elementEntry, intendedParent);
			if (lastElement === furthestBlock) p.activeFormattingElements.bookmark = elementEntry;
			p.treeAdapter.detachNode(lastElement);
			p.treeAdapter.appendChild(element, lastElement);
			lastElement = element;
		}
	}
	return lastElement;
}
function aaRecreateElementFromEntry(p, elementEntry, intendedParent) {
	const ns = p.treeAdapter.getNamespaceURI(elementEntry.element);
	const newElement = p._createElement(elementEntry.token.tagName, ns, elementEntry.token.attrs, intendedParent);
	p.openElements.replace(elementEntry.element, newElement);
	p.activeFormattingElements.replaceElement(elementEntry, newElement);
	return newElement;
}
function aaInsertLastNodeInCommonAncestor(p, commonAncestor, lastElement) {
	const tid = getTagID(p.treeAdapter.getTagName(commonAncestor));
	if (p._isElementCausesFosterParenting(tid)) p._fosterParentElement(lastElement);
	else {
		const ns = p.treeAdapter.getNamespaceURI(commonAncestor);
		if (tid === TAG_ID.TEMPLATE && ns === NS.HTML) commonAncestor = p.treeAdapter.getTemplateContent(commonAncestor);
		p.treeAdapter.appendChild(commonAncestor, lastElement);
	}
}
function aaReplaceFormattingElement(p, furthestBlock, formattingElementEntry) {
	const ns = p.treeAdapter.getNamespaceURI(formattingElementEntry.element);
	const { token } = formattingElementEntry;
	const newElement = p._createElement(token.tagName, ns, token.attrs, furthestBlock);
	p._adoptNodes(furthestBlock, newElement);
	p.treeAdapter.appendChild(furthestBlock, newElement);
	p.activeFormattingElements.insertElementAfterBookmark(newElement, token);
	p.activeFormattingElements.removeEntry(formattingElementEntry);
	const formattingIdx = p.openElements._indexOf(formattingElementEntry.element);
	let furthestBlockIdx = p.openElements.slotAbove(formattingIdx);
	while (p.openElements.items[furthestBlockIdx] !== furthestBlock) furthestBlockIdx = p.openElements.slotAbove(furthestBlockIdx);
	p.openElements.replaceFormattingElement(formattingIdx, furthestBlockIdx, newElement, token.tagID);
}
function callAdoptionAgency(p, token) {
	const { current, currentTagId } = p.openElements;
	if (currentTagId === token.tagID && p.treeAdapter.getNamespaceURI(current) === NS.HTML && !p.activeFormattingElements.getElementEntry(current)) {
		p.openElements.pop();
		return;
	}
	for (let i = 0; i < AA_OUTER_LOOP_ITER; i++) {
		const formattingElementEntry = aaObtainFormattingElementEntry(p, token);
		if (!formattingElementEntry) break;
		const furthestBlockIdx = aaObtainFurthestBlock(p, formattingElementEntry);
		if (furthestBlockIdx === -1) break;
		const furthestBlock = p.openElements.items[furthestBlockIdx];
		p.activeFormattingElements.bookmark = formattingElementEntry;
		const lastElement = aaInnerLoop(p, furthestBlockIdx, formattingElementEntry.element);
		const commonAncestor = p.openElements.getCommonAncestor(formattingElementEntry.element);
		p.treeAdapter.detachNode(lastElement);
		if (commonAncestor) aaInsertLastNodeInCommonAncestor(p, commonAncestor, lastElement);
		aaReplaceFormattingElement(p, furthestBlock, formattingElementEntry);
	}
}
function appendComment(p, token) {
	p._appendCommentNode(token, p.openElements.currentTmplContentOrNode);
}
function appendCommentToRootHtmlElement(p, token) {
	p._appendCommentNode(token, p.openElements.items[0]);
}
function appendCommentToDocument(p, token) {
	p._appendCommentNode(token, p.document);
}
function stopParsing(p, token) {
	p.stopped = true;
	if (token.location) {
		const target = p.fragmentContext ? 0 : 2;
		for (let i = p.openElements.stackTop; i >= target; i = p.openElements.slotBelow(i)) p._setEndLocation(p.openElements.items[i], token);
		if (!p.fragmentContext && p.openElements.stackTop >= 0) {
			const htmlElement = p.openElements.items[0];
			const htmlLocation = p.treeAdapter.getNodeSourceCodeLocation(htmlElement);
			if (htmlLocation && !htmlLocation.endTag) {
				p._setEndLocation(htmlElement, token);
				if (p.openElements.stackTop >= 1) {
					const bodyElement = p.openElements.items[1];
					const bodyLocation = p.treeAdapter.getNodeSourceCodeLocation(bodyElement);
					if (bodyLocation && !bodyLocation.endTag) p._setEndLocation(bodyElement, token);
				}
			}
		}
	}
}
function doctypeInInitialMode(p, token) {
	p._setDocumentType(token);
	const mode = token.forceQuirks ? DOCUMENT_MODE.QUIRKS : getDocumentMode(token);
	if (!isConforming(token)) p._err(token, ERR.nonConformingDoctype);
	p.treeAdapter.setDocumentMode(p.document, mode);
	p.insertionMode = InsertionMode.BEFORE_HTML;
}
function tokenInInitialMode(p, token) {
	p._err(token, ERR.missingDoctype, true);
	p.treeAdapter.setDocumentMode(p.document, DOCUMENT_MODE.QUIRKS);
	p.insertionMode = InsertionMode.BEFORE_HTML;
	p._processToken(token);
}
function startTagBeforeHtml(p, token) {
	if (token.tagID === TAG_ID.HTML) {
		p._insertElement(token, NS.HTML);
		p.insertionMode = InsertionMode.BEFORE_HEAD;
	} else tokenBeforeHtml(p, token);
}
function endTagBeforeHtml(p, token) {
	const tn = token.tagID;
	if (tn === TAG_ID.HTML || tn === TAG_ID.HEAD || tn === TAG_ID.BODY || tn === TAG_ID.BR) tokenBeforeHtml(p, token);
}
function tokenBeforeHtml(p, token) {
	p._insertFakeRootElement();
	p.insertionMode = InsertionMode.BEFORE_HEAD;
	p._processToken(token);
}
function startTagBeforeHead(p, token) {
	switch (token.tagID) {
		case TAG_ID.HTML:
			startTagInBody(p, token);
			break;
		case TAG_ID.HEAD:
			p._insertElement(token, NS.HTML);
			p.headElement = p.openElements.current;
			p.insertionMode = InsertionMode.IN_HEAD;
			break;
		default: tokenBeforeHead(p, token);
	}
}
function endTagBeforeHead(p, token) {
	const tn = token.tagID;
	if (tn === TAG_ID.HEAD || tn === TAG_ID.BODY || tn === TAG_ID.HTML || tn === TAG_ID.BR) tokenBeforeHead(p, token);
	else p._err(token, ERR.endTagWithoutMatchingOpenElement);
}
function tokenBeforeHead(p, token) {
	p._insertFakeElement(TAG_NAMES.HEAD, TAG_ID.HEAD);
	p.headElement = p.openElements.current;
	p.insertionMode = InsertionMode.IN_HEAD;
	p._processToken(token);
}
function startTagInHead(p, token) {
	switch (token.tagID) {
		case TAG_ID.HTML:
			startTagInBody(p, token);
			break;
		case TAG_ID.BASE:
		case TAG_ID.BASEFONT:
		case TAG_ID.BGSOUND:
		case TAG_ID.LINK:
		case TAG_ID.META:
			p._appendElement(token, NS.HTML);
			token.ackSelfClosing = true;
			break;
		case TAG_ID.TITLE:
			p._switchToTextParsing(token, TokenizerMode.RCDATA);
			break;
		case TAG_ID.NOSCRIPT:
			if (p.options.scriptingEnabled) p._switchToTextParsing(token, TokenizerMode.RAWTEXT);
			else {
				p._insertElement(token, NS.HTML);
				p.insertionMode = InsertionMode.IN_HEAD_NO_SCRIPT;
			}
			break;
		case TAG_ID.NOFRAMES:
		case TAG_ID.STYLE:
			p._switchToTextParsing(token, TokenizerMode.RAWTEXT);
			break;
		case TAG_ID.SCRIPT:
			p._switchToTextParsing(token, TokenizerMode.SCRIPT_DATA);
			break;
		case TAG_ID.TEMPLATE:
			p._insertTemplate(token);
			p.activeFormattingElements.insertMarker();
			p.framesetOk = false;
			p.insertionMode = InsertionMode.IN_TEMPLATE;
			p.tmplInsertionModeStack.push(InsertionMode.IN_TEMPLATE);
			break;
		case TAG_ID.HEAD:
			p._err(token, ERR.misplacedStartTagForHeadElement);
			break;
		default: tokenInHead(p, token);
	}
}
function endTagInHead(p, token) {
	switch (token.tagID) {
		case TAG_ID.HEAD:
			p.openElements.pop();
			p.insertionMode = InsertionMode.AFTER_HEAD;
			break;
		case TAG_ID.BODY:
		case TAG_ID.BR:
		case TAG_ID.HTML:
			tokenInHead(p, token);
			break;
		case TAG_ID.TEMPLATE:
			templateEndTagInHead(p, token);
			break;
		default: p._err(token, ERR.endTagWithoutMatchingOpenElement);
	}
}
function templateEndTagInHead(p, token) {
	if (p.openElements.tmplCount > 0) {
		p.openElements.generateImpliedEndTagsThoroughly();
		if (p.openElements.currentTagId !== TAG_ID.TEMPLATE) p._err(token, ERR.closingOfElementWithOpenChildElements);
		p.openElements.popUntilTagNamePopped(TAG_ID.TEMPLATE);
		p.activeFormattingElements.clearToLastMarker();
		p.tmplInsertionModeStack.pop();
		p._resetInsertionMode();
	} else p._err(token, ERR.endTagWithoutMatchingOpenElement);
}
function tokenInHead(p, token) {
	p.openElements.pop();
	p.insertionMode = InsertionMode.AFTER_HEAD;
	p._processToken(token);
}
function startTagInHeadNoScript(p, token) {
	switch (token.tagID) {
		case TAG_ID.HTML:
			startTagInBody(p, token);
			break;
		case TAG_ID.BASEFONT:
		case TAG_ID.BGSOUND:
		case TAG_ID.HEAD:
		case TAG_ID.LINK:
		case TAG_ID.META:
		case TAG_ID.NOFRAMES:
		case TAG_ID.STYLE:
			startTagInHead(p, token);
			break;
		case TAG_ID.NOSCRIPT:
			p._err(token, ERR.nestedNoscriptInHead);
			break;
		default: tokenInHeadNoScript(p, token);
	}
}
function endTagInHeadNoScript(p, token) {
	switch (token.tagID) {
		case TAG_ID.NOSCRIPT:
			p.openElements.pop();
			p.insertionMode = InsertionMode.IN_HEAD;
			break;
		case TAG_ID.BR:
			tokenInHeadNoScript(p, token);
			break;
		default: p._err(token, ERR.endTagWithoutMatchingOpenElement);
	}
}
function tokenInHeadNoScript(p, token) {
	const errCode = token.type === TokenType.EOF ? ERR.openElementsLeftAfterEof : ERR.disallowedContentInNoscriptInHead;
	p._err(token, errCode);
	p.openElements.pop();
	p.insertionMode = InsertionMode.IN_HEAD;
	p._processToken(token);
}
function startTagAfterHead(p, token) {
	switch (token.tagID) {
		case TAG_ID.HTML:
			startTagInBody(p, token);
			break;
		case TAG_ID.BODY:
			p._insertElement(token, NS.HTML);
			p.framesetOk = false;
			p.insertionMode = InsertionMode.IN_BODY;
			break;
		case TAG_ID.FRAMESET:
			p._insertElement(token, NS.HTML);
			p.insertionMode = InsertionMode.IN_FRAMESET;
			break;
		case TAG_ID.BASE:
		case TAG_ID.BASEFONT:
		case TAG_ID.BGSOUND:
		case TAG_ID.LINK:
		case TAG_ID.META:
		case TAG_ID.NOFRAMES:
		case TAG_ID.SCRIPT:
		case TAG_ID.STYLE:
		case TAG_ID.TEMPLATE:
		case TAG_ID.TITLE:
			p._err(token, ERR.abandonedHeadElementChild);
			p.openElements.push(p.headElement, TAG_ID.HEAD);
			startTagInHead(p, token);
			p.openElements.remove(p.headElement);
			break;
		case TAG_ID.HEAD:
			p._err(token, ERR.misplacedStartTagForHeadElement);
			break;
		default: tokenAfterHead(p, token);
	}
}
function endTagAfterHead(p, token) {
	switch (token.tagID) {
		case TAG_ID.BODY:
		case TAG_ID.HTML:
		case TAG_ID.BR:
			tokenAfterHead(p, token);
			break;
		case TAG_ID.TEMPLATE:
			templateEndTagInHead(p, token);
			break;
		default: p._err(token, ERR.endTagWithoutMatchingOpenElement);
	}
}
function tokenAfterHead(p, token) {
	p._insertFakeElement(TAG_NAMES.BODY, TAG_ID.BODY);
	p.insertionMode = InsertionMode.IN_BODY;
	modeInBody(p, token);
}
function modeInBody(p, token) {
	switch (token.type) {
		case TokenType.CHARACTER:
			characterInBody(p, token);
			break;
		case TokenType.WHITESPACE_CHARACTER:
			whitespaceCharacterInBody(p, token);
			break;
		case TokenType.COMMENT:
			appendComment(p, token);
			break;
		case TokenType.START_TAG:
			startTagInBody(p, token);
			break;
		case TokenType.END_TAG:
			endTagInBody(p, token);
			break;
		case TokenType.EOF: eofInBody(p, token);
	}
}
function whitespaceCharacterInBody(p, token) {
	p._reconstructActiveFormattingElements();
	p._insertCharacters(token);
}
function characterInBody(p, token) {
	p._reconstructActiveFormattingElements();
	p._insertCharacters(token);
	p.framesetOk = false;
}
function htmlStartTagInBody(p, token) {
	if (p.openElements.tmplCount === 0) p.treeAdapter.adoptAttributes(p.openElements.items[0], token.attrs);
}
function bodyStartTagInBody(p, token) {
	const bodyElement = p.openElements.tryPeekProperlyNestedBodyElement();
	if (bodyElement && p.openElements.tmplCount === 0) {
		p.framesetOk = false;
		p.treeAdapter.adoptAttributes(bodyElement, token.attrs);
	}
}
function framesetStartTagInBody(p, token) {
	const bodyElement = p.openElements.tryPeekProperlyNestedBodyElement();
	if (p.framesetOk && bodyElement) {
		p.treeAdapter.detachNode(bodyElement);
		p.openElements.popAllUpToHtmlElement();
		p._insertElement(token, NS.HTML);
		p.insertionMode = InsertionMode.IN_FRAMESET;
	}
}
function addressStartTagInBody(p, token) {
	if (p.openElements.hasInButtonScope(TAG_ID.P)) p._closePElement();
	p._insertElement(token, NS.HTML);
}
function numberedHeaderStartTagInBody(p, token) {
	if (p.openElements.hasInButtonScope(TAG_ID.P)) p._closePElement();
	if (p.openElements.currentTagId !== void 0 && NUMBERED_HEADERS$1.has(p.openElements.currentTagId)) p.openElements.pop();
	p._insertElement(token, NS.HTML);
}
function preStartTagInBody(p, token) {
	if (p.openElements.hasInButtonScope(TAG_ID.P)) p._closePElement();
	p._insertElement(token, NS.HTML);
	p.skipNextNewLine = true;
	p.framesetOk = false;
}
function formStartTagInBody(p, token) {
	const inTemplate = p.openElements.tmplCount > 0;
	if (!p.formElement || inTemplate) {
		if (p.openElements.hasInButtonScope(TAG_ID.P)) p._closePElement();
		p._insertElement(token, NS.HTML);
		if (!inTemplate) p.formElement = p.openElements.current;
	}
}
function listItemStartTagInBody(p, token) {
	p.framesetOk = false;
	const idx = token.tagID === TAG_ID.LI ? p.openElements.indexOfTopmost(TAG_ID.LI) : Math.max(p.openElements.indexOfTopmost(TAG_ID.DD), p.openElements.indexOfTopmost(TAG_ID.DT));
	if (idx !== -1 && !p.openElements.hasListItemBoundaryAbove(idx)) {
		const elementId = p.openElements.tagIDs[idx];
		p.openElements.generateImpliedEndTagsWithExclusion(elementId);
		p.openElements.popUntilTagNamePopped(elementId);
	}
	if (p.openElements.hasInButtonScope(TAG_ID.P)) p._closePElement();
	p._insertElement(token, NS.HTML);
}
function plaintextStartTagInBody(p, token) {
	if (p.openElements.hasInButtonScope(TAG_ID.P)) p._closePElement();
	p._insertElement(token, NS.HTML);
	p.tokenizer.state = TokenizerMode.PLAINTEXT;
}
function buttonStartTagInBody(p, token) {
	if (p.openElements.hasInScope(TAG_ID.BUTTON)) {
		p.openElements.generateImpliedEndTags();
		p.openElements.popUntilTagNamePopped(TAG_ID.BUTTON);
	}
	p._reconstructActiveFormattingElements();
	p._insertElement(token, NS.HTML);
	p.framesetOk = false;
}
function aStartTagInBody(p, token) {
	const activeElementEntry = p.activeFormattingElements.getElementEntryInScopeWithTagName(TAG_NAMES.A);
	if (activeElementEntry) {
		callAdoptionAgency(p, token);
		p.openElements.remove(activeElementEntry.element);
		p.activeFormattingElements.removeEntry(activeElementEntry);
	}
	p._reconstructActiveFormattingElements();
	p._insertElement(token, NS.HTML);
	p.activeFormattingElements.pushElement(p.openElements.current, token);
}
function bStartTagInBody(p, token) {
	p._reconstructActiveFormattingElements();
	p._insertElement(token, NS.HTML);
	p.activeFormattingElements.pushElement(p.openElements.current, token);
}
function nobrStartTagInBody(p, token) {
	p._reconstructActiveFormattingElements();
	if (p.openElements.hasInScope(TAG_ID.NOBR)) {
		callAdoptionAgency(p, token);
		p._reconstructActiveFormattingElements();
	}
	p._insertElement(token, NS.HTML);
	p.activeFormattingElements.pushElement(p.openElements.current, token);
}
function appletStartTagInBody(p, token) {
	p._reconstructActiveFormattingElements();
	p._insertElement(token, NS.HTML);
	p.activeFormattingElements.insertMarker();
	p.framesetOk = false;
}
function tableStartTagInBody(p, token) {
	if (p.treeAdapter.getDocumentMode(p.document) !== DOCUMENT_MODE.QUIRKS && p.openElements.hasInButtonScope(TAG_ID.P)) p._closePElement();
	p._insertElement(token, NS.HTML);
	p.framesetOk = false;
	p.insertionMode = InsertionMode.IN_TABLE;
}
function areaStartTagInBody(p, token) {
	p._reconstructActiveFormattingElements();
	p._appendElement(token, NS.HTML);
	p.framesetOk = false;
	token.ackSelfClosing = true;
}
function isHiddenInput(token) {
	const inputType = getTokenAttr(token, ATTRS.TYPE);
	return inputType != null && inputType.toLowerCase() === HIDDEN_INPUT_TYPE;
}
function inputStartTagInBody(p, token) {
	p._reconstructActiveFormattingElements();
	p._appendElement(token, NS.HTML);
	if (!isHiddenInput(token)) p.framesetOk = false;
	token.ackSelfClosing = true;
}
function paramStartTagInBody(p, token) {
	p._appendElement(token, NS.HTML);
	token.ackSelfClosing = true;
}
function hrStartTagInBody(p, token) {
	if (p.openElements.hasInButtonScope(TAG_ID.P)) p._closePElement();
	p._appendElement(token, NS.HTML);
	p.framesetOk = false;
	token.ackSelfClosing = true;
}
function imageStartTagInBody(p, token) {
	token.tagName = TAG_NAMES.IMG;
	token.tagID = TAG_ID.IMG;
	areaStartTagInBody(p, token);
}
function textareaStartTagInBody(p, token) {
	p._insertElement(token, NS.HTML);
	p.skipNextNewLine = true;
	p.tokenizer.state = TokenizerMode.RCDATA;
	p.originalInsertionMode = p.insertionMode;
	p.framesetOk = false;
	p.insertionMode = InsertionMode.TEXT;
}
function xmpStartTagInBody(p, token) {
	if (p.openElements.hasInButtonScope(TAG_ID.P)) p._closePElement();
	p._reconstructActiveFormattingElements();
	p.framesetOk = false;
	p._switchToTextParsing(token, TokenizerMode.RAWTEXT);
}
function iframeStartTagInBody(p, token) {
	p.framesetOk = false;
	p._switchToTextParsing(token, TokenizerMode.RAWTEXT);
}
function rawTextStartTagInBody(p, token) {
	p._switchToTextParsing(token, TokenizerMode.RAWTEXT);
}
function selectStartTagInBody(p, token) {
	p._reconstructActiveFormattingElements();
	p._insertElement(token, NS.HTML);
	p.framesetOk = false;
	p.insertionMode = p.insertionMode === InsertionMode.IN_TABLE || p.insertionMode === InsertionMode.IN_CAPTION || p.insertionMode === InsertionMode.IN_TABLE_BODY || p.insertionMode === InsertionMode.IN_ROW || p.insertionMode === InsertionMode.IN_CELL ? InsertionMode.IN_SELECT_IN_TABLE : InsertionMode.IN_SELECT;
}
function optgroupStartTagInBody(p, token) {
	if (p.openElements.currentTagId === TAG_ID.OPTION) p.openElements.pop();
	p._reconstructActiveFormattingElements();
	p._insertElement(token, NS.HTML);
}
function rbStartTagInBody(p, token) {
	if (p.openElements.hasInScope(TAG_ID.RUBY)) p.openElements.generateImpliedEndTags();
	p._insertElement(token, NS.HTML);
}
function rtStartTagInBody(p, token) {
	if (p.openElements.hasInScope(TAG_ID.RUBY)) p.openElements.generateImpliedEndTagsWithExclusion(TAG_ID.RTC);
	p._insertElement(token, NS.HTML);
}
function mathStartTagInBody(p, token) {
	p._reconstructActiveFormattingElements();
	adjustTokenMathMLAttrs(token);
	adjustTokenXMLAttrs(token);
	if (token.selfClosing) p._appendElement(token, NS.MATHML);
	else p._insertElement(token, NS.MATHML);
	token.ackSelfClosing = true;
}
function svgStartTagInBody(p, token) {
	p._reconstructActiveFormattingElements();
	adjustTokenSVGAttrs(token);
	adjustTokenXMLAttrs(token);
	if (token.selfClosing) p._appendElement(token, NS.SVG);
	else p._insertElement(token, NS.SVG);
	token.ackSelfClosing = true;
}
function genericStartTagInBody(p, token) {
	p._reconstructActiveFormattingElements();
	p._insertElement(token, NS.HTML);
}
function startTagInBody(p, token) {
	switch (token.tagID) {
		case TAG_ID.I:
		case TAG_ID.S:
		case TAG_ID.B:
		case TAG_ID.U:
		case TAG_ID.EM:
		case TAG_ID.TT:
		case TAG_ID.BIG:
		case TAG_ID.CODE:
		case TAG_ID.FONT:
		case TAG_ID.SMALL:
		case TAG_ID.STRIKE:
		case TAG_ID.STRONG:
			bStartTagInBody(p, token);
			break;
		case TAG_ID.A:
			aStartTagInBody(p, token);
			break;
		case TAG_ID.H1:
		case TAG_ID.H2:
		case TAG_ID.H3:
		case TAG_ID.H4:
		case TAG_ID.H5:
		case TAG_ID.H6:
			numberedHeaderStartTagInBody(p, token);
			break;
		case TAG_ID.P:
		case TAG_ID.DL:
		case TAG_ID.OL:
		case TAG_ID.UL:
		case TAG_ID.DIV:
		case TAG_ID.DIR:
		case TAG_ID.NAV:
		case TAG_ID.MAIN:
		case TAG_ID.MENU:
		case TAG_ID.ASIDE:
		case TAG_ID.CENTER:
		case TAG_ID.FIGURE:
		case TAG_ID.FOOTER:
		case TAG_ID.HEADER:
		case TAG_ID.HGROUP:
		case TAG_ID.DIALOG:
		case TAG_ID.DETAILS:
		case TAG_ID.ADDRESS:
		case TAG_ID.ARTICLE:
		case TAG_ID.SEARCH:
		case TAG_ID.SECTION:
		case TAG_ID.SUMMARY:
		case TAG_ID.FIELDSET:
		case TAG_ID.BLOCKQUOTE:
		case TAG_ID.FIGCAPTION:
			addressStartTagInBody(p, token);
			break;
		case TAG_ID.LI:
		case TAG_ID.DD:
		case TAG_ID.DT:
			listItemStartTagInBody(p, token);
			break;
		case TAG_ID.BR:
		case TAG_ID.IMG:
		case TAG_ID.WBR:
		case TAG_ID.AREA:
		case TAG_ID.EMBED:
		case TAG_ID.KEYGEN:
			areaStartTagInBody(p, token);
			break;
		case TAG_ID.HR:
			hrStartTagInBody(p, token);
			break;
		case TAG_ID.RB:
		case TAG_ID.RTC:
			rbStartTagInBody(p, token);
			break;
		case TAG_ID.RT:
		case TAG_ID.RP:
			rtStartTagInBody(p, token);
			break;
		case TAG_ID.PRE:
		case TAG_ID.LISTING:
			preStartTagInBody(p, token);
			break;
		case TAG_ID.XMP:
			xmpStartTagInBody(p, token);
			break;
		case TAG_ID.SVG:
			svgStartTagInBody(p, token);
			break;
		case TAG_ID.HTML:
			htmlStartTagInBody(p, token);
			break;
		case TAG_ID.BASE:
		case TAG_ID.LINK:
		case TAG_ID.META:
		case TAG_ID.STYLE:
		case TAG_ID.TITLE:
		case TAG_ID.SCRIPT:
		case TAG_ID.BGSOUND:
		case TAG_ID.BASEFONT:
		case TAG_ID.TEMPLATE:
			startTagInHead(p, token);
			break;
		case TAG_ID.BODY:
			bodyStartTagInBody(p, token);
			break;
		case TAG_ID.FORM:
			formStartTagInBody(p, token);
			break;
		case TAG_ID.NOBR:
			nobrStartTagInBody(p, token);
			break;
		case TAG_ID.MATH:
			mathStartTagInBody(p, token);
			break;
		case TAG_ID.TABLE:
			tableStartTagInBody(p, token);
			break;
		case TAG_ID.INPUT:
			inputStartTagInBody(p, token);
			break;
		case TAG_ID.PARAM:
		case TAG_ID.TRACK:
		case TAG_ID.SOURCE:
			paramStartTagInBody(p, token);
			break;
		case TAG_ID.IMAGE:
			imageStartTagInBody(p, token);
			break;
		case TAG_ID.BUTTON:
			buttonStartTagInBody(p, token);
			break;
		case TAG_ID.APPLET:
		case TAG_ID.OBJECT:
		case TAG_ID.MARQUEE:
			appletStartTagInBody(p, token);
			break;
		case TAG_ID.IFRAME:
			iframeStartTagInBody(p, token);
			break;
		case TAG_ID.SELECT:
			selectStartTagInBody(p, token);
			break;
		case TAG_ID.OPTION:
		case TAG_ID.OPTGROUP:
			optgroupStartTagInBody(p, token);
			break;
		case TAG_ID.NOEMBED:
		case TAG_ID.NOFRAMES:
			rawTextStartTagInBody(p, token);
			break;
		case TAG_ID.FRAMESET:
			framesetStartTagInBody(p, token);
			break;
		case TAG_ID.TEXTAREA:
			textareaStartTagInBody(p, token);
			break;
		case TAG_ID.NOSCRIPT:
			if (p.options.scriptingEnabled) rawTextStartTagInBody(p, token);
			else genericStartTagInBody(p, token);
			break;
		case TAG_ID.PLAINTEXT:
			plaintextStartTagInBody(p, token);
			break;
		case TAG_ID.COL:
		case TAG_ID.TH:
		case TAG_ID.TD:
		case TAG_ID.TR:
		case TAG_ID.HEAD:
		case TAG_ID.FRAME:
		case TAG_ID.TBODY:
		case TAG_ID.TFOOT:
		case TAG_ID.THEAD:
		case TAG_ID.CAPTION:
		case TAG_ID.COLGROUP: break;
		default: genericStartTagInBody(p, token);
	}
}
function bodyEndTagInBody(p, token) {
	if (p.openElements.hasInScope(TAG_ID.BODY)) {
		p.insertionMode = InsertionMode.AFTER_BODY;
		if (p.options.sourceCodeLocationInfo) {
			const bodyElement = p.openElements.tryPeekProperlyNestedBodyElement();
			if (bodyElement) p._setEndLocation(bodyElement, token);
		}
	}
}
function htmlEndTagInBody(p, token) {
	if (p.openElements.hasInScope(TAG_ID.BODY)) {
		p.insertionMode = InsertionMode.AFTER_BODY;
		endTagAfterBody(p, token);
	}
}
function addressEndTagInBody(p, token) {
	const tn = token.tagID;
	if (p.openElements.hasInScope(tn)) {
		p.openElements.generateImpliedEndTags();
		p.openElements.popUntilTagNamePopped(tn);
	}
}
function formEndTagInBody(p) {
	const inTemplate = p.openElements.tmplCount > 0;
	const { formElement } = p;
	if (!inTemplate) p.formElement = null;
	if ((formElement || inTemplate) && p.openElements.hasInScope(TAG_ID.FORM)) {
		p.openElements.generateImpliedEndTags();
		if (inTemplate) p.openElements.popUntilTagNamePopped(TAG_ID.FORM);
		else if (formElement) p.openElements.remove(formElement);
	}
}
function pEndTagInBody(p) {
	if (!p.openElements.hasInButtonScope(TAG_ID.P)) p._insertFakeElement(TAG_NAMES.P, TAG_ID.P);
	p._closePElement();
}
function liEndTagInBody(p) {
	if (p.openElements.hasInListItemScope(TAG_ID.LI)) {
		p.openElements.generateImpliedEndTagsWithExclusion(TAG_ID.LI);
		p.openElements.popUntilTagNamePopped(TAG_ID.LI);
	}
}
function ddEndTagInBody(p, token) {
	const tn = token.tagID;
	if (p.openElements.hasInScope(tn)) {
		p.openElements.generateImpliedEndTagsWithExclusion(tn);
		p.openElements.popUntilTagNamePopped(tn);
	}
}
function numberedHeaderEndTagInBody(p) {
	if (p.openElements.hasNumberedHeaderInScope()) {
		p.openElements.generateImpliedEndTags();
		p.openElements.popUntilNumberedHeaderPopped();
	}
}
function appletEndTagInBody(p, token) {
	const tn = token.tagID;
	if (p.openElements.hasInScope(tn)) {
		p.openElements.generateImpliedEndTags();
		p.openElements.popUntilTagNamePopped(tn);
		p.activeFormattingElements.clearToLastMarker();
	}
}
function brEndTagInBody(p) {
	p._reconstructActiveFormattingElements();
	p._insertFakeElement(TAG_NAMES.BR, TAG_ID.BR);
	p.openElements.pop();
	p.framesetOk = false;
}
function genericEndTagInBody(p, token) {
	const tid = token.tagID;
	const i = tid === TAG_ID.UNKNOWN ? p.openElements.indexOfTopmostByName(NS.HTML, token.tagName) : p.openElements.indexOfTopmost(tid);
	if (i > 0 && !p.openElements.hasSpecialElementAbove(i)) {
		p.openElements.generateImpliedEndTagsWithExclusion(tid);
		if (p.openElements.stackTop >= i) p.openElements.shortenToLength(i);
	}
}
function endTagInBody(p, token) {
	switch (token.tagID) {
		case TAG_ID.A:
		case TAG_ID.B:
		case TAG_ID.I:
		case TAG_ID.S:
		case TAG_ID.U:
		case TAG_ID.EM:
		case TAG_ID.TT:
		case TAG_ID.BIG:
		case TAG_ID.CODE:
		case TAG_ID.FONT:
		case TAG_ID.NOBR:
		case TAG_ID.SMALL:
		case TAG_ID.STRIKE:
		case TAG_ID.STRONG:
			callAdoptionAgency(p, token);
			break;
		case TAG_ID.P:
			pEndTagInBody(p);
			break;
		case TAG_ID.DL:
		case TAG_ID.UL:
		case TAG_ID.OL:
		case TAG_ID.DIR:
		case TAG_ID.DIV:
		case TAG_ID.NAV:
		case TAG_ID.PRE:
		case TAG_ID.MAIN:
		case TAG_ID.MENU:
		case TAG_ID.ASIDE:
		case TAG_ID.BUTTON:
		case TAG_ID.CENTER:
		case TAG_ID.FIGURE:
		case TAG_ID.FOOTER:
		case TAG_ID.HEADER:
		case TAG_ID.HGROUP:
		case TAG_ID.DIALOG:
		case TAG_ID.ADDRESS:
		case TAG_ID.ARTICLE:
		case TAG_ID.DETAILS:
		case TAG_ID.SEARCH:
		case TAG_ID.SECTION:
		case TAG_ID.SUMMARY:
		case TAG_ID.LISTING:
		case TAG_ID.FIELDSET:
		case TAG_ID.BLOCKQUOTE:
		case TAG_ID.FIGCAPTION:
			addressEndTagInBody(p, token);
			break;
		case TAG_ID.LI:
			liEndTagInBody(p);
			break;
		case TAG_ID.DD:
		case TAG_ID.DT:
			ddEndTagInBody(p, token);
			break;
		case TAG_ID.H1:
		case TAG_ID.H2:
		case TAG_ID.H3:
		case TAG_ID.H4:
		case TAG_ID.H5:
		case TAG_ID.H6:
			numberedHeaderEndTagInBody(p);
			break;
		case TAG_ID.BR:
			brEndTagInBody(p);
			break;
		case TAG_ID.BODY:
			bodyEndTagInBody(p, token);
			break;
		case TAG_ID.HTML:
			htmlEndTagInBody(p, token);
			break;
		case TAG_ID.FORM:
			formEndTagInBody(p);
			break;
		case TAG_ID.APPLET:
		case TAG_ID.OBJECT:
		case TAG_ID.MARQUEE:
			appletEndTagInBody(p, token);
			break;
		case TAG_ID.TEMPLATE:
			templateEndTagInHead(p, token);
			break;
		default: genericEndTagInBody(p, token);
	}
}
function eofInBody(p, token) {
	if (p.tmplInsertionModeStack.length > 0) eofInTemplate(p, token);
	else stopParsing(p, token);
}
function endTagInText(p, token) {
	var _a;
	if (token.tagID === TAG_ID.SCRIPT) (_a = p.scriptHandler) === null || _a === void 0 || _a.call(p, p.openElements.current);
	p.openElements.pop();
	p.insertionMode = p.originalInsertionMode;
}
function eofInText(p, token) {
	p._err(token, ERR.eofInElementThatCanContainOnlyText);
	p.openElements.pop();
	p.insertionMode = p.originalInsertionMode;
	p.onEof(token);
}
function characterInTable(p, token) {
	if (p.openElements.currentTagId !== void 0 && TABLE_STRUCTURE_TAGS.has(p.openElements.currentTagId)) {
		p.pendingCharacterTokens.length = 0;
		p.hasNonWhitespacePendingCharacterToken = false;
		p.originalInsertionMode = p.insertionMode;
		p.insertionMode = InsertionMode.IN_TABLE_TEXT;
		switch (token.type) {
			case TokenType.CHARACTER:
				characterInTableText(p, token);
				break;
			case TokenType.WHITESPACE_CHARACTER: whitespaceCharacterInTableText(p, token);
		}
	} else tokenInTable(p, token);
}
function captionStartTagInTable(p, token) {
	p.openElements.clearBackToTableContext();
	p.activeFormattingElements.insertMarker();
	p._insertElement(token, NS.HTML);
	p.insertionMode = InsertionMode.IN_CAPTION;
}
function colgroupStartTagInTable(p, token) {
	p.openElements.clearBackToTableContext();
	p._insertElement(token, NS.HTML);
	p.insertionMode = InsertionMode.IN_COLUMN_GROUP;
}
function colStartTagInTable(p, token) {
	p.openElements.clearBackToTableContext();
	p._insertFakeElement(TAG_NAMES.COLGROUP, TAG_ID.COLGROUP);
	p.insertionMode = InsertionMode.IN_COLUMN_GROUP;
	startTagInColumnGroup(p, token);
}
function tbodyStartTagInTable(p, token) {
	p.openElements.clearBackToTableContext();
	p._insertElement(token, NS.HTML);
	p.insertionMode = InsertionMode.IN_TABLE_BODY;
}
function tdStartTagInTable(p, token) {
	p.openElements.clearBackToTableContext();
	p._insertFakeElement(TAG_NAMES.TBODY, TAG_ID.TBODY);
	p.insertionMode = InsertionMode.IN_TABLE_BODY;
	startTagInTableBody(p, token);
}
function tableStartTagInTable(p, token) {
	if (p.openElements.hasInTableScope(TAG_ID.TABLE)) {
		p.openElements.popUntilTagNamePopped(TAG_ID.TABLE);
		p._resetInsertionMode();
		p._processStartTag(token);
	}
}
function inputStartTagInTable(p, token) {
	if (isHiddenInput(token)) p._appendElement(token, NS.HTML);
	else tokenInTable(p, token);
	token.ackSelfClosing = true;
}
function formStartTagInTable(p, token) {
	if (!p.formElement && p.openElements.tmplCount === 0) {
		p._insertElement(token, NS.HTML);
		p.formElement = p.openElements.current;
		p.openElements.pop();
	}
}
function startTagInTable(p, token) {
	switch (token.tagID) {
		case TAG_ID.TD:
		case TAG_ID.TH:
		case TAG_ID.TR:
			tdStartTagInTable(p, token);
			break;
		case TAG_ID.STYLE:
		case TAG_ID.SCRIPT:
		case TAG_ID.TEMPLATE:
			startTagInHead(p, token);
			break;
		case TAG_ID.COL:
			colStartTagInTable(p, token);
			break;
		case TAG_ID.FORM:
			formStartTagInTable(p, token);
			break;
		case TAG_ID.TABLE:
			tableStartTagInTable(p, token);
			break;
		case TAG_ID.TBODY:
		case TAG_ID.TFOOT:
		case TAG_ID.THEAD:
			tbodyStartTagInTable(p, token);
			break;
		case TAG_ID.INPUT:
			inputStartTagInTable(p, token);
			break;
		case TAG_ID.CAPTION:
			captionStartTagInTable(p, token);
			break;
		case TAG_ID.COLGROUP:
			colgroupStartTagInTable(p, token);
			break;
		default: tokenInTable(p, token);
	}
}
function endTagInTable(p, token) {
	switch (token.tagID) {
		case TAG_ID.TABLE:
			if (p.openElements.hasInTableScope(TAG_ID.TABLE)) {
				p.openElements.popUntilTagNamePopped(TAG_ID.TABLE);
				p._resetInsertionMode();
			}
			break;
		case TAG_ID.TEMPLATE:
			templateEndTagInHead(p, token);
			break;
		case TAG_ID.BODY:
		case TAG_ID.CAPTION:
		case TAG_ID.COL:
		case TAG_ID.COLGROUP:
		case TAG_ID.HTML:
		case TAG_ID.TBODY:
		case TAG_ID.TD:
		case TAG_ID.TFOOT:
		case TAG_ID.TH:
		case TAG_ID.THEAD:
		case TAG_ID.TR: break;
		default: tokenInTable(p, token);
	}
}
function tokenInTable(p, token) {
	const savedFosterParentingState = p.fosterParentingEnabled;
	p.fosterParentingEnabled = true;
	modeInBody(p, token);
	p.fosterParentingEnabled = savedFosterParentingState;
}
function whitespaceCharacterInTableText(p, token) {
	p.pendingCharacterTokens.push(token);
}
function characterInTableText(p, token) {
	p.pendingCharacterTokens.push(token);
	p.hasNonWhitespacePendingCharacterToken = true;
}
function tokenInTableText(p, token) {
	let i = 0;
	if (p.hasNonWhitespacePendingCharacterToken) for (; i < p.pendingCharacterTokens.length; i++) tokenInTable(p, p.pendingCharacterTokens[i]);
	else for (; i < p.pendingCharacterTokens.length; i++) p._insertCharacters(p.pendingCharacterTokens[i]);
	p.insertionMode = p.originalInsertionMode;
	p._processToken(token);
}
const TABLE_VOID_ELEMENTS = /* @__PURE__ */ new Set([
	TAG_ID.CAPTION,
	TAG_ID.COL,
	TAG_ID.COLGROUP,
	TAG_ID.TBODY,
	TAG_ID.TD,
	TAG_ID.TFOOT,
	TAG_ID.TH,
	TAG_ID.THEAD,
	TAG_ID.TR
]);
function startTagInCaption(p, token) {
	const tn = token.tagID;
	if (TABLE_VOID_ELEMENTS.has(tn)) {
		if (p.openElements.hasInTableScope(TAG_ID.CAPTION)) {
			p.openElements.generateImpliedEndTags();
			p.openElements.popUntilTagNamePopped(TAG_ID.CAPTION);
			p.activeFormattingElements.clearToLastMarker();
			p.insertionMode = InsertionMode.IN_TABLE;
			startTagInTable(p, token);
		}
	} else startTagInBody(p, token);
}
function endTagInCaption(p, token) {
	const tn = token.tagID;
	switch (tn) {
		case TAG_ID.CAPTION:
		case TAG_ID.TABLE:
			if (p.openElements.hasInTableScope(TAG_ID.CAPTION)) {
				p.openElements.generateImpliedEndTags();
				p.openElements.popUntilTagNamePopped(TAG_ID.CAPTION);
				p.activeFormattingElements.clearToLastMarker();
				p.insertionMode = InsertionMode.IN_TABLE;
				if (tn === TAG_ID.TABLE) endTagInTable(p, token);
			}
			break;
		case TAG_ID.BODY:
		case TAG_ID.COL:
		case TAG_ID.COLGROUP:
		case TAG_ID.HTML:
		case TAG_ID.TBODY:
		case TAG_ID.TD:
		case TAG_ID.TFOOT:
		case TAG_ID.TH:
		case TAG_ID.THEAD:
		case TAG_ID.TR: break;
		default: endTagInBody(p, token);
	}
}
function startTagInColumnGroup(p, token) {
	switch (token.tagID) {
		case TAG_ID.HTML:
			startTagInBody(p, token);
			break;
		case TAG_ID.COL:
			p._appendElement(token, NS.HTML);
			token.ackSelfClosing = true;
			break;
		case TAG_ID.TEMPLATE:
			startTagInHead(p, token);
			break;
		default: tokenInColumnGroup(p, token);
	}
}
function endTagInColumnGroup(p, token) {
	switch (token.tagID) {
		case TAG_ID.COLGROUP:
			if (p.openElements.currentTagId === TAG_ID.COLGROUP) {
				p.openElements.pop();
				p.insertionMode = InsertionMode.IN_TABLE;
			}
			break;
		case TAG_ID.TEMPLATE:
			templateEndTagInHead(p, token);
			break;
		case TAG_ID.COL: break;
		default: tokenInColumnGroup(p, token);
	}
}
function tokenInColumnGroup(p, token) {
	if (p.openElements.currentTagId === TAG_ID.COLGROUP) {
		p.openElements.pop();
		p.insertionMode = InsertionMode.IN_TABLE;
		p._processToken(token);
	}
}
function startTagInTableBody(p, token) {
	switch (token.tagID) {
		case TAG_ID.TR:
			p.openElements.clearBackToTableBodyContext();
			p._insertElement(token, NS.HTML);
			p.insertionMode = InsertionMode.IN_ROW;
			break;
		case TAG_ID.TH:
		case TAG_ID.TD:
			p.openElements.clearBackToTableBodyContext();
			p._insertFakeElement(TAG_NAMES.TR, TAG_ID.TR);
			p.insertionMode = InsertionMode.IN_ROW;
			startTagInRow(p, token);
			break;
		case TAG_ID.CAPTION:
		case TAG_ID.COL:
		case TAG_ID.COLGROUP:
		case TAG_ID.TBODY:
		case TAG_ID.TFOOT:
		case TAG_ID.THEAD:
			if (p.openElements.hasTableBodyContextInTableScope()) {
				p.openElements.clearBackToTableBodyContext();
				p.openElements.pop();
				p.insertionMode = InsertionMode.IN_TABLE;
				startTagInTable(p, token);
			}
			break;
		default: startTagInTable(p, token);
	}
}
function endTagInTableBody(p, token) {
	const tn = token.tagID;
	switch (token.tagID) {
		case TAG_ID.TBODY:
		case TAG_ID.TFOOT:
		case TAG_ID.THEAD:
			if (p.openElements.hasInTableScope(tn)) {
				p.openElements.clearBackToTableBodyContext();
				p.openElements.pop();
				p.insertionMode = InsertionMode.IN_TABLE;
			}
			break;
		case TAG_ID.TABLE:
			if (p.openElements.hasTableBodyContextInTableScope()) {
				p.openElements.clearBackToTableBodyContext();
				p.openElements.pop();
				p.insertionMode = InsertionMode.IN_TABLE;
				endTagInTable(p, token);
			}
			break;
		case TAG_ID.BODY:
		case TAG_ID.CAPTION:
		case TAG_ID.COL:
		case TAG_ID.COLGROUP:
		case TAG_ID.HTML:
		case TAG_ID.TD:
		case TAG_ID.TH:
		case TAG_ID.TR: break;
		default: endTagInTable(p, token);
	}
}
function startTagInRow(p, token) {
	switch (token.tagID) {
		case TAG_ID.TH:
		case TAG_ID.TD:
			p.openElements.clearBackToTableRowContext();
			p._insertElement(token, NS.HTML);
			p.insertionMode = InsertionMode.IN_CELL;
			p.activeFormattingElements.insertMarker();
			break;
		case TAG_ID.CAPTION:
		case TAG_ID.COL:
		case TAG_ID.COLGROUP:
		case TAG_ID.TBODY:
		case TAG_ID.TFOOT:
		case TAG_ID.THEAD:
		case TAG_ID.TR:
			if (p.openElements.hasInTableScope(TAG_ID.TR)) {
				p.openElements.clearBackToTableRowContext();
				p.openElements.pop();
				p.insertionMode = InsertionMode.IN_TABLE_BODY;
				startTagInTableBody(p, token);
			}
			break;
		default: startTagInTable(p, token);
	}
}
function endTagInRow(p, token) {
	switch (token.tagID) {
		case TAG_ID.TR:
			if (p.openElements.hasInTableScope(TAG_ID.TR)) {
				p.openElements.clearBackToTableRowContext();
				p.openElements.pop();
				p.insertionMode = InsertionMode.IN_TABLE_BODY;
			}
			break;
		case TAG_ID.TABLE:
			if (p.openElements.hasInTableScope(TAG_ID.TR)) {
				p.openElements.clearBackToTableRowContext();
				p.openElements.pop();
				p.insertionMode = InsertionMode.IN_TABLE_BODY;
				endTagInTableBody(p, token);
			}
			break;
		case TAG_ID.TBODY:
		case TAG_ID.TFOOT:
		case TAG_ID.THEAD:
			if (p.openElements.hasInTableScope(token.tagID) || p.openElements.hasInTableScope(TAG_ID.TR)) {
				p.openElements.clearBackToTableRowContext();
				p.openElements.pop();
				p.insertionMode = InsertionMode.IN_TABLE_BODY;
				endTagInTableBody(p, token);
			}
			break;
		case TAG_ID.BODY:
		case TAG_ID.CAPTION:
		case TAG_ID.COL:
		case TAG_ID.COLGROUP:
		case TAG_ID.HTML:
		case TAG_ID.TD:
		case TAG_ID.TH: break;
		default: endTagInTable(p, token);
	}
}
function startTagInCell(p, token) {
	const tn = token.tagID;
	if (TABLE_VOID_ELEMENTS.has(tn)) {
		if (p.openElements.hasInTableScope(TAG_ID.TD) || p.openElements.hasInTableScope(TAG_ID.TH)) {
			p._closeTableCell();
			startTagInRow(p, token);
		}
	} else startTagInBody(p, token);
}
function endTagInCell(p, token) {
	const tn = token.tagID;
	switch (tn) {
		case TAG_ID.TD:
		case TAG_ID.TH:
			if (p.openElements.hasInTableScope(tn)) {
				p.openElements.generateImpliedEndTags();
				p.openElements.popUntilTagNamePopped(tn);
				p.activeFormattingElements.clearToLastMarker();
				p.insertionMode = InsertionMode.IN_ROW;
			}
			break;
		case TAG_ID.TABLE:
		case TAG_ID.TBODY:
		case TAG_ID.TFOOT:
		case TAG_ID.THEAD:
		case TAG_ID.TR:
			if (p.openElements.hasInTableScope(tn)) {
				p._closeTableCell();
				endTagInRow(p, token);
			}
			break;
		case TAG_ID.BODY:
		case TAG_ID.CAPTION:
		case TAG_ID.COL:
		case TAG_ID.COLGROUP:
		case TAG_ID.HTML: break;
		default: endTagInBody(p, token);
	}
}
function startTagInSelect(p, token) {
	switch (token.tagID) {
		case TAG_ID.HTML:
			startTagInBody(p, token);
			break;
		case TAG_ID.OPTION:
			if (p.openElements.currentTagId === TAG_ID.OPTION) p.openElements.pop();
			p._insertElement(token, NS.HTML);
			break;
		case TAG_ID.OPTGROUP:
			if (p.openElements.currentTagId === TAG_ID.OPTION) p.openElements.pop();
			if (p.openElements.currentTagId === TAG_ID.OPTGROUP) p.openElements.pop();
			p._insertElement(token, NS.HTML);
			break;
		case TAG_ID.HR:
			if (p.openElements.currentTagId === TAG_ID.OPTION) p.openElements.pop();
			if (p.openElements.currentTagId === TAG_ID.OPTGROUP) p.openElements.pop();
			p._appendElement(token, NS.HTML);
			token.ackSelfClosing = true;
			break;
		case TAG_ID.INPUT:
		case TAG_ID.KEYGEN:
		case TAG_ID.TEXTAREA:
		case TAG_ID.SELECT:
			if (p.openElements.hasInSelectScope(TAG_ID.SELECT)) {
				p.openElements.popUntilTagNamePopped(TAG_ID.SELECT);
				p._resetInsertionMode();
				if (token.tagID !== TAG_ID.SELECT) p._processStartTag(token);
			}
			break;
		case TAG_ID.SCRIPT:
		case TAG_ID.TEMPLATE: startTagInHead(p, token);
	}
}
function endTagInSelect(p, token) {
	switch (token.tagID) {
		case TAG_ID.OPTGROUP:
			if (p.openElements.stackTop > 0 && p.openElements.currentTagId === TAG_ID.OPTION && p.openElements.tagIDs[p.openElements.slotBelow(p.openElements.stackTop)] === TAG_ID.OPTGROUP) p.openElements.pop();
			if (p.openElements.currentTagId === TAG_ID.OPTGROUP) p.openElements.pop();
			break;
		case TAG_ID.OPTION:
			if (p.openElements.currentTagId === TAG_ID.OPTION) p.openElements.pop();
			break;
		case TAG_ID.SELECT:
			if (p.openElements.hasInSelectScope(TAG_ID.SELECT)) {
				p.openElements.popUntilTagNamePopped(TAG_ID.SELECT);
				p._resetInsertionMode();
			}
			break;
		case TAG_ID.TEMPLATE: templateEndTagInHead(p, token);
	}
}
function startTagInSelectInTable(p, token) {
	const tn = token.tagID;
	if (tn === TAG_ID.CAPTION || tn === TAG_ID.TABLE || tn === TAG_ID.TBODY || tn === TAG_ID.TFOOT || tn === TAG_ID.THEAD || tn === TAG_ID.TR || tn === TAG_ID.TD || tn === TAG_ID.TH) {
		p.openElements.popUntilTagNamePopped(TAG_ID.SELECT);
		p._resetInsertionMode();
		p._processStartTag(token);
	} else startTagInSelect(p, token);
}
function endTagInSelectInTable(p, token) {
	const tn = token.tagID;
	if (tn === TAG_ID.CAPTION || tn === TAG_ID.TABLE || tn === TAG_ID.TBODY || tn === TAG_ID.TFOOT || tn === TAG_ID.THEAD || tn === TAG_ID.TR || tn === TAG_ID.TD || tn === TAG_ID.TH) {
		if (p.openElements.hasInTableScope(tn)) {
			p.openElements.popUntilTagNamePopped(TAG_ID.SELECT);
			p._resetInsertionMode();
			p.onEndTag(token);
		}
	} else endTagInSelect(p, token);
}
function startTagInTemplate(p, token) {
	switch (token.tagID) {
		case TAG_ID.BASE:
		case TAG_ID.BASEFONT:
		case TAG_ID.BGSOUND:
		case TAG_ID.LINK:
		case TAG_ID.META:
		case TAG_ID.NOFRAMES:
		case TAG_ID.SCRIPT:
		case TAG_ID.STYLE:
		case TAG_ID.TEMPLATE:
		case TAG_ID.TITLE:
			startTagInHead(p, token);
			break;
		case TAG_ID.CAPTION:
		case TAG_ID.COLGROUP:
		case TAG_ID.TBODY:
		case TAG_ID.TFOOT:
		case TAG_ID.THEAD:
			p.tmplInsertionModeStack[p.tmplInsertionModeStack.length - 1] = InsertionMode.IN_TABLE;
			p.insertionMode = InsertionMode.IN_TABLE;
			startTagInTable(p, token);
			break;
		case TAG_ID.COL:
			p.tmplInsertionModeStack[p.tmplInsertionModeStack.length - 1] = InsertionMode.IN_COLUMN_GROUP;
			p.insertionMode = InsertionMode.IN_COLUMN_GROUP;
			startTagInColumnGroup(p, token);
			break;
		case TAG_ID.TR:
			p.tmplInsertionModeStack[p.tmplInsertionModeStack.length - 1] = InsertionMode.IN_TABLE_BODY;
			p.insertionMode = InsertionMode.IN_TABLE_BODY;
			startTagInTableBody(p, token);
			break;
		case TAG_ID.TD:
		case TAG_ID.TH:
			p.tmplInsertionModeStack[p.tmplInsertionModeStack.length - 1] = InsertionMode.IN_ROW;
			p.insertionMode = InsertionMode.IN_ROW;
			startTagInRow(p, token);
			break;
		default:
			p.tmplInsertionModeStack[p.tmplInsertionModeStack.length - 1] = InsertionMode.IN_BODY;
			p.insertionMode = InsertionMode.IN_BODY;
			startTagInBody(p, token);
	}
}
function endTagInTemplate(p, token) {
	if (token.tagID === TAG_ID.TEMPLATE) templateEndTagInHead(p, token);
}
function eofInTemplate(p, token) {
	if (p.openElements.tmplCount > 0) {
		do {
			p.openElements.popUntilTagNamePopped(TAG_ID.TEMPLATE);
			p.activeFormattingElements.clearToLastMarker();
			p.tmplInsertionModeStack.pop();
		} while (p.openElements.tmplCount > 0);
		p._resetInsertionMode();
		p.onEof(token);
	} else stopParsing(p, token);
}
function startTagAfterBody(p, token) {
	if (token.tagID === TAG_ID.HTML) startTagInBody(p, token);
	else tokenAfterBody(p, token);
}
function endTagAfterBody(p, token) {
	var _a;
	if (token.tagID === TAG_ID.HTML) {
		if (!p.fragmentContext) p.insertionMode = InsertionMode.AFTER_AFTER_BODY;
		if (p.options.sourceCodeLocationInfo && p.openElements.tagIDs[0] === TAG_ID.HTML) {
			p._setEndLocation(p.openElements.items[0], token);
			const bodyElement = p.openElements.items[1];
			if (bodyElement && !((_a = p.treeAdapter.getNodeSourceCodeLocation(bodyElement)) === null || _a === void 0 ? void 0 : _a.endTag)) p._setEndLocation(bodyElement, token);
		}
	} else tokenAfterBody(p, token);
}
function tokenAfterBody(p, token) {
	p.insertionMode = InsertionMode.IN_BODY;
	modeInBody(p, token);
}
function startTagInFrameset(p, token) {
	switch (token.tagID) {
		case TAG_ID.HTML:
			startTagInBody(p, token);
			break;
		case TAG_ID.FRAMESET:
			p._insertElement(token, NS.HTML);
			break;
		case TAG_ID.FRAME:
			p._appendElement(token, NS.HTML);
			token.ackSelfClosing = true;
			break;
		case TAG_ID.NOFRAMES: startTagInHead(p, token);
	}
}
function endTagInFrameset(p, token) {
	if (token.tagID === TAG_ID.FRAMESET && !p.openElements.isRootHtmlElementCurrent()) {
		p.openElements.pop();
		if (!p.fragmentContext && p.openElements.currentTagId !== TAG_ID.FRAMESET) p.insertionMode = InsertionMode.AFTER_FRAMESET;
	}
}
function startTagAfterFrameset(p, token) {
	switch (token.tagID) {
		case TAG_ID.HTML:
			startTagInBody(p, token);
			break;
		case TAG_ID.NOFRAMES: startTagInHead(p, token);
	}
}
function endTagAfterFrameset(p, token) {
	if (token.tagID === TAG_ID.HTML) p.insertionMode = InsertionMode.AFTER_AFTER_FRAMESET;
}
function startTagAfterAfterBody(p, token) {
	if (token.tagID === TAG_ID.HTML) startTagInBody(p, token);
	else tokenAfterAfterBody(p, token);
}
function tokenAfterAfterBody(p, token) {
	p.insertionMode = InsertionMode.IN_BODY;
	modeInBody(p, token);
}
function startTagAfterAfterFrameset(p, token) {
	switch (token.tagID) {
		case TAG_ID.HTML:
			startTagInBody(p, token);
			break;
		case TAG_ID.NOFRAMES: startTagInHead(p, token);
	}
}
function nullCharacterInForeignContent(p, token) {
	token.chars = "�";
	p._insertCharacters(token);
}
function characterInForeignContent(p, token) {
	p._insertCharacters(token);
	p.framesetOk = false;
}
function popUntilHtmlOrIntegrationPoint(p) {
	while (p.treeAdapter.getNamespaceURI(p.openElements.current) !== NS.HTML && p.openElements.currentTagId !== void 0 && !p._isIntegrationPoint(p.openElements.currentTagId, p.openElements.current)) p.openElements.pop();
}
function startTagInForeignContent(p, token) {
	if (causesExit(token)) {
		popUntilHtmlOrIntegrationPoint(p);
		p._startTagOutsideForeignContent(token);
	} else {
		const current = p._getAdjustedCurrentElement();
		const currentNs = p.treeAdapter.getNamespaceURI(current);
		if (currentNs === NS.MATHML) adjustTokenMathMLAttrs(token);
		else if (currentNs === NS.SVG) {
			adjustTokenSVGTagName(token);
			adjustTokenSVGAttrs(token);
		}
		adjustTokenXMLAttrs(token);
		if (token.selfClosing) p._appendElement(token, currentNs);
		else p._insertElement(token, currentNs);
		token.ackSelfClosing = true;
	}
}
function endTagInForeignContent(p, token) {
	if (token.tagID === TAG_ID.P || token.tagID === TAG_ID.BR) {
		popUntilHtmlOrIntegrationPoint(p);
		p._endTagOutsideForeignContent(token);
		return;
	}
	if (p.openElements.stackTop === 0) return;
	const { tagName } = token;
	const adjustedTagName = SVG_TAG_NAMES_ADJUSTMENT_MAP.get(tagName);
	const contextNs = p.fragmentContext ? p.treeAdapter.getNamespaceURI(p.fragmentContext) : NS.HTML;
	const i = Math.max(p.openElements.indexOfTopmostByName(NS.SVG, tagName), p.openElements.indexOfTopmostByName(NS.MATHML, tagName), adjustedTagName === void 0 ? -1 : p.openElements.indexOfTopmostByName(NS.SVG, adjustedTagName), contextNs === NS.HTML || contextNs === NS.SVG || contextNs === NS.MATHML ? -1 : p.openElements.indexOfTopmostByName(contextNs, tagName));
	if (i > p.openElements.indexOfTopmostHtmlElement()) {
		token.tagName = p.treeAdapter.getTagName(p.openElements.items[i]);
		p.openElements.shortenToLength(i);
	} else p._endTagOutsideForeignContent(token);
}
TAG_NAMES.AREA, TAG_NAMES.BASE, TAG_NAMES.BASEFONT, TAG_NAMES.BGSOUND, TAG_NAMES.BR, TAG_NAMES.COL, TAG_NAMES.EMBED, TAG_NAMES.FRAME, TAG_NAMES.HR, TAG_NAMES.IMG, TAG_NAMES.INPUT, TAG_NAMES.KEYGEN, TAG_NAMES.LINK, TAG_NAMES.META, TAG_NAMES.PARAM, TAG_NAMES.SOURCE, TAG_NAMES.TRACK, TAG_NAMES.WBR;
// node_modules/parse5/dist/index.js
function parse$2(html, options) {
	return Parser.parse(html, options);
}
// src/html/dom.ts
const MAX_CHARACTERS = 2e6;
const MAX_ELEMENTS = 25e4;
var TooManyElements = class extends Error {};
function readTree(html, maxElements = MAX_ELEMENTS) {
	const document = defaultTreeAdapter.createDocument();
	const owners = /* @__PURE__ */ new Map();
	let elements = 0;
	const treeAdapter = {
		...defaultTreeAdapter,
		createDocument: () => document,
		createElement(tagName, namespace, attributes) {
			elements += 1;
			if (elements > maxElements) throw new TooManyElements();
			return defaultTreeAdapter.createElement(tagName, namespace, attributes);
		},
		onElementCreated(element, { formElement, isInTemplate }) {
			if (formElement && !isInTemplate) owners.set(element, formElement);
		}
	};
	try {
		parse$2(html.slice(0, MAX_CHARACTERS), { treeAdapter });
	} catch (error) {
		if (!(error instanceof TooManyElements)) throw error;
	}
	return {
		document,
		owners
	};
}
function walk(root, visitor) {
	const open = [{
		parent: root,
		next: 0
	}];
	for (let top = open.at(-1); top; top = open.at(-1)) {
		const node = top.parent.childNodes[top.next++];
		if (!node) {
			open.pop();
			if (open.length > 0) visitor.leave?.(top.parent);
		} else if (isElement(node)) {
			if (visitor.enter(node)) open.push({
				parent: node,
				next: 0
			});
			else visitor.leave?.(node);
		} else if (node.nodeName === "#text") visitor.text?.(node.value);
	}
}
function isElement(node) {
	return "tagName" in node;
}
function tagOf(element) {
	return element.namespaceURI === HTML$1 ? element.tagName : `foreign:${element.tagName}`;
}
function attribute(element, name) {
	return element.attrs.find((each) => each.name === name && !each.prefix)?.value ?? null;
}
function has$1(element, name) {
	return attribute(element, name) !== null;
}
function words(element, name) {
	return (attribute(element, name) ?? "").split(/[\t\n\f\r ]+/).filter(Boolean);
}
function rawText(element, limit = MAX_CHARACTERS) {
	const parts = [];
	let length = 0;
	walk(element, {
		enter: () => length < limit,
		text(value) {
			if (length < limit) parts.push(value);
			length += value.length;
		}
	});
	return parts.join("").slice(0, limit);
}
const HTML$1 = "http://www.w3.org/1999/xhtml";
// src/html/address.ts
function siteOf$1(from, url) {
	const page = parse$1(url.startsWith("/") ? SITE + url : url, SITE) ?? new URL(SITE);
	const base = from.places.find(({ tag, element }) => tag === "base" && has$1(element, "href"));
	const start = (base && parseBase(attribute(base.element, "href") ?? "", page)) ?? page;
	return {
		own: page.pathname + page.search,
		resolve(written) {
			const target = parse$1(written, start.href);
			const internal = target?.host === page.host && /^https?:$/.test(target.protocol);
			return target && internal ? {
				path: target.pathname + target.search,
				internal
			} : {
				path: written,
				internal: false
			};
		}
	};
}
const SITE = "http://localhost";
function parse$1(written, base) {
	return URL.canParse(written, base) ? new URL(written, base) : null;
}
function parseBase(written, page) {
	const base = parse$1(written, page.href);
	return base && /^https?:$/.test(base.protocol) ? base : null;
}
// src/html/text-buffer.ts
var TextBuffer = class {
	length = 0;
	parts = [];
	spaced = false;
	write(value) {
		const text = value.replace(/\s+/g, " ");
		const words = text.trim();
		if (text.startsWith(" ")) this.spaced = true;
		if (words === "") return;
		if (this.spaced && this.length > 0) this.append(" ");
		this.append(words);
		this.spaced = text.endsWith(" ");
	}
	gap() {
		this.spaced = true;
	}
	read() {
		return this.parts.join("");
	}
	append(text) {
		this.parts.push(text);
		this.length += text.length;
	}
};
function collapse(text) {
	return text.replace(/\s+/g, " ").trim();
}
// src/html/survey.ts
function survey(tree) {
	const places = [];
	const ids = /* @__PURE__ */ new Map();
	const legends = /* @__PURE__ */ new Map();
	const forms = /* @__PURE__ */ new Map();
	const [seen, own, all] = [
		new TextBuffer(),
		new TextBuffer(),
		new TextBuffer()
	];
	let current = null;
	walk(tree.document, {
		enter(element) {
			const place = placeOf(element, current, places.length);
			places.push(place);
			const id = attribute(element, "id");
			if (id && !ids.has(id)) ids.set(id, place);
			if (place.tag === "form") forms.set(element, place);
			if (place.tag === "legend" && current?.tag === "fieldset" && !legends.has(current)) legends.set(current, place);
			if (!isInline(place)) for (const buffer of [
				seen,
				own,
				all
			]) buffer.gap();
			place.seen[0] = seen.length;
			place.all[0] = all.length;
			current = place;
			return true;
		},
		leave() {
			if (!current) return;
			current.last = places.length - 1;
			current.seen[1] = seen.length;
			current.all[1] = all.length;
			if (!isInline(current)) for (const buffer of [
				seen,
				own,
				all
			]) buffer.gap();
			current = current.parent;
		},
		text(value) {
			if (!current || current.silent) return;
			all.write(value);
			if (current.hidden) return;
			seen.write(value);
			if (current.region === "main") own.write(value);
		}
	});
	return {
		places,
		ids,
		legends,
		forms,
		owners: tree.owners,
		text: seen.read(),
		ownText: own.read(),
		allText: all.read()
	};
}
function textIn(from, place, limit = 2e4) {
	const [text, [start, end]] = place.hidden ? [from.allText, place.all] : [from.text, place.seen];
	return text.slice(start, Math.min(end, start + limit)).trim();
}
function nearest(places, test) {
	const found = [];
	for (const place of places) found.push(test(place) ? place : place.parent ? found[place.parent.index] ?? null : null);
	return found;
}
function placeOf(element, parent, index) {
	const tag = tagOf(element);
	return {
		element,
		tag,
		parent,
		index,
		last: index,
		region: regionOf(element, tag, parent),
		sectioned: parent?.sectioned || SECTIONS.has(tag),
		silent: parent?.silent || SILENT.has(tag),
		hidden: parent?.hidden || isHidden(element, tag),
		seen: [0, 0],
		all: [0, 0]
	};
}
function regionOf(element, tag, parent) {
	const role = ROLES.get(attribute(element, "role") ?? "");
	if (role) return role;
	if (tag === "nav" || tag === "aside") return tag;
	if ((tag === "header" || tag === "footer") && !parent?.sectioned) return tag;
	return parent?.region ?? "main";
}
function isHidden(element, tag) {
	if (has$1(element, "hidden") || tag === "dialog" && !has$1(element, "open")) return true;
	return /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden/i.test(attribute(element, "style") ?? "");
}
function isInline({ tag }) {
	return INLINE.has(tag);
}
const ROLES = /* @__PURE__ */ new Map([
	["navigation", "nav"],
	["banner", "header"],
	["contentinfo", "footer"],
	["complementary", "aside"]
]);
const SECTIONS = /* @__PURE__ */ new Set([
	"article",
	"aside",
	"main",
	"nav",
	"section"
]);
const SILENT = new Set(`audio canvas datalist head iframe noembed noframes noscript object script select style template textarea
  video foreign:defs foreign:desc foreign:metadata foreign:script foreign:style foreign:title`.split(/\s+/));
const INLINE = new Set(`a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span
  strike strong sub sup time tt u var wbr`.split(/\s+/));
// src/html/complaints.ts
function complaintsOf(from) {
	const forms = nearest(from.places, ({ tag }) => tag === "form");
	const found = notices(from, isComplaint(from));
	for (const place of from.places) {
		if (attribute(place.element, "aria-invalid") !== "true") continue;
		found.push(...descriptions(from, place).map((text) => ({
			place,
			text
		})));
	}
	const inside = groupBy(found, ({ place }) => forms[place.index] ?? null);
	const holders = new Set([...from.forms.values()].flatMap(({ parent }) => [parent, parent?.parent]));
	const near = groupBy((inside.get(null) ?? []).flatMap(({ place, text }) => {
		const box = boxOf(place);
		return (box === null || holders.has(box) ? [box] : [box, box.parent]).map((beside) => ({
			beside,
			text
		}));
	}), ({ beside }) => beside);
	return { of(form) {
		const texts = [...[form.parent, form.parent?.parent].flatMap((parent) => parent && near.get(parent) || []), ...inside.get(form) ?? []].map(({ text }) => text);
		return [...new Set(texts)].slice(0, 100);
	} };
}
function boxOf({ tag, parent }) {
	return (tag === "li" ? parent?.parent : parent) ?? null;
}
function messagesOf(from) {
	const texts = notices(from, ({ element }) => {
		const role = attribute(element, "role");
		return role === "alert" || role === "status" || words(element, "class").some((name) => MESSAGE.has(name));
	}).map(({ text }) => text);
	return [...new Set(texts)].slice(0, 100);
}
function notices(from, matches) {
	const marked = from.places.map((place) => !place.hidden && !place.silent && matches(place));
	const around = nearest(from.places, ({ index }) => marked[index] === true);
	const outer = /* @__PURE__ */ new Set();
	const items = [];
	for (const place of from.places) {
		const notice = around[place.index];
		if (!notice) continue;
		if (/^(input|select|textarea)$/.test(place.tag)) outer.add(notice);
		const container = marked[place.index] ? place.parent && around[place.parent.index] : null;
		if (container) outer.add(container);
		const listed = place.tag === "li" && place.parent !== null && /^[uo]l$/.test(notice.tag) && place.parent === notice;
		if (listed) outer.add(notice);
		if (listed || marked[place.index]) items.push(place);
	}
	return items.filter((place) => !outer.has(place)).map((place) => ({
		place,
		text: saying(textIn(from, place, 1e3))
	})).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}
function saying(text) {
	return text.replace(/^[×✕✖] | [×✕✖]$/g, "").trim();
}
function isComplaint(from) {
	const blamed = /* @__PURE__ */ new Set();
	for (const place of from.places) {
		const { element, parent } = place;
		if ((attribute(element, "aria-invalid") === "true" || words(element, "class").includes("is-invalid")) && parent) blamed.add(parent);
	}
	return ({ tag, element, parent }) => {
		if (/^(a|button|h[1-6])$/.test(tag)) return false;
		const names = words(element, "class");
		if (names.some((name) => COMPLAINT.has(name))) return true;
		if (attribute(element, "role") === "alert") return !names.some((name) => /success|info/.test(name));
		if (/^error_\d/.test(attribute(element, "id") ?? "")) return true;
		if (!names.some((name) => name === "invalid-feedback" || name === "invalid-tooltip")) return false;
		return names.includes("d-block") || parent !== null && blamed.has(parent);
	};
}
function descriptions(from, { element }) {
	return ["aria-errormessage", "aria-describedby"].flatMap((name) => words(element, name).slice(0, 5)).filter((id) => !/help|hint/i.test(id)).flatMap((id) => {
		const place = from.ids.get(id);
		return place && !has$1(place.element, "hidden") ? [place] : [];
	}).map((place) => textIn(from, place, 1e3)).filter(Boolean);
}
const MESSAGE = /* @__PURE__ */ new Set([
	"messages",
	"messagelist",
	"message",
	"alert",
	"toast",
	"notification",
	"flash"
]);
const COMPLAINT = new Set(`errorlist errornote alert-danger alert-error error errors error-message error-text field-error field-errors
  form-error form-errors text-danger text-error is-danger help-error nonfield non-field-errors`.split(/\s+/));
// src/html/control.ts
function readControl(group, context) {
	const [first] = group;
	const type = typeOf(first.place);
	const { element } = first.place;
	const grouped = type === "radio" || group.length > 1;
	const multiple = type === "checkbox" ? grouped : /^(select|email|file)$/.test(type) && has$1(element, "multiple");
	const options = grouped ? boxes(group, context) : type === "select" ? choices(first.place, context) : [];
	const chosen = options.find(({ selected }) => selected);
	const any = (name) => group.some(({ place }) => has$1(place.element, name));
	return {
		name: attribute(element, "name") ?? "",
		type,
		value: grouped || type === "select" ? chosen?.value ?? "" : currentValue(element, type),
		checked: /^(radio|checkbox)$/.test(type) && (grouped ? chosen !== void 0 : has$1(element, "checked")),
		options,
		multiple,
		required: any("required"),
		maxLength: count$1(element, "maxlength"),
		minLength: count$1(element, "minlength"),
		min: attribute(element, "min"),
		max: attribute(element, "max"),
		pattern: attribute(element, "pattern"),
		readOnly: has$1(element, "readonly"),
		disabled: group.every(({ place }) => context.disabled.has(place)),
		label: grouped ? context.labels.ofGroup(group) : context.labels.of(first),
		id: attribute(element, "id")
	};
}
function typeOf({ tag, element }) {
	const type = (attribute(element, "type") ?? "").trim().toLowerCase();
	if (tag === "button") return type === "reset" || type === "button" ? type : "submit";
	if (tag !== "input") return tag;
	return TYPES.has(type) ? type : "text";
}
function boxes(group, { labels, disabled }) {
	const options = group.map((owned) => ({
		value: currentValue(owned.place.element, "checkbox"),
		text: labels.ofOption(owned),
		selected: has$1(owned.place.element, "checked"),
		disabled: disabled.has(owned.place)
	}));
	const [first] = group;
	return first && typeOf(first.place) === "radio" ? onlyLast(options) : options;
}
function choices(select, { options }) {
	const all = (options.get(select) ?? []).map((place) => {
		const { element, parent } = place;
		const text = collapse(rawText(element, 1e3));
		return {
			value: attribute(element, "value") ?? text,
			text: text || (attribute(element, "label") ?? ""),
			selected: has$1(element, "selected"),
			disabled: has$1(element, "disabled") || parent?.tag === "optgroup" && has$1(parent.element, "disabled")
		};
	});
	if (has$1(select.element, "multiple")) return all;
	if ((count$1(select.element, "size") ?? 0) <= 1 && !all.some(({ selected }) => selected)) {
		const first = all.find((option) => !option.disabled);
		if (first) first.selected = true;
	}
	return onlyLast(all);
}
function onlyLast(options) {
	const last = options.findLastIndex(({ selected }) => selected);
	return options.map((option, index) => ({
		...option,
		selected: index === last
	}));
}
function currentValue(element, type) {
	if (type === "textarea") return rawText(element).replace(/\r\n?/g, "\n");
	const value = attribute(element, "value");
	if (type === "file") return "";
	if (/^(radio|checkbox)$/.test(type)) return value ?? "on";
	if (type === "color") return /^#[\da-f]{6}$/i.test(value ?? "") ? (value ?? "").toLowerCase() : "#000000";
	if (type === "hidden") return value ?? "";
	const line = (value ?? "").replace(/[\r\n]/g, "");
	return /^(email|url|number)$/.test(type) ? line.trim() : line;
}
function count$1(element, name) {
	const written = attribute(element, name) ?? "";
	return /^\d{1,9}$/.test(written) ? Number(written) : null;
}
const TYPES = new Set(`text email password url number date datetime-local time checkbox radio file hidden search color range month week
  tel submit image reset button`.split(/\s+/));
// src/html/labels.ts
function labelsOf(from, controls) {
	const labels = from.places.filter(({ tag }) => tag === "label");
	const byId = groupBy(labels, ({ element }) => attribute(element, "for") ?? "");
	const around = nearest(from.places, ({ tag }) => tag === "label");
	const groups = nearest(from.places, ({ tag, element }) => tag === "fieldset" || isGroup(element));
	const members = groupBy(controls, ({ place }) => groups[place.index] ?? null);
	const rows = nearest(from.places, ({ tag }) => tag === "tr");
	const blocks = nearest(from.places, (place) => !isInline(place));
	const alone = loneLabels(labels, controls);
	const order = new Map(controls.map(({ place }, index) => [place, index]));
	const slice = (start, end) => from.allText.slice(start, end);
	const read = (place) => place ? readable(slice(...place.all)) : "";
	const named = (place) => byId.get(attribute(place.element, "id") || "\0") ?? [];
	const wrapping = ({ place }) => {
		const label = around[place.index];
		return label && !has$1(label.element, "for") ? label : null;
	};
	const aria = ({ element }) => readable(attribute(element, "aria-label") ?? "") || words(element, "aria-labelledby").slice(0, 5).map((id) => read(from.ids.get(id))).filter(Boolean).join(" ");
	const extent = (control) => {
		const parts = [
			control.place,
			...named(control.place).slice(-1),
			wrapping(control)
		].filter((part) => part !== null);
		return {
			start: Math.min(...parts.map(({ all }) => all[0])),
			end: Math.max(...parts.map(({ all }) => all[1]))
		};
	};
	const neighbour = ({ place, form }, step) => {
		const other = controls[(order.get(place) ?? 0) + step];
		return other?.form === form ? other : null;
	};
	const before = (control) => {
		const previous = neighbour(control, -1);
		const row = rows[control.place.index]?.all[0] ?? 0;
		const start = Math.max(row, previous ? extent(previous).end : control.form.all[0]);
		const end = extent(control).start;
		return [blocks[control.place.parent?.index ?? 0]?.all[0] ?? 0, start].map((from) => readable(slice(Math.max(from, start, end - 100), end))).find(Boolean);
	};
	const after = ({ place }) => {
		const line = blocks[place.parent?.index ?? 0];
		const next = from.places.slice(place.last + 1, place.last + 10).find((other) => !isInline(other) || other.tag === "label");
		const end = Math.min(line?.all[1] ?? 0, next?.all[0] ?? Number.POSITIVE_INFINITY);
		return readable(slice(place.all[1], Math.min(end, place.all[1] + 100)));
	};
	const legend = (group, alsoShared) => {
		const fieldset = groups[group[0].place.index];
		const previous = neighbour(group[0], -1);
		const next = neighbour(group.at(-1) ?? group[0], 1);
		const shared = previous && fieldset && previous.place.index > fieldset.index || next && fieldset && next.place.index <= fieldset.last;
		if (!fieldset || shared && !alsoShared) return "";
		return aria(fieldset) || read(from.legends.get(fieldset));
	};
	const whole = ({ place }) => {
		const fieldset = groups[place.index];
		return fieldset && (members.get(fieldset) ?? []).length <= 3 ? read(from.legends.get(fieldset)) : "";
	};
	return {
		of(control) {
			const { place } = control;
			const box = /^(checkbox|radio)$/i.test(attribute(place.element, "type") ?? "");
			return named(place).slice(0, 3).map(read).find(Boolean) || read(wrapping(control)) || aria(place) || read(alone.get(place)) || readable(attribute(place.element, "placeholder") ?? "") || readable(attribute(place.element, "title") ?? "") || box && after(control) || whole(control) || before(control) || "";
		},
		ofOption(control) {
			return read(named(control.place).at(-1)) || read(wrapping(control)) || aria(control.place) || after(control);
		},
		ofGroup(group) {
			const [first] = group;
			const own = named(first.place);
			return legend(group, false) || own.length > 1 && read(own[0]) || containers(first.place).flatMap(named).slice(0, 3).map(read).find(Boolean) || read(alone.get(first.place)) || before(first) || legend(group, true);
		}
	};
}
function isGroup(element) {
	return /^(radio)?group$/.test(attribute(element, "role") ?? "");
}
function containers({ parent }) {
	const found = [];
	for (let place = parent; place && found.length < 4; place = place.parent) found.push(place);
	return found;
}
function loneLabels(labels, controls) {
	const found = /* @__PURE__ */ new Map();
	let next = 0;
	for (const label of labels) {
		while ((controls[next]?.place.index ?? Number.POSITIVE_INFINITY) < label.index) next += 1;
		const control = controls[next];
		if (!control || has$1(label.element, "for")) continue;
		if (!(control.place.index <= label.last) && label.index > control.form.index) found.set(control.place, label);
	}
	return found;
}
function readable(text) {
	return text.slice(0, 200).replace(/\s+/g, " ").replace(/[:*\s]+$/, "").trim();
}
// src/html/controls.ts
function readControls(from) {
	const sent = /* @__PURE__ */ new Map();
	for (const form of from.forms.values()) sent.set(form, {
		controls: [],
		submitters: []
	});
	const off = disabledPlaces(from);
	const owned = from.places.filter(({ tag }) => /^(input|select|textarea|button)$/.test(tag)).flatMap((place) => {
		const form = ownerOf$1(from, place);
		return form ? [{
			place,
			form
		}] : [];
	});
	const isButton = ({ place }) => /^(submit|image|reset|button)$/.test(typeOf(place));
	for (const { place, form } of owned.filter(isButton)) {
		if (!/^(submit|image)$/.test(typeOf(place)) || off.has(place)) continue;
		sent.get(form)?.submitters.push(submitter(from, place));
	}
	const controls = owned.filter((control) => !isButton(control));
	const context = {
		labels: labelsOf(from, controls),
		disabled: off,
		options: optionsOf(from)
	};
	for (const group of groupsOf(controls)) sent.get(group[0].form)?.controls.push(readControl(group, context));
	return sent;
}
function groupsOf(controls) {
	return [...groupBy(controls, ({ place, form }) => {
		const name = attribute(place.element, "name");
		const type = typeOf(place);
		return name && /^(radio|checkbox)$/.test(type) ? `${form.index} ${type} ${name}` : place;
	}).values()];
}
function ownerOf$1(from, { element }) {
	const id = attribute(element, "form");
	if (id !== null) {
		const named = from.ids.get(id);
		return named?.tag === "form" ? named : null;
	}
	const owner = from.owners.get(element);
	return (owner && from.forms.get(owner)) ?? null;
}
function disabledPlaces(from) {
	const disabled = /* @__PURE__ */ new Set();
	for (const place of from.places) {
		const { parent, element, tag } = place;
		const closed = parent?.tag === "fieldset" && has$1(parent.element, "disabled") && from.legends.get(parent) !== place;
		const own = /^(input|select|textarea|button)$/.test(tag) && has$1(element, "disabled");
		if (closed || own || parent && disabled.has(parent)) disabled.add(place);
	}
	return disabled;
}
function submitter(from, place) {
	const { element } = place;
	const value = attribute(element, "value");
	const shown = place.tag === "button" ? textIn(from, place, 200) : value;
	const told = [
		"aria-label",
		"title",
		"alt"
	].map((name) => attribute(element, name)).find(Boolean);
	return {
		name: typeOf(place) === "image" || !attribute(element, "name") ? null : attribute(element, "name"),
		value: value ?? (place.tag === "button" ? "" : "Submit"),
		text: collapse(shown || told || (place.tag === "button" ? "" : "Submit"))
	};
}
function optionsOf(from) {
	const selects = nearest(from.places, ({ tag }) => tag === "select");
	return groupBy(from.places.filter(({ tag }) => tag === "option"), ({ index }) => selects[index] ?? null);
}
// src/html/forms.ts
function readForms(from, site, complaints) {
	const sent = readControls(from);
	const headings = headingsBefore(from);
	const scripts = scriptAttributes(from);
	return [...from.forms.values()].filter((place) => methodOf(place) !== "dialog").map((place) => {
		const method = methodOf(place) === "post" ? "POST" : "GET";
		return {
			...addressOf(place, site),
			method,
			encoding: method === "POST" && isMultipart(place) ? "multipart" : "urlencoded",
			...sent.get(place),
			text: textIn(from, place),
			heading: headings.get(place) ?? "",
			region: place.region,
			errors: complaints.of(place),
			scripted: { attributes: scripts.get(place) ?? {} }
		};
	});
}
function methodOf({ element }) {
	return (attribute(element, "method") ?? "").toLowerCase();
}
function isMultipart({ element }) {
	return (attribute(element, "enctype") ?? "").toLowerCase() === "multipart/form-data";
}
function addressOf({ element }, site) {
	const written = attribute(element, "action")?.trim();
	if (!written) return {
		action: site.own,
		internal: true
	};
	const { path, internal } = site.resolve(written);
	return {
		action: path,
		internal
	};
}
function headingsBefore(from) {
	const found = /* @__PURE__ */ new Map();
	let heading = "";
	for (const place of from.places) {
		if (/^h[1-6]$/.test(place.tag)) heading = textIn(from, place, 500) || heading;
		if (place.tag === "form") found.set(place, heading);
	}
	return found;
}
function scriptAttributes(from) {
	const forms = nearest(from.places, ({ tag }) => tag === "form");
	const found = /* @__PURE__ */ new Map();
	for (const place of from.places) {
		const form = forms[place.index];
		if (!form) continue;
		if (place === form) found.set(form, /* @__PURE__ */ new Map());
		const attributes = found.get(form) ?? /* @__PURE__ */ new Map();
		const wanted = place === form ? ON_FORM : ON_ELEMENT;
		for (const { name, value } of place.element.attrs) if (attributes.size < 50 && !attributes.has(name) && wanted.test(name)) attributes.set(name, value.slice(0, 500));
	}
	return new Map([...found].map(([form, attributes]) => [form, Object.fromEntries(attributes)]));
}
const HANDLER = "on[a-z]+$|hx-|ng-|up-|x-on:|v-on:|@";
const ON_FORM = new RegExp(`^(id$|class$|data-|${HANDLER})`);
const ON_ELEMENT = new RegExp(`^(data-.*(url|action|href|endpoint|api|method|target)|${HANDLER})`);
// src/html/links.ts
function readLinks(from, site) {
	return from.places.filter(({ tag, element }) => (tag === "a" || tag === "area") && has$1(element, "href")).map((place) => [place, {
		...site.resolve(attribute(place.element, "href") ?? ""),
		text: textIn(from, place, 2e3),
		hints: hintsOf(from, place),
		region: place.region
	}]);
}
function hintsOf(from, link) {
	const inside = from.places.slice(link.index + 1, Math.min(link.last, link.index + 10) + 1);
	const around = [];
	for (let place = link.parent; place && around.length < 3; place = place.parent) around.push(place);
	return [
		link,
		...inside,
		...around
	].flatMap(({ element }) => [
		"rel",
		"id",
		"class",
		"aria-label",
		"title",
		"alt"
	].map((name) => attribute(element, name))).filter(Boolean).join(" ").replace(/\s+/g, " ").slice(0, 500).trim();
}
// src/html/tables.ts
const NESTING = 3;
function readTables(from, links) {
	const tables = /* @__PURE__ */ new Map();
	const rows = /* @__PURE__ */ new Map();
	const nearestRow = nearest(from.places, ({ tag }) => tag === "tr");
	const nearestTable = nearest(from.places, ({ tag }) => tag === "table");
	const cellsOf = groupBy(from.places.filter(({ tag }) => tag === "td" || tag === "th"), ({ parent }) => parent);
	for (const place of from.places) {
		if (place.tag === "table") {
			const { element } = place;
			tables.set(place, {
				id: attribute(element, "id"),
				className: attribute(element, "class") ?? "",
				headers: [],
				rows: []
			});
		}
		const table = tables.get(nearestTable[place.index]);
		if (place.tag !== "tr" || !table) continue;
		const cells = cellsOf.get(place) ?? [];
		const texts = cells.map((cell) => textIn(from, cell));
		const heads = cells.length > 0 && cells.every(({ tag }) => tag === "th") && table.rows.length === 0;
		if (place.parent?.tag === "thead" || heads) {
			if (texts.length > 0) table.headers = texts;
			continue;
		}
		const row = {
			text: textIn(from, place),
			cells: texts,
			links: []
		};
		rows.set(place, row);
		table.rows.push(row);
	}
	for (const [place, link] of links) {
		let row = nearestRow[place.index] ?? null;
		for (let level = 0; row && level < NESTING; level += 1) {
			rows.get(row)?.links.push(link);
			row = row.parent ? nearestRow[row.parent.index] ?? null : null;
		}
	}
	return [...tables.values()];
}
// src/html/page.ts
function parsePage(html, url) {
	const from = survey(readTree(html));
	const site = siteOf$1(from, url);
	const links = readLinks(from, site);
	return {
		url,
		title: titleOf$1(from),
		text: from.text,
		mainText: mainTextOf(from),
		links: links.map(([, link]) => link),
		forms: readForms(from, site, complaintsOf(from)),
		headings: headingsOf(from),
		messages: messagesOf(from),
		scripts: scriptsOf(from, site),
		tables: readTables(from, links)
	};
}
function titleOf$1({ places }) {
	const title = places.find(({ tag }) => tag === "title");
	return title ? collapse(rawText(title.element, 1e3)) : "";
}
function mainTextOf(from) {
	const isMain = (place) => place.tag === "main" || attribute(place.element, "role") === "main";
	const around = nearest(from.places, isMain);
	const outermost = from.places.filter((place) => isMain(place) && !place.hidden && !(place.parent && around[place.parent.index]));
	if (outermost.length === 0) return from.ownText;
	return outermost.map(({ seen }) => from.text.slice(...seen).trim()).filter(Boolean).join(" ");
}
function headingsOf(from) {
	return from.places.filter(({ tag, hidden }) => /^h[1-6]$/.test(tag) && !hidden).map((place) => textIn(from, place, 500)).filter(Boolean);
}
function scriptsOf({ places }, site) {
	const scripts = places.filter(({ tag }) => tag === "script");
	const sources = scripts.map(({ element }) => attribute(element, "src")).filter((written) => written !== null).map((written) => site.resolve(written)).filter(({ internal }) => internal).map(({ path }) => path);
	const inline = [];
	let left = MAX_SCRIPT;
	for (const { element } of scripts) {
		const code = attribute(element, "src") === null ? rawText(element, left) : "";
		if (code.trim() !== "") inline.push(code);
		left -= code.length;
	}
	return {
		sources,
		inline
	};
}
const MAX_SCRIPT = 2e5;
// src/browse/browser.ts
const MAX_REDIRECTS = 6;
const HTML = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
function openBrowser(session, actor, csrf) {
	const cookies = new Map(actor.credentials.kind === "cookies" ? Object.entries(actor.credentials.cookies) : []);
	const nobody = { kind: "none" };
	const request = async (method, path, headers, raw) => {
		const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
		const exchanged = await session.send(actor, {
			method,
			path,
			raw,
			headers: {
				Accept: HTML,
				...cookie === "" ? {} : { Cookie: cookie },
				...headers
			}
		}, { credentials: nobody });
		for (const line of exchanged.reply.setCookies) keep(cookies, line);
		return exchanged;
	};
	const follow = async (first, from) => {
		const hops = [first];
		let last = first;
		let url = from;
		while (hops.length <= MAX_REDIRECTS) {
			const target = redirectOf(last, url);
			if (target === null) break;
			last = await request("GET", target, { Referer: `http://localhost${url}` });
			hops.push(last);
			url = target;
		}
		return {
			url,
			first,
			last,
			hops,
			page: parsePage(isHtml$1(last) ? last.reply.body : "", url)
		};
	};
	return {
		actor,
		cookies,
		visit: async (path) => {
			const asked = onThisSite(path);
			return follow(await request("GET", asked, {}), asked);
		},
		async submit(from, form, values, options = {}) {
			const body = formBody(form, values);
			const kept = {
				...body,
				pairs: [...options.csrf === false ? body.pairs.filter(([name]) => !isCsrf(name)) : body.pairs, ...options.extra ?? []]
			};
			const headers = {
				Referer: `http://localhost${from.url}`,
				Origin: "http://localhost"
			};
			if (form.method === "GET") {
				const query = new URLSearchParams(kept.pairs).toString();
				const path = `${form.action.split("?")[0]}?${query}`;
				return follow(await request("GET", path, headers), path);
			}
			const { contentType, body: raw } = encodeBody(kept, "milepost-part-of-a-form");
			return follow(await request("POST", onThisSite(form.action), {
				...headers,
				"Content-Type": contentType
			}, raw), onThisSite(form.action));
		},
		async fetch(from, method, path, body, withCsrf = true) {
			const token = cookies.get(csrf.cookie);
			const headers = {
				Accept: "application/json, text/html, */*",
				"X-Requested-With": "XMLHttpRequest",
				Referer: `http://localhost${from}`,
				Origin: "http://localhost",
				...body === null ? {} : { "Content-Type": body.contentType },
				...withCsrf && token !== void 0 ? { [csrf.header]: token } : {}
			};
			const asked = onThisSite(path);
			return follow(await request(method, asked, headers, body?.text), asked);
		}
	};
}
const isCsrf = (name) => /csrf|xsrf|authenticity_token/i.test(name);
function onThisSite(path) {
	try {
		const { pathname, search } = new URL(path, "http://localhost");
		return pathname + search;
	} catch {
		return "/";
	}
}
const isHtml$1 = ({ reply }) => /html|^$/.test(reply.headers["content-type"] ?? "");
function redirectOf({ reply }, from) {
	const location = reply.headers.location;
	if (location === void 0 || ![
		301,
		302,
		303,
		307,
		308
	].includes(reply.status ?? 0)) return null;
	try {
		const target = new URL(location, `http://localhost${from}`);
		return target.hostname === "localhost" ? target.pathname + target.search : null;
	} catch {
		return null;
	}
}
function keep(cookies, line) {
	const cookie = Cookie.parse(line);
	if (cookie === void 0 || cookie.key === "") return;
	if (cookie.TTL() <= 0) cookies.delete(cookie.key);
	else cookies.set(cookie.key, cookie.value);
}
// src/bind/site/tools.ts
function siteTools(session, facts, random) {
	const browsers = /* @__PURE__ */ new Map();
	const { csrfCookie: cookie, csrfHeader: header } = facts.site;
	const open = async (actor) => {
		const browser = openBrowser(session, actor, {
			cookie,
			header
		});
		if (actor.id !== null && !outlives(facts)) {
			const minted = await session.instance.call("session.mint", { user: actor.id }).catch(() => null);
			if (minted !== null) browser.cookies.set(minted.cookieName, minted.value);
		}
		return browser;
	};
	return {
		session,
		facts,
		random,
		browser: (actor) => {
			const known = browsers.get(actor.name) ?? open(actor);
			browsers.set(actor.name, known);
			return known;
		},
		visitor: () => open(anonymous()),
		scripts: /* @__PURE__ */ new Map()
	};
}
const outlives = (facts) => /\.(db|cached_db|signed_cookies)$/.test(String(facts.settings.SESSION_ENGINE ?? ".db"));
// src/bind/bind.ts
async function bind(options) {
	const { app, spec, mapping, random, progress } = options;
	const { facts } = app;
	const session = await openSession(app);
	try {
		if (hasPages(spec)) return await bindPages(options, session);
		const hints = {
			prefixes: facts.tokenPrefixes,
			headers: options.headers
		};
		const account = (kind, found) => configuredAccount(roleNamed(spec, kind), found, mapping, facts);
		progress("signing a new user up");
		const { found: register, person } = await confirmRegister(account("account.register", registerCandidates(facts)), session, facts, random);
		progress("logging in");
		const token = await bindToken(session, facts, random, account("account.token", tokenCandidates(facts)), person);
		const resources = {};
		let actors = {};
		for (const [name, role] of Object.entries(spec.roles)) {
			if (role.role !== "resource") continue;
			progress(`looking for ${name}`);
			const found = resourceCandidates(facts, role)[0];
			if (found === void 0) continue;
			const configured = configuredResource(name, found, mapping, facts);
			const resource = {
				...configured,
				spec: role,
				create: null,
				updates: /* @__PURE__ */ new Map(),
				markerField: markerFieldOf(configured),
				protected: null,
				confirmed: {}
			};
			resources[name] = resource;
			const probes = probesOf(session, resource);
			actors = await makeActors(spec.actors, {
				session,
				facts,
				random,
				register,
				token,
				probes,
				hints
			});
			await learnCreate(session, resource, facts, random, actors[spec.actors[0]]);
			await confirmOperations(session, resource, random, actors[spec.actors[0]], probes);
		}
		if (Object.keys(actors).length === 0) actors = await makeActors(spec.actors, {
			session,
			facts,
			random,
			register,
			token,
			probes: {},
			hints
		});
		await session.instance.snapshot();
		return {
			facts,
			register,
			token,
			resources,
			site: null,
			actors,
			hints,
			table: bindingRows({
				spec,
				register,
				token,
				resources
			})
		};
	} finally {
		await session.close();
	}
}
const hasPages = (spec) => Object.values(spec.roles).some(({ role }) => role === "content");
async function bindPages({ app, spec, mapping, random, progress }, session) {
	const { facts } = app;
	const { site, actors } = await bindSite({
		tools: siteTools(session, facts, random),
		spec,
		mapping,
		progress
	});
	await session.instance.snapshot();
	return {
		facts,
		register: null,
		token: null,
		resources: {},
		site,
		actors,
		hints: {
			prefixes: [],
			headers: []
		},
		table: siteRows(spec, site)
	};
}
const markerFieldOf = (candidate) => {
	const slot = markerSlot(candidate.slots);
	return slot === null ? null : candidate.slots[slot]?.field.name ?? null;
};
const roleNamed = (spec, kind) => Object.entries(spec.roles).find(([, role]) => role.role === kind)?.[0] ?? kind;
async function bindToken(session, facts, random, candidates, person) {
	const first = person === null ? null : await confirmToken(candidates, session, facts, random, person);
	if (first?.confirmed) return first;
	const made = makePerson("probe", random);
	await session.instance.call("user.create", {
		username: made.username,
		email: made.email,
		password: made.password
	}).catch(() => null);
	const second = await confirmToken(candidates, session, facts, random, made);
	return second?.confirmed ? second : first ?? second;
}
// src/probes/page-evidence.ts
function pageEvidence(seen, summary, outcomes, say) {
	const wrong = outcomes.filter(({ ok }) => !ok);
	const told = wrong.length > 0 ? wrong : outcomes;
	const { exchange, exception, place } = crashOf(seen);
	return {
		summary,
		ok: wrong.length === 0,
		source: "observed",
		expected: told.map(({ query, expected }) => `${say(query)}: ${expected}`).join("; ") || null,
		actual: told.map(({ query, actual }) => `${say(query)}: ${actual}`).join("; ") || null,
		exchange: {
			...exchange,
			responseBody: excerpt(seen)
		},
		place: place ?? (wrong.length > 0 && seen.endpoint !== null ? placeOf$1(seen.endpoint) : null),
		exception,
		table: null,
		reproduce: exchange.method === "GET" ? reproduce(exchange) : null
	};
}
const crashOf = ({ exchanged, visit }) => [exchanged, ...visit.hops].find(({ exception }) => exception !== null) ?? exchanged;
const AROUND = 160;
const MOST$1 = 500;
function excerpt({ visit, around }) {
	const { page, last } = visit;
	if (page.text === "") return last.reply.body.slice(0, MOST$1);
	const complaints = [...page.forms.flatMap(({ errors }) => errors), ...page.messages].slice(0, 6);
	const lower = page.text.toLowerCase();
	const at = around.map((text) => lower.indexOf(text.toLowerCase())).find((position) => position >= 0);
	const text = at === void 0 ? page.text.slice(0, MOST$1) : `${at > AROUND ? "… " : ""}${page.text.slice(Math.max(0, at - AROUND), at + AROUND)} …`;
	return `${page.title === "" ? "" : `Page: ${page.title}\n`}${complaints.length > 0 ? `Says: ${complaints.join(" · ")}\n` : ""}${text}`;
}
// src/probes/probe.ts
const unjudged = (label, state, summary, blockedBy = null) => ({
	state,
	label,
	summary,
	expected: null,
	actual: null,
	evidence: [],
	blockedBy,
	resolve: () => MISSING
});
// src/probes/site-context.ts
const opened = /* @__PURE__ */ new WeakMap();
function toolsOf(context) {
	const known = opened.get(context) ?? siteTools(context.session, context.bound.facts, context.random);
	opened.set(context, known);
	return known;
}
const siteOf = ({ bound }) => bound.site;
const contentOf = (context, role) => siteOf(context)?.contents[role];
const actorNamed = ({ bound }, name) => name === "anonymous" ? anonymous() : bound.actors[name];
const rowsNamed = ({ contents }, id) => id === void 0 ? [] : contents.get(id) ?? [];
function isLoose(context, role) {
	const { spec, slots } = contentOf(context, role) ?? {};
	const missing = Object.entries(spec?.slots ?? {}).find(([slot, { kind }]) => kind === "one" && slots?.[slot] === void 0);
	return missing === void 0 ? null : withoutSlot(context, `${role}.${missing[0]}`);
}
function withoutSlot(context, roleAndSlot) {
	const [role = "", slot = ""] = roleAndSlot.split(".");
	const content = contentOf(context, role);
	if (content === void 0 || content.slots[slot] !== void 0) return null;
	const label = content.spec.slots[slot]?.label ?? slot;
	return {
		why: `Not judged: ${content.model.name} has no ${label}.`,
		by: context.askingFor(role, slot)
	};
}
// src/probes/admin.ts
const admin = {
	name: "admin",
	async run(step, context) {
		const label = step.title ?? `the admin of ${step.of}`;
		const content = contentOf(context, step.of);
		const site = siteOf(context);
		if (content === void 0 || site === null) return [unjudged(label, "unbound", `No model for "${step.of}" was found in this project.`)];
		const hindrance = step.slot === void 0 ? null : withoutSlot(context, step.slot);
		if (hindrance !== null) return [unjudged(label, "blocked", hindrance.why, hindrance.by)];
		return [await runCase$3(step, label, context, content, await toolsOf(context).browser(site.staff))];
	}
};
async function runCase$3(step, label, context, content, browser) {
	const { admin: known } = context.bound.facts;
	const registered = known.models.find(({ model }) => model === content.model.label);
	const inline = known.models.find(({ inlines }) => inlines.includes(content.model.label));
	const name = content.model.name;
	if (registered === void 0 && inline === void 0) {
		const where = known.sites.length === 0 ? "the admin has no URL in this project" : `${name} is not registered in the admin`;
		const summary = `${capital(label)}: ${where}.`;
		return "managed" in step.expect ? {
			...unjudged(label, "skipped", summary),
			state: "fail",
			resolve: (query) => query === "managed" ? false : MISSING
		} : unjudged(label, "blocked", summary, context.managing(step.of));
	}
	const looked = await look(step, context, content, registered ?? inline, registered === void 0, browser);
	const last = looked.visits.at(-1);
	if (/\/login\/\?/.test(last.url)) throw new Error("no account for the admin could be made in this app");
	const resolve = (query, argument) => {
		switch (query) {
			case "status": return Math.max(...looked.visits.map(({ last: { reply } }) => reply.status ?? 599));
			case "crashed": return looked.visits.some(({ last: { reply } }) => (reply.status ?? 500) >= 500);
			case "managed": return looked.managed;
			case "finds": {
				const [row] = rowsNamed(context, argument);
				return row === void 0 ? MISSING : has(looked.rows, row);
			}
			case "filter": return looked.filter ?? MISSING;
			default: return MISSING;
		}
	};
	const outcomes = await evaluate(step.expect, resolve);
	const ok = outcomes.every((outcome) => outcome.ok);
	const summary = `${capital(label)}: ${looked.summary}`;
	const evidence = pageEvidence({
		exchanged: last.last,
		visit: last,
		endpoint: null,
		around: [...context.contents.values()].flat().map(markOf)
	}, summary, outcomes, (query) => query.replace(/^finds (.*)/, "\"$1\" is found").replace(/^filter$/, "a filter that does this").replace(/^managed$/, "it can be managed"));
	const place = (registered ?? inline)?.place ?? null;
	return {
		state: ok ? "pass" : "fail",
		label,
		summary,
		expected: evidence.expected,
		actual: evidence.actual,
		evidence: [{
			...evidence,
			place: ok || place === null ? evidence.place : {
				...place,
				code: null
			}
		}],
		blockedBy: null,
		resolve
	};
}
async function look(step, context, content, model, inline, browser) {
	const base = {
		managed: false,
		rows: {
			ids: [],
			text: ""
		},
		filter: null
	};
	if (step.search !== void 0) return search$1(step.search, context, content, model, browser);
	if (step.keeps !== void 0 || step.hides !== void 0) {
		const wanted = {
			keeps: (step.keeps ?? []).map((id) => rowsNamed(context, id)[0]),
			hides: (step.hides ?? []).map((id) => rowsNamed(context, id)[0])
		};
		return {
			...base,
			...await filters(wanted, model, browser)
		};
	}
	const list = await browser.visit(model.path);
	const add = model.add === null ? null : await browser.visit(model.add);
	const visits = add === null ? [list] : [list, add];
	const works = visits.every(({ last: { reply } }) => (reply.status ?? 500) < 400) && isAdmin(list, add, content, inline);
	const through = inline ? ` (inside ${model.model.split(".")[1]})` : "";
	const broken = visits.find(({ last: { reply } }) => (reply.status ?? 500) >= 400);
	const summary = works ? `${content.model.name} is listed and edited under ${model.path}${through}.` : broken === void 0 ? `${list.url} is no change list of the admin.` : `${broken.url} answered ${broken.last.reply.status ?? "nothing"}.`;
	return {
		...base,
		visits: broken === void 0 ? visits : [...visits.filter((one) => one !== broken), broken],
		managed: works,
		summary
	};
}
function isAdmin(list, add, { model }, inline) {
	const names = model.fields.map(({ name }) => name);
	return (add?.page.forms ?? []).some(({ method, controls }) => method === "POST" && controls.some(({ name }) => names.includes(inline ? name.split("-").at(-1) ?? "" : name.replace(/_\d$/, "")))) || add === null && /id="?changelist/.test(list.last.reply.body);
}
async function search$1({ slot, of }, context, content, model, browser) {
	const [row] = rowsNamed(context, of);
	const others = [...context.contents.values()].flat().filter((other) => other !== row);
	const person = row?.owner.person;
	const kind = content.spec.slots[slot]?.kind;
	const texts = kind === "user" || kind === "person" ? [person?.username, person?.email] : [row?.marks[slot]];
	let best = null;
	for (const text of texts) {
		if (text === void 0 || row === void 0) continue;
		const path = `${model.path}?q=${encodeURIComponent(text)}`;
		const { visits, rows } = await changeList(browser, path);
		const found = has(rows, row);
		const alone = others.every((other) => !has(rows, other));
		const looked = {
			visits,
			summary: `${path} answered ${visits[0]?.last.reply.status ?? "nothing"} and ${found ? alone ? "shows the row that was meant" : "also shows rows that were not meant" : "does not show the row"}.`,
			managed: true,
			rows,
			filter: null
		};
		if (found && alone) return looked;
		if (best === null || found && !has(best.rows, row)) best = looked;
	}
	const empty = await browser.visit(model.path);
	return best ?? {
		visits: [empty],
		summary: "there is nothing to search for.",
		managed: true,
		rows: {
			ids: [],
			text: ""
		},
		filter: null
	};
}
const MAX_FILTERS = 60;
async function filters({ keeps, hides }, model, browser) {
	const list = await browser.visit(model.path);
	const offered = list.page.links.filter(({ internal, path }) => internal && path.split("?")[0] === model.path && /[?&](?!(o|p|q|all|e|_changelist_filters)=)[\w.]+=/.test(path));
	const paths = [...new Set(offered.map(({ path }) => path))].slice(0, MAX_FILTERS);
	for (const path of paths) {
		const { visits, rows } = await changeList(browser, path);
		if (keeps.every((row) => row !== void 0 && has(rows, row)) && hides.every((row) => row === void 0 || !has(rows, row)) && keeps.length > 0) return {
			visits,
			filter: path,
			managed: true,
			summary: `the filter ${path} leaves the rows that were meant and takes away the others.`
		};
	}
	const names = [...new Set(paths.map((path) => path.split("?")[1]?.split("=")[0] ?? ""))].slice(0, 8).join(", ");
	const summary = paths.length === 0 ? `the change list ${model.path} offers no filter.` : `none of the ${paths.length} filters of ${model.path} (${names}) does this.`;
	return {
		visits: [list],
		filter: null,
		managed: true,
		summary
	};
}
async function changeList(browser, path) {
	const [base = ""] = path.split("?");
	const visits = [await browser.visit(path)];
	const more = visits[0].page.links.filter(({ internal, path: other }) => internal && /[?&]p=\d+/.test(other)).map(({ path: other }) => other);
	for (const next of [...new Set(more)].slice(0, 3)) visits.push(await browser.visit(next));
	const rows = visits.flatMap(({ page }) => page.tables.filter(({ id }) => id === "result_list")).flatMap((table) => table.rows);
	return {
		visits,
		rows: {
			ids: rows.flatMap(({ links }) => links.filter(({ path: link }) => link.startsWith(base)).map(({ path: link }) => /^([^/]+)\/(change\/)?(\?|$)/.exec(link.slice(base.length))?.[1] ?? "")),
			text: rows.map(({ text }) => text).join("\n")
		}
	};
}
const has = ({ ids, text }, row) => ids.includes(String(row.id)) || holds$1(text, markOf(row));
// src/probes/faults.ts
function faultyBody(fault, slot, resource, endpoint, marker, valid) {
	const key = keyOf(slot, resource, endpoint);
	const field = resource.slots[slot]?.field;
	if (key === null || field === void 0) return [];
	const put = (value) => async () => ({
		...await valid(),
		[key]: value
	});
	switch (fault) {
		case "missing":
			if (field.blank || field.hasDefault || field.null) return [];
			return [{
				marker,
				body: async () => Object.fromEntries(Object.entries(await valid()).filter(([name]) => name !== key))
			}];
		case "null": return field.null ? [] : [{
			marker,
			body: put(null)
		}];
		case "overlong": return field.maxLength === null || field.maxLength > 2e4 ? [] : [{
			marker,
			body: put(`${marker}${"x".repeat(field.maxLength)}`)
		}];
		case "wrong-type": return [{
			marker,
			body: put(field.kind === "boolean" ? `not a boolean ${marker}` : { text: [marker] })
		}];
		default: return [];
	}
}
function keyOf(slot, resource, endpoint) {
	const learned = resource.create?.payload.fields.find((field) => field.slot === slot);
	if (learned !== void 0) return learned.key;
	const name = resource.slots[slot]?.field.name;
	return (endpoint.handler.input ?? []).find((field) => !field.readOnly && (field.source ?? field.name) === name)?.name ?? null;
}
// src/probes/token-variants.ts
async function tokenVariant(change, actor, context) {
	if (change === void 0) return { credentials: actor.credentials };
	const { issued } = actor;
	if (issued === null) return { blocked: "The login gave no token that could be changed." };
	if (change !== "as-issued" && !issued.jwt) return { skip: "The token is not a JWT, so it cannot be changed like one." };
	const token = await MAKE[change](issued.access, actor, context);
	return token === null ? { skip: REASONS[change] ?? "This token could not be made." } : { credentials: issued.carrying(token) };
}
const HOUR = 3600;
const now = () => Math.floor(Date.now() / 1e3);
const MAKE = {
	"as-issued": (token) => token,
	"broken-signature": withBrokenSignature,
	"changed-claims": (token, actor, context) => withClaims(token, (claims) => ({
		...claims,
		...otherIdentity(claims, actor, context),
		exp: now() + 24 * HOUR
	})),
	"other-key": (token) => signedWithOtherKey(token, "a-key-that-anybody-could-have-chosen"),
	unsigned,
	expired: async (token, _, { session }) => {
		const shift = typeof (decodeJwt(token)?.claims ?? {}).iat === "number" ? { iat: now() - 2 * HOUR } : {};
		return (await session.instance.call("token.resign", {
			token,
			claims: {
				...shift,
				exp: now() - HOUR
			}
		}).catch(() => null))?.token ?? null;
	},
	refresh: (_, actor) => actor.issued?.refresh ?? null
};
const REASONS = {
	expired: "Not tried: an expired token could not be made, because the signing key was not found in the settings.",
	refresh: "Not tried: this app gives no refresh token."
};
function otherIdentity(claims, actor, { bound }) {
	const other = Object.values(bound.actors).find((one) => one.name !== actor.name);
	const changed = {};
	for (const [name, value] of Object.entries(claims)) {
		if (String(value) === String(actor.id)) changed[name] = typeof value === "number" ? Number(other?.id) : String(other?.id);
		if (value === actor.person?.username) changed[name] = other?.person?.username;
		if (value === actor.person?.email) changed[name] = other?.person?.email;
	}
	return changed;
}
// src/probes/call-plan.ts
async function plan(step, context) {
	const [role = "", operation] = step.call.split(".");
	return operation === void 0 ? planAccount(role, step, context) : planResource(role, operation, step, context);
}
function planAccount(role, step, context) {
	const { bound, random } = context;
	const found = role === "register" ? bound.register : bound.token;
	if (found === null) return {
		unjudged: "unbound",
		why: `No endpoint for "${role}" was found.`
	};
	const wanted = step.send?.account ?? "fresh";
	const base = context.people.get(wanted) ?? bound.actors[wanted]?.person ?? null ?? makePerson("guest", random);
	if (step.id !== void 0) context.people.set(step.id, base);
	const password = passwordOf(base.password, step.send?.password);
	const person = {
		...base,
		password
	};
	const actor = anonymous();
	const payload = step.send?.password === "missing" ? withoutPassword(found.payload) : found.payload;
	const send = async () => {
		const shown = await submit$1(context.session, found.endpoint, payload, person, actor);
		return {
			shown,
			text: shown.reply.body
		};
	};
	const right = (step.send?.password ?? "right") === "right";
	const standIn = role !== "register" && right && step.standin ? base : null;
	return {
		attempts: [{
			endpoint: found.endpoint,
			resource: null,
			actor,
			person,
			row: null,
			marker: null,
			standIn,
			send
		}],
		rule: "any"
	};
}
const withoutPassword = (payload) => ({
	...payload,
	fields: payload.fields.filter((field) => !field.candidates.some((one) => one.from === "person" && one.part === "password"))
});
const passwordOf = (right, asked) => asked === "wrong" ? `${right}x` : asked === "weak" ? "12345" : asked === "empty" ? "" : right;
async function planResource(role, operation, step, context) {
	const { bound } = context;
	const resource = bound.resources[role];
	if (resource === void 0) return {
		unjudged: "unbound",
		why: `No model for "${role}" was found in this project.`
	};
	const chosen = operation === "protected" ? resource.protected : operation;
	if (chosen === null) return {
		unjudged: "blocked",
		why: "Nothing here refuses anonymous requests, so what happens to a bad token cannot be seen.",
		blockedBy: "authenticated-only"
	};
	const endpoints = resource.operations[chosen];
	if (endpoints.length === 0) return {
		unjudged: "unbound",
		why: `No endpoint to ${chosen} was found.`
	};
	const actor = step.as === "anonymous" ? anonymous() : bound.actors[step.as];
	if (actor === void 0) return {
		unjudged: "unbound",
		why: `There is no actor "${step.as}".`
	};
	const variant = await tokenVariant(step.token, actor, context);
	if ("skip" in variant) return {
		unjudged: "skipped",
		why: variant.skip
	};
	if ("blocked" in variant) return {
		unjudged: "blocked",
		why: variant.blocked,
		blockedBy: "login"
	};
	const as = {
		...actor,
		credentials: variant.credentials
	};
	const row = (step.target === void 0 ? void 0 : context.rows.get(step.target)) ?? null;
	const needsRow = chosen !== "list" && chosen !== "create";
	const target = row ?? (needsRow ? context.rows.values().next().value ?? null : null);
	if (needsRow && target === null) return {
		unjudged: "blocked",
		why: "There is no item to ask for.",
		blockedBy: "create"
	};
	const own = {
		resource,
		actor: as,
		person: as.person,
		row: target,
		context,
		step
	};
	const used = chosen === "update" || chosen === "delete" ? endpoints : endpoints.slice(0, 1);
	const attempts = (await Promise.all(used.map((endpoint) => attemptsFor(chosen, endpoint, own)))).flat();
	if (attempts.length === 0) return {
		unjudged: "skipped",
		why: "This does not apply: the app takes no such value."
	};
	return {
		attempts,
		rule: target !== null && target.owner.name === as.name && step.send?.fault === void 0 ? "any" : "all"
	};
}
async function attemptsFor(operation, endpoint, own) {
	const { resource, actor, person, row, context, step } = own;
	const { session } = context;
	const base = {
		endpoint,
		resource,
		actor,
		person,
		row,
		standIn: null
	};
	switch (operation) {
		case "list": return [{
			...base,
			marker: null,
			send: async () => {
				const { shown, text } = await requestList(session, resource, actor, row?.marker ?? lastMarker(context), row);
				return {
					shown,
					text
				};
			}
		}];
		case "retrieve": return [{
			...base,
			marker: null,
			send: () => sendTo(own, endpoint, void 0)
		}];
		case "delete": return [{
			...base,
			marker: null,
			send: () => sendTo(own, endpoint, endpoint.method === "DELETE" ? void 0 : {})
		}];
		case "update": {
			const marker = makeMarker(context.random);
			const valid = () => updateBody(own, endpoint, marker);
			const { fault, slot = "" } = step.send ?? {};
			return (fault === void 0 ? [{
				marker,
				body: valid
			}] : faultyBody(fault, slot, resource, endpoint, marker, valid)).map(({ body }) => ({
				...base,
				marker,
				send: async () => sendTo(own, endpoint, await body())
			}));
		}
		case "create": return (await createBodies(own, endpoint)).map(({ marker, body, raw }) => ({
			...base,
			marker,
			send: async () => {
				const path = await collectionPath(session, resource, endpoint, signedIn(actor, context), null);
				const sent = await session.send(actor, {
					method: endpoint.method,
					path,
					body: raw === void 0 ? await body() : void 0,
					raw,
					encoding: resource.create?.payload.encoding
				});
				return {
					shown: sent,
					text: sent.reply.body
				};
			}
		}));
	}
}
async function sendTo({ context, resource, actor, row }, endpoint, body) {
	const path = await rowPath(context.session, resource, endpoint, row);
	const shown = await context.session.send(actor, {
		method: endpoint.method,
		path,
		body,
		encoding: resource.create?.payload.encoding
	});
	return {
		shown,
		text: shown.reply.body
	};
}
async function updateBody({ context, resource, actor, row }, endpoint, marker) {
	const payload = resource.updates.get(endpoint) ?? resource.create?.payload ?? {
		fields: [],
		encoding: "json"
	};
	const filled = await fill(payload, {
		session: context.session,
		actor: row?.owner ?? actor,
		marker,
		person: actor.person
	});
	for (const field of payload.fields) if (field.slot !== null && filled[field.key] === false) filled[field.key] = true;
	if (endpoint.method !== "PATCH") return filled;
	const marked = Object.entries(filled).filter(([, value]) => value === marker);
	return marked.length > 0 ? Object.fromEntries(marked) : filled;
}
async function createBodies(own, endpoint) {
	const { context, resource, actor, step } = own;
	const payload = resource.create?.payload ?? {
		fields: [],
		encoding: "json"
	};
	const marker = makeMarker(context.random);
	const fillWith = (used, text) => () => fill(used, {
		session: context.session,
		actor: signedIn(actor, context),
		marker: text
	});
	if (step.send?.malformed) return [{
		marker,
		body: fillWith(payload, marker),
		raw: `{"broken": "${marker}",`
	}];
	if (step.send?.fault !== void 0) return faultyBody(step.send.fault, step.send.slot ?? "", resource, endpoint, marker, fillWith(payload, marker));
	const owner = step.send?.owner === void 0 ? void 0 : context.bound.actors[step.send.owner];
	if (step.send?.owner === void 0) return [{
		marker,
		body: fillWith(payload, marker)
	}];
	return owner === void 0 ? [] : ownerBodies(resource, owner, context, fillWith);
}
const signedIn = (actor, context) => actor.id === null ? Object.values(context.bound.actors)[0] ?? actor : actor;
function ownerBodies(resource, owner, context, fillWith) {
	const field = resource.slots.owner?.field.name;
	if (field === void 0 || owner.person === null) return [];
	const payload = resource.create?.payload ?? {
		fields: [],
		encoding: "json"
	};
	const used = payload.fields.filter((one) => one.slot === "owner").map((one) => one.key);
	const bound = [.../* @__PURE__ */ new Set([
		...used,
		field,
		`${field}_id`
	])];
	const usual = [.../* @__PURE__ */ new Set([
		...bound,
		"user",
		"user_id",
		"owner",
		"owner_id",
		"author",
		"username"
	])];
	return [
		[bound, owner.id],
		[usual, owner.id],
		[bound, owner.person.username]
	].map(([keys, value]) => {
		const marker = makeMarker(context.random);
		const named = keys.map((key) => ({
			key,
			slot: "owner",
			candidates: [{
				from: "value",
				value
			}],
			chosen: 0
		}));
		const others = payload.fields.filter((one) => !keys.includes(one.key));
		return {
			marker,
			body: fillWith({
				...payload,
				fields: [...others, ...named]
			}, marker)
		};
	});
}
const lastMarker = (context) => [...context.rows.values()].at(-1)?.marker ?? null;
// src/probes/call-queries.ts
function answers(_step, attempt, sent, context) {
	const { reply, json } = sent.shown;
	const trust = { insideOnly: false };
	const access = () => splitTokens(tokensIn(sent.shown)).access;
	const queries = {
		status: () => reply.status ?? MISSING,
		body: () => reply.body,
		header: (name) => reply.headers[name.toLowerCase()] ?? MISSING,
		json: (path) => json === void 0 ? MISSING : query$1(json, path)[0] ?? MISSING,
		reason: () => /[\p{L}]{3,}/u.test(reply.body.replace(/<[^>]*>/g, "")) ? reply.body.slice(0, 300) : MISSING,
		crashed: () => (reply.status ?? 500) >= 500,
		token: () => access()?.token ?? issued(attempt, context) ?? MISSING,
		lifetime: () => lifetime(access()?.token ?? issued(attempt, context)),
		kept: () => attempt.resource === null || attempt.marker === null ? MISSING : kept$1(attempt, sent, context),
		claim: (name) => decodeJwt(access()?.token ?? issued(attempt, context) ?? "")?.claims[name] ?? MISSING,
		exists: async () => attempt.person !== null && await accountOf(context.session, attempt.person) !== null,
		account: async () => attempt.person !== null && (await context.session.instance.call("text.search", { value: attempt.person.password })).length > 0,
		discloses: () => holdsPassword(reply.body, attempt.person?.password ?? null),
		shows: (id) => shows$1(context.rows.get(id), sent.text),
		stored: async () => attempt.marker !== null && attempt.resource !== null && await isStored(attempt, context, trust),
		owner: async () => attempt.marker === null || attempt.resource === null ? MISSING : ownerOf(attempt, context),
		row: async (argument) => {
			const [id = "", what = "changed"] = argument.split(".");
			const row = context.rows.get(id);
			return row === void 0 || attempt.resource === null ? MISSING : rowState(what, row, attempt, context, trust);
		}
	};
	return {
		resolve: async (name, argument) => await queries[name]?.(argument) ?? MISSING,
		fromInsideOnly: () => trust.insideOnly
	};
}
const shows$1 = (row, text) => row === void 0 ? MISSING : holds$1(text, row.marker);
const HASH = /(pbkdf2_sha\d+|scrypt|argon2\w*|bcrypt\w*|md5|sha1)\$|\$2[aby]\$\d\d\$|\$argon2/;
const holdsPassword = (body, password) => HASH.test(body) || password !== null && password !== "" && body.includes(password);
async function isStored(attempt, context, trust) {
	const resource = attempt.resource;
	const row = await findRow(context.session, resource, reader(attempt, context), attempt.marker);
	if (row === null) return false;
	const outside = await seenOutside(row, attempt.marker, resource, context, true);
	if (outside === null) trust.insideOnly = true;
	return outside ?? true ? true : !isOwned(row, resource);
}
const reader = (attempt, context) => attempt.actor.id === null ? Object.values(context.bound.actors)[0] ?? attempt.actor : attempt.actor;
async function seenOutside(row, marker, resource, context, anywhere) {
	const retrieve = resource.operations.retrieve[0];
	const canRetrieve = retrieve !== void 0 && resource.confirmed.retrieve === true;
	if (canRetrieve) {
		const path = await rowPath(context.session, resource, retrieve, row);
		const answer = await context.session.send(row.owner, {
			method: "GET",
			path
		});
		if (holds$1(answer.reply.body, marker)) return true;
		if (!anywhere) return false;
	}
	const canList = resource.confirmed.list === true;
	if (canList && holds$1((await requestList(context.session, resource, row.owner, marker, row)).text, marker)) return true;
	return canRetrieve || canList ? false : null;
}
async function rowState(what, row, attempt, context, trust) {
	const resource = attempt.resource;
	const inside = row.id === null ? null : await context.session.instance.call("rows.get", {
		model: resource.model.label,
		id: row.id
	}).catch(() => null);
	switch (what) {
		case "updated": {
			if (attempt.marker === null) return MISSING;
			const outside = await seenOutside(row, attempt.marker, resource, context, false);
			if (outside === null) trust.insideOnly = true;
			return outside !== false && (inside === null || holds$1(JSON.stringify(inside.values), attempt.marker));
		}
		case "gone": {
			const outside = await seenOutside(row, row.marker, resource, context, true);
			if (outside === null) trust.insideOnly = true;
			return !(outside ?? inside !== null);
		}
		case "changed": {
			const outside = await seenOutside(row, row.marker, resource, context, false);
			return outside === false || outside === null && inside === null || differs(row, inside?.values ?? null, resource);
		}
		default: return MISSING;
	}
}
function differs(row, now, resource) {
	if (now === null) return false;
	const automatic = new Set(resource.model.fields.filter((field) => field.automatic).map((field) => field.name));
	return Object.entries(row.values).some(([name, value]) => !automatic.has(name) && JSON.stringify(now[name]) !== JSON.stringify(value));
}
async function ownerOf(attempt, context) {
	const resource = attempt.resource;
	const row = await findRow(context.session, resource, attempt.actor, attempt.marker);
	if (row === null) return MISSING;
	const actors = Object.values(context.bound.actors);
	const listing = [];
	if (resource.confirmed.list === true) for (const actor of actors) {
		const { text } = await requestList(context.session, resource, actor, attempt.marker, {
			...row,
			owner: actor
		});
		if (holds$1(text, attempt.marker)) listing.push(actor.name);
	}
	if (listing.length === 1) return listing[0];
	const field = resource.slots.owner?.field.name;
	const value = field === void 0 ? void 0 : row.values[field] ?? row.values[`${field}_id`];
	return actors.find((actor) => String(actor.id) === String(value))?.name ?? MISSING;
}
const issued = (attempt, { bound }) => Object.values(bound.actors).find((actor) => actor.person === attempt.standIn)?.issued?.access ?? null;
function lifetime(token) {
	const exp = decodeJwt(token ?? "")?.claims.exp;
	return typeof exp === "number" ? Math.round(exp - Date.now() / 1e3) : MISSING;
}
async function kept$1(attempt, sent, context) {
	const resource = attempt.resource;
	const row = await findRow(context.session, resource, reader(attempt, context), attempt.marker);
	const body = parseJson$1(sent.shown.exchange.requestBody ?? "");
	if (row === null || body === null || typeof body !== "object" || Array.isArray(body)) return row !== null;
	return (resource.create?.payload.fields ?? []).filter(({ slot }) => slot !== null).every(({ key, slot }) => {
		const value = body[key];
		const stored = row.values[resource.slots[slot]?.field.name ?? key];
		if (typeof value === "boolean") return typeof stored !== "boolean" || stored === value;
		return typeof value !== "string" || typeof stored !== "string" || holds$1(stored, value);
	});
}
// src/probes/variants.ts
function variants(step, plain) {
	const label = step.title ?? plain;
	if (step.each === void 0) return [{
		variant: step,
		label
	}];
	const [name, values] = Object.entries(step.each)[0];
	return values.map((value) => {
		const replace = (text) => text.replaceAll(`\${${name}}`, value);
		return {
			variant: JSON.parse(JSON.stringify({
				...step,
				each: void 0
			}), (_, part) => typeof part === "string" ? replace(part) : part),
			label: replace(label)
		};
	});
}
// src/probes/call.ts
const call = {
	name: "call",
	async run(step, context) {
		const cases = [];
		for (const { variant, label } of variants(step, `${step.call} as ${step.as}`)) cases.push(await runCase$2(variant, label, context));
		return cases;
	}
};
async function runCase$2(step, label, context) {
	const needed = step.needs === void 0 ? "pass" : context.decided.get(step.needs);
	if (needed !== void 0 && needed !== "pass") return unjudged(label, "blocked", `Not judged: ${step.needs} does not work yet.`, step.needs ?? null);
	const planned = await plan(step, context);
	if ("unjudged" in planned) return unjudged(label, planned.unjudged, planned.why, planned.unjudged === "blocked" ? planned.blockedBy ?? null : null);
	const judged = [];
	for (const attempt of planned.attempts) {
		const one = await judge(step, attempt, context);
		judged.push(one);
		if (planned.rule === "any" && one.ok) break;
	}
	return summarise(label, step, planned, judged);
}
async function judge(step, attempt, context) {
	const sent = await attempt.send();
	const { resolve, fromInsideOnly } = answers(step, attempt, sent, context);
	const outcomes = await evaluate(step.expect, resolve);
	const wrong = outcomes.filter((outcome) => !outcome.ok);
	const status = sent.shown.reply.status ?? 0;
	return {
		ok: wrong.length === 0,
		attempt,
		outcomes,
		resolve,
		lied: wrong.length > 0 && status >= 200 && status < 300,
		fromInsideOnly: fromInsideOnly(),
		evidence: {
			summary: describe$2(attempt, sent.shown.exchange.status, sent.shown.exchange.failure, wrong, outcomes),
			ok: wrong.length === 0,
			source: "observed",
			expected: (wrong.length > 0 ? wrong : outcomes).map(({ query, expected }) => `${inWords$1(query)}: ${expected}`).join("; "),
			actual: (wrong.length > 0 ? wrong : outcomes).map(({ query, actual }) => `${inWords$1(query)}: ${actual}`).join("; "),
			exchange: sent.shown.exchange,
			place: sent.shown.place ?? (wrong.length > 0 ? placeOf$1(attempt.endpoint) : null),
			exception: sent.shown.exception,
			table: null,
			reproduce: reproduce(sent.shown.exchange)
		}
	};
}
function summarise(label, step, planned, judged) {
	const good = judged.filter((one) => one.ok);
	const passed = planned.rule === "any" ? good.length > 0 && !judged.some((one) => one.lied) : good.length === judged.length;
	if (passed && good.every((one) => one.fromInsideOnly)) return unseen(label, good);
	const telling = judged.find((one) => passed ? one.ok : !one.ok) ?? judged[0];
	const evidence = passed && planned.rule === "any" ? good.map((one) => one.evidence) : judged.map((one) => one.evidence);
	return {
		state: passed ? "pass" : "fail",
		label,
		summary: `${capital(label)} as ${step.as}: ${telling.evidence.summary}`,
		expected: telling.evidence.expected,
		actual: telling.evidence.actual,
		evidence: evidence.map((one) => ({
			...one,
			summary: `${capital(label)} as ${step.as}: ${one.summary}`
		})),
		blockedBy: null,
		resolve: telling.resolve
	};
}
const unseen = (label, good) => ({
	...unjudged(label, "blocked", `${capital(label)}: only the app's own process says that it worked. Neither the list nor the page of one item shows it, so it cannot be confirmed.`, "list"),
	evidence: good.map((one) => ({
		...one.evidence,
		source: "reported"
	}))
});
function describe$2(attempt, status, failure, wrong, all) {
	const broken = failure === null ? "" : `, but ${failure}`;
	const answered = status === null ? `no answer (${failure ?? "unknown"})` : `answered ${status}${broken}`;
	const detail = (wrong.length > 0 ? wrong : all).filter(({ query }) => query !== "status").map(({ query, actual }) => `${inWords$1(query)}: ${actual}`).slice(0, 3);
	return `${describeEndpoint(attempt.endpoint)} ${answered}${detail.length > 0 ? `; ${detail.join("; ")}` : ""}.`;
}
function inWords$1(query) {
	const [name = "", ...rest] = query.split(/[. ]/);
	const argument = rest.join(" ");
	switch (name) {
		case "shows": return "the item can be seen in the answer";
		case "row": return `the item is ${rest.at(-1) ?? "changed"} afterwards`;
		case "stored": return "a new item is stored";
		case "exists": return "an account was made";
		case "account": return argument === "stored-plain" ? "the password stands readable in the database" : `account ${argument}`;
		case "discloses": return "the answer holds the password or its hash";
		case "owner": return "owner of the new item";
		case "claim": return `claim ${argument}`;
		case "kept": return "what was sent is what is stored";
		case "lifetime": return "seconds until the token expires";
		case "reason": return "a reason";
		case "status": return "status";
		default: return query;
	}
}
// src/probes/unmistakable.ts
async function unmistakable(slot, content, context) {
	const { model, slots, detail } = content;
	const field = slots[slot]?.field;
	if (field === void 0) return MISSING;
	if (field.unique) return true;
	if ((detail?.endpoint?.params ?? []).some(({ name, constant }) => constant === null && /^(pk|id|uuid)$|_(id|pk)$/.test(name))) return true;
	const written = await writeTwice(slot, content, context);
	if (written !== null) return written;
	if (field.uniqueFor !== null || model.unique.some((together) => together.includes(field.name))) return true;
	const title = titleOf(slot, content);
	if (title === void 0) return false;
	const values = { [title.field.name]: makeMarker(context.random) };
	const user = Object.values(context.bound.actors)[0]?.id ?? null;
	const twins = await context.session.instance.call("rows.twins", {
		model: model.label,
		values,
		field: field.name,
		user
	}).catch(() => null);
	return twins === null ? MISSING : !twins.shared;
}
const titleOf = (slot, { slots, spec }) => Object.entries(slots).find(([name]) => name !== slot && spec.slots[name]?.kind === "text")?.[1];
async function writeTwice(slot, content, context) {
	const tools = toolsOf(context);
	const as = Object.values(context.bound.actors)[0];
	const title = Object.keys(content.slots).find((name) => content.spec.slots[name]?.kind === "text");
	if (as === void 0 || title === void 0 || content.create?.confirmed !== true) return null;
	const first = marksFor(content, tools.random);
	const second = {
		...marksFor(content, tools.random),
		[title]: first[title]
	};
	const found = [];
	for (const marks of [first, second]) {
		await sendForm(tools, content.create, {
			as,
			row: null,
			marks
		});
		const { [title]: _, ...others } = marks;
		const row = await newRow(tools, content, others);
		if (row === null) return found.length > 0 ? true : null;
		found.push(row.values);
	}
	const field = content.slots[slot]?.field.name;
	return found[0]?.[field] !== found[1]?.[field];
}
// src/probes/facts.ts
const facts = {
	name: "facts",
	async run(step, context) {
		const { resources, site } = context.bound;
		const resource = step.role === void 0 ? void 0 : resources[step.role] ?? site?.contents[step.role];
		const resolve = async (name, argument) => await QUERIES$1[name]?.(argument, resource, context) ?? MISSING;
		if (resource === void 0 && step.role !== void 0) return [result(step, "unbound", `No model for "${step.role}" was found in this project.`, [], resolve)];
		const outcomes = await evaluate(step.expect, resolve);
		const evidence = outcomes.map((outcome) => ({
			summary: sentence(outcome.query, outcome.ok, resource),
			ok: outcome.ok,
			source: "reported",
			expected: outcome.expected,
			actual: outcome.actual,
			exchange: null,
			place: placeFor(outcome.query, resource, context),
			exception: null,
			table: null,
			reproduce: null
		}));
		const failed = evidence.filter((one) => !one.ok);
		const summary = failed.length === 0 ? outcomes.length === 1 ? evidence[0]?.summary ?? "" : `${resource?.model.name ?? "The project"} has what is asked for.` : [...new Set(failed.map((one) => one.summary))].join(" ");
		return [result(step, failed.length === 0 ? "pass" : "fail", summary, evidence, resolve)];
	}
};
const QUERIES$1 = {
	slot: (slot, resource) => resource?.slots[slot]?.field.name,
	kind: (slot, resource) => {
		const bound = resource?.slots[slot];
		return bound === void 0 ? MISSING : bound.rightKind ? resource?.spec.slots[slot]?.kind : bound.field.type;
	},
	automatic: (slot, resource) => {
		const field = resource?.slots[slot]?.field;
		return field === void 0 ? MISSING : field.automatic || setWhileWriting(field.name, slot, resource);
	},
	unmistakable: (slot, resource, context) => resource !== void 0 && "lists" in resource ? unmistakable(slot, resource, context) : MISSING,
	migrations: (which, _, { bound }) => {
		const { missing, changes, absent, conflicts, problem } = bound.facts.migrations;
		if (which === "conflicting") return conflicts;
		if (which === "broken") return problem === null ? MISSING : `${problem.app}.${problem.name}: ${problem.message}`;
		return which === "missing" ? missing.length > 0 && changes.length > 0 ? changes : missing : absent;
	},
	pagination: (_, resource) => resource?.operations?.list[0]?.route.pagination?.style,
	version: (_, resource) => {
		const route = resource?.operations?.list[0]?.route;
		return /\/v\d+(\.\d+)?\//.exec(route?.path ?? "")?.[0] ?? route?.params.find((param) => /version/i.test(param.name))?.name;
	},
	documentation: (_, __, { bound }) => bound.facts.routes.find((route) => /(^|\/)(schema|swagger|redoc|docs|openapi|documentation)/i.test(route.path))?.path,
	filtering: (_, resource, { bound }) => {
		const rest = bound.facts.settings.REST_FRAMEWORK;
		const calls = resource?.operations?.list[0]?.handler.calls.find((call) => /query_params|GET\.get|filter_queryset|FilterSet|filterset/i.test(call));
		return (rest?.DEFAULT_FILTER_BACKENDS ?? []).length > 0 ? "DEFAULT_FILTER_BACKENDS" : calls;
	}
};
const ABOUT_A_DAY = 936e5;
function setWhileWriting(field, slot, resource) {
	const create = resource !== void 0 && "lists" in resource ? resource.create : null;
	const then = Date.parse(String(create?.made?.[field] ?? ""));
	return create?.last?.taken.includes(slot) === false && Math.abs(Date.now() - then) < ABOUT_A_DAY;
}
function placeFor(query, resource, { bound }) {
	const place = query === "migrations broken" ? bound.facts.migrations.problem?.place ?? null : resource?.model.place ?? null;
	return place === null ? null : {
		...place,
		code: null
	};
}
const MIGRATIONS = {
	missing: ["Every change of the models has its migration.", "The models were changed without a migration."],
	absent: ["Every app with models has migrations.", "An app with models has no migrations."],
	conflicting: ["No two migrations contradict each other.", "Two migrations follow the same one and were never merged, so migrate refuses."],
	broken: ["The migrations apply on an empty database.", "A migration does not apply on an empty database."]
};
function sentence(query, ok, resource) {
	const [name = "", slot = ""] = query.split(" ");
	if (name === "migrations") return MIGRATIONS[slot]?.[ok ? 0 : 1] ?? query;
	if (resource === void 0) return query;
	if (name === "unmistakable") return ok ? `No two rows of ${resource.model.name} share a ${slot}.` : `Two rows of ${resource.model.name} with the same title get the same ${slot}.`;
	const label = resource.spec.slots[slot]?.label ?? slot;
	const field = resource.slots[slot]?.field;
	if (name === "slot") return ok ? `The ${label} is ${resource.model.name}.${field?.name}.` : `${resource.model.name} has no ${label}.`;
	if (name === "kind") return ok ? `The ${label} has the right kind (${field?.type}).` : field === void 0 ? `${resource.model.name} has no ${label}.` : `The ${label} ${resource.model.name}.${field.name} is a ${field.type}.`;
	if (name === "automatic") return ok ? `The ${label} is set by itself.` : `The ${label} is not set by itself.`;
	return ok ? `The app has ${name}.` : `No ${name} was found.`;
}
const result = (step, state, summary, evidence, resolve) => ({
	state,
	label: step.title ?? step.role ?? "the project",
	summary,
	expected: null,
	actual: null,
	evidence,
	blockedBy: null,
	resolve
});
// src/probes/given.ts
const given = {
	name: "given",
	async run(step, context) {
		if (context.bound.site !== null) return givenContent(step, context);
		const resource = context.bound.resources[step.row];
		const owner = context.bound.actors[step.of];
		if (resource === void 0 || owner === void 0) return [unjudged(step.id, "unbound", `No model for "${step.row}" was found in this project.`)];
		const row = await giveRow(context.session, resource, owner, makeMarker(context.random));
		if (row === null) return [unjudged(step.id, "blocked", `No ${resource.model.name} could be made for the test, neither through the app nor inside it.`, "create")];
		context.rows.set(step.id, row);
		return [];
	}
};
const MOST = 40;
async function givenContent(step, context) {
	const content = contentOf(context, step.row);
	const owner = context.bound.actors[step.of];
	if (content === void 0 || owner === void 0) return step.optional ? [] : [unjudged(step.id, "unbound", `No model for "${step.row}" was found in this project.`)];
	const loose = step.under === void 0 ? null : isLoose(context, step.row);
	if (loose !== null) return step.optional ? [] : [unjudged(step.id, "blocked", loose.why, loose.by)];
	const around = (id) => {
		const [row] = rowsNamed(context, id);
		const other = row === void 0 ? void 0 : contentOf(context, row.role);
		return row === void 0 || other === void 0 ? null : {
			row,
			content: other
		};
	};
	const size = content.lists[0]?.endpoint.route.pagination?.size ?? 10;
	const count = step.count === "page" ? Math.min(size + 2, MOST) : step.count ?? 1;
	const rows = [];
	for (let made = 0; made < count; made += 1) {
		const row = await giveContent(toolsOf(context), {
			role: step.row,
			content,
			owner,
			daysOld: step["days-old"],
			under: around(step.under),
			onto: around(step.onto)
		});
		if (row !== null) rows.push(row);
	}
	if (rows.length < count) return step.optional ? [] : [unjudged(step.id, "blocked", `No ${content.model.name} could be made for the test inside the app.`, "start")];
	context.contents.set(step.id, rows);
	return [];
}
// src/html/executing.ts
function executingNodes(html, marker) {
	return marker === "" ? [] : search(readTree(html), marker, 0);
}
const MAX_FOUND = 100;
const MAX_INNER = 20;
const MAX_DEPTH = 3;
const MAX_INNER_ELEMENTS = 1e4;
function search(tree, marker, depth) {
	const found = [];
	let inner = 0;
	const runsInside = (html) => {
		inner += 1;
		if (inner > MAX_INNER || depth >= MAX_DEPTH) return false;
		return search(readTree(html, MAX_INNER_ELEMENTS), marker, depth + 1).length > 0;
	};
	const roots = [tree.document];
	const enter = (element) => {
		const names = executing(element, marker);
		if (isOpenFrame(element) && runsInside(attribute(element, "srcdoc") ?? "")) names.push("srcdoc");
		for (const name of names.slice(0, MAX_FOUND - found.length)) found.push({
			tag: element.tagName,
			attribute: name,
			shown: startTag(element)
		});
		if ("content" in element && has$1(element, "shadowrootmode")) roots.push(element.content);
		return found.length < MAX_FOUND;
	};
	for (let root = roots.shift(); root; root = roots.shift()) walk(root, { enter });
	return found;
}
function isOpenFrame(element) {
	if (tagOf(element) !== "iframe" || !has$1(element, "srcdoc")) return false;
	return !has$1(element, "sandbox") || words(element, "sandbox").includes("allow-scripts");
}
function executing(element, marker) {
	const tag = tagOf(element);
	const found = element.attrs.filter(({ name, value }) => {
		if (/^on[a-z]+$/.test(name)) return value.includes(marker);
		return runs(element, tag, name, value) && holds(value, marker);
	}).map(({ name, prefix }) => prefix ? `${prefix}:${name}` : name);
	const hasSource = element.attrs.some(({ name }) => name === (tag === "script" ? "src" : "href"));
	if (isScript(element, tag) && !hasSource && rawText(element).includes(marker)) found.push(null);
	return found;
}
function runs(element, tag, name, value) {
	switch (`${tag} ${name}`) {
		case "script src":
		case "foreign:script href": return isScript(element, tag);
		case "object data":
		case "embed src":
		case "base href": return true;
		case "iframe src":
		case "frame src": return isScriptAddress(value, /^data:(text\/html|image\/svg\+xml|application\/xhtml\+xml|text\/xml)/);
		case "meta content": return /^refresh$/i.test(attribute(element, "http-equiv") ?? "") && /(javascript|data):/i.test(value);
		case "a href":
		case "area href":
		case "form action":
		case "button formaction":
		case "input formaction": return isScriptAddress(value);
	}
	if (!tag.startsWith("foreign:")) return false;
	const animates = /href$/i.test(attribute(element, "attributeName") ?? "") && /^(to|from|by|values)$/.test(name);
	return (name === "href" || animates) && value.split(";").some((part) => isScriptAddress(part));
}
function isScript(element, tag) {
	if (tag !== "script" && tag !== "foreign:script") return false;
	const type = (attribute(element, "type") ?? "").trim().toLowerCase();
	return type === "" || type === "module" || /^(text|application)\/(x-)?(java|ecma|j|live)script/.test(type);
}
function isScriptAddress(value, data = /^data:text\/html/) {
	const address = value.replace(/[\t\n\r]/g, "").toLowerCase();
	let start = 0;
	while (address.charCodeAt(start) <= 32) start += 1;
	const plain = address.slice(start);
	return plain.startsWith("javascript:") || data.test(plain);
}
function holds(value, marker) {
	const plain = value.replace(/[\t\n\r]/g, "");
	if (value.includes(marker) || plain.includes(marker) || decoded(plain).includes(marker)) return true;
	const packed = /;base64,(.*)/i.exec(plain)?.[1];
	return packed !== void 0 && Buffer.from(decoded(packed), "base64").toString("utf8").includes(marker);
}
function decoded(value) {
	return value.replace(/(?:%[\da-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll("%", ""), "hex").toString("utf8"));
}
function startTag({ tagName, attrs }) {
	return `<${tagName}${attrs.slice(0, 50).map(({ prefix, name, value }) => ` ${prefix ? `${prefix}:` : ""}${name}="${value.slice(0, 200).replaceAll("\"", "&quot;")}"`).join("")}>`.slice(0, 200);
}
// src/probes/site-forms.ts
const MAX_FORMS = 24;
function distinctForms(visits, method) {
	const seen = /* @__PURE__ */ new Set();
	return visits.flatMap(({ visit, browser }) => visit.page.forms.map((form) => ({
		visit,
		form,
		browser
	}))).filter(({ form }) => form.method === method && form.internal).filter(({ form }) => {
		const shape = `${form.action.split("?")[0]?.replace(/[^/]*\d[^/]*/g, "#")} ${form.controls.map(({ name }) => name).join()}`;
		return seen.has(shape) ? false : seen.add(shape) !== void 0;
	}).slice(0, MAX_FORMS);
}
async function unguarded(forms) {
	const found = [];
	for (const one of forms) {
		const answer = await one.browser.submit(one.visit, one.form, typed(one.form, "text"), { csrf: false });
		if ((answer.first.reply.status ?? 500) < 400) found.push({
			...one,
			answer
		});
	}
	return found;
}
async function reflected(forms, mark) {
	const found = [];
	const payload = `${mark}"><script>alert("${mark}")<\/script>`;
	for (const one of forms) {
		const answer = await one.browser.submit(one.visit, one.form, typed(one.form, payload));
		if (executingNodes(answer.last.reply.body, `"${mark}"`).length > 0) found.push({
			...one,
			answer
		});
	}
	return found;
}
const typed = (form, text) => Object.fromEntries(form.controls.filter(({ type, name, value }) => name !== "" && [
	"text",
	"search",
	"textarea"
].includes(type) && value === "").map(({ name }) => [name, text]));
// src/probes/links.ts
const MAX_PAGES = 40;
const MOST_SHOWN = 6;
const START = "the address bar";
const links = {
	name: "links",
	async run(step, context) {
		const label = step.title ?? "follow the links";
		const site = siteOf(context);
		const actor = context.bound.actors[step.as];
		if (site === null || actor === void 0) return [unjudged(label, "unbound", "This exercise has no pages.")];
		const tools = toolsOf(context);
		const lists = Object.values(site.contents).flatMap((content) => content.lists.map(({ endpoint }) => endpoint.path));
		const starts = [.../* @__PURE__ */ new Set([...lists, "/"])];
		const asked = (query) => Object.keys(step.expect).some((key) => key.startsWith(query));
		const apis = apiPatterns(context.bound.facts);
		const walked = {
			dead: [],
			visits: []
		};
		for (const browser of [await tools.browser(anonymous()), await tools.browser(actor)]) await crawl(browser, starts, walked, apis, asked("dead") ? 2 : 1);
		const told = toldElsewhere(step, context);
		walked.dead = walked.dead.filter(({ path }) => !told.some((pattern) => pattern.test(path.split("?")[0] ?? "")));
		const unnamed = unnamedViews(context.bound.facts.routes);
		const changing = distinctForms(walked.visits, "POST");
		if (asked("unguarded") && changing.length === 0) return [unjudged(label, "unbound", "No form that changes something was found on the pages of this site.")];
		const open = asked("unguarded") ? await unguarded(changing) : [];
		const echoing = asked("reflected") ? await reflected(distinctForms(walked.visits, "GET"), makeMarker(context.random)) : [];
		const values = {
			dead: walked.dead.map(({ path }) => path),
			crashing: walked.dead.filter(({ visit }) => (visit.last.reply.status ?? 0) >= 500).map(({ path }) => path),
			unnamed: unnamed.map(({ path }) => path),
			pages: walked.visits.filter(({ visit, linked }) => linked && (visit.last.reply.status ?? 500) < 400).length,
			unguarded: open.map(({ form }) => form.action),
			reflected: echoing.map(({ form }) => form.action)
		};
		const resolve = (query) => values[query] ?? MISSING;
		const outcomes = await evaluate(step.expect, resolve);
		const ok = outcomes.every((outcome) => outcome.ok);
		const about = (query) => outcomes.filter((outcome) => outcome.query.startsWith(query));
		const evidenceOf = (one, query, text) => pageEvidence({
			exchanged: one.first,
			visit: one,
			endpoint: null,
			around: []
		}, text, about(query), (name) => name);
		const wrong = [
			...walked.dead.map(({ path, on, visit }) => evidenceOf(visit, "dead", `The link to ${path} on ${on} ${(visit.last.reply.status ?? 0) >= 500 ? "leads to a crash" : "leads nowhere"}: it answered ${visit.last.reply.status ?? "nothing"}.`)),
			...asked("pages") && values.pages === 0 ? [plain("No page of this site leads to another one.", false, null)] : [],
			...asked("unnamed") ? unnamed.map(withoutName) : [],
			...open.map(({ form, visit, answer }) => evidenceOf(answer, "unguarded", `The form to ${form.action} on ${visit.url} was accepted without its CSRF token: ${answer.first.reply.status}.`)),
			...echoing.map(({ form, visit, answer }) => evidenceOf(answer, "reflected", `What is searched for in the form on ${visit.url} (${form.action}) runs as script in the answer.`))
		].slice(0, MOST_SHOWN);
		const summary = wrong[0]?.summary ?? `${walked.visits.length} pages were opened and are as they should be.`;
		const whole = ok ? `${capital(label)}: ${walked.visits.length} pages were opened and are as they should be.` : `${capital(label)}: ${summary}`;
		return [{
			state: ok ? "pass" : "fail",
			label,
			summary: whole,
			expected: null,
			actual: summary,
			evidence: ok ? [plain(whole, true, null)] : wrong,
			blockedBy: null,
			resolve
		}];
	}
};
function toldElsewhere(step, context) {
	return (step["apart-from"] ?? []).filter((id) => context.decided.get(id) === "fail").flatMap((id) => context.pagesOf(id)).map((page) => {
		const [role = "", kind = ""] = page.split(".");
		const content = siteOf(context)?.contents[role];
		return kind === "detail" ? content?.detail?.endpoint : content?.by[kind.replace(/^by-/, "")]?.endpoint;
	}).flatMap((endpoint) => endpoint == null ? [] : [pathPattern(endpoint)]);
}
const isApi = (path, apis) => apis.some((pattern) => pattern.test(path.split("?")[0] ?? ""));
async function crawl(browser, starts, { dead, visits }, apis, each) {
	const waiting = starts.map((path) => ({
		path,
		on: START
	}));
	const seen = new Set(starts);
	const shapes = /* @__PURE__ */ new Map();
	let pages = 0;
	while (waiting.length > 0 && pages < MAX_PAGES) {
		const { path, on } = waiting.shift();
		const visit = await browser.visit(path);
		pages += 1;
		visits.push({
			visit,
			browser,
			linked: on !== START
		});
		const status = visit.last.reply.status ?? 0;
		const lost = status === 404 || status === 410 || status >= 500 || status === 0;
		if (lost && on !== START && !dead.some((one) => one.path === path)) dead.push({
			path,
			on,
			visit
		});
		if (lost) continue;
		for (const link of visit.page.links) {
			const target = link.path;
			if (!link.internal || seen.has(target) || isEnding(link)) continue;
			if (/^\/(admin|media|static)\//.test(target) || isApi(target, apis)) continue;
			const shape = target.split("?")[0]?.replace(/[^/]*\d[^/]*/g, "#") ?? target;
			const times = shapes.get(shape) ?? 0;
			seen.add(target);
			if (times >= each) continue;
			shapes.set(shape, times + 1);
			waiting.push({
				path: target,
				on: visit.url
			});
		}
	}
}
const unnamedViews = (routes) => routes.filter(({ name, view, path }) => name === null && (view.learner || /django\.contrib\.auth\.views/.test(view.name)) && !/^\/(static|media|admin)\//.test(path));
const withoutName = (route) => plain(`The URL ${route.path} (${route.view.name}) has no name.`, false, route.view.place);
const plain = (summary, ok, place) => ({
	summary,
	ok,
	source: ok ? "observed" : "reported",
	expected: null,
	actual: null,
	exchange: null,
	place: place === null ? null : {
		...place,
		code: null
	},
	exception: null,
	table: null,
	reproduce: null
});
// src/probes/submit-attack.ts
function attackOf({ send }, context, content, marks) {
	const none = {
		change: (values) => values,
		extra: []
	};
	if (send === void 0) return none;
	const carrying = (form) => [...controlSlots(form, content)];
	if (send.fault === "empty") return {
		...none,
		change: (values, form) => ({
			...values,
			...Object.fromEntries(carrying(form).filter(([{ type }]) => type !== "hidden").map(([{ name }]) => [name, ""]))
		})
	};
	if (send.fault === "overlong") {
		const slot = send.slot ?? "";
		const limit = content.slots[slot]?.field.maxLength;
		if (limit === null || limit === void 0) return null;
		const text = `${marks[slot] ?? ""}${"x".repeat(limit + 40)}`;
		return {
			...none,
			change: (values, form) => replaced(values, carrying(form), (name) => name === slot, () => text)
		};
	}
	if (send.markup !== void 0) {
		const kinds = send.markup === "labels" ? ["many"] : [
			"text",
			"longtext",
			"person"
		];
		const kindOf = (slot) => content.spec.slots[slot]?.kind ?? "";
		const first = Object.values(marks)[0] ?? "";
		const text = (slot) => kindOf(slot) === "many" || kindOf(slot) === "person" ? `<svg onload="x='${first}'">` : markup(marks[slot] ?? "", content.slots[slot]?.field.maxLength ?? null);
		const typed = (form) => carrying(form).filter(([{ type }, slot]) => [
			"text",
			"textarea",
			"search"
		].includes(type) && kinds.includes(kindOf(slot)));
		return {
			...none,
			change: (values, form) => replaced(values, typed(form), () => true, text)
		};
	}
	if (send.author !== void 0) return inTheNameOf(context.bound.actors[send.author], content);
	return none;
}
function markup(mark, maxLength) {
	const both = `${mark}<script>alert("${mark}")<\/script><img src=x onerror="alert('${mark}')">`;
	if (maxLength === null) return `${both} &lt;script&gt;alert(&quot;${mark}&quot;)&lt;/script&gt;`;
	return both.length <= maxLength ? both : `${mark}<script>'${mark}'<\/script>`.slice(0, maxLength);
}
function replaced(values, carrying, wanted, text) {
	const changes = carrying.filter(([, slot]) => wanted(slot)).map(([{ name }, slot]) => [name, text(slot)]);
	return {
		...values,
		...Object.fromEntries(changes)
	};
}
function inTheNameOf(other, content) {
	const slot = Object.entries(content.spec.slots).find(([, { kind }]) => kind === "user" || kind === "person")?.[0];
	const field = slot === void 0 ? void 0 : content.slots[slot]?.field.name;
	if (other === void 0 || other.id === null || field === void 0) return null;
	const key = String(other.id);
	const names = [.../* @__PURE__ */ new Set([
		field,
		`${field}_id`,
		"author",
		"user"
	])];
	return {
		change: (values, form) => {
			const used = form.controls.filter(({ name }) => names.includes(name)).map(({ name }) => [name, key]);
			return {
				...values,
				...Object.fromEntries(used)
			};
		},
		extra: names.map((name) => [name, key])
	};
}
// src/bind/site/release.ts
async function release(tools, wish) {
	if (await pressPublish(await tools.browser(wish.author), wish.seen)) return true;
	const staff = await tools.browser(wish.staff);
	return await saveInAdmin(tools, staff, wish) || await actInAdmin(tools, staff, wish);
}
async function pressPublish(browser, seen) {
	for (const visit of seen) {
		const form = visit.page.forms.find(({ method, internal, action, submitters, controls }) => method === "POST" && internal && !controls.some(({ type }) => type === "password") && mentions(splitWords(`${action} ${submitters.map(({ text, value }) => `${text} ${value}`).join(" ")}`), PUBLIC));
		const link = visit.page.links.find(({ internal, path, text }) => internal && mentions(splitWords(`${path} ${text}`), [
			"publish",
			"approve",
			"publicar"
		]));
		if (form !== void 0) await browser.submit(visit, form, {});
		else if (link !== void 0) await browser.visit(link.path);
		else continue;
		return true;
	}
	return false;
}
async function saveInAdmin(tools, browser, { content, id }) {
	const model = tools.facts.admin.models.find(({ model: label }) => label === content.model.label);
	if (model === void 0) return false;
	const visit = await browser.visit(`${model.path}${encodeURIComponent(String(id))}/change/`);
	const form = visit.page.forms.find(({ method, controls }) => method === "POST" && controls.length > 2);
	if (form === void 0) return false;
	const values = Object.fromEntries(form.controls.flatMap((control) => changed(control)));
	if (Object.keys(values).length === 0) return false;
	await browser.submit(visit, form, values);
	return true;
}
function changed(control) {
	if (control.name === "" || control.disabled) return [];
	if (control.type === "select" || control.type === "radio") {
		const option = publicChoice(control);
		return option === void 0 || option.selected ? [] : [[control.name, option.value]];
	}
	if (control.type !== "checkbox" || control.options.length > 1) return [];
	if (isPrivate(control)) return control.checked ? [[control.name, false]] : [];
	return isPublic(control) && !control.checked ? [[control.name, true]] : [];
}
async function actInAdmin(tools, browser, { content, id }) {
	const model = tools.facts.admin.models.find(({ model: label }) => label === content.model.label);
	if (model === void 0) return false;
	const visit = await browser.visit(model.path);
	const offered = visit.page.forms.flatMap((form) => {
		const option = form.controls.find(({ name }) => name === "action")?.options.find(({ value, text }) => mentions(splitWords(`${value} ${text}`), PUBLIC));
		return option === void 0 ? [] : [{
			form,
			value: option.value
		}];
	})[0];
	if (offered === void 0) return false;
	await browser.submit(visit, offered.form, {
		action: offered.value,
		_selected_action: [String(id)]
	});
	return true;
}
// src/probes/shown.ts
const shows = ({ last, page }, mark) => (last.reply.status ?? 500) < 400 && holds$1(page.text, mark);
async function whereShown(id, values, sent, context) {
	const { content, role, as, marks, row, visit } = sent;
	if (content === null) return {
		pages: [],
		found: false
	};
	const tools = toolsOf(context);
	const author = as.id === null ? Object.values(context.bound.actors)[0] ?? as : as;
	const own = {
		role,
		owner: author,
		id,
		marks,
		values,
		onto: null
	};
	const mark = Object.values(marks)[0] ?? "";
	const parentRole = Object.values(content.spec.slots).find(({ kind }) => kind === "one")?.to;
	const parent = parentRole === void 0 ? void 0 : contentOf(context, parentRole);
	const look = (viewer) => parent !== void 0 && row !== null ? lookUnder(viewer) : lookAlone(viewer);
	const lookUnder = async (viewer) => {
		const page = parent === void 0 || row === null ? null : await visitDetail(tools, parent, row, viewer);
		if (page === null || parent === void 0 || row === null) return {
			pages: [],
			found: false
		};
		const loaded = await shownByScript(tools, context.bound.site?.contents ?? {}, parent, row, page, viewer);
		const found = shows(page, mark) || holds$1(loaded, mark);
		return {
			pages: found ? [page] : [],
			found
		};
	};
	const lookAlone = async (viewer) => {
		const detail = await visitDetail(tools, content, own, viewer);
		const pages = detail !== null && shows(detail, mark) ? [detail] : [];
		let listed = content.lists.length === 0 && pages.length > 0;
		for (const list of content.lists) {
			const holding = (await readList(tools, list, viewer, [mark])).pages.filter((one) => shows(one, mark));
			pages.push(...holding);
			listed ||= holding.length > 0;
		}
		return {
			pages,
			found: listed
		};
	};
	let first = await look(anonymous());
	if (!first.found) first = await look(author);
	if (first.found) return first;
	const page = await visitDetail(tools, content, own, author);
	if (!await release(tools, {
		content,
		id,
		author,
		staff: context.bound.site?.staff ?? author,
		seen: page === null ? [visit] : [visit, page]
	})) {
		if (tools.facts.admin.models.some(({ model }) => model === content.model.label)) return first;
		await publish(tools, content, id);
		return {
			...first,
			waiting: (await look(anonymous())).found
		};
	}
	for (const viewer of [anonymous(), author]) {
		const after = await look(viewer);
		if (after.found || after.pages.length > 0) return {
			...after,
			found: true
		};
	}
	return first;
}
// src/probes/submit-queries.ts
const WAITING = "waiting";
async function countOf({ content }, { session }) {
	if (content === null) return 0;
	return session.instance.call("rows.count", { model: content.model.label }).then(({ count }) => count).catch(() => 0);
}
function submitAnswers(sent, context) {
	const tools = toolsOf(context);
	const { visit, content, marks } = sent;
	let known = null;
	const made = () => {
		known ??= content === null ? Promise.resolve(null) : newRow(tools, content, marks);
		return known;
	};
	const again = async (row) => row === null || content === null ? null : context.session.instance.call("rows.get", {
		model: content.model.label,
		id: row.id
	});
	const queries = {
		status: () => visit.first.reply.status ?? MISSING,
		crashed: () => (visit.first.reply.status ?? 500) >= 500,
		complaint: () => [...visit.page.forms.flatMap(({ errors }) => errors), ...visit.page.messages][0] ?? MISSING,
		"turned-away": async () => isTurnedAway(visit, await made() !== null, content?.create?.confirmed === true, context.bound.facts.site.loginUrl),
		"signed-in": () => signedIn$1(visit, context.bound.facts.site.sessionCookie),
		stored: async () => await made() !== null || sent.before !== null && await countOf(sent, context) > sent.before,
		kept: async () => kept(await made(), sent),
		author: async () => authorOf(await again(await made()), sent, context),
		belongs: async (id) => belongs(await made(), rowsNamed(context, id)[0], sent, context),
		shown: async () => {
			const row = await made();
			if (row === null) return false;
			const { found, waiting } = await whereShown(row.id, row.values, sent, context);
			return waiting ? WAITING : found;
		},
		executes: async () => {
			const row = await made();
			const pages = row === null ? [] : (await whereShown(row.id, row.values, sent, context)).pages;
			if ([visit, ...pages].flatMap(({ last }) => isHtml(last.reply.headers) ? Object.values(marks).flatMap((mark) => quoted$1(mark).flatMap((text) => executingNodes(last.reply.body, text))) : []).length > 0) return true;
			return row === null ? content?.create?.confirmed === true ? false : MISSING : pages.length > 0 ? false : MISSING;
		}
	};
	return async (name, argument) => await queries[name]?.(argument) ?? MISSING;
}
const quoted$1 = (mark) => [`"${mark}"`, `'${mark}'`];
const isHtml = (headers) => /html|^$/.test(headers["content-type"] ?? "");
function isTurnedAway(visit, stored, worksForMembers, loginUrl) {
	const { reply } = visit.first;
	const status = reply.status ?? 599;
	if (stored || status >= 500) return false;
	if (worksForMembers) return true;
	const target = reply.headers.location ?? "";
	const toLogin = /[?&]next=|log-?in|sign-?in/i.test(target) || loginUrl !== null && target.includes(loginUrl);
	return status === 401 || status === 403 || status >= 300 && status < 400 && toLogin;
}
function kept(row, { marks, values }) {
	if (row === null) return MISSING;
	const sent = Object.values(values).filter((value) => typeof value === "string");
	const stored = JSON.stringify(row.values);
	return Object.values(marks).filter((mark) => sent.some((value) => value.includes(mark))).every((mark) => holds$1(stored, mark));
}
async function authorOf(row, { content }, { bound, session }) {
	const slot = Object.entries(content?.spec.slots ?? {}).find(([, { kind }]) => kind === "user" || kind === "person")?.[0];
	const field = slot === void 0 ? void 0 : content?.slots[slot]?.field;
	if (row === null) return MISSING;
	if (field === void 0) return "unrecorded";
	const value = row.values[field.name] ?? row.values[`${field.name}_id`] ?? null;
	const named = (key) => Object.values(bound.actors).find(({ id, person }) => String(id) === String(key) || person?.username === key || person?.email === key)?.name;
	if (value === null) return "nobody";
	if (field.related === null || field.related === bound.facts.user.model) return named(value) ?? "somebody else";
	const between = await session.instance.call("rows.get", {
		model: field.related,
		id: value
	}).catch(() => null);
	const user = bound.facts.models.find(({ label }) => label === field.related)?.fields.find(({ related }) => related === bound.facts.user.model)?.name;
	return named(user === void 0 ? void 0 : between?.values[user] ?? between?.values[`${user}_id`]) ?? "somebody else";
}
async function belongs(row, other, sent, context) {
	const { content } = sent;
	const to = other === void 0 ? void 0 : contentOf(context, other.role);
	if (row === null || other === void 0 || content === null || to === void 0) return MISSING;
	const slot = Object.entries(content.spec.slots).find(([, one]) => one.to === other.role);
	if (slot?.[1].kind === "many" && !sent.taken.includes(slot[0])) return MISSING;
	const { instance } = context.session;
	return (await instance.call("rows.related", {
		model: content.model.label,
		id: row.id,
		to: to.model.label
	}).catch(() => ({ ids: [] }))).ids.some((id) => String(id) === String(other.id));
}
// src/probes/submit-unseen.ts
async function sendBlind(context, content, writer, as, role) {
	const tools = toolsOf(context);
	const browser = await tools.browser(as);
	const token = await visitorsToken(context, browser);
	const marks = marksFor(content, tools.random);
	const form = { ...formOf(writer, writer.path) };
	const values = fillForm(form, content, {
		marks,
		person: null,
		random: tools.random,
		rows: {},
		everything: true
	});
	const from = await browser.visit(writer.path);
	return {
		visit: await browser.submit(from, form, values, { extra: [["csrfmiddlewaretoken", token]] }),
		values,
		marks,
		taken: [],
		content,
		row: null,
		as,
		endpoint: writer,
		role,
		before: null
	};
}
async function sendUnseen(context, found, wish) {
	const tools = toolsOf(context);
	const author = Object.values(context.bound.actors)[0];
	if (author === void 0 || wish.as.id !== null) return null;
	const shown = await found.open(tools, author, wish.row);
	const form = shown === null ? null : formOn(shown, found.content);
	if (shown === null || form === null) return null;
	const browser = await tools.browser(wish.as);
	const token = await visitorsToken(context, browser);
	const marks = wish.marks ?? marksFor(found.content, tools.random);
	const filled = fillForm(form, found.content, fillingOf(tools, found, wish, marks));
	const values = wish.change?.(filled, form) ?? filled;
	const named = form.controls.filter(({ name }) => isCsrf(name)).map(({ name }) => [name, token]);
	return {
		visit: await browser.submit(shown, form, {
			...values,
			...Object.fromEntries(named)
		}, wish.options),
		values,
		marks,
		taken: takenSlots(form, found.content, values)
	};
}
async function visitorsToken(context, browser) {
	const { site } = context.bound.facts;
	const login = siteOf(context)?.login?.path;
	const found = (login === void 0 ? null : await browser.visit(login))?.page.forms.flatMap(({ controls }) => controls).find(({ name }) => isCsrf(name))?.value;
	if (found !== void 0 && found !== "") return found;
	const made = "milepostmilepostmilepostmilepost";
	browser.cookies.set(site.csrfCookie, made);
	return made;
}
// src/probes/submit-words.ts
const submitWords = {
	describe: describe$1,
	query
};
function describe$1({ visit, values }, outcomes) {
	const { first, last } = visit;
	const { status, failure } = first.reply;
	const answered = status === null ? `no answer (${failure ?? "unknown"})` : `answered ${status}`;
	const led = visit.hops.length > 1 ? ` and led to ${visit.url} (${last.reply.status ?? "no answer"})` : "";
	const detail = outcomes.filter(({ ok, query: asked }) => !ok && asked !== "status").map(({ query: asked, actual }) => `${query(asked)}: ${actual}`).slice(0, 3);
	const fields = Object.keys(values).slice(0, 6).join(", ");
	const filled = fields === "" ? "" : `, filled in ${fields},`;
	return `${first.exchange.method} ${first.exchange.url}${filled} ${answered}${led}${detail.length > 0 ? `; ${detail.join("; ")}` : ""}.`;
}
function query(asked) {
	const [name = "", argument = ""] = asked.split(" ");
	switch (name) {
		case "stored": return "it is saved";
		case "kept": return "everything that was typed is saved";
		case "shown": return "a page shows it afterwards";
		case "author": return "its author";
		case "belongs": return `it belongs to "${argument}"`;
		case "executes": return "what was written runs as script";
		case "turned-away": return "the visitor is turned away";
		case "signed-in": return "the visitor is signed in";
		default: return name;
	}
}
// src/probes/submit.ts
const submit = {
	name: "submit",
	async run(step, context) {
		const cases = [];
		for (const { variant, label } of variants(step, `send ${step.form}`)) cases.push(await runCase$1(variant, label, context));
		return cases;
	}
};
async function runCase$1(step, label, context) {
	const needed = step.needs === void 0 ? "pass" : context.decided.get(step.needs);
	if (needed !== void 0 && needed !== "pass") return unjudged(label, "blocked", `Not judged: ${step.needs} does not work yet.`, step.needs ?? null);
	const actor = actorNamed(context, step.as);
	if (actor === void 0) return unjudged(label, "unbound", `There is no actor "${step.as}".`);
	const sent = step.form.includes(".") ? await sendContent(step, context, actor) : await sendLogin(step, context);
	if (typeof sent === "string") return unjudged(label, "unbound", sent);
	if (sent !== null && "why" in sent) return unjudged(label, "blocked", sent.why, sent.by);
	if (sent === null) return unjudged(label, "skipped", "This does not apply: the form takes no such value.");
	const resolve = submitAnswers(sent, context);
	const outcomes = await evaluate(step.expect, resolve);
	const ok = outcomes.every((outcome) => outcome.ok);
	const wrong = outcomes.filter((outcome) => !outcome.ok);
	if (outcomes.some(({ query, actual }) => query === "executes" && actual === "absent")) return unjudged(label, "blocked", `${capital(label)}: no page that shows what was written could be opened.`, context.opening(step.form) ?? context.opening(`${sent.role}.detail`));
	if (wrong.length === 1 && wrong[0]?.query === "shown" && wrong[0].actual.includes("waiting")) return unjudged(label, "blocked", `${capital(label)}: it waits to be made public, but the admin does not have it.`, context.managing(sent.role));
	const summary = `${capital(label)} as ${step.as}: ${submitWords.describe(sent, outcomes)}`;
	const evidence = pageEvidence({
		exchanged: sent.visit.first,
		visit: sent.visit,
		endpoint: sent.endpoint,
		around: Object.values(sent.marks)
	}, summary, outcomes, submitWords.query);
	return {
		state: ok ? "pass" : "fail",
		label,
		summary,
		expected: evidence.expected,
		actual: evidence.actual,
		evidence: [evidence],
		blockedBy: null,
		resolve
	};
}
async function sendContent(step, context, as) {
	const role = step.form.split(".")[0] ?? "";
	const content = contentOf(context, role);
	if (content === void 0) return `No model for "${role}" was found in this project.`;
	const hindrance = isLoose(context, role) ?? (step.slot === void 0 ? null : withoutSlot(context, step.slot));
	if (hindrance !== null) return hindrance;
	if (content.create === null && content.writer !== null && as.id === null) return sendBlind(context, content, content.writer, as, role);
	if (content.create === null) return `No form for "${role}" was found on the pages of this site.`;
	const tools = toolsOf(context);
	const row = rowsNamed(context, step.target)[0] ?? null;
	const before = await countOf({ content }, context);
	const marks = marksFor(content, tools.random);
	const attack = attackOf(step, context, content, marks);
	if (attack === null) return null;
	const wish = {
		as,
		row,
		marks,
		rows: chosenRows(step, context, content),
		change: attack.change,
		options: {
			csrf: step.csrf !== "missing",
			extra: attack.extra
		}
	};
	const sent = await sendForm(tools, content.create, wish) ?? await sendUnseen(context, content.create, wish);
	return sent === null ? `The form for "${role}" could not be opened.` : {
		...sent,
		content,
		row,
		as,
		endpoint: content.create.endpoint,
		role,
		before
	};
}
function chosenRows({ send }, context, content) {
	const chosen = {};
	for (const row of (send?.rows ?? []).flatMap((id) => rowsNamed(context, id))) {
		const slot = Object.entries(content.spec.slots).find(([, { kind, to }]) => kind === "many" && to === row.role)?.[0];
		if (slot !== void 0) chosen[slot] = [...chosen[slot] ?? [], row];
	}
	return chosen;
}
async function sendLogin(step, context) {
	const login = siteOf(context)?.login;
	const person = Object.values(context.bound.actors)[0]?.person;
	if (login == null || person == null) return "No page with a form to log in was found.";
	const tools = toolsOf(context);
	const browser = await tools.visitor();
	const visit = await logIn(tools, browser, login.path, person, { csrf: step.csrf !== "missing" });
	if (visit === null) return "The form to log in could not be opened.";
	return {
		visit,
		values: {},
		marks: {},
		taken: [],
		content: null,
		row: null,
		as: browser.actor,
		endpoint: login.endpoint,
		role: "login",
		before: null
	};
}
// src/probes/throttle.ts
const MOST_REQUESTS = 1200;
const MOST_MILLISECONDS = 25e3;
const SLACK = 3;
const throttle = {
	name: "throttle",
	async run(step, context) {
		const targets = targetsOf(step, context);
		if (targets.length === 0) return [unbound()];
		let last = null;
		for (const target of targets) {
			last = await tryTarget(step, target, context);
			if (last.state === "pass") return [last];
			if (target.declared !== null && last.actual?.includes("429") !== true) continue;
			if (last.actual !== null && !last.actual.startsWith("none")) return [last];
		}
		return [last];
	}
};
function targetsOf(step, context) {
	const all = step.calls.flatMap((name) => targetFor(name, context));
	const declared = all.filter((target) => target.declared?.limit);
	const first = all.filter((target) => target.declared?.limit === void 0 || target.declared.limit === null).slice(0, 1);
	return [...declared.slice(0, 2), ...first];
}
function targetFor(name, context) {
	const { bound } = context;
	const [role = "", operation] = name.split(".");
	if (operation === void 0) {
		const found = role === "register" ? bound.register : bound.token;
		if (found === null) return [];
		const declared = effective(found.endpoint.route.throttles, false);
		const wrong = makePerson("guest", context.random);
		return [{
			endpoint: found.endpoint,
			operation: name,
			declared,
			asNobody: true,
			send: (session, actor) => submit$1(session, found.endpoint, found.payload, wrong, actor)
		}];
	}
	const resource = bound.resources[role];
	const endpoint = resource?.operations[operation][0];
	if (resource === void 0 || endpoint === void 0) return [];
	const declared = effective(endpoint.route.throttles, true);
	const send = async (session, actor) => {
		const row = [...context.rows.values()][0];
		const path = operation !== "list" && operation !== "create" && row !== void 0 ? await rowPath(session, resource, endpoint, row) : await collectionPath(session, resource, endpoint, actor, null);
		const body = operation === "create" && resource.create ? await fill(resource.create.payload, {
			session,
			actor,
			marker: makeMarker(context.random)
		}) : void 0;
		return session.send(actor, {
			method: endpoint.method,
			path,
			body,
			encoding: resource.create?.payload.encoding
		}, { renewOnLimit: false });
	};
	return [{
		endpoint,
		operation: name,
		declared,
		asNobody: false,
		send
	}];
}
function declaredLimit(throttle) {
	const written = /^\s*(\d+)\s*\/\s*[a-z]/i.exec(throttle.rate ?? "")?.[1];
	return written === void 0 ? throttle : {
		...throttle,
		limit: Number(written)
	};
}
function effective(throttles, signedIn) {
	return throttles.map(declaredLimit).filter((one) => one.limit !== null && (signedIn ? one.counts !== "anonymous" : one.counts !== "user")).toSorted((a, b) => (a.limit ?? 0) / (a.window ?? 1) - (b.limit ?? 0) / (b.window ?? 1) || (a.limit ?? 0) - (b.limit ?? 0)).toSorted((a, b) => (a.limit ?? 0) - (b.limit ?? 0))[0] ?? null;
}
async function tryTarget(step, target, context) {
	const { bound } = context;
	const actor = target.asNobody ? anonymous(31) : {
		...bound.actors[step.as],
		client: 31
	};
	const other = target.asNobody ? anonymous(32) : {
		...bound.actors[step.other],
		client: 32
	};
	let burst = await sendBurst(step, target, actor, await context.freshSession());
	if (burst.result.refused === null && target.declared !== null) burst = await sendBurst(step, target, actor, await context.freshSession());
	const { result, session } = burst;
	const asOther = result.refused === null ? null : await target.send(session, other);
	const otherRefused = asOther !== null && asOther.reply.status === result.refused?.reply.status && asOther.reply.status !== result.baseline;
	const resolve = answer(result, otherRefused);
	const wrong = (await evaluate(step.expect, resolve)).filter((outcome) => !outcome.ok);
	const evidence = drawn(target, result, asOther, otherRefused, wrong.length === 0);
	return {
		state: wrong.length === 0 ? "pass" : "fail",
		label: target.operation,
		summary: evidence.summary,
		expected: wrong.map(({ query, expected }) => `${query}: ${expected}`).join("; ") || null,
		actual: result.refused === null ? `none of ${result.sent} requests was refused` : `${result.refused.reply.status} at request ${result.sent}`,
		evidence: [evidence],
		blockedBy: null,
		resolve
	};
}
async function sendBurst(step, target, actor, session) {
	const limit = target.declared?.limit ?? null;
	const started = performance.now();
	const result = {
		sent: 0,
		refused: null,
		filled: 0,
		milliseconds: 0,
		baseline: null
	};
	let left = limit === null ? step.undeclared : Math.min(limit + SLACK, MOST_REQUESTS);
	while (left > 0 && performance.now() - started < MOST_MILLISECONDS) {
		const exchanged = await target.send(session, actor);
		left -= 1;
		result.sent += 1;
		result.baseline ??= exchanged.reply.status;
		if (exchanged.reply.status === 429 || isNewRefusal(exchanged, result.baseline)) {
			result.refused = exchanged;
			break;
		}
		if (limit === null || limit + SLACK <= MOST_REQUESTS || result.filled !== 0) continue;
		const { filled } = await session.instance.call("throttle.fill", {
			path: exchanged.exchange.url,
			limit,
			leave: 2
		}).catch(() => ({ filled: 0 }));
		result.filled = filled > 0 ? limit - 2 : -1;
		if (filled > 0) {
			result.sent = limit - 2;
			left = 5;
		}
	}
	result.milliseconds = performance.now() - started;
	return {
		result,
		session
	};
}
const isNewRefusal = ({ reply }, baseline) => reply.status !== baseline && baseline !== null && baseline < 500 && [
	403,
	420,
	503
].includes(reply.status ?? 0);
function answer(result, otherRefused) {
	const queries = {
		limited: () => result.refused !== null,
		status: () => result.refused?.reply.status ?? MISSING,
		"retry-after": () => retryAfter(result.refused),
		"other-client": () => otherRefused
	};
	return (name) => queries[name]?.() ?? MISSING;
}
function retryAfter(refused) {
	const value = refused?.reply.headers["retry-after"];
	if (value === void 0) return MISSING;
	if (/^\d+(\.\d+)?$/.test(value.trim())) return Math.ceil(Number(value));
	const date = Date.parse(value);
	return Number.isNaN(date) ? value : Math.max(0, Math.round((date - Date.now()) / 1e3));
}
function drawn(target, result, asOther, otherRefused, ok) {
	const { declared, endpoint } = target;
	const rate = declared === null ? "none found" : `${declared.rate ?? `${declared.limit} requests`} (${declared.name})`;
	const at = result.refused === null ? `not within ${result.sent} requests` : `request ${result.sent}, status ${result.refused.reply.status}`;
	const rows = [
		["declared limit", rate],
		["where", describeEndpoint(endpoint)],
		["first refusal", at],
		["Retry-After", result.refused?.reply.headers["retry-after"] ?? "absent"],
		["another client right after", asOther === null ? "not asked" : `status ${asOther.reply.status}${otherRefused ? ", refused too" : ""}`],
		["time", `${(result.milliseconds / 1e3).toFixed(1)} s`],
		...result.filled > 0 ? [["how", `the counter was filled to ${result.filled} inside the app, then real requests were sent`]] : []
	];
	return {
		summary: result.refused === null ? `${describeEndpoint(endpoint)}: ${result.sent} requests one after the other were all answered; declared limit: ${rate}.` : `${describeEndpoint(endpoint)} refused request ${result.sent} with ${result.refused.reply.status}; declared limit: ${rate}.`,
		ok,
		source: "observed",
		expected: declared?.limit ? `429 at request ${declared.limit + 1}` : "429 after the declared number of requests",
		actual: at,
		exchange: result.refused?.exchange ?? null,
		place: ok ? null : placeOf$1(endpoint),
		exception: null,
		table: {
			title: "Rate limit",
			columns: ["what", "seen"],
			rows
		},
		reproduce: result.refused === null ? null : reproduce(result.refused.exchange)
	};
}
const unbound = () => ({
	state: "unbound",
	label: "rate limit",
	summary: "No endpoint was found on which a limit could be tried.",
	expected: null,
	actual: null,
	evidence: [],
	blockedBy: null,
	resolve: () => MISSING
});
// src/probes/visit.ts
const visit = {
	name: "visit",
	async run(step, context) {
		const cases = [];
		for (const { variant, label } of variants(step, `open ${step.page}`)) cases.push(await runCase(variant, label, context));
		return cases;
	}
};
async function runCase(step, label, context) {
	const [role = "", page = ""] = step.page.split(".");
	const content = contentOf(context, role);
	const actor = actorNamed(context, step.as);
	if (content === void 0 || actor === void 0) return unjudged(label, "unbound", `No model for "${role}" was found in this project.`);
	const hindrance = step.slot === void 0 ? null : withoutSlot(context, step.slot);
	if (hindrance !== null) return unjudged(label, "blocked", hindrance.why, hindrance.by);
	const wanted = Object.keys(step.expect).flatMap((query) => rowsNamed(context, /^(?:shows|compared) ([\w-]+)/.exec(query)?.[1]));
	const standin = step.standin === void 0 ? void 0 : context.bound.actors[step.standin];
	let reading = await read(content, page, step, context, actor, wanted);
	if (standin !== void 0 && reading !== null && (isRefused(reading.visit) || crashed(reading.visit) || !showsAny(reading, step, wanted))) reading = await read(content, page, step, context, standin, wanted) ?? reading;
	if (reading === null) return unjudged(label, "unbound", `No page that serves as ${step.page} was found.`);
	const seen = reading;
	if (isMissing(seen.visit) && !("status" in step.expect)) return unjudged(label, "blocked", `Not judged: ${seen.visit.url} answered ${seen.visit.last.reply.status}.`, context.opening(step.page));
	const resolve = (query, argument) => QUERIES[query]?.(argument, seen, context, content, step) ?? MISSING;
	const outcomes = await evaluate(step.expect, resolve);
	const ok = outcomes.every((outcome) => outcome.ok);
	const summary = `${capital(label)} as ${seen.as.name}: ${describe(seen, outcomes)}`;
	const around = wanted.flatMap(({ marks }) => Object.values(marks));
	const evidence = pageEvidence({
		exchanged: seen.visit.last,
		visit: seen.visit,
		endpoint: seen.endpoint,
		around
	}, summary, outcomes, inWords);
	return {
		state: ok ? "pass" : "fail",
		label,
		summary,
		expected: evidence.expected,
		actual: evidence.actual,
		evidence: [evidence],
		blockedBy: null,
		resolve
	};
}
async function read(content, page, step, context, as, wanted) {
	const tools = toolsOf(context);
	const marks = wanted.map(markOf);
	const [target] = rowsNamed(context, step.target);
	if (page === "list") {
		let best = null;
		for (const list of content.lists) {
			const { first, text } = await readList(tools, list, as, marks);
			const reading = {
				visit: first,
				text,
				endpoint: list.endpoint,
				as,
				other: null
			};
			if (marks.every((mark) => holds$1(text, mark))) return reading;
			if (best === null || count(text, marks) > count(best.text, marks)) best = reading;
		}
		return best;
	}
	if (page === "create") {
		const { create } = content;
		const opened = create === null || create.scripted !== null ? null : await create.open(tools, as, null);
		return opened === null ? null : {
			visit: opened,
			text: opened.page.text,
			endpoint: create?.endpoint ?? null,
			as,
			other: null
		};
	}
	if (target === void 0) return null;
	const [compared] = rowsNamed(context, step["compared-with"]);
	const own = await readOne(content, page, target, context, as);
	const other = compared === void 0 ? null : await readOne(content, page, compared, context, as);
	return own === null ? null : {
		...own,
		other: other?.text ?? null
	};
}
async function readOne(content, page, target, context, as) {
	const tools = toolsOf(context);
	if (page === "detail") {
		const opened = await visitDetail(tools, content, target, as);
		if (opened === null) return null;
		const loaded = await shownByScript(tools, context.bound.site?.contents ?? {}, content, target, opened, as);
		const endpoint = content.detail?.endpoint ?? null;
		return {
			visit: opened,
			text: `${opened.page.text}\n${loaded}`,
			endpoint,
			as,
			other: null
		};
	}
	const role = page.replace(/^by-/, "");
	const label = contentOf(context, role);
	const found = content.by[role];
	const attached = target.onto;
	if (label === void 0 || attached === null || found === void 0) return null;
	const opened = await visitBy(tools, content, label, {
		label: target,
		row: attached
	}, as, found);
	if (opened === null) return null;
	return {
		visit: opened,
		text: opened.page.text,
		endpoint: found.endpoint,
		as,
		other: null
	};
}
const count = (text, marks) => marks.filter((mark) => holds$1(text, mark)).length;
const times = (text, mark) => text.toLowerCase().split(mark.toLowerCase()).length - 1;
function showsAny({ text }, { expect }, wanted) {
	return !Object.keys(expect).some((query) => query.startsWith("shows")) || wanted.some((row) => holds$1(text, markOf(row)));
}
const crashed = ({ last }) => (last.reply.status ?? 500) >= 500;
const isMissing = ({ last }) => (last.reply.status ?? 500) >= 400;
const isRefused = ({ first, last, page, hops }) => [401, 403].includes(last.reply.status ?? 0) || hops.length > 1 && first.reply.status !== 200 && accountForm({ page }, false) !== null;
const QUERIES = {
	status: (_, { visit: { last } }) => last.reply.status ?? MISSING,
	crashed: (_, { visit: { last } }) => (last.reply.status ?? 500) >= 500,
	text: (_, { text }) => text,
	shows: (argument, { text }, context) => {
		const [id = "", slot] = argument.split(".");
		const rows = rowsNamed(context, id);
		if (rows.length === 0) return MISSING;
		const marks = rows.map((row) => slot === void 0 ? markOf(row) : row.marks[slot]);
		if (marks.some((mark) => mark === void 0)) return MISSING;
		return marks.every((mark) => holds$1(text, mark));
	},
	compared: (id, { text, other }, context) => {
		const [row] = rowsNamed(context, id);
		if (row === void 0 || other === null) return MISSING;
		const difference = times(text, markOf(row)) - times(other, markOf(row));
		return difference > 0 ? "more" : difference < 0 ? "less" : "same";
	},
	template: async (_, { visit: { last } }, context) => {
		const own = (await context.session.instance.call("rendered", { request: last.request }).catch(() => [])).filter(({ learner }) => learner);
		return own.length === 0 ? "none" : own.some((one) => one.extends) ? "extends" : "plain";
	}
};
function describe({ visit: { last, url } }, outcomes) {
	const status = last.reply.status === null ? `gave no answer (${last.reply.failure ?? "unknown"})` : `answered ${last.reply.status}`;
	const detail = outcomes.filter(({ ok, query }) => !ok && query !== "status").map(({ query, actual }) => `${inWords(query)}: ${actual}`).slice(0, 3);
	return `${url} ${status}${detail.length > 0 ? `; ${detail.join("; ")}` : ""}.`;
}
function inWords(query) {
	const [name = "", argument = ""] = query.split(" ");
	const [row, slot] = argument.split(".");
	if (name === "shows") return slot === void 0 ? `"${row}" can be seen` : `the ${slot} of "${row}" can be seen`;
	if (name === "compared") return `how often "${row}" is shown here, compared with the other page`;
	if (name === "template") return "how the page is made (extends: from a template that extends another; plain: from one that does not; none: in the view)";
	return name;
}
// src/probes/registry.ts
function runStep(step, context) {
	switch (step.probe) {
		case "call": return call.run(step, context);
		case "given": return given.run(step, context);
		case "facts": return facts.run(step, context);
		case "throttle": return throttle.run(step, context);
		case "visit": return visit.run(step, context);
		case "submit": return submit.run(step, context);
		case "admin": return admin.run(step, context);
		case "links": return links.run(step, context);
	}
}
// src/checks/fragment.ts
function fragmentFor(requirement, bound) {
	const roles = new Set(requirement.steps.flatMap((step) => {
		switch (step.probe) {
			case "call": return [step.call.replace(/\.\$\{.*/, "")];
			case "facts": return step.role === void 0 ? [] : [step.role];
			case "visit": return [step.page];
			case "submit": return [step.form];
			default: return [];
		}
	}));
	const examples = endpointsOf(bound.facts).slice(0, 5).map(describeEndpoint);
	return [
		"bind:",
		...[...roles].map((role) => `  ${role}: ${examples[0] ?? "POST /path/"}`),
		`  # the app has: ${examples.join(", ")}`
	].join("\n");
}
// src/checks/check.ts
async function check(options) {
	const { requirement } = options;
	const started = performance.now();
	const steps = await runSteps(options);
	const cases = steps.flatMap(({ results }) => results);
	const { state, reason, blockedBy } = blamed(options, withoutModel(options, cases) ?? decide(requirement, cases));
	const possible = requirement.advice ? 0 : requirement.points ?? 0;
	return {
		id: requirement.id,
		title: requirement.title,
		state,
		advice: requirement.advice === true,
		points: {
			earned: state === "pass" ? possible : 0,
			possible
		},
		reason,
		blockedBy,
		evidence: evidenceOf(steps),
		hint: state === "fail" || state === "inconclusive" ? await hintFor(requirement, steps, cases) : null,
		fragment: state === "inconclusive" ? fragmentFor(requirement, options.bound) : null,
		milliseconds: Math.round(performance.now() - started)
	};
}
function blamed({ requirement, decided }, decision) {
	if (decision.state !== "fail") return decision;
	const cause = (requirement["stands-on"] ?? []).find((id) => decided.get(id) === "fail");
	return cause === void 0 ? decision : {
		...decision,
		state: "blocked",
		blockedBy: cause
	};
}
function withoutModel({ requirement, requirements, bound }, cases) {
	const unbound = cases.find((one) => one.state === "unbound");
	if (unbound === void 0 || cases.some(({ state }) => state === "fail")) return null;
	if (cases.some(({ state }) => state === "pass") && !cases.some(({ required }) => required)) return null;
	const cause = requirement.steps.flatMap(rolesOf).filter((role) => bound.resources[role] === void 0 && bound.site?.contents[role] === void 0).map((role) => askingFor(role, requirements, bound)).find((one) => one !== null);
	if (cause == null || cause === requirement.id) return null;
	return {
		state: "blocked",
		reason: unbound.summary,
		blockedBy: cause
	};
}
function askingFor(role, requirements, { site }, slot) {
	const asking = (of, wanted) => requirements.find(({ advice, steps }) => !advice && steps.some((step) => step.probe === "facts" && step.role === of && (wanted === void 0 || `slot ${wanted}` in step.expect)))?.id;
	const leading = Object.entries(site?.contents ?? {}).flatMap(([of, { spec }]) => Object.entries(spec.slots).filter(([, { to }]) => to === role).map(([name]) => asking(of, name)));
	return asking(role, slot) ?? leading.find((id) => id !== void 0) ?? null;
}
const pagesOf = (id, requirements) => requirements.filter((one) => one.id === id).flatMap(({ steps }) => steps.flatMap((step) => step.probe === "visit" ? [step.page] : []));
const opening = (page, requirements) => requirements.find(({ steps }) => steps.some((step) => "expect" in step && "status" in step.expect && (step.probe === "visit" && step.page === page || step.probe === "submit" && step.form === page)))?.id ?? null;
const managing = (role, requirements) => requirements.find(({ steps }) => steps.some((step) => step.probe === "admin" && step.of === role && "managed" in step.expect))?.id ?? null;
function rolesOf(step) {
	switch (step.probe) {
		case "call": return step.call.split(".").slice(0, 1);
		case "facts": return step.role === void 0 ? [] : [step.role];
		case "given": return [step.row];
		case "throttle": return step.calls.flatMap((name) => name.split(".").slice(0, 1));
		case "visit": return step.page.split(".").slice(0, 1);
		case "submit": return step.form.split(".").slice(0, 1);
		case "admin": return [step.of];
		case "links": return [];
	}
}
async function runSteps({ requirement, requirements, app, bound, seed, decided }) {
	const opened = [];
	const freshSession = async () => {
		const session = await openSession(app);
		opened.push(session);
		return session;
	};
	const context = {
		bound,
		session: await freshSession(),
		random: randomFor(requirement.id, seed),
		rows: /* @__PURE__ */ new Map(),
		contents: /* @__PURE__ */ new Map(),
		people: /* @__PURE__ */ new Map(),
		decided,
		askingFor: (role, slot) => askingFor(role, requirements, bound, slot),
		pagesOf: (id) => pagesOf(id, requirements),
		opening: (page) => opening(page, requirements),
		managing: (role) => managing(role, requirements),
		freshSession
	};
	try {
		const done = [];
		for (const step of requirement.steps) {
			const results = await runStep(step, context);
			done.push({
				step,
				results
			});
			if (results.length > 0 && step.probe === "given") break;
			if ("extra" in step && step.extra) for (const one of results) one.extra = true;
			if ("required" in step && step.required) for (const one of results) one.required = one.state === "unbound" || one.state === "blocked";
		}
		return done;
	} finally {
		await Promise.all(opened.map((session) => session.close()));
	}
}
function randomFor(id, seed) {
	let hash = seed;
	for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
	return seededRandom(hash);
}
function decide(requirement, cases) {
	const of = (state) => cases.filter((one) => one.state === state);
	const failed = of("fail")[0];
	if (failed !== void 0) return {
		state: "fail",
		reason: failed.summary,
		blockedBy: null
	};
	const passed = of("pass");
	const wanting = cases.find(({ required }) => required);
	if (passed.some(({ extra }) => !extra) && wanting === void 0) {
		const blocked = of("blocked")[0];
		const left = blocked === void 0 ? "" : ` Not judged: ${blocked.label}, because ${blocked.blockedBy ?? "something before it"} does not work yet.`;
		return {
			state: "pass",
			reason: `${passReason(passed)}${left}`,
			blockedBy: null
		};
	}
	const unbound = wanting?.state === "blocked" ? void 0 : wanting ?? of("unbound")[0];
	if (unbound !== void 0) return withoutRole(requirement, unbound);
	const blocked = wanting ?? of("blocked")[0];
	if (blocked !== void 0) return {
		state: "blocked",
		reason: blocked.summary,
		blockedBy: blocked.blockedBy ?? "start"
	};
	return {
		state: "skipped",
		reason: cases[0]?.summary ?? "This does not apply to the project.",
		blockedBy: null
	};
}
function withoutRole({ "when-unbound": means }, { summary }) {
	return typeof means === "string" ? {
		state: means,
		reason: summary,
		blockedBy: null
	} : {
		state: "blocked",
		reason: summary,
		blockedBy: means["blocked-by"]
	};
}
function passReason(passed) {
	if (passed.length === 1) return passed[0]?.summary ?? "";
	const labels = passed.map(({ label }) => label);
	const more = labels.length > 3 ? ` and ${labels.length - 3} more` : "";
	return `As expected: ${labels.slice(0, 3).join("; ")}${more}.`;
}
function evidenceOf(steps) {
	const rows = steps.flatMap(({ step, results }) => "as" in step && step.probe !== "throttle" ? results.map((result) => ({
		actor: step.as,
		result
	})) : []);
	const all = steps.flatMap(({ results }) => results.flatMap((one) => one.evidence));
	if (rows.length <= 1) return all;
	const wrong = all.filter(({ ok }) => !ok);
	return [tableOf(rows), ...wrong.length > 0 ? wrong : all];
}
function tableOf(rows) {
	const wrong = rows.filter(({ result }) => result.state === "fail");
	const outcome = ({ state }) => state === "pass" ? "as expected" : state === "fail" ? "wrong" : "not judged";
	return {
		summary: wrong.length === 0 ? "Every case that could be judged was as expected." : `${wrong.length} of ${rows.length} cases were not as expected.`,
		ok: wrong.length === 0,
		source: "observed",
		expected: null,
		actual: null,
		exchange: null,
		place: null,
		exception: null,
		table: {
			title: "Who did what",
			columns: [
				"actor",
				"operation",
				"expected",
				"seen",
				"result"
			],
			rows: rows.map(({ actor, result }) => [
				actor,
				result.label,
				result.expected ?? "",
				result.actual ?? result.summary,
				outcome(result)
			])
		},
		reproduce: null
	};
}
async function hintFor(requirement, steps, cases) {
	const failed = cases.find((one) => one.state === "fail");
	if (failed === void 0) return requirement.missing ?? requirement.hints.at(-1)?.say ?? null;
	const at = steps.find(({ results }) => results.includes(failed))?.step;
	const id = at !== void 0 && "id" in at ? at.id : void 0;
	for (const hint of requirement.hints) {
		if (hint.step !== void 0 && hint.step !== id) continue;
		if (hint.when === void 0) return hint.say;
		const outcomes = await evaluate(hint.when, failed.resolve).catch(() => []);
		if (outcomes.length > 0 && outcomes.every((outcome) => outcome.ok)) return hint.say;
	}
	return null;
}
// src/checks/verdicts.ts
function errored(requirement, error) {
	if (isExhausted(error)) return blockedBy(requirement, "start", `Not judged: ${error.message}. The log shows what it was doing.`);
	const message = error instanceof Error ? error.message : String(error);
	return {
		...empty(requirement),
		state: "error",
		reason: `The grader could not judge this: ${message.replace(/\.$/, "")}.`
	};
}
const isExhausted = (error) => error instanceof AppProblem && error.kind === "exhausted";
const blockedBy = (requirement, cause, reason) => ({
	...empty(requirement),
	state: "blocked",
	reason,
	blockedBy: cause
});
const empty = (requirement) => ({
	id: requirement.id,
	title: requirement.title,
	advice: requirement.advice === true,
	points: {
		earned: 0,
		possible: requirement.advice ? 0 : requirement.points ?? 0
	},
	blockedBy: null,
	evidence: [],
	hint: null,
	fragment: null,
	milliseconds: 0
});
// src/checks/requirements.ts
async function runChecks(options) {
	const { requirements, signal, progress } = options;
	const decided = /* @__PURE__ */ new Map();
	const results = /* @__PURE__ */ new Map();
	const waiting = new Set(requirements);
	const running = /* @__PURE__ */ new Set();
	const most = Math.max(2, Math.min(4, cpus().length));
	const start = (requirement) => {
		waiting.delete(requirement);
		progress(requirement.title);
		const done = check({
			...options,
			requirement,
			decided
		}).catch((error) => errored(requirement, error)).then((result) => {
			results.set(requirement.id, result);
			decided.set(requirement.id, result.state);
			running.delete(done);
		});
		running.add(done);
	};
	while ((waiting.size > 0 || running.size > 0) && !signal.aborted) {
		for (const requirement of waiting) {
			if (running.size >= most) break;
			if (needsOf(requirement).filter((need) => requirements.some((one) => one.id === need)).every((need) => decided.has(need))) start(requirement);
		}
		if (running.size === 0) break;
		await Promise.race(running);
	}
	return requirements.map((requirement) => results.get(requirement.id) ?? errored(requirement, /* @__PURE__ */ new Error("the run was stopped before this was judged")));
}
function needsOf(requirement) {
	const needs = requirement.steps.flatMap((step) => {
		if (!("needs" in step) || step.needs === void 0) return [];
		const variable = /^\$\{(\w+)\}$/.exec(step.needs)?.[1];
		return variable === void 0 ? [step.needs] : step.each?.[variable] ?? [];
	});
	const apart = requirement.steps.flatMap((step) => step.probe === "links" ? step["apart-from"] ?? [] : []);
	return [.../* @__PURE__ */ new Set([
		...needs,
		...apart,
		...requirement["stands-on"] ?? []
	])];
}
// src/engines/process/index.ts
async function processEngine() {
	if (process.platform === "win32") return null;
	return {
		name: "process",
		notIsolated: [
			"The app ran directly on this machine: it could read every file that you can read.",
			"The app could reach the network, and other programs on this machine could reach the app.",
			"The memory, the processes and the disk space that the app uses were not limited as a whole.",
			"The app could change the Python packages that later runs use again; delete the folder milepost in your cache folder if you do not trust it."
		],
		openSandbox: async (options) => (await import("./sandbox2.js")).openSandbox(options)
	};
}
// src/engines/choose.ts
async function chooseEngine(wanted, ci, asked) {
	if (wanted === "process") return {
		engine: await needProcess(),
		why: "The process engine was asked for."
	};
	const docker = asked === void 0 ? await dockerEngine() : asked;
	if (docker) return {
		engine: docker,
		why: wanted === "docker" ? "The Docker engine was asked for." : "Docker answers on this machine."
	};
	if (wanted === "docker") throw new EngineError("Docker does not answer on this machine: start it, or choose the process engine, which runs the app directly on this machine.");
	if (ci) throw new EngineError("Docker does not answer on this runner: use a Linux runner with Docker, or choose the process engine if nothing on the runner is worth protecting.");
	return {
		engine: await needProcess(),
		why: "Docker does not answer on this machine, so the app runs directly on it."
	};
}
async function needProcess() {
	const engine = await processEngine();
	if (engine) return engine;
	throw new EngineError("On Windows the app runs in Docker only: install Docker Desktop and start it.");
}
// src/prepare/pep440.ts
function specifierOf(written) {
	const text = written.trim();
	if (text === "" || text === "*") return "";
	if (text.includes("||") || text.includes("|")) return specifierOf(text.split("|").findLast(Boolean) ?? "");
	const parts = text.split(",").map((part) => oneSpecifier(part.trim()));
	return parts.includes(null) ? null : parts.filter(Boolean).join(",");
}
function oneSpecifier(text) {
	if (text === "*" || text === "") return "";
	const [, operator = "", version = ""] = /^(\^|~=|~|===|==|=|!=|<=|>=|<|>)?\s*v?([\w.*+!-]{1,60})$/.exec(text) ?? [];
	if (!/^\d/.test(version)) return null;
	switch (operator) {
		case "^": return `>=${version},<${caretLimit(version)}`;
		case "~": return `>=${version},<${tildeLimit(version)}`;
		case "":
		case "=": return `==${version}`;
		default: return `${operator}${version}`;
	}
}
function caretLimit(version) {
	const parts = numbers(version);
	const significant = parts.findIndex((part) => part > 0);
	const index = significant === -1 ? Math.max(0, parts.length - 1) : significant;
	return [...parts.slice(0, index), (parts[index] ?? 0) + 1].join(".");
}
function tildeLimit(version) {
	const [major = 0, minor] = numbers(version);
	return minor === void 0 ? `${major + 1}` : `${major}.${minor + 1}`;
}
const numbers = (version) => (/^\d+(\.\d+)*/.exec(version)?.[0] ?? "0").split(".").map(Number);
function compareVersions(a, b) {
	const left = numbers(a);
	const right = numbers(b);
	for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
		const difference = (left[index] ?? 0) - (right[index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
function seriesFits(series, specifier) {
	return specifier.split(",").filter(Boolean).every((part) => {
		const [, operator = "", written = ""] = /^(~=|===?|!=|<=|>=|<|>)(.+)$/.exec(part.trim()) ?? [];
		const version = written.replace(/\.\*$/, "");
		const wildcard = written.endsWith(".*");
		const top = `${series}.9999`;
		switch (operator) {
			case "==":
			case "===": return wildcard ? isPrefix(version, series) || isPrefix(series, version) : isPrefix(series, padded(version));
			case "!=": return !(wildcard && isPrefix(version, series));
			case "~=": return compareVersions(top, version) >= 0 && compareVersions(series, compatibleLimit(version)) < 0;
			case ">=":
			case ">": return compareVersions(top, version) >= 0;
			case "<=": return compareVersions(series, version) <= 0;
			case "<": return compareVersions(series, version) < 0;
			default: return true;
		}
	});
}
const padded = (version) => version.includes(".") ? version : `${version}.0`;
const isPrefix = (prefix, version) => {
	const wanted = numbers(prefix);
	const given = numbers(version);
	return wanted.every((part, index) => given[index] === part);
};
const compatibleLimit = (version) => {
	const parts = numbers(version).slice(0, -1);
	return [...parts.slice(0, -1), (parts.at(-1) ?? 0) + 1].join(".");
};
// src/prepare/requirement.ts
const nothing = { kind: "nothing" };
const refused = (reason) => ({
	kind: "refused",
	reason
});
const shape = /^([A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?)\s{0,20}(\[[A-Za-z0-9._,\s-]{0,200}\])?\s{0,20}(.{0,400})$/;
const specifierShape = /^(?:(?:===|==|~=|!=|<=|>=|<|>)\s{0,5}[A-Za-z0-9.*+!_-]{1,60}\s{0,5}(?:,\s{0,5}|$))+$/;
function parseLine(written) {
	const line = written.replace(/(^|\s)#.*$/, "").replaceAll(/[\0\uFFFD]/g, "").trim();
	if (line === "") return nothing;
	if (line.length > 1e3) return refused("it is longer than 1000 characters");
	if (line.includes("${")) return refused("variables of the environment are not filled in");
	if (line.startsWith("-")) return parseOption(line);
	return parseNamed(line);
}
function parseOption(line) {
	const [, option = "", value = ""] = /^(--?[a-zA-Z][\w-]*)[\s=]*(.*)$/.exec(line) ?? [];
	if (option === "-r" || option === "--requirement") return {
		kind: "include",
		path: value.trim()
	};
	if (option === "-c" || option === "--constraint") return nothing;
	if (/^-r\S/.test(line) && !line.startsWith("--")) return {
		kind: "include",
		path: line.slice(2).trim()
	};
	if (option === "-e" || option === "--editable") return parseLink(value.trim());
	if (/^(-i|--index-url|--extra-index-url|--find-links|-f|--trusted-host|--no-index)$/.test(option)) return refused("packages are taken from the grader’s own package index only");
	return refused("options of the installer are not passed on");
}
function parseNamed(line) {
	if (/^[a-z+]+:\/\/|^(git|hg|svn|bzr)\+/i.test(line)) return parseLink(line);
	if (/^(\.{0,2}[/\\]|[A-Za-z]:\\|~)|^\.{1,2}$/.test(line) || /\.(whl|zip|tar\.gz|tgz)$/i.test(line)) return refused("it is a path, and only packages by name are installed");
	const [requirementText = "", ...markers] = line.replace(/\s--hash[=\s].*$/, "").split(";");
	const [, name = "", extras = "", rest = ""] = shape.exec(requirementText.trim()) ?? [];
	if (name === "") return refused("it is not the name of a package");
	const marker = markers.join(";").trim();
	if (marker !== "" && !isMarker(marker)) return refused("what follows the semicolon is not understood");
	if (rest.startsWith("@")) return parseAddressed(name, rest);
	const specifier = readSpecifier(rest);
	if (specifier === null) return refused("its version is not understood");
	return requirement(name, extras.replaceAll(/\s/g, ""), specifier, marker);
}
function readSpecifier(rest) {
	const text = rest.trim().replace(/^\((.*)\)$/, "$1").trim();
	if (text === "" || text === "*") return "";
	if (specifierShape.test(text)) return text.replaceAll(/\s/g, "");
	const loose = /^(?:=\s{0,5})?(\d+(?:\.\d+)*(?:\.?(?:post|dev|a|b|rc)\d+)?)(?:=[\w.]{1,60})?$/.exec(text)?.[1];
	return loose ? `==${loose}` : null;
}
function parseAddressed(name, rest) {
	if (!isKnownPackage(name)) return refused("it comes from a link or a path, and only packages by name are installed");
	return named(name, `${name} was taken from the package index, not from ${rest.slice(1).trim().slice(0, 60)}`);
}
function parseLink(link) {
	const egg = /[#&]egg=([A-Za-z0-9._-]{1,100})/.exec(link)?.[1];
	const last = (link.split("#", 1)[0]?.split("/").at(-1)?.split("@", 1)[0] ?? "").replace(/\.git$/, "");
	const name = egg ?? last;
	if (/^(git|hg|svn|bzr)\+/i.test(link) && isKnownPackage(name)) return named(name, `${name} was taken from the package index, not from a link`);
	if (link === "." || link.startsWith("./")) return nothing;
	return refused("it is a link or a path, and only packages by name are installed");
}
const named = (name, note) => {
	const parsed = requirement(name, "", "", "");
	return parsed.kind === "requirement" ? {
		...parsed,
		note
	} : parsed;
};
function requirement(name, extras, specifier, marker) {
	return {
		kind: "requirement",
		requirement: {
			text: `${name}${extras}${specifier}${marker ? ` ; ${marker}` : ""}`,
			name: normalName(name),
			specifier,
			marker
		},
		note: null
	};
}
const markerToken = /\s+|[()]|[<>=!~]+|'[\w.+\s-]{0,60}'|"[\w.+\s-]{0,60}"|\b(?:and|or|not|in|python_version|python_full_version|os_name|sys_platform|platform_machine|platform_system|platform_release|platform_version|platform_python_implementation|implementation_name|implementation_version|extra)\b/g;
const isMarker = (text) => text.replaceAll(markerToken, "") === "";
const isExact = ({ specifier }) => /^===?[^*,]+$/.test(specifier);
// src/prepare/adjust.ts
function adjust(declared) {
	const requirements = [];
	const extra = [];
	const remedies = [];
	const leftOut = /* @__PURE__ */ new Map();
	for (const item of declared) {
		const reason = dropped(item.name);
		if (reason === silent) continue;
		if (reason) leftOut.set(reason, [...leftOut.get(reason) ?? [], item.name]);
		else if (item.name === "psycopg2") {
			requirements.push(binaryPsycopg(item));
			remedies.push({
				what: "installed psycopg2-binary instead of psycopg2",
				why: "psycopg2 needs a compiler"
			});
		} else if (item.name === "python-magic-bin") {
			requirements.push(requirement("python-magic", "", "", item.marker).requirement);
			remedies.push({
				what: "installed python-magic instead",
				why: "python-magic-bin is for other systems"
			});
		} else requirements.push(item);
	}
	for (const [why, names] of leftOut) remedies.push({
		what: `did not install ${[...new Set(names)].join(", ")}`,
		why
	});
	const names = new Set(requirements.map(({ name }) => name));
	if (names.has("django-heroku") && !names.has("psycopg2-binary")) extra.push("psycopg2-binary");
	return {
		requirements: requirements.filter((item, index) => requirements.findIndex(({ name, marker }) => name === item.name && marker === item.marker) === index),
		extra,
		remedies
	};
}
function binaryPsycopg(item) {
	const version = item.specifier.replace(/^===?/, "");
	return requirement("psycopg2-binary", "", isExact(item) && compareVersions(version, "2.7") < 0 ? "" : item.specifier, item.marker).requirement;
}
const silent = "supplied";
const tool = "the app runs without tools for writing code";
const reasons = new Map([
	["the app is started without a production server", [
		"uwsgi",
		"mod-wsgi",
		"supervisor",
		"chaussette",
		"meinheld",
		"bjoern"
	]],
	["the libraries of a MySQL server are not there", ["mysqlclient", "mysql-python"]],
	["the libraries of a directory server are not there", ["python-ldap", "django-auth-ldap"]],
	["only Windows or macOS has them", [...[
		"pywin32",
		"pypiwin32",
		"pywin32-ctypes",
		"pywinpty",
		"windows-curses",
		"twisted-iocpsupport",
		"wmi"
	], ...[
		"winshell",
		"pyreadline",
		"appnope",
		"pyobjc",
		"pyobjc-core",
		"pywinauto",
		"comtypes",
		"pyaudio"
	]]],
	["they belong to an operating system, not to the package index", [
		...[
			"pkg-resources",
			"python-apt",
			"ubuntu-advantage-tools",
			"ubuntu-drivers-common",
			"ufw",
			"cloud-init"
		],
		...[
			"command-not-found",
			"language-selector",
			"ssh-import-id",
			"systemd-python",
			"unattended-upgrades"
		],
		...[
			"distro-info",
			"dbus-python",
			"pygobject",
			"pycups",
			"cupshelpers",
			"louis",
			"screen-resolution-extra"
		],
		...[
			"usb-creator",
			"xkit",
			"apturl",
			"python-debian",
			"defer",
			"brlapi",
			"pycairo",
			"gpg"
		]
	]],
	["Python has them already", [
		"wsgiref",
		"argparse",
		"distribute",
		"uuid",
		"asyncio"
	]],
	[tool, [
		...[
			"ruff",
			"flake8",
			"black",
			"pylint",
			"pylint-django",
			"pylama",
			"isort",
			"mypy",
			"bandit",
			"pre-commit"
		],
		...[
			"pre-commit-hooks",
			"autopep8",
			"yapf",
			"djlint",
			"djhtml",
			"twine",
			"tox",
			"nox",
			"pipenv",
			"poetry"
		],
		...[
			"pip-tools",
			"virtualenv",
			"jupyter",
			"jupyterlab",
			"notebook",
			"ipykernel",
			"nbconvert",
			"spyder",
			"safety"
		]
	]],
	[silent, [
		"pip",
		"wheel",
		"setuptools"
	]]
].flatMap(([reason, names]) => names.map((name) => [name, reason])));
const dropped = (name) => reasons.get(normalName(name)) ?? null;
// node_modules/smol-toml/dist/error.js
function getLineColFromPtr(string, ptr) {
	let lines = string.slice(0, ptr).split(/\r?\n/);
	return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string, line, column) {
	let lines = string.split(/\r?\n/);
	let codeblock = "";
	let numberLen = (Math.log10(line + 1) | 0) + 1;
	for (let i = line - 1; i <= line + 1; i++) {
		let l = lines[i - 1];
		if (!l) continue;
		codeblock += i.toString().padEnd(numberLen, " ");
		codeblock += ":  ";
		codeblock += l;
		codeblock += "\n";
		if (i === line) {
			codeblock += " ".repeat(numberLen + column + 2);
			codeblock += "^\n";
		}
	}
	return codeblock;
}
var TomlError = class TomlError extends Error {
	line;
	column;
	codeblock;
	constructor(message, options) {
		const [line, column] = getLineColFromPtr(options.toml, options.ptr);
		const codeblock = makeCodeBlock(options.toml, line, column);
		super(`Invalid TOML document: ${message}\n\n${codeblock}`, options);
		this.line = line;
		this.column = column;
		this.codeblock = codeblock;
	}
	static x(message, ctx, ptr) {
		throw new TomlError(message, {
			toml: ctx.s,
			ptr: ptr ?? ctx.p
		});
	}
};
// node_modules/smol-toml/dist/primitive.js
function parseString(ctx) {
	let startPtr = ctx.p;
	let c = ctx.s.charCodeAt(ctx.p++);
	let first = c;
	let isLiteral = c === 39;
	let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
	if (isMultiline) {
		if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 10) ctx.p++;
		else if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) ctx.p += 2;
	}
	let parsed = "";
	let sliceStart = ctx.p;
	let state = 0;
	for (; ctx.p < ctx.s.length; ctx.p++) {
		c = ctx.s.charCodeAt(ctx.p);
		if (isMultiline && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)) state = state && 3;
		else if (c < 32 && c !== 9 || c === 127) TomlError.x("control characters are not allowed in strings", ctx);
		else if ((!state || state === 3) && c === first && (!isMultiline || ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first)) {
			if (isMultiline) {
				if (ctx.s.charCodeAt(ctx.p + 3) === first) ctx.p++;
				if (ctx.s.charCodeAt(ctx.p + 3) === first) ctx.p++;
			}
			if (!state) {
				let s = ctx.s.slice(sliceStart, ctx.p);
				parsed = parsed ? parsed + s : s;
			}
			ctx.p += isMultiline ? 3 : 1;
			return parsed;
		} else if (!state) {
			if (!isLiteral && c === 92) {
				parsed += ctx.s.slice(sliceStart, sliceStart = ctx.p);
				state = 1;
			}
		} else if (state === 1) {
			if (c === 120 || c === 117 || c === 85) {
				let errPtr = ctx.p++ - 1;
				let value = 0;
				let len = c === 120 ? 2 : c === 117 ? 4 : 8;
				for (let j = 0; j < len; j++, ctx.p++) {
					let hex = ctx.s.charCodeAt(ctx.p);
					let digit = hex >= 48 && hex <= 57 ? hex - 48 : hex >= 65 && hex <= 70 ? hex - 65 + 10 : hex >= 97 && hex <= 102 ? hex - 97 + 10 : -1;
					if (digit < 0) TomlError.x("invalid non-hex character in unicode escape", ctx);
					value = value << 4 | digit;
				}
				if (value < 0 || value > 1114111 || value >= 55296 && value <= 57343) TomlError.x("invalid unicode escape", ctx, errPtr);
				parsed += String.fromCodePoint(value);
				sliceStart = ctx.p--;
				state = 0;
			} else if (isMultiline && (c === 32 || c === 9)) state = 2;
			else {
				if (c === 98) parsed += "\b";
				else if (c === 116) parsed += "	";
				else if (c === 110) parsed += "\n";
				else if (c === 102) parsed += "\f";
				else if (c === 114) parsed += "\r";
				else if (c === 101) parsed += "\x1B";
				else if (c === 34) parsed += "\"";
				else if (c === 92) parsed += "\\";
				else TomlError.x("unrecognised escape sequence", ctx);
				sliceStart = ctx.p + 1;
				state = 0;
			}
		} else if (c !== 32 && c !== 9) {
			if (state === 2) TomlError.x("invalid escape: only line-ending whitespace may be escaped", ctx, sliceStart);
			state = !isLiteral && c === 92 ? 1 : 0;
			sliceStart = ctx.p;
		}
	}
	TomlError.x("unfinished string", ctx, startPtr);
}
// node_modules/smol-toml/dist/date.js
let DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
var TomlDate = class TomlDate extends Date {
	#hasDate = false;
	#hasTime = false;
	#offset = null;
	constructor(date, fasttype, unsafeDelim) {
		let hasDate = true;
		let hasTime = true;
		let offset = "Z";
		let c;
		if (typeof date === "string") {
			if (fasttype) prep: {
				if (fasttype < 3) {
					if (+date.slice(11, 13) > 23) {
						date = "";
						break prep;
					}
					if (fasttype === 2) {
						offset = null;
						date += "Z";
					} else if ((c = date.charCodeAt(date.length - 1)) !== 90 && c !== 122) offset = date.slice(date.length - 6);
					if (unsafeDelim) date = date.slice(0, 10) + "T" + date.slice(11);
				} else if (fasttype === 4) date = +date.slice(0, 2) > 23 ? "" : `0000-01-01T${date}Z`;
				hasDate = fasttype !== 4;
				hasTime = fasttype !== 3;
			}
			else {
				let match = date.match(DATE_TIME_RE);
				if (match) {
					if (!match[1]) {
						hasDate = false;
						date = `0000-01-01T${date}`;
					}
					hasTime = !!match[2];
					hasTime && date[10] === " " && (date = date.replace(" ", "T"));
					if (match[2] && +match[2] > 23) date = "";
					else {
						offset = match[3] || null;
						if (!offset && hasTime) date += "Z";
					}
				} else date = "";
			}
		}
		super(date);
		if (!isNaN(this.getTime())) {
			this.#hasDate = hasDate;
			this.#hasTime = hasTime;
			this.#offset = offset;
		}
	}
	isDateTime() {
		return this.#hasDate && this.#hasTime;
	}
	isLocal() {
		return !this.#hasDate || !this.#hasTime || !this.#offset;
	}
	isDate() {
		return this.#hasDate && !this.#hasTime;
	}
	isTime() {
		return this.#hasTime && !this.#hasDate;
	}
	isValid() {
		return this.#hasDate || this.#hasTime;
	}
	toISOString() {
		let iso = super.toISOString();
		if (this.isDate()) return iso.slice(0, 10);
		if (this.isTime()) return iso.slice(11, 23);
		if (this.#offset === null) return iso.slice(0, -1);
		if (this.#offset === "Z" || this.#offset === "z") return iso;
		let offset = +this.#offset.slice(1, 3) * 60 + +this.#offset.slice(4, 6);
		offset = this.#offset[0] === "-" ? offset : -offset;
		return (/* @__PURE__ */ new Date(this.getTime() - offset * 6e4)).toISOString().slice(0, -1) + this.#offset;
	}
	static wrapAsOffsetDateTime(jsDate, offset = "Z") {
		let date = new TomlDate(jsDate);
		date.#offset = offset;
		return date;
	}
	static wrapAsLocalDateTime(jsDate) {
		let date = new TomlDate(jsDate);
		date.#offset = null;
		return date;
	}
	static wrapAsLocalDate(jsDate) {
		let date = new TomlDate(jsDate);
		date.#hasTime = false;
		date.#offset = null;
		return date;
	}
	static wrapAsLocalTime(jsDate) {
		let date = new TomlDate(jsDate);
		date.#hasDate = false;
		date.#offset = null;
		return date;
	}
};
// node_modules/smol-toml/dist/extract.js
function isDigit(char, base = 10) {
	return base === 16 ? char > 47 && char < 58 || char > 64 && char < 71 || char > 96 && char < 103 : char > 47 && char < 48 + base;
}
function isEndOfValue(char, delim) {
	return char === 32 || char === 9 || char === 10 || char === 13 || delim && (char === delim || char === 44) || char === 35;
}
function extractValue(ctx, end) {
	let errPtr = ctx.p;
	let c = ctx.s.charCodeAt(ctx.p);
	if (c === 91 || c === 123) {
		ctx.d-- || TomlError.x("document contains excessively nested structures. aborting.", ctx);
		let value = c === 91 ? parseArray(ctx) : parseInlineTable(ctx);
		ctx.d++;
		return value;
	}
	if (c === 34 || c === 39) return parseString(ctx);
	if (c === 116) {
		if (ctx.s.charCodeAt(++ctx.p) !== 114 || ctx.s.charCodeAt(++ctx.p) !== 117 || ctx.s.charCodeAt(++ctx.p) !== 101) TomlError.x("invalid value", ctx, errPtr);
		return ctx.p++, true;
	}
	if (c === 102) {
		if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 108 || ctx.s.charCodeAt(++ctx.p) !== 115 || ctx.s.charCodeAt(++ctx.p) !== 101) TomlError.x("invalid value", ctx, errPtr);
		return ctx.p++, false;
	}
	if (c === 43 || c === 45) return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 44 - c, end);
	if (ctx.s.charCodeAt(ctx.p + 4) === 45 && ctx.s.charCodeAt(ctx.p + 7) === 45) return parseDate(ctx, c, end);
	if (ctx.s.charCodeAt(ctx.p + 2) === 58) return parseTime(ctx, c, end);
	return parseNumber(ctx, ctx.p, c, 0, end);
}
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
	let c = startChr;
	let state = 0;
	let hasUnderscores = false;
	if (c === 105) {
		if (ctx.s.charCodeAt(++ctx.p) !== 110 || ctx.s.charCodeAt(++ctx.p) !== 102) TomlError.x("invalid value", ctx, startPtr);
		return ctx.p++, (sign || 1) / 0;
	}
	if (c === 110) {
		if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 110) TomlError.x("invalid value", ctx, startPtr);
		return ctx.p++, NaN;
	}
	if (c === 48) {
		if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr)) return ctx.bi === true ? 0n : 0;
		if (!sign) {
			if (c === 120) return parseIntegerBaseN(ctx, startPtr, 16, endChr);
			else if (c === 98) return parseIntegerBaseN(ctx, startPtr, 2, endChr);
			else if (c === 111) return parseIntegerBaseN(ctx, startPtr, 8, endChr);
		}
		if (c === 46) state = 2;
		else if (c === 101 || c === 69) state = 4;
		else TomlError.x("illegal leading zero", ctx, startPtr);
	} else if (!isDigit(c)) TomlError.x("invalid value", ctx, startPtr);
	while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
		if (!state) state = 1;
		if (c === 95) {
			if (!(state & 1)) TomlError.x("illegal underscore", ctx);
			state += 11;
			hasUnderscores = true;
		} else if (state === 1 && c === 46) state = 2;
		else if ((state === 1 || state === 3) && (c === 101 || c === 69)) state = 4;
		else if (state === 4 && (c === 43 || c === 45)) state = 6;
		else if (!isDigit(c)) TomlError.x(`illegal character in numeric literal`, ctx);
		else if (state > 9) state -= 11;
		else if (!(state & 1)) state++;
	}
	if (!state) {
		let val = (startChr - 48) * (sign || 1);
		return ctx.bi === true ? BigInt(val) : val;
	}
	if (!(state & 1)) TomlError.x("unfinished numeric value", ctx, startPtr);
	let str = ctx.s.slice(startPtr, ctx.p);
	if (hasUnderscores) str = str.replaceAll("_", "");
	return state > 1 ? parseFloat(str) : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
	let c, underscore = 1;
	while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) if (c === 95) {
		if (underscore & 1) TomlError.x("illegal underscore", ctx);
		underscore = 3;
	} else if (!isDigit(c, base)) TomlError.x(`illegal character in numeric literal`, ctx);
	else if (underscore & 1) underscore--;
	if (underscore & 1) TomlError.x("unfinished numeric value", ctx);
	let str = ctx.s.slice(startPtr + 2, ctx.p);
	if (underscore) str = str.replaceAll("_", "");
	return parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
	if (ctx.bi !== true) int: {
		let val = parseInt(str, base);
		if (!Number.isSafeInteger(val)) {
			if (ctx.bi) break int;
			TomlError.x("integer value cannot be represented losslessly", ctx, startPtr);
		}
		return val;
	}
	return base === 10 ? BigInt(str) : BigInt((base === 2 ? "0b" : base === 8 ? "0o" : "0x") + str);
}
function parseDate(ctx, c, endChr) {
	let startPtr = ctx.p++, unsafeSeparator;
	if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++))) return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
	ctx.p += 5;
	if (!isDigit(ctx.s.charCodeAt(ctx.p++))) TomlError.x("invalid date-time: date part is malformed", ctx, startPtr);
	if (ctx.p >= ctx.s.length || ((c = ctx.s.charCodeAt(ctx.p)) !== 32 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 84 && c !== 116) return readDate(ctx, ctx.s.slice(startPtr, ctx.p), 3, false, startPtr);
	if (ctx.s.charCodeAt(ctx.p += 3) !== 58) TomlError.x("invalid date-time: time part is malformed", ctx, startPtr);
	if (ctx.s.charCodeAt(ctx.p += 3) === 58) ctx.p += 3;
	if (ctx.s.charCodeAt(ctx.p) === 46) while (isDigit(ctx.s.charCodeAt(++ctx.p)));
	if (c = ctx.s.charCodeAt(ctx.p)) {
		if (c === 90 || c === 122) return readDate(ctx, ctx.s.slice(startPtr, ++ctx.p), 1, unsafeSeparator, startPtr, "[+00:00]");
		if (c === 43 || c === 45) return readDate(ctx, ctx.s.slice(startPtr, ctx.p += 6), 1, unsafeSeparator, startPtr, !ctx.ld && "[" + ctx.s.slice(ctx.p - 6, ctx.p) + "]");
	}
	return readDate(ctx, ctx.s.slice(startPtr, ctx.p), 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
	let start = ctx.p;
	if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) return parseNumber(ctx, --ctx.p, c, 0, endChr);
	if (ctx.s.charCodeAt(ctx.p += 4) === 58) ctx.p += 3;
	if (ctx.s.charCodeAt(ctx.p) === 46) while (isDigit(ctx.s.charCodeAt(++ctx.p)));
	return readDate(ctx, ctx.s.slice(start, ctx.p), 4, false, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
	if (ctx.ld) {
		let date = new TomlDate(str, type, unsafeDelim);
		if (!date.isValid()) TomlError.x("invalid date", ctx, errPtr);
		return date;
	}
	try {
		if (temporalSuffix) str += temporalSuffix;
		switch (type) {
			case 1: return Temporal.ZonedDateTime.from(str);
			case 2: return Temporal.PlainDateTime.from(str);
			case 3: return Temporal.PlainDate.from(str);
			case 4: return Temporal.PlainTime.from(str);
		}
	} catch (e) {
		TomlError.x(e instanceof Error ? e.message : "" + e, ctx, errPtr);
	}
}
// node_modules/smol-toml/dist/util.js
function skipComment(ctx) {
	for (; ctx.p < ctx.s.length; ctx.p++) {
		let c = ctx.s.charCodeAt(ctx.p);
		if (c === 10) break;
		if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) {
			ctx.p++;
			break;
		}
		if (c < 32 && c !== 9 || c === 127) TomlError.x("control characters are not allowed in comments", ctx);
	}
}
function skipVoid(ctx, banNewLines, banComments) {
	let c;
	while (ctx.p < ctx.s.length) {
		while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 32 || c === 9 || !banNewLines && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10))) ctx.p++;
		if (banComments || c !== 35) break;
		skipComment(ctx);
	}
}
// node_modules/smol-toml/dist/struct.js
function parseKey(ctx, end = 61) {
	let startPtr;
	let state = 0;
	let parsed = [];
	let sliceStart;
	let c = ctx.s.charCodeAt(startPtr = ctx.p);
	do
		if (c === end) {
			if (!state) TomlError.x("unexpected end of key", ctx);
			if (state === 1) parsed.push(ctx.s.slice(sliceStart, ctx.p));
			return ctx.p++, parsed;
		} else if (c === 46) {
			if (!state) TomlError.x("illegal empty bare key", ctx);
			if (state === 1) parsed.push(ctx.s.slice(sliceStart, ctx.p));
			state = 0;
		} else if (!state && (c === 34 || c === 39)) {
			if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2)) TomlError.x("illegal quoted key: multiline strings are not allowed", ctx);
			parsed.push(parseString(ctx));
			state = 2;
			ctx.p--;
		} else if (c === 32 || c === 9) {
			if (state === 1) {
				parsed.push(ctx.s.slice(sliceStart, ctx.p));
				state = 2;
			}
		} else if (state === 2 || c < 48 && c !== 45 || c > 57 && c < 65 || c > 90 && c < 97 && c !== 95 || c > 122) TomlError.x("illegal character in key", ctx);
		else if (!state) {
			state = 1;
			sliceStart = ctx.p;
		}
	while (c = ctx.s.charCodeAt(++ctx.p));
	TomlError.x("incomplete key-value: cannot find end of key", ctx, startPtr);
}
function parseInlineTable(ctx) {
	let startPtr = ctx.p++;
	let res = Object.create(null);
	let seen = /* @__PURE__ */ new Set();
	let c;
	while (ctx.p < ctx.s.length) {
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p)) === 125) {
			ctx.p++;
			return res;
		}
		let k;
		let t = res;
		let hasOwn = false;
		let errPtr = ctx.p;
		let key = parseKey(ctx);
		for (let i = 0; i < key.length; i++) {
			if (i) t = hasOwn ? t[k] : t[k] = Object.create(null);
			k = key[i];
			if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== "object" || seen.has(t[k]))) TomlError.x("trying to redefine an already defined value", ctx, errPtr);
			let unsafe = k === "__proto__";
			if (ctx.uk && (unsafe || k === "constructor")) {
				t = ctx.uk !== 1 && TomlError.x("document contains an unsafe property", ctx, errPtr);
				break;
			}
			if (!hasOwn && unsafe) Object.defineProperty(t, k, {
				enumerable: true,
				configurable: true,
				writable: true
			});
		}
		if (hasOwn) TomlError.x("trying to redefine an already defined value", ctx, errPtr);
		skipVoid(ctx, true, true);
		let value = extractValue(ctx, 125);
		if (t && typeof (t[k] = value) === "object") seen.add(value);
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p++)) === 125) return res;
		if (c !== 44) TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
	}
	TomlError.x("unfinished table", ctx, startPtr);
}
function parseArray(ctx) {
	let startPtr = ctx.p++;
	let res = [];
	let c;
	while (ctx.p < ctx.s.length) {
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p)) === 93) {
			ctx.p++;
			return res;
		}
		res.push(extractValue(ctx, 93));
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p++)) === 93) return res;
		if (c !== 44) TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
	}
	TomlError.x("unfinished array", ctx, startPtr);
}
// node_modules/smol-toml/dist/parse.js
function peekTable(ctx, key, table, meta, type) {
	let t = table;
	let m = meta;
	let k;
	let hasOwn = false;
	let state;
	for (let i = 0; i < key.length; i++) {
		if (i) {
			t = hasOwn ? t[k] : t[k] = Object.create(null);
			m = (state = m[k]).c;
			if (type === 0 && (state.t === 1 || state.t === 2)) return null;
			if (state.t === 2) {
				let l = t.length - 1;
				t = t[l];
				m = m[l].c;
			}
		}
		k = key[i];
		if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 && m[k]?.d) return null;
		if (!hasOwn) {
			let unsafe = k === "__proto__";
			if (ctx.uk && (unsafe || k === "constructor")) return false;
			if (unsafe) {
				Object.defineProperty(t, k, {
					enumerable: true,
					configurable: true,
					writable: true
				});
				Object.defineProperty(m, k, {
					enumerable: true,
					configurable: true,
					writable: true
				});
			}
			m[k] = {
				t: i < key.length - 1 && type === 2 ? 3 : type,
				d: false,
				i: 0,
				c: Object.create(null)
			};
		}
	}
	state = m[k];
	if (state.t !== type && !(type === 1 && state.t === 3)) return null;
	if (type === 2) {
		if (!state.d) {
			state.d = true;
			t[k] = [];
		}
		t[k].push(t = Object.create(null));
		state.c[state.i++] = state = {
			t: 1,
			d: false,
			i: 0,
			c: Object.create(null)
		};
	}
	if (state.d) return null;
	state.d = true;
	if (type === 1) t = hasOwn ? t[k] : t[k] = Object.create(null);
	else if (type === 0 && hasOwn) return null;
	return [
		k,
		t,
		state.c
	];
}
function validateTablePeek(ctx, peek, ptr) {
	if (peek === null || ctx.uk === 2) TomlError.x(peek === null ? "trying to redefine an already defined table or value" : "document contains an unsafe property", ctx, ptr);
}
function parse(toml, options = {}) {
	let ctx = {
		s: toml,
		p: 0,
		d: options.maxDepth ?? 1e3,
		bi: options.integersAsBigInt ?? false,
		ld: options.useLegacyDate ?? true,
		uk: options.unsafeKeyBehaviour === "throw" ? 2 : options.unsafeKeyBehaviour === "drop" ? 1 : 0
	};
	let res = Object.create(null);
	let meta = Object.create(null);
	let tmp;
	let skipping = false;
	let tbl = res;
	let m = meta;
	if (toml.charCodeAt(0) === 65279) ctx.p++;
	skipVoid(ctx);
	while (ctx.p < toml.length) {
		if (toml.charCodeAt(ctx.p) === 91) {
			let isTableArray = toml.charCodeAt(++ctx.p) === 91;
			tmp = ctx.p += +isTableArray;
			skipping = false;
			let k = parseKey(ctx, 93);
			if (isTableArray) {
				if (toml.charCodeAt(ctx.p) !== 93) TomlError.x("expected end of table array declaration", ctx);
				ctx.p++;
			}
			let p = peekTable(ctx, k, res, meta, isTableArray ? 2 : 1);
			if (!p) {
				validateTablePeek(ctx, p, tmp);
				skipping = true;
			} else {
				m = p[2];
				tbl = p[1];
			}
		} else {
			tmp = ctx.p;
			let p = peekTable(ctx, parseKey(ctx), tbl, m, 0);
			if (!p && !skipping) validateTablePeek(ctx, p, tmp);
			skipVoid(ctx, true, true);
			let v = extractValue(ctx, void 0);
			if (p && !skipping) p[1][p[0]] = v;
		}
		skipVoid(ctx, true);
		if (ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 10 && (tmp !== 13 || toml.charCodeAt(ctx.p + 1) !== 10)) TomlError.x("each key-value declaration must be followed by an end-of-line", ctx);
		skipVoid(ctx);
	}
	return res;
}
"".isWellFormed;
// src/prepare/toml-file.ts
function parseToml(text) {
	try {
		return parse(text.replace(/^\uFEFF/, ""));
	} catch {
		return {};
	}
}
function table(value, ...path) {
	let current = value;
	for (const step of path) current = isTable(current) && Object.hasOwn(current, step) ? current[step] : void 0;
	return isTable(current) ? current : {};
}
const texts = (value) => Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
const isTable = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
// src/prepare/table-dependency.ts
function fromTable(dependencies, file, locked) {
	const requirements = [];
	const notes = [];
	for (const [name, value] of Object.entries(dependencies)) {
		if (name.toLowerCase() === "python") continue;
		const options = table(value);
		const written = typeof value === "string" ? value : typeof options.version === "string" ? options.version : "*";
		const isLinked = [
			"git",
			"path",
			"url",
			"file"
		].some((key) => key in options);
		if (isLinked && !isKnownPackage(name)) {
			notes.push(`${file}: ${name.slice(0, 80)} was left out: it is a link or a path, and only packages by name are installed.`);
			continue;
		}
		const pin = locked.get(name.toLowerCase().replaceAll(/[-_.]+/g, "-"));
		const specifier = pin && !isLinked ? `==${pin}` : specifierOf(written);
		const extras = texts(options.extras);
		const parsed = parseLine(`${name}${extras.length > 0 ? `[${extras.join(",")}]` : ""}${specifier ?? ""}`);
		if (parsed.kind === "requirement") requirements.push(parsed.requirement);
		else notes.push(`${file}: ${name.slice(0, 80)} was left out: it is not the name of a package.`);
		if (specifier === null) notes.push(`${file}: the version of ${name.slice(0, 80)} is not understood, so any is taken.`);
	}
	return {
		requirements,
		notes
	};
}
function fromLines(lines, file, locked) {
	const requirements = [];
	const notes = [];
	for (const line of lines) {
		const parsed = parseLine(line);
		if (parsed.kind === "refused") notes.push(`${file}: \`${line.slice(0, 80)}\` was left out: ${parsed.reason}.`);
		if (parsed.kind !== "requirement") continue;
		const { name, text, marker } = parsed.requirement;
		const pin = locked.get(name);
		const extras = /\[[^\]]*\]/.exec(text)?.[0] ?? "";
		requirements.push(pin ? requirement(name, extras, `==${pin}`, marker).requirement : parsed.requirement);
	}
	return {
		requirements,
		notes
	};
}
// src/prepare/conda-file.ts
async function readConda(file, read) {
	const entries = table(parseYaml(await read(file))).dependencies;
	const own = texts(entries).map((line) => line.replace(/^[\w-]+::/, ""));
	const pip = (Array.isArray(entries) ? entries : []).flatMap((entry) => texts(table(entry).pip));
	return {
		source: file,
		optional: [],
		...fromLines([...own.filter((line) => isKnownPackage(/^[\w.-]+/.exec(line)?.[0] ?? "")), ...pip], file, /* @__PURE__ */ new Map())
	};
}
// src/prepare/pipfile.ts
async function readPipfile(pipfile, lock, read) {
	const lockContent = lock ? parseJson(await read(lock)) : {};
	const locked = new Map(["develop", "default"].flatMap((group) => Object.entries(table(lockContent, group)).flatMap(([name, entry]) => {
		const version = table(entry).version;
		return typeof version === "string" ? [[name.toLowerCase(), version.replace(/^==/, "")]] : [];
	})));
	const file = pipfile ?? lock ?? "Pipfile";
	const content = pipfile ? parseToml(await read(pipfile)) : {};
	const main = fromTable(pipfile ? table(content, "packages") : table(lockContent, "default"), file, locked);
	const optional = fromTable(table(content, "dev-packages"), file, locked);
	return {
		source: pipfile && lock ? `${pipfile} and ${lock}` : file,
		requirements: main.requirements,
		optional: optional.requirements,
		notes: main.notes
	};
}
function parseJson(text) {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ""));
	} catch {
		return {};
	}
}
// src/prepare/pyproject.ts
async function readPyproject(file, locks, read) {
	const content = parseToml(await read(file));
	const lockFile = locks.uv ?? locks.poetry;
	const locked = lockFile ? lockedVersions(await read(lockFile)) : /* @__PURE__ */ new Map();
	const poetry = table(content, "tool", "poetry");
	const groups = Object.values(table(poetry, "group")).map((group) => table(group, "dependencies"));
	const optionalLines = [
		...Object.values(table(content, "project", "optional-dependencies")),
		...Object.values(table(content, "dependency-groups")),
		table(content, "tool", "uv")["dev-dependencies"]
	].flatMap(texts);
	const main = [fromLines(texts(table(content, "project").dependencies), file, locked), fromTable(table(poetry, "dependencies"), file, locked)];
	const optional = [
		fromLines(optionalLines, file, locked),
		fromTable(table(poetry, "dev-dependencies"), file, locked),
		...groups.map((group) => fromTable(group, file, locked))
	];
	return {
		source: lockFile && locked.size > 0 ? `${file} and ${lockFile}` : file,
		requirements: main.flatMap(({ requirements }) => requirements),
		optional: optional.flatMap(({ requirements }) => requirements),
		notes: main.flatMap(({ notes }) => notes)
	};
}
function lockedVersions(text) {
	const pairs = text.replaceAll("\r", "").matchAll(/^name = "([^"\n]{1,100})"\nversion = "([\w.+!-]{1,60})"/gm);
	return new Map([...pairs].map(([, name = "", version = ""]) => [name.toLowerCase(), version]));
}
// src/prepare/requirements-file.ts
const maxLines = 2e3;
const maxNotes = 12;
async function readRequirements(file, files, read) {
	const declared = {
		requirements: [],
		notes: []
	};
	await readInto(declared, file, new Set(files), read, /* @__PURE__ */ new Set());
	const more = declared.notes.length - maxNotes;
	if (more > 0) declared.notes.splice(maxNotes, more, `${more} more lines of ${file} were left out or changed.`);
	return declared;
}
async function readInto(declared, file, files, read, seen) {
	if (seen.has(file) || seen.size > 20) return;
	seen.add(file);
	for (const { text, line } of logicalLines(await read(file))) {
		const parsed = parseLine(text);
		const at = `${file}, line ${line}`;
		if (parsed.kind === "requirement") {
			declared.requirements.push(parsed.requirement);
			if (parsed.note) declared.notes.push(`${at}: ${parsed.note}.`);
		} else if (parsed.kind === "refused") declared.notes.push(`${at}: \`${text.trim().slice(0, 80)}\` was left out: ${parsed.reason}.`);
		else if (parsed.kind === "include") {
			const target = posix.normalize(posix.join(posix.dirname(file), parsed.path));
			if (files.has(target)) await readInto(declared, target, files, read, seen);
			else declared.notes.push(`${at}: \`${parsed.path.slice(0, 80)}\` was left out: it is not a file of the repository.`);
		}
	}
}
function logicalLines(text) {
	const physical = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/).slice(0, maxLines);
	const table = physical.findIndex((line) => /^Package\s+Version/.test(line.trim()));
	const result = [];
	let open = "";
	for (const [index, line] of physical.entries()) {
		if (table >= 0 && (index <= table || /^[-\s]*$/.test(line))) continue;
		const joined = open + (table >= 0 ? line.trim().replace(/^(\S+)\s+(\d\S*).*$/, "$1==$2") : line);
		const continued = /\\\s*$/.test(joined) && index < physical.length - 1;
		open = continued ? `${joined.replace(/\\\s*$/, "")} ` : "";
		if (!continued) result.push({
			text: joined,
			line: index + 1
		});
	}
	return result;
}
// src/prepare/setup-file.ts
async function readSetup(setup, read) {
	const cfg = setup.cfg ? installRequires(await read(setup.cfg)) : [];
	const py = setup.py ? listedInCall(await read(setup.py)) : [];
	const file = cfg.length > 0 ? setup.cfg : setup.py ?? setup.cfg;
	const found = fromLines([...cfg, ...py], file ?? "setup.cfg", /* @__PURE__ */ new Map());
	return {
		source: file ?? "setup.cfg",
		optional: [],
		...found
	};
}
function installRequires(text) {
	const lines = text.split(/\r?\n/);
	const start = lines.findIndex((line) => /^install_requires\s*=/.test(line));
	if (start === -1) return [];
	const rest = lines.slice(start + 1);
	const end = rest.findIndex((line) => /^\S/.test(line));
	return [(lines[start] ?? "").replace(/^install_requires\s*=/, ""), ...rest.slice(0, end === -1 ? void 0 : end)].map((line) => line.trim()).filter(Boolean);
}
function listedInCall(text) {
	return [...(/install_requires\s*=\s*[[(]([^\])]{0,20000})/.exec(text)?.[1] ?? "").replaceAll(/^[ \t]*#.*$/gm, "").matchAll(/(['"])(.{1,200}?)\1/g)].map((match) => match[2] ?? "");
}
// src/prepare/declared.ts
async function findDeclared(files, dir, read) {
	let first = null;
	for (const folder of folders(dir, files)) for (const found of await inFolder(folder, files, read)) {
		if (found.requirements.length + found.optional.length === 0) {
			if (found.notes.length > 0) first ??= found;
			continue;
		}
		if ([...found.requirements, ...found.optional].some(({ name }) => name === "django")) return chosen(found);
		if (!first || first.requirements.length === 0) first = found;
	}
	if (first) return chosen(first);
	return {
		requirements: [],
		optional: [],
		source: null,
		notes: ["No dependency file was found: what to install was read from the imports of the code."]
	};
}
function chosen(found) {
	const { requirements, notes } = withoutDoubles(found.requirements);
	const all = [
		`Dependencies were read from ${found.source}.`,
		...found.notes,
		...notes
	];
	return {
		...found,
		requirements,
		notes: all
	};
}
function folders(dir, files) {
	const up = [];
	for (let folder = dir;; folder = posix.dirname(folder)) {
		up.push(folder);
		if (folder === ".") break;
	}
	const rest = [...new Set(files.map((file) => posix.dirname(file)))].filter((folder) => !up.includes(folder) && !/(^|\/)(docs?|tests?)(\/|$)/.test(folder));
	const inside = (folder) => dir === "." || folder.startsWith(`${dir}/`) ? 0 : 1;
	rest.sort((a, b) => inside(a) - inside(b) || a.split("/").length - b.split("/").length);
	return [...up, ...rest.slice(0, 200)];
}
async function inFolder(folder, files, read) {
	const here = files.filter((file) => posix.dirname(file) === folder);
	const named = (name) => here.find((file) => posix.basename(file).toLowerCase() === name) ?? null;
	const found = [await fromRequirements(folder, here, files, read)];
	const pyproject = named("pyproject.toml");
	const locks = {
		uv: named("uv.lock"),
		poetry: named("poetry.lock")
	};
	if (pyproject) found.push(await readPyproject(pyproject, locks, read));
	const pipfile = named("pipfile");
	const pipfileLock = named("pipfile.lock");
	if (pipfile || pipfileLock) found.push(await readPipfile(pipfile, pipfileLock, read));
	const setup = {
		cfg: named("setup.cfg"),
		py: named("setup.py")
	};
	if (setup.cfg || setup.py) found.push(await readSetup(setup, read));
	const conda = here.find((file) => /^(conda|environment)[\w-]*\.ya?ml$/i.test(posix.basename(file)));
	if (conda) found.push(await readConda(conda, read));
	return found.filter((item) => item !== null);
}
async function fromRequirements(folder, here, files, read) {
	const parts = files.filter((file) => {
		const parent = posix.dirname(file);
		return posix.dirname(parent) === folder && /^(requirements?|reqs?|deps|dependencies)$/i.test(posix.basename(parent));
	}).filter((file) => /\.(txt|pip|in)$/i.test(file)).filter(notCompiledSource);
	const candidates = [];
	for (const file of here) {
		const likeness = likenessOf(posix.basename(file));
		if (likeness > 0 && (likeness >= 3 || looksLikeRequirements(await read(file)))) candidates.push({
			file,
			likeness,
			isForDevelopers: /dev|test|lint|doc/i.test(posix.basename(file))
		});
	}
	const best = candidates.filter(({ isForDevelopers }) => !isForDevelopers).toSorted((a, b) => b.likeness - a.likeness || a.file.length - b.file.length)[0];
	const main = best ? [best.file] : [];
	const fromFolder = parts.toSorted((a, b) => partOrder(a) - partOrder(b));
	const sources = [...main, ...fromFolder.filter((file) => partOrder(file) < 9)];
	const optional = [...fromFolder.filter((file) => partOrder(file) === 9), ...candidates.filter(({ file }) => file !== best?.file).map(({ file }) => file)];
	if (sources.length === 0 && optional.length === 0) return null;
	const required = sources.length > 0 ? sources : optional.splice(0, 1);
	const read1 = async (list) => Promise.all(list.map((file) => readRequirements(file, files, read)));
	const needed = await read1(required);
	return {
		source: required.join(", "),
		requirements: needed.flatMap(({ requirements }) => requirements),
		optional: (await read1(optional)).flatMap(({ requirements }) => requirements),
		notes: [...new Set(needed.flatMap(({ notes }) => notes))]
	};
	function notCompiledSource(file) {
		return !file.endsWith(".in") || !files.includes(file.replace(/\.in$/, ".txt"));
	}
}
function partOrder(file) {
	const name = posix.basename(file).toLowerCase();
	if (/prod|deploy|live|heroku|staging|docs/.test(name)) return 9;
	return /base|common|main|requirements/.test(name) ? 0 : /local|dev/.test(name) ? 1 : 2;
}
function likenessOf(name) {
	const [stem = "", extension = ""] = /\.(txt|pip|in|text|md)$/i.test(name) ? [name.slice(0, name.lastIndexOf(".")), name.slice(name.lastIndexOf(".") + 1)] : [name];
	const plain = stem.toLowerCase().replaceAll(/[^a-z]/g, "");
	if (extension === "md" || plain === "license" || plain === "readme") return 0;
	if (extension === "" && /\./.test(name)) return 0;
	if (plain === "requirements" && extension === "txt") return 5;
	if (plain === "requirements" || plain === "requirement") return extension === "in" ? 3.5 : 4;
	if (leven(plain, "requirements") <= 4 || /^req/.test(plain) || plain.startsWith("requirements")) return 2;
	return extension === "txt" || extension === "pip" ? 1 : 0;
}
function looksLikeRequirements(text) {
	if (text.length > 1e5) return false;
	const lines = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
	const pins = lines.filter((line) => line.length < 300 && /^[A-Za-z0-9._-]+(\[[\w,-]+\])?\s*([=~<>!]=?=?.*|\s+\d[\w.]*)?$/.test(line));
	const django = lines.some((line) => /^django\b/i.test(line));
	return lines.length > 0 && django && pins.length >= lines.length * .7;
}
function withoutDoubles(requirements) {
	const kept = [];
	const notes = [];
	for (const requirement of requirements) {
		const same = kept.find(({ name, marker }) => name === requirement.name && marker === requirement.marker);
		if (!same) kept.push(requirement);
		else if (same.specifier === "" && requirement.specifier !== "") kept[kept.indexOf(same)] = requirement;
		else if (same.specifier !== requirement.specifier && requirement.specifier !== "") notes.push(`${requirement.name} is asked for twice: ${same.text} was taken, ${requirement.text} was not.`);
	}
	return {
		requirements: kept,
		notes
	};
}
// src/prepare/django-releases.json
var django_releases_default = [
	{
		"series": "1.8",
		"released": "2015-04-01",
		"pythons": ["3.6"]
	},
	{
		"series": "1.9",
		"released": "2015-12-01",
		"pythons": ["3.6"]
	},
	{
		"series": "1.10",
		"released": "2016-08-01",
		"pythons": ["3.6"]
	},
	{
		"series": "1.11",
		"released": "2017-04-04",
		"pythons": ["3.6", "3.7"]
	},
	{
		"series": "2.0",
		"released": "2017-12-02",
		"pythons": ["3.6", "3.7"]
	},
	{
		"series": "2.1",
		"released": "2018-08-01",
		"pythons": ["3.6", "3.7"]
	},
	{
		"series": "2.2",
		"released": "2019-04-01",
		"pythons": [
			"3.6",
			"3.7",
			"3.8",
			"3.9"
		]
	},
	{
		"series": "3.0",
		"released": "2019-12-02",
		"pythons": [
			"3.6",
			"3.7",
			"3.8",
			"3.9"
		]
	},
	{
		"series": "3.1",
		"released": "2020-08-04",
		"pythons": [
			"3.6",
			"3.7",
			"3.8",
			"3.9"
		]
	},
	{
		"series": "3.2",
		"released": "2021-04-06",
		"pythons": [
			"3.6",
			"3.7",
			"3.8",
			"3.9",
			"3.10"
		]
	},
	{
		"series": "4.0",
		"released": "2021-12-07",
		"pythons": [
			"3.8",
			"3.9",
			"3.10"
		]
	},
	{
		"series": "4.1",
		"released": "2022-08-03",
		"pythons": [
			"3.8",
			"3.9",
			"3.10",
			"3.11"
		]
	},
	{
		"series": "4.2",
		"released": "2023-04-03",
		"pythons": [
			"3.8",
			"3.9",
			"3.10",
			"3.11",
			"3.12"
		]
	},
	{
		"series": "5.0",
		"released": "2023-12-04",
		"pythons": [
			"3.10",
			"3.11",
			"3.12"
		]
	},
	{
		"series": "5.1",
		"released": "2024-08-07",
		"pythons": [
			"3.10",
			"3.11",
			"3.12",
			"3.13"
		]
	},
	{
		"series": "5.2",
		"released": "2025-04-02",
		"pythons": [
			"3.10",
			"3.11",
			"3.12",
			"3.13",
			"3.14"
		]
	},
	{
		"series": "6.0",
		"released": "2025-12-03",
		"pythons": [
			"3.12",
			"3.13",
			"3.14"
		]
	}
];
// src/prepare/django-range.ts
function djangoRange(requirements, header) {
	const asked = requirements.filter(({ name }) => name === "django");
	const specifier = asked.map((item) => item.specifier).find(Boolean) ?? "";
	const fitting = django_releases_default.map(({ series }) => series).filter((series) => seriesFits(series, specifier));
	const isOpen = !asked.some(isExact) && !isOneSeries(fitting, specifier);
	if (header && isOpen && seriesFits(header, specifier)) return {
		versions: fitting.filter((series) => series === header),
		add: `django==${header}.*`,
		missing: false
	};
	return {
		versions: fitting,
		add: null,
		missing: asked.length === 0
	};
}
const isOneSeries = (fitting, specifier) => specifier !== "" && fitting.length === 1;
function pythonsFor(versions) {
	return [...new Set(django_releases_default.filter(({ series }) => versions.includes(series)).flatMap(({ pythons }) => pythons))].sort((a, b) => b.localeCompare(a, "en", { numeric: true }));
}
function seriesOn(date) {
	return django_releases_default.findLast(({ released }) => released <= date)?.series ?? null;
}
// src/prepare/brings.json
var brings_default = {
	"channels-redis": ["redis", "channels"],
	"dj-rest-auth": ["djangorestframework"],
	"django-celery-beat": ["celery"],
	"django-celery-results": ["celery"],
	"django-elasticsearch-dsl": ["elasticsearch", "elasticsearch-dsl"],
	"django-ninja": ["pydantic"],
	"django-ninja-extra": ["django-ninja", "pydantic"],
	"django-ninja-jwt": [
		"django-ninja",
		"django-ninja-extra",
		"pydantic",
		"pyjwt"
	],
	"django-oauth-toolkit": ["oauthlib", "requests"],
	"django-redis": ["redis"],
	"django-rest-knox": ["djangorestframework"],
	"django-rest-auth": ["djangorestframework"],
	"django-two-factor-auth": ["django-otp", "qrcode"],
	"django-heroku": ["dj-database-url", "whitenoise"],
	"djangorestframework-jwt": ["pyjwt"],
	"drf-jwt": ["pyjwt"],
	"djangorestframework-simplejwt": ["pyjwt", "djangorestframework"],
	djoser: [
		"djangorestframework-simplejwt",
		"djangorestframework",
		"pyjwt",
		"social-auth-app-django",
		"social-auth-core"
	],
	"drf-spectacular": [
		"uritemplate",
		"pyyaml",
		"jsonschema",
		"inflection",
		"djangorestframework"
	],
	"drf-yasg": [
		"uritemplate",
		"pyyaml",
		"inflection",
		"pytz",
		"djangorestframework"
	],
	"graphene-django": ["graphene"],
	"social-auth-app-django": ["social-auth-core"],
	celery: ["kombu"],
	wagtail: [
		"django-taggit",
		"django-treebeard",
		"django-modelcluster",
		"pillow",
		"djangorestframework"
	],
	"django-imagekit": ["pillow"],
	"easy-thumbnails": ["pillow"],
	"django-simple-captcha": ["pillow"],
	"django-rq": ["rq", "redis"],
	boto3: ["botocore"],
	"django-import-export": ["tablib"],
	"firebase-admin": ["google-auth"],
	"django-money": ["py-moneyed"],
	daphne: ["asgiref"],
	"fcm-django": ["firebase-admin"],
	"django-q2": ["django-picklefield"],
	"google-api-python-client": ["google-auth"]
};
// src/prepare/missing-packages.ts
const maxFiles = 400;
async function missingPackages(files, project, requirements, optional, read) {
	const prefix = project.dir === "." ? "" : `${project.dir}/`;
	const own = files.filter((file) => file.startsWith(prefix) && file.endsWith(".py"));
	const local = localModules(own, prefix);
	const installed = new Set(requirements.flatMap(withBrought));
	const settings = fileOf(project.settingsModules[0] ?? "", project.dir, files);
	const wanted = /* @__PURE__ */ new Map();
	for (const file of own.filter((file) => file === settings || isRun(file)).slice(0, maxFiles)) for (const module of neededModules(await read(file), file)) {
		const providers = providersOf(module);
		const [first] = providers;
		if (!first || local.has(module.split(".")[0] ?? "")) continue;
		if (!providers.some((provider) => installed.has(normalName(provider))) && !wanted.has(first)) wanted.set(first, {
			module,
			file
		});
	}
	for (const name of [
		"django",
		"setuptools",
		"asgiref"
	]) wanted.delete(name);
	const brought = new Set([...wanted.keys()].flatMap((name) => broughtBy.get(name) ?? []));
	for (const name of brought) wanted.delete(name);
	return {
		packages: [...wanted.keys()].map((name) => pinOf(name, optional)),
		remedies: [...wanted].map(([name, { module, file }]) => ({
			what: `added the package ${name}`,
			why: `${file} uses ${module}, and no dependency file names it`
		}))
	};
}
const broughtBy = new Map(Object.entries(brings_default));
const withBrought = ({ name, text }) => [
	name,
	...broughtBy.get(name) ?? [],
	.../with[-_]social/.test(text) ? ["django-allauth"] : []
];
const pinOf = (name, optional) => optional.find((item) => item.name === normalName(name))?.text ?? name;
const isRun = (file) => !/(^|\/)(\.[^/]*|tests?|conftest|fabfile|setup|gunicorn\w*|locust\w*|prod\w*|deploy\w*|heroku\w*|staging)(\/|\.py$)|(^|\/)test_\w*\.py$|_tests?\.py$/.test(file);
function localModules(own, prefix) {
	const names = own.map((file) => file.slice(prefix.length).split("/")[0]?.replace(/\.py$/, "") ?? "");
	return new Set(names);
}
function neededModules(text, file) {
	return [...[...text.matchAll(/^from[ \t]+([\p{L}_][\w\p{L}\p{M}.]*)[ \t]+import\b|^import[ \t]+([^#\n;]{1,300})/gmu)].flatMap((match) => match[1] ? [match[1]] : (match[2] ?? "").split(",").map((part) => part.trim().split(/\s/)[0] ?? "")), .../settings|config|base|local|dev/.test(file) ? namedInSettings(text) : []].filter(Boolean);
}
function namedInSettings(text) {
	const settings = text.replace(/^[ \t]*#.*$/gm, "");
	const apps = [...settings.matchAll(/\b(?:\w*_APPS|MIDDLEWARE)\b[^=\n]{0,40}=\s*[[(]([^\])]{0,20000})/g)].flatMap((match) => quoted(match[1] ?? ""));
	const appended = [...settings.matchAll(/\b(?:\w*_APPS|MIDDLEWARE)\.(?:append|insert)\(([^)]{0,200})/g)].flatMap((match) => quoted(match[1] ?? ""));
	const others = quoted(settings).filter((name) => name.includes(".") && /[A-Z]\w*$/.test(name));
	const postgres = /django\.db\.backends\.(postgresql|postgis)|django\.contrib\.(postgres|gis\.db\.backends\.postgis)/.test(settings);
	return [
		...apps,
		...appended,
		...others,
		...postgres ? ["django.db.backends.postgresql"] : []
	];
}
const quoted = (text) => [...text.replace(/^[ \t]*#.*$|[ \t]#.*$/gm, "").matchAll(/(['"])([\p{L}_][\w\p{L}\p{M}.]{0,150})\1/gu)].map((match) => match[2] ?? "");
// src/prepare/older-series.ts
const series = [{
	name: "django-crispy-forms",
	range: "<2",
	why: "newer ones do not bring the template pack that the settings name",
	isUsed: (settings) => /^CRISPY_TEMPLATE_PACK\s{0,9}=\s{0,9}['"](bootstrap[34]?|uni_form)['"]/m.test(settings) && !/['"]crispy_bootstrap[34]['"]/.test(settings)
}];
function olderSeries(requirements, extra, settings) {
	const used = series.filter(({ isUsed }) => isUsed(settings));
	const find = (name) => used.find((one) => one.name === name);
	return {
		requirements: requirements.map((item) => {
			const one = item.specifier === "" ? find(item.name) : void 0;
			const marker = item.marker ? ` ; ${item.marker}` : "";
			return one ? {
				...item,
				specifier: one.range,
				text: `${one.name}${one.range}${marker}`
			} : item;
		}),
		extra: extra.map((text) => `${text}${find(text)?.range ?? ""}`),
		remedies: used.filter(({ name }) => extra.includes(name) || requirements.some((item) => item.name === name && item.specifier === "")).map(({ name, range, why }) => ({
			what: `installed ${name}${range}`,
			why
		}))
	};
}
// src/prepare/python-hints.ts
async function pythonHints({ repository, project, declared, read }) {
	const exact = [];
	const ranges = [];
	const say = (version, from) => {
		if (version) exact.push({
			version,
			from
		});
	};
	const files = repository.files.filter((file) => isAbove(posix.dirname(file), project.dir));
	const named = (pattern) => files.filter((file) => pattern.test(posix.basename(file))).sort((a, b) => b.length - a.length);
	for (const file of named(/^\.python-version$/i)) say(minor(await read(file)), file);
	for (const file of named(/^runtime\.txt$/i)) say(minor(await read(file)), file);
	for (const file of named(/^\.tool-versions$/i)) say(minor(/^python\s+(.*)$/m.exec(await read(file))?.[1] ?? ""), file);
	for (const file of named(/^pipfile$/i)) {
		const requires = table(parseToml(await read(file)), "requires");
		say(minor(String(requires.python_version ?? requires.python_full_version ?? "")), file);
	}
	for (const file of named(/^dockerfile[\w.-]*$|\.dockerfile$/i)) say(/^[ \t]*FROM[ \t]+(?:--\S{1,60}[ \t]+)?\S{0,60}python:(3\.\d{1,2})/im.exec(await read(file))?.[1], file);
	for (const file of named(/^pyproject\.toml$/i)) ranges.push(...pyprojectRanges(await read(file)));
	for (const file of (declared.source ?? "").split(", ").filter((file) => repository.files.includes(file))) say(/autogenerated by pip-compile with [Pp]ython (3\.\d{1,2})/.exec(await read(file))?.[1], file);
	for (const file of repository.files.filter((file) => posix.basename(file) === "pyvenv.cfg")) say(/^version(?:_info)?\s*=\s*(3\.\d{1,2})/m.exec(await read(file))?.[1], file);
	for (const version of repository.compiledWith.slice(0, 1)) say(version, "Compiled Python files");
	for (const file of repository.files.filter((file) => /^\.github\/workflows\/[^/]+\.ya?ml$|^\.gitlab-ci\.yml$|^\.travis\.yml$/.test(file))) for (const version of ciVersions(await read(file))) say(version, file);
	return {
		exact,
		ranges
	};
}
const minor = (text) => /(?:^|[^\d.])(3\.\d{1,2})(?:$|[^\d])/.exec(text.slice(0, 200))?.[1] ?? null;
function pyprojectRanges(text) {
	const content = parseToml(text);
	return [table(content, "project")["requires-python"], table(content, "tool", "poetry", "dependencies").python].filter((value) => typeof value === "string").map(specifierOf).filter((range) => range !== null && range !== "");
}
function ciVersions(text) {
	return [...[...text.matchAll(/python-version['"]?\s*:\s*([^\n]{1,200})/g)].map((match) => match[1] ?? "").join(" ").matchAll(/\b(3\.\d{1,2})\b/g)].map((match) => match[1] ?? "").sort((a, b) => b.localeCompare(a, "en", { numeric: true }));
}
const isAbove = (folder, dir) => folder === "." || folder === dir || dir.startsWith(`${folder}/`);
// src/prepare/pythons.ts
const known = [
	"3.14",
	"3.13",
	"3.12",
	"3.11",
	"3.10",
	"3.9",
	"3.8",
	"3.7",
	"3.6"
];
const maxTried = 5;
async function choosePythons(question) {
	const { config, declared } = question;
	const hints = await pythonHints(question);
	const supported = supportedBy(question);
	const markers = declared.requirements.filter(({ name }) => name === "django").map(({ marker }) => marker);
	const allowed = narrowed(narrowed(supported, hints.ranges), markers.flatMap(rangesOfMarker));
	const notes = hints.exact.filter(({ version }) => !allowed.includes(version)).map(({ version, from }) => `${from} names Python ${version}, which the project’s Django does not run on.`);
	const hinted = [...new Set(hints.exact.map(({ version }) => version))].filter((version) => allowed.includes(version));
	const pythons = [.../* @__PURE__ */ new Set([...hinted, ...settled(allowed)])];
	if (!config?.python) return {
		pythons: pythons.slice(0, maxTried),
		notes
	};
	const asked = /^3\.\d+/.exec(config.python)?.[0] ?? config.python;
	return {
		pythons: [.../* @__PURE__ */ new Set([asked, ...pythons])].slice(0, maxTried),
		notes: []
	};
}
function supportedBy({ django, repository }) {
	const date = repository.commitDate?.slice(0, 10);
	const newest = date ? seriesOn(date) : null;
	const current = newest && django.length > 1 ? django.filter((series) => series.localeCompare(newest, "en", { numeric: true }) <= 0) : django;
	const series = current.length > 0 ? current : django;
	const pythons = pythonsFor(series.slice(-1));
	const older = pythonsFor(series).filter((version) => !pythons.includes(version));
	return pythons.length > 0 ? [...pythons, ...older] : known;
}
function narrowed(versions, ranges) {
	const left = versions.filter((version) => ranges.every((range) => seriesFits(version, range)));
	return left.length > 0 ? left : versions;
}
function rangesOfMarker(marker) {
	if (/\bor\b/.test(marker)) return [];
	return [...marker.matchAll(/python_(?:full_)?version\s*(===?|~=|!=|<=|>=|<|>)\s*['"]([\d.*]+)['"]/g)].map((match) => `${match[1]}${match[2]}`);
}
function settled(newestFirst) {
	const brandNew = newestFirst.filter((version) => version === known[0]);
	const usual = newestFirst.filter((version) => version !== known[0]);
	const [first, second, ...rest] = usual;
	if (first === void 0 || second === void 0) return [...usual, ...brandNew];
	if (first === known[1]) return [
		first,
		second,
		...rest,
		...brandNew
	];
	return [
		second,
		first,
		...rest,
		...brandNew
	];
}
// src/prepare/plan-install.ts
async function planInstall(repository, project, config) {
	const read = textReader(repository.root);
	const declared = await findDeclared(repository.files, project.dir, read);
	const { requirements: usable, extra: drivers, remedies } = adjust(declared.requirements);
	const added = await missingPackages(repository.files, project, usable, declared.optional, read);
	remedies.push(...added.remedies);
	const notes = [...declared.notes];
	const settings = await settingsChain(project.settingsModules[0], project.dir, repository.files, read);
	const older = olderSeries(usable, [...drivers, ...added.packages], settings);
	const { requirements, extra } = older;
	remedies.push(...older.remedies);
	const header = djangoRange(requirements, project.djangoHeader);
	const nothingPinned = !requirements.some(isExact);
	if (header.add) {
		extra.push(header.add);
		const why = `the settings were generated by Django ${project.djangoHeader}, and no exact version is asked for`;
		remedies.push({
			what: `installed Django ${project.djangoHeader}`,
			why
		});
	} else if (header.missing) {
		extra.push("django");
		remedies.push({
			what: "installed Django",
			why: "no dependency file names it"
		});
	}
	const excludeNewer = nothingPinned ? dayAfter(repository.commitDate) : null;
	if (excludeNewer) remedies.push({
		what: `took packages no newer than ${excludeNewer.slice(0, 10)}`,
		why: "no dependency has an exact version, so newer ones might not fit the code"
	});
	const chosen = await choosePythons({
		repository,
		project,
		config,
		declared,
		django: header.versions,
		read
	});
	notes.push(...chosen.notes);
	extra.push("setuptools<81");
	return {
		plan: {
			pythons: chosen.pythons,
			requirements: requirements.map((requirement) => requirement.text),
			extra: [...new Set(extra)],
			excludeNewer
		},
		notes,
		remedies
	};
}
function dayAfter(date) {
	if (!date) return null;
	const next = new Date(new Date(date).getTime() + 864e5);
	return next.getTime() > Date.now() ? null : next.toISOString();
}
// src/report/secrets.ts
function maskEverywhere(value, secrets) {
	const forms = formsOf(secrets);
	return forms.length === 0 ? value : mask(value, forms);
}
const SHORTEST_SECRET = 6;
const MASK = "(hidden)";
function mask(value, forms) {
	if (typeof value === "string") return maskForms(value, forms);
	if (Array.isArray(value)) return value.map((item) => mask(item, forms));
	if (value === null || typeof value !== "object") return value;
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [maskForms(key, forms), mask(item, forms)]));
}
function maskForms(text, forms) {
	return forms.reduce((masked, form) => masked.replaceAll(form, MASK), text);
}
function formsOf(secrets) {
	const whole = secrets.flatMap((secret) => [secret, ...secret.split(/[\r\n]+/)]).map((one) => one.trim());
	const forms = [...new Set(whole)].filter((secret) => secret.length >= SHORTEST_SECRET).flatMap((secret) => [
		secret,
		encodeURIComponent(secret.replace(/\p{Surrogate}/gu, "�")),
		JSON.stringify(secret).slice(1, -1),
		Buffer.from(secret).toString("hex"),
		...[
			0,
			1,
			2
		].flatMap((before) => inBase64(Buffer.from(secret), before))
	]);
	return [...new Set(forms)].sort((a, b) => b.length - a.length);
}
function inBase64(secret, before) {
	const shifted = Buffer.concat([Buffer.alloc(before), secret]);
	const own = (text) => text.slice(Math.ceil(before * 8 / 6), Math.floor(shifted.length * 8 / 6));
	return [own(shifted.toString("base64")), own(shifted.toString("base64url"))];
}
// src/repository/own-specs.ts
const MOST_FILES = 200;
const MOST_NAMES = 5;
async function notesOnOwnSpecs({ root, files }, used) {
	const path = relative(root, used).split(sep).join("/");
	const inUse = path === "" ? "" : `${path}/`;
	const candidates = files.filter((file) => /\.ya?ml$/i.test(file) && !file.startsWith(inUse)).slice(0, MOST_FILES);
	const own = await Promise.all(candidates.map(async (file) => isInGraders(file) || isSpec(await readText(root, file))));
	const names = candidates.filter((_, index) => own[index]);
	if (names.length === 0) return [];
	const more = names.length - MOST_NAMES;
	return [`Ignored, because the exercises come with Milepost and not with the repository: ${[...names.slice(0, MOST_NAMES), ...more > 0 ? [`${more} more`] : []].join(", ")}.`];
}
const isInGraders = (file) => /(^|\/)graders\/[^/]+$/.test(file);
const isSpec = (text) => /^exercise\s*:/m.test(text) && /^requirements\s*:/m.test(text);
// src/repository/read-headers.ts
const USUAL = /* @__PURE__ */ new Set([
	"authorization",
	"content-type",
	"content-length",
	"user-agent",
	"accept",
	"host",
	"referer",
	"origin",
	"cookie",
	"x-forwarded-for",
	"x-real-ip",
	"x-csrftoken",
	"x-requested-with",
	"retry-after",
	"x-forwarded-proto",
	"accept-language"
]);
const MAX_FILES = 400;
const MAX_BYTES = 2e5;
async function readHeaders({ root, files }) {
	const found = /* @__PURE__ */ new Set();
	for (const file of files.filter((name) => name.endsWith(".py") && !/(^|\/)(tests?|migrations)(\/|_|\.)/.test(name)).slice(0, MAX_FILES)) {
		const text = (await readFile(join(root, file), "utf8").catch(() => "")).slice(0, MAX_BYTES);
		for (const [, name] of text.matchAll(/["']HTTP_([A-Z][A-Z0-9_]{1,40})["']/g)) found.add(name.toLowerCase().replaceAll("_", "-"));
		for (const [, name] of text.matchAll(/headers(?:\.get\(|\[)\s*["']([A-Za-z][A-Za-z0-9-]{1,40})["']/g)) found.add(name.toLowerCase());
	}
	return [...found].filter((name) => !USUAL.has(name)).slice(0, 6).map(titleCase);
}
const titleCase = (name) => name.replace(/(^|-)([a-z])/g, (_, dash, letter) => dash + letter.toUpperCase());
// src/run/outcome.ts
const completed = (facts, bound, results) => reportOf(facts, "completed", null, results, bound);
function notStarted(facts, problem) {
	const results = facts.requirements.map((one) => blockedBy(one, "start", `The app could not be started: ${problem.message}`));
	return reportOf(facts, "no-app", {
		...problem,
		log: problem.log?.slice(-8e3) ?? null
	}, results, null);
}
function failedRun(facts, stage, error) {
	const message = error instanceof Error ? error.message : String(error);
	const log = error instanceof Error ? error.stack ?? null : null;
	const results = facts.requirements.map((one) => errored(one, message));
	return reportOf(facts, "failed", {
		stage,
		message,
		place: null,
		log
	}, results, null);
}
function stoppedRun(facts, stage) {
	const results = facts.requirements.map((one) => ({
		...errored(one, ""),
		reason: "Not judged: the run was stopped before its end."
	}));
	return reportOf(facts, "stopped", {
		stage,
		message: "The run was stopped before its end.",
		place: null,
		log: null
	}, results, null);
}
function reportOf(facts, outcome, problem, requirements, bound) {
	const { exercise, repository, engine } = facts;
	return {
		schemaVersion: 1,
		milepost: { version: VERSION },
		exercise: {
			id: exercise.spec.exercise,
			title: exercise.spec.title,
			specDigest: exercise.digest,
			graders: facts.graders,
			chosen: facts.why
		},
		repository: {
			project: facts.project?.dir ?? "",
			commit: repository.commit
		},
		engine: engine.name,
		notIsolated: engine.notIsolated,
		seed: facts.seed,
		startedAt: facts.startedAt.toISOString(),
		outcome,
		problem,
		score: scoreOf(requirements),
		timings: {
			...facts.timings,
			total: Math.round(Date.now() - facts.startedAt.getTime())
		},
		remedies: facts.remedies.map(({ what, why }) => ({
			what,
			why
		})),
		notes: facts.notes,
		binding: bound?.table ?? [],
		requirements
	};
}
// src/run/selected.ts
function selected(spec, only) {
	if (only.length === 0) return spec.requirements;
	const ids = spec.requirements.map(({ id }) => id);
	const unknown = only.filter((id) => !ids.includes(id));
	if (unknown.length > 0) throw new UsageProblem(unknown.map((id) => {
		const near = nearestName(id, ids);
		return `"${id}" is not a requirement of ${spec.exercise}.${near ? ` Did you mean "${near}"?` : ""} There are: ${ids.join(", ")}.`;
	}));
	const wanted = new Set(only);
	for (const id of wanted) for (const need of needsOf(spec.requirements.find((one) => one.id === id))) wanted.add(need);
	return spec.requirements.filter(({ id }) => wanted.has(id));
}
// src/run/stages.ts
const SILENCE = 15e3;
function stages(progress) {
	const timings = {};
	let current = "start";
	return {
		timings,
		current: () => current,
		async run(stage, work) {
			const started = performance.now();
			current = stage;
			const waiting = waitingFor((message) => progress({
				stage,
				message
			}));
			try {
				return await work(waiting.say);
			} finally {
				waiting.end();
				timings[stage] = Math.round((timings[stage] ?? 0) + performance.now() - started);
			}
		}
	};
}
function waitingFor(show) {
	let last = "";
	let silent = 0;
	const timer = setInterval(() => {
		silent += SILENCE;
		show(`${last === "" ? "still busy" : `still ${last}`} (for ${silent / 1e3} s)`);
	}, SILENCE);
	timer.unref();
	return {
		say(message) {
			last = message;
			silent = 0;
			timer.refresh();
			show(message);
		},
		end: () => clearInterval(timer)
	};
}
// src/run/grade.ts
async function grade(options) {
	const hide = (value) => maskEverywhere(value, options.secrets);
	const report = hide(await run({
		...options,
		progress: (event) => options.progress(hide(event))
	}));
	const { writeReports } = await import("./write.js");
	await writeReports(report, options.out);
	return report;
}
async function run(options) {
	const root = resolve(options.path);
	const line = stages(options.progress);
	const folder = options.graders ?? gradersFolder();
	const seed = options.seed ?? randomInt(2 ** 31);
	const config = await configOf(root);
	const { exercise, why } = await line.run("exercise", () => chooseExercise(folder, options.exercise, config, root));
	const { spec } = exercise;
	const requirements = selected(spec, options.only);
	const repository = await line.run("repository", () => scanRepository(root, spec.recognise));
	const project = config.project === void 0 ? repository.projects[0] : repository.projects.find((one) => one.dir === config.project);
	const { engine, why: engineWhy } = await line.run("engine", () => chooseEngine(options.engine, options.environment.ci, options.docker));
	options.progress({
		stage: "engine",
		message: `${engine.name} (${engineWhy})`
	});
	const facts = {
		exercise,
		why,
		graders: options.graders ?? null,
		repository,
		project: project ?? null,
		engine,
		seed,
		requirements,
		timings: line.timings,
		notes: [...repository.notes, ...await notesOnOwnSpecs(repository, folder)],
		remedies: [],
		startedAt: /* @__PURE__ */ new Date()
	};
	if (project === void 0) return notStarted(facts, {
		stage: "repository",
		message: noProject(config.project),
		place: null,
		log: null
	});
	let sandbox = null;
	try {
		const prepared = await line.run("plan", () => planInstall(repository, project, config));
		facts.notes.push(...prepared.notes);
		facts.remedies.push(...prepared.remedies);
		let plan = prepared.plan;
		const opened = await line.run("sandbox", (say) => engine.openSandbox({
			runId: randomBytes(6).toString("hex"),
			source: root,
			files: repository.files,
			hostNames: project.hostNames,
			progress: say,
			signal: options.signal,
			keep: options.keep
		}));
		sandbox = opened;
		const install = await line.run("install", (say) => {
			say("installing the dependencies, or reusing those of an earlier run");
			return opened.install(plan);
		});
		options.signal.throwIfAborted();
		facts.remedies.push(...install.changes);
		if (!install.ok) return notStarted(facts, {
			stage: "install",
			message: install.problem ?? "The dependencies could not be installed.",
			place: null,
			log: install.log
		});
		const started = await line.run("start", (say) => startApp({
			sandbox: opened,
			install,
			project: {
				...project,
				settingsModules: config.settings === void 0 ? project.settingsModules : [config.settings],
				envExample: {
					...project.envExample,
					...config.env
				}
			},
			secretKey: randomBytes(32).toString("hex"),
			signal: options.signal,
			progress: say,
			addPackage: async (module) => {
				const name = packageForImport(module);
				if (name === null || plan.extra.includes(name)) return null;
				plan = {
					...plan,
					extra: [...plan.extra, name]
				};
				return (await opened.install(plan)).ok ? {
					what: `installed ${name}`,
					why: `the code imports ${module}, which the dependency file does not list`
				} : null;
			}
		}));
		options.signal.throwIfAborted();
		facts.remedies.push(...started.remedies);
		if (!started.ok) {
			await assertThere(opened);
			return notStarted(facts, started.failure);
		}
		const { app } = started;
		const mapping = config.bind ?? {};
		facts.notes.push(...unknownMappings(mapping, app.facts));
		const headers = await readHeaders(repository);
		const bound = await line.run("bind", (say) => bind({
			app,
			spec,
			mapping,
			random: seededRandom(seed),
			headers,
			progress: say
		}));
		const results = await line.run("checks", (say) => runChecks({
			requirements,
			app,
			bound,
			seed,
			signal: options.signal,
			progress: say
		}));
		options.signal.throwIfAborted();
		facts.remedies.push(...app.supplied);
		if (results.some(({ state }) => state !== "pass")) await assertThere(opened);
		return completed(facts, bound, results);
	} catch (error) {
		if (options.signal.aborted) return stoppedRun(facts, line.current());
		const lost = await lossOf(sandbox);
		if (lost !== null) return failedRun(facts, line.current(), lost);
		if (isExhausted(error)) return notStarted(facts, {
			stage: line.current(),
			message: `It did not last until it could be tried: ${error.message}.`,
			place: null,
			log: null
		});
		return failedRun(facts, line.current(), error);
	} finally {
		const open = sandbox;
		if (open !== null) await line.run("clean-up", (say) => open.close().catch((error) => say(leftBehind(error))));
	}
}
async function assertThere(sandbox) {
	const lost = await lossOf(sandbox);
	if (lost !== null) throw lost;
}
async function lossOf(sandbox) {
	await setTimeout$1(20);
	const why = sandbox?.lost() ?? null;
	return why === null ? null : new EngineError(why);
}
const leftBehind = (error) => `not everything could be removed, so the next run will do it: ${error instanceof Error ? error.message : error}`;
const noProject = (wanted) => wanted === void 0 ? "No Django project was found: there is no manage.py (and no settings.py with a wsgi.py) in this repository. Commit your project, or name its folder with \"project:\" in .milepost.yml." : `.milepost.yml names the folder "${wanted}", but there is no Django project in it.`;
export { grade as t };
