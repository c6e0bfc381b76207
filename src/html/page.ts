import { type Site, siteOf } from './address.ts';
import { complaintsOf, messagesOf } from './complaints.ts';
import { attribute, has, rawText, readTree } from './dom.ts';
import { readForms } from './forms.ts';
import { readLinks } from './links.ts';
import { nearest, type Place, type Survey, survey, textIn } from './survey.ts';
import { readTables } from './tables.ts';
import { collapse } from './text-buffer.ts';
import type { Page } from './types.ts';

export type * from './types.ts';

/** Everything that the grader asks of a page. Hostile pages are cut, never refused. */
export function parsePage(html: string, url: string): Page {
  const from = survey(readTree(html));
  const site = siteOf(from, url);
  const links = readLinks(from, site);
  const openable = openableIn(from);
  return {
    url,
    title: titleOf(from),
    text: [from.text, ...openable].join(' '),
    mainText: [mainTextOf(from), ...openable].join(' '),
    links: links.map(([, link]) => link),
    forms: readForms(from, site, complaintsOf(from)),
    headings: headingsOf(from),
    messages: messagesOf(from),
    scripts: scriptsOf(from, site),
    tables: readTables(from, links),
  };
}

function titleOf({ places }: Survey): string {
  const title = places.find(({ tag }) => tag === 'title');
  return title ? collapse(rawText(title.element, 1000)) : '';
}

function mainTextOf(from: Survey): string {
  const isMain = (place: Place) => place.tag === 'main' || attribute(place.element, 'role') === 'main';
  const around = nearest(from.places, isMain);
  const outermost = from.places.filter(
    (place) => isMain(place) && !place.hidden && !(place.parent && around[place.parent.index]),
  );
  if (outermost.length === 0) return from.ownText;
  return outermost
    .map(({ seen }) => from.text.slice(...seen).trim())
    .filter(Boolean)
    .join(' ');
}

/** Hidden parts that a script can open: it finds them by their id ("12 comments", a tab, a dialogue). */
function openableIn(from: Survey): string[] {
  return from.places
    .filter(
      ({ hidden, silent, parent, element }) => hidden && !silent && !parent?.hidden && has(element, 'id'),
    )
    .slice(0, MOST_OPENABLE)
    .map((place) => textIn(from, place))
    .filter(Boolean);
}

const MOST_OPENABLE = 100;

function headingsOf(from: Survey): string[] {
  return from.places
    .filter(({ tag, hidden }) => /^h[1-6]$/.test(tag) && !hidden)
    .map((place) => textIn(from, place, 500))
    .filter(Boolean);
}

/** Where a page is drawn by scripts, they tell which addresses it asks. */
function scriptsOf({ places }: Survey, site: Site): Page['scripts'] {
  const scripts = places.filter(({ tag }) => tag === 'script');
  const sources = scripts
    .map(({ element }) => attribute(element, 'src'))
    .filter((written) => written !== null)
    .map((written) => site.resolve(written))
    .filter(({ internal }) => internal)
    .map(({ path }) => path);
  const inline: string[] = [];
  let left = MAX_SCRIPT;
  for (const { element } of scripts) {
    const code = attribute(element, 'src') === null ? rawText(element, left) : '';
    if (code.trim() !== '') inline.push(code);
    left -= code.length;
  }
  return { sources, inline };
}

/** Inline scripts are read to find addresses in them; a bundle has its own file. */
const MAX_SCRIPT = 200_000;
