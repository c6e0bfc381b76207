import { t as UsageProblem } from "./options.js";
import { a as array, d as object, h as string, m as strictObject, o as boolean, p as record, r as _null, u as number, v as union } from "./schemas.js";
import { d as formatProblem, f as parsePositioned, n as exerciseIds, p as require_dist, r as loadExercise } from "./load.js";
import { t as RepositoryError } from "./repository-error.js";
import { execFile } from "node:child_process";
import { dirname, join, posix } from "node:path";
import { constants } from "node:fs";
import { lstat, open, opendir } from "node:fs/promises";
import { parseEnv, promisify } from "node:util";
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
const pagesOf = (facts) => endpointsOf(facts).filter((endpoint) => endpoint.method === "GET" && !isApiView(endpoint) && !endsSession(endpoint));
// src/prepare/package-for-import.ts
const byModule = new Map(Object.entries({
	actstream: "django-activity-stream",
	admin_honeypot: "django-admin-honeypot",
	admin_interface: "django-admin-interface",
	admin_reorder: "django-modeladmin-reorder",
	admin_soft: "django-admin-soft-dashboard",
	adminsortable2: "django-admin-sortable2",
	advanced_filters: "django-advanced-filters",
	aiohttp: "aiohttp",
	allauth: "django-allauth",
	analytical: "django-analytical",
	annoying: "django-annoying",
	anymail: "django-anymail",
	apscheduler: "apscheduler",
	argon2: "argon2-cffi",
	arrow: "arrow",
	asgiref: "asgiref",
	attr: "attrs",
	auditlog: "django-auditlog",
	authlib: "authlib",
	autoslug: "django-autoslug",
	axes: "django-axes",
	background_task: "django-background-tasks",
	baton: "django-baton",
	bcrypt: "bcrypt",
	behave_django: "behave-django",
	bleach: "bleach",
	bootstrap3: "django-bootstrap3",
	bootstrap4: "django-bootstrap4",
	bootstrap5: "django-bootstrap5",
	bootstrap_datepicker_plus: "django-bootstrap-datepicker-plus",
	bootstrap_modal_forms: "django-bootstrap-modal-forms",
	bootstrapform: "django-bootstrap-form",
	boto3: "boto3",
	botocore: "botocore",
	brake: "django-brake",
	bs4: "beautifulsoup4",
	cachalot: "django-cachalot",
	cacheops: "django-cacheops",
	cachetools: "cachetools",
	captcha: ["django-simple-captcha", "django-recaptcha"],
	celery: "celery",
	celery_progress: "celery-progress",
	certifi: "certifi",
	channels: "channels",
	channels_redis: "channels-redis",
	chartjs: "django-chartjs",
	cities_light: "django-cities-light",
	ckeditor: "django-ckeditor",
	ckeditor_uploader: "django-ckeditor",
	classytags: "django-classy-tags",
	click: "click",
	cloudinary: "cloudinary",
	cloudinary_storage: ["django-cloudinary-storage", "dj3-cloudinary-storage"],
	cms: "django-cms",
	colorama: "colorama",
	colorfield: "django-colorfield",
	colorlog: "colorlog",
	compressor: "django-compressor",
	configurations: "django-configurations",
	constance: "django-constance",
	cookie_consent: "django-cookie-consent",
	coreapi: "coreapi",
	coreschema: "coreschema",
	corsheaders: "django-cors-headers",
	cotton: "django-cotton",
	coverage: "coverage",
	crispy_bootstrap3: "crispy-bootstrap3",
	crispy_bootstrap4: "crispy-bootstrap4",
	crispy_bootstrap5: "crispy-bootstrap5",
	crispy_bulma: "crispy-bulma",
	crispy_forms: "django-crispy-forms",
	crispy_tailwind: "crispy-tailwind",
	croniter: "croniter",
	crum: "django-crum",
	Crypto: "pycryptodome",
	cryptography: "cryptography",
	csp: "django-csp",
	custom_user: "django-custom-user",
	dal: "django-autocomplete-light",
	dal_select2: "django-autocomplete-light",
	daphne: "daphne",
	dateparser: "dateparser",
	dateutil: "python-dateutil",
	dbbackup: "django-dbbackup",
	dbtemplates: "django-dbtemplates",
	debug_toolbar: "django-debug-toolbar",
	decouple: "python-decouple",
	defender: "django-defender",
	diskcache: "diskcache",
	dj_database_url: "dj-database-url",
	dj_email_url: "dj-email-url",
	dj_pagination: "dj-pagination",
	dj_rest_auth: "dj-rest-auth",
	django: "django",
	"django.db.backends.postgresql": [
		"psycopg2-binary",
		"psycopg2",
		"psycopg"
	],
	django_apscheduler: "django-apscheduler",
	django_bootstrap5: "django-bootstrap5",
	django_bootstrap_breadcrumbs: "django-bootstrap-breadcrumbs",
	django_browser_reload: "django-browser-reload",
	django_cache_url: "django-cache-url",
	django_celery_beat: "django-celery-beat",
	django_celery_results: "django-celery-results",
	django_choices_field: "django-choices-field",
	django_ckeditor_5: "django-ckeditor-5",
	django_cleanup: "django-cleanup",
	django_comments: "django-contrib-comments",
	django_comments_xtd: "django-comments-xtd",
	django_components: "django-components",
	django_cotton: "django-cotton",
	django_countries: "django-countries",
	django_cron: "django-cron",
	django_crontab: "django-crontab",
	django_cryptography: "django-cryptography",
	django_dramatiq: "django-dramatiq",
	django_elasticsearch_dsl: "django-elasticsearch-dsl",
	django_enum: "django-enum",
	django_eventstream: "django-eventstream",
	django_extensions: "django-extensions",
	"django_extensions.db": "django-extensions",
	django_filters: "django-filter",
	django_fsm: "django-fsm",
	django_google_maps: "django-google-maps",
	django_heroku: "django-heroku",
	django_hosts: "django-hosts",
	django_htmx: "django-htmx",
	django_json_widget: "django-json-widget",
	django_jsonform: "django-jsonform",
	django_lifecycle: "django-lifecycle",
	django_mailbox: "django-mailbox",
	django_markdown: "django-markdown",
	django_otp: "django-otp",
	django_password_validators: "django-password-validators",
	django_prometheus: "django-prometheus",
	django_property_filter: "django-property-filter",
	django_q: ["django-q2", "django-q"],
	django_quill: "django-quill-editor",
	django_ratelimit: "django-ratelimit",
	django_recaptcha: "django-recaptcha",
	django_redis: "django-redis",
	django_registration: "django-registration",
	django_resized: "django-resized",
	django_rest_passwordreset: "django-rest-passwordreset",
	django_rq: "django-rq",
	django_seed: "django-seed",
	django_select2: "django-select2",
	django_smart_ratelimit: "django-smart-ratelimit",
	django_social_share: "django-social-share",
	django_structlog: "django-structlog",
	django_summernote: "django-summernote",
	django_tables2: "django-tables2",
	django_tenants: "django-tenants",
	django_unicorn: "django-unicorn",
	django_unused_media: "django-unused-media",
	django_user_agents: "django-user-agents",
	django_vite: "django-vite",
	djangorestframework_camel_case: "djangorestframework-camel-case",
	djchoices: "django-choices",
	djgeojson: "django-geojson",
	djmoney: "django-money",
	djongo: "djongo",
	djoser: "djoser",
	docx: "python-docx",
	dotenv: "python-dotenv",
	dramatiq: "dramatiq",
	drf_extra_fields: "django-extra-fields",
	drf_multiple_model: "django-rest-multiple-models",
	drf_social_oauth2: "drf-social-oauth2",
	drf_spectacular: "drf-spectacular",
	drf_spectacular_sidecar: "drf-spectacular-sidecar",
	drf_standardized_errors: "drf-standardized-errors",
	drf_writable_nested: "drf-writable-nested",
	drf_yasg: "drf-yasg",
	dynaconf: "dynaconf",
	dynamic_rest: "dynamic-rest",
	easy_thumbnails: "easy-thumbnails",
	easyaudit: "django-easy-audit",
	el_pagination: "django-el-pagination",
	elasticsearch: "elasticsearch",
	elasticsearch_dsl: "elasticsearch-dsl",
	email_validator: "email-validator",
	embed_video: "django-embed-video",
	encrypted_fields: "django-encrypted-model-fields",
	enumfields: "django-enumfields",
	environ: "django-environ",
	environs: "environs",
	eventlet: "eventlet",
	factory: "factory-boy",
	faker: "faker",
	fakeredis: "fakeredis",
	fcm_django: "fcm-django",
	fernet_fields: "django-fernet-fields",
	filer: "django-filer",
	firebase_admin: "firebase-admin",
	floppyforms: "django-floppyforms",
	flower: "flower",
	fontawesome_5: "django-fontawesome-5",
	fontawesomefree: "fontawesomefree",
	formtools: "django-formtools",
	freezegun: "freezegun",
	froala_editor: "django-froala-editor",
	geoip2: "geoip2",
	geopy: "geopy",
	gevent: "gevent",
	"google.auth": "google-auth",
	"google.oauth2": "google-auth",
	google_auth_oauthlib: "google-auth-oauthlib",
	googleapiclient: "google-api-python-client",
	graphene: "graphene",
	graphene_django: "graphene-django",
	graphql_auth: "django-graphql-auth",
	graphql_jwt: "django-graphql-jwt",
	grappelli: "django-grappelli",
	guardian: "django-guardian",
	gunicorn: "gunicorn",
	hashids: "hashids",
	haystack: "django-haystack",
	hcaptcha: "django-hcaptcha",
	health_check: "django-health-check",
	hijack: "django-hijack",
	hitcount: "django-hitcount",
	honeypot: "django-honeypot",
	html5lib: "html5lib",
	httpx: "httpx",
	huey: "huey",
	humanize: "humanize",
	hypercorn: "hypercorn",
	icalendar: "icalendar",
	imagekit: "django-imagekit",
	impersonate: "django-impersonate",
	import_export: "django-import-export",
	inflection: "inflection",
	invitations: "django-invitations",
	ipware: "django-ipware",
	jazzmin: "django-jazzmin",
	jet: "django-jet",
	jet_reboot: "django-jet-reboot",
	jose: "python-jose",
	jsonfield: "jsonfield",
	jsonschema: "jsonschema",
	jwt: "pyjwt",
	knox: "django-rest-knox",
	kombu: "kombu",
	leaflet: "django-leaflet",
	livereload: "django-livereload-server",
	location_field: "django-location-field",
	locust: "locust",
	loguru: "loguru",
	lxml: "lxml",
	macros: "django-macros",
	magic: "python-magic",
	mailjet_rest: "mailjet-rest",
	maintenance_mode: "django-maintenance-mode",
	markdown: "markdown",
	markdown2: "markdown2",
	markdown_deux: "django-markdown-deux",
	markdownify: ["django-markdownify", "markdownify"],
	markdownx: "django-markdownx",
	marshmallow: "marshmallow",
	martor: "martor",
	material: "django-material",
	mathfilters: "django-mathfilters",
	matplotlib: "matplotlib",
	mdeditor: "django-mdeditor",
	minio: "minio",
	mistune: "mistune",
	mixer: "mixer",
	model_bakery: "model-bakery",
	model_utils: "django-model-utils",
	modelcluster: "django-modelcluster",
	modeltranslation: "django-modeltranslation",
	moneyed: "py-moneyed",
	mongoengine: "mongoengine",
	mptt: "django-mptt",
	multiselectfield: "django-multiselectfield",
	nacl: "pynacl",
	nanoid: "nanoid",
	nested_admin: "django-nested-admin",
	nested_inline: "django-nested-inline",
	newsletter: "django-newsletter",
	nh3: "nh3",
	ninja: "django-ninja",
	ninja_extra: "django-ninja-extra",
	ninja_jwt: "django-ninja-jwt",
	ninja_simple_jwt: "django-ninja-simple-jwt",
	notifications: "django-notifications-hq",
	nplusone: "nplusone",
	numpy: "numpy",
	oauth2_provider: "django-oauth-toolkit",
	oauthlib: "oauthlib",
	openai: "openai",
	openapi_codec: "openapi-codec",
	openpyxl: "openpyxl",
	ordered_model: "django-ordered-model",
	orjson: "orjson",
	oscar: "django-oscar",
	pandas: "pandas",
	parameterized: "parameterized",
	parler: "django-parler",
	passlib: "passlib",
	password_strength: "password-strength",
	paypalrestsdk: "paypalrestsdk",
	pendulum: "pendulum",
	phonenumber_field: ["django-phonenumber-field[phonenumbers]", "django-phonenumber-field"],
	phonenumbers: "phonenumbers",
	PIL: "pillow",
	pkg_resources: "setuptools",
	plotly: "plotly",
	polymorphic: "django-polymorphic",
	post_office: "django-post-office",
	prettyjson: "django-prettyjson",
	prometheus_client: "prometheus-client",
	psycopg: ["psycopg[binary]", "psycopg"],
	psycopg2: ["psycopg2-binary", "psycopg2"],
	pure_pagination: "django-pure-pagination",
	push_notifications: "django-push-notifications",
	pusher: "pusher",
	pydantic: "pydantic",
	pydantic_settings: "pydantic-settings",
	pygments: "pygments",
	pymemcache: "pymemcache",
	pymongo: "pymongo",
	pymysql: "pymysql",
	pyotp: "pyotp",
	pypdf: "pypdf",
	PyPDF2: "pypdf2",
	pytest: "pytest",
	pythonjsonlogger: "python-json-logger",
	pytz: "pytz",
	qrcode: "qrcode",
	qsessions: "django-qsessions",
	rangefilter: "django-admin-rangefilter",
	ratelimit: "django-ratelimit",
	raven: "raven",
	razorpay: "razorpay",
	recurrence: "django-recurrence",
	redis: "redis",
	redis_cache: "django-redis-cache",
	registration: "django-registration",
	reportlab: "reportlab",
	request_id: "django-request-id",
	request_logging: "django-request-logging",
	requests: "requests",
	requests_oauthlib: "requests-oauthlib",
	responses: "responses",
	rest_access_policy: "drf-access-policy",
	rest_auth: "django-rest-auth",
	rest_flex_fields: "drf-flex-fields",
	rest_framework: "djangorestframework",
	rest_framework_api_key: "djangorestframework-api-key",
	rest_framework_bulk: "djangorestframework-bulk",
	rest_framework_csv: "djangorestframework-csv",
	rest_framework_datatables: "djangorestframework-datatables",
	rest_framework_extensions: "drf-extensions",
	rest_framework_filters: "djangorestframework-filters",
	rest_framework_gis: "djangorestframework-gis",
	rest_framework_jwt: ["djangorestframework-jwt", "drf-jwt"],
	rest_framework_mongoengine: "django-rest-framework-mongoengine",
	rest_framework_nested: "drf-nested-routers",
	rest_framework_recursive: "djangorestframework-recursive",
	rest_framework_simplejwt: "djangorestframework-simplejwt",
	rest_framework_social_oauth2: "django-rest-framework-social-oauth2",
	rest_framework_swagger: "django-rest-swagger",
	rest_framework_tracking: "drf-tracking",
	rest_framework_xml: "djangorestframework-xml",
	rest_framework_yaml: "djangorestframework-yaml",
	rest_polymorphic: "django-rest-polymorphic",
	rest_social_auth: "rest-social-auth",
	reversion: "django-reversion",
	rich: "rich",
	robots: "django-robots",
	rosetta: "django-rosetta",
	rq: "rq",
	rules: "rules",
	safedelete: "django-safedelete",
	sass_processor: "django-sass-processor",
	schedule: "schedule",
	schema_graph: "django-schema-graph",
	sekizai: "django-sekizai",
	sendgrid: "sendgrid",
	sentry_sdk: "sentry-sdk",
	setuptools: "setuptools",
	shapely: "shapely",
	shortuuid: "shortuuid",
	shortuuidfield: "django-shortuuidfield",
	silk: "django-silk",
	simple_email_confirmation: "django-simple-email-confirmation",
	simple_history: "django-simple-history",
	simplejson: "simplejson",
	simpleui: "django-simpleui",
	six: "six",
	sklearn: "scikit-learn",
	slippers: "slippers",
	slugify: "python-slugify",
	smart_selects: "django-smart-selects",
	social_core: "social-auth-core",
	social_django: "social-auth-app-django",
	solo: "django-solo",
	sorl: "sorl-thumbnail",
	split_settings: "django-split-settings",
	sqlalchemy: "sqlalchemy",
	star_ratings: "django-star-ratings",
	stdimage: "django-stdimage",
	storages: "django-storages",
	strawberry: "strawberry-graphql",
	strawberry_django: "strawberry-graphql-django",
	stripe: "stripe",
	structlog: "structlog",
	subdomains: "django-subdomains",
	suit: "django-suit",
	taggit: "django-taggit",
	taggit_serializer: "django-taggit-serializer",
	tailwind: "django-tailwind",
	tastypie: "django-tastypie",
	template_partials: "django-template-partials",
	templated_email: "django-templated-email",
	templated_mail: "django-templated-mail",
	tempus_dominus: "django-tempus-dominus",
	tenant_schemas: "django-tenant-schemas",
	test_without_migrations: "django-test-without-migrations",
	tinymce: "django-tinymce",
	toml: "toml",
	tqdm: "tqdm",
	treebeard: "django-treebeard",
	trix: "django-trix",
	trix_editor: "django-trix-editor",
	turnstile: "django-turnstile",
	twilio: "twilio",
	two_factor: "django-two-factor-auth",
	typing_extensions: "typing-extensions",
	tzlocal: "tzlocal",
	ujson: "ujson",
	ulid: "python-ulid",
	unfold: "django-unfold",
	uritemplate: "uritemplate",
	url_filter: "django-url-filter",
	urllib3: "urllib3",
	user_sessions: "django-user-sessions",
	uuid6: "uuid6",
	uvicorn: "uvicorn",
	validators: "validators",
	versatileimagefield: "django-versatileimagefield",
	viewflow: "django-viewflow",
	vote: "django-vote",
	waffle: "django-waffle",
	wagtail: "wagtail",
	waitress: "waitress",
	watchman: "django-watchman",
	watson: "django-watson",
	webpack_loader: "django-webpack-loader",
	webpush: "django-webpush",
	websockets: "websockets",
	werkzeug: "werkzeug",
	whitenoise: "whitenoise",
	whoosh: "whoosh",
	widget_tweaks: "django-widget-tweaks",
	xhtml2pdf: "xhtml2pdf",
	xlsxwriter: "xlsxwriter",
	xmltodict: "xmltodict",
	yaml: "pyyaml",
	zeal: "django-zeal",
	zxcvbn: "zxcvbn"
}).map(([module, names]) => [module, typeof names === "string" ? [names] : names]));
function packageForImport(name) {
	return providersOf(name)[0] ?? null;
}
function providersOf(name) {
	for (let module = name; module !== ""; module = module.slice(0, Math.max(0, module.lastIndexOf(".")))) {
		const found = byModule.get(module);
		if (found) return found;
	}
	return [];
}
const normalName = (name) => name.replace(/\[.*$/, "").toLowerCase().replaceAll(/[-_.]+/g, "-");
const known = new Set([...byModule.values()].flat().map(normalName));
const isKnownPackage = (name) => known.has(normalName(name));
// src/repository/read-text.ts
const maxBytes$1 = 524288;
function textReader(root) {
	const read = /* @__PURE__ */ new Map();
	return (file) => {
		const known = read.get(file) ?? readText(root, file);
		read.set(file, known);
		return known;
	};
}
async function readText(root, file) {
	return readRegular(join(root, file)).catch(() => "");
}
async function readRegular(path) {
	const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
	try {
		if (!(await handle.stat()).isFile()) return "";
		const buffer = Buffer.alloc(maxBytes$1);
		let length = 0;
		for (;;) {
			const { bytesRead } = await handle.read(buffer, length, maxBytes$1 - length);
			length += bytesRead;
			if (bytesRead === 0 || length === maxBytes$1) break;
		}
		return decode(buffer.subarray(0, length));
	} finally {
		await handle.close();
	}
}
function decode(bytes) {
	const encoding = bytes[0] === 255 && bytes[1] === 254 ? "utf-16le" : bigEndian(bytes) ? "utf-16be" : guess(bytes);
	return new TextDecoder(encoding).decode(bytes);
}
const bigEndian = (bytes) => bytes[0] === 254 && bytes[1] === 255;
function guess(bytes) {
	const start = bytes.subarray(0, 200);
	const zeros = (odd) => start.filter((byte, index) => byte === 0 && index % 2 === odd).length;
	if (zeros(1) > start.length / 4) return "utf-16le";
	return zeros(0) > start.length / 4 ? "utf-16be" : "utf-8";
}
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
const run = promisify(execFile);
const safe = [
	...[
		"core.fsmonitor=false",
		"core.hooksPath=/dev/null",
		"protocol.allow=never",
		"core.pager=cat"
	].flatMap((setting) => ["-c", setting]),
	"--no-pager",
	"--no-replace-objects"
];
async function lastCommit(root) {
	const folder = join(root, ".git");
	const found = await lstat(folder).catch(() => null);
	if (!found || found.isSymbolicLink()) return {
		commit: null,
		commitDate: null
	};
	const env = {
		...process.env,
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_NO_LAZY_FETCH: "1",
		GIT_OPTIONAL_LOCKS: "0",
		GIT_TERMINAL_PROMPT: "0",
		GIT_CEILING_DIRECTORIES: dirname(root),
		...found.isDirectory() ? { GIT_DIR: folder } : {}
	};
	const git = (...args) => run("git", [...safe, ...args], {
		cwd: root,
		env,
		timeout: 5e3,
		maxBuffer: 1e6
	}).then(({ stdout }) => stdout, () => "");
	const [name, content] = await Promise.all([git("rev-parse", "--verify", "--quiet", "HEAD^{commit}"), git("cat-file", "commit", "HEAD")]);
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
	for (const file of files.filter((file) => basename(file) === "manage.py")) if (/DJANGO_SETTINGS_MODULE|django\.core\.management/.test(await read(file))) managed.push(folderOf(file));
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
export { verbsOf as C, splitWords as S, fillPath as _, parseYaml as a, pagesOf as b, readText as c, normalName as d, packageForImport as f, endpointsOf as g, describeEndpoint as h, scanRepository as i, textReader as l, apiPatterns as m, configFile as n, fileOf as o, providersOf as p, chooseExercise as r, settingsChain as s, configOf as t, isKnownPackage as u, mentions as v, wordsOf as w, pathPattern as x, openParams as y };
