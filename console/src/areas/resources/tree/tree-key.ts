import { parentRow, type Row } from './rows.ts';

export interface Move {
  /** The row that is active from now on. */
  readonly key: string;
  /** Opens or closes it. */
  readonly open?: boolean;
  /** Shows its page. */
  readonly select?: boolean;
}

/** What a key does in the tree (ARIA Authoring Practices, "Tree View", keyboard interaction); undefined for other keys. */
export function treeKey(key: string, rows: readonly Row[], index: number): Move | undefined {
  const row = rows[index];
  if (!row) return undefined;
  const to = (target: number): Move | undefined => {
    const found = rows[Math.min(Math.max(target, 0), rows.length - 1)];
    return found && { key: found.key };
  };
  switch (key) {
    case 'ArrowDown':
      return to(index + 1);
    case 'ArrowUp':
      return to(index - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(rows.length - 1);
    case 'ArrowRight':
      if (row.isOpen === false) return { key: row.key, open: true };
      return row.isOpen ? to(index + 1) : undefined;
    case 'ArrowLeft':
      return row.isOpen ? { key: row.key, open: false } : to(parentRow(rows, index));
    case 'Enter':
    case ' ':
      return { key: row.key, select: true };
    default:
      return undefined;
  }
}
