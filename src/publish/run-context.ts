/** What publishing needs to know about the workflow run, whatever started it. */

export interface RunContext {
  owner: string;
  repo: string;
  /** e.g. "pull_request", "push" */
  eventName: string;
  /** The commit that the run is about. For a pull request the head of its branch, not the merge that GitHub makes of it. */
  commit: string;
  /** The pull request that the event names; null for a push and the like. */
  pull: { number: number; fromFork: boolean } | null;
  apiUrl: string;
  /** e.g. "https://github.com/owner/name" */
  repositoryUrl: string;
}
