import { firstHeader } from '../../text/index.ts';
import type { HttpRequest } from '../http-request.ts';

/**
 * `Forwarded` (RFC 7239) for a backend of an HTTP API: what came in it, what came in `X-Forwarded-*` translated, and this
 * request's own hop (fact D36). Of AWS's own element the `by` is left out: the address that a call leaves from is not known
 * before it leaves.
 */
export function forwardedField(request: HttpRequest): string {
  const { headers, exchange } = request;
  const { address, encrypted } = exchange.peer;
  const host = firstHeader(headers, 'host') ?? request.address.domainName;
  const own = [`for=${node(address)}`, `host=${text(host)}`, `proto=${encrypted ? 'https' : 'http'}`].join(';');
  return [firstHeader(headers, 'forwarded'), ...translated(request), own]
    .filter((element) => element !== undefined && element !== '')
    .join(', ');
}

/** An element for each address; host and protocol belong to the first, which is the client's. */
function translated({ headers }: HttpRequest): readonly string[] {
  const addresses = (firstHeader(headers, 'x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  const host = firstHeader(headers, 'x-forwarded-host');
  const proto = firstHeader(headers, 'x-forwarded-proto');
  return addresses.map((address, at) =>
    [
      ...(address === '' ? [] : [`for=${node(address)}`]),
      ...(at === 0 && host !== undefined ? [`host=${text(host)}`] : []),
      ...(at === 0 && proto !== undefined ? [`proto=${text(proto)}`] : []),
    ].join(';'),
  );
}

/** RFC 7239 section 6: an IPv6 address stands in brackets and quotes. */
function node(address: string): string {
  return address.includes(':') && !address.includes('.') ? text(`[${address.replace(/[[\]]/g, '')}]`) : text(address);
}

/** A token as it is, anything else as a quoted string (RFC 9110 section 5.6.4). */
function text(value: string): string {
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`;
}
