/**
 * One run, one line: repository → exercise → engine → install → start → facts → bind → actors → checks → score → report.
 * Reads top-down; each stage is a function from typed data to typed data.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startApp } from '../app/start.ts';
import { bind } from '../bind/bind.ts';
import { unknownMappings } from '../bind/configured.ts';
import { seededRandom } from '../bind/random.ts';
import { runChecks } from '../checks/requirements.ts';
import { isExhausted } from '../checks/verdicts.ts';
import { chooseEngine } from '../engines/choose.ts';
import type { Sandbox } from '../engines/engine.ts';
import { EngineError } from '../engines/engine-error.ts';
import { packageForImport } from '../prepare/package-for-import.ts';
import { planInstall } from '../prepare/plan-install.ts';
import type { Report } from '../report/schema.ts';
import { maskEverywhere } from '../report/secrets.ts';
import { notesOnOwnSpecs } from '../repository/own-specs.ts';
import { readHeaders } from '../repository/read-headers.ts';
import { scanRepository } from '../repository/scan.ts';
import { openToolbox } from '../tools/toolbox.ts';
import { chooseExercise } from './choose.ts';
import { configOf } from './config.ts';
import { gradersFolder } from './graders-folder.ts';
import type { GradeOptions } from './options.ts';
import { completed, failedRun, notStarted, type RunFacts, stoppedRun } from './outcome.ts';
import { selected } from './selected.ts';
import { stages } from './stages.ts';
import { toolsOf, writtenResults } from './written.ts';

export type { GradeOptions } from './options.ts';

export async function grade(options: GradeOptions): Promise<Report> {
  const hide = <T>(value: T): T => maskEverywhere(value, options.secrets);
  const report = hide(await run({ ...options, progress: (event) => options.progress(hide(event)) }));
  // The renderers are loaded when there is something to render.
  const { writeReports } = await import('../report/write.ts');
  await writeReports(report, options.out, {}, options.formats);
  return report;
}

async function run(options: GradeOptions): Promise<Report> {
  const root = resolve(options.path);
  const line = stages(options.progress);
  const folder = options.graders ?? gradersFolder();
  const seed = options.seed ?? randomInt(2 ** 31);

  const config = await configOf(root);
  const { exercise, why } = await line.run('exercise', () =>
    chooseExercise(folder, options.exercise, config, root),
  );
  const { spec } = exercise;
  const requirements = selected(spec, options.only);
  const repository = await line.run('repository', () => scanRepository(root, spec.recognise));
  const project =
    config.project === undefined
      ? repository.projects[0]
      : repository.projects.find((one) => one.dir === config.project);
  const { engine, why: engineWhy } = await line.run('engine', () =>
    chooseEngine(options.engine, options.environment.ci, options.docker),
  );
  options.progress({ stage: 'engine', message: `${engine.name} (${engineWhy})` });

  const facts: RunFacts = {
    exercise,
    why,
    graders: options.graders ?? null,
    repository,
    project: project ?? null,
    engine,
    seed,
    requirements,
    timings: line.timings,
    notes: [...repository.notes, ...(await notesOnOwnSpecs(repository, folder))],
    remedies: [],
    startedAt: new Date(),
  };
  if (project === undefined) {
    return notStarted(facts, {
      stage: 'repository',
      message: noProject(config.project),
      place: null,
      log: null,
    });
  }
  let sandbox: Sandbox | null = null;
  try {
    const prepared = await line.run('plan', () => planInstall(repository, project, config));
    facts.notes.push(...prepared.notes);
    facts.remedies.push(...prepared.remedies);
    let plan = prepared.plan;
    const opened = await line.run('sandbox', (say) =>
      engine.openSandbox({
        runId: randomBytes(6).toString('hex'),
        source: root,
        files: repository.files,
        hostNames: project.hostNames,
        progress: say,
        signal: options.signal,
        keep: options.keep,
      }),
    );
    sandbox = opened;
    const toolbox = openToolbox(
      { sandbox: opened, repository, project },
      toolsOf(requirements),
      line.timings,
    );
    const written = { requirements, repository, project, toolbox };
    const install = await line.run('install', (say) => {
      say('installing the dependencies, or reusing those of an earlier run');
      return opened.install(plan);
    });
    options.signal.throwIfAborted();
    facts.remedies.push(...install.changes);
    toolbox.installed({ plan: prepared.plan, outcome: install });
    if (!install.ok) {
      const message = install.problem ?? 'The dependencies could not be installed.';
      const problem = { stage: 'install', message, place: null, log: install.log };
      return notStarted(facts, problem, await line.run('checks', () => writtenResults(written)));
    }

    const started = await line.run('start', (say) =>
      startApp({
        sandbox: opened,
        install,
        project: {
          ...project,
          settingsModules: config.settings === undefined ? project.settingsModules : [config.settings],
          envExample: { ...project.envExample, ...config.env },
        },
        secretKey: randomBytes(32).toString('hex'),
        signal: options.signal,
        progress: say,
        addPackage: async (module) => {
          const name = packageForImport(module);
          if (name === null || plan.extra.includes(name)) return null;
          plan = { ...plan, extra: [...plan.extra, name] };
          const more = await opened.install(plan);
          return more.ok
            ? {
                what: `installed ${name}`,
                why: `the code imports ${module}, which the dependency file does not list`,
              }
            : null;
        },
      }),
    );
    options.signal.throwIfAborted();
    facts.remedies.push(...started.remedies);
    if (!started.ok) {
      await assertThere(opened);
      const judged = await line.run('checks', () => writtenResults(written));
      return notStarted(facts, started.failure, judged);
    }

    const { app } = started;
    const mapping = config.bind ?? {};
    facts.notes.push(...unknownMappings(mapping, app.facts));
    const headers = await readHeaders(repository);
    const bound = await line.run('bind', (say) =>
      bind({ app, spec, mapping, random: seededRandom(seed), headers, progress: say }),
    );
    const results = await line.run('checks', (say) =>
      runChecks({ ...written, app, bound, seed, signal: options.signal, progress: say }),
    );
    options.signal.throwIfAborted();
    facts.remedies.push(...app.supplied);
    if (results.some(({ state }) => state !== 'pass')) await assertThere(opened);
    return completed(facts, bound, results);
  } catch (error) {
    if (options.signal.aborted) return stoppedRun(facts, line.current());
    const lost = await lossOf(sandbox);
    if (lost !== null) return failedRun(facts, line.current(), lost);
    if (isExhausted(error))
      return notStarted(facts, {
        stage: line.current(),
        message: `It did not last until it could be tried: ${error.message}.`,
        place: null,
        log: null,
      });
    return failedRun(facts, line.current(), error);
  } finally {
    const open = sandbox;
    if (open !== null)
      await line.run('clean-up', (say) => open.close().catch((error) => say(leftBehind(error))));
  }
}

/** What an app does not do because its engine is gone must not be held against it. */
async function assertThere(sandbox: Sandbox): Promise<void> {
  const lost = await lossOf(sandbox);
  if (lost !== null) throw lost;
}

/** That a connection is lost can be told only a moment after what failed because of it. */
async function lossOf(sandbox: Sandbox | null): Promise<EngineError | null> {
  await sleep(20);
  const why = sandbox?.lost() ?? null;
  return why === null ? null : new EngineError(why);
}

/** The verdicts are known by then, so they are not thrown away for it. */
const leftBehind = (error: unknown): string =>
  `not everything could be removed, so the next run will do it: ${error instanceof Error ? error.message : error}`;

const noProject = (wanted: string | undefined): string =>
  wanted === undefined
    ? 'No Django project was found: there is no manage.py (and no settings.py with a wsgi.py) in this repository. Commit your project, or name its folder with "project:" in .milepost.yml.'
    : `.milepost.yml names the folder "${wanted}", but there is no Django project in it.`;
