import { expect, test } from 'vitest';
import { type PageLink, parsePage } from '../../src/html/page.ts';

const linksOf = (html: string, url: string) => parsePage(html, url).links;
const link = (path: string, text: string, said: Partial<PageLink> = {}): PageLink => ({
  path,
  text,
  internal: true,
  hints: '',
  region: 'main',
  ...said,
});

test('addresses: on this site as path and query, elsewhere as written', () => {
  const written = [
    '/a/?b=1#c',
    'd',
    '?page=2',
    '',
    '#top',
    '//site.example/e',
    'https://site.example/f',
    'http://other.example/g',
    'mailto:ann@site.example',
    'javascript:void(0)',
    'tel:1',
    'http://[',
  ];
  const html = written.map((href) => `<a href="${href}">x</a>`).join('');
  const outside = (path: string) => link(path, 'x', { internal: false });
  expect(linksOf(`${html}<a>no</a><a name=y>no</a>`, 'http://site.example/notes/1?q=z')).toEqual([
    link('/a/?b=1', 'x'),
    link('/notes/d', 'x'),
    link('/notes/1?page=2', 'x'),
    link('/notes/1?q=z', 'x'),
    link('/notes/1?q=z', 'x'),
    link('/e', 'x'),
    link('/f', 'x'),
    outside('http://other.example/g'),
    outside('mailto:ann@site.example'),
    outside('javascript:void(0)'),
    outside('tel:1'),
    outside('http://['),
  ]);
});

test('a page known by its path, and a base', () => {
  expect(linksOf('<a href=b>x</a><a href="http://localhost/c">y</a>', '/a/?z')).toEqual([
    link('/a/b', 'x'),
    link('/c', 'y'),
  ]);
  expect(linksOf('<base href="/deep/er/"><a href=b>x</a><form>', '/a/')).toEqual([link('/deep/er/b', 'x')]);
  expect(linksOf('<base href="data:,x"><a href=b>x</a>', '//a/')).toEqual([link('//a/b', 'x')]);
});

test('pagination: by rel, by classes around it, by an icon', () => {
  const html = `<main><nav aria-label="Pages"><ul class="pagination">
      <li class="page-item active"><a class="page-link" href="?page=1">1</a></li>
      <li class="page-item next"><a class="page-link" rel="next" href="?page=2" aria-label="Next"><i class="bi bi-right"></i></a></li>
    </ul></nav>
    <p class="paginator"><span class="step-links"><a href="?page=3">last &raquo;</a></span></p></main>
    <footer><a href="/about"><img src=x alt="About us"></a></footer>`;
  const nav = { region: 'nav' } as const;
  expect(linksOf(html, '/notes/')).toEqual([
    link('/notes/?page=1', '1', { ...nav, hints: 'page-link page-item active pagination Pages' }),
    link('/notes/?page=2', '', {
      ...nav,
      hints: 'next page-link Next bi bi-right page-item next pagination Pages',
    }),
    link('/notes/?page=3', 'last »', { hints: 'step-links paginator' }),
    link('/about', '', { region: 'footer', hints: 'About us' }),
  ]);
});

test('a button that only goes somewhere is a link; one that asks or does something else is none', () => {
  const html = `<button onclick="location.href='?page=2'">Next</button>
    <span onclick='window.location = "/b/"'>B</span>
    <button onclick="if (confirm('Sure?')) location.href='/c/'">C</button>
    <button onclick="save()">D</button>`;
  expect(linksOf(html, '/a/')).toEqual([link('/a/?page=2', 'Next'), link('/b/', 'B')]);
});
