import { expect, test } from 'vitest';
import { domainAddress } from './domain-address.ts';

test.each([
  ['http:', '127.0.0.1', '4566', 'http://people.auth.us-east-1.localhost:4566'],
  ['http:', '[::1]', '4566', 'http://people.auth.us-east-1.localhost:4566'],
  ['https:', 'gateway.example', '', 'https://people.auth.us-east-1.gateway.example'],
])('stands before the name of the host that the console came from: %s//%s', (protocol, hostname, port, address) => {
  expect(domainAddress('people', 'us-east-1', { protocol, hostname, port })).toBe(address);
});
