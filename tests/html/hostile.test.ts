import { expect, test } from 'vitest';
import { executingNodes } from '../../src/html/executing.ts';
import { parsePage } from '../../src/html/page.ts';

const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join('');

test('100,000 elements deep', () => {
  const html = `${'<div>'.repeat(100_000)}<a href="/in" onclick="m">deep</a>`;
  const page = parsePage(html, '/');
  expect([page.text, page.links]).toEqual([
    'deep',
    [{ path: '/in', text: 'deep', internal: true, hints: '', region: 'main' }],
  ]);
  expect(executingNodes(html, 'm')).toEqual([
    { tag: 'a', attribute: 'onclick', shown: '<a href="/in" onclick="m">' },
  ]);
});

/** Each of these takes minutes or all memory where something is looked up by searching. */
test.each<[string, string]>([
  ['labels', `<form>${times(20_000, (i) => `<label for=i${i}>L</label><input id=i${i} name=n${i}>`)}`],
  ['labels for one', `<form><input id=a name=a>${'<label for=a>L</label>'.repeat(50_000)}`],
  [
    'descriptions',
    `<form><p id=d>${'x'.repeat(100_000)}</p>${'<input name=a aria-invalid=true aria-describedby="d d d d">'.repeat(20_000)}`,
  ],
  ['radios', `<form>${'<input type=radio name=r>text'.repeat(50_000)}`],
  ['forms in forms', '<form><div></form>x'.repeat(40_000)],
  ['tables in tables', '<table><tr><td><a href=x>y</a>'.repeat(30_000)],
  ['labels in labels', `<form>${'<label>x<input name=a>'.repeat(30_000)}`],
  ['fieldsets', `<form>${'<fieldset disabled><legend>x<input name=a>'.repeat(20_000)}`],
  ['errors in errors', `<form>${'<div class=error>x<ul class=errorlist><li>y'.repeat(20_000)}`],
  ['options', `<form><select name=a>${'<option>x'.repeat(100_000)}`],
  ['attributes', `<form ${times(50_000, (i) => `data-a${i}=x`)}><input ${times(50_000, (i) => `a${i} `)}>`],
  ['copied elements', `<div>${times(2000, (i) => `<font a${i}>`)}</div>${'<p>x</p>'.repeat(2000)}`],
  ['frames', times(1000, () => `<iframe srcdoc="<script>m</script>"></iframe>`)],
  [
    'spaces',
    `<form>${' '.repeat(1_000_000)}<label for=a>${' '.repeat(500_000)}</label><input id=a name=a style="${'display '.repeat(50_000)}">`,
  ],
])('%s', (_, html) => {
  const start = performance.now();
  parsePage(html, '/');
  executingNodes(html, 'm');
  expect(performance.now() - start).toBeLessThan(20_000);
});
