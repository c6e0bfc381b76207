import { formatOwner, thisProcess } from './owner.ts';

/** Every container and volume of a run carries these, so that a later start can tell what was left behind. */
export const runLabel = 'io.milepost.run';
export const ownerLabel = 'io.milepost.owner';
/** The folder of sockets on the grader's machine that belongs to the container. */
export const folderLabel = 'io.milepost.folder';
/** Kept between runs: dependencies and the like. */
export const cacheLabel = 'io.milepost.cache';

/** Without an owner nobody takes it for left behind: that is how things are kept for a look. */
export function runLabels(runId: string, keep: boolean): Record<string, string> {
  return { [runLabel]: runId, ...(keep ? {} : { [ownerLabel]: formatOwner(thisProcess) }) };
}
/** The filled volume that a finished layer points to. */
export const contentLabel = 'io.milepost.content';
