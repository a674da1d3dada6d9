import { describe, expect, test } from 'vitest';
import { allowsInvocation, opensUrl } from './evaluate.ts';
import { type PermissionInput, toStatement } from './statement.ts';

// Fact D62: the caller is apigateway.amazonaws.com, the source ARN is the method's.
const source = {
  principal: 'apigateway.amazonaws.com',
  sourceArn: 'arn:aws:execute-api:us-east-1:123456789012:abcdefghij/dev/GET/users',
};
const usual: PermissionInput = {
  StatementId: 's',
  Action: 'lambda:InvokeFunction',
  Principal: 'apigateway.amazonaws.com',
};
const allows = (input: Partial<PermissionInput>) =>
  allowsInvocation([toStatement({ ...usual, ...input }, 'arn:aws:lambda:us-east-1:123456789012:function:f')], source);

test('nothing is allowed without a statement', () => {
  expect(allowsInvocation([], source)).toBe(false);
});

test.each<[boolean, Partial<PermissionInput>]>([
  [true, {}],
  [true, { Principal: '*' }],
  [false, { Principal: 's3.amazonaws.com' }],
  [false, { Principal: '123456789012' }],
  [true, { Action: 'lambda:*' }],
  [true, { Action: '*' }],
  [false, { Action: 'lambda:GetFunction' }],
  [true, { SourceArn: 'arn:aws:execute-api:us-east-1:123456789012:abcdefghij/*/GET/users' }],
  [true, { SourceArn: 'arn:aws:execute-api:us-east-1:123456789012:abcdefghij/*' }],
  [false, { SourceArn: 'arn:aws:execute-api:us-east-1:123456789012:abcdefghij/*/POST/users' }],
  [false, { SourceArn: 'arn:aws:execute-api:us-east-1:123456789012:other/*' }],
  [true, { SourceAccount: '123456789012' }],
  [false, { SourceAccount: '999999999999' }],
  [false, { EventSourceToken: 'token' }],
  [false, { PrincipalOrgID: 'o-1234567890' }],
  [false, { SourceArn: 'arn:aws:execute-api:us-east-1:123456789012:abcdefghij/*', SourceAccount: '999999999999' }],
])('%s: %j', (allowed, input) => {
  expect(allows(input)).toBe(allowed);
});

// Lambda guide, "Control access to Lambda function URLs": since October 2025 a URL needs both actions.
describe('an open function URL needs a statement for the URL, and one for the function', () => {
  const statement = (more: Partial<PermissionInput>) =>
    toStatement({ StatementId: 's', Principal: '*', Action: 'lambda:InvokeFunctionUrl', ...more }, 'arn');
  const url = statement({ FunctionUrlAuthType: 'NONE' });
  const behind = statement({ Action: 'lambda:InvokeFunction', InvokedViaFunctionUrl: true });

  test.each([
    [true, [url, behind]],
    [true, [statement({ Action: 'lambda:*' })]],
    [true, [url, statement({ Action: 'lambda:InvokeFunction', FunctionUrlAuthType: 'NONE' })]],
    [false, []],
    [false, [url]],
    [false, [behind]],
    [false, [statement({ FunctionUrlAuthType: 'AWS_IAM' }), behind]],
    [false, [url, statement({ Action: 'lambda:InvokeFunction', Principal: '000000000000' })]],
    [false, [url, statement({ Action: 'lambda:InvokeFunction', SourceAccount: '000000000000' })]],
  ])('%s: %j', (expected, statements) => {
    expect(opensUrl(statements)).toBe(expected);
  });
});
