import { beforeEach, describe, expect, it } from 'vitest';
import { listStageRefs, loadStageSnapshot } from './index.ts';
import { createDeployableApi, deploy, type TestMethod } from './testing/apis.ts';
import { ACCOUNT_ID, startService, type TestService } from './testing/service.ts';

// Features A1.8 and issue 2: "editing an API changes nothing that is served until the next deployment; moving a stage to an
// older deployment is a rollback".
let service: TestService;
let method: TestMethod;
beforeEach(async () => {
  service = await startService();
  method = await createDeployableApi(service);
});

const snapshotOf = async (stageName: string) => {
  const ref = (await listStageRefs(service.store)).find((candidate) => candidate.stageName === stageName);
  return ref && loadStageSnapshot(service.store, ref);
};
const servedTemplate = async (stageName: string) => {
  const [root] = (await snapshotOf(stageName))?.deployment.resources ?? [];
  return root?.resourceMethods.GET?.methodIntegration?.requestTemplates?.['application/json'];
};
const setTemplate = (value: string) =>
  service.api.updateIntegration(
    { ...method, patchOperations: [{ op: 'replace', path: '/requestTemplates/application~1json', value }] },
    service.call(),
  );

describe('loadStageSnapshot', () => {
  it('gives the stage with everything that was deployed', async () => {
    const { restApiId, resourceId } = method;
    const deploymentId = await deploy(service, restApiId, 'prod');
    const snapshot = await snapshotOf('prod');
    expect(snapshot?.ref).toEqual(service.published.at(-1)?.ref);
    expect(snapshot?.stage).toMatchObject({ stageName: 'prod', deploymentId });
    expect(snapshot?.deployment.restApi).toMatchObject({ id: restApiId, name: 'test' });
    expect(snapshot?.deployment.resources).toMatchObject([
      { id: resourceId, path: '/', resourceMethods: { GET: { httpMethod: 'GET' } } },
    ]);
  });

  it('shows no edit before the next deployment, and rolls back', async () => {
    const { restApiId } = method;
    const first = await deploy(service, restApiId, 'prod');
    const original = await servedTemplate('prod');
    await setTemplate('edited');
    await service.api.updateRestApi(
      { restApiId, patchOperations: [{ op: 'replace', path: '/name', value: 'edited' }] },
      service.call(),
    );
    expect(await servedTemplate('prod')).toBe(original);
    expect((await snapshotOf('prod'))?.deployment.restApi.name).toBe('test');

    await deploy(service, restApiId, 'dev');
    expect(await servedTemplate('dev')).toBe('edited');
    expect(await servedTemplate('prod')).toBe(original);
    await deploy(service, restApiId, 'prod');
    expect(await servedTemplate('prod')).toBe('edited');
    await service.api.updateStage(
      { restApiId, stageName: 'prod', patchOperations: [{ op: 'replace', path: '/deploymentId', value: first }] },
      service.call(),
    );
    expect(await servedTemplate('prod')).toBe(original);
  });

  it('shows a changed resource policy from the next deployment on, its resources completed (fact D106)', async () => {
    const { restApiId } = method;
    await deploy(service, restApiId, 'prod');
    const statement = {
      Effect: 'Deny',
      Principal: '*',
      Action: 'execute-api:Invoke',
      Resource: 'execute-api:/prod/GET/',
    };
    const value = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
    await service.api.updateRestApi(
      { restApiId, patchOperations: [{ op: 'replace', path: '/policy', value }] },
      service.call(),
    );
    const servedPolicy = async () => (await snapshotOf('prod'))?.deployment.restApi.policy;
    expect(await servedPolicy()).toBeUndefined();
    await deploy(service, restApiId, 'prod');
    const completed = `arn:aws:execute-api:us-east-1:${ACCOUNT_ID}:${restApiId}/prod/GET/`;
    expect(JSON.parse((await servedPolicy()) ?? '')).toMatchObject({ Statement: [{ Resource: completed }] });
  });

  // Guide page rest-api-disable-default-endpoint.
  it('closes the default endpoint of all stages with the next change of any (fact D17)', async () => {
    const { restApiId } = method;
    await deploy(service, restApiId, 'prod');
    await deploy(service, restApiId, 'dev');
    const isClosed = async (name: string) => (await snapshotOf(name))?.deployment.restApi.disableExecuteApiEndpoint;
    const set = (value: string) =>
      service.api.updateRestApi(
        { restApiId, patchOperations: [{ op: 'replace', path: '/disableExecuteApiEndpoint', value }] },
        service.call(),
      );
    await set('true');
    expect([await isClosed('prod'), await isClosed('dev')]).toEqual([false, false]);
    const published = service.published.length;
    await service.api.updateStage(
      { restApiId, stageName: 'prod', patchOperations: [{ op: 'replace', path: '/description', value: 'x' }] },
      service.call(),
    );
    expect([await isClosed('prod'), await isClosed('dev')]).toEqual([true, true]);
    expect(service.published.slice(published).map(({ ref }) => ref.stageName)).toEqual(['prod', 'dev']);
    await set('false');
    await deploy(service, restApiId, 'dev');
    expect([await isClosed('prod'), await isClosed('dev')]).toEqual([false, false]);
  });

  it('gives the state of now for an old revision, and nothing for a stage that is gone', async () => {
    const { restApiId } = method;
    await deploy(service, restApiId, 'prod');
    const old = service.published.at(-1)?.ref;
    await deploy(service, restApiId, 'prod');
    const now = service.published.at(-1)?.ref;
    expect(old && (await loadStageSnapshot(service.store, old))?.ref).toEqual(now);
    await service.api.deleteStage({ restApiId, stageName: 'prod' }, service.call());
    expect(now && (await loadStageSnapshot(service.store, now))).toBeUndefined();
  });
});

describe('listStageRefs', () => {
  it('lists the stages of every account and region', async () => {
    await deploy(service, method.restApiId, 'prod');
    await deploy(service, method.restApiId, 'dev');
    const elsewhere = { ...service, call: () => ({ ...service.call({ region: 'eu-west-1' }) }) };
    const other = await createDeployableApi(elsewhere);
    await deploy(elsewhere, other.restApiId, 'prod');
    const refs = await listStageRefs(service.store);
    expect(refs.map(({ apiId, stageName, scope }) => [scope.region, apiId, stageName])).toEqual([
      ['eu-west-1', other.restApiId, 'prod'],
      ['us-east-1', method.restApiId, 'dev'],
      ['us-east-1', method.restApiId, 'prod'],
    ]);
    expect(new Set(refs.map(({ revision }) => revision)).size).toBe(3);
  });
});
