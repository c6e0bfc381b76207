/** Which exercise a repository solves: what was asked for, what `.milepost.yml` says, else what the files show. */
import { mentions, splitWords } from '../bind/endpoint.ts';
import type { MilepostConfig as Config } from '../repository/config.ts';
import { modelNames } from '../repository/model-names.ts';
import { type Repository, scanRepository } from '../repository/scan.ts';
import { exerciseIds, type LoadedExercise, loadExercise } from '../spec/load.ts';
import { UsageProblem } from './options.ts';

export interface Chosen {
  exercise: LoadedExercise;
  why: string;
}

export async function chooseExercise(
  folder: string,
  asked: string | undefined,
  config: Config,
  root: string,
): Promise<Chosen> {
  if (asked !== undefined) return { exercise: await loadExercise(folder, asked), why: 'it was asked for' };
  if (config.exercise !== undefined)
    return { exercise: await loadExercise(folder, config.exercise), why: '.milepost.yml names it' };
  const ids = await exerciseIds(folder);
  const rated = await Promise.all(ids.map(async (id) => rate(await loadExercise(folder, id), root)));
  const [best, second] = rated.toSorted((a, b) => b.score - a.score);
  if (best !== undefined && (ids.length === 1 || best.score > (second?.score ?? 0))) {
    return {
      exercise: best.exercise,
      why:
        best.score > 0
          ? `the repository speaks of ${best.words.slice(0, 4).join(', ')}`
          : 'it is the only exercise',
    };
  }
  throw new UsageProblem([
    'Which exercise this repository solves cannot be told from its files.',
    `Say so with --exercise ID, or with "exercise: ID" in .milepost.yml. There are: ${ids.join(', ')}.`,
  ]);
}

/** By words in paths, by packages, and by models: one that is called as the exercise calls it says more than a folder. */
async function rate(exercise: LoadedExercise, root: string) {
  const { recognise, roles } = exercise.spec;
  const repository: Repository = await scanRepository(root, {
    words: recognise.words,
    packages: recognise.packages,
  });
  const paths = repository.files.join('\n').toLowerCase();
  const words = recognise.words.filter((word) => paths.includes(word));
  const declared = await modelNames(repository);
  const models = Object.values(roles).flatMap((role) => {
    const named =
      'words' in role ? declared.find((name) => mentions(splitWords(name), role.words)) : undefined;
    return named === undefined ? [] : [named];
  });
  const score = words.length + 2 * models.length + (repository.projects[0]?.score ?? 0);
  return { exercise, words: [...models, ...words], score };
}
