/** Learners commit uploads, films and dumps: what the app runs without is left out where it would be too much. */
import { RepositoryError } from './repository-error.ts';

const megabyte = 1024 * 1024;
const maxBytes = 200 * megabyte;

const hardlyNeeded = new RegExp(
  `\\.(${[
    ...['jpe?g', 'png', 'gif', 'bmp', 'tiff?', 'webp', 'heic', 'psd', 'ai', 'eps', 'xcf', 'sketch', 'fig'],
    ...['mp[34]', 'm4[av]', 'mov', 'avi', 'mkv', 'webm', 'wmv', 'flv', 'wav', 'ogg', 'flac'],
    ...['pdf', 'docx?', 'pptx?', 'xlsx?', 'odt', 'epub', 'zip', 'tar', 'gz', 'tgz', 'bz2', 'xz', '7z', 'rar'],
    ...['iso', 'dmg', 'exe', 'msi', 'apk', 'deb', 'jar', 'dll', 'so', 'whl', 'log', 'sql', 'dump', 'bak'],
    ...['sqlite3?', 'db3?', 'mdb', 'parquet', 'pkl', 'h5', 'pt', 'onnx', 'bin', 'np[yz]'],
  ].join('|')})$`,
  'i',
);

/** The files that are taken along, and what to say of the others: the largest go first, so that few have to. */
export function withinBudget(sizes: Map<string, number>): { files: string[]; notes: string[] } {
  const all = [...sizes];
  let total = all.reduce((sum, [, size]) => sum + size, 0);
  const large = all.filter(([path]) => hardlyNeeded.test(path)).toSorted((a, b) => b[1] - a[1]);
  const left = new Set<string>();
  for (const [path, size] of large) {
    if (total <= maxBytes) break;
    left.add(path);
    total -= size;
  }
  const files = all.map(([path]) => path).filter((path) => !left.has(path));
  if (total > maxBytes) throw tooLarge(all.filter(([path]) => !left.has(path)));
  return { files, notes: left.size > 0 ? [noteOn([...left])] : [] };
}

function noteOn(left: string[]): string {
  const [first = ''] = left;
  const which = left.length === 1 ? `${shorten(first)} was` : `${left.length} files were`;
  const largest = left.length === 1 ? '' : ` The largest is ${shorten(first)}.`;
  return `${which} left out, because the repository is larger than ${maxBytes / megabyte} MB.${largest} Remove media, databases and archives from git and add them to .gitignore.`;
}

function tooLarge(files: [string, number][]): RepositoryError {
  const [largest = ''] = files.reduce((a, b) => (b[1] > a[1] ? b : a), ['', -1]);
  return new RepositoryError(
    `The repository is larger than ${maxBytes / megabyte} MB; its largest file is ${shorten(largest)}. Remove large files ` +
      'such as media, databases and archives, add them to .gitignore, and try again.',
  );
}

export const shorten = (path: string) => (path.length > 120 ? `${path.slice(0, 117)}…` : path);
