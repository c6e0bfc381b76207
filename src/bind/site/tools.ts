/** What everything that looks at pages works with: the session, a browser per actor, the facts. */
import type { Facts } from '../../app/facts.ts';
import { type Browser, openBrowser } from '../../browse/browser.ts';
import { type Actor, anonymous } from '../../checks/actor.ts';
import type { Session } from '../../checks/session.ts';
import type { Random } from '../random.ts';

export interface SiteTools {
  session: Session;
  facts: Facts;
  random: Random;
  /** the actor's browser in this session; who is signed in stays so */
  browser(actor: Actor): Promise<Browser>;
  /** a visitor without cookies, whom nobody has seen before */
  visitor(): Promise<Browser>;
  /** scripts that were loaded, by their address */
  scripts: Map<string, Promise<string>>;
}

export function siteTools(session: Session, facts: Facts, random: Random): SiteTools {
  const browsers = new Map<string, Promise<Browser>>();
  const { csrfCookie: cookie, csrfHeader: header } = facts.site;
  const open = async (actor: Actor): Promise<Browser> => {
    const browser = openBrowser(session, actor, { cookie, header });
    // Sessions that are not in the database do not outlive the process in which the actor signed in.
    if (actor.id !== null && !outlives(facts)) {
      const minted = await session.instance.call('session.mint', { user: actor.id }).catch(() => null);
      if (minted !== null) browser.cookies.set(minted.cookieName, minted.value);
    }
    return browser;
  };
  return {
    session,
    facts,
    random,
    browser: (actor) => {
      const known = browsers.get(actor.name) ?? open(actor);
      browsers.set(actor.name, known);
      return known;
    },
    visitor: () => open(anonymous()),
    scripts: new Map(),
  };
}

const outlives = (facts: Facts): boolean =>
  /\.(db|cached_db|signed_cookies)$/.test(String(facts.settings.SESSION_ENGINE ?? '.db'));
