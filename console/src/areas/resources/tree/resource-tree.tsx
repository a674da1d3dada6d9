import Icon from '@cloudscape-design/components/icon';
import { type JSX, useEffect, useId, useMemo, useRef, useState } from 'react';
import { resources as texts } from '../../../texts/en/resources.ts';
import type { TreeResource } from '../use-resources.ts';
import styles from './resource-tree.module.css';
import { type Row, visibleRows } from './rows.ts';
import { treeKey } from './tree-key.ts';
import { ROW_PX, useWindow } from './use-window.ts';

interface Props {
  readonly resources: readonly TreeResource[];
  /** The key of the row whose page is shown. */
  readonly selected: string;
  onSelect(key: string): void;
}

/**
 * Resources and methods as a tree (ARIA Authoring Practices, "Tree View"). Only rows in sight are in the document, so that an API
 * of thousands of methods opens at once; the tree itself has the focus and names its active row.
 */
export function ResourceTree({ resources, selected, onSelect }: Props): JSX.Element {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState(selected);
  const rows = useMemo(() => visibleRows(resources, closed), [resources, closed]);
  const activeIndex = Math.max(
    0,
    rows.findIndex(({ key }) => key === active),
  );
  const { first, last, onScroll, show } = useWindow(list, rows.length);
  useEffect(() => setActive(selected), [selected]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that open elsewhere do not move what is looked at
  useEffect(() => show(activeIndex), [active]);

  const setOpen = (key: string, isOpen: boolean): void =>
    setClosed((before) => {
      const after = new Set(before);
      if (isOpen) after.delete(key);
      else after.add(key);
      return after;
    });
  const idOf = (row: Row | undefined): string | undefined => row && `${id}-${row.key}`;
  return (
    <div
      ref={list}
      role="tree"
      tabIndex={0}
      className={styles.tree}
      aria-label={texts.tree.label}
      aria-activedescendant={idOf(rows[activeIndex])}
      onScroll={onScroll}
      onKeyDown={(event) => {
        const move = treeKey(event.key, rows, activeIndex);
        if (!move) return;
        event.preventDefault();
        if (move.open !== undefined) setOpen(move.key, move.open);
        setActive(move.key);
        if (move.select) onSelect(move.key);
      }}
    >
      <div role="presentation" style={{ height: rows.length * ROW_PX }} className={styles.all}>
        {rows.slice(first, last).map((row, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the tree has the focus and the keys
          <div
            key={row.key}
            id={idOf(row)}
            role="treeitem"
            aria-level={row.level}
            aria-setsize={row.siblings}
            aria-posinset={row.position}
            aria-selected={row.key === selected}
            aria-expanded={row.isOpen}
            className={styles.row}
            data-active={row.key === rows[activeIndex]?.key}
            style={{ top: (first + index) * ROW_PX, paddingInlineStart: row.level * 14 - 8 }}
            onClick={() => onSelect(row.key)}
          >
            {row.isOpen === undefined ? (
              <span className={styles.gap} />
            ) : (
              // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: left and right open and close
              <span
                className={styles.toggle}
                onClick={(event) => {
                  event.stopPropagation();
                  setOpen(row.key, !row.isOpen);
                }}
              >
                <Icon name={row.isOpen ? 'treeview-collapse' : 'treeview-expand'} size="small" />
              </span>
            )}
            <span className={row.isMethod ? styles.method : styles.path} title={row.text}>
              {row.text}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
