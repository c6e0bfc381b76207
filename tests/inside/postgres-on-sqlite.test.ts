import { beforeAll, expect, test, vi } from 'vitest';
import { runningApp } from './local-sandbox.ts';
import { pythonPackages } from './python-packages.ts';
import { project, settings } from './small-project.ts';
import { make } from './with-models.ts';

vi.setConfig({ testTimeout: 60_000 });
beforeAll(pythonPackages, 300_000);

const files = {
  ...project,
  'site_of_tests/settings.py': `${settings.replace('"shelf"', '"shelf", "django.contrib.postgres"')}\nALLOWED_HOSTS = ["*"]\n`,
  'shelf/models.py': `
from django.contrib.postgres.fields import ArrayField, HStoreField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models


class Sheet(models.Model):
    title = models.CharField(max_length=40)
    words = ArrayField(models.CharField(max_length=9), default=list)
    days = ArrayField(models.DateField(), null=True, blank=True)
    grid = ArrayField(ArrayField(models.IntegerField()), null=True, blank=True)
    more = HStoreField(null=True, blank=True)
    vector = SearchVectorField(null=True, blank=True)

    class Meta:
        indexes = [GinIndex(fields=["words"], name="words_index")]
`,
  'shelf/migrations/__init__.py': '',
  'shelf/migrations/0001_initial.py': `
import django.contrib.postgres.fields, django.contrib.postgres.indexes, django.contrib.postgres.search
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models

ArrayField = django.contrib.postgres.fields.ArrayField


class Migration(migrations.Migration):
    operations = [
        TrigramExtension(),
        migrations.CreateModel(name="Sheet", fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("title", models.CharField(max_length=40)),
            ("words", ArrayField(base_field=models.CharField(max_length=9), default=list, size=None)),
            ("days", ArrayField(base_field=models.DateField(), blank=True, null=True, size=None)),
            ("grid", ArrayField(base_field=ArrayField(base_field=models.IntegerField(), size=None), blank=True, null=True, size=None)),
            ("more", django.contrib.postgres.fields.HStoreField(blank=True, null=True)),
            ("vector", django.contrib.postgres.search.SearchVectorField(blank=True, null=True)),
        ]),
        migrations.AddIndex("sheet", django.contrib.postgres.indexes.GinIndex(fields=["words"], name="words_index")),
    ]
`,
  'site_of_tests/urls.py': `
import datetime
from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank, SearchVector, TrigramDistance, TrigramSimilarity
from django.http import JsonResponse
from django.urls import path
from shelf.models import Sheet


def answer(request):
    Sheet.objects.create(
        title="Red sails", words=["red", "sails"], days=[datetime.date(2020, 1, 2)], grid=[[1, 2], [3, 4]], more={"a": "b"},
    )
    Sheet.objects.create(title="Blue", words=["blue"])
    vector = SearchVector("title", weight="A", config="english") + SearchVector("words")
    query = SearchQuery("sails", config="english")
    titles = lambda rows: [row.title for row in rows.order_by("pk")]
    first = Sheet.objects.get(title="Red sails")
    return JsonResponse({
        "read": [first.words, [str(day) for day in first.days], first.grid, first.more],
        "contains": titles(Sheet.objects.filter(words__contains=["red"])),
        "contains both": titles(Sheet.objects.filter(words__contains=["red", "blue"])),
        "contained": titles(Sheet.objects.filter(words__contained_by=["blue", "green"])),
        "overlap": titles(Sheet.objects.filter(words__overlap=["red", "blue"])),
        "exact": titles(Sheet.objects.filter(words=["blue"])),
        "length": titles(Sheet.objects.filter(words__len=2)),
        "first": titles(Sheet.objects.filter(words__0="blue")),
        "search": titles(Sheet.objects.filter(title__search="sails")),
        "vector": titles(Sheet.objects.annotate(v=vector).filter(v=query)),
        "rank": titles(Sheet.objects.annotate(v=vector, r=SearchRank(vector, query)).filter(r__gte=0.3)),
        "or": titles(Sheet.objects.annotate(v=vector).filter(v=query | SearchQuery("nothing"))),
        "similar": titles(Sheet.objects.annotate(s=TrigramSimilarity("title", "blu")).filter(s__gt=0.1)),
        "near": titles(Sheet.objects.annotate(d=TrigramDistance("title", "blu")).filter(d__lt=0.5)),
        "trigram": titles(Sheet.objects.filter(title__trigram_similar="blu")),
        "unaccent": titles(Sheet.objects.filter(title__unaccent__icontains="blu")),
        "headline": Sheet.objects.annotate(h=SearchHeadline("title", query)).get(pk=first.pk).h,
    })


urlpatterns = [path("", answer)]
`,
};

test('what an app uses of PostgreSQL works on SQLite, migrations included', async () => {
  const { app, facts, remedies } = await runningApp(files);
  expect(facts.migrations).toMatchObject({ missing: [], problem: null });
  expect(remedies).toContainEqual({
    what: 'taught SQLite what the app uses of PostgreSQL',
    why: 'there is no PostgreSQL here',
  });
  const instance = await app.fork();
  const response = await fetch(`http://127.0.0.1:${instance.port}/`);
  expect(await response.json()).toEqual({
    read: [
      ['red', 'sails'],
      ['2020-01-02'],
      [
        [1, 2],
        [3, 4],
      ],
      { a: 'b' },
    ],
    contains: ['Red sails'],
    'contains both': [],
    contained: ['Blue'],
    overlap: ['Red sails', 'Blue'],
    exact: ['Blue'],
    length: ['Red sails'],
    first: ['Blue'],
    search: ['Red sails'],
    vector: ['Red sails'],
    rank: ['Red sails'],
    or: ['Red sails'],
    similar: ['Blue'],
    near: ['Blue'],
    trigram: ['Blue'],
    unaccent: ['Blue'],
    headline: 'Red sails',
  });
  const { values } = await make(instance, 'shelf.Sheet', { title: 'made' });
  expect(values).toMatchObject({ title: 'made', words: [] });
});
