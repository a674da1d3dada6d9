const FUNCTION_URI = /^arn:[^:]+:apigateway:[^:]+:lambda:path\/[\d-]+\/functions\/(.+)\/invocations$/;

/** What API Gateway invokes a function by, whose ARN may hold stage variables. */
export function functionUri(functionArn: string, region: string): string {
  return `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${functionArn}/invocations`;
}

/** The function's ARN in such a URI; the URI itself where there is none in it. */
export function functionOf(uri: string): string {
  return FUNCTION_URI.exec(uri)?.[1] ?? uri;
}
