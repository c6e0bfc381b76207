import { StringDecoder } from 'node:string_decoder';

const lineLimit = 9 * 1024 * 1024;
const logLines = 400;
const logLineLength = 4000;

/** Splits the stream of an attached container into its stdout and stderr. */
export function demultiplex(
  onChunk: (stream: 'stdout' | 'stderr', chunk: Buffer) => void,
): (data: Buffer) => void {
  let head = Buffer.alloc(0);
  let stream: 'stdout' | 'stderr' = 'stdout';
  let left = 0;
  return (data) => {
    let at = 0;
    while (at < data.length) {
      if (left > 0) {
        const chunk = data.subarray(at, at + left);
        at += chunk.length;
        left -= chunk.length;
        onChunk(stream, chunk);
        continue;
      }
      const part = data.subarray(at, at + 8 - head.length);
      at += part.length;
      head = Buffer.concat([head, part]);
      if (head.length < 8) continue;
      stream = head[0] === 2 ? 'stderr' : 'stdout';
      left = head.readUInt32BE(4);
      head = Buffer.alloc(0);
    }
  };
}

/** Whole lines of a stream; a line without an end is given up once it is too long. */
export function lines(onLine: (line: string) => void): (chunk: Buffer) => void {
  const decoder = new StringDecoder('utf8');
  let parts: string[] = [];
  let length = 0;
  return (chunk) => {
    const pieces = decoder.write(chunk).split('\n');
    for (const [index, piece] of pieces.entries()) {
      length += piece.length;
      if (length <= lineLimit) parts.push(piece);
      if (index === pieces.length - 1) return;
      onLine(parts.join(''));
      parts = [];
      length = 0;
    }
  };
}

/** The last lines of a program's output. */
export function logTail(): { add(chunk: Buffer): void; text(): string } {
  let kept: string[] = [];
  let open = '';
  const decoder = new StringDecoder('utf8');
  return {
    add(chunk) {
      const pieces = (open + decoder.write(chunk)).split('\n');
      open = (pieces.pop() ?? '').slice(0, logLineLength);
      kept.push(...pieces.slice(-logLines).map((line) => line.slice(0, logLineLength)));
      if (kept.length > 2 * logLines) kept = kept.slice(-logLines);
    },
    text: () => [...kept, ...(open ? [open] : [])].slice(-logLines).join('\n'),
  };
}
