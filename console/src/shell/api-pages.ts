import type { KnownApi } from '../data/index.ts';
import type { PageRoute } from '../routing/index.ts';

/** Ids that are pinned, too; `create` is a page. */
const API_PATH = /^\/apis\/(?!create(?:\/|$))([a-z0-9-]+)(?:\/|$)/;

/** The API that a page is of, by its path below the region; empty where it is of none. */
export function apiOfPath(path: string): string {
  return API_PATH.exec(path)?.[1] ?? '';
}

/** Whether a page is one of APIs of a kind; what is no API's page is of all. */
export function isOf({ path, protocol }: Pick<PageRoute, 'path' | 'protocol'>, kind: KnownApi['protocol']): boolean {
  if (!path.startsWith('/apis/:apiId') || protocol === 'any') return true;
  return (protocol ?? 'REST') === kind;
}
