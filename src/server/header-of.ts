import type { HeaderList } from '../http/index.ts';

/** The first field of a name, which is given in lower case. */
export function headerOf(headers: HeaderList, name: string): string | undefined {
  for (let index = 0; index < headers.length; index += 2) {
    if (headers[index]?.toLowerCase() === name) return headers[index + 1];
  }
  return undefined;
}
