import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { TableProps } from '@cloudscape-design/components/table';
import { type JSX, type ReactNode, useRef } from 'react';
import type { Read } from '../data/index.ts';
import { useQueryParam } from '../routing/index.ts';
import { parts as texts } from '../texts/en/parts.ts';
import { BreakingText } from './breaking-text.tsx';
import { EmptyState } from './empty-state.tsx';
import { ErrorAlert } from './error-alert.tsx';
import styles from './paged-table.module.css';
import type { Column } from './table/column.ts';
import { SearchField } from './table/search-field.tsx';
import { useRows } from './table/use-rows.ts';
import { useIsNarrow } from './use-is-narrow.ts';
import { WrappedTable } from './wrapped-table.tsx';

export type { Column } from './table/column.ts';

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

/**
 * A list with search, sorting and pages, quick with tens of thousands of items: one page of them is in the document. What has come
 * of a list of many pages can be used while the rest is on its way.
 */
export function PagedTable<T>(props: Props<T>): JSX.Element {
  const { title, description, query, columns, id, empty, actions, variant = 'container', pageSize = 25 } = props;
  const parameter = props.searchParameter ?? 'search';
  const [search] = useQueryParam(parameter);
  const all = query.data ?? query.soFar ?? NOTHING;
  const isComing = query.isPending && query.soFar !== undefined;
  const isKnown = query.data !== undefined || query.soFar !== undefined;
  const rows = useRows(all, columns, search, pageSize);
  const table = useRef<TableProps.Ref>(null);
  const isNarrow = useIsNarrow();
  const { selected, onSelect, selectionType = 'single' } = props;
  const failed = query.error && <ErrorAlert error={query.error} retry={() => query.refetch()} />;
  const showFromTop = (): void => table.current?.scrollToTop();
  return (
    <>
      {failed && all.length > 0 && <Box padding={{ bottom: 'm' }}>{failed}</Box>}
      <WrappedTable
        ref={table}
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
            counter={isKnown ? texts.table.counter(all.length, isComing) : ''}
            description={description}
            actions={actions}
            {...(isComing && { info: <StatusIndicator type="loading">{texts.table.coming}</StatusIndicator> })}
          >
            {title}
          </Header>
        }
        variant={variant}
        items={rows.shown}
        columnDefinitions={columns
          .filter(({ isMinor, isSearchedOnly }) => !isSearchedOnly && !(isNarrow && isMinor))
          .map((column) => definition(column, isNarrow))}
        trackBy={id}
        loading={query.isPending && !isComing}
        loadingText={texts.loading}
        empty={
          all.length > 0 ? <EmptyState title={texts.table.noMatch} text={texts.table.noMatchText} /> : (failed ?? empty)
        }
        sortingDescending={rows.order?.isDescending ?? false}
        {...(rows.order && { sortingColumn: { sortingField: rows.order.columnId } })}
        onSortingChange={({ detail }) => {
          rows.sort({ columnId: detail.sortingColumn.sortingField ?? '', isDescending: detail.isDescending ?? false });
          showFromTop();
        }}
        firstIndex={(rows.page - 1) * pageSize + 1}
        totalItemsCount={all.length}
        enableKeyboardNavigation
        filter={<SearchField parameter={parameter} found={rows.found} onSearch={rows.search} />}
        pagination={
          (isComing || all.length > pageSize) && (
            <Pagination
              currentPageIndex={rows.page}
              pagesCount={rows.pages}
              openEnd={isComing}
              onChange={({ detail }) => {
                rows.turnTo(detail.currentPageIndex);
                showFromTop();
              }}
            />
          )
        }
      />
    </>
  );
}

function definition<T>(column: Column<T>, isNarrow: boolean): TableProps.ColumnDefinition<T> {
  const { id, header, value, cell, isRowHeader, minWidth = LEAST_PX } = column;
  return {
    id,
    header,
    cell: cell ?? ((item) => <Value value={value(item)} />),
    sortingField: id,
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

function selectionLabels<T>(title: string, key: (item: T) => string): TableProps.AriaLabels<T> {
  return {
    selectionGroupLabel: title,
    allItemsSelectionLabel: () => texts.table.selectAll,
    itemSelectionLabel: (_, item) => texts.table.select(key(item)),
  };
}
