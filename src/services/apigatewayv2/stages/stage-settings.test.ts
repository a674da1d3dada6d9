import { expect, it } from 'vitest';
import { ACCOUNT_ID, call, NOW_MS, refusal, startApi } from '../testing/service.ts';

// API reference of version 2, `DeleteAccessLogSettings`, `DeleteRouteSettings`; guide page http-api-logging.
const LOGS = {
  DestinationArn: `arn:aws:logs:us-east-1:${ACCOUNT_ID}:log-group:api`,
  Format: '$context.requestId',
};
const noStage = refusal('NotFound', 'Invalid stage identifier specified');

async function start() {
  const api = await startApi();
  const { v2, ApiId, Target } = api;
  await v2.createRoute({ ApiId, RouteKey: 'POST /pets', Target }, call());
  const which = { ApiId, StageName: 'prod' };
  await v2.createStage(
    {
      ...which,
      AutoDeploy: true,
      AccessLogSettings: LOGS,
      DefaultRouteSettings: { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 50 },
      RouteSettings: { 'GET /': { ThrottlingRateLimit: 1 }, 'POST /pets': { ThrottlingRateLimit: 2 } },
    },
    call(),
  );
  return { ...api, which };
}

it('a stage without its access log settings writes no access logs, and keeps the rest', async () => {
  const { v2, which, published, served, ApiId } = await start();
  const { AccessLogSettings, ...rest } = await v2.getStage(which, call());
  expect(AccessLogSettings).toEqual(LOGS);
  published.length = 0;
  await v2.deleteAccessLogSettings(which, call());
  const after = await v2.getStage(which, call());
  expect(after).not.toHaveProperty('AccessLogSettings');
  expect(after).toMatchObject({ RouteSettings: rest.RouteSettings, DefaultRouteSettings: rest.DefaultRouteSettings });
  const now = await served(ApiId, 'prod');
  expect(now?.stage).not.toHaveProperty('AccessLogSettings');
  expect(published).toEqual([now?.ref]);
  await v2.updateStage({ ...which, AccessLogSettings: LOGS }, call());
  expect((await v2.getStage(which, call())).AccessLogSettings).toEqual(LOGS);
});

it('a route without settings of its own has those of all routes', async () => {
  const { v2, which, published, served, ApiId } = await start();
  published.length = 0;
  const nowMs = NOW_MS + 60_000;
  await v2.deleteRouteSettings({ ...which, RouteKey: 'POST /pets' }, call({ nowMs }));
  const after = await v2.getStage(which, call());
  expect(after).toMatchObject({
    RouteSettings: { 'GET /': { ThrottlingRateLimit: 1 } },
    DefaultRouteSettings: { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 50 },
    AccessLogSettings: LOGS,
    LastUpdatedDate: new Date(Math.floor(nowMs / 1000) * 1000),
  });
  expect(after.RouteSettings).not.toHaveProperty('POST /pets');
  const now = await served(ApiId, 'prod');
  expect(now?.stage.RouteSettings).not.toHaveProperty('POST /pets');
  expect(published).toEqual([now?.ref]);
});

// A deleted route leaves its settings behind on AWS (reported by users: serverless-api-gateway-throttling, issue 33).
it('settings of a route that is gone can be deleted', async () => {
  const { v2, which, ApiId, RouteId } = await start();
  await v2.deleteRoute({ ApiId, RouteId }, call());
  await v2.deleteRouteSettings({ ...which, RouteKey: 'GET /' }, call());
  expect(Object.keys((await v2.getStage(which, call())).RouteSettings ?? {})).toEqual(['POST /pets']);
});

it('a stage that is not there has no settings', async () => {
  const { v2, which, ApiId } = await start();
  const other = { ApiId, StageName: 'test' };
  await expect(v2.deleteAccessLogSettings(other, call())).rejects.toMatchObject(noStage);
  await expect(v2.deleteRouteSettings({ ...other, RouteKey: 'GET /' }, call())).rejects.toMatchObject(noStage);
  const nowhere = { ...which, ApiId: 'nowhere' };
  const gone = refusal('NotFound', `Invalid API identifier specified ${ACCOUNT_ID}:nowhere`);
  await expect(v2.deleteAccessLogSettings(nowhere, call())).rejects.toMatchObject(gone);
  await expect(v2.deleteRouteSettings({ ...nowhere, RouteKey: 'GET /' }, call())).rejects.toMatchObject(gone);
});
