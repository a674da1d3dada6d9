import { beforeEach, describe, expect, it } from 'vitest';
import { createDeployableApi, deploy } from '../testing/apis.ts';
import { refusal, startService, type TestService } from '../testing/service.ts';

// Texts are AWS's, as its users and other emulators report them; the rules those of guide page rest-api-mappings.
const domainName = 'api.example.com';
let service: TestService;
let restApiId: string;
beforeEach(async () => {
  service = await startService();
  ({ restApiId } = await createDeployableApi(service));
  await deploy(service, restApiId, 'prod');
  await service.api.createDomainName({ domainName }, service.call());
});

const map = (input: { basePath?: string; stage?: string; restApiId?: string; domainName?: string } = {}) =>
  service.api.createBasePathMapping({ domainName, restApiId, ...input }, service.call());
const get = (basePath: string) => service.api.getBasePathMapping({ domainName, basePath }, service.call());
const update = (basePath: string, path: string, value: string) =>
  service.api.updateBasePathMapping(
    { domainName, basePath, patchOperations: [{ op: 'replace', path, value }] },
    service.call(),
  );

describe('a base path mapping', () => {
  it('is made, read, changed and deleted, and the data plane hears of each', async () => {
    expect(await map({ basePath: 'v1', stage: 'prod' })).toEqual({ basePath: 'v1', restApiId, stage: 'prod' });
    expect(service.domainsPublished.at(-1)?.mappings).toMatchObject([{ basePath: 'v1', restApiId, stage: 'prod' }]);
    expect(await update('v1', '/basePath', 'v2')).toMatchObject({ basePath: 'v2' });
    expect(await update('v2', '/stage', '')).toEqual({ basePath: 'v2', restApiId });
    expect(service.domainsPublished.at(-1)?.mappings).toMatchObject([{ basePath: 'v2', restApiId }]);
    await service.api.deleteBasePathMapping({ domainName, basePath: 'v2' }, service.call());
    expect(service.domainsPublished.at(-1)?.mappings).toEqual([]);
    await expect(get('v2')).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid base path mapping identifier specified'),
    );
  });

  it('without a base path is (none), and may leave the stage to the path', async () => {
    expect(await map({ stage: '(none)' })).toEqual({ basePath: '(none)', restApiId });
    expect(await get('(none)')).toEqual({ basePath: '(none)', restApiId });
    await expect(map()).rejects.toMatchObject(
      refusal('ConflictException', 'Only one base path mapping is allowed if the base path is empty.'),
    );
  });

  it.each([
    [{ basePath: 'v1' }, 'ConflictException', 'Base path already exists for this domain name'],
    [
      { basePath: 'a/b' },
      'BadRequestException',
      "API Gateway V1 doesn't support the slash character (/) in base path mappings. To create a multi-level base path mapping, use API Gateway V2.",
    ],
    [{ basePath: 'a b' }, 'BadRequestException', 'Invalid base path specified'],
    [{ basePath: '..' }, 'BadRequestException', 'Invalid base path specified'],
    [{ restApiId: 'nope' }, 'BadRequestException', 'Invalid REST API identifier specified'],
    [{ stage: 'nope' }, 'BadRequestException', 'Invalid stage identifier specified'],
    [{ domainName: 'no.example.com' }, 'NotFoundException', 'Invalid domain name identifier specified'],
  ] as const)('cannot be %j', async (input, code, message) => {
    await map({ basePath: 'v1' });
    await expect(map(input)).rejects.toMatchObject(refusal(code, message));
  });

  it('cannot take the base path of another by a change', async () => {
    await map({ basePath: 'v1' });
    await map({ basePath: 'v2' });
    await expect(update('v2', '/basePath', 'v1')).rejects.toMatchObject(
      refusal('ConflictException', 'Base path already exists for this domain name'),
    );
    expect(await update('v2', '/restapiId', restApiId)).toMatchObject({ restApiId });
    await expect(update('v2', '/x', '')).rejects.toMatchObject(
      refusal(
        'BadRequestException',
        "Invalid patch path  '/x' specified for op 'replace'. Must be one of: [/basePath, /restapiId, /stage]",
      ),
    );
  });

  it('is listed page by page in the order of base paths', async () => {
    for (const basePath of ['b', 'a', '(none)']) await map({ basePath });
    const first = await service.api.getBasePathMappings({ domainName, limit: 2 }, service.call());
    expect(first.items?.map(({ basePath }) => basePath)).toEqual(['(none)', 'a']);
    const second = await service.api.getBasePathMappings({ domainName, position: first.position }, service.call());
    expect(second).toEqual({ items: [{ basePath: 'b', restApiId }] });
  });

  it('keeps its API from being deleted', async () => {
    await map({ basePath: 'v1' });
    const remove = () => service.api.deleteRestApi({ restApiId }, service.call());
    await expect(remove()).rejects.toMatchObject(
      refusal(
        'BadRequestException',
        `Deleting RestApi ${restApiId} failed. Please remove all base path mappings related to the RestApi in your domains: ${domainName}.`,
      ),
    );
    await service.api.deleteDomainName({ domainName }, service.call());
    await remove();
  });

  it('leads from private to private only (guide, apigateway-private-custom-domains)', async () => {
    const { id: privateApi = '' } = await service.api.createRestApi(
      { name: 'p', endpointConfiguration: { types: ['PRIVATE'] } },
      service.call(),
    );
    await expect(map({ restApiId: privateApi })).rejects.toMatchObject(
      refusal('BadRequestException', 'Private APIs can only be mapped to private custom domain names.'),
    );
    const { domainNameId } = await service.api.createDomainName(
      { domainName, endpointConfiguration: { types: ['PRIVATE'] } },
      service.call(),
    );
    const within = { domainName, domainNameId };
    await expect(service.api.createBasePathMapping({ ...within, restApiId }, service.call())).rejects.toMatchObject(
      refusal('BadRequestException', 'Only private APIs can be mapped to private custom domain names.'),
    );
    await service.api.createBasePathMapping({ ...within, restApiId: privateApi }, service.call());
    expect((await service.api.getBasePathMappings(within, service.call())).items).toHaveLength(1);
  });
});
