/** `.milepost.yml` of the repository; a wrong one stops the run with the place of every mistake. */
import { formatProblem } from '../config/positioned-yaml.ts';
import { type MilepostConfig as Config, readConfig } from '../repository/config.ts';
import { UsageProblem } from './options.ts';

export async function configOf(root: string): Promise<Config> {
  const read = await readConfig(root);
  if (!read.ok) throw new UsageProblem(read.problems.map(formatProblem));
  return read.config;
}
