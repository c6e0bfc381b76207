/** The ways in which somebody signs in: the form of a page, and the endpoint that gives tokens. */

import { tokenCandidates } from '../bind/account-candidates.ts';
import { confirmToken, submit, tokensIn } from '../bind/accounts.ts';
import type { Person } from '../bind/random.ts';
import { logIn, signedIn } from '../bind/site/login.ts';
import type { SiteTools } from '../bind/site/tools.ts';
import type { Exchanged } from '../checks/session.ts';
import { isApi } from './api-views.ts';
import type { AttackContext } from './attack.ts';

export interface WayIn {
  path: string;
  /** as somebody whom the app has not seen before; null: there is no form any more */
  attempt(person: Person): Promise<{ answer: Exchanged; letIn: boolean } | null>;
}

/** `tools`: a session of one's own, where the survey's is not to be used. */
export async function waysIn(
  { surface }: Pick<AttackContext, 'surface'>,
  tools: SiteTools,
): Promise<WayIn[]> {
  const { login } = surface;
  const { facts, session, random } = tools;
  const ways: WayIn[] = [];
  if (
    login !== null &&
    !tokenCandidates(facts).some(({ endpoint }) => isApi(endpoint) && endpoint.path === login.path)
  )
    ways.push({
      path: login.path,
      attempt: async (person) => {
        const visit = await logIn(tools, await tools.visitor(), login.path, person);
        return visit === null
          ? null
          : { answer: visit.first, letIn: signedIn(visit, facts.site.sessionCookie) };
      },
    });
  const { person } = surface.people.alice.actor;
  const candidates = tokenCandidates(facts).filter(({ endpoint }) => isApi(endpoint));
  const found =
    person === null || candidates.length === 0
      ? null
      : await confirmToken(candidates, session, facts, random, person);
  if (found?.confirmed)
    ways.push({
      path: found.endpoint.path,
      attempt: async (one) => {
        const answer = await submit(session, found.endpoint, found.payload, one);
        return { answer, letIn: (answer.reply.status ?? 500) < 400 && tokensIn(answer).length > 0 };
      },
    });
  return ways;
}

export const withWrongPassword = (person: Person, more = ''): Person => ({
  ...person,
  password: `${person.password}-no${more}`,
});
