import type { HeaderList } from '../../http/index.ts';

/** The first value of a field, by its name in lower case. */
export function firstHeader(headers: HeaderList, lowerName: string): string | undefined {
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] as string;
    if (name.length === lowerName.length && name.toLowerCase() === lowerName) return headers[i + 1];
  }
  return undefined;
}

/** The value of a field that may come once, by its name in lower case; undefined where it comes several times. */
export function onlyHeader(headers: HeaderList, lowerName: string): string | undefined {
  let only: string | undefined;
  for (let i = 0; i < headers.length; i += 2) {
    if ((headers[i] as string).toLowerCase() !== lowerName) continue;
    if (only !== undefined) return undefined;
    only = headers[i + 1];
  }
  return only;
}

export function hasHeader(headers: HeaderList, lowerName: string): boolean {
  return firstHeader(headers, lowerName) !== undefined;
}

/** The last value under exactly this spelling: mappings tell upper and lower case apart (facts D10, D11). */
export function lastHeaderExact(headers: HeaderList, name: string): string | undefined {
  for (let i = headers.length - 2; i >= 0; i -= 2) if (headers[i] === name) return headers[i + 1];
  return undefined;
}

/** The fields one by one. */
export function* headerPairs(headers: HeaderList): Generator<readonly [name: string, value: string]> {
  for (let i = 0; i < headers.length; i += 2) yield [headers[i] as string, headers[i + 1] as string];
}
