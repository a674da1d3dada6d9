import { describe, expect, it } from 'vitest';
import { IdSource } from './ids.ts';
import { requestTime } from './request-time.ts';
import { TracedIdSource } from './traced-id-source.ts';
import { contextVariable } from './variables.ts';

/** Ids of bytes that count up from 1. */
const ids = () => new IdSource((bytes) => bytes.set(bytes.map((_, i) => i + 1)));

describe('ids', () => {
  it('are the client’s own UUID or a new one (fact D19)', () => {
    const sent = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
    expect(ids().requestId(['X-AMZN-RequestId', sent])).toBe(sent);
    const made = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(ids().requestId(['X-AMZN-RequestId', `${sent}\t`])).toMatch(made);
    expect(ids().requestId([])).toMatch(made);
  });

  it('have the form of x-amz-apigw-id, as in the recorded FiV9AHvHoAMFtsg=', () => {
    expect(ids().extendedRequestId()).toMatch(/^[\w-]{15}=$/);
  });

  it('of traces begin with the time in hexadecimal seconds (telemetry E.4)', () => {
    const source = ids();
    expect(source.traceId([], 0x5759e988 * 1000 + 999)).toBe('Root=1-5759e988-0102030405060708090a0b0c');
    expect(source.traceId([], 0x5759e989 * 1000)).toBe('Root=1-5759e989-0d0e0f101112131415161718');
  });

  it('of traces say that a request is not sampled where its stage traces and nobody has said otherwise (telemetry E.4)', () => {
    const ids = new TracedIdSource((bytes) => void bytes.fill(1));
    expect(ids.traceId([], 0)).toMatch(/^Root=1-00000000-(01){12};Sampled=0$/);
    const sent = 'Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1';
    expect(ids.traceId(['X-Amzn-Trace-Id', sent], 0)).toBe(sent);
  });

  it('of traces are the client’s when they name a root, with all that comes with it', () => {
    const sent = 'Self=1-67891234-12456789abcdef012345678;Root=1-67891233-abcdef012345678912345678;Own=x';
    expect(ids().traceId(['x-amzn-trace-id', sent], 0)).toBe(sent);
    expect(ids().traceId(['x-amzn-trace-id', 'nonsense'], 0)).toMatch(/^Root=1-00000000-/);
  });
});

it('requestTime has the form of fact D61', () => {
  expect(requestTime(Date.UTC(2024, 1, 3, 4, 5, 6))).toBe('03/Feb/2024:04:05:06 +0000');
});

it('variables are known by the names of telemetry E.2.1, and by no other', () => {
  for (const name of ['apiId', 'identity.sourceIp', 'identity.userArn', 'requestTimeEpoch', 'stage'])
    expect(contextVariable(name), name).toBeDefined();
  for (const name of ['', 'constructor', 'identity', 'sourceIp']) expect(contextVariable(name), name).toBeUndefined();
});
