/** The run that graded, as GitHub tells of it. What the run itself left behind has no part in this. */
export interface GradingRun {
  /** The repository that the pull request is for. */
  owner: string;
  repo: string;
  id: number;
  /** The newest commit of the pull request when it was graded. */
  commit: string;
  /** Where the commit comes from, "owner/name". */
  headRepository: string;
  headBranch: string;
}
