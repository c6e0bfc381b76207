/** Secrets in the files and in the history: tokens by detect-secrets, Django's own settings by reading the code. */
import { z } from 'zod';
import { gitIn } from '../repository/git.ts';
import { readText } from '../repository/read-text.ts';
import { counted, filesFor } from './files.ts';
import { type History, readHistory, trackedFiles } from './history.ts';
import { VERSIONS } from './requirements.ts';
import { runJson } from './run.ts';
import { adviceFor, linkFor, whatItIs } from './secret-words.ts';
import { notRun, type Tool, type ToolFinding } from './tool.ts';

const findingSchema = z.object({
  rule: z.enum(['token', 'private-key', 'hard-coded', 'env-file']),
  name: z.string(),
  shown: z.string(),
  file: z.string(),
  line: z.number().int().min(1),
  commit: z.string().nullable(),
  code: z.string().nullable(),
  counts: z.boolean(),
  why: z.string().nullable(),
  silenced: z.boolean(),
});
const answerSchema = z.object({
  read: z.array(z.string()),
  skipped: z.array(z.string()),
  unread: z.array(z.object({ file: z.string(), reason: z.string() })),
  commits: z.number().int(),
  findings: z.array(findingSchema),
  more: z.number().int(),
});
type Answer = z.infer<typeof answerSchema>;
export type Secret = z.infer<typeof findingSchema>;

const REPRODUCE = `python -m pip install detect-secrets==${VERSIONS['detect-secrets']} && detect-secrets scan --all-files`;

const NOT_ALL = 'Only the newest commits were checked out, so what older ones hold cannot be told.';
const SHALLOW = `${NOT_ALL} Give actions/checkout \`fetch-depth: 0\`, or run git fetch --unshallow.`;

export const secrets: Tool = {
  name: 'secrets',
  async run(context) {
    const { repository } = context;
    const git = await gitIn(repository.root);
    const [tracked, history] =
      git === null ? [null, null] : await Promise.all([trackedFiles(git), readHistory(git)]);
    const isPart = tracked === null ? await notIgnored(repository.root) : (file: string) => tracked.has(file);
    const { files, tooLarge } = await filesFor(
      repository.root,
      repository.files,
      (file) => isPart(file) && mayHold(file),
      2,
    );
    const { answer, problem, installed } = await runJson(context, 'The scan for secrets', answerSchema, [0], {
      program: { script: 'tool_secrets.py' },
      args: [],
      files,
      input: history?.log ?? Buffer.alloc(0),
    });
    if (answer === null) return notRun(problem, REPRODUCE);
    const tool = `detect-secrets ${installed['detect-secrets'] ?? VERSIONS['detect-secrets']}`;
    const read = `${counted(answer.read.length, 'file')}${history === null ? '' : ` and ${counted(answer.commits, 'commit')}`}`;
    return {
      read,
      findings: answer.findings
        .map((one) => findingOf(one, tool))
        .toSorted((a, b) => Number(b.counts) - Number(a.counts)),
      problems: problemsOf(files, answer, history),
      unknown: history?.shallow ? SHALLOW : null,
      blocked: null,
      notes: [
        ...(git === null ? ['There is no git repository here, so only the files were looked through.'] : []),
        ...(tooLarge.length > 0
          ? [
              `${counted(tooLarge.length, 'file')} of more than 2 MB ${tooLarge.length === 1 ? 'was' : 'were'} not looked through.`,
            ]
          : []),
        ...(answer.more > 0 ? [`${answer.more} more findings are not listed.`] : []),
      ],
      reproduce: REPRODUCE,
    };
  },
};

/** Executed against collected, for files and for commits. */
function problemsOf(files: readonly string[], answer: Answer, history: History | null): string[] {
  const seen = new Set([...answer.read, ...answer.skipped, ...answer.unread.map(({ file }) => file)]);
  const missed = files.filter((file) => !seen.has(file));
  return [
    ...answer.unread.map(({ file, reason }) => `${file} could not be read: ${reason}.`),
    ...missed.map((file) => `${file} was passed over.`),
    ...(history?.problem ? [history.problem] : []),
    ...(history !== null && history.problem === null && history.commits !== answer.commits
      ? [`Of ${history.commits} commits, ${answer.commits} were read.`]
      : []),
  ];
}

function findingOf(secret: Secret, tool: string): ToolFinding {
  const { rule, name, file, line, code, commit, counts, why, silenced } = secret;
  const where = commit === null ? '' : `, in the history: commit ${commit.slice(0, 12)}`;
  const comment = silenced ? ' The comment that silences scanners there gives no reason.' : '';
  return {
    tool,
    rule,
    title: rule === 'token' ? name : whatItIs(rule),
    link: linkFor(secret),
    severity: counts ? 'high' : 'low',
    confidence: rule === 'token' || rule === 'private-key' ? 'high' : 'medium',
    summary: `${subject(secret)}${where}. ${adviceFor(secret)}${comment}`,
    // A line of an old commit is none of today's file.
    place: commit === null ? { file, line, code } : null,
    counts,
    why,
    unexplained: silenced && counts,
    ...(commit === null ? {} : { reproduce: `git show ${commit} -- ${quoted(file)}` }),
  };
}

const subject = ({ rule, name, shown, file, line, commit }: Secret): string => {
  const place = commit === null ? `${file}, line ${line}` : file;
  return rule === 'env-file'
    ? `${file} is committed and holds ${name}: ${shown}`
    : `${whatItIs(rule)}: ${name}, ${shown}, in ${place}`;
};

/** POSIX: nothing inside single quotes is special but the quote itself. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Media and archives hold no secret that could be recognised. */
const mayHold = (file: string): boolean =>
  !/\.(png|jpe?g|gif|webp|ico|bmp|tiff?|pdf|woff2?|ttf|eot|otf|zip|gz|tgz|bz2|xz|7z|rar|jar|whl|pyc|sqlite3?|db|mp[34]|webm|mov|avi|ogg|wav|exe|dll|so|mo)$/i.test(
    file,
  );

/** Without git: what the .gitignore of the folder names is not meant to be part of it. */
async function notIgnored(root: string): Promise<(file: string) => boolean> {
  const names = (await readText(root, '.gitignore'))
    .split(/\r?\n/)
    .map((line) => line.trim().replace(/^\/|\/$/g, ''))
    .filter((line) => /^[\w.*-]+$/.test(line));
  const patterns = names.map(
    (name) => new RegExp(`(^|/)${name.replaceAll('.', '\\.').replaceAll(/\*+/g, '[^/]*')}(/|$)`),
  );
  return (file) => !patterns.some((pattern) => pattern.test(file));
}
