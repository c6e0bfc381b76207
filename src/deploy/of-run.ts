/** The deployment of a run: settings are loaded once, however many checks ask. */
import type { Instance } from '../app/instance.ts';
import { textReader } from '../repository/read-text.ts';
import type { Project, Repository } from '../repository/scan.ts';
import { fileOf } from '../repository/settings-modules.ts';
import { type Deployment, readDeployment } from './deployment.ts';
import { productionOf } from './production.ts';

export interface Asking {
  /** the same object in all checks of a run */
  bound: object;
  session: { readonly instance: Pick<Instance, 'call'> };
  repository: Pick<Repository, 'root' | 'files' | 'projects'>;
  project: Pick<Project, 'dir' | 'settingsModules'>;
}

const known = new WeakMap<object, Promise<Deployment | null>>();

/** null: there is no settings module that production could use. */
export function deploymentOfRun(asking: Asking): Promise<Deployment | null> {
  const found = known.get(asking.bound) ?? read(asking);
  known.set(asking.bound, found);
  return found;
}

async function read({ session, repository, project }: Asking): Promise<Deployment | null> {
  const production = await productionOf(repository, project, textReader(repository.root));
  const exists = (module: string): boolean => fileOf(module, project.dir, repository.files) !== null;
  return production === null ? null : readDeployment(session.instance, production, exists);
}

/** What production adds to its pages where the app was started with other settings; null: that cannot be told. */
export async function productionHeaders(asking: Asking): Promise<Record<string, string> | null> {
  const deployment = await deploymentOfRun(asking).catch(() => null);
  if (deployment?.proper.loaded == null) return null;
  const request = { ...deployment.proper.request, headers: true };
  const answer = await asking.session.instance.call('deploy.read', request).catch(() => null);
  return answer?.ok ? (answer.headers ?? null) : null;
}
