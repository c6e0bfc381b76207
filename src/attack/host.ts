/**
 * Comes under the name of another site, as a proxy might pass it on, and looks where that name ends up: in redirects, in
 * links, in the mail for a new password. A host that ALLOWED_HOSTS lets in on purpose is a matter of the settings.
 */
import { fillPath, openParams } from '../bind/endpoint.ts';
import { isEmailName } from '../bind/values.ts';
import type { Exchanged } from '../checks/session.ts';
import type { AttackContext, AttackResult, Weakness } from './attack.ts';
import { asksForPassword, browserOf, openForm, send } from './forms.ts';
import { kindsOfPages } from './headers.ts';
import { callApi, placeAt } from './requests.ts';
import type { SurfaceForm } from './surface.ts';

const EVIL = 'evil.example';
const MOST_PAGES = 20;
const MOST_ENDPOINTS = 6;

type Headers = Record<string, string>;

export async function host(context: AttackContext): Promise<AttackResult> {
  const names = namesOf(context);
  const pages = [...new Set(['/', ...kindsOfPages(context)])].slice(0, MOST_PAGES);
  const endpoints = listsOf(context);
  const forms = mailingForms(context);
  const found: Weakness[] = [];
  for (const name of names) {
    const headers = { [name]: EVIL };
    for (const path of pages)
      found.push(...(await inAnswer(context, path, name, (await asVisitor(context, path, headers)).hops)));
    for (const path of endpoints)
      found.push(
        ...(await inAnswer(context, path, name, [
          await callApi(context, 'alice', 'GET', path, undefined, headers),
        ])),
      );
    for (const form of forms) found.push(...(await inMail(context, form, name)));
    for (const path of mailingEndpoints(context)) found.push(...(await inMailOfApi(context, path, name)));
  }
  return {
    tried: `${pages.length + endpoints.length} addresses and ${forms.length} forms that send mail, each with a foreign ${names.join(' and ')}`,
    weaknesses: found.filter(
      (one, index) => found.findIndex((first) => first.summary === one.summary) === index,
    ),
  };
}

function namesOf({ tools }: AttackContext): string[] {
  const allowed = tools.facts.settings.ALLOWED_HOSTS;
  const anybody = Array.isArray(allowed) && allowed.includes('*');
  return anybody ? ['X-Forwarded-Host'] : ['X-Forwarded-Host', 'Host'];
}

const asVisitor = async (context: AttackContext, path: string, headers: Headers) =>
  (await browserOf(context, 'anonymous')).visit(path, headers);

const listsOf = ({ surface }: AttackContext): string[] =>
  surface.endpoints
    .filter((one) => one.method === 'GET' && openParams(one).length === 0)
    .map((one) => fillPath(one, {}))
    .slice(0, MOST_ENDPOINTS);

/** The name of the other site as a host: in a redirect, or in an address of the answer. */
async function inAnswer(
  context: AttackContext,
  path: string,
  name: string,
  hops: Exchanged[],
): Promise<Weakness[]> {
  const pattern = new RegExp(`(^|//|@)${EVIL.replace('.', '\\.')}`, 'i');
  const proof = hops.find(
    ({ reply }) =>
      (reply.status ?? 500) < 400 && (pattern.test(reply.headers.location ?? '') || pattern.test(reply.body)),
  );
  if (proof === undefined) return [];
  const { location } = proof.reply.headers;
  const redirected = location !== undefined && pattern.test(location);
  return [
    {
      summary: `${path} ${redirected ? 'redirects to' : 'has links to'} whatever host a request names in ${name}.`,
      expected: 'the host of the request is refused, or not believed',
      actual: redirected
        ? `${proof.reply.status} with Location: ${location}`
        : `the answer holds ${excerpt(proof.reply.body)}`,
      danger: 'A cache that keeps the answer leads its visitors to another site.',
      fix: FIX,
      proof,
      place: await placeAt(context, path, 'GET'),
    },
  ];
}

const FIX =
  'Use relative links or request.build_absolute_uri(), name the hosts in ALLOWED_HOSTS, and read X-Forwarded-Host nowhere yourself: USE_X_FORWARDED_HOST is for a proxy that always sets it.';

function excerpt(body: string): string {
  const at = body.indexOf(EVIL);
  return body
    .slice(Math.max(0, at - 60), at + EVIL.length + 40)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Forms that ask for nothing but a name or an e-mail address: such as the one for a new password. */
function mailingForms({ surface }: AttackContext): SurfaceForm[] {
  return surface.forms
    .filter(({ form, as }) => as !== 'staff' && !asksForPassword(form))
    .filter(({ form }) => {
      const typed = form.controls.filter(({ type }) =>
        ['text', 'email', 'textarea', 'search', 'url', 'other'].includes(type),
      );
      return (
        typed.length <= 2 &&
        typed.some(
          ({ type, name }) => type === 'email' || isEmailName(name) || /user|login|identif/i.test(name),
        )
      );
    })
    .slice(0, 6);
}

async function inMail(context: AttackContext, target: SurfaceForm, name: string): Promise<Weakness[]> {
  const { surface, tools } = context;
  const person = surface.people.alice.actor.person;
  const opened = await openForm(context, target);
  if (opened === null || person === null) return [];
  const typed = opened.form.controls.filter(
    ({ type, name: key }) => key !== '' && ['text', 'email', 'other'].includes(type),
  );
  const values = Object.fromEntries(
    typed.map(({ type, name: key }) => [
      key,
      type === 'email' || isEmailName(key) ? person.email : person.username,
    ]),
  );
  const before = await countOf(context);
  const headers = { [name]: EVIL, ...(name === 'Host' ? { Origin: `http://${EVIL}` } : {}) };
  const { first } = await send(opened, { ...opened.values, ...values }, { headers });
  return mailed(
    context,
    target.form.action,
    name,
    first,
    await tools.session.instance.call('mails', { since: before }).catch(() => []),
  );
}

/** Where a program asks for a new password. */
const mailingEndpoints = ({ surface }: AttackContext): string[] =>
  surface.endpoints
    .filter((one) => one.method === 'POST' && openParams(one).length === 0)
    .filter(
      (one) =>
        /reset|forgot|recover|oubli|olvid|esquec/i.test(one.path) && !/confirm|complete/i.test(one.path),
    )
    .map((one) => fillPath(one, {}))
    .slice(0, 2);

async function inMailOfApi(context: AttackContext, path: string, name: string): Promise<Weakness[]> {
  const { surface, tools } = context;
  const person = surface.people.alice.actor.person;
  if (person === null) return [];
  const before = await countOf(context);
  const body = { email: person.email, username: person.username };
  const proof = await callApi(context, 'anonymous', 'POST', path, body, { [name]: EVIL });
  return mailed(
    context,
    path,
    name,
    proof,
    await tools.session.instance.call('mails', { since: before }).catch(() => []),
  );
}

const countOf = async ({ tools }: AttackContext): Promise<number> =>
  (await tools.session.instance.call('mails', { since: 0 }).catch(() => [])).at(-1)?.number ?? 0;

async function mailed(
  context: AttackContext,
  path: string,
  name: string,
  proof: Exchanged,
  mails: { to: string[]; subject: string; body: string }[],
): Promise<Weakness[]> {
  const mail = mails.find(({ body, subject }) => `${subject} ${body}`.includes(EVIL));
  if (mail === undefined) return [];
  return [
    {
      summary: `The mail that ${path} sends leads to whatever host a request names in ${name}.`,
      expected: 'links in mails lead to this site',
      actual: `the mail to ${mail.to.join(', ')} says: ${excerpt(mail.body)}`,
      danger:
        'Whoever asks for a new password of somebody else receives the secret link as soon as that person opens it.',
      fix: FIX,
      proof,
      place: await placeAt(context, path, 'POST'),
    },
  ];
}
