import { type AwsClient, AwsError } from '../../../aws/index.ts';
import { type UrlDraft, urlInput } from './url-draft.ts';

/**
 * Makes a function URL, or changes the one that is there; one that needs no signature is opened to everybody by the function's
 * policy, as AWS's console does (Lambda guide, "Control access to Lambda function URLs": both actions since October 2025).
 * @throws {AwsError}
 */
export async function saveUrl(aws: AwsClient, draft: UrlDraft, functionName: string, isNew: boolean): Promise<void> {
  const input = urlInput(draft, functionName);
  if (isNew) {
    const { Cors, ...rest } = input;
    await aws.call('lambda', 'createFunctionUrlConfig', {
      ...rest,
      AuthType: draft.authType,
      ...(draft.hasCors && { Cors }),
    });
  } else {
    await aws.call('lambda', 'updateFunctionUrlConfig', input);
  }
  if (draft.authType === 'NONE') await openToAll(aws, functionName, draft.qualifier);
}

async function openToAll(aws: AwsClient, functionName: string, qualifier: string): Promise<void> {
  const statement = { FunctionName: functionName, Principal: '*', ...(qualifier && { Qualifier: qualifier }) };
  await addOnce(aws, {
    ...statement,
    StatementId: 'FunctionURLAllowPublicAccess',
    Action: 'lambda:InvokeFunctionUrl',
    FunctionUrlAuthType: 'NONE',
  });
  await addOnce(aws, {
    ...statement,
    StatementId: 'FunctionURLAllowInvokeAction',
    Action: 'lambda:InvokeFunction',
    InvokedViaFunctionUrl: true,
  });
}

async function addOnce(
  aws: AwsClient,
  input: Parameters<typeof aws.call<'lambda', 'addPermission'>>[2],
): Promise<void> {
  try {
    await aws.call('lambda', 'addPermission', input);
  } catch (error) {
    if (!(error instanceof AwsError && error.name === 'ResourceConflictException')) throw error;
  }
}
