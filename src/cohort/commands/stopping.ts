/** Ctrl-C: once to stop and to remove what was started, twice to leave at once. */
export interface Stopping {
  signal: AbortSignal;
  end: () => void;
}

export function stopping(): Stopping {
  const stopped = new AbortController();
  const stop = (): void => {
    if (stopped.signal.aborted) process.exit(130);
    process.stderr.write(
      '\nStopping: removing what was started. What is graded stays. Press Ctrl-C again to leave at once.\n',
    );
    stopped.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return {
    signal: stopped.signal,
    end() {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
