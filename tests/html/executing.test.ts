import { describe, expect, test } from 'vitest';
import { executingNodes } from '../../src/html/executing.ts';

const M = 'mark7x';
const found = (html: string) =>
  executingNodes(html, M).map(({ tag, attribute }) => (attribute === null ? tag : `${tag} ${attribute}`));

describe('runs', () => {
  test.each([
    [`<script>${M}</script>`, ['script']],
    [`<script type="text/javascript; x">a('${M}')</script>`, ['script']],
    [`<script type=module>${M}</script>`, ['script']],
    [`<script src="//evil.example/${M}.js"></script>`, ['script src']],
    [`<img src=x onerror=alert('${M}')>`, ['img onerror']],
    [`<img src=x onerror="&#x6d;ark7x()">`, ['img onerror']],
    [`<b/onmouseover=${M}>`, ['b onmouseover']],
    [`<a href="javascript:alert('${M}')">x</a>`, ['a href']],
    [`<a href=" &#1;JaVa&#9;script:${M}">x</a>`, ['a href']],
    [`<a href="javascript:%6dark7x()">x</a>`, ['a href']],
    [`<a href="data:text/html,<p>${M}">x</a>`, ['a href']],
    [`<iframe src="data:text/html;base64,${btoa(`<script>${M}</script>`)}"></iframe>`, ['iframe src']],
    [`<iframe src="javascript:${M}"></iframe>`, ['iframe src']],
    [`<iframe srcdoc="<script>${M}</script>"></iframe>`, ['iframe srcdoc']],
    [`<iframe srcdoc="<iframe srcdoc='&lt;img src onerror=${M}&gt;'>"></iframe>`, ['iframe srcdoc']],
    [`<iframe sandbox="allow-scripts" srcdoc="<script>${M}</script>"></iframe>`, ['iframe srcdoc']],
    [
      `<form action="javascript:${M}"><button formaction="javascript:${M}">`,
      ['form action', 'button formaction'],
    ],
    [`<object data="/${M}.swf"></object><embed src="/${M}.swf">`, ['object data', 'embed src']],
    [`<svg onload=${M}><script>${M}</script></svg>`, ['svg onload', 'script']],
    [`<svg><a xlink:href="javascript:${M}"><text>x</text></a></svg>`, ['a xlink:href']],
    [`<svg><script xlink:href="//evil.example/${M}"></script></svg>`, ['script xlink:href']],
    [`<svg><a><animate attributeName=href values="x;javascript:${M}"></a></svg>`, ['animate values']],
    [`<base href="//evil.example/${M}/">`, ['base href']],
    [`<meta http-equiv=Refresh content="0;url=javascript:${M}">`, ['meta content']],
    [`<div><template shadowrootmode=open><script>${M}</script></template></div>`, ['script']],
    [`<svg><style><img src onerror=${M}></style></svg>`, ['img onerror']],
    [`<textarea></textarea><script>${M}</script></textarea>`, ['script']],
  ])('%s', (html, nodes) => {
    expect(found(html)).toEqual(nodes);
  });
});

describe('does not run', () => {
  test.each([
    ['escaped text', `<p>&lt;script&gt;${M}&lt;/script&gt; &lt;img src=x onerror=${M}&gt;</p>`],
    [
      'rich text',
      `<h2>${M}</h2><p><b>${M}</b> <a href="https://x.example/${M}" title="${M}">${M}</a><img src="/${M}.png"></p>`,
    ],
    [
      'a value',
      `<input value="&lt;script&gt;${M}&lt;/script&gt;" placeholder="javascript:${M}" data-on="${M}">`,
    ],
    ['a textarea', `<textarea><script>${M}</script></textarea>`],
    ['a title', `<title><img src=x onerror=${M}></title>`],
    ['a comment', `<!-- <script>${M}</script> -->`],
    ['noscript', `<noscript><img src=x onerror=${M}></noscript>`],
    ['a template', `<template><script>${M}</script></template>`],
    ['data for a script', `<script type="application/json" id=d>"${M}"</script>`],
    ['a script without it', `<script>other()</script><p onclick="other()">${M}</p>`],
    [
      'an address',
      `<form action="/${M}/"><a href="/search?q=javascript:${M}">x</a><iframe src="/${M}/"></iframe>`,
    ],
    ['a frame with text', `<iframe srcdoc="<p title='${M}'>${M}</p>"></iframe>`],
    ['a sandbox', `<iframe sandbox srcdoc="<script>${M}</script>"></iframe>`],
    ['a style sheet', `<style><img src=x onerror=${M}></style>`],
    ['a picture', `<img src="javascript:${M}"><img src="data:image/svg+xml,<svg onload=${M}>">`],
  ])('%s', (_, html) => {
    expect(found(html)).toEqual([]);
  });
});

test('shows the start tag, cut', () => {
  expect(executingNodes(`<p><img src="a&quot;b" onerror="${M}">`, M)).toEqual([
    { tag: 'img', attribute: 'onerror', shown: `<img src="a&quot;b" onerror="${M}">` },
  ]);
  const [node] = executingNodes(`<script data-a="${'a'.repeat(500)}">${M}</script>`, M);
  expect(node).toEqual({ tag: 'script', attribute: null, shown: `<script data-a="${'a'.repeat(184)}` });
});

test('an empty marker is nowhere', () => {
  expect(executingNodes('<script>x</script>', '')).toEqual([]);
});
