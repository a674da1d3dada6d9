import type { ApiSnapshot } from '../../model/index.ts';
import { compact, type JsonObject } from '../values.ts';
import type { ExportedApi, ExportedExtensions, ExportType } from './api.ts';
import { Documentation, readProperties } from './documentation.ts';
import { writeModels } from './models.ts';
import { OAS30 } from './oas30.ts';
import { type Writing, writePathItem } from './operations.ts';
import { Security } from './security.ts';
import { SWAGGER } from './swagger.ts';

/** Writes a deployed stage as a document (features A7.5). */
export function writeExport(api: ExportedApi, type: ExportType, extensions: ExportedExtensions): JsonObject {
  const { snapshot } = api;
  const dialect = type === 'swagger' ? SWAGGER : OAS30;
  const documentation = new Documentation(api.documentation);
  const security = new Security(snapshot.authorizers ?? []);
  const validators = new Map(snapshot.requestValidators.map(({ id, name }) => [id, name]));
  const writing: Writing = { dialect, extensions, documentation, security, validators };
  const paths = writePaths(snapshot, writing);
  const schemas = writeModels(snapshot.models, usedModels(snapshot), dialect.schemaPrefix, documentation);
  return compact({
    ...dialect.frame(api, writeInfo(api, documentation)),
    ...documentation.of({ type: 'API' }),
    paths,
    ...dialect.components(
      Object.keys(schemas).length > 0 ? schemas : undefined,
      security.schemes(extensions, documentation),
    ),
    ...(extensions.apigateway && writeSettings(snapshot)),
    'x-amazon-apigateway-documentation':
      extensions.documentation && api.documentation ? writeDocumentation(api.documentation) : undefined,
  });
}

/** The version that an export goes by: the API's, or else when it was deployed (recorded). */
export function exportVersion({ snapshot, deployedAt }: ExportedApi): string {
  return snapshot.restApi.version || timestamp(deployedAt);
}

function writeInfo(api: ExportedApi, documentation: Documentation): JsonObject {
  const { name, description } = api.snapshot.restApi;
  return { ...compact({ title: name, description }), ...documentation.info(), version: exportVersion(api) };
}

/**
 * In order of paths, so that two exports of one API are the same text. A resource that is only on the way to others goes
 * without saying.
 */
function writePaths({ resources }: ApiSnapshot, writing: Writing): JsonObject {
  const parents = new Set(resources.map(({ parentId }) => parentId));
  const written = resources
    .filter(({ id, parentId, resourceMethods }) => {
      const isLeaf = parentId !== undefined && !parents.has(id);
      return isLeaf || Object.keys(resourceMethods).length > 0;
    })
    .toSorted((one, other) => (one.path < other.path ? -1 : 1));
  return Object.fromEntries(written.map((resource) => [resource.path, writePathItem(resource, writing)]));
}

function usedModels({ resources }: ApiSnapshot): ReadonlySet<string> {
  const methods = resources.flatMap(({ resourceMethods }) => Object.values(resourceMethods));
  return new Set(
    methods.flatMap(({ requestModels = {}, methodResponses = {} }) => [
      ...Object.values(requestModels),
      ...Object.values(methodResponses).flatMap(({ responseModels = {} }) => Object.values(responseModels)),
    ]),
  );
}

/** What is set on the API itself; defaults go without saying. */
function writeSettings({ restApi, gatewayResponses, requestValidators }: ApiSnapshot): JsonObject {
  const { vpcEndpointIds } = restApi.endpointConfiguration;
  const endpoint = compact({
    disableExecuteApiEndpoint: restApi.disableExecuteApiEndpoint || undefined,
    vpcEndpointIds,
  });
  return compact({
    'x-amazon-apigateway-api-key-source': restApi.apiKeySource === 'HEADER' ? undefined : restApi.apiKeySource,
    'x-amazon-apigateway-endpoint-configuration': Object.keys(endpoint).length > 0 ? endpoint : undefined,
    'x-amazon-apigateway-gateway-responses': byName(
      gatewayResponses.map(({ responseType, ...response }) => [responseType, response]),
    ),
    'x-amazon-apigateway-request-validators': byName(requestValidators.map(({ id: _, name, ...rest }) => [name, rest])),
    'x-amazon-apigateway-policy': restApi.policy && portablePolicy(restApi.policy, restApi.id),
    'x-amazon-apigateway-binary-media-types': restApi.binaryMediaTypes,
    'x-amazon-apigateway-minimum-compression-size': restApi.minimumCompressionSize,
    'x-amazon-apigateway-security-policy': restApi.securityPolicy,
    'x-amazon-apigateway-endpoint-access-mode': restApi.endpointAccessMode,
  });
}

/** Resources of this API in the short form, which means whatever API imports it (guide page openapi-extensions-policy). */
function portablePolicy(policy: string, restApiId: string): JsonObject {
  const own = new RegExp(`^arn:[\\w-]+:execute-api:[\\w-]*:\\d*:${restApiId}/`);
  return JSON.parse(policy, (_, value: unknown) =>
    typeof value === 'string' ? value.replace(own, 'execute-api:/') : value,
  ) as JsonObject;
}

function writeDocumentation({ version, createdDate, parts }: NonNullable<ExportedApi['documentation']>): JsonObject {
  return {
    version,
    createdDate: timestamp(createdDate),
    documentationParts: parts.map(({ location, properties }) => ({ location, properties: readProperties(properties) })),
  };
}

function byName(entries: readonly (readonly [string, JsonObject])[]): JsonObject | undefined {
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** To the second, as AWS writes it. */
function timestamp(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}
