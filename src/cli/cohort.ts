/** `cohort`: what a mentor does with many learners at once. Each command is loaded when it is called. */
import { type Command, InvalidArgumentError, Option } from 'commander';

const SOURCE =
  'a folder with one folder per learner, a list (.csv or .json), org:ORGANIZATION/PREFIX, or pulls:OWNER/REPOSITORY';

export function cohortCommands(cohort: Command): void {
  cohort.description('collects, grades and shows a whole cohort of learners');

  roster(
    cohort
      .command('collect')
      .description('gathers the newest result of each learner; GH_TOKEN is the token for GitHub')
      .argument('<source>', SOURCE),
  )
    .option('--out <dir>', 'folder of the cohort', 'cohort')
    .option('--title <text>', 'what the page is called')
    .option('--deadline <time>', 'e.g. 2026-12-01T23:59:00+01:00; what came later is marked', instant)
    .option('--exercise <id>', 'what those were to do of whom there is nothing')
    .option('--artifact <name>', 'name of the artifact with report.json', 'milepost-report')
    .option('--history <n>', 'earlier results of each, for the progress; each costs two requests', count, 0)
    .option('--workflow <file>', 'the workflow that you handed out, if it is not that of "init"')
    .option('--action <reference>', 'the action that its workflow uses, e.g. school/milepost@v1')
    .option('--graders <dir>', 'a folder of exercises of your own')
    .option('--jobs <n>', 'learners at once', positive, 8)
    .option('--pseudonyms <file>', 'replaces names by ids; FILE, which says whose they are, stays with you')
    .action(async (source: string, options) => {
      const { collectCommand } = await import('../cohort/commands/collect.ts');
      process.exitCode = await collectCommand(source, options);
    });

  roster(
    cohort
      .command('grade')
      .description('grades each learner anew, on this machine; goes on where it was stopped')
      .argument('<source>', `${SOURCE}; or what "cohort plan" wrote`),
  )
    .option('--out <dir>', 'folder of the cohort', 'cohort')
    .option('--title <text>', 'what the page is called')
    .option('--deadline <time>', 'e.g. 2026-12-01T23:59:00+01:00; what came later is marked', instant)
    .option('--exercise <id>', 'what is graded; left out: each repository itself decides')
    .addOption(
      new Option('--engine <engine>', 'where the apps run')
        .choices(['auto', 'docker', 'process'])
        .default('auto'),
    )
    .option('--graders <dir>', 'a folder of exercises of your own')
    .option('--jobs <n>', 'learners at once; left out: what this machine can do', positive)
    .option('--shard <n>', 'of a plan: grades this part only', positive)
    .option('--timeout <minutes>', 'for one learner', positive, 20)
    .option('--pseudonyms <file>', 'replaces names by ids; FILE, which says whose they are, stays with you')
    .action(async (source: string, options) => {
      const { gradeCohortCommand } = await import('../cohort/commands/grade.ts');
      process.exitCode = await gradeCohortCommand(source, options);
    });

  roster(
    cohort
      .command('plan')
      .description('shares the learners out among the jobs of a workflow matrix, and prints it as JSON')
      .argument('<source>', SOURCE),
  )
    .requiredOption('--shards <n>', 'how many jobs, 256 at most', positive)
    .option('--out <file>', 'a file for the plan, which the jobs read')
    .action(async (source: string, options) => {
      const { planCommand } = await import('../cohort/commands/plan.ts');
      process.exitCode = await planCommand(source, options);
    });

  cohort
    .command('merge')
    .description(
      'makes one cohort of several: the parts that the jobs of a matrix graded, or several exercises',
    )
    .argument('<dir...>', 'folders of cohorts')
    .requiredOption('--out <dir>', 'folder of the cohort')
    .option('--title <text>', 'what the page is called')
    .action(async (folders: string[], options) => {
      const { mergeCommand } = await import('../cohort/commands/merge.ts');
      process.exitCode = await mergeCommand(folders, options);
    });

  roster(
    cohort
      .command('shadow')
      .description('grades the cohort with two versions of an exercise, and says whose verdicts differ')
      .argument('<source>', `${SOURCE}; or, with --compare, a cohort that is graded already`),
  )
    .option('--graders <dir>', 'the exercises as they are; left out: those of Milepost')
    .option('--against <dir>', 'the exercises as they would be')
    .option('--compare <dir>', 'a second cohort that is graded already, instead of grading anew')
    .option('--exercise <id>', 'what is graded; left out: each repository itself decides')
    .addOption(
      new Option('--engine <engine>', 'where the apps run')
        .choices(['auto', 'docker', 'process'])
        .default('auto'),
    )
    .option('--out <dir>', 'folder for both gradings and shadow.json', 'shadow')
    .option('--jobs <n>', 'learners at once; left out: what this machine can do', positive)
    .option('--timeout <minutes>', 'for one learner', positive, 20)
    .action(async (source: string, options) => {
      const { shadowCommand } = await import('../cohort/commands/shadow.ts');
      process.exitCode = await shadowCommand(source, options);
    });

  cohort
    .command('report')
    .description('makes the page of a cohort')
    .argument('<dir>', 'folder of the cohort')
    .option('--out <dir>', 'folder for the page; left out: that of the cohort')
    .option('--learner <id>', 'a page for this learner, which shows nobody else')
    .option('--pseudonyms <file>', 'replaces names by ids; FILE, which says whose they are, stays with you')
    .option('--reports', 'writes the whole report of each learner beside the page, however many there are')
    .option('--no-reports', 'writes the page alone')
    .action(async (folder: string, options) => {
      const { cohortReportCommand } = await import('../cohort/page/command.ts');
      process.exitCode = await cohortReportCommand(folder, options);
    });

  // Not for people: "cohort grade" starts it.
  cohort.command('grader', { hidden: true }).action(async () => {
    const { serve } = await import('../cohort/grade/serve.ts');
    serve();
  });
}

/** With these the roster of Classroom 50 is a list of repositories. */
const roster = (command: Command): Command =>
  command
    .option('--organization <name>', 'of a roster: the organization of its repositories')
    .option('--classroom <name>', 'of a roster of Classroom 50: the short name of the classroom')
    .option('--assignment <name>', 'of a roster or scores of Classroom 50: the short name of the assignment');

function positive(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return Number(text);
}

function count(text: string): number {
  return text === '0' ? 0 : positive(text);
}

function instant(text: string): string {
  if (!/^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new InvalidArgumentError('It must be a date, or a time with its zone: 2026-12-01T23:59:00+01:00.');
  return text.length === 10 ? `${text}T23:59:59Z` : text;
}
