import { a as placeUrl, r as placeLinks } from "./markdown-place.js";
import { t as viewOf } from "./model.js";
import { t as html$1 } from "./dist.js";
import { c as plain, l as plainLines } from "./boundary.js";
import { c as stateWords, i as number, n as count, o as seconds, r as list, s as sourceWords } from "./words.js";
import { i as senderTitle, n as requestLines, r as responseLines, t as answerTitle } from "./exchange.js";
import { createHash } from "node:crypto";
// src/report/html/page.ts
const LONGEST = 3e4;
function html(strings, ...parts) {
	return html$1(strings, ...parts.map(inert));
}
function inert(part) {
	if (typeof part === "string") return isInert(part) ? part : plainLines(part, { max: LONGEST });
	return Array.isArray(part) ? part.map(inert) : part;
}
const isInert = (text) => text.length <= LONGEST && /^[ -~\n]*$/.test(text);
function sentence(text, max = 600) {
	return html`${plain(text, { max }).split(/`([^`]+)`/).map((part, i) => i % 2 === 1 ? html`<code>${part}</code>` : spaced(part))}`;
}
function spaced(part) {
	return html`${/^\s/.test(part) ? SPACE : null}${part.trim()}${/\S\s+$/.test(part) ? SPACE : null}`;
}
const SPACE = html$1` `;
const short = (text, max) => plain(text, { max });
function copyable(lines, label, max = 4e3) {
	return html`<div class="copyable"><pre tabindex="0" role="group" aria-label="${label}"><code>${plainLines(lines, { max })}</code></pre><button type="button" class="copy" hidden>Copy<span class="unseen"> ${label}</span></button></div>`;
}
function block(lines, label, max = 4e3, keep = "start") {
	return html`<pre tabindex="0" role="group" aria-label="${label}"><code>${plainLines(lines, {
		max,
		keep
	})}</code></pre>`;
}
function table({ caption, captionUnseen = false, columns, rows, more = 0 }) {
	return html`<div class="scroll" tabindex="0" role="group" aria-label="${short(caption, 200)}"><table>
<caption${captionUnseen ? UNSEEN : null}>${sentence(caption, 200)}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows.map(([first = "", ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table></div>${more > 0 ? html`<p class="more">${more} more in report.json.</p>` : null}`;
}
const UNSEEN = html$1` class="unseen"`;
const anchorOf = (id) => `r-${id.replace(/[^\w.-]/g, "_").slice(0, 100)}`;
function section(id, title, inside) {
	if (inside === null || Array.isArray(inside) && inside.every((one) => one === null)) return null;
	return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${inside}</section>\n`;
}
// src/report/html/place.ts
function placeName(place, links) {
	const name = html`<code>${short(place.file, 300)}:${place.line}</code>`;
	const url = placeUrl(place, links);
	return url === null ? name : html`<a href="${url}" rel="noreferrer">${name}</a>`;
}
function placeLine(place, links) {
	const code = place.code?.trim() ?? "";
	return html`<p class="place">Your line, ${placeName(place, links)}${code === "" ? "." : ":"}</p>
${code === "" ? null : block(code, `Line ${place.line} of ${short(place.file, 100)}`, 400)}`;
}
// src/report/html/app.ts
const MOST$3 = 300;
function problemSection({ problem, outcome }, links) {
	if (problem === null || outcome === "stopped") return null;
	const said = outcome === "no-app";
	const log = problem.log?.trimEnd() ?? "";
	if (said && log === "") return null;
	return section("problem", said ? "What was printed when it started" : `What stopped it: ${short(problem.stage, 60)}`, html`${said ? null : html`<p>${sentence(problem.message, 2e3)}</p>`}
${said || problem.place === null ? null : placeLine(problem.place, links)}
${log === "" ? null : block(log, "The last lines that were printed", 12e3, "end")}`);
}
function bindingSection({ binding }, links) {
	if (binding.length === 0) return null;
	const rows = binding.slice(0, MOST$3).map(({ role, target, confirmed, reasons, place }) => [
		html`<code>${short(role, 100)}</code>`,
		target === null ? html`<span class="bad">not found</span>` : html`<code>${short(target, 200)}</code>`,
		confirmed ? "yes" : "no",
		place === null ? "–" : placeName(place, links),
		sentence(reasons.slice(0, 6).join("; "), 500)
	]);
	return section("binding", "What was found in your app", html`<p>Is one of these wrong? Name the right one in <code>.milepost.yml</code> and run again.</p>
${table({
		caption: "What was found in your app",
		captionUnseen: true,
		columns: [
			"Looked for",
			"Found in your app",
			"Seen working",
			"Where",
			"Why this one"
		],
		rows,
		more: binding.length - rows.length
	})}`);
}
function remediesSection({ remedies }) {
	if (remedies.length === 0) return null;
	return section("remedies", "What the grader had to supply", html`<p>No points are lost for it.</p>
<ul>${remedies.slice(0, MOST$3).map(({ what, why }) => html`<li><b>${sentence(what, 200)}</b>: ${sentence(why, 400)}</li>`)}</ul>`);
}
function notesSection({ notes, notIsolated }) {
	const sentences = [...notes, ...notIsolated].slice(0, MOST$3);
	if (sentences.length === 0) return null;
	return section("notes", "Good to know", html`<ul>${sentences.map((one) => html`<li>${sentence(one, 1e3)}</li>`)}</ul>`);
}
// src/report/html/changes.ts
function changesSection({ rows, hasChanges }) {
	if (!hasChanges) return null;
	const changed = rows.filter(({ change }) => change !== null);
	return section("changes", "What changed since the run before", [{
		title: "Passed now",
		rows: changed.filter(({ requirement: { state } }) => state === "pass")
	}, {
		title: "Not passed",
		rows: changed.filter(({ requirement: { state } }) => state !== "pass")
	}].filter(({ rows }) => rows.length > 0).map(({ title, rows }) => html`<h3>${title}</h3>
<ul class="changes">${rows.map(changeItem)}</ul>\n`));
}
function changeItem({ requirement, words, change, points }) {
	return html`<li><a href="#${anchorOf(requirement.id)}">${short(requirement.title, 120)}</a>: ${words.word}, ${points} <i class="change">${change}</i></li>`;
}
// src/report/html/script.ts
const SCRIPT = `(() => {
  'use strict';
  const all = (selector) => [...document.querySelectorAll(selector)];
  const said = document.getElementById('said');
  const requirements = all('.requirements > li > details');

  const follow = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target || target.tagName !== 'DETAILS') return;
    const shown = document.querySelector('input[name=show][value=all]');
    if (shown) shown.checked = true;
    target.open = true;
    target.scrollIntoView();
    target.querySelector('summary').focus({ preventScroll: true });
  };
  addEventListener('hashchange', follow);
  follow();

  const select = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  };
  for (const button of all('.copy')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const code = button.parentElement.querySelector('code');
      let copied = true;
      try {
        await navigator.clipboard.writeText(code.textContent);
      } catch {
        select(code);
        copied = document.execCommand('copy');
      }
      said.textContent = copied ? 'Copied.' : 'It is selected: press Ctrl+C.';
      button.dataset.done = copied ? 'yes' : 'no';
      setTimeout(() => delete button.dataset.done, 1500);
    });
  }

  const toggle = document.querySelector('.filter .all');
  if (toggle) {
    toggle.hidden = false;
    toggle.addEventListener('click', () => {
      const open = requirements.some((one) => !one.open);
      for (const one of requirements) one.open = open;
      toggle.textContent = open ? 'Close all' : 'Open all';
    });
  }

  let closed = [];
  addEventListener('beforeprint', () => {
    closed = all('details:not([open])');
    for (const one of closed) one.open = true;
  });
  addEventListener('afterprint', () => {
    for (const one of closed) one.open = false;
  });
})();`;
// src/report/html/style.ts
const STYLE = `
:root {
  color-scheme: light dark;
  --back: #f5f6f8; --card: #fff; --sunk: #f1f3f6; --line: #dce0e7; --text: #1b2230; --faint: #566074;
  --link: #1d5fbf; --good: #17733f; --bad: #b3261e; --open: #8a5800; --calm: #5b6578;
  --good-fill: #2f9e63; --bad-fill: #d65a4f; --open-fill: #c9ced8; --accent: #1d5fbf;
  --shadow: 0 1px 2px rgb(20 30 50 / .06), 0 4px 14px rgb(20 30 50 / .04);
  --mono: ui-monospace, "SFMono-Regular", "Cascadia Code", "DejaVu Sans Mono", Menlo, Consolas, monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --back: #0f1319; --card: #171c24; --sunk: #10151c; --line: #2b333f; --text: #e3e8f0; --faint: #9aa5b8;
    --link: #86b4ff; --good: #5fcf8e; --bad: #ff8f85; --open: #e3b04b; --calm: #9aa5b8;
    --good-fill: #2f9e63; --bad-fill: #d65a4f; --open-fill: #475063; --accent: #86b4ff; --shadow: none;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; padding: 1.5rem clamp(.75rem, 4vw, 2rem) 3rem; max-width: 62rem; background: var(--back);
  color: var(--text); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); text-underline-offset: .15em; }
a code { color: inherit; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
main:focus { outline: none; }
.skip { position: absolute; left: -100vw; top: .5rem; padding: .5rem 1rem; background: var(--card); z-index: 9; }
.skip:focus { left: .75rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

h1 { margin: 0 0 .75rem; font-size: clamp(1.35rem, 1.1rem + 1.6vw, 1.9rem); line-height: 1.2; font-weight: 650; letter-spacing: -.01em; }
.points { color: var(--faint); font-weight: 450; white-space: nowrap; }
.points strong { color: var(--text); font-weight: 750; }
h2 { margin: 2.25rem 0 .75rem; font-size: 1.15rem; line-height: 1.3; font-weight: 650; }
h3 { margin: 1rem 0 .25rem; font-size: 1rem; font-weight: 600; }
p { margin: .4rem 0; }
.kind, .more, .meaning, figcaption, footer, .standing { color: var(--faint); }
.kind, .more, footer, figcaption, .legend { font-size: .875rem; }
.kind { margin: 0 0 .25rem; }
.kind b { margin-right: .2rem; }

.bar { display: block; border-radius: 7px; overflow: hidden; background: var(--open-fill); }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; margin: .5rem 0; padding: 0; list-style: none; color: var(--faint); }
.legend svg { margin-right: .4rem; }
.legend b { color: var(--text); font-weight: 550; }
.earned { fill: var(--good-fill); } .lost { fill: var(--bad-fill); } rect.open { fill: var(--open-fill); }
.shade-0 { fill: #4477aa; } .shade-1 { fill: #66a5c9; } .shade-2 { fill: #2a9d8f; } .shade-3 { fill: #8ab17d; }
.shade-4 { fill: #d8b54a; } .shade-5 { fill: #e08d4f; } .shade-6 { fill: #c8607e; } .shade-7 { fill: #8872b5; }

.card, .requirements { background: var(--card); border: 1px solid var(--line); border-radius: 10px; box-shadow: var(--shadow); }
.card { padding: .9rem 1.1rem; margin: .75rem 0; }
.first { border-left: 5px solid var(--bad-fill); }
.calm { border-left: 5px solid var(--good-fill); }
#first h2 { margin-top: 1.5rem; }
.next { padding: .55rem .8rem; border-radius: 8px; background: color-mix(in srgb, var(--accent) 9%, transparent); }

.filter { display: flex; flex-wrap: wrap; align-items: center; gap: .4rem; margin: 0 0 .6rem; padding: 0; border: 0; }
.filter label, button { padding: .25rem .7rem; border: 1px solid var(--line); border-radius: 999px; background: var(--card); color: var(--text); font: inherit; font-size: .875rem; cursor: pointer; }
.filter input { position: absolute; opacity: 0; }
.filter label:has(:checked) { border-color: var(--accent); background: color-mix(in srgb, var(--accent) 14%, var(--card)); font-weight: 600; }
.filter label:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
.filter .all { margin-left: auto; }
[hidden] { display: none !important; }
:root:has(input[value=open]:checked) li.is-passed,
:root:has(input[value=passed]:checked) li.is-open,
:root:has(input[value=changed]:checked) .requirements > li:not(.is-changed) { display: none; }

.requirements { margin: 0; padding: 0; list-style: none; }
.requirements > li + li { border-top: 1px solid var(--line); }
.requirements > li > details > summary { display: grid; grid-template: "mark title state worth fold" auto "mark why state worth fold" auto / 1.4rem 1fr auto 4.2rem 1rem;
  column-gap: .6rem; padding: .6rem 1rem; cursor: pointer; list-style: none; border-radius: 10px; }
summary::-webkit-details-marker { display: none; }
.requirements > li > details > summary::after { grid-area: fold; content: "▸"; color: var(--faint); text-align: right; }
.requirements > li > details[open] > summary::after { content: "▾"; }
.requirements > li > details > summary:hover { background: color-mix(in srgb, var(--accent) 6%, transparent); }
.requirements > li > details[open] > summary { border-radius: 10px 10px 0 0; }
.mark { grid-area: mark; font-weight: 700; text-align: center; }
summary h3 { grid-area: title; margin: 0; }
.why { grid-area: why; color: var(--faint); font-size: .9rem; }
.requirements > li > details:not([open]) .why { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.state { grid-area: state; font-size: .875rem; text-align: right; }
.state b { font-weight: 600; }
.worth { grid-area: worth; font-size: .875rem; text-align: right; font-variant-numeric: tabular-nums; color: var(--faint); }
.pass .mark, .pass .state b, .kind .pass { color: var(--good); }
.fail .mark, .fail .state b, .kind .fail { color: var(--bad); }
.blocked .mark, .blocked .state b, .inconclusive .mark, .inconclusive .state b, .review .mark, .review .state b,
.error .mark, .error .state b { color: var(--open); }
.advice .mark, .advice .state b, .skipped .mark, .skipped .state b { color: var(--calm); }
.change { display: inline-block; padding: 0 .45rem; border: 1px solid var(--line); border-radius: 999px; font-style: normal; font-size: .8rem; color: var(--faint); }
.inside { padding: .1rem 1rem 1rem 3rem; }

.evidence { margin: .5rem 0; padding: 0; list-style: none; }
.evidence > li { margin: .35rem 0; }
.evidence summary, .seen { display: grid; grid-template-columns: 1.3rem 1fr; }
.evidence summary { cursor: pointer; list-style: none; }
.evidence summary b::after { content: " ▸"; color: var(--faint); font-weight: 400; }
.evidence details[open] > summary b::after { content: " ▾"; }
.evidence b { font-weight: 500; }
.evidence .bad > * > summary b, .evidence .bad > .seen b { font-weight: 600; }
.tick { font-weight: 700; }
.told { font-style: normal; font-size: .85rem; color: var(--faint); }
.proof { margin: .35rem 0 .9rem .55rem; padding-left: .8rem; border-left: 2px solid var(--line); }
.good > * > .tick, .good > details > summary > .tick, td .good { color: var(--good); }
.bad > * > .tick, .bad > details > summary > .tick, td .bad { color: var(--bad); }
circle.good { fill: var(--good-fill); } path.bad { fill: var(--bad-fill); }
dl { margin: .3rem 0; }
dl div { display: grid; grid-template-columns: 8.5rem 1fr; gap: .5rem; }
dt { color: var(--faint); } dd { margin: 0; }

code, pre { font-family: var(--mono); font-size: .86em; }
:not(pre) > code { padding: .08em .3em; border-radius: 4px; background: color-mix(in srgb, var(--faint) 13%, transparent); }
pre { margin: .3rem 0 .6rem; padding: .6rem .8rem; max-height: 26rem; overflow: auto; border: 1px solid var(--line); border-radius: 8px; background: var(--sunk); font-size: .86rem; line-height: 1.45; white-space: pre-wrap; }
pre code { font-size: inherit; }
.place { margin-bottom: 0; }
.copyable { position: relative; }
.copyable pre { padding-right: 5rem; }
.copy { position: absolute; top: .4rem; right: .4rem; padding: .1rem .6rem; font-size: .8rem; }
.copy[data-done=yes]::after { content: " ✓"; }
.exchange { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 0 1rem; }
.exchange p { margin-bottom: 0; font-size: .9rem; color: var(--faint); }

.scroll { overflow-x: auto; margin: .5rem 0; border: 1px solid var(--line); border-radius: 8px; background: var(--card); }
table { width: 100%; border-collapse: collapse; font-size: .9rem; overflow-wrap: anywhere; }
caption { padding: .45rem .7rem; text-align: left; font-weight: 600; }
caption.unseen { position: absolute; }
th, td { min-width: 5.5rem; padding: .35rem .7rem; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
thead th { color: var(--faint); font-weight: 600; font-size: .85rem; white-space: nowrap; background: var(--sunk); }
tbody th { font-weight: 500; overflow-wrap: break-word; }
.timeline { margin: .6rem 0; }
.timeline > svg { display: block; overflow: visible; }
.timeline text { fill: var(--faint); font-size: 12px; }
.timeline .lane { fill: var(--text); }
.rail { stroke: var(--line); stroke-width: 2; }
.limit { stroke: var(--accent); stroke-width: 1.5; stroke-dasharray: 4 3; }
.tick-1 { text-anchor: middle; } .tick-2 { text-anchor: end; }
.changes { margin: .2rem 0; }
footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid var(--line); }

@media (max-width: 40rem) {
  .requirements > li > details > summary { grid-template: "mark title worth fold" auto "mark state state state" auto "mark why why why" auto / 1.2rem 1fr auto .8rem; padding: .6rem .7rem; }
  .state { text-align: left; }
  .inside { padding: 0 .7rem .8rem; }
  .proof { margin-left: 0; padding-left: .6rem; }
  dl div { grid-template-columns: 1fr; gap: 0; }
  .filter .all { margin-left: 0; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root { color-scheme: light; --back: #fff; --card: #fff; --sunk: #fff; --text: #000; --faint: #444; --shadow: none; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .filter, .copy, .skip { display: none !important; }
  .requirements > li { display: list-item !important; break-inside: auto; }
  summary, h2, h3 { break-after: avoid; }
  pre { max-height: none; overflow: visible; }
}
`;
// \0@oxc-project+runtime@0.158.0/helpers/esm/taggedTemplateLiteral.js
function _taggedTemplateLiteral(e, t) {
	return t || (t = e.slice(0)), Object.freeze(Object.defineProperties(e, { raw: { value: Object.freeze(t) } }));
}
// src/report/html/document.ts
var _templateObject;
function documentOf(title, body) {
	return String(html(_templateObject || (_templateObject = _taggedTemplateLiteral([
		"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"",
		"\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex\">\n<title>",
		"</title>\n<style>",
		"</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the report</a>\n",
		"\n<p id=\"said\" class=\"unseen\" role=\"status\"></p>\n<script>",
		"<\/script>\n</body>\n</html>\n"
	])), POLICY, title, html$1.raw`${STYLE}`, body, html$1.raw`${SCRIPT}`));
}
const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const POLICY = [
	"default-src 'none'",
	`style-src ${hashOf(STYLE)}`,
	`script-src ${hashOf(SCRIPT)}`,
	"base-uri 'none'",
	"form-action 'none'"
].join("; ");
// src/report/html/findings.ts
const MOST$2 = 500;
const SEVERITIES = [
	"critical",
	"high",
	"medium",
	"low",
	null
];
const rank = ({ severity }) => SEVERITIES.indexOf(severity);
function findingsSection({ requirements }, links) {
	const all = requirements.flatMap((requirement) => requirement.evidence.flatMap((evidence) => evidence.finding ? [{
		requirement,
		evidence,
		finding: evidence.finding
	}] : []));
	if (all.length === 0) return null;
	const rows = all.slice(0, MOST$2).map(({ requirement, evidence, finding }) => [
		ruleName(finding),
		rank(finding) < 2 ? html`<span class="bad">${finding.severity}</span>` : finding.severity ?? "–",
		sentence(evidence.summary, 300),
		evidence.place === null ? "–" : placeName(evidence.place, links),
		html`<a href="#${anchorOf(requirement.id)}">${short(requirement.title, 80)}</a>`
	]);
	return section("findings", "Findings of tools", table({
		caption: "Findings of tools",
		captionUnseen: true,
		columns: [
			"Rule",
			"Severity",
			"What was found",
			"Where",
			"Requirement"
		],
		rows,
		more: all.length - rows.length
	}));
}
function findingLine({ finding }) {
	if (!finding) return null;
	const { severity, confidence } = finding;
	const rated = [severity === null ? null : `severity ${short(severity, 40)}`, confidence === null ? null : `confidence ${short(confidence, 40)}`].filter((one) => one !== null);
	return html`<p>Rule ${ruleName(finding)} (${short(finding.title, 120)})${rated.length === 0 ? "." : `: ${rated.join(", ")}.`}</p>`;
}
function ruleName({ tool, rule, link }) {
	const name = html`${short(tool, 60)} <code>${short(rule, 100)}</code>`;
	return link !== null && /^https:\/\/[\w.-]+(\/[\w./#~%+:@=&?-]*)?$/.test(link) ? html`<a href="${link}" rel="noreferrer">${name}</a>` : name;
}
// src/report/html/first-fix.ts
function firstFixSection({ first, nothingToFix }, links) {
	if (first === null) return html`<p class="card calm"><strong>${sentence(nothingToFix)}</strong></p>\n`;
	const { requirement, title, reason, hint, place, unlocks } = first;
	const held = unlocks.slice(0, 12).map((one) => short(one, 80));
	const more = unlocks.length - held.length;
	return section("first", `Fix this first: ${short(title, 100)}`, html`<div class="card first">
<p>${sentence(reason)}</p>
${place === null ? null : placeLine(place, links)}
${hint === null ? null : html`<p class="next"><strong>What to do:</strong> ${sentence(hint, 1e3)}</p>`}
${held.length === 0 ? null : html`<p>It holds up ${list(more > 0 ? [...held, `${more} more`] : held)}.</p>`}
${requirement === null ? null : html`<p><a href="#${anchorOf(requirement.id)}">See how it was found out</a></p>`}
</div>`);
}
// src/report/html/header.ts
function header({ report, words, standing }) {
	const { earned, possible } = report.score;
	return html`<header>
<p class="kind"><b class="${KINDS[words.mark] ?? "other"}" aria-hidden="true">${words.mark}</b> Report of ${report.startedAt.slice(0, 10)}</p>
<h1>${short(report.exercise.title, 120)}: <span class="points"><strong>${number(earned)}</strong> of ${number(possible)} ${possible === 1 ? "point" : "points"}</span></h1>
${scoreBar(report)}
<p class="standing">${standing.map((one) => html`${sentence(one)} `)}</p>
</header>`;
}
const KINDS = {
	[stateWords.pass.mark]: "pass",
	[stateWords.fail.mark]: "fail"
};
function scoreBar({ score: { earned, judged, possible } }) {
	if (possible <= 0) return null;
	const parts = [
		{
			name: "earned",
			value: earned
		},
		{
			name: "lost",
			value: judged - earned
		},
		{
			name: "open",
			value: possible - judged
		}
	].filter(({ value }) => value > 0);
	const left = (index) => parts.slice(0, index).reduce((sum, { value }) => sum + value, 0);
	const share = (value) => `${number(100 * value / possible)}%`;
	return html`<svg class="bar" role="img" aria-label="${parts.map(({ name, value }) => `${number(value)} ${name}`).join(", ")}" width="100%" height="14">
${parts.map(({ name, value }, i) => html`<rect class="${name}" x="${share(left(i))}" width="${share(value)}" height="14"/>`)}</svg>
<ul class="legend" aria-hidden="true">${parts.map(({ name, value }) => html`<li><svg width="10" height="10"><rect class="${name}" width="10" height="10" rx="2"/></svg>${number(value)} ${name}</li>`)}</ul>`;
}
function footer({ report, origin, timings, again }) {
	return html`<footer>
<p>${sentence(origin)} · ${sentence(timings)} ${sentence(report.exercise.chosen, 300)}</p>
<p>The same run again on your machine:</p>
${copyable(again, "the command of the same run")}
</footer>`;
}
// src/report/html/exchange.ts
const SHOWN = {
	body: 4e3,
	headers: true
};
function exchangeParts(exchange) {
	const sent = short(senderTitle(exchange), 80);
	const answer = answerTitle(exchange);
	return html`<div class="exchange">
<div><p>${sent}:</p>${block(requestLines(exchange, SHOWN), sent, 8e3)}</div>
<div><p>${answer}:</p>${block(responseLines(exchange, SHOWN), answer, 8e3)}</div>
</div>`;
}
// src/report/html/timeline.ts
const MOST_POINTS = 240;
const MOST_LANES = 6;
const LANE = 44;
const LEFT = 4;
const RIGHT = 96;
function timeline(given) {
	const lanes = lanesOf(given?.answers ?? []);
	if (given === void 0 || lanes.length === 0) return null;
	const end = Math.max(1, ...lanes.flatMap(({ points }) => points.map(({ at }) => at)));
	const x = (at) => `${number(LEFT + 92 * at / end)}%`;
	const mark = limitMark(given, lanes, x);
	const height = lanes.length * LANE + 22;
	return html`<figure class="timeline"><figcaption>${caption(given, end)}</figcaption>
<svg role="img" aria-label="${spoken(given)}" width="100%" height="${height}">
${lanes.map((lane, i) => laneDrawing(lane, i * LANE, x))}
${mark}
${[
		0,
		.5,
		1
	].map((share) => html`<text class="tick-${share * 2}" x="${x(end * share)}" y="${height - 4}">${seconds(end * share)}</text>`)}</svg>
<ul class="legend" aria-hidden="true"><li><svg width="12" height="12"><circle class="good" cx="6" cy="6" r="4"/></svg>answered</li><li><svg width="12" height="12"><path class="bad" d="M6 0L12 6 6 12 0 6Z"/></svg>refused</li>${mark && html`<li><svg width="12" height="12"><line class="limit" x1="6" x2="6" y1="0" y2="12"/></svg>the declared limit</li>`}</ul></figure>`;
}
function lanesOf(answers) {
	return [...new Set(answers.map(({ as }) => as))].slice(0, MOST_LANES).map((name) => ({
		name,
		points: thinned(answers.filter(({ as }) => as === name).flatMap(({ status, at }) => at.map((one) => ({
			status,
			at: one
		}))))
	}));
}
function thinned(points) {
	const step = Math.ceil(points.length / MOST_POINTS);
	return points.filter((point, i) => i % step === 0 || isRefused(point) && i < 1920);
}
const isRefused = ({ status }) => status === null || status >= 400;
function laneDrawing({ name, points }, top, x) {
	const y = top + 28;
	const mark = (point) => isRefused(point) ? html`<svg x="${x(point.at)}" y="${y}" overflow="visible"><path class="bad" d="M0-6L6 0 0 6-6 0Z"><title>${seconds(point.at)}: ${point.status ?? "no answer"}</title></path></svg>` : html`<circle class="good" cx="${x(point.at)}" cy="${y}" r="4"><title>${seconds(point.at)}: ${point.status ?? ""}</title></circle>`;
	return html`<text class="lane" x="0" y="${top + 14}">${short(name, 40)}</text>
<line class="rail" x1="${LEFT}%" x2="${RIGHT}%" y1="${y}" y2="${y}"/>
${points.map(mark)}`;
}
function limitMark({ limit, filled, answers }, lanes, x) {
	const sent = answers.filter(({ as }) => as === lanes[0]?.name).flatMap(({ at }) => at);
	const last = limit === null || limit < 1 || filled > 0 ? void 0 : sent[limit - 1];
	if (last === void 0) return null;
	return html`<line class="limit" x1="${x(last)}" x2="${x(last)}" y1="18" y2="${lanes.length * LANE}"><title>The declared limit: ${limit}</title></line>`;
}
function caption({ limit, filled }, end) {
	return `${limit === null ? "No declared limit was found" : `The declared limit allows ${count(limit, "request")}`}${filled > 0 ? `; ${filled} of them were counted inside the app instead of being sent` : ""}. The requests took ${seconds(end)}.`;
}
function spoken({ answers }) {
	const parts = answers.slice(0, 12).map(({ as, status, at }) => `${count(at.length, "request")} of ${short(as, 40)}: ${status ?? "no answer"}`);
	const more = answers.length - parts.length;
	return `${list(more > 0 ? [...parts, `${more} more changes`] : parts)}.`;
}
// src/report/html/evidence.ts
function evidenceList(requirement, links) {
	const ordered = requirement.evidence.toSorted((a, b) => Number(a.ok) - Number(b.ok)).slice(0, MOST$1);
	if (ordered.length === 0) return null;
	const more = requirement.evidence.length - ordered.length;
	return html`<ul class="evidence">
${ordered.map((one) => observation(one, links))}</ul>
${more > 0 ? html`<p class="more">${more} more in report.json.</p>` : null}`;
}
const MOST$1 = 60;
const MOST_ROWS = 500;
const MOST_COLUMNS = 16;
function observation(evidence, links) {
	const { ok, summary, source } = evidence;
	const told = sourceWords[source];
	const parts = partsOf(evidence, links);
	const head = html`<span class="tick" aria-hidden="true">${ok ? "✓" : "✗"}</span><span><span class="unseen">${ok ? "As expected:" : "Not as expected:"} </span><b>${sentence(summary)}</b>${told === null ? null : html` <i class="told">${told}</i>`}</span>`;
	if (parts.length === 0) return html`<li class="${ok ? "good" : "bad"}"><div class="seen">${head}</div></li>\n`;
	const open = !ok || evidence.table !== null || evidence.timeline !== void 0;
	return html`<li class="${ok ? "good" : "bad"}"><details${open ? html` open` : null}><summary>${head}</summary>
<div class="proof">${parts}</div></details></li>\n`;
}
function partsOf(evidence, links) {
	const { expected, actual, advice, exception, place, exchange, reproduce } = evidence;
	const facts = [
		...expected === null ? [] : [["Expected", sentence(expected)]],
		...actual === null ? [] : [["Got", sentence(actual)]],
		...advice === void 0 ? [] : [["What to do", sentence(advice)]],
		...exception === null ? [] : [["Your code raised", html`<code>${short(exception, 600)}</code>`]]
	];
	return [
		facts.length === 0 ? null : html`<dl>${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`,
		findingLine(evidence),
		place === null ? null : placeLine(place, links),
		timeline(evidence.timeline),
		evidenceTable(evidence.table),
		exchange === null ? null : exchangeParts(exchange),
		reproduce === null ? null : html`<p>Try it yourself:</p>${copyable(reproduce, "the command that shows it")}`
	].filter((part) => part !== null);
}
function evidenceTable(given) {
	if (given === null) return null;
	const columns = given.columns.slice(0, MOST_COLUMNS);
	return table({
		caption: given.title,
		columns: columns.map((name) => short(name, 100)),
		rows: given.rows.slice(0, MOST_ROWS).map((row) => columns.map((_, i) => cell(row[i] ?? ""))),
		more: given.rows.length - MOST_ROWS
	});
}
function cell(text) {
	const word = WORDS[text];
	if (word !== void 0) return html`<span class="${word.kind}">${word.sign} ${text}</span>`;
	const [, sign, rest = ""] = /^\s*([✅✓❌✗])\s*(.*)$/su.exec(text) ?? [];
	if (sign === void 0) return sentence(text, 300);
	const good = sign === "✅" || sign === "✓";
	return html`<span class="${good ? "good" : "bad"}">${good ? "✓" : "✗"} ${sentence(rest, 300)}</span>`;
}
const WORDS = {
	"as expected": {
		kind: "good",
		sign: "✓"
	},
	wrong: {
		kind: "bad",
		sign: "✗"
	},
	"not judged": {
		kind: "told",
		sign: "–"
	}
};
// src/report/html/requirements.ts
function requirementsSection(view, links) {
	if (view.rows.length === 0) return null;
	const shown = view.rows.slice(0, MOST);
	return section("requirements", "Requirements", html`${filter(view)}
<ol class="requirements">
${shown.map((row) => requirementItem(row, view, links))}</ol>
${view.rows.length > shown.length ? html`<p class="more">${view.rows.length - shown.length} more in report.json.</p>` : null}`);
}
const MOST = 400;
function filter({ rows, passed, hasChanges }) {
	return html`<fieldset class="filter"><legend class="unseen">Which requirements are shown</legend>
${[
		{
			value: "all",
			label: `All ${rows.length}`,
			shown: true
		},
		{
			value: "open",
			label: `Not passed ${rows.length - passed.length}`,
			shown: true
		},
		{
			value: "passed",
			label: `Passed ${passed.length}`,
			shown: true
		},
		{
			value: "changed",
			label: `Changed ${rows.filter(({ change }) => change !== null).length}`,
			shown: hasChanges
		}
	].filter(({ shown }) => shown).map(({ value, label }) => html`<label><input type="radio" name="show" value="${value}"${value === "all" ? html` checked` : null}>${label}</label>`)}
<button type="button" class="all" hidden>Open all</button></fieldset>`;
}
function requirementItem(row, { first }, links) {
	const { requirement, words, points, reason, change } = row;
	const passed = requirement.state === "pass";
	return html`<li class="${`${requirement.advice && requirement.state === "fail" ? "advice" : requirement.state} ${passed ? "is-passed" : "is-open"}${change === null ? "" : " is-changed"}`}"><details id="${anchorOf(requirement.id)}"${first !== null && requirement === first.requirement ? html` open` : null}>
<summary><span class="mark" aria-hidden="true">${words.mark}</span>
<h3>${short(requirement.title, 120)}</h3>
<span class="why">${sentence(reason, 300)}</span>
<span class="state"><b>${words.word}</b>${change === null ? null : html` <i class="change">${change}</i>`}</span>
<span class="worth">${points}</span></summary>
<div class="inside">
${passed || requirement.state === "fail" ? null : html`<p class="meaning">${words.meaning}</p>`}
${short(reason, 4e3).length > 300 ? html`<p>${sentence(reason, 4e3)}</p>` : null}
${requirement.hint === null ? null : html`<p class="next"><strong>What to do:</strong> ${sentence(requirement.hint, 1e3)}</p>`}
${requirement.fragment === null ? null : html`<p>Paste this into <code>.milepost.yml</code>:</p>${copyable(requirement.fragment, "the lines for .milepost.yml")}`}
${evidenceList(requirement, links)}
${requirement.evidence.length === 0 ? html`<p class="meaning">There is no further evidence.</p>` : html`<p class="more">${count(requirement.evidence.length, "observation")}, ${seconds(requirement.milliseconds)}.</p>`}
</div></details></li>
`;
}
// src/report/html/timings.ts
const SHADES = 8;
function timingsSection({ timings }) {
	const stages = Object.entries(timings).filter(([name, time]) => name !== "total" && time >= 1).slice(0, 40);
	const all = stages.reduce((sum, [, time]) => sum + time, 0);
	if (all <= 0) return null;
	let before = 0;
	const bars = stages.map(([name, time], i) => {
		const x = before;
		before += time;
		return {
			name: short(name, 40),
			time,
			x,
			shade: `shade-${i % SHADES}`
		};
	});
	const share = (value) => `${number(100 * value / all)}%`;
	return section("timings", "Where the time went", html`<svg class="bar" role="img" aria-label="Stages of the run, in the order in which they ran" width="100%" height="14">
${bars.map(({ name, time, x, shade }) => html`<rect class="${shade}" x="${share(x)}" width="${share(time)}" height="14"><title>${name}: ${seconds(time)}</title></rect>`)}</svg>
<ul class="legend">${bars.map(({ name, time, shade }) => html`<li><svg width="10" height="10" aria-hidden="true"><rect class="${shade}" width="10" height="10" rx="2"/></svg>${name} <b>${seconds(time)}</b></li>`)}</ul>`);
}
// src/report/html/render.ts
function renderHtml(report, { previous = null, repositoryUrl } = {}) {
	const view = viewOf(report, previous);
	const links = placeLinks(repositoryUrl, report.repository.commit);
	return documentOf(view.headline, html`${header(view)}
<main id="main" tabindex="-1">
${[
		firstFixSection(view, links),
		problemSection(report, links),
		changesSection(view),
		requirementsSection(view, links),
		findingsSection(report, links),
		bindingSection(report, links),
		remediesSection(report),
		notesSection(report),
		timingsSection(report)
	]}</main>
${footer(view)}`);
}
export { renderHtml };
