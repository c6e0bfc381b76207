/** Reads learners' text files as people wrote them: with or without a byte order mark, UTF-8 or UTF-16. */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';

export type ReadText = (file: string) => Promise<string>;

const maxBytes = 512 * 1024;

/** Each file is read once; one that cannot be read is "". */
export function textReader(root: string): ReadText {
  const read = new Map<string, Promise<string>>();
  return (file) => {
    const known = read.get(file) ?? readText(root, file);
    read.set(file, known);
    return known;
  };
}

/** "" for a file that cannot be read. */
export async function readText(root: string, file: string): Promise<string> {
  return readRegular(join(root, file)).catch(() => '');
}

async function readRegular(path: string): Promise<string> {
  // Without NONBLOCK a pipe that took the file's place since the walk would be waited for.
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    if (!(await handle.stat()).isFile()) return '';
    const buffer = Buffer.alloc(maxBytes);
    let length = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, length, maxBytes - length);
      length += bytesRead;
      if (bytesRead === 0 || length === maxBytes) break;
    }
    return decode(buffer.subarray(0, length));
  } finally {
    await handle.close();
  }
}

/** `pip freeze > requirements.txt` in PowerShell writes UTF-16. */
export function decode(bytes: Buffer): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bigEndian(bytes) ? 'utf-16be' : guess(bytes);
  return new TextDecoder(encoding).decode(bytes);
}

const bigEndian = (bytes: Buffer) => bytes[0] === 0xfe && bytes[1] === 0xff;

function guess(bytes: Buffer): string {
  const start = bytes.subarray(0, 200);
  const zeros = (odd: number) => start.filter((byte, index) => byte === 0 && index % 2 === odd).length;
  if (zeros(1) > start.length / 4) return 'utf-16le';
  return zeros(0) > start.length / 4 ? 'utf-16be' : 'utf-8';
}
