import type { AwsClient } from '../../../aws/index.ts';

/** What pages of other origins may do. */
export interface Cors {
  readonly origin: string;
  /** Names of headers with commas between them. */
  readonly headers: string;
  /** Verbs of the resource that may be used, and whose answers may be read. */
  readonly methods: readonly string[];
  /** Gateway responses that pages may read, too. */
  readonly gatewayResponses: readonly string[];
}

/** Where it is written. */
export interface Place {
  readonly restApiId: string;
  readonly resourceId: string;
}

/** As AWS's console proposes it. */
export const STANDARD_CORS: Cors = {
  origin: '*',
  headers: 'Content-Type,X-Amz-Date,Authorization,X-Api-Key,X-Amz-Security-Token',
  methods: [],
  gatewayResponses: [],
};

/** Every verb that `ANY` stands for. */
const VERBS: readonly string[] = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];
const STATUS = '200';

/**
 * Writes cross-origin access into a resource as AWS's console does (guide: "Enable CORS on a resource"): an `OPTIONS` method that
 * answers preflights from a mock, and the origin in the 200 of the methods and in the gateway's own errors.
 * @returns the methods whose answers their backend must open by itself, since they are proxies or have no 200
 * @throws {AwsError} in the middle, with what was written before left in place: to run it again is safe
 */
export async function writeCors(aws: AwsClient, place: Place, cors: Cors): Promise<readonly string[]> {
  const { resourceMethods = {} } = await aws.call('apigateway', 'getResource', { ...place, embed: ['methods'] });
  const verbs = cors.methods.includes('ANY') ? VERBS : [...new Set([...cors.methods, 'OPTIONS'])].sort();
  await writePreflight(aws, place, resourceMethods.OPTIONS === undefined, {
    'Access-Control-Allow-Headers': cors.headers,
    'Access-Control-Allow-Methods': verbs.join(','),
    'Access-Control-Allow-Origin': cors.origin,
  });
  const left: string[] = [];
  for (const httpMethod of cors.methods.filter((verb) => verb !== 'OPTIONS')) {
    const { methodIntegration: integration, methodResponses } = resourceMethods[httpMethod] ?? {};
    const hasOk = methodResponses?.[STATUS] !== undefined && integration?.integrationResponses?.[STATUS] !== undefined;
    const isProxy = integration?.type === 'HTTP_PROXY' || integration?.type === 'AWS_PROXY';
    if (hasOk && !isProxy)
      await setHeaders(aws, { ...place, httpMethod }, { 'Access-Control-Allow-Origin': cors.origin });
    else left.push(httpMethod);
  }
  for (const responseType of cors.gatewayResponses) {
    await aws.call('apigateway', 'updateGatewayResponse', {
      restApiId: place.restApiId,
      responseType,
      patchOperations: [
        {
          op: 'add',
          path: '/responseParameters/gatewayresponse.header.Access-Control-Allow-Origin',
          value: `'${cors.origin}'`,
        },
      ],
    });
  }
  return left;
}

type Headers = Readonly<Record<string, string>>;

async function writePreflight(aws: AwsClient, place: Place, isNew: boolean, headers: Headers): Promise<void> {
  const method = { ...place, httpMethod: 'OPTIONS' };
  if (isNew) {
    await aws.call('apigateway', 'putMethod', { ...method, authorizationType: 'NONE' });
    const requestTemplates = { 'application/json': '{"statusCode": 200}' };
    await aws.call('apigateway', 'putIntegration', { ...method, type: 'MOCK', requestTemplates });
    await aws.call('apigateway', 'putMethodResponse', { ...method, statusCode: STATUS });
    await aws.call('apigateway', 'putIntegrationResponse', { ...method, statusCode: STATUS });
  }
  await setHeaders(aws, method, headers);
}

/** Declares headers of the 200, then maps their values; what else the responses have stays. */
async function setHeaders(
  aws: AwsClient,
  method: Place & { readonly httpMethod: string },
  headers: Headers,
): Promise<void> {
  const patches = (value: (text: string) => string) =>
    Object.entries(headers).map(([name, text]) => ({
      op: 'add',
      path: `/responseParameters/method.response.header.${name}`,
      value: value(text),
    }));
  const response = { ...method, statusCode: STATUS };
  await aws.call('apigateway', 'updateMethodResponse', { ...response, patchOperations: patches(() => 'false') });
  await aws.call('apigateway', 'updateIntegrationResponse', {
    ...response,
    patchOperations: patches((text) => `'${text}'`),
  });
}
