import { expect, test } from 'vitest';
import { demultiplex, lines, logTail } from '../../../src/engines/docker/output.ts';

test('frames are split into the two streams however they arrive', () => {
  const frame = (kind: number, text: string) =>
    Buffer.concat([Buffer.from([kind, 0, 0, 0, 0, 0, 0, text.length]), Buffer.from(text)]);
  const all = Buffer.concat([frame(1, 'one\n'), frame(2, 'error'), frame(1, ''), frame(1, 'two\n')]);
  for (let size = 1; size <= all.length; size++) {
    const found = { stdout: '', stderr: '' };
    const read = demultiplex((name, chunk) => {
      found[name] += chunk;
    });
    for (let at = 0; at < all.length; at += size) read(all.subarray(at, at + size));
    expect(found).toEqual({ stdout: 'one\ntwo\n', stderr: 'error' });
  }
});

test('lines, also where a character is cut in two', () => {
  const found: string[] = [];
  const read = lines((line) => found.push(line));
  const bytes = Buffer.from('é\nsecond\nopen');
  read(bytes.subarray(0, 1));
  read(bytes.subarray(1, 5));
  read(bytes.subarray(5));
  expect(found).toEqual(['é', 'second']);
});

test('the log keeps its end, with long lines cut', () => {
  const log = logTail();
  for (let i = 0; i < 2000; i++) log.add(Buffer.from(`line ${i}\n`));
  log.add(Buffer.from('x'.repeat(100_000)));
  const kept = log.text().split('\n');
  expect(kept).toHaveLength(400);
  expect(kept.at(-2)).toBe('line 1999');
  expect(kept.at(-1)).toHaveLength(4000);
});
