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
  /** the beginning of the answer, where it was JSON of the engine */
  answer: string;
  upgraded: boolean;
}

/** A line for the process inside, from its sending to its answer. */
export interface WireLine extends Timed {
  kind: 'line';
  stream: number;
  text: string;
}

export type WireEvent = WireRequest | WireLine;

/** The number of a question or an answer; null: nothing answers this line. */
export function numberOf(line: string): number | null {
  try {
    const { id } = JSON.parse(line) as { id?: unknown };
    return typeof id === 'number' ? id : null;
  } catch {
    return null;
  }
}
