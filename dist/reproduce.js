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
export { reproduce as t };
