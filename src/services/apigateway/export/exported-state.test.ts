import { beforeEach, describe, expect, it } from 'vitest';
import { deploy } from '../testing/apis.ts';
import { importApi, mockOperation, openapi } from '../testing/imports.ts';
import { refusal, startService, type TestService } from '../testing/service.ts';

let service: TestService;
beforeEach(async () => {
  service = await startService();
});

async function pathsOf(restApiId: string, stageName: string): Promise<readonly string[]> {
  const { body } = await service.api.getExport({ restApiId, stageName, exportType: 'oas30' }, service.call());
  return Object.keys(JSON.parse(Buffer.from(body ?? []).toString('utf8')).paths);
}

// An extension of ours: AWS exports what a stage serves and nothing else.
describe('GetExport of what no stage serves', () => {
  it('gives the API as it is now, and any deployment of it', async () => {
    const { restApiId, answer } = await importApi(service, openapi({ '/a': { get: mockOperation() } }));
    const { api } = service;
    await deploy(service, restApiId, 'dev');
    const [first] = (await api.getDeployments({ restApiId }, service.call())).items ?? [];
    const parentId = answer.rootResourceId ?? '';
    const { id: resourceId } = await api.createResource({ restApiId, parentId, pathPart: 'b' }, service.call());
    const method = { restApiId, resourceId: resourceId ?? '', httpMethod: 'GET' };
    await api.putMethod({ ...method, authorizationType: 'NONE' }, service.call());
    await api.putIntegration({ ...method, type: 'MOCK' }, service.call());
    expect(await pathsOf(restApiId, '$working')).toEqual(['/a', '/b']);
    expect(await pathsOf(restApiId, 'dev')).toEqual(['/a']);
    await deploy(service, restApiId, 'dev');
    expect(await pathsOf(restApiId, 'dev')).toEqual(['/a', '/b']);
    expect(await pathsOf(restApiId, `$deployment.${first?.id}`)).toEqual(['/a']);
  });

  it('is refused for a deployment and an API that are not there, in AWS’s words', async () => {
    const { restApiId } = await importApi(service, openapi({ '/a': { get: mockOperation() } }));
    const get = (id: string, stageName: string) =>
      service.api.getExport({ restApiId: id, stageName, exportType: 'oas30' }, service.call());
    await expect(get(restApiId, '$deployment.nosuch')).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid Deployment identifier specified'),
    );
    await expect(get('nosuchapi1', '$working')).rejects.toMatchObject({ code: 'NotFoundException' });
  });
});
