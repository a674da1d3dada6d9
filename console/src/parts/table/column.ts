import type { ReactNode } from 'react';

/** A column; `value` is what it is sorted and searched by. */
export interface Column<T> {
  readonly id: string;
  readonly header: string;
  value(item: T): string | number | undefined;
  /** How the value is shown, where not as it is. */
  cell?(item: T): ReactNode;
  readonly isRowHeader?: boolean;
  /** In pixels, where the window is wide. */
  readonly minWidth?: number;
  /** What a narrow window has no room for; the item's own page shows it too. */
  readonly isMinor?: boolean;
  /** Found by the search and shown on the item's own page alone. */
  readonly isSearchedOnly?: boolean;
}
