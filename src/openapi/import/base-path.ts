import { isObject, type JsonObject, listAt, objectAt, objectEntries, textAt } from '../values.ts';
import type { Dialect } from './dialect.ts';

export const BASE_PATH_MODES = ['ignore', 'prepend', 'split'] as const;
export type BasePathMode = (typeof BASE_PATH_MODES)[number];

/** What the paths of a file get in front (fact D160; guide page api-gateway-import-api-basePath), in path parts. */
export function basePathParts(document: JsonObject, dialect: Dialect, mode: BasePathMode): readonly string[] {
  if (mode === 'ignore') return [];
  const parts = pathParts(dialect.version === 'swagger' ? (textAt(document, 'basePath') ?? '') : serverPath(document));
  return mode === 'split' ? parts.slice(1) : parts;
}

export function pathParts(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '');
}

/** The first `basePath` variable of any server; without one, the path of the first server's URL. */
function serverPath(document: JsonObject): string {
  const servers = (listAt(document, 'servers') ?? []).filter(isObject);
  for (const server of servers) {
    const variable = objectEntries(objectAt(server, 'variables')).find(([name]) => name === 'basePath');
    if (variable) return textAt(variable[1], 'default') ?? '';
  }
  const url = textAt(servers[0] ?? {}, 'url') ?? '';
  return url.replace(/^[a-z][\w+.-]*:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
}
