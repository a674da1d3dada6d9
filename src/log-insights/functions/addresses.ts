import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';
import { any, type FunctionTable, ofTexts } from './table.ts';

type Family = 'ipv4' | 'ipv6';

/** RFC 1918. */
const PRIVATE = blockListOf(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']);

/** IANA's registries of special-purpose addresses, those that are not globally reachable, and multicast. */
const RESERVED = blockListOf([
  '0.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/128',
  '::1/128',
  '100::/64',
  '2001:db8::/32',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
]);

/** User guide, "IP address string functions". */
export const ADDRESSES: FunctionTable = {
  isvalidip: test((address) => isIP(address) !== 0),
  isvalidipv4: test(isIPv4),
  isvalidipv6: test(isIPv6),
  isipinsubnet: ofTexts(2, 2, (address, subnet) => isInSubnet(address, subnet)),
  isipv4insubnet: ofTexts(2, 2, (address, subnet) => isIPv4(address) && isInSubnet(address, subnet)),
  isipv6insubnet: ofTexts(2, 2, (address, subnet) => isIPv6(address) && isInSubnet(address, subnet)),
  ipv4tonumber: ofTexts(1, 1, (address) =>
    isIPv4(address) ? address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0) : undefined,
  ),
  isprivateip: test((address) => isIn(PRIVATE, address)),
  isreservedip: test((address) => isIn(RESERVED, address)),
  ispublicip: test((address) => isIP(address) !== 0 && !isIn(PRIVATE, address) && !isIn(RESERVED, address)),
};

function test(holds: (address: string) => boolean) {
  return any(1, 1, ([value]) => typeof value === 'string' && holds(value));
}

function isInSubnet(address: string, subnet: string): boolean {
  const list = subnetList(subnet);
  return list !== undefined && isIn(list, address);
}

function isIn(list: BlockList, address: string): boolean {
  const family = familyOf(address);
  return family !== undefined && list.check(address, family);
}

function blockListOf(subnets: readonly string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [network = '', bits] = subnet.split('/');
    list.addSubnet(network, Number(bits), familyOf(network) ?? 'ipv4');
  }
  return list;
}

/** Undefined for what is no subnet in CIDR notation. */
function subnetList(subnet: string): BlockList | undefined {
  const [, network = '', bits = ''] = /^([\d.a-fA-F:]+)\/(\d{1,3})$/.exec(subnet) ?? [];
  const family = familyOf(network);
  if (family === undefined || Number(bits) > (family === 'ipv4' ? 32 : 128)) return undefined;
  const list = new BlockList();
  list.addSubnet(network, Number(bits), family);
  return list;
}

function familyOf(address: string): Family | undefined {
  const version = isIP(address);
  return version === 4 ? 'ipv4' : version === 6 ? 'ipv6' : undefined;
}
