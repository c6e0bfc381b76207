/**
 * The log of the step while grading runs. The runner obeys `::command::` lines in it, so between `fence()` and its end
 * it is told to obey nothing. Written directly: loading the toolkit would hold up the start of every run.
 */
import { randomUUID } from 'node:crypto';

export function line(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Makes the runner replace the text by `***` wherever it is printed. */
export function mask(secret: string): void {
  if (secret !== '') line(`::add-mask::${secret}`);
}

/** Commands are obeyed again after the returned function was called; nobody can guess the word that does it. */
export function fence(): () => void {
  const word = randomUUID();
  line(`::stop-commands::${word}`);
  return () => line(`::${word}::`);
}
