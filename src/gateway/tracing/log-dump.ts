import type { HeaderList } from '../../http/index.ts';

/** As long as a dump of headers or parameters, or of a body, may be in a line (telemetry E.3). */
const MAX_DUMP = { map: 998, body: 1_024 } as const;
const CUT = ' [TRUNCATED]';

/** Headers whose values AWS shows the last six characters of; the token it shows, which we do not. */
const SECRET = new Set(['authorization', 'x-api-key', 'x-amz-security-token']);
const SHOWN = 6;
const NONE: ReadonlySet<string> = new Set();

/** A map as Java prints it, `{a=b, c=d}`; several values of a name joined by a comma. */
export function dumpMap(pairs: readonly (readonly [string, string])[]): string {
  const values = new Map<string, string>();
  for (const [name, value] of pairs) {
    const before = values.get(name);
    values.set(name, before === undefined ? value : `${before},${value}`);
  }
  return cut(`{${[...values].map(([name, value]) => `${name}=${value}`).join(', ')}}`, MAX_DUMP.map);
}

/** The same of headers, without their secrets, and without those of the given lower-case names. */
export function dumpHeaders(headers: HeaderList, without: ReadonlySet<string> = NONE): string {
  const pairs: [string, string][] = [];
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] as string;
    const value = headers[i + 1] as string;
    if (!without.has(name.toLowerCase())) pairs.push([name, SECRET.has(name.toLowerCase()) ? masked(value) : value]);
  }
  return dumpMap(pairs);
}

/** A body as text; nothing of one that is not known. */
export function dumpBody(body: Uint8Array | undefined): string {
  return body === undefined ? '' : cut(Buffer.from(body).toString('utf8'), MAX_DUMP.body);
}

function masked(value: string): string {
  const hidden = value.length > SHOWN ? value.length - SHOWN : value.length;
  return '*'.repeat(hidden) + value.slice(hidden);
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most) + CUT;
}
