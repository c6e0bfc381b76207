import { bound, exchange, passed, reportOf, requirement, seen } from './builders.ts';

/** Everything passes; one piece of advice was not followed. */
export const fullPass = reportOf({
  requirements: [
    passed(
      'model',
      'Item model',
      'An item has an owner, a title, a description, a state and a creation date.',
      2,
      [
        seen('The model `Item` has the five fields.', {
          source: 'parsed',
          place: { file: 'items/models.py', line: 7, code: 'class Item(models.Model):' },
        }),
      ],
    ),
    passed('register', 'Registration', 'A new user registers, and the password is stored hashed.', 3, [
      seen('A new user got 201 and appeared in the database.', {
        exchange: exchange('anonymous', 'POST', '/api/register/', 201, {
          requestBody: '{"username": "mila_4821", "password": "(hidden)"}',
          responseBody: '{"id": 4, "username": "mila_4821"}',
        }),
      }),
      seen('The same user name again got 400 with a reason.'),
      seen('The stored password is a `pbkdf2_sha256` hash.', { source: 'reported' }),
    ]),
    passed('login', 'Login', 'The right password gives a token, a wrong one gets 401.', 2),
    passed('ownership', 'Ownership', "bob can do nothing with alice's items.", 4, [
      seen("Each operation on alice's item was refused for bob.", {
        table: {
          title: "What bob may do with alice's item",
          columns: ['Operation', 'alice (owner)', 'bob', 'not signed in'],
          rows: [
            ['see', '200', '404', '401'],
            ['change', '200', '404', '401'],
            ['delete', '204', '404', '401'],
          ],
        },
      }),
    ]),
    requirement('docs', 'API documentation', {
      advice: true,
      state: 'fail',
      points: { earned: 0, possible: 0 },
      reason: 'No API documentation was found under /docs/, /swagger/ or /schema/.',
      hint: 'Add `drf-spectacular` and a route for its page.',
    }),
  ],
  binding: [
    bound(
      'register',
      'POST /api/register/',
      ['the handler calls `create_user`', 'a user appeared after a request'],
      {
        place: { file: 'accounts/views.py', line: 12, code: null },
      },
    ),
    bound('item.create', 'POST /api/items/', ['the view serves the model `Item`']),
    bound('item.title', 'Item.title', ['same name']),
  ],
});
