/** Roles of a site, and what it means that one was not found: one mistake at a time in `pages.yml`, with the full text that its author reads. */
import { type Case, readSpec, testMistakes } from './problems-of.ts';

const cases: Record<string, Case> = {
  'sign-up under another name': {
    from: 'sign-up: {',
    to: 'signup: {',
    says: [
      'library.yml:7:3: The role account.sign-up is always called "sign-up".',
      '  Write "sign-up: { role: account.sign-up }".',
    ],
  },
  'login under another name': {
    from: '  login: {',
    to: '  log-in: {',
    says: [
      'library.yml:8:3: The role account.login is always called "login".',
      '  Write "login: { role: account.login }".',
      'library.yml:81:40: "login" is not a known form.',
      '  Allowed: log-in, recipe.create, review.create',
      '  Did you mean "log-in"?',
    ],
  },
  'a role of an API in an exercise with pages': {
    from: 'login: { role: account.login }',
    to: 'login: { role: account.login }\n  token: { role: account.token }',
    says: [
      'library.yml:9:18: An exercise with pages has no role account.token, which is for an API.',
      '  Use content, surface, account.sign-up, account.login.',
    ],
  },
  'a slot that leads somewhere': {
    from: 'kind: text, label: name',
    to: 'kind: text, to: kitchen, label: name',
    says: [
      'library.yml:13:27: A slot of the kind text leads nowhere.',
      '  Remove `to`, or write `kind: one` or `kind: many`.',
    ],
  },
  'a one that leads nowhere': {
    from: 'kind: one, to: recipe',
    to: 'kind: one',
    says: [
      'library.yml:23:22: Which role does a slot of the kind one lead to?',
      '  Add `to`, one of recipe, kitchen.',
    ],
  },
  'a many that leads nowhere': {
    from: 'kind: many, to: kitchen',
    to: 'kind: many',
    says: [
      'library.yml:18:25: Which role does a slot of the kind many lead to?',
      '  Add `to`, one of review, kitchen.',
    ],
  },
  'a slot that leads to a role that is not there': {
    from: 'to: kitchen',
    to: 'to: kitchn',
    says: [
      'library.yml:18:35: "kitchn" is not a known content.',
      '  Allowed: review, kitchen',
      '  Did you mean "kitchen"?',
    ],
  },
  'a slot that leads to an account': {
    from: 'to: recipe',
    to: 'to: login',
    says: ['library.yml:23:31: "login" is not a known content.', '  Allowed: recipe, kitchen'],
  },
  'a slot that leads to its own role': {
    from: 'to: recipe',
    to: 'to: review',
    says: [
      'library.yml:23:31: A slot of "review" leads to another role, not to its own.',
      '  Write one of recipe, kitchen.',
    ],
  },
  'a one that leads to a role below': {
    from: 'to: recipe',
    to: 'to: kitchen',
    says: [
      'library.yml:23:31: "kitchen" stands below "review", so its model is not known when this slot is looked for.',
      '  Move the role "kitchen" above "review".',
    ],
  },
  'blocked by nothing': {
    from: 'blocked-by: read',
    to: 'blocked-by: reed',
    says: [
      'library.yml:66:33: "reed" is not a known requirement.',
      '  Allowed: model, read, manage',
      '  Did you mean "read"?',
    ],
  },
  'blocked by itself': {
    from: 'blocked-by: read',
    to: 'blocked-by: write',
    says: [
      'library.yml:66:33: The requirement "write" is blocked by itself.',
      '  Name one that fails where the role was not found.',
    ],
  },
  'blocked in a circle': {
    from: '  - id: read\n',
    to: '  - id: read\n    when-unbound: { blocked-by: write }\n',
    says: [
      'library.yml:42:33: The requirement "read" is blocked by itself, through "write".',
      '  Name one that fails where the role was not found.',
      'library.yml:67:33: The requirement "write" is blocked by itself, through "read".',
      '  Name one that fails where the role was not found.',
    ],
  },
  'a requirement that stands on nothing': {
    from: 'stands-on: [model]',
    to: 'stands-on: [model, reed]',
    says: [
      'library.yml:67:24: "reed" is not a known requirement.',
      '  Allowed: model, read, write, manage',
      '  Did you mean "read"?',
    ],
  },
  'a requirement that stands on itself': {
    from: '  - id: read\n',
    to: '  - id: read\n    stands-on: [read]\n',
    says: [
      'library.yml:41:9: The requirement "read" waits for itself.',
      '  Remove one of the `needs`, `stands-on` or `apart-from` of the circle.',
    ],
  },
  'a word for when-unbound': {
    from: '{ blocked-by: read }',
    to: 'inconclusve',
    says: [
      'library.yml:66:19: `requirements[3].when-unbound` must be `fail` or `inconclusive` or a group of `name: value` lines, but "inconclusve" was found.',
      '  Allowed: `fail` or `inconclusive`, a group of `name: value` lines',
    ],
  },
};

testMistakes(await readSpec('pages.yml'), cases);
