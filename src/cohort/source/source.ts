/** What a mentor names as SOURCE: a folder, a list in a file, or a place on GitHub. */
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { UsageProblem } from '../../run/options.ts';

export type Source =
  | { kind: 'folder'; path: string }
  | { kind: 'list'; path: string }
  | { kind: 'organization'; owner: string; prefix: string }
  | { kind: 'pulls'; owner: string; repo: string };

export async function sourceOf(text: string): Promise<Source> {
  const [, kind, owner = '', rest = ''] =
    /^(org|pulls):([\w-]{1,100})(?:\/([\w.-]{0,100}))?$/.exec(text) ?? [];
  if (kind === 'org') return { kind: 'organization', owner, prefix: rest };
  if (kind === 'pulls' && rest !== '') return { kind: 'pulls', owner, repo: rest };
  const found = await stat(text).catch(() => null);
  if (found?.isDirectory()) return { kind: 'folder', path: text };
  if (found?.isFile() && ['.csv', '.json'].includes(extname(text).toLowerCase()))
    return { kind: 'list', path: text };
  throw new UsageProblem([
    found ? `${text} is neither a folder nor a .csv or .json file.` : `There is no file or folder ${text}.`,
    'SOURCE is a folder with one folder per learner, a list (.csv or .json), org:ORGANIZATION/PREFIX for the repositories',
    'whose name begins so, or pulls:OWNER/REPOSITORY for a course repository that receives pull requests.',
  ]);
}
