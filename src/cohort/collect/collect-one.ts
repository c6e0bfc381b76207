/** The newest result of one learner on GitHub, and how far it can be trusted. */
import { downloadArtifact } from '../../publish/fork/artifact.ts';
import { changesWorkflow } from '../../publish/fork/pull-request-of-run.ts';
import { reportInZip } from '../../publish/fork/unpack.ts';
import { UnusableArtifact } from '../../publish/fork/unusable.ts';
import type { Polite } from '../github/polite.ts';
import { type HistoryEntry, unverified, VERIFIED } from '../model.ts';
import { entryOf } from '../write.ts';
import { type CollectedResult, noResult } from './collected.ts';
import { type Artifact, listArtifacts, type NewestRun, newestRun, type Run } from './newest-run.ts';
import { type Exercises, type OwnResult, ownResult } from './own-result.ts';
import { courseReason, pathOf, type Templates, workflowReason } from './workflow-trust.ts';

export interface CollectSettings {
  polite: Polite;
  /** Name of the artifact. */
  artifact: string;
  exercises: Exercises;
  templates: Templates;
  /** How many earlier results are fetched for the history when there is a new one. */
  history: number;
  /** Of the artifact that was taken the last time: it is not taken again. */
  known: (learner: string, artifact: number) => Promise<CollectedResult | null>;
}

type Place = { owner: string; repo: string };

/** What the list of an organization says already, so that it is not asked of each repository again. */
export interface KnownRepository {
  full_name: string;
  html_url: string;
  default_branch: string;
}

/** A learner's own repository. */
export async function collectRepository(
  learner: string,
  place: Place,
  settings: CollectSettings,
  known: KnownRepository | null = null,
): Promise<CollectedResult> {
  const { polite, artifact } = settings;
  const repository = known ?? (await polite.ask(() => polite.client.rest.repos.get(place))).data;
  // A repository that was renamed answers to its old name, too.
  const [owner = place.owner, repo = place.repo] = repository.full_name.split('/');
  const own = { owner, repo };
  const all = await polite.ask(() => listArtifacts(polite.client, own, artifact));
  const ofOwn = (run: Run): boolean => isOf(run, repository.full_name);
  const counts = (run: Run): boolean => ofOwn(run) && isExpected(run, repository.default_branch);
  const best = await newestRun(polite, own, artifact, counts, all);
  const found = typeof best === 'string' ? await newestRun(polite, own, artifact, ofOwn, all) : best;
  if (typeof found === 'string') return noResult(best as string);
  return taken(learner, own, found, settings, async (exercise) => {
    const number = found.run.pull_requests?.[0]?.number;
    return {
      reasons: [
        counts(found.run) ? null : OTHER_BRANCH,
        await workflowReason(polite, own, found.run, repository.default_branch, exercise, settings.templates),
      ],
      pullRequest: number === undefined ? null : `${repository.html_url}/pull/${number}`,
    };
  });
}

const OTHER_BRANCH = 'It is of a branch that is neither the default one nor that of a pull request.';

const isExpected = (run: Run, defaultBranch: string): boolean =>
  run.event === 'pull_request' ||
  (['push', 'workflow_dispatch', 'schedule'].includes(run.event) && run.head_branch === defaultBranch);

export interface LearnersPull {
  number: number;
  html_url: string;
  head: { ref: string; repo: { id: number; full_name: string } | null };
  base: { ref: string };
}

/** What is asked of the course repository once, for everybody. */
export interface Course extends Place {
  artifacts: Artifact[];
  /** Texts that the workflow had on the branch. */
  versions: (path: string, branch: string) => Promise<string[] | null>;
}

/** A learner's pull request to a course repository. The workflow is the course's own, as long as nobody changes it. */
export async function collectPull(
  learner: string,
  { artifacts, versions, ...course }: Course,
  pull: LearnersPull,
  settings: CollectSettings,
): Promise<CollectedResult> {
  const { polite, artifact } = settings;
  const { head } = pull;
  if (head.repo === null) return noResult('The fork that the pull request came from has been deleted.');
  const { full_name } = head.repo;
  const ofLearner = artifacts.filter(
    ({ workflow_run }) =>
      workflow_run?.head_repository_id === head.repo?.id && workflow_run?.head_branch === head.ref,
  );
  const counts = (run: Run): boolean =>
    run.event === 'pull_request' && run.head_branch === head.ref && isOf(run, full_name);
  const found = await newestRun(polite, course, artifact, counts, ofLearner);
  if (typeof found === 'string') return { ...noResult(found), pullRequest: pull.html_url };
  const [headOwner = '', headRepo = ''] = full_name.split('/');
  const grading = {
    ...course,
    id: found.run.id,
    commit: found.run.head_sha,
    headRepository: `${headOwner}/${headRepo}`,
    headBranch: head.ref,
  };
  return taken(learner, course, found, settings, async () => ({
    reasons: [
      (await polite.ask(() => changesWorkflow(polite.client, grading, pull.number)))
        ? 'The pull request changes files in .github/, and so perhaps the workflow that made this result.'
        : null,
      await courseReason(polite, course, found.run, await versions(pathOf(found.run), pull.base.ref)),
    ],
    pullRequest: pull.html_url,
  }));
}

interface Circumstances {
  reasons: (string | null)[];
  pullRequest: string | null;
}

async function taken(
  learner: string,
  place: Place,
  { artifact, run, earlier }: NewestRun,
  settings: CollectSettings,
  look: (exercise: string) => Promise<Circumstances>,
): Promise<CollectedResult> {
  const known = await settings.known(learner, artifact.id);
  if (known) return known;
  const facts = {
    ...noResult(''),
    commit: run.head_sha,
    at: run.created_at,
    run: run.html_url,
    artifact: artifact.id,
  };
  try {
    const { report, reasons } = await reportOf(place, artifact, settings);
    const circumstances = await look(report.exercise.id);
    const pullRequest = circumstances.pullRequest;
    const exercise = report.exercise.id;
    const { commit } = report.repository;
    if (commit !== null && commit !== run.head_sha)
      return { ...facts, exercise, pullRequest, why: REPLAYED, trust: unverified(REPLAYED) };
    const all = [...circumstances.reasons, ...reasons, commit === null ? NO_COMMIT : null].filter(
      (reason) => reason !== null,
    );
    return {
      ...facts,
      exercise,
      pullRequest,
      why: null,
      report: { ...report, repository: { ...report.repository, commit: run.head_sha } },
      trust: all.length === 0 ? VERIFIED : unverified(...all),
      earlier: await earlierResults(place, earlier, exercise, settings),
    };
  } catch (error) {
    if (!(error instanceof UnusableArtifact)) throw error;
    return { ...facts, why: `What its run left behind cannot be used. ${error.message}` };
  }
}

async function reportOf(place: Place, artifact: Artifact, settings: CollectSettings): Promise<OwnResult> {
  const { polite, exercises } = settings;
  const zip = await polite.ask(() => downloadArtifact(polite.client, place, artifact));
  return ownResult(reportInZip(zip), exercises);
}

/** For the history: what cannot be used is left out, since the newest result is what counts. */
async function earlierResults(
  place: Place,
  runs: NewestRun['earlier'],
  exercise: string,
  settings: CollectSettings,
): Promise<HistoryEntry[]> {
  const found: HistoryEntry[] = [];
  for (let left = settings.history; left > 0; left -= 1) {
    const { value, done } = await runs.next();
    if (done || value.artifact.expired) break;
    const { run, artifact } = value;
    try {
      const { report } = await reportOf(place, artifact, settings);
      const ofRun = (report.repository.commit ?? run.head_sha) === run.head_sha;
      if (ofRun && report.exercise.id === exercise)
        found.push({ ...entryOf(report, run.created_at), commit: run.head_sha });
    } catch (error) {
      if (!(error instanceof UnusableArtifact)) throw error;
    }
  }
  return found;
}

const REPLAYED = 'Its report is about another commit than its run: an old result, or somebody else’s.';
/** As where a folder of the repository is graded, which is no clone by itself. */
const NO_COMMIT = 'Its report names no commit, so it may be an old one.';

const isOf = (run: Run, fullName: string): boolean =>
  run.head_repository?.full_name?.toLowerCase() === fullName.toLowerCase();
