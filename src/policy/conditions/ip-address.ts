import { isIP } from 'node:net';
import type { TextPattern } from '../text-pattern.ts';

interface Address {
  readonly bits: bigint;
  readonly width: 32 | 128;
}

/** Compiles `ADDRESS` or `ADDRESS/PREFIX`, both families; undefined when it is neither. */
export function compileAddressRange(range: string): TextPattern | undefined {
  const [, text = '', prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(range) ?? [];
  const network = readAddress(text);
  if (network === undefined) return undefined;
  const length = prefix === undefined ? network.width : Number(prefix);
  if (length > network.width) return undefined;
  const shift = BigInt(network.width - length);
  return (given) => {
    const address = readAddress(given);
    if (address === undefined) return undefined;
    return address.width === network.width && address.bits >> shift === network.bits >> shift;
  };
}

/** IPv4 that came in as IPv6 (`::ffff:192.0.2.1`, RFC 4291 section 2.5.5.2) is IPv4. */
function readAddress(text: string): Address | undefined {
  const family = isIP(text);
  if (family === 4) return { bits: readV4(text), width: 32 };
  if (family !== 6 || text.includes('%')) return undefined;
  const bits = readV6(text);
  return bits >> 32n === 0xffffn ? { bits: bits & 0xffff_ffffn, width: 32 } : { bits, width: 128 };
}

function readV4(text: string): bigint {
  return text.split('.').reduce((bits, byte) => (bits << 8n) | BigInt(Number(byte)), 0n);
}

function readV6(text: string): bigint {
  const [head = '', tail] = text.split('::');
  const front = groupsOf(head);
  const back = tail === undefined ? [] : groupsOf(tail);
  const gap = Array.from({ length: 8 - front.length - back.length }, () => 0n);
  return [...front, ...gap, ...back].reduce((bits, group) => (bits << 16n) | group, 0n);
}

function groupsOf(text: string): readonly bigint[] {
  if (text === '') return [];
  return text.split(':').flatMap((group) => {
    if (!group.includes('.')) return [BigInt(`0x${group}`)];
    const v4 = readV4(group);
    return [v4 >> 16n, v4 & 0xffffn];
  });
}
