function exitStatus(report, failOn) {
	const counted = report.requirements.filter((one) => !one.advice && one.state !== "skipped");
	const has = (...states) => counted.some((one) => states.includes(one.state));
	const notPassed = report.outcome === "no-app" || has("fail", "blocked", "inconclusive");
	const brokeOff = report.outcome === "failed" || report.outcome === "stopped";
	if (notPassed && !brokeOff && failOn === "fail") return 1;
	if (brokeOff || has("error")) return 3;
	return notPassed || has("pass", "review") ? 0 : 3;
}
export { exitStatus as t };
