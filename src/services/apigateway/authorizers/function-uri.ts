import { badRequest } from '../errors.ts';

/** The function's ARN may hold stage variables, as in an integration's URI. */
const FUNCTION_URI =
  /^arn:[\w-]+:apigateway:[a-z]{2,}(-[a-z]+)+-\d+:lambda:path\/\d{4}-\d\d-\d\d\/functions\/arn:[\w-]+:lambda:[^/]+\/invocations$/;

/** @throws {ServiceError} 400 with AWS's text (recorded, terraform-provider-aws pull request 1757) */
export function checkFunctionUri(uri: string | undefined): void {
  if (uri !== undefined && FUNCTION_URI.test(uri)) return;
  throw badRequest(
    `Invalid Authorizer URI: ${uri ?? 'null'}. Authorizer URI should be a valid API Gateway ARN that represents a Lambda function invocation.`,
  );
}
