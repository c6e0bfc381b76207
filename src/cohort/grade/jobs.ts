/** How many learners this machine grades at once, and how long all of them will take. */
import { availableParallelism, totalmem } from 'node:os';

/** An app, its database and the grader beside them. */
const MEMORY_OF_ONE = 1.25 * 2 ** 30;

export function usualJobs(cores = availableParallelism(), memory = totalmem()): number {
  return Math.max(1, Math.min(cores, Math.floor((memory * 0.8) / MEMORY_OF_ONE)));
}

/** The first ones install what the others find: the later half says more about what is to come. */
export function remaining(durations: readonly number[], left: number, jobs: number): number | null {
  if (durations.length === 0) return null;
  const recent = durations.slice(-Math.max(1, Math.ceil(durations.length / 2)));
  const mean = recent.reduce((sum, one) => sum + one, 0) / recent.length;
  return (mean * left) / Math.min(jobs, Math.max(1, left));
}

export function inWords(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`;
}
