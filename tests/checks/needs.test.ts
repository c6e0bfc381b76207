/** What a requirement waits for before it is judged. */
import { expect, test } from 'vitest';
import { needsOf } from '../../src/checks/requirements.ts';
import { requirementSchema } from '../../src/spec/schema.ts';

const needs = (requirement: object): string[] =>
  needsOf(requirementSchema.parse({ id: 'own', title: 'A requirement', points: 1, ...requirement }));
const links = { probe: 'links', as: 'alice', expect: { pages: 1 } };
const submit = { probe: 'submit', form: 'recipe.create', expect: { stored: true } };
const call = { probe: 'call', call: 'book.list', expect: { status: 200 } };

test.each<[string, object, string[]]>([
  ['nothing', { steps: [call, submit, links] }, []],
  [
    'what a step needs, once',
    {
      steps: [
        { ...call, needs: 'add' },
        { ...submit, needs: 'add' },
      ],
    },
    ['add'],
  ],
  [
    'every value of `each` that stands there',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: written so in a spec
    { steps: [{ ...call, needs: '${what}', each: { what: ['list', 'add'] } }] },
    ['list', 'add'],
  ],
  [
    'what it stands on',
    { 'stands-on': ['read', 'add'], steps: [{ ...submit, needs: 'add' }] },
    ['add', 'read'],
  ],
  ['what its links are counted apart from', { steps: [{ ...links, 'apart-from': ['read'] }] }, ['read']],
  [
    'not what blocks it where a role was not found',
    { 'when-unbound': { 'blocked-by': 'read' }, steps: [submit] },
    [],
  ],
])('%s', (_, requirement, expected) => {
  expect(needs(requirement)).toEqual(expected);
});
