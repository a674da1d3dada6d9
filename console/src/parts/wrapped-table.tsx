import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { JSX, Ref } from 'react';
import styles from './wrapped-table.module.css';

/** A table that is never wider than its place: texts wrap, and words of many letters break. */
export function WrappedTable<T>(props: TableProps<T> & { readonly ref?: Ref<TableProps.Ref> }): JSX.Element {
  return (
    <div className={styles.table}>
      <Table wrapLines cellVerticalAlign="top" {...props} />
    </div>
  );
}
