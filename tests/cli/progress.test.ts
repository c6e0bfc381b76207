/** Progress: one line that is rewritten on a terminal, plain lines elsewhere. */
import { expect, test } from 'vitest';
import { showProgress } from '../../src/cli/progress.ts';

function stream(isTTY: boolean, columns?: number) {
  const written: string[] = [];
  const write = (text: string): boolean => written.push(text) > 0;
  return { written, stream: { isTTY, columns, write } as unknown as NodeJS.WriteStream };
}

test('elsewhere: a line per message, without control characters', () => {
  const { written, stream: pipe } = stream(false);
  const progress = showProgress(pipe);
  progress.show('install', 'installing');
  progress.show('start', 'starting');
  progress.end();
  expect(written.map((line) => line.replace(/\d+\.\d/, '0.0'))).toEqual([
    '[0.0 s] install: installing\n',
    '[0.0 s] start: starting\n',
  ]);
});

test('on a terminal: one line, cut to its width, and gone at the end', () => {
  const { written, stream: terminal } = stream(true, 20);
  const progress = showProgress(terminal);
  progress.show('install', 'installing the dependencies');
  progress.end();
  progress.end();
  const clear = '\r\u001b[2K';
  expect(written[0]?.startsWith(clear)).toBe(true);
  expect(written[0]?.slice(clear.length)).toHaveLength(19);
  expect(written.slice(1)).toEqual([clear]);
});
