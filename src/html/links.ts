import type { Site } from './address.ts';
import { attribute } from './dom.ts';
import { type Place, type Survey, textIn } from './survey.ts';
import type { PageLink } from './types.ts';

/** The links of the page with the place of each, in document order. */
export function readLinks(from: Survey, site: Site): [Place, PageLink][] {
  return from.places
    .map((place): [Place, string | null] => [place, targetOf(place)])
    .filter((pair): pair is [Place, string] => pair[1] !== null)
    .map(([place, target]) => [
      place,
      {
        ...site.resolve(target),
        text: textIn(from, place, 2000),
        hints: hintsOf(from, place),
        region: place.region,
      },
    ]);
}

/** A button that only goes somewhere is a link, too. */
function targetOf({ tag, element }: Place): string | null {
  if (tag === 'a' || tag === 'area') return attribute(element, 'href');
  const handler = attribute(element, 'onclick')?.slice(0, 500) ?? '';
  return (
    /^\s{0,9}(?:window\.|document\.)?location(?:\.href)?\s{0,9}=\s{0,9}(['"])([^'"]+)\1\s{0,9};?\s{0,9}$/.exec(
      handler,
    )?.[2] ?? null
  );
}

/** An icon says "next" by its class, a pager by the class of the list around it. */
function hintsOf(from: Survey, link: Place): string {
  const inside = from.places.slice(link.index + 1, Math.min(link.last, link.index + 10) + 1);
  const around: Place[] = [];
  for (let place = link.parent; place && around.length < 3; place = place.parent) around.push(place);
  const said = [link, ...inside, ...around].flatMap(({ element }) =>
    ['rel', 'id', 'class', 'aria-label', 'title', 'alt'].map((name) => attribute(element, name)),
  );
  return said.filter(Boolean).join(' ').replace(/\s+/g, ' ').slice(0, 500).trim();
}
