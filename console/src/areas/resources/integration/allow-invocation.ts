import { type AwsClient, AwsError } from '../../../aws/index.ts';

const FUNCTION_ARN = /^arn:[^:]+:lambda:[^:]+:\d{12}:function:[\w-]+(?::[\w$-]+)?$/;

interface Method {
  readonly account: string;
  readonly restApiId: string;
  readonly httpMethod: string;
  /** With `{parameters}`, which the permission leaves open. */
  readonly path: string;
}

/**
 * Lets API Gateway invoke a function for one method at every stage, as AWS's console does when a function is chosen.
 * @param functionArn with a stage variable in it nothing is done, since nobody knows which functions it will name
 * @throws {AwsError}
 */
export async function allowInvocation(aws: AwsClient, functionArn: string, method: Method): Promise<void> {
  if (!FUNCTION_ARN.test(functionArn)) return;
  const path = method.path.replaceAll(/\{[^}]+\}/g, '*');
  const verb = method.httpMethod === 'ANY' ? '*' : method.httpMethod;
  const source = `arn:aws:execute-api:${aws.region}:${method.account}:${method.restApiId}/*/${verb}${path}`;
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
