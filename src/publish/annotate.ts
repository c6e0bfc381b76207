/** Writes annotations as the runner's commands; the toolkit escapes what could end a command early. */
import * as core from '@actions/core';
import type { Annotation } from '../report/annotations.ts';

export function annotate(annotations: Annotation[]): void {
  const write = { error: core.error, warning: core.warning, notice: core.notice };
  for (const { level, file, line, title, message } of annotations) {
    write[level](message, { title, file: file ?? undefined, startLine: line ?? undefined });
  }
}
