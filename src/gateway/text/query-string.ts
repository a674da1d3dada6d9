import { decodePercent } from './percent.ts';

/** Name and value, decoded. */
export type QueryParameter = readonly [name: string, value: string];

/**
 * Reads a query string as REST APIs do: `+` is a space and percent-encoding is undone (fact D8); `;` separates like `&`
 * (fact D9).
 */
export function parseQuery(query: string): readonly QueryParameter[] {
  const parameters: QueryParameter[] = [];
  if (query === '') return parameters;
  for (const part of query.split(/[&;]/)) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = equals < 0 ? part : part.slice(0, equals);
    const value = equals < 0 ? '' : part.slice(equals + 1);
    parameters.push([decode(name), decode(value)]);
  }
  return parameters;
}

function decode(text: string): string {
  return decodePercent(text.includes('+') ? text.replaceAll('+', ' ') : text);
}
