/** What came of a form, as a reader would say it. */
import type { Outcome } from '../spec/expect.ts';
import type { Submitted } from './submit-queries.ts';

export const submitWords = { describe, query };

function describe({ visit, values }: Submitted, outcomes: Outcome[]): string {
  const { first, last } = visit;
  const { status, failure } = first.reply;
  const answered = status === null ? `no answer (${failure ?? 'unknown'})` : `answered ${status}`;
  const led = visit.hops.length > 1 ? ` and led to ${visit.url} (${last.reply.status ?? 'no answer'})` : '';
  const wrong = outcomes.filter(({ ok, query: asked }) => !ok && asked !== 'status');
  const detail = wrong.map(({ query: asked, actual }) => `${query(asked)}: ${actual}`).slice(0, 3);
  const fields = Object.keys(values).slice(0, 6).join(', ');
  const filled = fields === '' ? '' : `, filled in ${fields},`;
  return `${first.exchange.method} ${first.exchange.url}${filled} ${answered}${led}${detail.length > 0 ? `; ${detail.join('; ')}` : ''}.`;
}

function query(asked: string): string {
  const [name = '', argument = ''] = asked.split(' ');
  switch (name) {
    case 'stored':
      return 'it is saved';
    case 'kept':
      return 'everything that was typed is saved';
    case 'shown':
      return 'a page shows it afterwards';
    case 'author':
      return 'its author';
    case 'belongs':
      return `it belongs to "${argument}"`;
    case 'executes':
      return 'what was written runs as script';
    case 'turned-away':
      return 'the visitor is turned away';
    case 'signed-in':
      return 'the visitor is signed in';
    default:
      return name;
  }
}
