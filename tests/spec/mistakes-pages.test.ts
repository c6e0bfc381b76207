/** Rows, and the pages that show them: one mistake at a time in `pages.yml`, with the full text that its author reads. */
import { type Case, readSpec, testMistakes } from './problems-of.ts';

const cases: Record<string, Case> = {
  'a given of an account': {
    from: 'id: mine, row: recipe',
    to: 'id: mine, row: login',
    says: [
      'library.yml:88:40: "login" is not a known content.',
      '  Allowed: recipe, review, kitchen',
      'library.yml:92:63: "mine" is not a known row of recipe.',
      '  Allowed: theirs',
      'library.yml:92:81: "mine" is not a known row.',
      '  Allowed: theirs',
      'library.yml:93:45: "mine" is not a known row of recipe.',
      '  Allowed: theirs',
    ],
  },
  'a given under nothing': {
    from: 'row: kitchen, of: alice, onto: old',
    to: 'row: kitchen, of: alice, under: old',
    says: [
      'library.yml:48:62: "kitchen" has no slot of the kind one, so its rows belong to none.',
      '  Add such a slot, or remove `under`.',
      'library.yml:61:17: "nordic" is attached to no row, from which its page could be found.',
      '  Add `onto` to the step "nordic".',
    ],
  },
  'a given under a row of another role': {
    from: '  - { probe: given, id: praise, row: review, of: bob, under: old, optional: true }\n      - { probe: given, id: nordic, row: kitchen, of: alice, onto: old }\n',
    to: '  - { probe: given, id: nordic, row: kitchen, of: alice, onto: old }\n      - { probe: given, id: praise, row: review, of: bob, under: nordic, optional: true }\n',
    says: ['library.yml:48:66: "nordic" is not a known row of recipe.', '  Allowed: old, many'],
  },
  'a given under a row that is not there': {
    from: 'under: old',
    to: 'under: odl',
    says: ['library.yml:47:66: "odl" is not a known row.', '  Allowed: old, many', '  Did you mean "old"?'],
  },
  'a given attached to nothing': {
    from: 'row: review, of: bob, under: old',
    to: 'row: review, of: bob, onto: old',
    says: [
      'library.yml:47:59: No slot of the kind many leads from "review" or to it, so its rows are attached to none.',
      '  Add such a slot, or remove `onto`.',
    ],
  },
  'a given attached to a row of another role': {
    from: 'row: kitchen, of: alice, onto: old',
    to: 'row: kitchen, of: alice, onto: praise',
    says: ['library.yml:48:68: "praise" is not a known row of recipe.', '  Allowed: old, many'],
  },
  'an unknown page': {
    from: 'page: recipe.list',
    to: 'page: recipe.lists',
    says: [
      'library.yml:50:31: `requirements[2].steps[6].page` must be a content role with list, detail, create or by-ROLE, such as `item.list`.',
    ],
  },
  'a list of what lives under another': {
    from: 'page: recipe.list',
    to: 'page: review.list',
    says: [
      'library.yml:50:31: "review.list" is not a known page.',
      '  Allowed: recipe.list, recipe.detail, recipe.create, recipe.by-kitchen',
      '  Did you mean "recipe.list"?',
    ],
  },
  'a page of what is attached': {
    from: 'page: recipe.list',
    to: 'page: kitchen.detail',
    says: [
      'library.yml:50:31: "kitchen.detail" is not a known page.',
      '  Allowed: recipe.list, recipe.detail, recipe.create, recipe.by-kitchen',
    ],
  },
  'a page by what is not attached': {
    from: 'page: recipe.by-kitchen',
    to: 'page: recipe.by-review',
    says: [
      'library.yml:60:15: "recipe.by-review" is not a known page.',
      '  Allowed: recipe.list, recipe.detail, recipe.create, recipe.by-kitchen',
      '  Did you mean "recipe.create"?',
    ],
  },
  'a visit to the login': {
    from: 'page: recipe.list',
    to: 'page: login',
    says: [
      'library.yml:50:31: `requirements[2].steps[6].page` must be a content role with list, detail, create or by-ROLE, such as `item.list`.',
    ],
  },
  'a page of a role alone': {
    from: 'page: recipe.list',
    to: 'page: recipe',
    says: [
      'library.yml:50:31: `requirements[2].steps[6].page` must be a content role with list, detail, create or by-ROLE, such as `item.list`.',
    ],
  },
  'a detail without a row': {
    from: 'page: recipe.detail\n        target: old',
    to: 'page: recipe.detail',
    says: [
      'library.yml:53:15: "recipe.detail" is the page of a row: of which?',
      '  Add `target`, the id of a `given` step with `row: recipe`.',
    ],
  },
  'a page of a label without a row': {
    from: '        target: nordic\n',
    to: '',
    says: [
      'library.yml:60:15: "recipe.by-kitchen" is the page of a row: of which?',
      '  Add `target`, the id of a `given` step with `row: kitchen`.',
    ],
  },
  'a page of a row of another role': {
    from: '        target: nordic\n',
    to: '        target: old\n',
    says: ['library.yml:61:17: "old" is not a known row of kitchen.', '  Allowed: nordic, arctic'],
  },
  'a page of a label that no row has': {
    from: 'row: kitchen, of: alice, onto: old',
    to: 'row: kitchen, of: alice',
    says: [
      'library.yml:61:17: "nordic" is attached to no row, from which its page could be found.',
      '  Add `onto` to the step "nordic".',
    ],
  },
  'a page compared with that of a label that no row has': {
    from: 'row: kitchen, of: bob, onto: many',
    to: 'row: kitchen, of: bob',
    says: [
      'library.yml:62:24: "arctic" is attached to no row, from which its page could be found.',
      '  Add `onto` to the step "arctic".',
    ],
  },
  'a list of one row': {
    from: 'page: recipe.list, standin',
    to: 'page: recipe.list, target: old, standin',
    says: [
      'library.yml:50:44: "recipe.list" is the same page for every row: `target` says nothing here.',
      '  Remove it.',
    ],
  },
  'a list of one row compared with that of another': {
    from: 'page: recipe.list, standin',
    to: 'page: recipe.list, compared-with: old, standin',
    says: [
      'library.yml:50:44: "recipe.list" is the same page for every row: `compared-with` says nothing here.',
      '  Remove it.',
    ],
  },
  'a page compared with nothing': {
    from: '        compared-with: arctic\n',
    to: '',
    says: [
      'library.yml:62:36: "compared many" needs `compared-with`, which is not here.',
      '  Add `compared-with`, the id of a `given` step.',
    ],
  },
  'another page that nothing is compared with': {
    from: 'compared many: less',
    to: 'shows many: false',
    says: [
      'library.yml:62:9: `compared-with` is for the query `compared`, which is not here.',
      '  Add `compared ROW` to `expect`, or remove it.',
    ],
  },
  'a page compared with that of a row of another role': {
    from: 'compared-with: arctic',
    to: 'compared-with: praise',
    says: ['library.yml:62:24: "praise" is not a known row of kitchen.', '  Allowed: nordic, arctic'],
  },
  'a comparison that has no such answer': {
    from: 'compared many: less',
    to: 'compared many: fewer',
    says: ['library.yml:63:51: "fewer" is not a known answer to "compared".', '  Allowed: more, less, same'],
  },
  'a step that stands on an unknown slot': {
    from: 'page: recipe.list, standin',
    to: 'page: recipe.list, slot: recipe.kitchen, standin',
    says: [
      'library.yml:50:50: "recipe.kitchen" is not a known slot.',
      '  Allowed: recipe.name, recipe.method, recipe.cook, recipe.address, recipe.written, recipe.kitchens, review.about, review.critic, review.text, kitchen.title',
      '  Did you mean "recipe.kitchens"?',
    ],
  },
  'an unknown stand-in': {
    from: 'standin: alice',
    to: 'standin: anonymous',
    says: ['library.yml:50:53: "anonymous" is not a known actor.', '  Allowed: alice, bob'],
  },
  'an unknown slot of a row': {
    from: 'shows old.method',
    to: 'shows old.methd',
    says: [
      'library.yml:56:19: "methd" is not a known text of this row.',
      '  Allowed: name, method',
      '  Did you mean "method"?',
    ],
  },
  'a slot of a row that holds no text': {
    from: 'shows old.method',
    to: 'shows old.cook',
    says: ['library.yml:56:19: "cook" is not a known text of this row.', '  Allowed: name, method'],
  },
  'an unknown way of templates': {
    from: 'template: extends',
    to: 'template: extended',
    says: [
      'library.yml:56:83: "extended" is not a known answer to "template".',
      '  Allowed: none, plain, extends',
      '  Did you mean "extends"?',
    ],
  },
};

testMistakes(await readSpec('pages.yml'), cases);
