import { expect, it } from 'vitest';
import { KnownUserPools } from './known-user-pools.ts';

const pool = (id: string, issuer = `http://127.0.0.1:4566/${id}`) => ({
  poolArn: `arn:aws:cognito-idp:us-east-1:000000000000:userpool/${id}`,
  issuer,
  keySet: { keys: [] },
});

it('a pool is found by its ARN and by its issuer, as it is now, until it is gone', () => {
  const known = new KnownUserPools();
  known.set([pool('a'), pool('b')]);
  const moved = pool('a', 'https://pools.test/a');
  known.put(moved);
  expect(known.find(moved.poolArn)).toBe(moved);
  expect(known.find(moved.issuer)).toBe(moved);
  expect(known.find(pool('a').issuer)).toBeUndefined();
  known.remove(moved.poolArn);
  expect([known.find(moved.poolArn), known.find(moved.issuer)]).toEqual([undefined, undefined]);
  expect(known.find(pool('b').issuer)).toEqual(pool('b'));
});
