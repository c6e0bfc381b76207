import { r as __toESM } from "./rolldown-runtime.js";
import { t as require__node_http } from "./_node-http.js";
import { o as seconds } from "./words.js";
// src/report/exchange.ts
var import__node_http = /* @__PURE__ */ __toESM(require__node_http(), 1);
function requestLines(exchange, detail) {
	return [
		`${exchange.method} ${exchange.url}`,
		...detail.headers ? headerLines(exchange.requestHeaders, REQUEST_HEADERS) : [],
		...bodyLines(exchange.requestBody, detail.body)
	].join("\n");
}
function responseLines(exchange, detail) {
	if (exchange.status === null) return exchange.failure ?? "no answer";
	return [
		`HTTP ${exchange.status} ${import__node_http.STATUS_CODES[exchange.status] ?? ""}`.trimEnd(),
		...detail.headers ? headerLines(exchange.responseHeaders, RESPONSE_HEADERS) : [],
		...bodyLines(exchange.responseBody, detail.body)
	].join("\n");
}
function senderTitle(exchange) {
	return exchange.as === "anonymous" ? "Somebody who is not signed in sent" : `${exchange.as} sent`;
}
function answerTitle(exchange) {
	return `${exchange.status === null ? "No answer" : "The answer"}, after ${seconds(exchange.milliseconds)}`;
}
const REQUEST_HEADERS = /^(authorization|content-type|cookie|host|origin|referer|x-csrftoken|accept)$/i;
const RESPONSE_HEADERS = /^(content-type|location|retry-after|www-authenticate|set-cookie|allow|x-ratelimit-.*)$/i;
const LONGEST_HEADER = 120;
function headerLines(headers, which) {
	return Object.entries(headers).filter(([name]) => which.test(name)).slice(0, 20).map(([name, value]) => oneLine(`${name}: ${value.length > LONGEST_HEADER ? `${value.slice(0, LONGEST_HEADER)}…` : value}`));
}
function bodyLines(body, max) {
	if (body === null || body === "" || max === 0) return [];
	const left = body.length - max;
	return ["", left > 0 ? `${body.slice(0, max)}… (${left} more characters)` : body];
}
function oneLine(text) {
	return text.replace(/[\r\n]+/g, " ");
}
export { senderTitle as i, requestLines as n, responseLines as r, answerTitle as t };
