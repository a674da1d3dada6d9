import type { Exchange } from '../exchange.ts';

/** What the plain port does with a request when everything else is to be encrypted. */
export type Redirect =
  /** Answer 308 (RFC 9110 section 15.4.9), which keeps method and body, with this `Location`. */
  | { readonly kind: 'redirect'; readonly location: string }
  /** A question of a certificate authority, which asks without encryption (RFC 8555 section 8.3): serve it. */
  | { readonly kind: 'challenge' }
  /** There is no URL to send the client to: answer 400. */
  | { readonly kind: 'malformed' };

/** Where ACME's http-01 challenges are asked for (RFC 8555 section 8.3). */
export const CHALLENGE_PATH = '/.well-known/acme-challenge/';

/**
 * Where a plain request shall go instead.
 * @param httpsPort the port as clients see it
 */
export function redirectTarget(exchange: Pick<Exchange, 'target' | 'headers'>, httpsPort: number): Redirect {
  const absolute = ABSOLUTE_FORM.exec(exchange.target);
  const host = absolute?.[1] ?? onlyHost(exchange.headers);
  const target = absolute?.[2] ?? exchange.target;
  if (target.startsWith(CHALLENGE_PATH)) return { kind: 'challenge' };
  const hostname = hostnameOf(host);
  if (hostname === undefined || !target.startsWith('/') || target.includes('#')) return { kind: 'malformed' };
  const authority = httpsPort === 443 ? hostname : `${hostname}:${httpsPort}`;
  return { kind: 'redirect', location: `https://${authority}${target}` };
}

/** A target with scheme and authority, which then count instead of the Host field (RFC 9112 section 3.2.2). */
const ABSOLUTE_FORM = /^http:\/\/([^/?#]+)(\/.*)$/i;

/** A name, an IPv4 address or an IPv6 address in brackets, then perhaps a port (RFC 9110 section 7.2). */
const HOST = /^([a-z0-9](?:[a-z0-9._-]*[a-z0-9.])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/** Without the port; undefined for what no browser could connect to. */
function hostnameOf(host: string | undefined): string | undefined {
  return host === undefined ? undefined : HOST.exec(host)?.[1];
}

function onlyHost(headers: readonly string[]): string | undefined {
  const hosts = headers.filter((_, i) => i % 2 === 1 && headers[i - 1]?.toLowerCase() === 'host');
  return hosts.length === 1 ? hosts[0] : undefined;
}
