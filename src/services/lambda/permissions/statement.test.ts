import { expect, test } from 'vitest';
import { policyText, toStatement } from './statement.ts';

const resource = 'arn:aws:lambda:us-east-1:111111111111:function:f';
const make = (input: Readonly<Record<string, unknown>>) =>
  JSON.stringify(
    toStatement({ StatementId: 's', Action: 'lambda:InvokeFunction', Principal: '*', ...input }, resource),
  );

// Recorded on AWS: localstack's test_lambda_api.snapshot.json, `test_add_lambda_permission_fields`, `..._aws`.
test('a service with the ARN of its source', () => {
  const sourceArn = 'arn:aws:s3:::bucket';
  expect(make({ StatementId: 's3', Principal: 's3.amazonaws.com', SourceArn: sourceArn })).toBe(
    `{"Sid":"s3","Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},"Action":"lambda:InvokeFunction","Resource":"${resource}","Condition":{"ArnLike":{"AWS:SourceArn":"${sourceArn}"}}}`,
  );
});

test('an account, a user, everybody', () => {
  expect(JSON.parse(make({ Principal: '111111111111' })).Principal).toEqual({ AWS: 'arn:aws:iam::111111111111:root' });
  const user = 'arn:aws:iam::111111111111:user/me';
  expect(JSON.parse(make({ Principal: user })).Principal).toEqual({ AWS: user });
  expect(JSON.parse(make({})).Principal).toBe('*');
});

test('all conditions, in AWS’s order', () => {
  const fields = {
    SourceArn: 'arn:aws:s3:::bucket',
    SourceAccount: '111111111111',
    FunctionUrlAuthType: 'NONE',
    PrincipalOrgID: 'o-1234567890',
  };
  expect(JSON.stringify(JSON.parse(make(fields)).Condition)).toBe(
    '{"StringEquals":{"lambda:FunctionUrlAuthType":"NONE","aws:PrincipalOrgID":"o-1234567890","AWS:SourceAccount":"111111111111"},"ArnLike":{"AWS:SourceArn":"arn:aws:s3:::bucket"}}',
  );
});

test('a principal that is none is refused with AWS’s text', () => {
  expect(() => make({ Principal: 'nobody' })).toThrow(
    'The provided principal was invalid. Please check the principal and try again.',
  );
});

test('the policy is printed as AWS prints it', () => {
  expect(policyText([])).toBe('{"Version":"2012-10-17","Id":"default","Statement":[]}');
});
