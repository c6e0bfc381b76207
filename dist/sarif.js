import { a as json, c as plain, l as plainLines } from "./boundary.js";
import { t as ownPath } from "./own-path.js";
// src/report/sarif.ts
const MOST_RESULTS = 5e3;
const LONGEST_TITLE = 1e3;
function renderSarif(report) {
	const found = [...ofProblem(report), ...report.requirements.flatMap(ofRequirement)].slice(0, MOST_RESULTS);
	const rules = [...new Map(found.map(({ rule }) => [rule.id, rule])).values()];
	const indexes = new Map(rules.map(({ id }, index) => [id, index]));
	const log = {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: "Milepost",
				version: plain(report.milepost.version, { max: 40 }),
				rules
			} },
			automationDetails: { id: `milepost/${plain(report.exercise.id, { max: 100 })}/` },
			invocations: [{
				executionSuccessful: report.outcome === "completed" || report.outcome === "no-app",
				startTimeUtc: report.startedAt
			}],
			columnKind: "utf16CodeUnits",
			results: found.map(({ rule, result }) => ({
				...result,
				ruleIndex: indexes.get(rule.id)
			}))
		}]
	};
	return `${json(log)}\n`;
}
function ofProblem({ problem }) {
	if (problem === null || problem.place === null) return [];
	return resultOf({
		id: "milepost/start",
		shortDescription: { text: "The app starts" }
	}, "error", problem.message, problem.place);
}
function ofRequirement(requirement) {
	return requirement.evidence.flatMap((evidence) => {
		if (evidence.ok || evidence.place === null) return [];
		const { finding } = evidence;
		return finding === void 0 ? resultOf(requirementRule(requirement), levelOf(requirement), messageOf(evidence, requirement), evidence.place) : resultOf(toolRule(finding), LEVELS[finding.severity ?? "medium"], messageOf(evidence, requirement), evidence.place);
	});
}
function resultOf(rule, level, message, place) {
	const path = ownPath(place.file);
	if (path === null) return [];
	const snippet = place.code === null ? void 0 : { text: plainLines(place.code, { max: 1e3 }) };
	const location = { physicalLocation: {
		artifactLocation: {
			uri: path.split("/").map(encodeURIComponent).join("/"),
			uriBaseId: "%SRCROOT%"
		},
		region: {
			startLine: place.line,
			...snippet && { snippet }
		}
	} };
	const text = plainLines(message, { max: 4e3 });
	return [{
		rule,
		result: {
			ruleId: rule.id,
			level,
			message: { text },
			locations: [location]
		}
	}];
}
function requirementRule({ id, title, hint }) {
	return {
		id: `milepost/${plain(id, { max: 200 })}`,
		shortDescription: { text: plain(title, { max: LONGEST_TITLE }) },
		...hint === null ? {} : { help: { text: plainLines(hint, { max: 2e3 }) } }
	};
}
function toolRule({ tool, rule, title, link, severity, confidence }) {
	const name = plain(tool, { max: 60 }).split(" ")[0] ?? "";
	const helpUri = link !== null && URL.canParse(link) && link.startsWith("https://") ? link : void 0;
	return {
		id: `${name}/${plain(rule, { max: 200 })}`,
		shortDescription: { text: plain(title, { max: LONGEST_TITLE }) },
		...helpUri && { helpUri },
		properties: {
			tags: ["security"],
			...severity && { "security-severity": SECURITY_SEVERITY[severity] },
			...confidence && { precision: confidence }
		}
	};
}
const SECURITY_SEVERITY = {
	low: "2.0",
	medium: "5.5",
	high: "8.0",
	critical: "9.5"
};
const LEVELS = {
	low: "note",
	medium: "warning",
	high: "error",
	critical: "error"
};
function levelOf({ state, advice }) {
	if (advice) return "note";
	return state === "fail" ? "error" : "warning";
}
function messageOf({ summary, expected, actual, exception }, { hint }) {
	return [
		summary,
		exception,
		expected === null ? null : `Expected: ${expected}`,
		actual === null ? null : `Got: ${actual}`,
		hint === null ? null : `What to do: ${hint}`
	].filter((part) => part !== null).join("\n");
}
export { renderSarif };
