// src/run/usage-message.ts
const NAMES = [
	"UsageProblem",
	"SpecProblem",
	"RepositoryProblem",
	"RepositoryError"
];
function usageMessage(error) {
	if (!(error instanceof Error) || !NAMES.includes(error.name)) return null;
	const advice = "advice" in error && error.advice ? `\n${error.advice}` : "";
	return `${error.message}${advice}`;
}
export { usageMessage as t };
