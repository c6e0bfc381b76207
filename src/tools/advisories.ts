/** Known weaknesses of what the app is installed with, by pip-audit from the OSV database; support of Django without a network. */
import { z } from 'zod';
import { compareVersions } from '../prepare/pep440.ts';
import { allowsSupported, endedOn, supportedSeries } from './django-support.ts';
import { counted } from './files.ts';
import { allows, type Package, packagesOf } from './packages.ts';
import { type Places, placesOf } from './requirement-places.ts';
import { VERSIONS } from './requirements.ts';
import { runJson } from './run.ts';
import type { Tool, ToolContext, ToolFinding, ToolReport } from './tool.ts';

const severity = z.enum(['low', 'medium', 'high', 'critical', 'unknown']);
const advisorySchema = z.object({
  id: z.string(),
  aliases: z.array(z.string()).default([]),
  fix_versions: z.array(z.string()),
  description: z.string().default(''),
});
const answerSchema = z.object({
  told: z
    .object({
      dependencies: z.array(
        z.object({
          name: z.string(),
          version: z.string().optional(),
          skip_reason: z.string().optional(),
          vulns: z.array(advisorySchema).default([]),
        }),
      ),
    })
    .nullable(),
  problem: z.string().nullable(),
  records: z.record(z.string(), severity),
});
type Answer = z.infer<typeof answerSchema>;
type Advisory = z.infer<typeof advisorySchema>;

const REPRODUCE = `python -m pip install pip-audit==${VERSIONS['pip-audit']} && pip-audit --vulnerability-service osv`;
const OFFLINE = 'The database of known weaknesses (OSV) could not be asked';

export const advisories: Tool = {
  name: 'advisories',
  async run(context) {
    const known = await context.packages;
    const empty = { unknown: null, notes: [], reproduce: REPRODUCE };
    if (known === null)
      return { ...empty, read: 'nothing', findings: [], problems: [], blocked: 'Nothing was installed.' };
    const packages = packagesOf(known);
    const places = await placesOf(context.repository);
    const old = unsupported(packages, places, context.today);
    const asked = packages.length === 0 ? null : await ask(context, packages, places);
    const blocked = known.outcome.ok ? null : 'The dependencies could not be installed.';
    return {
      ...empty,
      read: counted(packages.length, 'package'),
      findings: [...old, ...(asked?.findings ?? [])].toSorted((a, b) => Number(b.counts) - Number(a.counts)),
      problems: asked?.problems ?? [],
      blocked,
    };
  },
};

async function ask(
  context: ToolContext,
  packages: readonly Package[],
  places: Places,
): Promise<Pick<ToolReport, 'findings' | 'problems'>> {
  const url = context.environment.MILEPOST_OSV_URL ?? null;
  const input = { packages: packages.map(({ name, version }) => [name, version]), url };
  const { answer, problem, installed } = await runJson(context, 'pip-audit', answerSchema, [0], {
    program: { script: 'tool_advisories.py' },
    args: [],
    input: Buffer.from(JSON.stringify(input)),
    network: true,
    seconds: 75,
  });
  if (answer === null) return { findings: [], problems: [problem] };
  if (answer.told === null)
    return { findings: [], problems: [`${OFFLINE}: ${whyOffline(answer.problem ?? '')}.`] };
  const tool = `pip-audit ${installed['pip-audit'] ?? VERSIONS['pip-audit']}`;
  const { dependencies } = answer.told;
  const findings = dependencies.flatMap(({ name, vulns }) => {
    const found = packages.find((one) => one.name === name);
    return found === undefined ? [] : merged(vulns).map((one) => findingOf(one, found, answer, tool, places));
  });
  const looked = new Set(dependencies.filter((one) => one.skip_reason === undefined).map(({ name }) => name));
  const missed = packages.filter(({ name }) => !looked.has(name)).map(({ name }) => name);
  const untold = findings.filter((one) => one.severity === null && one.why === UNTOLD);
  return {
    findings,
    problems: [
      ...(missed.length > 0 ? [`pip-audit passed over ${missed.slice(0, 10).join(', ')}.`] : []),
      ...(untold.length > 0
        ? [`${OFFLINE} how serious ${untold.map(({ rule }) => rule).join(', ')} is.`]
        : []),
    ],
  };
}

/** What libraries say of a connection that is not there is long and names addresses only. */
const whyOffline = (said: string): string =>
  /connect|resol|timed? ?out|proxy|certificate|retries/i.test(said)
    ? 'there is no connection to it'
    : said.replace(/\.$/, '') || 'it did not answer';

const UNTOLD = 'how serious it is could not be asked';

function findingOf(
  advisory: Advisory,
  found: Package,
  answer: Answer,
  tool: string,
  places: Places,
): ToolFinding {
  const { name, version } = found;
  const ids = [advisory.id, ...advisory.aliases];
  const level = mostSerious(ids.flatMap((id) => answer.records[id] ?? []));
  const fixes = advisory.fix_versions
    .filter((fix) => compareVersions(fix, version) > 0)
    .toSorted(compareVersions);
  const why = whyNot(level, found, fixes);
  const rule = ruleOf(advisory);
  const [nearest] = fixes;
  const fix =
    nearest === undefined
      ? 'No version mends it yet: use another package.'
      : `Install ${name} ${nearest} or newer.`;
  return {
    tool,
    rule,
    title: advisory.description.replace(/\s+/g, ' ').trim().slice(0, 200) || rule,
    link: `https://osv.dev/vulnerability/${encodeURIComponent(advisory.id)}`,
    severity: level === null || level === 'unknown' ? null : level,
    confidence: 'high',
    summary: `${name} ${version} has the known weakness ${rule} (${level === null ? 'severity not told' : `${level} severity`}): ${firstSentence(advisory.description)} ${fix}`,
    place: places(name),
    counts: why === null,
    why,
    unexplained: false,
  };
}

/** One weakness has a record of PyPI's and one of GitHub's, which pip-audit does not always bring together. */
function merged(advisories: readonly Advisory[]): Advisory[] {
  const known = new Map<string, Advisory>();
  for (const one of advisories) {
    const name = ruleOf(one);
    const before = known.get(name);
    known.set(
      name,
      before === undefined
        ? one
        : {
            ...before,
            aliases: [...before.aliases, one.id, ...one.aliases],
            fix_versions: [...new Set([...before.fix_versions, ...one.fix_versions])],
          },
    );
  }
  return [...known.values()];
}

/** The name by which the world knows it. */
const ruleOf = ({ id, aliases }: Advisory): string =>
  [id, ...aliases].find((name) => name.startsWith('CVE-')) ?? id;

function whyNot(
  level: z.infer<typeof severity> | null,
  found: Package,
  fixes: readonly string[],
): string | null {
  if (level === null) return UNTOLD;
  if (level === 'unknown') return 'its record does not say how serious it is';
  if (level === 'low' || level === 'medium') return 'less than serious';
  const free = !found.declared || fixes.some((fix) => allows(found.specifier, fix));
  return found.dated && free ? 'no version is pinned, so that a fresh installation takes a newer one' : null;
}

const ORDER = ['critical', 'high', 'medium', 'low', 'unknown'] as const;
const mostSerious = (levels: readonly z.infer<typeof severity>[]) =>
  ORDER.find((level) => levels.includes(level)) ?? null;

const firstSentence = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  const sentence = /^.{20,240}?[.!?](?=\s|$)/.exec(line)?.[0] ?? line.slice(0, 240);
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
};

/** A series without support gets no fixes, whatever is known of it today. */
function unsupported(packages: readonly Package[], places: Places, today: Date): ToolFinding[] {
  const django = packages.find(({ name }) => name === 'django');
  const ended = django === undefined ? null : endedOn(django.version, today);
  if (django === undefined || ended === null) return [];
  const free = django.dated && allowsSupported(django.specifier, today);
  return [
    {
      tool: 'Django release calendar',
      rule: 'unsupported-django',
      title: 'This series of Django gets no security fixes any more',
      link: 'https://www.djangoproject.com/download/#supported-versions',
      severity: 'high',
      confidence: 'high',
      summary: `Django ${django.version} has had no security fixes since ${ended}: what is found in it from now on stays open. Move to ${supportedSeries(today)}, one series after the other, with the deprecation warnings on (python -Wd).`,
      place: places('django'),
      counts: !free,
      why: free ? 'no version is pinned, so that a fresh installation takes a newer one' : null,
      unexplained: false,
    },
  ];
}
