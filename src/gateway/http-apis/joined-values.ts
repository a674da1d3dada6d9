import type { HeaderList } from '../../http/index.ts';

/** The value of a header field, by its name in lower case: several of one name are one, joined by commas (fact D128). */
export function headerValue(headers: HeaderList, lowerName: string): string | undefined {
  const values = headers.filter((_, at) => at % 2 === 1 && headers[at - 1]?.toLowerCase() === lowerName);
  return joined(values);
}

/** The same of a parameter of the query, whose name has a case. */
export function queryValue(query: readonly (readonly [string, string])[], name: string): string | undefined {
  return joined(query.filter(([key]) => key === name).map(([, value]) => value));
}

function joined(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : values.join(',');
}
