import { expect, it } from 'vitest';
import { networkOf } from './network-of.ts';

// RFC 4291 section 2.2, the forms of addresses; RFC 6177: one site has 64 bits of its own at least.
it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::6', '2001:db8:1:2'],
  ['2001:db8::6', '2001:db8'],
  ['::1', ''],
])('%s is of %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
