import type { Integration, Method, Resource } from '../../../model/index.ts';

/**
 * The resources of an API under new ids, for `cloneFrom`: the tree, the methods and everything declared on them.
 * @param newId the id of the copy of a resource, the root included
 */
export function cloneResources(
  resources: readonly Resource[],
  newId: (resourceId: string) => string,
): readonly Resource[] {
  return resources.map((resource) => ({
    ...resource,
    id: newId(resource.id),
    ...(resource.parentId !== undefined && { parentId: newId(resource.parentId) }),
    resourceMethods: Object.fromEntries(
      Object.entries(resource.resourceMethods).map(([verb, method]) => [verb, cloneMethod(method, resource.id, newId)]),
    ),
  }));
}

/** A cache namespace that was left at its default is the resource's id and follows it. */
function cloneMethod(method: Method, resourceId: string, newId: (resourceId: string) => string): Method {
  const integration: Integration | undefined = method.methodIntegration;
  if (integration?.cacheNamespace !== resourceId) return method;
  return { ...method, methodIntegration: { ...integration, cacheNamespace: newId(resourceId) } };
}
