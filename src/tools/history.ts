/** What git knows of the repository: which files are part of it, and every line that was ever added. */
import type { Git } from '../repository/git.ts';

export interface History {
  /** `git log`, with a mark before each commit; see inside/secret_history.py */
  log: Buffer;
  commits: number;
  /** Only the newest commits are here: the checkout left the others out. */
  shallow: boolean;
  /** Why it could not be read to its end, as a sentence. */
  problem: string | null;
}

const MOST = { seconds: 30, megabytes: 48 };

/** Neither text of the learner's nor small: installed packages, pictures, generated files. */
const LEFT_OUT = [
  ...[
    'node_modules',
    'site-packages',
    'bower_components',
    'staticfiles',
    '__pycache__',
    'venv',
    '.venv',
    'env/Lib',
  ].map((folder) => `**/${folder}/**`),
  ...[
    'svg',
    'css',
    'scss',
    'map',
    'po',
    'mo',
    'lock',
    'csv',
    'pyc',
    'sqlite3',
    'db',
    'pdf',
    'zip',
    'gz',
    'min.js',
  ],
  ...[
    'png',
    'jpg',
    'jpeg',
    'gif',
    'webp',
    'ico',
    'bmp',
    'woff',
    'woff2',
    'ttf',
    'eot',
    'otf',
    'mp3',
    'mp4',
    'webm',
  ],
].map((name) => `:(exclude,glob,icase)${name.includes('/') ? name : `**/*.${name}`}`);

/** The same commits for counting as for reading; branches that a merge made look superfluous are among them. */
const COMMITS = ['--exclude=refs/stash', '--all', '--full-history', '--no-merges'];
const PATHS = ['--', '.', ...LEFT_OUT, ':(exclude,glob)**/package-lock.json'];

export async function readHistory(git: Git): Promise<History> {
  const [shallow, count] = await Promise.all([
    git(['rev-parse', '--is-shallow-repository']),
    git(['rev-list', '--count', ...COMMITS, ...PATHS], { ...MOST, megabytes: 1 }),
  ]);
  const commits = Number(count.output.toString('utf8').trim() || Number.NaN);
  if (!shallow.whole || !count.whole || !Number.isInteger(commits))
    return { log: Buffer.alloc(0), commits: 0, shallow: false, problem: 'The history could not be read.' };
  const { output, whole } = await git(
    [
      ...['-c', 'diff.renames=false', '-c', 'core.quotePath=true', 'log', ...COMMITS],
      ...['--patch', '--unified=0', '--inter-hunk-context=0', '--text', '--no-color', '--no-renames'],
      ...[
        '--no-ext-diff',
        '--no-textconv',
        '--no-show-signature',
        '--no-notes',
        '--no-decorate',
        '--no-mailmap',
      ],
      ...[
        '--src-prefix=a/',
        '--dst-prefix=b/',
        '-O/dev/null',
        '--ignore-submodules=all',
        '--format=%x01commit %H',
      ],
      ...PATHS,
    ],
    MOST,
  );
  return {
    log: output,
    commits,
    shallow: shallow.output.toString('utf8').trim() === 'true',
    problem: whole
      ? null
      : `The history is too long to be read to its end (${MOST.megabytes} MB, ${MOST.seconds} seconds).`,
  };
}

/** Files of the repository, and new ones that nothing ignores; null: git could not tell. */
export async function trackedFiles(git: Git): Promise<Set<string> | null> {
  const { output, whole } = await git(['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    seconds: 15,
    megabytes: 16,
  });
  return whole ? new Set(output.toString('utf8').split('\0').filter(Boolean)) : null;
}
