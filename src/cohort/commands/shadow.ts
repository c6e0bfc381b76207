/** `cohort shadow`: exit code 0 when no verdict differs, 1 when some do, 3 when some could not be compared. */
import { join, resolve } from 'node:path';
import { groupBy } from '../../html/group-by.ts';
import { plain } from '../../report/boundary.ts';
import { count } from '../../report/words.ts';
import { UsageProblem } from '../../run/options.ts';
import type { GradeRequest } from '../grade/messages.ts';
import { type Change, compareCohorts, type Shadow } from '../shadow.ts';
import type { RosterNaming } from '../source/read-list.ts';
import { writeWhole } from '../write.ts';
import { gradeAll } from './grade.ts';
import { learnersOf, shardOf } from './learners.ts';
import { showCount } from './progress.ts';

export interface ShadowFlags extends RosterNaming {
  graders?: string;
  against?: string;
  compare?: string;
  exercise?: string;
  engine: GradeRequest['engine'];
  out: string;
  jobs?: number;
  timeout: number;
}

export async function shadowCommand(source: string, flags: ShadowFlags): Promise<number> {
  const out = resolve(flags.out);
  const gradings =
    flags.compare === undefined ? await gradeTwice(source, flags, out) : [source, flags.compare];
  if (gradings === null) return 130;
  const [before = '', after = ''] = gradings;
  const shadow = await compareCohorts(before, after);
  await writeWhole(join(out, 'shadow.json'), `${JSON.stringify(shadow, null, 2)}\n`);
  process.stdout.write(`${inWords(shadow).join('\n')}\nAll of it: ${join(out, 'shadow.json')}\n`);
  if (shadow.missing.length > 0 || shadow.learners === 0) return 3;
  return shadow.changes.length > 0 ? 1 : 0;
}

async function gradeTwice(source: string, flags: ShadowFlags, out: string): Promise<string[] | null> {
  if (flags.against === undefined)
    throw new UsageProblem([
      'Name what to compare with: --against FOLDER of exercises, or --compare FOLDER of a cohort.',
    ]);
  const progress = showCount(process.stderr, 'learners');
  const entrants =
    (await shardOf(source, undefined)) ?? (await learnersOf(source, flags, join(out, '.grade'), progress));
  const sides = [
    { folder: join(out, 'before'), graders: flags.graders },
    { folder: join(out, 'after'), graders: flags.against },
  ];
  for (const { folder, graders } of sides)
    if ((await gradeAll(entrants, flags, folder, graders)) === null) return null;
  return sides.map(({ folder }) => folder);
}

export function inWords({ changes, compared, learners, missing }: Shadow): string[] {
  const people = new Set(changes.map(({ learner }) => learner)).size;
  return [
    `${count(compared, 'verdict')} of ${count(learners, 'learner')} compared: ${changes.length} differ, of ${count(people, 'learner')}.`,
    ...[...groupBy(changes, ({ requirement }) => requirement)].flatMap(([requirement, of]) => [
      `${requirement}:`,
      ...of
        .slice(0, 20)
        .map((one) => `  ${one.learner}: ${stateOf(one.before)} → ${stateOf(one.after)}. ${reasonOf(one)}`),
      ...(of.length > 20 ? [`  and ${of.length - 20} more`] : []),
    ]),
    ...missing
      .slice(0, 20)
      .map(({ learner, side, why }) => `${learner} has no result ${side}: ${plain(why)}`),
  ];
}

const stateOf = (side: Change['before']): string => side?.state ?? 'not there';
const reasonOf = ({ before, after }: Change): string => plain((after ?? before)?.reason ?? '', { max: 160 });
