import { expect, it } from 'vitest';
import { call, NOW_MS, refusal, startApi } from '../testing/service.ts';

// API reference of version 2, `GetDeployment`, `UpdateDeployment`, `DeleteDeployment`; texts are those of version 1, which AWS shares.
const missing = refusal('NotFound', 'Invalid Deployment identifier specified');

async function start() {
  const api = await startApi();
  const { v2, ApiId } = api;
  const { DeploymentId = '' } = await v2.createDeployment({ ApiId, Description: 'first' }, call());
  return { ...api, which: { ApiId, DeploymentId } };
}

it('a deployment is found, and only what is said of it changes', async () => {
  const { v2, which, ApiId } = await start();
  const deployed = {
    DeploymentId: which.DeploymentId,
    AutoDeployed: false,
    Description: 'first',
    DeploymentStatus: 'DEPLOYED',
    CreatedDate: new Date(Math.floor(NOW_MS / 1000) * 1000),
  };
  expect(await v2.getDeployment(which, call())).toEqual(deployed);
  const later = call({ nowMs: NOW_MS + 60_000 });
  expect(await v2.updateDeployment({ ...which, Description: 'second' }, later)).toEqual({
    ...deployed,
    Description: 'second',
  });
  await v2.updateDeployment(which, later);
  expect(await v2.getDeployment(which, call())).toEqual({ ...deployed, Description: 'second' });
  await expect(v2.updateDeployment({ ...which, Description: 'x'.repeat(1_025) }, call())).rejects.toMatchObject({
    code: 'BadRequestException',
  });
  expect((await v2.getDeployments({ ApiId }, call())).Items).toEqual([{ ...deployed, Description: 'second' }]);
});

it('a deployment stays what it was when its API changes', async () => {
  const { v2, which, served, ApiId, RouteId } = await start();
  await v2.updateRoute({ ApiId, RouteId, RouteKey: 'GET /new' }, call());
  await v2.createStage({ ApiId, StageName: 'old', DeploymentId: which.DeploymentId }, call());
  await v2.updateDeployment({ ...which, Description: 'second' }, call());
  expect((await served(ApiId, 'old'))?.definition.routes).toMatchObject([{ RouteKey: 'GET /' }]);
});

it('a deployment goes when no stage serves it', async () => {
  const { v2, which, store, ApiId } = await start();
  await v2.createStage({ ApiId, StageName: 'one', DeploymentId: which.DeploymentId }, call());
  await expect(v2.deleteDeployment(which, call())).rejects.toMatchObject(
    refusal('BadRequest', 'Active stages pointing to this deployment must be moved or deleted'),
  );
  const { DeploymentId } = await v2.createDeployment({ ApiId, StageName: 'one' }, call());
  await v2.deleteDeployment(which, call());
  for (const gone of [
    v2.getDeployment(which, call()),
    v2.updateDeployment({ ...which, Description: 'a' }, call()),
    v2.deleteDeployment(which, call()),
    v2.updateStage({ ApiId, StageName: 'one', DeploymentId: which.DeploymentId }, call()),
  ]) {
    await expect(gone).rejects.toMatchObject(missing);
  }
  expect((await v2.getDeployments({ ApiId }, call())).Items).toMatchObject([{ DeploymentId }]);
  // What it froze is gone, too.
  expect((await store.scan({ name: 'HttpApiSnapshot' })).map(({ id }) => id)).toEqual([`${ApiId}/${DeploymentId}`]);
});

it('a deployment of one API is none of another', async () => {
  const { v2, which } = await start();
  const { ApiId = '' } = await v2.createApi({ Name: 'other', ProtocolType: 'HTTP' }, call());
  await expect(v2.getDeployment({ ...which, ApiId }, call())).rejects.toMatchObject(missing);
  await expect(v2.deleteDeployment({ ...which, ApiId }, call())).rejects.toMatchObject(missing);
  await expect(v2.getDeployment(which, call({ region: 'eu-west-1' }))).rejects.toMatchObject({
    code: 'NotFoundException',
  });
});
