import type { StageVariables } from '../../method/index.ts';
import { parseQuery } from '../../text/index.ts';
import type { HttpRequest } from '../http-request.ts';

/** What an event shows of a request, after parameter mappings. */
export interface RequestParts {
  readonly headers: readonly string[];
  readonly query: string;
  readonly path: string;
  readonly stageVariables: StageVariables;
}

/** Sent by the client about itself to the next hop, or replaced by ours. */
const DROPPED: ReadonlySet<string> = new Set([
  'connection',
  'expect',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'x-amzn-trace-id',
  'x-forwarded-for',
  'x-forwarded-port',
  'x-forwarded-proto',
]);

/** The header fields that a function sees, in one flat list. */
export function functionHeaders({ headers, context, exchange, address }: HttpRequest): readonly string[] {
  const seen: string[] = [];
  let forwardedFor = '';
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at] as string;
    const lowerName = name.toLowerCase();
    if (lowerName === 'x-forwarded-for') forwardedFor += `${headers[at + 1]}, `;
    if (!DROPPED.has(lowerName)) seen.push(name, headers[at + 1] as string);
  }
  const { address: peer, encrypted } = exchange.peer;
  return [
    ...seen,
    'x-amzn-trace-id',
    context.traceId,
    'x-forwarded-for',
    forwardedFor + peer,
    'x-forwarded-port',
    address.port ?? (encrypted ? '443' : '80'),
    'x-forwarded-proto',
    encrypted ? 'https' : 'http',
  ];
}

/** All values by name, in the order received; names of headers in lower case (fact D128). Without a prototype. */
export function valuesByName(pairs: Iterable<readonly [string, string]>): Readonly<Record<string, readonly string[]>> {
  const values: Record<string, string[]> = Object.create(null);
  for (const [name, value] of pairs) {
    const known = values[name];
    if (known === undefined) values[name] = [value];
    else known.push(value);
  }
  return values;
}

export function headerValues(headers: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const pairs = headers.flatMap((name, at): [string, string][] =>
    at % 2 === 0 ? [[name.toLowerCase(), headers[at + 1] as string]] : [],
  );
  return valuesByName(pairs);
}

export function queryValues(query: string): Readonly<Record<string, readonly string[]>> {
  return valuesByName(parseQuery(query));
}

/** One text a name. */
export function mapValues(
  values: Readonly<Record<string, readonly string[]>>,
  combine: (all: readonly string[]) => string,
): Readonly<Record<string, string>> {
  const combined: Record<string, string> = Object.create(null);
  for (const [name, all] of Object.entries(values)) combined[name] = combine(all);
  return combined;
}
