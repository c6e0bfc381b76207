import type { Engine } from '../engine.ts';

/** Null: this machine's kind of processes cannot run the app (Windows has no fork). */
export async function processEngine(): Promise<Engine | null> {
  if (process.platform === 'win32') return null;
  return {
    name: 'process',
    notIsolated: [
      'The app ran directly on this machine: it could read every file that you can read.',
      'The app could reach the network, and other programs on this machine could reach the app.',
      'The memory, the processes and the disk space that the app uses were not limited as a whole.',
      'The app could change the Python packages that later runs use again; delete the folder milepost in your cache folder if you do not trust it.',
    ],
    openSandbox: async (options) => (await import('./sandbox.ts')).openSandbox(options),
  };
}
