import { expect, it } from 'vitest';
import type { DomainName } from '../../../model/index.ts';
import { ACCOUNT_ID, call, refusal, startApi } from '../testing/service.ts';

// API reference of version 2, `GetTags`, `TagResource`, `UntagResource`; guide page arn-format-reference.
const PREFIX = 'arn:aws:apigateway:us-east-1::';

async function start() {
  const api = await startApi();
  const { v2, ApiId, domains } = api;
  await v2.createStage({ ApiId, StageName: '$default', AutoDeploy: true, Tags: { a: '1', b: '2' } }, call());
  const domain: DomainName = {
    domainName: 'api.example.com',
    domainNameArn: `${PREFIX}/domainnames/api.example.com`,
    endpointConfiguration: { types: ['REGIONAL'], ipAddressType: 'ipv4' },
    domainNameStatus: 'AVAILABLE',
    securityPolicy: 'TLS_1_2',
    routingMode: 'BASE_PATH_MAPPING_ONLY',
    tags: { a: '1', b: '2' },
  };
  domains.set(domain.domainName, domain);
  const arns = {
    api: `${PREFIX}/apis/${ApiId}`,
    stage: `${PREFIX}/apis/${ApiId}/stages/$default`,
    'domain name': domain.domainNameArn,
  };
  return { ...api, arns, tagsOf: async (ResourceArn: string) => (await v2.getTags({ ResourceArn }, call())).Tags };
}

it.each(['api', 'stage', 'domain name'] as const)('tags of an %s come, change and go, and no others', async (kind) => {
  const { v2, arns, tagsOf, published } = await start();
  const ResourceArn = arns[kind];
  expect(await tagsOf(ResourceArn)).toEqual({ a: '1', b: '2' });
  published.length = 0;
  await v2.tagResource({ ResourceArn, Tags: { b: '3', c: '' } }, call());
  await v2.untagResource({ ResourceArn, TagKeys: ['a', 'unknown'] }, call());
  expect(await tagsOf(ResourceArn)).toEqual({ b: '3', c: '' });
  await v2.untagResource({ ResourceArn, TagKeys: ['a'] }, call());
  expect(await tagsOf(ResourceArn)).toEqual({ b: '3', c: '' });
  for (const other of Object.values(arns).filter((arn) => arn !== ResourceArn)) {
    expect(await tagsOf(other)).toEqual({ a: '1', b: '2' });
  }
  // Nothing that is served changes with tags.
  expect(published).toEqual([]);
});

it('tags are those that the resource itself shows', async () => {
  const { v2, arns, ApiId } = await start();
  await v2.untagResource({ ResourceArn: arns.api, TagKeys: ['a'] }, call());
  await v2.untagResource({ ResourceArn: arns.stage, TagKeys: ['b'] }, call());
  expect((await v2.getApi({ ApiId }, call())).Tags).toEqual({ b: '2' });
  expect((await v2.getStage({ ApiId, StageName: '$default' }, call())).Tags).toEqual({ a: '1' });
});

it('what is not there has no tags', async () => {
  const { v2, arns } = await start();
  const noApi = refusal('NotFound', `Invalid API identifier specified ${ACCOUNT_ID}:nowhere`);
  const noStage = refusal('NotFound', 'Invalid stage identifier specified');
  for (const [ResourceArn, expected] of [
    [`${PREFIX}/apis/nowhere`, noApi],
    [`${arns.api}/stages/other`, noStage],
    [`${PREFIX}/domainnames/other.example.com`, { code: 'NotFoundException' }],
    [arns.api.replace('us-east-1', 'eu-west-1'), { code: 'BadRequestException' }],
    [`${arns.api}/routes/a`, { code: 'BadRequestException' }],
  ] as const) {
    await expect(v2.getTags({ ResourceArn }, call())).rejects.toMatchObject(expected);
    await expect(v2.untagResource({ ResourceArn, TagKeys: ['a'] }, call())).rejects.toMatchObject(expected);
  }
});
