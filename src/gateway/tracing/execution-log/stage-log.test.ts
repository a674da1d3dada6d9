import { describe, expect, it } from 'vitest';
import { TraceRecorder } from '../recorder.ts';
import type { TraceEvent } from '../trace.ts';
import { LOGGED_BODY_BYTES, type LoggedRequest, type LoggingTerms, stageLog } from './index.ts';

// Lines and their order as in events of CloudWatch that users posted (telemetry E.3) and in the knowledge centre's page on
// API Gateway's logs.
const REQUEST: LoggedRequest = {
  requestId: '286364ab-3a83-11e9-8dc8-db3cf4c83204',
  extendedRequestId: 'Vwc2MGFUrPEFV_g=',
  apiId: 'uwe3g5jm54',
  stage: 'Prod',
  httpMethod: 'GET',
  resourceId: 'k0w8mc',
  resourcePath: '/echo',
};
const FULL: LoggingTerms = { loggingLevel: 'INFO', dataTraceEnabled: true };

const routed: TraceEvent = {
  kind: 'routed',
  requestId: REQUEST.requestId,
  httpMethod: 'GET',
  path: '/echo',
  query: [],
  headers: ['Accept', 'application/json'],
  method: { resourceId: 'k0w8mc', resourcePath: '/echo', declaredMethod: 'GET' },
  pathParameters: {},
  candidates: [],
};
const passed = (phase: string): TraceEvent => ({ kind: 'guarded', phase, failure: undefined });
const uri = 'https://lambda.eu-west-2.amazonaws.com/2015-03-31/functions/f/invocations';
const called: TraceEvent = { kind: 'integrationRequest', method: 'POST', uri, headers: [], body: Buffer.from('event') };
const received = { kind: 'integrationResponse', status: 200, headers: [], body: Buffer.from('result') } as const;
const answered: TraceEvent = { kind: 'answered', status: 200, headers: ['X-A', 'b'], body: Buffer.from('ok') };
const authorizer = { id: '62mgrc', name: 'tokens', type: 'TOKEN' } as const;

function failed(failure: Extract<TraceEvent, { kind: 'failed' }>['failure'], status: number): TraceEvent {
  return { kind: 'failed', failure, status, headers: [], body: Buffer.alloc(0) };
}

function log(events: readonly TraceEvent[], terms: LoggingTerms = FULL): readonly string[] {
  let now = 0;
  const recorder = new TraceRecorder({ nowMs: () => now++, maxBytes: LOGGED_BODY_BYTES, tellingOnly: false });
  for (const event of events) recorder.record(event);
  const lines = stageLog(REQUEST, recorder.events, terms).map(({ message }) => message);
  const prefix = `(${REQUEST.requestId}) `;
  expect(lines.every((line) => line.startsWith(prefix))).toBe(true);
  return lines.map((line) => line.slice(prefix.length));
}

const USAGE = [
  `Verifying Usage Plan for request: ${REQUEST.requestId}. API Key: API Stage: uwe3g5jm54/Prod`,
  "API Key authorized because method 'GET /echo' does not require API Key. Request will not contribute to throttle or quota limits",
  'Usage Plan check succeeded for API Key and API Stage uwe3g5jm54/Prod',
];

describe('the execution log of a stage', () => {
  it('at INFO with a data trace tells everything, in the recorded order', () => {
    expect(log([routed, passed('request validation'), called, received, answered])).toEqual([
      'Extended Request Id: Vwc2MGFUrPEFV_g=',
      ...USAGE,
      `Starting execution for request: ${REQUEST.requestId}`,
      'HTTP Method: GET, Resource Path: /echo',
      'Method request path: {}',
      'Method request query string: {}',
      'Method request headers: {Accept=application/json}',
      'Method request body before transformations: ',
      `Endpoint request URI: ${uri}`,
      'Endpoint request headers: {}',
      'Endpoint request body after transformations: event',
      `Sending request to ${uri}`,
      'Received response. Status: 200, Integration latency: 1 ms',
      'Endpoint response headers: {}',
      'Endpoint response body before transformations: result',
      'Method response body after transformations: ok',
      'Method response headers: {X-A=b}',
      'Successfully completed execution',
      'Method completed with status: 200',
    ]);
  });

  it('at INFO tells what happened and nothing of what was in it', () => {
    expect(log([routed, called, received, answered], { loggingLevel: 'INFO', dataTraceEnabled: false })).toEqual([
      'Extended Request Id: Vwc2MGFUrPEFV_g=',
      ...USAGE,
      `Starting execution for request: ${REQUEST.requestId}`,
      'HTTP Method: GET, Resource Path: /echo',
      `Sending request to ${uri}`,
      'Received response. Status: 200, Integration latency: 1 ms',
      'Successfully completed execution',
      'Method completed with status: 200',
    ]);
  });

  it('ends with the id that an AWS service gave its call, as recorded', () => {
    const headers = ['x-amzn-RequestId', '57593f79-6e46-4a6f-91b1-f5d848cc2059'];
    expect(log([routed, called, { ...received, headers }, answered]).slice(-2)).toEqual([
      'Method completed with status: 200',
      'AWS Integration Endpoint RequestId : 57593f79-6e46-4a6f-91b1-f5d848cc2059',
    ]);
  });

  it('at ERROR tells of requests that fail, and why', () => {
    const terms: LoggingTerms = { loggingLevel: 'ERROR', dataTraceEnabled: true };
    expect(log([routed, called, received, answered], terms)).toEqual([]);
    const detail = 'Execution failed due to configuration error: Malformed Lambda proxy response';
    const failure = { kind: 'failure', type: 'INTEGRATION_FAILURE', detail } as const;
    expect(log([routed, called, received, failed(failure, 502)], terms)).toEqual([
      detail,
      'Method completed with status: 502',
    ]);
  });

  it('is empty while logging is off, and of a request that shows no identity (fact D88)', () => {
    const off: LoggingTerms = { dataTraceEnabled: true };
    expect(log([routed, answered], off)).toEqual([]);
    const failure = { kind: 'failure', type: 'UNAUTHORIZED' } as const;
    expect(log([routed, { kind: 'unidentified', authorizer }, failed(failure, 401)])).toEqual([]);
  });

  it('tells of the authorizer before the usage plan', () => {
    const started: TraceEvent = { kind: 'authorizerStarted', authorizer };
    const authorized: TraceEvent = { kind: 'authorized', isKept: true, principalId: 'p', facts: {} };
    const lines = log([routed, started, authorized, passed('authorization'), answered]);
    expect(lines.slice(0, 4)).toEqual([
      'Extended Request Id: Vwc2MGFUrPEFV_g=',
      `Starting authorizer: 62mgrc for request: ${REQUEST.requestId}`,
      'Successfully completed authorizer execution',
      USAGE[0],
    ]);
    const failure = { kind: 'failure', type: 'UNAUTHORIZED' } as const;
    const refused: TraceEvent = { kind: 'guarded', phase: 'authorization', failure };
    expect(log([routed, started, refused, failed(failure, 401)])).toEqual([
      'Extended Request Id: Vwc2MGFUrPEFV_g=',
      `Starting authorizer: 62mgrc for request: ${REQUEST.requestId}`,
      `Unauthorized request: ${REQUEST.requestId}`,
      'Method completed with status: 401',
    ]);
  });

  it('tells of a key with its last six characters, and of a plan’s throttle in the recorded words', () => {
    const key: TraceEvent = { kind: 'apiKey', apiKey: 'abcdefghijklmnop', apiKeyId: 'k1' };
    const failure = { kind: 'failure', type: 'THROTTLED' } as const;
    const lines = log([
      routed,
      key,
      { kind: 'throttle', level: 'usage plan', perSecond: 1, burst: 1, isWithin: false },
      { kind: 'guarded', phase: 'API key', failure },
      failed(failure, 429),
    ]);
    expect(lines).toEqual([
      'Extended Request Id: Vwc2MGFUrPEFV_g=',
      `Verifying Usage Plan for request: ${REQUEST.requestId}. API Key: **********klmnop API Stage: uwe3g5jm54/Prod`,
      'Key throttle limit exceeded for RestApi uwe3g5jm54, Stage Prod, Resource k0w8mc, HttpMethod GET. Limit: 1.00 Burst: 1',
      'Method completed with status: 429',
    ]);
  });

  it('says why a key opens nothing', () => {
    const failure = { kind: 'failure', type: 'INVALID_API_KEY' } as const;
    const missing: TraceEvent = { kind: 'apiKey', apiKey: undefined, apiKeyId: undefined };
    const lines = log([routed, missing, { kind: 'guarded', phase: 'API key', failure }, failed(failure, 403)]);
    expect(lines.slice(2)).toEqual([
      "API Key not authorized because method 'GET /echo' requires API Key and API Key is not associated with a Usage Plan for API Stage uwe3g5jm54/Prod: No API Key",
      'Method completed with status: 403',
    ]);
  });
});
