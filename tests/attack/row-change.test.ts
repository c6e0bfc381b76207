import { describe, expect, test } from 'vitest';
import { changeOf, turnedIn, writtenBy } from '../../src/attack/row-change.ts';
import { field, model } from '../bind/small-facts.ts';

const ticket = {
  model: model('desk.Ticket', [
    field('subject', 'text'),
    field('state', 'choice', { choices: ['open', 'closed'] }),
    field('is_open', 'boolean'),
    field('is_read', 'boolean'),
    field('views', 'integer'),
    field('changed', 'datetime', { automatic: true }),
  ]),
};
const before = {
  id: 1,
  subject: 'A lamp',
  state: 'open',
  is_open: true,
  is_read: false,
  views: 4,
  changed: '2026-01-01',
};

test('a row that is not there any more is gone', () => {
  expect(changeOf(ticket, before, null)).toEqual({ gone: true, fields: [] });
});

test('a row that was never there is not', () => {
  expect(changeOf(ticket, null, null)).toEqual({ gone: false, fields: [] });
});

test('what a visit leaves behind is no turn', () => {
  const change = changeOf(ticket, before, { ...before, is_read: true, views: 5, changed: '2026-01-02' });
  expect(change.fields.map(({ field: { name } }) => name)).toEqual(['is_read', 'views', 'changed']);
  expect(turnedIn(change)).toEqual([]);
});

test('a state that was turned is one', () => {
  const change = changeOf(ticket, before, { ...before, state: 'closed', views: 5 });
  expect(turnedIn(change).map(({ field: { name }, after }) => [name, after])).toEqual([['state', 'closed']]);
});

describe('what the request brought', () => {
  const names = (after: Record<string, unknown>, sent: Record<string, unknown>): string[] =>
    writtenBy(changeOf(ticket, before, { ...before, ...after }), sent).map(({ field: { name } }) => name);

  test('a long text is recognised wherever it went', () => {
    expect(names({ subject: 'Re: mpabcdefgh' }, { text: 'mpabcdefgh' })).toEqual(['subject']);
  });
  test('a short one under its own name only', () => {
    expect(names({ views: 5 }, { stars: '5' })).toEqual([]);
    expect(names({ views: 5 }, { views: '5' })).toEqual(['views']);
    expect(names({ state: 'closed' }, { 'form-0-state': 'closed' })).toEqual(['state']);
  });
});
