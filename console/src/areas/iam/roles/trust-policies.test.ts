import { expect, it } from 'vitest';
import { type Trust, trustPolicy } from './trust-policies.ts';

const nobody: Trust = { kind: 'custom', service: '', account: '', externalId: '', provider: '', audience: '' };
const written = (trust: Partial<Trust>) => JSON.parse(trustPolicy({ ...nobody, ...trust })).Statement[0];

// IAM user guide, "Create a role to delegate permissions to an AWS service / IAM user / federated principal".
it('writes what AWS’s console writes', () => {
  expect(written({ kind: 'service', service: 'lambda.amazonaws.com' })).toEqual({
    Effect: 'Allow',
    Principal: { Service: 'lambda.amazonaws.com' },
    Action: 'sts:AssumeRole',
  });
  expect(written({ kind: 'account', account: '123456789012', externalId: 'x' })).toEqual({
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::123456789012:root' },
    Action: 'sts:AssumeRole',
    Condition: { StringEquals: { 'sts:ExternalId': 'x' } },
  });
  const provider = 'arn:aws:iam::123456789012:oidc-provider/idp.example/realm';
  expect(written({ kind: 'web', provider, audience: 'shop' })).toEqual({
    Effect: 'Allow',
    Principal: { Federated: provider },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: { 'idp.example/realm:aud': 'shop' } },
  });
});
