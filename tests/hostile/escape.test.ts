import { test, vi } from 'vitest';
import { expectNothingFound } from './findings.ts';

vi.setConfig({ testTimeout: 120_000 });

test.each([
  ['the machine outside', 'escape/host'],
  ['rights of an administrator', 'escape/kernel'],
  ['setuid programs and capabilities', 'escape/privileges'],
  ['processes and memory of others', 'escape/neighbours'],
  ['a place to leave something for the next run', 'escape/writes'],
])('no way to %s', (_, module) => expectNothingFound(module));
