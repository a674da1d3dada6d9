import type { DocumentationPart, DocumentationPartLocation, DocumentationPartType } from './part.ts';

/**
 * The types whose entities take the content of a part with a broader location (features A16.1; API reference,
 * `DocumentationPartLocation.type`; the guide's table has METHOD and REQUEST_BODY, too, the reference is newer).
 */
const INHERITING: readonly DocumentationPartType[] = [
  'PATH_PARAMETER',
  'QUERY_PARAMETER',
  'REQUEST_HEADER',
  'RESPONSE',
  'RESPONSE_HEADER',
  'RESPONSE_BODY',
];

/**
 * The part whose content an entity has: the one at its own location, else the most specific broader one, by path first,
 * then by status code, then by method (guide, "Inherit content from an API entity of more general specifications").
 */
export function partOf(
  entity: DocumentationPartLocation,
  parts: readonly DocumentationPart[],
): DocumentationPart | undefined {
  return parts
    .filter(({ location }) => (isInherited(entity) ? covers(location, entity) : isSame(location, entity)))
    .sort((a, b) => precedence(b.location) - precedence(a.location))[0];
}

function isInherited({ type }: DocumentationPartLocation): boolean {
  return INHERITING.includes(type);
}

function isSame(a: DocumentationPartLocation, b: DocumentationPartLocation): boolean {
  return (
    a.type === b.type &&
    a.path === b.path &&
    a.method === b.method &&
    a.statusCode === b.statusCode &&
    a.name === b.name
  );
}

/** Paths by whole segments; method and status code by `*` or exactly; names exactly. */
function covers(broader: DocumentationPartLocation, entity: DocumentationPartLocation): boolean {
  return (
    broader.type === entity.type &&
    broader.name === entity.name &&
    isPathPrefix(broader.path ?? '/', entity.path ?? '/') &&
    (broader.method === '*' || broader.method === entity.method) &&
    (broader.statusCode === '*' || broader.statusCode === entity.statusCode)
  );
}

function isPathPrefix(prefix: string, path: string): boolean {
  return prefix === '/' || path === prefix || path.startsWith(`${prefix}/`);
}

function precedence({ path = '/', method, statusCode }: DocumentationPartLocation): number {
  const depth = path === '/' ? 0 : path.split('/').length;
  return depth * 4 + (statusCode !== undefined && statusCode !== '*' ? 2 : 0) + (method !== '*' ? 1 : 0);
}
