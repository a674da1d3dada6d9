import type { Demand } from '../../../aws/index.ts';

type Keys = NonNullable<Demand['keys']>;
type Input = Readonly<Record<string, unknown>>;
/** What a call says at a path, such as `mutualTlsAuthentication/truststoreUri`. */
type Said = (path: string) => unknown;

/** What a call says about what it makes or changes, by the names of the condition keys (Service Authorization Reference). */
const READERS: Readonly<Record<string, (said: Said, operation: string) => unknown>> = {
  'apigateway:request/apikeyrequired': (said) => said('apiKeyRequired'),
  'apigateway:request/apiname': (said, operation) =>
    /^(Create|Update)(Rest)?Api$/.test(operation) ? said('name') : undefined,
  'apigateway:request/authorizertype': (said, operation) =>
    operation.endsWith('Authorizer') ? (said('authorizerType') ?? said('type')) : undefined,
  'apigateway:request/authorizeruri': (said) => said('authorizerUri'),
  // Guide, "Require that the default execute-api endpoint is disabled": there is always a value when an API is made.
  'apigateway:request/disableexecuteapiendpoint': (said, operation) =>
    said('disableExecuteApiEndpoint') ?? (/^Create(Rest)?Api$/.test(operation) ? false : undefined),
  'apigateway:request/endpointtype': (said) =>
    said('endpointConfiguration/types') ?? ofDomainName(said, 'EndpointType'),
  'apigateway:request/mtlstruststoreuri': (said) => said('mutualTlsAuthentication/truststoreUri'),
  'apigateway:request/mtlstruststoreversion': (said) => said('mutualTlsAuthentication/truststoreVersion'),
  'apigateway:request/routeauthorizationtype': (said, operation) =>
    said('authorizationType') ?? (makesRoute(said, operation) ? 'NONE' : undefined),
  'apigateway:request/securitypolicy': (said) => said('securityPolicy') ?? ofDomainName(said, 'SecurityPolicy'),
  'apigateway:request/stagename': (said) => said('stageName'),
};

export function requestKeys(operation: string, input: Input): Keys {
  const said = saidBy(input);
  const read = Object.entries(READERS).map(([key, reader]) => [key, textOf(reader(said, operation))] as const);
  const tags = fieldsOf(said('tags'));
  const removed = said('tagKeys');
  const tagNames = Array.isArray(removed) ? removed.map(String) : Object.keys(tags);
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

/** By a patch, or by a member: version 2 of the API begins their names with a capital. */
function saidBy(input: Input): Said {
  const operations: readonly unknown[] = Array.isArray(input.patchOperations) ? input.patchOperations : [];
  const patches = new Map(operations.map(fieldsOf).map(({ path, value }) => [patchedMember(path), value]));
  return (path) => patches.get(path) ?? path.split('/').reduce(memberOf, input as unknown);
}

/** `/endpointConfiguration/types/EDGE` names what is replaced, too. */
function patchedMember(path: unknown): string {
  return String(path).replace(
    /^\/(endpointConfiguration\/types(?=\/))?.*$/s,
    (all, types?: string) => types ?? all.slice(1),
  );
}

function memberOf(value: unknown, name: string): unknown {
  const fields = fieldsOf(value);
  return fields[name] ?? fields[name.charAt(0).toUpperCase() + name.slice(1)];
}

/** Of a domain name of version 2. */
function ofDomainName(said: Said, member: string): unknown {
  const configurations = said('domainNameConfigurations');
  if (!Array.isArray(configurations)) return undefined;
  const values = configurations.flatMap((configuration) => memberOf(configuration, member) ?? []);
  return values.length === 0 ? undefined : values;
}

/** Whether there will be a route for which a call need not name an authorization. */
function makesRoute(said: Said, operation: string): boolean {
  return operation === 'CreateRoute' || (operation === 'CreateApi' && said('target') !== undefined);
}

function textOf(value: unknown): string | readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  return Array.isArray(value) ? value.map(String) : String(value);
}

function fieldsOf(value: unknown): Input {
  return typeof value === 'object' && value !== null ? (value as Input) : {};
}
