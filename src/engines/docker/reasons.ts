/** Why a program inside ended, in words for the learner; null when nothing but the program itself was at work. */
export function whyStopped(
  outOfMemory: boolean,
  log: string,
  limits: { memoryMb: number; processes: number },
): string | null {
  if (outOfMemory) return `was stopped because it used more than ${limits.memoryMb} MB of memory`;
  const end = log.slice(-20_000);
  if (/No space left on device|database or disk is full/.test(end)) {
    return 'ended after it had filled the disk space that it may use';
  }
  if (/can't start new thread|\[Errno 11\]|Resource temporarily unavailable/.test(end)) {
    return `ended after it had started ${limits.processes} processes and threads, which is as many as it may`;
  }
  if (/File too large/.test(end)) return 'ended after it had written a larger file than it may';
  return null;
}
