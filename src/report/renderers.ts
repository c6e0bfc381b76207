/**
 * Every report that is written: its file, and the renderer that is loaded when it is needed. A new one is one line here; the
 * command line takes its names for `--format` from this table.
 */
import type { ClassroomOptions } from './classroom.ts';
import type { HtmlOptions } from './html/render.ts';
import type { Report } from './schema.ts';

export type RenderOptions = HtmlOptions & ClassroomOptions;
type Render = (report: Report, options: RenderOptions) => string | null;

export interface Renderer {
  file: string;
  /** Null: there is nothing to write, as where nobody could read it. */
  load: () => Promise<Render>;
}

export const renderers = {
  json: { file: 'report.json', load: async () => (await import('./json.ts')).renderJson },
  junit: { file: 'junit.xml', load: async () => (await import('./junit.ts')).renderJUnit },
  markdown: { file: 'comment.md', load: async () => withLinks((await import('./comment.ts')).renderComment) },
  summary: { file: 'summary.md', load: async () => withLinks((await import('./summary.ts')).renderSummary) },
  html: { file: 'report.html', load: async () => (await import('./html/render.ts')).renderHtml },
  sarif: { file: 'results.sarif', load: async () => (await import('./sarif.ts')).renderSarif },
  ctrf: { file: 'ctrf-report.json', load: async () => (await import('./ctrf.ts')).renderCtrf },
  badge: { file: 'badge.svg', load: async () => (await import('./badge.ts')).renderBadge },
  shields: { file: 'badge.json', load: async () => (await import('./badge.ts')).renderShields },
  classroom50: { file: 'result.json', load: async () => (await import('./classroom.ts')).renderClassroom },
} satisfies Record<string, Renderer>;

export type Format = keyof typeof renderers;
export const FORMATS = Object.keys(renderers) as Format[];

/** What changed in a comment comes from the comment that is there, which is known only when it is written. */
function withLinks(render: (report: Report, options: { repositoryUrl?: string }) => string): Render {
  return (report, { repositoryUrl }) => render(report, { repositoryUrl });
}
