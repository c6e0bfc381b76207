/** Which Pythons to try, in order: what the repository says, within what its Django supports. */
import type { MilepostConfig } from '../repository/config.ts';
import type { ReadText } from '../repository/read-text.ts';
import type { Project, Repository } from '../repository/scan.ts';
import type { DeclaredPackages } from './declared.ts';
import { pythonsFor, seriesOn } from './django-range.ts';
import { seriesFits } from './pep440.ts';
import { pythonHints } from './python-hints.ts';

const known = ['3.14', '3.13', '3.12', '3.11', '3.10', '3.9', '3.8', '3.7', '3.6'];
const maxTried = 5;

export interface PythonQuestion {
  repository: Repository;
  project: Project;
  config: MilepostConfig | null;
  declared: DeclaredPackages;
  /** Django series that fit, oldest first. */
  django: string[];
  read: ReadText;
}

export async function choosePythons(
  question: PythonQuestion,
): Promise<{ pythons: string[]; notes: string[] }> {
  const { config, declared } = question;
  const hints = await pythonHints(question);
  const supported = supportedBy(question);
  const markers = declared.requirements.filter(({ name }) => name === 'django').map(({ marker }) => marker);
  const allowed = narrowed(narrowed(supported, hints.ranges), markers.flatMap(rangesOfMarker));
  const notes = hints.exact
    .filter(({ version }) => !allowed.includes(version))
    .map(
      ({ version, from }) => `${from} names Python ${version}, which the project’s Django does not run on.`,
    );
  const hinted = [...new Set(hints.exact.map(({ version }) => version))].filter((version) =>
    allowed.includes(version),
  );
  const pythons = [...new Set([...hinted, ...settled(allowed)])];
  if (!config?.python) return { pythons: pythons.slice(0, maxTried), notes };
  const asked = /^3\.\d+/.exec(config.python)?.[0] ?? config.python;
  return { pythons: [...new Set([asked, ...pythons])].slice(0, maxTried), notes: [] };
}

/** Without any word on Django's version, the one that was current at the commit. */
function supportedBy({ django, repository }: PythonQuestion): string[] {
  const date = repository.commitDate?.slice(0, 10);
  const newest = date ? seriesOn(date) : null;
  const current =
    newest && django.length > 1
      ? django.filter((series) => series.localeCompare(newest, 'en', { numeric: true }) <= 0)
      : django;
  const series = current.length > 0 ? current : django;
  const pythons = pythonsFor(series.slice(-1));
  const older = pythonsFor(series).filter((version) => !pythons.includes(version));
  return pythons.length > 0 ? [...pythons, ...older] : known;
}

/** A range that leaves nothing is not believed. */
function narrowed(versions: string[], ranges: string[]): string[] {
  const left = versions.filter((version) => ranges.every((range) => seriesFits(version, range)));
  return left.length > 0 ? left : versions;
}

/** `python_version >= "3.8" and python_version < "4.0"` as ranges; alternatives are not read. */
function rangesOfMarker(marker: string): string[] {
  if (/\bor\b/.test(marker)) return [];
  return [...marker.matchAll(/python_(?:full_)?version\s*(===?|~=|!=|<=|>=|<|>)\s*['"]([\d.*]+)['"]/g)].map(
    (match) => `${match[1]}${match[2]}`,
  );
}

// Many packages have no wheels yet for the newest Python that a Django supports: the one before it comes first, and a
// brand-new Python last.
function settled(newestFirst: string[]): string[] {
  const brandNew = newestFirst.filter((version) => version === known[0]);
  const usual = newestFirst.filter((version) => version !== known[0]);
  const [first, second, ...rest] = usual;
  if (first === undefined || second === undefined) return [...usual, ...brandNew];
  if (first === known[1]) return [first, second, ...rest, ...brandNew];
  return [second, first, ...rest, ...brandNew];
}
