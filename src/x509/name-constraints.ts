import { isIPv4 } from 'node:net';
import { Extension } from './library.ts';

/** The identifier of the extension (RFC 5280 section 4.2.1.10). */
const NAME_CONSTRAINTS = '2.5.29.30';

/** Addresses that share their first bits, such as `127.0.0.0/8` or `::1/128`. */
export interface AddressRange {
  /** Four or sixteen bytes. */
  readonly address: readonly number[];
  readonly prefixBits: number;
}

/**
 * A certificate authority that has this extension can vouch for nothing else, whoever gets hold of its key: clients
 * refuse its certificates for other names.
 * @param domains each with everything below it
 */
export function nameConstraints(domains: readonly string[], ranges: readonly AddressRange[]): Extension {
  const permitted = [
    ...domains.map((domain) => der(DNS_NAME, Buffer.from(domain, 'latin1'))),
    ...ranges.map((range) => der(IP_ADDRESS, Buffer.from([...range.address, ...maskOf(range)]))),
  ].map((name) => der(SEQUENCE, name));
  return new Extension(NAME_CONSTRAINTS, true, der(SEQUENCE, der(PERMITTED, Buffer.concat(permitted))));
}

const SEQUENCE = 0x30;
/** permittedSubtrees [0], constructed. */
const PERMITTED = 0xa0;
/** dNSName [2] and iPAddress [7] of a GeneralName. */
const DNS_NAME = 0x82;
const IP_ADDRESS = 0x87;

function maskOf({ address, prefixBits }: AddressRange): number[] {
  return address.map((_, i) => 0xff & ~(0xff >> Math.max(0, Math.min(8, prefixBits - i * 8))));
}

/** One value in the Distinguished Encoding Rules (X.690 section 8.1). */
function der(tag: number, content: Uint8Array): Buffer {
  const { length } = content;
  const head =
    length < 0x80 ? [tag, length] : length < 0x100 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), content]);
}

/** Reads `10.0.0.0/8`; only IPv4, where ranges are wanted. */
export function ipv4Range(text: string): AddressRange {
  const [address = '', bits = '32'] = text.split('/');
  if (!isIPv4(address)) throw new RangeError(`${text} is no range of IPv4 addresses.`);
  return { address: address.split('.').map(Number), prefixBits: Number(bits) };
}
