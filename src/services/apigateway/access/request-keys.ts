import type { Demand } from '../../../aws/index.ts';

type Keys = NonNullable<Demand['keys']>;
type Input = Readonly<Record<string, unknown>>;

/** What a request says about what it makes, by the names of the condition keys (Service Authorization Reference). */
const READERS: Readonly<Record<string, (input: Input) => unknown>> = {
  'apigateway:request/apikeyrequired': ({ apiKeyRequired }) => apiKeyRequired,
  'apigateway:request/apiname': ({ name, endpointConfiguration, restApiId }) =>
    endpointConfiguration !== undefined && restApiId === undefined ? name : undefined,
  'apigateway:request/authorizertype': ({ type, authorizerUri }) => (authorizerUri === undefined ? undefined : type),
  'apigateway:request/authorizeruri': ({ authorizerUri }) => authorizerUri,
  'apigateway:request/disableexecuteapiendpoint': ({ disableExecuteApiEndpoint }) => disableExecuteApiEndpoint,
  'apigateway:request/endpointtype': ({ endpointConfiguration }) => fieldsOf(endpointConfiguration).types,
  'apigateway:request/mtlstruststoreuri': ({ mutualTlsAuthentication }) =>
    fieldsOf(mutualTlsAuthentication).truststoreUri,
  'apigateway:request/mtlstruststoreversion': ({ mutualTlsAuthentication }) =>
    fieldsOf(mutualTlsAuthentication).truststoreVersion,
  'apigateway:request/routeauthorizationtype': ({ authorizationType }) => authorizationType,
  'apigateway:request/securitypolicy': ({ securityPolicy }) => securityPolicy,
  'apigateway:request/stagename': ({ stageName }) => stageName,
};

export function requestKeys(input: Input): Keys {
  const read = Object.entries(READERS).map(([key, reader]) => [key, textOf(reader(input))] as const);
  const tags = fieldsOf(input.tags);
  const tagNames = Array.isArray(input.tagKeys) ? input.tagKeys.map(String) : Object.keys(tags);
  return {
    ...Object.fromEntries(read.filter(([, value]) => value !== undefined)),
    ...tagKeys('aws:requesttag', tags),
    ...(tagNames.length > 0 && { 'aws:tagkeys': tagNames }),
  };
}

/** @param prefix such as `aws:resourcetag` */
export function tagKeys(prefix: string, tags: Readonly<Record<string, unknown>> = {}): Keys {
  return Object.fromEntries(
    Object.entries(tags).map(([key, value]) => [`${prefix}/${key.toLowerCase()}`, String(value)]),
  );
}

function textOf(value: unknown): string | readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  return Array.isArray(value) ? value.map(String) : String(value);
}

function fieldsOf(value: unknown): Input {
  return typeof value === 'object' && value !== null ? (value as Input) : {};
}
