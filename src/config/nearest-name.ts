import leven from 'leven';

/** The real name that was most likely meant, so that an error can offer it; null where nothing is close. */
export function nearestName(written: string, names: Iterable<string>): string | null {
  const wanted = fold(written);
  let best: { name: string; distance: number } | null = null;
  for (const name of names) {
    const distance = leven(wanted, fold(name));
    if (best === null || distance < best.distance) best = { name, distance };
  }
  if (best === null) return null;
  const allowed = Math.ceil(Math.max(wanted.length, best.name.length) / 3);
  return best.distance <= allowed ? best.name : null;
}

const fold = (name: string) => name.toLowerCase().replaceAll(/[-_\s]/g, '');
