import type { HeaderList } from '../../../http/index.ts';
import { shownValue } from '../secrets.ts';
import type { KeptBody } from '../trace.ts';

const NONE: ReadonlySet<string> = new Set();

/** A map as Java prints it, `{a=b, c=d}`; several values of a name joined by a comma. */
export function dumpMap(pairs: readonly (readonly [string, string])[]): string {
  const values = new Map<string, string>();
  for (const [name, value] of pairs) {
    const before = values.get(name);
    values.set(name, before === undefined ? value : `${before},${value}`);
  }
  return `{${[...values].map(([name, value]) => `${name}=${value}`).join(', ')}}`;
}

/** The same of headers, without their secrets, and without those of the given lower-case names. */
export function dumpHeaders(headers: HeaderList, without: ReadonlySet<string> = NONE): string {
  const pairs: [string, string][] = [];
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] as string;
    if (!without.has(name.toLowerCase())) pairs.push([name, shownValue(name, headers[i + 1] as string)]);
  }
  return dumpMap(pairs);
}

/** A body as text; nothing of one that is not known. */
export function dumpBody(body: KeptBody | undefined): string {
  return body === undefined ? '' : body.head.toString('utf8');
}
