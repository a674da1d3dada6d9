import { expect, it } from 'vitest';
import { ACCOUNT_ID, call, startPool } from '../testing/service.ts';

// API reference, `DescribeUserPoolDomain`, `DomainDescriptionType`; AWS CLI, example of `describe-user-pool-domain`.
it('a prefix is described with its pool until it is gone', async () => {
  const { api, poolId: UserPoolId } = await startPool();
  const describe = async () => (await api.describeUserPoolDomain({ Domain: 'shop' }, call())).DomainDescription;
  expect(await describe()).toEqual({});
  await api.createUserPoolDomain({ UserPoolId, Domain: 'shop' }, call());
  expect(await describe()).toEqual({
    UserPoolId,
    AWSAccountId: ACCOUNT_ID,
    Domain: 'shop',
    Status: 'ACTIVE',
    Version: expect.stringMatching(/^.{1,20}$/),
    CustomDomainConfig: {},
    ManagedLoginVersion: 1,
  });
  await api.updateUserPoolDomain({ UserPoolId, Domain: 'shop', ManagedLoginVersion: 2 }, call());
  expect(await describe()).toMatchObject({ ManagedLoginVersion: 2 });
  await api.deleteUserPoolDomain({ UserPoolId, Domain: 'shop' }, call());
  expect(await describe()).toEqual({});
});

it('a custom domain is described with its certificate and what it is an alias of', async () => {
  const { api, poolId: UserPoolId } = await startPool();
  const Domain = 'auth.example.com';
  const certificate = (id: string) => ({ CertificateArn: `arn:aws:acm:us-east-1:${ACCOUNT_ID}:certificate/${id}` });
  const { CloudFrontDomain } = await api.createUserPoolDomain(
    { UserPoolId, Domain, CustomDomainConfig: certificate('a') },
    call(),
  );
  await api.updateUserPoolDomain({ UserPoolId, Domain, CustomDomainConfig: certificate('b') }, call());
  const { DomainDescription } = await api.describeUserPoolDomain({ Domain }, call());
  expect(CloudFrontDomain).toBeDefined();
  expect(DomainDescription).toMatchObject({
    UserPoolId,
    Domain,
    CloudFrontDistribution: CloudFrontDomain,
    CustomDomainConfig: certificate('b'),
  });
  const { UserPool } = await api.describeUserPool({ UserPoolId }, call());
  expect(UserPool).toMatchObject({ CustomDomain: Domain });
});
