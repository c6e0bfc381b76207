/** Where people look at repositories; on GitHub's own machines and on GitHub Enterprise the variable is set. */
export const webServer = (): string =>
  (process.env.GITHUB_SERVER_URL || 'https://github.com').replace(/\/+$/, '');

export const webAddressOf = ({ owner, repo }: { owner: string; repo: string }): string =>
  `${webServer()}/${owner}/${repo}`;
