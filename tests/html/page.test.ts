import { expect, test } from 'vitest';
import { parsePage } from '../../src/html/page.ts';

test('100,000 elements deep', () => {
  const page = parsePage(`${'<div>'.repeat(100_000)}<a href="/in">deep</a>`, 'http://site/x');
  expect([page.text, page.links]).toEqual([
    'deep',
    [{ path: '/in', text: 'deep', internal: true, hints: '', region: 'main' }],
  ]);
});

test('an ordinary form', () => {
  const page = parsePage(
    `<title> New
    item </title><nav><a href="/">Home</a></nav><h1>New</h1><form method=post action="/new/?a=1#x">
     <input type=hidden name=csrfmiddlewaretoken value=abc><label for=id_t>Title:</label><input id=id_t name=title maxlength=200 required>
     <label><input type=checkbox name=public> Public</label><textarea name=body style="display:none">
one
two</textarea><button>Save</button></form>`,
    'http://site/new/',
  );
  console.log(JSON.stringify(page, null, 1));
});
