import type { RequirementResult } from '../../../src/report/schema.ts';
import { bound, exchange, passed, reportOf, requirement, seen } from './builders.ts';

const ownership = requirement('ownership', 'Ownership', {
  state: 'fail',
  points: { earned: 1, possible: 4 },
  reason: 'bob changed an item that belongs to alice: `PATCH /api/items/7/` answered 200.',
  hint: 'Let the view look only among the items of `request.user`, e.g. in `get_queryset`. Then every other item is a 404.',
  evidence: [
    seen('bob may see and change the item of alice.', {
      ok: false,
      table: {
        title: "What each person may do with alice's item",
        columns: ['Operation', 'alice (owner)', 'bob', 'not signed in', 'Verdict'],
        rows: [
          ['list', 'sees it', 'does not see it', '401', '✅ as it should be'],
          ['see', '200', '200', '401', '❌ bob must get 403 or 404'],
          ['change', '200', '200', '401', '❌ bob must get 403 or 404'],
          ['delete', '204', '404', '401', '✅ as it should be'],
          ['create for alice', '201', '201, owner is bob', '401', '✅ as it should be'],
        ],
      },
    }),
    seen('bob sent a new title for an item of alice, and it was stored.', {
      ok: false,
      expected: '403 or 404, and the title unchanged',
      actual: '200, and the title changed',
      exchange: exchange('bob', 'PATCH', '/api/items/7/', 200, {
        requestHeaders: { Authorization: 'Bearer (bob)', 'Content-Type': 'application/json' },
        requestBody: '{"title": "changed by bob 5173"}',
        responseBody: '{"id": 7, "title": "changed by bob 5173", "owner": "alice_9921", "completed": false}',
      }),
      place: { file: 'items/views.py', line: 41, code: '        return Item.objects.all()' },
      reproduce:
        "curl -i -X PATCH http://127.0.0.1:8000/api/items/7/ -H 'Authorization: Bearer TOKEN_OF_BOB' -H 'Content-Type: application/json' -d '{\"title\": \"changed by bob 5173\"}'",
    }),
  ],
});

const rateLimit = requirement('rate-limit', 'Rate limit', {
  state: 'fail',
  points: { earned: 0, possible: 3 },
  reason: 'The settings declare 5 requests a minute, but 8 requests in a row were all answered.',
  hint: 'A rate in `DEFAULT_THROTTLE_RATES` does nothing by itself: add the class to `DEFAULT_THROTTLE_CLASSES` or to the view.',
  evidence: [
    seen('No request was refused.', {
      ok: false,
      expected: 'request 6 gets 429 with a Retry-After header',
      actual: 'requests 1 to 8 got 200',
      source: 'observed',
      table: {
        title: 'Declared: 5/minute for `user`. Applies to: no view.',
        columns: ['Request', 'Sent after', 'As', 'Answer', 'Retry-After'],
        rows: [
          ['1 to 5', '0.0 to 0.2 s', 'alice', '200', '–'],
          ['6', '0.3 s', 'alice', '200 (429 expected)', '–'],
          ['7', '0.3 s', 'alice', '200 (429 expected)', '–'],
          ['8', '0.4 s', 'bob', '200', '–'],
        ],
      },
      place: {
        file: 'config/settings.py',
        line: 88,
        code: "    'DEFAULT_THROTTLE_RATES': {'user': '5/minute'},",
      },
    }),
  ],
});

const jwt = requirement('jwt', 'Token', {
  state: 'fail',
  points: { earned: 2, possible: 3 },
  reason: 'The API accepted a refresh token where only an access token may be used.',
  hint: "Check the claim `token_type` (or use Simple JWT's `JWTAuthentication`, which does).",
  evidence: [
    seen('Five changed tokens were sent to `GET /api/items/`.', {
      ok: false,
      table: {
        title: 'What was changed in the token, and how the API answered',
        columns: ['Token', 'Changed', 'Answer', 'Verdict'],
        rows: [
          ['as issued', 'nothing', '200', '✅'],
          ['tampered', 'user id in the payload', '401', '✅'],
          ['unsigned', '`alg` set to `none`, signature removed', '401', '✅'],
          ['expired', '`exp` one hour ago, signed with your key', '401', '✅'],
          ['refresh', 'the refresh token instead of the access token', '200', '❌ 401 expected'],
        ],
      },
    }),
  ],
});

const validation = requirement('validation', 'Validation', {
  state: 'fail',
  points: { earned: 0, possible: 2 },
  reason: 'An item without a title made the app crash with 500.',
  hint: "Use `.get('title')` or a serializer, and answer 400 with a reason.",
  evidence: [
    seen('An item without a title was sent.', {
      ok: false,
      expected: '400 with a reason',
      actual: '500',
      exception: "KeyError: 'title'",
      exchange: exchange('alice', 'POST', '/api/items/', 500, {
        requestHeaders: { Authorization: 'Bearer (alice)', 'Content-Type': 'application/json' },
        requestBody: '{"description": "no title"}',
        responseHeaders: { 'Content-Type': 'text/html' },
        responseBody:
          '<!doctype html>\n<html lang="en">\n<head>\n  <title>Server Error (500)</title>\n</head>',
      }),
      place: { file: 'items/views.py', line: 63, code: "    title = request.data['title']" },
      reproduce: 'curl -i -X POST http://127.0.0.1:8000/api/items/ -d \'{"description": "no title"}\'',
    }),
  ],
});

const blocked: RequirementResult[] = [
  ['update', 'Update'],
  ['delete', 'Delete'],
].map(([id = '', title = '']) =>
  requirement(id, title, {
    state: 'blocked',
    blockedBy: 'retrieve',
    reason: 'One item cannot be reached, so there is nothing to try it on.',
  }),
);

/** One of everything that a learner can meet. */
export const mixed = reportOf({
  requirements: [
    passed(
      'model',
      'Item model',
      'An item has an owner, a title, a description, a state and a creation date.',
      2,
      [
        seen('The model `Item` has the five fields.', {
          place: { file: 'items/models.py', line: 7, code: 'class Item(models.Model):' },
        }),
      ],
    ),
    passed('register', 'Registration', 'A new user registers, and the password is stored hashed.', 3, [
      seen('A new user got 201 and appeared in the database.'),
      seen('The same user name again got 400 with a reason.'),
    ]),
    passed('login', 'Login', 'The right password gives a token, a wrong one gets 401.'),
    jwt,
    passed('create', 'Create', 'A new item is stored and shown again.'),
    requirement('retrieve', 'Retrieve', {
      state: 'inconclusive',
      reason: 'No route was found that shows one item by its id.',
      hint: 'Add a route such as `items/<int:pk>/`, or name yours in `.milepost.yml`.',
      fragment:
        'item-api:\n  routes:\n    # the route that shows one item; these were tried:\n    #   GET /api/items/detail/  (404)\n    item.retrieve: GET /api/items/{id}/',
      evidence: [seen('`GET /api/items/detail/` was tried and answered 404.', { ok: false })],
    }),
    ...blocked,
    validation,
    ownership,
    rateLimit,
    requirement('pagination', 'Pagination', {
      state: 'error',
      reason: 'The connection to the app was lost by the grader.',
    }),
    requirement('history', 'Commit history', {
      state: 'review',
      reason: 'A mentor reads the commit messages.',
      points: { earned: 0, possible: 1 },
    }),
    requirement('websocket', 'Live updates', {
      state: 'skipped',
      reason: 'Your app has no WebSocket route.',
      points: { earned: 0, possible: 0 },
    }),
    requirement('docs', 'API documentation', {
      advice: true,
      state: 'fail',
      points: { earned: 0, possible: 0 },
      reason: 'No API documentation was found.',
      hint: 'Add `drf-spectacular`.',
    }),
  ],
  remedies: [
    {
      what: 'installed djangorestframework-simplejwt',
      why: 'config/urls.py imports it, requirements.txt does not list it',
    },
    {
      what: 'set SECRET_KEY',
      why: 'the settings read it from the environment, and .env.example has no value',
    },
  ],
  notes: ['graders/item-api.yml in your repository was ignored: exercises come with the grader.'],
  binding: [
    bound(
      'register',
      'POST /api/register/',
      ['the handler calls `create_user`', 'a user appeared after a request'],
      {
        place: { file: 'accounts/views.py', line: 12, code: null },
      },
    ),
    bound(
      'item.create',
      'POST /api/items/',
      ['the view serves the model `Item`', 'a marker that was sent came back'],
      {
        place: { file: 'items/views.py', line: 58, code: null },
      },
    ),
    bound('item.retrieve', null, ['`GET /api/items/detail/` answered 404']),
    bound('item.title', 'Item.title', ['same name']),
  ],
});
