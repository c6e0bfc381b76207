/**
 * TanStack Virtual keeps only the rows in the document that can be seen, and the one with the focus: a focus that leaves the
 * document is lost, and with it the way back into the table.
 */
import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type Range,
  Virtualizer,
} from '@tanstack/virtual-core';
import { options as preact, type RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

export function useVirtualRows(
  scrolled: RefObject<HTMLElement>,
  count: number,
  focused: number,
  sizes: { row: number; header: number },
): Virtualizer<HTMLElement, HTMLElement> {
  const [, draw] = useReducer((turn: number, _: null) => turn + 1, 0);
  const printing = usePrinting();
  const options = {
    count,
    getScrollElement: () => scrolled.current,
    estimateSize: () => sizes.row,
    scrollPaddingStart: sizes.header,
    overscan: 12,
    rangeExtractor: (range: Range) =>
      printing ? everyRow(range.count) : withFocused(defaultRangeExtractor(range), focused),
    initialRect: { width: 1000, height: 700 },
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => draw(null),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return virtualizer;
}

/** Paper does not scroll. A browser that has to lay out more than so many rows at once is not waited for. */
const MOST_PRINTED = 3_000;

const everyRow = (count: number): number[] =>
  Array.from({ length: Math.min(count, MOST_PRINTED) }, (_, index) => index);

/** True from before the page is laid out for paper until that is done; drawn at once, because the browser does not wait. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useLayoutEffect(() => {
    const turn = (on: boolean) => () => {
      const usual = preact.debounceRendering;
      preact.debounceRendering = (draw) => draw();
      setPrinting(on);
      preact.debounceRendering = usual;
    };
    const [before, after] = [turn(true), turn(false)];
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}

function withFocused(seen: number[], focused: number): number[] {
  if (focused < 0 || seen.includes(focused)) return seen;
  return focused < (seen[0] ?? 0) ? [focused, ...seen] : [...seen, focused];
}
