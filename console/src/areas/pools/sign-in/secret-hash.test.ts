import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { secretHash } from './secret-hash.ts';

it('is the HMAC of the name and the client, as the developer guide computes it', () => {
  const expected = createHmac('sha256', 'secret').update('ännaclient').digest('base64');
  expect(secretHash('secret', 'änna', 'client')).toBe(expected);
});
