import { expect, test } from 'vitest';
import { type Looking, NOWHERE, readAddress, writeAddress } from '../../../src/cohort/page/address.ts';

test('everything that is looked at can be sent to somebody', () => {
  const looking: Looking = {
    exercise: 'shelf-api',
    search: 'Ana & <b> #1',
    group: 'Mon/Tue',
    show: 'stuck',
    requirement: 'read',
    state: 'fail',
    kind: '0badcafe',
    sort: '-points',
    open: 'ana-1',
    at: 'read',
    runs: 4,
    days: 2,
  };
  expect(readAddress(writeAddress(looking))).toEqual(looking);
});

test('nothing that is as always stands in the address', () => {
  expect(writeAddress(NOWHERE)).toBe('');
  expect(writeAddress({ ...NOWHERE, sort: 'name' })).toBe('#sort=name');
});

test.each(['', '#', '#show=all&state=constructor&runs=-1&days=1e9&x=y', '#runs=0x1&days=', '#%E0%A4%A'])(
  'what makes no sense is left out: %s',
  (hash) => {
    expect(readAddress(hash)).toEqual(NOWHERE);
  },
);
