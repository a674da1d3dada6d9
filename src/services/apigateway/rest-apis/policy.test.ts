import { describe, expect, it } from 'vitest';
import { readPolicy, renderPolicy } from './policy.ts';

const owner = { scope: { accountId: '123456789012', region: 'eu-west-1' }, restApiId: 'abc123', policyLength: 8192 };

describe('readPolicy', () => {
  const policy = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: '*' }],
  };

  it('reads JSON, JSON inside of a JSON string, and the inside of a JSON string', () => {
    const plain = JSON.stringify(policy, undefined, 2);
    const quoted = JSON.stringify(JSON.stringify(policy));
    for (const source of [plain, quoted, quoted.slice(1, -1)])
      expect(JSON.parse(readPolicy(source, owner))).toEqual(policy);
  });

  // Guide page apigateway-resource-policies-examples: "execute-api:/stage/method/path" stands for the API's full ARN.
  it('completes short resources (fact D106)', () => {
    const rest = { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke' };
    const short = {
      Statement: [
        { ...rest, Resource: ['execute-api:/prod/GET/pets', 'arn:aws:execute-api:*:*:*'] },
        { ...rest, NotResource: 'execute-api:/*' },
      ],
    };
    expect(JSON.parse(readPolicy(JSON.stringify(short), owner))).toEqual({
      Statement: [
        {
          ...rest,
          Resource: ['arn:aws:execute-api:eu-west-1:123456789012:abc123/prod/GET/pets', 'arn:aws:execute-api:*:*:*'],
        },
        { ...rest, NotResource: 'arn:aws:execute-api:eu-west-1:123456789012:abc123/*' },
      ],
    });
  });

  const broken = JSON.stringify({ ...policy, Statement: [{ ...policy.Statement[0], Principal: { AWS: 'anna' } }] });
  it.each(['', 'no json', '[]', 'null', '"text"', '1', '{"Version":"2012-10-17"}', broken])('refuses %j', (source) => {
    expect(() => readPolicy(source, owner)).toThrow('Invalid policy document');
  });

  it('refuses more characters than there may be: 8192 on AWS (features A17)', () => {
    const of = (length: number) => {
      const empty = JSON.stringify({ ...policy, Id: '' });
      return JSON.stringify({ ...policy, Id: 'x'.repeat(length - empty.length) });
    };
    expect(readPolicy(of(8192), owner)).toHaveLength(8192);
    expect(() => readPolicy(of(8193), owner)).toThrow('Resource policy exceeds the maximum length of 8192 characters');
  });
});

describe('renderPolicy', () => {
  // Terraform's provider reads it by putting quotes around it and reading it as a JSON string (flattenAPIPolicy).
  it('gives the inside of a JSON string', () => {
    const policy = '{"Resource":"arn:aws:execute-api:eu-west-1:1:abc/*"}';
    expect(renderPolicy(policy)).toBe('{\\"Resource\\":\\"arn:aws:execute-api:eu-west-1:1:abc\\/*\\"}');
    expect(JSON.parse(`"${renderPolicy(policy)}"`)).toBe(policy);
  });
});
