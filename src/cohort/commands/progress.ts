/** One line that is rewritten on a terminal; elsewhere a line now and then, since a thousand of them help nobody. */
import { showProgress } from '../../cli/progress.ts';
import { plain } from '../../report/boundary.ts';

const EVERY = 5_000;

export interface Count {
  show: (message: string) => void;
  end: () => void;
}

export function showCount(stream: NodeJS.WriteStream, stage: string): Count {
  const progress = showProgress(stream);
  let last = Number.NEGATIVE_INFINITY;
  let unsaid: string | null = null;
  const say = (message: string): void => {
    last = performance.now();
    unsaid = null;
    progress.show(stage, plain(message));
  };
  return {
    show(message) {
      if (stream.isTTY || performance.now() - last >= EVERY) say(message);
      else unsaid = message;
    },
    end() {
      if (unsaid !== null) say(unsaid);
      progress.end();
    },
  };
}
