import type { TreeResource } from '../use-resources.ts';

/** One visible line of the tree. */
export interface Row {
  /** `RESOURCE` or `RESOURCE/VERB`: also the end of its page's path. */
  readonly key: string;
  /** The last part of the path, or the verb. */
  readonly text: string;
  readonly isMethod: boolean;
  /** From 1, as `aria-level` counts. */
  readonly level: number;
  /** Undefined where there is nothing to open. */
  readonly isOpen: boolean | undefined;
  /** From 1, among its siblings. */
  readonly position: number;
  readonly siblings: number;
}

/**
 * The lines that are visible, top to bottom: of each resource its methods, then the resources below it.
 * @param closed ids of resources whose insides are hidden
 */
export function visibleRows(resources: readonly TreeResource[], closed: ReadonlySet<string>): readonly Row[] {
  const children = grouped(resources);
  const rows: Row[] = [];
  const add = (siblings: readonly TreeResource[], level: number, before: number): void => {
    [...siblings].sort(byPath).forEach((resource, index) => {
      const below = children.get(resource.id) ?? [];
      const inside = resource.methods.length + below.length;
      const isOpen = inside === 0 ? undefined : !closed.has(resource.id);
      rows.push({
        key: resource.id,
        text: lastPart(resource.path),
        isMethod: false,
        level,
        isOpen,
        position: before + index + 1,
        siblings: before + siblings.length,
      });
      if (!isOpen) return;
      for (const [at, verb] of resource.methods.entries()) {
        rows.push({
          key: `${resource.id}/${verb}`,
          text: verb,
          isMethod: true,
          level: level + 1,
          isOpen: undefined,
          position: at + 1,
          siblings: inside,
        });
      }
      add(below, level + 1, resource.methods.length);
    });
  };
  add(children.get(undefined) ?? [], 1, 0);
  return rows;
}

/** The row above that a row belongs to. */
export function parentRow(rows: readonly Row[], index: number): number {
  const level = rows[index]?.level ?? 1;
  return rows.slice(0, index).findLastIndex((row) => row.level < level);
}

function byPath(a: TreeResource, b: TreeResource): number {
  return a.path.localeCompare(b.path);
}

function lastPart(path: string): string {
  return path === '/' ? '/' : path.slice(path.lastIndexOf('/'));
}

function grouped(resources: readonly TreeResource[]): ReadonlyMap<string | undefined, readonly TreeResource[]> {
  const groups = new Map<string | undefined, TreeResource[]>();
  for (const resource of resources) {
    const group = groups.get(resource.parentId);
    if (group) group.push(resource);
    else groups.set(resource.parentId, [resource]);
  }
  return groups;
}
