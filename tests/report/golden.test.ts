import { describe, expect, test } from 'vitest';
import { renderComment } from '../../src/report/comment.ts';
import { renderJUnit } from '../../src/report/junit.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { samples } from './samples/all.ts';

// `npx vitest run tests/report/golden.test.ts -u` writes the files anew; read the difference before committing it.
describe.each(Object.entries(samples))('%s', (name, report) => {
  test('comment', async () => {
    await expect(renderComment(report)).toMatchFileSnapshot(`golden/${name}.comment.md`);
  });
  test('summary', async () => {
    await expect(renderSummary(report)).toMatchFileSnapshot(`golden/${name}.summary.md`);
  });
  test('terminal', async () => {
    await expect(renderTerminal(report, { colour: false, width: 100 })).toMatchFileSnapshot(
      `golden/${name}.terminal.txt`,
    );
  });
  test('JUnit', async () => {
    await expect(renderJUnit(report)).toMatchFileSnapshot(`golden/${name}.junit.xml`);
  });
});
