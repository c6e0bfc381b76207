import { expect, test } from 'vitest';
import { checkWritten } from '../../src/checks/check-written.ts';
import type { Written } from '../../src/probes/probe.ts';
import { tool } from '../../src/probes/tool.ts';
import type { State } from '../../src/report/schema.ts';
import { toolsOf, writtenResults } from '../../src/run/written.ts';
import { requirementSchema } from '../../src/spec/schema.ts';
import { toolStep } from '../../src/spec/steps.ts';
import type { ToolFinding, ToolReport } from '../../src/tools/tool.ts';

const step = toolStep.parse({
  probe: 'tool',
  title: 'run Bandit',
  tool: 'bandit',
  elsewhere: { injection: ['B608'] },
  expect: { 'findings | count': 0 },
});
const requirement = requirementSchema.parse({
  id: 'code',
  title: 'Nothing serious in the code',
  points: 10,
  steps: [step],
  hints: [
    { when: { 'unexplained | count': { atLeast: 1 } }, say: 'Say why it is silenced.' },
    { say: 'Mend what was found.' },
  ],
});
const finding = (changes: Partial<ToolFinding> = {}): ToolFinding => ({
  tool: 'bandit 1.9.4',
  rule: 'B602',
  title: 'shell',
  link: null,
  severity: 'high',
  confidence: 'high',
  summary: 'A shell is called.',
  place: { file: 'a.py', line: 3, code: 'run(x)' },
  counts: true,
  why: null,
  unexplained: false,
  ...changes,
});
const written = (changes: Partial<ToolReport>, decided: [string, State][] = []): Written => ({
  repository: { root: '/', files: [], projects: [] },
  project: { dir: '.', settingsModules: [] },
  requirements: [requirement],
  decided: new Map(decided),
  toolbox: {
    report: async () => ({
      read: '3 Python files',
      findings: [],
      problems: [],
      unknown: null,
      blocked: null,
      notes: [],
      reproduce: 'bandit .',
      ...changes,
    }),
  },
});
const judged = async (changes: Partial<ToolReport>, decided?: [string, State][]) => {
  const { state, reason, hint, blockedBy } = await checkWritten(requirement, written(changes, decided));
  return { state, reason, hint, blockedBy };
};

test('nothing found is clean where everything was read', async () => {
  expect(await judged({})).toEqual({
    state: 'pass',
    reason: 'Run Bandit: nothing that counts in 3 Python files.',
    hint: null,
    blockedBy: null,
  });
});

test('what was found counts, with the hint that fits', async () => {
  expect(await judged({ findings: [finding()] })).toEqual({
    state: 'fail',
    reason: 'A shell is called.',
    hint: 'Mend what was found.',
    blockedBy: null,
  });
  expect(await judged({ findings: [finding({ unexplained: true }), finding()] })).toEqual({
    state: 'fail',
    reason: 'A shell is called. 1 more count.',
    hint: 'Say why it is silenced.',
    blockedBy: null,
  });
});

test('what another requirement has proven already is shown and not counted', async () => {
  const findings = [finding({ rule: 'B608' })];
  expect((await judged({ findings }, [['injection', 'fail']])).state).toBe('pass');
  expect((await judged({ findings }, [['injection', 'pass']])).state).toBe('fail');
  expect((await judged({ findings }, [['injection', 'blocked']])).state).toBe('fail');
});

test('what could not be read is an error, what the checkout lacks cannot be told; what was found counts first', async () => {
  const problems = ['Bandit could not read a.py: syntax error.'];
  expect(await judged({ problems })).toEqual({
    state: 'error',
    reason: 'Bandit could not read a.py: syntax error.',
    hint: null,
    blockedBy: null,
  });
  expect(await judged({ unknown: 'Older commits are not here.' })).toEqual({
    state: 'inconclusive',
    reason: 'Older commits are not here.',
    hint: null,
    blockedBy: null,
  });
  expect(await judged({ blocked: 'Nothing was installed.' })).toEqual({
    state: 'blocked',
    reason: 'Nothing was installed.',
    hint: null,
    blockedBy: 'start',
  });
  expect((await judged({ problems, unknown: 'x', findings: [finding()] })).state).toBe('fail');
});

test('evidence: each finding that counts, a table of the others, what a reader should know', async () => {
  const noted = finding({ counts: false, why: 'explained beside it: constant text' });
  const notes = ['.bandit leaves out B602; Bandit was run without it.'];
  const [result] = await tool.run(step, written({ findings: [finding(), noted], notes }));
  const told = result?.evidence.map(({ summary, ok, place, finding: of, table, reproduce }) => {
    return { summary, ok, place, rule: of?.rule, rows: table?.rows, reproduce };
  });
  expect(told).toEqual([
    {
      summary: 'A shell is called.',
      ok: false,
      place: { file: 'a.py', line: 3, code: 'run(x)' },
      rule: 'B602',
      rows: undefined,
      reproduce: 'bandit .',
    },
    {
      summary: 'Found and not counted: 1.',
      ok: true,
      place: null,
      rule: undefined,
      rows: [['B602', 'shell', 'a.py:3', 'high', 'explained beside it: constant text']],
      reproduce: null,
    },
    { summary: notes[0], ok: true, place: null, rule: undefined, rows: undefined, reproduce: null },
  ]);
});

test('a thousand findings are counted, a dozen are shown', async () => {
  const findings = Array.from({ length: 1000 }, () => finding());
  const [result] = await tool.run(step, written({ findings }));
  expect(result?.evidence).toHaveLength(13);
  expect(result?.evidence.at(-1)?.summary).toBe('988 more findings count; the command shows them all.');
});

test('without the app, what is written is judged and nothing else', async () => {
  const behaviour = requirementSchema.parse({
    id: 'login',
    title: 'The login works',
    points: 5,
    steps: [{ probe: 'submit', form: 'login', expect: { status: 200 } }],
  });
  const { toolbox, repository, project } = written({});
  const requirements = [behaviour, requirement];
  const results = await writtenResults({ toolbox, repository, project, requirements });
  expect([...results].map(([id, { state }]) => [id, state])).toEqual([['code', 'pass']]);
  expect(toolsOf(requirements)).toEqual(['bandit']);
});
