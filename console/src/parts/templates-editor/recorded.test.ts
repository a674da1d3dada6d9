import { expect, test } from 'vitest';
import { sampleOf } from './recorded.ts';
import { SAMPLE } from './sample.ts';

// Steps as docs/guides/requests-and-logs.md shows them.
const steps = [
  {
    atMs: 0,
    phase: 'request',
    verdict: '',
    facts: { query: ['page=2', 'sort=a=b'], headers: ['Host: localhost:8080', 'Accept: */*'] },
  },
  { atMs: 0, phase: 'routing', verdict: '', facts: { resourceId: 'r', parameters: ['id=7'] } },
  { atMs: 0, phase: 'request body', verdict: '', facts: { body: { bytes: 14, text: '{"name":"Ada"}' } } },
  { atMs: 0, phase: 'integration', verdict: '', facts: { uri: 'http://backend.example/' } },
  { atMs: 0, phase: 'integration', verdict: '', facts: { headers: [], body: { bytes: 4, text: 'back' } } },
];

const request = {
  requestId: '71f3d0a7',
  extendedRequestId: 'x=',
  requestTimeEpoch: 0,
  status: 200,
  latencyMs: 3,
  apiId: 'a1b2c3',
  stage: 'prod',
  sourceIp: '192.0.2.1',
  httpMethod: 'POST',
  path: '/prod/users/7',
  resourcePath: '/users/{id}',
  steps,
};

test('takes the body of the side, and the parameters', () => {
  const { body, params } = sampleOf(request, 'request', SAMPLE);
  expect(body).toBe('{"name":"Ada"}');
  expect(JSON.parse(params)).toEqual({
    path: { id: '7' },
    querystring: { page: '2', sort: 'a=b' },
    header: { Host: 'localhost:8080', Accept: '*/*' },
  });
  expect(sampleOf(request, 'response', SAMPLE).body).toBe('back');
  expect(sampleOf({ ...request, steps: [] }, 'request', SAMPLE).body).toBe(SAMPLE.body);
});

test('takes the context where one is asked for', () => {
  expect(sampleOf(request, 'request', SAMPLE).context).toBeUndefined();
  const { context = '' } = sampleOf(request, 'request', { ...SAMPLE, context: '{}' });
  expect(JSON.parse(context)).toMatchObject({ resourcePath: '/users/{id}', identity: { sourceIp: '192.0.2.1' } });
});
