import { describe, expect, it } from 'vitest';
import type { HttpApiDefinition } from '../../../model/index.ts';
import { checkStageName, mergedVariables, readStage } from './check.ts';

// API reference of version 2, CreateStage; features A8.1, A8.2. Texts are ours but for those that a test calls reported.
const definition: HttpApiDefinition = {
  api: { ApiId: 'a', Name: 'a', DisableExecuteApiEndpoint: false, IpAddressType: 'ipv4', Tags: {}, CreatedDate: '' },
  routes: [{ RouteId: 'r1', RouteKey: 'GET /a', AuthorizationType: 'NONE' }],
  integrations: [],
  authorizers: [],
};
const read = (input: Parameters<typeof readStage>[0]) =>
  readStage(input, definition, { accountId: '111111111111', region: 'us-east-1' });
const refused = (message: string | RegExp, statusCode = 400) =>
  expect.objectContaining({
    statusCode,
    message: typeof message === 'string' ? message : expect.stringMatching(message),
  });

it('a stage is called $default, or as those of REST APIs', () => {
  for (const name of ['$default', 'dev', 'a-b_C1', 'x'.repeat(128)]) expect(() => checkStageName(name)).not.toThrow();
  for (const name of ['', 'a b', '$other', 'x'.repeat(129), 'a/b']) {
    expect(() => checkStageName(name)).toThrow(refused(/^Stage name only allows/));
  }
});

it('an update of variables names those that become others, and empties those that go', () => {
  expect(mergedVariables({ a: '1', b: '2', c: '3' }, { b: '', c: '4', d: '5' })).toEqual({ a: '1', c: '4', d: '5' });
  expect(mergedVariables({ a: '1' }, undefined)).toEqual({ a: '1' });
});

describe('a stage', () => {
  it('takes what is said of it, and nothing else', () => {
    expect(read({})).toEqual({});
    expect(
      read({ AutoDeploy: true, StageVariables: { a: 'b' }, DefaultRouteSettings: { ThrottlingRateLimit: 5 } }),
    ).toEqual({
      AutoDeploy: true,
      StageVariables: { a: 'b' },
      DefaultRouteSettings: { DetailedMetricsEnabled: false, ThrottlingRateLimit: 5 },
    });
  });

  it('sets routes that are there (reported)', () => {
    expect(read({ RouteSettings: { 'GET /a': { ThrottlingBurstLimit: 1 } } })).toEqual({
      RouteSettings: { 'GET /a': { ThrottlingBurstLimit: 1 } },
    });
    expect(() => read({ RouteSettings: { 'GET /b': {} } })).toThrow(
      refused('Unable to find Route by key GET /b within the provided RouteSettings', 404),
    );
  });

  it('has no execution logs (fact D137; reported)', () => {
    for (const settings of [{ LoggingLevel: 'INFO' }, { DataTraceEnabled: true }]) {
      expect(() => read({ DefaultRouteSettings: settings })).toThrow(
        refused('Execution logs are not supported on protocolType HTTP'),
      );
    }
    expect(() => read({ DefaultRouteSettings: { LoggingLevel: 'OFF', DataTraceEnabled: false } })).not.toThrow();
  });

  it.each([
    [{ ClientCertificateId: 'x' }, /^Client certificates are not supported/],
    [{ AccessLogSettings: { Format: 'x'.repeat(1_025) } }, /^Format can have at most 1024/],
    [
      { AccessLogSettings: { DestinationArn: 'arn:aws:logs:us-east-1:222222222222:log-group:theirs' } },
      /access logs go to log groups of the same account/,
    ],
    [{ DefaultRouteSettings: { ThrottlingRateLimit: -1 } }, /must not be negative/],
    [{ StageVariables: { 'a-b': 'x' } }, /^Invalid variable name: 'a-b'/],
    [{ StageVariables: { a: '"' } }, /^Invalid variable value/],
    [
      { StageVariables: Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`v${n}`, 'x'])) },
      /^A stage can have at most 100 stage variables/,
    ],
  ])('cannot have %j (its log format: fact D138)', (input, message) => {
    expect(() => read(input)).toThrow(refused(message));
  });
});
