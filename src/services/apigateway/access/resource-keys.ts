import type { Demand, OperationFacts } from '../../../aws/index.ts';
import type { Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import {
  documentId,
  findApiKey,
  findAuthorizer,
  findClientCertificate,
  findDomainName,
  findStage,
  findUsagePlan,
  findVpcLink,
  resources,
  restApis,
} from '../documents/index.ts';
import { tagKeys } from './request-keys.ts';

type Keys = NonNullable<Demand['keys']>;
type Input = Readonly<Record<string, unknown>>;

/** What is there already of what a call is about, as condition keys by name in lower case. */
export type ReadResourceKeys = (operation: OperationFacts, input: Input, scope: Scope) => Promise<Keys>;

/** What something that a path names says of itself, and its tags, which all below it inherit. */
interface Known {
  readonly tags?: Readonly<Record<string, string>>;
  readonly keys?: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;
}

/** Reads what a label of a path names; undefined where it names nothing. */
type Find = (reader: Reader, scope: Scope, label: (name: string) => string) => Promise<Known | undefined>;

/** By the path that names it (API reference; Service Authorization Reference, "Resource types"). */
const FOUND_AT: readonly (readonly [path: string, find: Find])[] = [
  ['/restapis/{restApiId}', findApi],
  ['/restapis/{restApiId}/stages/{stageName}', findStageOf],
  ['/restapis/{restApiId}/authorizers/{authorizerId}', findAuthorizerOf],
  ['/restapis/{restApiId}/resources/{resourceId}/methods/{httpMethod}', findMethod],
  ['/domainnames/{domainName}', findDomain],
  [
    '/usageplans/{usagePlanId}',
    async (reader, scope, label) => tagsOf(await findUsagePlan(reader, scope, label('usagePlanId'))),
  ],
  ['/apikeys/{apiKey}', async (reader, scope, label) => tagsOf(await findApiKey(reader, scope, label('apiKey')))],
  [
    '/vpclinks/{vpcLinkId}',
    async (reader, scope, label) => tagsOf(await findVpcLink(reader, scope, label('vpcLinkId'))),
  ],
  [
    '/clientcertificates/{clientCertificateId}',
    async (reader, scope, label) => tagsOf(await findClientCertificate(reader, scope, label('clientCertificateId'))),
  ],
];

/**
 * The tags of what a call is about with those that it inherits, its own first (guide page apigateway-tagging-supported-resources),
 * and what it says of itself. What a call makes is not there yet, so it has no keys of its own (guide page
 * security_iam_id-based-policy-examples).
 */
export function readResourceKeys(reader: Reader): ReadResourceKeys {
  return async ({ http }, input, scope) => {
    // Both versions of the API have domain names and VPC links, and spell their labels each in its own way.
    const path = templateOf(http?.uri ?? '');
    const label = (name: string) => String(input[name] ?? input[name.charAt(0).toUpperCase() + name.slice(1)] ?? '');
    const keys: Record<string, Keys[string]> = {};
    for (const [at, find] of FOUND_AT) {
      if (path !== at && !path.startsWith(`${at}/`)) continue;
      const known = await find(reader, scope, label);
      Object.assign(keys, tagKeys('aws:resourcetag', known?.tags));
      if (path === at) Object.assign(keys, ownKeys(known?.keys));
    }
    return keys;
  };
}

function templateOf(uri: string): string {
  const [path = ''] = uri.split('?');
  return path
    .replace(/^\/v2\//, '/')
    .replace(/\{(\w)(\w*)\+?\}/g, (_, first: string, rest: string) => `{${first.toLowerCase()}${rest}}`);
}

function ownKeys(keys: Known['keys'] = {}): Keys {
  const given = Object.entries(keys).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    given.map(([name, value]) => [`apigateway:resource/${name}`, Array.isArray(value) ? value : String(value)]),
  );
}

function tagsOf(found: Known | undefined): Known | undefined {
  return found && { tags: found.tags ?? {} };
}

async function findApi(reader: Reader, scope: Scope, label: (name: string) => string): Promise<Known | undefined> {
  const api = (await reader.get(restApis, scope, documentId(label('restApiId'))))?.value;
  if (api === undefined) return undefined;
  const { name: apiname, disableExecuteApiEndpoint: disableexecuteapiendpoint, securityPolicy: securitypolicy } = api;
  const endpointtype = api.endpointConfiguration.types;
  return { tags: api.tags, keys: { apiname, disableexecuteapiendpoint, endpointtype, securitypolicy } };
}

async function findStageOf(reader: Reader, scope: Scope, label: (name: string) => string): Promise<Known | undefined> {
  const stage = (await findStage(reader, scope, label('restApiId'), label('stageName')))?.stage;
  if (stage === undefined) return undefined;
  const { destinationArn: accessloggingdestination, format: accessloggingformat } = stage.accessLogSettings ?? {};
  return { tags: stage.tags, keys: { accessloggingdestination, accessloggingformat } };
}

async function findAuthorizerOf(reader: Reader, scope: Scope, label: (name: string) => string) {
  const authorizer = await findAuthorizer(reader, scope, label('restApiId'), label('authorizerId'));
  return authorizer && { keys: { authorizertype: authorizer.type, authorizeruri: authorizer.authorizerUri } };
}

async function findMethod(reader: Reader, scope: Scope, label: (name: string) => string) {
  const id = documentId(label('restApiId'), label('resourceId'));
  const methods = (await reader.get(resources, scope, id))?.value.resourceMethods ?? {};
  const verb = label('httpMethod');
  const method = Object.hasOwn(methods, verb) ? methods[verb] : undefined;
  return (
    method && { keys: { apikeyrequired: method.apiKeyRequired, routeauthorizationtype: method.authorizationType } }
  );
}

async function findDomain(reader: Reader, scope: Scope, label: (name: string) => string): Promise<Known | undefined> {
  const id = label('domainNameId');
  const found = await findDomainName(reader, scope, label('domainName'), id === '' ? undefined : id);
  if (found === undefined) return undefined;
  const {
    tags,
    securityPolicy: securitypolicy,
    routingMode: routingmode,
    mutualTlsAuthentication: mtls,
  } = found.domain;
  const endpointtype = found.domain.endpointConfiguration.types;
  const mtlstruststoreuri = mtls?.truststoreUri;
  const mtlstruststoreversion = mtls?.truststoreVersion;
  return { tags, keys: { endpointtype, mtlstruststoreuri, mtlstruststoreversion, routingmode, securitypolicy } };
}
