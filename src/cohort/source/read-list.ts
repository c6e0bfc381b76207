/**
 * A list of learners as mentors have it: CSV or JSON of their own, the roster or the scores of Classroom 50, the export of
 * GitHub Classroom. Columns are known by the names that these programs use; a wrong line is named, and stops everything:
 * a learner who is silently left out is worse.
 */
import { readFile } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { UsageProblem } from '../../run/options.ts';
import { isClassroomScores, listOfScores } from './classroom50.ts';
import { type Entrant, entrants, type Listed, repositoryOf } from './entrant.ts';
import { webAddressOf } from './web.ts';

export interface RosterNaming {
  /** With these a roster without addresses is enough: Classroom 50 calls a repository CLASSROOM-ASSIGNMENT-USERNAME. */
  organization?: string;
  classroom?: string;
  assignment?: string;
}

const COLUMNS = {
  repository: [
    'repository',
    'repo',
    'url',
    'repository_url',
    'student_repository_url',
    'student_repository_name',
  ],
  folder: ['folder', 'path'],
  account: ['id', 'username', 'github_username', 'login', 'github', 'owner'],
  name: ['name', 'full_name', 'roster_identifier', 'identifier'],
  group: ['group', 'section', 'class', 'team'],
  first: ['first_name'],
  last: ['last_name'],
  role: ['role'],
} as const;
type Row = Record<string, unknown>;

export async function readList(file: string, naming: RosterNaming = {}): Promise<Entrant[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageProblem([`${file} cannot be read.`]);
  });
  if (extname(file).toLowerCase() !== '.json') return listed(await csvRows(text, file), file, naming);
  const given = jsonOf(text, file);
  if (isClassroomScores(given)) return entrants(listOfScores(given, naming.assignment));
  const rows = Array.isArray(given) ? given : (given as { learners?: unknown }).learners;
  if (!Array.isArray(rows))
    throw new UsageProblem([`${file} holds no list: write [{"name": …, "repository": …}, …].`]);
  return listed(rows.map(asRow), file, naming);
}

function listed(rows: Row[], file: string, naming: RosterNaming): Entrant[] {
  const problems: string[] = [];
  const found = rows.flatMap((row, index) => {
    const role = value(row, 'role').toLowerCase();
    if (role !== '' && role !== 'student') return [];
    const one = oneOf(row, file, naming);
    if (one === null)
      problems.push(`${file}, entry ${index + 1}: there is no repository and no folder in it.`);
    return one ?? [];
  });
  if (problems.length > 0)
    throw new UsageProblem([
      ...problems.slice(0, 10),
      `A column "repository" says OWNER/NAME or an address. For a roster of Classroom 50 add --organization, --classroom and --assignment.`,
    ]);
  if (found.length === 0) throw new UsageProblem([`${file} names nobody.`]);
  return entrants(found);
}

function oneOf(row: Row, file: string, naming: RosterNaming): Listed | null {
  const account = value(row, 'account');
  const given = value(row, 'repository') || namedAs(account, naming);
  const folder = value(row, 'folder');
  const repository = repositoryOf(given) ?? repositoryOf(`${naming.organization ?? ''}/${given}`);
  const isAddress = /^(https?|file|ssh):\/\/|^git@/.test(given);
  if (repository === null && folder === '' && !isAddress) return null;
  const full = [value(row, 'first'), value(row, 'last')].filter((part) => part !== '').join(' ');
  const key =
    account ||
    value(row, 'name') ||
    (repository ? `${repository.owner}-${repository.repo}` : folder || given);
  return {
    key,
    name: value(row, 'name') || full || account || key,
    group: value(row, 'group') || null,
    repository,
    folder: folder === '' ? null : resolve(dirname(file), folder),
    clone: isAddress ? given : repository && webAddressOf(repository),
  };
}

function namedAs(account: string, { organization, classroom, assignment }: RosterNaming): string {
  if (!organization || !classroom || !assignment || account === '') return '';
  return `${organization}/${classroom}-${assignment}-${account}`;
}

function value(row: Row, kind: keyof typeof COLUMNS): string {
  for (const column of COLUMNS[kind]) {
    const given = row[column];
    if ((typeof given === 'string' || typeof given === 'number') && String(given).trim() !== '')
      return String(given).trim();
  }
  return '';
}

async function csvRows(text: string, file: string): Promise<Row[]> {
  const { default: Papa } = await import('papaparse');
  const { data, errors } = Papa.parse<Row>(text.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (name) =>
      name
        .trim()
        .toLowerCase()
        .replaceAll(/[\s-]+/g, '_'),
  });
  const bad = errors.filter(({ type }) => type !== 'Delimiter');
  if (bad.length > 0)
    throw new UsageProblem(
      bad.slice(0, 10).map(({ row, message }) => `${file}, entry ${(row ?? 0) + 1}: ${message}.`),
    );
  return data;
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new UsageProblem([`${file} is no JSON.`]);
  }
}

/** A list of addresses alone is enough. */
function asRow(entry: unknown): Row {
  if (typeof entry === 'string') return { repository: entry };
  return typeof entry === 'object' && entry !== null ? (entry as Row) : {};
}
