/** What each kind of secret is, what could happen, and what to do: in Django's terms. */
import type { Secret } from './secrets.ts';

const WHAT: Record<Secret['rule'], string> = {
  token: 'A token of another service',
  'private-key': 'A private key',
  'hard-coded': 'A secret is written into the repository',
  'env-file': 'A file with the values of the environment is committed',
};

export const whatItIs = (rule: Secret['rule']): string => WHAT[rule];

export function adviceFor(secret: Secret): string {
  const { rule, name, commit, counts } = secret;
  if (!counts) return '';
  const danger = name.includes('SECRET_KEY')
    ? 'Whoever reads it can forge sessions, password reset links and signed data.'
    : rule === 'token' || rule === 'private-key'
      ? 'Whoever reads it can act as you at that service.'
      : 'Whoever reads the repository can use it.';
  if (commit !== null)
    return `${danger} Deleting it in a later commit is not enough: make it worthless first (rotate it where it was issued), then take it out of the history with git filter-repo --invert-paths --path, or --replace-text.`;
  if (rule === 'env-file')
    return `${danger} Run git rm --cached on the file, name it in .gitignore, commit an example without values, and give every value in it a new one.`;
  if (rule === 'token' || rule === 'private-key')
    return `${danger} Revoke it there, make a new one, and read that from the environment.`;
  return `${danger} Read it from the environment, such as os.environ["${/^\w+$/.test(name) ? name.toUpperCase() : 'DATABASE_PASSWORD'}"], and give it a new value: the old one is known.`;
}

export function linkFor({ rule, name }: Secret): string {
  if (name.includes('SECRET_KEY')) return 'https://docs.djangoproject.com/en/stable/ref/settings/#secret-key';
  return rule === 'hard-coded'
    ? 'https://12factor.net/config'
    : 'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository';
}
