import type { Readable } from 'node:stream';
import { pack } from 'tar-stream';

export interface Entry {
  /** Folders end with a slash. */
  name: string;
  content?: Buffer;
  executable?: boolean;
}

/** Entries as a tar stream, owned by one user; taken one by one as the reader gets on. */
export function archive(owner: number, entries: AsyncIterable<Entry> | Iterable<Entry>): Readable {
  const stream = pack();
  const add = ({ name, content, executable }: Entry) =>
    new Promise<void>((resolve, reject) => {
      const folder = name.endsWith('/');
      const mode = folder || executable ? 0o755 : 0o644;
      const type = folder ? 'directory' : 'file';
      const done = (error?: Error | null) => (error ? reject(error) : resolve());
      stream.entry({ name, mode, type, uid: owner, gid: owner, mtime: new Date() }, content ?? '', done);
    });
  const all = async () => {
    for await (const entry of entries) await add(entry);
  };
  all().then(
    () => stream.finalize(),
    (error: Error) => stream.destroy(error),
  );
  return stream;
}
