import { beforeEach, describe, expect, it } from 'vitest';
import { createDeployableApi, deploy } from '../testing/apis.ts';
import { refusal, startService, type TestService } from '../testing/service.ts';

// The form of ARNs is that of features A1.11; the limits are those of guide page apigateway-tagging-supported-resources.
let service: TestService;
let restApiId: string;
let apiArn: string;
beforeEach(async () => {
  service = await startService();
  ({ restApiId } = await createDeployableApi(service));
  await deploy(service, restApiId, 'prod');
  apiArn = `arn:aws:apigateway:us-east-1::/restapis/${restApiId}`;
});

const tag = (resourceArn: string, tags: Record<string, string>) =>
  service.api.tagResource({ resourceArn, tags }, service.call());
const get = async (resourceArn: string) => (await service.api.getTags({ resourceArn }, service.call())).tags;

describe('tags', () => {
  it('are merged into those of an API, and taken away by key', async () => {
    expect(await get(apiArn)).toEqual({});
    await tag(apiArn, { a: '1', b: '2' });
    await tag(apiArn, { b: '3', c: '' });
    expect(await get(apiArn)).toEqual({ a: '1', b: '3', c: '' });
    await service.api.untagResource({ resourceArn: apiArn, tagKeys: ['a', 'unknown'] }, service.call());
    expect(await get(apiArn)).toEqual({ b: '3', c: '' });
    expect((await service.api.getRestApi({ restApiId }, service.call())).tags).toEqual({ b: '3', c: '' });
  });

  it('belong to a stage alone, whose API inherits none, and change nothing that is served', async () => {
    const before = service.published.length;
    await tag(`${apiArn}/stages/prod`, { a: '1' });
    expect(await get(`${apiArn}/stages/prod`)).toEqual({ a: '1' });
    expect(await get(apiArn)).toEqual({});
    expect(await service.api.getStage({ restApiId, stageName: 'prod' }, service.call())).toMatchObject({
      tags: { a: '1' },
    });
    expect(service.published).toHaveLength(before);
  });

  it('can be on whatever has an ARN, and are told to nobody', async () => {
    const link = await service.api.createVpcLink({ name: 'l', targetArns: ['x'], tags: { a: '1' } }, service.call());
    const certificate = await service.api.generateClientCertificate({}, service.call());
    await service.api.createDomainName({ domainName: '*.example.com' }, service.call());
    const domain = { domainName: 'p.example.com', endpointConfiguration: { types: ['PRIVATE' as const] } };
    const { domainNameArn = '' } = await service.api.createDomainName(domain, service.call());
    const source = { accessAssociationSourceType: 'VPCE', accessAssociationSource: 'vpce-1' } as const;
    const association = await service.api.createDomainNameAccessAssociation(
      { domainNameArn, ...source },
      service.call(),
    );
    const before = service.domainsPublished.length;
    const paths = [
      `vpclinks/${link.id}`,
      `clientcertificates/${certificate.clientCertificateId}`,
      'domainnames/*.example.com',
    ];
    const arns = paths.map((path) => `arn:aws:apigateway:us-east-1::/${path}`);
    for (const arn of [...arns, domainNameArn, association.domainNameAccessAssociationArn ?? '']) {
      await tag(arn, { a: '2', b: '3' });
      await service.api.untagResource({ resourceArn: arn, tagKeys: ['b'] }, service.call());
      expect(await get(arn)).toEqual({ a: '2' });
    }
    expect(service.domainsPublished).toHaveLength(before);
  });

  it('want the resource to be there', async () => {
    await expect(tag('arn:aws:apigateway:us-east-1::/restapis/nope', { a: '1' })).rejects.toMatchObject({
      code: 'NotFoundException',
    });
    await expect(get(`${apiArn}/stages/nope`)).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid stage identifier specified'),
    );
  });

  it.each([
    '',
    'x',
    'arn:aws:apigateway:us-east-1::/restapis/',
    'arn:aws:apigateway:us-east-1::/restapis/a/resources/b',
    'arn:aws:lambda:us-east-1:1:function:f',
    'arn:aws:apigateway:eu-west-1::/restapis/abc',
    'arn:aws:apigateway:us-east-1:111111111111:/restapis/abc',
    'arn:aws:apigateway:us-east-1:222222222222:/domainnames/a.example.com+abc123',
  ])('refuse the ARN %j', async (arn) => {
    await expect(tag(arn, { a: '1' })).rejects.toMatchObject(
      refusal('BadRequestException', 'Invalid ARN specified in the request'),
    );
  });

  // The text about `aws:` is that of many AWS services, the others are ours.
  it.each([
    [{ 'aws:x': '1' }, 'aws: prefixed tag key names are not allowed for external use.'],
    [{ 'AWS:x': '1' }, 'aws: prefixed tag key names are not allowed for external use.'],
    [{ '': '1' }, "A tag's key must have 1 to 128 characters."],
    [{ ['k'.repeat(129)]: '1' }, "A tag's key must have 1 to 128 characters."],
    [{ k: 'v'.repeat(257) }, "A tag's value can have at most 256 characters."],
    [
      Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`k${index}`, ''])),
      'A resource can have at most 50 tags.',
    ],
  ])('refuse %j, wherever tags are given (guide, "Tag restrictions")', async (tags, message) => {
    const { api, call } = service;
    const targetArns = ['arn:aws:elasticloadbalancing:us-east-1:111111111111:loadbalancer/net/a/1'];
    const named = { name: 'x', tags };
    for (const tagging of [
      () => tag(apiArn, tags),
      () => api.createRestApi(named, call()),
      () => api.createApiKey(named, call()),
      () => api.createUsagePlan(named, call()),
      () => api.createVpcLink({ ...named, targetArns }, call()),
      () => api.createDomainName({ domainName: 'x.example.com', tags }, call()),
      () => api.generateClientCertificate({ tags }, call()),
      () => api.createStage({ restApiId: 'x', stageName: 'x', deploymentId: 'x', tags }, call()),
    ]) {
      await expect(tagging(), String(tagging)).rejects.toMatchObject(refusal('BadRequestException', message));
    }
    expect(await get(apiArn)).toEqual({});
    expect((await api.getRestApis({}, call())).items).toHaveLength(1);
  });

  it('may be 50 of 128 and 256 characters', async () => {
    await tag(
      apiArn,
      Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`${index}`.padEnd(128, 'é'), '€'.repeat(256)])),
    );
    expect(Object.keys((await get(apiArn)) ?? {})).toHaveLength(50);
  });
});
