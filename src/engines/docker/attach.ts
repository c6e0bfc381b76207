import type { Container } from 'dockerode';

/** Both ways of a container's stdin, stdout and stderr; before its start, so that nothing is missed. */
export async function attach(container: Container): Promise<NodeJS.ReadWriteStream> {
  const stream = await container.attach({
    stream: true,
    hijack: true,
    stdin: true,
    stdout: true,
    stderr: true,
  });
  // Broken by the removal of the container: its end is what counts.
  stream.on('error', () => undefined);
  return stream;
}
