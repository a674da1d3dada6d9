import { type AwsClient, AwsError } from '../aws/index.ts';

const FUNCTION_ARN = /^arn:[^:]+:lambda:[^:]+:\d{12}:function:[\w-]+(?::[\w$-]+)?$/;

/**
 * Lets API Gateway invoke a function, as AWS's console does when a function is chosen.
 * @param functionArn with a stage variable in it nothing is done, since nobody knows which functions it will name
 * @param source the ARN of what calls it, such as `arn:aws:execute-api:REGION:ACCOUNT:API/authorizers/ID`
 * @throws {AwsError}
 */
export async function allowInvocation(aws: AwsClient, functionArn: string, source: string): Promise<void> {
  if (!FUNCTION_ARN.test(functionArn)) return;
  // Of the source, so that a second time finds the first.
  const StatementId = `console-${source.replaceAll(/[^\w-]/g, '_').slice(-80)}`;
  try {
    await aws.call('lambda', 'addPermission', {
      FunctionName: functionArn,
      StatementId,
      Action: 'lambda:InvokeFunction',
      Principal: 'apigateway.amazonaws.com',
      SourceArn: source,
    });
  } catch (error) {
    if (!(error instanceof AwsError && error.name === 'ResourceConflictException')) throw error;
  }
}
