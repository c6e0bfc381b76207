/** The frame of the page: the only place where text goes in as it is, and that text is our own style and script. */
import { createHash } from 'node:crypto';
import { html as raw } from '@remix-run/html-template';
import { type Html, html } from './page.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

export function documentOf(title: string, body: Html): string {
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${raw.raw`${STYLE}`}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${body}
<p id="said" class="unseen" role="status"></p>
<script>${raw.raw`${SCRIPT}`}</script>
</body>
</html>
`);
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const POLICY = [
  "default-src 'none'",
  `style-src ${hashOf(STYLE)}`,
  `script-src ${hashOf(SCRIPT)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
