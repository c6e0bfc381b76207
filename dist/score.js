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
export { reproduce as n, scoreOf as t };
