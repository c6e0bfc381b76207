/** What a grader sent over HTTP and over the streams of its containers, with times: enough to send it again. */
export interface WireLog {
  events: WireEvent[];
}

interface Timed {
  /** milliseconds since the start of the process */
  start: number;
  end: number;
}

export interface WireRequest extends Timed {
  kind: 'request';
  /** by which the lines of its stream name it */
  id: number;
  to: { socketPath?: string; host?: string; port?: number; localAddress?: string };
  method: string;
  path: string;
  headers: Record<string, string | string[]>;
  /** base64 */
  body: string;
  status: number | null;
  /** the cookies that it set and the beginning of its body, latin1 */
  answer: string;
  upgraded: boolean;
}

/** What was written to a process inside: a line from its sending to its answer, or its whole input. */
export interface WireLine extends Timed {
  kind: 'line';
  stream: number;
  /** base64 */
  data: string;
  /** nothing follows */
  last: boolean;
  /** what was answered, from its beginning */
  answer: string;
}

export type WireEvent = WireRequest | WireLine;

export const ANSWER_CHARACTERS = 262_144;

/** The number of a question or an answer; null: nothing answers this line. */
export function numberOf(line: string): number | null {
  try {
    const { id } = JSON.parse(line) as { id?: unknown };
    return typeof id === 'number' ? id : null;
  } catch {
    return null;
  }
}
