import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';

const maxBytes = 1024 * 1024;

/** The text of one file; "" where it cannot be read, is no regular file or is too large to be written by a person. */
export async function readText(root: string, file: string): Promise<string> {
  const handle = await open(
    join(root, file),
    constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
  ).catch(() => null);
  if (!handle) return '';
  try {
    const status = await handle.stat();
    if (!status.isFile() || status.size > maxBytes) return '';
    return decode(await handle.readFile());
  } catch {
    return '';
  } finally {
    await handle.close();
  }
}

/** Editors on Windows write UTF-16 and byte order marks; `pip freeze > file` in PowerShell does so, too. */
export function decode(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const sample = bytes.subarray(0, 200);
  const zeros = (odd: number) => sample.filter((byte, index) => index % 2 === odd && byte === 0).length;
  if (sample.length > 3 && zeros(1) > sample.length / 3) return new TextDecoder('utf-16le').decode(bytes);
  if (sample.length > 3 && zeros(0) > sample.length / 3) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}
