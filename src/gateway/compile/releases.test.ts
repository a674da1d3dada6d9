import { describe, expect, it } from 'vitest';
import type { CanarySettings } from '../../model/index.ts';
import { closing } from '../testing/cleanup.ts';
import { eventOf, returning } from '../testing/functions.ts';
import { startGateway } from '../testing/harness.ts';
import { integration, type StageChange } from '../testing/snapshots.ts';

// Facts D119, D120 and D122; what a request of each side sees as recorded on AWS (localstack's test_apigateway_canary,
// test_invoking_canary_deployment).
const keep = closing();
const ARN =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations';
const proxy = { methodIntegration: integration({ type: 'AWS_PROXY', httpMethod: 'POST', uri: ARN }) };
const methods: StageChange['methods'] = { '/': { GET: proxy } };
const variables = { testVar: 'default', defaultVar: 'default' };

async function start(canarySettings: Partial<CanarySettings> | undefined, random: () => number = Math.random) {
  const run = returning({ statusCode: 200 });
  const canary = canarySettings && {
    percentTraffic: 50,
    deploymentId: 'dep456',
    useStageCache: false,
    ...canarySettings,
  };
  const change: StageChange = {
    methods,
    canaryMethods: { '/': { GET: proxy }, '/new': { GET: proxy } },
    stage: { variables, ...(canary && { canarySettings: canary }) },
  };
  const harness = await keep(startGateway(change, run, undefined, undefined, { random }));
  const seen = async () => {
    await harness.call('/');
    const { stageVariables, requestContext } = eventOf(run.calls.at(-1));
    return { stageVariables, requestContext: requestContext as Record<string, unknown> };
  };
  return { ...harness, seen };
}

describe('a stage with a canary', () => {
  it('serves the canary its deployment, with its variables laid over those of the stage', async () => {
    const overrides = { testVar: 'canary', noStageVar: 'canary' };
    const { seen, call } = await start({ percentTraffic: 100, stageVariableOverrides: overrides });
    const { stageVariables, requestContext } = await seen();
    expect(stageVariables).toEqual({ testVar: 'canary', defaultVar: 'default', noStageVar: 'canary' });
    expect(requestContext).toMatchObject({ isCanaryRequest: true, deploymentId: 'dep456', stage: 'dev' });
    expect((await call('/new')).status).toBe(200);
  });

  it('serves everybody else what the stage serves, and says so', async () => {
    const { seen, call } = await start({ percentTraffic: 0, stageVariableOverrides: { testVar: 'canary' } });
    const { stageVariables, requestContext } = await seen();
    expect(stageVariables).toEqual(variables);
    expect(requestContext).toMatchObject({ isCanaryRequest: false, deploymentId: 'dep123' });
    expect((await call('/new')).status).toBe(403);
  });

  it('chooses for each request anew, by the percentage', async () => {
    const draws = [0.2, 0.1049, 0.105, 0.9, 0];
    const { seen } = await start({ percentTraffic: 10.5 }, () => draws.shift() ?? 1);
    const sides: unknown[] = [];
    for (let request = 0; request < 5; request++) sides.push((await seen()).requestContext.isCanaryRequest);
    expect(sides).toEqual([false, true, false, false, true]);
  });
});

it('a stage without a canary does not speak of one', async () => {
  const { seen } = await start(undefined);
  const { requestContext } = await seen();
  expect(requestContext).not.toHaveProperty('isCanaryRequest');
});
