// biome-ignore-all lint/suspicious/noTemplateCurlyInString: specs stand for values of `each` like that
/**
 * Every kind of mistake that a spec can have, one at a time in `valid.yml`, with the full text that its author reads:
 * file, line, column, what was found, what is allowed, what to do.
 */
import { requirementSchema } from '../../src/spec/schema.ts';
import { CALL_QUERIES, callStep, FACTS_QUERIES } from '../../src/spec/steps.ts';
import { type Case, readSpec, testMistakes } from './problems-of.ts';

const cases: Record<string, Case> = {
  'an unknown key': {
    from: 'points: 5',
    to: 'pionts: 5',
    says: [
      'library.yml:19:5: `pionts` is not a name that `requirements[1]` knows.',
      `  Allowed: ${Object.keys(requirementSchema.shape).join(', ')}`,
      '  Did you mean `points`?',
    ],
  },
  'an unknown key of a step': {
    from: 'as: alice\n        target: own',
    to: 'by: alice\n        target: own',
    says: [
      'library.yml:53:9: `by` is not a name that `requirements[3].steps[2]` knows.',
      `  Allowed: ${Object.keys(callStep.shape).join(', ')}`,
      '  Remove it, or use one of the allowed names.',
    ],
  },
  'an unknown key of a predicate': {
    from: 'between: [400, 499]',
    to: 'betwen: [400, 499]',
    says: [
      'library.yml:39:29: `betwen` is not a name that `requirements[2].steps[2].expect.status` knows.',
      '  Allowed: equals, not, in, between, atLeast, atMost, contains, exists, is',
      '  Did you mean `between`?',
    ],
  },
  'a missing key': {
    from: 'title: A library with books\n',
    to: '',
    says: ['library.yml:1:1: `title` is missing: it must be text.', '  Allowed: text'],
  },
  'a wrong type': {
    from: 'points: 10\n    steps:\n      - { probe',
    to: 'points: ten\n    steps:\n      - { probe',
    says: [
      'library.yml:46:13: `requirements[3].points` must be a number, but "ten" was found.',
      '  Allowed: a number',
    ],
  },
  'negative points': {
    from: 'points: 5',
    to: 'points: -5',
    says: [
      'library.yml:19:13: `requirements[1].points` must be at least 0, but -5 was found.',
      '  Allowed: at least 0',
    ],
  },
  'a name with capitals': {
    from: 'id: model',
    to: 'id: Model',
    says: [
      'library.yml:17:9: `requirements[1].id` must be lower-case letters, digits and hyphens, beginning with a letter, such as `rate-limit`.',
    ],
  },
  'an unknown kind of slot': {
    from: 'kind: text',
    to: 'kind: string',
    says: [
      'library.yml:14:21: `roles.book.slots.name.kind` must be one of text, longtext, boolean, datetime, user, person, slug, one, many, but "string" was found.',
      '  Allowed: text, longtext, boolean, datetime, user, person, slug, one, many',
    ],
  },
  'an unknown kind of role': {
    from: 'role: account.token',
    to: 'role: account.tokn',
    says: [
      'library.yml:9:18: `roles.token.role` must be one of resource, content, account.register, account.token, account.sign-up, account.login, surface, but "account.tokn" was found.',
      '  Allowed: resource, content, account.register, account.token, account.sign-up, account.login, surface',
      '  Did you mean `account.token`?',
    ],
  },
  'an unknown probe': {
    from: 'probe: throttle',
    to: 'probe: trottle',
    says: [
      'library.yml:56:16: `requirements[3].steps[3].probe` must be one of call, given, facts, throttle, visit, submit, admin, links, attack, tool, deploy, document, but "trottle" was found.',
      '  Allowed: call, given, facts, throttle, visit, submit, admin, links, attack, tool, deploy, document',
      '  Did you mean `throttle`?',
    ],
  },
  'a step without a probe': {
    from: '- probe: facts\n        role',
    to: '- role',
    says: [
      'library.yml:21:9: `requirements[1].steps[1].probe` is missing.',
      '  Allowed: call, given, facts, throttle, visit, submit, admin, links, attack, tool, deploy, document',
    ],
  },
  'a query that the probe does not offer': {
    from: 'limited: true',
    to: 'stored: true',
    says: [
      'library.yml:60:19: "stored" cannot be asked here.',
      '  Allowed: limited, status, retry-after, other-client',
    ],
  },
  'a misspelt query': {
    from: 'slot name:',
    to: 'slots name:',
    says: [
      'library.yml:23:19: "slots" cannot be asked here.',
      `  Allowed: ${FACTS_QUERIES.join(', ')}`,
      '  Did you mean "slot"?',
    ],
  },
  'text that is no query': {
    from: 'exists account: true',
    to: '"?": true',
    says: [
      'library.yml:32:37: "?" is not a query: write a name such as status, body, header NAME or json $.path.',
    ],
  },
  'an unknown filter': {
    from: 'exists account: true',
    to: 'body | upper: X',
    says: ['library.yml:32:46: "upper" is not a filter; there are count, lower, integer, first.'],
  },
  'an empty predicate': {
    from: '{ exists: true }',
    to: '{}',
    says: [
      'library.yml:23:30: `requirements[1].steps[1].expect.slot name` must be a value, or a group with at least one of equals, not, in, between, atLeast, atMost, contains, exists, is.',
    ],
  },
  'a range of one number': {
    from: 'between: [400, 499]',
    to: 'between: [400]',
    says: [
      'library.yml:39:38: `requirements[2].steps[2].expect.status.between` must be a list of at least 2 items, but a list was found.',
      '  Allowed: a list of at least 2 items',
    ],
  },
  'two names in each': {
    from: '{ fault: [missing, overlong] }',
    to: '{ fault: [missing], word: [a] }',
    says: ['library.yml:35:15: `requirements[2].steps[2].each` must be one name with a list of values.'],
  },
  'a fault that is none': {
    from: 'fault: "${fault}"',
    to: 'fault: missin',
    says: [
      'library.yml:38:24: `requirements[2].steps[2].send.fault` must be one of missing, null, overlong, wrong-type, elsewhere, or ${x} for a value of `each`.',
    ],
  },
  'no steps': {
    from: 'steps:\n      - probe: facts\n        role: book\n        expect: { slot name: { exists: true } }',
    to: 'steps: []',
    says: [
      'library.yml:20:12: `requirements[1].steps` must be a list of at least 1 item, but an empty list was found.',
      '  Allowed: a list of at least 1 item',
    ],
  },
  'a hint that says nothing': {
    from: 'say: Check the input before you save it.',
    to: 'say: Oh no.',
    says: [
      'library.yml:43:14: `requirements[2].hints[1].say` must be text of at least 10 characters, but "Oh no." was found.',
      '  Allowed: text of at least 10 characters',
    ],
  },
  'the same key twice': {
    from: 'points: 5',
    to: 'points: 5\n    points: 6',
    says: [
      'library.yml:20:5: This is not valid YAML: Map keys must be unique.',
      '  The same name stands twice in one group: keep one of the two.',
    ],
  },
  'a tab': {
    from: '    points: 5',
    to: '	points: 5',
    says: [
      'library.yml:19:1: This is not valid YAML: Tabs are not allowed as indentation.',
      '  Indent with spaces, not with tabs.',
    ],
  },
  'an open bracket': {
    from: 'actors: [alice, bob]',
    to: 'actors: [alice, bob',
    says: [
      'library.yml:7:1: This is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ].',
      '  Check the indentation of this line against the lines above.',
    ],
  },
  'a requirement without points': {
    from: '    points: 5\n',
    to: '',
    says: [
      'library.yml:17:9: The requirement "model" has no points.',
      '  Add `points`, or `advice: true` for one that is not counted.',
    ],
  },
  'points for advice': {
    from: 'points: 5',
    to: 'points: 5\n    advice: true',
    says: [
      'library.yml:19:13: Advice is never counted, so it takes no points.',
      '  Remove `points` or `advice`.',
    ],
  },
  'the same requirement twice': {
    from: 'id: read',
    to: 'id: add',
    says: [
      'library.yml:4:25: The roadmap asks for "read", but no requirement checks it.',
      '  Add a requirement with this id.',
      'library.yml:44:9: The requirement "add" is here twice.',
      '  Give each requirement an id of its own.',
    ],
  },
  'an id of the roadmap that nothing checks': {
    from: '[model, add, read]',
    to: '[model, add, read, lend]',
    says: [
      'library.yml:4:31: The roadmap asks for "lend", but no requirement checks it.',
      '  Add a requirement with this id.',
    ],
  },
  'a requirement that the roadmap does not ask for': {
    from: 'id: model',
    to: 'id: modle',
    says: [
      'library.yml:4:13: The roadmap asks for "model", but no requirement checks it.',
      '  Add a requirement with this id.',
      'library.yml:17:9: "modle" is not a known id of the catalogue.',
      '  Allowed: model, add, read',
      '  Did you mean "model"?',
    ],
  },
  'a requirement that only prepares': {
    from: '- probe: facts\n        role: book\n        expect: { slot name: { exists: true } }',
    to: '- { probe: given, id: one, row: book, of: alice }',
    says: [
      'library.yml:21:7: Nothing decides the requirement "model": its steps only prepare rows.',
      '  Add a step with `expect`.',
    ],
  },
  'an account role under another name': {
    from: 'token: { role: account.token }',
    to: 'login: { role: account.token }',
    says: [
      'library.yml:9:3: The role account.token is always called "token".',
      '  Write "token: { role: account.token }".',
      'library.yml:57:28: "token" is not a known role.',
      '  Allowed: register, login, book',
    ],
  },
  'a role of pages in an exercise of an API': {
    from: 'token: { role: account.token }',
    to: 'token: { role: account.token }\n  login: { role: account.login }',
    says: [
      'library.yml:10:18: The role account.login is for pages, and this exercise has no role content or surface.',
      '  Use resource, account.register, account.token.',
    ],
  },
  'a slot that leads to no content': {
    from: 'owner: { kind: user,',
    to: 'owner: { kind: one, to: shelf,',
    says: [
      'library.yml:15:22: A resource has no slots of the kind one: those are for pages.',
      '  Leave this slot out: a row that it needs is made by itself.',
    ],
  },
  'a status that is a word': {
    from: 'status: 201, exists',
    to: 'status: 2xx, exists',
    says: [
      'library.yml:32:27: A status is a number, not "2xx".',
      '  Write 201, { in: [200, 201] } or { between: [200, 299] }.',
    ],
  },
  'a resource by which no row is recognised': {
    from: 'name: { kind: text',
    to: 'name: { kind: slug',
    says: [
      'library.yml:13:5: "book" has no slot of the kind text or longtext, so its rows could not be recognised.',
      '  Add one, such as a title or a note.',
    ],
  },
  'rows of an API under others': {
    from: 'row: book, of: alice',
    to: 'row: book, of: alice, count: 3, days-old: 4, optional: true',
    says: [
      'library.yml:48:56: `count` is for rows of a role content: here it says nothing.',
      '  Remove it.',
      'library.yml:48:66: `days-old` is for rows of a role content: here it says nothing.',
      '  Remove it.',
      'library.yml:48:79: `optional` is for rows of a role content: here it says nothing.',
      '  Remove it.',
    ],
  },
  'an owner that is nobody': {
    from: 'expect: { shows own: true }',
    to: 'expect: { owner: { in: [alice, bbo] } }',
    says: [
      'library.yml:55:40: "bbo" is not a known answer to "owner".',
      '  Allowed: alice, bob',
      '  Did you mean "bob"?',
    ],
  },
  'an unknown role': {
    from: 'call: register',
    to: 'call: regster',
    says: [
      'library.yml:30:15: "regster" is not a known role.',
      '  Allowed: register, token, book',
      '  Did you mean "register"?',
    ],
  },
  'an unknown role in facts': {
    from: '- probe: facts\n        role: book',
    to: '- probe: facts\n        role: books',
    says: [
      'library.yml:22:15: "books" is not a known resource.',
      '  Allowed: book',
      '  Did you mean "book"?',
    ],
  },
  'an unknown operation': {
    from: 'call: book.create',
    to: 'call: book.creat',
    says: [
      'library.yml:36:15: "book.creat" is not a known operation.',
      '  Allowed: book.list, book.create, book.retrieve, book.update, book.delete, book.protected, book.other, book.claimed',
      '  Did you mean "book.create"?',
    ],
  },
  'an operation of an account': {
    from: 'call: register',
    to: 'call: register.create',
    says: ['library.yml:30:15: "register.create" is not a known operation.', '  Allowed: register'],
  },
  'a resource without an operation': {
    from: 'call: book.create',
    to: 'call: book',
    says: [
      'library.yml:36:15: "book" is not a known call.',
      '  Allowed: book.list, book.create, book.retrieve, book.update, book.delete, book.protected, book.other, book.claimed',
    ],
  },
  'an unknown operation in each': {
    from: '[list, retrieve]',
    to: '[list, retreive]',
    says: [
      'library.yml:50:35: "book.retreive" is not a known operation.',
      '  Allowed: book.list, book.create, book.retrieve, book.update, book.delete, book.protected, book.other, book.claimed',
      '  Did you mean "book.retrieve"?',
    ],
  },
  'an unknown call of a throttle': {
    from: '[book.list, token]',
    to: '[book.list, tokn]',
    says: [
      'library.yml:57:28: "tokn" is not a known role.',
      '  Allowed: register, token, book',
      '  Did you mean "token"?',
    ],
  },
  'an unknown actor': {
    from: 'as: alice\n        send',
    to: 'as: alicia\n        send',
    says: [
      'library.yml:37:13: "alicia" is not a known actor.',
      '  Allowed: anonymous, alice, bob',
      '  Did you mean "alice"?',
    ],
  },
  'an unknown other client': {
    from: 'other: bob',
    to: 'other: anonymous',
    says: ['library.yml:59:16: "anonymous" is not a known actor.', '  Allowed: alice, bob'],
  },
  'an unknown owner of a row': {
    from: 'of: alice',
    to: 'of: carol',
    says: ['library.yml:48:49: "carol" is not a known actor.', '  Allowed: alice, bob'],
  },
  'an unknown resource of a row': {
    from: 'row: book',
    to: 'row: boook',
    says: [
      'library.yml:48:39: "boook" is not a known resource.',
      '  Allowed: book',
      '  Did you mean "book"?',
    ],
  },
  'an unknown row in the URL': {
    from: 'target: own',
    to: 'target: one',
    says: ['library.yml:54:17: "one" is not a known row.', '  Allowed: own'],
  },
  'a row that comes later': {
    from: '      - { probe: given, id: own, row: book, of: alice }\n',
    to: '',
    says: [
      'library.yml:53:17: "own" is not a known row.',
      '  Add a step such as { probe: given, id: own, row: ROLE, of: ACTOR } before this one.',
      'library.yml:54:19: "own" is not a known row.',
      '  Add a step such as { probe: given, id: own, row: ROLE, of: ACTOR } before this one.',
    ],
  },
  'a call that needs a row': {
    from: 'call: book.create',
    to: 'call: book.delete',
    says: [
      'library.yml:36:15: "book.delete" needs a row to ask for.',
      '  Add a step such as { probe: given, id: own, row: ROLE, of: ACTOR } before this one.',
    ],
  },
  'an unknown requirement in needs': {
    from: 'needs: add',
    to: 'needs: adding',
    says: ['library.yml:51:16: "adding" is not a known requirement.', '  Allowed: model, add, read'],
  },
  'a circle': {
    from: 'id: bad\n',
    to: 'id: bad\n        needs: read\n',
    says: [
      'library.yml:24:9: The requirement "add" waits for itself.',
      '  Remove one of the `needs`, `stands-on` or `apart-from` of the circle.',
      'library.yml:45:9: The requirement "read" waits for itself.',
      '  Remove one of the `needs`, `stands-on` or `apart-from` of the circle.',
    ],
  },
  'an unknown slot': {
    from: 'slot name:',
    to: 'slot title:',
    says: ['library.yml:23:19: "title" is not a known slot.', '  Allowed: name, owner'],
  },
  'an unknown slot of a fault': {
    from: 'slot: name }',
    to: 'slot: nme }',
    says: [
      'library.yml:38:42: "nme" is not a known slot.',
      '  Allowed: name, owner',
      '  Did you mean "name"?',
    ],
  },
  'a fault without a slot': {
    from: '"${fault}", slot: name',
    to: '"${fault}"',
    says: ['library.yml:38:24: In which slot is the fault?', '  Add `slot`.'],
  },
  'a slot for a fault that is put elsewhere': {
    from: '"${fault}", slot: name',
    to: 'elsewhere, slot: name',
    says: [
      'library.yml:35:17: Nothing uses ${fault}, so every turn would do the same.',
      '  Put ${fault} where the values belong.',
      'library.yml:38:41: The fault `elsewhere` is put in every field that is no slot.',
      '  Remove `slot`, or choose another fault.',
    ],
  },
  'an unknown fault in each': {
    from: '[missing, overlong]',
    to: '[missing, overlng]',
    says: [
      'library.yml:35:34: "overlng" is not a known fault.',
      '  Allowed: missing, null, overlong, wrong-type, elsewhere',
      '  Did you mean "overlong"?',
    ],
  },
  'an unknown person': {
    from: 'account: fresh',
    to: 'account: frsh',
    says: [
      'library.yml:31:26: "frsh" is not a known person.',
      '  Allowed: fresh, alice, bob',
      '  Did you mean "fresh"?',
    ],
  },
  'an account in a call of a resource': {
    from: 'fault: "${fault}", slot: name',
    to: 'fault: "${fault}", slot: name, account: alice',
    says: [
      'library.yml:38:48: `account` is for calls that register or sign in: here it says nothing.',
      '  Remove it.',
    ],
  },
  'a fault in a call of an account': {
    from: 'send: { account: fresh }',
    to: 'send: { account: fresh, malformed: true }',
    says: [
      'library.yml:31:33: `malformed` is for calls that create a row: here it says nothing.',
      '  Remove it.',
    ],
  },
  'a changed token for an account': {
    from: 'call: register',
    to: 'call: register\n        token: unsigned',
    says: ['library.yml:31:16: `token` needs a call of a resource.', '  Remove it.'],
  },
  'an unknown row in a query': {
    from: 'shows own',
    to: 'shows ours',
    says: ['library.yml:55:19: "ours" is not a known row.', '  Allowed: own'],
  },
  'an unknown state of a row': {
    from: 'shows own',
    to: 'row own.deleted',
    says: [
      'library.yml:55:19: "deleted" is not a known state of a row.',
      '  Allowed: updated, gone, changed',
    ],
  },
  'an unknown argument': {
    from: 'exists account',
    to: 'exists acount',
    says: [
      'library.yml:32:32: "acount" is not a known argument of "exists".',
      '  Allowed: account',
      '  Did you mean "account"?',
    ],
  },
  'an argument too many': {
    from: '{ status: 201,',
    to: '{ status code: 201,',
    says: ['library.yml:32:19: "status" stands alone, but "code" follows it.', '  Write "status".'],
  },
  'an argument too few': {
    from: 'shows own',
    to: 'claim',
    says: ['library.yml:55:19: "claim" of what?', '  Write "claim NAME", such as claim exp.'],
  },
  'a broken JSONPath': {
    from: 'shows own',
    to: '"json $.["',
    says: ['library.yml:55:19: "$.[" is not a JSONPath.', '  Write a path such as $.items[0].id.'],
  },
  'an unknown variable': {
    from: 'call: book.${operation}',
    to: 'call: book.${action}',
    says: ['library.yml:52:15: "action" is not a known name of `each`.', '  Allowed: operation'],
  },
  'an each that nothing uses': {
    from: 'call: book.${operation}',
    to: 'call: book.list',
    says: [
      'library.yml:50:17: Nothing uses ${operation}, so every turn would do the same.',
      '  Put ${operation} where the values belong.',
    ],
  },
  'an unknown step in a hint': {
    from: 'step: bad',
    to: 'step: worse',
    says: ['library.yml:41:15: "worse" is not a known step.', '  Allowed: up, bad'],
  },
  'a hint about what its step does not tell': {
    from: 'when: { status:',
    to: 'when: { limited: true, status:',
    says: [
      'library.yml:42:17: "limited" is not a known query of these steps.',
      `  Allowed: ${CALL_QUERIES.join(', ')}`,
    ],
  },
  'the same step twice': {
    from: 'id: bad\n',
    to: 'id: up\n',
    says: [
      'library.yml:34:13: The step "up" is here twice.',
      '  Give each step an id of its own.',
      'library.yml:41:15: "bad" is not a known step.',
      '  Allowed: up',
    ],
  },
};

testMistakes(await readSpec('valid.yml'), cases);
