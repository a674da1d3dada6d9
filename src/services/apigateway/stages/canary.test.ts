import { beforeEach, describe, expect, it } from 'vitest';
import { createDeployableApi, deploy } from '../testing/apis.ts';
import { refusal, startService, type TestService } from '../testing/service.ts';

// Expected answers are recorded AWS answers unless a test says otherwise (localstack's snapshots of test_apigateway_canary; the
// name of the test in brackets).
let service: TestService;
let restApiId: string;
let first: string;
beforeEach(async () => {
  service = await startService();
  ({ restApiId } = await createDeployableApi(service));
  first = await deploy(service, restApiId);
});

const create = (canarySettings?: object) =>
  service.api.createStage(
    {
      restApiId,
      stageName: 'dev',
      deploymentId: first,
      variables: { testVar: 'default' },
      ...(canarySettings && { canarySettings }),
    },
    service.call(),
  );
const get = () => service.api.getStage({ restApiId, stageName: 'dev' }, service.call());
const update = (...patchOperations: { op: string; path: string; value?: string; from?: string }[]) =>
  service.api.updateStage({ restApiId, stageName: 'dev', patchOperations }, service.call());
const deployCanary = async (canarySettings: object, stageName: string | undefined = 'dev') => {
  const input = { restApiId, canarySettings, ...(stageName !== undefined && { stageName }) };
  return (await service.api.createDeployment(input, service.call())).id;
};

describe('a canary', () => {
  it('is made with its stage, changed and removed (test_create_update_stages)', async () => {
    const second = await deploy(service, restApiId);
    const canarySettings = { deploymentId: second, percentTraffic: 50, stageVariableOverrides: { testVar: 'canary' } };
    const created = await create(canarySettings);
    expect(created).toMatchObject({
      deploymentId: first,
      canarySettings: { ...canarySettings, useStageCache: false },
      variables: { testVar: 'default' },
    });
    expect(await get()).toEqual(created);
    const updated = await update({
      op: 'replace',
      path: '/canarySettings/stageVariableOverrides/testVar',
      value: 'updated',
    });
    expect(updated.canarySettings).toEqual({
      ...canarySettings,
      stageVariableOverrides: { testVar: 'updated' },
      useStageCache: false,
    });
    expect(await update({ op: 'remove', path: '/canarySettings' })).not.toHaveProperty('canarySettings');
  });

  it('begins with the stage’s deployment and no traffic (test_create_canary_deployment_by_stage_update)', async () => {
    await create();
    const second = await deploy(service, restApiId);
    const byDeployment = await update({ op: 'replace', path: '/canarySettings/deploymentId', value: second });
    expect(byDeployment.canarySettings).toEqual({ deploymentId: second, percentTraffic: 0, useStageCache: false });
    await update({ op: 'remove', path: '/canarySettings' });
    const byPercent = await update({ op: 'replace', path: '/canarySettings/percentTraffic', value: '50' });
    expect(byPercent.canarySettings).toEqual({ deploymentId: first, percentTraffic: 50, useStageCache: false });
  });

  it('wants a deployment that is there (test_create_canary_deployment, test_update_stage_canary_deployment_validation)', async () => {
    const unknown = refusal('BadRequestException', 'Deployment id does not exist');
    await expect(create({ deploymentId: 'deploy' })).rejects.toMatchObject(unknown);
    await create();
    await expect(
      update({ op: 'replace', path: '/canarySettings/deploymentId', value: 'deploy' }),
    ).rejects.toMatchObject(unknown);
  });

  // features A8.2, A8.4
  it('takes from 0.0 to 100.0 of the traffic, and variables as a stage has them', async () => {
    await create();
    const set = (path: string, value: string) => update({ op: 'replace', path: `/canarySettings/${path}`, value });
    expect((await set('percentTraffic', '10.5')).canarySettings?.percentTraffic).toBe(10.5);
    expect((await set('useStageCache', 'true')).canarySettings?.useStageCache).toBe(true);
    // Ours.
    const percent = refusal('BadRequestException', 'Canary percentTraffic must be between 0.0 and 100.0');
    for (const value of ['100.1', '-1', 'half', ''])
      await expect(set('percentTraffic', value), value).rejects.toMatchObject(percent);
    for (const [name, value, message] of [
      ['a-b', '1', "Invalid variable name: 'a-b'."],
      ['a', '<', "Invalid variable value: '<'."],
    ] as const) {
      await expect(set(`stageVariableOverrides/${name}`, value)).rejects.toMatchObject({
        code: 'BadRequestException',
        message: expect.stringContaining(message),
      });
    }
    await expect(
      service.api.createStage(
        { restApiId, stageName: 'other', deploymentId: first, canarySettings: { percentTraffic: 101 } },
        service.call(),
      ),
    ).rejects.toMatchObject(percent);
  });

  it('loses its variables with the last of them (guide page update-canary-deployment)', async () => {
    await create({ stageVariableOverrides: { a: '1', b: '2' } });
    const remove = (name: string) => update({ op: 'remove', path: `/canarySettings/stageVariableOverrides/${name}` });
    expect((await remove('a')).canarySettings?.stageVariableOverrides).toEqual({ b: '2' });
    expect((await remove('b')).canarySettings).not.toHaveProperty('stageVariableOverrides');
  });
});

describe('CreateDeployment with canary settings (facts D119, D120)', () => {
  it('goes to the canary of the stage (test_create_canary_deployment_with_stage, test_create_canary_deployment)', async () => {
    await create();
    const second = await deployCanary({ percentTraffic: 50, stageVariableOverrides: { testVar: 'canary' } });
    expect(await get()).toMatchObject({
      deploymentId: first,
      variables: { testVar: 'default' },
      canarySettings: {
        deploymentId: second,
        percentTraffic: 50,
        stageVariableOverrides: { testVar: 'canary' },
        useStageCache: false,
      },
    });
    const third = await deployCanary({ percentTraffic: 60 });
    expect((await get()).canarySettings).toEqual({ deploymentId: third, percentTraffic: 60, useStageCache: false });
    expect(service.published.map(({ event }) => event)).toEqual(['changed', 'changed', 'changed']);
  });

  it('wants a stage that is there (test_create_canary_deployment_validation)', async () => {
    const refused = (message: string) => refusal('BadRequestException', message);
    await expect(service.api.createDeployment({ restApiId, canarySettings: {} }, service.call())).rejects.toMatchObject(
      refused(
        'Invalid deployment content specified.Non null and non empty stageName must be provided for canary deployment. Provided value is null',
      ),
    );
    await expect(deployCanary({ percentTraffic: 50 }, '')).rejects.toMatchObject(
      refused(
        'Invalid deployment content specified.Non null and non empty stageName must be provided for canary deployment. Provided value is ',
      ),
    );
    await expect(deployCanary({ percentTraffic: 50 }, 'non-existing')).rejects.toMatchObject(
      refused(
        'Invalid deployment content specified.Stage non-existing must already be created before making a canary release deployment',
      ),
    );
    expect((await service.api.getDeployments({ restApiId }, service.call())).items).toHaveLength(1);
  });

  // Guide page canary-release: the stage "cannot be associated with another non-canary release deployment".
  it('is all that can be deployed to a stage with a canary', async () => {
    await create({ percentTraffic: 10 });
    await expect(deploy(service, restApiId, 'dev')).rejects.toMatchObject(
      refusal(
        'BadRequestException',
        'Invalid deployment content specified.Stage dev has a canary; only canary release deployments can be made to it',
      ),
    );
    await update({ op: 'remove', path: '/canarySettings' });
    const second = await deploy(service, restApiId, 'dev');
    expect(await get()).toMatchObject({ deploymentId: second });
  });

  it('keeps its deployment from being deleted', async () => {
    await create();
    const second = (await deployCanary({ percentTraffic: 10 })) ?? '';
    const remove = () => service.api.deleteDeployment({ restApiId, deploymentId: second }, service.call());
    await expect(remove()).rejects.toMatchObject(
      refusal('BadRequestException', 'Active stages pointing to this deployment must be moved or deleted'),
    );
    await update({ op: 'remove', path: '/canarySettings' });
    await remove();
  });
});

describe('promotion (fact D121; test_update_stage_with_copy_ops)', () => {
  const promotion = [
    { op: 'replace', path: '/canarySettings/percentTraffic', value: '0.0' },
    { op: 'copy', from: '/canarySettings/deploymentId', path: '/deploymentId' },
    { op: 'copy', from: '/canarySettings/stageVariableOverrides', path: '/variables' },
  ];

  it('copies the deployment, and lays the variables over those of the stage', async () => {
    await service.api.createStage(
      { restApiId, stageName: 'dev', deploymentId: first, variables: { testVar: 'test', testVar2: 'test2' } },
      service.call(),
    );
    const second = await deployCanary({ percentTraffic: 50, stageVariableOverrides: { testVar: 'override' } });
    expect(await update(...promotion)).toMatchObject({
      deploymentId: second,
      variables: { testVar: 'override', testVar2: 'test2' },
      canarySettings: {
        deploymentId: second,
        percentTraffic: 0,
        stageVariableOverrides: { testVar: 'override' },
        useStageCache: false,
      },
    });
  });

  it('of a canary that changes nothing changes nothing', async () => {
    await create();
    expect(await update(...promotion)).toMatchObject({
      deploymentId: first,
      variables: { testVar: 'default' },
      canarySettings: { deploymentId: first, percentTraffic: 0, useStageCache: false },
    });
  });

  it('wants a canary, and each source at its own place', async () => {
    await create();
    await expect(update(...promotion.slice(1))).rejects.toMatchObject(
      refusal('BadRequestException', 'Promotion not available. Canary does not exist.'),
    );
    await expect(
      update({ op: 'copy', from: '/canarySettings/stageVariableOverrides', path: '/deploymentId' }),
    ).rejects.toMatchObject({
      code: 'BadRequestException',
      message: expect.stringContaining('Invalid copy operation'),
    });
  });
});
