import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bucketIdOf, readBucketId, type Throttled } from './bucket-ids.ts';

const scope = { accountId: '000000000000', region: 'eu-central-1' };
const id = fc.stringMatching(/^[a-z0-9]{6,10}$/);
const stage = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/);
const path = fc.stringMatching(/^\/[a-z{}+/ -]{0,20}$/);

it('a name says what is counted under it', () => {
  const throttled: fc.Arbitrary<Throttled> = fc.oneof(
    fc.constant({ kind: 'account' } as const),
    fc.record({
      kind: fc.constant('method' as const),
      apiId: id,
      stage,
      httpMethod: fc.constantFrom('GET', 'ANY'),
      resourcePath: path,
    }),
    fc.record({ kind: fc.constant('key' as const), planId: id, keyId: id }),
    fc.record({
      kind: fc.constant('key at a method' as const),
      planId: id,
      keyId: id,
      apiId: id,
      stage,
      method: path.map((text) => `${text}/GET`),
    }),
  );
  fc.assert(
    fc.property(throttled, (one) => {
      expect(readBucketId(bucketIdOf(scope, one))).toEqual({ scope, throttled: one });
    }),
  );
  expect(readBucketId('anything else')).toBeUndefined();
});
