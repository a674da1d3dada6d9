import type { Integration, Method, Resource } from '../../../model/index.ts';

/**
 * The resources of an API under new ids, for `cloneFrom`: the tree, the methods and everything declared on them.
 * @param newId the id of the copy of a resource (the root included) or of an authorizer
 */
export function cloneResources(resources: readonly Resource[], newId: (id: string) => string): readonly Resource[] {
  return resources.map((resource) => ({
    ...resource,
    id: newId(resource.id),
    ...(resource.parentId !== undefined && { parentId: newId(resource.parentId) }),
    resourceMethods: Object.fromEntries(
      Object.entries(resource.resourceMethods).map(([verb, method]) => [verb, cloneMethod(method, resource.id, newId)]),
    ),
  }));
}

function cloneMethod(method: Method, resourceId: string, newId: (id: string) => string): Method {
  const { authorizerId, methodIntegration } = method;
  return {
    ...method,
    ...(authorizerId !== undefined && { authorizerId: newId(authorizerId) }),
    ...(methodIntegration && { methodIntegration: cloneIntegration(methodIntegration, resourceId, newId) }),
  };
}

/** A cache namespace that was left at its default is the resource's id and follows it. */
function cloneIntegration(integration: Integration, resourceId: string, newId: (id: string) => string): Integration {
  if (integration.cacheNamespace !== resourceId) return integration;
  return { ...integration, cacheNamespace: newId(resourceId) };
}
