import { type RefObject, useCallback, useEffect, useState } from 'react';

export const ROW_PX = 28;
/** Rows beyond both edges, so that scrolling shows no gaps. */
const SPARE = 10;

interface Window {
  /** The rows to render: from `first`, below `last`. */
  readonly first: number;
  readonly last: number;
  onScroll(): void;
  /** Scrolls as little as needed to bring a row into sight. */
  show(index: number): void;
}

/** Which rows of a scrolled list are in sight. */
export function useWindow(list: RefObject<HTMLElement | null>, count: number): Window {
  const [view, setView] = useState({ top: 0, height: 600 });
  const onScroll = useCallback(() => {
    const element = list.current;
    if (element) setView({ top: element.scrollTop, height: element.clientHeight });
  }, [list]);
  useEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(onScroll);
    observer.observe(element);
    return () => observer.disconnect();
  }, [list, onScroll]);
  const show = useCallback(
    (index: number) => {
      const element = list.current;
      if (!element) return;
      const top = index * ROW_PX;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top + ROW_PX > element.scrollTop + element.clientHeight) {
        element.scrollTop = top + ROW_PX - element.clientHeight;
      }
    },
    [list],
  );
  return {
    first: Math.max(0, Math.floor(view.top / ROW_PX) - SPARE),
    last: Math.min(count, Math.ceil((view.top + view.height) / ROW_PX) + SPARE),
    onScroll,
    show,
  };
}
