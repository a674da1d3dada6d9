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
  // An event stream is no answer that the front door can give, so a handler for one counts for nothing.
  expect(served).toEqual([{ name: 'Invoke', isServed: true }]);
  // API Gateway's model of May 2026 has 124 operations (features A1.2).
  expect(entries[0]?.operations).toHaveLength(124);
});
