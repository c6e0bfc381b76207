/** Until when a series of Django gets security fixes: known without a network. */
import { compareVersions, seriesFits } from '../prepare/pep440.ts';
import support from './django-support.json' with { type: 'json' };

const seriesOf = (version: string): string => version.split('.').slice(0, 2).join('.');

/** The day on which support ended; null: it still has some, or is newer than what is known here. */
export function endedOn(version: string, today: Date): string | null {
  const series = seriesOf(version);
  const known = support.series.find((one) => one.series === series);
  const [oldest] = support.series;
  if (known === undefined)
    return oldest !== undefined && compareVersions(series, oldest.series) < 0 ? oldest.until : null;
  return new Date(`${known.until}T23:59:59Z`) < today ? known.until : null;
}

/** "5.2, 6.0 and 6.1" */
export function supportedSeries(today: Date): string {
  const names = supported(today);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Whether a fresh installation would take a series that has support. */
export const allowsSupported = (specifier: string, today: Date): boolean =>
  supported(today).some((series) => seriesFits(series, specifier));

const supported = (today: Date): string[] =>
  support.series.map(({ series }) => series).filter((series) => endedOn(series, today) === null);
