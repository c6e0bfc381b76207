import { expect, test } from 'vitest';
import brings from '../../src/prepare/brings.json' with { type: 'json' };
import { isKnownPackage, normalName, packageForImport } from '../../src/prepare/package-for-import.ts';
import packages from '../../src/prepare/packages.json' with { type: 'json' };

test.each([
  ['rest_framework.authtoken', 'djangorestframework'],
  ['corsheaders.middleware.CorsMiddleware', 'django-cors-headers'],
  ['psycopg2', 'psycopg2-binary'],
  ['PIL', 'pillow'],
  ['google.oauth2.id_token', 'google-auth'],
  ['google', null],
  ['os', null],
  ['some_learners_app', null],
  ['', null],
  ['constructor', null],
  ['__proto__', null],
])('%s', (module, name) => {
  expect(packageForImport(module)).toBe(name);
});

test('every entry is a module and a distribution as package indexes spell them', () => {
  for (const [module, names] of Object.entries(packages)) {
    expect(module).toMatch(/^[A-Za-z_]\w*(\.\w+)*$/);
    for (const name of [names].flat()) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*(\[[a-z]+\])?$/);
  }
  for (const [name, brought] of Object.entries(brings))
    expect([name, brought]).toEqual([normalName(name), brought.map(normalName)]);
});

test('names are compared as package indexes do', () => {
  expect(isKnownPackage('Django_REST.framework')).toBe(false);
  expect(isKnownPackage('DjangoRestFramework')).toBe(true);
  expect(isKnownPackage('Django_Cors-Headers')).toBe(true);
});
