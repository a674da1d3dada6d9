import { expect, inject, test } from 'vitest';
import { startTutorial, type Tutorial } from './tutorial.ts';

// What production and the canary see of the guide's variables.
const PRODUCTION = ['val0', 'val1', ''];
const CANARY = ['val0', 'val2', 'val3'];

/** The different answers of enough requests to meet both, were there two. */
async function answersOf(api: Tutorial): Promise<unknown[]> {
  const texts = await Promise.all(Array.from({ length: 60 }, async () => (await api.call('/')).text()));
  return [...new Set(texts)].sort().map((text): unknown => JSON.parse(text));
}

test('guide, “Set up a canary release deployment”: made, shifted, promoted and taken away', async () => {
  const variables = { sv0: 'val0', sv1: 'val1' };
  const api = await startTutorial(inject('sallyport'), 'canary.yaml', 'prod', { variables });
  const { apis, restApiId, stageName } = api;
  const stage = { restApiId, stageName };
  expect(await answersOf(api)).toEqual([PRODUCTION]);

  const stageVariableOverrides = { sv1: 'val2', sv2: 'val3' };
  const canarySettings = { percentTraffic: 50, useStageCache: false, stageVariableOverrides };
  const production = (await apis.getStage(stage)).deploymentId;
  const deploymentId = await api.deploy({ canarySettings });
  expect(await apis.getStage(stage)).toMatchObject({
    deploymentId: production,
    variables,
    cacheClusterStatus: 'NOT_AVAILABLE',
    canarySettings: { ...canarySettings, deploymentId },
  });
  expect(await answersOf(api)).toEqual([PRODUCTION, CANARY]);

  // "Promote a canary release": all traffic meets the canary, then the stage takes over what the canary has.
  await apis.updateStage({
    ...stage,
    patchOperations: [{ op: 'replace', path: '/canarySettings/percentTraffic', value: '100.0' }],
  });
  expect(await answersOf(api)).toEqual([CANARY]);
  await apis.updateStage({
    ...stage,
    patchOperations: [
      { op: 'copy', from: '/canarySettings/stageVariableOverrides', path: '/variables' },
      { op: 'copy', from: '/canarySettings/deploymentId', path: '/deploymentId' },
      { op: 'remove', path: '/canarySettings' },
    ],
  });
  const promoted = await apis.getStage(stage);
  expect([promoted.deploymentId, promoted.canarySettings]).toEqual([deploymentId, undefined]);
  expect(await answersOf(api)).toEqual([CANARY]);
});

test('guide, “Create a canary release deployment”: a stage that is not there yet can have no canary', async () => {
  const api = await startTutorial(inject('sallyport'), 'canary.yaml', 'prod');
  const { apis, restApiId } = api;
  const canarySettings = { percentTraffic: 10.5 };
  await expect(apis.createDeployment({ restApiId, stageName: 'nosuch', canarySettings })).rejects.toMatchObject({
    name: 'BadRequestException',
    // Recorded: localstack, test_create_canary_deployment_validation.
    message:
      'Invalid deployment content specified.Stage nosuch must already be created before making a canary release deployment',
  });
  expect((await apis.getStages({ restApiId })).item?.map(({ stageName }) => stageName)).toEqual(['prod']);
});
