import { describe, expect, it } from 'vitest';
import { extendedRequestId, requestIdOf, traceIdOf } from './ids.ts';
import { requestTime } from './request-time.ts';
import { contextVariable } from './variables.ts';

const uuid = () => '01234567-89ab-4def-8123-456789abcdef';

describe('ids', () => {
  it('are the client’s own UUID or a new one (fact D19)', () => {
    const sent = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
    expect(requestIdOf(['X-AMZN-RequestId', sent], uuid)).toBe(sent);
    expect(requestIdOf(['X-AMZN-RequestId', `${sent}\t`], uuid)).toBe(uuid());
    expect(requestIdOf([], uuid)).toBe(uuid());
  });

  it('have the form of x-amz-apigw-id, as in the recorded FiV9AHvHoAMFtsg=', () => {
    expect(extendedRequestId(uuid)).toMatch(/^[\w-]{15}=$/);
  });

  it('of traces begin with the time in hexadecimal seconds (telemetry E.4)', () => {
    expect(traceIdOf([], 0x5759e988 * 1000 + 999, uuid)).toBe('Root=1-5759e988-0123456789ab4def81234567');
  });

  it('of traces are the client’s when they name a root, with all that comes with it', () => {
    const sent = 'Self=1-67891234-12456789abcdef012345678;Root=1-67891233-abcdef012345678912345678;Own=x';
    expect(traceIdOf(['x-amzn-trace-id', sent], 0, uuid)).toBe(sent);
    expect(traceIdOf(['x-amzn-trace-id', 'nonsense'], 0, uuid)).toMatch(/^Root=1-00000000-/);
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
