/** Hints, the admin, and steps that are not for pages: one mistake at a time in `pages.yml`, with the full text that its author reads. */
import { type Case, readSpec, testMistakes } from './problems-of.ts';

const cases: Record<string, Case> = {
  'an author in a hint': {
    from: 'author: bob }, say',
    to: 'author: carol }, say',
    says: [
      'library.yml:83:27: "carol" is not a known answer to "author".',
      '  Allowed: alice, bob, nobody, somebody else, unrecorded',
    ],
  },
  'an admin of an account': {
    from: 'of: kitchen, expect',
    to: 'of: login, expect',
    says: ['library.yml:91:29: "login" is not a known content.', '  Allowed: recipe, review, kitchen'],
  },
  'a search for a row of another role': {
    from: 'search: { slot: cook, of: mine }',
    to: 'search: { slot: cook, of: side }',
    says: [
      'library.yml:92:63: "side" is not a known row of recipe.',
      '  Allowed: mine, theirs',
      '  Did you mean "mine"?',
    ],
  },
  'a search by what cannot be typed': {
    from: 'slot: cook',
    to: 'slot: kitchens',
    says: [
      'library.yml:92:53: "kitchens" is not a known slot to search by.',
      '  Allowed: name, method, cook',
    ],
  },
  'a filter that keeps a row of another role': {
    from: 'keeps: [mine]',
    to: 'keeps: [mine, side]',
    says: [
      'library.yml:93:51: "side" is not a known row of recipe.',
      '  Allowed: mine, theirs',
      '  Did you mean "mine"?',
    ],
  },
  'a filter that hides an unknown row': {
    from: 'hides: [theirs]',
    to: 'hides: [thiers]',
    says: [
      'library.yml:93:60: "thiers" is not a known row.',
      '  Allowed: mine, theirs',
      '  Did you mean "theirs"?',
    ],
  },
  'a filter that keeps nothing': {
    from: 'keeps: [mine], ',
    to: '',
    says: [
      'library.yml:93:37: A filter that hides rows must leave others: which?',
      '  Add `keeps`.',
      'library.yml:93:64: "filter" needs `keeps`, which is not here.',
      '  Add `keeps`.',
    ],
  },
  'a search that filters': {
    from: 'keeps: [mine],',
    to: 'search: { slot: name, of: mine }, keeps: [mine],',
    says: ['library.yml:93:71: A step searches or filters, not both.', '  Make a step for each.'],
  },
  'found without a search': {
    from: 'managed: true',
    to: 'finds side: true',
    says: ['library.yml:91:48: "finds side" needs `search`, which is not here.', '  Add `search`.'],
  },
  'a row of another role that is found': {
    from: 'finds mine',
    to: 'finds side',
    says: [
      'library.yml:92:81: "side" is not a known row.',
      '  Allowed: mine, theirs',
      '  Did you mean "mine"?',
    ],
  },
  'a filter without rows': {
    from: 'managed: true',
    to: 'filter: { exists: true }',
    says: ['library.yml:91:48: "filter" needs `keeps`, which is not here.', '  Add `keeps`.'],
  },
  'links of nobody': {
    from: 'probe: links, as: alice',
    to: 'probe: links, as: anonymous',
    says: ['library.yml:94:29: "anonymous" is not a known actor.', '  Allowed: alice, bob'],
  },
  'links apart from those of nothing': {
    from: 'apart-from: [read]',
    to: 'apart-from: [read, writing]',
    says: [
      'library.yml:94:55: "writing" is not a known requirement.',
      '  Allowed: model, read, write, manage',
      '  Did you mean "write"?',
    ],
  },
  'links apart from those of its own requirement': {
    from: 'apart-from: [read]',
    to: 'apart-from: [manage]',
    says: [
      'library.yml:84:9: The requirement "manage" waits for itself.',
      '  Remove one of the `needs`, `stands-on` or `apart-from` of the circle.',
    ],
  },
  'findings that belong to nothing': {
    from: '- { probe: links, as: alice, apart-from: [read], expect: { dead | count: 0 } }',
    to: '- { probe: tool, tool: bandit, elsewhere: { reads: [B608] }, expect: { findings | count: 0 } }',
    says: [
      'library.yml:94:51: "reads" is not a known requirement.',
      '  Allowed: model, read, write, manage',
      '  Did you mean "read"?',
    ],
  },
  'a call of a content': {
    from: '- { probe: links, as: alice, apart-from: [read], expect: { dead | count: 0 } }',
    to: '- { probe: call, call: recipe.create, as: alice, expect: { status: 200 } }',
    says: [
      'library.yml:94:30: "recipe" is a role of pages, which has no calls.',
      '  Use a step `visit`, `submit` or `admin`.',
    ],
  },
  'a throttle of a login': {
    from: '- { probe: links, as: alice, apart-from: [read], expect: { dead | count: 0 } }',
    to: '- { probe: throttle, calls: [login], as: alice, other: bob, expect: { limited: true } }',
    says: [
      'library.yml:94:36: "login" is a role of pages, which has no calls.',
      '  Use a step `visit`, `submit` or `admin`.',
    ],
  },
  'facts of an account': {
    from: 'role: recipe\n        expect',
    to: 'role: login\n        expect',
    says: ['library.yml:37:15: "login" is not a known content.', '  Allowed: recipe, review, kitchen'],
  },
  'facts about no role': {
    from: 'role: recipe\n        expect',
    to: 'expect',
    says: [
      'library.yml:37:19: "slot" is about a role: about which?',
      '  Add `role`.',
      'library.yml:37:51: "unmistakable" is about a role: about which?',
      '  Add `role`.',
    ],
  },
  'facts about the routes of a content': {
    from: 'slot address: { exists: true }',
    to: 'pagination: { exists: true }',
    says: ['library.yml:38:19: "pagination" is about the routes of an API.', '  Remove it.'],
  },
  'an unknown kind of migrations': {
    from: 'migrations missing',
    to: 'migrations mising',
    says: [
      'library.yml:40:19: "mising" is not a known argument of "migrations".',
      '  Allowed: missing, absent, broken, conflicting',
      '  Did you mean "missing"?',
    ],
  },
  'a required that is false': {
    from: 'required: true',
    to: 'required: false',
    says: [
      'library.yml:58:19: `requirements[2].steps[8].required` must be `true`, but false was found.',
      '  Allowed: true',
    ],
  },
  'a count that is none': {
    from: 'count: page',
    to: 'count: pages',
    says: [
      'library.yml:46:64: `requirements[2].steps[2].count` must be a number or `page`, but "pages" was found.',
      '  Allowed: a number, `page`',
    ],
  },
};

testMistakes(await readSpec('pages.yml'), cases);
