const LAMBDA_URI = /^arn:aws[\w-]*:apigateway:[\w-]*:lambda:path\/+/;
const INVOCATION = /^2015-03-31\/functions\/([^/]+)\/invocations$/;
const STREAMING_INVOCATION = /^2021-11-15\/functions\/([^/]+)\/response-streaming-invocations$/;

/** Whether an integration's URI calls Lambda at all. */
export function isLambdaUri(uri: string): boolean {
  return LAMBDA_URI.test(uri);
}

/**
 * The function that `arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/ARN/invocations` invokes (features A5.1);
 * undefined for any other operation of Lambda. AWS takes a doubled slash before the date (recorded).
 */
export function functionArnOf(uri: string): string | undefined {
  return INVOCATION.exec(uri.replace(LAMBDA_URI, ''))?.[1];
}

/** The function whose answer is taken as it comes, `.../2021-11-15/functions/ARN/response-streaming-invocations` (fact D69). */
export function streamingFunctionArnOf(uri: string): string | undefined {
  return STREAMING_INVOCATION.exec(uri.replace(LAMBDA_URI, ''))?.[1];
}
