/** What of the texts that were written would run on the pages that show them. */

import type { Visit } from '../browse/browser.ts';
import { type ExecutingNode, executingNodes } from '../html/executing.ts';

export const executed = (visits: Visit[], marks: Record<string, string>): ExecutingNode[] =>
  visits.flatMap(({ last }) =>
    isHtml(last.reply.headers)
      ? Object.values(marks).flatMap((mark) =>
          quoted(mark).flatMap((text) => executingNodes(last.reply.body, text)),
        )
      : [],
  );

/** As the payloads hold it: a script of the site that mentions the text with its quotes escaped runs none of it. */
const quoted = (mark: string): string[] => [`"${mark}"`, `'${mark}'`];

const isHtml = (headers: Record<string, string>): boolean => /html|^$/.test(headers['content-type'] ?? '');
