/** Dependencies of setup.cfg and setup.py, read as text: the file is never run. */
import type { ReadText } from '../repository/read-text.ts';
import type { Found } from './declared.ts';
import { fromLines } from './table-dependency.ts';

export async function readSetup(
  setup: { cfg: string | null; py: string | null },
  read: ReadText,
): Promise<Found> {
  const cfg = setup.cfg ? installRequires(await read(setup.cfg)) : [];
  const py = setup.py ? listedInCall(await read(setup.py)) : [];
  const file = cfg.length > 0 ? setup.cfg : (setup.py ?? setup.cfg);
  const found = fromLines([...cfg, ...py], file ?? 'setup.cfg', new Map());
  return { source: file ?? 'setup.cfg', optional: [], ...found };
}

/** The indented lines under `install_requires =`. */
function installRequires(text: string): string[] {
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => /^install_requires\s*=/.test(line));
  if (start === -1) return [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^\S/.test(line));
  const first = (lines[start] ?? '').replace(/^install_requires\s*=/, '');
  return [first, ...rest.slice(0, end === -1 ? undefined : end)].map((line) => line.trim()).filter(Boolean);
}

function listedInCall(text: string): string[] {
  const list = /install_requires\s*=\s*[[(]([^\])]{0,20000})/.exec(text)?.[1] ?? '';
  const code = list.replaceAll(/^[ \t]*#.*$/gm, '');
  return [...code.matchAll(/(['"])(.{1,200}?)\1/g)].map((match) => match[2] ?? '');
}
