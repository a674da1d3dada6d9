import { isIP } from 'node:net';
import { type AddressRange, ipv4Range } from '../../../x509/index.ts';

/**
 * What a development certificate is for. `*.localhost` needs no DNS, but OpenSSL and Node accept no wildcard for a whole
 * top-level domain; `*.execute-api.localhost` they do.
 */
export const DEV_NAMES: readonly string[] = ['localhost', '*.localhost', '*.execute-api.localhost', '127.0.0.1', '::1'];

/** Domains that no public site can have (RFC 6761, RFC 6762, RFC 8375, and ICANN's reservation of `internal`). */
export const PRIVATE_DOMAINS: readonly string[] = ['localhost', 'test', 'local', 'internal', 'home.arpa'];

/** Loopback and private addresses (RFC 1122 section 3.2.1.3, RFC 1918, RFC 4291 section 2.5.3). */
export const PRIVATE_RANGES: readonly AddressRange[] = [
  ...['127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map(ipv4Range),
  { address: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], prefixBits: 128 },
];

/** Whether a development certificate may be for a name; for all others its authority counts for nothing. */
export function isPrivateName(name: string): boolean {
  if (isIP(name) === 6) return name === '::1';
  if (isIP(name) === 4) return PRIVATE_RANGES.some((range) => isWithin(range, name.split('.').map(Number)));
  const labels = name.toLowerCase().split('.');
  if (!labels.every((label, i) => LABEL.test(label) || (i === 0 && label === '*' && labels.length > 1))) return false;
  return PRIVATE_DOMAINS.some((domain) => `.${labels.join('.')}`.endsWith(`.${domain}`));
}

const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

function isWithin({ address, prefixBits }: AddressRange, bytes: readonly number[]): boolean {
  if (address.length !== bytes.length) return false;
  const bits = (of: readonly number[]): string => of.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits(bytes).startsWith(bits(address).slice(0, prefixBits));
}
