/** Notes on the learner's own lines. A step shows ten of each level and the runner cuts at 4,096 characters. */
import { plain, plainLines } from './boundary.ts';
import { viewOf } from './model.ts';
import { ownPath } from './own-path.ts';
import type { Place, Report, RequirementResult } from './schema.ts';

export interface Annotation {
  level: 'error' | 'warning' | 'notice';
  file: string;
  line: number;
  title: string;
  message: string;
}

/** The most useful first, at most ten of each level (or `perLevel`), one for each line and title. */
export function annotations(report: Report, perLevel = PER_LEVEL): Annotation[] {
  const all = [
    ...ofProblem(report),
    ...viewOf(report).open.flatMap(({ requirement }) => ofRequirement(requirement)),
  ];
  const distinct = new Map(all.map((a) => [`${a.file}:${a.line}:${a.title}`, a] as const).toReversed());
  const inOrder = [...distinct.values()].toReversed();
  const ofLevel = (level: Annotation['level']) => inOrder.filter((a) => a.level === level).slice(0, perLevel);
  return [...ofLevel('error'), ...ofLevel('warning'), ...ofLevel('notice')];
}

const PER_LEVEL = 10;

function ofProblem({ problem }: Report): Annotation[] {
  return problem?.place ? at(problem.place, 'error', 'The app did not start', problem.message) : [];
}

function ofRequirement(requirement: RequirementResult): Annotation[] {
  return requirement.evidence.flatMap((evidence) => {
    if (evidence.ok || evidence.place === null) return [];
    const message = [
      evidence.summary,
      evidence.exception,
      evidence.expected === null ? null : `Expected: ${evidence.expected}`,
      evidence.actual === null ? null : `Got: ${evidence.actual}`,
      requirement.hint === null ? null : `What to do: ${requirement.hint}`,
    ];
    return at(
      evidence.place,
      levelOf(requirement),
      requirement.title,
      message.filter((part) => part !== null).join('\n'),
    );
  });
}

function levelOf({ state, advice }: RequirementResult): Annotation['level'] {
  if (advice) return 'notice';
  return state === 'fail' ? 'error' : 'warning';
}

/** A path out of the repository is nothing that GitHub could show, and nothing that should be printed. */
function at({ file, line }: Place, level: Annotation['level'], title: string, message: string): Annotation[] {
  const path = ownPath(file);
  if (path === null) return [];
  return [
    {
      level,
      file: path,
      line,
      title: plain(title, { max: 200 }),
      message: plainLines(message, { max: 2_000 }),
    },
  ];
}
