/** Progress: one line that is rewritten on a terminal, a line per message elsewhere. Always on stderr, so that stdout is the result. */

export interface Progress {
  show(stage: string, message: string): void;
  end(): void;
}

export function showProgress(stream: NodeJS.WriteStream): Progress {
  const started = performance.now();
  const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  if (!stream.isTTY) {
    return {
      show: (stage, message) => void stream.write(`[${seconds()}] ${stage}: ${message}\n`),
      end: () => {},
    };
  }
  let current = '';
  const draw = (): void => {
    const text = `${seconds().padStart(7)}  ${current}`;
    stream.write(`\r\u001b[2K${text.slice(0, (stream.columns ?? 80) - 1)}`);
  };
  const timer = setInterval(draw, 200);
  timer.unref();
  return {
    show(stage, message) {
      current = `${stage}: ${message}`;
      draw();
    },
    end() {
      clearInterval(timer);
      if (current !== '') stream.write('\r\u001b[2K');
      current = '';
    },
  };
}
