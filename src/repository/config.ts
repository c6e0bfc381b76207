/** `.milepost.yml`: how a learner tells where things are. It maps and describes; it cannot lower what is asked. */
import { lstat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { z } from 'zod';
import { nearestName } from '../config/nearest-name.ts';
import { type ConfigProblem, type ProblemAt, parsePositioned } from '../config/positioned-yaml.ts';
import { dottedName } from './python-name.ts';
import { readText } from './read-text.ts';

export const configFile = '.milepost.yml';

const folder = z
  .string()
  .regex(/^(?!\/|[A-Za-z]:)(?!(.*\/)?\.\.(\/|$)).+$/, {
    error: 'must be a folder inside the repository, such as `backend`.',
  })
  .transform((path) => posix.normalize(path).replace(/\/$/, ''));
const route = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \/\S*$/;
const fieldName = /^[^\s/]{1,100}$/;

export const configSchema = z
  .strictObject({
    exercise: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*$/)
      .optional()
      .describe('Which exercise this repository solves.'),
    project: folder.optional().describe('Folder that holds manage.py, from the root of the repository.'),
    settings: z
      .string()
      .regex(dottedName, {
        error: 'must be a dotted module name, such as `config.settings.dev`.',
      })
      .optional()
      .describe('Settings module to start the app with, such as config.settings.dev.'),
    python: z
      .string({ error: 'must be text in quotes, such as "3.12": without quotes 3.10 would mean 3.1.' })
      .regex(/^3\.\d{1,2}$/, { error: 'must be a Python version with two numbers, such as "3.12".' })
      .optional()
      .describe('Python version, in quotes, such as "3.12".'),
    env: z
      .record(
        z.string().regex(/^[A-Za-z_]\w*$/),
        z.union([z.string(), z.number(), z.boolean()]).transform(String),
      )
      .optional()
      .describe('Environment variables that the app needs. Put no real secrets here.'),
    bind: z
      .record(
        z.string().regex(/^[a-z][\w-]*(\.[a-z][\w-]*)*$/),
        z.string().refine((text) => route.test(text) || fieldName.test(text), {
          error: 'must be a route such as `POST /api/items/`, or the name of a field.',
        }),
      )
      .optional()
      .describe(
        'What a role or slot of the exercise is called here: `register: POST /api/users/` or `item.title: titulo`.',
      ),
  })
  .meta({ title: configFile, description: 'Tells Milepost where to find things in this repository.' });

export type MilepostConfig = z.infer<typeof configSchema>;
export type ReadConfig =
  | { ok: true; config: MilepostConfig; problemAt: ProblemAt }
  | { ok: false; problems: ConfigProblem[] };

export async function readConfig(root: string): Promise<ReadConfig> {
  const status = await lstat(join(root, configFile)).catch(() => null);
  if (!status) return misnamed(root);
  if (!status.isFile()) return refuse('is not a regular file.', 'Commit the file itself instead of a link.');
  if (status.size > 64 * 1024)
    return refuse('is larger than 64 KB.', 'Keep only what Milepost could not find by itself.');
  return parseConfig(await readText(root, configFile));
}

export function parseConfig(text: string): ReadConfig {
  // A file of comments only says nothing, which is no mistake.
  if (text.split(/\r?\n/).every((line) => /^#|^$/.test(line.trim()))) return empty;
  const read = parsePositioned(configSchema, text, configFile);
  return read.ok ? { ok: true, config: read.value, problemAt: read.problemAt } : read;
}

/** Mappings of roles and slots that the exercise does not have, each with the nearest name that it has. */
export function unknownRoles(
  config: MilepostConfig,
  problemAt: ProblemAt,
  known: readonly string[],
): ConfigProblem[] {
  const wrong = Object.keys(config.bind ?? {}).filter((role) => !known.includes(role));
  return wrong.map((role) => {
    const near = nearestName(role, known);
    return problemAt(['bind', role], 'key', {
      message: `\`${role}\` is not a role or slot of this exercise.`,
      found: role,
      allowed: known.join(', '),
      advice: near ? `Did you mean \`${near}\`?` : 'Remove it, or use one of the allowed names.',
    });
  });
}

const place: ProblemAt = (_path, _side, explanation) => ({
  file: configFile,
  line: 1,
  column: 1,
  ...explanation,
});
const empty: ReadConfig = { ok: true, config: {}, problemAt: place };

function refuse(what: string, advice: string): ReadConfig {
  const explanation = { message: `${configFile} ${what}`, found: '', allowed: '', advice };
  return { ok: false, problems: [place([], 'value', explanation)] };
}

async function misnamed(root: string): Promise<ReadConfig> {
  for (const name of ['.milepost.yaml', 'milepost.yml', 'milepost.yaml']) {
    const status = await lstat(join(root, name)).catch(() => null);
    if (status) {
      const explanation = {
        message: `${name} is not read.`,
        found: name,
        allowed: configFile,
        advice: `Rename it to ${configFile}.`,
      };
      return { ok: false, problems: [{ file: name, line: 1, column: 1, ...explanation }] };
    }
  }
  return empty;
}
