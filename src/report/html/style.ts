/** How the page looks: light and dark, wide and narrow, on screen and on paper. Colours are told by words and signs, too. */
export const STYLE = `
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
