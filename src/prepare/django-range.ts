/** Which Django series the project can run with, and what must be added so that the right one is installed. */
import releases from './django-releases.json' with { type: 'json' };
import { seriesFits } from './pep440.ts';
import { isExact, type Requirement } from './requirement.ts';

export interface DjangoRange {
  /** Series that fit, oldest first, e.g. ["4.0", "4.1"]. Empty: one that this table does not know. */
  versions: string[];
  /** A line for the series of the header, where no exact version is asked for. */
  add: string | null;
  /** True: no dependency file names Django, and no header tells the version. */
  missing: boolean;
}

export function djangoRange(requirements: Requirement[], header: string | null): DjangoRange {
  const asked = requirements.filter(({ name }) => name === 'django');
  const specifier = asked.map((item) => item.specifier).find(Boolean) ?? '';
  const fitting = releases.map(({ series }) => series).filter((series) => seriesFits(series, specifier));
  const isOpen = !asked.some(isExact) && !isOneSeries(fitting, specifier);
  if (header && isOpen && seriesFits(header, specifier))
    return {
      versions: fitting.filter((series) => series === header),
      add: `django==${header}.*`,
      missing: false,
    };
  return { versions: fitting, add: null, missing: asked.length === 0 };
}

const isOneSeries = (fitting: string[], specifier: string) => specifier !== '' && fitting.length === 1;

/** Pythons that any of the series supports, newest first. */
export function pythonsFor(versions: string[]): string[] {
  const supported = new Set(
    releases.filter(({ series }) => versions.includes(series)).flatMap(({ pythons }) => pythons),
  );
  return [...supported].sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
}

/** The newest series that was out on a date. */
export function seriesOn(date: string): string | null {
  return releases.findLast(({ released }) => released <= date)?.series ?? null;
}
