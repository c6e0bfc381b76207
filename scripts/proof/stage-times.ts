import type { Report } from '../../src/report/schema.ts';

/** Where the time of many runs went: total, middle and longest of every stage. */
export function stageTimes(reports: Report[]): string {
  const stages = [...new Set(reports.flatMap((report) => Object.keys(report.timings)))];
  const rows = stages.map((stage) => {
    const times = reports.map((report) => report.timings[stage] ?? 0).sort((a, b) => a - b);
    const total = times.reduce((sum, time) => sum + time, 0);
    return [stage, seconds(total), seconds(middle(times)), seconds(times.at(-1) ?? 0)];
  });
  const table = [['stage', 'all runs', 'middle', 'longest'], ...rows];
  return table
    .map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(14) : cell.padStart(10))).join(''))
    .join('\n');
}

export const middle = (sorted: number[]): number => sorted[Math.floor(sorted.length / 2)] ?? 0;

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
