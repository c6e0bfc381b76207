/** TanStack Virtual keeps only the rows in the document that can be seen. */
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

export function useVirtualRows(
  scrolled: RefObject<HTMLElement>,
  count: number,
  sizes: { row: number; header: number },
): Virtualizer<HTMLElement, HTMLElement> {
  const [, draw] = useReducer((turn: number, _: null) => turn + 1, 0);
  const options = {
    count,
    getScrollElement: () => scrolled.current,
    estimateSize: () => sizes.row,
    scrollPaddingStart: sizes.header,
    overscan: 12,
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
