/**
 * Learners of one course have much the same dependencies. What is installed is kept by the engine for all of them; here
 * the first of each kind goes ahead, so that the same is not installed several times at once.
 */
import { createHash } from 'node:crypto';
import { planInstall } from '../../prepare/plan-install.ts';
import { scanRepository } from '../../repository/scan.ts';
import { chooseExercise } from '../../run/choose.ts';
import { configOf } from '../../run/config.ts';

/** The same for repositories that have the same installed; null: there is nothing to install, or it cannot be told. */
export async function dependencyKey(
  root: string,
  graders: string,
  exercise: string | null,
): Promise<string | null> {
  try {
    const config = await configOf(root);
    const { exercise: chosen } = await chooseExercise(graders, exercise ?? undefined, config, root);
    const repository = await scanRepository(root, chosen.spec.recognise);
    const project =
      config.project === undefined
        ? repository.projects[0]
        : repository.projects.find(({ dir }) => dir === config.project);
    if (project === undefined) return null;
    const { plan } = await planInstall(repository, project, config);
    return createHash('sha256').update(JSON.stringify(plan)).digest('hex');
  } catch {
    // Grading says what is wrong with it.
    return null;
  }
}

export interface FirstOfKind {
  /** Resolves when nobody installs the same at the moment; then `installed` is to be called. */
  enter: (key: string | null) => Promise<{ installed: () => void }>;
}

export function firstOfKind(): FirstOfKind {
  const underWay = new Map<string, Promise<void>>();
  const known = new Set<string>();
  return {
    async enter(key) {
      if (key === null) return { installed: () => {} };
      while (!known.has(key) && underWay.has(key)) await underWay.get(key);
      if (known.has(key)) return { installed: () => {} };
      let open = (): void => {};
      underWay.set(
        key,
        new Promise((resolve) => {
          open = resolve;
        }),
      );
      return {
        installed() {
          known.add(key);
          underWay.delete(key);
          open();
        },
      };
    },
  };
}
