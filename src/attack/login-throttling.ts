/** Tries one wrong password after the other, and then the right one: guessing should have been stopped by then. */
import type { Person } from '../bind/random.ts';
import { siteTools } from '../bind/site/tools.ts';
import type { Exchanged, Session } from '../checks/session.ts';
import type { AttackContext, AttackResult, Weakness } from './attack.ts';
import { placeAt } from './requests.ts';
import { type WayIn, waysIn, withWrongPassword } from './sign-in.ts';

const TRIES = 25;

export async function loginThrottling(context: AttackContext): Promise<AttackResult> {
  const { tools, surface } = context;
  const ways = await waysIn({ surface }, siteTools(patient(tools.session), tools.facts, tools.random));
  const results = [];
  // Whoever is locked out at one door cannot be tried at the next.
  const people = [surface.people.bob.actor.person, surface.people.alice.actor.person];
  for (const [index, way] of ways.entries())
    results.push({ way, ...(await guess(context, way, people[index] ?? null)) });
  const told = results.filter(({ outcome }) => outcome !== 'unknown');
  return {
    tried: told.length === 0 ? null : told.map(({ way, outcome }) => `${way.path}: ${outcome}`).join('; '),
    weaknesses: results.flatMap(({ weakness }) => (weakness === null ? [] : [weakness])),
  };
}

/** A refusal for too many requests is what this attack wants to see. */
const patient = (session: Session): Session => ({
  get instance() {
    return session.instance;
  },
  send: (actor, outgoing, options) => session.send(actor, outgoing, { ...options, renewOnLimit: false }),
  renew: session.renew,
  close: session.close,
});

interface Guessed {
  outcome: string;
  weakness: Weakness | null;
}

const unknown: Guessed = { outcome: 'unknown', weakness: null };

async function guess(context: AttackContext, way: WayIn, person: Person | null): Promise<Guessed> {
  if (person === null || !(await way.attempt(person))?.letIn) return unknown;
  const started = performance.now();
  let last: Exchanged | null = null;
  for (let count = 1; count <= TRIES; count += 1) {
    const tried = await way.attempt(withWrongPassword(person, String(count)));
    // A form that is not shown any more stops guessing as well.
    if (tried === null || isStop(tried.answer, last))
      return { outcome: `stopped at the ${ordinal(count)} try`, weakness: null };
    last = tried.answer;
  }
  const right = await way.attempt(person);
  if (last === null || !right?.letIn)
    return { outcome: `after ${TRIES} wrong passwords the right one is refused`, weakness: null };
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  return {
    outcome: `${TRIES} wrong passwords in ${seconds} s`,
    weakness: {
      summary: `${way.path} takes ${TRIES} wrong passwords for one account in ${seconds} s, and then the right one.`,
      expected: 'after some wrong passwords the account or the client has to wait',
      actual: `the ${ordinal(TRIES)} wrong password was answered like the first`,
      danger: 'A program can try the passwords that people use most on every account.',
      fix: 'Use django-axes or django-ratelimit on the login, and a throttle class on the endpoint that gives tokens.',
      proof: last,
      place: await placeAt(context, way.path, 'POST'),
    },
  };
}

/** Some logins refuse a wrong password with 403: only what differs from the first answers is a stop. */
const isStop = ({ reply }: Exchanged, before: Exchanged | null): boolean =>
  reply.status === 429 ||
  reply.status === 423 ||
  (before !== null && reply.status === 403 && before.reply.status !== 403) ||
  (before !== null && CAPTCHA.test(reply.body) && !CAPTCHA.test(before.reply.body));
const CAPTCHA = /captcha|cf-turnstile/i;

const ordinal = (count: number): string =>
  `${count}${count % 10 === 1 && count !== 11 ? 'st' : count % 10 === 2 && count !== 12 ? 'nd' : count % 10 === 3 && count !== 13 ? 'rd' : 'th'}`;
