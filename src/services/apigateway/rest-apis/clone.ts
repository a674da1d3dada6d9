import type {
  Authorizer,
  DocumentationPart,
  GatewayResponse,
  Integration,
  Method,
  Model,
  RequestValidator,
  Resource,
  Scope,
} from '../../../model/index.ts';
import type { Reader, Transaction } from '../../../store/index.ts';
import {
  allAuthorizers,
  allDocumentationParts,
  allGatewayResponses,
  allModels,
  allRequestValidators,
  allResources,
  putAuthorizer,
  putDocumentationPart,
  putGatewayResponse,
  putModel,
  putRequestValidator,
  putResource,
} from '../documents/index.ts';
import { modelUrl } from '../models/index.ts';

/** Everything that is declared inside an API: what `cloneFrom` copies. Deployments, stages and versions are not. */
export interface ApiContents {
  readonly resources: readonly Resource[];
  readonly authorizers: readonly Authorizer[];
  readonly models: readonly Model[];
  readonly requestValidators: readonly RequestValidator[];
  readonly gatewayResponses: readonly GatewayResponse[];
  readonly documentationParts: readonly DocumentationPart[];
}

export async function readContents(reader: Reader, scope: Scope, restApiId: string): Promise<ApiContents> {
  return {
    resources: await allResources(reader, scope, restApiId),
    authorizers: await allAuthorizers(reader, scope, restApiId),
    models: await allModels(reader, scope, restApiId),
    requestValidators: await allRequestValidators(reader, scope, restApiId),
    gatewayResponses: await allGatewayResponses(reader, scope, restApiId),
    documentationParts: await allDocumentationParts(reader, scope, restApiId),
  };
}

export async function putContents(
  tx: Transaction,
  scope: Scope,
  restApiId: string,
  contents: ApiContents,
): Promise<void> {
  for (const resource of contents.resources) await putResource(tx, scope, restApiId, resource);
  for (const authorizer of contents.authorizers) await putAuthorizer(tx, scope, restApiId, authorizer);
  for (const model of contents.models) await putModel(tx, scope, restApiId, model);
  for (const validator of contents.requestValidators) await putRequestValidator(tx, scope, restApiId, validator);
  for (const response of contents.gatewayResponses) await putGatewayResponse(tx, scope, restApiId, response);
  for (const part of contents.documentationParts) await putDocumentationPart(tx, scope, restApiId, part);
}

/**
 * The contents of an API under new ids, which methods and models then name each other by.
 * @param newId the id of the copy of anything that has one, the root resource included
 */
export function cloneContents(
  contents: ApiContents,
  fromApiId: string,
  toApiId: string,
  newId: (id: string) => string,
): ApiContents {
  const anew = <T extends { readonly id: string }>(entities: readonly T[]): readonly T[] =>
    entities.map((entity) => ({ ...entity, id: newId(entity.id) }));
  return {
    resources: contents.resources.map((resource) => cloneResource(resource, newId)),
    authorizers: anew(contents.authorizers),
    models: anew(contents.models).map((model) => ({
      ...model,
      schema: model.schema.replaceAll(modelUrl(fromApiId, ''), modelUrl(toApiId, '')),
    })),
    requestValidators: anew(contents.requestValidators),
    gatewayResponses: contents.gatewayResponses,
    documentationParts: anew(contents.documentationParts),
  };
}

function cloneResource(resource: Resource, newId: (id: string) => string): Resource {
  return {
    ...resource,
    id: newId(resource.id),
    ...(resource.parentId !== undefined && { parentId: newId(resource.parentId) }),
    resourceMethods: Object.fromEntries(
      Object.entries(resource.resourceMethods).map(([verb, method]) => [verb, cloneMethod(method, resource.id, newId)]),
    ),
  };
}

function cloneMethod(method: Method, resourceId: string, newId: (id: string) => string): Method {
  const { authorizerId, requestValidatorId, methodIntegration } = method;
  return {
    ...method,
    ...(authorizerId !== undefined && { authorizerId: newId(authorizerId) }),
    ...(requestValidatorId !== undefined && { requestValidatorId: newId(requestValidatorId) }),
    ...(methodIntegration && { methodIntegration: cloneIntegration(methodIntegration, resourceId, newId) }),
  };
}

/** A cache namespace that was left at its default is the resource's id and follows it. */
function cloneIntegration(integration: Integration, resourceId: string, newId: (id: string) => string): Integration {
  if (integration.cacheNamespace !== resourceId) return integration;
  return { ...integration, cacheNamespace: newId(resourceId) };
}
