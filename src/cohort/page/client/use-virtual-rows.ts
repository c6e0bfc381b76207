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
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

export function useVirtualRows(
  scrolled: RefObject<HTMLElement>,
  count: number,
  focused: number,
  sizes: { row: number; header: number },
): Virtualizer<HTMLElement, HTMLElement> {
  const [, draw] = useReducer((turn: number, _: null) => turn + 1, 0);
  const options = {
    count,
    getScrollElement: () => scrolled.current,
    estimateSize: () => sizes.row,
    scrollPaddingStart: sizes.header,
    overscan: 12,
    rangeExtractor: (range: Range) => withFocused(defaultRangeExtractor(range), focused),
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

function withFocused(seen: number[], focused: number): number[] {
  if (focused < 0 || seen.includes(focused)) return seen;
  return focused < (seen[0] ?? 0) ? [focused, ...seen] : [...seen, focused];
}
