import { beforeAll, expect, test, vi } from 'vitest';
import { pythonPackages } from './python-packages.ts';
import { withModels } from './with-models.ts';

vi.setConfig({ testTimeout: 60_000 });
beforeAll(pythonPackages, 300_000);

const page =
  (slug: string, save = '', meta = '') =>
  (name: string) =>
    `
class ${name}(models.Model):
    title = models.CharField(max_length=40)
    slug = models.SlugField(${slug})
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    date = models.DateTimeField(default=timezone.now)
${meta}
    def save(self, *args, **named):
        ${save || 'pass'}
        super().save(*args, **named)
`;
const derived = 'self.slug = self.slug or slugify(self.title)';
const counted =
  'self.slug = slugify(self.title) + "-" + str(type(self).objects.filter(title=self.title).count())';
const constraint =
  '    class Meta:\n        constraints = [models.UniqueConstraint(fields=["owner", "slug"], name="own")]\n';
type Case = [what: string, model: (name: string) => string, slugs: string[], refused: string | null];
const cases: Case[] = [
  ['nothing forbids it', page('blank=True'), ['same-title', 'same-title'], null],
  ['save() makes the same of both', page('blank=True', derived), ['same-title', 'same-title'], null],
  ['save() tells them apart', page('unique=True', counted), ['same-title-0', 'same-title-1'], null],
  ['the field is unique', page('unique=True'), ['same-title'], 'Page3 with this Slug already exists.'],
  [
    'save() runs into the constraint',
    page('unique=True', derived),
    ['same-title'],
    'UNIQUE constraint failed: shelf_page4.slug',
  ],
  [
    'it is unique for a day',
    page('unique_for_date="date"'),
    ['same-title'],
    'Slug must be unique for Date date.',
  ],
  [
    'it is unique per owner',
    page('max_length=60', '', constraint),
    ['same-title'],
    'Page6 with this Owner and Slug already exists.',
  ],
  [
    'save() checks everything',
    page('unique=True', 'self.full_clean()'),
    ['same-title'],
    'Page7 with this Slug already exists.',
  ],
  [
    'the field may be null',
    page('unique=True, null=True'),
    ['same-title'],
    'Page8 with this Slug already exists.',
  ],
];

test('two rows made alike share the field, differ in it, or the second is refused', async () => {
  const instance = await withModels(cases.map(([, model], number) => model(`Page${number}`)).join('\n'));
  for (const [number, [what, , slugs, refused]] of cases.entries()) {
    const model = `shelf.Page${number}`;
    const args = { model, values: { title: 'Same title' }, field: 'slug' };
    const { first, second, ...made } = await instance.call('rows.twins', args);
    expect([what, ...[first, second].flatMap((row) => row?.values.slug ?? [])]).toEqual([what, ...slugs]);
    expect(made).toEqual({ shared: slugs[0] === slugs[1], refused });
    expect(await instance.call('rows.count', { model })).toEqual({ count: slugs.length });
  }
});
