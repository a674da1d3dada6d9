import { APIGateway, type PutIntegrationRequest } from '@aws-sdk/client-api-gateway';
import { ApiGatewayV2 } from '@aws-sdk/client-apigatewayv2';
import { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import { Lambda } from '@aws-sdk/client-lambda';
import { STS } from '@aws-sdk/client-sts';
import { credentials, type Key } from './sallyport.ts';

/** The JavaScript SDK, pointed at a server; it never retries, so that a test sees each answer. */
export function sdk(endpoint: string, who: Key = credentials) {
  const options = { endpoint, region: 'us-east-1', credentials: who, maxAttempts: 1 };
  return {
    apis: new APIGateway(options),
    v2: new ApiGatewayV2(options),
    functions: new Lambda(options),
    logs: new CloudWatchLogs(options),
    sts: new STS(options),
  };
}

export type Sdk = ReturnType<typeof sdk>;

/** The integration URI of a Lambda function in `us-east-1`. */
export function invocationUri(functionArn: string): string {
  return `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${functionArn}/invocations`;
}

/** A REST API with one resource below the root. */
export async function createApi({ apis }: Sdk, pathPart: string): Promise<{ restApiId: string; resourceId: string }> {
  const api = await apis.createRestApi({ name: pathPart });
  const restApiId = known(api.id);
  const resource = await apis.createResource({ restApiId, parentId: known(api.rootResourceId), pathPart });
  return { restApiId, resourceId: known(resource.id) };
}

/** A member that AWS always sends and the SDK's types call optional. */
export function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The answer lacks a member that AWS always sends.');
  return value;
}

/** Deploys an API whose `/pathPart` passes every verb on to a URL; gives its id. */
export async function deployProxy(
  client: Sdk,
  pathPart: string,
  uri: string,
  stageName: string,
  integration: Partial<PutIntegrationRequest> = {},
): Promise<string> {
  const { restApiId, resourceId } = await createApi(client, pathPart);
  const method = { restApiId, resourceId, httpMethod: 'ANY' };
  const parameter = /^\{(\w+)\}$/.exec(pathPart)?.[1];
  const requestParameters = parameter === undefined ? {} : { [`method.request.path.${parameter}`]: true };
  await client.apis.putMethod({ ...method, authorizationType: 'NONE', requestParameters });
  const proxy = { type: 'HTTP_PROXY', integrationHttpMethod: 'ANY', uri } as const;
  await client.apis.putIntegration({ ...method, ...proxy, ...integration });
  await client.apis.createDeployment({ restApiId, stageName });
  return restApiId;
}

/** Lets a stage log its requests, to a log group or a Firehose stream. */
export async function logRequests(
  { apis }: Sdk,
  restApiId: string,
  stageName: string,
  { destinationArn, format }: { readonly destinationArn: string; readonly format: string },
): Promise<void> {
  const role = { op: 'replace', path: '/cloudwatchRoleArn', value: 'arn:aws:iam::000000000000:role/logs' } as const;
  await apis.updateAccount({ patchOperations: [role] });
  await apis.updateStage({
    restApiId,
    stageName,
    patchOperations: [
      { op: 'replace', path: '/accessLogSettings/destinationArn', value: destinationArn },
      { op: 'replace', path: '/accessLogSettings/format', value: format },
    ],
  });
}
