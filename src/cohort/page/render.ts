/**
 * One file that needs nothing else: data, script and style are in it, and its Content-Security-Policy allows exactly
 * that script and that style, and no request to anywhere.
 */
import { createHash } from 'node:crypto';
import type { Assets } from './assets.ts';
import type { PageData } from './data.ts';

export function renderPage(data: PageData, { script, style }: Assets): string {
  // In a script element only these end or change what is read.
  if (/<\/script|<!--/i.test(script) || /<\/style/i.test(style))
    throw new Error('the bundle cannot be inlined');
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const title = data.mode === 'learner' ? (data.learners[0]?.name ?? data.title) : data.title;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<div id="page"><noscript>This page needs JavaScript. It sends nothing anywhere.</noscript></div>
<script type="application/json" id="data">${embedded(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** JSON in which nothing can end the element, or a line in the eyes of an old reader. */
export function embedded(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
