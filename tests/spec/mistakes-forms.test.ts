/** Forms, and what is sent in them: one mistake at a time in `pages.yml`, with the full text that its author reads. */
import { type Case, readSpec, testMistakes } from './problems-of.ts';

const cases: Record<string, Case> = {
  'a form that is a page': {
    from: 'form: review.create',
    to: 'form: review.detail',
    says: [
      'library.yml:80:44: `requirements[3].steps[6].form` must be `login`, or a content role with create, such as `item.create`.',
    ],
  },
  'a form of what is attached': {
    from: 'form: review.create',
    to: 'form: kitchen.create',
    says: [
      'library.yml:80:44: "kitchen.create" is not a known form.',
      '  Allowed: login, recipe.create, review.create',
    ],
  },
  'a form of the sign-up': {
    from: 'form: login',
    to: 'form: sign-up',
    says: [
      'library.yml:81:40: "sign-up" is not a known form.',
      '  Allowed: login, recipe.create, review.create',
    ],
  },
  'a form without the row on whose page it stands': {
    from: 'form: review.create, target: own',
    to: 'form: review.create',
    says: [
      'library.yml:80:44: The form of "review" stands on the page of a row of recipe: of which?',
      '  Add `target`, the id of a `given` step with `row: recipe`.',
    ],
  },
  'a form on the page of a row of another role': {
    from: 'form: review.create, target: own',
    to: 'form: review.create, target: hot',
    says: ['library.yml:80:67: "hot" is not a known row of recipe.', '  Allowed: own'],
  },
  'a row for a form with a page of its own': {
    from: 'id: long, form',
    to: 'id: long, target: own, form',
    says: [
      'library.yml:78:36: The form of "recipe" has a page of its own: `target` says nothing here.',
      '  Remove it.',
    ],
  },
  'a login of somebody who is signed in': {
    from: 'form: login,',
    to: 'form: login, as: alice,',
    says: [
      'library.yml:81:51: Who logs in is not signed in yet.',
      '  Remove `as`, or write `as: anonymous`.',
    ],
  },
  'a login with what is for contents': {
    from: 'form: login,',
    to: 'form: login, target: own, send: { markup: texts },',
    says: [
      'library.yml:81:47: `target` is for the form of a content.',
      '  Remove it.',
      'library.yml:81:60: `send` is for the form of a content.',
      '  Remove it.',
    ],
  },
  'a login that stores': {
    from: 'signed-in: false',
    to: 'stored: false',
    says: [
      'library.yml:81:72: "stored" is about what was written, and a login writes nothing.',
      '  Use one of status, signed-in, complaint, crashed.',
    ],
  },
  'an overlong text in no slot': {
    from: 'fault: overlong, slot: name',
    to: 'fault: overlong',
    says: ['library.yml:78:76: In which slot is the fault?', '  Add `slot`.'],
  },
  'an overlong date': {
    from: 'slot: name',
    to: 'slot: written',
    says: [
      'library.yml:78:99: "written" is not a known slot with a text.',
      '  Allowed: name, method, address',
    ],
  },
  'a slot for an empty form': {
    from: 'fault: overlong, slot: name',
    to: 'fault: empty, slot: name',
    says: [
      'library.yml:78:90: `slot` says where the fault `overlong` is put: here it says nothing.',
      '  Remove it, or add `fault: overlong`.',
    ],
  },
  'a slot alone': {
    from: 'fault: overlong, slot: name',
    to: 'slot: name',
    says: [
      'library.yml:78:76: `slot` says where the fault `overlong` is put: here it says nothing.',
      '  Remove it, or add `fault: overlong`.',
    ],
  },
  'an unknown fault': {
    from: 'fault: overlong',
    to: 'fault: missing',
    says: [
      'library.yml:78:83: `requirements[3].steps[4].send.fault` must be one of empty, overlong, but "missing" was found.',
      '  Allowed: empty, overlong',
    ],
  },
  'two changes': {
    from: '{ author: bob }, expect',
    to: '{ author: bob, markup: texts }, expect',
    says: [
      'library.yml:79:79: A form is sent with one change at a time, but here are author and markup.',
      '  Make a step for each.',
    ],
  },
  'an unknown author': {
    from: 'send: { author: bob }',
    to: 'send: { author: anonymous }',
    says: ['library.yml:79:74: "anonymous" is not a known actor.', '  Allowed: alice, bob'],
  },
  'an author of what has none': {
    from: '      cook: { kind: user, label: cook }\n',
    to: '',
    says: [
      'library.yml:76:33: "recipe" has no slot of the kind user or person, so nobody is its author.',
      '  Add such a slot, or remove `author`.',
      'library.yml:78:66: "recipe" has no slot of the kind user or person, so nobody is its author.',
      '  Add such a slot, or remove `author`.',
      'library.yml:78:91: "recipe" has no slot of the kind user or person, so nobody is its author.',
      '  Add such a slot, or remove `author`.',
      'library.yml:91:53: "cook" is not a known slot to search by.',
      '  Allowed: name, method',
    ],
  },
  'a label of another role': {
    from: 'rows: [hot]',
    to: 'rows: [hot, own]',
    says: ['library.yml:76:29: "own" is not a known row of kitchen.', '  Allowed: hot'],
  },
  'a label for what has none': {
    from: 'form: review.create, target: own,',
    to: 'form: review.create, target: own, send: { rows: [hot] },',
    says: [
      'library.yml:80:80: "review" has no slot of the kind many, so its form takes no rows.',
      '  Add such a slot, or remove `rows`.',
    ],
  },
  'an author that is nobody of the test': {
    from: 'author: { not: bob }',
    to: 'author: { not: bbo }',
    says: [
      'library.yml:79:106: "bbo" is not a known answer to "author".',
      '  Allowed: alice, bob, nobody, somebody else, unrecorded',
      '  Did you mean "bob"?',
    ],
  },
  'a row that it cannot belong to': {
    from: 'belongs hot',
    to: 'belongs own',
    says: ['library.yml:77:48: "own" is not a known row.', '  Allowed: hot'],
  },
};

testMistakes(await readSpec('pages.yml'), cases);
