/** Where the commands other than `grade` print: the terminal's width, and colour only where it is wanted. */
import { type Page, pageOf } from '../report/terminal-page.ts';

export const pageFor = (stream: NodeJS.WriteStream): Page =>
  pageOf(Math.min(stream.columns ?? 100, 100), wantsColour(stream));

/** https://no-color.org: any value that is not empty switches colour off. */
const wantsColour = (stream: NodeJS.WriteStream): boolean =>
  stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
