/** Whom attempts are counted against: an address of IPv4, or the 64 bits that one household of IPv6 has. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [before = ''] = address.split('::', 1);
  return before.split(':').slice(0, 4).join(':');
}
