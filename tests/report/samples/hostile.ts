import { bound, exchange, passed, reportOf, requirement, seen } from './builders.ts';

/** What a learner could put into a name, a body, a log or a file name to take over a report. */
export const attacks = {
  mention: 'hello @octocat and @acme/team and mail@example.org',
  references:
    'fixes #12, GH-7, acme/app#3, 3f1c9a7be2d04c5f8a1b6e7d9c0f2a3b4c5d6e7f, abc1234, CVE-2024-12345, GHSA-aaaa-bbbb-cccc',
  html: '<img src=x onerror=alert(1)><script>alert(1)</script><b>bold</b>',
  details: '</details></summary>\n\n# everything after this is mine\n\n| a |\n|---|\n| b |',
  link: '[click](https://evil.example) ![pic](https://evil.example/x.png) <https://evil.example> https://evil.example www.evil.example [ref]: https://evil.example',
  fences: '```\nout of the block\n````\n~~~\n`code` ``more`` ```` end',
  commands:
    '::error file=a.py::owned\n::add-mask::a\n  ::set-output name=score::100\n##[error]owned\ntext ##[add-mask]a',
  ansi: '\u001b[31mred\u001b[0m \u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007 \u009b2J',
  invisible: 'ab\u202egnp.exe\u2066x\u2069 zero\u200bwidth\u200d \ufeff \u{e0041}\u{e0042} \u00ad',
  illegal:
    'nul\u0000 bell\u0007 esc\u001b half\ud800 other\udc00 noncharacter\ufffe\uffff ]]> &amp; <skipped/> ]]><skipped/>',
  marker: '<!-- milepost:item-api -->\n<!-- milepost-states:W10= --> <!-- open comment',
  cell: 'a | b \\| c \\\\| d `x|y` `\\|`\n| injected | row |',
  math: '$a_1$ and $$b$$ and $`c`$ :tada: ~~gone~~ **bold** _it_ - [ ] task [^1] > [!NOTE]',
  junit: '[[ATTACHMENT|/etc/passwd]] [[PROPERTY|score=100]] [[PROPERTY|a]]b[[/PROPERTY]]',
  start: '# heading',
  zalgo: `z${'\u0301'.repeat(500)}`,
} as const;

const everything = Object.values(attacks).join('\n');

export const hostile = reportOf({
  exercise: {
    id: 'item-api',
    title: 'Item API',
    specDigest: '0',
    graders: null,
    chosen: `The repository shows it: ${attacks.link} ${attacks.html}`,
  },
  requirements: [
    ...Object.entries(attacks).map(([id, text]) =>
      requirement(id, `Title ${text}`, {
        state: 'fail',
        reason: text,
        hint: text,
        fragment: text,
        evidence: [
          seen(text, {
            ok: false,
            expected: text,
            actual: text,
            exception: text,
            place: { file: `items/${text}.py`, line: 3, code: text },
            table: { title: text, columns: [text, 'b'], rows: [[text, text, text], [text]] },
            reproduce: text,
            finding: { tool: text, rule: text, title: text, link: text, severity: 'high', confidence: null },
            timeline: { limit: 1, filled: 0, answers: [{ as: text, status: 200, at: [0, 5] }] },
            exchange: exchange(text, text, text, 200, {
              requestHeaders: { 'Content-Type': text, [text]: 'x' },
              requestBody: text,
              responseHeaders: { Location: text },
              responseBody: text,
              failure: text,
            }),
          }),
        ],
      }),
    ),
    passed('everything', everything, everything, 2, [
      seen(everything, { place: { file: everything, line: 1, code: everything } }),
    ]),
  ],
  problem: {
    stage: attacks.html,
    message: everything,
    place: { file: '../../etc/passwd', line: 1, code: everything },
    log: everything,
  },
  remedies: [{ what: everything, why: everything }],
  notes: [everything],
  notIsolated: [everything],
  binding: [
    bound(everything, everything, [everything], { place: { file: everything, line: 1, code: everything } }),
  ],
});
