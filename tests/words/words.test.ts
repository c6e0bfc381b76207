/** No file of `src` knows an exercise: its words stand in `graders/` and `fixtures/` only. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exerciseIds, loadExercise } from '../../src/spec/load.ts';

const ids = await exerciseIds('graders');
const specs = await Promise.all(ids.map(async (id) => (await loadExercise('graders', id)).spec));
/** Words of exercises that exist, and of those that come next. */
const words = new Set(['todo', 'blog', ...specs.flatMap(({ recognise }) => recognise.words)]);
const phrases = specs.flatMap(({ exercise, title }) => [exercise, title.toLowerCase()]);

/** Names that others chose, in which such a word means something else. */
const FOREIGN: [RegExp, string][] = [
  [/celery_task_\w+|task_always_eager/gi, 'settings of Celery'],
  [/background[-_]tasks?/gi, 'the package django-background-tasks'],
  [/pip[-_]audit/gi, 'the program pip-audit'],
  [/post_office|django-post-office/gi, 'the package django-post-office'],
  [/audit-?log|easy-?audit/gi, 'the packages django-auditlog and django-easy-audit'],
];
/** HTTP's POST and the handlers named after it are meant by `POST` and `post`; these mean what somebody wrote. */
const NOUN =
  /\bposts\b|\bPosts?\b|\b(?:a|an|the|each|every|this|that|new|blog) post\b|\bpost\.\w+\b|(?<=\p{Ll})Posts?\b|Posts?(?=[A-Z(])/gu;

function strangersIn(text: string): string[] {
  const own = FOREIGN.reduce((rest, [name]) => rest.replace(name, ''), text);
  const parts = own.match(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})/gu) ?? [];
  const found = parts
    .map((part) => part.toLowerCase())
    .filter((part) => words.has(part) || words.has(part.replace(/s$/, '')));
  const said = phrases.filter((phrase) => own.toLowerCase().includes(phrase));
  return [...new Set([...found, ...said, ...(own.match(NOUN) ?? [])])];
}

const entries = await readdir('src', { recursive: true, withFileTypes: true });
const files = entries
  .filter((entry) => entry.isFile() && /\.(ts|py|json|txt|yml)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();

test('there are words to look for, and files to look in', () => {
  expect(ids.length).toBeGreaterThan(0);
  expect(words.size).toBeGreaterThan(5);
  expect(files.length).toBeGreaterThan(100);
});

test.each(files)('%s', async (file) => {
  expect(strangersIn(await readFile(file, 'utf8'))).toEqual([]);
});

describe('the test would see', () => {
  test.each([
    ['class TodoItem', ['todo']],
    ['create_todo', ['todo']],
    ['const tasks = []', ['tasks']],
    ["the learner's blog", ['blog']],
    ['all posts of a user', ['posts']],
    ['BlogPost', ['blog', 'Post']],
    ['role: post.create', ['post.create']],
    ['whoever wrote the post', ['the post']],
  ])('%s', (text, found) => {
    expect(strangersIn(text)).toEqual(found);
  });

  test.each([
    ['method: POST', 'HTTP'],
    ["['get', 'post', 'put']", 'handlers of a view'],
    ['PostgreSQL, post_migrate', 'Django and its database'],
    ['CELERY_TASK_ALWAYS_EAGER', 'Celery'],
    ['methodology, multitasking', 'other words'],
  ])('and not %s (%s)', (text) => {
    expect(strangersIn(text)).toEqual([]);
  });
});
