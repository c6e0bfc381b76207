/** Takes `report.json` out of an archive that a stranger made: nothing is written to disk, and only that one file is unpacked. */
import { unzipSync } from 'fflate';
import { UnusableArtifact } from './unusable.ts';

const FILE = 'report.json';
const LARGEST = 5 * 1024 * 1024;

export function reportInZip(zip: Uint8Array): unknown {
  const text = new TextDecoder().decode(unpacked(zip));
  try {
    return JSON.parse(text);
  } catch {
    throw new UnusableArtifact(`Its ${FILE} is no JSON.`);
  }
}

/** No more is ever unpacked than the archive says, and it may not say more than the limit. */
function unpacked(zip: Uint8Array): Uint8Array {
  let size = 0;
  try {
    const files = unzipSync(zip, {
      filter(file) {
        if (file.name !== FILE) return false;
        size = file.originalSize;
        return size <= LARGEST;
      },
    });
    const found = files[FILE];
    if (found) return found;
  } catch {
    throw new UnusableArtifact('It is no archive that can be read.');
  }
  throw new UnusableArtifact(
    size > LARGEST ? `Its ${FILE} is larger than ${LARGEST / 1024 / 1024} MB.` : `There is no ${FILE} in it.`,
  );
}
