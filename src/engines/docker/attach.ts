import type { Duplex } from 'node:stream';
import type { Container } from 'dockerode';
import type { Resources } from './resources.ts';

/** Both ways of a container's stdin, stdout and stderr; before its start, so that nothing is missed. */
export async function attach(container: Container, resources: Resources): Promise<NodeJS.ReadWriteStream> {
  const stream = await container.attach({
    stream: true,
    hijack: true,
    stdin: true,
    stdout: true,
    stderr: true,
  });
  // Broken by the removal of the container: its end is what counts.
  stream.on('error', () => undefined);
  // The engine does not end the stream of a container that is removed before its start.
  resources.afterwards(() => void (stream as Duplex).destroy());
  return stream;
}
