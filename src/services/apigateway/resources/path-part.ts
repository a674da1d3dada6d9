import { badRequest } from '../errors.ts';

/** What a path part stands for in a request's path (features A1.5). */
export type PathPartKind = 'literal' | 'variable' | 'greedy';

/**
 * Checks a path part and tells what it is: a literal, `{name}` or `{name+}`, of letters, digits and `. _ - :`.
 * @throws {ServiceError} 400 with AWS's text
 */
export function pathPartKind(pathPart: string): PathPartKind {
  const match = /^(?:\{[\w.:-]+(?<greedy>\+?)\}|[a-zA-Z0-9.:_-]+)$/.exec(pathPart);
  if (!match) {
    throw badRequest(
      "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end.",
    );
  }
  if (!pathPart.startsWith('{')) return 'literal';
  return match.groups?.greedy === '+' ? 'greedy' : 'variable';
}

/** The full path of a child. */
export function childPath(parentPath: string, pathPart: string): string {
  return parentPath === '/' ? `/${pathPart}` : `${parentPath}/${pathPart}`;
}
