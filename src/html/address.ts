import { attribute, has } from './dom.ts';
import type { Survey } from './survey.ts';

export interface Address {
  path: string;
  internal: boolean;
}

export interface Site {
  /** The page's own path and query. */
  own: string;
  /** Where an address written on the page leads; as it is written, if that is somewhere else. */
  resolve(written: string): Address;
}

/** What addresses on the page mean, given where it came from and its `<base>`. */
export function siteOf(from: Survey, url: string): Site {
  const page = parse(url.startsWith('/') ? SITE + url : url, SITE) ?? new URL(SITE);
  const base = from.places.find(({ tag, element }) => tag === 'base' && has(element, 'href'));
  const start = (base && parseBase(attribute(base.element, 'href') ?? '', page)) ?? page;
  return {
    own: page.pathname + page.search,
    resolve(written) {
      const target = parse(written, start.href);
      const internal = target?.host === page.host && /^https?:$/.test(target.protocol);
      return target && internal
        ? { path: target.pathname + target.search, internal }
        : { path: written, internal: false };
    },
  };
}

/** A page whose URL is only a path was asked for under this name. */
const SITE = 'http://localhost';

function parse(written: string, base: string): URL | null {
  return URL.canParse(written, base) ? new URL(written, base) : null;
}

/** A base that is no place, such as `data:`, is none. */
function parseBase(written: string, page: URL): URL | null {
  const base = parse(written, page.href);
  return base && /^https?:$/.test(base.protocol) ? base : null;
}
