import type { resourcePolicy } from '../../../texts/en/resource-policy.ts';

export type ExampleName = keyof typeof resourcePolicy.examples;

const ALL = { Action: 'execute-api:Invoke', Resource: 'execute-api:/*' };
const ANYBODY = { Effect: 'Allow', Principal: '*', ...ALL };
const NOBODY = { Effect: 'Deny', Principal: '*', ...ALL };

/** Those of the guide (page apigateway-resource-policies-examples), and one that names what is let through. */
const STATEMENTS: Readonly<Record<ExampleName, readonly object[]>> = {
  accounts: [
    {
      Effect: 'Allow',
      Principal: { AWS: ['arn:aws:iam::111122223333:root'] },
      Action: 'execute-api:Invoke',
      Resource: 'execute-api:/*',
    },
  ],
  ranges: [ANYBODY, { ...NOBODY, Condition: { NotIpAddress: { 'aws:SourceIp': ['192.0.2.0/24', '198.51.100.7'] } } }],
  blockedRanges: [
    ANYBODY,
    { ...NOBODY, Condition: { IpAddress: { 'aws:SourceIp': ['192.0.2.0/24', '198.51.100.0/24'] } } },
  ],
  endpoint: [ANYBODY, { ...NOBODY, Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } } }],
  denyByDefault: [
    {
      Sid: 'OnlyThis',
      Effect: 'Deny',
      Principal: '*',
      Action: 'execute-api:Invoke',
      NotResource: ['execute-api:/*/GET/status'],
    },
    { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*/GET/status' },
  ],
};

export const EXAMPLE_NAMES = Object.keys(STATEMENTS) as readonly ExampleName[];

export function exampleOf(name: ExampleName): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: STATEMENTS[name] }, null, 2);
}

/** What somebody begins with who writes his own: it lets everybody in, as no policy does. */
export const SKELETON = JSON.stringify({ Version: '2012-10-17', Statement: [ANYBODY] }, null, 2);
