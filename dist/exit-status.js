import { n as __require, r as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { t as UsageProblem } from "./options.js";
import { t as VERSION } from "./version.js";
import { A as unknown, E as string, S as object, _ as boolean, a as json$1, b as literal, c as plain$1, d as xml, g as array, k as union, l as plainLines, p as _enum, u as withoutCommands, w as record, x as number, y as json } from "./boundary.js";
import { a as requestLines, f as reportSchema, i as answerTitle, n as renderComment, o as responseLines, r as viewOf, s as senderTitle, t as renderSummary } from "./summary.js";
import { d as evaluate, g as leven, h as nearestName, l as query, p as MISSING, u as OPERATIONS } from "./load.js";
import { t as require_tar_stream } from "./tar-stream.js";
import { c as textReader, d as packageForImport, f as providersOf, i as scanRepository, l as isKnownPackage, o as fileOf, r as chooseExercise, s as parseYaml, t as configOf, u as normalName } from "./config.js";
import { c as stateWords, i as number$1, r as list, s as sourceWords } from "./words.js";
import { t as gradersFolder } from "./graders-folder.js";
import { n as pageOf, r as stateColour, t as alignedTable } from "./terminal-page.js";
import { execFile, spawn } from "node:child_process";
import { basename, delimiter, dirname, join, posix, resolve } from "node:path";
import { closeSync, constants, existsSync, openSync, readFileSync, readdirSync, readlinkSync, rmSync, writeSync } from "node:fs";
import { createHash, createHmac, randomBytes, randomInt, randomUUID } from "node:crypto";
import http from "node:http";
import { cpus, homedir, hostname, tmpdir } from "node:os";
import { access, chmod, constants as constants$2, link, lstat, mkdir, mkdtemp, open as open$1, readFile, readdir, realpath, rename, rm, stat, statfs, utimes, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual, promisify } from "node:util";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { connect as connect$1, createServer } from "node:net";
import { StringDecoder } from "node:string_decoder";
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
		own: boolean().default(false)
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
// src/app/facts.ts
const place$1 = object({
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
	])).nullable()
});
const modelSchema = object({
	label: string(),
	name: string(),
	learner: boolean(),
	place: place$1,
	fields: array(modelFieldSchema)
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
		place: place$1,
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
		place: place$1,
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
	}).nullable()
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
	tokenPrefixes: array(string()),
	problems: array(string())
});
// src/app/instance.ts
const FORK_DEADLINE = 2e4;
const CALL_DEADLINE = 15e3;
const PORT_ATTEMPTS = 20;
const key = union([string(), number()]);
const values = record(string(), json());
const row = object({
	id: key,
	values
});
const nothing$1 = object({}).loose();
const actionResults = {
	"user.create": object({
		id: key,
		identity: key,
		created: boolean()
	}),
	"user.find": object({
		id: key,
		model: string(),
		fields: record(string(), json()),
		passwordColumn: string(),
		hashed: boolean(),
		active: boolean()
	}).nullable(),
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
	"rows.create": row,
	"rows.find": array(row),
	"rows.get": row.nullable(),
	"rows.count": object({ count: number().int() }),
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
	}))
};
function instanceMaker(channel, sandbox) {
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
				return handle(channel, sandbox, made);
			} catch (error) {
				if (!isPortTaken(error) || attempt === PORT_ATTEMPTS) throw error;
			}
		}
	};
}
function handle(channel, sandbox, made) {
	const instance = made.name;
	return {
		...made,
		address: (client) => sandbox.address(made.port, client),
		call: async (action, args) => {
			const schema = actionResults[action];
			return await channel.ask({
				op: "call",
				instance,
				action,
				args
			}, schema, CALL_DEADLINE);
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
		message: sentence$2(problem, place),
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
function sentence$2(problem, place) {
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
	const remedy = await repair$1(error, state, options);
	if (remedy) (isPackage(error, state) ? state.packages : state.remedies).push(remedy);
	return remedy !== null;
}
const isPackage = (error, state) => error.missing?.kind === "module" && !state.stubs.some((stub) => stub.module === error.missing?.name);
async function repair$1(error, state, options) {
	const missing = error.missing;
	if (!missing) return withoutPostgres(error, state);
	const why = explain(error);
	switch (missing.kind) {
		case "env": return setVariable(missing.name, why, state, options);
		case "module": return supplyModule(missing, why, error, state, options);
		case "setting": return supplySetting(missing.name, why, state);
		case "attribute": return supplyStubValue(missing.name, why, state);
		case "service": return await startMissingService(missing.name, why, state, options) ?? withoutPostgres(error, state);
		case "file":
		case "library": return null;
	}
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
	if (!missing.own) {
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
function withoutPostgres(error, state) {
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
const MAX_ROUNDS$1 = 12;
const MAX_SETTINGS_MODULES = 3;
async function startApp$2(options) {
	const started = performance.now();
	const rounds = { left: MAX_ROUNDS$1 };
	const shared = {
		services: await startServices(options),
		packages: []
	};
	let failed = null;
	for (const settings of options.project.settingsModules.slice(0, MAX_SETTINGS_MODULES)) {
		const { result, wrongModule } = await startWith(settings, options, shared, rounds);
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
				wrongModule: false
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
			wrongModule: isWrongModule(attempt.error, settings)
		};
	}
}
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
		env: environment$2(options, state),
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
		const app = {
			facts,
			fork: instanceMaker(channel, options.sandbox),
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
function environment$2(options, state) {
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
const MAX_DEPTH = 64;
function parseJson$3(text) {
	let depth = 0;
	for (const letter of text) if (letter === "[" || letter === "{") {
		if (++depth > MAX_DEPTH) return void 0;
	} else if (letter === "]" || letter === "}") depth--;
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function walk(root) {
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
	const found = walk(root).find(({ path, value }) => typeof value === "string" && /^next/i.test(String(path.at(-1) ?? "")) && /[?&/]/.test(value));
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
	for (const { path, value } of walk(root)) {
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
const holds = (text, marker) => text.toLowerCase().includes(marker.toLowerCase());
// src/http/client.ts
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
		const outgoing = http.request({
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
		outgoing.on("error", (error) => finish(reason$1(error)));
		outgoing.end(payload ?? void 0);
	});
}
function plainHeaders(response) {
	const headers = Object.create(null);
	for (const [name, value] of Object.entries(response?.headers ?? {})) if (value !== void 0 && name !== "set-cookie") headers[name] = Array.isArray(value) ? value.join(", ") : value;
	return headers;
}
function reason$1(error) {
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
			reply,
			json: parseJson$3(reply.body),
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
		headers,
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
function mentions(words, stems) {
	return words.some((word) => stems.some((stem) => word === stem || word === `${stem}s` || word === `${stem}es` || stem.length >= 5 && word.startsWith(stem)));
}
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
	return [...byKind(field, random), ...byName(field.name, random)];
}
function byKind(field, random) {
	switch (field.kind) {
		case "text":
		case "longtext":
		case "slug": return [...telling(field.name), cut(`text-${random.word(8)}`, field.maxLength)];
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
function byName(name, random) {
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
const cut = (text, maxLength) => maxLength === null ? text : text.slice(0, Math.max(1, maxLength));
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
async function fill$2(payload, filling) {
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
	for (const { path, value } of walk(json)) {
		const key = path.at(-1);
		if (key === "loc" && Array.isArray(value)) {
			const last = value.findLast((part) => typeof part === "string");
			if (typeof last === "string") named.add(last);
		}
		if (typeof key === "string" && !path.slice(0, -1).some((above) => named.has(String(above))) && !ENVELOPE.has(key.toLowerCase()) && /^[\p{L}_]\w{0,60}$/u.test(key) && (isComplaint(value) || known.includes(key) && isNestedComplaint(value))) named.add(key);
		if (typeof value === "string" && value.length < 2e3) {
			for (const one of known) if (new RegExp(`(^|[^\\p{L}\\p{N}_])${one.replace(/\W/g, "")}($|[^\\p{L}\\p{N}_])`, "iu").test(value)) named.add(one);
		}
	}
	return [...named].slice(0, 12);
}
const isComplaint = (value) => typeof value === "string" && /[\s.]/.test(value) || Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string" || typeof one === "object" && one !== null);
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
const OTHER = [
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
				...OTHER,
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
				...OTHER,
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
const MAX_TRIED = 5;
async function confirmRegister(candidates, session, facts, random) {
	let first = null;
	for (const { endpoint, reasons } of candidates.slice(0, MAX_TRIED)) {
		let person = makePerson("probe", random);
		const found = bound(endpoint, await learn({
			...accountDraft(endpoint, facts, random, false),
			attempt: async (payload) => {
				person = makePerson("probe", random);
				return submit(session, endpoint, payload, person);
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
	for (const { endpoint, reasons } of candidates.slice(0, MAX_TRIED)) {
		const learned = await learn({
			...accountDraft(endpoint, facts, random, true),
			attempt: (payload) => submit(session, endpoint, payload, person),
			accepted: async (exchanged) => (exchanged.reply.status ?? 500) < 400 && tokensIn(exchanged).length > 0,
			candidatesFor: (key) => accountField(unknownField(key), facts, random).candidates
		});
		const entry = bound(endpoint, learned, reasons, "it gave a token to a person who has an account");
		const tokens = tokensIn(learned.last);
		const cookies = cookiesOf(learned.last);
		const wrong = entry.confirmed ? await submit(session, endpoint, entry.payload, {
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
function cookiesOf({ reply }) {
	return Object.fromEntries(reply.setCookies.map((line) => (line.split(";")[0] ?? "").split(/=(.*)/s).slice(0, 2)).filter(([, value]) => value));
}
async function submit(session, endpoint, payload, person, actor = anonymous()) {
	const body = await fill$2(payload, {
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
const isRefused = ({ reply }) => REFUSED.includes(reply.status ?? 0);
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
		if (!isRefused(exchanged) && (exchanged.reply.status ?? 500) < 500) return way;
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
		return !isRefused(exchanged) && (exchanged.reply.status ?? 500) < 500;
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
	let actor = register?.confirmed ? await signUp(name, client, setup, register) : null;
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
async function signUp(name, client, { session, random }, register) {
	const person = makePerson(name, random);
	const actor = {
		...anonymous(client),
		name,
		person,
		how: "signed up through the app"
	};
	await submit(session, register.endpoint, register.payload, person, actor);
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
	const exchanged = await submit(session, token.endpoint, token.payload, actor.person, actor);
	return {
		tokens: tokensIn(exchanged),
		cookies: cookiesOf(exchanged)
	};
}
async function protectedProbe(probes, actor) {
	for (const probe of Object.values(probes)) if (isRefused(await probe(actor, { kind: "none" }))) return probe;
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
	return Object.entries(mapping).flatMap(([role, target]) => {
		const known = target.includes("/") ? endpointFor(target, facts) !== null : fields.has(target);
		const choice = target.includes("/") ? `the app has ${names.slice(0, 12).join(", ")}` : "no model has a field of that name";
		return known ? [] : [`.milepost.yml maps ${role} to "${target}", but ${choice}.`];
	});
}
function endpointFor(target, facts) {
	if (target === void 0) return null;
	const plain = (text) => text.replace(/\{[^}]*\}|<[^>]*>/g, "{}").replace(/\/$/, "").toLowerCase();
	return endpointsOf(facts).find((endpoint) => plain(describeEndpoint(endpoint)) === plain(target)) ?? null;
}
// src/bind/rows.ts
const MAX_PAGES = 12;
async function requestCreate(session, resource, actor, marker, payload) {
	const endpoint = resource.operations.create[0];
	const body = await fill$2(payload, {
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
		const made = await parentOf(session, parent.related, actor);
		return made === null ? null : String(made);
	}
	return null;
}
const parents = /* @__PURE__ */ new WeakMap();
async function parentOf(session, model, actor) {
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
	while (marker !== null && !holds(current.reply.body, marker) && pages.length < MAX_PAGES) {
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
		shown: pages.find((page) => marker !== null && holds(page.reply.body, marker)) ?? first
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
		await confirmFirst(resource, "list", async () => holds((await requestList(session, resource, actor, marker, row)).text, marker));
		const other = await giveRow(session, resource, actor, makeMarker(random));
		await confirmFirst(resource, "retrieve", async (endpoint) => {
			const ask = async (asked) => {
				const path = await rowPath(session, resource, endpoint, asked);
				return (await session.send(actor, {
					method: endpoint.method,
					path
				})).reply.body;
			};
			return holds(await ask(row), marker) && (other === null || holds(await ask(other), other.marker));
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
		if (probe !== void 0 && isRefused(await probe(actor, nobody.credentials))) return operation;
	}
	for (const operation of ["retrieve", "update"]) {
		const endpoint = resource.operations[operation][0];
		if (endpoint === void 0 || row === null) continue;
		const path = await rowPath(session, resource, endpoint, row);
		const body = operation === "update" ? {} : void 0;
		if (isRefused(await session.send(actor, {
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
				const body = await fill$2(payload, {
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
// src/bind/slots.ts
function bindSlots(model, spec, facts) {
	const bound = {};
	const taken = /* @__PURE__ */ new Set();
	for (const strict of [true, false]) for (const [slot, slotSpec] of Object.entries(spec.slots)) {
		if (bound[slot] !== void 0) continue;
		const found = best(model, slotSpec, facts, taken, strict);
		if (found === null) continue;
		bound[slot] = found;
		taken.add(found.field.name);
	}
	return bound;
}
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
function best(model, slot, facts, taken, strict) {
	let found = null;
	for (const field of model.fields) {
		if (taken.has(field.name) || field.primaryKey) continue;
		const words = splitWords(field.name);
		const position = slot.words?.findIndex((stem) => mentions(words, [stem])) ?? -1;
		const named = position >= 0;
		const rightKind = fits(field, slot, facts);
		if (strict ? !(rightKind && (named || slot.kind === "user")) : !acceptable(field, slot, rightKind, named, words)) continue;
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
		case "user": return rightKind;
	}
}
function fits(field, slot, facts) {
	switch (slot.kind) {
		case "text":
		case "longtext": return field.kind === "text" || field.kind === "longtext";
		case "boolean": return field.kind === "boolean" || hasDoneChoice(field);
		case "datetime": return (field.kind === "datetime" || field.kind === "date") && !mentions(splitWords(field.name), LATER);
		case "user": return field.kind === "relation" && leadsToUser(field, facts);
	}
}
const exactKind = (field, slot) => field.kind === slot.kind || slot.kind === "datetime" && field.automatic;
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
const CREATE = [
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
			if (!onItem) return says(REMOVE) || says(EDIT) && !says(CREATE) ? null : "create";
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
	if (operation === "create" && mentions(words, CREATE)) score += 1;
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
// src/bind/table.ts
function bindingRows({ spec, register, token, resources }) {
	return Object.entries(spec.roles).flatMap(([name, role]) => {
		if (role.role === "account.register") return [accountRow(name, register)];
		if (role.role === "account.token") return [accountRow(name, token)];
		const resource = resources[name];
		return resource === void 0 ? [notFound(name)] : resourceRows(name, resource);
	});
}
const accountRow = (name, found) => found === null ? notFound(name) : {
	role: name,
	target: describeEndpoint(found.endpoint),
	confirmed: found.confirmed,
	reasons: found.reasons,
	place: placeOf(found.endpoint)
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
				place: placeOf(endpoint)
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
function placeOf({ handler, route }) {
	const place = handler.place ?? (route.view.learner ? route.view.place : null);
	return place === null ? null : {
		...place,
		code: null
	};
}
// src/bind/bind.ts
async function bind(options) {
	const { app, spec, mapping, random, progress } = options;
	const { facts } = app;
	const session = await openSession(app);
	try {
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
		const shown = await submit(context.session, found.endpoint, payload, person, actor);
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
	const filled = await fill$2(payload, {
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
	const fillWith = (used, text) => () => fill$2(used, {
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
		json: (path) => json === void 0 ? MISSING : query(json, path)[0] ?? MISSING,
		reason: () => /[\p{L}]{3,}/u.test(reply.body.replace(/<[^>]*>/g, "")) ? reply.body.slice(0, 300) : MISSING,
		crashed: () => (reply.status ?? 500) >= 500,
		token: () => access()?.token ?? issued(attempt, context) ?? MISSING,
		lifetime: () => lifetime(access()?.token ?? issued(attempt, context)),
		kept: () => attempt.resource === null || attempt.marker === null ? MISSING : kept$2(attempt, sent, context),
		claim: (name) => decodeJwt(access()?.token ?? issued(attempt, context) ?? "")?.claims[name] ?? MISSING,
		exists: async () => attempt.person !== null && await accountOf(context.session, attempt.person) !== null,
		account: async () => attempt.person !== null && (await context.session.instance.call("text.search", { value: attempt.person.password })).length > 0,
		discloses: () => holdsPassword(reply.body, attempt.person?.password ?? null),
		shows: (id) => shows(context.rows.get(id), sent.text),
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
const shows = (row, text) => row === void 0 ? MISSING : holds(text, row.marker);
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
		if (holds(answer.reply.body, marker)) return true;
		if (!anywhere) return false;
	}
	const canList = resource.confirmed.list === true;
	if (canList && holds((await requestList(context.session, resource, row.owner, marker, row)).text, marker)) return true;
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
			return outside !== false && (inside === null || holds(JSON.stringify(inside.values), attempt.marker));
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
		if (holds(text, attempt.marker)) listing.push(actor.name);
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
async function kept$2(attempt, sent, context) {
	const resource = attempt.resource;
	const row = await findRow(context.session, resource, reader(attempt, context), attempt.marker);
	const body = parseJson$3(sent.shown.exchange.requestBody ?? "");
	if (row === null || body === null || typeof body !== "object" || Array.isArray(body)) return row !== null;
	return (resource.create?.payload.fields ?? []).filter(({ slot }) => slot !== null).every(({ key, slot }) => {
		const value = body[key];
		const stored = row.values[resource.slots[slot]?.field.name ?? key];
		if (typeof value === "boolean") return typeof stored !== "boolean" || stored === value;
		return typeof value !== "string" || typeof stored !== "string" || holds(stored, value);
	});
}
// src/probes/reproduce.ts
function reproduce(exchange) {
	const headers = Object.entries(exchange.requestHeaders).filter(([name]) => [
		"Authorization",
		"Content-Type",
		"Cookie"
	].includes(name) || name.startsWith("X-Acc"));
	return [
		"curl -i",
		...exchange.method === "GET" ? [] : [`-X ${exchange.method}`],
		...headers.map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
		...exchange.requestBody === null ? [] : [`-d ${quote(exchange.requestBody.slice(0, 1500))}`],
		quote(`http://localhost:8000${exchange.url}`)
	].join(" ");
}
const quote = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
// src/probes/call.ts
const call = {
	name: "call",
	async run(step, context) {
		const cases = [];
		for (const { variant, label } of variants(step)) cases.push(await runCase(variant, label, context));
		return cases;
	}
};
function variants(step) {
	const label = step.title ?? `${step.call} as ${step.as}`;
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
async function runCase(step, label, context) {
	const needed = step.needs === void 0 ? "pass" : context.decided.get(step.needs);
	if (needed !== void 0 && needed !== "pass") return unjudged$1(label, "blocked", `Not judged: ${step.needs} does not work yet.`, step.needs ?? null);
	const planned = await plan(step, context);
	if ("unjudged" in planned) return unjudged$1(label, planned.unjudged, planned.why, planned.unjudged === "blocked" ? planned.blockedBy ?? null : null);
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
			summary: describe(attempt, sent.shown.exchange.status, sent.shown.exchange.failure, wrong, outcomes),
			ok: wrong.length === 0,
			source: "observed",
			expected: (wrong.length > 0 ? wrong : outcomes).map(({ query, expected }) => `${inWords(query)}: ${expected}`).join("; "),
			actual: (wrong.length > 0 ? wrong : outcomes).map(({ query, actual }) => `${inWords(query)}: ${actual}`).join("; "),
			exchange: sent.shown.exchange,
			place: sent.shown.place ?? (wrong.length > 0 ? placeOf(attempt.endpoint) : null),
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
	...unjudged$1(label, "blocked", `${capital(label)}: only the app's own process says that it worked. Neither the list nor the page of one item shows it, so it cannot be confirmed.`, "list"),
	evidence: good.map((one) => ({
		...one.evidence,
		source: "reported"
	}))
});
function describe(attempt, status, failure, wrong, all) {
	const broken = failure === null ? "" : `, but ${failure}`;
	const answered = status === null ? `no answer (${failure ?? "unknown"})` : `answered ${status}${broken}`;
	const detail = (wrong.length > 0 ? wrong : all).filter(({ query }) => query !== "status").map(({ query, actual }) => `${inWords(query)}: ${actual}`).slice(0, 3);
	return `${describeEndpoint(attempt.endpoint)} ${answered}${detail.length > 0 ? `; ${detail.join("; ")}` : ""}.`;
}
function inWords(query) {
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
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const unjudged$1 = (label, state, summary, blockedBy) => ({
	state,
	label,
	summary,
	expected: null,
	actual: null,
	evidence: [],
	blockedBy,
	resolve: () => MISSING
});
// src/probes/facts.ts
const facts = {
	name: "facts",
	async run(step, context) {
		const resource = context.bound.resources[step.role];
		const resolve = (name, argument) => QUERIES[name]?.(argument, resource, context) ?? MISSING;
		if (resource === void 0) return [result(step, "unbound", `No model for "${step.role}" was found in this project.`, [], resolve)];
		const outcomes = await evaluate(step.expect, resolve);
		const evidence = outcomes.map((outcome) => ({
			summary: sentence$1(outcome.query, outcome.ok, resource),
			ok: outcome.ok,
			source: "reported",
			expected: outcome.expected,
			actual: outcome.actual,
			exchange: null,
			place: resource.model.place === null ? null : {
				...resource.model.place,
				code: null
			},
			exception: null,
			table: null,
			reproduce: null
		}));
		const failed = evidence.filter((one) => !one.ok);
		const summary = failed.length === 0 ? outcomes.length === 1 ? evidence[0]?.summary ?? "" : `${resource.model.name} has what is asked for.` : [...new Set(failed.map((one) => one.summary))].join(" ");
		return [result(step, failed.length === 0 ? "pass" : "fail", summary, evidence, resolve)];
	}
};
const QUERIES = {
	slot: (slot, resource) => resource?.slots[slot]?.field.name,
	kind: (slot, resource) => {
		const bound = resource?.slots[slot];
		return bound === void 0 ? MISSING : bound.rightKind ? resource?.spec.slots[slot]?.kind : bound.field.type;
	},
	automatic: (slot, resource) => resource?.slots[slot]?.field.automatic,
	pagination: (_, resource) => resource?.operations.list[0]?.route.pagination?.style,
	version: (_, resource) => {
		const route = resource?.operations.list[0]?.route;
		return /\/v\d+(\.\d+)?\//.exec(route?.path ?? "")?.[0] ?? route?.params.find((param) => /version/i.test(param.name))?.name;
	},
	documentation: (_, __, { bound }) => bound.facts.routes.find((route) => /(^|\/)(schema|swagger|redoc|docs|openapi|documentation)/i.test(route.path))?.path,
	filtering: (_, resource, { bound }) => {
		const rest = bound.facts.settings.REST_FRAMEWORK;
		const calls = resource?.operations.list[0]?.handler.calls.find((call) => /query_params|GET\.get|filter_queryset|FilterSet|filterset/i.test(call));
		return (rest?.DEFAULT_FILTER_BACKENDS ?? []).length > 0 ? "DEFAULT_FILTER_BACKENDS" : calls;
	}
};
function sentence$1(query, ok, resource) {
	const [name = "", slot = ""] = query.split(" ");
	const label = resource.spec.slots[slot]?.label ?? slot;
	const field = resource.slots[slot]?.field;
	if (name === "slot") return ok ? `The ${label} is ${resource.model.name}.${field?.name}.` : `${resource.model.name} has no ${label}.`;
	if (name === "kind") return ok ? `The ${label} has the right kind (${field?.type}).` : field === void 0 ? `${resource.model.name} has no ${label}.` : `The ${label} ${resource.model.name}.${field.name} is a ${field.type}.`;
	if (name === "automatic") return ok ? `The ${label} is set by itself.` : `The ${label} is not set by itself.`;
	return ok ? `The app has ${name}.` : `No ${name} was found.`;
}
const result = (step, state, summary, evidence, resolve) => ({
	state,
	label: step.title ?? step.role,
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
		const resource = context.bound.resources[step.row];
		const owner = context.bound.actors[step.of];
		if (resource === void 0 || owner === void 0) return [unjudged(step, "unbound", `No model for "${step.row}" was found in this project.`)];
		const row = await giveRow(context.session, resource, owner, makeMarker(context.random));
		if (row === null) return [unjudged(step, "blocked", `No ${resource.model.name} could be made for the test, neither through the app nor inside it.`)];
		context.rows.set(step.id, row);
		return [];
	}
};
const unjudged = (step, state, summary) => ({
	state,
	label: step.id,
	summary,
	expected: null,
	actual: null,
	evidence: [],
	blockedBy: state === "blocked" ? "create" : null,
	resolve: () => MISSING
});
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
			send: (session, actor) => submit(session, found.endpoint, found.payload, wrong, actor)
		}];
	}
	const resource = bound.resources[role];
	const endpoint = resource?.operations[operation][0];
	if (resource === void 0 || endpoint === void 0) return [];
	const declared = effective(endpoint.route.throttles, true);
	const send = async (session, actor) => {
		const row = [...context.rows.values()][0];
		const path = operation !== "list" && operation !== "create" && row !== void 0 ? await rowPath(session, resource, endpoint, row) : await collectionPath(session, resource, endpoint, actor, null);
		const body = operation === "create" && resource.create ? await fill$2(resource.create.payload, {
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
		place: ok ? null : placeOf(endpoint),
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
// src/probes/registry.ts
function runStep(step, context) {
	switch (step.probe) {
		case "call": return call.run(step, context);
		case "given": return given.run(step, context);
		case "facts": return facts.run(step, context);
		case "throttle": return throttle.run(step, context);
	}
}
// src/checks/fragment.ts
function fragmentFor(requirement, bound) {
	const roles = new Set(requirement.steps.flatMap((step) => step.probe === "call" ? [step.call.replace(/\.\$\{.*/, "")] : step.probe === "facts" ? [step.role] : []));
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
	const { state, reason, blockedBy } = withoutModel(options, cases) ?? decide(requirement, cases);
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
function withoutModel({ requirement, requirements, bound }, cases) {
	const unbound = cases.find((one) => one.state === "unbound");
	if (unbound === void 0 || cases.some((one) => one.state === "pass" || one.state === "fail")) return null;
	const missing = requirement.steps.flatMap(rolesOf).filter((role) => bound.resources[role] === void 0);
	const cause = requirements.find((one) => one.steps.some((step) => step.probe === "facts" && missing.includes(step.role)));
	if (cause === void 0 || cause.advice || cause.id === requirement.id) return null;
	return {
		state: "blocked",
		reason: unbound.summary,
		blockedBy: cause.id
	};
}
function rolesOf(step) {
	switch (step.probe) {
		case "call": return step.call.split(".").slice(0, 1);
		case "facts": return [step.role];
		case "given": return [step.row];
		case "throttle": return step.calls.flatMap((name) => name.split(".").slice(0, 1));
	}
}
async function runSteps({ requirement, app, bound, seed, decided }) {
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
		people: /* @__PURE__ */ new Map(),
		decided,
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
			if (step.probe === "given" && results.length > 0) break;
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
	if (passed.length > 0) {
		const blocked = of("blocked")[0];
		const left = blocked === void 0 ? "" : ` Not judged: ${blocked.label}, because ${blocked.blockedBy ?? "something before it"} does not work yet.`;
		return {
			state: "pass",
			reason: `${passReason(passed)}${left}`,
			blockedBy: null
		};
	}
	const unbound = of("unbound")[0];
	if (unbound !== void 0) return {
		state: requirement["when-unbound"],
		reason: unbound.summary,
		blockedBy: null
	};
	const blocked = of("blocked")[0];
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
function passReason(passed) {
	if (passed.length === 1) return passed[0]?.summary ?? "";
	const labels = passed.map(({ label }) => label);
	const more = labels.length > 3 ? ` and ${labels.length - 3} more` : "";
	return `As expected: ${labels.slice(0, 3).join("; ")}${more}.`;
}
function evidenceOf(steps) {
	const rows = steps.flatMap(({ step, results }) => step.probe === "call" ? results.map((result) => ({
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
	return [...new Set(needs)];
}
// src/engines/docker/connect.ts
const newestVersion = "1.45";
const patience = 2e3;
async function connect() {
	for (const host of await candidates()) {
		const daemon = await open(host).catch(() => null);
		if (daemon) return daemon;
	}
	return null;
}
async function candidates() {
	if (process.env.DOCKER_HOST) return [process.env.DOCKER_HOST];
	const context = await contextHost().catch(() => null);
	if (context) return [context];
	if (process.platform === "win32") return ["npipe:////./pipe/docker_engine"];
	const sockets = ["/var/run/docker.sock", join(homedir(), ".docker/run/docker.sock")];
	if (process.env.XDG_RUNTIME_DIR) sockets.push(join(process.env.XDG_RUNTIME_DIR, "docker.sock"));
	const present = await Promise.all(sockets.map((path) => stat(path).then((entry) => entry.isSocket(), () => false)));
	return sockets.filter((_, index) => present[index]).map((path) => `unix://${path}`);
}
async function contextHost() {
	const folder = process.env.DOCKER_CONFIG ?? join(homedir(), ".docker");
	const name = process.env.DOCKER_CONTEXT ?? text(JSON.parse(await readFile(join(folder, "config.json"), "utf8")), "currentContext");
	if (!name || name === "default") return null;
	const id = createHash("sha256").update(name).digest("hex");
	return text(JSON.parse(await readFile(join(folder, "contexts/meta", id, "meta.json"), "utf8")), "Endpoints", "docker", "Host");
}
function text(value, ...path) {
	for (const key of path) value = typeof value === "object" && value !== null ? Reflect.get(value, key) : void 0;
	return typeof value === "string" ? value : null;
}
async function open(host) {
	const { default: Dockerode } = await import("./docker.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const local = /^(?:unix|npipe):\/\/(.+)$/.exec(host)?.[1];
	const url = local ? null : new URL(host.includes("://") ? host : `tcp://${host}`);
	if (url?.protocol === "ssh:") return null;
	const docker = local ? new Dockerode({ socketPath: local }) : new Dockerode();
	const versions = await within(patience, docker.version());
	Object.assign(docker.modem, { version: `v${speak(versions.ApiVersion, versions.MinAPIVersion)}` });
	if (local) return {
		docker,
		endpoint: { socketPath: local }
	};
	return {
		docker,
		endpoint: url && !process.env.DOCKER_TLS_VERIFY && url.port !== "2376" ? {
			host: url.hostname,
			port: Number(url.port || 2375)
		} : null
	};
}
function speak(newest, oldest) {
	if (before(newest, newestVersion)) return newest;
	return oldest && before(newestVersion, oldest) ? oldest : newestVersion;
}
function before(a, b) {
	const [majorA = 0, minorA = 0] = a.split(".").map(Number);
	const [majorB = 0, minorB = 0] = b.split(".").map(Number);
	return majorA < majorB || majorA === majorB && minorA < minorB;
}
function within(milliseconds, promise) {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => reject(/* @__PURE__ */ new Error("no answer in time")), milliseconds);
		promise.then(resolve, reject).finally(() => clearTimeout(timer));
	});
}
// src/engines/docker/attach.ts
async function attach(container, resources) {
	const stream = await container.attach({
		stream: true,
		hijack: true,
		stdin: true,
		stdout: true,
		stderr: true
	});
	stream.on("error", () => void 0);
	resources.afterwards(() => void stream.destroy());
	return stream;
}
// src/engines/engine-error.ts
var EngineError = class extends Error {
	name = "EngineError";
};
// src/inside/folder.ts
const insideFolder = fileURLToPath(import.meta.url.endsWith(".ts") ? new URL(".", import.meta.url) : new URL("inside/", import.meta.url));
// src/engines/docker/owner.ts
const thisProcess = {
	place: place(),
	pid: process.pid,
	started: startOf(process.pid) ?? ""
};
function isAlive(owner) {
	if (owner.place !== thisProcess.place) return null;
	if (process.platform === "linux") return startOf(owner.pid) === owner.started;
	try {
		process.kill(owner.pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && "code" in error && error.code === "EPERM";
	}
}
function parseOwner(value) {
	const [, place, pid, started] = /^(.*) (\d+) (\d*)$/.exec(value ?? "") ?? [];
	return place === void 0 || pid === void 0 ? null : {
		place,
		pid: Number(pid),
		started: started ?? ""
	};
}
function formatOwner({ place, pid, started }) {
	return `${place} ${pid} ${started}`;
}
function place() {
	try {
		return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${readlinkSync("/proc/self/ns/pid")}`;
	} catch {
		return hostname();
	}
}
function startOf(pid) {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
		return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
	} catch {
		return null;
	}
}
// src/engines/docker/labels.ts
const runLabel = "io.milepost.run";
const ownerLabel = "io.milepost.owner";
const folderLabel = "io.milepost.folder";
const cacheLabel = "io.milepost.cache";
function runLabels(runId, keep) {
	return {
		[runLabel]: runId,
		...keep ? {} : { [ownerLabel]: formatOwner(thisProcess) }
	};
}
const contentLabel = "io.milepost.content";
// src/engines/docker/limits.ts
const mb = 1048576;
function confined(wanted) {
	const hostConfig = {
		NetworkMode: wanted.network,
		ExtraHosts: wanted.hosts ?? [],
		Privileged: false,
		CapAdd: [],
		CapDrop: ["ALL"],
		SecurityOpt: ["no-new-privileges:true"],
		ReadonlyRootfs: true,
		PidMode: "",
		IpcMode: "private",
		ShmSize: 32 * mb,
		Init: true,
		Memory: wanted.memoryMb * mb,
		MemorySwap: wanted.memoryMb * mb,
		PidsLimit: wanted.processes,
		CpuPeriod: 1e5,
		CpuQuota: 2e5,
		Ulimits: [
			{
				Name: "nofile",
				Soft: 4096,
				Hard: 4096
			},
			{
				Name: "core",
				Soft: 0,
				Hard: 0
			},
			{
				Name: "fsize",
				Soft: wanted.fileMb * mb,
				Hard: wanted.fileMb * mb
			}
		],
		LogConfig: {
			Type: "none",
			Config: {}
		},
		Tmpfs: {
			...coverDeclaredVolumes(wanted),
			...wanted.tmpfs
		},
		Mounts: wanted.mounts,
		Binds: wanted.binds ?? [],
		RestartPolicy: { Name: "no" }
	};
	return {
		Image: wanted.image.id,
		Labels: wanted.labels,
		User: wanted.user,
		WorkingDir: "/",
		Entrypoint: wanted.command,
		Cmd: [],
		Env: environment$1(wanted),
		Healthcheck: { Test: ["NONE"] },
		...wanted.hostname ? { Hostname: wanted.hostname } : {},
		...wanted.stdin ? {
			OpenStdin: true,
			StdinOnce: wanted.stdin === "once",
			AttachStdin: true
		} : {},
		AttachStdout: true,
		AttachStderr: true,
		HostConfig: hostConfig
	};
}
function assertConfined(wanted, actual) {
	const differing = differences(wanted, actual);
	if (differing.length === 0) return;
	throw new EngineError(`The Docker engine did not apply these limits, so nothing was started in it: ${differing.join("; ")}.`);
}
function differences(wanted, actual) {
	const found = [];
	const compare = (name, a, b) => {
		if (!isDeepStrictEqual(plain(a), plain(b))) found.push(`${name} is ${JSON.stringify(b)}, not ${JSON.stringify(a)}`);
	};
	for (const [name, value] of Object.entries(wanted.HostConfig ?? {})) compare(name, value, Reflect.get(actual.HostConfig, name));
	compare("User", wanted.User, actual.Config.User);
	compare("Healthcheck", wanted.Healthcheck?.Test, Reflect.get(actual.Config, "Healthcheck")?.Test);
	for (const [name, value] of Object.entries(wanted.Labels ?? {})) compare(name, value, actual.Config.Labels[name]);
	const allowed = new Set((wanted.HostConfig?.Mounts ?? []).map((mount) => mount.Target));
	for (const bind of wanted.HostConfig?.Binds ?? []) allowed.add(bind.split(":")[1] ?? "");
	for (const mount of actual.Mounts) if (mount.Type !== "tmpfs" && !allowed.has(mount.Destination)) found.push(`${mount.Destination} can be written`);
	return found;
}
function plain(value) {
	if (!value) return null;
	if (Array.isArray(value)) return value.length === 0 ? null : value.map((item) => JSON.stringify(plain(item))).sort();
	if (typeof value !== "object") return value;
	const entries = Object.entries(value).map(([key, item]) => [key, plain(item)]).filter(([, item]) => item !== null).sort(([a], [b]) => a < b ? -1 : 1);
	return entries.length === 0 ? null : Object.fromEntries(entries);
}
function coverDeclaredVolumes({ image, tmpfs, mounts }) {
	const covered = /* @__PURE__ */ new Set([...Object.keys(tmpfs), ...mounts.map((mount) => mount.Target)]);
	return Object.fromEntries(image.volumes.filter((path) => !covered.has(path)).map((path) => [path, tmpfsOptions(8, "mode=1777")]));
}
function tmpfsOptions(sizeMb, extra) {
	return `rw,nosuid,nodev,size=${sizeMb}m,nr_inodes=${sizeMb * 256},${extra}`;
}
const cleared = [
	"LD_PRELOAD",
	"LD_LIBRARY_PATH",
	"PYTHONPATH",
	"PYTHONSTARTUP",
	"PYTHONHOME"
];
function environment$1({ env }) {
	const own = Object.entries(env).map(([name, value]) => `${name}=${value}`);
	return [...cleared.filter((name) => !(name in env)), ...own];
}
// src/engines/docker/mounts.ts
function volumeMount(volume, target, access) {
	return {
		Type: "volume",
		Source: volume,
		Target: target,
		ReadOnly: access === "read",
		VolumeOptions: {
			NoCopy: true,
			Labels: {},
			DriverConfig: {
				Name: "",
				Options: {}
			}
		}
	};
}
// src/engines/docker/sockets.ts
const socketFolderPrefix = "milepost-relay-";
async function openToRelay(folder) {
	const inner = join(folder, "relay");
	await mkdir(inner);
	await chmod(inner, 511);
	return inner;
}
async function reachBySockets(folder, stillStarting) {
	const path = join(folder, "control");
	while (!existsSync(path)) {
		await setTimeout$1(5);
		if (!existsSync(path) && !await stillStarting()) return null;
	}
	const control = openControl(path);
	if (control === null) return null;
	const open = /* @__PURE__ */ new Set();
	return {
		address(port, client) {
			const name = `${port}-${client}`;
			const socketPath = join(folder, `${name}.sock`);
			if (!open.has(name)) {
				writeSync(control, `${port} ${client}\n`);
				waitFor(socketPath);
				open.add(name);
			}
			return { socketPath };
		},
		close: () => closeSync(control)
	};
}
function openControl(path) {
	try {
		return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
	} catch {
		return null;
	}
}
function waitFor(path) {
	const pause = new Int32Array(new SharedArrayBuffer(4));
	const deadline = performance.now() + 5e3;
	while (!existsSync(path)) {
		if (performance.now() > deadline) throw new EngineError("The relay into the sandbox does not answer.");
		Atomics.wait(pause, 0, 0, .1);
	}
}
// src/engines/docker/archive.ts
var import_tar_stream = require_tar_stream();
function archive(owner, entries) {
	const stream = (0, import_tar_stream.pack)();
	const add = ({ name, content, executable }) => new Promise((resolve, reject) => {
		const folder = name.endsWith("/");
		const mode = folder || executable ? 493 : 420;
		const type = folder ? "directory" : "file";
		const done = (error) => error ? reject(error) : resolve();
		stream.entry({
			name,
			mode,
			type,
			uid: owner,
			gid: owner,
			mtime: /* @__PURE__ */ new Date()
		}, content ?? "", done);
	});
	const all = async () => {
		for await (const entry of entries) await add(entry);
	};
	all().then(() => stream.finalize(), (error) => stream.destroy(error));
	return stream;
}
// src/engines/docker/source.ts
const learner = 10001;
async function sourceFiles(source, files) {
	return (await Promise.all(files.map(async (path) => {
		const entry = await lstat(join(source, path)).catch(() => null);
		return entry?.isFile() ? {
			path,
			size: entry.size,
			executable: (entry.mode & 64) !== 0
		} : null;
	}))).filter((file) => file !== null);
}
function sourceArchive(source, files) {
	return archive(learner, entries(source, files));
}
async function* entries(source, files) {
	for (const folder of folders$1(files)) yield { name: `${folder}/` };
	for (const { path, executable } of files) {
		const content = await read$3(join(source, path));
		if (content) yield {
			name: path,
			content,
			executable
		};
	}
}
function folders$1(files) {
	const found = /* @__PURE__ */ new Set();
	for (const { path } of files) for (let folder = dirname(path); folder !== "." && !found.has(folder); folder = dirname(folder)) found.add(folder);
	return [...found].sort();
}
async function read$3(path) {
	const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
	const handle = await open$1(path, flags).catch(() => null);
	try {
		return handle && (await handle.stat()).isFile() ? await handle.readFile() : null;
	} finally {
		await handle?.close();
	}
}
// src/engines/docker/output.ts
const lineLimit = 9437184;
const logLines = 400;
const logLineLength = 4e3;
function demultiplex(onChunk) {
	let head = Buffer.alloc(0);
	let stream = "stdout";
	let left = 0;
	return (data) => {
		let at = 0;
		while (at < data.length) {
			if (left > 0) {
				const chunk = data.subarray(at, at + left);
				at += chunk.length;
				left -= chunk.length;
				onChunk(stream, chunk);
				continue;
			}
			const part = data.subarray(at, at + 8 - head.length);
			at += part.length;
			head = Buffer.concat([head, part]);
			if (head.length < 8) continue;
			stream = head[0] === 2 ? "stderr" : "stdout";
			left = head.readUInt32BE(4);
			head = Buffer.alloc(0);
		}
	};
}
function lines(onLine) {
	const decoder = new StringDecoder("utf8");
	let parts = [];
	let length = 0;
	return (chunk) => {
		const pieces = decoder.write(chunk).split("\n");
		for (const [index, piece] of pieces.entries()) {
			length += piece.length;
			if (length <= lineLimit) parts.push(piece);
			if (index === pieces.length - 1) return;
			onLine(parts.join(""));
			parts = [];
			length = 0;
		}
	};
}
function logTail() {
	let kept = [];
	let open = "";
	const decoder = new StringDecoder("utf8");
	return {
		add(chunk) {
			const pieces = (open + decoder.write(chunk)).split("\n");
			open = (pieces.pop() ?? "").slice(0, logLineLength);
			kept.push(...pieces.slice(-400).map((line) => line.slice(0, logLineLength)));
			if (kept.length > 2 * logLines) kept = kept.slice(-400);
		},
		text: () => [...kept, ...open ? [open] : []].slice(-400).join("\n")
	};
}
// src/engines/docker/tunnel.ts
const kinds = {
	open: 0,
	data: 1,
	end: 2,
	reset: 3,
	credit: 4
};
const headLength = 9;
const window$1 = 262144;
function reachByTunnel(stream, folder) {
	const servers = /* @__PURE__ */ new Map();
	const channels = /* @__PURE__ */ new Map();
	let last = 0;
	function send(number, kind, body = Buffer.alloc(0)) {
		const head = Buffer.alloc(headLength);
		head.writeUInt32BE(number, 0);
		head.writeUInt8(kind, 4);
		head.writeUInt32BE(body.length, 5);
		stream.write(Buffer.concat([head, body]));
	}
	function accept(socket, port, client) {
		last += 1;
		const number = last;
		const channel = {
			socket,
			room: window$1
		};
		channels.set(number, channel);
		send(number, kinds.open, Buffer.from([
			port >> 8,
			port & 255,
			client
		]));
		socket.on("data", (data) => {
			channel.room -= data.length;
			if (channel.room <= 0) socket.pause();
			send(number, kinds.data, data);
		});
		socket.on("end", () => send(number, kinds.end));
		socket.on("error", () => void 0);
		socket.on("close", () => {
			if (channels.delete(number)) send(number, kinds.reset);
		});
	}
	function onFrame(number, kind, body) {
		const channel = channels.get(number);
		if (!channel) return;
		if (kind === kinds.data) channel.socket.write(body, () => send(number, kinds.credit, count(body.length)));
		if (kind === kinds.end) channel.socket.end();
		if (kind === kinds.reset) channel.socket.destroy();
		if (kind === kinds.credit) {
			channel.room += body.readUInt32BE(0);
			if (channel.room > 0) channel.socket.resume();
		}
	}
	const frames = frameReader(onFrame);
	stream.on("data", demultiplex((name, chunk) => name === "stdout" && frames(chunk)));
	stream.on("end", () => {
		for (const { socket } of channels.values()) socket.destroy();
	});
	return {
		address(port, client) {
			const name = `${port}-${client}`;
			const known = servers.get(name);
			if (known) return { socketPath: known.socketPath };
			const socketPath = pathOf(folder, name);
			const server = createServer({ allowHalfOpen: true }, (socket) => accept(socket, port, client));
			server.on("error", () => void 0).listen(socketPath).unref();
			servers.set(name, {
				server,
				socketPath
			});
			return { socketPath };
		},
		close() {
			for (const { server } of servers.values()) server.close();
			for (const { socket } of channels.values()) socket.destroy();
			channels.clear();
		}
	};
}
function pathOf(folder, name) {
	const path = join(folder, `${name}.sock`);
	return process.platform === "win32" ? join("\\\\.\\pipe", path) : path;
}
function frameReader(onFrame) {
	let waiting = Buffer.alloc(0);
	return (chunk) => {
		waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
		while (waiting.length >= headLength) {
			const end = headLength + waiting.readUInt32BE(5);
			if (waiting.length < end) return;
			const frame = waiting.subarray(0, end);
			waiting = waiting.subarray(end);
			onFrame(frame.readUInt32BE(0), frame.readUInt8(4), frame.subarray(headLength));
		}
	};
}
function count(value) {
	const body = Buffer.alloc(4);
	body.writeUInt32BE(value);
	return body;
}
// src/engines/docker/holder.ts
const sourcePath = "/app";
const relayUser = 10002;
const freeMb = 128;
async function startHolder(run, image) {
	const { options, resources } = run;
	const direct = process.platform === "linux" && process.env.MILEPOST_DOCKER_RELAY !== "tunnel";
	const [files, relay, folder] = await Promise.all([
		sourceFiles(options.source, options.files),
		readFile(join(insideFolder, "relay.py"), "utf8"),
		resources.folder(socketFolderPrefix)
	]);
	const shared = direct ? await openToRelay(folder) : null;
	const sourceVolume = await createSourceVolume(run, files);
	const container = await resources.container(holderOptions(run, image, relay, sourceVolume, {
		folder,
		shared
	}));
	const started = quiet(start(container, resources));
	return {
		container,
		sourceVolume,
		started: quiet(started.then(() => void 0)),
		reach: quiet(started.then((stream) => openReach(container, stream, {
			folder,
			shared
		}))),
		filled: quiet(started.then(() => fill$1(container, options.source, files)))
	};
}
async function start(container, resources) {
	const stream = await attach(container, resources);
	await container.start();
	return stream;
}
async function openReach(container, stream, { folder, shared }) {
	const begun = performance.now();
	const running = async () => {
		const waited = performance.now() - begun;
		return waited < 500 || waited < 3e3 && (await container.inspect()).State.Running;
	};
	return shared && await reachBySockets(shared, running) || reachByTunnel(stream, folder);
}
async function fill$1(container, source, files) {
	await container.putArchive(sourceArchive(source, files), { path: sourcePath });
}
async function createSourceVolume({ resources, labels, options }, files) {
	const size = files.reduce((sum, file) => sum + Math.ceil(file.size / 4096) * 4096, 0) + freeMb * 1024 * 1024;
	const inodes = files.length * 2 + 16384;
	return resources.volume({
		Name: `milepost-source-${options.runId}`,
		Labels: labels,
		Driver: "local",
		DriverOpts: {
			type: "tmpfs",
			device: "tmpfs",
			o: `nosuid,nodev,size=${size},nr_inodes=${inodes},mode=0755,uid=${learner},gid=${learner}`
		}
	});
}
function holderOptions({ labels, options }, image, relay, sourceVolume, { folder, shared }) {
	const names = options.hostNames.filter((name) => /^[a-z0-9]([a-z0-9._-]{0,62})$/i.test(name) && name !== "localhost");
	return confined({
		image,
		command: [
			"python3",
			"-I",
			"-S",
			"-c",
			relay,
			...shared ? ["/relay"] : []
		],
		user: `${relayUser}:${relayUser}`,
		labels: {
			...labels,
			[folderLabel]: folder
		},
		env: {},
		network: "none",
		hostname: "app",
		hosts: ["app", ...new Set(names)].map((name) => `${name}:127.0.0.1`),
		memoryMb: 128,
		processes: 32,
		fileMb: 1,
		tmpfs: { "/tmp": tmpfsOptions(1, "mode=1777") },
		mounts: [volumeMount(sourceVolume, sourcePath, "write")],
		binds: shared ? [`${shared}:/relay`] : [],
		stdin: options.keep ? "open" : "once"
	});
}
function quiet(promise) {
	promise.catch(() => void 0);
	return promise;
}
// src/engines/docker/reasons.ts
function whyStopped(outOfMemory, log, limits) {
	if (outOfMemory) return `was stopped because it used more than ${limits.memoryMb} MB of memory`;
	const end = log.slice(-2e4);
	if (/No space left on device|database or disk is full/.test(end)) return "ended after it had filled the disk space that it may use";
	if (/can't start new thread|\[Errno 11\]|Resource temporarily unavailable/.test(end)) return `ended after it had started ${limits.processes} processes and threads, which is as many as it may`;
	if (/File too large/.test(end)) return "ended after it had written a larger file than it may";
	return null;
}
// src/engines/docker/images.ts
async function presentImage(docker, tag) {
	try {
		const { Id, Config } = await docker.getImage(tag).inspect();
		return {
			id: Id,
			tag,
			volumes: Object.keys(Config.Volumes ?? {})
		};
	} catch (error) {
		if (statusOf(error) === 404) return null;
		throw error;
	}
}
async function firstImage(docker, tags, progress, signal) {
	for (const tag of tags) {
		const image = await presentImage(docker, tag);
		if (image) return image;
	}
	for (const tag of tags) {
		const image = await pulledImage(docker, tag, progress, signal).catch((error) => {
			signal.throwIfAborted();
			progress(`${tag} cannot be pulled: ${sentence(error)}`);
			return null;
		});
		if (image) return image;
	}
	return null;
}
async function pulledImage(docker, tag, progress, signal) {
	progress(`pulling ${tag}`);
	const stream = await docker.pull(tag, { abortSignal: signal });
	await new Promise((resolve, reject) => {
		docker.modem.followProgress(stream, (error) => error ? reject(error) : resolve());
	});
	const image = await presentImage(docker, tag);
	if (!image) throw new EngineError(`Docker pulled ${tag} but does not have it.`);
	return image;
}
function statusOf(error) {
	return error instanceof Error && "statusCode" in error && typeof error.statusCode === "number" ? error.statusCode : null;
}
function sentence(error) {
	if (!(error instanceof Error)) return String(error);
	const json = "json" in error ? error.json : null;
	return (typeof json === "object" && json !== null && "message" in json ? String(json.message) : error.message).trim();
}
// src/engines/docker/layers.ts
const noteLabel = "io.milepost.note";
async function findLayer(docker, key) {
	const labels = await labelsOf(docker, markerName(key));
	const volume = labels?.[contentLabel];
	if (!volume || !await labelsOf(docker, volume)) return null;
	return {
		volume,
		note: labels[noteLabel] ?? ""
	};
}
function newLayerVolume(resources) {
	const labels = {
		[cacheLabel]: "content",
		[ownerLabel]: formatOwner(thisProcess)
	};
	return resources.volume({
		Name: `milepost-content-${randomUUID()}`,
		Labels: labels
	});
}
async function publishLayer(docker, resources, key, layer) {
	const labels = {
		[cacheLabel]: "layer",
		[contentLabel]: layer.volume,
		[noteLabel]: layer.note
	};
	const before = await labelsOf(docker, markerName(key));
	if (before && !await labelsOf(docker, before["io.milepost.content"] ?? "")) await removeLayer(docker, key);
	await docker.createVolume({
		Name: markerName(key),
		Labels: labels
	});
	const published = await findLayer(docker, key);
	if (published && published.volume !== layer.volume) return published;
	resources.release(layer.volume);
	return layer;
}
async function removeLayer(docker, key) {
	await docker.getVolume(markerName(key)).remove().catch(() => void 0);
}
function markerName(key) {
	return `milepost-layer-${key}`;
}
async function labelsOf(docker, name) {
	if (!name) return null;
	try {
		return (await docker.getVolume(name).inspect()).Labels ?? {};
	} catch (error) {
		if (statusOf(error) === 404) return null;
		throw error;
	}
}
// src/engines/docker/tools.ts
const toolsPath = "/milepost";
const toolsFolder = `${toolsPath}/inside`;
const toolsUser = 10002;
async function toolsLayer(run, image) {
	const files = await readTools();
	const key = `tools-${digest(files)}-${image.id.slice(-12)}`;
	const found = await findLayer(run.docker, key);
	if (found) return found.volume;
	const volume = await newLayerVolume(run.resources);
	await fill(run, image, volume, files);
	return (await publishLayer(run.docker, run.resources, key, {
		volume,
		note: ""
	})).volume;
}
async function readTools() {
	const names = (await readdir(insideFolder)).filter((name) => name.endsWith(".py")).sort();
	return Promise.all(names.map(async (name) => ({
		name,
		content: await readFile(join(insideFolder, name))
	})));
}
function digest(files) {
	const hash = createHash("sha256");
	for (const { name, content } of files) hash.update(`${name} ${content.length}\n`).update(content);
	return hash.digest("hex").slice(0, 24);
}
async function fill(run, image, volume, files) {
	const container = await run.resources.container(confined({
		image,
		command: [
			"python3",
			"-I",
			"-m",
			"compileall",
			"-q",
			toolsFolder
		],
		user: `${toolsUser}:${toolsUser}`,
		labels: run.labels,
		env: {},
		network: "none",
		memoryMb: 256,
		processes: 16,
		fileMb: 16,
		tmpfs: { "/tmp": tmpfsOptions(8, "mode=1777") },
		mounts: [volumeMount(volume, toolsPath, "write")]
	}));
	const entries = files.map(({ name, content }) => ({
		name: `inside/${name}`,
		content
	}));
	const tar = archive(toolsUser, [{ name: "inside/" }, ...entries]);
	await container.putArchive(tar, { path: toolsPath });
	await container.start();
	const { StatusCode } = await container.wait();
	await run.resources.remove(container);
	if (StatusCode !== 0) throw new EngineError(`The grader's own Python could not be prepared in ${image.tag}.`);
}
// src/engines/docker/app.ts
const dependenciesPath = "/deps";
const appLimits = {
	memoryMb: 512,
	processes: 256,
	logMb: 32,
	channelMb: 256
};
const scratchPath = "/scratch";
async function startWaitingApp(run, holder, installed) {
	const container = await run.resources.container(confined({
		image: installed.image,
		command: [
			"python3",
			"-I",
			"-S",
			`${toolsFolder}/start.py`
		],
		user: `${learner}:${learner}`,
		labels: run.labels,
		env: {},
		network: `container:${holder.container.id}`,
		memoryMb: appLimits.memoryMb,
		processes: appLimits.processes,
		fileMb: 256,
		tmpfs: {
			"/tmp": tmpfsOptions(64, "mode=1777"),
			[scratchPath]: tmpfsOptions(128, `mode=0700,uid=${learner},gid=${learner}`)
		},
		mounts: [
			volumeMount(holder.sourceVolume, sourcePath, "write"),
			volumeMount(installed.dependencies, dependenciesPath, "read"),
			volumeMount(installed.tools, toolsPath, "read")
		],
		stdin: run.options.keep ? "open" : "once"
	}));
	const stream = await attach(container, run.resources);
	await holder.started;
	await container.start();
	return {
		container,
		stream
	};
}
function startApp$1({ container, stream }, installed, options) {
	const log = logTail();
	const waiting = [];
	let listener = null;
	let flooded = null;
	let killed = false;
	const written = {
		stdout: 0,
		stderr: 0
	};
	const limits = {
		stdout: appLimits.channelMb,
		stderr: appLimits.logMb
	};
	const onLine = lines((line) => {
		if (listener) listener(line);
		else waiting.push(line);
	});
	const onData = demultiplex((name, chunk) => {
		if (flooded) return;
		written[name] += chunk.length;
		if (written[name] > limits[name] * 1024 * 1024) {
			flooded = `was stopped because it wrote more than ${limits[name]} MB of output`;
			kill();
			return;
		}
		if (name === "stdout") onLine(chunk);
		else log.add(chunk);
	});
	stream.on("data", onData);
	const exited = ended(stream).then(async () => {
		await container.wait().catch(() => void 0);
		const state = await container.inspect().then((found) => found.State, () => null);
		const code = state?.ExitCode ?? null;
		const signal = code === null || code === 137 ? "SIGKILL" : code === 139 ? "SIGSEGV" : null;
		return {
			code: signal ? null : code,
			signal,
			reason: flooded ?? (killed ? null : whyStopped(state?.OOMKilled ?? false, log.text(), appLimits))
		};
	});
	async function kill() {
		killed = true;
		await container.kill().catch(() => void 0);
		await exited;
	}
	stream.write(`${JSON.stringify(order(installed, options))}\n`);
	return {
		send: (line) => void stream.write(`${line}\n`),
		onLine(next) {
			listener = next;
			for (const line of waiting.splice(0)) next(line);
		},
		log: log.text,
		exited,
		kill
	};
}
function order({ interpreter }, { env, cwd }) {
	if (cwd.startsWith("/") || cwd.split("/").includes("..")) throw new EngineError(`${cwd} is outside the source.`);
	return {
		directory: cwd === "." ? sourcePath : `${sourcePath}/${cwd}`,
		command: [
			interpreter,
			"-u",
			`${toolsFolder}/boot.py`
		],
		environment: {
			HOME: "/tmp",
			USER: "app",
			LOGNAME: "app",
			LANG: "C.UTF-8",
			...env,
			PATH: `${dependenciesPath}/venv/bin:${env.PATH ?? "/usr/local/bin:/usr/bin:/bin"}`,
			MILEPOST_SOURCE: sourcePath,
			MILEPOST_SCRATCH: scratchPath
		}
	};
}
function ended(stream) {
	return new Promise((resolve) => {
		stream.on("end", resolve).on("close", resolve).on("error", () => resolve());
	});
}
// src/engines/docker/installer-settings.ts
const passedOn$1 = /* @__PURE__ */ new Set([
	...[
		"INDEX_URL",
		"EXTRA_INDEX_URL",
		"TRUSTED_HOST",
		"PROXY",
		"DEFAULT_TIMEOUT",
		"RETRIES"
	].map((name) => `PIP_${name}`),
	...[
		"DEFAULT_INDEX",
		"INDEX",
		"INDEX_URL",
		"EXTRA_INDEX_URL",
		"INDEX_STRATEGY",
		"INSECURE_HOST",
		"HTTP_TIMEOUT"
	].map((name) => `UV_${name}`),
	...[
		"HTTP_PROXY",
		"HTTPS_PROXY",
		"ALL_PROXY",
		"NO_PROXY"
	].flatMap((name) => [name, name.toLowerCase()])
]);
const namedIndexLogin = /^UV_INDEX_[A-Z0-9_]+_(USERNAME|PASSWORD)$/;
const fromPipConfig = {
	"index-url": "PIP_INDEX_URL",
	"extra-index-url": "PIP_EXTRA_INDEX_URL",
	"trusted-host": "PIP_TRUSTED_HOST",
	proxy: "PIP_PROXY",
	timeout: "PIP_DEFAULT_TIMEOUT",
	cert: "PIP_CERT"
};
const certificateVariables = [
	"PIP_CERT",
	"SSL_CERT_FILE",
	"REQUESTS_CA_BUNDLE",
	"CURL_CA_BUNDLE",
	"NODE_EXTRA_CA_CERTS"
];
const systemCertificates = [
	"/etc/ssl/certs/ca-certificates.crt",
	"/etc/pki/tls/certs/ca-bundle.crt",
	"/etc/ssl/ca-bundle.pem"
];
async function installerSettings(environment = process.env) {
	const known = {
		...await pipConfig(environment),
		...defined(environment)
	};
	const env = Object.fromEntries(Object.entries(known).filter(([name]) => passedOn$1.has(name) || namedIndexLogin.test(name)));
	const files = [...certificateVariables.map((name) => known[name]), ...systemCertificates];
	return {
		env: {
			...forUv(env),
			...env
		},
		certificates: await firstReadable(files)
	};
}
function forUv(env) {
	const ownIndex = [
		"UV_DEFAULT_INDEX",
		"UV_INDEX_URL",
		"UV_INDEX",
		"UV_EXTRA_INDEX_URL"
	].some((name) => env[name]);
	const pairs = [
		["UV_DEFAULT_INDEX", ownIndex ? void 0 : env.PIP_INDEX_URL],
		["UV_INDEX", ownIndex ? void 0 : env.PIP_EXTRA_INDEX_URL],
		["UV_INSECURE_HOST", env.PIP_TRUSTED_HOST],
		["HTTPS_PROXY", env.PIP_PROXY],
		["HTTP_PROXY", env.PIP_PROXY]
	];
	return Object.fromEntries(pairs.filter((pair) => Boolean(pair[1])));
}
async function pipConfig(environment) {
	const home = homedir();
	const files = environment.PIP_CONFIG_FILE ? [environment.PIP_CONFIG_FILE] : [
		"/etc/pip.conf",
		join(home, ".pip/pip.conf"),
		join(home, ".config/pip/pip.conf")
	];
	const texts = await Promise.all(files.map((file) => readFile(file, "utf8").catch(() => "")));
	return Object.assign({}, ...texts.map(readPipConfig));
}
function readPipConfig(text) {
	const found = {};
	let wanted = false;
	let name;
	for (const line of text.split(/\r?\n/)) {
		const section = /^\[(\w+)\]/.exec(line)?.[1];
		const [, key, value] = /^([\w-]+)\s*[=:]\s*(.*)$/.exec(line) ?? [];
		if (section) {
			wanted = section === "global" || section === "install";
			name = void 0;
		} else if (key !== void 0) {
			name = wanted ? fromPipConfig[key] : void 0;
			if (name) found[name] = value ?? "";
		} else if (name && /^\s+[^\s#;]/.test(line)) found[name] = `${found[name] ?? ""} ${line.trim()}`.trim();
	}
	return found;
}
async function firstReadable(files) {
	for (const file of files) {
		const content = file ? await readFile(file).catch(() => null) : null;
		if (content?.includes("-----BEGIN")) return content;
	}
	return null;
}
function defined(environment) {
	return Object.fromEntries(Object.entries(environment).filter((pair) => pair[1] !== void 0));
}
// src/engines/docker/installer.ts
const limits$1 = {
	memoryMb: 2048,
	processes: 512,
	outputMb: 64,
	diskMb: 6144
};
const inputPath = "/input";
const cachePath = "/cache";
const outcomeSchema$1 = object({
	ok: boolean(),
	python: string(),
	installed: record(string(), string()),
	changes: array(object({
		what: string(),
		why: string()
	})),
	problem: string().nullable(),
	log: string()
});
async function runInstaller$1(run, image, volume, plan) {
	run.options.progress(`installing dependencies with ${image.tag}`);
	const [settings, tools, cache, input] = await Promise.all([
		installerSettings(),
		toolsLayer(run, image),
		cacheVolume(run),
		run.resources.volume({
			Name: `milepost-input-${volume.slice(-12)}`,
			Labels: run.labels
		})
	]);
	const container = await run.resources.container(confined({
		image,
		command: [
			"python3",
			"-E",
			"-s",
			"-u",
			`${toolsFolder}/install.py`,
			`${dependenciesPath}/venv`
		],
		user: `${learner}:${learner}`,
		labels: run.labels,
		env: {
			...settings.env,
			...ownEnvironment(settings.certificates !== null)
		},
		network: "bridge",
		memoryMb: limits$1.memoryMb,
		processes: limits$1.processes,
		fileMb: 1024,
		tmpfs: { "/tmp": tmpfsOptions(1024, "exec,mode=1777") },
		mounts: [
			volumeMount(volume, dependenciesPath, "write"),
			volumeMount(cache, cachePath, "write"),
			volumeMount(tools, toolsPath, "read"),
			volumeMount(input, inputPath, "write")
		],
		stdin: "once"
	}));
	const put = (path, entries) => container.putArchive(archive(learner, entries), { path });
	await Promise.all([
		put(dependenciesPath, [{ name: "venv/" }]),
		put(cachePath, [
			{ name: "uv/" },
			{ name: "pip/" },
			{ name: "tools/" }
		]),
		settings.certificates && put(inputPath, [{
			name: "ca.pem",
			content: settings.certificates
		}])
	]);
	const outcome = await talk(run, container, plan);
	await run.resources.remove(container);
	return outcome;
}
function cacheName(source) {
	return `milepost-cache-${createHash("sha256").update(source).digest("hex").slice(0, 16)}`;
}
async function cacheVolume({ docker, options }) {
	const name = cacheName(options.source);
	return (await docker.createVolume({
		Name: name,
		Labels: { [cacheLabel]: "packages" }
	})).name;
}
function ownEnvironment(certificates) {
	return {
		...Object.fromEntries((certificates ? [
			"SSL_CERT_FILE",
			"PIP_CERT",
			"REQUESTS_CA_BUNDLE",
			"CURL_CA_BUNDLE"
		] : []).map((name) => [name, `${inputPath}/ca.pem`])),
		HOME: "/tmp",
		TMPDIR: "/tmp",
		UV_CACHE_DIR: `${cachePath}/uv`,
		PIP_CACHE_DIR: `${cachePath}/pip`,
		UV_LINK_MODE: "copy",
		PIP_DISABLE_PIP_VERSION_CHECK: "1"
	};
}
async function talk(run, container, plan) {
	const stream = await attach(container, run.resources);
	const log = logTail();
	let answer = "";
	let stopped = null;
	let written = 0;
	const stop = (reason) => {
		stopped ??= reason;
		container.kill().catch(() => void 0);
	};
	const onLine = lines((line) => {
		if (line.startsWith("{")) answer = line;
	});
	stream.on("data", demultiplex((name, chunk) => {
		written += chunk.length;
		if (written > limits$1.outputMb * 1024 * 1024) stop(`was stopped because it wrote more than ${limits$1.outputMb} MB of output`);
		else if (name === "stdout") onLine(chunk);
		else log.add(chunk);
	}));
	await container.start();
	stream.write(`${JSON.stringify(plan)}\n`);
	stream.end();
	const watch = await watchDisk(run, stop);
	await container.wait();
	clearInterval(watch);
	run.options.signal.throwIfAborted();
	return read$2(answer, stopped ?? await reason(container, log.text()), log.text(), plan);
}
async function reason(container, log) {
	const { State } = await container.inspect();
	return whyStopped(State.OOMKilled, State.ExitCode === 0 ? "" : log, limits$1);
}
function read$2(answer, stopped, log, plan) {
	const parsed = outcomeSchema$1.safeParse(parseJson$2(answer));
	if (parsed.success && !stopped) return {
		...parsed.data,
		interpreter,
		reused: false,
		log: parsed.data.log || log
	};
	const problem = stopped ? `The installation of the dependencies ${stopped}.` : "The installation of the dependencies ended without a result.";
	return {
		ok: false,
		python: plan.pythons[0] ?? "",
		interpreter,
		installed: {},
		changes: [],
		reused: false,
		problem,
		log
	};
}
function parseJson$2(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
async function watchDisk({ docker }, stop) {
	const folder = (await docker.info()).DockerRootDir;
	const free = async () => {
		const found = await statfs(folder).catch(() => null);
		return found ? found.bavail * found.bsize / 1024 / 1024 : null;
	};
	const before = await free();
	if (before === null) return void 0;
	return setInterval(async () => {
		const now = await free();
		if (now !== null && before - now > limits$1.diskMb) stop(`was stopped because it filled ${limits$1.diskMb} MB of disk`);
		if (now !== null && now < 256) stop("was stopped because the disk of this machine is nearly full");
	}, 1e3);
}
// src/engines/docker/install.ts
const recipe$1 = 1;
const interpreter = `${dependenciesPath}/venv/bin/python`;
const noteSchema$1 = object({
	tag: string(),
	image: string(),
	python: string(),
	installed: record(string(), string()),
	changes: array(object({
		what: string(),
		why: string()
	}))
});
async function installDependencies$1(run, plan, onImage) {
	const key = await layerKey(plan);
	const reused = await reuse$1(run, key);
	if (reused) {
		onImage(reused.layer.image);
		return reused;
	}
	let last = null;
	for (const python of plan.pythons) {
		const image = await firstImage(run.docker, [`python:${python}-slim`], run.options.progress, run.options.signal);
		if (!image) continue;
		onImage(image);
		const volume = await newLayerVolume(run.resources);
		const outcome = await runInstaller$1(run, image, volume, {
			...plan,
			pythons: [python]
		});
		if (outcome.ok) return publish$1(run, key, image, volume, outcome);
		last = outcome;
	}
	if (last) return {
		outcome: last,
		layer: null
	};
	throw new EngineError(`None of the images ${plan.pythons.map((python) => `python:${python}-slim`).join(", ")} is on this machine or can be pulled.`);
}
async function reuse$1(run, key) {
	const found = await findLayer(run.docker, key);
	if (!found) return null;
	const { tag, image: id, ...rest } = noteSchema$1.parse(JSON.parse(found.note));
	const image = await presentImage(run.docker, id);
	if (!image) {
		await removeLayer(run.docker, key);
		return null;
	}
	return {
		outcome: {
			ok: true,
			interpreter,
			reused: true,
			problem: null,
			log: "",
			...rest
		},
		layer: {
			image: {
				...image,
				tag
			},
			volume: found.volume
		}
	};
}
async function publish$1(run, key, image, volume, outcome) {
	const { python, installed, changes } = outcome;
	const note = JSON.stringify({
		tag: image.tag,
		image: image.id,
		python,
		installed,
		changes
	});
	return {
		outcome,
		layer: {
			image,
			volume: (await publishLayer(run.docker, run.resources, key, {
				volume,
				note
			})).volume
		}
	};
}
async function layerKey(plan) {
	const installer = (await readdir(insideFolder)).filter((name) => /^install\w*\.py$/.test(name)).sort();
	const { pythons, requirements, extra, excludeNewer } = plan;
	const hash = createHash("sha256").update(JSON.stringify([
		recipe$1,
		pythons,
		requirements,
		extra,
		excludeNewer
	]));
	for (const name of installer) hash.update(await readFile(join(insideFolder, name)));
	return `deps-${hash.digest("hex").slice(0, 32)}`;
}
// src/engines/docker/pythons.ts
const pythonVersions = [
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
async function somePython(docker) {
	const images = await docker.listImages({ filters: { reference: ["python:3.*-slim"] } });
	const tags = new Set(images.flatMap((image) => image.RepoTags ?? []));
	const tag = pythonVersions.map((version) => `python:${version}-slim`).find((name) => tags.has(name));
	return tag ? presentImage(docker, tag) : null;
}
// src/engines/docker/resources.ts
function trackResources(daemon) {
	const { docker } = daemon;
	const containers = /* @__PURE__ */ new Set();
	const volumes = /* @__PURE__ */ new Set();
	const folders = /* @__PURE__ */ new Set();
	const pending = /* @__PURE__ */ new Set();
	let ended = () => void 0;
	const end = new Promise((resolve) => {
		ended = resolve;
	});
	let closed = false;
	async function track(start) {
		if (closed) throw new EngineError("The run has ended already.");
		const promise = start();
		pending.add(promise);
		const forget = () => pending.delete(promise);
		promise.then(forget, forget);
		return promise;
	}
	async function create(options) {
		const container = await docker.createContainer(options);
		containers.add(container.id);
		assertConfined(options, await container.inspect());
		return container;
	}
	async function createVolume(options) {
		const { name } = await docker.createVolume(options);
		volumes.add(name);
		return name;
	}
	async function createFolder(prefix) {
		const path = await mkdtemp(join(tmpdir(), prefix));
		folders.add(path);
		return path;
	}
	async function removeAll() {
		closed = true;
		await Promise.allSettled(pending);
		await Promise.all([...containers].map((id) => gone(docker.getContainer(id).remove({
			force: true,
			v: true
		}))));
		await Promise.all([...[...volumes].map((name) => gone(docker.getVolume(name).remove({ force: true }))), ...[...folders].map((path) => rm(path, {
			recursive: true,
			force: true
		}))]);
		process.off("exit", lastResort);
		ended();
	}
	function lastResort() {
		if (daemon.endpoint && containers.size + volumes.size > 0) removeLater([
			daemon.endpoint,
			[...containers],
			[...volumes],
			[...folders]
		]);
	}
	process.on("exit", lastResort);
	return {
		container: (options) => track(() => create(options)),
		volume: (options) => track(() => createVolume(options)),
		release: (volume) => volumes.delete(volume),
		folder: (prefix) => track(() => createFolder(prefix)),
		async remove(container) {
			await gone(container.remove({
				force: true,
				v: true
			}));
			containers.delete(container.id);
		},
		afterwards: (work) => void end.then(work),
		removeAll,
		keep: () => void process.off("exit", lastResort)
	};
}
async function gone(removal) {
	try {
		await removal;
	} catch (error) {
		const status = statusOf(error);
		if (status !== 404 && status !== 409) throw new EngineError(`Docker could not remove something: ${sentence(error)}`);
	}
}
const remover = `
const [endpoint, containers, volumes, folders] = JSON.parse(process.argv[1]);
const remove = (path) => new Promise((resolve) => {
  const request = require('node:http').request({ ...endpoint, path, method: 'DELETE', timeout: 20000 }, (answer) => {
    answer.resume().on('end', () => resolve(answer.statusCode));
  });
  request.on('error', () => resolve(0)).on('timeout', () => request.destroy()).end();
});
(async () => {
  await Promise.all(containers.map((id) => remove('/containers/' + id + '?force=1&v=1')));
  // 409: a container that somebody else is just removing still has it.
  await Promise.all(volumes.map(async (name) => {
    for (let left = 50; left > 0 && (await remove('/volumes/' + name + '?force=1')) === 409; left -= 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
  }));
  for (const path of folders) require('node:fs').rmSync(path, { recursive: true, force: true });
})();`;
function removeLater(work) {
	spawn(process.execPath, [
		"-e",
		remover,
		JSON.stringify(work)
	], {
		detached: true,
		stdio: "ignore",
		env: {}
	}).unref();
}
// src/engines/docker/reap.ts
const halfDay = 43200;
const kept$1 = 40;
async function reap$1(docker) {
	const [containers, { Volumes: volumes }] = await Promise.all([docker.listContainers({
		all: true,
		filters: { label: [runLabel] }
	}), docker.listVolumes()]);
	const dead = containers.filter((found) => isLeftOver(found.Labels, found.Created));
	await Promise.all(dead.map((found) => gone(docker.getContainer(found.Id).remove({
		force: true,
		v: true
	}))));
	const useless = [
		...volumes.filter(isOfDeadRun),
		...unfinished(volumes),
		...outdated(volumes)
	];
	await Promise.all([...dead.map((found) => removeFolder$1(found.Labels[folderLabel])), ...useless.map((volume) => gone(docker.getVolume(volume.Name).remove()))]);
}
function isLeftOver(labels, created) {
	const owner = parseOwner(labels[ownerLabel]);
	if (!owner) return false;
	return !(isAlive(owner) ?? Date.now() / 1e3 - created < halfDay);
}
function isOfDeadRun(volume) {
	return Boolean(volume.Labels?.["io.milepost.run"]) && isLeftOver(volume.Labels, createdAt(volume));
}
function unfinished(volumes) {
	const published = new Set(ofKind(volumes, "layer").map((volume) => volume.Labels[contentLabel]));
	return ofKind(volumes, "content").filter((volume) => !published.has(volume.Name) && isLeftOver(volume.Labels, createdAt(volume)));
}
function outdated(volumes) {
	const layers = oldest(ofKind(volumes, "layer"));
	const contents = new Set(layers.map((volume) => volume.Labels[contentLabel]));
	return [
		...layers,
		...volumes.filter((volume) => contents.has(volume.Name)),
		...oldest(ofKind(volumes, "packages"))
	];
}
function oldest(volumes) {
	return volumes.sort((a, b) => createdAt(b) - createdAt(a)).slice(kept$1);
}
function ofKind(volumes, kind) {
	return volumes.filter((volume) => volume.Labels?.[cacheLabel] === kind);
}
function createdAt(volume) {
	return Date.parse(String(Reflect.get(volume, "CreatedAt"))) / 1e3 || 0;
}
async function removeFolder$1(path) {
	if (!path || dirname(path) !== tmpdir() || !basename(path).startsWith("milepost-relay-")) return;
	await rm(path, {
		recursive: true,
		force: true
	});
}
// src/engines/docker/services.ts
const services = {
	postgres: {
		port: 5432,
		images: [
			"postgres:16-alpine",
			"postgres:16",
			"postgres:17-alpine",
			"postgres:17",
			"postgres:15-alpine"
		],
		container: ({ user, password, database }) => ({
			command: [
				"docker-entrypoint.sh",
				"postgres",
				...settings({
					fsync: "off",
					synchronous_commit: "off",
					full_page_writes: "off",
					listen_addresses: "127.0.0.1",
					max_connections: "60"
				})
			],
			user: "postgres",
			env: {
				POSTGRES_USER: user,
				POSTGRES_PASSWORD: password,
				POSTGRES_DB: database,
				POSTGRES_INITDB_ARGS: "--no-sync",
				PGDATA: "/pg/data"
			},
			memoryMb: 1024,
			tmpfs: {
				"/pg": tmpfsOptions(512, "mode=1777"),
				"/tmp": tmpfsOptions(64, "mode=1777"),
				"/var/run/postgresql": tmpfsOptions(1, "mode=1777")
			}
		}),
		hello: ({ user, database }) => startupMessage(user, database),
		ready: "R"
	},
	redis: {
		port: 6379,
		images: [
			"redis:7-alpine",
			"redis:7",
			"redis:8-alpine",
			"redis:8"
		],
		container: () => ({
			command: [
				"redis-server",
				"--bind",
				"127.0.0.1",
				"--save",
				"",
				"--appendonly",
				"no",
				"--maxmemory",
				"96mb",
				"--dir",
				"/tmp"
			],
			user: "redis",
			env: {},
			memoryMb: 192,
			tmpfs: {
				"/tmp": tmpfsOptions(16, "mode=1777"),
				"/data": tmpfsOptions(16, "mode=1777")
			}
		}),
		hello: () => Buffer.from("PING\r\n"),
		ready: "+"
	}
};
function serviceImage(run, name) {
	return firstImage(run.docker, services[name].images, run.options.progress, run.options.signal);
}
async function startService(run, holder, image, name, account) {
	const service = services[name];
	const container = await run.resources.container(confined({
		...service.container(account),
		image,
		labels: run.labels,
		network: `container:${holder.container.id}`,
		processes: 128,
		fileMb: 512,
		mounts: []
	}));
	await holder.started;
	await container.start();
	const address = (await holder.reach).address(service.port, 1);
	run.options.progress(`waiting for ${name}`);
	const deadline = performance.now() + 6e4;
	while (await firstByte(address, service.hello(account)) !== service.ready) {
		run.options.signal.throwIfAborted();
		const { State } = await container.inspect();
		if (!State.Running) {
			const why = State.OOMKilled ? "it needs more memory than it may use" : `it ended with code ${State.ExitCode}`;
			throw new EngineError(`The ${name} server (${image.tag}) did not start: ${why}.`);
		}
		if (performance.now() > deadline) throw new EngineError(`The ${name} server did not answer within 60 s.`);
		await setTimeout$1(20);
	}
}
function settings(values) {
	return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
function startupMessage(user, database) {
	const body = Buffer.from(`user\0${user}\0database\0${database}\0\0`);
	const head = Buffer.alloc(8);
	head.writeUInt32BE(body.length + 8, 0);
	head.writeUInt32BE(196608, 4);
	return Buffer.concat([head, body]);
}
function firstByte(address, hello) {
	return new Promise((resolve) => {
		const socket = address.socketPath === void 0 ? connect$1(address.port, address.host) : connect$1(address.socketPath);
		const done = (byte) => {
			socket.destroy();
			resolve(byte);
		};
		socket.setTimeout(2e3, () => done(null));
		socket.on("data", (data) => done(data.toString("latin1", 0, 1)));
		socket.on("error", () => done(null)).on("close", () => done(null));
		socket.write(hello);
	});
}
// src/engines/docker/sandbox.ts
function openSandbox$1(daemon, options) {
	const resources = trackResources(daemon);
	const run = {
		docker: daemon.docker,
		daemon,
		resources,
		options,
		labels: runLabels(options.runId, options.keep)
	};
	const holder = deferred();
	const running = /* @__PURE__ */ new Set();
	const reaped = reap$1(daemon.docker).catch((error) => options.progress(`leftovers of earlier runs stay: ${sentence(error)}`));
	let holderBegun = false;
	let reach = null;
	let installed = null;
	let waiting = null;
	let closing = null;
	function beginHolder(image) {
		if (holderBegun) return;
		holderBegun = true;
		startHolder(run, image).then(holder.resolve, holder.reject);
		holder.promise.then(async (found) => reach = await found.reach).catch(() => void 0);
	}
	function beginApp(found) {
		waiting?.then(({ container }) => resources.remove(container)).catch(() => void 0);
		installed = found;
		waiting = holder.promise.then((held) => startWaitingApp(run, held, found));
		waiting.catch(() => void 0);
	}
	somePython(daemon.docker).then((image) => image && !closing && beginHolder(image), () => void 0);
	const sandbox = {
		sourcePath,
		pythons: () => Promise.resolve(pythonVersions),
		install: (plan) => guarded(async () => {
			const { outcome, layer } = await installDependencies$1(run, plan, beginHolder);
			if (!layer) return outcome;
			const tools = await toolsLayer(run, layer.image);
			const found = {
				image: layer.image,
				interpreter: outcome.interpreter,
				dependencies: layer.volume,
				tools
			};
			if (installed?.dependencies !== found.dependencies) beginApp(found);
			return outcome;
		}),
		startService: (name, account) => guarded(async () => {
			const image = await serviceImage(run, name);
			if (!image) return false;
			await startService(run, await holder.promise, image, name, account);
			return true;
		}),
		startApp: (app) => guarded(async () => {
			if (!installed) throw new EngineError("The app was started before its dependencies were installed.");
			const ready = installed;
			const held = await holder.promise;
			const [container] = await Promise.all([
				waiting ?? startWaitingApp(run, held, ready),
				held.filled,
				held.reach.then((found) => reach = found)
			]);
			waiting = null;
			const process = startApp$1(container, ready, app);
			running.add(process);
			return process;
		}),
		address(port, client) {
			if (!reach) throw new EngineError("The sandbox was addressed before the app or a service was started.");
			return reach.address(port, client);
		},
		close() {
			closing ??= end();
			return closing;
		}
	};
	async function end() {
		options.signal.removeEventListener("abort", abort);
		holder.reject(new EngineError("The run has ended."));
		if (options.keep) {
			options.progress(`kept for a look; remove with: docker rm --force --volumes $(docker ps --all --quiet --filter label=${runLabel}=${options.runId})`);
			resources.keep();
			return;
		}
		reach?.close();
		await resources.removeAll();
		await reaped;
	}
	function abort() {
		sandbox.close().catch(() => void 0);
	}
	options.signal.addEventListener("abort", abort, { once: true });
	async function guarded(work) {
		options.signal.throwIfAborted();
		try {
			return await work();
		} catch (error) {
			options.signal.throwIfAborted();
			if (error instanceof EngineError) throw error;
			throw new EngineError(`Docker: ${sentence(error)}`, { cause: error });
		}
	}
	return sandbox;
}
function deferred() {
	let resolve = () => void 0;
	let reject = () => void 0;
	const promise = new Promise((yes, no) => {
		resolve = yes;
		reject = no;
	});
	promise.catch(() => void 0);
	return {
		promise,
		resolve,
		reject
	};
}
// src/engines/docker/index.ts
async function dockerEngine() {
	const daemon = await connect();
	if (!daemon) return null;
	return {
		name: "docker",
		notIsolated: [],
		openSandbox: async (options) => openSandbox$1(daemon, options)
	};
}
// src/engines/process/run.ts
const runVariable = "MILEPOST_RUN";
// src/engines/process/processes.ts
async function killAll(groups, run) {
	for (let round = 0; round < 50; round += 1) {
		killNow(groups, run);
		if (ofRun(run).length + groups.filter(lives).length === 0) return;
		await setTimeout$1(20);
	}
}
function killNow(groups, run) {
	const children = descendantsOf(groups);
	for (const group of groups) signal(-group);
	for (const pid of children) signal(pid);
	for (let round = 0; round < 5; round += 1) {
		const found = ofRun(run);
		if (found.length === 0) return;
		for (const pid of found) signal(pid);
	}
}
function ofRun({ id, folder }) {
	if (process.platform !== "linux") return [];
	const mark = `\0${runVariable}=${id}\0`;
	return readdirSync("/proc").filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid).filter((pid) => !isZombie(pid) && (environmentOf(pid).includes(mark) || worksIn(pid, folder))).map(Number);
}
function environmentOf(pid) {
	try {
		return `\0${readFileSync(`/proc/${pid}/environ`, "latin1")}\0`;
	} catch {
		return "";
	}
}
function worksIn(pid, folder) {
	try {
		return `${readlinkSync(`/proc/${pid}/cwd`)}/`.startsWith(`${folder}/`);
	} catch {
		return false;
	}
}
function statOf(pid) {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
		const [state, parent, group] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
		return {
			pid: Number(pid),
			parent: Number(parent),
			group: Number(group),
			zombie: state === "Z"
		};
	} catch {
		return null;
	}
}
const allStats = () => readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((pid) => statOf(pid) ?? []);
function descendantsOf(groups) {
	if (process.platform !== "linux" || groups.length === 0) return [];
	const all = allStats();
	const known = new Set(all.filter(({ group }) => groups.includes(group)).map(({ pid }) => pid));
	for (let size = -1; size !== known.size;) {
		size = known.size;
		for (const { pid, parent } of all) if (known.has(parent)) known.add(pid);
	}
	known.delete(process.pid);
	return [...known];
}
const isZombie = (pid) => statOf(pid)?.zombie ?? true;
function lives(group) {
	if (process.platform === "linux") return allStats().some((one) => one.group === group && !one.zombie);
	try {
		process.kill(-group, 0);
		return true;
	} catch {
		return false;
	}
}
function signal(pid) {
	try {
		process.kill(pid, "SIGKILL");
	} catch {}
}
// src/engines/process/app.ts
const limits = {
	stdout: 256,
	stderr: 32
};
const confine = "ulimit -c 0; ulimit -f 524288; ulimit -n 1024; ulimit -v 4194304; exec 2>&3 3>&-; exec \"$@\"";
async function startApp(run, interpreter, options) {
	if (options.cwd.startsWith("/") || options.cwd.split("/").includes("..")) throw new EngineError(`${options.cwd} is outside the source.`);
	const command = [
		interpreter,
		"-u",
		join(insideFolder, "boot.py")
	];
	const child = spawn("/bin/sh", [
		"-c",
		`exec 3>&2 2>/dev/null; ${confine}`,
		"sh",
		...command
	], {
		cwd: join(run.paths.source, options.cwd),
		env: environment(run, interpreter, options),
		detached: true,
		stdio: [
			"pipe",
			"pipe",
			"pipe"
		]
	});
	await new Promise((resolve, reject) => {
		child.once("spawn", resolve);
		child.once("error", (error) => reject(new EngineError(`The app could not be started: ${error.message}`)));
	});
	return converse(run, child, child.pid ?? 0);
}
function converse(run, child, group) {
	const log = logTail();
	const waiting = [];
	const written = {
		stdout: 0,
		stderr: 0
	};
	let listener = null;
	let reason = null;
	const onLine = lines((line) => {
		if (listener) listener(line);
		else waiting.push(line);
	});
	const bounded = (name, take) => (chunk) => {
		if (reason) return;
		written[name] += chunk.length;
		if (written[name] <= limits[name] * 1024 * 1024) return take(chunk);
		reason = `was stopped because it wrote more than ${limits[name]} MB of output`;
		end();
	};
	child.stdout.on("data", bounded("stdout", onLine));
	child.stderr.on("data", bounded("stderr", log.add));
	child.stdin.on("error", () => void 0);
	const exited = new Promise((resolve) => child.once("exit", (code, signal) => resolve({
		code,
		signal
	}))).then(async (how) => {
		await end();
		return {
			...how,
			reason
		};
	});
	function end() {
		return killAll([group], {
			id: run.options.runId,
			folder: run.paths.source
		});
	}
	return {
		group,
		send: (line) => void child.stdin.write(`${line}\n`),
		onLine(next) {
			listener = next;
			for (const line of waiting.splice(0)) next(line);
		},
		log: log.text,
		exited,
		async kill() {
			await end();
			await exited;
			child.stdin.destroy();
			child.stdout.destroy();
			child.stderr.destroy();
		}
	};
}
function environment(run, interpreter, { env }) {
	return {
		USER: "app",
		LOGNAME: "app",
		LANG: "C.UTF-8",
		PYTHONDONTWRITEBYTECODE: "1",
		...env,
		PATH: `${dirname(interpreter)}:${env.PATH ?? "/usr/local/bin:/usr/bin:/bin"}`,
		HOME: run.paths.home,
		TMPDIR: run.paths.temporary,
		MILEPOST_SOURCE: run.paths.source,
		MILEPOST_SCRATCH: run.paths.scratch,
		[runVariable]: run.options.runId
	};
}
// src/engines/process/folders.ts
const runFolderPrefix = "milepost-run-";
const ownerFile$1 = "owner";
function cacheFolder(environment = process.env) {
	const base = environment.XDG_CACHE_HOME;
	return join(base?.startsWith("/") ? base : join(homedir(), ".cache"), "milepost");
}
async function makeRun(options) {
	const folder = await mkdtemp(join(await realpath(tmpdir()), runFolderPrefix));
	await writeFile(join(folder, ownerFile$1), `${formatOwner(thisProcess)}\n${options.runId}`);
	const place = (name) => join(folder, name);
	const paths = {
		source: place("source"),
		home: place("home"),
		temporary: place("temporary"),
		scratch: place("scratch")
	};
	for (const path of Object.values(paths)) await mkdir(path, { mode: 448 });
	return {
		options,
		folder,
		paths
	};
}
async function reap() {
	const base = await realpath(tmpdir());
	const names = (await readdir(base)).filter((name) => name.startsWith(runFolderPrefix));
	await Promise.all(names.map((name) => reapFolder(join(base, name))));
}
async function reapFolder(folder) {
	const entry = await lstat(folder).catch(() => null);
	if (!entry?.isDirectory() || entry.uid !== process.getuid?.()) return;
	const [owner, id] = (await readFile(join(folder, ownerFile$1), "utf8").catch(() => "")).split("\n");
	const parsed = parseOwner(owner);
	if (!parsed || !id || isAlive(parsed) !== false) return;
	await killAll([], {
		id,
		folder
	});
	await removeFolder(folder);
}
async function disown(folder) {
	await rm(join(folder, ownerFile$1), { force: true });
}
async function removeFolder(folder) {
	const remove = () => rm(folder, {
		recursive: true,
		force: true,
		maxRetries: 3
	});
	await remove().catch(async () => {
		await promisify(execFile)("chmod", [
			"-R",
			"u+rwX",
			folder
		]).catch(() => void 0);
		await remove();
	});
}
function removeFolderNow(folder) {
	try {
		rmSync(folder, {
			recursive: true,
			force: true
		});
	} catch {}
}
// src/engines/process/installer.ts
const minutes = 9;
const outcomeSchema = object({
	ok: boolean(),
	python: string(),
	interpreter: string(),
	installed: record(string(), string()),
	changes: array(object({
		what: string(),
		why: string()
	})),
	reused: boolean(),
	problem: string().nullable(),
	log: string()
});
async function runInstaller(run, python, target, plan) {
	run.options.progress(`installing dependencies with Python ${python.version}`);
	const log = logTail();
	let answer = "";
	let stopped = null;
	const child = spawn(python.path, [
		"-E",
		"-s",
		"-B",
		"-u",
		join(insideFolder, "install.py"),
		target
	], {
		cwd: run.paths.temporary,
		env: installerEnvironment(run),
		detached: true,
		stdio: [
			"pipe",
			"pipe",
			"pipe"
		]
	});
	const ended = new Promise((resolve) => {
		child.on("error", (error) => log.add(Buffer.from(error.message))).on("error", () => resolve());
		child.on("close", () => resolve());
	});
	const onLine = lines((line) => {
		if (line.startsWith("{")) answer = line;
	});
	child.stdout.on("data", onLine);
	child.stderr.on("data", log.add);
	child.stdin.on("error", () => void 0);
	child.stdin.end(`${JSON.stringify(plan)}\n`);
	const mark = {
		id: run.options.runId,
		folder: run.paths.temporary
	};
	const stop = (why) => {
		stopped = why;
		killAll(child.pid ? [child.pid] : [], mark);
	};
	const timer = setTimeout(() => stop(`was stopped because it took more than ${minutes} minutes`), minutes * 6e4);
	const abort = () => stop("was stopped");
	run.options.signal.addEventListener("abort", abort, { once: true });
	await ended;
	clearTimeout(timer);
	run.options.signal.removeEventListener("abort", abort);
	await killAll(child.pid ? [child.pid] : [], mark);
	run.options.signal.throwIfAborted();
	return read$1(answer, stopped, log.text(), python, target);
}
function read$1(answer, stopped, log, python, target) {
	const parsed = outcomeSchema.safeParse(parseJson$1(answer));
	const interpreter = join(target, "bin/python");
	if (parsed.success && !stopped) return {
		...parsed.data,
		interpreter,
		log: parsed.data.log || log
	};
	const problem = `The installation of the dependencies ${stopped ?? "ended without a result"}.`;
	const { version } = python;
	return {
		ok: false,
		python: version,
		interpreter,
		installed: {},
		changes: [],
		reused: false,
		problem,
		log
	};
}
const passedOn = /^(PATH|HOME|USER|LOGNAME|LANG|LC_ALL|PYENV_ROOT|XDG_CONFIG_HOME|XDG_CONFIG_DIRS|NETRC|CC|CXX|SSL_CERT_FILE|SSL_CERT_DIR|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|PIP_\w+|UV_\w+|\w+_PROXY|\w+_proxy)$/;
function installerEnvironment(run) {
	const cache = cacheFolder();
	const own = Object.entries(process.env).filter((pair) => pair[1] !== void 0 && passedOn.test(pair[0]) && !/PUBLISH/.test(pair[0]));
	return {
		...Object.fromEntries(own),
		TMPDIR: run.paths.temporary,
		UV_CACHE_DIR: join(cache, "uv"),
		PIP_CACHE_DIR: join(cache, "pip"),
		MILEPOST_TOOLS: join(cache, "tools"),
		UV_LINK_MODE: "copy",
		[runVariable]: run.options.runId
	};
}
function parseJson$1(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
// src/engines/process/pythons.ts
const run$1 = promisify(execFile);
async function findPythons(environment = process.env) {
	const newest = (await Promise.all([fromPath(environment), fromPyenv(environment)])).flat().sort((a, b) => minor$1(b.version) - minor$1(a.version));
	return newest.filter((python, index) => newest.findIndex((one) => one.version === python.version) === index);
}
function choosePythons$1(wished, here) {
	const exact = wished.map((version) => here.find((python) => python.version === version)).filter((python) => python !== void 0);
	if (exact.length > 0) return exact;
	const aim = minor$1(wished[0] ?? here[0]?.version ?? "3.12");
	const distance = (python) => Math.abs(minor$1(python.version) - aim);
	return [...here].sort((a, b) => distance(a) - distance(b) || minor$1(b.version) - minor$1(a.version)).slice(0, 1);
}
async function fromPath(environment) {
	const folders = [...new Set((environment.PATH ?? "").split(delimiter).filter((folder) => /^\/(?!.*\/\.?pyenv\/shims\/?$)/.test(folder)))];
	return known$1((await Promise.all(folders.map(async (folder) => {
		return (await readdir(folder).catch(() => [])).filter((name) => /^python3(\.\d+)?$/.test(name)).map((name) => join(folder, name));
	}))).flat());
}
async function fromPyenv(environment) {
	const versions = join(environment.PYENV_ROOT ?? join(homedir(), ".pyenv"), "versions");
	return known$1((await readdir(versions).catch(() => [])).filter((name) => /^3\.\d+\.\d+$/.test(name)).map((name) => join(versions, name, "bin/python3")));
}
async function known$1(paths) {
	return (await Promise.all(paths.map(look))).filter((python) => python !== null && minor$1(python.version) >= 6);
}
async function look(path) {
	const real = await realpath(path).catch(() => null);
	if (!real || !await isExecutable(real)) return null;
	const named = /\/python(3\.\d+)$/.exec(real)?.[1];
	if (named && !/\/shims\//.test(real)) return {
		version: named,
		path: real
	};
	return ask(path);
}
async function ask(path) {
	const [version, executable] = (await run$1(path, [
		"-I",
		"-c",
		"import sys; print(\"%d.%d\" % sys.version_info[:2]); print(sys.executable)"
	], { timeout: 5e3 }).catch(() => null))?.stdout.trim().split("\n") ?? [];
	return version && executable ? {
		version,
		path: executable
	} : null;
}
function minor$1(version) {
	return Number(version.split(".")[1]);
}
async function isExecutable(path) {
	return access(path, constants$2.X_OK).then(() => true, () => false);
}
// src/engines/process/install.ts
const recipe = 1;
const kept = 20;
const day = 864e5;
const ownerFile = "owner";
const noteSchema = object({
	folder: string().regex(/^[\w-]+$/),
	python: string(),
	installed: record(string(), string()),
	changes: array(object({
		what: string(),
		why: string()
	}))
});
async function installDependencies(run, plan) {
	const pythons = choosePythons$1(plan.pythons, await findPythons());
	if (pythons.length === 0) throw new EngineError("No Python 3 was found on this machine: install one, or use the Docker engine.");
	const shared = join(cacheFolder(), "dependencies");
	await mkdir(shared, {
		recursive: true,
		mode: 448
	});
	const key = await cacheKey(plan, pythons);
	const reused = await reuse(shared, key);
	if (reused) return reused;
	let last = null;
	for (const python of pythons) {
		run.options.signal.throwIfAborted();
		last = await build(run, plan, python, shared, key);
		if (last.ok) break;
	}
	await tidy(shared).catch(() => void 0);
	if (!last) throw new EngineError("No Python was tried.");
	return last;
}
async function build(run, plan, python, shared, key) {
	const name = `${key}-${randomBytes(6).toString("hex")}`;
	const folder = join(shared, name);
	await mkdir(folder, { mode: 448 });
	await writeFile(join(folder, ownerFile), formatOwner(thisProcess));
	try {
		const outcome = await runInstaller(run, python, join(folder, "venv"), {
			...plan,
			pythons: [python.version]
		});
		if (!outcome.ok) {
			await removeFolder(folder);
			return outcome;
		}
		const { installed, changes } = outcome;
		const note = join(folder, "note.json");
		await writeFile(note, JSON.stringify({
			folder: name,
			python: outcome.python,
			installed,
			changes
		}));
		return await publish(shared, key, note, outcome);
	} catch (error) {
		await removeFolder(folder);
		throw error;
	}
}
async function publish(shared, key, note, outcome) {
	const pointer = join(shared, `${key}.json`);
	await link(note, pointer).catch(async (error) => {
		if (error.code !== "EEXIST") return rename(note, pointer);
	});
	return outcome;
}
async function reuse(shared, key) {
	const pointer = join(shared, `${key}.json`);
	const note = await readNote(pointer);
	if (!note) return null;
	const { folder, ...rest } = note;
	const interpreter = join(shared, folder, "venv/bin/python");
	if (!await access(interpreter).then(() => true, () => false)) {
		await rm(pointer, { force: true });
		return null;
	}
	const now = /* @__PURE__ */ new Date();
	await utimes(pointer, now, now).catch(() => void 0);
	return {
		ok: true,
		interpreter,
		reused: true,
		problem: null,
		log: "",
		...rest
	};
}
async function readNote(pointer) {
	try {
		return noteSchema.parse(JSON.parse(await readFile(pointer, "utf8")));
	} catch {
		return null;
	}
}
async function cacheKey(plan, pythons) {
	const names = (await readdir(insideFolder)).filter((name) => /^install\w*\.py$/.test(name)).sort();
	const { requirements, extra, excludeNewer } = plan;
	const hash = createHash("sha256").update(JSON.stringify([
		recipe,
		pythons,
		requirements,
		extra,
		excludeNewer
	]));
	for (const name of names) hash.update(await readFile(join(insideFolder, name)));
	return hash.digest("hex").slice(0, 24);
}
async function tidy(shared) {
	const names = await readdir(shared);
	const pointers = await Promise.all(names.filter((name) => name.endsWith(".json")).map(async (name) => ({
		path: join(shared, name),
		used: (await stat(join(shared, name))).mtimeMs
	})));
	pointers.sort((a, b) => b.used - a.used);
	for (const { path, used } of pointers.slice(kept)) if (Date.now() - used > day) await rm(path, { force: true });
	const notes = await Promise.all(pointers.map(({ path }) => readNote(path)));
	const named = new Set(notes.map((note) => note?.folder));
	for (const name of names.filter((name) => !name.endsWith(".json") && !named.has(name))) {
		const owner = parseOwner(await readFile(join(shared, name, ownerFile), "utf8").catch(() => ""));
		if (owner && isAlive(owner) === false) await removeFolder(join(shared, name));
	}
}
// src/engines/process/source.ts
async function copySource({ options, paths }) {
	for (const { path, executable } of await sourceFiles(options.source, options.files)) {
		if (path.startsWith("/") || path.split("/").includes("..")) throw new EngineError(`${path} is outside the source.`);
		const content = await read(join(options.source, path));
		if (!content) continue;
		const target = join(paths.source, path);
		await mkdir(dirname(target), { recursive: true });
		await writeFile(target, content, { mode: executable ? 493 : 420 });
	}
}
async function read(path) {
	const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
	const handle = await open$1(path, flags).catch(() => null);
	try {
		return handle && (await handle.stat()).isFile() ? await handle.readFile() : null;
	} finally {
		await handle?.close();
	}
}
// src/engines/process/sandbox.ts
async function openSandbox(options) {
	options.signal.throwIfAborted();
	const reaped = reap().catch((error) => options.progress(`leftovers of earlier runs stay: ${error.message}`));
	const run = await makeRun(options);
	const groups = /* @__PURE__ */ new Set();
	const mark = {
		id: options.runId,
		folder: run.folder
	};
	let interpreter = null;
	let app = null;
	let closing = null;
	const forget = atTheEnd(() => {
		killNow([...groups], mark);
		if (!options.keep) removeFolderNow(run.folder);
	});
	const close = () => {
		closing ??= end();
		return closing;
	};
	const abort = () => void close().catch(() => void 0);
	options.signal.addEventListener("abort", abort, { once: true });
	await copySource(run).catch(async (error) => {
		await close();
		throw error;
	});
	async function end() {
		options.signal.removeEventListener("abort", abort);
		await killAll([...groups], mark);
		await app?.kill();
		if (options.keep) {
			await disown(run.folder);
			options.progress(`kept for a look: ${run.folder}`);
		} else await removeFolder(run.folder);
		forget();
		await reaped;
	}
	function stillOpen() {
		options.signal.throwIfAborted();
		if (closing) throw new EngineError("The run has ended.");
	}
	return {
		sourcePath: run.paths.source,
		pythons: async () => (await findPythons()).map((python) => python.version),
		async install(plan) {
			stillOpen();
			const outcome = await installDependencies(run, plan);
			if (outcome.ok) interpreter = outcome.interpreter;
			return outcome;
		},
		startService: async () => false,
		async startApp(wanted) {
			stillOpen();
			if (!interpreter) throw new EngineError("The app was started before its dependencies were installed.");
			const started = await startApp(run, interpreter, wanted);
			app = started;
			groups.add(started.group);
			started.exited.then(() => groups.delete(started.group));
			return started;
		},
		address: (port, client) => ({
			host: "127.0.0.1",
			port,
			localAddress: process.platform === "linux" ? `127.0.0.${client}` : void 0
		}),
		close
	};
}
function atTheEnd(work) {
	const signals = [
		"SIGINT",
		"SIGTERM",
		"SIGHUP"
	];
	const onSignal = (signal) => {
		if (process.listenerCount(signal) > 1) return;
		work();
		forget();
		process.kill(process.pid, signal);
	};
	const forget = () => {
		process.off("exit", work);
		for (const signal of signals) process.off(signal, onSignal);
	};
	process.once("exit", work);
	for (const signal of signals) process.on(signal, onSignal);
	return forget;
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
		openSandbox
	};
}
// src/engines/choose.ts
async function chooseEngine(wanted, ci) {
	if (wanted === "process") return {
		engine: await needProcess(),
		why: "The process engine was asked for."
	};
	const docker = await dockerEngine();
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
const isRun = (file) => !/(^|\/)(tests?|conftest|fabfile|setup|gunicorn\w*|locust\w*|prod\w*|deploy\w*|heroku\w*|staging)(\/|\.py$)|(^|\/)test_\w*\.py$|_tests?\.py$/.test(file);
function localModules(own, prefix) {
	const names = own.map((file) => file.slice(prefix.length).split("/")[0]?.replace(/\.py$/, "") ?? "");
	return new Set(names);
}
function neededModules(text, file) {
	return [...[...text.matchAll(/^from[ \t]+([A-Za-z_][\w.]*)[ \t]+import\b|^import[ \t]+([^#\n;]{1,300})/gm)].flatMap((match) => match[1] ? [match[1]] : (match[2] ?? "").split(",").map((part) => part.trim().split(/\s/)[0] ?? "")), .../settings|config|base|local|dev/.test(file) ? namedInSettings(text) : []].filter(Boolean);
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
const quoted = (text) => [...text.replace(/^[ \t]*#.*$|[ \t]#.*$/gm, "").matchAll(/(['"])([A-Za-z_][\w.]{0,150})\1/g)].map((match) => match[2] ?? "");
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
	const { requirements, extra: drivers, remedies } = adjust(declared.requirements);
	const added = await missingPackages(repository.files, project, requirements, declared.optional, read);
	remedies.push(...added.remedies);
	const notes = [...declared.notes];
	const extra = [...drivers, ...added.packages];
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
// src/report/json.ts
function renderJson(report) {
	return `${json$1(reportSchema.parse(report))}\n`;
}
const builder = (/* @__PURE__ */ __toESM((/* @__PURE__ */ __commonJSMin(((exports, module) => {
	var require$$1 = __require("path");
	var require$$0 = __require("fs");
	var require$$2 = __require("util");
	var commonjsGlobal = typeof globalThis !== "undefined" ? globalThis : typeof window !== "undefined" ? window : typeof global !== "undefined" ? global : typeof self !== "undefined" ? self : {};
	function getDefaultExportFromCjs(x) {
		return x && x.__esModule && Object.prototype.hasOwnProperty.call(x, "default") ? x["default"] : x;
	}
	var makeDir$2 = { exports: {} };
	var semver$1 = { exports: {} };
	(function(module, exports$1) {
		exports$1 = module.exports = SemVer;
		var debug;
		/* istanbul ignore next */
		if (typeof process === "object" && process.env && process.env.NODE_DEBUG && /\bsemver\b/i.test(process.env.NODE_DEBUG)) debug = function() {
			var args = Array.prototype.slice.call(arguments, 0);
			args.unshift("SEMVER");
			console.log.apply(console, args);
		};
		else debug = function() {};
		exports$1.SEMVER_SPEC_VERSION = "2.0.0";
		var MAX_LENGTH = 256;
		var MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER || 
		/* istanbul ignore next */ 9007199254740991;
		var MAX_SAFE_COMPONENT_LENGTH = 16;
		var MAX_SAFE_BUILD_LENGTH = MAX_LENGTH - 6;
		var re = exports$1.re = [];
		var safeRe = exports$1.safeRe = [];
		var src = exports$1.src = [];
		var t = exports$1.tokens = {};
		var R = 0;
		function tok(n) {
			t[n] = R++;
		}
		var LETTERDASHNUMBER = "[a-zA-Z0-9-]";
		var safeRegexReplacements = [
			["\\s", 1],
			["\\d", MAX_LENGTH],
			[LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH]
		];
		function makeSafeRe(value) {
			for (var i = 0; i < safeRegexReplacements.length; i++) {
				var token = safeRegexReplacements[i][0];
				var max = safeRegexReplacements[i][1];
				value = value.split(token + "*").join(token + "{0," + max + "}").split(token + "+").join(token + "{1," + max + "}");
			}
			return value;
		}
		tok("NUMERICIDENTIFIER");
		src[t.NUMERICIDENTIFIER] = "0|[1-9]\\d*";
		tok("NUMERICIDENTIFIERLOOSE");
		src[t.NUMERICIDENTIFIERLOOSE] = "\\d+";
		tok("NONNUMERICIDENTIFIER");
		src[t.NONNUMERICIDENTIFIER] = "\\d*[a-zA-Z-]" + LETTERDASHNUMBER + "*";
		tok("MAINVERSION");
		src[t.MAINVERSION] = "(" + src[t.NUMERICIDENTIFIER] + ")\\.(" + src[t.NUMERICIDENTIFIER] + ")\\.(" + src[t.NUMERICIDENTIFIER] + ")";
		tok("MAINVERSIONLOOSE");
		src[t.MAINVERSIONLOOSE] = "(" + src[t.NUMERICIDENTIFIERLOOSE] + ")\\.(" + src[t.NUMERICIDENTIFIERLOOSE] + ")\\.(" + src[t.NUMERICIDENTIFIERLOOSE] + ")";
		tok("PRERELEASEIDENTIFIER");
		src[t.PRERELEASEIDENTIFIER] = "(?:" + src[t.NUMERICIDENTIFIER] + "|" + src[t.NONNUMERICIDENTIFIER] + ")";
		tok("PRERELEASEIDENTIFIERLOOSE");
		src[t.PRERELEASEIDENTIFIERLOOSE] = "(?:" + src[t.NUMERICIDENTIFIERLOOSE] + "|" + src[t.NONNUMERICIDENTIFIER] + ")";
		tok("PRERELEASE");
		src[t.PRERELEASE] = "(?:-(" + src[t.PRERELEASEIDENTIFIER] + "(?:\\." + src[t.PRERELEASEIDENTIFIER] + ")*))";
		tok("PRERELEASELOOSE");
		src[t.PRERELEASELOOSE] = "(?:-?(" + src[t.PRERELEASEIDENTIFIERLOOSE] + "(?:\\." + src[t.PRERELEASEIDENTIFIERLOOSE] + ")*))";
		tok("BUILDIDENTIFIER");
		src[t.BUILDIDENTIFIER] = LETTERDASHNUMBER + "+";
		tok("BUILD");
		src[t.BUILD] = "(?:\\+(" + src[t.BUILDIDENTIFIER] + "(?:\\." + src[t.BUILDIDENTIFIER] + ")*))";
		tok("FULL");
		tok("FULLPLAIN");
		src[t.FULLPLAIN] = "v?" + src[t.MAINVERSION] + src[t.PRERELEASE] + "?" + src[t.BUILD] + "?";
		src[t.FULL] = "^" + src[t.FULLPLAIN] + "$";
		tok("LOOSEPLAIN");
		src[t.LOOSEPLAIN] = "[v=\\s]*" + src[t.MAINVERSIONLOOSE] + src[t.PRERELEASELOOSE] + "?" + src[t.BUILD] + "?";
		tok("LOOSE");
		src[t.LOOSE] = "^" + src[t.LOOSEPLAIN] + "$";
		tok("GTLT");
		src[t.GTLT] = "((?:<|>)?=?)";
		tok("XRANGEIDENTIFIERLOOSE");
		src[t.XRANGEIDENTIFIERLOOSE] = src[t.NUMERICIDENTIFIERLOOSE] + "|x|X|\\*";
		tok("XRANGEIDENTIFIER");
		src[t.XRANGEIDENTIFIER] = src[t.NUMERICIDENTIFIER] + "|x|X|\\*";
		tok("XRANGEPLAIN");
		src[t.XRANGEPLAIN] = "[v=\\s]*(" + src[t.XRANGEIDENTIFIER] + ")(?:\\.(" + src[t.XRANGEIDENTIFIER] + ")(?:\\.(" + src[t.XRANGEIDENTIFIER] + ")(?:" + src[t.PRERELEASE] + ")?" + src[t.BUILD] + "?)?)?";
		tok("XRANGEPLAINLOOSE");
		src[t.XRANGEPLAINLOOSE] = "[v=\\s]*(" + src[t.XRANGEIDENTIFIERLOOSE] + ")(?:\\.(" + src[t.XRANGEIDENTIFIERLOOSE] + ")(?:\\.(" + src[t.XRANGEIDENTIFIERLOOSE] + ")(?:" + src[t.PRERELEASELOOSE] + ")?" + src[t.BUILD] + "?)?)?";
		tok("XRANGE");
		src[t.XRANGE] = "^" + src[t.GTLT] + "\\s*" + src[t.XRANGEPLAIN] + "$";
		tok("XRANGELOOSE");
		src[t.XRANGELOOSE] = "^" + src[t.GTLT] + "\\s*" + src[t.XRANGEPLAINLOOSE] + "$";
		tok("COERCE");
		src[t.COERCE] = "(^|[^\\d])(\\d{1," + MAX_SAFE_COMPONENT_LENGTH + "})(?:\\.(\\d{1," + MAX_SAFE_COMPONENT_LENGTH + "}))?(?:\\.(\\d{1," + MAX_SAFE_COMPONENT_LENGTH + "}))?(?:$|[^\\d])";
		tok("COERCERTL");
		re[t.COERCERTL] = new RegExp(src[t.COERCE], "g");
		safeRe[t.COERCERTL] = new RegExp(makeSafeRe(src[t.COERCE]), "g");
		tok("LONETILDE");
		src[t.LONETILDE] = "(?:~>?)";
		tok("TILDETRIM");
		src[t.TILDETRIM] = "(\\s*)" + src[t.LONETILDE] + "\\s+";
		re[t.TILDETRIM] = new RegExp(src[t.TILDETRIM], "g");
		safeRe[t.TILDETRIM] = new RegExp(makeSafeRe(src[t.TILDETRIM]), "g");
		var tildeTrimReplace = "$1~";
		tok("TILDE");
		src[t.TILDE] = "^" + src[t.LONETILDE] + src[t.XRANGEPLAIN] + "$";
		tok("TILDELOOSE");
		src[t.TILDELOOSE] = "^" + src[t.LONETILDE] + src[t.XRANGEPLAINLOOSE] + "$";
		tok("LONECARET");
		src[t.LONECARET] = "(?:\\^)";
		tok("CARETTRIM");
		src[t.CARETTRIM] = "(\\s*)" + src[t.LONECARET] + "\\s+";
		re[t.CARETTRIM] = new RegExp(src[t.CARETTRIM], "g");
		safeRe[t.CARETTRIM] = new RegExp(makeSafeRe(src[t.CARETTRIM]), "g");
		var caretTrimReplace = "$1^";
		tok("CARET");
		src[t.CARET] = "^" + src[t.LONECARET] + src[t.XRANGEPLAIN] + "$";
		tok("CARETLOOSE");
		src[t.CARETLOOSE] = "^" + src[t.LONECARET] + src[t.XRANGEPLAINLOOSE] + "$";
		tok("COMPARATORLOOSE");
		src[t.COMPARATORLOOSE] = "^" + src[t.GTLT] + "\\s*(" + src[t.LOOSEPLAIN] + ")$|^$";
		tok("COMPARATOR");
		src[t.COMPARATOR] = "^" + src[t.GTLT] + "\\s*(" + src[t.FULLPLAIN] + ")$|^$";
		tok("COMPARATORTRIM");
		src[t.COMPARATORTRIM] = "(\\s*)" + src[t.GTLT] + "\\s*(" + src[t.LOOSEPLAIN] + "|" + src[t.XRANGEPLAIN] + ")";
		re[t.COMPARATORTRIM] = new RegExp(src[t.COMPARATORTRIM], "g");
		safeRe[t.COMPARATORTRIM] = new RegExp(makeSafeRe(src[t.COMPARATORTRIM]), "g");
		var comparatorTrimReplace = "$1$2$3";
		tok("HYPHENRANGE");
		src[t.HYPHENRANGE] = "^\\s*(" + src[t.XRANGEPLAIN] + ")\\s+-\\s+(" + src[t.XRANGEPLAIN] + ")\\s*$";
		tok("HYPHENRANGELOOSE");
		src[t.HYPHENRANGELOOSE] = "^\\s*(" + src[t.XRANGEPLAINLOOSE] + ")\\s+-\\s+(" + src[t.XRANGEPLAINLOOSE] + ")\\s*$";
		tok("STAR");
		src[t.STAR] = "(<|>)?=?\\s*\\*";
		for (var i = 0; i < R; i++) {
			debug(i, src[i]);
			if (!re[i]) {
				re[i] = new RegExp(src[i]);
				safeRe[i] = new RegExp(makeSafeRe(src[i]));
			}
		}
		exports$1.parse = parse;
		function parse(version, options) {
			if (!options || typeof options !== "object") options = {
				loose: !!options,
				includePrerelease: false
			};
			if (version instanceof SemVer) return version;
			if (typeof version !== "string") return null;
			if (version.length > MAX_LENGTH) return null;
			if (!(options.loose ? safeRe[t.LOOSE] : safeRe[t.FULL]).test(version)) return null;
			try {
				return new SemVer(version, options);
			} catch (er) {
				return null;
			}
		}
		exports$1.valid = valid;
		function valid(version, options) {
			var v = parse(version, options);
			return v ? v.version : null;
		}
		exports$1.clean = clean;
		function clean(version, options) {
			var s = parse(version.trim().replace(/^[=v]+/, ""), options);
			return s ? s.version : null;
		}
		exports$1.SemVer = SemVer;
		function SemVer(version, options) {
			if (!options || typeof options !== "object") options = {
				loose: !!options,
				includePrerelease: false
			};
			if (version instanceof SemVer) {
				if (version.loose === options.loose) return version;
				else version = version.version;
			} else if (typeof version !== "string") throw new TypeError("Invalid Version: " + version);
			if (version.length > MAX_LENGTH) throw new TypeError("version is longer than " + MAX_LENGTH + " characters");
			if (!(this instanceof SemVer)) return new SemVer(version, options);
			debug("SemVer", version, options);
			this.options = options;
			this.loose = !!options.loose;
			var m = version.trim().match(options.loose ? safeRe[t.LOOSE] : safeRe[t.FULL]);
			if (!m) throw new TypeError("Invalid Version: " + version);
			this.raw = version;
			this.major = +m[1];
			this.minor = +m[2];
			this.patch = +m[3];
			if (this.major > MAX_SAFE_INTEGER || this.major < 0) throw new TypeError("Invalid major version");
			if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) throw new TypeError("Invalid minor version");
			if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) throw new TypeError("Invalid patch version");
			if (!m[4]) this.prerelease = [];
			else this.prerelease = m[4].split(".").map(function(id) {
				if (/^[0-9]+$/.test(id)) {
					var num = +id;
					if (num >= 0 && num < MAX_SAFE_INTEGER) return num;
				}
				return id;
			});
			this.build = m[5] ? m[5].split(".") : [];
			this.format();
		}
		SemVer.prototype.format = function() {
			this.version = this.major + "." + this.minor + "." + this.patch;
			if (this.prerelease.length) this.version += "-" + this.prerelease.join(".");
			return this.version;
		};
		SemVer.prototype.toString = function() {
			return this.version;
		};
		SemVer.prototype.compare = function(other) {
			debug("SemVer.compare", this.version, this.options, other);
			if (!(other instanceof SemVer)) other = new SemVer(other, this.options);
			return this.compareMain(other) || this.comparePre(other);
		};
		SemVer.prototype.compareMain = function(other) {
			if (!(other instanceof SemVer)) other = new SemVer(other, this.options);
			return compareIdentifiers(this.major, other.major) || compareIdentifiers(this.minor, other.minor) || compareIdentifiers(this.patch, other.patch);
		};
		SemVer.prototype.comparePre = function(other) {
			if (!(other instanceof SemVer)) other = new SemVer(other, this.options);
			if (this.prerelease.length && !other.prerelease.length) return -1;
			else if (!this.prerelease.length && other.prerelease.length) return 1;
			else if (!this.prerelease.length && !other.prerelease.length) return 0;
			var i = 0;
			do {
				var a = this.prerelease[i];
				var b = other.prerelease[i];
				debug("prerelease compare", i, a, b);
				if (a === void 0 && b === void 0) return 0;
				else if (b === void 0) return 1;
				else if (a === void 0) return -1;
				else if (a === b) continue;
				else return compareIdentifiers(a, b);
			} while (++i);
		};
		SemVer.prototype.compareBuild = function(other) {
			if (!(other instanceof SemVer)) other = new SemVer(other, this.options);
			var i = 0;
			do {
				var a = this.build[i];
				var b = other.build[i];
				debug("prerelease compare", i, a, b);
				if (a === void 0 && b === void 0) return 0;
				else if (b === void 0) return 1;
				else if (a === void 0) return -1;
				else if (a === b) continue;
				else return compareIdentifiers(a, b);
			} while (++i);
		};
		SemVer.prototype.inc = function(release, identifier) {
			switch (release) {
				case "premajor":
					this.prerelease.length = 0;
					this.patch = 0;
					this.minor = 0;
					this.major++;
					this.inc("pre", identifier);
					break;
				case "preminor":
					this.prerelease.length = 0;
					this.patch = 0;
					this.minor++;
					this.inc("pre", identifier);
					break;
				case "prepatch":
					this.prerelease.length = 0;
					this.inc("patch", identifier);
					this.inc("pre", identifier);
					break;
				case "prerelease":
					if (this.prerelease.length === 0) this.inc("patch", identifier);
					this.inc("pre", identifier);
					break;
				case "major":
					if (this.minor !== 0 || this.patch !== 0 || this.prerelease.length === 0) this.major++;
					this.minor = 0;
					this.patch = 0;
					this.prerelease = [];
					break;
				case "minor":
					if (this.patch !== 0 || this.prerelease.length === 0) this.minor++;
					this.patch = 0;
					this.prerelease = [];
					break;
				case "patch":
					if (this.prerelease.length === 0) this.patch++;
					this.prerelease = [];
					break;
				case "pre":
					if (this.prerelease.length === 0) this.prerelease = [0];
					else {
						var i = this.prerelease.length;
						while (--i >= 0) if (typeof this.prerelease[i] === "number") {
							this.prerelease[i]++;
							i = -2;
						}
						if (i === -1) this.prerelease.push(0);
					}
					if (identifier) {
						if (this.prerelease[0] === identifier) {
							if (isNaN(this.prerelease[1])) this.prerelease = [identifier, 0];
						} else this.prerelease = [identifier, 0];
					}
					break;
				default: throw new Error("invalid increment argument: " + release);
			}
			this.format();
			this.raw = this.version;
			return this;
		};
		exports$1.inc = inc;
		function inc(version, release, loose, identifier) {
			if (typeof loose === "string") {
				identifier = loose;
				loose = void 0;
			}
			try {
				return new SemVer(version, loose).inc(release, identifier).version;
			} catch (er) {
				return null;
			}
		}
		exports$1.diff = diff;
		function diff(version1, version2) {
			if (eq(version1, version2)) return null;
			else {
				var v1 = parse(version1);
				var v2 = parse(version2);
				var prefix = "";
				if (v1.prerelease.length || v2.prerelease.length) {
					prefix = "pre";
					var defaultResult = "prerelease";
				}
				for (var key in v1) if (key === "major" || key === "minor" || key === "patch") {
					if (v1[key] !== v2[key]) return prefix + key;
				}
				return defaultResult;
			}
		}
		exports$1.compareIdentifiers = compareIdentifiers;
		var numeric = /^[0-9]+$/;
		function compareIdentifiers(a, b) {
			var anum = numeric.test(a);
			var bnum = numeric.test(b);
			if (anum && bnum) {
				a = +a;
				b = +b;
			}
			return a === b ? 0 : anum && !bnum ? -1 : bnum && !anum ? 1 : a < b ? -1 : 1;
		}
		exports$1.rcompareIdentifiers = rcompareIdentifiers;
		function rcompareIdentifiers(a, b) {
			return compareIdentifiers(b, a);
		}
		exports$1.major = major;
		function major(a, loose) {
			return new SemVer(a, loose).major;
		}
		exports$1.minor = minor;
		function minor(a, loose) {
			return new SemVer(a, loose).minor;
		}
		exports$1.patch = patch;
		function patch(a, loose) {
			return new SemVer(a, loose).patch;
		}
		exports$1.compare = compare;
		function compare(a, b, loose) {
			return new SemVer(a, loose).compare(new SemVer(b, loose));
		}
		exports$1.compareLoose = compareLoose;
		function compareLoose(a, b) {
			return compare(a, b, true);
		}
		exports$1.compareBuild = compareBuild;
		function compareBuild(a, b, loose) {
			var versionA = new SemVer(a, loose);
			var versionB = new SemVer(b, loose);
			return versionA.compare(versionB) || versionA.compareBuild(versionB);
		}
		exports$1.rcompare = rcompare;
		function rcompare(a, b, loose) {
			return compare(b, a, loose);
		}
		exports$1.sort = sort;
		function sort(list, loose) {
			return list.sort(function(a, b) {
				return exports$1.compareBuild(a, b, loose);
			});
		}
		exports$1.rsort = rsort;
		function rsort(list, loose) {
			return list.sort(function(a, b) {
				return exports$1.compareBuild(b, a, loose);
			});
		}
		exports$1.gt = gt;
		function gt(a, b, loose) {
			return compare(a, b, loose) > 0;
		}
		exports$1.lt = lt;
		function lt(a, b, loose) {
			return compare(a, b, loose) < 0;
		}
		exports$1.eq = eq;
		function eq(a, b, loose) {
			return compare(a, b, loose) === 0;
		}
		exports$1.neq = neq;
		function neq(a, b, loose) {
			return compare(a, b, loose) !== 0;
		}
		exports$1.gte = gte;
		function gte(a, b, loose) {
			return compare(a, b, loose) >= 0;
		}
		exports$1.lte = lte;
		function lte(a, b, loose) {
			return compare(a, b, loose) <= 0;
		}
		exports$1.cmp = cmp;
		function cmp(a, op, b, loose) {
			switch (op) {
				case "===":
					if (typeof a === "object") a = a.version;
					if (typeof b === "object") b = b.version;
					return a === b;
				case "!==":
					if (typeof a === "object") a = a.version;
					if (typeof b === "object") b = b.version;
					return a !== b;
				case "":
				case "=":
				case "==": return eq(a, b, loose);
				case "!=": return neq(a, b, loose);
				case ">": return gt(a, b, loose);
				case ">=": return gte(a, b, loose);
				case "<": return lt(a, b, loose);
				case "<=": return lte(a, b, loose);
				default: throw new TypeError("Invalid operator: " + op);
			}
		}
		exports$1.Comparator = Comparator;
		function Comparator(comp, options) {
			if (!options || typeof options !== "object") options = {
				loose: !!options,
				includePrerelease: false
			};
			if (comp instanceof Comparator) {
				if (comp.loose === !!options.loose) return comp;
				else comp = comp.value;
			}
			if (!(this instanceof Comparator)) return new Comparator(comp, options);
			comp = comp.trim().split(/\s+/).join(" ");
			debug("comparator", comp, options);
			this.options = options;
			this.loose = !!options.loose;
			this.parse(comp);
			if (this.semver === ANY) this.value = "";
			else this.value = this.operator + this.semver.version;
			debug("comp", this);
		}
		var ANY = {};
		Comparator.prototype.parse = function(comp) {
			var r = this.options.loose ? safeRe[t.COMPARATORLOOSE] : safeRe[t.COMPARATOR];
			var m = comp.match(r);
			if (!m) throw new TypeError("Invalid comparator: " + comp);
			this.operator = m[1] !== void 0 ? m[1] : "";
			if (this.operator === "=") this.operator = "";
			if (!m[2]) this.semver = ANY;
			else this.semver = new SemVer(m[2], this.options.loose);
		};
		Comparator.prototype.toString = function() {
			return this.value;
		};
		Comparator.prototype.test = function(version) {
			debug("Comparator.test", version, this.options.loose);
			if (this.semver === ANY || version === ANY) return true;
			if (typeof version === "string") try {
				version = new SemVer(version, this.options);
			} catch (er) {
				return false;
			}
			return cmp(version, this.operator, this.semver, this.options);
		};
		Comparator.prototype.intersects = function(comp, options) {
			if (!(comp instanceof Comparator)) throw new TypeError("a Comparator is required");
			if (!options || typeof options !== "object") options = {
				loose: !!options,
				includePrerelease: false
			};
			var rangeTmp;
			if (this.operator === "") {
				if (this.value === "") return true;
				rangeTmp = new Range(comp.value, options);
				return satisfies(this.value, rangeTmp, options);
			} else if (comp.operator === "") {
				if (comp.value === "") return true;
				rangeTmp = new Range(this.value, options);
				return satisfies(comp.semver, rangeTmp, options);
			}
			var sameDirectionIncreasing = (this.operator === ">=" || this.operator === ">") && (comp.operator === ">=" || comp.operator === ">");
			var sameDirectionDecreasing = (this.operator === "<=" || this.operator === "<") && (comp.operator === "<=" || comp.operator === "<");
			var sameSemVer = this.semver.version === comp.semver.version;
			var differentDirectionsInclusive = (this.operator === ">=" || this.operator === "<=") && (comp.operator === ">=" || comp.operator === "<=");
			var oppositeDirectionsLessThan = cmp(this.semver, "<", comp.semver, options) && (this.operator === ">=" || this.operator === ">") && (comp.operator === "<=" || comp.operator === "<");
			var oppositeDirectionsGreaterThan = cmp(this.semver, ">", comp.semver, options) && (this.operator === "<=" || this.operator === "<") && (comp.operator === ">=" || comp.operator === ">");
			return sameDirectionIncreasing || sameDirectionDecreasing || sameSemVer && differentDirectionsInclusive || oppositeDirectionsLessThan || oppositeDirectionsGreaterThan;
		};
		exports$1.Range = Range;
		function Range(range, options) {
			if (!options || typeof options !== "object") options = {
				loose: !!options,
				includePrerelease: false
			};
			if (range instanceof Range) {
				if (range.loose === !!options.loose && range.includePrerelease === !!options.includePrerelease) return range;
				else return new Range(range.raw, options);
			}
			if (range instanceof Comparator) return new Range(range.value, options);
			if (!(this instanceof Range)) return new Range(range, options);
			this.options = options;
			this.loose = !!options.loose;
			this.includePrerelease = !!options.includePrerelease;
			this.raw = range.trim().split(/\s+/).join(" ");
			this.set = this.raw.split("||").map(function(range) {
				return this.parseRange(range.trim());
			}, this).filter(function(c) {
				return c.length;
			});
			if (!this.set.length) throw new TypeError("Invalid SemVer Range: " + this.raw);
			this.format();
		}
		Range.prototype.format = function() {
			this.range = this.set.map(function(comps) {
				return comps.join(" ").trim();
			}).join("||").trim();
			return this.range;
		};
		Range.prototype.toString = function() {
			return this.range;
		};
		Range.prototype.parseRange = function(range) {
			var loose = this.options.loose;
			var hr = loose ? safeRe[t.HYPHENRANGELOOSE] : safeRe[t.HYPHENRANGE];
			range = range.replace(hr, hyphenReplace);
			debug("hyphen replace", range);
			range = range.replace(safeRe[t.COMPARATORTRIM], comparatorTrimReplace);
			debug("comparator trim", range, safeRe[t.COMPARATORTRIM]);
			range = range.replace(safeRe[t.TILDETRIM], tildeTrimReplace);
			range = range.replace(safeRe[t.CARETTRIM], caretTrimReplace);
			range = range.split(/\s+/).join(" ");
			var compRe = loose ? safeRe[t.COMPARATORLOOSE] : safeRe[t.COMPARATOR];
			var set = range.split(" ").map(function(comp) {
				return parseComparator(comp, this.options);
			}, this).join(" ").split(/\s+/);
			if (this.options.loose) set = set.filter(function(comp) {
				return !!comp.match(compRe);
			});
			set = set.map(function(comp) {
				return new Comparator(comp, this.options);
			}, this);
			return set;
		};
		Range.prototype.intersects = function(range, options) {
			if (!(range instanceof Range)) throw new TypeError("a Range is required");
			return this.set.some(function(thisComparators) {
				return isSatisfiable(thisComparators, options) && range.set.some(function(rangeComparators) {
					return isSatisfiable(rangeComparators, options) && thisComparators.every(function(thisComparator) {
						return rangeComparators.every(function(rangeComparator) {
							return thisComparator.intersects(rangeComparator, options);
						});
					});
				});
			});
		};
		function isSatisfiable(comparators, options) {
			var result = true;
			var remainingComparators = comparators.slice();
			var testComparator = remainingComparators.pop();
			while (result && remainingComparators.length) {
				result = remainingComparators.every(function(otherComparator) {
					return testComparator.intersects(otherComparator, options);
				});
				testComparator = remainingComparators.pop();
			}
			return result;
		}
		exports$1.toComparators = toComparators;
		function toComparators(range, options) {
			return new Range(range, options).set.map(function(comp) {
				return comp.map(function(c) {
					return c.value;
				}).join(" ").trim().split(" ");
			});
		}
		function parseComparator(comp, options) {
			debug("comp", comp, options);
			comp = replaceCarets(comp, options);
			debug("caret", comp);
			comp = replaceTildes(comp, options);
			debug("tildes", comp);
			comp = replaceXRanges(comp, options);
			debug("xrange", comp);
			comp = replaceStars(comp, options);
			debug("stars", comp);
			return comp;
		}
		function isX(id) {
			return !id || id.toLowerCase() === "x" || id === "*";
		}
		function replaceTildes(comp, options) {
			return comp.trim().split(/\s+/).map(function(comp) {
				return replaceTilde(comp, options);
			}).join(" ");
		}
		function replaceTilde(comp, options) {
			var r = options.loose ? safeRe[t.TILDELOOSE] : safeRe[t.TILDE];
			return comp.replace(r, function(_, M, m, p, pr) {
				debug("tilde", comp, _, M, m, p, pr);
				var ret;
				if (isX(M)) ret = "";
				else if (isX(m)) ret = ">=" + M + ".0.0 <" + (+M + 1) + ".0.0";
				else if (isX(p)) ret = ">=" + M + "." + m + ".0 <" + M + "." + (+m + 1) + ".0";
				else if (pr) {
					debug("replaceTilde pr", pr);
					ret = ">=" + M + "." + m + "." + p + "-" + pr + " <" + M + "." + (+m + 1) + ".0";
				} else ret = ">=" + M + "." + m + "." + p + " <" + M + "." + (+m + 1) + ".0";
				debug("tilde return", ret);
				return ret;
			});
		}
		function replaceCarets(comp, options) {
			return comp.trim().split(/\s+/).map(function(comp) {
				return replaceCaret(comp, options);
			}).join(" ");
		}
		function replaceCaret(comp, options) {
			debug("caret", comp, options);
			var r = options.loose ? safeRe[t.CARETLOOSE] : safeRe[t.CARET];
			return comp.replace(r, function(_, M, m, p, pr) {
				debug("caret", comp, _, M, m, p, pr);
				var ret;
				if (isX(M)) ret = "";
				else if (isX(m)) ret = ">=" + M + ".0.0 <" + (+M + 1) + ".0.0";
				else if (isX(p)) {
					if (M === "0") ret = ">=" + M + "." + m + ".0 <" + M + "." + (+m + 1) + ".0";
					else ret = ">=" + M + "." + m + ".0 <" + (+M + 1) + ".0.0";
				} else if (pr) {
					debug("replaceCaret pr", pr);
					if (M === "0") {
						if (m === "0") ret = ">=" + M + "." + m + "." + p + "-" + pr + " <" + M + "." + m + "." + (+p + 1);
						else ret = ">=" + M + "." + m + "." + p + "-" + pr + " <" + M + "." + (+m + 1) + ".0";
					} else ret = ">=" + M + "." + m + "." + p + "-" + pr + " <" + (+M + 1) + ".0.0";
				} else {
					debug("no pr");
					if (M === "0") {
						if (m === "0") ret = ">=" + M + "." + m + "." + p + " <" + M + "." + m + "." + (+p + 1);
						else ret = ">=" + M + "." + m + "." + p + " <" + M + "." + (+m + 1) + ".0";
					} else ret = ">=" + M + "." + m + "." + p + " <" + (+M + 1) + ".0.0";
				}
				debug("caret return", ret);
				return ret;
			});
		}
		function replaceXRanges(comp, options) {
			debug("replaceXRanges", comp, options);
			return comp.split(/\s+/).map(function(comp) {
				return replaceXRange(comp, options);
			}).join(" ");
		}
		function replaceXRange(comp, options) {
			comp = comp.trim();
			var r = options.loose ? safeRe[t.XRANGELOOSE] : safeRe[t.XRANGE];
			return comp.replace(r, function(ret, gtlt, M, m, p, pr) {
				debug("xRange", comp, ret, gtlt, M, m, p, pr);
				var xM = isX(M);
				var xm = xM || isX(m);
				var xp = xm || isX(p);
				var anyX = xp;
				if (gtlt === "=" && anyX) gtlt = "";
				pr = options.includePrerelease ? "-0" : "";
				if (xM) {
					if (gtlt === ">" || gtlt === "<") ret = "<0.0.0-0";
					else ret = "*";
				} else if (gtlt && anyX) {
					if (xm) m = 0;
					p = 0;
					if (gtlt === ">") {
						gtlt = ">=";
						if (xm) {
							M = +M + 1;
							m = 0;
							p = 0;
						} else {
							m = +m + 1;
							p = 0;
						}
					} else if (gtlt === "<=") {
						gtlt = "<";
						if (xm) M = +M + 1;
						else m = +m + 1;
					}
					ret = gtlt + M + "." + m + "." + p + pr;
				} else if (xm) ret = ">=" + M + ".0.0" + pr + " <" + (+M + 1) + ".0.0" + pr;
				else if (xp) ret = ">=" + M + "." + m + ".0" + pr + " <" + M + "." + (+m + 1) + ".0" + pr;
				debug("xRange return", ret);
				return ret;
			});
		}
		function replaceStars(comp, options) {
			debug("replaceStars", comp, options);
			return comp.trim().replace(safeRe[t.STAR], "");
		}
		function hyphenReplace($0, from, fM, fm, fp, fpr, fb, to, tM, tm, tp, tpr, tb) {
			if (isX(fM)) from = "";
			else if (isX(fm)) from = ">=" + fM + ".0.0";
			else if (isX(fp)) from = ">=" + fM + "." + fm + ".0";
			else from = ">=" + from;
			if (isX(tM)) to = "";
			else if (isX(tm)) to = "<" + (+tM + 1) + ".0.0";
			else if (isX(tp)) to = "<" + tM + "." + (+tm + 1) + ".0";
			else if (tpr) to = "<=" + tM + "." + tm + "." + tp + "-" + tpr;
			else to = "<=" + to;
			return (from + " " + to).trim();
		}
		Range.prototype.test = function(version) {
			if (!version) return false;
			if (typeof version === "string") try {
				version = new SemVer(version, this.options);
			} catch (er) {
				return false;
			}
			for (var i = 0; i < this.set.length; i++) if (testSet(this.set[i], version, this.options)) return true;
			return false;
		};
		function testSet(set, version, options) {
			for (var i = 0; i < set.length; i++) if (!set[i].test(version)) return false;
			if (version.prerelease.length && !options.includePrerelease) {
				for (i = 0; i < set.length; i++) {
					debug(set[i].semver);
					if (set[i].semver === ANY) continue;
					if (set[i].semver.prerelease.length > 0) {
						var allowed = set[i].semver;
						if (allowed.major === version.major && allowed.minor === version.minor && allowed.patch === version.patch) return true;
					}
				}
				return false;
			}
			return true;
		}
		exports$1.satisfies = satisfies;
		function satisfies(version, range, options) {
			try {
				range = new Range(range, options);
			} catch (er) {
				return false;
			}
			return range.test(version);
		}
		exports$1.maxSatisfying = maxSatisfying;
		function maxSatisfying(versions, range, options) {
			var max = null;
			var maxSV = null;
			try {
				var rangeObj = new Range(range, options);
			} catch (er) {
				return null;
			}
			versions.forEach(function(v) {
				if (rangeObj.test(v)) {
					if (!max || maxSV.compare(v) === -1) {
						max = v;
						maxSV = new SemVer(max, options);
					}
				}
			});
			return max;
		}
		exports$1.minSatisfying = minSatisfying;
		function minSatisfying(versions, range, options) {
			var min = null;
			var minSV = null;
			try {
				var rangeObj = new Range(range, options);
			} catch (er) {
				return null;
			}
			versions.forEach(function(v) {
				if (rangeObj.test(v)) {
					if (!min || minSV.compare(v) === 1) {
						min = v;
						minSV = new SemVer(min, options);
					}
				}
			});
			return min;
		}
		exports$1.minVersion = minVersion;
		function minVersion(range, loose) {
			range = new Range(range, loose);
			var minver = new SemVer("0.0.0");
			if (range.test(minver)) return minver;
			minver = new SemVer("0.0.0-0");
			if (range.test(minver)) return minver;
			minver = null;
			for (var i = 0; i < range.set.length; ++i) range.set[i].forEach(function(comparator) {
				var compver = new SemVer(comparator.semver.version);
				switch (comparator.operator) {
					case ">":
						if (compver.prerelease.length === 0) compver.patch++;
						else compver.prerelease.push(0);
						compver.raw = compver.format();
					case "":
					case ">=":
						if (!minver || gt(minver, compver)) minver = compver;
						break;
					case "<":
					case "<=": break;
					/* istanbul ignore next */
					default: throw new Error("Unexpected operation: " + comparator.operator);
				}
			});
			if (minver && range.test(minver)) return minver;
			return null;
		}
		exports$1.validRange = validRange;
		function validRange(range, options) {
			try {
				return new Range(range, options).range || "*";
			} catch (er) {
				return null;
			}
		}
		exports$1.ltr = ltr;
		function ltr(version, range, options) {
			return outside(version, range, "<", options);
		}
		exports$1.gtr = gtr;
		function gtr(version, range, options) {
			return outside(version, range, ">", options);
		}
		exports$1.outside = outside;
		function outside(version, range, hilo, options) {
			version = new SemVer(version, options);
			range = new Range(range, options);
			var gtfn, ltefn, ltfn, comp, ecomp;
			switch (hilo) {
				case ">":
					gtfn = gt;
					ltefn = lte;
					ltfn = lt;
					comp = ">";
					ecomp = ">=";
					break;
				case "<":
					gtfn = lt;
					ltefn = gte;
					ltfn = gt;
					comp = "<";
					ecomp = "<=";
					break;
				default: throw new TypeError("Must provide a hilo val of \"<\" or \">\"");
			}
			if (satisfies(version, range, options)) return false;
			for (var i = 0; i < range.set.length; ++i) {
				var comparators = range.set[i];
				var high = null;
				var low = null;
				comparators.forEach(function(comparator) {
					if (comparator.semver === ANY) comparator = new Comparator(">=0.0.0");
					high = high || comparator;
					low = low || comparator;
					if (gtfn(comparator.semver, high.semver, options)) high = comparator;
					else if (ltfn(comparator.semver, low.semver, options)) low = comparator;
				});
				if (high.operator === comp || high.operator === ecomp) return false;
				if ((!low.operator || low.operator === comp) && ltefn(version, low.semver)) return false;
				else if (low.operator === ecomp && ltfn(version, low.semver)) return false;
			}
			return true;
		}
		exports$1.prerelease = prerelease;
		function prerelease(version, options) {
			var parsed = parse(version, options);
			return parsed && parsed.prerelease.length ? parsed.prerelease : null;
		}
		exports$1.intersects = intersects;
		function intersects(r1, r2, options) {
			r1 = new Range(r1, options);
			r2 = new Range(r2, options);
			return r1.intersects(r2);
		}
		exports$1.coerce = coerce;
		function coerce(version, options) {
			if (version instanceof SemVer) return version;
			if (typeof version === "number") version = String(version);
			if (typeof version !== "string") return null;
			options = options || {};
			var match = null;
			if (!options.rtl) match = version.match(safeRe[t.COERCE]);
			else {
				var next;
				while ((next = safeRe[t.COERCERTL].exec(version)) && (!match || match.index + match[0].length !== version.length)) {
					if (!match || next.index + next[0].length !== match.index + match[0].length) match = next;
					safeRe[t.COERCERTL].lastIndex = next.index + next[1].length + next[2].length;
				}
				safeRe[t.COERCERTL].lastIndex = -1;
			}
			if (match === null) return null;
			return parse(match[2] + "." + (match[3] || "0") + "." + (match[4] || "0"), options);
		}
	})(semver$1, semver$1.exports);
	var semverExports = semver$1.exports;
	const fs = require$$0;
	const path = require$$1;
	const { promisify } = require$$2;
	const useNativeRecursiveOption = semverExports.satisfies(process.version, ">=10.12.0");
	const checkPath = (pth) => {
		if (process.platform === "win32") {
			if (/[<>:"|?*]/.test(pth.replace(path.parse(pth).root, ""))) {
				const error = /* @__PURE__ */ new Error(`Path contains invalid characters: ${pth}`);
				error.code = "EINVAL";
				throw error;
			}
		}
	};
	const processOptions = (options) => {
		return {
			mode: 511,
			fs,
			...options
		};
	};
	const permissionError = (pth) => {
		const error = /* @__PURE__ */ new Error(`operation not permitted, mkdir '${pth}'`);
		error.code = "EPERM";
		error.errno = -4048;
		error.path = pth;
		error.syscall = "mkdir";
		return error;
	};
	const makeDir = async (input, options) => {
		checkPath(input);
		options = processOptions(options);
		const mkdir = promisify(options.fs.mkdir);
		const stat = promisify(options.fs.stat);
		if (useNativeRecursiveOption && options.fs.mkdir === fs.mkdir) {
			const pth = path.resolve(input);
			await mkdir(pth, {
				mode: options.mode,
				recursive: true
			});
			return pth;
		}
		const make = async (pth) => {
			try {
				await mkdir(pth, options.mode);
				return pth;
			} catch (error) {
				if (error.code === "EPERM") throw error;
				if (error.code === "ENOENT") {
					if (path.dirname(pth) === pth) throw permissionError(pth);
					if (error.message.includes("null bytes")) throw error;
					await make(path.dirname(pth));
					return make(pth);
				}
				try {
					if (!(await stat(pth)).isDirectory()) throw new Error("The path is not a directory");
				} catch (_) {
					throw error;
				}
				return pth;
			}
		};
		return make(path.resolve(input));
	};
	makeDir$2.exports = makeDir;
	makeDir$2.exports.sync = (input, options) => {
		checkPath(input);
		options = processOptions(options);
		if (useNativeRecursiveOption && options.fs.mkdirSync === fs.mkdirSync) {
			const pth = path.resolve(input);
			fs.mkdirSync(pth, {
				mode: options.mode,
				recursive: true
			});
			return pth;
		}
		const make = (pth) => {
			try {
				options.fs.mkdirSync(pth, options.mode);
			} catch (error) {
				if (error.code === "EPERM") throw error;
				if (error.code === "ENOENT") {
					if (path.dirname(pth) === pth) throw permissionError(pth);
					if (error.message.includes("null bytes")) throw error;
					make(path.dirname(pth));
					return make(pth);
				}
				try {
					if (!options.fs.statSync(pth).isDirectory()) throw new Error("The path is not a directory");
				} catch (_) {
					throw error;
				}
			}
			return pth;
		};
		return make(path.resolve(input));
	};
	var makeDirExports = makeDir$2.exports;
	var makeDir$1 = /*@__PURE__*/ getDefaultExportFromCjs(makeDirExports);
	var lodash = { exports: {} };
	lodash.exports;
	(function(module, exports$1) {
		(function() {
			var undefined$1;
			var VERSION = "4.18.1";
			var LARGE_ARRAY_SIZE = 200;
			var CORE_ERROR_TEXT = "Unsupported core-js use. Try https://npms.io/search?q=ponyfill.", FUNC_ERROR_TEXT = "Expected a function", INVALID_TEMPL_VAR_ERROR_TEXT = "Invalid `variable` option passed into `_.template`", INVALID_TEMPL_IMPORTS_ERROR_TEXT = "Invalid `imports` option passed into `_.template`";
			var HASH_UNDEFINED = "__lodash_hash_undefined__";
			var MAX_MEMOIZE_SIZE = 500;
			var PLACEHOLDER = "__lodash_placeholder__";
			var CLONE_DEEP_FLAG = 1, CLONE_FLAT_FLAG = 2, CLONE_SYMBOLS_FLAG = 4;
			var COMPARE_PARTIAL_FLAG = 1, COMPARE_UNORDERED_FLAG = 2;
			var WRAP_BIND_FLAG = 1, WRAP_BIND_KEY_FLAG = 2, WRAP_CURRY_BOUND_FLAG = 4, WRAP_CURRY_FLAG = 8, WRAP_CURRY_RIGHT_FLAG = 16, WRAP_PARTIAL_FLAG = 32, WRAP_PARTIAL_RIGHT_FLAG = 64, WRAP_ARY_FLAG = 128, WRAP_REARG_FLAG = 256, WRAP_FLIP_FLAG = 512;
			var DEFAULT_TRUNC_LENGTH = 30, DEFAULT_TRUNC_OMISSION = "...";
			var HOT_COUNT = 800, HOT_SPAN = 16;
			var LAZY_FILTER_FLAG = 1, LAZY_MAP_FLAG = 2, LAZY_WHILE_FLAG = 3;
			var INFINITY = 1 / 0, MAX_SAFE_INTEGER = 9007199254740991, MAX_INTEGER = 17976931348623157e292, NAN = NaN;
			var MAX_ARRAY_LENGTH = 4294967295, MAX_ARRAY_INDEX = MAX_ARRAY_LENGTH - 1, HALF_MAX_ARRAY_LENGTH = MAX_ARRAY_LENGTH >>> 1;
			var wrapFlags = [
				["ary", WRAP_ARY_FLAG],
				["bind", WRAP_BIND_FLAG],
				["bindKey", WRAP_BIND_KEY_FLAG],
				["curry", WRAP_CURRY_FLAG],
				["curryRight", WRAP_CURRY_RIGHT_FLAG],
				["flip", WRAP_FLIP_FLAG],
				["partial", WRAP_PARTIAL_FLAG],
				["partialRight", WRAP_PARTIAL_RIGHT_FLAG],
				["rearg", WRAP_REARG_FLAG]
			];
			var argsTag = "[object Arguments]", arrayTag = "[object Array]", asyncTag = "[object AsyncFunction]", boolTag = "[object Boolean]", dateTag = "[object Date]", domExcTag = "[object DOMException]", errorTag = "[object Error]", funcTag = "[object Function]", genTag = "[object GeneratorFunction]", mapTag = "[object Map]", numberTag = "[object Number]", nullTag = "[object Null]", objectTag = "[object Object]", promiseTag = "[object Promise]", proxyTag = "[object Proxy]", regexpTag = "[object RegExp]", setTag = "[object Set]", stringTag = "[object String]", symbolTag = "[object Symbol]", undefinedTag = "[object Undefined]", weakMapTag = "[object WeakMap]", weakSetTag = "[object WeakSet]";
			var arrayBufferTag = "[object ArrayBuffer]", dataViewTag = "[object DataView]", float32Tag = "[object Float32Array]", float64Tag = "[object Float64Array]", int8Tag = "[object Int8Array]", int16Tag = "[object Int16Array]", int32Tag = "[object Int32Array]", uint8Tag = "[object Uint8Array]", uint8ClampedTag = "[object Uint8ClampedArray]", uint16Tag = "[object Uint16Array]", uint32Tag = "[object Uint32Array]";
			var reEmptyStringLeading = /\b__p \+= '';/g, reEmptyStringMiddle = /\b(__p \+=) '' \+/g, reEmptyStringTrailing = /(__e\(.*?\)|\b__t\)) \+\n'';/g;
			var reEscapedHtml = /&(?:amp|lt|gt|quot|#39);/g, reUnescapedHtml = /[&<>"']/g, reHasEscapedHtml = RegExp(reEscapedHtml.source), reHasUnescapedHtml = RegExp(reUnescapedHtml.source);
			var reEscape = /<%-([\s\S]+?)%>/g, reEvaluate = /<%([\s\S]+?)%>/g, reInterpolate = /<%=([\s\S]+?)%>/g;
			var reIsDeepProp = /\.|\[(?:[^[\]]*|(["'])(?:(?!\1)[^\\]|\\.)*?\1)\]/, reIsPlainProp = /^\w*$/, rePropName = /[^.[\]]+|\[(?:(-?\d+(?:\.\d+)?)|(["'])((?:(?!\2)[^\\]|\\.)*?)\2)\]|(?=(?:\.|\[\])(?:\.|\[\]|$))/g;
			var reRegExpChar = /[\\^$.*+?()[\]{}|]/g, reHasRegExpChar = RegExp(reRegExpChar.source);
			var reTrimStart = /^\s+/;
			var reWhitespace = /\s/;
			var reWrapComment = /\{(?:\n\/\* \[wrapped with .+\] \*\/)?\n?/, reWrapDetails = /\{\n\/\* \[wrapped with (.+)\] \*/, reSplitDetails = /,? & /;
			var reAsciiWord = /[^\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+/g;
			var reForbiddenIdentifierChars = /[()=,{}\[\]\/\s]/;
			var reEscapeChar = /\\(\\)?/g;
			var reEsTemplate = /\$\{([^\\}]*(?:\\.[^\\}]*)*)\}/g;
			var reFlags = /\w*$/;
			var reIsBadHex = /^[-+]0x[0-9a-f]+$/i;
			var reIsBinary = /^0b[01]+$/i;
			var reIsHostCtor = /^\[object .+?Constructor\]$/;
			var reIsOctal = /^0o[0-7]+$/i;
			var reIsUint = /^(?:0|[1-9]\d*)$/;
			var reLatin = /[\xc0-\xd6\xd8-\xf6\xf8-\xff\u0100-\u017f]/g;
			var reNoMatch = /($^)/;
			var reUnescapedString = /['\n\r\u2028\u2029\\]/g;
			var rsAstralRange = "\\ud800-\\udfff", rsComboRange = "\\u0300-\\u036f\\ufe20-\\ufe2f\\u20d0-\\u20ff", rsDingbatRange = "\\u2700-\\u27bf", rsLowerRange = "a-z\\xdf-\\xf6\\xf8-\\xff", rsMathOpRange = "\\xac\\xb1\\xd7\\xf7", rsNonCharRange = "\\x00-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\xbf", rsPunctuationRange = "\\u2000-\\u206f", rsSpaceRange = " \\t\\x0b\\f\\xa0\\ufeff\\n\\r\\u2028\\u2029\\u1680\\u180e\\u2000\\u2001\\u2002\\u2003\\u2004\\u2005\\u2006\\u2007\\u2008\\u2009\\u200a\\u202f\\u205f\\u3000", rsUpperRange = "A-Z\\xc0-\\xd6\\xd8-\\xde", rsVarRange = "\\ufe0e\\ufe0f", rsBreakRange = rsMathOpRange + rsNonCharRange + rsPunctuationRange + rsSpaceRange;
			var rsApos = "['’]", rsAstral = "[" + rsAstralRange + "]", rsBreak = "[" + rsBreakRange + "]", rsCombo = "[" + rsComboRange + "]", rsDigits = "\\d+", rsDingbat = "[" + rsDingbatRange + "]", rsLower = "[" + rsLowerRange + "]", rsMisc = "[^" + rsAstralRange + rsBreakRange + rsDigits + rsDingbatRange + rsLowerRange + rsUpperRange + "]", rsFitz = "\\ud83c[\\udffb-\\udfff]", rsModifier = "(?:" + rsCombo + "|" + rsFitz + ")", rsNonAstral = "[^" + rsAstralRange + "]", rsRegional = "(?:\\ud83c[\\udde6-\\uddff]){2}", rsSurrPair = "[\\ud800-\\udbff][\\udc00-\\udfff]", rsUpper = "[" + rsUpperRange + "]", rsZWJ = "\\u200d";
			var rsMiscLower = "(?:" + rsLower + "|" + rsMisc + ")", rsMiscUpper = "(?:" + rsUpper + "|" + rsMisc + ")", rsOptContrLower = "(?:" + rsApos + "(?:d|ll|m|re|s|t|ve))?", rsOptContrUpper = "(?:" + rsApos + "(?:D|LL|M|RE|S|T|VE))?", reOptMod = rsModifier + "?", rsOptVar = "[" + rsVarRange + "]?", rsOptJoin = "(?:" + rsZWJ + "(?:" + [
				rsNonAstral,
				rsRegional,
				rsSurrPair
			].join("|") + ")" + rsOptVar + reOptMod + ")*", rsOrdLower = "\\d*(?:1st|2nd|3rd|(?![123])\\dth)(?=\\b|[A-Z_])", rsOrdUpper = "\\d*(?:1ST|2ND|3RD|(?![123])\\dTH)(?=\\b|[a-z_])", rsSeq = rsOptVar + reOptMod + rsOptJoin, rsEmoji = "(?:" + [
				rsDingbat,
				rsRegional,
				rsSurrPair
			].join("|") + ")" + rsSeq, rsSymbol = "(?:" + [
				rsNonAstral + rsCombo + "?",
				rsCombo,
				rsRegional,
				rsSurrPair,
				rsAstral
			].join("|") + ")";
			var reApos = RegExp(rsApos, "g");
			var reComboMark = RegExp(rsCombo, "g");
			var reUnicode = RegExp(rsFitz + "(?=" + rsFitz + ")|" + rsSymbol + rsSeq, "g");
			var reUnicodeWord = RegExp([
				rsUpper + "?" + rsLower + "+" + rsOptContrLower + "(?=" + [
					rsBreak,
					rsUpper,
					"$"
				].join("|") + ")",
				rsMiscUpper + "+" + rsOptContrUpper + "(?=" + [
					rsBreak,
					rsUpper + rsMiscLower,
					"$"
				].join("|") + ")",
				rsUpper + "?" + rsMiscLower + "+" + rsOptContrLower,
				rsUpper + "+" + rsOptContrUpper,
				rsOrdUpper,
				rsOrdLower,
				rsDigits,
				rsEmoji
			].join("|"), "g");
			var reHasUnicode = RegExp("[" + rsZWJ + rsAstralRange + rsComboRange + rsVarRange + "]");
			var reHasUnicodeWord = /[a-z][A-Z]|[A-Z]{2}[a-z]|[0-9][a-zA-Z]|[a-zA-Z][0-9]|[^a-zA-Z0-9 ]/;
			var contextProps = [
				"Array",
				"Buffer",
				"DataView",
				"Date",
				"Error",
				"Float32Array",
				"Float64Array",
				"Function",
				"Int8Array",
				"Int16Array",
				"Int32Array",
				"Map",
				"Math",
				"Object",
				"Promise",
				"RegExp",
				"Set",
				"String",
				"Symbol",
				"TypeError",
				"Uint8Array",
				"Uint8ClampedArray",
				"Uint16Array",
				"Uint32Array",
				"WeakMap",
				"_",
				"clearTimeout",
				"isFinite",
				"parseInt",
				"setTimeout"
			];
			var templateCounter = -1;
			var typedArrayTags = {};
			typedArrayTags[float32Tag] = typedArrayTags[float64Tag] = typedArrayTags[int8Tag] = typedArrayTags[int16Tag] = typedArrayTags[int32Tag] = typedArrayTags[uint8Tag] = typedArrayTags[uint8ClampedTag] = typedArrayTags[uint16Tag] = typedArrayTags[uint32Tag] = true;
			typedArrayTags[argsTag] = typedArrayTags[arrayTag] = typedArrayTags[arrayBufferTag] = typedArrayTags[boolTag] = typedArrayTags[dataViewTag] = typedArrayTags[dateTag] = typedArrayTags[errorTag] = typedArrayTags[funcTag] = typedArrayTags[mapTag] = typedArrayTags[numberTag] = typedArrayTags[objectTag] = typedArrayTags[regexpTag] = typedArrayTags[setTag] = typedArrayTags[stringTag] = typedArrayTags[weakMapTag] = false;
			var cloneableTags = {};
			cloneableTags[argsTag] = cloneableTags[arrayTag] = cloneableTags[arrayBufferTag] = cloneableTags[dataViewTag] = cloneableTags[boolTag] = cloneableTags[dateTag] = cloneableTags[float32Tag] = cloneableTags[float64Tag] = cloneableTags[int8Tag] = cloneableTags[int16Tag] = cloneableTags[int32Tag] = cloneableTags[mapTag] = cloneableTags[numberTag] = cloneableTags[objectTag] = cloneableTags[regexpTag] = cloneableTags[setTag] = cloneableTags[stringTag] = cloneableTags[symbolTag] = cloneableTags[uint8Tag] = cloneableTags[uint8ClampedTag] = cloneableTags[uint16Tag] = cloneableTags[uint32Tag] = true;
			cloneableTags[errorTag] = cloneableTags[funcTag] = cloneableTags[weakMapTag] = false;
			var deburredLetters = {
				"À": "A",
				"Á": "A",
				"Â": "A",
				"Ã": "A",
				"Ä": "A",
				"Å": "A",
				"à": "a",
				"á": "a",
				"â": "a",
				"ã": "a",
				"ä": "a",
				"å": "a",
				"Ç": "C",
				"ç": "c",
				"Ð": "D",
				"ð": "d",
				"È": "E",
				"É": "E",
				"Ê": "E",
				"Ë": "E",
				"è": "e",
				"é": "e",
				"ê": "e",
				"ë": "e",
				"Ì": "I",
				"Í": "I",
				"Î": "I",
				"Ï": "I",
				"ì": "i",
				"í": "i",
				"î": "i",
				"ï": "i",
				"Ñ": "N",
				"ñ": "n",
				"Ò": "O",
				"Ó": "O",
				"Ô": "O",
				"Õ": "O",
				"Ö": "O",
				"Ø": "O",
				"ò": "o",
				"ó": "o",
				"ô": "o",
				"õ": "o",
				"ö": "o",
				"ø": "o",
				"Ù": "U",
				"Ú": "U",
				"Û": "U",
				"Ü": "U",
				"ù": "u",
				"ú": "u",
				"û": "u",
				"ü": "u",
				"Ý": "Y",
				"ý": "y",
				"ÿ": "y",
				"Æ": "Ae",
				"æ": "ae",
				"Þ": "Th",
				"þ": "th",
				"ß": "ss",
				"Ā": "A",
				"Ă": "A",
				"Ą": "A",
				"ā": "a",
				"ă": "a",
				"ą": "a",
				"Ć": "C",
				"Ĉ": "C",
				"Ċ": "C",
				"Č": "C",
				"ć": "c",
				"ĉ": "c",
				"ċ": "c",
				"č": "c",
				"Ď": "D",
				"Đ": "D",
				"ď": "d",
				"đ": "d",
				"Ē": "E",
				"Ĕ": "E",
				"Ė": "E",
				"Ę": "E",
				"Ě": "E",
				"ē": "e",
				"ĕ": "e",
				"ė": "e",
				"ę": "e",
				"ě": "e",
				"Ĝ": "G",
				"Ğ": "G",
				"Ġ": "G",
				"Ģ": "G",
				"ĝ": "g",
				"ğ": "g",
				"ġ": "g",
				"ģ": "g",
				"Ĥ": "H",
				"Ħ": "H",
				"ĥ": "h",
				"ħ": "h",
				"Ĩ": "I",
				"Ī": "I",
				"Ĭ": "I",
				"Į": "I",
				"İ": "I",
				"ĩ": "i",
				"ī": "i",
				"ĭ": "i",
				"į": "i",
				"ı": "i",
				"Ĵ": "J",
				"ĵ": "j",
				"Ķ": "K",
				"ķ": "k",
				"ĸ": "k",
				"Ĺ": "L",
				"Ļ": "L",
				"Ľ": "L",
				"Ŀ": "L",
				"Ł": "L",
				"ĺ": "l",
				"ļ": "l",
				"ľ": "l",
				"ŀ": "l",
				"ł": "l",
				"Ń": "N",
				"Ņ": "N",
				"Ň": "N",
				"Ŋ": "N",
				"ń": "n",
				"ņ": "n",
				"ň": "n",
				"ŋ": "n",
				"Ō": "O",
				"Ŏ": "O",
				"Ő": "O",
				"ō": "o",
				"ŏ": "o",
				"ő": "o",
				"Ŕ": "R",
				"Ŗ": "R",
				"Ř": "R",
				"ŕ": "r",
				"ŗ": "r",
				"ř": "r",
				"Ś": "S",
				"Ŝ": "S",
				"Ş": "S",
				"Š": "S",
				"ś": "s",
				"ŝ": "s",
				"ş": "s",
				"š": "s",
				"Ţ": "T",
				"Ť": "T",
				"Ŧ": "T",
				"ţ": "t",
				"ť": "t",
				"ŧ": "t",
				"Ũ": "U",
				"Ū": "U",
				"Ŭ": "U",
				"Ů": "U",
				"Ű": "U",
				"Ų": "U",
				"ũ": "u",
				"ū": "u",
				"ŭ": "u",
				"ů": "u",
				"ű": "u",
				"ų": "u",
				"Ŵ": "W",
				"ŵ": "w",
				"Ŷ": "Y",
				"ŷ": "y",
				"Ÿ": "Y",
				"Ź": "Z",
				"Ż": "Z",
				"Ž": "Z",
				"ź": "z",
				"ż": "z",
				"ž": "z",
				"Ĳ": "IJ",
				"ĳ": "ij",
				"Œ": "Oe",
				"œ": "oe",
				"ŉ": "'n",
				"ſ": "s"
			};
			var htmlEscapes = {
				"&": "&amp;",
				"<": "&lt;",
				">": "&gt;",
				"\"": "&quot;",
				"'": "&#39;"
			};
			var htmlUnescapes = {
				"&amp;": "&",
				"&lt;": "<",
				"&gt;": ">",
				"&quot;": "\"",
				"&#39;": "'"
			};
			var stringEscapes = {
				"\\": "\\",
				"'": "'",
				"\n": "n",
				"\r": "r",
				"\u2028": "u2028",
				"\u2029": "u2029"
			};
			var freeParseFloat = parseFloat, freeParseInt = parseInt;
			var freeGlobal = typeof commonjsGlobal == "object" && commonjsGlobal && commonjsGlobal.Object === Object && commonjsGlobal;
			var freeSelf = typeof self == "object" && self && self.Object === Object && self;
			var root = freeGlobal || freeSelf || Function("return this")();
			var freeExports = exports$1 && !exports$1.nodeType && exports$1;
			var freeModule = freeExports && module && !module.nodeType && module;
			var moduleExports = freeModule && freeModule.exports === freeExports;
			var freeProcess = moduleExports && freeGlobal.process;
			var nodeUtil = function() {
				try {
					var types = freeModule && freeModule.require && freeModule.require("util").types;
					if (types) return types;
					return freeProcess && freeProcess.binding && freeProcess.binding("util");
				} catch (e) {}
			}();
			var nodeIsArrayBuffer = nodeUtil && nodeUtil.isArrayBuffer, nodeIsDate = nodeUtil && nodeUtil.isDate, nodeIsMap = nodeUtil && nodeUtil.isMap, nodeIsRegExp = nodeUtil && nodeUtil.isRegExp, nodeIsSet = nodeUtil && nodeUtil.isSet, nodeIsTypedArray = nodeUtil && nodeUtil.isTypedArray;
			function apply(func, thisArg, args) {
				switch (args.length) {
					case 0: return func.call(thisArg);
					case 1: return func.call(thisArg, args[0]);
					case 2: return func.call(thisArg, args[0], args[1]);
					case 3: return func.call(thisArg, args[0], args[1], args[2]);
				}
				return func.apply(thisArg, args);
			}
			function arrayAggregator(array, setter, iteratee, accumulator) {
				var index = -1, length = array == null ? 0 : array.length;
				while (++index < length) {
					var value = array[index];
					setter(accumulator, value, iteratee(value), array);
				}
				return accumulator;
			}
			function arrayEach(array, iteratee) {
				var index = -1, length = array == null ? 0 : array.length;
				while (++index < length) if (iteratee(array[index], index, array) === false) break;
				return array;
			}
			function arrayEachRight(array, iteratee) {
				var length = array == null ? 0 : array.length;
				while (length--) if (iteratee(array[length], length, array) === false) break;
				return array;
			}
			function arrayEvery(array, predicate) {
				var index = -1, length = array == null ? 0 : array.length;
				while (++index < length) if (!predicate(array[index], index, array)) return false;
				return true;
			}
			function arrayFilter(array, predicate) {
				var index = -1, length = array == null ? 0 : array.length, resIndex = 0, result = [];
				while (++index < length) {
					var value = array[index];
					if (predicate(value, index, array)) result[resIndex++] = value;
				}
				return result;
			}
			function arrayIncludes(array, value) {
				return !!(array == null ? 0 : array.length) && baseIndexOf(array, value, 0) > -1;
			}
			function arrayIncludesWith(array, value, comparator) {
				var index = -1, length = array == null ? 0 : array.length;
				while (++index < length) if (comparator(value, array[index])) return true;
				return false;
			}
			function arrayMap(array, iteratee) {
				var index = -1, length = array == null ? 0 : array.length, result = Array(length);
				while (++index < length) result[index] = iteratee(array[index], index, array);
				return result;
			}
			function arrayPush(array, values) {
				var index = -1, length = values.length, offset = array.length;
				while (++index < length) array[offset + index] = values[index];
				return array;
			}
			function arrayReduce(array, iteratee, accumulator, initAccum) {
				var index = -1, length = array == null ? 0 : array.length;
				if (initAccum && length) accumulator = array[++index];
				while (++index < length) accumulator = iteratee(accumulator, array[index], index, array);
				return accumulator;
			}
			function arrayReduceRight(array, iteratee, accumulator, initAccum) {
				var length = array == null ? 0 : array.length;
				if (initAccum && length) accumulator = array[--length];
				while (length--) accumulator = iteratee(accumulator, array[length], length, array);
				return accumulator;
			}
			function arraySome(array, predicate) {
				var index = -1, length = array == null ? 0 : array.length;
				while (++index < length) if (predicate(array[index], index, array)) return true;
				return false;
			}
			var asciiSize = baseProperty("length");
			function asciiToArray(string) {
				return string.split("");
			}
			function asciiWords(string) {
				return string.match(reAsciiWord) || [];
			}
			function baseFindKey(collection, predicate, eachFunc) {
				var result;
				eachFunc(collection, function(value, key, collection) {
					if (predicate(value, key, collection)) {
						result = key;
						return false;
					}
				});
				return result;
			}
			function baseFindIndex(array, predicate, fromIndex, fromRight) {
				var length = array.length, index = fromIndex + (fromRight ? 1 : -1);
				while (fromRight ? index-- : ++index < length) if (predicate(array[index], index, array)) return index;
				return -1;
			}
			function baseIndexOf(array, value, fromIndex) {
				return value === value ? strictIndexOf(array, value, fromIndex) : baseFindIndex(array, baseIsNaN, fromIndex);
			}
			function baseIndexOfWith(array, value, fromIndex, comparator) {
				var index = fromIndex - 1, length = array.length;
				while (++index < length) if (comparator(array[index], value)) return index;
				return -1;
			}
			function baseIsNaN(value) {
				return value !== value;
			}
			function baseMean(array, iteratee) {
				var length = array == null ? 0 : array.length;
				return length ? baseSum(array, iteratee) / length : NAN;
			}
			function baseProperty(key) {
				return function(object) {
					return object == null ? undefined$1 : object[key];
				};
			}
			function basePropertyOf(object) {
				return function(key) {
					return object == null ? undefined$1 : object[key];
				};
			}
			function baseReduce(collection, iteratee, accumulator, initAccum, eachFunc) {
				eachFunc(collection, function(value, index, collection) {
					accumulator = initAccum ? (initAccum = false, value) : iteratee(accumulator, value, index, collection);
				});
				return accumulator;
			}
			function baseSortBy(array, comparer) {
				var length = array.length;
				array.sort(comparer);
				while (length--) array[length] = array[length].value;
				return array;
			}
			function baseSum(array, iteratee) {
				var result, index = -1, length = array.length;
				while (++index < length) {
					var current = iteratee(array[index]);
					if (current !== undefined$1) result = result === undefined$1 ? current : result + current;
				}
				return result;
			}
			function baseTimes(n, iteratee) {
				var index = -1, result = Array(n);
				while (++index < n) result[index] = iteratee(index);
				return result;
			}
			function baseToPairs(object, props) {
				return arrayMap(props, function(key) {
					return [key, object[key]];
				});
			}
			function baseTrim(string) {
				return string ? string.slice(0, trimmedEndIndex(string) + 1).replace(reTrimStart, "") : string;
			}
			function baseUnary(func) {
				return function(value) {
					return func(value);
				};
			}
			function baseValues(object, props) {
				return arrayMap(props, function(key) {
					return object[key];
				});
			}
			function cacheHas(cache, key) {
				return cache.has(key);
			}
			function charsStartIndex(strSymbols, chrSymbols) {
				var index = -1, length = strSymbols.length;
				while (++index < length && baseIndexOf(chrSymbols, strSymbols[index], 0) > -1);
				return index;
			}
			function charsEndIndex(strSymbols, chrSymbols) {
				var index = strSymbols.length;
				while (index-- && baseIndexOf(chrSymbols, strSymbols[index], 0) > -1);
				return index;
			}
			function countHolders(array, placeholder) {
				var length = array.length, result = 0;
				while (length--) if (array[length] === placeholder) ++result;
				return result;
			}
			var deburrLetter = basePropertyOf(deburredLetters);
			var escapeHtmlChar = basePropertyOf(htmlEscapes);
			function escapeStringChar(chr) {
				return "\\" + stringEscapes[chr];
			}
			function getValue(object, key) {
				return object == null ? undefined$1 : object[key];
			}
			function hasUnicode(string) {
				return reHasUnicode.test(string);
			}
			function hasUnicodeWord(string) {
				return reHasUnicodeWord.test(string);
			}
			function iteratorToArray(iterator) {
				var data, result = [];
				while (!(data = iterator.next()).done) result.push(data.value);
				return result;
			}
			function mapToArray(map) {
				var index = -1, result = Array(map.size);
				map.forEach(function(value, key) {
					result[++index] = [key, value];
				});
				return result;
			}
			function overArg(func, transform) {
				return function(arg) {
					return func(transform(arg));
				};
			}
			function replaceHolders(array, placeholder) {
				var index = -1, length = array.length, resIndex = 0, result = [];
				while (++index < length) {
					var value = array[index];
					if (value === placeholder || value === PLACEHOLDER) {
						array[index] = PLACEHOLDER;
						result[resIndex++] = index;
					}
				}
				return result;
			}
			function setToArray(set) {
				var index = -1, result = Array(set.size);
				set.forEach(function(value) {
					result[++index] = value;
				});
				return result;
			}
			function setToPairs(set) {
				var index = -1, result = Array(set.size);
				set.forEach(function(value) {
					result[++index] = [value, value];
				});
				return result;
			}
			function strictIndexOf(array, value, fromIndex) {
				var index = fromIndex - 1, length = array.length;
				while (++index < length) if (array[index] === value) return index;
				return -1;
			}
			function strictLastIndexOf(array, value, fromIndex) {
				var index = fromIndex + 1;
				while (index--) if (array[index] === value) return index;
				return index;
			}
			function stringSize(string) {
				return hasUnicode(string) ? unicodeSize(string) : asciiSize(string);
			}
			function stringToArray(string) {
				return hasUnicode(string) ? unicodeToArray(string) : asciiToArray(string);
			}
			function trimmedEndIndex(string) {
				var index = string.length;
				while (index-- && reWhitespace.test(string.charAt(index)));
				return index;
			}
			var unescapeHtmlChar = basePropertyOf(htmlUnescapes);
			function unicodeSize(string) {
				var result = reUnicode.lastIndex = 0;
				while (reUnicode.test(string)) ++result;
				return result;
			}
			function unicodeToArray(string) {
				return string.match(reUnicode) || [];
			}
			function unicodeWords(string) {
				return string.match(reUnicodeWord) || [];
			}
			var _ = (function runInContext(context) {
				context = context == null ? root : _.defaults(root.Object(), context, _.pick(root, contextProps));
				var Array = context.Array, Date = context.Date, Error = context.Error, Function = context.Function, Math = context.Math, Object = context.Object, RegExp = context.RegExp, String = context.String, TypeError = context.TypeError;
				var arrayProto = Array.prototype, funcProto = Function.prototype, objectProto = Object.prototype;
				var coreJsData = context["__core-js_shared__"];
				var funcToString = funcProto.toString;
				var hasOwnProperty = objectProto.hasOwnProperty;
				var idCounter = 0;
				var maskSrcKey = function() {
					var uid = /[^.]+$/.exec(coreJsData && coreJsData.keys && coreJsData.keys.IE_PROTO || "");
					return uid ? "Symbol(src)_1." + uid : "";
				}();
				var nativeObjectToString = objectProto.toString;
				var objectCtorString = funcToString.call(Object);
				var oldDash = root._;
				var reIsNative = RegExp("^" + funcToString.call(hasOwnProperty).replace(reRegExpChar, "\\$&").replace(/hasOwnProperty|(function).*?(?=\\\()| for .+?(?=\\\])/g, "$1.*?") + "$");
				var Buffer = moduleExports ? context.Buffer : undefined$1, Symbol = context.Symbol, Uint8Array = context.Uint8Array, allocUnsafe = Buffer ? Buffer.allocUnsafe : undefined$1, getPrototype = overArg(Object.getPrototypeOf, Object), objectCreate = Object.create, propertyIsEnumerable = objectProto.propertyIsEnumerable, splice = arrayProto.splice, spreadableSymbol = Symbol ? Symbol.isConcatSpreadable : undefined$1, symIterator = Symbol ? Symbol.iterator : undefined$1, symToStringTag = Symbol ? Symbol.toStringTag : undefined$1;
				var defineProperty = function() {
					try {
						var func = getNative(Object, "defineProperty");
						func({}, "", {});
						return func;
					} catch (e) {}
				}();
				var ctxClearTimeout = context.clearTimeout !== root.clearTimeout && context.clearTimeout, ctxNow = Date && Date.now !== root.Date.now && Date.now, ctxSetTimeout = context.setTimeout !== root.setTimeout && context.setTimeout;
				var nativeCeil = Math.ceil, nativeFloor = Math.floor, nativeGetSymbols = Object.getOwnPropertySymbols, nativeIsBuffer = Buffer ? Buffer.isBuffer : undefined$1, nativeIsFinite = context.isFinite, nativeJoin = arrayProto.join, nativeKeys = overArg(Object.keys, Object), nativeMax = Math.max, nativeMin = Math.min, nativeNow = Date.now, nativeParseInt = context.parseInt, nativeRandom = Math.random, nativeReverse = arrayProto.reverse;
				var DataView = getNative(context, "DataView"), Map = getNative(context, "Map"), Promise = getNative(context, "Promise"), Set = getNative(context, "Set"), WeakMap = getNative(context, "WeakMap"), nativeCreate = getNative(Object, "create");
				var metaMap = WeakMap && new WeakMap();
				var realNames = {};
				var dataViewCtorString = toSource(DataView), mapCtorString = toSource(Map), promiseCtorString = toSource(Promise), setCtorString = toSource(Set), weakMapCtorString = toSource(WeakMap);
				var symbolProto = Symbol ? Symbol.prototype : undefined$1, symbolValueOf = symbolProto ? symbolProto.valueOf : undefined$1, symbolToString = symbolProto ? symbolProto.toString : undefined$1;
				function lodash(value) {
					if (isObjectLike(value) && !isArray(value) && !(value instanceof LazyWrapper)) {
						if (value instanceof LodashWrapper) return value;
						if (hasOwnProperty.call(value, "__wrapped__")) return wrapperClone(value);
					}
					return new LodashWrapper(value);
				}
				var baseCreate = function() {
					function object() {}
					return function(proto) {
						if (!isObject(proto)) return {};
						if (objectCreate) return objectCreate(proto);
						object.prototype = proto;
						var result = new object();
						object.prototype = undefined$1;
						return result;
					};
				}();
				function baseLodash() {}
				function LodashWrapper(value, chainAll) {
					this.__wrapped__ = value;
					this.__actions__ = [];
					this.__chain__ = !!chainAll;
					this.__index__ = 0;
					this.__values__ = undefined$1;
				}
				lodash.templateSettings = {
					"escape": reEscape,
					"evaluate": reEvaluate,
					"interpolate": reInterpolate,
					"variable": "",
					"imports": { "_": lodash }
				};
				lodash.prototype = baseLodash.prototype;
				lodash.prototype.constructor = lodash;
				LodashWrapper.prototype = baseCreate(baseLodash.prototype);
				LodashWrapper.prototype.constructor = LodashWrapper;
				function LazyWrapper(value) {
					this.__wrapped__ = value;
					this.__actions__ = [];
					this.__dir__ = 1;
					this.__filtered__ = false;
					this.__iteratees__ = [];
					this.__takeCount__ = MAX_ARRAY_LENGTH;
					this.__views__ = [];
				}
				function lazyClone() {
					var result = new LazyWrapper(this.__wrapped__);
					result.__actions__ = copyArray(this.__actions__);
					result.__dir__ = this.__dir__;
					result.__filtered__ = this.__filtered__;
					result.__iteratees__ = copyArray(this.__iteratees__);
					result.__takeCount__ = this.__takeCount__;
					result.__views__ = copyArray(this.__views__);
					return result;
				}
				function lazyReverse() {
					if (this.__filtered__) {
						var result = new LazyWrapper(this);
						result.__dir__ = -1;
						result.__filtered__ = true;
					} else {
						result = this.clone();
						result.__dir__ *= -1;
					}
					return result;
				}
				function lazyValue() {
					var array = this.__wrapped__.value(), dir = this.__dir__, isArr = isArray(array), isRight = dir < 0, arrLength = isArr ? array.length : 0, view = getView(0, arrLength, this.__views__), start = view.start, end = view.end, length = end - start, index = isRight ? end : start - 1, iteratees = this.__iteratees__, iterLength = iteratees.length, resIndex = 0, takeCount = nativeMin(length, this.__takeCount__);
					if (!isArr || !isRight && arrLength == length && takeCount == length) return baseWrapperValue(array, this.__actions__);
					var result = [];
					outer: while (length-- && resIndex < takeCount) {
						index += dir;
						var iterIndex = -1, value = array[index];
						while (++iterIndex < iterLength) {
							var data = iteratees[iterIndex], iteratee = data.iteratee, type = data.type, computed = iteratee(value);
							if (type == LAZY_MAP_FLAG) value = computed;
							else if (!computed) {
								if (type == LAZY_FILTER_FLAG) continue outer;
								else break outer;
							}
						}
						result[resIndex++] = value;
					}
					return result;
				}
				LazyWrapper.prototype = baseCreate(baseLodash.prototype);
				LazyWrapper.prototype.constructor = LazyWrapper;
				function Hash(entries) {
					var index = -1, length = entries == null ? 0 : entries.length;
					this.clear();
					while (++index < length) {
						var entry = entries[index];
						this.set(entry[0], entry[1]);
					}
				}
				function hashClear() {
					this.__data__ = nativeCreate ? nativeCreate(null) : {};
					this.size = 0;
				}
				function hashDelete(key) {
					var result = this.has(key) && delete this.__data__[key];
					this.size -= result ? 1 : 0;
					return result;
				}
				function hashGet(key) {
					var data = this.__data__;
					if (nativeCreate) {
						var result = data[key];
						return result === HASH_UNDEFINED ? undefined$1 : result;
					}
					return hasOwnProperty.call(data, key) ? data[key] : undefined$1;
				}
				function hashHas(key) {
					var data = this.__data__;
					return nativeCreate ? data[key] !== undefined$1 : hasOwnProperty.call(data, key);
				}
				function hashSet(key, value) {
					var data = this.__data__;
					this.size += this.has(key) ? 0 : 1;
					data[key] = nativeCreate && value === undefined$1 ? HASH_UNDEFINED : value;
					return this;
				}
				Hash.prototype.clear = hashClear;
				Hash.prototype["delete"] = hashDelete;
				Hash.prototype.get = hashGet;
				Hash.prototype.has = hashHas;
				Hash.prototype.set = hashSet;
				function ListCache(entries) {
					var index = -1, length = entries == null ? 0 : entries.length;
					this.clear();
					while (++index < length) {
						var entry = entries[index];
						this.set(entry[0], entry[1]);
					}
				}
				function listCacheClear() {
					this.__data__ = [];
					this.size = 0;
				}
				function listCacheDelete(key) {
					var data = this.__data__, index = assocIndexOf(data, key);
					if (index < 0) return false;
					if (index == data.length - 1) data.pop();
					else splice.call(data, index, 1);
					--this.size;
					return true;
				}
				function listCacheGet(key) {
					var data = this.__data__, index = assocIndexOf(data, key);
					return index < 0 ? undefined$1 : data[index][1];
				}
				function listCacheHas(key) {
					return assocIndexOf(this.__data__, key) > -1;
				}
				function listCacheSet(key, value) {
					var data = this.__data__, index = assocIndexOf(data, key);
					if (index < 0) {
						++this.size;
						data.push([key, value]);
					} else data[index][1] = value;
					return this;
				}
				ListCache.prototype.clear = listCacheClear;
				ListCache.prototype["delete"] = listCacheDelete;
				ListCache.prototype.get = listCacheGet;
				ListCache.prototype.has = listCacheHas;
				ListCache.prototype.set = listCacheSet;
				function MapCache(entries) {
					var index = -1, length = entries == null ? 0 : entries.length;
					this.clear();
					while (++index < length) {
						var entry = entries[index];
						this.set(entry[0], entry[1]);
					}
				}
				function mapCacheClear() {
					this.size = 0;
					this.__data__ = {
						"hash": new Hash(),
						"map": new (Map || ListCache)(),
						"string": new Hash()
					};
				}
				function mapCacheDelete(key) {
					var result = getMapData(this, key)["delete"](key);
					this.size -= result ? 1 : 0;
					return result;
				}
				function mapCacheGet(key) {
					return getMapData(this, key).get(key);
				}
				function mapCacheHas(key) {
					return getMapData(this, key).has(key);
				}
				function mapCacheSet(key, value) {
					var data = getMapData(this, key), size = data.size;
					data.set(key, value);
					this.size += data.size == size ? 0 : 1;
					return this;
				}
				MapCache.prototype.clear = mapCacheClear;
				MapCache.prototype["delete"] = mapCacheDelete;
				MapCache.prototype.get = mapCacheGet;
				MapCache.prototype.has = mapCacheHas;
				MapCache.prototype.set = mapCacheSet;
				function SetCache(values) {
					var index = -1, length = values == null ? 0 : values.length;
					this.__data__ = new MapCache();
					while (++index < length) this.add(values[index]);
				}
				function setCacheAdd(value) {
					this.__data__.set(value, HASH_UNDEFINED);
					return this;
				}
				function setCacheHas(value) {
					return this.__data__.has(value);
				}
				SetCache.prototype.add = SetCache.prototype.push = setCacheAdd;
				SetCache.prototype.has = setCacheHas;
				function Stack(entries) {
					var data = this.__data__ = new ListCache(entries);
					this.size = data.size;
				}
				function stackClear() {
					this.__data__ = new ListCache();
					this.size = 0;
				}
				function stackDelete(key) {
					var data = this.__data__, result = data["delete"](key);
					this.size = data.size;
					return result;
				}
				function stackGet(key) {
					return this.__data__.get(key);
				}
				function stackHas(key) {
					return this.__data__.has(key);
				}
				function stackSet(key, value) {
					var data = this.__data__;
					if (data instanceof ListCache) {
						var pairs = data.__data__;
						if (!Map || pairs.length < 199) {
							pairs.push([key, value]);
							this.size = ++data.size;
							return this;
						}
						data = this.__data__ = new MapCache(pairs);
					}
					data.set(key, value);
					this.size = data.size;
					return this;
				}
				Stack.prototype.clear = stackClear;
				Stack.prototype["delete"] = stackDelete;
				Stack.prototype.get = stackGet;
				Stack.prototype.has = stackHas;
				Stack.prototype.set = stackSet;
				function arrayLikeKeys(value, inherited) {
					var isArr = isArray(value), isArg = !isArr && isArguments(value), isBuff = !isArr && !isArg && isBuffer(value), isType = !isArr && !isArg && !isBuff && isTypedArray(value), skipIndexes = isArr || isArg || isBuff || isType, result = skipIndexes ? baseTimes(value.length, String) : [], length = result.length;
					for (var key in value) if ((inherited || hasOwnProperty.call(value, key)) && !(skipIndexes && (key == "length" || isBuff && (key == "offset" || key == "parent") || isType && (key == "buffer" || key == "byteLength" || key == "byteOffset") || isIndex(key, length)))) result.push(key);
					return result;
				}
				function arraySample(array) {
					var length = array.length;
					return length ? array[baseRandom(0, length - 1)] : undefined$1;
				}
				function arraySampleSize(array, n) {
					return shuffleSelf(copyArray(array), baseClamp(n, 0, array.length));
				}
				function arrayShuffle(array) {
					return shuffleSelf(copyArray(array));
				}
				function assignMergeValue(object, key, value) {
					if (value !== undefined$1 && !eq(object[key], value) || value === undefined$1 && !(key in object)) baseAssignValue(object, key, value);
				}
				function assignValue(object, key, value) {
					var objValue = object[key];
					if (!(hasOwnProperty.call(object, key) && eq(objValue, value)) || value === undefined$1 && !(key in object)) baseAssignValue(object, key, value);
				}
				function assocIndexOf(array, key) {
					var length = array.length;
					while (length--) if (eq(array[length][0], key)) return length;
					return -1;
				}
				function baseAggregator(collection, setter, iteratee, accumulator) {
					baseEach(collection, function(value, key, collection) {
						setter(accumulator, value, iteratee(value), collection);
					});
					return accumulator;
				}
				function baseAssign(object, source) {
					return object && copyObject(source, keys(source), object);
				}
				function baseAssignIn(object, source) {
					return object && copyObject(source, keysIn(source), object);
				}
				function baseAssignValue(object, key, value) {
					if (key == "__proto__" && defineProperty) defineProperty(object, key, {
						"configurable": true,
						"enumerable": true,
						"value": value,
						"writable": true
					});
					else object[key] = value;
				}
				function baseAt(object, paths) {
					var index = -1, length = paths.length, result = Array(length), skip = object == null;
					while (++index < length) result[index] = skip ? undefined$1 : get(object, paths[index]);
					return result;
				}
				function baseClamp(number, lower, upper) {
					if (number === number) {
						if (upper !== undefined$1) number = number <= upper ? number : upper;
						if (lower !== undefined$1) number = number >= lower ? number : lower;
					}
					return number;
				}
				function baseClone(value, bitmask, customizer, key, object, stack) {
					var result, isDeep = bitmask & CLONE_DEEP_FLAG, isFlat = bitmask & CLONE_FLAT_FLAG, isFull = bitmask & CLONE_SYMBOLS_FLAG;
					if (customizer) result = object ? customizer(value, key, object, stack) : customizer(value);
					if (result !== undefined$1) return result;
					if (!isObject(value)) return value;
					var isArr = isArray(value);
					if (isArr) {
						result = initCloneArray(value);
						if (!isDeep) return copyArray(value, result);
					} else {
						var tag = getTag(value), isFunc = tag == funcTag || tag == genTag;
						if (isBuffer(value)) return cloneBuffer(value, isDeep);
						if (tag == objectTag || tag == argsTag || isFunc && !object) {
							result = isFlat || isFunc ? {} : initCloneObject(value);
							if (!isDeep) return isFlat ? copySymbolsIn(value, baseAssignIn(result, value)) : copySymbols(value, baseAssign(result, value));
						} else {
							if (!cloneableTags[tag]) return object ? value : {};
							result = initCloneByTag(value, tag, isDeep);
						}
					}
					stack || (stack = new Stack());
					var stacked = stack.get(value);
					if (stacked) return stacked;
					stack.set(value, result);
					if (isSet(value)) value.forEach(function(subValue) {
						result.add(baseClone(subValue, bitmask, customizer, subValue, value, stack));
					});
					else if (isMap(value)) value.forEach(function(subValue, key) {
						result.set(key, baseClone(subValue, bitmask, customizer, key, value, stack));
					});
					var props = isArr ? undefined$1 : (isFull ? isFlat ? getAllKeysIn : getAllKeys : isFlat ? keysIn : keys)(value);
					arrayEach(props || value, function(subValue, key) {
						if (props) {
							key = subValue;
							subValue = value[key];
						}
						assignValue(result, key, baseClone(subValue, bitmask, customizer, key, value, stack));
					});
					return result;
				}
				function baseConforms(source) {
					var props = keys(source);
					return function(object) {
						return baseConformsTo(object, source, props);
					};
				}
				function baseConformsTo(object, source, props) {
					var length = props.length;
					if (object == null) return !length;
					object = Object(object);
					while (length--) {
						var key = props[length], predicate = source[key], value = object[key];
						if (value === undefined$1 && !(key in object) || !predicate(value)) return false;
					}
					return true;
				}
				function baseDelay(func, wait, args) {
					if (typeof func != "function") throw new TypeError(FUNC_ERROR_TEXT);
					return setTimeout(function() {
						func.apply(undefined$1, args);
					}, wait);
				}
				function baseDifference(array, values, iteratee, comparator) {
					var index = -1, includes = arrayIncludes, isCommon = true, length = array.length, result = [], valuesLength = values.length;
					if (!length) return result;
					if (iteratee) values = arrayMap(values, baseUnary(iteratee));
					if (comparator) {
						includes = arrayIncludesWith;
						isCommon = false;
					} else if (values.length >= LARGE_ARRAY_SIZE) {
						includes = cacheHas;
						isCommon = false;
						values = new SetCache(values);
					}
					outer: while (++index < length) {
						var value = array[index], computed = iteratee == null ? value : iteratee(value);
						value = comparator || value !== 0 ? value : 0;
						if (isCommon && computed === computed) {
							var valuesIndex = valuesLength;
							while (valuesIndex--) if (values[valuesIndex] === computed) continue outer;
							result.push(value);
						} else if (!includes(values, computed, comparator)) result.push(value);
					}
					return result;
				}
				var baseEach = createBaseEach(baseForOwn);
				var baseEachRight = createBaseEach(baseForOwnRight, true);
				function baseEvery(collection, predicate) {
					var result = true;
					baseEach(collection, function(value, index, collection) {
						result = !!predicate(value, index, collection);
						return result;
					});
					return result;
				}
				function baseExtremum(array, iteratee, comparator) {
					var index = -1, length = array.length;
					while (++index < length) {
						var value = array[index], current = iteratee(value);
						if (current != null && (computed === undefined$1 ? current === current && !isSymbol(current) : comparator(current, computed))) var computed = current, result = value;
					}
					return result;
				}
				function baseFill(array, value, start, end) {
					var length = array.length;
					start = toInteger(start);
					if (start < 0) start = -start > length ? 0 : length + start;
					end = end === undefined$1 || end > length ? length : toInteger(end);
					if (end < 0) end += length;
					end = start > end ? 0 : toLength(end);
					while (start < end) array[start++] = value;
					return array;
				}
				function baseFilter(collection, predicate) {
					var result = [];
					baseEach(collection, function(value, index, collection) {
						if (predicate(value, index, collection)) result.push(value);
					});
					return result;
				}
				function baseFlatten(array, depth, predicate, isStrict, result) {
					var index = -1, length = array.length;
					predicate || (predicate = isFlattenable);
					result || (result = []);
					while (++index < length) {
						var value = array[index];
						if (depth > 0 && predicate(value)) {
							if (depth > 1) baseFlatten(value, depth - 1, predicate, isStrict, result);
							else arrayPush(result, value);
						} else if (!isStrict) result[result.length] = value;
					}
					return result;
				}
				var baseFor = createBaseFor();
				var baseForRight = createBaseFor(true);
				function baseForOwn(object, iteratee) {
					return object && baseFor(object, iteratee, keys);
				}
				function baseForOwnRight(object, iteratee) {
					return object && baseForRight(object, iteratee, keys);
				}
				function baseFunctions(object, props) {
					return arrayFilter(props, function(key) {
						return isFunction(object[key]);
					});
				}
				function baseGet(object, path) {
					path = castPath(path, object);
					var index = 0, length = path.length;
					while (object != null && index < length) object = object[toKey(path[index++])];
					return index && index == length ? object : undefined$1;
				}
				function baseGetAllKeys(object, keysFunc, symbolsFunc) {
					var result = keysFunc(object);
					return isArray(object) ? result : arrayPush(result, symbolsFunc(object));
				}
				function baseGetTag(value) {
					if (value == null) return value === undefined$1 ? undefinedTag : nullTag;
					return symToStringTag && symToStringTag in Object(value) ? getRawTag(value) : objectToString(value);
				}
				function baseGt(value, other) {
					return value > other;
				}
				function baseHas(object, key) {
					return object != null && hasOwnProperty.call(object, key);
				}
				function baseHasIn(object, key) {
					return object != null && key in Object(object);
				}
				function baseInRange(number, start, end) {
					return number >= nativeMin(start, end) && number < nativeMax(start, end);
				}
				function baseIntersection(arrays, iteratee, comparator) {
					var includes = comparator ? arrayIncludesWith : arrayIncludes, length = arrays[0].length, othLength = arrays.length, othIndex = othLength, caches = Array(othLength), maxLength = 1e400, result = [];
					while (othIndex--) {
						var array = arrays[othIndex];
						if (othIndex && iteratee) array = arrayMap(array, baseUnary(iteratee));
						maxLength = nativeMin(array.length, maxLength);
						caches[othIndex] = !comparator && (iteratee || length >= 120 && array.length >= 120) ? new SetCache(othIndex && array) : undefined$1;
					}
					array = arrays[0];
					var index = -1, seen = caches[0];
					outer: while (++index < length && result.length < maxLength) {
						var value = array[index], computed = iteratee ? iteratee(value) : value;
						value = comparator || value !== 0 ? value : 0;
						if (!(seen ? cacheHas(seen, computed) : includes(result, computed, comparator))) {
							othIndex = othLength;
							while (--othIndex) {
								var cache = caches[othIndex];
								if (!(cache ? cacheHas(cache, computed) : includes(arrays[othIndex], computed, comparator))) continue outer;
							}
							if (seen) seen.push(computed);
							result.push(value);
						}
					}
					return result;
				}
				function baseInverter(object, setter, iteratee, accumulator) {
					baseForOwn(object, function(value, key, object) {
						setter(accumulator, iteratee(value), key, object);
					});
					return accumulator;
				}
				function baseInvoke(object, path, args) {
					path = castPath(path, object);
					object = parent(object, path);
					var func = object == null ? object : object[toKey(last(path))];
					return func == null ? undefined$1 : apply(func, object, args);
				}
				function baseIsArguments(value) {
					return isObjectLike(value) && baseGetTag(value) == argsTag;
				}
				function baseIsArrayBuffer(value) {
					return isObjectLike(value) && baseGetTag(value) == arrayBufferTag;
				}
				function baseIsDate(value) {
					return isObjectLike(value) && baseGetTag(value) == dateTag;
				}
				function baseIsEqual(value, other, bitmask, customizer, stack) {
					if (value === other) return true;
					if (value == null || other == null || !isObjectLike(value) && !isObjectLike(other)) return value !== value && other !== other;
					return baseIsEqualDeep(value, other, bitmask, customizer, baseIsEqual, stack);
				}
				function baseIsEqualDeep(object, other, bitmask, customizer, equalFunc, stack) {
					var objIsArr = isArray(object), othIsArr = isArray(other), objTag = objIsArr ? arrayTag : getTag(object), othTag = othIsArr ? arrayTag : getTag(other);
					objTag = objTag == argsTag ? objectTag : objTag;
					othTag = othTag == argsTag ? objectTag : othTag;
					var objIsObj = objTag == objectTag, othIsObj = othTag == objectTag, isSameTag = objTag == othTag;
					if (isSameTag && isBuffer(object)) {
						if (!isBuffer(other)) return false;
						objIsArr = true;
						objIsObj = false;
					}
					if (isSameTag && !objIsObj) {
						stack || (stack = new Stack());
						return objIsArr || isTypedArray(object) ? equalArrays(object, other, bitmask, customizer, equalFunc, stack) : equalByTag(object, other, objTag, bitmask, customizer, equalFunc, stack);
					}
					if (!(bitmask & COMPARE_PARTIAL_FLAG)) {
						var objIsWrapped = objIsObj && hasOwnProperty.call(object, "__wrapped__"), othIsWrapped = othIsObj && hasOwnProperty.call(other, "__wrapped__");
						if (objIsWrapped || othIsWrapped) {
							var objUnwrapped = objIsWrapped ? object.value() : object, othUnwrapped = othIsWrapped ? other.value() : other;
							stack || (stack = new Stack());
							return equalFunc(objUnwrapped, othUnwrapped, bitmask, customizer, stack);
						}
					}
					if (!isSameTag) return false;
					stack || (stack = new Stack());
					return equalObjects(object, other, bitmask, customizer, equalFunc, stack);
				}
				function baseIsMap(value) {
					return isObjectLike(value) && getTag(value) == mapTag;
				}
				function baseIsMatch(object, source, matchData, customizer) {
					var index = matchData.length, length = index, noCustomizer = !customizer;
					if (object == null) return !length;
					object = Object(object);
					while (index--) {
						var data = matchData[index];
						if (noCustomizer && data[2] ? data[1] !== object[data[0]] : !(data[0] in object)) return false;
					}
					while (++index < length) {
						data = matchData[index];
						var key = data[0], objValue = object[key], srcValue = data[1];
						if (noCustomizer && data[2]) {
							if (objValue === undefined$1 && !(key in object)) return false;
						} else {
							var stack = new Stack();
							if (customizer) var result = customizer(objValue, srcValue, key, object, source, stack);
							if (!(result === undefined$1 ? baseIsEqual(srcValue, objValue, 3, customizer, stack) : result)) return false;
						}
					}
					return true;
				}
				function baseIsNative(value) {
					if (!isObject(value) || isMasked(value)) return false;
					return (isFunction(value) ? reIsNative : reIsHostCtor).test(toSource(value));
				}
				function baseIsRegExp(value) {
					return isObjectLike(value) && baseGetTag(value) == regexpTag;
				}
				function baseIsSet(value) {
					return isObjectLike(value) && getTag(value) == setTag;
				}
				function baseIsTypedArray(value) {
					return isObjectLike(value) && isLength(value.length) && !!typedArrayTags[baseGetTag(value)];
				}
				function baseIteratee(value) {
					if (typeof value == "function") return value;
					if (value == null) return identity;
					if (typeof value == "object") return isArray(value) ? baseMatchesProperty(value[0], value[1]) : baseMatches(value);
					return property(value);
				}
				function baseKeys(object) {
					if (!isPrototype(object)) return nativeKeys(object);
					var result = [];
					for (var key in Object(object)) if (hasOwnProperty.call(object, key) && key != "constructor") result.push(key);
					return result;
				}
				function baseKeysIn(object) {
					if (!isObject(object)) return nativeKeysIn(object);
					var isProto = isPrototype(object), result = [];
					for (var key in object) if (!(key == "constructor" && (isProto || !hasOwnProperty.call(object, key)))) result.push(key);
					return result;
				}
				function baseLt(value, other) {
					return value < other;
				}
				function baseMap(collection, iteratee) {
					var index = -1, result = isArrayLike(collection) ? Array(collection.length) : [];
					baseEach(collection, function(value, key, collection) {
						result[++index] = iteratee(value, key, collection);
					});
					return result;
				}
				function baseMatches(source) {
					var matchData = getMatchData(source);
					if (matchData.length == 1 && matchData[0][2]) return matchesStrictComparable(matchData[0][0], matchData[0][1]);
					return function(object) {
						return object === source || baseIsMatch(object, source, matchData);
					};
				}
				function baseMatchesProperty(path, srcValue) {
					if (isKey(path) && isStrictComparable(srcValue)) return matchesStrictComparable(toKey(path), srcValue);
					return function(object) {
						var objValue = get(object, path);
						return objValue === undefined$1 && objValue === srcValue ? hasIn(object, path) : baseIsEqual(srcValue, objValue, 3);
					};
				}
				function baseMerge(object, source, srcIndex, customizer, stack) {
					if (object === source) return;
					baseFor(source, function(srcValue, key) {
						stack || (stack = new Stack());
						if (isObject(srcValue)) baseMergeDeep(object, source, key, srcIndex, baseMerge, customizer, stack);
						else {
							var newValue = customizer ? customizer(safeGet(object, key), srcValue, key + "", object, source, stack) : undefined$1;
							if (newValue === undefined$1) newValue = srcValue;
							assignMergeValue(object, key, newValue);
						}
					}, keysIn);
				}
				function baseMergeDeep(object, source, key, srcIndex, mergeFunc, customizer, stack) {
					var objValue = safeGet(object, key), srcValue = safeGet(source, key), stacked = stack.get(srcValue);
					if (stacked) {
						assignMergeValue(object, key, stacked);
						return;
					}
					var newValue = customizer ? customizer(objValue, srcValue, key + "", object, source, stack) : undefined$1;
					var isCommon = newValue === undefined$1;
					if (isCommon) {
						var isArr = isArray(srcValue), isBuff = !isArr && isBuffer(srcValue), isTyped = !isArr && !isBuff && isTypedArray(srcValue);
						newValue = srcValue;
						if (isArr || isBuff || isTyped) {
							if (isArray(objValue)) newValue = objValue;
							else if (isArrayLikeObject(objValue)) newValue = copyArray(objValue);
							else if (isBuff) {
								isCommon = false;
								newValue = cloneBuffer(srcValue, true);
							} else if (isTyped) {
								isCommon = false;
								newValue = cloneTypedArray(srcValue, true);
							} else newValue = [];
						} else if (isPlainObject(srcValue) || isArguments(srcValue)) {
							newValue = objValue;
							if (isArguments(objValue)) newValue = toPlainObject(objValue);
							else if (!isObject(objValue) || isFunction(objValue)) newValue = initCloneObject(srcValue);
						} else isCommon = false;
					}
					if (isCommon) {
						stack.set(srcValue, newValue);
						mergeFunc(newValue, srcValue, srcIndex, customizer, stack);
						stack["delete"](srcValue);
					}
					assignMergeValue(object, key, newValue);
				}
				function baseNth(array, n) {
					var length = array.length;
					if (!length) return;
					n += n < 0 ? length : 0;
					return isIndex(n, length) ? array[n] : undefined$1;
				}
				function baseOrderBy(collection, iteratees, orders) {
					if (iteratees.length) iteratees = arrayMap(iteratees, function(iteratee) {
						if (isArray(iteratee)) return function(value) {
							return baseGet(value, iteratee.length === 1 ? iteratee[0] : iteratee);
						};
						return iteratee;
					});
					else iteratees = [identity];
					var index = -1;
					iteratees = arrayMap(iteratees, baseUnary(getIteratee()));
					return baseSortBy(baseMap(collection, function(value, key, collection) {
						return {
							"criteria": arrayMap(iteratees, function(iteratee) {
								return iteratee(value);
							}),
							"index": ++index,
							"value": value
						};
					}), function(object, other) {
						return compareMultiple(object, other, orders);
					});
				}
				function basePick(object, paths) {
					return basePickBy(object, paths, function(value, path) {
						return hasIn(object, path);
					});
				}
				function basePickBy(object, paths, predicate) {
					var index = -1, length = paths.length, result = {};
					while (++index < length) {
						var path = paths[index], value = baseGet(object, path);
						if (predicate(value, path)) baseSet(result, castPath(path, object), value);
					}
					return result;
				}
				function basePropertyDeep(path) {
					return function(object) {
						return baseGet(object, path);
					};
				}
				function basePullAll(array, values, iteratee, comparator) {
					var indexOf = comparator ? baseIndexOfWith : baseIndexOf, index = -1, length = values.length, seen = array;
					if (array === values) values = copyArray(values);
					if (iteratee) seen = arrayMap(array, baseUnary(iteratee));
					while (++index < length) {
						var fromIndex = 0, value = values[index], computed = iteratee ? iteratee(value) : value;
						while ((fromIndex = indexOf(seen, computed, fromIndex, comparator)) > -1) {
							if (seen !== array) splice.call(seen, fromIndex, 1);
							splice.call(array, fromIndex, 1);
						}
					}
					return array;
				}
				function basePullAt(array, indexes) {
					var length = array ? indexes.length : 0, lastIndex = length - 1;
					while (length--) {
						var index = indexes[length];
						if (length == lastIndex || index !== previous) {
							var previous = index;
							if (isIndex(index)) splice.call(array, index, 1);
							else baseUnset(array, index);
						}
					}
					return array;
				}
				function baseRandom(lower, upper) {
					return lower + nativeFloor(nativeRandom() * (upper - lower + 1));
				}
				function baseRange(start, end, step, fromRight) {
					var index = -1, length = nativeMax(nativeCeil((end - start) / (step || 1)), 0), result = Array(length);
					while (length--) {
						result[fromRight ? length : ++index] = start;
						start += step;
					}
					return result;
				}
				function baseRepeat(string, n) {
					var result = "";
					if (!string || n < 1 || n > MAX_SAFE_INTEGER) return result;
					do {
						if (n % 2) result += string;
						n = nativeFloor(n / 2);
						if (n) string += string;
					} while (n);
					return result;
				}
				function baseRest(func, start) {
					return setToString(overRest(func, start, identity), func + "");
				}
				function baseSample(collection) {
					return arraySample(values(collection));
				}
				function baseSampleSize(collection, n) {
					var array = values(collection);
					return shuffleSelf(array, baseClamp(n, 0, array.length));
				}
				function baseSet(object, path, value, customizer) {
					if (!isObject(object)) return object;
					path = castPath(path, object);
					var index = -1, length = path.length, lastIndex = length - 1, nested = object;
					while (nested != null && ++index < length) {
						var key = toKey(path[index]), newValue = value;
						if (key === "__proto__" || key === "constructor" || key === "prototype") return object;
						if (index != lastIndex) {
							var objValue = nested[key];
							newValue = customizer ? customizer(objValue, key, nested) : undefined$1;
							if (newValue === undefined$1) newValue = isObject(objValue) ? objValue : isIndex(path[index + 1]) ? [] : {};
						}
						assignValue(nested, key, newValue);
						nested = nested[key];
					}
					return object;
				}
				var baseSetData = !metaMap ? identity : function(func, data) {
					metaMap.set(func, data);
					return func;
				};
				var baseSetToString = !defineProperty ? identity : function(func, string) {
					return defineProperty(func, "toString", {
						"configurable": true,
						"enumerable": false,
						"value": constant(string),
						"writable": true
					});
				};
				function baseShuffle(collection) {
					return shuffleSelf(values(collection));
				}
				function baseSlice(array, start, end) {
					var index = -1, length = array.length;
					if (start < 0) start = -start > length ? 0 : length + start;
					end = end > length ? length : end;
					if (end < 0) end += length;
					length = start > end ? 0 : end - start >>> 0;
					start >>>= 0;
					var result = Array(length);
					while (++index < length) result[index] = array[index + start];
					return result;
				}
				function baseSome(collection, predicate) {
					var result;
					baseEach(collection, function(value, index, collection) {
						result = predicate(value, index, collection);
						return !result;
					});
					return !!result;
				}
				function baseSortedIndex(array, value, retHighest) {
					var low = 0, high = array == null ? low : array.length;
					if (typeof value == "number" && value === value && high <= HALF_MAX_ARRAY_LENGTH) {
						while (low < high) {
							var mid = low + high >>> 1, computed = array[mid];
							if (computed !== null && !isSymbol(computed) && (retHighest ? computed <= value : computed < value)) low = mid + 1;
							else high = mid;
						}
						return high;
					}
					return baseSortedIndexBy(array, value, identity, retHighest);
				}
				function baseSortedIndexBy(array, value, iteratee, retHighest) {
					var low = 0, high = array == null ? 0 : array.length;
					if (high === 0) return 0;
					value = iteratee(value);
					var valIsNaN = value !== value, valIsNull = value === null, valIsSymbol = isSymbol(value), valIsUndefined = value === undefined$1;
					while (low < high) {
						var mid = nativeFloor((low + high) / 2), computed = iteratee(array[mid]), othIsDefined = computed !== undefined$1, othIsNull = computed === null, othIsReflexive = computed === computed, othIsSymbol = isSymbol(computed);
						if (valIsNaN) var setLow = retHighest || othIsReflexive;
						else if (valIsUndefined) setLow = othIsReflexive && (retHighest || othIsDefined);
						else if (valIsNull) setLow = othIsReflexive && othIsDefined && (retHighest || !othIsNull);
						else if (valIsSymbol) setLow = othIsReflexive && othIsDefined && !othIsNull && (retHighest || !othIsSymbol);
						else if (othIsNull || othIsSymbol) setLow = false;
						else setLow = retHighest ? computed <= value : computed < value;
						if (setLow) low = mid + 1;
						else high = mid;
					}
					return nativeMin(high, MAX_ARRAY_INDEX);
				}
				function baseSortedUniq(array, iteratee) {
					var index = -1, length = array.length, resIndex = 0, result = [];
					while (++index < length) {
						var value = array[index], computed = iteratee ? iteratee(value) : value;
						if (!index || !eq(computed, seen)) {
							var seen = computed;
							result[resIndex++] = value === 0 ? 0 : value;
						}
					}
					return result;
				}
				function baseToNumber(value) {
					if (typeof value == "number") return value;
					if (isSymbol(value)) return NAN;
					return +value;
				}
				function baseToString(value) {
					if (typeof value == "string") return value;
					if (isArray(value)) return arrayMap(value, baseToString) + "";
					if (isSymbol(value)) return symbolToString ? symbolToString.call(value) : "";
					var result = value + "";
					return result == "0" && 1 / value == -1e400 ? "-0" : result;
				}
				function baseUniq(array, iteratee, comparator) {
					var index = -1, includes = arrayIncludes, length = array.length, isCommon = true, result = [], seen = result;
					if (comparator) {
						isCommon = false;
						includes = arrayIncludesWith;
					} else if (length >= LARGE_ARRAY_SIZE) {
						var set = iteratee ? null : createSet(array);
						if (set) return setToArray(set);
						isCommon = false;
						includes = cacheHas;
						seen = new SetCache();
					} else seen = iteratee ? [] : result;
					outer: while (++index < length) {
						var value = array[index], computed = iteratee ? iteratee(value) : value;
						value = comparator || value !== 0 ? value : 0;
						if (isCommon && computed === computed) {
							var seenIndex = seen.length;
							while (seenIndex--) if (seen[seenIndex] === computed) continue outer;
							if (iteratee) seen.push(computed);
							result.push(value);
						} else if (!includes(seen, computed, comparator)) {
							if (seen !== result) seen.push(computed);
							result.push(value);
						}
					}
					return result;
				}
				function baseUnset(object, path) {
					path = castPath(path, object);
					var index = -1, length = path.length;
					if (!length) return true;
					while (++index < length) {
						var key = toKey(path[index]);
						if (key === "__proto__" && !hasOwnProperty.call(object, "__proto__")) return false;
						if ((key === "constructor" || key === "prototype") && index < length - 1) return false;
					}
					var obj = parent(object, path);
					return obj == null || delete obj[toKey(last(path))];
				}
				function baseUpdate(object, path, updater, customizer) {
					return baseSet(object, path, updater(baseGet(object, path)), customizer);
				}
				function baseWhile(array, predicate, isDrop, fromRight) {
					var length = array.length, index = fromRight ? length : -1;
					while ((fromRight ? index-- : ++index < length) && predicate(array[index], index, array));
					return isDrop ? baseSlice(array, fromRight ? 0 : index, fromRight ? index + 1 : length) : baseSlice(array, fromRight ? index + 1 : 0, fromRight ? length : index);
				}
				function baseWrapperValue(value, actions) {
					var result = value;
					if (result instanceof LazyWrapper) result = result.value();
					return arrayReduce(actions, function(result, action) {
						return action.func.apply(action.thisArg, arrayPush([result], action.args));
					}, result);
				}
				function baseXor(arrays, iteratee, comparator) {
					var length = arrays.length;
					if (length < 2) return length ? baseUniq(arrays[0]) : [];
					var index = -1, result = Array(length);
					while (++index < length) {
						var array = arrays[index], othIndex = -1;
						while (++othIndex < length) if (othIndex != index) result[index] = baseDifference(result[index] || array, arrays[othIndex], iteratee, comparator);
					}
					return baseUniq(baseFlatten(result, 1), iteratee, comparator);
				}
				function baseZipObject(props, values, assignFunc) {
					var index = -1, length = props.length, valsLength = values.length, result = {};
					while (++index < length) {
						var value = index < valsLength ? values[index] : undefined$1;
						assignFunc(result, props[index], value);
					}
					return result;
				}
				function castArrayLikeObject(value) {
					return isArrayLikeObject(value) ? value : [];
				}
				function castFunction(value) {
					return typeof value == "function" ? value : identity;
				}
				function castPath(value, object) {
					if (isArray(value)) return value;
					return isKey(value, object) ? [value] : stringToPath(toString(value));
				}
				var castRest = baseRest;
				function castSlice(array, start, end) {
					var length = array.length;
					end = end === undefined$1 ? length : end;
					return !start && end >= length ? array : baseSlice(array, start, end);
				}
				var clearTimeout = ctxClearTimeout || function(id) {
					return root.clearTimeout(id);
				};
				function cloneBuffer(buffer, isDeep) {
					if (isDeep) return buffer.slice();
					var length = buffer.length, result = allocUnsafe ? allocUnsafe(length) : new buffer.constructor(length);
					buffer.copy(result);
					return result;
				}
				function cloneArrayBuffer(arrayBuffer) {
					var result = new arrayBuffer.constructor(arrayBuffer.byteLength);
					new Uint8Array(result).set(new Uint8Array(arrayBuffer));
					return result;
				}
				function cloneDataView(dataView, isDeep) {
					var buffer = isDeep ? cloneArrayBuffer(dataView.buffer) : dataView.buffer;
					return new dataView.constructor(buffer, dataView.byteOffset, dataView.byteLength);
				}
				function cloneRegExp(regexp) {
					var result = new regexp.constructor(regexp.source, reFlags.exec(regexp));
					result.lastIndex = regexp.lastIndex;
					return result;
				}
				function cloneSymbol(symbol) {
					return symbolValueOf ? Object(symbolValueOf.call(symbol)) : {};
				}
				function cloneTypedArray(typedArray, isDeep) {
					var buffer = isDeep ? cloneArrayBuffer(typedArray.buffer) : typedArray.buffer;
					return new typedArray.constructor(buffer, typedArray.byteOffset, typedArray.length);
				}
				function compareAscending(value, other) {
					if (value !== other) {
						var valIsDefined = value !== undefined$1, valIsNull = value === null, valIsReflexive = value === value, valIsSymbol = isSymbol(value);
						var othIsDefined = other !== undefined$1, othIsNull = other === null, othIsReflexive = other === other, othIsSymbol = isSymbol(other);
						if (!othIsNull && !othIsSymbol && !valIsSymbol && value > other || valIsSymbol && othIsDefined && othIsReflexive && !othIsNull && !othIsSymbol || valIsNull && othIsDefined && othIsReflexive || !valIsDefined && othIsReflexive || !valIsReflexive) return 1;
						if (!valIsNull && !valIsSymbol && !othIsSymbol && value < other || othIsSymbol && valIsDefined && valIsReflexive && !valIsNull && !valIsSymbol || othIsNull && valIsDefined && valIsReflexive || !othIsDefined && valIsReflexive || !othIsReflexive) return -1;
					}
					return 0;
				}
				function compareMultiple(object, other, orders) {
					var index = -1, objCriteria = object.criteria, othCriteria = other.criteria, length = objCriteria.length, ordersLength = orders.length;
					while (++index < length) {
						var result = compareAscending(objCriteria[index], othCriteria[index]);
						if (result) {
							if (index >= ordersLength) return result;
							return result * (orders[index] == "desc" ? -1 : 1);
						}
					}
					return object.index - other.index;
				}
				function composeArgs(args, partials, holders, isCurried) {
					var argsIndex = -1, argsLength = args.length, holdersLength = holders.length, leftIndex = -1, leftLength = partials.length, rangeLength = nativeMax(argsLength - holdersLength, 0), result = Array(leftLength + rangeLength), isUncurried = !isCurried;
					while (++leftIndex < leftLength) result[leftIndex] = partials[leftIndex];
					while (++argsIndex < holdersLength) if (isUncurried || argsIndex < argsLength) result[holders[argsIndex]] = args[argsIndex];
					while (rangeLength--) result[leftIndex++] = args[argsIndex++];
					return result;
				}
				function composeArgsRight(args, partials, holders, isCurried) {
					var argsIndex = -1, argsLength = args.length, holdersIndex = -1, holdersLength = holders.length, rightIndex = -1, rightLength = partials.length, rangeLength = nativeMax(argsLength - holdersLength, 0), result = Array(rangeLength + rightLength), isUncurried = !isCurried;
					while (++argsIndex < rangeLength) result[argsIndex] = args[argsIndex];
					var offset = argsIndex;
					while (++rightIndex < rightLength) result[offset + rightIndex] = partials[rightIndex];
					while (++holdersIndex < holdersLength) if (isUncurried || argsIndex < argsLength) result[offset + holders[holdersIndex]] = args[argsIndex++];
					return result;
				}
				function copyArray(source, array) {
					var index = -1, length = source.length;
					array || (array = Array(length));
					while (++index < length) array[index] = source[index];
					return array;
				}
				function copyObject(source, props, object, customizer) {
					var isNew = !object;
					object || (object = {});
					var index = -1, length = props.length;
					while (++index < length) {
						var key = props[index];
						var newValue = customizer ? customizer(object[key], source[key], key, object, source) : undefined$1;
						if (newValue === undefined$1) newValue = source[key];
						if (isNew) baseAssignValue(object, key, newValue);
						else assignValue(object, key, newValue);
					}
					return object;
				}
				function copySymbols(source, object) {
					return copyObject(source, getSymbols(source), object);
				}
				function copySymbolsIn(source, object) {
					return copyObject(source, getSymbolsIn(source), object);
				}
				function createAggregator(setter, initializer) {
					return function(collection, iteratee) {
						var func = isArray(collection) ? arrayAggregator : baseAggregator, accumulator = initializer ? initializer() : {};
						return func(collection, setter, getIteratee(iteratee, 2), accumulator);
					};
				}
				function createAssigner(assigner) {
					return baseRest(function(object, sources) {
						var index = -1, length = sources.length, customizer = length > 1 ? sources[length - 1] : undefined$1, guard = length > 2 ? sources[2] : undefined$1;
						customizer = assigner.length > 3 && typeof customizer == "function" ? (length--, customizer) : undefined$1;
						if (guard && isIterateeCall(sources[0], sources[1], guard)) {
							customizer = length < 3 ? undefined$1 : customizer;
							length = 1;
						}
						object = Object(object);
						while (++index < length) {
							var source = sources[index];
							if (source) assigner(object, source, index, customizer);
						}
						return object;
					});
				}
				function createBaseEach(eachFunc, fromRight) {
					return function(collection, iteratee) {
						if (collection == null) return collection;
						if (!isArrayLike(collection)) return eachFunc(collection, iteratee);
						var length = collection.length, index = fromRight ? length : -1, iterable = Object(collection);
						while (fromRight ? index-- : ++index < length) if (iteratee(iterable[index], index, iterable) === false) break;
						return collection;
					};
				}
				function createBaseFor(fromRight) {
					return function(object, iteratee, keysFunc) {
						var index = -1, iterable = Object(object), props = keysFunc(object), length = props.length;
						while (length--) {
							var key = props[fromRight ? length : ++index];
							if (iteratee(iterable[key], key, iterable) === false) break;
						}
						return object;
					};
				}
				function createBind(func, bitmask, thisArg) {
					var isBind = bitmask & WRAP_BIND_FLAG, Ctor = createCtor(func);
					function wrapper() {
						return (this && this !== root && this instanceof wrapper ? Ctor : func).apply(isBind ? thisArg : this, arguments);
					}
					return wrapper;
				}
				function createCaseFirst(methodName) {
					return function(string) {
						string = toString(string);
						var strSymbols = hasUnicode(string) ? stringToArray(string) : undefined$1;
						var chr = strSymbols ? strSymbols[0] : string.charAt(0);
						var trailing = strSymbols ? castSlice(strSymbols, 1).join("") : string.slice(1);
						return chr[methodName]() + trailing;
					};
				}
				function createCompounder(callback) {
					return function(string) {
						return arrayReduce(words(deburr(string).replace(reApos, "")), callback, "");
					};
				}
				function createCtor(Ctor) {
					return function() {
						var args = arguments;
						switch (args.length) {
							case 0: return new Ctor();
							case 1: return new Ctor(args[0]);
							case 2: return new Ctor(args[0], args[1]);
							case 3: return new Ctor(args[0], args[1], args[2]);
							case 4: return new Ctor(args[0], args[1], args[2], args[3]);
							case 5: return new Ctor(args[0], args[1], args[2], args[3], args[4]);
							case 6: return new Ctor(args[0], args[1], args[2], args[3], args[4], args[5]);
							case 7: return new Ctor(args[0], args[1], args[2], args[3], args[4], args[5], args[6]);
						}
						var thisBinding = baseCreate(Ctor.prototype), result = Ctor.apply(thisBinding, args);
						return isObject(result) ? result : thisBinding;
					};
				}
				function createCurry(func, bitmask, arity) {
					var Ctor = createCtor(func);
					function wrapper() {
						var length = arguments.length, args = Array(length), index = length, placeholder = getHolder(wrapper);
						while (index--) args[index] = arguments[index];
						var holders = length < 3 && args[0] !== placeholder && args[length - 1] !== placeholder ? [] : replaceHolders(args, placeholder);
						length -= holders.length;
						if (length < arity) return createRecurry(func, bitmask, createHybrid, wrapper.placeholder, undefined$1, args, holders, undefined$1, undefined$1, arity - length);
						return apply(this && this !== root && this instanceof wrapper ? Ctor : func, this, args);
					}
					return wrapper;
				}
				function createFind(findIndexFunc) {
					return function(collection, predicate, fromIndex) {
						var iterable = Object(collection);
						if (!isArrayLike(collection)) {
							var iteratee = getIteratee(predicate, 3);
							collection = keys(collection);
							predicate = function(key) {
								return iteratee(iterable[key], key, iterable);
							};
						}
						var index = findIndexFunc(collection, predicate, fromIndex);
						return index > -1 ? iterable[iteratee ? collection[index] : index] : undefined$1;
					};
				}
				function createFlow(fromRight) {
					return flatRest(function(funcs) {
						var length = funcs.length, index = length, prereq = LodashWrapper.prototype.thru;
						if (fromRight) funcs.reverse();
						while (index--) {
							var func = funcs[index];
							if (typeof func != "function") throw new TypeError(FUNC_ERROR_TEXT);
							if (prereq && !wrapper && getFuncName(func) == "wrapper") var wrapper = new LodashWrapper([], true);
						}
						index = wrapper ? index : length;
						while (++index < length) {
							func = funcs[index];
							var funcName = getFuncName(func), data = funcName == "wrapper" ? getData(func) : undefined$1;
							if (data && isLaziable(data[0]) && data[1] == (WRAP_ARY_FLAG | WRAP_CURRY_FLAG | WRAP_PARTIAL_FLAG | WRAP_REARG_FLAG) && !data[4].length && data[9] == 1) wrapper = wrapper[getFuncName(data[0])].apply(wrapper, data[3]);
							else wrapper = func.length == 1 && isLaziable(func) ? wrapper[funcName]() : wrapper.thru(func);
						}
						return function() {
							var args = arguments, value = args[0];
							if (wrapper && args.length == 1 && isArray(value)) return wrapper.plant(value).value();
							var index = 0, result = length ? funcs[index].apply(this, args) : value;
							while (++index < length) result = funcs[index].call(this, result);
							return result;
						};
					});
				}
				function createHybrid(func, bitmask, thisArg, partials, holders, partialsRight, holdersRight, argPos, ary, arity) {
					var isAry = bitmask & WRAP_ARY_FLAG, isBind = bitmask & WRAP_BIND_FLAG, isBindKey = bitmask & WRAP_BIND_KEY_FLAG, isCurried = bitmask & (WRAP_CURRY_FLAG | WRAP_CURRY_RIGHT_FLAG), isFlip = bitmask & WRAP_FLIP_FLAG, Ctor = isBindKey ? undefined$1 : createCtor(func);
					function wrapper() {
						var length = arguments.length, args = Array(length), index = length;
						while (index--) args[index] = arguments[index];
						if (isCurried) var placeholder = getHolder(wrapper), holdersCount = countHolders(args, placeholder);
						if (partials) args = composeArgs(args, partials, holders, isCurried);
						if (partialsRight) args = composeArgsRight(args, partialsRight, holdersRight, isCurried);
						length -= holdersCount;
						if (isCurried && length < arity) {
							var newHolders = replaceHolders(args, placeholder);
							return createRecurry(func, bitmask, createHybrid, wrapper.placeholder, thisArg, args, newHolders, argPos, ary, arity - length);
						}
						var thisBinding = isBind ? thisArg : this, fn = isBindKey ? thisBinding[func] : func;
						length = args.length;
						if (argPos) args = reorder(args, argPos);
						else if (isFlip && length > 1) args.reverse();
						if (isAry && ary < length) args.length = ary;
						if (this && this !== root && this instanceof wrapper) fn = Ctor || createCtor(fn);
						return fn.apply(thisBinding, args);
					}
					return wrapper;
				}
				function createInverter(setter, toIteratee) {
					return function(object, iteratee) {
						return baseInverter(object, setter, toIteratee(iteratee), {});
					};
				}
				function createMathOperation(operator, defaultValue) {
					return function(value, other) {
						var result;
						if (value === undefined$1 && other === undefined$1) return defaultValue;
						if (value !== undefined$1) result = value;
						if (other !== undefined$1) {
							if (result === undefined$1) return other;
							if (typeof value == "string" || typeof other == "string") {
								value = baseToString(value);
								other = baseToString(other);
							} else {
								value = baseToNumber(value);
								other = baseToNumber(other);
							}
							result = operator(value, other);
						}
						return result;
					};
				}
				function createOver(arrayFunc) {
					return flatRest(function(iteratees) {
						iteratees = arrayMap(iteratees, baseUnary(getIteratee()));
						return baseRest(function(args) {
							var thisArg = this;
							return arrayFunc(iteratees, function(iteratee) {
								return apply(iteratee, thisArg, args);
							});
						});
					});
				}
				function createPadding(length, chars) {
					chars = chars === undefined$1 ? " " : baseToString(chars);
					var charsLength = chars.length;
					if (charsLength < 2) return charsLength ? baseRepeat(chars, length) : chars;
					var result = baseRepeat(chars, nativeCeil(length / stringSize(chars)));
					return hasUnicode(chars) ? castSlice(stringToArray(result), 0, length).join("") : result.slice(0, length);
				}
				function createPartial(func, bitmask, thisArg, partials) {
					var isBind = bitmask & WRAP_BIND_FLAG, Ctor = createCtor(func);
					function wrapper() {
						var argsIndex = -1, argsLength = arguments.length, leftIndex = -1, leftLength = partials.length, args = Array(leftLength + argsLength), fn = this && this !== root && this instanceof wrapper ? Ctor : func;
						while (++leftIndex < leftLength) args[leftIndex] = partials[leftIndex];
						while (argsLength--) args[leftIndex++] = arguments[++argsIndex];
						return apply(fn, isBind ? thisArg : this, args);
					}
					return wrapper;
				}
				function createRange(fromRight) {
					return function(start, end, step) {
						if (step && typeof step != "number" && isIterateeCall(start, end, step)) end = step = undefined$1;
						start = toFinite(start);
						if (end === undefined$1) {
							end = start;
							start = 0;
						} else end = toFinite(end);
						step = step === undefined$1 ? start < end ? 1 : -1 : toFinite(step);
						return baseRange(start, end, step, fromRight);
					};
				}
				function createRelationalOperation(operator) {
					return function(value, other) {
						if (!(typeof value == "string" && typeof other == "string")) {
							value = toNumber(value);
							other = toNumber(other);
						}
						return operator(value, other);
					};
				}
				function createRecurry(func, bitmask, wrapFunc, placeholder, thisArg, partials, holders, argPos, ary, arity) {
					var isCurry = bitmask & WRAP_CURRY_FLAG, newHolders = isCurry ? holders : undefined$1, newHoldersRight = isCurry ? undefined$1 : holders, newPartials = isCurry ? partials : undefined$1, newPartialsRight = isCurry ? undefined$1 : partials;
					bitmask |= isCurry ? WRAP_PARTIAL_FLAG : WRAP_PARTIAL_RIGHT_FLAG;
					bitmask &= ~(isCurry ? WRAP_PARTIAL_RIGHT_FLAG : WRAP_PARTIAL_FLAG);
					if (!(bitmask & WRAP_CURRY_BOUND_FLAG)) bitmask &= -4;
					var newData = [
						func,
						bitmask,
						thisArg,
						newPartials,
						newHolders,
						newPartialsRight,
						newHoldersRight,
						argPos,
						ary,
						arity
					];
					var result = wrapFunc.apply(undefined$1, newData);
					if (isLaziable(func)) setData(result, newData);
					result.placeholder = placeholder;
					return setWrapToString(result, func, bitmask);
				}
				function createRound(methodName) {
					var func = Math[methodName];
					return function(number, precision) {
						number = toNumber(number);
						precision = precision == null ? 0 : nativeMin(toInteger(precision), 292);
						if (precision && nativeIsFinite(number)) {
							var pair = (toString(number) + "e").split("e");
							pair = (toString(func(pair[0] + "e" + (+pair[1] + precision))) + "e").split("e");
							return +(pair[0] + "e" + (+pair[1] - precision));
						}
						return func(number);
					};
				}
				var createSet = !(Set && 1 / setToArray(new Set([, -0]))[1] == INFINITY) ? noop : function(values) {
					return new Set(values);
				};
				function createToPairs(keysFunc) {
					return function(object) {
						var tag = getTag(object);
						if (tag == mapTag) return mapToArray(object);
						if (tag == setTag) return setToPairs(object);
						return baseToPairs(object, keysFunc(object));
					};
				}
				function createWrap(func, bitmask, thisArg, partials, holders, argPos, ary, arity) {
					var isBindKey = bitmask & WRAP_BIND_KEY_FLAG;
					if (!isBindKey && typeof func != "function") throw new TypeError(FUNC_ERROR_TEXT);
					var length = partials ? partials.length : 0;
					if (!length) {
						bitmask &= -97;
						partials = holders = undefined$1;
					}
					ary = ary === undefined$1 ? ary : nativeMax(toInteger(ary), 0);
					arity = arity === undefined$1 ? arity : toInteger(arity);
					length -= holders ? holders.length : 0;
					if (bitmask & WRAP_PARTIAL_RIGHT_FLAG) {
						var partialsRight = partials, holdersRight = holders;
						partials = holders = undefined$1;
					}
					var data = isBindKey ? undefined$1 : getData(func);
					var newData = [
						func,
						bitmask,
						thisArg,
						partials,
						holders,
						partialsRight,
						holdersRight,
						argPos,
						ary,
						arity
					];
					if (data) mergeData(newData, data);
					func = newData[0];
					bitmask = newData[1];
					thisArg = newData[2];
					partials = newData[3];
					holders = newData[4];
					arity = newData[9] = newData[9] === undefined$1 ? isBindKey ? 0 : func.length : nativeMax(newData[9] - length, 0);
					if (!arity && bitmask & (WRAP_CURRY_FLAG | WRAP_CURRY_RIGHT_FLAG)) bitmask &= -25;
					if (!bitmask || bitmask == WRAP_BIND_FLAG) var result = createBind(func, bitmask, thisArg);
					else if (bitmask == WRAP_CURRY_FLAG || bitmask == WRAP_CURRY_RIGHT_FLAG) result = createCurry(func, bitmask, arity);
					else if ((bitmask == WRAP_PARTIAL_FLAG || bitmask == (WRAP_BIND_FLAG | WRAP_PARTIAL_FLAG)) && !holders.length) result = createPartial(func, bitmask, thisArg, partials);
					else result = createHybrid.apply(undefined$1, newData);
					return setWrapToString((data ? baseSetData : setData)(result, newData), func, bitmask);
				}
				function customDefaultsAssignIn(objValue, srcValue, key, object) {
					if (objValue === undefined$1 || eq(objValue, objectProto[key]) && !hasOwnProperty.call(object, key)) return srcValue;
					return objValue;
				}
				function customDefaultsMerge(objValue, srcValue, key, object, source, stack) {
					if (isObject(objValue) && isObject(srcValue)) {
						stack.set(srcValue, objValue);
						baseMerge(objValue, srcValue, undefined$1, customDefaultsMerge, stack);
						stack["delete"](srcValue);
					}
					return objValue;
				}
				function customOmitClone(value) {
					return isPlainObject(value) ? undefined$1 : value;
				}
				function equalArrays(array, other, bitmask, customizer, equalFunc, stack) {
					var isPartial = bitmask & COMPARE_PARTIAL_FLAG, arrLength = array.length, othLength = other.length;
					if (arrLength != othLength && !(isPartial && othLength > arrLength)) return false;
					var arrStacked = stack.get(array);
					var othStacked = stack.get(other);
					if (arrStacked && othStacked) return arrStacked == other && othStacked == array;
					var index = -1, result = true, seen = bitmask & COMPARE_UNORDERED_FLAG ? new SetCache() : undefined$1;
					stack.set(array, other);
					stack.set(other, array);
					while (++index < arrLength) {
						var arrValue = array[index], othValue = other[index];
						if (customizer) var compared = isPartial ? customizer(othValue, arrValue, index, other, array, stack) : customizer(arrValue, othValue, index, array, other, stack);
						if (compared !== undefined$1) {
							if (compared) continue;
							result = false;
							break;
						}
						if (seen) {
							if (!arraySome(other, function(othValue, othIndex) {
								if (!cacheHas(seen, othIndex) && (arrValue === othValue || equalFunc(arrValue, othValue, bitmask, customizer, stack))) return seen.push(othIndex);
							})) {
								result = false;
								break;
							}
						} else if (!(arrValue === othValue || equalFunc(arrValue, othValue, bitmask, customizer, stack))) {
							result = false;
							break;
						}
					}
					stack["delete"](array);
					stack["delete"](other);
					return result;
				}
				function equalByTag(object, other, tag, bitmask, customizer, equalFunc, stack) {
					switch (tag) {
						case dataViewTag:
							if (object.byteLength != other.byteLength || object.byteOffset != other.byteOffset) return false;
							object = object.buffer;
							other = other.buffer;
						case arrayBufferTag:
							if (object.byteLength != other.byteLength || !equalFunc(new Uint8Array(object), new Uint8Array(other))) return false;
							return true;
						case boolTag:
						case dateTag:
						case numberTag: return eq(+object, +other);
						case errorTag: return object.name == other.name && object.message == other.message;
						case regexpTag:
						case stringTag: return object == other + "";
						case mapTag: var convert = mapToArray;
						case setTag:
							var isPartial = bitmask & COMPARE_PARTIAL_FLAG;
							convert || (convert = setToArray);
							if (object.size != other.size && !isPartial) return false;
							var stacked = stack.get(object);
							if (stacked) return stacked == other;
							bitmask |= COMPARE_UNORDERED_FLAG;
							stack.set(object, other);
							var result = equalArrays(convert(object), convert(other), bitmask, customizer, equalFunc, stack);
							stack["delete"](object);
							return result;
						case symbolTag: if (symbolValueOf) return symbolValueOf.call(object) == symbolValueOf.call(other);
					}
					return false;
				}
				function equalObjects(object, other, bitmask, customizer, equalFunc, stack) {
					var isPartial = bitmask & COMPARE_PARTIAL_FLAG, objProps = getAllKeys(object), objLength = objProps.length;
					if (objLength != getAllKeys(other).length && !isPartial) return false;
					var index = objLength;
					while (index--) {
						var key = objProps[index];
						if (!(isPartial ? key in other : hasOwnProperty.call(other, key))) return false;
					}
					var objStacked = stack.get(object);
					var othStacked = stack.get(other);
					if (objStacked && othStacked) return objStacked == other && othStacked == object;
					var result = true;
					stack.set(object, other);
					stack.set(other, object);
					var skipCtor = isPartial;
					while (++index < objLength) {
						key = objProps[index];
						var objValue = object[key], othValue = other[key];
						if (customizer) var compared = isPartial ? customizer(othValue, objValue, key, other, object, stack) : customizer(objValue, othValue, key, object, other, stack);
						if (!(compared === undefined$1 ? objValue === othValue || equalFunc(objValue, othValue, bitmask, customizer, stack) : compared)) {
							result = false;
							break;
						}
						skipCtor || (skipCtor = key == "constructor");
					}
					if (result && !skipCtor) {
						var objCtor = object.constructor, othCtor = other.constructor;
						if (objCtor != othCtor && "constructor" in object && "constructor" in other && !(typeof objCtor == "function" && objCtor instanceof objCtor && typeof othCtor == "function" && othCtor instanceof othCtor)) result = false;
					}
					stack["delete"](object);
					stack["delete"](other);
					return result;
				}
				function flatRest(func) {
					return setToString(overRest(func, undefined$1, flatten), func + "");
				}
				function getAllKeys(object) {
					return baseGetAllKeys(object, keys, getSymbols);
				}
				function getAllKeysIn(object) {
					return baseGetAllKeys(object, keysIn, getSymbolsIn);
				}
				var getData = !metaMap ? noop : function(func) {
					return metaMap.get(func);
				};
				function getFuncName(func) {
					var result = func.name + "", array = realNames[result], length = hasOwnProperty.call(realNames, result) ? array.length : 0;
					while (length--) {
						var data = array[length], otherFunc = data.func;
						if (otherFunc == null || otherFunc == func) return data.name;
					}
					return result;
				}
				function getHolder(func) {
					return (hasOwnProperty.call(lodash, "placeholder") ? lodash : func).placeholder;
				}
				function getIteratee() {
					var result = lodash.iteratee || iteratee;
					result = result === iteratee ? baseIteratee : result;
					return arguments.length ? result(arguments[0], arguments[1]) : result;
				}
				function getMapData(map, key) {
					var data = map.__data__;
					return isKeyable(key) ? data[typeof key == "string" ? "string" : "hash"] : data.map;
				}
				function getMatchData(object) {
					var result = keys(object), length = result.length;
					while (length--) {
						var key = result[length], value = object[key];
						result[length] = [
							key,
							value,
							isStrictComparable(value)
						];
					}
					return result;
				}
				function getNative(object, key) {
					var value = getValue(object, key);
					return baseIsNative(value) ? value : undefined$1;
				}
				function getRawTag(value) {
					var isOwn = hasOwnProperty.call(value, symToStringTag), tag = value[symToStringTag];
					try {
						value[symToStringTag] = undefined$1;
						var unmasked = true;
					} catch (e) {}
					var result = nativeObjectToString.call(value);
					if (unmasked) {
						if (isOwn) value[symToStringTag] = tag;
						else delete value[symToStringTag];
					}
					return result;
				}
				var getSymbols = !nativeGetSymbols ? stubArray : function(object) {
					if (object == null) return [];
					object = Object(object);
					return arrayFilter(nativeGetSymbols(object), function(symbol) {
						return propertyIsEnumerable.call(object, symbol);
					});
				};
				var getSymbolsIn = !nativeGetSymbols ? stubArray : function(object) {
					var result = [];
					while (object) {
						arrayPush(result, getSymbols(object));
						object = getPrototype(object);
					}
					return result;
				};
				var getTag = baseGetTag;
				if (DataView && getTag(new DataView(/* @__PURE__ */ new ArrayBuffer(1))) != dataViewTag || Map && getTag(new Map()) != mapTag || Promise && getTag(Promise.resolve()) != promiseTag || Set && getTag(new Set()) != setTag || WeakMap && getTag(new WeakMap()) != weakMapTag) getTag = function(value) {
					var result = baseGetTag(value), Ctor = result == objectTag ? value.constructor : undefined$1, ctorString = Ctor ? toSource(Ctor) : "";
					if (ctorString) switch (ctorString) {
						case dataViewCtorString: return dataViewTag;
						case mapCtorString: return mapTag;
						case promiseCtorString: return promiseTag;
						case setCtorString: return setTag;
						case weakMapCtorString: return weakMapTag;
					}
					return result;
				};
				function getView(start, end, transforms) {
					var index = -1, length = transforms.length;
					while (++index < length) {
						var data = transforms[index], size = data.size;
						switch (data.type) {
							case "drop":
								start += size;
								break;
							case "dropRight":
								end -= size;
								break;
							case "take":
								end = nativeMin(end, start + size);
								break;
							case "takeRight": start = nativeMax(start, end - size);
						}
					}
					return {
						"start": start,
						"end": end
					};
				}
				function getWrapDetails(source) {
					var match = source.match(reWrapDetails);
					return match ? match[1].split(reSplitDetails) : [];
				}
				function hasPath(object, path, hasFunc) {
					path = castPath(path, object);
					var index = -1, length = path.length, result = false;
					while (++index < length) {
						var key = toKey(path[index]);
						if (!(result = object != null && hasFunc(object, key))) break;
						object = object[key];
					}
					if (result || ++index != length) return result;
					length = object == null ? 0 : object.length;
					return !!length && isLength(length) && isIndex(key, length) && (isArray(object) || isArguments(object));
				}
				function initCloneArray(array) {
					var length = array.length, result = new array.constructor(length);
					if (length && typeof array[0] == "string" && hasOwnProperty.call(array, "index")) {
						result.index = array.index;
						result.input = array.input;
					}
					return result;
				}
				function initCloneObject(object) {
					return typeof object.constructor == "function" && !isPrototype(object) ? baseCreate(getPrototype(object)) : {};
				}
				function initCloneByTag(object, tag, isDeep) {
					var Ctor = object.constructor;
					switch (tag) {
						case arrayBufferTag: return cloneArrayBuffer(object);
						case boolTag:
						case dateTag: return new Ctor(+object);
						case dataViewTag: return cloneDataView(object, isDeep);
						case float32Tag:
						case float64Tag:
						case int8Tag:
						case int16Tag:
						case int32Tag:
						case uint8Tag:
						case uint8ClampedTag:
						case uint16Tag:
						case uint32Tag: return cloneTypedArray(object, isDeep);
						case mapTag: return new Ctor();
						case numberTag:
						case stringTag: return new Ctor(object);
						case regexpTag: return cloneRegExp(object);
						case setTag: return new Ctor();
						case symbolTag: return cloneSymbol(object);
					}
				}
				function insertWrapDetails(source, details) {
					var length = details.length;
					if (!length) return source;
					var lastIndex = length - 1;
					details[lastIndex] = (length > 1 ? "& " : "") + details[lastIndex];
					details = details.join(length > 2 ? ", " : " ");
					return source.replace(reWrapComment, "{\n/* [wrapped with " + details + "] */\n");
				}
				function isFlattenable(value) {
					return isArray(value) || isArguments(value) || !!(spreadableSymbol && value && value[spreadableSymbol]);
				}
				function isIndex(value, length) {
					var type = typeof value;
					length = length == null ? MAX_SAFE_INTEGER : length;
					return !!length && (type == "number" || type != "symbol" && reIsUint.test(value)) && value > -1 && value % 1 == 0 && value < length;
				}
				function isIterateeCall(value, index, object) {
					if (!isObject(object)) return false;
					var type = typeof index;
					if (type == "number" ? isArrayLike(object) && isIndex(index, object.length) : type == "string" && index in object) return eq(object[index], value);
					return false;
				}
				function isKey(value, object) {
					if (isArray(value)) return false;
					var type = typeof value;
					if (type == "number" || type == "symbol" || type == "boolean" || value == null || isSymbol(value)) return true;
					return reIsPlainProp.test(value) || !reIsDeepProp.test(value) || object != null && value in Object(object);
				}
				function isKeyable(value) {
					var type = typeof value;
					return type == "string" || type == "number" || type == "symbol" || type == "boolean" ? value !== "__proto__" : value === null;
				}
				function isLaziable(func) {
					var funcName = getFuncName(func), other = lodash[funcName];
					if (typeof other != "function" || !(funcName in LazyWrapper.prototype)) return false;
					if (func === other) return true;
					var data = getData(other);
					return !!data && func === data[0];
				}
				function isMasked(func) {
					return !!maskSrcKey && maskSrcKey in func;
				}
				var isMaskable = coreJsData ? isFunction : stubFalse;
				function isPrototype(value) {
					var Ctor = value && value.constructor;
					return value === (typeof Ctor == "function" && Ctor.prototype || objectProto);
				}
				function isStrictComparable(value) {
					return value === value && !isObject(value);
				}
				function matchesStrictComparable(key, srcValue) {
					return function(object) {
						if (object == null) return false;
						return object[key] === srcValue && (srcValue !== undefined$1 || key in Object(object));
					};
				}
				function memoizeCapped(func) {
					var result = memoize(func, function(key) {
						if (cache.size === MAX_MEMOIZE_SIZE) cache.clear();
						return key;
					});
					var cache = result.cache;
					return result;
				}
				function mergeData(data, source) {
					var bitmask = data[1], srcBitmask = source[1], newBitmask = bitmask | srcBitmask, isCommon = newBitmask < (WRAP_BIND_FLAG | WRAP_BIND_KEY_FLAG | WRAP_ARY_FLAG);
					var isCombo = srcBitmask == WRAP_ARY_FLAG && bitmask == WRAP_CURRY_FLAG || srcBitmask == WRAP_ARY_FLAG && bitmask == WRAP_REARG_FLAG && data[7].length <= source[8] || srcBitmask == (WRAP_ARY_FLAG | WRAP_REARG_FLAG) && source[7].length <= source[8] && bitmask == WRAP_CURRY_FLAG;
					if (!(isCommon || isCombo)) return data;
					if (srcBitmask & WRAP_BIND_FLAG) {
						data[2] = source[2];
						newBitmask |= bitmask & WRAP_BIND_FLAG ? 0 : WRAP_CURRY_BOUND_FLAG;
					}
					var value = source[3];
					if (value) {
						var partials = data[3];
						data[3] = partials ? composeArgs(partials, value, source[4]) : value;
						data[4] = partials ? replaceHolders(data[3], PLACEHOLDER) : source[4];
					}
					value = source[5];
					if (value) {
						partials = data[5];
						data[5] = partials ? composeArgsRight(partials, value, source[6]) : value;
						data[6] = partials ? replaceHolders(data[5], PLACEHOLDER) : source[6];
					}
					value = source[7];
					if (value) data[7] = value;
					if (srcBitmask & WRAP_ARY_FLAG) data[8] = data[8] == null ? source[8] : nativeMin(data[8], source[8]);
					if (data[9] == null) data[9] = source[9];
					data[0] = source[0];
					data[1] = newBitmask;
					return data;
				}
				function nativeKeysIn(object) {
					var result = [];
					if (object != null) for (var key in Object(object)) result.push(key);
					return result;
				}
				function objectToString(value) {
					return nativeObjectToString.call(value);
				}
				function overRest(func, start, transform) {
					start = nativeMax(start === undefined$1 ? func.length - 1 : start, 0);
					return function() {
						var args = arguments, index = -1, length = nativeMax(args.length - start, 0), array = Array(length);
						while (++index < length) array[index] = args[start + index];
						index = -1;
						var otherArgs = Array(start + 1);
						while (++index < start) otherArgs[index] = args[index];
						otherArgs[start] = transform(array);
						return apply(func, this, otherArgs);
					};
				}
				function parent(object, path) {
					return path.length < 2 ? object : baseGet(object, baseSlice(path, 0, -1));
				}
				function reorder(array, indexes) {
					var arrLength = array.length, length = nativeMin(indexes.length, arrLength), oldArray = copyArray(array);
					while (length--) {
						var index = indexes[length];
						array[length] = isIndex(index, arrLength) ? oldArray[index] : undefined$1;
					}
					return array;
				}
				function safeGet(object, key) {
					if (key === "constructor" && typeof object[key] === "function") return;
					if (key == "__proto__") return;
					return object[key];
				}
				var setData = shortOut(baseSetData);
				var setTimeout = ctxSetTimeout || function(func, wait) {
					return root.setTimeout(func, wait);
				};
				var setToString = shortOut(baseSetToString);
				function setWrapToString(wrapper, reference, bitmask) {
					var source = reference + "";
					return setToString(wrapper, insertWrapDetails(source, updateWrapDetails(getWrapDetails(source), bitmask)));
				}
				function shortOut(func) {
					var count = 0, lastCalled = 0;
					return function() {
						var stamp = nativeNow(), remaining = HOT_SPAN - (stamp - lastCalled);
						lastCalled = stamp;
						if (remaining > 0) {
							if (++count >= HOT_COUNT) return arguments[0];
						} else count = 0;
						return func.apply(undefined$1, arguments);
					};
				}
				function shuffleSelf(array, size) {
					var index = -1, length = array.length, lastIndex = length - 1;
					size = size === undefined$1 ? length : size;
					while (++index < size) {
						var rand = baseRandom(index, lastIndex), value = array[rand];
						array[rand] = array[index];
						array[index] = value;
					}
					array.length = size;
					return array;
				}
				var stringToPath = memoizeCapped(function(string) {
					var result = [];
					if (string.charCodeAt(0) === 46) result.push("");
					string.replace(rePropName, function(match, number, quote, subString) {
						result.push(quote ? subString.replace(reEscapeChar, "$1") : number || match);
					});
					return result;
				});
				function toKey(value) {
					if (typeof value == "string" || isSymbol(value)) return value;
					var result = value + "";
					return result == "0" && 1 / value == -1e400 ? "-0" : result;
				}
				function toSource(func) {
					if (func != null) {
						try {
							return funcToString.call(func);
						} catch (e) {}
						try {
							return func + "";
						} catch (e) {}
					}
					return "";
				}
				function updateWrapDetails(details, bitmask) {
					arrayEach(wrapFlags, function(pair) {
						var value = "_." + pair[0];
						if (bitmask & pair[1] && !arrayIncludes(details, value)) details.push(value);
					});
					return details.sort();
				}
				function wrapperClone(wrapper) {
					if (wrapper instanceof LazyWrapper) return wrapper.clone();
					var result = new LodashWrapper(wrapper.__wrapped__, wrapper.__chain__);
					result.__actions__ = copyArray(wrapper.__actions__);
					result.__index__ = wrapper.__index__;
					result.__values__ = wrapper.__values__;
					return result;
				}
				function chunk(array, size, guard) {
					if (guard ? isIterateeCall(array, size, guard) : size === undefined$1) size = 1;
					else size = nativeMax(toInteger(size), 0);
					var length = array == null ? 0 : array.length;
					if (!length || size < 1) return [];
					var index = 0, resIndex = 0, result = Array(nativeCeil(length / size));
					while (index < length) result[resIndex++] = baseSlice(array, index, index += size);
					return result;
				}
				function compact(array) {
					var index = -1, length = array == null ? 0 : array.length, resIndex = 0, result = [];
					while (++index < length) {
						var value = array[index];
						if (value) result[resIndex++] = value;
					}
					return result;
				}
				function concat() {
					var length = arguments.length;
					if (!length) return [];
					var args = Array(length - 1), array = arguments[0], index = length;
					while (index--) args[index - 1] = arguments[index];
					return arrayPush(isArray(array) ? copyArray(array) : [array], baseFlatten(args, 1));
				}
				var difference = baseRest(function(array, values) {
					return isArrayLikeObject(array) ? baseDifference(array, baseFlatten(values, 1, isArrayLikeObject, true)) : [];
				});
				var differenceBy = baseRest(function(array, values) {
					var iteratee = last(values);
					if (isArrayLikeObject(iteratee)) iteratee = undefined$1;
					return isArrayLikeObject(array) ? baseDifference(array, baseFlatten(values, 1, isArrayLikeObject, true), getIteratee(iteratee, 2)) : [];
				});
				var differenceWith = baseRest(function(array, values) {
					var comparator = last(values);
					if (isArrayLikeObject(comparator)) comparator = undefined$1;
					return isArrayLikeObject(array) ? baseDifference(array, baseFlatten(values, 1, isArrayLikeObject, true), undefined$1, comparator) : [];
				});
				function drop(array, n, guard) {
					var length = array == null ? 0 : array.length;
					if (!length) return [];
					n = guard || n === undefined$1 ? 1 : toInteger(n);
					return baseSlice(array, n < 0 ? 0 : n, length);
				}
				function dropRight(array, n, guard) {
					var length = array == null ? 0 : array.length;
					if (!length) return [];
					n = guard || n === undefined$1 ? 1 : toInteger(n);
					n = length - n;
					return baseSlice(array, 0, n < 0 ? 0 : n);
				}
				function dropRightWhile(array, predicate) {
					return array && array.length ? baseWhile(array, getIteratee(predicate, 3), true, true) : [];
				}
				function dropWhile(array, predicate) {
					return array && array.length ? baseWhile(array, getIteratee(predicate, 3), true) : [];
				}
				function fill(array, value, start, end) {
					var length = array == null ? 0 : array.length;
					if (!length) return [];
					if (start && typeof start != "number" && isIterateeCall(array, value, start)) {
						start = 0;
						end = length;
					}
					return baseFill(array, value, start, end);
				}
				function findIndex(array, predicate, fromIndex) {
					var length = array == null ? 0 : array.length;
					if (!length) return -1;
					var index = fromIndex == null ? 0 : toInteger(fromIndex);
					if (index < 0) index = nativeMax(length + index, 0);
					return baseFindIndex(array, getIteratee(predicate, 3), index);
				}
				function findLastIndex(array, predicate, fromIndex) {
					var length = array == null ? 0 : array.length;
					if (!length) return -1;
					var index = length - 1;
					if (fromIndex !== undefined$1) {
						index = toInteger(fromIndex);
						index = fromIndex < 0 ? nativeMax(length + index, 0) : nativeMin(index, length - 1);
					}
					return baseFindIndex(array, getIteratee(predicate, 3), index, true);
				}
				function flatten(array) {
					return (array == null ? 0 : array.length) ? baseFlatten(array, 1) : [];
				}
				function flattenDeep(array) {
					return (array == null ? 0 : array.length) ? baseFlatten(array, INFINITY) : [];
				}
				function flattenDepth(array, depth) {
					if (!(array == null ? 0 : array.length)) return [];
					depth = depth === undefined$1 ? 1 : toInteger(depth);
					return baseFlatten(array, depth);
				}
				function fromPairs(pairs) {
					var index = -1, length = pairs == null ? 0 : pairs.length, result = {};
					while (++index < length) {
						var pair = pairs[index];
						baseAssignValue(result, pair[0], pair[1]);
					}
					return result;
				}
				function head(array) {
					return array && array.length ? array[0] : undefined$1;
				}
				function indexOf(array, value, fromIndex) {
					var length = array == null ? 0 : array.length;
					if (!length) return -1;
					var index = fromIndex == null ? 0 : toInteger(fromIndex);
					if (index < 0) index = nativeMax(length + index, 0);
					return baseIndexOf(array, value, index);
				}
				function initial(array) {
					return (array == null ? 0 : array.length) ? baseSlice(array, 0, -1) : [];
				}
				var intersection = baseRest(function(arrays) {
					var mapped = arrayMap(arrays, castArrayLikeObject);
					return mapped.length && mapped[0] === arrays[0] ? baseIntersection(mapped) : [];
				});
				var intersectionBy = baseRest(function(arrays) {
					var iteratee = last(arrays), mapped = arrayMap(arrays, castArrayLikeObject);
					if (iteratee === last(mapped)) iteratee = undefined$1;
					else mapped.pop();
					return mapped.length && mapped[0] === arrays[0] ? baseIntersection(mapped, getIteratee(iteratee, 2)) : [];
				});
				var intersectionWith = baseRest(function(arrays) {
					var comparator = last(arrays), mapped = arrayMap(arrays, castArrayLikeObject);
					comparator = typeof comparator == "function" ? comparator : undefined$1;
					if (comparator) mapped.pop();
					return mapped.length && mapped[0] === arrays[0] ? baseIntersection(mapped, undefined$1, comparator) : [];
				});
				function join(array, separator) {
					return array == null ? "" : nativeJoin.call(array, separator);
				}
				function last(array) {
					var length = array == null ? 0 : array.length;
					return length ? array[length - 1] : undefined$1;
				}
				function lastIndexOf(array, value, fromIndex) {
					var length = array == null ? 0 : array.length;
					if (!length) return -1;
					var index = length;
					if (fromIndex !== undefined$1) {
						index = toInteger(fromIndex);
						index = index < 0 ? nativeMax(length + index, 0) : nativeMin(index, length - 1);
					}
					return value === value ? strictLastIndexOf(array, value, index) : baseFindIndex(array, baseIsNaN, index, true);
				}
				function nth(array, n) {
					return array && array.length ? baseNth(array, toInteger(n)) : undefined$1;
				}
				var pull = baseRest(pullAll);
				function pullAll(array, values) {
					return array && array.length && values && values.length ? basePullAll(array, values) : array;
				}
				function pullAllBy(array, values, iteratee) {
					return array && array.length && values && values.length ? basePullAll(array, values, getIteratee(iteratee, 2)) : array;
				}
				function pullAllWith(array, values, comparator) {
					return array && array.length && values && values.length ? basePullAll(array, values, undefined$1, comparator) : array;
				}
				var pullAt = flatRest(function(array, indexes) {
					var length = array == null ? 0 : array.length, result = baseAt(array, indexes);
					basePullAt(array, arrayMap(indexes, function(index) {
						return isIndex(index, length) ? +index : index;
					}).sort(compareAscending));
					return result;
				});
				function remove(array, predicate) {
					var result = [];
					if (!(array && array.length)) return result;
					var index = -1, indexes = [], length = array.length;
					predicate = getIteratee(predicate, 3);
					while (++index < length) {
						var value = array[index];
						if (predicate(value, index, array)) {
							result.push(value);
							indexes.push(index);
						}
					}
					basePullAt(array, indexes);
					return result;
				}
				function reverse(array) {
					return array == null ? array : nativeReverse.call(array);
				}
				function slice(array, start, end) {
					var length = array == null ? 0 : array.length;
					if (!length) return [];
					if (end && typeof end != "number" && isIterateeCall(array, start, end)) {
						start = 0;
						end = length;
					} else {
						start = start == null ? 0 : toInteger(start);
						end = end === undefined$1 ? length : toInteger(end);
					}
					return baseSlice(array, start, end);
				}
				function sortedIndex(array, value) {
					return baseSortedIndex(array, value);
				}
				function sortedIndexBy(array, value, iteratee) {
					return baseSortedIndexBy(array, value, getIteratee(iteratee, 2));
				}
				function sortedIndexOf(array, value) {
					var length = array == null ? 0 : array.length;
					if (length) {
						var index = baseSortedIndex(array, value);
						if (index < length && eq(array[index], value)) return index;
					}
					return -1;
				}
				function sortedLastIndex(array, value) {
					return baseSortedIndex(array, value, true);
				}
				function sortedLastIndexBy(array, value, iteratee) {
					return baseSortedIndexBy(array, value, getIteratee(iteratee, 2), true);
				}
				function sortedLastIndexOf(array, value) {
					if (array == null ? 0 : array.length) {
						var index = baseSortedIndex(array, value, true) - 1;
						if (eq(array[index], value)) return index;
					}
					return -1;
				}
				function sortedUniq(array) {
					return array && array.length ? baseSortedUniq(array) : [];
				}
				function sortedUniqBy(array, iteratee) {
					return array && array.length ? baseSortedUniq(array, getIteratee(iteratee, 2)) : [];
				}
				function tail(array) {
					var length = array == null ? 0 : array.length;
					return length ? baseSlice(array, 1, length) : [];
				}
				function take(array, n, guard) {
					if (!(array && array.length)) return [];
					n = guard || n === undefined$1 ? 1 : toInteger(n);
					return baseSlice(array, 0, n < 0 ? 0 : n);
				}
				function takeRight(array, n, guard) {
					var length = array == null ? 0 : array.length;
					if (!length) return [];
					n = guard || n === undefined$1 ? 1 : toInteger(n);
					n = length - n;
					return baseSlice(array, n < 0 ? 0 : n, length);
				}
				function takeRightWhile(array, predicate) {
					return array && array.length ? baseWhile(array, getIteratee(predicate, 3), false, true) : [];
				}
				function takeWhile(array, predicate) {
					return array && array.length ? baseWhile(array, getIteratee(predicate, 3)) : [];
				}
				var union = baseRest(function(arrays) {
					return baseUniq(baseFlatten(arrays, 1, isArrayLikeObject, true));
				});
				var unionBy = baseRest(function(arrays) {
					var iteratee = last(arrays);
					if (isArrayLikeObject(iteratee)) iteratee = undefined$1;
					return baseUniq(baseFlatten(arrays, 1, isArrayLikeObject, true), getIteratee(iteratee, 2));
				});
				var unionWith = baseRest(function(arrays) {
					var comparator = last(arrays);
					comparator = typeof comparator == "function" ? comparator : undefined$1;
					return baseUniq(baseFlatten(arrays, 1, isArrayLikeObject, true), undefined$1, comparator);
				});
				function uniq(array) {
					return array && array.length ? baseUniq(array) : [];
				}
				function uniqBy(array, iteratee) {
					return array && array.length ? baseUniq(array, getIteratee(iteratee, 2)) : [];
				}
				function uniqWith(array, comparator) {
					comparator = typeof comparator == "function" ? comparator : undefined$1;
					return array && array.length ? baseUniq(array, undefined$1, comparator) : [];
				}
				function unzip(array) {
					if (!(array && array.length)) return [];
					var length = 0;
					array = arrayFilter(array, function(group) {
						if (isArrayLikeObject(group)) {
							length = nativeMax(group.length, length);
							return true;
						}
					});
					return baseTimes(length, function(index) {
						return arrayMap(array, baseProperty(index));
					});
				}
				function unzipWith(array, iteratee) {
					if (!(array && array.length)) return [];
					var result = unzip(array);
					if (iteratee == null) return result;
					return arrayMap(result, function(group) {
						return apply(iteratee, undefined$1, group);
					});
				}
				var without = baseRest(function(array, values) {
					return isArrayLikeObject(array) ? baseDifference(array, values) : [];
				});
				var xor = baseRest(function(arrays) {
					return baseXor(arrayFilter(arrays, isArrayLikeObject));
				});
				var xorBy = baseRest(function(arrays) {
					var iteratee = last(arrays);
					if (isArrayLikeObject(iteratee)) iteratee = undefined$1;
					return baseXor(arrayFilter(arrays, isArrayLikeObject), getIteratee(iteratee, 2));
				});
				var xorWith = baseRest(function(arrays) {
					var comparator = last(arrays);
					comparator = typeof comparator == "function" ? comparator : undefined$1;
					return baseXor(arrayFilter(arrays, isArrayLikeObject), undefined$1, comparator);
				});
				var zip = baseRest(unzip);
				function zipObject(props, values) {
					return baseZipObject(props || [], values || [], assignValue);
				}
				function zipObjectDeep(props, values) {
					return baseZipObject(props || [], values || [], baseSet);
				}
				var zipWith = baseRest(function(arrays) {
					var length = arrays.length, iteratee = length > 1 ? arrays[length - 1] : undefined$1;
					iteratee = typeof iteratee == "function" ? (arrays.pop(), iteratee) : undefined$1;
					return unzipWith(arrays, iteratee);
				});
				function chain(value) {
					var result = lodash(value);
					result.__chain__ = true;
					return result;
				}
				function tap(value, interceptor) {
					interceptor(value);
					return value;
				}
				function thru(value, interceptor) {
					return interceptor(value);
				}
				var wrapperAt = flatRest(function(paths) {
					var length = paths.length, start = length ? paths[0] : 0, value = this.__wrapped__, interceptor = function(object) {
						return baseAt(object, paths);
					};
					if (length > 1 || this.__actions__.length || !(value instanceof LazyWrapper) || !isIndex(start)) return this.thru(interceptor);
					value = value.slice(start, +start + (length ? 1 : 0));
					value.__actions__.push({
						"func": thru,
						"args": [interceptor],
						"thisArg": undefined$1
					});
					return new LodashWrapper(value, this.__chain__).thru(function(array) {
						if (length && !array.length) array.push(undefined$1);
						return array;
					});
				});
				function wrapperChain() {
					return chain(this);
				}
				function wrapperCommit() {
					return new LodashWrapper(this.value(), this.__chain__);
				}
				function wrapperNext() {
					if (this.__values__ === undefined$1) this.__values__ = toArray(this.value());
					var done = this.__index__ >= this.__values__.length;
					return {
						"done": done,
						"value": done ? undefined$1 : this.__values__[this.__index__++]
					};
				}
				function wrapperToIterator() {
					return this;
				}
				function wrapperPlant(value) {
					var result, parent = this;
					while (parent instanceof baseLodash) {
						var clone = wrapperClone(parent);
						clone.__index__ = 0;
						clone.__values__ = undefined$1;
						if (result) previous.__wrapped__ = clone;
						else result = clone;
						var previous = clone;
						parent = parent.__wrapped__;
					}
					previous.__wrapped__ = value;
					return result;
				}
				function wrapperReverse() {
					var value = this.__wrapped__;
					if (value instanceof LazyWrapper) {
						var wrapped = value;
						if (this.__actions__.length) wrapped = new LazyWrapper(this);
						wrapped = wrapped.reverse();
						wrapped.__actions__.push({
							"func": thru,
							"args": [reverse],
							"thisArg": undefined$1
						});
						return new LodashWrapper(wrapped, this.__chain__);
					}
					return this.thru(reverse);
				}
				function wrapperValue() {
					return baseWrapperValue(this.__wrapped__, this.__actions__);
				}
				var countBy = createAggregator(function(result, value, key) {
					if (hasOwnProperty.call(result, key)) ++result[key];
					else baseAssignValue(result, key, 1);
				});
				function every(collection, predicate, guard) {
					var func = isArray(collection) ? arrayEvery : baseEvery;
					if (guard && isIterateeCall(collection, predicate, guard)) predicate = undefined$1;
					return func(collection, getIteratee(predicate, 3));
				}
				function filter(collection, predicate) {
					return (isArray(collection) ? arrayFilter : baseFilter)(collection, getIteratee(predicate, 3));
				}
				var find = createFind(findIndex);
				var findLast = createFind(findLastIndex);
				function flatMap(collection, iteratee) {
					return baseFlatten(map(collection, iteratee), 1);
				}
				function flatMapDeep(collection, iteratee) {
					return baseFlatten(map(collection, iteratee), INFINITY);
				}
				function flatMapDepth(collection, iteratee, depth) {
					depth = depth === undefined$1 ? 1 : toInteger(depth);
					return baseFlatten(map(collection, iteratee), depth);
				}
				function forEach(collection, iteratee) {
					return (isArray(collection) ? arrayEach : baseEach)(collection, getIteratee(iteratee, 3));
				}
				function forEachRight(collection, iteratee) {
					return (isArray(collection) ? arrayEachRight : baseEachRight)(collection, getIteratee(iteratee, 3));
				}
				var groupBy = createAggregator(function(result, value, key) {
					if (hasOwnProperty.call(result, key)) result[key].push(value);
					else baseAssignValue(result, key, [value]);
				});
				function includes(collection, value, fromIndex, guard) {
					collection = isArrayLike(collection) ? collection : values(collection);
					fromIndex = fromIndex && !guard ? toInteger(fromIndex) : 0;
					var length = collection.length;
					if (fromIndex < 0) fromIndex = nativeMax(length + fromIndex, 0);
					return isString(collection) ? fromIndex <= length && collection.indexOf(value, fromIndex) > -1 : !!length && baseIndexOf(collection, value, fromIndex) > -1;
				}
				var invokeMap = baseRest(function(collection, path, args) {
					var index = -1, isFunc = typeof path == "function", result = isArrayLike(collection) ? Array(collection.length) : [];
					baseEach(collection, function(value) {
						result[++index] = isFunc ? apply(path, value, args) : baseInvoke(value, path, args);
					});
					return result;
				});
				var keyBy = createAggregator(function(result, value, key) {
					baseAssignValue(result, key, value);
				});
				function map(collection, iteratee) {
					return (isArray(collection) ? arrayMap : baseMap)(collection, getIteratee(iteratee, 3));
				}
				function orderBy(collection, iteratees, orders, guard) {
					if (collection == null) return [];
					if (!isArray(iteratees)) iteratees = iteratees == null ? [] : [iteratees];
					orders = guard ? undefined$1 : orders;
					if (!isArray(orders)) orders = orders == null ? [] : [orders];
					return baseOrderBy(collection, iteratees, orders);
				}
				var partition = createAggregator(function(result, value, key) {
					result[key ? 0 : 1].push(value);
				}, function() {
					return [[], []];
				});
				function reduce(collection, iteratee, accumulator) {
					var func = isArray(collection) ? arrayReduce : baseReduce, initAccum = arguments.length < 3;
					return func(collection, getIteratee(iteratee, 4), accumulator, initAccum, baseEach);
				}
				function reduceRight(collection, iteratee, accumulator) {
					var func = isArray(collection) ? arrayReduceRight : baseReduce, initAccum = arguments.length < 3;
					return func(collection, getIteratee(iteratee, 4), accumulator, initAccum, baseEachRight);
				}
				function reject(collection, predicate) {
					return (isArray(collection) ? arrayFilter : baseFilter)(collection, negate(getIteratee(predicate, 3)));
				}
				function sample(collection) {
					return (isArray(collection) ? arraySample : baseSample)(collection);
				}
				function sampleSize(collection, n, guard) {
					if (guard ? isIterateeCall(collection, n, guard) : n === undefined$1) n = 1;
					else n = toInteger(n);
					return (isArray(collection) ? arraySampleSize : baseSampleSize)(collection, n);
				}
				function shuffle(collection) {
					return (isArray(collection) ? arrayShuffle : baseShuffle)(collection);
				}
				function size(collection) {
					if (collection == null) return 0;
					if (isArrayLike(collection)) return isString(collection) ? stringSize(collection) : collection.length;
					var tag = getTag(collection);
					if (tag == mapTag || tag == setTag) return collection.size;
					return baseKeys(collection).length;
				}
				function some(collection, predicate, guard) {
					var func = isArray(collection) ? arraySome : baseSome;
					if (guard && isIterateeCall(collection, predicate, guard)) predicate = undefined$1;
					return func(collection, getIteratee(predicate, 3));
				}
				var sortBy = baseRest(function(collection, iteratees) {
					if (collection == null) return [];
					var length = iteratees.length;
					if (length > 1 && isIterateeCall(collection, iteratees[0], iteratees[1])) iteratees = [];
					else if (length > 2 && isIterateeCall(iteratees[0], iteratees[1], iteratees[2])) iteratees = [iteratees[0]];
					return baseOrderBy(collection, baseFlatten(iteratees, 1), []);
				});
				var now = ctxNow || function() {
					return root.Date.now();
				};
				function after(n, func) {
					if (typeof func != "function") throw new TypeError(FUNC_ERROR_TEXT);
					n = toInteger(n);
					return function() {
						if (--n < 1) return func.apply(this, arguments);
					};
				}
				function ary(func, n, guard) {
					n = guard ? undefined$1 : n;
					n = func && n == null ? func.length : n;
					return createWrap(func, WRAP_ARY_FLAG, undefined$1, undefined$1, undefined$1, undefined$1, n);
				}
				function before(n, func) {
					var result;
					if (typeof func != "function") throw new TypeError(FUNC_ERROR_TEXT);
					n = toInteger(n);
					return function() {
						if (--n > 0) result = func.apply(this, arguments);
						if (n <= 1) func = undefined$1;
						return result;
					};
				}
				var bind = baseRest(function(func, thisArg, partials) {
					var bitmask = WRAP_BIND_FLAG;
					if (partials.length) {
						var holders = replaceHolders(partials, getHolder(bind));
						bitmask |= WRAP_PARTIAL_FLAG;
					}
					return createWrap(func, bitmask, thisArg, partials, holders);
				});
				var bindKey = baseRest(function(object, key, partials) {
					var bitmask = WRAP_BIND_FLAG | WRAP_BIND_KEY_FLAG;
					if (partials.length) {
						var holders = replaceHolders(partials, getHolder(bindKey));
						bitmask |= WRAP_PARTIAL_FLAG;
					}
					return createWrap(key, bitmask, object, partials, holders);
				});
				function curry(func, arity, guard) {
					arity = guard ? undefined$1 : arity;
					var result = createWrap(func, WRAP_CURRY_FLAG, undefined$1, undefined$1, undefined$1, undefined$1, undefined$1, arity);
					result.placeholder = curry.placeholder;
					return result;
				}
				function curryRight(func, arity, guard) {
					arity = guard ? undefined$1 : arity;
					var result = createWrap(func, WRAP_CURRY_RIGHT_FLAG, undefined$1, undefined$1, undefined$1, undefined$1, undefined$1, arity);
					result.placeholder = curryRight.placeholder;
					return result;
				}
				function debounce(func, wait, options) {
					var lastArgs, lastThis, maxWait, result, timerId, lastCallTime, lastInvokeTime = 0, leading = false, maxing = false, trailing = true;
					if (typeof func != "function") throw new TypeError(FUNC_ERROR_TEXT);
					wait = toNumber(wait) || 0;
					if (isObject(options)) {
						leading = !!options.leading;
						maxing = "maxWait" in options;
						maxWait = maxing ? nativeMax(toNumber(options.maxWait) || 0, wait) : maxWait;
						trailing = "trailing" in options ? !!options.trailing : trailing;
					}
					function invokeFunc(time) {
						var args = lastArgs, thisArg = lastThis;
						lastArgs = lastThis = undefined$1;
						lastInvokeTime = time;
						result = func.apply(thisArg, args);
						return result;
					}
					function leadingEdge(time) {
						lastInvokeTime = time;
						timerId = setTimeout(timerExpired, wait);
						return leading ? invokeFunc(time) : result;
					}
					function remainingWait(time) {
						var timeSinceLastCall = time - lastCallTime, timeSinceLastInvoke = time - lastInvokeTime, timeWaiting = wait - timeSinceLastCall;
						return maxing ? nativeMin(timeWaiting, maxWait - timeSinceLastInvoke) : timeWaiting;
					}
					function shouldInvoke(time) {
						var timeSinceLastCall = time - lastCallTime, timeSinceLastInvoke = time - lastInvokeTime;
						return lastCallTime === undefined$1 || timeSinceLastCall >= wait || timeSinceLastCall < 0 || maxing && timeSinceLastInvoke >= maxWait;
					}
					function timerExpired() {
						var time = now();
						if (shouldInvoke(time)) return trailingEdge(time);
						timerId = setTimeout(timerExpired, remainingWait(time));
					}
					function trailingEdge(time) {
						timerId = undefined$1;
						if (trailing && lastArgs) return invokeFunc(time);
						lastArgs = lastThis = undefined$1;
						return result;
					}
					function cancel() {
						if (timerId !== undefined$1) clearTimeout(timerId);
						lastInvokeTime = 0;
						lastArgs = lastCallTime = lastThis = timerId = undefined$1;
					}
					function flush() {
						return timerId === undefined$1 ? result : trailingEdge(now());
					}
					function debounced() {
						var time = now(), isInvoking = shouldInvoke(time);
						lastArgs = arguments;
						lastThis = this;
						lastCallTime = time;
						if (isInvoking) {
							if (timerId === undefined$1) return leadingEdge(lastCallTime);
							if (maxing) {
								clearTimeout(timerId);
								timerId = setTimeout(timerExpired, wait);
								return invokeFunc(lastCallTime);
							}
						}
						if (timerId === undefined$1) timerId = setTimeout(timerExpired, wait);
						return result;
					}
					debounced.cancel = cancel;
					debounced.flush = flush;
					return debounced;
				}
				var defer = baseRest(function(func, args) {
					return baseDelay(func, 1, args);
				});
				var delay = baseRest(function(func, wait, args) {
					return baseDelay(func, toNumber(wait) || 0, args);
				});
				function flip(func) {
					return createWrap(func, WRAP_FLIP_FLAG);
				}
				function memoize(func, resolver) {
					if (typeof func != "function" || resolver != null && typeof resolver != "function") throw new TypeError(FUNC_ERROR_TEXT);
					var memoized = function() {
						var args = arguments, key = resolver ? resolver.apply(this, args) : args[0], cache = memoized.cache;
						if (cache.has(key)) return cache.get(key);
						var result = func.apply(this, args);
						memoized.cache = cache.set(key, result) || cache;
						return result;
					};
					memoized.cache = new (memoize.Cache || MapCache)();
					return memoized;
				}
				memoize.Cache = MapCache;
				function negate(predicate) {
					if (typeof predicate != "function") throw new TypeError(FUNC_ERROR_TEXT);
					return function() {
						var args = arguments;
						switch (args.length) {
							case 0: return !predicate.call(this);
							case 1: return !predicate.call(this, args[0]);
							case 2: return !predicate.call(this, args[0], args[1]);
							case 3: return !predicate.call(this, args[0], args[1], args[2]);
						}
						return !predicate.apply(this, args);
					};
				}
				function once(func) {
					return before(2, func);
				}
				var overArgs = castRest(function(func, transforms) {
					transforms = transforms.length == 1 && isArray(transforms[0]) ? arrayMap(transforms[0], baseUnary(getIteratee())) : arrayMap(baseFlatten(transforms, 1), baseUnary(getIteratee()));
					var funcsLength = transforms.length;
					return baseRest(function(args) {
						var index = -1, length = nativeMin(args.length, funcsLength);
						while (++index < length) args[index] = transforms[index].call(this, args[index]);
						return apply(func, this, args);
					});
				});
				var partial = baseRest(function(func, partials) {
					return createWrap(func, WRAP_PARTIAL_FLAG, undefined$1, partials, replaceHolders(partials, getHolder(partial)));
				});
				var partialRight = baseRest(function(func, partials) {
					return createWrap(func, WRAP_PARTIAL_RIGHT_FLAG, undefined$1, partials, replaceHolders(partials, getHolder(partialRight)));
				});
				var rearg = flatRest(function(func, indexes) {
					return createWrap(func, WRAP_REARG_FLAG, undefined$1, undefined$1, undefined$1, indexes);
				});
				function rest(func, start) {
					if (typeof func != "function") throw new TypeError(FUNC_ERROR_TEXT);
					start = start === undefined$1 ? start : toInteger(start);
					return baseRest(func, start);
				}
				function spread(func, start) {
					if (typeof func != "function") throw new TypeError(FUNC_ERROR_TEXT);
					start = start == null ? 0 : nativeMax(toInteger(start), 0);
					return baseRest(function(args) {
						var array = args[start], otherArgs = castSlice(args, 0, start);
						if (array) arrayPush(otherArgs, array);
						return apply(func, this, otherArgs);
					});
				}
				function throttle(func, wait, options) {
					var leading = true, trailing = true;
					if (typeof func != "function") throw new TypeError(FUNC_ERROR_TEXT);
					if (isObject(options)) {
						leading = "leading" in options ? !!options.leading : leading;
						trailing = "trailing" in options ? !!options.trailing : trailing;
					}
					return debounce(func, wait, {
						"leading": leading,
						"maxWait": wait,
						"trailing": trailing
					});
				}
				function unary(func) {
					return ary(func, 1);
				}
				function wrap(value, wrapper) {
					return partial(castFunction(wrapper), value);
				}
				function castArray() {
					if (!arguments.length) return [];
					var value = arguments[0];
					return isArray(value) ? value : [value];
				}
				function clone(value) {
					return baseClone(value, CLONE_SYMBOLS_FLAG);
				}
				function cloneWith(value, customizer) {
					customizer = typeof customizer == "function" ? customizer : undefined$1;
					return baseClone(value, CLONE_SYMBOLS_FLAG, customizer);
				}
				function cloneDeep(value) {
					return baseClone(value, 5);
				}
				function cloneDeepWith(value, customizer) {
					customizer = typeof customizer == "function" ? customizer : undefined$1;
					return baseClone(value, 5, customizer);
				}
				function conformsTo(object, source) {
					return source == null || baseConformsTo(object, source, keys(source));
				}
				function eq(value, other) {
					return value === other || value !== value && other !== other;
				}
				var gt = createRelationalOperation(baseGt);
				var gte = createRelationalOperation(function(value, other) {
					return value >= other;
				});
				var isArguments = baseIsArguments(function() {
					return arguments;
				}()) ? baseIsArguments : function(value) {
					return isObjectLike(value) && hasOwnProperty.call(value, "callee") && !propertyIsEnumerable.call(value, "callee");
				};
				var isArray = Array.isArray;
				var isArrayBuffer = nodeIsArrayBuffer ? baseUnary(nodeIsArrayBuffer) : baseIsArrayBuffer;
				function isArrayLike(value) {
					return value != null && isLength(value.length) && !isFunction(value);
				}
				function isArrayLikeObject(value) {
					return isObjectLike(value) && isArrayLike(value);
				}
				function isBoolean(value) {
					return value === true || value === false || isObjectLike(value) && baseGetTag(value) == boolTag;
				}
				var isBuffer = nativeIsBuffer || stubFalse;
				var isDate = nodeIsDate ? baseUnary(nodeIsDate) : baseIsDate;
				function isElement(value) {
					return isObjectLike(value) && value.nodeType === 1 && !isPlainObject(value);
				}
				function isEmpty(value) {
					if (value == null) return true;
					if (isArrayLike(value) && (isArray(value) || typeof value == "string" || typeof value.splice == "function" || isBuffer(value) || isTypedArray(value) || isArguments(value))) return !value.length;
					var tag = getTag(value);
					if (tag == mapTag || tag == setTag) return !value.size;
					if (isPrototype(value)) return !baseKeys(value).length;
					for (var key in value) if (hasOwnProperty.call(value, key)) return false;
					return true;
				}
				function isEqual(value, other) {
					return baseIsEqual(value, other);
				}
				function isEqualWith(value, other, customizer) {
					customizer = typeof customizer == "function" ? customizer : undefined$1;
					var result = customizer ? customizer(value, other) : undefined$1;
					return result === undefined$1 ? baseIsEqual(value, other, undefined$1, customizer) : !!result;
				}
				function isError(value) {
					if (!isObjectLike(value)) return false;
					var tag = baseGetTag(value);
					return tag == errorTag || tag == domExcTag || typeof value.message == "string" && typeof value.name == "string" && !isPlainObject(value);
				}
				function isFinite(value) {
					return typeof value == "number" && nativeIsFinite(value);
				}
				function isFunction(value) {
					if (!isObject(value)) return false;
					var tag = baseGetTag(value);
					return tag == funcTag || tag == genTag || tag == asyncTag || tag == proxyTag;
				}
				function isInteger(value) {
					return typeof value == "number" && value == toInteger(value);
				}
				function isLength(value) {
					return typeof value == "number" && value > -1 && value % 1 == 0 && value <= MAX_SAFE_INTEGER;
				}
				function isObject(value) {
					var type = typeof value;
					return value != null && (type == "object" || type == "function");
				}
				function isObjectLike(value) {
					return value != null && typeof value == "object";
				}
				var isMap = nodeIsMap ? baseUnary(nodeIsMap) : baseIsMap;
				function isMatch(object, source) {
					return object === source || baseIsMatch(object, source, getMatchData(source));
				}
				function isMatchWith(object, source, customizer) {
					customizer = typeof customizer == "function" ? customizer : undefined$1;
					return baseIsMatch(object, source, getMatchData(source), customizer);
				}
				function isNaN(value) {
					return isNumber(value) && value != +value;
				}
				function isNative(value) {
					if (isMaskable(value)) throw new Error(CORE_ERROR_TEXT);
					return baseIsNative(value);
				}
				function isNull(value) {
					return value === null;
				}
				function isNil(value) {
					return value == null;
				}
				function isNumber(value) {
					return typeof value == "number" || isObjectLike(value) && baseGetTag(value) == numberTag;
				}
				function isPlainObject(value) {
					if (!isObjectLike(value) || baseGetTag(value) != objectTag) return false;
					var proto = getPrototype(value);
					if (proto === null) return true;
					var Ctor = hasOwnProperty.call(proto, "constructor") && proto.constructor;
					return typeof Ctor == "function" && Ctor instanceof Ctor && funcToString.call(Ctor) == objectCtorString;
				}
				var isRegExp = nodeIsRegExp ? baseUnary(nodeIsRegExp) : baseIsRegExp;
				function isSafeInteger(value) {
					return isInteger(value) && value >= -MAX_SAFE_INTEGER && value <= MAX_SAFE_INTEGER;
				}
				var isSet = nodeIsSet ? baseUnary(nodeIsSet) : baseIsSet;
				function isString(value) {
					return typeof value == "string" || !isArray(value) && isObjectLike(value) && baseGetTag(value) == stringTag;
				}
				function isSymbol(value) {
					return typeof value == "symbol" || isObjectLike(value) && baseGetTag(value) == symbolTag;
				}
				var isTypedArray = nodeIsTypedArray ? baseUnary(nodeIsTypedArray) : baseIsTypedArray;
				function isUndefined(value) {
					return value === undefined$1;
				}
				function isWeakMap(value) {
					return isObjectLike(value) && getTag(value) == weakMapTag;
				}
				function isWeakSet(value) {
					return isObjectLike(value) && baseGetTag(value) == weakSetTag;
				}
				var lt = createRelationalOperation(baseLt);
				var lte = createRelationalOperation(function(value, other) {
					return value <= other;
				});
				function toArray(value) {
					if (!value) return [];
					if (isArrayLike(value)) return isString(value) ? stringToArray(value) : copyArray(value);
					if (symIterator && value[symIterator]) return iteratorToArray(value[symIterator]());
					var tag = getTag(value);
					return (tag == mapTag ? mapToArray : tag == setTag ? setToArray : values)(value);
				}
				function toFinite(value) {
					if (!value) return value === 0 ? value : 0;
					value = toNumber(value);
					if (value === INFINITY || value === -1e400) return (value < 0 ? -1 : 1) * MAX_INTEGER;
					return value === value ? value : 0;
				}
				function toInteger(value) {
					var result = toFinite(value), remainder = result % 1;
					return result === result ? remainder ? result - remainder : result : 0;
				}
				function toLength(value) {
					return value ? baseClamp(toInteger(value), 0, MAX_ARRAY_LENGTH) : 0;
				}
				function toNumber(value) {
					if (typeof value == "number") return value;
					if (isSymbol(value)) return NAN;
					if (isObject(value)) {
						var other = typeof value.valueOf == "function" ? value.valueOf() : value;
						value = isObject(other) ? other + "" : other;
					}
					if (typeof value != "string") return value === 0 ? value : +value;
					value = baseTrim(value);
					var isBinary = reIsBinary.test(value);
					return isBinary || reIsOctal.test(value) ? freeParseInt(value.slice(2), isBinary ? 2 : 8) : reIsBadHex.test(value) ? NAN : +value;
				}
				function toPlainObject(value) {
					return copyObject(value, keysIn(value));
				}
				function toSafeInteger(value) {
					return value ? baseClamp(toInteger(value), -MAX_SAFE_INTEGER, MAX_SAFE_INTEGER) : value === 0 ? value : 0;
				}
				function toString(value) {
					return value == null ? "" : baseToString(value);
				}
				var assign = createAssigner(function(object, source) {
					if (isPrototype(source) || isArrayLike(source)) {
						copyObject(source, keys(source), object);
						return;
					}
					for (var key in source) if (hasOwnProperty.call(source, key)) assignValue(object, key, source[key]);
				});
				var assignIn = createAssigner(function(object, source) {
					copyObject(source, keysIn(source), object);
				});
				var assignInWith = createAssigner(function(object, source, srcIndex, customizer) {
					copyObject(source, keysIn(source), object, customizer);
				});
				var assignWith = createAssigner(function(object, source, srcIndex, customizer) {
					copyObject(source, keys(source), object, customizer);
				});
				var at = flatRest(baseAt);
				function create(prototype, properties) {
					var result = baseCreate(prototype);
					return properties == null ? result : baseAssign(result, properties);
				}
				var defaults = baseRest(function(object, sources) {
					object = Object(object);
					var index = -1;
					var length = sources.length;
					var guard = length > 2 ? sources[2] : undefined$1;
					if (guard && isIterateeCall(sources[0], sources[1], guard)) length = 1;
					while (++index < length) {
						var source = sources[index];
						var props = keysIn(source);
						var propsIndex = -1;
						var propsLength = props.length;
						while (++propsIndex < propsLength) {
							var key = props[propsIndex];
							var value = object[key];
							if (value === undefined$1 || eq(value, objectProto[key]) && !hasOwnProperty.call(object, key)) object[key] = source[key];
						}
					}
					return object;
				});
				var defaultsDeep = baseRest(function(args) {
					args.push(undefined$1, customDefaultsMerge);
					return apply(mergeWith, undefined$1, args);
				});
				function findKey(object, predicate) {
					return baseFindKey(object, getIteratee(predicate, 3), baseForOwn);
				}
				function findLastKey(object, predicate) {
					return baseFindKey(object, getIteratee(predicate, 3), baseForOwnRight);
				}
				function forIn(object, iteratee) {
					return object == null ? object : baseFor(object, getIteratee(iteratee, 3), keysIn);
				}
				function forInRight(object, iteratee) {
					return object == null ? object : baseForRight(object, getIteratee(iteratee, 3), keysIn);
				}
				function forOwn(object, iteratee) {
					return object && baseForOwn(object, getIteratee(iteratee, 3));
				}
				function forOwnRight(object, iteratee) {
					return object && baseForOwnRight(object, getIteratee(iteratee, 3));
				}
				function functions(object) {
					return object == null ? [] : baseFunctions(object, keys(object));
				}
				function functionsIn(object) {
					return object == null ? [] : baseFunctions(object, keysIn(object));
				}
				function get(object, path, defaultValue) {
					var result = object == null ? undefined$1 : baseGet(object, path);
					return result === undefined$1 ? defaultValue : result;
				}
				function has(object, path) {
					return object != null && hasPath(object, path, baseHas);
				}
				function hasIn(object, path) {
					return object != null && hasPath(object, path, baseHasIn);
				}
				var invert = createInverter(function(result, value, key) {
					if (value != null && typeof value.toString != "function") value = nativeObjectToString.call(value);
					result[value] = key;
				}, constant(identity));
				var invertBy = createInverter(function(result, value, key) {
					if (value != null && typeof value.toString != "function") value = nativeObjectToString.call(value);
					if (hasOwnProperty.call(result, value)) result[value].push(key);
					else result[value] = [key];
				}, getIteratee);
				var invoke = baseRest(baseInvoke);
				function keys(object) {
					return isArrayLike(object) ? arrayLikeKeys(object) : baseKeys(object);
				}
				function keysIn(object) {
					return isArrayLike(object) ? arrayLikeKeys(object, true) : baseKeysIn(object);
				}
				function mapKeys(object, iteratee) {
					var result = {};
					iteratee = getIteratee(iteratee, 3);
					baseForOwn(object, function(value, key, object) {
						baseAssignValue(result, iteratee(value, key, object), value);
					});
					return result;
				}
				function mapValues(object, iteratee) {
					var result = {};
					iteratee = getIteratee(iteratee, 3);
					baseForOwn(object, function(value, key, object) {
						baseAssignValue(result, key, iteratee(value, key, object));
					});
					return result;
				}
				var merge = createAssigner(function(object, source, srcIndex) {
					baseMerge(object, source, srcIndex);
				});
				var mergeWith = createAssigner(function(object, source, srcIndex, customizer) {
					baseMerge(object, source, srcIndex, customizer);
				});
				var omit = flatRest(function(object, paths) {
					var result = {};
					if (object == null) return result;
					var isDeep = false;
					paths = arrayMap(paths, function(path) {
						path = castPath(path, object);
						isDeep || (isDeep = path.length > 1);
						return path;
					});
					copyObject(object, getAllKeysIn(object), result);
					if (isDeep) result = baseClone(result, 7, customOmitClone);
					var length = paths.length;
					while (length--) baseUnset(result, paths[length]);
					return result;
				});
				function omitBy(object, predicate) {
					return pickBy(object, negate(getIteratee(predicate)));
				}
				var pick = flatRest(function(object, paths) {
					return object == null ? {} : basePick(object, paths);
				});
				function pickBy(object, predicate) {
					if (object == null) return {};
					var props = arrayMap(getAllKeysIn(object), function(prop) {
						return [prop];
					});
					predicate = getIteratee(predicate);
					return basePickBy(object, props, function(value, path) {
						return predicate(value, path[0]);
					});
				}
				function result(object, path, defaultValue) {
					path = castPath(path, object);
					var index = -1, length = path.length;
					if (!length) {
						length = 1;
						object = undefined$1;
					}
					while (++index < length) {
						var value = object == null ? undefined$1 : object[toKey(path[index])];
						if (value === undefined$1) {
							index = length;
							value = defaultValue;
						}
						object = isFunction(value) ? value.call(object) : value;
					}
					return object;
				}
				function set(object, path, value) {
					return object == null ? object : baseSet(object, path, value);
				}
				function setWith(object, path, value, customizer) {
					customizer = typeof customizer == "function" ? customizer : undefined$1;
					return object == null ? object : baseSet(object, path, value, customizer);
				}
				var toPairs = createToPairs(keys);
				var toPairsIn = createToPairs(keysIn);
				function transform(object, iteratee, accumulator) {
					var isArr = isArray(object), isArrLike = isArr || isBuffer(object) || isTypedArray(object);
					iteratee = getIteratee(iteratee, 4);
					if (accumulator == null) {
						var Ctor = object && object.constructor;
						if (isArrLike) accumulator = isArr ? new Ctor() : [];
						else if (isObject(object)) accumulator = isFunction(Ctor) ? baseCreate(getPrototype(object)) : {};
						else accumulator = {};
					}
					(isArrLike ? arrayEach : baseForOwn)(object, function(value, index, object) {
						return iteratee(accumulator, value, index, object);
					});
					return accumulator;
				}
				function unset(object, path) {
					return object == null ? true : baseUnset(object, path);
				}
				function update(object, path, updater) {
					return object == null ? object : baseUpdate(object, path, castFunction(updater));
				}
				function updateWith(object, path, updater, customizer) {
					customizer = typeof customizer == "function" ? customizer : undefined$1;
					return object == null ? object : baseUpdate(object, path, castFunction(updater), customizer);
				}
				function values(object) {
					return object == null ? [] : baseValues(object, keys(object));
				}
				function valuesIn(object) {
					return object == null ? [] : baseValues(object, keysIn(object));
				}
				function clamp(number, lower, upper) {
					if (upper === undefined$1) {
						upper = lower;
						lower = undefined$1;
					}
					if (upper !== undefined$1) {
						upper = toNumber(upper);
						upper = upper === upper ? upper : 0;
					}
					if (lower !== undefined$1) {
						lower = toNumber(lower);
						lower = lower === lower ? lower : 0;
					}
					return baseClamp(toNumber(number), lower, upper);
				}
				function inRange(number, start, end) {
					start = toFinite(start);
					if (end === undefined$1) {
						end = start;
						start = 0;
					} else end = toFinite(end);
					number = toNumber(number);
					return baseInRange(number, start, end);
				}
				function random(lower, upper, floating) {
					if (floating && typeof floating != "boolean" && isIterateeCall(lower, upper, floating)) upper = floating = undefined$1;
					if (floating === undefined$1) {
						if (typeof upper == "boolean") {
							floating = upper;
							upper = undefined$1;
						} else if (typeof lower == "boolean") {
							floating = lower;
							lower = undefined$1;
						}
					}
					if (lower === undefined$1 && upper === undefined$1) {
						lower = 0;
						upper = 1;
					} else {
						lower = toFinite(lower);
						if (upper === undefined$1) {
							upper = lower;
							lower = 0;
						} else upper = toFinite(upper);
					}
					if (lower > upper) {
						var temp = lower;
						lower = upper;
						upper = temp;
					}
					if (floating || lower % 1 || upper % 1) {
						var rand = nativeRandom();
						return nativeMin(lower + rand * (upper - lower + freeParseFloat("1e-" + ((rand + "").length - 1))), upper);
					}
					return baseRandom(lower, upper);
				}
				var camelCase = createCompounder(function(result, word, index) {
					word = word.toLowerCase();
					return result + (index ? capitalize(word) : word);
				});
				function capitalize(string) {
					return upperFirst(toString(string).toLowerCase());
				}
				function deburr(string) {
					string = toString(string);
					return string && string.replace(reLatin, deburrLetter).replace(reComboMark, "");
				}
				function endsWith(string, target, position) {
					string = toString(string);
					target = baseToString(target);
					var length = string.length;
					position = position === undefined$1 ? length : baseClamp(toInteger(position), 0, length);
					var end = position;
					position -= target.length;
					return position >= 0 && string.slice(position, end) == target;
				}
				function escape(string) {
					string = toString(string);
					return string && reHasUnescapedHtml.test(string) ? string.replace(reUnescapedHtml, escapeHtmlChar) : string;
				}
				function escapeRegExp(string) {
					string = toString(string);
					return string && reHasRegExpChar.test(string) ? string.replace(reRegExpChar, "\\$&") : string;
				}
				var kebabCase = createCompounder(function(result, word, index) {
					return result + (index ? "-" : "") + word.toLowerCase();
				});
				var lowerCase = createCompounder(function(result, word, index) {
					return result + (index ? " " : "") + word.toLowerCase();
				});
				var lowerFirst = createCaseFirst("toLowerCase");
				function pad(string, length, chars) {
					string = toString(string);
					length = toInteger(length);
					var strLength = length ? stringSize(string) : 0;
					if (!length || strLength >= length) return string;
					var mid = (length - strLength) / 2;
					return createPadding(nativeFloor(mid), chars) + string + createPadding(nativeCeil(mid), chars);
				}
				function padEnd(string, length, chars) {
					string = toString(string);
					length = toInteger(length);
					var strLength = length ? stringSize(string) : 0;
					return length && strLength < length ? string + createPadding(length - strLength, chars) : string;
				}
				function padStart(string, length, chars) {
					string = toString(string);
					length = toInteger(length);
					var strLength = length ? stringSize(string) : 0;
					return length && strLength < length ? createPadding(length - strLength, chars) + string : string;
				}
				function parseInt(string, radix, guard) {
					if (guard || radix == null) radix = 0;
					else if (radix) radix = +radix;
					return nativeParseInt(toString(string).replace(reTrimStart, ""), radix || 0);
				}
				function repeat(string, n, guard) {
					if (guard ? isIterateeCall(string, n, guard) : n === undefined$1) n = 1;
					else n = toInteger(n);
					return baseRepeat(toString(string), n);
				}
				function replace() {
					var args = arguments, string = toString(args[0]);
					return args.length < 3 ? string : string.replace(args[1], args[2]);
				}
				var snakeCase = createCompounder(function(result, word, index) {
					return result + (index ? "_" : "") + word.toLowerCase();
				});
				function split(string, separator, limit) {
					if (limit && typeof limit != "number" && isIterateeCall(string, separator, limit)) separator = limit = undefined$1;
					limit = limit === undefined$1 ? MAX_ARRAY_LENGTH : limit >>> 0;
					if (!limit) return [];
					string = toString(string);
					if (string && (typeof separator == "string" || separator != null && !isRegExp(separator))) {
						separator = baseToString(separator);
						if (!separator && hasUnicode(string)) return castSlice(stringToArray(string), 0, limit);
					}
					return string.split(separator, limit);
				}
				var startCase = createCompounder(function(result, word, index) {
					return result + (index ? " " : "") + upperFirst(word);
				});
				function startsWith(string, target, position) {
					string = toString(string);
					position = position == null ? 0 : baseClamp(toInteger(position), 0, string.length);
					target = baseToString(target);
					return string.slice(position, position + target.length) == target;
				}
				function template(string, options, guard) {
					var settings = lodash.templateSettings;
					if (guard && isIterateeCall(string, options, guard)) options = undefined$1;
					string = toString(string);
					options = assignWith({}, options, settings, customDefaultsAssignIn);
					var imports = assignWith({}, options.imports, settings.imports, customDefaultsAssignIn), importsKeys = keys(imports), importsValues = baseValues(imports, importsKeys);
					arrayEach(importsKeys, function(key) {
						if (reForbiddenIdentifierChars.test(key)) throw new Error(INVALID_TEMPL_IMPORTS_ERROR_TEXT);
					});
					var isEscaping, isEvaluating, index = 0, interpolate = options.interpolate || reNoMatch, source = "__p += '";
					var reDelimiters = RegExp((options.escape || reNoMatch).source + "|" + interpolate.source + "|" + (interpolate === reInterpolate ? reEsTemplate : reNoMatch).source + "|" + (options.evaluate || reNoMatch).source + "|$", "g");
					var sourceURL = "//# sourceURL=" + (hasOwnProperty.call(options, "sourceURL") ? (options.sourceURL + "").replace(/\s/g, " ") : "lodash.templateSources[" + ++templateCounter + "]") + "\n";
					string.replace(reDelimiters, function(match, escapeValue, interpolateValue, esTemplateValue, evaluateValue, offset) {
						interpolateValue || (interpolateValue = esTemplateValue);
						source += string.slice(index, offset).replace(reUnescapedString, escapeStringChar);
						if (escapeValue) {
							isEscaping = true;
							source += "' +\n__e(" + escapeValue + ") +\n'";
						}
						if (evaluateValue) {
							isEvaluating = true;
							source += "';\n" + evaluateValue + ";\n__p += '";
						}
						if (interpolateValue) source += "' +\n((__t = (" + interpolateValue + ")) == null ? '' : __t) +\n'";
						index = offset + match.length;
						return match;
					});
					source += "';\n";
					var variable = hasOwnProperty.call(options, "variable") && options.variable;
					if (!variable) source = "with (obj) {\n" + source + "\n}\n";
					else if (reForbiddenIdentifierChars.test(variable)) throw new Error(INVALID_TEMPL_VAR_ERROR_TEXT);
					source = (isEvaluating ? source.replace(reEmptyStringLeading, "") : source).replace(reEmptyStringMiddle, "$1").replace(reEmptyStringTrailing, "$1;");
					source = "function(" + (variable || "obj") + ") {\n" + (variable ? "" : "obj || (obj = {});\n") + "var __t, __p = ''" + (isEscaping ? ", __e = _.escape" : "") + (isEvaluating ? ", __j = Array.prototype.join;\nfunction print() { __p += __j.call(arguments, '') }\n" : ";\n") + source + "return __p\n}";
					var result = attempt(function() {
						return Function(importsKeys, sourceURL + "return " + source).apply(undefined$1, importsValues);
					});
					result.source = source;
					if (isError(result)) throw result;
					return result;
				}
				function toLower(value) {
					return toString(value).toLowerCase();
				}
				function toUpper(value) {
					return toString(value).toUpperCase();
				}
				function trim(string, chars, guard) {
					string = toString(string);
					if (string && (guard || chars === undefined$1)) return baseTrim(string);
					if (!string || !(chars = baseToString(chars))) return string;
					var strSymbols = stringToArray(string), chrSymbols = stringToArray(chars);
					return castSlice(strSymbols, charsStartIndex(strSymbols, chrSymbols), charsEndIndex(strSymbols, chrSymbols) + 1).join("");
				}
				function trimEnd(string, chars, guard) {
					string = toString(string);
					if (string && (guard || chars === undefined$1)) return string.slice(0, trimmedEndIndex(string) + 1);
					if (!string || !(chars = baseToString(chars))) return string;
					var strSymbols = stringToArray(string);
					return castSlice(strSymbols, 0, charsEndIndex(strSymbols, stringToArray(chars)) + 1).join("");
				}
				function trimStart(string, chars, guard) {
					string = toString(string);
					if (string && (guard || chars === undefined$1)) return string.replace(reTrimStart, "");
					if (!string || !(chars = baseToString(chars))) return string;
					var strSymbols = stringToArray(string);
					return castSlice(strSymbols, charsStartIndex(strSymbols, stringToArray(chars))).join("");
				}
				function truncate(string, options) {
					var length = DEFAULT_TRUNC_LENGTH, omission = DEFAULT_TRUNC_OMISSION;
					if (isObject(options)) {
						var separator = "separator" in options ? options.separator : separator;
						length = "length" in options ? toInteger(options.length) : length;
						omission = "omission" in options ? baseToString(options.omission) : omission;
					}
					string = toString(string);
					var strLength = string.length;
					if (hasUnicode(string)) {
						var strSymbols = stringToArray(string);
						strLength = strSymbols.length;
					}
					if (length >= strLength) return string;
					var end = length - stringSize(omission);
					if (end < 1) return omission;
					var result = strSymbols ? castSlice(strSymbols, 0, end).join("") : string.slice(0, end);
					if (separator === undefined$1) return result + omission;
					if (strSymbols) end += result.length - end;
					if (isRegExp(separator)) {
						if (string.slice(end).search(separator)) {
							var match, substring = result;
							if (!separator.global) separator = RegExp(separator.source, toString(reFlags.exec(separator)) + "g");
							separator.lastIndex = 0;
							while (match = separator.exec(substring)) var newEnd = match.index;
							result = result.slice(0, newEnd === undefined$1 ? end : newEnd);
						}
					} else if (string.indexOf(baseToString(separator), end) != end) {
						var index = result.lastIndexOf(separator);
						if (index > -1) result = result.slice(0, index);
					}
					return result + omission;
				}
				function unescape(string) {
					string = toString(string);
					return string && reHasEscapedHtml.test(string) ? string.replace(reEscapedHtml, unescapeHtmlChar) : string;
				}
				var upperCase = createCompounder(function(result, word, index) {
					return result + (index ? " " : "") + word.toUpperCase();
				});
				var upperFirst = createCaseFirst("toUpperCase");
				function words(string, pattern, guard) {
					string = toString(string);
					pattern = guard ? undefined$1 : pattern;
					if (pattern === undefined$1) return hasUnicodeWord(string) ? unicodeWords(string) : asciiWords(string);
					return string.match(pattern) || [];
				}
				var attempt = baseRest(function(func, args) {
					try {
						return apply(func, undefined$1, args);
					} catch (e) {
						return isError(e) ? e : new Error(e);
					}
				});
				var bindAll = flatRest(function(object, methodNames) {
					arrayEach(methodNames, function(key) {
						key = toKey(key);
						baseAssignValue(object, key, bind(object[key], object));
					});
					return object;
				});
				function cond(pairs) {
					var length = pairs == null ? 0 : pairs.length, toIteratee = getIteratee();
					pairs = !length ? [] : arrayMap(pairs, function(pair) {
						if (typeof pair[1] != "function") throw new TypeError(FUNC_ERROR_TEXT);
						return [toIteratee(pair[0]), pair[1]];
					});
					return baseRest(function(args) {
						var index = -1;
						while (++index < length) {
							var pair = pairs[index];
							if (apply(pair[0], this, args)) return apply(pair[1], this, args);
						}
					});
				}
				function conforms(source) {
					return baseConforms(baseClone(source, CLONE_DEEP_FLAG));
				}
				function constant(value) {
					return function() {
						return value;
					};
				}
				function defaultTo(value, defaultValue) {
					return value == null || value !== value ? defaultValue : value;
				}
				var flow = createFlow();
				var flowRight = createFlow(true);
				function identity(value) {
					return value;
				}
				function iteratee(func) {
					return baseIteratee(typeof func == "function" ? func : baseClone(func, CLONE_DEEP_FLAG));
				}
				function matches(source) {
					return baseMatches(baseClone(source, CLONE_DEEP_FLAG));
				}
				function matchesProperty(path, srcValue) {
					return baseMatchesProperty(path, baseClone(srcValue, CLONE_DEEP_FLAG));
				}
				var method = baseRest(function(path, args) {
					return function(object) {
						return baseInvoke(object, path, args);
					};
				});
				var methodOf = baseRest(function(object, args) {
					return function(path) {
						return baseInvoke(object, path, args);
					};
				});
				function mixin(object, source, options) {
					var props = keys(source), methodNames = baseFunctions(source, props);
					if (options == null && !(isObject(source) && (methodNames.length || !props.length))) {
						options = source;
						source = object;
						object = this;
						methodNames = baseFunctions(source, keys(source));
					}
					var chain = !(isObject(options) && "chain" in options) || !!options.chain, isFunc = isFunction(object);
					arrayEach(methodNames, function(methodName) {
						var func = source[methodName];
						object[methodName] = func;
						if (isFunc) object.prototype[methodName] = function() {
							var chainAll = this.__chain__;
							if (chain || chainAll) {
								var result = object(this.__wrapped__);
								(result.__actions__ = copyArray(this.__actions__)).push({
									"func": func,
									"args": arguments,
									"thisArg": object
								});
								result.__chain__ = chainAll;
								return result;
							}
							return func.apply(object, arrayPush([this.value()], arguments));
						};
					});
					return object;
				}
				function noConflict() {
					if (root._ === this) root._ = oldDash;
					return this;
				}
				function noop() {}
				function nthArg(n) {
					n = toInteger(n);
					return baseRest(function(args) {
						return baseNth(args, n);
					});
				}
				var over = createOver(arrayMap);
				var overEvery = createOver(arrayEvery);
				var overSome = createOver(arraySome);
				function property(path) {
					return isKey(path) ? baseProperty(toKey(path)) : basePropertyDeep(path);
				}
				function propertyOf(object) {
					return function(path) {
						return object == null ? undefined$1 : baseGet(object, path);
					};
				}
				var range = createRange();
				var rangeRight = createRange(true);
				function stubArray() {
					return [];
				}
				function stubFalse() {
					return false;
				}
				function stubObject() {
					return {};
				}
				function stubString() {
					return "";
				}
				function stubTrue() {
					return true;
				}
				function times(n, iteratee) {
					n = toInteger(n);
					if (n < 1 || n > MAX_SAFE_INTEGER) return [];
					var index = MAX_ARRAY_LENGTH, length = nativeMin(n, MAX_ARRAY_LENGTH);
					iteratee = getIteratee(iteratee);
					n -= MAX_ARRAY_LENGTH;
					var result = baseTimes(length, iteratee);
					while (++index < n) iteratee(index);
					return result;
				}
				function toPath(value) {
					if (isArray(value)) return arrayMap(value, toKey);
					return isSymbol(value) ? [value] : copyArray(stringToPath(toString(value)));
				}
				function uniqueId(prefix) {
					var id = ++idCounter;
					return toString(prefix) + id;
				}
				var add = createMathOperation(function(augend, addend) {
					return augend + addend;
				}, 0);
				var ceil = createRound("ceil");
				var divide = createMathOperation(function(dividend, divisor) {
					return dividend / divisor;
				}, 1);
				var floor = createRound("floor");
				function max(array) {
					return array && array.length ? baseExtremum(array, identity, baseGt) : undefined$1;
				}
				function maxBy(array, iteratee) {
					return array && array.length ? baseExtremum(array, getIteratee(iteratee, 2), baseGt) : undefined$1;
				}
				function mean(array) {
					return baseMean(array, identity);
				}
				function meanBy(array, iteratee) {
					return baseMean(array, getIteratee(iteratee, 2));
				}
				function min(array) {
					return array && array.length ? baseExtremum(array, identity, baseLt) : undefined$1;
				}
				function minBy(array, iteratee) {
					return array && array.length ? baseExtremum(array, getIteratee(iteratee, 2), baseLt) : undefined$1;
				}
				var multiply = createMathOperation(function(multiplier, multiplicand) {
					return multiplier * multiplicand;
				}, 1);
				var round = createRound("round");
				var subtract = createMathOperation(function(minuend, subtrahend) {
					return minuend - subtrahend;
				}, 0);
				function sum(array) {
					return array && array.length ? baseSum(array, identity) : 0;
				}
				function sumBy(array, iteratee) {
					return array && array.length ? baseSum(array, getIteratee(iteratee, 2)) : 0;
				}
				lodash.after = after;
				lodash.ary = ary;
				lodash.assign = assign;
				lodash.assignIn = assignIn;
				lodash.assignInWith = assignInWith;
				lodash.assignWith = assignWith;
				lodash.at = at;
				lodash.before = before;
				lodash.bind = bind;
				lodash.bindAll = bindAll;
				lodash.bindKey = bindKey;
				lodash.castArray = castArray;
				lodash.chain = chain;
				lodash.chunk = chunk;
				lodash.compact = compact;
				lodash.concat = concat;
				lodash.cond = cond;
				lodash.conforms = conforms;
				lodash.constant = constant;
				lodash.countBy = countBy;
				lodash.create = create;
				lodash.curry = curry;
				lodash.curryRight = curryRight;
				lodash.debounce = debounce;
				lodash.defaults = defaults;
				lodash.defaultsDeep = defaultsDeep;
				lodash.defer = defer;
				lodash.delay = delay;
				lodash.difference = difference;
				lodash.differenceBy = differenceBy;
				lodash.differenceWith = differenceWith;
				lodash.drop = drop;
				lodash.dropRight = dropRight;
				lodash.dropRightWhile = dropRightWhile;
				lodash.dropWhile = dropWhile;
				lodash.fill = fill;
				lodash.filter = filter;
				lodash.flatMap = flatMap;
				lodash.flatMapDeep = flatMapDeep;
				lodash.flatMapDepth = flatMapDepth;
				lodash.flatten = flatten;
				lodash.flattenDeep = flattenDeep;
				lodash.flattenDepth = flattenDepth;
				lodash.flip = flip;
				lodash.flow = flow;
				lodash.flowRight = flowRight;
				lodash.fromPairs = fromPairs;
				lodash.functions = functions;
				lodash.functionsIn = functionsIn;
				lodash.groupBy = groupBy;
				lodash.initial = initial;
				lodash.intersection = intersection;
				lodash.intersectionBy = intersectionBy;
				lodash.intersectionWith = intersectionWith;
				lodash.invert = invert;
				lodash.invertBy = invertBy;
				lodash.invokeMap = invokeMap;
				lodash.iteratee = iteratee;
				lodash.keyBy = keyBy;
				lodash.keys = keys;
				lodash.keysIn = keysIn;
				lodash.map = map;
				lodash.mapKeys = mapKeys;
				lodash.mapValues = mapValues;
				lodash.matches = matches;
				lodash.matchesProperty = matchesProperty;
				lodash.memoize = memoize;
				lodash.merge = merge;
				lodash.mergeWith = mergeWith;
				lodash.method = method;
				lodash.methodOf = methodOf;
				lodash.mixin = mixin;
				lodash.negate = negate;
				lodash.nthArg = nthArg;
				lodash.omit = omit;
				lodash.omitBy = omitBy;
				lodash.once = once;
				lodash.orderBy = orderBy;
				lodash.over = over;
				lodash.overArgs = overArgs;
				lodash.overEvery = overEvery;
				lodash.overSome = overSome;
				lodash.partial = partial;
				lodash.partialRight = partialRight;
				lodash.partition = partition;
				lodash.pick = pick;
				lodash.pickBy = pickBy;
				lodash.property = property;
				lodash.propertyOf = propertyOf;
				lodash.pull = pull;
				lodash.pullAll = pullAll;
				lodash.pullAllBy = pullAllBy;
				lodash.pullAllWith = pullAllWith;
				lodash.pullAt = pullAt;
				lodash.range = range;
				lodash.rangeRight = rangeRight;
				lodash.rearg = rearg;
				lodash.reject = reject;
				lodash.remove = remove;
				lodash.rest = rest;
				lodash.reverse = reverse;
				lodash.sampleSize = sampleSize;
				lodash.set = set;
				lodash.setWith = setWith;
				lodash.shuffle = shuffle;
				lodash.slice = slice;
				lodash.sortBy = sortBy;
				lodash.sortedUniq = sortedUniq;
				lodash.sortedUniqBy = sortedUniqBy;
				lodash.split = split;
				lodash.spread = spread;
				lodash.tail = tail;
				lodash.take = take;
				lodash.takeRight = takeRight;
				lodash.takeRightWhile = takeRightWhile;
				lodash.takeWhile = takeWhile;
				lodash.tap = tap;
				lodash.throttle = throttle;
				lodash.thru = thru;
				lodash.toArray = toArray;
				lodash.toPairs = toPairs;
				lodash.toPairsIn = toPairsIn;
				lodash.toPath = toPath;
				lodash.toPlainObject = toPlainObject;
				lodash.transform = transform;
				lodash.unary = unary;
				lodash.union = union;
				lodash.unionBy = unionBy;
				lodash.unionWith = unionWith;
				lodash.uniq = uniq;
				lodash.uniqBy = uniqBy;
				lodash.uniqWith = uniqWith;
				lodash.unset = unset;
				lodash.unzip = unzip;
				lodash.unzipWith = unzipWith;
				lodash.update = update;
				lodash.updateWith = updateWith;
				lodash.values = values;
				lodash.valuesIn = valuesIn;
				lodash.without = without;
				lodash.words = words;
				lodash.wrap = wrap;
				lodash.xor = xor;
				lodash.xorBy = xorBy;
				lodash.xorWith = xorWith;
				lodash.zip = zip;
				lodash.zipObject = zipObject;
				lodash.zipObjectDeep = zipObjectDeep;
				lodash.zipWith = zipWith;
				lodash.entries = toPairs;
				lodash.entriesIn = toPairsIn;
				lodash.extend = assignIn;
				lodash.extendWith = assignInWith;
				mixin(lodash, lodash);
				lodash.add = add;
				lodash.attempt = attempt;
				lodash.camelCase = camelCase;
				lodash.capitalize = capitalize;
				lodash.ceil = ceil;
				lodash.clamp = clamp;
				lodash.clone = clone;
				lodash.cloneDeep = cloneDeep;
				lodash.cloneDeepWith = cloneDeepWith;
				lodash.cloneWith = cloneWith;
				lodash.conformsTo = conformsTo;
				lodash.deburr = deburr;
				lodash.defaultTo = defaultTo;
				lodash.divide = divide;
				lodash.endsWith = endsWith;
				lodash.eq = eq;
				lodash.escape = escape;
				lodash.escapeRegExp = escapeRegExp;
				lodash.every = every;
				lodash.find = find;
				lodash.findIndex = findIndex;
				lodash.findKey = findKey;
				lodash.findLast = findLast;
				lodash.findLastIndex = findLastIndex;
				lodash.findLastKey = findLastKey;
				lodash.floor = floor;
				lodash.forEach = forEach;
				lodash.forEachRight = forEachRight;
				lodash.forIn = forIn;
				lodash.forInRight = forInRight;
				lodash.forOwn = forOwn;
				lodash.forOwnRight = forOwnRight;
				lodash.get = get;
				lodash.gt = gt;
				lodash.gte = gte;
				lodash.has = has;
				lodash.hasIn = hasIn;
				lodash.head = head;
				lodash.identity = identity;
				lodash.includes = includes;
				lodash.indexOf = indexOf;
				lodash.inRange = inRange;
				lodash.invoke = invoke;
				lodash.isArguments = isArguments;
				lodash.isArray = isArray;
				lodash.isArrayBuffer = isArrayBuffer;
				lodash.isArrayLike = isArrayLike;
				lodash.isArrayLikeObject = isArrayLikeObject;
				lodash.isBoolean = isBoolean;
				lodash.isBuffer = isBuffer;
				lodash.isDate = isDate;
				lodash.isElement = isElement;
				lodash.isEmpty = isEmpty;
				lodash.isEqual = isEqual;
				lodash.isEqualWith = isEqualWith;
				lodash.isError = isError;
				lodash.isFinite = isFinite;
				lodash.isFunction = isFunction;
				lodash.isInteger = isInteger;
				lodash.isLength = isLength;
				lodash.isMap = isMap;
				lodash.isMatch = isMatch;
				lodash.isMatchWith = isMatchWith;
				lodash.isNaN = isNaN;
				lodash.isNative = isNative;
				lodash.isNil = isNil;
				lodash.isNull = isNull;
				lodash.isNumber = isNumber;
				lodash.isObject = isObject;
				lodash.isObjectLike = isObjectLike;
				lodash.isPlainObject = isPlainObject;
				lodash.isRegExp = isRegExp;
				lodash.isSafeInteger = isSafeInteger;
				lodash.isSet = isSet;
				lodash.isString = isString;
				lodash.isSymbol = isSymbol;
				lodash.isTypedArray = isTypedArray;
				lodash.isUndefined = isUndefined;
				lodash.isWeakMap = isWeakMap;
				lodash.isWeakSet = isWeakSet;
				lodash.join = join;
				lodash.kebabCase = kebabCase;
				lodash.last = last;
				lodash.lastIndexOf = lastIndexOf;
				lodash.lowerCase = lowerCase;
				lodash.lowerFirst = lowerFirst;
				lodash.lt = lt;
				lodash.lte = lte;
				lodash.max = max;
				lodash.maxBy = maxBy;
				lodash.mean = mean;
				lodash.meanBy = meanBy;
				lodash.min = min;
				lodash.minBy = minBy;
				lodash.stubArray = stubArray;
				lodash.stubFalse = stubFalse;
				lodash.stubObject = stubObject;
				lodash.stubString = stubString;
				lodash.stubTrue = stubTrue;
				lodash.multiply = multiply;
				lodash.nth = nth;
				lodash.noConflict = noConflict;
				lodash.noop = noop;
				lodash.now = now;
				lodash.pad = pad;
				lodash.padEnd = padEnd;
				lodash.padStart = padStart;
				lodash.parseInt = parseInt;
				lodash.random = random;
				lodash.reduce = reduce;
				lodash.reduceRight = reduceRight;
				lodash.repeat = repeat;
				lodash.replace = replace;
				lodash.result = result;
				lodash.round = round;
				lodash.runInContext = runInContext;
				lodash.sample = sample;
				lodash.size = size;
				lodash.snakeCase = snakeCase;
				lodash.some = some;
				lodash.sortedIndex = sortedIndex;
				lodash.sortedIndexBy = sortedIndexBy;
				lodash.sortedIndexOf = sortedIndexOf;
				lodash.sortedLastIndex = sortedLastIndex;
				lodash.sortedLastIndexBy = sortedLastIndexBy;
				lodash.sortedLastIndexOf = sortedLastIndexOf;
				lodash.startCase = startCase;
				lodash.startsWith = startsWith;
				lodash.subtract = subtract;
				lodash.sum = sum;
				lodash.sumBy = sumBy;
				lodash.template = template;
				lodash.times = times;
				lodash.toFinite = toFinite;
				lodash.toInteger = toInteger;
				lodash.toLength = toLength;
				lodash.toLower = toLower;
				lodash.toNumber = toNumber;
				lodash.toSafeInteger = toSafeInteger;
				lodash.toString = toString;
				lodash.toUpper = toUpper;
				lodash.trim = trim;
				lodash.trimEnd = trimEnd;
				lodash.trimStart = trimStart;
				lodash.truncate = truncate;
				lodash.unescape = unescape;
				lodash.uniqueId = uniqueId;
				lodash.upperCase = upperCase;
				lodash.upperFirst = upperFirst;
				lodash.each = forEach;
				lodash.eachRight = forEachRight;
				lodash.first = head;
				mixin(lodash, function() {
					var source = {};
					baseForOwn(lodash, function(func, methodName) {
						if (!hasOwnProperty.call(lodash.prototype, methodName)) source[methodName] = func;
					});
					return source;
				}(), { "chain": false });
				lodash.VERSION = VERSION;
				arrayEach([
					"bind",
					"bindKey",
					"curry",
					"curryRight",
					"partial",
					"partialRight"
				], function(methodName) {
					lodash[methodName].placeholder = lodash;
				});
				arrayEach(["drop", "take"], function(methodName, index) {
					LazyWrapper.prototype[methodName] = function(n) {
						n = n === undefined$1 ? 1 : nativeMax(toInteger(n), 0);
						var result = this.__filtered__ && !index ? new LazyWrapper(this) : this.clone();
						if (result.__filtered__) result.__takeCount__ = nativeMin(n, result.__takeCount__);
						else result.__views__.push({
							"size": nativeMin(n, MAX_ARRAY_LENGTH),
							"type": methodName + (result.__dir__ < 0 ? "Right" : "")
						});
						return result;
					};
					LazyWrapper.prototype[methodName + "Right"] = function(n) {
						return this.reverse()[methodName](n).reverse();
					};
				});
				arrayEach([
					"filter",
					"map",
					"takeWhile"
				], function(methodName, index) {
					var type = index + 1, isFilter = type == LAZY_FILTER_FLAG || type == LAZY_WHILE_FLAG;
					LazyWrapper.prototype[methodName] = function(iteratee) {
						var result = this.clone();
						result.__iteratees__.push({
							"iteratee": getIteratee(iteratee, 3),
							"type": type
						});
						result.__filtered__ = result.__filtered__ || isFilter;
						return result;
					};
				});
				arrayEach(["head", "last"], function(methodName, index) {
					var takeName = "take" + (index ? "Right" : "");
					LazyWrapper.prototype[methodName] = function() {
						return this[takeName](1).value()[0];
					};
				});
				arrayEach(["initial", "tail"], function(methodName, index) {
					var dropName = "drop" + (index ? "" : "Right");
					LazyWrapper.prototype[methodName] = function() {
						return this.__filtered__ ? new LazyWrapper(this) : this[dropName](1);
					};
				});
				LazyWrapper.prototype.compact = function() {
					return this.filter(identity);
				};
				LazyWrapper.prototype.find = function(predicate) {
					return this.filter(predicate).head();
				};
				LazyWrapper.prototype.findLast = function(predicate) {
					return this.reverse().find(predicate);
				};
				LazyWrapper.prototype.invokeMap = baseRest(function(path, args) {
					if (typeof path == "function") return new LazyWrapper(this);
					return this.map(function(value) {
						return baseInvoke(value, path, args);
					});
				});
				LazyWrapper.prototype.reject = function(predicate) {
					return this.filter(negate(getIteratee(predicate)));
				};
				LazyWrapper.prototype.slice = function(start, end) {
					start = toInteger(start);
					var result = this;
					if (result.__filtered__ && (start > 0 || end < 0)) return new LazyWrapper(result);
					if (start < 0) result = result.takeRight(-start);
					else if (start) result = result.drop(start);
					if (end !== undefined$1) {
						end = toInteger(end);
						result = end < 0 ? result.dropRight(-end) : result.take(end - start);
					}
					return result;
				};
				LazyWrapper.prototype.takeRightWhile = function(predicate) {
					return this.reverse().takeWhile(predicate).reverse();
				};
				LazyWrapper.prototype.toArray = function() {
					return this.take(MAX_ARRAY_LENGTH);
				};
				baseForOwn(LazyWrapper.prototype, function(func, methodName) {
					var checkIteratee = /^(?:filter|find|map|reject)|While$/.test(methodName), isTaker = /^(?:head|last)$/.test(methodName), lodashFunc = lodash[isTaker ? "take" + (methodName == "last" ? "Right" : "") : methodName], retUnwrapped = isTaker || /^find/.test(methodName);
					if (!lodashFunc) return;
					lodash.prototype[methodName] = function() {
						var value = this.__wrapped__, args = isTaker ? [1] : arguments, isLazy = value instanceof LazyWrapper, iteratee = args[0], useLazy = isLazy || isArray(value);
						var interceptor = function(value) {
							var result = lodashFunc.apply(lodash, arrayPush([value], args));
							return isTaker && chainAll ? result[0] : result;
						};
						if (useLazy && checkIteratee && typeof iteratee == "function" && iteratee.length != 1) isLazy = useLazy = false;
						var chainAll = this.__chain__, isHybrid = !!this.__actions__.length, isUnwrapped = retUnwrapped && !chainAll, onlyLazy = isLazy && !isHybrid;
						if (!retUnwrapped && useLazy) {
							value = onlyLazy ? value : new LazyWrapper(this);
							var result = func.apply(value, args);
							result.__actions__.push({
								"func": thru,
								"args": [interceptor],
								"thisArg": undefined$1
							});
							return new LodashWrapper(result, chainAll);
						}
						if (isUnwrapped && onlyLazy) return func.apply(this, args);
						result = this.thru(interceptor);
						return isUnwrapped ? isTaker ? result.value()[0] : result.value() : result;
					};
				});
				arrayEach([
					"pop",
					"push",
					"shift",
					"sort",
					"splice",
					"unshift"
				], function(methodName) {
					var func = arrayProto[methodName], chainName = /^(?:push|sort|unshift)$/.test(methodName) ? "tap" : "thru", retUnwrapped = /^(?:pop|shift)$/.test(methodName);
					lodash.prototype[methodName] = function() {
						var args = arguments;
						if (retUnwrapped && !this.__chain__) {
							var value = this.value();
							return func.apply(isArray(value) ? value : [], args);
						}
						return this[chainName](function(value) {
							return func.apply(isArray(value) ? value : [], args);
						});
					};
				});
				baseForOwn(LazyWrapper.prototype, function(func, methodName) {
					var lodashFunc = lodash[methodName];
					if (lodashFunc) {
						var key = lodashFunc.name + "";
						if (!hasOwnProperty.call(realNames, key)) realNames[key] = [];
						realNames[key].push({
							"name": methodName,
							"func": lodashFunc
						});
					}
				});
				realNames[createHybrid(undefined$1, WRAP_BIND_KEY_FLAG).name] = [{
					"name": "wrapper",
					"func": undefined$1
				}];
				LazyWrapper.prototype.clone = lazyClone;
				LazyWrapper.prototype.reverse = lazyReverse;
				LazyWrapper.prototype.value = lazyValue;
				lodash.prototype.at = wrapperAt;
				lodash.prototype.chain = wrapperChain;
				lodash.prototype.commit = wrapperCommit;
				lodash.prototype.next = wrapperNext;
				lodash.prototype.plant = wrapperPlant;
				lodash.prototype.reverse = wrapperReverse;
				lodash.prototype.toJSON = lodash.prototype.valueOf = lodash.prototype.value = wrapperValue;
				lodash.prototype.first = lodash.prototype.head;
				if (symIterator) lodash.prototype[symIterator] = wrapperToIterator;
				return lodash;
			})();
			if (freeModule) {
				(freeModule.exports = _)._ = _;
				freeExports._ = _;
			} else root._ = _;
		}).call(commonjsGlobal);
	})(lodash, lodash.exports);
	var lodashExports = lodash.exports;
	var _ = /*@__PURE__*/ getDefaultExportFromCjs(lodashExports);
	var lib = {};
	var Utility = {};
	var hasRequiredUtility;
	function requireUtility() {
		if (hasRequiredUtility) return Utility;
		hasRequiredUtility = 1;
		(function() {
			var assign, getValue, isArray, isEmpty, isFunction, isObject, isPlainObject, hasProp = {}.hasOwnProperty;
			assign = function(target, ...sources) {
				var i, key, len, source;
				if (isFunction(Object.assign)) Object.assign.apply(null, arguments);
				else for (i = 0, len = sources.length; i < len; i++) {
					source = sources[i];
					if (source != null) for (key in source) {
						if (!hasProp.call(source, key)) continue;
						target[key] = source[key];
					}
				}
				return target;
			};
			isFunction = function(val) {
				return !!val && Object.prototype.toString.call(val) === "[object Function]";
			};
			isObject = function(val) {
				var ref;
				return !!val && ((ref = typeof val) === "function" || ref === "object");
			};
			isArray = function(val) {
				if (isFunction(Array.isArray)) return Array.isArray(val);
				else return Object.prototype.toString.call(val) === "[object Array]";
			};
			isEmpty = function(val) {
				var key;
				if (isArray(val)) return !val.length;
				else {
					for (key in val) {
						if (!hasProp.call(val, key)) continue;
						return false;
					}
					return true;
				}
			};
			isPlainObject = function(val) {
				var ctor, proto;
				return isObject(val) && (proto = Object.getPrototypeOf(val)) && (ctor = proto.constructor) && typeof ctor === "function" && ctor instanceof ctor && Function.prototype.toString.call(ctor) === Function.prototype.toString.call(Object);
			};
			getValue = function(obj) {
				if (isFunction(obj.valueOf)) return obj.valueOf();
				else return obj;
			};
			Utility.assign = assign;
			Utility.isFunction = isFunction;
			Utility.isObject = isObject;
			Utility.isArray = isArray;
			Utility.isEmpty = isEmpty;
			Utility.isPlainObject = isPlainObject;
			Utility.getValue = getValue;
		}).call(commonjsGlobal);
		return Utility;
	}
	var XMLDOMImplementation = { exports: {} };
	var hasRequiredXMLDOMImplementation;
	function requireXMLDOMImplementation() {
		if (hasRequiredXMLDOMImplementation) return XMLDOMImplementation.exports;
		hasRequiredXMLDOMImplementation = 1;
		(function() {
			XMLDOMImplementation.exports = class XMLDOMImplementation {
				hasFeature(feature, version) {
					return true;
				}
				createDocumentType(qualifiedName, publicId, systemId) {
					throw new Error("This DOM method is not implemented.");
				}
				createDocument(namespaceURI, qualifiedName, doctype) {
					throw new Error("This DOM method is not implemented.");
				}
				createHTMLDocument(title) {
					throw new Error("This DOM method is not implemented.");
				}
				getFeature(feature, version) {
					throw new Error("This DOM method is not implemented.");
				}
			};
		}).call(commonjsGlobal);
		return XMLDOMImplementation.exports;
	}
	var XMLDocument = { exports: {} };
	var XMLDOMConfiguration = { exports: {} };
	var XMLDOMErrorHandler = { exports: {} };
	var hasRequiredXMLDOMErrorHandler;
	function requireXMLDOMErrorHandler() {
		if (hasRequiredXMLDOMErrorHandler) return XMLDOMErrorHandler.exports;
		hasRequiredXMLDOMErrorHandler = 1;
		(function() {
			XMLDOMErrorHandler.exports = class XMLDOMErrorHandler {
				constructor() {}
				handleError(error) {
					throw new Error(error);
				}
			};
		}).call(commonjsGlobal);
		return XMLDOMErrorHandler.exports;
	}
	var XMLDOMStringList = { exports: {} };
	var hasRequiredXMLDOMStringList;
	function requireXMLDOMStringList() {
		if (hasRequiredXMLDOMStringList) return XMLDOMStringList.exports;
		hasRequiredXMLDOMStringList = 1;
		(function() {
			XMLDOMStringList.exports = (function() {
				class XMLDOMStringList {
					constructor(arr) {
						this.arr = arr || [];
					}
					item(index) {
						return this.arr[index] || null;
					}
					contains(str) {
						return this.arr.indexOf(str) !== -1;
					}
				}
				Object.defineProperty(XMLDOMStringList.prototype, "length", { get: function() {
					return this.arr.length;
				} });
				return XMLDOMStringList;
			}).call(this);
		}).call(commonjsGlobal);
		return XMLDOMStringList.exports;
	}
	var hasRequiredXMLDOMConfiguration;
	function requireXMLDOMConfiguration() {
		if (hasRequiredXMLDOMConfiguration) return XMLDOMConfiguration.exports;
		hasRequiredXMLDOMConfiguration = 1;
		(function() {
			var XMLDOMErrorHandler = requireXMLDOMErrorHandler(), XMLDOMStringList = requireXMLDOMStringList();
			XMLDOMConfiguration.exports = (function() {
				class XMLDOMConfiguration {
					constructor() {
						this.defaultParams = {
							"canonical-form": false,
							"cdata-sections": false,
							"comments": false,
							"datatype-normalization": false,
							"element-content-whitespace": true,
							"entities": true,
							"error-handler": new XMLDOMErrorHandler(),
							"infoset": true,
							"validate-if-schema": false,
							"namespaces": true,
							"namespace-declarations": true,
							"normalize-characters": false,
							"schema-location": "",
							"schema-type": "",
							"split-cdata-sections": true,
							"validate": false,
							"well-formed": true
						};
						this.params = Object.create(this.defaultParams);
					}
					getParameter(name) {
						if (this.params.hasOwnProperty(name)) return this.params[name];
						else return null;
					}
					canSetParameter(name, value) {
						return true;
					}
					setParameter(name, value) {
						if (value != null) return this.params[name] = value;
						else return delete this.params[name];
					}
				}
				Object.defineProperty(XMLDOMConfiguration.prototype, "parameterNames", { get: function() {
					return new XMLDOMStringList(Object.keys(this.defaultParams));
				} });
				return XMLDOMConfiguration;
			}).call(this);
		}).call(commonjsGlobal);
		return XMLDOMConfiguration.exports;
	}
	var XMLNode = { exports: {} };
	var XMLElement = { exports: {} };
	var NodeType = { exports: {} };
	var hasRequiredNodeType;
	function requireNodeType() {
		if (hasRequiredNodeType) return NodeType.exports;
		hasRequiredNodeType = 1;
		(function() {
			NodeType.exports = {
				Element: 1,
				Attribute: 2,
				Text: 3,
				CData: 4,
				EntityReference: 5,
				EntityDeclaration: 6,
				ProcessingInstruction: 7,
				Comment: 8,
				Document: 9,
				DocType: 10,
				DocumentFragment: 11,
				NotationDeclaration: 12,
				Declaration: 201,
				Raw: 202,
				AttributeDeclaration: 203,
				ElementDeclaration: 204,
				Dummy: 205
			};
		}).call(commonjsGlobal);
		return NodeType.exports;
	}
	var XMLAttribute = { exports: {} };
	var hasRequiredXMLAttribute;
	function requireXMLAttribute() {
		if (hasRequiredXMLAttribute) return XMLAttribute.exports;
		hasRequiredXMLAttribute = 1;
		(function() {
			var NodeType = requireNodeType();
			requireXMLNode();
			XMLAttribute.exports = (function() {
				class XMLAttribute {
					constructor(parent, name, value) {
						this.parent = parent;
						if (this.parent) {
							this.options = this.parent.options;
							this.stringify = this.parent.stringify;
						}
						if (name == null) throw new Error("Missing attribute name. " + this.debugInfo(name));
						this.name = this.stringify.name(name);
						this.value = this.stringify.attValue(value);
						this.type = NodeType.Attribute;
						this.isId = false;
						this.schemaTypeInfo = null;
					}
					clone() {
						return Object.create(this);
					}
					toString(options) {
						return this.options.writer.attribute(this, this.options.writer.filterOptions(options));
					}
					debugInfo(name) {
						name = name || this.name;
						if (name == null) return "parent: <" + this.parent.name + ">";
						else return "attribute: {" + name + "}, parent: <" + this.parent.name + ">";
					}
					isEqualNode(node) {
						if (node.namespaceURI !== this.namespaceURI) return false;
						if (node.prefix !== this.prefix) return false;
						if (node.localName !== this.localName) return false;
						if (node.value !== this.value) return false;
						return true;
					}
				}
				Object.defineProperty(XMLAttribute.prototype, "nodeType", { get: function() {
					return this.type;
				} });
				Object.defineProperty(XMLAttribute.prototype, "ownerElement", { get: function() {
					return this.parent;
				} });
				Object.defineProperty(XMLAttribute.prototype, "textContent", {
					get: function() {
						return this.value;
					},
					set: function(value) {
						return this.value = value || "";
					}
				});
				Object.defineProperty(XMLAttribute.prototype, "namespaceURI", { get: function() {
					return "";
				} });
				Object.defineProperty(XMLAttribute.prototype, "prefix", { get: function() {
					return "";
				} });
				Object.defineProperty(XMLAttribute.prototype, "localName", { get: function() {
					return this.name;
				} });
				Object.defineProperty(XMLAttribute.prototype, "specified", { get: function() {
					return true;
				} });
				return XMLAttribute;
			}).call(this);
		}).call(commonjsGlobal);
		return XMLAttribute.exports;
	}
	var XMLNamedNodeMap = { exports: {} };
	var hasRequiredXMLNamedNodeMap;
	function requireXMLNamedNodeMap() {
		if (hasRequiredXMLNamedNodeMap) return XMLNamedNodeMap.exports;
		hasRequiredXMLNamedNodeMap = 1;
		(function() {
			XMLNamedNodeMap.exports = (function() {
				class XMLNamedNodeMap {
					constructor(nodes) {
						this.nodes = nodes;
					}
					clone() {
						return this.nodes = null;
					}
					getNamedItem(name) {
						return this.nodes[name];
					}
					setNamedItem(node) {
						var oldNode = this.nodes[node.nodeName];
						this.nodes[node.nodeName] = node;
						return oldNode || null;
					}
					removeNamedItem(name) {
						var oldNode = this.nodes[name];
						delete this.nodes[name];
						return oldNode || null;
					}
					item(index) {
						return this.nodes[Object.keys(this.nodes)[index]] || null;
					}
					getNamedItemNS(namespaceURI, localName) {
						throw new Error("This DOM method is not implemented.");
					}
					setNamedItemNS(node) {
						throw new Error("This DOM method is not implemented.");
					}
					removeNamedItemNS(namespaceURI, localName) {
						throw new Error("This DOM method is not implemented.");
					}
				}
				Object.defineProperty(XMLNamedNodeMap.prototype, "length", { get: function() {
					return Object.keys(this.nodes).length || 0;
				} });
				return XMLNamedNodeMap;
			}).call(this);
		}).call(commonjsGlobal);
		return XMLNamedNodeMap.exports;
	}
	var hasRequiredXMLElement;
	function requireXMLElement() {
		if (hasRequiredXMLElement) return XMLElement.exports;
		hasRequiredXMLElement = 1;
		(function() {
			var NodeType, XMLAttribute, XMLNamedNodeMap, XMLNode, getValue, isFunction, isObject, hasProp = {}.hasOwnProperty;
			({isObject, isFunction, getValue} = requireUtility());
			XMLNode = requireXMLNode();
			NodeType = requireNodeType();
			XMLAttribute = requireXMLAttribute();
			XMLNamedNodeMap = requireXMLNamedNodeMap();
			XMLElement.exports = (function() {
				class XMLElement extends XMLNode {
					constructor(parent, name, attributes) {
						var child, j, len, ref;
						super(parent);
						if (name == null) throw new Error("Missing element name. " + this.debugInfo());
						this.name = this.stringify.name(name);
						this.type = NodeType.Element;
						this.attribs = {};
						this.schemaTypeInfo = null;
						if (attributes != null) this.attribute(attributes);
						if (parent.type === NodeType.Document) {
							this.isRoot = true;
							this.documentObject = parent;
							parent.rootObject = this;
							if (parent.children) {
								ref = parent.children;
								for (j = 0, len = ref.length; j < len; j++) {
									child = ref[j];
									if (child.type === NodeType.DocType) {
										child.name = this.name;
										break;
									}
								}
							}
						}
					}
					clone() {
						var att, attName, clonedSelf = Object.create(this), ref;
						if (clonedSelf.isRoot) clonedSelf.documentObject = null;
						clonedSelf.attribs = {};
						ref = this.attribs;
						for (attName in ref) {
							if (!hasProp.call(ref, attName)) continue;
							att = ref[attName];
							clonedSelf.attribs[attName] = att.clone();
						}
						clonedSelf.children = [];
						this.children.forEach(function(child) {
							var clonedChild = child.clone();
							clonedChild.parent = clonedSelf;
							return clonedSelf.children.push(clonedChild);
						});
						return clonedSelf;
					}
					attribute(name, value) {
						var attName, attValue;
						if (name != null) name = getValue(name);
						if (isObject(name)) for (attName in name) {
							if (!hasProp.call(name, attName)) continue;
							attValue = name[attName];
							this.attribute(attName, attValue);
						}
						else {
							if (isFunction(value)) value = value.apply();
							if (this.options.keepNullAttributes && value == null) this.attribs[name] = new XMLAttribute(this, name, "");
							else if (value != null) this.attribs[name] = new XMLAttribute(this, name, value);
						}
						return this;
					}
					removeAttribute(name) {
						var attName, j, len;
						if (name == null) throw new Error("Missing attribute name. " + this.debugInfo());
						name = getValue(name);
						if (Array.isArray(name)) for (j = 0, len = name.length; j < len; j++) {
							attName = name[j];
							delete this.attribs[attName];
						}
						else delete this.attribs[name];
						return this;
					}
					toString(options) {
						return this.options.writer.element(this, this.options.writer.filterOptions(options));
					}
					att(name, value) {
						return this.attribute(name, value);
					}
					a(name, value) {
						return this.attribute(name, value);
					}
					getAttribute(name) {
						if (this.attribs.hasOwnProperty(name)) return this.attribs[name].value;
						else return null;
					}
					setAttribute(name, value) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					getAttributeNode(name) {
						if (this.attribs.hasOwnProperty(name)) return this.attribs[name];
						else return null;
					}
					setAttributeNode(newAttr) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					removeAttributeNode(oldAttr) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					getElementsByTagName(name) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					getAttributeNS(namespaceURI, localName) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					setAttributeNS(namespaceURI, qualifiedName, value) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					removeAttributeNS(namespaceURI, localName) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					getAttributeNodeNS(namespaceURI, localName) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					setAttributeNodeNS(newAttr) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					getElementsByTagNameNS(namespaceURI, localName) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					hasAttribute(name) {
						return this.attribs.hasOwnProperty(name);
					}
					hasAttributeNS(namespaceURI, localName) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					setIdAttribute(name, isId) {
						if (this.attribs.hasOwnProperty(name)) return this.attribs[name].isId;
						else return isId;
					}
					setIdAttributeNS(namespaceURI, localName, isId) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					setIdAttributeNode(idAttr, isId) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					getElementsByTagName(tagname) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					getElementsByTagNameNS(namespaceURI, localName) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					getElementsByClassName(classNames) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					isEqualNode(node) {
						var i, j, ref;
						if (!super.isEqualNode(node)) return false;
						if (node.namespaceURI !== this.namespaceURI) return false;
						if (node.prefix !== this.prefix) return false;
						if (node.localName !== this.localName) return false;
						if (node.attribs.length !== this.attribs.length) return false;
						for (i = j = 0, ref = this.attribs.length - 1; 0 <= ref ? j <= ref : j >= ref; i = 0 <= ref ? ++j : --j) if (!this.attribs[i].isEqualNode(node.attribs[i])) return false;
						return true;
					}
				}
				Object.defineProperty(XMLElement.prototype, "tagName", { get: function() {
					return this.name;
				} });
				Object.defineProperty(XMLElement.prototype, "namespaceURI", { get: function() {
					return "";
				} });
				Object.defineProperty(XMLElement.prototype, "prefix", { get: function() {
					return "";
				} });
				Object.defineProperty(XMLElement.prototype, "localName", { get: function() {
					return this.name;
				} });
				Object.defineProperty(XMLElement.prototype, "id", { get: function() {
					throw new Error("This DOM method is not implemented." + this.debugInfo());
				} });
				Object.defineProperty(XMLElement.prototype, "className", { get: function() {
					throw new Error("This DOM method is not implemented." + this.debugInfo());
				} });
				Object.defineProperty(XMLElement.prototype, "classList", { get: function() {
					throw new Error("This DOM method is not implemented." + this.debugInfo());
				} });
				Object.defineProperty(XMLElement.prototype, "attributes", { get: function() {
					if (!this.attributeMap || !this.attributeMap.nodes) this.attributeMap = new XMLNamedNodeMap(this.attribs);
					return this.attributeMap;
				} });
				return XMLElement;
			}).call(this);
		}).call(commonjsGlobal);
		return XMLElement.exports;
	}
	var XMLCData = { exports: {} };
	var XMLCharacterData = { exports: {} };
	var hasRequiredXMLCharacterData;
	function requireXMLCharacterData() {
		if (hasRequiredXMLCharacterData) return XMLCharacterData.exports;
		hasRequiredXMLCharacterData = 1;
		(function() {
			var XMLNode = requireXMLNode();
			XMLCharacterData.exports = (function() {
				class XMLCharacterData extends XMLNode {
					constructor(parent) {
						super(parent);
						this.value = "";
					}
					clone() {
						return Object.create(this);
					}
					substringData(offset, count) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					appendData(arg) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					insertData(offset, arg) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					deleteData(offset, count) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					replaceData(offset, count, arg) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					isEqualNode(node) {
						if (!super.isEqualNode(node)) return false;
						if (node.data !== this.data) return false;
						return true;
					}
				}
				Object.defineProperty(XMLCharacterData.prototype, "data", {
					get: function() {
						return this.value;
					},
					set: function(value) {
						return this.value = value || "";
					}
				});
				Object.defineProperty(XMLCharacterData.prototype, "length", { get: function() {
					return this.value.length;
				} });
				Object.defineProperty(XMLCharacterData.prototype, "textContent", {
					get: function() {
						return this.value;
					},
					set: function(value) {
						return this.value = value || "";
					}
				});
				return XMLCharacterData;
			}).call(this);
		}).call(commonjsGlobal);
		return XMLCharacterData.exports;
	}
	var hasRequiredXMLCData;
	function requireXMLCData() {
		if (hasRequiredXMLCData) return XMLCData.exports;
		hasRequiredXMLCData = 1;
		(function() {
			var NodeType = requireNodeType(), XMLCharacterData = requireXMLCharacterData();
			XMLCData.exports = class XMLCData extends XMLCharacterData {
				constructor(parent, text) {
					super(parent);
					if (text == null) throw new Error("Missing CDATA text. " + this.debugInfo());
					this.name = "#cdata-section";
					this.type = NodeType.CData;
					this.value = this.stringify.cdata(text);
				}
				clone() {
					return Object.create(this);
				}
				toString(options) {
					return this.options.writer.cdata(this, this.options.writer.filterOptions(options));
				}
			};
		}).call(commonjsGlobal);
		return XMLCData.exports;
	}
	var XMLComment = { exports: {} };
	var hasRequiredXMLComment;
	function requireXMLComment() {
		if (hasRequiredXMLComment) return XMLComment.exports;
		hasRequiredXMLComment = 1;
		(function() {
			var NodeType = requireNodeType(), XMLCharacterData = requireXMLCharacterData();
			XMLComment.exports = class XMLComment extends XMLCharacterData {
				constructor(parent, text) {
					super(parent);
					if (text == null) throw new Error("Missing comment text. " + this.debugInfo());
					this.name = "#comment";
					this.type = NodeType.Comment;
					this.value = this.stringify.comment(text);
				}
				clone() {
					return Object.create(this);
				}
				toString(options) {
					return this.options.writer.comment(this, this.options.writer.filterOptions(options));
				}
			};
		}).call(commonjsGlobal);
		return XMLComment.exports;
	}
	var XMLDeclaration = { exports: {} };
	var hasRequiredXMLDeclaration;
	function requireXMLDeclaration() {
		if (hasRequiredXMLDeclaration) return XMLDeclaration.exports;
		hasRequiredXMLDeclaration = 1;
		(function() {
			var NodeType, XMLNode, isObject;
			({isObject} = requireUtility());
			XMLNode = requireXMLNode();
			NodeType = requireNodeType();
			XMLDeclaration.exports = class XMLDeclaration extends XMLNode {
				constructor(parent, version, encoding, standalone) {
					super(parent);
					if (isObject(version)) ({version, encoding, standalone} = version);
					if (!version) version = "1.0";
					this.type = NodeType.Declaration;
					this.version = this.stringify.xmlVersion(version);
					if (encoding != null) this.encoding = this.stringify.xmlEncoding(encoding);
					if (standalone != null) this.standalone = this.stringify.xmlStandalone(standalone);
				}
				toString(options) {
					return this.options.writer.declaration(this, this.options.writer.filterOptions(options));
				}
			};
		}).call(commonjsGlobal);
		return XMLDeclaration.exports;
	}
	var XMLDocType = { exports: {} };
	var XMLDTDAttList = { exports: {} };
	var hasRequiredXMLDTDAttList;
	function requireXMLDTDAttList() {
		if (hasRequiredXMLDTDAttList) return XMLDTDAttList.exports;
		hasRequiredXMLDTDAttList = 1;
		(function() {
			var NodeType, XMLNode = requireXMLNode();
			NodeType = requireNodeType();
			XMLDTDAttList.exports = class XMLDTDAttList extends XMLNode {
				constructor(parent, elementName, attributeName, attributeType, defaultValueType, defaultValue) {
					super(parent);
					if (elementName == null) throw new Error("Missing DTD element name. " + this.debugInfo());
					if (attributeName == null) throw new Error("Missing DTD attribute name. " + this.debugInfo(elementName));
					if (!attributeType) throw new Error("Missing DTD attribute type. " + this.debugInfo(elementName));
					if (!defaultValueType) throw new Error("Missing DTD attribute default. " + this.debugInfo(elementName));
					if (defaultValueType.indexOf("#") !== 0) defaultValueType = "#" + defaultValueType;
					if (!defaultValueType.match(/^(#REQUIRED|#IMPLIED|#FIXED|#DEFAULT)$/)) throw new Error("Invalid default value type; expected: #REQUIRED, #IMPLIED, #FIXED or #DEFAULT. " + this.debugInfo(elementName));
					if (defaultValue && !defaultValueType.match(/^(#FIXED|#DEFAULT)$/)) throw new Error("Default value only applies to #FIXED or #DEFAULT. " + this.debugInfo(elementName));
					this.elementName = this.stringify.name(elementName);
					this.type = NodeType.AttributeDeclaration;
					this.attributeName = this.stringify.name(attributeName);
					this.attributeType = this.stringify.dtdAttType(attributeType);
					if (defaultValue) this.defaultValue = this.stringify.dtdAttDefault(defaultValue);
					this.defaultValueType = defaultValueType;
				}
				toString(options) {
					return this.options.writer.dtdAttList(this, this.options.writer.filterOptions(options));
				}
			};
		}).call(commonjsGlobal);
		return XMLDTDAttList.exports;
	}
	var XMLDTDEntity = { exports: {} };
	var hasRequiredXMLDTDEntity;
	function requireXMLDTDEntity() {
		if (hasRequiredXMLDTDEntity) return XMLDTDEntity.exports;
		hasRequiredXMLDTDEntity = 1;
		(function() {
			var NodeType, XMLNode, isObject;
			({isObject} = requireUtility());
			XMLNode = requireXMLNode();
			NodeType = requireNodeType();
			XMLDTDEntity.exports = (function() {
				class XMLDTDEntity extends XMLNode {
					constructor(parent, pe, name, value) {
						super(parent);
						if (name == null) throw new Error("Missing DTD entity name. " + this.debugInfo(name));
						if (value == null) throw new Error("Missing DTD entity value. " + this.debugInfo(name));
						this.pe = !!pe;
						this.name = this.stringify.name(name);
						this.type = NodeType.EntityDeclaration;
						if (!isObject(value)) {
							this.value = this.stringify.dtdEntityValue(value);
							this.internal = true;
						} else {
							if (!value.pubID && !value.sysID) throw new Error("Public and/or system identifiers are required for an external entity. " + this.debugInfo(name));
							if (value.pubID && !value.sysID) throw new Error("System identifier is required for a public external entity. " + this.debugInfo(name));
							this.internal = false;
							if (value.pubID != null) this.pubID = this.stringify.dtdPubID(value.pubID);
							if (value.sysID != null) this.sysID = this.stringify.dtdSysID(value.sysID);
							if (value.nData != null) this.nData = this.stringify.dtdNData(value.nData);
							if (this.pe && this.nData) throw new Error("Notation declaration is not allowed in a parameter entity. " + this.debugInfo(name));
						}
					}
					toString(options) {
						return this.options.writer.dtdEntity(this, this.options.writer.filterOptions(options));
					}
				}
				Object.defineProperty(XMLDTDEntity.prototype, "publicId", { get: function() {
					return this.pubID;
				} });
				Object.defineProperty(XMLDTDEntity.prototype, "systemId", { get: function() {
					return this.sysID;
				} });
				Object.defineProperty(XMLDTDEntity.prototype, "notationName", { get: function() {
					return this.nData || null;
				} });
				Object.defineProperty(XMLDTDEntity.prototype, "inputEncoding", { get: function() {
					return null;
				} });
				Object.defineProperty(XMLDTDEntity.prototype, "xmlEncoding", { get: function() {
					return null;
				} });
				Object.defineProperty(XMLDTDEntity.prototype, "xmlVersion", { get: function() {
					return null;
				} });
				return XMLDTDEntity;
			}).call(this);
		}).call(commonjsGlobal);
		return XMLDTDEntity.exports;
	}
	var XMLDTDElement = { exports: {} };
	var hasRequiredXMLDTDElement;
	function requireXMLDTDElement() {
		if (hasRequiredXMLDTDElement) return XMLDTDElement.exports;
		hasRequiredXMLDTDElement = 1;
		(function() {
			var NodeType, XMLNode = requireXMLNode();
			NodeType = requireNodeType();
			XMLDTDElement.exports = class XMLDTDElement extends XMLNode {
				constructor(parent, name, value) {
					super(parent);
					if (name == null) throw new Error("Missing DTD element name. " + this.debugInfo());
					if (!value) value = "(#PCDATA)";
					if (Array.isArray(value)) value = "(" + value.join(",") + ")";
					this.name = this.stringify.name(name);
					this.type = NodeType.ElementDeclaration;
					this.value = this.stringify.dtdElementValue(value);
				}
				toString(options) {
					return this.options.writer.dtdElement(this, this.options.writer.filterOptions(options));
				}
			};
		}).call(commonjsGlobal);
		return XMLDTDElement.exports;
	}
	var XMLDTDNotation = { exports: {} };
	var hasRequiredXMLDTDNotation;
	function requireXMLDTDNotation() {
		if (hasRequiredXMLDTDNotation) return XMLDTDNotation.exports;
		hasRequiredXMLDTDNotation = 1;
		(function() {
			var NodeType, XMLNode = requireXMLNode();
			NodeType = requireNodeType();
			XMLDTDNotation.exports = (function() {
				class XMLDTDNotation extends XMLNode {
					constructor(parent, name, value) {
						super(parent);
						if (name == null) throw new Error("Missing DTD notation name. " + this.debugInfo(name));
						if (!value.pubID && !value.sysID) throw new Error("Public or system identifiers are required for an external entity. " + this.debugInfo(name));
						this.name = this.stringify.name(name);
						this.type = NodeType.NotationDeclaration;
						if (value.pubID != null) this.pubID = this.stringify.dtdPubID(value.pubID);
						if (value.sysID != null) this.sysID = this.stringify.dtdSysID(value.sysID);
					}
					toString(options) {
						return this.options.writer.dtdNotation(this, this.options.writer.filterOptions(options));
					}
				}
				Object.defineProperty(XMLDTDNotation.prototype, "publicId", { get: function() {
					return this.pubID;
				} });
				Object.defineProperty(XMLDTDNotation.prototype, "systemId", { get: function() {
					return this.sysID;
				} });
				return XMLDTDNotation;
			}).call(this);
		}).call(commonjsGlobal);
		return XMLDTDNotation.exports;
	}
	var hasRequiredXMLDocType;
	function requireXMLDocType() {
		if (hasRequiredXMLDocType) return XMLDocType.exports;
		hasRequiredXMLDocType = 1;
		(function() {
			var NodeType, XMLDTDAttList, XMLDTDElement, XMLDTDEntity, XMLDTDNotation, XMLNamedNodeMap, XMLNode, isObject;
			({isObject} = requireUtility());
			XMLNode = requireXMLNode();
			NodeType = requireNodeType();
			XMLDTDAttList = requireXMLDTDAttList();
			XMLDTDEntity = requireXMLDTDEntity();
			XMLDTDElement = requireXMLDTDElement();
			XMLDTDNotation = requireXMLDTDNotation();
			XMLNamedNodeMap = requireXMLNamedNodeMap();
			XMLDocType.exports = (function() {
				class XMLDocType extends XMLNode {
					constructor(parent, pubID, sysID) {
						var child, i, len, ref;
						super(parent);
						this.type = NodeType.DocType;
						if (parent.children) {
							ref = parent.children;
							for (i = 0, len = ref.length; i < len; i++) {
								child = ref[i];
								if (child.type === NodeType.Element) {
									this.name = child.name;
									break;
								}
							}
						}
						this.documentObject = parent;
						if (isObject(pubID)) ({pubID, sysID} = pubID);
						if (sysID == null) [sysID, pubID] = [pubID, sysID];
						if (pubID != null) this.pubID = this.stringify.dtdPubID(pubID);
						if (sysID != null) this.sysID = this.stringify.dtdSysID(sysID);
					}
					element(name, value) {
						var child = new XMLDTDElement(this, name, value);
						this.children.push(child);
						return this;
					}
					attList(elementName, attributeName, attributeType, defaultValueType, defaultValue) {
						var child = new XMLDTDAttList(this, elementName, attributeName, attributeType, defaultValueType, defaultValue);
						this.children.push(child);
						return this;
					}
					entity(name, value) {
						var child = new XMLDTDEntity(this, false, name, value);
						this.children.push(child);
						return this;
					}
					pEntity(name, value) {
						var child = new XMLDTDEntity(this, true, name, value);
						this.children.push(child);
						return this;
					}
					notation(name, value) {
						var child = new XMLDTDNotation(this, name, value);
						this.children.push(child);
						return this;
					}
					toString(options) {
						return this.options.writer.docType(this, this.options.writer.filterOptions(options));
					}
					ele(name, value) {
						return this.element(name, value);
					}
					att(elementName, attributeName, attributeType, defaultValueType, defaultValue) {
						return this.attList(elementName, attributeName, attributeType, defaultValueType, defaultValue);
					}
					ent(name, value) {
						return this.entity(name, value);
					}
					pent(name, value) {
						return this.pEntity(name, value);
					}
					not(name, value) {
						return this.notation(name, value);
					}
					up() {
						return this.root() || this.documentObject;
					}
					isEqualNode(node) {
						if (!super.isEqualNode(node)) return false;
						if (node.name !== this.name) return false;
						if (node.publicId !== this.publicId) return false;
						if (node.systemId !== this.systemId) return false;
						return true;
					}
				}
				Object.defineProperty(XMLDocType.prototype, "entities", { get: function() {
					var child, i, len, nodes = {}, ref = this.children;
					for (i = 0, len = ref.length; i < len; i++) {
						child = ref[i];
						if (child.type === NodeType.EntityDeclaration && !child.pe) nodes[child.name] = child;
					}
					return new XMLNamedNodeMap(nodes);
				} });
				Object.defineProperty(XMLDocType.prototype, "notations", { get: function() {
					var child, i, len, nodes = {}, ref = this.children;
					for (i = 0, len = ref.length; i < len; i++) {
						child = ref[i];
						if (child.type === NodeType.NotationDeclaration) nodes[child.name] = child;
					}
					return new XMLNamedNodeMap(nodes);
				} });
				Object.defineProperty(XMLDocType.prototype, "publicId", { get: function() {
					return this.pubID;
				} });
				Object.defineProperty(XMLDocType.prototype, "systemId", { get: function() {
					return this.sysID;
				} });
				Object.defineProperty(XMLDocType.prototype, "internalSubset", { get: function() {
					throw new Error("This DOM method is not implemented." + this.debugInfo());
				} });
				return XMLDocType;
			}).call(this);
		}).call(commonjsGlobal);
		return XMLDocType.exports;
	}
	var XMLRaw = { exports: {} };
	var hasRequiredXMLRaw;
	function requireXMLRaw() {
		if (hasRequiredXMLRaw) return XMLRaw.exports;
		hasRequiredXMLRaw = 1;
		(function() {
			var NodeType = requireNodeType(), XMLNode = requireXMLNode();
			XMLRaw.exports = class XMLRaw extends XMLNode {
				constructor(parent, text) {
					super(parent);
					if (text == null) throw new Error("Missing raw text. " + this.debugInfo());
					this.type = NodeType.Raw;
					this.value = this.stringify.raw(text);
				}
				clone() {
					return Object.create(this);
				}
				toString(options) {
					return this.options.writer.raw(this, this.options.writer.filterOptions(options));
				}
			};
		}).call(commonjsGlobal);
		return XMLRaw.exports;
	}
	var XMLText = { exports: {} };
	var hasRequiredXMLText;
	function requireXMLText() {
		if (hasRequiredXMLText) return XMLText.exports;
		hasRequiredXMLText = 1;
		(function() {
			var NodeType = requireNodeType(), XMLCharacterData = requireXMLCharacterData();
			XMLText.exports = (function() {
				class XMLText extends XMLCharacterData {
					constructor(parent, text) {
						super(parent);
						if (text == null) throw new Error("Missing element text. " + this.debugInfo());
						this.name = "#text";
						this.type = NodeType.Text;
						this.value = this.stringify.text(text);
					}
					clone() {
						return Object.create(this);
					}
					toString(options) {
						return this.options.writer.text(this, this.options.writer.filterOptions(options));
					}
					splitText(offset) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					replaceWholeText(content) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
				}
				Object.defineProperty(XMLText.prototype, "isElementContentWhitespace", { get: function() {
					throw new Error("This DOM method is not implemented." + this.debugInfo());
				} });
				Object.defineProperty(XMLText.prototype, "wholeText", { get: function() {
					var next, prev, str = "";
					prev = this.previousSibling;
					while (prev) {
						str = prev.data + str;
						prev = prev.previousSibling;
					}
					str += this.data;
					next = this.nextSibling;
					while (next) {
						str = str + next.data;
						next = next.nextSibling;
					}
					return str;
				} });
				return XMLText;
			}).call(this);
		}).call(commonjsGlobal);
		return XMLText.exports;
	}
	var XMLProcessingInstruction = { exports: {} };
	var hasRequiredXMLProcessingInstruction;
	function requireXMLProcessingInstruction() {
		if (hasRequiredXMLProcessingInstruction) return XMLProcessingInstruction.exports;
		hasRequiredXMLProcessingInstruction = 1;
		(function() {
			var NodeType = requireNodeType(), XMLCharacterData = requireXMLCharacterData();
			XMLProcessingInstruction.exports = class XMLProcessingInstruction extends XMLCharacterData {
				constructor(parent, target, value) {
					super(parent);
					if (target == null) throw new Error("Missing instruction target. " + this.debugInfo());
					this.type = NodeType.ProcessingInstruction;
					this.target = this.stringify.insTarget(target);
					this.name = this.target;
					if (value) this.value = this.stringify.insValue(value);
				}
				clone() {
					return Object.create(this);
				}
				toString(options) {
					return this.options.writer.processingInstruction(this, this.options.writer.filterOptions(options));
				}
				isEqualNode(node) {
					if (!super.isEqualNode(node)) return false;
					if (node.target !== this.target) return false;
					return true;
				}
			};
		}).call(commonjsGlobal);
		return XMLProcessingInstruction.exports;
	}
	var XMLDummy = { exports: {} };
	var hasRequiredXMLDummy;
	function requireXMLDummy() {
		if (hasRequiredXMLDummy) return XMLDummy.exports;
		hasRequiredXMLDummy = 1;
		(function() {
			var NodeType, XMLNode = requireXMLNode();
			NodeType = requireNodeType();
			XMLDummy.exports = class XMLDummy extends XMLNode {
				constructor(parent) {
					super(parent);
					this.type = NodeType.Dummy;
				}
				clone() {
					return Object.create(this);
				}
				toString(options) {
					return "";
				}
			};
		}).call(commonjsGlobal);
		return XMLDummy.exports;
	}
	var XMLNodeList = { exports: {} };
	var hasRequiredXMLNodeList;
	function requireXMLNodeList() {
		if (hasRequiredXMLNodeList) return XMLNodeList.exports;
		hasRequiredXMLNodeList = 1;
		(function() {
			XMLNodeList.exports = (function() {
				class XMLNodeList {
					constructor(nodes) {
						this.nodes = nodes;
					}
					clone() {
						return this.nodes = null;
					}
					item(index) {
						return this.nodes[index] || null;
					}
				}
				Object.defineProperty(XMLNodeList.prototype, "length", { get: function() {
					return this.nodes.length || 0;
				} });
				return XMLNodeList;
			}).call(this);
		}).call(commonjsGlobal);
		return XMLNodeList.exports;
	}
	var DocumentPosition = { exports: {} };
	var hasRequiredDocumentPosition;
	function requireDocumentPosition() {
		if (hasRequiredDocumentPosition) return DocumentPosition.exports;
		hasRequiredDocumentPosition = 1;
		(function() {
			DocumentPosition.exports = {
				Disconnected: 1,
				Preceding: 2,
				Following: 4,
				Contains: 8,
				ContainedBy: 16,
				ImplementationSpecific: 32
			};
		}).call(commonjsGlobal);
		return DocumentPosition.exports;
	}
	var hasRequiredXMLNode;
	function requireXMLNode() {
		if (hasRequiredXMLNode) return XMLNode.exports;
		hasRequiredXMLNode = 1;
		(function() {
			var DocumentPosition, NodeType, XMLCData, XMLComment, XMLDeclaration, XMLDocType, XMLDummy, XMLElement, XMLNodeList, XMLProcessingInstruction, XMLRaw, XMLText, getValue, isEmpty, isFunction, isObject, hasProp = {}.hasOwnProperty, splice = [].splice;
			({isObject, isFunction, isEmpty, getValue} = requireUtility());
			XMLElement = null;
			XMLCData = null;
			XMLComment = null;
			XMLDeclaration = null;
			XMLDocType = null;
			XMLRaw = null;
			XMLText = null;
			XMLProcessingInstruction = null;
			XMLDummy = null;
			NodeType = null;
			XMLNodeList = null;
			DocumentPosition = null;
			XMLNode.exports = (function() {
				class XMLNode {
					constructor(parent1) {
						this.parent = parent1;
						if (this.parent) {
							this.options = this.parent.options;
							this.stringify = this.parent.stringify;
						}
						this.value = null;
						this.children = [];
						this.baseURI = null;
						if (!XMLElement) {
							XMLElement = requireXMLElement();
							XMLCData = requireXMLCData();
							XMLComment = requireXMLComment();
							XMLDeclaration = requireXMLDeclaration();
							XMLDocType = requireXMLDocType();
							XMLRaw = requireXMLRaw();
							XMLText = requireXMLText();
							XMLProcessingInstruction = requireXMLProcessingInstruction();
							XMLDummy = requireXMLDummy();
							NodeType = requireNodeType();
							XMLNodeList = requireXMLNodeList();
							requireXMLNamedNodeMap();
							DocumentPosition = requireDocumentPosition();
						}
					}
					setParent(parent) {
						var child, j, len, ref1, results;
						this.parent = parent;
						if (parent) {
							this.options = parent.options;
							this.stringify = parent.stringify;
						}
						ref1 = this.children;
						results = [];
						for (j = 0, len = ref1.length; j < len; j++) {
							child = ref1[j];
							results.push(child.setParent(this));
						}
						return results;
					}
					element(name, attributes, text) {
						var childNode, item, j, k, key, lastChild = null, len, len1, val;
						if (attributes === null && text == null) [attributes, text] = [{}, null];
						if (attributes == null) attributes = {};
						attributes = getValue(attributes);
						if (!isObject(attributes)) [text, attributes] = [attributes, text];
						if (name != null) name = getValue(name);
						if (Array.isArray(name)) for (j = 0, len = name.length; j < len; j++) {
							item = name[j];
							lastChild = this.element(item);
						}
						else if (isFunction(name)) lastChild = this.element(name.apply());
						else if (isObject(name)) for (key in name) {
							if (!hasProp.call(name, key)) continue;
							val = name[key];
							if (isFunction(val)) val = val.apply();
							if (!this.options.ignoreDecorators && this.stringify.convertAttKey && key.indexOf(this.stringify.convertAttKey) === 0) lastChild = this.attribute(key.substr(this.stringify.convertAttKey.length), val);
							else if (!this.options.separateArrayItems && Array.isArray(val) && isEmpty(val)) lastChild = this.dummy();
							else if (isObject(val) && isEmpty(val)) lastChild = this.element(key);
							else if (!this.options.keepNullNodes && val == null) lastChild = this.dummy();
							else if (!this.options.separateArrayItems && Array.isArray(val)) for (k = 0, len1 = val.length; k < len1; k++) {
								item = val[k];
								childNode = {};
								childNode[key] = item;
								lastChild = this.element(childNode);
							}
							else if (isObject(val)) {
								if (!this.options.ignoreDecorators && this.stringify.convertTextKey && key.indexOf(this.stringify.convertTextKey) === 0) lastChild = this.element(val);
								else {
									lastChild = this.element(key);
									lastChild.element(val);
								}
							} else lastChild = this.element(key, val);
						}
						else if (!this.options.keepNullNodes && text === null) lastChild = this.dummy();
						else if (!this.options.ignoreDecorators && this.stringify.convertTextKey && name.indexOf(this.stringify.convertTextKey) === 0) lastChild = this.text(text);
						else if (!this.options.ignoreDecorators && this.stringify.convertCDataKey && name.indexOf(this.stringify.convertCDataKey) === 0) lastChild = this.cdata(text);
						else if (!this.options.ignoreDecorators && this.stringify.convertCommentKey && name.indexOf(this.stringify.convertCommentKey) === 0) lastChild = this.comment(text);
						else if (!this.options.ignoreDecorators && this.stringify.convertRawKey && name.indexOf(this.stringify.convertRawKey) === 0) lastChild = this.raw(text);
						else if (!this.options.ignoreDecorators && this.stringify.convertPIKey && name.indexOf(this.stringify.convertPIKey) === 0) lastChild = this.instruction(name.substr(this.stringify.convertPIKey.length), text);
						else lastChild = this.node(name, attributes, text);
						if (lastChild == null) throw new Error("Could not create any elements with: " + name + ". " + this.debugInfo());
						return lastChild;
					}
					insertBefore(name, attributes, text) {
						var child, i, newChild, refChild, removed;
						if (name != null ? name.type : void 0) {
							newChild = name;
							refChild = attributes;
							newChild.setParent(this);
							if (refChild) {
								i = children.indexOf(refChild);
								removed = children.splice(i);
								children.push(newChild);
								Array.prototype.push.apply(children, removed);
							} else children.push(newChild);
							return newChild;
						} else {
							if (this.isRoot) throw new Error("Cannot insert elements at root level. " + this.debugInfo(name));
							i = this.parent.children.indexOf(this);
							removed = this.parent.children.splice(i);
							child = this.parent.element(name, attributes, text);
							Array.prototype.push.apply(this.parent.children, removed);
							return child;
						}
					}
					insertAfter(name, attributes, text) {
						var child, i, removed;
						if (this.isRoot) throw new Error("Cannot insert elements at root level. " + this.debugInfo(name));
						i = this.parent.children.indexOf(this);
						removed = this.parent.children.splice(i + 1);
						child = this.parent.element(name, attributes, text);
						Array.prototype.push.apply(this.parent.children, removed);
						return child;
					}
					remove() {
						var i;
						if (this.isRoot) throw new Error("Cannot remove the root element. " + this.debugInfo());
						i = this.parent.children.indexOf(this);
						splice.apply(this.parent.children, [i, i - i + 1].concat([]));
						return this.parent;
					}
					node(name, attributes, text) {
						var child;
						if (name != null) name = getValue(name);
						attributes || (attributes = {});
						attributes = getValue(attributes);
						if (!isObject(attributes)) [text, attributes] = [attributes, text];
						child = new XMLElement(this, name, attributes);
						if (text != null) child.text(text);
						this.children.push(child);
						return child;
					}
					text(value) {
						var child;
						if (isObject(value)) this.element(value);
						child = new XMLText(this, value);
						this.children.push(child);
						return this;
					}
					cdata(value) {
						var child = new XMLCData(this, value);
						this.children.push(child);
						return this;
					}
					comment(value) {
						var child = new XMLComment(this, value);
						this.children.push(child);
						return this;
					}
					commentBefore(value) {
						var i = this.parent.children.indexOf(this), removed = this.parent.children.splice(i);
						this.parent.comment(value);
						Array.prototype.push.apply(this.parent.children, removed);
						return this;
					}
					commentAfter(value) {
						var i = this.parent.children.indexOf(this), removed = this.parent.children.splice(i + 1);
						this.parent.comment(value);
						Array.prototype.push.apply(this.parent.children, removed);
						return this;
					}
					raw(value) {
						var child = new XMLRaw(this, value);
						this.children.push(child);
						return this;
					}
					dummy() {
						return new XMLDummy(this);
					}
					instruction(target, value) {
						var insTarget, insValue, instruction, j, len;
						if (target != null) target = getValue(target);
						if (value != null) value = getValue(value);
						if (Array.isArray(target)) for (j = 0, len = target.length; j < len; j++) {
							insTarget = target[j];
							this.instruction(insTarget);
						}
						else if (isObject(target)) for (insTarget in target) {
							if (!hasProp.call(target, insTarget)) continue;
							insValue = target[insTarget];
							this.instruction(insTarget, insValue);
						}
						else {
							if (isFunction(value)) value = value.apply();
							instruction = new XMLProcessingInstruction(this, target, value);
							this.children.push(instruction);
						}
						return this;
					}
					instructionBefore(target, value) {
						var i = this.parent.children.indexOf(this), removed = this.parent.children.splice(i);
						this.parent.instruction(target, value);
						Array.prototype.push.apply(this.parent.children, removed);
						return this;
					}
					instructionAfter(target, value) {
						var i = this.parent.children.indexOf(this), removed = this.parent.children.splice(i + 1);
						this.parent.instruction(target, value);
						Array.prototype.push.apply(this.parent.children, removed);
						return this;
					}
					declaration(version, encoding, standalone) {
						var doc = this.document(), xmldec = new XMLDeclaration(doc, version, encoding, standalone);
						if (doc.children.length === 0) doc.children.unshift(xmldec);
						else if (doc.children[0].type === NodeType.Declaration) doc.children[0] = xmldec;
						else doc.children.unshift(xmldec);
						return doc.root() || doc;
					}
					dtd(pubID, sysID) {
						var child, doc = this.document(), doctype = new XMLDocType(doc, pubID, sysID), i, j, k, len, len1, ref1 = doc.children, ref2;
						for (i = j = 0, len = ref1.length; j < len; i = ++j) {
							child = ref1[i];
							if (child.type === NodeType.DocType) {
								doc.children[i] = doctype;
								return doctype;
							}
						}
						ref2 = doc.children;
						for (i = k = 0, len1 = ref2.length; k < len1; i = ++k) {
							child = ref2[i];
							if (child.isRoot) {
								doc.children.splice(i, 0, doctype);
								return doctype;
							}
						}
						doc.children.push(doctype);
						return doctype;
					}
					up() {
						if (this.isRoot) throw new Error("The root node has no parent. Use doc() if you need to get the document object.");
						return this.parent;
					}
					root() {
						var node = this;
						while (node) if (node.type === NodeType.Document) return node.rootObject;
						else if (node.isRoot) return node;
						else node = node.parent;
					}
					document() {
						var node = this;
						while (node) if (node.type === NodeType.Document) return node;
						else node = node.parent;
					}
					end(options) {
						return this.document().end(options);
					}
					prev() {
						var i = this.parent.children.indexOf(this);
						if (i < 1) throw new Error("Already at the first node. " + this.debugInfo());
						return this.parent.children[i - 1];
					}
					next() {
						var i = this.parent.children.indexOf(this);
						if (i === -1 || i === this.parent.children.length - 1) throw new Error("Already at the last node. " + this.debugInfo());
						return this.parent.children[i + 1];
					}
					importDocument(doc) {
						var child, clonedRoot = doc.root().clone(), j, len, ref1;
						clonedRoot.parent = this;
						clonedRoot.isRoot = false;
						this.children.push(clonedRoot);
						if (this.type === NodeType.Document) {
							clonedRoot.isRoot = true;
							clonedRoot.documentObject = this;
							this.rootObject = clonedRoot;
							if (this.children) {
								ref1 = this.children;
								for (j = 0, len = ref1.length; j < len; j++) {
									child = ref1[j];
									if (child.type === NodeType.DocType) {
										child.name = clonedRoot.name;
										break;
									}
								}
							}
						}
						return this;
					}
					debugInfo(name) {
						var ref1, ref2;
						name = name || this.name;
						if (name == null && !((ref1 = this.parent) != null ? ref1.name : void 0)) return "";
						else if (name == null) return "parent: <" + this.parent.name + ">";
						else if (!((ref2 = this.parent) != null ? ref2.name : void 0)) return "node: <" + name + ">";
						else return "node: <" + name + ">, parent: <" + this.parent.name + ">";
					}
					ele(name, attributes, text) {
						return this.element(name, attributes, text);
					}
					nod(name, attributes, text) {
						return this.node(name, attributes, text);
					}
					txt(value) {
						return this.text(value);
					}
					dat(value) {
						return this.cdata(value);
					}
					com(value) {
						return this.comment(value);
					}
					ins(target, value) {
						return this.instruction(target, value);
					}
					doc() {
						return this.document();
					}
					dec(version, encoding, standalone) {
						return this.declaration(version, encoding, standalone);
					}
					e(name, attributes, text) {
						return this.element(name, attributes, text);
					}
					n(name, attributes, text) {
						return this.node(name, attributes, text);
					}
					t(value) {
						return this.text(value);
					}
					d(value) {
						return this.cdata(value);
					}
					c(value) {
						return this.comment(value);
					}
					r(value) {
						return this.raw(value);
					}
					i(target, value) {
						return this.instruction(target, value);
					}
					u() {
						return this.up();
					}
					importXMLBuilder(doc) {
						return this.importDocument(doc);
					}
					attribute(name, value) {
						throw new Error("attribute() applies to element nodes only.");
					}
					att(name, value) {
						return this.attribute(name, value);
					}
					a(name, value) {
						return this.attribute(name, value);
					}
					removeAttribute(name) {
						throw new Error("attribute() applies to element nodes only.");
					}
					replaceChild(newChild, oldChild) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					removeChild(oldChild) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					appendChild(newChild) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					hasChildNodes() {
						return this.children.length !== 0;
					}
					cloneNode(deep) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					normalize() {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					isSupported(feature, version) {
						return true;
					}
					hasAttributes() {
						return this.attribs.length !== 0;
					}
					compareDocumentPosition(other) {
						var ref = this, res;
						if (ref === other) return 0;
						else if (this.document() !== other.document()) {
							res = DocumentPosition.Disconnected | DocumentPosition.ImplementationSpecific;
							if (Math.random() < .5) res |= DocumentPosition.Preceding;
							else res |= DocumentPosition.Following;
							return res;
						} else if (ref.isAncestor(other)) return DocumentPosition.Contains | DocumentPosition.Preceding;
						else if (ref.isDescendant(other)) return DocumentPosition.Contains | DocumentPosition.Following;
						else if (ref.isPreceding(other)) return DocumentPosition.Preceding;
						else return DocumentPosition.Following;
					}
					isSameNode(other) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					lookupPrefix(namespaceURI) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					isDefaultNamespace(namespaceURI) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					lookupNamespaceURI(prefix) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					isEqualNode(node) {
						var i, j, ref1;
						if (node.nodeType !== this.nodeType) return false;
						if (node.children.length !== this.children.length) return false;
						for (i = j = 0, ref1 = this.children.length - 1; 0 <= ref1 ? j <= ref1 : j >= ref1; i = 0 <= ref1 ? ++j : --j) if (!this.children[i].isEqualNode(node.children[i])) return false;
						return true;
					}
					getFeature(feature, version) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					setUserData(key, data, handler) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					getUserData(key) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					contains(other) {
						if (!other) return false;
						return other === this || this.isDescendant(other);
					}
					isDescendant(node) {
						var child, isDescendantChild, j, len, ref1 = this.children;
						for (j = 0, len = ref1.length; j < len; j++) {
							child = ref1[j];
							if (node === child) return true;
							isDescendantChild = child.isDescendant(node);
							if (isDescendantChild) return true;
						}
						return false;
					}
					isAncestor(node) {
						return node.isDescendant(this);
					}
					isPreceding(node) {
						var nodePos = this.treePosition(node), thisPos = this.treePosition(this);
						if (nodePos === -1 || thisPos === -1) return false;
						else return nodePos < thisPos;
					}
					isFollowing(node) {
						var nodePos = this.treePosition(node), thisPos = this.treePosition(this);
						if (nodePos === -1 || thisPos === -1) return false;
						else return nodePos > thisPos;
					}
					treePosition(node) {
						var found, pos = 0;
						found = false;
						this.foreachTreeNode(this.document(), function(childNode) {
							pos++;
							if (!found && childNode === node) return found = true;
						});
						if (found) return pos;
						else return -1;
					}
					foreachTreeNode(node, func) {
						var child, j, len, ref1, res;
						node || (node = this.document());
						ref1 = node.children;
						for (j = 0, len = ref1.length; j < len; j++) {
							child = ref1[j];
							if (res = func(child)) return res;
							else {
								res = this.foreachTreeNode(child, func);
								if (res) return res;
							}
						}
					}
				}
				Object.defineProperty(XMLNode.prototype, "nodeName", { get: function() {
					return this.name;
				} });
				Object.defineProperty(XMLNode.prototype, "nodeType", { get: function() {
					return this.type;
				} });
				Object.defineProperty(XMLNode.prototype, "nodeValue", { get: function() {
					return this.value;
				} });
				Object.defineProperty(XMLNode.prototype, "parentNode", { get: function() {
					return this.parent;
				} });
				Object.defineProperty(XMLNode.prototype, "childNodes", { get: function() {
					if (!this.childNodeList || !this.childNodeList.nodes) this.childNodeList = new XMLNodeList(this.children);
					return this.childNodeList;
				} });
				Object.defineProperty(XMLNode.prototype, "firstChild", { get: function() {
					return this.children[0] || null;
				} });
				Object.defineProperty(XMLNode.prototype, "lastChild", { get: function() {
					return this.children[this.children.length - 1] || null;
				} });
				Object.defineProperty(XMLNode.prototype, "previousSibling", { get: function() {
					var i = this.parent.children.indexOf(this);
					return this.parent.children[i - 1] || null;
				} });
				Object.defineProperty(XMLNode.prototype, "nextSibling", { get: function() {
					var i = this.parent.children.indexOf(this);
					return this.parent.children[i + 1] || null;
				} });
				Object.defineProperty(XMLNode.prototype, "ownerDocument", { get: function() {
					return this.document() || null;
				} });
				Object.defineProperty(XMLNode.prototype, "textContent", {
					get: function() {
						var child, j, len, ref1, str;
						if (this.nodeType === NodeType.Element || this.nodeType === NodeType.DocumentFragment) {
							str = "";
							ref1 = this.children;
							for (j = 0, len = ref1.length; j < len; j++) {
								child = ref1[j];
								if (child.textContent) str += child.textContent;
							}
							return str;
						} else return null;
					},
					set: function(value) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
				});
				return XMLNode;
			}).call(this);
		}).call(commonjsGlobal);
		return XMLNode.exports;
	}
	var XMLStringifier = { exports: {} };
	var hasRequiredXMLStringifier;
	function requireXMLStringifier() {
		if (hasRequiredXMLStringifier) return XMLStringifier.exports;
		hasRequiredXMLStringifier = 1;
		(function() {
			var hasProp = {}.hasOwnProperty;
			XMLStringifier.exports = (function() {
				class XMLStringifier {
					constructor(options) {
						var key, ref, value;
						this.assertLegalChar = this.assertLegalChar.bind(this);
						this.assertLegalName = this.assertLegalName.bind(this);
						options || (options = {});
						this.options = options;
						if (!this.options.version) this.options.version = "1.0";
						ref = options.stringify || {};
						for (key in ref) {
							if (!hasProp.call(ref, key)) continue;
							value = ref[key];
							this[key] = value;
						}
					}
					name(val) {
						if (this.options.noValidation) return val;
						return this.assertLegalName("" + val || "");
					}
					text(val) {
						if (this.options.noValidation) return val;
						return this.assertLegalChar(this.textEscape("" + val || ""));
					}
					cdata(val) {
						if (this.options.noValidation) return val;
						val = "" + val || "";
						val = val.replace("]]>", "]]]]><![CDATA[>");
						return this.assertLegalChar(val);
					}
					comment(val) {
						if (this.options.noValidation) return val;
						val = "" + val || "";
						if (val.match(/--/)) throw new Error("Comment text cannot contain double-hypen: " + val);
						return this.assertLegalChar(val);
					}
					raw(val) {
						if (this.options.noValidation) return val;
						return "" + val || "";
					}
					attValue(val) {
						if (this.options.noValidation) return val;
						return this.assertLegalChar(this.attEscape(val = "" + val || ""));
					}
					insTarget(val) {
						if (this.options.noValidation) return val;
						return this.assertLegalChar("" + val || "");
					}
					insValue(val) {
						if (this.options.noValidation) return val;
						val = "" + val || "";
						if (val.match(/\?>/)) throw new Error("Invalid processing instruction value: " + val);
						return this.assertLegalChar(val);
					}
					xmlVersion(val) {
						if (this.options.noValidation) return val;
						val = "" + val || "";
						if (!val.match(/1\.[0-9]+/)) throw new Error("Invalid version number: " + val);
						return val;
					}
					xmlEncoding(val) {
						if (this.options.noValidation) return val;
						val = "" + val || "";
						if (!val.match(/^[A-Za-z](?:[A-Za-z0-9._-])*$/)) throw new Error("Invalid encoding: " + val);
						return this.assertLegalChar(val);
					}
					xmlStandalone(val) {
						if (this.options.noValidation) return val;
						if (val) return "yes";
						else return "no";
					}
					dtdPubID(val) {
						if (this.options.noValidation) return val;
						return this.assertLegalChar("" + val || "");
					}
					dtdSysID(val) {
						if (this.options.noValidation) return val;
						return this.assertLegalChar("" + val || "");
					}
					dtdElementValue(val) {
						if (this.options.noValidation) return val;
						return this.assertLegalChar("" + val || "");
					}
					dtdAttType(val) {
						if (this.options.noValidation) return val;
						return this.assertLegalChar("" + val || "");
					}
					dtdAttDefault(val) {
						if (this.options.noValidation) return val;
						return this.assertLegalChar("" + val || "");
					}
					dtdEntityValue(val) {
						if (this.options.noValidation) return val;
						return this.assertLegalChar("" + val || "");
					}
					dtdNData(val) {
						if (this.options.noValidation) return val;
						return this.assertLegalChar("" + val || "");
					}
					assertLegalChar(str) {
						var regex, res;
						if (this.options.noValidation) return str;
						if (this.options.version === "1.0") {
							regex = /[\0-\x08\x0B\f\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/g;
							if (this.options.invalidCharReplacement !== void 0) str = str.replace(regex, this.options.invalidCharReplacement);
							else if (res = str.match(regex)) throw new Error(`Invalid character in string: ${str} at index ${res.index}`);
						} else if (this.options.version === "1.1") {
							regex = /[\0\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/g;
							if (this.options.invalidCharReplacement !== void 0) str = str.replace(regex, this.options.invalidCharReplacement);
							else if (res = str.match(regex)) throw new Error(`Invalid character in string: ${str} at index ${res.index}`);
						}
						return str;
					}
					assertLegalName(str) {
						var regex;
						if (this.options.noValidation) return str;
						str = this.assertLegalChar(str);
						regex = /^([:A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD]|[\uD800-\uDB7F][\uDC00-\uDFFF])([\x2D\.0-:A-Z_a-z\xB7\xC0-\xD6\xD8-\xF6\xF8-\u037D\u037F-\u1FFF\u200C\u200D\u203F\u2040\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD]|[\uD800-\uDB7F][\uDC00-\uDFFF])*$/;
						if (!str.match(regex)) throw new Error(`Invalid character in name: ${str}`);
						return str;
					}
					textEscape(str) {
						var ampregex;
						if (this.options.noValidation) return str;
						ampregex = this.options.noDoubleEncoding ? /(?!&(lt|gt|amp|apos|quot);)&/g : /&/g;
						return str.replace(ampregex, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\r/g, "&#xD;");
					}
					attEscape(str) {
						var ampregex;
						if (this.options.noValidation) return str;
						ampregex = this.options.noDoubleEncoding ? /(?!&(lt|gt|amp|apos|quot);)&/g : /&/g;
						return str.replace(ampregex, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;").replace(/\t/g, "&#x9;").replace(/\n/g, "&#xA;").replace(/\r/g, "&#xD;");
					}
				}
				XMLStringifier.prototype.convertAttKey = "@";
				XMLStringifier.prototype.convertPIKey = "?";
				XMLStringifier.prototype.convertTextKey = "#text";
				XMLStringifier.prototype.convertCDataKey = "#cdata";
				XMLStringifier.prototype.convertCommentKey = "#comment";
				XMLStringifier.prototype.convertRawKey = "#raw";
				return XMLStringifier;
			}).call(this);
		}).call(commonjsGlobal);
		return XMLStringifier.exports;
	}
	var XMLStringWriter = { exports: {} };
	var XMLWriterBase = { exports: {} };
	var WriterState = { exports: {} };
	var hasRequiredWriterState;
	function requireWriterState() {
		if (hasRequiredWriterState) return WriterState.exports;
		hasRequiredWriterState = 1;
		(function() {
			WriterState.exports = {
				None: 0,
				OpenTag: 1,
				InsideTag: 2,
				CloseTag: 3
			};
		}).call(commonjsGlobal);
		return WriterState.exports;
	}
	var hasRequiredXMLWriterBase;
	function requireXMLWriterBase() {
		if (hasRequiredXMLWriterBase) return XMLWriterBase.exports;
		hasRequiredXMLWriterBase = 1;
		(function() {
			var NodeType, WriterState, assign, hasProp = {}.hasOwnProperty;
			({assign} = requireUtility());
			NodeType = requireNodeType();
			requireXMLDeclaration();
			requireXMLDocType();
			requireXMLCData();
			requireXMLComment();
			requireXMLElement();
			requireXMLRaw();
			requireXMLText();
			requireXMLProcessingInstruction();
			requireXMLDummy();
			requireXMLDTDAttList();
			requireXMLDTDElement();
			requireXMLDTDEntity();
			requireXMLDTDNotation();
			WriterState = requireWriterState();
			XMLWriterBase.exports = class XMLWriterBase {
				constructor(options) {
					var key, ref, value;
					options || (options = {});
					this.options = options;
					ref = options.writer || {};
					for (key in ref) {
						if (!hasProp.call(ref, key)) continue;
						value = ref[key];
						this["_" + key] = this[key];
						this[key] = value;
					}
				}
				filterOptions(options) {
					var filteredOptions, ref, ref1, ref2, ref3, ref4, ref5, ref6, ref7;
					options || (options = {});
					options = assign({}, this.options, options);
					filteredOptions = { writer: this };
					filteredOptions.pretty = options.pretty || false;
					filteredOptions.allowEmpty = options.allowEmpty || false;
					filteredOptions.indent = (ref = options.indent) != null ? ref : "  ";
					filteredOptions.newline = (ref1 = options.newline) != null ? ref1 : "\n";
					filteredOptions.offset = (ref2 = options.offset) != null ? ref2 : 0;
					filteredOptions.width = (ref3 = options.width) != null ? ref3 : 0;
					filteredOptions.dontPrettyTextNodes = (ref4 = (ref5 = options.dontPrettyTextNodes) != null ? ref5 : options.dontprettytextnodes) != null ? ref4 : 0;
					filteredOptions.spaceBeforeSlash = (ref6 = (ref7 = options.spaceBeforeSlash) != null ? ref7 : options.spacebeforeslash) != null ? ref6 : "";
					if (filteredOptions.spaceBeforeSlash === true) filteredOptions.spaceBeforeSlash = " ";
					filteredOptions.suppressPrettyCount = 0;
					filteredOptions.user = {};
					filteredOptions.state = WriterState.None;
					return filteredOptions;
				}
				indent(node, options, level) {
					var indentLevel;
					if (!options.pretty || options.suppressPrettyCount) return "";
					else if (options.pretty) {
						indentLevel = (level || 0) + options.offset + 1;
						if (indentLevel > 0) return new Array(indentLevel).join(options.indent);
					}
					return "";
				}
				endline(node, options, level) {
					if (!options.pretty || options.suppressPrettyCount) return "";
					else return options.newline;
				}
				attribute(att, options, level) {
					var r;
					this.openAttribute(att, options, level);
					if (options.pretty && options.width > 0) r = att.name + "=\"" + att.value + "\"";
					else r = " " + att.name + "=\"" + att.value + "\"";
					this.closeAttribute(att, options, level);
					return r;
				}
				cdata(node, options, level) {
					var r;
					this.openNode(node, options, level);
					options.state = WriterState.OpenTag;
					r = this.indent(node, options, level) + "<![CDATA[";
					options.state = WriterState.InsideTag;
					r += node.value;
					options.state = WriterState.CloseTag;
					r += "]]>" + this.endline(node, options, level);
					options.state = WriterState.None;
					this.closeNode(node, options, level);
					return r;
				}
				comment(node, options, level) {
					var r;
					this.openNode(node, options, level);
					options.state = WriterState.OpenTag;
					r = this.indent(node, options, level) + "<!-- ";
					options.state = WriterState.InsideTag;
					r += node.value;
					options.state = WriterState.CloseTag;
					r += " -->" + this.endline(node, options, level);
					options.state = WriterState.None;
					this.closeNode(node, options, level);
					return r;
				}
				declaration(node, options, level) {
					var r;
					this.openNode(node, options, level);
					options.state = WriterState.OpenTag;
					r = this.indent(node, options, level) + "<?xml";
					options.state = WriterState.InsideTag;
					r += " version=\"" + node.version + "\"";
					if (node.encoding != null) r += " encoding=\"" + node.encoding + "\"";
					if (node.standalone != null) r += " standalone=\"" + node.standalone + "\"";
					options.state = WriterState.CloseTag;
					r += options.spaceBeforeSlash + "?>";
					r += this.endline(node, options, level);
					options.state = WriterState.None;
					this.closeNode(node, options, level);
					return r;
				}
				docType(node, options, level) {
					var child, i, len1, r, ref;
					level || (level = 0);
					this.openNode(node, options, level);
					options.state = WriterState.OpenTag;
					r = this.indent(node, options, level);
					r += "<!DOCTYPE " + node.root().name;
					if (node.pubID && node.sysID) r += " PUBLIC \"" + node.pubID + "\" \"" + node.sysID + "\"";
					else if (node.sysID) r += " SYSTEM \"" + node.sysID + "\"";
					if (node.children.length > 0) {
						r += " [";
						r += this.endline(node, options, level);
						options.state = WriterState.InsideTag;
						ref = node.children;
						for (i = 0, len1 = ref.length; i < len1; i++) {
							child = ref[i];
							r += this.writeChildNode(child, options, level + 1);
						}
						options.state = WriterState.CloseTag;
						r += "]";
					}
					options.state = WriterState.CloseTag;
					r += options.spaceBeforeSlash + ">";
					r += this.endline(node, options, level);
					options.state = WriterState.None;
					this.closeNode(node, options, level);
					return r;
				}
				element(node, options, level) {
					var att, attLen, child, childNodeCount, firstChildNode, i, j, len, len1, len2, name, prettySuppressed, r, ratt, ref, ref1, ref2, ref3, rline;
					level || (level = 0);
					prettySuppressed = false;
					this.openNode(node, options, level);
					options.state = WriterState.OpenTag;
					r = this.indent(node, options, level) + "<" + node.name;
					if (options.pretty && options.width > 0) {
						len = r.length;
						ref = node.attribs;
						for (name in ref) {
							if (!hasProp.call(ref, name)) continue;
							att = ref[name];
							ratt = this.attribute(att, options, level);
							attLen = ratt.length;
							if (len + attLen > options.width) {
								rline = this.indent(node, options, level + 1) + ratt;
								r += this.endline(node, options, level) + rline;
								len = rline.length;
							} else {
								rline = " " + ratt;
								r += rline;
								len += rline.length;
							}
						}
					} else {
						ref1 = node.attribs;
						for (name in ref1) {
							if (!hasProp.call(ref1, name)) continue;
							att = ref1[name];
							r += this.attribute(att, options, level);
						}
					}
					childNodeCount = node.children.length;
					firstChildNode = childNodeCount === 0 ? null : node.children[0];
					if (childNodeCount === 0 || node.children.every(function(e) {
						return (e.type === NodeType.Text || e.type === NodeType.Raw || e.type === NodeType.CData) && e.value === "";
					})) {
						if (options.allowEmpty) {
							r += ">";
							options.state = WriterState.CloseTag;
							r += "</" + node.name + ">" + this.endline(node, options, level);
						} else {
							options.state = WriterState.CloseTag;
							r += options.spaceBeforeSlash + "/>" + this.endline(node, options, level);
						}
					} else if (options.pretty && childNodeCount === 1 && (firstChildNode.type === NodeType.Text || firstChildNode.type === NodeType.Raw || firstChildNode.type === NodeType.CData) && firstChildNode.value != null) {
						r += ">";
						options.state = WriterState.InsideTag;
						options.suppressPrettyCount++;
						prettySuppressed = true;
						r += this.writeChildNode(firstChildNode, options, level + 1);
						options.suppressPrettyCount--;
						prettySuppressed = false;
						options.state = WriterState.CloseTag;
						r += "</" + node.name + ">" + this.endline(node, options, level);
					} else {
						if (options.dontPrettyTextNodes) {
							ref2 = node.children;
							for (i = 0, len1 = ref2.length; i < len1; i++) {
								child = ref2[i];
								if ((child.type === NodeType.Text || child.type === NodeType.Raw || child.type === NodeType.CData) && child.value != null) {
									options.suppressPrettyCount++;
									prettySuppressed = true;
									break;
								}
							}
						}
						r += ">" + this.endline(node, options, level);
						options.state = WriterState.InsideTag;
						ref3 = node.children;
						for (j = 0, len2 = ref3.length; j < len2; j++) {
							child = ref3[j];
							r += this.writeChildNode(child, options, level + 1);
						}
						options.state = WriterState.CloseTag;
						r += this.indent(node, options, level) + "</" + node.name + ">";
						if (prettySuppressed) options.suppressPrettyCount--;
						r += this.endline(node, options, level);
						options.state = WriterState.None;
					}
					this.closeNode(node, options, level);
					return r;
				}
				writeChildNode(node, options, level) {
					switch (node.type) {
						case NodeType.CData: return this.cdata(node, options, level);
						case NodeType.Comment: return this.comment(node, options, level);
						case NodeType.Element: return this.element(node, options, level);
						case NodeType.Raw: return this.raw(node, options, level);
						case NodeType.Text: return this.text(node, options, level);
						case NodeType.ProcessingInstruction: return this.processingInstruction(node, options, level);
						case NodeType.Dummy: return "";
						case NodeType.Declaration: return this.declaration(node, options, level);
						case NodeType.DocType: return this.docType(node, options, level);
						case NodeType.AttributeDeclaration: return this.dtdAttList(node, options, level);
						case NodeType.ElementDeclaration: return this.dtdElement(node, options, level);
						case NodeType.EntityDeclaration: return this.dtdEntity(node, options, level);
						case NodeType.NotationDeclaration: return this.dtdNotation(node, options, level);
						default: throw new Error("Unknown XML node type: " + node.constructor.name);
					}
				}
				processingInstruction(node, options, level) {
					var r;
					this.openNode(node, options, level);
					options.state = WriterState.OpenTag;
					r = this.indent(node, options, level) + "<?";
					options.state = WriterState.InsideTag;
					r += node.target;
					if (node.value) r += " " + node.value;
					options.state = WriterState.CloseTag;
					r += options.spaceBeforeSlash + "?>";
					r += this.endline(node, options, level);
					options.state = WriterState.None;
					this.closeNode(node, options, level);
					return r;
				}
				raw(node, options, level) {
					var r;
					this.openNode(node, options, level);
					options.state = WriterState.OpenTag;
					r = this.indent(node, options, level);
					options.state = WriterState.InsideTag;
					r += node.value;
					options.state = WriterState.CloseTag;
					r += this.endline(node, options, level);
					options.state = WriterState.None;
					this.closeNode(node, options, level);
					return r;
				}
				text(node, options, level) {
					var r;
					this.openNode(node, options, level);
					options.state = WriterState.OpenTag;
					r = this.indent(node, options, level);
					options.state = WriterState.InsideTag;
					r += node.value;
					options.state = WriterState.CloseTag;
					r += this.endline(node, options, level);
					options.state = WriterState.None;
					this.closeNode(node, options, level);
					return r;
				}
				dtdAttList(node, options, level) {
					var r;
					this.openNode(node, options, level);
					options.state = WriterState.OpenTag;
					r = this.indent(node, options, level) + "<!ATTLIST";
					options.state = WriterState.InsideTag;
					r += " " + node.elementName + " " + node.attributeName + " " + node.attributeType;
					if (node.defaultValueType !== "#DEFAULT") r += " " + node.defaultValueType;
					if (node.defaultValue) r += " \"" + node.defaultValue + "\"";
					options.state = WriterState.CloseTag;
					r += options.spaceBeforeSlash + ">" + this.endline(node, options, level);
					options.state = WriterState.None;
					this.closeNode(node, options, level);
					return r;
				}
				dtdElement(node, options, level) {
					var r;
					this.openNode(node, options, level);
					options.state = WriterState.OpenTag;
					r = this.indent(node, options, level) + "<!ELEMENT";
					options.state = WriterState.InsideTag;
					r += " " + node.name + " " + node.value;
					options.state = WriterState.CloseTag;
					r += options.spaceBeforeSlash + ">" + this.endline(node, options, level);
					options.state = WriterState.None;
					this.closeNode(node, options, level);
					return r;
				}
				dtdEntity(node, options, level) {
					var r;
					this.openNode(node, options, level);
					options.state = WriterState.OpenTag;
					r = this.indent(node, options, level) + "<!ENTITY";
					options.state = WriterState.InsideTag;
					if (node.pe) r += " %";
					r += " " + node.name;
					if (node.value) r += " \"" + node.value + "\"";
					else {
						if (node.pubID && node.sysID) r += " PUBLIC \"" + node.pubID + "\" \"" + node.sysID + "\"";
						else if (node.sysID) r += " SYSTEM \"" + node.sysID + "\"";
						if (node.nData) r += " NDATA " + node.nData;
					}
					options.state = WriterState.CloseTag;
					r += options.spaceBeforeSlash + ">" + this.endline(node, options, level);
					options.state = WriterState.None;
					this.closeNode(node, options, level);
					return r;
				}
				dtdNotation(node, options, level) {
					var r;
					this.openNode(node, options, level);
					options.state = WriterState.OpenTag;
					r = this.indent(node, options, level) + "<!NOTATION";
					options.state = WriterState.InsideTag;
					r += " " + node.name;
					if (node.pubID && node.sysID) r += " PUBLIC \"" + node.pubID + "\" \"" + node.sysID + "\"";
					else if (node.pubID) r += " PUBLIC \"" + node.pubID + "\"";
					else if (node.sysID) r += " SYSTEM \"" + node.sysID + "\"";
					options.state = WriterState.CloseTag;
					r += options.spaceBeforeSlash + ">" + this.endline(node, options, level);
					options.state = WriterState.None;
					this.closeNode(node, options, level);
					return r;
				}
				openNode(node, options, level) {}
				closeNode(node, options, level) {}
				openAttribute(att, options, level) {}
				closeAttribute(att, options, level) {}
			};
		}).call(commonjsGlobal);
		return XMLWriterBase.exports;
	}
	var hasRequiredXMLStringWriter;
	function requireXMLStringWriter() {
		if (hasRequiredXMLStringWriter) return XMLStringWriter.exports;
		hasRequiredXMLStringWriter = 1;
		(function() {
			var XMLWriterBase = requireXMLWriterBase();
			XMLStringWriter.exports = class XMLStringWriter extends XMLWriterBase {
				constructor(options) {
					super(options);
				}
				document(doc, options) {
					var child, i, len, r, ref;
					options = this.filterOptions(options);
					r = "";
					ref = doc.children;
					for (i = 0, len = ref.length; i < len; i++) {
						child = ref[i];
						r += this.writeChildNode(child, options, 0);
					}
					if (options.pretty && r.slice(-options.newline.length) === options.newline) r = r.slice(0, -options.newline.length);
					return r;
				}
			};
		}).call(commonjsGlobal);
		return XMLStringWriter.exports;
	}
	var hasRequiredXMLDocument;
	function requireXMLDocument() {
		if (hasRequiredXMLDocument) return XMLDocument.exports;
		hasRequiredXMLDocument = 1;
		(function() {
			var NodeType, XMLDOMConfiguration, XMLDOMImplementation, XMLNode, XMLStringWriter, XMLStringifier, isPlainObject;
			({isPlainObject} = requireUtility());
			XMLDOMImplementation = requireXMLDOMImplementation();
			XMLDOMConfiguration = requireXMLDOMConfiguration();
			XMLNode = requireXMLNode();
			NodeType = requireNodeType();
			XMLStringifier = requireXMLStringifier();
			XMLStringWriter = requireXMLStringWriter();
			XMLDocument.exports = (function() {
				class XMLDocument extends XMLNode {
					constructor(options) {
						super(null);
						this.name = "#document";
						this.type = NodeType.Document;
						this.documentURI = null;
						this.domConfig = new XMLDOMConfiguration();
						options || (options = {});
						if (!options.writer) options.writer = new XMLStringWriter();
						this.options = options;
						this.stringify = new XMLStringifier(options);
					}
					end(writer) {
						var writerOptions = {};
						if (!writer) writer = this.options.writer;
						else if (isPlainObject(writer)) {
							writerOptions = writer;
							writer = this.options.writer;
						}
						return writer.document(this, writer.filterOptions(writerOptions));
					}
					toString(options) {
						return this.options.writer.document(this, this.options.writer.filterOptions(options));
					}
					createElement(tagName) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					createDocumentFragment() {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					createTextNode(data) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					createComment(data) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					createCDATASection(data) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					createProcessingInstruction(target, data) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					createAttribute(name) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					createEntityReference(name) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					getElementsByTagName(tagname) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					importNode(importedNode, deep) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					createElementNS(namespaceURI, qualifiedName) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					createAttributeNS(namespaceURI, qualifiedName) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					getElementsByTagNameNS(namespaceURI, localName) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					getElementById(elementId) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					adoptNode(source) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					normalizeDocument() {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					renameNode(node, namespaceURI, qualifiedName) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					getElementsByClassName(classNames) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					createEvent(eventInterface) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					createRange() {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					createNodeIterator(root, whatToShow, filter) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
					createTreeWalker(root, whatToShow, filter) {
						throw new Error("This DOM method is not implemented." + this.debugInfo());
					}
				}
				Object.defineProperty(XMLDocument.prototype, "implementation", { value: new XMLDOMImplementation() });
				Object.defineProperty(XMLDocument.prototype, "doctype", { get: function() {
					var child, i, len, ref = this.children;
					for (i = 0, len = ref.length; i < len; i++) {
						child = ref[i];
						if (child.type === NodeType.DocType) return child;
					}
					return null;
				} });
				Object.defineProperty(XMLDocument.prototype, "documentElement", { get: function() {
					return this.rootObject || null;
				} });
				Object.defineProperty(XMLDocument.prototype, "inputEncoding", { get: function() {
					return null;
				} });
				Object.defineProperty(XMLDocument.prototype, "strictErrorChecking", { get: function() {
					return false;
				} });
				Object.defineProperty(XMLDocument.prototype, "xmlEncoding", { get: function() {
					if (this.children.length !== 0 && this.children[0].type === NodeType.Declaration) return this.children[0].encoding;
					else return null;
				} });
				Object.defineProperty(XMLDocument.prototype, "xmlStandalone", { get: function() {
					if (this.children.length !== 0 && this.children[0].type === NodeType.Declaration) return this.children[0].standalone === "yes";
					else return false;
				} });
				Object.defineProperty(XMLDocument.prototype, "xmlVersion", { get: function() {
					if (this.children.length !== 0 && this.children[0].type === NodeType.Declaration) return this.children[0].version;
					else return "1.0";
				} });
				Object.defineProperty(XMLDocument.prototype, "URL", { get: function() {
					return this.documentURI;
				} });
				Object.defineProperty(XMLDocument.prototype, "origin", { get: function() {
					return null;
				} });
				Object.defineProperty(XMLDocument.prototype, "compatMode", { get: function() {
					return null;
				} });
				Object.defineProperty(XMLDocument.prototype, "characterSet", { get: function() {
					return null;
				} });
				Object.defineProperty(XMLDocument.prototype, "contentType", { get: function() {
					return null;
				} });
				return XMLDocument;
			}).call(this);
		}).call(commonjsGlobal);
		return XMLDocument.exports;
	}
	var XMLDocumentCB = { exports: {} };
	var hasRequiredXMLDocumentCB;
	function requireXMLDocumentCB() {
		if (hasRequiredXMLDocumentCB) return XMLDocumentCB.exports;
		hasRequiredXMLDocumentCB = 1;
		(function() {
			var NodeType, WriterState, XMLAttribute, XMLCData, XMLComment, XMLDTDAttList, XMLDTDElement, XMLDTDEntity, XMLDTDNotation, XMLDeclaration, XMLDocType, XMLDocument, XMLElement, XMLProcessingInstruction, XMLRaw, XMLStringWriter, XMLStringifier, XMLText, getValue, isFunction, isObject, isPlainObject, hasProp = {}.hasOwnProperty;
			({isObject, isFunction, isPlainObject, getValue} = requireUtility());
			NodeType = requireNodeType();
			XMLDocument = requireXMLDocument();
			XMLElement = requireXMLElement();
			XMLCData = requireXMLCData();
			XMLComment = requireXMLComment();
			XMLRaw = requireXMLRaw();
			XMLText = requireXMLText();
			XMLProcessingInstruction = requireXMLProcessingInstruction();
			XMLDeclaration = requireXMLDeclaration();
			XMLDocType = requireXMLDocType();
			XMLDTDAttList = requireXMLDTDAttList();
			XMLDTDEntity = requireXMLDTDEntity();
			XMLDTDElement = requireXMLDTDElement();
			XMLDTDNotation = requireXMLDTDNotation();
			XMLAttribute = requireXMLAttribute();
			XMLStringifier = requireXMLStringifier();
			XMLStringWriter = requireXMLStringWriter();
			WriterState = requireWriterState();
			XMLDocumentCB.exports = class XMLDocumentCB {
				constructor(options, onData, onEnd) {
					var writerOptions;
					this.name = "?xml";
					this.type = NodeType.Document;
					options || (options = {});
					writerOptions = {};
					if (!options.writer) options.writer = new XMLStringWriter();
					else if (isPlainObject(options.writer)) {
						writerOptions = options.writer;
						options.writer = new XMLStringWriter();
					}
					this.options = options;
					this.writer = options.writer;
					this.writerOptions = this.writer.filterOptions(writerOptions);
					this.stringify = new XMLStringifier(options);
					this.onDataCallback = onData || function() {};
					this.onEndCallback = onEnd || function() {};
					this.currentNode = null;
					this.currentLevel = -1;
					this.openTags = {};
					this.documentStarted = false;
					this.documentCompleted = false;
					this.root = null;
				}
				createChildNode(node) {
					var att, attName, attributes, child, i, len, ref, ref1;
					switch (node.type) {
						case NodeType.CData:
							this.cdata(node.value);
							break;
						case NodeType.Comment:
							this.comment(node.value);
							break;
						case NodeType.Element:
							attributes = {};
							ref = node.attribs;
							for (attName in ref) {
								if (!hasProp.call(ref, attName)) continue;
								att = ref[attName];
								attributes[attName] = att.value;
							}
							this.node(node.name, attributes);
							break;
						case NodeType.Dummy:
							this.dummy();
							break;
						case NodeType.Raw:
							this.raw(node.value);
							break;
						case NodeType.Text:
							this.text(node.value);
							break;
						case NodeType.ProcessingInstruction:
							this.instruction(node.target, node.value);
							break;
						default: throw new Error("This XML node type is not supported in a JS object: " + node.constructor.name);
					}
					ref1 = node.children;
					for (i = 0, len = ref1.length; i < len; i++) {
						child = ref1[i];
						this.createChildNode(child);
						if (child.type === NodeType.Element) this.up();
					}
					return this;
				}
				dummy() {
					return this;
				}
				node(name, attributes, text) {
					if (name == null) throw new Error("Missing node name.");
					if (this.root && this.currentLevel === -1) throw new Error("Document can only have one root node. " + this.debugInfo(name));
					this.openCurrent();
					name = getValue(name);
					if (attributes == null) attributes = {};
					attributes = getValue(attributes);
					if (!isObject(attributes)) [text, attributes] = [attributes, text];
					this.currentNode = new XMLElement(this, name, attributes);
					this.currentNode.children = false;
					this.currentLevel++;
					this.openTags[this.currentLevel] = this.currentNode;
					if (text != null) this.text(text);
					return this;
				}
				element(name, attributes, text) {
					var child, i, len, oldValidationFlag, ref, root;
					if (this.currentNode && this.currentNode.type === NodeType.DocType) this.dtdElement(...arguments);
					else if (Array.isArray(name) || isObject(name) || isFunction(name)) {
						oldValidationFlag = this.options.noValidation;
						this.options.noValidation = true;
						root = new XMLDocument(this.options).element("TEMP_ROOT");
						root.element(name);
						this.options.noValidation = oldValidationFlag;
						ref = root.children;
						for (i = 0, len = ref.length; i < len; i++) {
							child = ref[i];
							this.createChildNode(child);
							if (child.type === NodeType.Element) this.up();
						}
					} else this.node(name, attributes, text);
					return this;
				}
				attribute(name, value) {
					var attName, attValue;
					if (!this.currentNode || this.currentNode.children) throw new Error("att() can only be used immediately after an ele() call in callback mode. " + this.debugInfo(name));
					if (name != null) name = getValue(name);
					if (isObject(name)) for (attName in name) {
						if (!hasProp.call(name, attName)) continue;
						attValue = name[attName];
						this.attribute(attName, attValue);
					}
					else {
						if (isFunction(value)) value = value.apply();
						if (this.options.keepNullAttributes && value == null) this.currentNode.attribs[name] = new XMLAttribute(this, name, "");
						else if (value != null) this.currentNode.attribs[name] = new XMLAttribute(this, name, value);
					}
					return this;
				}
				text(value) {
					var node;
					this.openCurrent();
					node = new XMLText(this, value);
					this.onData(this.writer.text(node, this.writerOptions, this.currentLevel + 1), this.currentLevel + 1);
					return this;
				}
				cdata(value) {
					var node;
					this.openCurrent();
					node = new XMLCData(this, value);
					this.onData(this.writer.cdata(node, this.writerOptions, this.currentLevel + 1), this.currentLevel + 1);
					return this;
				}
				comment(value) {
					var node;
					this.openCurrent();
					node = new XMLComment(this, value);
					this.onData(this.writer.comment(node, this.writerOptions, this.currentLevel + 1), this.currentLevel + 1);
					return this;
				}
				raw(value) {
					var node;
					this.openCurrent();
					node = new XMLRaw(this, value);
					this.onData(this.writer.raw(node, this.writerOptions, this.currentLevel + 1), this.currentLevel + 1);
					return this;
				}
				instruction(target, value) {
					var i, insTarget, insValue, len, node;
					this.openCurrent();
					if (target != null) target = getValue(target);
					if (value != null) value = getValue(value);
					if (Array.isArray(target)) for (i = 0, len = target.length; i < len; i++) {
						insTarget = target[i];
						this.instruction(insTarget);
					}
					else if (isObject(target)) for (insTarget in target) {
						if (!hasProp.call(target, insTarget)) continue;
						insValue = target[insTarget];
						this.instruction(insTarget, insValue);
					}
					else {
						if (isFunction(value)) value = value.apply();
						node = new XMLProcessingInstruction(this, target, value);
						this.onData(this.writer.processingInstruction(node, this.writerOptions, this.currentLevel + 1), this.currentLevel + 1);
					}
					return this;
				}
				declaration(version, encoding, standalone) {
					var node;
					this.openCurrent();
					if (this.documentStarted) throw new Error("declaration() must be the first node.");
					node = new XMLDeclaration(this, version, encoding, standalone);
					this.onData(this.writer.declaration(node, this.writerOptions, this.currentLevel + 1), this.currentLevel + 1);
					return this;
				}
				doctype(root, pubID, sysID) {
					this.openCurrent();
					if (root == null) throw new Error("Missing root node name.");
					if (this.root) throw new Error("dtd() must come before the root node.");
					this.currentNode = new XMLDocType(this, pubID, sysID);
					this.currentNode.rootNodeName = root;
					this.currentNode.children = false;
					this.currentLevel++;
					this.openTags[this.currentLevel] = this.currentNode;
					return this;
				}
				dtdElement(name, value) {
					var node;
					this.openCurrent();
					node = new XMLDTDElement(this, name, value);
					this.onData(this.writer.dtdElement(node, this.writerOptions, this.currentLevel + 1), this.currentLevel + 1);
					return this;
				}
				attList(elementName, attributeName, attributeType, defaultValueType, defaultValue) {
					var node;
					this.openCurrent();
					node = new XMLDTDAttList(this, elementName, attributeName, attributeType, defaultValueType, defaultValue);
					this.onData(this.writer.dtdAttList(node, this.writerOptions, this.currentLevel + 1), this.currentLevel + 1);
					return this;
				}
				entity(name, value) {
					var node;
					this.openCurrent();
					node = new XMLDTDEntity(this, false, name, value);
					this.onData(this.writer.dtdEntity(node, this.writerOptions, this.currentLevel + 1), this.currentLevel + 1);
					return this;
				}
				pEntity(name, value) {
					var node;
					this.openCurrent();
					node = new XMLDTDEntity(this, true, name, value);
					this.onData(this.writer.dtdEntity(node, this.writerOptions, this.currentLevel + 1), this.currentLevel + 1);
					return this;
				}
				notation(name, value) {
					var node;
					this.openCurrent();
					node = new XMLDTDNotation(this, name, value);
					this.onData(this.writer.dtdNotation(node, this.writerOptions, this.currentLevel + 1), this.currentLevel + 1);
					return this;
				}
				up() {
					if (this.currentLevel < 0) throw new Error("The document node has no parent.");
					if (this.currentNode) {
						if (this.currentNode.children) this.closeNode(this.currentNode);
						else this.openNode(this.currentNode);
						this.currentNode = null;
					} else this.closeNode(this.openTags[this.currentLevel]);
					delete this.openTags[this.currentLevel];
					this.currentLevel--;
					return this;
				}
				end() {
					while (this.currentLevel >= 0) this.up();
					return this.onEnd();
				}
				openCurrent() {
					if (this.currentNode) {
						this.currentNode.children = true;
						return this.openNode(this.currentNode);
					}
				}
				openNode(node) {
					var att, chunk, name, ref;
					if (!node.isOpen) {
						if (!this.root && this.currentLevel === 0 && node.type === NodeType.Element) this.root = node;
						chunk = "";
						if (node.type === NodeType.Element) {
							this.writerOptions.state = WriterState.OpenTag;
							chunk = this.writer.indent(node, this.writerOptions, this.currentLevel) + "<" + node.name;
							ref = node.attribs;
							for (name in ref) {
								if (!hasProp.call(ref, name)) continue;
								att = ref[name];
								chunk += this.writer.attribute(att, this.writerOptions, this.currentLevel);
							}
							chunk += (node.children ? ">" : "/>") + this.writer.endline(node, this.writerOptions, this.currentLevel);
							this.writerOptions.state = WriterState.InsideTag;
						} else {
							this.writerOptions.state = WriterState.OpenTag;
							chunk = this.writer.indent(node, this.writerOptions, this.currentLevel) + "<!DOCTYPE " + node.rootNodeName;
							if (node.pubID && node.sysID) chunk += " PUBLIC \"" + node.pubID + "\" \"" + node.sysID + "\"";
							else if (node.sysID) chunk += " SYSTEM \"" + node.sysID + "\"";
							if (node.children) {
								chunk += " [";
								this.writerOptions.state = WriterState.InsideTag;
							} else {
								this.writerOptions.state = WriterState.CloseTag;
								chunk += ">";
							}
							chunk += this.writer.endline(node, this.writerOptions, this.currentLevel);
						}
						this.onData(chunk, this.currentLevel);
						return node.isOpen = true;
					}
				}
				closeNode(node) {
					var chunk;
					if (!node.isClosed) {
						chunk = "";
						this.writerOptions.state = WriterState.CloseTag;
						if (node.type === NodeType.Element) chunk = this.writer.indent(node, this.writerOptions, this.currentLevel) + "</" + node.name + ">" + this.writer.endline(node, this.writerOptions, this.currentLevel);
						else chunk = this.writer.indent(node, this.writerOptions, this.currentLevel) + "]>" + this.writer.endline(node, this.writerOptions, this.currentLevel);
						this.writerOptions.state = WriterState.None;
						this.onData(chunk, this.currentLevel);
						return node.isClosed = true;
					}
				}
				onData(chunk, level) {
					this.documentStarted = true;
					return this.onDataCallback(chunk, level + 1);
				}
				onEnd() {
					this.documentCompleted = true;
					return this.onEndCallback();
				}
				debugInfo(name) {
					if (name == null) return "";
					else return "node: <" + name + ">";
				}
				ele() {
					return this.element(...arguments);
				}
				nod(name, attributes, text) {
					return this.node(name, attributes, text);
				}
				txt(value) {
					return this.text(value);
				}
				dat(value) {
					return this.cdata(value);
				}
				com(value) {
					return this.comment(value);
				}
				ins(target, value) {
					return this.instruction(target, value);
				}
				dec(version, encoding, standalone) {
					return this.declaration(version, encoding, standalone);
				}
				dtd(root, pubID, sysID) {
					return this.doctype(root, pubID, sysID);
				}
				e(name, attributes, text) {
					return this.element(name, attributes, text);
				}
				n(name, attributes, text) {
					return this.node(name, attributes, text);
				}
				t(value) {
					return this.text(value);
				}
				d(value) {
					return this.cdata(value);
				}
				c(value) {
					return this.comment(value);
				}
				r(value) {
					return this.raw(value);
				}
				i(target, value) {
					return this.instruction(target, value);
				}
				att() {
					if (this.currentNode && this.currentNode.type === NodeType.DocType) return this.attList(...arguments);
					else return this.attribute(...arguments);
				}
				a() {
					if (this.currentNode && this.currentNode.type === NodeType.DocType) return this.attList(...arguments);
					else return this.attribute(...arguments);
				}
				ent(name, value) {
					return this.entity(name, value);
				}
				pent(name, value) {
					return this.pEntity(name, value);
				}
				not(name, value) {
					return this.notation(name, value);
				}
			};
		}).call(commonjsGlobal);
		return XMLDocumentCB.exports;
	}
	var XMLStreamWriter = { exports: {} };
	var hasRequiredXMLStreamWriter;
	function requireXMLStreamWriter() {
		if (hasRequiredXMLStreamWriter) return XMLStreamWriter.exports;
		hasRequiredXMLStreamWriter = 1;
		(function() {
			var NodeType, WriterState, XMLWriterBase, hasProp = {}.hasOwnProperty;
			NodeType = requireNodeType();
			XMLWriterBase = requireXMLWriterBase();
			WriterState = requireWriterState();
			XMLStreamWriter.exports = class XMLStreamWriter extends XMLWriterBase {
				constructor(stream, options) {
					super(options);
					this.stream = stream;
				}
				endline(node, options, level) {
					if (node.isLastRootNode && options.state === WriterState.CloseTag) return "";
					else return super.endline(node, options, level);
				}
				document(doc, options) {
					var child, i, j, k, len1, len2, ref = doc.children, ref1, results;
					for (i = j = 0, len1 = ref.length; j < len1; i = ++j) {
						child = ref[i];
						child.isLastRootNode = i === doc.children.length - 1;
					}
					options = this.filterOptions(options);
					ref1 = doc.children;
					results = [];
					for (k = 0, len2 = ref1.length; k < len2; k++) {
						child = ref1[k];
						results.push(this.writeChildNode(child, options, 0));
					}
					return results;
				}
				cdata(node, options, level) {
					return this.stream.write(super.cdata(node, options, level));
				}
				comment(node, options, level) {
					return this.stream.write(super.comment(node, options, level));
				}
				declaration(node, options, level) {
					return this.stream.write(super.declaration(node, options, level));
				}
				docType(node, options, level) {
					var child, j, len1, ref;
					level || (level = 0);
					this.openNode(node, options, level);
					options.state = WriterState.OpenTag;
					this.stream.write(this.indent(node, options, level));
					this.stream.write("<!DOCTYPE " + node.root().name);
					if (node.pubID && node.sysID) this.stream.write(" PUBLIC \"" + node.pubID + "\" \"" + node.sysID + "\"");
					else if (node.sysID) this.stream.write(" SYSTEM \"" + node.sysID + "\"");
					if (node.children.length > 0) {
						this.stream.write(" [");
						this.stream.write(this.endline(node, options, level));
						options.state = WriterState.InsideTag;
						ref = node.children;
						for (j = 0, len1 = ref.length; j < len1; j++) {
							child = ref[j];
							this.writeChildNode(child, options, level + 1);
						}
						options.state = WriterState.CloseTag;
						this.stream.write("]");
					}
					options.state = WriterState.CloseTag;
					this.stream.write(options.spaceBeforeSlash + ">");
					this.stream.write(this.endline(node, options, level));
					options.state = WriterState.None;
					return this.closeNode(node, options, level);
				}
				element(node, options, level) {
					var att, attLen, child, childNodeCount, firstChildNode, j, len, len1, name, r, ratt, ref, ref1, ref2, rline;
					level || (level = 0);
					this.openNode(node, options, level);
					options.state = WriterState.OpenTag;
					r = this.indent(node, options, level) + "<" + node.name;
					if (options.pretty && options.width > 0) {
						len = r.length;
						ref = node.attribs;
						for (name in ref) {
							if (!hasProp.call(ref, name)) continue;
							att = ref[name];
							ratt = this.attribute(att, options, level);
							attLen = ratt.length;
							if (len + attLen > options.width) {
								rline = this.indent(node, options, level + 1) + ratt;
								r += this.endline(node, options, level) + rline;
								len = rline.length;
							} else {
								rline = " " + ratt;
								r += rline;
								len += rline.length;
							}
						}
					} else {
						ref1 = node.attribs;
						for (name in ref1) {
							if (!hasProp.call(ref1, name)) continue;
							att = ref1[name];
							r += this.attribute(att, options, level);
						}
					}
					this.stream.write(r);
					childNodeCount = node.children.length;
					firstChildNode = childNodeCount === 0 ? null : node.children[0];
					if (childNodeCount === 0 || node.children.every(function(e) {
						return (e.type === NodeType.Text || e.type === NodeType.Raw || e.type === NodeType.CData) && e.value === "";
					})) {
						if (options.allowEmpty) {
							this.stream.write(">");
							options.state = WriterState.CloseTag;
							this.stream.write("</" + node.name + ">");
						} else {
							options.state = WriterState.CloseTag;
							this.stream.write(options.spaceBeforeSlash + "/>");
						}
					} else if (options.pretty && childNodeCount === 1 && (firstChildNode.type === NodeType.Text || firstChildNode.type === NodeType.Raw || firstChildNode.type === NodeType.CData) && firstChildNode.value != null) {
						this.stream.write(">");
						options.state = WriterState.InsideTag;
						options.suppressPrettyCount++;
						this.writeChildNode(firstChildNode, options, level + 1);
						options.suppressPrettyCount--;
						options.state = WriterState.CloseTag;
						this.stream.write("</" + node.name + ">");
					} else {
						this.stream.write(">" + this.endline(node, options, level));
						options.state = WriterState.InsideTag;
						ref2 = node.children;
						for (j = 0, len1 = ref2.length; j < len1; j++) {
							child = ref2[j];
							this.writeChildNode(child, options, level + 1);
						}
						options.state = WriterState.CloseTag;
						this.stream.write(this.indent(node, options, level) + "</" + node.name + ">");
					}
					this.stream.write(this.endline(node, options, level));
					options.state = WriterState.None;
					return this.closeNode(node, options, level);
				}
				processingInstruction(node, options, level) {
					return this.stream.write(super.processingInstruction(node, options, level));
				}
				raw(node, options, level) {
					return this.stream.write(super.raw(node, options, level));
				}
				text(node, options, level) {
					return this.stream.write(super.text(node, options, level));
				}
				dtdAttList(node, options, level) {
					return this.stream.write(super.dtdAttList(node, options, level));
				}
				dtdElement(node, options, level) {
					return this.stream.write(super.dtdElement(node, options, level));
				}
				dtdEntity(node, options, level) {
					return this.stream.write(super.dtdEntity(node, options, level));
				}
				dtdNotation(node, options, level) {
					return this.stream.write(super.dtdNotation(node, options, level));
				}
			};
		}).call(commonjsGlobal);
		return XMLStreamWriter.exports;
	}
	(function() {
		var NodeType, WriterState, XMLDOMImplementation, XMLDocument, XMLDocumentCB, XMLStreamWriter, XMLStringWriter, assign, isFunction;
		({assign, isFunction} = requireUtility());
		XMLDOMImplementation = requireXMLDOMImplementation();
		XMLDocument = requireXMLDocument();
		XMLDocumentCB = requireXMLDocumentCB();
		XMLStringWriter = requireXMLStringWriter();
		XMLStreamWriter = requireXMLStreamWriter();
		NodeType = requireNodeType();
		WriterState = requireWriterState();
		lib.create = function(name, xmldec, doctype, options) {
			var doc, root;
			if (name == null) throw new Error("Root element needs a name.");
			options = assign({}, xmldec, doctype, options);
			doc = new XMLDocument(options);
			root = doc.element(name);
			if (!options.headless) {
				doc.declaration(options);
				if (options.pubID != null || options.sysID != null) doc.dtd(options);
			}
			return root;
		};
		lib.begin = function(options, onData, onEnd) {
			if (isFunction(options)) {
				[onData, onEnd] = [options, onData];
				options = {};
			}
			if (onData) return new XMLDocumentCB(options, onData, onEnd);
			else return new XMLDocument(options);
		};
		lib.stringWriter = function(options) {
			return new XMLStringWriter(options);
		};
		lib.streamWriter = function(stream, options) {
			return new XMLStreamWriter(stream, options);
		};
		lib.implementation = new XMLDOMImplementation();
		lib.nodeType = NodeType;
		lib.writerState = WriterState;
	}).call(commonjsGlobal);
	var TestNode = class {
		constructor(elementName) {
			this._elementName = elementName;
			this._attributes = {};
			this._properties = [];
		}
		property(name, value) {
			this._properties.push({
				name,
				value,
				isPropertyWithTextContent: false
			});
			return this;
		}
		multilineProperty(name, value) {
			this._properties.push({
				name,
				value,
				isPropertyWithTextContent: true
			});
			return this;
		}
		name(name) {
			this._attributes.name = name;
			return this;
		}
		time(timeInSeconds) {
			this._attributes.time = timeInSeconds;
			return this;
		}
		build(parentElement) {
			return this.buildNode(this.createElement(parentElement));
		}
		createElement(parentElement) {
			if (parentElement) return parentElement.ele(this._elementName, this._attributes);
			return this.createRootElement();
		}
		createRootElement() {
			const element = lib.create(this._elementName, {
				encoding: "UTF-8",
				invalidCharReplacement: ""
			});
			Object.keys(this._attributes).forEach((key) => {
				element.att(key, this._attributes[key]);
			});
			return element;
		}
		formatDate(date) {
			const pad = (num) => (num < 10 ? "0" : "") + num;
			return date.getFullYear() + "-" + pad(date.getMonth() + 1) + "-" + pad(date.getDate()) + "T" + pad(date.getHours()) + ":" + pad(date.getMinutes()) + ":" + pad(date.getSeconds());
		}
		buildNode(element) {
			if (this._properties.length) {
				var propertiesElement = element.ele("properties");
				_.forEach(this._properties, (property) => {
					if (property.isPropertyWithTextContent) propertiesElement.ele("property", { name: property.name }, property.value);
					else propertiesElement.ele("property", {
						name: property.name,
						value: property.value
					});
				});
			}
			return element;
		}
	};
	var TestGroup = class extends TestNode {
		constructor(_factory, elementName) {
			super(elementName);
			this._factory = _factory;
			this._children = [];
		}
		timestamp(timestamp) {
			if (_.isDate(timestamp)) this._attributes.timestamp = this.formatDate(timestamp);
			else this._attributes.timestamp = timestamp;
			return this;
		}
		testCase() {
			var testCase = this._factory.newTestCase();
			this._children.push(testCase);
			return testCase;
		}
		getTestCaseCount() {
			return this._sumTestCaseCounts((testCase) => {
				return testCase.getTestCaseCount();
			});
		}
		getFailureCount() {
			return this._sumTestCaseCounts((testCase) => {
				return testCase.getFailureCount();
			});
		}
		getErrorCount() {
			return this._sumTestCaseCounts((testCase) => {
				return testCase.getErrorCount();
			});
		}
		getSkippedCount() {
			return this._sumTestCaseCounts((testCase) => {
				return testCase.getSkippedCount();
			});
		}
		_sumTestCaseCounts(counterFunction) {
			return this._children.map(counterFunction).reduce((sum, count) => sum + count, 0);
		}
		build(parentElement) {
			this._attributes.tests = this.getTestCaseCount();
			this._attributes.failures = this.getFailureCount();
			this._attributes.errors = this.getErrorCount();
			this._attributes.skipped = this.getSkippedCount();
			return super.build(parentElement);
		}
		buildNode(element) {
			element = super.buildNode(element);
			_.forEach(this._children, (child) => {
				child.build(element);
			});
			return element;
		}
	};
	var TestSuites = class extends TestGroup {
		constructor(factory) {
			super(factory, "testsuites");
		}
		testSuite() {
			var suite = this._factory.newTestSuite();
			this._children.push(suite);
			return suite;
		}
	};
	var JUnitReportBuilder = class {
		constructor(_factory) {
			this._factory = _factory;
			this._rootTestSuites = new TestSuites(_factory);
		}
		writeTo(reportPath) {
			makeDir$1.sync(require$$1.dirname(reportPath));
			require$$0.writeFileSync(reportPath, this.build(), "utf8");
		}
		build() {
			return this._rootTestSuites.build().end({ pretty: true });
		}
		name(name) {
			this._rootTestSuites.name(name);
			return this;
		}
		testSuite() {
			return this._rootTestSuites.testSuite();
		}
		testCase() {
			return this._rootTestSuites.testCase();
		}
		newBuilder() {
			return this._factory.newBuilder();
		}
	};
	var TestSuite = class extends TestGroup {
		constructor(factory) {
			super(factory, "testsuite");
		}
	};
	var TestCase = class extends TestNode {
		constructor() {
			super("testcase");
			this._error = false;
			this._failure = false;
			this._skipped = false;
			this._standardOutput = void 0;
			this._standardError = void 0;
			this._stacktrace = void 0;
			this._errorAttributes = {};
			this._failureAttributes = {};
			this._errorAttachment = void 0;
			this._errorContent = void 0;
		}
		className(className) {
			this._attributes.classname = className;
			return this;
		}
		file(filepath) {
			this._attributes.file = filepath;
			return this;
		}
		failure(message, type) {
			this._failure = true;
			if (message) this._failureAttributes.message = message;
			if (type) this._failureAttributes.type = type;
			return this;
		}
		error(message, type, content) {
			this._error = true;
			if (message) this._errorAttributes.message = message;
			if (type) this._errorAttributes.type = type;
			if (content) this._errorContent = content;
			return this;
		}
		stacktrace(stacktrace) {
			this._failure = true;
			this._stacktrace = stacktrace;
			return this;
		}
		skipped() {
			this._skipped = true;
			return this;
		}
		standardOutput(log) {
			this._standardOutput = log;
			return this;
		}
		standardError(log) {
			this._standardError = log;
			return this;
		}
		getTestCaseCount() {
			return 1;
		}
		getFailureCount() {
			return this._failure ? 1 : 0;
		}
		getErrorCount() {
			return this._error ? 1 : 0;
		}
		getSkippedCount() {
			return this._skipped ? 1 : 0;
		}
		errorAttachment(path) {
			this._errorAttachment = path;
			return this;
		}
		build(parentElement) {
			const testCaseElement = this.buildNode(this.createElement(parentElement));
			if (this._failure) {
				var failureElement = testCaseElement.ele("failure", this._failureAttributes);
				if (this._stacktrace) failureElement.cdata(this._stacktrace);
			}
			if (this._error) {
				var errorElement = testCaseElement.ele("error", this._errorAttributes);
				if (this._errorContent) errorElement.cdata(this._errorContent);
			}
			if (this._skipped) testCaseElement.ele("skipped");
			if (this._standardOutput) testCaseElement.ele("system-out").cdata(this._standardOutput);
			var systemError;
			if (this._standardError) {
				systemError = testCaseElement.ele("system-err").cdata(this._standardError);
				if (this._errorAttachment) systemError.txt("[[ATTACHMENT|" + this._errorAttachment + "]]");
			}
			return testCaseElement;
		}
	};
	var Factory = class {
		newBuilder() {
			return new JUnitReportBuilder(this);
		}
		newTestSuite() {
			return new TestSuite(this);
		}
		newTestCase() {
			return new TestCase();
		}
		newTestSuites() {
			return new TestSuites(this);
		}
	};
	module.exports = new Factory().newBuilder();
})))(), 1)).default;
function renderJUnit(report) {
	const reportBuilder = builder.newBuilder().name("Milepost");
	const suite = reportBuilder.testSuite().name(line(report.exercise.title));
	suite.timestamp(report.startedAt.slice(0, 19));
	suite.time(inSeconds(report.requirements.reduce((sum, r) => sum + r.milliseconds, 0)));
	for (const [name, value] of properties(report)) suite.property(name, line(value));
	addRun(suite, report);
	const skipped = report.requirements.filter((requirement) => addRequirement(suite, requirement, report.exercise.id));
	return withSkipReasons(reportBuilder.build(), skipped.map(skipReason));
}
function properties(report) {
	const { score } = report;
	return [
		["exercise", report.exercise.id],
		["outcome", report.outcome],
		["engine", report.engine],
		["seed", String(report.seed)],
		["score.earned", number$1(score.earned)],
		["score.judged", number$1(score.judged)],
		["score.possible", number$1(score.possible)]
	];
}
function addRun(suite, report) {
	const judged = report.requirements.some((r) => r.state === "pass" || r.state === "fail");
	if (report.outcome === "completed" && judged) return;
	const { problem } = report;
	const text = [
		problem === null ? null : `${problem.stage}: ${problem.message}`,
		problem?.place ? `${problem.place.file}:${problem.place.line}  ${problem.place.code ?? ""}` : null,
		problem?.log ?? null
	];
	const test = suite.testCase().className(line(report.exercise.id)).time(0);
	if (report.outcome === "no-app") {
		test.name("The app starts").failure(line(problem?.message ?? "The app did not start."), "no-app");
		test.stacktrace(xml(text.filter((part) => part !== null).join("\n")) || "The app did not start.");
		return;
	}
	test.name("The grading finished").error(line(problem?.message ?? "Nothing could be judged."), report.outcome, xml(text.filter((part) => part !== null).join("\n")));
}
function addRequirement(suite, requirement, exerciseId) {
	const { state, advice } = requirement;
	const title = advice ? `${requirement.title} (advice)` : requirement.title;
	const test = suite.testCase().className(line(exerciseId)).name(line(title)).time(inSeconds(requirement.milliseconds));
	const text = xml(evidenceText(requirement));
	if (state === "fail" && !advice) test.failure(line(requirement.reason), state).stacktrace(text);
	else if (state === "error") test.error(line(requirement.reason), state, text);
	else test.standardOutput(text);
	const skipped = state !== "pass" && state !== "error" && (state !== "fail" || advice);
	if (skipped) test.skipped();
	return skipped;
}
function evidenceText(requirement) {
	const { points } = requirement;
	return [
		`${stateWords[requirement.state].word}: ${requirement.reason}`,
		requirement.advice ? "Advice, never counted." : `Points: ${number$1(points.earned)} of ${number$1(points.possible)}`,
		requirement.hint === null ? null : `What to do: ${requirement.hint}`,
		requirement.fragment === null ? null : `Paste this into .milepost.yml:\n${requirement.fragment}`,
		...requirement.evidence.slice(0, 20).map(observation)
	].filter((part) => part !== null).join("\n");
}
function observation({ ok, source, summary, expected, actual, exception, place, exchange, table, reproduce }) {
	const shown = {
		body: 500,
		headers: true
	};
	const where = sourceWords[source] === null ? "" : ` (${sourceWords[source]})`;
	return [
		"",
		`${ok ? "[as expected]" : "[not as expected]"} ${summary}${where}`,
		expected === null ? null : `Expected: ${expected}`,
		actual === null ? null : `Got: ${actual}`,
		exception === null ? null : `Raised: ${exception}`,
		place === null ? null : `Your line: ${place.file}:${place.line}  ${place.code ?? ""}`,
		exchange === null ? null : `${senderTitle(exchange)}:\n${requestLines(exchange, shown)}\n${answerTitle(exchange)}:\n${responseLines(exchange, shown)}`,
		table === null ? null : [
			table.title,
			table.columns.join(" | "),
			...table.rows.slice(0, 50).map((row) => row.join(" | "))
		].join("\n"),
		reproduce === null ? null : `Try it yourself: ${reproduce}`
	].filter((part) => part !== null).join("\n");
}
function skipReason({ state, reason, advice }) {
	return advice && state === "fail" ? `Advice: ${reason}` : `${stateWords[state].word}: ${reason}`;
}
function withSkipReasons(document, reasons) {
	const left = [...reasons];
	return document.replace(/^(<\?xml[^>]*>\s*<testsuites[^>]*?) skipped="\d+"/, "$1").replace(/<!\[CDATA\[[\s\S]*?\]\]>|<skipped\/>/g, (found) => found === "<skipped/>" ? `<skipped>${escapeXml(line(left.shift() ?? ""))}</skipped>` : found);
}
function escapeXml(text) {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function line(text) {
	return xml(text, { max: 500 }).replace(/\s+/g, " ");
}
function inSeconds(milliseconds) {
	return Math.round(milliseconds) / 1e3;
}
// src/report/write.ts
async function writeReports(report, folder, options = {}) {
	const files = {
		report: join(folder, "report.json"),
		junit: join(folder, "junit.xml"),
		comment: join(folder, "comment.md"),
		summary: join(folder, "summary.md")
	};
	const texts = {
		report: renderJson(report),
		junit: renderJUnit(report),
		comment: renderComment(report, options),
		summary: renderSummary(report, {
			...options,
			maxBytes: void 0
		})
	};
	await mkdir(folder, { recursive: true });
	const names = Object.keys(files);
	await Promise.all(names.map((name) => writeWhole(files[name], texts[name])));
	return files;
}
async function writeWhole(file, text) {
	const aside = `${file}.${randomUUID()}.tmp`;
	try {
		await writeFile(aside, text, { flag: "wx" });
		await rename(aside, file);
	} catch (error) {
		await rm(aside, { force: true });
		throw error;
	}
}
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
// src/score/score.ts
const JUDGED = /* @__PURE__ */ new Set([
	"pass",
	"fail",
	"blocked"
]);
function scoreOf(requirements) {
	const sum = (chosen, points) => chosen.filter((one) => !one.advice).reduce((total, one) => total + points(one), 0);
	return {
		earned: sum(requirements, (one) => one.points.earned),
		judged: sum(requirements.filter((one) => JUDGED.has(one.state)), (one) => one.points.possible),
		possible: sum(requirements, (one) => one.points.possible)
	};
}
// src/run/outcome.ts
const completed = (facts, bound, results) => reportOf(facts, "completed", null, results, bound);
function notStarted(facts, problem) {
	const results = facts.requirements.map((one) => blockedBy(one, "start", `The app could not be started: ${problem.message}`));
	return reportOf(facts, "no-app", {
		...problem,
		log: problem.log?.slice(-8e3) ?? null
	}, results, null);
}
function failedRun(facts, stage, error, stopped) {
	const message = stopped ? "The run was stopped." : error instanceof Error ? error.message : String(error);
	const results = facts.requirements.map((one) => errored(one, message));
	return reportOf(facts, "failed", {
		stage,
		message,
		place: null,
		log: error instanceof Error && !stopped ? error.stack ?? null : null
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
function stages(progress) {
	const timings = {};
	let current = "start";
	return {
		timings,
		current: () => current,
		async run(stage, work) {
			const started = performance.now();
			current = stage;
			try {
				return await work((message) => progress({
					stage,
					message
				}));
			} finally {
				timings[stage] = Math.round((timings[stage] ?? 0) + performance.now() - started);
			}
		}
	};
}
// src/run/grade.ts
async function grade(options) {
	const report = await run(options);
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
	const { engine, why: engineWhy } = await line.run("engine", () => chooseEngine(options.engine, options.environment.ci));
	options.progress({
		stage: "engine",
		message: `${engine.name} (${engineWhy})`
	});
	const facts = {
		exercise,
		why,
		repository,
		project: project ?? null,
		engine,
		seed,
		requirements,
		timings: line.timings,
		notes: [...repository.notes],
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
		const started = await line.run("start", (say) => startApp$2({
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
		if (!started.ok) return notStarted(facts, started.failure);
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
		return completed(facts, bound, results);
	} catch (error) {
		if (isExhausted(error)) return notStarted(facts, {
			stage: line.current(),
			message: `It did not last until it could be tried: ${error.message}.`,
			place: null,
			log: null
		});
		return failedRun(facts, line.current(), error, options.signal.aborted);
	} finally {
		const open = sandbox;
		if (open !== null) await line.run("clean-up", () => open.close());
	}
}
const noProject = (wanted) => wanted === void 0 ? "No Django project was found: there is no manage.py (and no settings.py with a wsgi.py) in this repository. Commit your project, or name its folder with \"project:\" in .milepost.yml." : `.milepost.yml names the folder "${wanted}", but there is no Django project in it.`;
// src/report/terminal-app.ts
function problemSection({ problem, outcome }, page) {
	if (problem === null) return "";
	const log = problem.log === null ? "" : plainLines(problem.log, {
		max: 4e3,
		keep: "end"
	});
	const message = [
		page.red(page.wrap(`What stopped it (${plain$1(problem.stage, { max: 60 })}):`).join("\n")),
		...page.wrap(plain$1(problem.message, { max: 1e3 }), 2),
		...problem.place === null ? [] : page.field("Your line", page.place(problem.place))
	];
	const lines = log.split("\n").slice(-LOG_LINES);
	return [...outcome === "no-app" ? [] : message, ...log === "" ? [] : ["  The last lines that were printed:", ...lines.map((line) => `  | ${page.cut(line, 4)}`)]].join("\n");
}
function appSections(report, page) {
	return [
		remedies(report, page),
		binding(report, page),
		notes(report, page)
	];
}
function remedies({ remedies }, page) {
	if (remedies.length === 0) return "";
	return [
		page.bold(page.wrap("What the grader had to supply (no points are lost for it)").join("\n")),
		...remedies.slice(0, 30).flatMap(({ what, why }) => bullet(`${plain$1(what, { max: 200 })}: ${plain$1(why, { max: 300 })}`, page)),
		...remedies.length > 30 ? [`  ${remedies.length - 30} more in report.json`] : []
	].join("\n");
}
function binding({ binding }, page) {
	if (binding.length === 0) return "";
	const rows = binding.slice(0, 150).map(({ role, target, confirmed, place }) => [
		plain$1(role, { max: 60 }),
		target === null ? "not found" : plain$1(target, { max: 120 }),
		confirmed ? "seen working" : "not confirmed",
		place === null ? "" : `${plain$1(place.file, { max: 120 })}:${place.line}`
	]);
	return [
		page.bold("What was found in your app"),
		...alignedTable(rows, page.width - 2).flat().map((line) => `  ${line}`),
		...page.wrap("Is one of these wrong? Name the right one in .milepost.yml and run again.", 2)
	].join("\n");
}
function notes({ notes, notIsolated }, page) {
	const sentences = [...notes, ...notIsolated].slice(0, 20);
	if (sentences.length === 0) return "";
	return [page.bold("Good to know"), ...sentences.flatMap((sentence) => bullet(plain$1(sentence, { max: 600 }), page))].join("\n");
}
function bullet(text, page) {
	return page.wrap(text, 4).map((line, i) => i === 0 ? `  - ${line.trimStart()}` : line);
}
const LOG_LINES = 20;
// src/report/terminal-evidence.ts
function evidenceSection({ requirement, words, points }, page) {
	const title = `${words.mark} ${plain$1(requirement.title, { max: 100 })}: ${words.word}${requirement.advice ? "" : ` (${points})`}`;
	const failing = requirement.evidence.filter((e) => !e.ok);
	const shown = (failing.length > 0 ? failing : requirement.evidence).slice(0, MOST_EVIDENCE);
	const more = requirement.evidence.length - shown.length;
	return [
		stateColour(requirement, page)(page.wrap(title).join("\n")),
		...page.wrap(plain$1(requirement.reason), 2),
		...requirement.state === "fail" ? [] : page.wrap(words.meaning, 2),
		...requirement.hint === null ? [] : page.field("What to do", plain$1(requirement.hint, { max: 1e3 })),
		...fragmentLines(requirement.fragment, page),
		...shown.flatMap((evidence) => evidenceLines(evidence, requirement.reason, page)),
		...more > 0 && shown.length > 0 ? [page.dim(`  ${more} more in report.json`)] : []
	].join("\n");
}
function evidenceLines(evidence, reason, page) {
	const { summary, expected, actual, exception, place, exchange, reproduce } = evidence;
	const source = sourceWords[evidence.source] === null ? "" : ` (${sourceWords[evidence.source]})`;
	return [
		...summary === reason ? [] : ["", ...page.wrap(`${plain$1(summary)}${source}`, 2)],
		...expected === null ? [] : page.field("Expected", plain$1(expected)),
		...actual === null ? [] : page.field("Got", plain$1(actual)),
		...exception === null ? [] : page.field("Raised", plain$1(exception)),
		...place === null ? [] : page.field("Your line", page.place(place)),
		...tableLines(evidence.table, page),
		...exchangeLines(exchange, page),
		...reproduce === null ? [] : [page.dim("  Try it yourself:"), plainLines(reproduce, { max: 1500 })]
	];
}
function exchangeLines(exchange, page) {
	if (exchange === null) return [];
	const shown = {
		body: 300,
		headers: true
	};
	const indented = (lines) => plainLines(lines, { max: 2e3 }).split("\n").flatMap((line) => page.wrap(line, 4));
	return [
		...page.wrap(`${plain$1(senderTitle(exchange), { max: 80 })}:`, 2),
		...indented(requestLines(exchange, shown)),
		...page.wrap(`${answerTitle(exchange)}:`, 2),
		...indented(responseLines(exchange, shown))
	];
}
function tableLines(table, page) {
	if (table === null) return [];
	const rows = [table.columns, ...table.rows.slice(0, MOST_ROWS)].map((row) => row.slice(0, 12).map((cell) => plain$1(cell, { max: 120 })));
	const [head = [], ...body] = alignedTable(rows, page.width - 4);
	const more = table.rows.length - MOST_ROWS;
	return [
		...page.wrap(plain$1(table.title), 2),
		...head.map((line) => page.bold(`    ${line}`)),
		...body.flat().map((line) => `    ${line}`),
		...more > 0 ? [`    ${more} more rows in report.json`] : []
	];
}
function fragmentLines(fragment, page) {
	return fragment === null ? [] : [page.dim("  Paste this into .milepost.yml:"), plainLines(fragment, { max: 3e3 })];
}
const MOST_EVIDENCE = 4;
const MOST_ROWS = 30;
// src/report/terminal.ts
function renderTerminal(report, { colour, width, previous = null }) {
	const view = viewOf(report, previous);
	const page = pageOf(Math.min(Math.max(width, 40), 120), colour);
	const blocks = [
		headline(view, page),
		firstFix(view, page),
		problemSection(report, page),
		requirements(view, page),
		...view.open.map((row) => evidenceSection(row, page)),
		waiting(view, page),
		...appSections(report, page),
		page.dim([
			...page.wrap(view.timings),
			...page.wrap(view.origin),
			`Again: ${plain$1(view.again)}`
		].join("\n"))
	];
	return `${withoutCommands(blocks.filter((block) => block !== "").join("\n\n"))}\n`;
}
function headline(view, page) {
	return [page.bold(page.wrap(`${view.words.mark} ${plain$1(view.headline)}`).join("\n")), ...page.wrap(plain$1(view.standing.join(" "), { max: 1e3 }), 2)].join("\n");
}
function firstFix({ first, nothingToFix }, page) {
	if (first === null) return page.bold(page.wrap(nothingToFix).join("\n"));
	const held = first.unlocks.slice(0, 8).map((title) => plain$1(title, { max: 60 }));
	const more = first.unlocks.length - held.length;
	return [
		page.bold(page.wrap(`Fix this first: ${plain$1(first.title, { max: 100 })}`).join("\n")),
		...page.wrap(plain$1(first.reason), 2),
		...first.place === null ? [] : page.field("Your line", page.place(first.place)),
		...first.hint === null ? [] : page.field("What to do", plain$1(first.hint, { max: 1e3 })),
		...held.length === 0 ? [] : page.field("It holds up", `${list(more > 0 ? [...held, `${more} more`] : held)}.`)
	].join("\n");
}
function requirements({ rows, hasChanges }, page) {
	return rows.flatMap((row) => {
		const state = stateColour(row.requirement, page)(`${row.words.mark} ${row.words.word.padEnd(14)}`);
		const change = hasChanges && row.change !== null ? ` (${row.change})` : "";
		const title = `${row.points.padStart(9)}  ${plain$1(row.requirement.title, { max: 100 })}${change}`;
		return [`${state} ${page.cut(title, 17)}`];
	}).join("\n");
}
function waiting({ waiting: groups }, page) {
	return groups.slice(0, 20).flatMap(({ on, rows }) => {
		const titles = rows.slice(0, 40).map((row) => plain$1(row.requirement.title, { max: 60 }));
		const more = rows.length - titles.length;
		const held = list(more > 0 ? [...titles, `${more} more`] : titles);
		return page.wrap(page.yellow(`${stateWords.blocked.mark} ${plain$1(on, { max: 100 })} holds up ${held}.`));
	}).join("\n");
}
function exitStatus(report, failOn) {
	const counted = report.requirements.filter((one) => !one.advice && one.state !== "skipped");
	const has = (...states) => counted.some((one) => states.includes(one.state));
	const notPassed = report.outcome === "no-app" || has("fail", "blocked", "inconclusive");
	if (notPassed && report.outcome !== "failed" && failOn === "fail") return 1;
	if (report.outcome === "failed" || has("error")) return 3;
	return notPassed || has("pass", "review") ? 0 : 3;
}
export { renderJson as a, renderJUnit as i, renderTerminal as n, grade as r, exitStatus as t };
