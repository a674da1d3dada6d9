import { expect, it } from 'vitest';
import { NEW_PERMISSION, permissionInput } from './permission-draft.ts';

const PLACE = { region: 'us-east-1', account: '000000000000' };

// The guide's `aws lambda add-permission` of "Set up Lambda proxy integrations".
it('lets one method of an API at every stage', () => {
  const draft = { ...NEW_PERMISSION, sid: 'one', apiId: 'abc', verb: 'GET', path: 'users/{id}' };
  expect(permissionInput(draft, 'f', PLACE)).toEqual({
    FunctionName: 'f',
    StatementId: 'one',
    Action: 'lambda:InvokeFunction',
    Principal: 'apigateway.amazonaws.com',
    SourceArn: 'arn:aws:execute-api:us-east-1:000000000000:abc/*/GET/users/*',
  });
});

it('lets an account, whatever it calls for', () => {
  const draft = { ...NEW_PERMISSION, caller: 'account' as const, sid: 'two', principal: '111111111111' };
  expect(permissionInput(draft, 'f', PLACE)).toEqual({
    FunctionName: 'f',
    StatementId: 'two',
    Action: 'lambda:InvokeFunction',
    Principal: '111111111111',
  });
});
