import leven from 'leven';

/** The real name that was most likely meant, so that an error can offer it; null where nothing is close. */
export function nearestName(written: string, names: Iterable<string>): string | null {
  const wanted = fold(written);
  let best: { name: string; distance: number } | null = null;
  for (const name of names) {
    const distance = difference(wanted, fold(name));
    if (best === null || distance < best.distance) best = { name, distance };
  }
  if (best === null) return null;
  const allowed = Math.ceil(Math.max(wanted.length, best.name.length) / 3);
  return best.distance <= allowed ? best.name : null;
}

// Swapped letters are one slip of the fingers, not two.
const difference = (a: string, b: string) => {
  const sameLetters = [...a].sort().join('') === [...b].sort().join('');
  return Math.min(leven(a, b), sameLetters && a !== b && leven(a, b) === 2 ? 1 : Infinity);
};
const fold = (name: string) => name.toLowerCase().replaceAll(/[-_\s]/g, '');
