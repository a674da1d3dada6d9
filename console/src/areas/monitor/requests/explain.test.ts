import { describe, expect, it } from 'vitest';
import type { ExplainedStep } from '../../../../../src/model/explained-request.ts';
import { endingOf } from './explain.ts';

const step = (atMs: number, phase: string, verdict: string, facts: ExplainedStep['facts'] = {}): ExplainedStep => ({
  atMs,
  phase,
  verdict,
  facts,
});
const request = {
  requestId: '71f3d0a7',
  extendedRequestId: 'x=',
  apiId: 'a1b2c3',
  stage: 'prod',
  requestTimeEpoch: 0,
  sourceIp: '192.0.2.1',
  httpMethod: 'GET',
  path: '/prod/secret',
  latencyMs: 3,
};
// As `GET /_sallyport/requests/ID` tells a request that a resource policy refused.
const steps = [
  step(0.5, 'request', 'GET /secret from 192.0.2.1'),
  step(1, 'policy: resource policy', 'Deny (statement 2 "KeepSecrets" of the resource policy)'),
  step(2, 'gateway response', '403 ACCESS_DENIED', { cause: 'explicit deny' }),
];

describe('a trace', () => {
  it('says what ended it and which statement decided', () => {
    expect(endingOf({ ...request, status: 403, responseType: 'ACCESS_DENIED', steps })).toEqual({
      type: 'ACCESS_DENIED',
      cause: 'explicit deny',
      decidedBy: 'policy: resource policy: Deny (statement 2 "KeepSecrets" of the resource policy)',
    });
    expect(endingOf({ ...request, status: 404, steps: [] })).toBeUndefined();
  });
});
