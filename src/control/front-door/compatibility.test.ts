import { expect, it } from 'vitest';
import { listCompatibility } from './compatibility.ts';
import { serveService } from './serve-service.ts';

it('lists every operation of every schema and whether it is served', async () => {
  const entries = await listCompatibility([
    serveService('sts', {}),
    { name: 'lambda', handlers: { invoke: async () => ({}), invokeWithResponseStream: async () => ({}) } },
  ]);
  expect(entries.map((entry) => entry.serviceId)).toEqual([
    'API Gateway',
    'ApiGatewayV2',
    'Lambda',
    'IAM',
    'STS',
    'CloudWatch',
    'CloudWatch Logs',
    'Cognito Identity Provider',
    'ACM',
  ]);
  const served = entries.flatMap(({ operations }) => operations.filter(({ isServed }) => isServed));
  expect(served.map(({ name }) => name)).toEqual(['Invoke', 'InvokeWithResponseStream']);
  // API Gateway's model of May 2026 has 124 operations (features A1.2).
  expect(entries[0]?.operations).toHaveLength(124);
});
