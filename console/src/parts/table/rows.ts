import type { Column } from './column.ts';

/** By which column, and which way. */
export interface Order {
  readonly columnId: string;
  readonly isDescending: boolean;
}

type Valued<T> = Pick<Column<T>, 'id' | 'value'>;

const TEXTS = new Intl.Collator();

/**
 * What finds items by a text in any column. What is searched through is written down at the first search and not before: a list
 * of thousands that nobody searches costs nothing.
 */
export function finder<T>(items: readonly T[], columns: readonly Valued<T>[]): (text: string) => readonly T[] {
  let searched: readonly string[] | undefined;
  return (text) => {
    if (text === '') return items;
    const wanted = text.toLowerCase();
    searched ??= items.map((item) => searchedText(item, columns));
    const texts = searched;
    return items.filter((_, at) => texts[at]?.includes(wanted));
  };
}

/** A line a column, so that no search fits across two of them. */
function searchedText<T>(item: T, columns: readonly Valued<T>[]): string {
  return columns
    .map(({ value }) => value(item) ?? '')
    .join('\n')
    .toLowerCase();
}

/** What has no value comes first; of the same value those stay as they were. Each value is asked for once. */
export function ordered<T>(items: readonly T[], columns: readonly Valued<T>[], order: Order | undefined): readonly T[] {
  const column = columns.find(({ id }) => id === order?.columnId);
  if (!column) return items;
  const sign = order?.isDescending ? -1 : 1;
  return items
    .map((item) => ({ item, value: column.value(item) }))
    .sort((a, b) => sign * compare(a.value, b.value))
    .map(({ item }) => item);
}

function compare(a: string | number | undefined, b: string | number | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return TEXTS.compare(String(a ?? ''), String(b ?? ''));
}

/** Whether two lists hold the same items in the same order. */
export function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((item, at) => item === b[at]));
}
