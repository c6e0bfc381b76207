// src/report/first-fix.ts
function firstFix(report) {
	if (report.outcome === "no-app") return startTheApp(report);
	if (report.outcome === "failed" || report.outcome === "stopped") return null;
	return [...stages(report), ...report.requirements.filter(isFixable).map((r) => ofRequirement(report, r))].toSorted((a, b) => rank(b) - rank(a))[0] ?? null;
}
function isFixable(requirement) {
	return !requirement.advice && (requirement.state === "fail" || requirement.state === "inconclusive");
}
function rank({ unlocks, requirement }) {
	const lost = requirement === null ? 0 : requirement.points.possible - requirement.points.earned;
	return unlocks.length * 1e6 + (requirement?.state === "inconclusive" ? 0 : 1e5) + Math.min(lost, 1e4);
}
function ofRequirement(report, requirement) {
	const culprit = requirement.evidence.find((e) => !e.ok && e.place !== null);
	return {
		requirement,
		title: requirement.title,
		reason: requirement.reason,
		hint: requirement.hint,
		place: culprit?.place ?? null,
		unlocks: report.requirements.filter((r) => r.state === "blocked" && r.blockedBy === requirement.id).map((r) => r.title)
	};
}
function stages(report) {
	const ids = new Set(report.requirements.map((r) => r.id));
	const blocked = report.requirements.filter((r) => r.state === "blocked" && r.blockedBy !== null && !ids.has(r.blockedBy));
	return [...new Set(blocked.map((r) => r.blockedBy))].map((stage) => {
		const waiting = blocked.filter((r) => r.blockedBy === stage);
		const withHint = waiting.find((r) => r.hint !== null);
		return {
			requirement: null,
			title: stage ?? "",
			reason: waiting[0]?.reason ?? "",
			hint: withHint?.hint ?? null,
			place: waiting.flatMap((r) => r.evidence).find((e) => !e.ok && e.place !== null)?.place ?? null,
			unlocks: waiting.map((r) => r.title)
		};
	});
}
function startTheApp(report) {
	return {
		requirement: null,
		title: "Make the app start",
		reason: report.problem?.message ?? "The app could not be started.",
		hint: report.requirements.find((r) => r.state === "blocked" && r.hint !== null)?.hint ?? null,
		place: report.problem?.place ?? null,
		unlocks: report.requirements.filter((r) => r.state === "blocked").map((r) => r.title)
	};
}
export { firstFix as t };
