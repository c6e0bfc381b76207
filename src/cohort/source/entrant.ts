/** Somebody whose work is collected or graded, as a list of learners names them. */
import { learnerIds } from '../learner-id.ts';

export interface Entrant {
  /** Name of the learner's folder; the same for each exercise of theirs. */
  id: string;
  name: string;
  group: string | null;
  /** On GitHub. */
  repository: { owner: string; repo: string } | null;
  /** On this machine. */
  folder: string | null;
  /** Where `git clone` gets it, when it is not on this machine. */
  clone: string | null;
  /** Left out: the default branch. */
  branch?: string;
}

/** As a list says it; `key` is what tells learners apart: an account, an e-mail address, a name of a folder. */
export type Listed = Omit<Entrant, 'id'> & { key: string };

export function entrants(listed: readonly Listed[]): Entrant[] {
  const keys = [...new Set(listed.map(({ key }) => key))];
  const ids = new Map(learnerIds(keys).map((id, index) => [keys[index] ?? '', id]));
  return listed.map(({ key, ...rest }) => ({ id: ids.get(key) ?? key, ...rest }));
}

const GITHUB =
  /^(?:(?:https?:\/\/|ssh:\/\/git@|git@)[\w.-]+[:/])?([\w-]{1,100})\/([\w.-]{1,100}?)(?:\.git)?\/?$/;

/** `owner/name`, or any address that `git clone` takes. Null: it is neither. */
export function repositoryOf(text: string): { owner: string; repo: string } | null {
  const [, owner, repo] = GITHUB.exec(text.trim()) ?? [];
  return owner && repo && !/^\.+$/.test(repo) ? { owner, repo } : null;
}
