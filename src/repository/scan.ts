import { lstat, realpath } from 'node:fs/promises';
import { readCommit } from './commit.ts';
import { findProjects } from './projects.ts';
import { type ProjectHints, type Repository, RepositoryProblem } from './repository.ts';
import { walk } from './walk.ts';

/** Reads a learner's repository: its files, its commit and the Django projects in it. */
export async function scanRepository(path: string, hints: ProjectHints): Promise<Repository> {
  const root = await realpath(path).catch(() => null);
  if (!root || !(await lstat(root)).isDirectory())
    throw new RepositoryProblem(`There is no folder ${path}.`, 'Give the path of the repository to grade.');
  const [{ files, notes }, commit] = await Promise.all([walk(root), readCommit(root)]);
  const projects = await findProjects(root, files, hints);
  return { root, files, ...commit, notes, projects };
}
