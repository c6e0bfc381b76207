const filledDisk = 'ended after it had filled the disk space that it may use';

/** Why a program inside ended, in words for the learner; null when nothing but the program itself was at work. */
export function whyStopped(
  { outOfMemory, diskFull = false }: { outOfMemory: boolean; diskFull?: boolean },
  log: string,
  limits: { memoryMb: number; processes: number },
): string | null {
  if (diskFull) return filledDisk;
  if (outOfMemory) return `was stopped because it used more than ${limits.memoryMb} MB of memory`;
  const end = log.slice(-20_000);
  if (/No space left on device|database or disk is full/.test(end)) return filledDisk;
  if (/can't start new thread|\[Errno 11\]|Resource temporarily unavailable/.test(end)) {
    return `ended after it had started ${limits.processes} processes and threads, which is as many as it may`;
  }
  if (/File too large/.test(end)) return 'ended after it had written a larger file than it may';
  return null;
}
