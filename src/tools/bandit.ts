/** Bandit over the learner's code, with our configuration: what silences it is not heeded, and what it silences is judged. */
import { z } from 'zod';
import { textReader } from '../repository/read-text.ts';
import { adviceFor, NEVER_COUNTS } from './bandit-rules.ts';
import { silencingFiles } from './bandit-settings.ts';
import { counted, filesFor, isMigration, isTest } from './files.ts';
import { isExplained, type Suppression, suppressionAt } from './nosec.ts';
import { withoutLiterals } from './redact.ts';
import { VERSIONS } from './requirements.ts';
import { runJson } from './run.ts';
import { notRun, type Tool, type ToolFinding } from './tool.ts';

const level = z.enum(['UNDEFINED', 'LOW', 'MEDIUM', 'HIGH']);
const resultSchema = z.object({
  test_id: z.string(),
  test_name: z.string(),
  issue_text: z.string(),
  issue_severity: level,
  issue_confidence: level,
  filename: z.string(),
  line_number: z.number().int(),
  line_range: z.array(z.number().int()),
  more_info: z.url().nullable().catch(null),
});
const answerSchema = z.object({
  errors: z.array(z.object({ filename: z.string(), reason: z.string() })),
  results: z.array(resultSchema),
  metrics: z.record(z.string(), z.unknown()),
});
type Result = z.infer<typeof resultSchema>;

const REPRODUCE = `python -m pip install bandit==${VERSIONS.bandit} && bandit --recursive . --ignore-nosec --severity-level medium`;

export const bandit: Tool = {
  name: 'bandit',
  async run(context) {
    const { repository } = context;
    const read = textReader(repository.root);
    const [{ files, tooLarge }, notes] = await Promise.all([
      filesFor(repository.root, repository.files, isCode),
      silencingFiles(repository.files, read),
    ]);
    const { answer, problem, installed } = await runJson(context, 'Bandit', answerSchema, [0, 1], {
      program: { module: 'bandit' },
      args: ['-r', '.', '-x', '', '-f', 'json', '--exit-zero', '--ignore-nosec', '-q'],
      files,
    });
    if (answer === null) return notRun(problem, REPRODUCE);
    const tool = `bandit ${installed.bandit ?? VERSIONS.bandit}`;
    const lines = async (file: string) => (await read(file)).split(/\r\n|\r|\n/);
    const findings = await Promise.all(
      answer.results.map(async (result) => findingOf(result, tool, await lines(nameOf(result.filename)))),
    );
    return {
      read: counted(files.length, 'Python file'),
      findings: oncePerLine(findings.filter(({ severity }) => severity !== 'low')).toSorted(bySeverity),
      problems: unread(files, tooLarge, answer),
      unknown: null,
      blocked: null,
      notes: [...notes, ...lowNote(findings)],
      reproduce: REPRODUCE,
    };
  },
};

const isCode = (path: string): boolean =>
  /\.pyw?$/.test(path) && !isTest(path) && !isMigration(path) && path.endsWith('.py');

const nameOf = (written: string): string => written.replace(/^\.\//, '');

/** Executed against collected: a file that Bandit did not read is not clean. */
function unread(
  files: readonly string[],
  tooLarge: readonly string[],
  { errors, metrics }: z.infer<typeof answerSchema>,
): string[] {
  const failed = new Map(errors.map(({ filename, reason }) => [nameOf(filename), reason]));
  const seen = new Set(Object.keys(metrics).map(nameOf));
  return [
    ...[...failed].map(([file, reason]) => `Bandit could not read ${file}: ${reason}.`),
    ...files
      .filter((file) => !seen.has(file) && !failed.has(file))
      .map((file) => `Bandit passed over ${file}.`),
    ...tooLarge.map((file) => `${file} is too large to be read.`),
  ];
}

function findingOf(result: Result, tool: string, lines: readonly string[]): ToolFinding {
  const { test_id: rule, test_name: name, line_number: line, issue_text: text } = result;
  const severity = levelOf(result.issue_severity);
  const confidence = levelOf(result.issue_confidence);
  const code = lines[line - 1]?.trim() ?? null;
  const range = result.line_range.length > 0 ? result.line_range : [line];
  const suppression = suppressionAt(lines, [...new Set([line, ...range])], [rule, name]);
  const why = whyNot(rule, code, confidence, suppression);
  const silenced = suppression === null || why !== null ? '' : ` ${silencedBadly(suppression, rule)}`;
  return {
    tool,
    rule,
    title: name,
    link: result.more_info,
    severity,
    confidence,
    summary: `${text.replace(/\s+/g, ' ').trim()} (${rule}, ${severity ?? 'no'} severity). ${adviceFor(rule)}${silenced}`,
    place: { file: nameOf(result.filename), line: Math.max(1, line), code: code && withoutLiterals(code) },
    counts: severity !== 'low' && why === null,
    why,
    unexplained: suppression !== null && severity !== 'low' && why === null,
  };
}

/** Why a finding does not count; null: it does. */
function whyNot(
  rule: string,
  code: string | null,
  confidence: ToolFinding['confidence'],
  suppression: Suppression | null,
): string | null {
  // What somebody silenced without a word is told whatever it was.
  if (suppression !== null)
    return isExplained(suppression) ? `explained beside it: ${suppression.reason}` : null;
  if (NEVER_COUNTS[rule] !== undefined) return NEVER_COUNTS[rule];
  if (rule === 'B703' && CLEANED.test(code ?? ''))
    return 'what is marked as safe has just been cleaned or escaped';
  return confidence === 'low' ? 'Bandit itself is not sure' : null;
}

/** The call that is marked as safe makes it so. */
const CLEANED =
  /mark_safe\(\s*(?:[\w.]*\b(?:clean|escape|conditional_escape|format_html|sanitize\w*|linkify|dumps_safe)\(|(?:nh3|bleach)\.)/;

const silencedBadly = ({ rules, line }: Suppression, rule: string): string =>
  rules.length === 0
    ? `The # nosec in line ${line} names no rule, so it hides everything: write # nosec ${rule} and the reason behind it, or remove it and mend what is found.`
    : `The # nosec in line ${line} gives no reason for ${rule}: write it behind the rule, or mend what is found.`;

const levelOf = (written: Result['issue_severity']): 'low' | 'medium' | 'high' | null =>
  written === 'UNDEFINED' ? null : (written.toLowerCase() as 'low' | 'medium' | 'high');

const ORDER = ['high', 'medium', 'low', null];
const bySeverity = (a: ToolFinding, b: ToolFinding): number =>
  Number(b.counts) - Number(a.counts) || ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity);

/** A list of three paths is one thing to mend. */
const oncePerLine = (findings: readonly ToolFinding[]): ToolFinding[] => [
  ...new Map(
    findings.map((one) => [`${one.rule} ${one.place?.file}:${one.place?.line}`, one] as const),
  ).values(),
];

const lowNote = (findings: readonly ToolFinding[]): string[] => {
  const low = findings.filter(({ severity }) => severity === 'low').length;
  return low === 0
    ? []
    : [`${counted(low, 'finding')} of low severity ${low === 1 ? 'was' : 'were'} not looked at.`];
};
