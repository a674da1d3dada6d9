import { expect, test } from 'vitest';
import { userPoolIssuers } from './user-pool-issuers.ts';

const POOL = 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Abc';

test('places are regions and pools, each with a URL', () => {
  expect(userPoolIssuers.parse(`us-east-1=http://127.0.0.1:9229/,${POOL}=https://id.test/realms/a`)).toEqual({
    'us-east-1': 'http://127.0.0.1:9229',
    [POOL]: 'https://id.test/realms/a',
  });
});

test.each([
  '',
  'us-east-1',
  'us-east-1=',
  'us-east-1=ftp://x',
  'everywhere=https://x',
  'us-east-1=https://x?y',
  '__proto__=https://x',
])('%j is refused', (text) => expect(userPoolIssuers.parse(text)).toBeUndefined());
