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

/** Who sent a request, as far as the connection and the client tell. */
export function senderOf(exchange: Exchange, { wire }: RequestHead) {
  return {
    sourceIp: exchange.peer.address,
    encrypted: exchange.peer.encrypted,
    userAgent: wire.headers.get('user-agent')?.[0],
    referer: wire.headers.get('referer')?.[0],
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
