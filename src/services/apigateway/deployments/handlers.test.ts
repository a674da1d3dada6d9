import { beforeEach, describe, expect, it } from 'vitest';
import { createApi, createApiWithMethod, createDeployableApi, deploy, type TestMethod } from '../testing/apis.ts';
import { ACCOUNT_ID, NOW_MS, refusal, startService, type TestService } from '../testing/service.ts';

// Expected answers are recorded AWS answers unless a test says otherwise (localstack's snapshots of test_apigateway_common,
// class TestDeployments; the name of the test in brackets).
let service: TestService;
beforeEach(async () => {
  service = await startService();
});

describe('CreateDeployment', () => {
  it('answers with id and date alone (test_create_delete_deployments)', async () => {
    const { restApiId } = await createDeployableApi(service);
    const created = await service.api.createDeployment({ restApiId }, service.call());
    expect(created).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{6}$/),
      createdDate: new Date('2025-07-02T13:13:23Z'),
    });
    expect(await service.api.getDeployment({ restApiId, deploymentId: created.id ?? '' }, service.call())).toEqual(
      created,
    );
    expect((await service.api.getDeployments({ restApiId }, service.call())).items).toEqual([created]);
    expect(service.published).toEqual([]);
  });

  it('makes a stage, and lets it serve the next deployment (test_create_update_deployments)', async () => {
    const { restApiId } = await createDeployableApi(service);
    const first = await deploy(service, restApiId, 's1');
    const { item: [stage] = [] } = await service.api.getStages({ restApiId }, service.call());
    expect(stage).toEqual({
      stageName: 's1',
      deploymentId: first,
      cacheClusterEnabled: false,
      cacheClusterStatus: 'NOT_AVAILABLE',
      methodSettings: {},
      tracingEnabled: false,
      createdDate: new Date('2025-07-02T13:13:23Z'),
      lastUpdatedDate: new Date('2025-07-02T13:13:23Z'),
    });
    const later = service.call({ nowMs: NOW_MS + 5000 });
    const second = await service.api.createDeployment(
      { restApiId, stageName: 's1', stageDescription: 'second', variables: { a: '1' }, tracingEnabled: true },
      later,
    );
    expect(await service.api.getStage({ restApiId, stageName: 's1' }, service.call())).toEqual({
      ...stage,
      deploymentId: second.id,
      description: 'second',
      variables: { a: '1' },
      tracingEnabled: true,
      lastUpdatedDate: new Date('2025-07-02T13:13:28Z'),
    });
    expect(service.published.map(({ event, stored }) => [event, stored])).toEqual([
      ['changed', true],
      ['changed', true],
    ]);
    const [before, after] = service.published;
    expect(after?.ref.revision).toBeGreaterThan(before?.ref.revision ?? 0);
  });

  it('keeps the settings of the stage that it redeploys', async () => {
    const { restApiId } = await createDeployableApi(service);
    await deploy(service, restApiId, 's1');
    const patchOperations = [
      { op: 'replace', path: '/variables/a', value: '1' },
      { op: 'replace', path: '/*/*/throttling/burstLimit', value: '7' },
    ];
    const before = await service.api.updateStage({ restApiId, stageName: 's1', patchOperations }, service.call());
    const deploymentId = await deploy(service, restApiId, 's1');
    expect(await service.api.getStage({ restApiId, stageName: 's1' }, service.call())).toEqual({
      ...before,
      deploymentId,
    });
  });

  // Texts as moto and Terraform's provider hold them: features A1.8; "BadRequestException: No integration defined for method".
  it('wants a method, and an integration for every method', async () => {
    const { restApiId } = await createApi(service);
    await expect(deploy(service, restApiId)).rejects.toMatchObject(
      refusal('BadRequestException', "The REST API doesn't contain any methods"),
    );
    const incomplete = await createApiWithMethod(service);
    await expect(deploy(service, incomplete.restApiId, 'prod')).rejects.toMatchObject(
      refusal('BadRequestException', 'No integration defined for method'),
    );
    expect((await service.api.getStages({ restApiId: incomplete.restApiId }, service.call())).item).toEqual([]);
    await expect(deploy(service, 'nope')).rejects.toMatchObject(
      refusal('NotFoundException', `Invalid API identifier specified ${ACCOUNT_ID}:nope`),
    );
  });

  // The text: hashicorp/terraform-provider-aws issue 14290.
  it('wants a policy of a private API (fact D157)', async () => {
    const { restApiId } = await createDeployableApi(service);
    const update = (op: 'replace', path: string, value: string) =>
      service.api.updateRestApi({ restApiId, patchOperations: [{ op, path, value }] }, service.call());
    await update('replace', '/endpointConfiguration/types/EDGE', 'PRIVATE');
    await expect(deploy(service, restApiId, 'prod')).rejects.toMatchObject(
      refusal('BadRequestException', "Private REST API doesn't have a resource policy attached to it"),
    );
    const statement = { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' };
    await update('replace', '/policy', JSON.stringify({ Version: '2012-10-17', Statement: [statement] }));
    await deploy(service, restApiId, 'prod');
  });

  it('refuses a bad stage as a whole', async () => {
    const { restApiId } = await createDeployableApi(service);
    // github.com/klothoplatform/klotho issue 235
    await expect(deploy(service, restApiId, '$default')).rejects.toMatchObject(
      refusal('BadRequestException', 'Stage name only allows a-zA-Z0-9_'),
    );
    await expect(
      service.api.createDeployment({ restApiId, stageName: 'prod', variables: { 'a-b': '1' } }, service.call()),
    ).rejects.toMatchObject(
      refusal(
        'BadRequestException',
        "Invalid variable name: 'a-b'. Please use names with alphanumeric characters and '_'.",
      ),
    );
    await expect(
      service.api.createDeployment({ restApiId, stageName: 'prod', cacheClusterSize: '7' as never }, service.call()),
    ).rejects.toMatchObject(
      refusal(
        'ValidationException',
        "1 validation error detected: Value '7' at 'createDeploymentInput.cacheClusterSize' failed to satisfy constraint: Member must satisfy enum value set: [0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118, 237]",
      ),
    );
    expect((await service.api.getDeployments({ restApiId }, service.call())).items).toEqual([]);
  });
});

describe('GetDeployment', () => {
  // API reference, Deployment.apiSummary and GetDeployment, `embed=apisummary`.
  it('sums up what was frozen, not what is there now', async () => {
    const { restApiId, resourceId } = await createDeployableApi(service);
    const deploymentId = await deploy(service, restApiId);
    await service.api.deleteMethod({ restApiId, resourceId, httpMethod: 'GET' }, service.call());
    const { apiSummary } = await service.api.getDeployment(
      { restApiId, deploymentId, embed: ['apisummary'] },
      service.call(),
    );
    expect(apiSummary).toEqual({ '/': { GET: { authorizationType: 'NONE', apiKeyRequired: false } } });
  });

  // Recorded of `embed=true` on a resource (aws/aws-sdk-js, issue 764): nothing else comes over the wire.
  it('passes over something else to embed', async () => {
    const { restApiId } = await createDeployableApi(service);
    const deploymentId = await deploy(service, restApiId);
    const read = (embed: string[]) => service.api.getDeployment({ restApiId, deploymentId, embed }, service.call());
    expect(await read(['true'])).toEqual(await read([]));
  });

  it('does not know an id of another API', async () => {
    const one = await createDeployableApi(service);
    const other = await createDeployableApi(service);
    const deploymentId = await deploy(service, one.restApiId);
    await expect(
      service.api.getDeployment({ restApiId: other.restApiId, deploymentId }, service.call()),
    ).rejects.toMatchObject(refusal('NotFoundException', 'Invalid Deployment identifier specified'));
  });
});

describe('UpdateDeployment', () => {
  it('changes the description (localstack test_apigateway_basic: test_update_rest_api_deployment)', async () => {
    const { restApiId } = await createDeployableApi(service);
    const deploymentId = await deploy(service, restApiId);
    const patchOperations = [{ op: 'replace', path: '/description', value: 'new-description' }];
    const updated = await service.api.updateDeployment({ restApiId, deploymentId, patchOperations }, service.call());
    expect(updated).toEqual({
      id: deploymentId,
      description: 'new-description',
      createdDate: new Date('2025-07-02T13:13:23Z'),
    });
    await expect(
      service.api.updateDeployment(
        { restApiId, deploymentId, patchOperations: [{ op: 'replace', path: '/id', value: 'x' }] },
        service.call(),
      ),
    ).rejects.toMatchObject(
      refusal(
        'BadRequestException',
        "Invalid patch path  '/id' specified for op 'replace'. Must be one of: [/description]",
      ),
    );
  });
});

describe('DeleteDeployment', () => {
  let method: TestMethod;
  let deploymentId: string;
  beforeEach(async () => {
    method = await createDeployableApi(service);
    deploymentId = await deploy(service, method.restApiId, 's1');
  });

  it('wants no stage to serve it (test_create_delete_deployments)', async () => {
    const { restApiId } = method;
    const remove = () => service.api.deleteDeployment({ restApiId, deploymentId }, service.call());
    await expect(remove()).rejects.toMatchObject(
      refusal('BadRequestException', 'Active stages pointing to this deployment must be moved or deleted'),
    );
    await service.api.deleteStage({ restApiId, stageName: 's1' }, service.call());
    await remove();
    expect(await service.store.scan({ name: 'ApiSnapshot' })).toEqual([]);
    await expect(remove()).rejects.toMatchObject(
      refusal('NotFoundException', 'Invalid Deployment identifier specified'),
    );
  });

  it('lets go of a deployment that the stage has left (test_create_update_deployments)', async () => {
    const { restApiId } = method;
    const second = await deploy(service, restApiId, 's1');
    await service.api.deleteDeployment({ restApiId, deploymentId }, service.call());
    await expect(
      service.api.deleteDeployment({ restApiId, deploymentId: second }, service.call()),
    ).rejects.toMatchObject({
      code: 'BadRequestException',
    });
  });
});
