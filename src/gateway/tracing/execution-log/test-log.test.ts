import { describe, expect, it } from 'vitest';
import { TraceRecorder } from '../recorder.ts';
import { LOGGED_BODY_BYTES, testLog } from './index.ts';

// Lines, order, masks and cuts as in the logs that users posted of AWS's tests and of CloudWatch (telemetry E.3).
const AT = Date.UTC(2023, 4, 30, 1, 22, 45);
const REQUEST = '4b8ae478-ac2d-4fff-96e9-870739d88db2';

const TESTED = { requestId: REQUEST, startedAtMs: AT };

function recorder(): TraceRecorder {
  let now = 0;
  return new TraceRecorder({ nowMs: () => now++, maxBytes: LOGGED_BODY_BYTES, tellingOnly: false });
}

const routed = {
  kind: 'routed',
  requestId: REQUEST,
  httpMethod: 'GET',
  path: '/registrations',
  method: { resourceId: 'r', resourcePath: '/registrations', declaredMethod: 'GET' },
  candidates: [],
  pathParameters: {},
  query: [],
  headers: [],
} as const;

const textsOf = (trace: TraceRecorder): readonly string[] =>
  testLog(TESTED, trace.events)
    .split('\n')
    .slice(1, -1)
    .map((line) => line.slice('Tue May 30 01:22:45 UTC 2023 : '.length));

describe('the execution log', () => {
  it('of a MOCK tells of the method alone', () => {
    const trace = recorder();
    trace.record({ ...routed, httpMethod: 'OPTIONS' });
    trace.record({
      kind: 'answered',
      status: 200,
      headers: ['Access-Control-Allow-Headers', 'Content-Type', 'Content-Type', 'application/json'],
      body: Buffer.alloc(0),
    });
    expect(testLog(TESTED, trace.events)).toBe(
      [
        `Execution log for request ${REQUEST}`,
        `Tue May 30 01:22:45 UTC 2023 : Starting execution for request: ${REQUEST}`,
        'Tue May 30 01:22:45 UTC 2023 : HTTP Method: OPTIONS, Resource Path: /registrations',
        'Tue May 30 01:22:45 UTC 2023 : Method request path: {}',
        'Tue May 30 01:22:45 UTC 2023 : Method request query string: {}',
        'Tue May 30 01:22:45 UTC 2023 : Method request headers: {}',
        'Tue May 30 01:22:45 UTC 2023 : Method request body before transformations: ',
        'Tue May 30 01:22:45 UTC 2023 : Method response body after transformations: ',
        'Tue May 30 01:22:45 UTC 2023 : Method response headers: {Access-Control-Allow-Headers=Content-Type, Content-Type=application/json}',
        'Tue May 30 01:22:45 UTC 2023 : Successfully completed execution',
        'Tue May 30 01:22:45 UTC 2023 : Method completed with status: 200',
        '',
      ].join('\n'),
    );
  });

  it('of a backend tells what went there and what came back', () => {
    const trace = recorder();
    trace.record({
      ...routed,
      pathParameters: { id: '7' },
      query: [
        ['a', '1'],
        ['b', '2'],
        ['a', '3'],
      ],
    });
    trace.record({ kind: 'requestBody', body: Buffer.from('in') });
    const uri = 'https://example.com/x';
    trace.record({
      kind: 'integrationRequest',
      method: 'POST',
      uri,
      headers: ['Host', 'example.com'],
      body: undefined,
    });
    trace.record({ kind: 'integrationResponse', status: 201, headers: ['X-A', 'b'], body: undefined });
    trace.record({ kind: 'answered', status: 201, headers: [], body: Buffer.from('out') });
    expect(textsOf(trace).slice(2)).toEqual([
      'Method request path: {id=7}',
      'Method request query string: {a=1,3, b=2}',
      'Method request headers: {}',
      'Method request body before transformations: in',
      'Endpoint request URI: https://example.com/x',
      'Endpoint request headers: {Host=example.com}',
      'Endpoint request body after transformations: in',
      'Sending request to https://example.com/x',
      'Received response. Status: 201, Integration latency: 1 ms',
      'Endpoint response headers: {X-A=b}',
      'Endpoint response body before transformations: out',
      'Method response body after transformations: out',
      'Method response headers: {}',
      'Successfully completed execution',
      'Method completed with status: 201',
    ]);
  });

  it('of a failure ends with its cause and the status', () => {
    const trace = recorder();
    trace.record(routed);
    const detail = 'Execution failed due to configuration error: Invalid permissions on Lambda function';
    trace.record({
      kind: 'failed',
      failure: { kind: 'failure', type: 'API_CONFIGURATION_ERROR', detail },
      status: 500,
      headers: [],
      body: Buffer.alloc(0),
    });
    expect(textsOf(trace).slice(-2)).toEqual([detail, 'Method completed with status: 500']);
  });

  it('shows the last six characters of secrets, and none of short ones', () => {
    const trace = recorder();
    trace.record({
      ...routed,
      headers: ['Authorization', 'Bearer abcdefghij', 'x-api-key', 'short', 'X-Other', 'open'],
    });
    trace.record({ kind: 'requestBody', body: Buffer.alloc(0) });
    expect(textsOf(trace)[4]).toBe(
      'Method request headers: {Authorization=***********efghij, x-api-key=*****, X-Other=open}',
    );
  });

  it('cuts a line after 1024 characters, as counted in recorded logs', () => {
    const trace = recorder();
    trace.record({ ...routed, headers: ['X-Long', 'x'.repeat(2_000)] });
    trace.record({ kind: 'requestBody', body: Buffer.from('y'.repeat(2_000)) });
    const [headers, body] = textsOf(trace).slice(4);
    expect(headers).toBe(`${`Method request headers: {X-Long=${'x'.repeat(2_000)}`.slice(0, 1_024)} [TRUNCATED]`);
    expect(body).toBe(
      `${`Method request body before transformations: ${'y'.repeat(2_000)}`.slice(0, 1_024)} [TRUNCATED]`,
    );
  });
});

it('a recorder keeps its own copy of bytes that are borrowed', () => {
  const trace = recorder();
  const bytes = Buffer.from('before');
  trace.record({ kind: 'requestBody', body: bytes });
  bytes.fill('x');
  expect(trace.events[0]?.body).toEqual({ bytes: 6, head: Buffer.from('before') });
});
