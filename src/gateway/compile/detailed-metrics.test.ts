import { expect, it } from 'vitest';
import { closing } from '../testing/cleanup.ts';
import { startGateway } from '../testing/harness.ts';
import { integration, methodSetting } from '../testing/snapshots.ts';

// Telemetry E.1: `ApiName, Method, Resource, Stage` only with the method's setting `metricsEnabled`.
const keep = closing();

it('methods with detailed metrics are counted by themselves, besides their stage', async () => {
  const method = { methodIntegration: integration({}) };
  const { call, served, gateway } = await keep(
    startGateway({
      methods: { '/a': { GET: method, POST: method }, '/b/{id}': { ANY: method } },
      stage: {
        methodSettings: {
          '~1a/GET': methodSetting({ metricsEnabled: true }),
          '~1b~1{id}/ANY': methodSetting({ metricsEnabled: true }),
        },
      },
    }),
  );
  await call('/a');
  await call('/a', { method: 'POST' });
  await call('/b/7', { method: 'PUT' });
  await call('/nothing');
  expect(served.filter(({ stage }) => stage?.method === undefined)).toHaveLength(4);
  expect(served.flatMap(({ stage }) => stage?.method ?? [])).toEqual([
    { httpMethod: 'GET', resource: '/a' },
    { httpMethod: 'PUT', resource: '/b/{id}' },
  ]);
  expect(gateway.listRequests({ limit: 1 })).toEqual([]);
});
