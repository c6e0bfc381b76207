import { describe, expect, test } from 'vitest';
import { parsePage } from '../../src/html/page.ts';

describe('text', () => {
  test('is what a person sees', () => {
    const page = parsePage(
      `<!doctype html><head><title> A
        page </title><style>p{}</style><script>x</script></head>
      <body><header>Site</header><nav>Menu</nav>
      <!-- comment --><h1>The <em>title</em></h1><p>A<b>nna</b> &amp; Bob&nbsp;&nbsp;&lt;b&gt;</p><p>next<br>line</p>
      <div hidden>no</div><div style="color: red; DISPLAY : none">no <b>no</b></div><template>no</template>
      <noscript>no</noscript><dialog>no</dialog><svg><title>no</title><text>drawn</text></svg>
      <ul><li>1</li><li>2</li></ul><img alt=no><input value=no placeholder=no><textarea>no</textarea>
      <select><option>no</select><iframe>no</iframe>
      <section><header><h2>Part</h2></header>of it<footer>by Ann</footer></section>
      <aside>Aside</aside><div role="contentinfo">End</div><footer>Foot</footer></body>`,
      '/',
    );
    expect([page.title, page.headings, page.text, page.mainText]).toEqual([
      'A page',
      ['The title', 'Part'],
      'Site Menu The title Anna & Bob <b> next line drawn 1 2 Part of it by Ann Aside End Foot',
      'The title Anna & Bob <b> next line drawn 1 2 Part of it by Ann',
    ]);
  });

  test('of main is all that is in it', () => {
    const page = parsePage('<p>no</p><main>a<nav>b</nav></main><p>no</p><div role=main>c</div>', '/');
    expect(page.mainText).toBe('a b c');
  });
});

test('messages: each by itself, without its cross', () => {
  const page = parsePage(
    `<ul class="messages"><li class="success">Saved.</li><li>And more.</li></ul>
    <div class="alert alert-info" role="alert">Look <button type=button class=close><span>&times;</span></button></div>
    <div class="toast-container"><div class="toast"><div class="toast-body">Gone</div></div></div>
    <div role="alert"></div><div class="alert" hidden>no</div>`,
    '/',
  );
  expect(page.messages).toEqual(['Saved.', 'And more.', 'Look', 'Gone']);
});

test('scripts: sources on this site and what stands in the page', () => {
  const page = parsePage(
    `<base href="/static/"><script src="app.js?v=1"></script><script src="https://cdn.example/x.js"></script>
    <script>fetch('/api/')</script><script type="application/json">{"a": 1}</script><script> </script>`,
    'http://site.example/a/b',
  );
  expect(page.scripts).toEqual({ sources: ['/static/app.js?v=1'], inline: ["fetch('/api/')", '{"a": 1}'] });
});

test('inline scripts are cut', () => {
  const page = parsePage(`<script>${'a'.repeat(150_000)}</script>`.repeat(3), '/');
  expect(page.scripts.inline.map(({ length }) => length)).toEqual([150_000, 50_000]);
});

test('nothing', () => {
  expect(parsePage('', 'no url at all: ://')).toEqual({
    url: 'no url at all: ://',
    title: '',
    text: '',
    mainText: '',
    links: [],
    forms: [],
    headings: [],
    messages: [],
    scripts: { sources: [], inline: [] },
    tables: [],
  });
});

test('a hidden part that a script can open by its id is read, too; any other is not', () => {
  const html = `<main>seen <div id="more" style="display: none">to be opened <p hidden>deeper</p></div>
    <div style="display: none">never</div></main>`;
  const { text, mainText } = parsePage(html, '/');
  expect([text, mainText]).toEqual(['seen to be opened deeper', 'seen to be opened deeper']);
});
