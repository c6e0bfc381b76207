/** `document`: a text that the learner wrote, in whatever file. Read from the files alone: no app is needed. */

import { candidatesFor } from '../documents/candidates.ts';
import { bestOf, type Judged } from '../documents/judge.ts';
import { evidence } from '../report/evidence.ts';
import type { Evidence } from '../report/schema.ts';
import { textReader } from '../repository/read-text.ts';
import { evaluate } from '../spec/expect.ts';
import { MISSING } from '../spec/predicates.ts';
import type { RequirementSpec } from '../spec/schema.ts';
import type { DocumentStep } from '../spec/steps.ts';
import type { CaseResult, Written } from './probe.ts';

export const document = {
  name: 'document' as const,
  async run(
    step: DocumentStep,
    { repository, requirements }: Pick<Written, 'repository' | 'requirements'>,
  ): Promise<CaseResult[]> {
    const candidates = await candidatesFor(step.names, repository.files, textReader(repository.root));
    const found = bestOf(candidates, {
      words: step.words,
      minWords: step['min-words'],
      without: step.without ?? [],
      given: requirements.flatMap(sentencesOf),
    });
    const resolve = (query: string) =>
      found === null ? MISSING : query === 'file' ? found.file : query === 'gaps' ? found.gaps : MISSING;
    const ok = (await evaluate(step.expect, resolve)).every((outcome) => outcome.ok);
    const summary = found === null ? notFound(step) : said(found);
    return [
      {
        state: ok ? 'pass' : 'fail',
        label: step.title ?? 'the text',
        summary,
        expected: `a text with at least ${step['min-words']} words about ${Object.keys(step.words).join(' and ')}`,
        actual: summary,
        evidence: found === null ? [evidence({ summary, ok, source: 'parsed' })] : shown(found, ok, summary),
        blockedBy: null,
        resolve,
      },
    ];
  },
};

/** What the exercise itself says is not the learner's. */
const sentencesOf = ({ title, missing, hints, 'wrong-ways': ways }: RequirementSpec): string[] =>
  [title, missing ?? '', ...hints.map(({ say }) => say), ...(ways ?? [])].flatMap((text) =>
    text.split(/(?<=[.!?])\s+/),
  );

const notFound = ({ names }: DocumentStep): string =>
  `No such text was found: no file, and no heading of a README, has a name with ${names.slice(0, 6).join(', ')} or the like.`;

function said({ file, line, words, gaps, outline }: Judged): string {
  const where = line > 1 ? `${file}, line ${line}` : file;
  if (gaps.length > 0) return `${where} was found, but something is missing. ${gaps.join(' ')}`;
  if (words === null) return `${where} was found. It cannot be read here: a mentor has to open it.`;
  return `${where} was found: ${words} words in ${Math.max(1, outline.length)} sections. A mentor has to read it.`;
}

function shown({ file, line, outline, beginning }: Judged, ok: boolean, summary: string): Evidence[] {
  const rows = outline.slice(0, 40).map((one) => [String(one.line), one.heading, String(one.words)]);
  const outlined = evidence({
    summary,
    ok,
    source: 'parsed',
    place: { file, line, code: null },
    table:
      rows.length === 0
        ? null
        : { title: `The headings of ${file}`, columns: ['line', 'heading', 'words'], rows },
  });
  const begun = evidence({
    summary: 'How it begins.',
    ok,
    source: 'parsed',
    place: { file, line, code: null },
    table: { title: `From ${file}`, columns: ['says'], rows: beginning.map((sentence) => [sentence]) },
  });
  return beginning.length === 0 ? [outlined] : [outlined, begun];
}
