/** Asks every page and form to send its visitor to another site, in every spelling that browsers understand. */
import { endpointOf } from '../bind/site/detail.ts';
import { accountForm, fillAccount } from '../bind/site/login.ts';
import { placeOf } from '../bind/table.ts';
import type { Visit } from '../browse/browser.ts';
import type { Exchanged } from '../checks/session.ts';
import type { AttackContext, AttackResult, Weakness } from './attack.ts';
import { browserOf, harmlessFirst, openForm, send } from './forms.ts';
import type { SurfaceForm } from './surface.ts';

const EVIL = 'evil.example';
/** What careless checks let through: a leading slash, a prefix that is known, a scheme without slashes, backslashes. */
const TARGETS = [
  `https://${EVIL}/`,
  `//${EVIL}/`,
  `/\\${EVIL}/`,
  `https:${EVIL}/`,
  `http://localhost.${EVIL}/`,
  `http://localhost@${EVIL}/`,
  `/\t/${EVIL}/`,
  `///${EVIL}/`,
];
const NAMES =
  /^(next|continue|dest|destination|to|goto|go|target|back|from|return|returnurl|return_url|return_to|redirect|redirect_to|redirect_url|redirect_uri|url|uri|u|link|forward|out|ref|referer|callback|success_url|next_url|next_page|siguiente|suivant|weiter)$/i;

export async function openRedirect(context: AttackContext): Promise<AttackResult> {
  const { surface } = context;
  const places = placesOf(context);
  const forms = harmlessFirst(surface.forms.filter(({ as }) => as !== 'staff'));
  const found: Weakness[] = [];
  for (const { path, name } of places) {
    const proof = await byAddress(context, path, name);
    if (proof !== null)
      found.push(await weakness(context, `the parameter "${name}" of ${path}`, path, proof));
  }
  for (const form of forms) {
    const proof = await byForm(context, form);
    if (proof !== null)
      found.push(await weakness(context, `the form ${form.form.action}`, form.form.action, proof));
  }
  const asked = places.length + forms.length;
  return {
    tried:
      asked === 0
        ? null
        : `${places.length} addresses and ${forms.length} forms, ${TARGETS.length} spellings each`,
    weaknesses: found.filter(
      ({ place, summary }, index) =>
        found.findIndex(
          (one) => one.summary === summary || (one.place !== null && same(one.place, place)),
        ) === index,
    ),
  };
}

const same = (a: Weakness['place'], b: Weakness['place']): boolean =>
  a?.file === b?.file && a?.line === b?.line;

/** Parameters that are called so, and `next` on every page that could be asked to go on. */
function placesOf({ surface }: AttackContext): { path: string; name: string }[] {
  const named = surface.parameters
    .filter(({ name }) => NAMES.test(name))
    .map(({ path, name }) => ({ path, name }));
  const login = surface.login === null ? [] : [{ path: surface.login.path, name: 'next' }];
  const seen = new Set<string>();
  return [...named, ...login].filter(({ path, name }) => {
    const key = `${path} ${name}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}

async function byAddress(context: AttackContext, path: string, name: string): Promise<Exchanged | null> {
  for (const as of ['anonymous', 'alice'] as const) {
    const browser = await browserOf(context, as);
    for (const target of TARGETS) {
      const proof = leaving(await browser.visit(`${path}?${new URLSearchParams({ [name]: target })}`));
      if (proof !== null) return proof;
    }
  }
  return null;
}

/** In a field of the form where there is one, beside the others where not, and in the address that the form is sent to. */
async function byForm(context: AttackContext, target: SurfaceForm): Promise<Exchanged | null> {
  const names = namesFor(context, target);
  for (const evil of TARGETS) {
    const opened = await openAgain(context, target);
    if (opened === null) return null;
    const inForm = opened.form.controls.filter(({ name }) => names.includes(name)).map(({ name }) => name);
    const beside = names.filter((name) => !inForm.includes(name));
    const values = { ...opened.values, ...Object.fromEntries(inForm.map((name) => [name, evil])) };
    const query = new URLSearchParams(names.map((name): [string, string] => [name, evil]));
    const form = { ...opened.form, action: `${opened.form.action.split('?')[0]}?${query}` };
    const extra = beside.map((name): [string, string] => [name, evil]);
    const proof = leaving(await send({ ...opened, form }, values, { extra }));
    if (proof !== null) return proof;
    // A form that leads nowhere for any value needs not be asked in every spelling.
    if (inForm.length === 0 && evil === TARGETS[2]) return null;
  }
  return null;
}

/** Signing in leads on only for somebody who is not signed in yet. */
async function openAgain(context: AttackContext, target: SurfaceForm) {
  const { surface, tools } = context;
  const person = surface.people.bob.actor.person;
  if (surface.login?.path.split('?')[0] !== target.path.split('?')[0] || person === null)
    return openForm(context, target);
  const browser = await tools.visitor();
  const visit = await browser.visit(target.path);
  const form = accountForm(visit, false);
  return form === null ? null : { browser, visit, form, values: fillAccount(form, person, tools) };
}

/** The names under which this form may be told where to go on. */
function namesFor({ tools }: AttackContext, { form }: SurfaceForm): string[] {
  const path = form.action.split('?')[0];
  const read = tools.facts.routes
    .filter((route) => route.path === path)
    .flatMap(({ methods }) => methods.flatMap(({ keys, queries }) => [...keys, ...queries]));
  const inForm = form.controls.map(({ name }) => name);
  return [...new Set(['next', ...[...read, ...inForm].filter((name) => NAMES.test(name))])];
}

/** The answer that leads to the other site, as a browser would resolve its Location. */
function leaving({ hops }: Visit): Exchanged | null {
  return (
    hops.find(({ reply }) => {
      const { location } = reply.headers;
      if (location === undefined || (reply.status ?? 0) < 300 || (reply.status ?? 0) >= 400) return false;
      try {
        return new URL(location, 'http://localhost/').hostname.endsWith(EVIL);
      } catch {
        return false;
      }
    }) ?? null
  );
}

async function weakness(
  context: AttackContext,
  where: string,
  path: string,
  proof: Exchanged,
): Promise<Weakness> {
  const endpoint = await endpointOf(context.tools, path.split('?')[0] ?? path);
  return {
    summary: `Whoever follows ${where} can be sent to another site.`,
    expected: 'only addresses of this site are followed',
    actual: `${proof.reply.status} with Location: ${proof.reply.headers.location}`,
    danger:
      'A link that begins with your address leads to a page that looks like yours and asks for the password.',
    fix: 'Check it with url_has_allowed_host_and_scheme(url, allowed_hosts={request.get_host()}), and go to a page of your own otherwise.',
    proof,
    place: endpoint === null ? null : placeOf(endpoint),
  };
}
