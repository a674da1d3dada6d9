import { beforeEach, describe, expect, it } from 'vitest';
import { documentationPartsOf } from '../documents/index.ts';
import { createDeployableApi, deploy } from '../testing/apis.ts';
import { refusal, startService, type TestService } from '../testing/service.ts';

// Guide, "Publish API documentation using the API Gateway REST API"; features A16.2.
let service: TestService;
let restApiId: string;
beforeEach(async () => {
  service = await startService();
  ({ restApiId } = await createDeployableApi(service));
});

const create = (documentationVersion: string, more: { stageName?: string; description?: string } = {}) =>
  service.api.createDocumentationVersion({ restApiId, documentationVersion, ...more }, service.call());
const addPart = (name: string) =>
  service.api.createDocumentationPart(
    { restApiId, location: { type: 'MODEL', name }, properties: '{}' },
    service.call(),
  );
const frozenNames = async (version: string) => {
  const parts = await documentationPartsOf(service.store, service.call().scope, restApiId, version);
  return parts.map(({ location }) => location.name).sort();
};

describe('a documentation version', () => {
  it('is created, read, listed, described and deleted', async () => {
    const { api, call } = service;
    const version = await create('1.0.0', { description: 'My API Documentation v1.0.0' });
    expect(version).toEqual({
      version: '1.0.0',
      description: 'My API Documentation v1.0.0',
      createdDate: new Date('2025-07-02T13:13:23Z'),
    });
    const at = { restApiId, documentationVersion: '1.0.0' };
    expect(await api.getDocumentationVersion(at, call())).toEqual(version);
    expect(await api.getDocumentationVersions({ restApiId }, call())).toEqual({ items: [version] });
    const patchOperations = [{ op: 'replace', path: '/description', value: 'for testing' }];
    expect(await api.updateDocumentationVersion({ ...at, patchOperations }, call())).toMatchObject({
      description: 'for testing',
    });
    await expect(
      api.updateDocumentationVersion({ ...at, patchOperations: [{ op: 'replace', path: '/version' }] }, call()),
    ).rejects.toMatchObject(
      refusal(
        'BadRequestException',
        "Invalid patch path  '/version' specified for op 'replace'. Must be one of: [/description]",
      ),
    );
    expect(await api.deleteDocumentationVersion(at, call())).toEqual({});
    await expect(api.getDocumentationVersion(at, call())).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid Documentation version specified'),
    );
  });

  it('keeps the parts as they were', async () => {
    const { id = '' } = await addPart('One');
    await create('1');
    await addPart('Two');
    await create('2');
    await service.api.deleteDocumentationPart({ restApiId, documentationPartId: id }, service.call());
    expect(await frozenNames('1')).toEqual(['One']);
    expect(await frozenNames('2')).toEqual(['One', 'Two']);
    await service.api.deleteDocumentationVersion({ restApiId, documentationVersion: '1' }, service.call());
    expect(await frozenNames('1')).toEqual([]);
  });

  it('has a name of its own, of any letters but not only of space (the texts are ours)', async () => {
    await create('v 1/ä');
    await expect(create('v 1/ä')).rejects.toMatchObject(refusal('ConflictException', 'Version already exists: v 1/ä'));
    await expect(create(' ')).rejects.toMatchObject(
      refusal('BadRequestException', 'Documentation version cannot be blank'),
    );
    await expect(create('x'.repeat(65))).rejects.toMatchObject(
      refusal('BadRequestException', 'Documentation version can have at most 64 bytes'),
    );
    const page = await service.api.getDocumentationVersions({ restApiId, limit: 1 }, service.call());
    expect(page.items?.[0]?.version).toBe('v 1/ä');
  });

  it('is tied to a stage, which keeps it', async () => {
    const { api, call } = service;
    await deploy(service, restApiId, 'prod');
    await create('1.0.0', { stageName: 'prod' });
    await create('2.0.0');
    const stage = { restApiId, stageName: 'prod' };
    expect(await api.getStage(stage, call())).toMatchObject({ documentationVersion: '1.0.0' });
    const point = (value: string) =>
      api.updateStage({ ...stage, patchOperations: [{ op: 'replace', path: '/documentationVersion', value }] }, call());
    expect(await point('2.0.0')).toMatchObject({ documentationVersion: '2.0.0' });
    await expect(point('3.0.0')).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid Documentation version specified'),
    );
    await api.deleteDocumentationVersion({ restApiId, documentationVersion: '1.0.0' }, call());
    await expect(
      api.deleteDocumentationVersion({ restApiId, documentationVersion: '2.0.0' }, call()),
    ).rejects.toMatchObject(
      refusal('ConflictException', "Cannot delete documentation version '2.0.0', is referenced in stage: prod"),
    );
    expect(await point('')).not.toHaveProperty('documentationVersion');
  });

  it('is not made for a stage that there is not', async () => {
    await expect(create('1.0.0', { stageName: 'no' })).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid stage identifier specified'),
    );
    expect((await service.api.getDocumentationVersions({ restApiId }, service.call())).items).toEqual([]);
  });
});
