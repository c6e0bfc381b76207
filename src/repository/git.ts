/** git on the learner's repository, which is hostile like everything else of theirs: its settings can name programs. */
import { spawn } from 'node:child_process';
import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface GitOutput {
  output: Buffer;
  /** It ended well, and all that it wrote is here. */
  whole: boolean;
}

export type Git = (args: readonly string[], limits?: GitLimits) => Promise<GitOutput>;

export interface GitLimits {
  seconds: number;
  megabytes: number;
}

// All settings that could start a program are switched off; whose files they are does not matter then.
const safe = [
  ...[
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'protocol.allow=never',
    'core.pager=cat',
    'diff.external=',
    'safe.directory=*',
  ].flatMap((setting) => ['-c', setting]),
  '--no-pager',
  '--no-replace-objects',
];

/** Null: the folder is no clone. */
export async function gitIn(root: string): Promise<Git | null> {
  const folder = join(root, '.git');
  const found = await lstat(folder).catch(() => null);
  if (!found || found.isSymbolicLink()) return null;
  const env = {
    ...process.env,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_CEILING_DIRECTORIES: dirname(root),
    ...(found.isDirectory() ? { GIT_DIR: folder } : {}),
  };
  return (args, limits = { seconds: 5, megabytes: 1 }) => run([...safe, ...args], root, env, limits);
}

function run(
  args: string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  { seconds, megabytes }: GitLimits,
): Promise<GitOutput> {
  return new Promise((resolve) => {
    const child = spawn('git', args, { cwd, env, stdio: ['ignore', 'pipe', 'ignore'] });
    const parts: Buffer[] = [];
    let length = 0;
    let stopped = false;
    const stop = () => {
      stopped = true;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(stop, seconds * 1000);
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > megabytes * 1024 * 1024) stop();
      else parts.push(chunk);
    });
    const end = (code: number | null) => {
      clearTimeout(timer);
      resolve({ output: Buffer.concat(parts), whole: code === 0 && !stopped });
    };
    child.once('error', () => end(null));
    child.once('close', end);
  });
}
