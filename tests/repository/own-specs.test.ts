import { join } from 'node:path';
import { expect, test } from 'vitest';
import { notesOnOwnSpecs } from '../../src/repository/own-specs.ts';
import { scanRepository } from '../../src/repository/scan.ts';
import { tree } from './tree.ts';

const spec = 'exercise: easy\ntitle: Easy\nrequirements: []\n';

async function notes(files: Record<string, string>, used = '/graders'): Promise<string[]> {
  const root = await tree(files);
  const repository = await scanRepository(root, { words: [], packages: [] });
  return notesOnOwnSpecs(repository, used.replace('ROOT', root));
}

test('exercises in the repository are told of, whatever they are called', async () => {
  const files = { 'graders/shelf.yml': 'anything: 1\n', 'week3/graders/x.yaml': '', 'my/rules.yml': spec };
  expect(await notes(files)).toEqual([
    'Ignored, because the exercises come with Milepost and not with the repository: graders/shelf.yml, my/rules.yml, week3/graders/x.yaml.',
  ]);
});

test('of many, some are named', async () => {
  const files = Object.fromEntries(Array.from({ length: 7 }, (_, n) => [join('graders', `${n}.yml`), spec]));
  expect(await notes(files)).toEqual([
    'Ignored, because the exercises come with Milepost and not with the repository: graders/0.yml, graders/1.yml, graders/2.yml, graders/3.yml, graders/4.yml, 2 more.',
  ]);
});

test('nothing is said of other files, and of the folder that is in use', async () => {
  const files = {
    '.milepost.yml': 'exercise: easy\n',
    'docker-compose.yml': 'services: {}\n',
    'notes.md': spec,
    'graders/models.py': '',
  };
  expect(await notes(files)).toEqual([]);
  expect(await notes({ 'course/easy.yml': spec }, 'ROOT/course')).toEqual([]);
  expect(await notes({ 'easy.yml': spec }, 'ROOT')).toEqual([]);
});
