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
export { scoreOf as t };
