import { attribute, type Element, has, type Tree, tagOf, walk } from './dom.ts';
import { TextBuffer } from './text-buffer.ts';
import type { Region } from './types.ts';

/** An element with what its surroundings say of it. The elements inside it are `places[index + 1 … last]`. */
export interface Place {
  element: Element;
  tag: string;
  parent: Place | null;
  index: number;
  last: number;
  region: Region;
  /** Inside a section of the page, or one itself. */
  sectioned: boolean;
  /** Its text is nothing that a page says: a script, or what a control holds. */
  silent: boolean;
  hidden: boolean;
  /** Where its text stands in the text that is seen, and in the text with hidden parts. */
  seen: [number, number];
  all: [number, number];
}

export interface Survey {
  places: Place[];
  ids: Map<string, Place>;
  /** The first legend of each fieldset. */
  legends: Map<Place, Place>;
  /** The place of each form. */
  forms: Map<Element, Place>;
  owners: Tree['owners'];
  text: string;
  /** The same without navigation, header, footer and aside. */
  ownText: string;
  /** Hidden labels and hidden dialogues still name what they belong to. */
  allText: string;
}

/**
 * Goes through the page once and notes every element in document order. Whoever looks for something afterwards loops
 * over the places, so that nothing takes longer than the page is long.
 */
export function survey(tree: Tree): Survey {
  const places: Place[] = [];
  const ids = new Map<string, Place>();
  const legends = new Map<Place, Place>();
  const forms = new Map<Element, Place>();
  const [seen, own, all] = [new TextBuffer(), new TextBuffer(), new TextBuffer()];
  let current: Place | null = null;

  walk(tree.document, {
    enter(element) {
      const place = placeOf(element, current, places.length);
      places.push(place);
      const id = attribute(element, 'id');
      if (id && !ids.has(id)) ids.set(id, place);
      if (place.tag === 'form') forms.set(element, place);
      if (place.tag === 'legend' && current?.tag === 'fieldset' && !legends.has(current))
        legends.set(current, place);
      if (!isInline(place)) for (const buffer of [seen, own, all]) buffer.gap();
      place.seen[0] = seen.length;
      place.all[0] = all.length;
      current = place;
      return true;
    },
    leave() {
      if (!current) return;
      current.last = places.length - 1;
      current.seen[1] = seen.length;
      current.all[1] = all.length;
      if (!isInline(current)) for (const buffer of [seen, own, all]) buffer.gap();
      current = current.parent;
    },
    text(value) {
      if (!current || current.silent) return;
      all.write(value);
      if (current.hidden) return;
      seen.write(value);
      if (current.region === 'main') own.write(value);
    },
  });
  return {
    places,
    ids,
    legends,
    forms,
    owners: tree.owners,
    text: seen.read(),
    ownText: own.read(),
    allText: all.read(),
  };
}

/** What a person reads in it. In something hidden as a whole, what they would read if it were opened. */
export function textIn(from: Survey, place: Place, limit = 20_000): string {
  const [text, [start, end]] = place.hidden ? [from.allText, place.all] : [from.text, place.seen];
  return text.slice(start, Math.min(end, start + limit)).trim();
}

/** For each place by its index, the nearest that passes `test`: itself, or one around it. */
export function nearest(places: Place[], test: (place: Place) => boolean): (Place | null)[] {
  const found: (Place | null)[] = [];
  for (const place of places) {
    found.push(test(place) ? place : place.parent ? (found[place.parent.index] ?? null) : null);
  }
  return found;
}

function placeOf(element: Element, parent: Place | null, index: number): Place {
  const tag = tagOf(element);
  return {
    element,
    tag,
    parent,
    index,
    last: index,
    region: regionOf(element, tag, parent),
    sectioned: parent?.sectioned || SECTIONS.has(tag),
    silent: parent?.silent || SILENT.has(tag),
    hidden: parent?.hidden || isHidden(element, tag),
    seen: [0, 0],
    all: [0, 0],
  };
}

/** A header inside a section of the page is that section's; only one outside of them is the site's. */
function regionOf(element: Element, tag: string, parent: Place | null): Region {
  const role = ROLES.get(attribute(element, 'role') ?? '');
  if (role) return role;
  if (tag === 'nav' || tag === 'aside') return tag;
  if ((tag === 'header' || tag === 'footer') && !parent?.sectioned) return tag;
  return parent?.region ?? 'main';
}

function isHidden(element: Element, tag: string): boolean {
  if (has(element, 'hidden') || (tag === 'dialog' && !has(element, 'open'))) return true;
  return /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden/i.test(
    attribute(element, 'style') ?? '',
  );
}

/** Whether it stands in a line of text, and does not end a word: `<b>A</b>nna` is one. */
export function isInline({ tag }: Place): boolean {
  return INLINE.has(tag);
}

const ROLES = new Map<string, Region>([
  ['navigation', 'nav'],
  ['banner', 'header'],
  ['contentinfo', 'footer'],
  ['complementary', 'aside'],
]);
const SECTIONS = new Set(['article', 'aside', 'main', 'nav', 'section']);
/** What is in these is no text of the page, or stands in the controls. */
const SILENT = new Set(
  `audio canvas datalist head iframe noembed noframes noscript object script select style template textarea
  video foreign:defs foreign:desc foreign:metadata foreign:script foreign:style foreign:title`.split(/\s+/),
);
const INLINE = new Set(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span
  strike strong sub sup time tt u var wbr`.split(/\s+/),
);
