/** The tools of a run: each begins as soon as it can, beside the app's start, runs once, and is waited for by who asks. */
import type { ToolName } from '../spec/steps.ts';
import type { Packages, Tool, ToolContext, ToolReport } from './tool.ts';

/** Every tool, by the name that a spec uses; loaded when an exercise asks for it. */
export const TOOLS: Record<ToolName, () => Promise<Tool>> = {
  bandit: async () => (await import('./bandit.ts')).bandit,
  secrets: async () => (await import('./secrets.ts')).secrets,
  advisories: async () => (await import('./advisories.ts')).advisories,
};

export interface Toolbox {
  report(name: ToolName): Promise<ToolReport>;
  /** What the app was installed with, or null once it is known that nothing was. */
  installed(packages: Packages | null): void;
}

export function openToolbox(
  given: Omit<ToolContext, 'packages' | 'environment' | 'today'>,
  wanted: readonly ToolName[],
  timings: Record<string, number>,
): Toolbox {
  let installed: Toolbox['installed'] = () => undefined;
  const packages = new Promise<Packages | null>((resolve) => {
    installed = resolve;
  });
  const context: ToolContext = { ...given, packages, environment: process.env, today: new Date() };
  const begin = async (name: ToolName): Promise<ToolReport> => {
    // What the app is installed with is waited for, but is no work of the tool's.
    if (name === 'advisories') await packages;
    const started = performance.now();
    const tool = await TOOLS[name]();
    const report = await tool.run(context);
    timings[`tool ${name}`] = Math.round(performance.now() - started);
    return report;
  };
  const begun = new Map(wanted.map((name) => [name, begin(name)]));
  // Told where they are awaited.
  for (const report of begun.values()) report.catch(() => undefined);
  return {
    installed,
    report(name) {
      const report = begun.get(name) ?? begin(name);
      begun.set(name, report);
      return report;
    },
  };
}
