import { passed, reportOf, requirement, seen } from './builders.ts';

const finding = (
  rule: string,
  title: string,
  severity: 'low' | 'medium' | 'high',
  line: number,
  code: string,
) =>
  seen(`${title} in \`shop/jobs.py\`.`, {
    ok: false,
    source: 'parsed',
    place: { file: 'shop/jobs.py', line, code },
    finding: {
      tool: 'bandit 1.9.4',
      rule,
      title: title.toLowerCase().replaceAll(' ', '_'),
      link: `https://bandit.readthedocs.io/en/1.9.4/plugins/${rule.toLowerCase()}.html`,
      severity,
      confidence: 'high',
    },
  });

/** What tools found, and a rate limit that works: findings and a timeline. */
export const tools = reportOf({
  requirements: [
    requirement('static', 'Static analysis', {
      state: 'fail',
      points: { earned: 1, possible: 4 },
      reason: 'Bandit found three places that can be attacked.',
      hint: 'Call programs without a shell: `subprocess.run([name, argument])`.',
      evidence: [
        finding(
          'B602',
          'Shell call with user input',
          'high',
          12,
          '    subprocess.run(f"convert {name}", shell=True)',
        ),
        finding('B324', 'Weak hash', 'medium', 20, '    return hashlib.md5(data).hexdigest()'),
        finding('B105', 'Password in the code', 'low', 3, 'PASSWORD = "letmein"'),
        finding('B602', 'Shell call with user input', 'high', 31, '    os.system("tar " + path)'),
      ],
    }),
    passed('limit', 'Rate limit', 'The limit of 12 requests a minute is kept.', 3, [
      seen('`GET /api/items/` refused request 13 with 429; declared limit: 12/min.', {
        timeline: {
          limit: 12,
          filled: 0,
          answers: [
            { as: 'alice', status: 200, at: [0, 18, 35, 55, 71, 90, 112, 130, 151, 170, 188, 204] },
            { as: 'alice', status: 429, at: [221] },
            { as: 'bob', status: 200, at: [240] },
          ],
        },
        table: {
          title: 'Rate limit',
          columns: ['what', 'seen'],
          rows: [
            ['declared limit', '12/min (user)'],
            ['first refusal', 'request 13, status 429'],
          ],
        },
        reproduce: 'for i in $(seq 13); do curl -i http://127.0.0.1:8000/api/items/; done',
      }),
    ]),
  ],
});
