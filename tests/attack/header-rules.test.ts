/** What each header must say, and what only looks like it. */
import { describe, expect, test } from 'vitest';
import { FRAMING, type HeaderRule, POLICY, REFERRER, SNIFFING } from '../../src/attack/header-rules.ts';

const csp = (policy: string) => ({ 'content-security-policy': policy });

describe.each<[string, HeaderRule, [Record<string, string>, string | null][]]>([
  [
    'framing',
    FRAMING,
    [
      [{ 'x-frame-options': 'DENY' }, null],
      [{ 'x-frame-options': 'sameorigin' }, null],
      [csp("default-src 'self'; frame-ancestors 'none'"), null],
      [csp("frame-ancestors 'self' https://partner.example"), null],
      [{ 'x-frame-options': 'ALLOWALL', ...csp("frame-ancestors 'self'") }, null],
      [{}, 'nothing about frames'],
      [csp("default-src 'self'"), 'nothing about frames'],
      [{ 'x-frame-options': 'ALLOWALL' }, 'X-Frame-Options: ALLOWALL'],
      [{ 'x-frame-options': 'DENY', ...csp('frame-ancestors *') }, 'frame-ancestors *'],
      [csp('frame-ancestors https:'), 'frame-ancestors https:'],
    ],
  ],
  [
    'the type of files',
    SNIFFING,
    [
      [{ 'x-content-type-options': 'nosniff' }, null],
      [{}, 'no X-Content-Type-Options'],
      [{ 'x-content-type-options': 'sniff' }, 'X-Content-Type-Options: sniff'],
    ],
  ],
  [
    'referrers',
    REFERRER,
    [
      [{ 'referrer-policy': 'same-origin' }, null],
      [{ 'referrer-policy': 'unsafe-url, strict-origin-when-cross-origin' }, null],
      [{}, 'no Referrer-Policy'],
      [{ 'referrer-policy': 'unsafe-url' }, 'Referrer-Policy: unsafe-url'],
      [{ 'referrer-policy': 'sometimes' }, 'Referrer-Policy: sometimes'],
    ],
  ],
  [
    'scripts',
    POLICY,
    [
      [csp("default-src 'self'"), null],
      [
        csp("default-src 'none'; script-src 'self' https://cdn.example; style-src 'self' 'unsafe-inline'"),
        null,
      ],
      [csp("script-src 'nonce-abc' 'unsafe-inline' 'strict-dynamic' https:"), null],
      [csp("default-src *; script-src 'self'"), null],
      [csp("default-src 'self', script-src *"), null],
      [{}, 'no Content-Security-Policy'],
      [
        { 'content-security-policy-report-only': "default-src 'self'" },
        'a Content-Security-Policy that only reports',
      ],
      [
        csp('upgrade-insecure-requests'),
        'a Content-Security-Policy that does not say where scripts may come from',
      ],
      [csp("default-src 'self' 'unsafe-inline'"), "default-src 'self' 'unsafe-inline'"],
      [csp("default-src 'self'; script-src * 'unsafe-eval'"), "script-src * 'unsafe-eval'"],
      [csp("script-src 'self' https:"), "script-src 'self' https:"],
      [csp("script-src 'nonce-abc' https:"), "script-src 'nonce-abc' https:"],
    ],
  ],
])('%s', (_, rule, cases) => {
  test.each(cases)('%j', (headers, fault) => {
    expect(rule.fault(headers, '')).toBe(fault);
  });
});

test('a policy in the head of the page', () => {
  const page = `<html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'self'">`;
  expect(POLICY.fault({}, page)).toBeNull();
  expect(POLICY.fault({}, page.replace("'self'", '*'))).toBe('default-src *');
});
