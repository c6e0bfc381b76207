import { expect, test } from 'vitest';
import { isHeldBack } from '../../src/attack/publicity.ts';
import { field, model } from '../bind/small-facts.ts';

const status = field('status', 'choice', { choices: ['draft', 'published'] });

test.each([
  ['a status', [status], { status: 'draft' }, true],
  ['a status that is public', [status], { status: 'published' }, false],
  ['a flag that hides', [field('is_hidden', 'boolean')], { is_hidden: true }, true],
  ['a flag that shows', [field('approved', 'boolean')], { approved: false }, true],
  ['a flag that says something else', [field('is_urgent', 'boolean')], { is_urgent: true }, null],
  [
    'a status of an order',
    [field('status', 'choice', { choices: ['pending', 'paid'] })],
    { status: 'pending' },
    null,
  ],
])('%s', (_, fields, values, expected) => {
  expect(isHeldBack(model('a.Thing', fields), values)).toBe(expected);
});
