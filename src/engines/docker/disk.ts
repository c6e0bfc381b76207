import { text } from 'node:stream/consumers';
import type { Container } from 'dockerode';

/** Exit code 0: what is left of the folder is next to nothing, in bytes or in files. */
const program = `
import os, sys
found = os.statvfs(sys.argv[1])
sys.exit(0 if found.f_bavail * 50 < found.f_blocks or found.f_favail * 50 < found.f_files else 1)
`;

/**
 * Whether the folder that the app can write to is full, asked through the container that holds it: what an app writes
 * to its disk counts as memory, so an app that fills the disk is ended for its memory. False where it cannot be told.
 */
export async function isFull(holder: Container, folder: string): Promise<boolean> {
  try {
    const exec = await holder.exec({
      Cmd: ['python3', '-I', '-S', '-c', program, folder],
      AttachStdout: true,
      AttachStderr: true,
    });
    const stream = await exec.start({});
    await text(stream);
    return (await exec.inspect()).ExitCode === 0;
  } catch {
    return false;
  }
}
