import { expect, test } from 'vitest';
import { createExecutionRoleCheck, type FunctionRoles } from './execution-role.ts';
import type { RoleRights } from './identities.ts';

const accountId = '000000000000';
const arn = `arn:aws:lambda:us-east-1:${accountId}:function:users`;
const reference = { scope: { accountId, region: 'us-east-1' }, name: 'users', arn };
const roleArn = `arn:aws:iam::${accountId}:role/users`;

function role(statement: object, owner = accountId): RoleRights {
  const allow = { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' };
  const trustPolicy = JSON.stringify({ Version: '2012-10-17', Statement: [{ ...allow, ...statement }] });
  const policies = { attached: [], inline: [] } as unknown as RoleRights['policies'];
  return { arn: roleArn, accountId: owner, roleName: 'users', roleId: 'AROA', trustPolicy, tags: {}, policies };
}

const verdict = (found: RoleRights | undefined, roles: FunctionRoles = 'any') =>
  createExecutionRoleCheck(
    { findRole: async () => found },
    roles,
    () => 0,
  )(roleArn, reference).then(
    () => 'taken',
    (error: Error) => `${error.name}: ${error.message}`,
  );
// AWS's own words, seen in users' reports.
const REFUSED = 'InvalidParameterValueException: The role defined for the function cannot be assumed by Lambda.';

test.each([
  [{}, 'taken'],
  [{ Condition: { StringEquals: { 'aws:SourceAccount': accountId } } }, 'taken'],
  [{ Condition: { ArnLike: { 'aws:SourceArn': `${arn}*` } } }, 'taken'],
  [{ Condition: { StringEquals: { 'aws:SourceAccount': '111111111111' } } }, REFUSED],
  [{ Principal: { Service: 'apigateway.amazonaws.com' } }, REFUSED],
  [{ Principal: { AWS: accountId } }, REFUSED],
  [{ Action: 'sts:TagSession' }, REFUSED],
  [{ Effect: 'Deny' }, REFUSED],
])('a role that IAM knows must trust Lambda: %j', async (statement, expected) => {
  expect(await verdict(role(statement))).toBe(expected);
});

test('nobody has a role of another account', async () => {
  expect(await verdict(role({}, '111111111111'))).toBe(REFUSED);
});

test('a role that IAM does not know is taken, unless roles must be known', async () => {
  expect(await verdict(undefined)).toBe('taken');
  expect(await verdict(undefined, 'known')).toBe(REFUSED);
});
