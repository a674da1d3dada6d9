/** Of a page, what says where it came from. */
type Place = Pick<Location, 'protocol' | 'hostname' | 'port'>;

/**
 * Where the endpoints of a domain answer: `http://PREFIX.auth.us-east-1.localhost:4566`, as `PREFIX.auth.REGION.amazoncognito.com` on AWS.
 * A name cannot stand before the numbers of an address, so for those it is `localhost`.
 */
export function domainAddress(prefix: string, region: string, { protocol, hostname, port }: Place): string {
  const host = /^[\d.]+$|^\[/.test(hostname) ? 'localhost' : hostname;
  return `${protocol}//${prefix}.auth.${region}.${host}${port === '' ? '' : `:${port}`}`;
}
