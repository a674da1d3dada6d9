import { type AwsClient, AwsError } from '../../../aws/index.ts';
import { settled } from '../settled.ts';
import type { Configuration } from '../use-functions.ts';
import { codeOf, type FunctionDraft, type Source } from './draft.ts';

const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});
const BASIC_POLICY = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
const ROLE_NAME_LENGTH = 64;

/**
 * Makes a function, and before it the role that is wanted for it.
 * @param suffix ends the role's name, as AWS's console has it; the same when the form is sent again, so that no second role is made
 * @throws {AwsError}
 */
export async function createFunction(
  aws: AwsClient,
  draft: FunctionDraft,
  source: Source,
  suffix: string,
): Promise<Configuration> {
  const { name, description, runtime } = draft;
  const code = await codeOf(draft, source);
  const Role = draft.isNewRole ? await basicRole(aws, name.trim(), suffix) : draft.roleArn.trim();
  const created = await aws.call('lambda', 'createFunction', {
    FunctionName: name.trim(),
    Runtime: runtime as NonNullable<Configuration['Runtime']>,
    Role,
    ...code,
    ...(description !== '' && { Description: description }),
  });
  return settled(aws, created);
}

/** A role that may write the function's log, and nothing else. */
async function basicRole(aws: AwsClient, functionName: string, suffix: string): Promise<string> {
  const end = `-role-${suffix}`;
  const RoleName = `${functionName.replaceAll(/[^\w+=,.@-]/g, '-').slice(0, ROLE_NAME_LENGTH - end.length)}${end}`;
  const Arn = await roleArn(aws, RoleName);
  await aws.call('iam', 'attachRolePolicy', { RoleName, PolicyArn: BASIC_POLICY });
  return Arn;
}

async function roleArn(aws: AwsClient, RoleName: string): Promise<string> {
  try {
    const input = { RoleName, Path: '/service-role/', AssumeRolePolicyDocument: TRUST };
    return (await aws.call('iam', 'createRole', input)).Role?.Arn ?? '';
  } catch (error) {
    if (!(error instanceof AwsError && error.name.startsWith('EntityAlreadyExists'))) throw error;
    return (await aws.call('iam', 'getRole', { RoleName })).Role?.Arn ?? '';
  }
}
