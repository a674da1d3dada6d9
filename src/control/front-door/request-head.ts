import type { Exchange } from '../../http/index.ts';
import { indexHeaders, type SignedRequest } from '../../sigv4/index.ts';
import type { WireRequest } from '../protocols/index.ts';

/** A request before its body has been read, in the two forms in which it is looked at. */
export interface RequestHead {
  readonly signed: SignedRequest;
  readonly wire: Omit<WireRequest, 'body'>;
}

export function readHead(exchange: Exchange): RequestHead {
  const { method, target, headers } = exchange;
  const mark = target.indexOf('?');
  const path = mark === -1 ? target : target.slice(0, mark);
  const query = mark === -1 ? '' : target.slice(mark + 1);
  return {
    signed: { method, path, query, headers },
    wire: { method, path, query: queryParameters(query), headers: indexHeaders(headers) },
  };
}

function queryParameters(query: string): ReadonlyMap<string, readonly string[]> {
  const parameters = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(query)) {
    const values = parameters.get(name);
    if (values) values.push(value);
    else parameters.set(name, [value]);
  }
  return parameters;
}
