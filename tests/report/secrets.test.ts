import { expect, test } from 'vitest';
import { renderComment } from '../../src/report/comment.ts';
import { renderJson } from '../../src/report/json.ts';
import { renderJUnit } from '../../src/report/junit.ts';
import { maskEverywhere, maskSecrets } from '../../src/report/secrets.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { samples } from './samples/all.ts';

const token = 'ghs_"Planted/Token+0123456789';
/** As it is, in base64 behind 0, 1 and 2 other bytes, and in hexadecimal. */
const PLANTED = /Planted|UGxhbnRlZ|BsYW50ZW|QbGFudGVk|506c616e746564/;

test.each([
  ['as it is', `a ${token} b`],
  ['in a URL', `?t=${encodeURIComponent(token)}`],
  ['in JSON', JSON.stringify({ token })],
  ['in hexadecimal', Buffer.from(token).toString('hex')],
  ['in base64', Buffer.from(token).toString('base64')],
  ['in base64 behind a name', Buffer.from(`x:${token}`).toString('base64')],
  ['in base64 between others', Buffer.from(`a${token}bc`).toString('base64')],
  ['in base64 for URLs', Buffer.from(token).toString('base64url')],
])('a secret %s is hidden', (_, text) => {
  expect(maskSecrets(text, [token])).toContain('(hidden)');
  expect(maskSecrets(text, [token])).not.toMatch(PLANTED);
});

test('of a secret with lines each line is hidden', () => {
  const key = '-----BEGIN KEY-----\r\nMIIEpAIBAAKCAQEA\n-----END KEY-----\n';
  expect(maskSecrets('it says MIIEpAIBAAKCAQEA.', [key])).toBe('it says (hidden).');
  expect(maskSecrets(`it says ${key.trim()}.`, [key])).toBe('it says (hidden).');
});

test('a longer secret is hidden whole, and short ones would hide ordinary words', () => {
  expect(maskSecrets('abcdefgh abcdef 12', ['abcdef', 'abcdefgh', '12', ''])).toBe('(hidden) (hidden) 12');
});

test('a planted secret appears in no report', () => {
  const text = JSON.stringify(samples.mixed).replaceAll(
    'items',
    `items ${JSON.stringify(token).slice(1, -1)}`,
  );
  const report = maskEverywhere(JSON.parse(text) as typeof samples.mixed, [token]);
  const reports = [
    renderJson(report),
    renderJUnit(report),
    renderComment(report),
    renderSummary(report),
    renderTerminal(report, { colour: true, width: 80 }),
  ];
  for (const written of reports) {
    expect(written).not.toContain('Planted');
    expect(written.replace(/\s/g, '')).toMatch(/items.?\(hidden/);
  }
});
