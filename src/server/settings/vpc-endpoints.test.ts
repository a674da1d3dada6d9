import { describe, expect, test } from 'vitest';
import { vpcEndpoints } from './vpc-endpoints.ts';

const policy = { Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }] };

describe('endpoints are given', () => {
  const expected = [
    { id: 'vpce-1a', vpcId: 'vpc-1', cidrs: ['10.0.0.0/8', 'fd00::/8'] },
    { id: 'vpce-2b', vpcId: 'vpc-2', cidrs: ['192.0.2.7'] },
  ];

  test('as one text', () => {
    expect(vpcEndpoints.parse('vpce-1a=vpc-1, 10.0.0.0/8,fd00::/8; vpce-2b=vpc-2,192.0.2.7;')).toEqual(expected);
  });

  test('as a map in the file', () => {
    const map = {
      'vpce-1a': { vpc: 'vpc-1', cidrs: ['10.0.0.0/8', 'fd00::/8'] },
      'vpce-2b': { vpc: 'vpc-2', cidrs: '192.0.2.7' },
    };
    expect(vpcEndpoints.parse(vpcEndpoints.textOf?.(map) ?? '')).toEqual(expected);
  });

  test('with a policy of their own, as a map or as text', () => {
    const text = JSON.stringify(policy);
    for (const said of [policy, text]) {
      const map = { 'vpce-1a': { vpc: 'vpc-1', cidrs: ['10.0.0.1'], policy: said } };
      expect(vpcEndpoints.parse(JSON.stringify(map))).toEqual([
        { id: 'vpce-1a', vpcId: 'vpc-1', cidrs: ['10.0.0.1'], policy: text },
      ]);
    }
  });
});

describe('refused is', () => {
  test.each([
    'vpce-1a',
    'vpce-1a=vpc-1',
    'vpce-1a=10.0.0.0/8',
    'VPCE-1=vpc-1,10.0.0.1',
    'x=vpc-1,10.0.0.1',
    'vpce-1a=vpc-1,10.0.0.0/33',
    'vpce-1a=vpc-1,fd00::/129',
    'vpce-1a=vpc-1,fe80::1%eth0',
    'vpce-1a=vpc-1,10.0.0',
    'vpce-1a=vpc-1,',
    '{"vpce-1a": {"vpc": "vpc-1"',
    '{"vpce-1a": {"vpc": "vpc-1", "cidrs": ["10.0.0.1"], "ciders": []}}',
    '{"vpce-1a": {"vpc": "vpc-1", "cidrs": ["10.0.0.1"], "policy": {"Statement": []}}}',
    '{"vpce-1a": {"vpc": "vpc-1", "cidrs": ["10.0.0.1"], "policy": "{"}}',
    '{"vpce-1a": null}',
  ])('%s', (text) => expect(vpcEndpoints.parse(text)).toBeUndefined());
});
