import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { renderBadge, renderShields } from '../../src/report/badge.ts';
import { samples } from './samples/all.ts';

test.each([
  ['full-pass', { label: 'item-api', message: '11 of 11', color: 'green', isError: false }],
  ['mixed', { label: 'item-api', message: '12 of 30', color: 'orange', isError: false }],
  ['no-app', { label: 'item-api', message: 'does not start', color: 'red', isError: false }],
  ['failed-run', { label: 'item-api', message: 'not graded', color: 'lightgrey', isError: true }],
  ['stopped-run', { label: 'item-api', message: 'stopped', color: 'lightgrey', isError: true }],
] as const)('%s for shields.io', (name, expected) => {
  expect(JSON.parse(renderShields(samples[name]))).toEqual({ schemaVersion: 1, ...expected });
});

describe.each(Object.entries(samples))('%s drawn', (_, report) => {
  test('is XML, and says in words what it shows', async () => {
    const contents = renderBadge(report);
    const { errors } = await validateXML({
      xml: [{ fileName: 'badge.svg', contents }],
      normalization: 'c14n',
    });
    expect(errors).toEqual([]);
    const { label, message } = JSON.parse(renderShields(report));
    expect(contents).toContain(`<title>${label}: ${message}</title>`);
  });
});

test('a name of somebody else stays text', () => {
  const id = '<script>alert(1)</script> "&\u202e';
  const drawn = renderBadge({ ...samples.mixed, exercise: { ...samples.mixed.exercise, id } });
  expect(drawn).not.toContain('<script');
  expect(drawn).not.toContain('\u202e');
  expect(drawn).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &quot;&amp;');
});

test('drawn, whole', async () => {
  await expect(renderBadge(samples.mixed)).toMatchFileSnapshot('golden/mixed.badge.svg');
});
