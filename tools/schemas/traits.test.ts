import { translateTraits } from '@smithy/core/schema';
import { expect, it } from 'vitest';
import { memberTraits } from './traits.mjs';

it('reads the SDK’s bits as the SDK does', () => {
  const kept = ['httpLabel', 'idempotencyToken', 'sensitive', 'httpPayload', 'httpResponseCode', 'httpQueryParams'];
  for (let bits = 0; bits < 128; bits += 1) {
    const expected = Object.keys(translateTraits(bits)).filter((name) => kept.includes(name));
    expect(memberTraits(bits)).toEqual(Object.fromEntries(expected.map((name) => [name, true])));
  }
});

it('refuses a trait that it does not know, so that an update of the SDK cannot lose one', () => {
  expect(memberTraits({ jsonName: 'item', endpoint: ['stream-'] })).toEqual({ jsonName: 'item' });
  expect(() => memberTraits({ somethingNew: 1 })).toThrow('somethingNew');
});
