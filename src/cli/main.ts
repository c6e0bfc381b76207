/** The command line. Heavy parts are loaded by the command that needs them, so that `--help` answers at once. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { FORMATS } from '../report/renderers.ts';
import { usageMessage } from '../run/usage-message.ts';
import { VERSION } from '../version.ts';
import { cohortCommands } from './cohort.ts';

export const EXIT = { passed: 0, notPassed: 1, usage: 2, notCompleted: 3 } as const;

const program = new Command('milepost')
  .description('Grades a Django application per roadmap requirement.')
  .version(VERSION)
  .showHelpAfterError('(--help shows how it is used)')
  .exitOverride()
  .addHelpText(
    'after',
    '\nExit codes: 0 everything passes, 1 a requirement does not pass, 2 the call, the configuration or a spec is wrong,\n3 grading could not be completed.',
  );

program
  .command('grade')
  .description(
    'grades the repository in PATH and writes its reports: report.html to read, report.json and others for tools',
  )
  .argument('[path]', 'the repository', '.')
  .option('--exercise <id>', 'the exercise; left out: .milepost.yml, else the repository itself decides')
  .addOption(
    new Option('--engine <engine>', 'where the app runs; auto takes Docker where an engine answers')
      .choices(['auto', 'docker', 'process'])
      .default('auto'),
  )
  .option('--out <dir>', 'folder for the reports', 'milepost-report')
  .option('--seed <n>', 'seed of the random test data, to repeat a run', integer)
  .option('--only <requirement...>', 'judges these requirements only, and those that they need')
  .addOption(
    new Option('--format <format>', 'what is printed').choices(['terminal', ...FORMATS]).default('terminal'),
  )
  .option('--keep', 'leaves the sandbox behind for a look')
  .option('--graders <dir>', 'a folder of exercises of your own')
  .action(async (path: string, options) => {
    // Docker is asked first: the rest of the program is loaded only then.
    const { dockerEngine } = await import('../engines/docker/index.ts');
    const docker = options.engine === 'process' ? null : await dockerEngine();
    const { gradeCommand } = await import('./grade.ts');
    process.exitCode = await gradeCommand(path, { ...options, docker });
  });

program
  .command('exercises')
  .description('lists what can be graded')
  .option('--graders <dir>', 'a folder of exercises of your own')
  .action(async (options) => {
    const { exercisesCommand } = await import('./exercises.ts');
    await exercisesCommand(options.graders);
  });

program
  .command('explain')
  .description('says what an exercise checks, and the usual wrong ways')
  .argument('<exercise>')
  .argument('[requirement]')
  .option('--graders <dir>', 'a folder of exercises of your own')
  .action(async (exercise: string, requirement: string | undefined, options) => {
    const { explainCommand } = await import('./exercises.ts');
    await explainCommand(exercise, requirement, options.graders);
  });

program
  .command('check-spec')
  .description('checks an exercise file that you wrote')
  .argument('<file>')
  .action(async (file: string) => {
    const { checkSpecCommand } = await import('./check-spec.ts');
    await checkSpecCommand(file);
  });

program
  .command('init')
  .description('writes a workflow and a commented .milepost.yml for the repository in PATH; never overwrites')
  .argument('[path]', 'the repository', '.')
  .option('--exercise <id>', 'the exercise; left out: the repository itself decides')
  .action(async (path: string, options) => {
    const { initCommand } = await import('./init.ts');
    await initCommand(path, options.exercise);
  });

cohortCommands(program.command('cohort'));

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

function integer(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 0 on.');
  return Number(text);
}

/** Help and version leave through commander's own error with exit code 0. */
function report(error: unknown): number {
  const known = error as { exitCode?: number; code?: string; message?: string };
  if (typeof known.code === 'string' && known.code.startsWith('commander.'))
    return known.exitCode === 0 ? EXIT.passed : EXIT.usage;
  const usage = usageMessage(error);
  if (usage !== null) {
    process.stderr.write(`${usage}\n`);
    return EXIT.usage;
  }
  process.stderr.write(`Grading could not be completed: ${known.message ?? String(error)}\n`);
  return EXIT.notCompleted;
}
