import { startTransition, useMemo, useRef, useState } from 'react';
import type { Column } from './column.ts';
import { finder, isSame, type Order, ordered } from './rows.ts';

/** One page of a list, and what to do about which one it is. */
export interface Rows<T> {
  readonly shown: readonly T[];
  /** How many fit the search. */
  readonly found: number;
  readonly order: Order | undefined;
  /** From one. */
  readonly page: number;
  readonly pages: number;
  search(text: string): void;
  sort(order: Order): void;
  turnTo(page: number): void;
}

/**
 * Searches, sorts and pages. Each is done anew only when it may come out otherwise: turning a page of ten thousand items neither
 * searches nor sorts them. They are transitions, so that whoever types or clicks on is not kept waiting by what he asked for before.
 */
export function useRows<T>(items: readonly T[], columns: readonly Column<T>[], search: string, size: number): Rows<T> {
  const [text, setText] = useState(search);
  const [order, setOrder] = useState<Order>();
  const [page, setPage] = useState(1);
  const all = useSame(items);
  // Of the items alone, in all three: pages write their columns anew at every rendering.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const find = useMemo(() => finder(all, columns), [all]);
  const found = useMemo(() => find(text), [find, text]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const sorted = useMemo(() => ordered(found, columns, order), [found, order]);
  const pages = Math.max(1, Math.ceil(sorted.length / size));
  const current = Math.min(page, pages);
  return {
    shown: sorted.slice((current - 1) * size, current * size),
    found: found.length,
    order,
    page: current,
    pages,
    search: (next) =>
      startTransition(() => {
        setText(next);
        setPage(1);
      }),
    sort: (next) =>
      startTransition(() => {
        setOrder(next);
        setPage(1);
      }),
    turnTo: (next) => startTransition(() => setPage(next)),
  };
}

/** The list as it was, where it was written anew of the same items, as pages do at every rendering. */
function useSame<T>(items: readonly T[]): readonly T[] {
  const last = useRef(items);
  if (!isSame(last.current, items)) last.current = items;
  return last.current;
}
