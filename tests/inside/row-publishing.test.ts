import { beforeAll, expect, test, vi } from 'vitest';
import { pythonPackages } from './python-packages.ts';
import { make, withModels } from './with-models.ts';

vi.setConfig({ testTimeout: 60_000 });
beforeAll(pythonPackages, 300_000);

const minute = expect.stringMatching(/^\d{4}-\d\d-\d\d/);
const cases: [field: string, changed: Record<string, unknown>][] = [
  [
    'status = models.CharField(max_length=9, choices=[("draft", "Draft"), ("published", "Published")], default="draft")',
    { status: 'published' },
  ],
  ['status = models.IntegerField(choices=[(0, "Draft"), (1, "Publish")], default=0)', { status: 1 }],
  [
    'estado = models.CharField(max_length=1, choices=[("B", "Borrador"), ("P", "Público")], default="B")',
    { estado: 'P' },
  ],
  [
    'zustand = models.CharField(max_length=1, choices=[("n", "Nicht veröffentlicht"), ("v", "Veröffentlicht")], default="n")',
    { zustand: 'v' },
  ],
  [
    'state = models.CharField(max_length=1, choices=[("a", (("n", "new"), ("o", "approved")))], default="n")',
    { state: 'o' },
  ],
  [
    'topic = models.CharField(max_length=9, choices=[("live", "Live music"), ("film", "Film")], default="film")',
    {},
  ],
  ['is_published = models.BooleanField(default=False)', { is_published: true }],
  ['approved_remark = models.BooleanField(default=False)', { approved_remark: true }],
  ['isVisible = models.BooleanField(null=True)', { isVisible: true }],
  ['not_public = models.BooleanField(default=True)', { not_public: false }],
  ['borrador = models.BooleanField(default=True)', { borrador: false }],
  ['activo = models.BooleanField(default=True)', {}],
  ['featured = models.BooleanField(default=False)', {}],
  ['expires = models.DateTimeField(null=True)', {}],
  ['due_date = models.DateTimeField()', {}],
  ['published = models.DateTimeField(default=timezone.now)', {}],
  ['published_date = models.DateTimeField(blank=True, null=True)', { published_date: minute }],
  ['pub_date = models.DateTimeField()', { pub_date: minute }],
  ['fecha_publicada = models.DateField()', { fecha_publicada: minute }],
  ['created_on = models.DateTimeField()', { created_on: minute }],
];

test('a row is made visible to the public by status, flag or date, in several languages', async () => {
  const instance = await withModels(
    cases.map(([field], number) => `class Page${number}(models.Model):\n    ${field}\n`).join('\n\n'),
  );
  for (const [number, [field, expected]] of cases.entries()) {
    const model = `shelf.Page${number}`;
    const { id } = await make(instance, model);
    const { changed } = await instance.call('rows.publish', { model, id });
    expect([field, changed]).toEqual([field, expected]);
    expect((await instance.call('rows.get', { model, id }))?.values).toMatchObject(changed);
    for (const value of Object.values(changed)) {
      // Dates were missing or a day ahead; now they have just passed.
      if (typeof value === 'string' && /^\d{4}/.test(value))
        expect(Date.parse(value)).toBeLessThan(Date.now());
    }
    expect(await instance.call('rows.publish', { model, id })).toEqual({ changed: {} });
  }
});
