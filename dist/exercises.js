import { _ as nearestName, c as parseQuery, g as capital, n as exerciseIds, r as loadExercise, u as describePredicate } from "./load.js";
import { a as points, i as number, n as count } from "./words.js";
import { t as gradersFolder } from "./graders-folder.js";
import { t as UsageProblem } from "./options.js";
import { n as pageOf } from "./terminal-page.js";
import { resolve } from "node:path";
// src/spec/does.ts
function whatItDoes(step, spec) {
	switch (step.probe) {
		case "given": return given(step, spec);
		case "call": return capital(call(step));
		case "facts": return facts(step);
		case "throttle": return throttle(step);
		case "visit": return capital(`${step.title ?? `open ${step.page}`} (${step.as}, ${step.page})`);
		case "submit": return capital(`${step.title ?? `send ${step.form}`} (${step.as}, form ${step.form})`);
		case "admin": return capital(step.title ?? admin(step));
		case "links": return capital(step.title ?? "follow the links");
		case "attack": return capital(step.title ?? `attack the app: ${step.attack}`);
		case "tool": return capital(step.title ?? `run ${step.tool} over the files`);
		case "deploy": return capital(step.title ?? "load the settings of production and ask Django's own checks");
		case "document": return capital(step.title ?? `look in the repository for a text about ${step.names.slice(0, 3).join(", ")}`);
	}
}
function given(step, spec) {
	const { row, of, id, count, under, onto } = step;
	const what = `${of} has the ${row} "${id}"`;
	if (spec.roles[row]?.role !== "content") return `${what} (made through the app, or inside it where the app cannot)`;
	return `${[what, ...[
		count === void 0 ? null : count === "page" ? "more of them than one page shows" : `${count} of them`,
		step["days-old"] === void 0 ? null : `${step["days-old"]} days old`,
		under === void 0 ? null : `under "${under}"`,
		onto === void 0 ? null : `attached to "${onto}"`,
		step.optional ? "where there is such a model" : null
	].filter((detail) => detail !== null)].join(", ")} (made inside the app)`;
}
function call({ title, call: called, as, each }) {
	const values = Object.values(each ?? {}).flat().join(" / ");
	return (title === void 0 ? `call ${called} as ${as}` : `${title} (${as}, ${called})`).replaceAll(/\$\{\w+\}/g, values);
}
const facts = ({ role }) => `What the framework says about ${role ?? "the project"}`;
const throttle = ({ calls, as, other }) => `Requests one after the other until the app refuses (${as}; the first of ${calls.join(", ")} that has a limit), then one as ${other}`;
function admin({ of, search, keeps, hides }) {
	const named = (ids) => ids.map((id) => `"${id}"`).join(", ");
	if (search !== void 0) return `search the admin of ${of} by the ${search.slot} of "${search.of}"`;
	if (keeps === void 0) return `use the admin of ${of}`;
	const without = hides === void 0 ? "" : ` and hides ${named(hides)}`;
	return `look in the admin of ${of} for a filter that leaves ${named(keeps)}${without}`;
}
// src/spec/in-words.ts
function stepInWords(step, spec) {
	const expects = step.probe === "given" ? [] : Object.entries(step.expect).map(expectation(spec, step));
	return {
		does: whatItDoes(step, spec),
		expects
	};
}
function expectation(spec, step) {
	const say = ([text, predicate]) => {
		const query = parseQuery(text);
		const ruledOut = onlyRulesOut(predicate);
		if (ruledOut !== null) return `${say([text, !ruledOut])}, where that can be told`;
		const wanted = {
			truth: truthOf(predicate),
			words: describePredicate(predicate)
		};
		if ("problem" in query) return `${text} is ${wanted.words}`;
		const counted = query.filters.join() === "count" && COUNTED.includes(query.name);
		return query.filters.length > 0 && !counted ? `${text} is ${wanted.words}` : SAYS[query.name](wanted, query.argument, spec, step);
	};
	return say;
}
const COUNTED = [
	"findings",
	"unexplained",
	"weaknesses",
	"warnings",
	"insecure-defaults",
	"gaps",
	"dead",
	"crashing",
	"unnamed",
	"unguarded",
	"reflected",
	"migrations"
];
function onlyRulesOut(predicate) {
	if (predicate === null || typeof predicate !== "object" || Object.keys(predicate).length !== 1) return null;
	return typeof predicate.not === "boolean" ? predicate.not : null;
}
function truthOf(predicate) {
	if (typeof predicate === "boolean") return predicate;
	if (predicate === null || typeof predicate !== "object") return null;
	if (Object.keys(predicate).length !== 1) return null;
	if (predicate.exists !== void 0) return predicate.exists;
	return typeof predicate.equals === "boolean" ? predicate.equals : null;
}
const either = (yes, no, subject) => ({ truth, words }) => truth === null ? `${subject} is ${words}` : truth ? yes : no;
const SAYS = {
	status: ({ words }) => `the status is ${words}`,
	body: ({ words }) => `the body is ${words}`,
	header: ({ words }, name) => `the header ${name} is ${words}`,
	json: ({ words }, path) => `${path} of the answer is ${words}`,
	reason: either("the answer gives a reason", "the answer gives no reason", "the reason"),
	crashed: either("the app crashes", "the app does not crash", "a crash"),
	lifetime: ({ words }) => `the token expires within ${words} seconds`,
	kept: ({ words }) => `what was sent is what is stored: ${words}`,
	token: either("the answer holds a token", "the answer holds no token", "the token"),
	claim: ({ truth, words }, name) => truth === null ? `the claim ${name} of the token is ${words}` : `the token has ${truth ? "a" : "no"} claim ${name}`,
	account: either("the password stands readable in the database", "the password does not stand readable in the database", "the password in the database"),
	discloses: either("the answer holds the password or its hash", "the answer holds neither the password nor its hash", "the password in the answer"),
	exists: either("the account exists afterwards", "no account exists afterwards", "the account"),
	shows: ({ truth, words }, argument, _, step) => {
		const [row, slot] = argument.split(".");
		const what = slot === void 0 ? `"${row}"` : `the ${slot} of "${row}"`;
		const where = step.probe === "visit" ? "page" : "answer";
		return truth === null ? `whether the ${where} shows ${what} is ${words}` : `the ${where} ${truth ? "shows" : "does not show"} ${what}`;
	},
	stored: (wanted, argument, spec, step) => (step.probe === "submit" ? either("what was written is saved", "nothing is saved", "whether it is saved") : either("the new row can be read afterwards", "no row is stored", "the stored row"))(wanted, argument, spec, step),
	owner: ({ words }) => `the owner of the new row is ${words}`,
	row: ({ truth, words }, argument) => {
		const [row = "", what = "changed"] = argument.split(".");
		const said = ROW_WORDS[what];
		return truth === null || said === void 0 ? `row ${argument} is ${words}` : `"${row}" ${said[truth ? "yes" : "no"]} afterwards`;
	},
	slot: ({ truth, words }, slot, spec, step) => {
		const label = labelOf(slot, spec, step);
		return truth === null ? `the ${label} is ${words}` : `there is ${truth ? "a" : "no"} field for the ${label}`;
	},
	kind: ({ words }, slot, spec, step) => `the ${labelOf(slot, spec, step)} is of the kind ${words}`,
	automatic: ({ truth, words }, slot, spec, step) => `the ${labelOf(slot, spec, step)} is ${truth === null ? words : truth ? "set by itself" : "not set by itself"}`,
	pagination: either("the list is paginated", "the list is not paginated", "the pagination"),
	documentation: either("the API is documented", "the API is not documented", "the documentation"),
	version: either("the API is versioned", "the API is not versioned", "the version"),
	filtering: either("the list can be filtered", "the list cannot be filtered", "the filtering"),
	limited: either("the app refuses at some point", "the app never refuses", "the limit"),
	"retry-after": either("Retry-After is sent", "Retry-After is not sent", "Retry-After"),
	"other-client": either("the other client is refused too", "the other client is not refused", "the other client"),
	unmistakable: ({ truth, words }, slot, spec, step) => truth === true ? `no two rows have the same ${labelOf(slot, spec, step)}` : `whether no two rows have the same ${labelOf(slot, spec, step)} is ${words}`,
	migrations: ({ truth, words }, which) => truth === false ? `no migration is ${which}` : `migrations that are ${which}: ${words}`,
	compared: ({ words }, row) => words === "more" || words === "less" ? `"${row}" is shown ${words} often than on the other page` : `how often "${row}" is shown, compared with the other page, is ${words.replace(/\bsame\b/, "the same")}`,
	template: ({ words }) => `the page is ${words.replace(/\b(extends|plain|none)\b/g, (name) => TEMPLATES[name] ?? name)}`,
	text: ({ words }) => `the text of the page is ${words}`,
	author: ({ words }) => `the author of what was written is ${words}`,
	shown: either("a page shows it afterwards", "no page shows it", "whether a page shows it"),
	belongs: ({ truth, words }, row) => truth === true ? `it belongs to "${row}"` : `whether it belongs to "${row}" is ${words}`,
	executes: either("what was written runs as script", "nothing of it runs as script", "whether it runs as script"),
	"signed-in": either("the visitor is signed in", "the visitor is not signed in", "whether the visitor is signed in"),
	"turned-away": either("the visitor is turned away", "the visitor is not turned away", "whether the visitor is turned away"),
	complaint: either("the page says what is wrong", "the page says nothing", "the complaint"),
	managed: either("the admin lists and edits them", "the admin does not have them", "the admin"),
	finds: ({ truth, words }, row) => truth === null ? `whether "${row}" is found is ${words}` : `"${row}" is ${truth ? "" : "not "}found`,
	filter: either("a filter does that", "no filter does that", "the filter"),
	dead: ({ words }) => `links that lead nowhere: ${words}`,
	crashing: ({ words }) => `links that lead to a crash: ${words}`,
	pages: ({ words }) => `pages that were seen: ${words}`,
	unnamed: ({ words }) => `views without a named URL: ${words}`,
	unguarded: ({ words }) => `forms that are accepted without their CSRF token: ${words}`,
	findings: ({ words }) => `findings that count: ${words}`,
	unexplained: ({ words }) => `findings that were silenced without a reason: ${words}`,
	weaknesses: ({ words }) => `weaknesses that were proven: ${words}`,
	warnings: ({ words }) => `warnings of Django's checks that count: ${words}`,
	"insecure-defaults": ({ words }) => `settings that are insecure where nobody sets them: ${words}`,
	file: either("there is such a text", "there is no such text", "the file"),
	gaps: ({ words }) => `what is missing in the text: ${words}`,
	reflected: ({ words }) => `search forms whose answer runs what was searched for: ${words}`
};
const TEMPLATES = {
	extends: "made from a template that extends another",
	plain: "made from a template that extends none",
	none: "put together in the view"
};
const ROW_WORDS = {
	updated: {
		yes: "has the new value",
		no: "does not have the new value"
	},
	gone: {
		yes: "is gone",
		no: "is still there"
	},
	changed: {
		yes: "is changed",
		no: "is as it was"
	}
};
function labelOf(slot, spec, step) {
	const role = step.probe === "facts" && step.role !== void 0 ? spec.roles[step.role] : void 0;
	return (role !== void 0 && "slots" in role ? role.slots[slot]?.label : void 0) ?? slot;
}
// src/cli/page.ts
const pageFor = (stream) => pageOf(Math.min(stream.columns ?? 100, 100), wantsColour(stream));
const wantsColour = (stream) => stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb";
// src/cli/exercises.ts
async function exercisesCommand(graders) {
	const folder = graders === void 0 ? gradersFolder() : resolve(graders);
	const ids = await exerciseIds(folder);
	if (ids.length === 0) throw new UsageProblem([`There is no exercise in ${folder}: an exercise is a file that ends with .yml.`]);
	const loaded = await Promise.all(ids.map((id) => loadExercise(folder, id)));
	const page = pageFor(process.stdout);
	print(loaded.flatMap(({ spec }) => renderExercise(spec, page)));
}
async function explainCommand(exercise, requirement, graders) {
	const folder = graders === void 0 ? gradersFolder() : resolve(graders);
	const { spec } = await loadExercise(folder, exercise);
	const page = pageFor(process.stdout);
	print(requirement === void 0 ? explainExercise(spec, page) : explainOne(spec, requirement, page));
}
function renderExercise(spec, page) {
	const width = Math.max(...spec.requirements.map(({ id }) => id.length));
	return [
		...heading(spec, page),
		...spec.requirements.map((one) => `  ${one.id.padEnd(width)}  ${worth(one).padStart(6)}  ${page.cut(one.title, width + 12)}`),
		""
	];
}
function explainExercise(spec, page) {
	return [
		...heading(spec, page),
		...spec.requirements.flatMap((one) => explainRequirement(spec, one, page)),
		"",
		...page.wrap(`explain ${spec.exercise} REQUIREMENT also shows what to do when it does not pass.`)
	];
}
function explainOne(spec, id, page) {
	const ids = spec.requirements.map((one) => one.id);
	const requirement = spec.requirements.find((one) => one.id === id);
	if (requirement === void 0) {
		const near = nearestName(id, ids);
		throw new UsageProblem([`"${id}" is not a requirement of ${spec.exercise}.${near ? ` Did you mean "${near}"?` : ""}`, `There are: ${ids.join(", ")}.`]);
	}
	const { hints, missing } = requirement;
	const help = [.../* @__PURE__ */ new Set([...missing === void 0 ? [] : [missing], ...hints.map(({ say }) => say)])];
	return [...explainRequirement(spec, requirement, page).slice(1), ...section("What to do when it does not pass", help, page)];
}
function explainRequirement(spec, requirement, page) {
	const head = page.wrap(`${requirement.id}: ${requirement.title} (${worth(requirement, "long")})`);
	const checks = requirement.steps.flatMap((step) => {
		const { does, expects } = stepInWords(step, spec);
		return [...bullet(does, 4, page), ...expects.flatMap((one) => bullet(one, 8, page))];
	});
	return [
		"",
		...head.map(page.bold),
		"  What is checked",
		...checks,
		...section("Usual wrong ways", requirement["wrong-ways"], page)
	];
}
function heading(spec, page) {
	const possible = spec.requirements.reduce((sum, one) => sum + (one.points ?? 0), 0);
	const size = `${count(spec.requirements.length, "requirement")}, ${points(possible)}`;
	return [...page.wrap(`${spec.exercise}: ${spec.title}`).map(page.bold), `${spec.roadmap}. ${size}.`];
}
const section = (title, lines, page) => lines.length === 0 ? [] : [`  ${title}`, ...lines.flatMap((line) => bullet(line, 4, page))];
function bullet(text, indent, page) {
	const [first = "", ...rest] = page.wrap(text, indent + 2);
	return [`${" ".repeat(indent)}- ${first.trimStart()}`, ...rest];
}
const worth = (requirement, length = "short") => requirement.advice ? length === "long" ? "advice, never counted" : "advice" : length === "long" ? points(requirement.points ?? 0) : number(requirement.points ?? 0);
const print = (lines) => void process.stdout.write(`${lines.join("\n").trimEnd()}\n`);
export { exercisesCommand, explainCommand };
