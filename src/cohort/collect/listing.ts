/** Whom to collect from, and how, for each kind of source. */
import type { GitHubClient } from '../../publish/client.ts';
import { hasStatus } from '../../publish/failure.ts';
import { UsageProblem } from '../../run/options.ts';
import { readBareFolder } from '../bare-folder.ts';
import type { Polite } from '../github/polite.ts';
import { UnusableFile } from '../read-file.ts';
import { type Entrant, entrants, repositoryOf } from '../source/entrant.ts';
import { folderEntrants } from '../source/folder.ts';
import { type RosterNaming, readList } from '../source/read-list.ts';
import type { Source } from '../source/source.ts';
import { readReport } from '../stored-report.ts';
import {
  type CollectSettings,
  collectPull,
  collectRepository,
  type KnownRepository,
  type LearnersPull,
} from './collect-one.ts';
import { type CollectedResult, noResult } from './collected.ts';
import { listArtifacts } from './newest-run.ts';
import { ownResult } from './own-result.ts';
import { workflowVersions } from './workflow-trust.ts';

export interface Item {
  entrant: Entrant;
  /** Tells the learner's repositories apart. */
  place: string;
  collect: (settings: CollectSettings) => Promise<CollectedResult>;
}

type Place = { owner: string; repo: string };

export async function itemsOf(
  source: Source,
  naming: RosterNaming,
  settings: CollectSettings,
): Promise<Item[]> {
  switch (source.kind) {
    case 'folder':
      return folderItems(source.path);
    case 'list':
      return (await readList(source.path, naming)).map((entrant) => repositoryItem(entrant));
    case 'organization':
      return (await organizationLearners(settings.polite, source.owner, source.prefix)).map(
        ({ entrant, known }) => repositoryItem(entrant, known),
      );
    case 'pulls':
      return pullItems(settings, { owner: source.owner, repo: source.repo });
  }
}

/** The same people, for somebody who wants their code rather than their results. */
export async function entrantsOf(source: Source, naming: RosterNaming, polite: Polite): Promise<Entrant[]> {
  switch (source.kind) {
    case 'folder':
      return folderEntrants(source.path);
    case 'list':
      return readList(source.path, naming);
    case 'organization':
      return (await organizationLearners(polite, source.owner, source.prefix)).map(({ entrant }) => entrant);
    case 'pulls':
      return (await learnersPulls(polite, source)).map(({ entrant }) => entrant);
  }
}

function repositoryItem(entrant: Entrant, known: KnownRepository | null = null): Item {
  const { repository } = entrant;
  if (repository === null) {
    const why = 'The list names a folder and no repository: grade it with `cohort grade`.';
    return { entrant, place: entrant.folder ?? '', collect: async () => noResult(why) };
  }
  return {
    entrant,
    place: `${repository.owner}/${repository.repo}`.toLowerCase(),
    collect: (settings) => collectRepository(entrant.id, repository, settings, known),
  };
}

async function organizationLearners(
  { client, ask }: Polite,
  org: string,
  prefix: string,
): Promise<{ entrant: Entrant; known: KnownRepository | null }[]> {
  const wanted = prefix.toLowerCase();
  // Of thousands of repositories only what is used is kept.
  const pages = () =>
    client.paginate(client.rest.repos.listForOrg, { org, per_page: 100 }, ({ data }) =>
      data.map(({ name, full_name, html_url, default_branch, is_template }) => ({
        name,
        full_name,
        html_url,
        default_branch,
        is_template,
      })),
    );
  const all = await ask(pages).catch((error) => {
    throw hasStatus(error, 404)
      ? new UsageProblem([`GitHub shows no organization "${org}" to this token.`])
      : error;
  });
  const own = all
    .filter(
      ({ name, is_template }) =>
        name.toLowerCase().startsWith(wanted) && name.length > wanted.length && !is_template,
    )
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  if (own.length === 0)
    throw new UsageProblem([`The organization ${org} has no repository that begins with "${prefix}".`]);
  const people = entrants(
    own.map(({ name, html_url }) => {
      const key = name.slice(prefix.length);
      const repository = { owner: org, repo: name };
      return { key, name: key, group: null, repository, folder: null, clone: html_url };
    }),
  );
  return people.map((entrant, index) => ({ entrant, known: knownOf(own[index]) }));
}

function knownOf(given: Partial<KnownRepository> | undefined): KnownRepository | null {
  const { full_name, html_url, default_branch } = given ?? {};
  return full_name && html_url && default_branch ? { full_name, html_url, default_branch } : null;
}

async function pullItems(settings: CollectSettings, course: Place): Promise<Item[]> {
  const { client, ask } = settings.polite;
  const learners = await learnersPulls(settings.polite, course);
  const artifacts = await ask(() => listArtifacts(client, course, settings.artifact, 100));
  const known = new Map<string, Promise<string[] | null>>();
  const versions = (path: string, branch: string): Promise<string[] | null> => {
    const key = `${branch}:${path}`;
    const asked = known.get(key) ?? workflowVersions(settings.polite, course, path, branch);
    known.set(key, asked);
    return asked;
  };
  return learners.map(({ entrant, pull }) => ({
    entrant,
    place: `${course.owner}/${course.repo}#${pull.number}`.toLowerCase(),
    collect: (given) => collectPull(entrant.id, { ...course, artifacts, versions }, pull, given),
  }));
}

async function learnersPulls(
  { client, ask }: Polite,
  { owner, repo }: Place,
): Promise<{ entrant: Entrant; pull: LearnersPull }[]> {
  const pulls = await ask(() => listPulls(client, { owner, repo })).catch((error) => {
    throw hasStatus(error, 404)
      ? new UsageProblem([`GitHub shows no repository ${owner}/${repo} to this token.`])
      : error;
  });
  const newest = new Map<string, (typeof pulls)[number]>();
  for (const pull of pulls) {
    const login = pull.user?.login;
    if (login === undefined) continue;
    const known = newest.get(login);
    if (!known || isNewer(pull, known)) newest.set(login, pull);
  }
  if (newest.size === 0) throw new UsageProblem([`${owner}/${repo} has no pull request.`]);
  const chosen = [...newest.entries()];
  const people = entrants(
    chosen.map(([login, { head }]) => ({
      key: login,
      name: login,
      group: null,
      repository: head.repo && repositoryOf(head.repo.full_name),
      folder: null,
      clone: head.repo?.html_url ?? null,
      branch: head.ref,
    })),
  );
  return people.map((entrant, index) => ({ entrant, pull: chosen[index]?.[1] as LearnersPull }));
}

const listPulls = (client: GitHubClient, course: Place) =>
  client.paginate(client.rest.pulls.list, { ...course, state: 'all', per_page: 100 }, ({ data }) =>
    data.map(({ number, html_url, state, user, head: { ref, repo }, base }) => ({
      number,
      html_url,
      state,
      user: user && { login: user.login },
      head: { ref, repo: repo && { id: repo.id, full_name: repo.full_name, html_url: repo.html_url } },
      base: { ref: base.ref },
    })),
  );

/** Who has one open and one closed works on the open one. */
const isNewer = (a: { state: string; number: number }, b: { state: string; number: number }): boolean =>
  a.state === b.state ? a.number > b.number : a.state === 'open';

async function folderItems(folder: string): Promise<Item[]> {
  const cohort = await readBareFolder(folder);
  return cohort.learners.flatMap(({ id, name, results }) =>
    results.map((result) => ({
      entrant: { id, name, group: null, repository: null, folder: null, clone: null },
      place: result.report ?? '',
      async collect({ exercises }) {
        const { why, commit, at, trust } = result;
        if (result.report === null) return { ...noResult(why ?? ''), trust };
        try {
          const { report, reasons } = await ownResult(await readReport(folder, result.report), exercises);
          // That others handed in the same is found out again when all are there.
          const all = { ...trust, reasons: [...trust.reasons.slice(0, 1), ...reasons], sameAs: [] };
          return { ...noResult(''), why: null, exercise: report.exercise.id, commit, at, trust: all, report };
        } catch (error) {
          if (error instanceof UnusableFile) return noResult(`Its report.json ${error.message}.`);
          throw error;
        }
      },
    })),
  );
}
