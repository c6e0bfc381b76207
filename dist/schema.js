import { a as array, h as string, l as literal, m as strictObject, n as _enum, o as boolean, p as record, t as ZodISODateTime, u as number, x as _isoDateTime } from "./schemas.js";
// node_modules/zod/v4/classic/iso.js
function datetime(params) {
	return _isoDateTime(ZodISODateTime, params);
}
// src/report/schema.ts
const STATES = [
	"pass",
	"fail",
	"blocked",
	"inconclusive",
	"error",
	"skipped",
	"review"
];
const stateSchema = _enum(STATES).meta({ id: "State" });
const sourceSchema = _enum([
	"observed",
	"parsed",
	"reported"
]);
const headersSchema = record(string(), string());
const exchangeSchema = strictObject({
	as: string().describe("actor that sent the request, e.g. \"alice\" or \"anonymous\""),
	method: string(),
	url: string().describe("path and query, without a host"),
	requestHeaders: headersSchema,
	requestBody: string().nullable(),
	status: number().int().nullable().describe("null: no answer"),
	responseHeaders: headersSchema,
	responseBody: string().nullable(),
	failure: string().nullable().describe("why there was no answer, e.g. \"no answer within 10 s\""),
	milliseconds: number()
}).meta({ id: "Exchange" });
const placeSchema = strictObject({
	file: string().describe("path from the repository root, with forward slashes"),
	line: number().int().min(1),
	code: string().nullable().describe("the text of that line")
}).meta({ id: "Place" });
const tableSchema = strictObject({
	title: string(),
	columns: array(string()),
	rows: array(array(string()))
}).meta({ id: "Table" });
const findingSchema = strictObject({
	tool: string().describe("name and version, e.g. \"bandit 1.9.4\""),
	rule: string().describe("e.g. \"B602\""),
	title: string().describe("what the rule is about, e.g. \"subprocess_popen_with_shell_equals_true\""),
	link: string().nullable().describe("where the rule is explained"),
	severity: _enum([
		"low",
		"medium",
		"high",
		"critical"
	]).nullable(),
	confidence: _enum([
		"low",
		"medium",
		"high"
	]).nullable()
}).meta({ id: "Finding" });
const timelineSchema = strictObject({
	limit: number().int().nullable().describe("requests that the declared limit allows; null: none is known"),
	filled: number().int().describe("requests that were counted inside the app and not sent, before the first one here"),
	answers: array(strictObject({
		as: string().describe("who sent them"),
		status: number().int().nullable().describe("null: no answer"),
		at: array(number()).describe("when each was sent, in milliseconds since the first")
	})).describe("in the order in which they were sent; equal ones that follow each other are one entry")
}).meta({ id: "Timeline" });
const evidenceSchema = strictObject({
	summary: string().describe("one sentence: what was seen"),
	ok: boolean().describe("true: as expected; false: this is why the requirement is not passed"),
	source: sourceSchema,
	expected: string().nullable(),
	actual: string().nullable(),
	exchange: exchangeSchema.nullable(),
	place: placeSchema.nullable().describe("the learner's line that is responsible, where one is known"),
	exception: string().nullable().describe("the exception that the learner's code raised, e.g. \"KeyError: 'title'\""),
	table: tableSchema.nullable(),
	finding: findingSchema.optional(),
	advice: string().optional().describe("what could happen, and what to do about it"),
	timeline: timelineSchema.optional(),
	reproduce: string().nullable().describe("a shell command that shows the same")
}).meta({ id: "Evidence" });
const requirementResultSchema = strictObject({
	id: string(),
	title: string(),
	state: stateSchema,
	advice: boolean().describe("true: reported, never counted"),
	points: strictObject({
		earned: number(),
		possible: number()
	}),
	reason: string().describe("one sentence: why this state"),
	blockedBy: string().nullable().describe("the requirement or stage that is the root cause of `blocked`"),
	evidence: array(evidenceSchema),
	hint: string().nullable().describe("what to do next"),
	fragment: string().nullable().describe("lines to paste into .milepost.yml, for `inconclusive`"),
	milliseconds: number()
}).meta({ id: "Requirement" });
const bindingSchema = strictObject({
	role: string().describe("e.g. \"register\", \"item.create\", \"item.title\""),
	target: string().nullable().describe("e.g. \"POST /api/items/\", \"Item.titulo\"; null: not found"),
	confirmed: boolean().describe("true: seen working from outside"),
	reasons: array(string()),
	place: placeSchema.nullable()
}).meta({ id: "Binding" });
const remedySchema = strictObject({
	what: string().describe("e.g. \"installed djoser\""),
	why: string().describe("e.g. \"settings.py imports it, requirements.txt does not list it\"")
}).meta({ id: "Remedy" });
const reportSchema = strictObject({
	schemaVersion: literal(1),
	milepost: strictObject({ version: string() }),
	exercise: strictObject({
		id: string(),
		title: string(),
		specDigest: string().describe("sha256 of the spec file"),
		graders: string().nullable().describe("the folder of exercises that was given with --graders; null: those of Milepost"),
		chosen: string().describe("why this exercise: asked for, .milepost.yml, or what the repository shows")
	}),
	repository: strictObject({
		project: string().describe("folder of manage.py from the repository root"),
		commit: string().nullable()
	}),
	engine: _enum(["docker", "process"]),
	notIsolated: array(string()).describe("what this engine could not isolate, as sentences"),
	seed: number().int(),
	startedAt: datetime(),
	outcome: _enum([
		"completed",
		"no-app",
		"failed",
		"stopped"
	]).describe("completed: every stage ran; no-app: the app could not be started; failed: the grader or the machine broke; stopped: somebody stopped the run"),
	problem: strictObject({
		stage: string(),
		message: string(),
		place: placeSchema.nullable(),
		log: string().nullable()
	}).nullable().describe("what stopped the run, when something did"),
	score: strictObject({
		earned: number(),
		judged: number(),
		possible: number()
	}),
	timings: record(string(), number()).describe("milliseconds per stage"),
	remedies: array(remedySchema),
	notes: array(string()).describe("what a reader should know, e.g. a spec in the repository that was ignored"),
	binding: array(bindingSchema),
	requirements: array(requirementResultSchema)
});
export { datetime as a, stateSchema as i, evidenceSchema as n, reportSchema as r, STATES as t };
