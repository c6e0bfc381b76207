import { createHmac, generateKeyPairSync, sign, verify } from 'node:crypto';
import { beforeAll, expect, test, vi } from 'vitest';
import { runningApp } from './local-sandbox.ts';
import { pythonPackages } from './python-packages.ts';
import { project, settings } from './small-project.ts';

vi.setConfig({ testTimeout: 60_000 });
beforeAll(pythonPackages, 300_000);

const alice = { username: 'alice', email: 'alice@example.com', password: 'A-long-secret-9' };

test('rows of any model: required fields, choices, unique values and related rows are filled', async () => {
  const { app } = await runningApp(project);
  const instance = await app.fork();
  const { id: user } = await instance.call('user.create', alice);
  const book = { model: 'shelf.Book', values: { titel: 'given' }, user };
  const { changes, ...made } = await instance.call('rows.create', book);
  expect(changes).toEqual([]);
  const again = await instance.call('rows.create', book);
  expect(made).toMatchObject({ values: { titel: 'given', owner: user, state: 'r', price: '1.00' } });
  expect(again.values.publisher).not.toBe(made.values.publisher);
  expect(await instance.call('rows.get', { model: 'shelf.Book', id: made.id })).toEqual(made);
  expect(await instance.call('rows.get', { model: 'shelf.Book', id: 'nonsense' })).toBeNull();
  expect(await instance.call('rows.find', { model: 'shelf.Book', value: 'give' })).toHaveLength(2);
  expect(await instance.call('rows.count', { model: 'shelf.Book' })).toEqual({ count: 2 });
  const nobody = await instance.call('rows.create', { ...book, user: null });
  expect(nobody.values.owner).toBe(user);
});

test('accounts: hashed passwords are told from plain ones, text is found in every table', async () => {
  const { app } = await runningApp(project);
  const instance = await app.fork();
  const made = await instance.call('user.create', alice);
  expect(made).toEqual({ id: 1, identity: 'alice', created: true, changes: [] });
  expect(await instance.call('user.create', alice)).toEqual({ ...made, created: false });
  const found = await instance.call('user.find', { value: 'alice@example.com' });
  expect(found).toMatchObject({ id: 1, hashed: true, active: true, fields: { username: 'alice' } });
  await instance.call('rows.create', {
    model: 'auth.User',
    values: { username: 'plain', password: 'kept as it came' },
    user: null,
  });
  expect(await instance.call('user.find', { value: 'plain' })).toMatchObject({ hashed: false });
  expect(await instance.call('user.find', { value: 'nobody' })).toBeNull();
  expect(await instance.call('text.search', { value: 'kept as it' })).toEqual([
    { table: 'auth_user', column: 'password' },
  ]);
});

test('a user model with an e-mail address as its name and required fields of its own', async () => {
  const { app, facts } = await runningApp({
    ...project,
    'site_of_tests/settings.py': `${settings}\nAUTH_USER_MODEL = "people.Person"\nINSTALLED_APPS.append("people")\n`,
    'people/__init__.py': '',
    'people/models.py': `
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class People(BaseUserManager):
    def create_user(self, email, birthday, password=None):
        person = self.model(email=self.normalize_email(email), birthday=birthday)
        person.set_password(password)
        person.save()
        return person


class Person(AbstractBaseUser):
    email = models.EmailField(unique=True)
    birthday = models.DateField()
    is_active = models.BooleanField(default=False)
    objects = People()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["birthday"]
`,
  });
  expect(facts.user).toEqual({
    model: 'people.Person',
    usernameField: 'email',
    requiredFields: ['birthday'],
    emailField: 'email',
  });
  const instance = await app.fork();
  const { id } = await instance.call('user.create', alice);
  expect(await instance.call('user.find', { value: alice.email })).toMatchObject({
    id,
    active: true,
    hashed: true,
  });
  expect(await instance.call('session.mint', { user: id })).toMatchObject({ cookieName: 'sessionid' });
});

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
function jwt(header: object, claims: object, sign: (text: string) => string) {
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${sign(text)}`;
}
const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

test.each([
  ['the secret key', '', 'a key of the project itself that is long enough', 'settings.SECRET_KEY'],
  [
    'a nested setting',
    'SIMPLE_JWT = {"SIGNING_KEY": "key in a dictionary"}',
    'key in a dictionary',
    /SIGNING_KEY/,
  ],
  ['a literal in a function', '', 'written into the call', 'tokens.py:2'],
])('a token signed with %s is signed again with other claims', async (_, setting, key, where) => {
  const { app } = await runningApp({
    ...project,
    'site_of_tests/settings.py': `${settings}\n${setting}\nimport shelf.tokens\n`,
    'shelf/tokens.py':
      'def make(jwt, claims):\n    return jwt.encode(claims, "written into the call", algorithm="HS256")\n',
  });
  const instance = await app.fork();
  const signed = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  const token = jwt({ alg: 'HS256' }, { sub: 7, exp: 99, extra: true }, signed);
  const made = await instance.call('token.resign', { token, claims: { exp: 1, extra: null } });
  expect(made?.keyFoundIn).toEqual(typeof where === 'string' ? where : expect.stringMatching(where));
  expect(made?.token).toBe(jwt({ alg: 'HS256' }, { sub: 7, exp: 1 }, signed));
  expect(await instance.call('token.resign', { token: `${token}x`, claims: {} })).toBeNull();
  expect(JSON.stringify(made)).not.toContain(key);
});

test('tokens of simplejwt are minted when the app uses it, and nothing where there is no token', async () => {
  const plain = await (
    await runningApp({
      ...project,
      'site_of_tests/settings.py': settings.replace(
        'rest_framework_simplejwt.authentication.JWTAuthentication',
        'rest_framework.authentication.SessionAuthentication',
      ),
    })
  ).app.fork();
  const { id: nobody } = await plain.call('user.create', alice);
  expect(await plain.call('token.mint', { user: nobody })).toBeNull();
  const { app } = await runningApp({
    ...project,
    'site_of_tests/urls.py':
      'from django.urls import path\nfrom rest_framework_simplejwt.views import TokenObtainPairView\nurlpatterns = [path("in", TokenObtainPairView.as_view())]\n',
  });
  const instance = await app.fork();
  const { id } = await instance.call('user.create', alice);
  const made = await instance.call('token.mint', { user: id });
  if (!made || !('access' in made)) throw new Error('no token pair');
  expect(claimsOf(made.access)).toMatchObject({ token_type: 'access', user_id: String(id) });
});

test('a private RSA key in the settings is found by the signature that it made', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const { app } = await runningApp({
    ...project,
    'site_of_tests/settings.py': `${settings}\nTOKENS = {"PRIVATE": """${pem}"""}\n`,
  });
  const instance = await app.fork();
  const signed = (text: string) => sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64url');
  const token = jwt({ alg: 'RS256' }, { sub: 7, exp: 99 }, signed);
  const made = await instance.call('token.resign', { token, claims: { exp: 1 } });
  const [header, payload, signature] = made?.token.split('.') ?? [];
  expect(claimsOf(made?.token ?? '')).toEqual({ sub: 7, exp: 1 });
  const verified = verify(
    'RSA-SHA256',
    Buffer.from(`${header}.${payload}`),
    publicKey,
    Buffer.from(signature ?? '', 'base64url'),
  );
  expect(verified).toBe(true);
});

test('counters of a high rate limit are filled up', async () => {
  const { app } = await runningApp({
    ...project,
    'shelf/views.py': `
from rest_framework.response import Response
from rest_framework.throttling import SimpleRateThrottle
from rest_framework.views import APIView


class Everyone(SimpleRateThrottle):
    rate = "1000/day"
    scope = "everyone"

    def get_cache_key(self, request, view):
        return "throttle-everyone"


class Open(APIView):
    permission_classes = []
    authentication_classes = []
    throttle_classes = [Everyone]

    def get(self, request):
        return Response({})
`,
    'site_of_tests/urls.py':
      'from django.urls import path\nfrom shelf.views import Open\nurlpatterns = [path("open/", Open.as_view())]\n',
  });
  const instance = await app.fork();
  const ask = async () => (await fetch(`http://127.0.0.1:${instance.port}/open/`)).status;
  expect(await ask()).toBe(200);
  expect(await instance.call('throttle.fill', { path: '/open/', limit: 1000, leave: 2 })).toEqual({
    filled: 1,
  });
  expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 429]);
  await instance.call('cache.clear', {});
  expect(await ask()).toBe(200);
});
