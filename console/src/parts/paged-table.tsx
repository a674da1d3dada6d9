import { useCollection } from '@cloudscape-design/collection-hooks';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import type { TableProps } from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { type JSX, type ReactNode, useEffect, useMemo } from 'react';
import type { Read } from '../data/index.ts';
import { useQueryParam } from '../routing/index.ts';
import { parts as texts } from '../texts/en/parts.ts';
import { BreakingText } from './breaking-text.tsx';
import { EmptyState } from './empty-state.tsx';
import { ErrorAlert } from './error-alert.tsx';
import styles from './paged-table.module.css';
import { useIsNarrow } from './use-is-narrow.ts';
import { WrappedTable } from './wrapped-table.tsx';

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

interface Props<T> {
  readonly title: string;
  readonly description?: ReactNode;
  readonly query: Read<readonly T[]>;
  readonly columns: readonly Column<T>[];
  /** What tells items apart. */
  id(item: T): string;
  readonly empty: ReactNode;
  readonly actions?: ReactNode;
  /** `full-page` where the table is the page: its title is then the page's. */
  readonly variant?: 'container' | 'full-page' | 'embedded';
  readonly selected?: readonly T[];
  onSelect?(items: readonly T[]): void;
  readonly selectionType?: 'single' | 'multi';
  readonly pageSize?: number;
  /** The parameter of the address that keeps the search: another for each table where a page has several. */
  readonly searchParameter?: string;
}

const NOTHING: readonly never[] = [];
/** What a column has, however long the texts of another are. */
const LEAST_PX = 96;
/** What a page may ask for at most, where there is little room for all. */
const LEAST_NARROW_PX = 150;
/** The address follows the search a moment later: whoever types must not wait for it. */
const TYPING_PAUSE_MS = 300;

/** A list with search, sorting and pages, quick with tens of thousands of items: one page of them is in the document. */
export function PagedTable<T>(props: Props<T>): JSX.Element {
  const { title, description, query, columns, id, empty, actions, variant = 'container', pageSize = 25 } = props;
  const [search, setSearch] = useQueryParam(props.searchParameter ?? 'search');
  const all = query.data ?? NOTHING;
  // What is searched through at every key; of the items alone, since pages write their columns anew at every rendering.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const searched = useMemo(() => new Map(all.map((item) => [item, searchedText(item, columns)])), [all]);
  const { items, collectionProps, filterProps, paginationProps, filteredItemsCount } = useCollection(all, {
    filtering: {
      defaultFilteringText: search,
      filteringFunction: (item, text) => searched.get(item)?.includes(text.toLowerCase()) ?? false,
      empty: query.error ? <ErrorAlert error={query.error} retry={() => query.refetch()} /> : empty,
      noMatch: <EmptyState title={texts.table.noMatch} text={texts.table.noMatchText} />,
    },
    pagination: { pageSize },
    sorting: {},
  });
  const { filteringText } = filterProps;
  useEffect(() => {
    if (filteringText === search) return undefined;
    const timer = setTimeout(() => setSearch(filteringText), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [filteringText, search, setSearch]);
  const isNarrow = useIsNarrow();
  const { selected, onSelect, selectionType = 'single' } = props;
  return (
    <WrappedTable
      {...collectionProps}
      {...(onSelect && {
        selectionType,
        selectedItems: selected ?? [],
        onSelectionChange: ({ detail }: { detail: TableProps.SelectionChangeDetail<T> }) =>
          onSelect(detail.selectedItems),
        ariaLabels: selectionLabels(title, id),
      })}
      header={
        <Header
          variant={variant === 'full-page' ? 'awsui-h1-sticky' : 'h2'}
          counter={query.data ? `(${all.length})` : ''}
          description={description}
          actions={actions}
        >
          {title}
        </Header>
      }
      variant={variant}
      items={items}
      columnDefinitions={columns
        .filter(({ isMinor, isSearchedOnly }) => !isSearchedOnly && !(isNarrow && isMinor))
        .map((column) => definition(column, isNarrow))}
      trackBy={id}
      loading={query.isPending}
      loadingText={texts.loading}
      enableKeyboardNavigation
      filter={
        <TextFilter
          {...filterProps}
          filteringPlaceholder={texts.table.search}
          filteringAriaLabel={texts.table.search}
          countText={texts.table.matches(filteredItemsCount ?? 0)}
        />
      }
      pagination={all.length > pageSize && <Pagination {...paginationProps} />}
    />
  );
}

function definition<T>(column: Column<T>, isNarrow: boolean): TableProps.ColumnDefinition<T> {
  const { id, header, value, cell, isRowHeader, minWidth = LEAST_PX } = column;
  return {
    id,
    header,
    cell: cell ?? ((item) => <Value value={value(item)} />),
    sortingComparator: (a, b) => compare(value(a), value(b)),
    ...(isRowHeader && { isRowHeader }),
    minWidth: isNarrow ? Math.min(minWidth, LEAST_NARROW_PX) : minWidth,
  };
}

function Value({ value }: { readonly value: string | number | undefined }): JSX.Element {
  if (typeof value !== 'string') return <>{value ?? texts.none}</>;
  return (
    <span className={styles.text} title={value}>
      <BreakingText text={value} />
    </span>
  );
}

/** A line a column, so that no search fits across two of them. */
function searchedText<T>(item: T, columns: readonly Column<T>[]): string {
  return columns
    .map(({ value }) => value(item) ?? '')
    .join('\n')
    .toLowerCase();
}

/** What has no value comes first. */
function compare(a: string | number | undefined, b: string | number | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a ?? '').localeCompare(String(b ?? ''));
}

function selectionLabels<T>(title: string, key: (item: T) => string): TableProps.AriaLabels<T> {
  return {
    selectionGroupLabel: title,
    allItemsSelectionLabel: () => texts.table.selectAll,
    itemSelectionLabel: (_, item) => texts.table.select(key(item)),
  };
}
