import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { formatOwner, isAlive, parseOwner, thisProcess } from '../../../src/engines/docker/owner.ts';

test('this process is alive', () => {
  expect(isAlive(thisProcess)).toBe(true);
  expect(parseOwner(formatOwner(thisProcess))).toEqual(thisProcess);
});

test('a process that ended is not, nor one that got its number later', async () => {
  const child = spawn('true');
  await once(child, 'exit');
  expect(isAlive({ ...thisProcess, pid: child.pid ?? 0 })).toBe(false);
  expect(isAlive({ ...thisProcess, started: '1' })).toBe(false);
});

test('a process of another machine cannot be seen', () => {
  expect(isAlive({ ...thisProcess, place: 'elsewhere' })).toBeNull();
});

test('a label that is not ours says nothing', () => {
  expect(parseOwner(undefined)).toBeNull();
  expect(parseOwner('somebody')).toBeNull();
});
