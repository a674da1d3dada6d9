import type { Method, Resource, Scope } from '../../../model/index.ts';
import type { Reader, Store } from '../../../store/index.ts';
import { putResource, requireResource } from '../documents/index.ts';
import { missing } from '../errors.ts';

/** Names a method in an operation's input. */
export interface MethodAddress {
  readonly restApiId: string;
  readonly resourceId: string;
  readonly httpMethod: string;
}

/** The method that a resource declares for a verb. */
function findMethod(resource: Resource, httpMethod: string): Method | undefined {
  return Object.hasOwn(resource.resourceMethods, httpMethod) ? resource.resourceMethods[httpMethod] : undefined;
}

/** @throws {ServiceError} 404 with AWS's text for the resource or the method */
export async function requireMethod(
  reader: Reader,
  scope: Scope,
  { restApiId, resourceId, httpMethod }: MethodAddress,
): Promise<Method> {
  const method = findMethod(await requireResource(reader, scope, restApiId, resourceId), httpMethod);
  if (!method) throw missing.method();
  return method;
}

/**
 * Changes one method of a resource in a transaction.
 * @param change gives the method to store, or undefined to take it away; is given undefined when there is none
 */
export async function changeMethod<M extends Method | undefined>(
  store: Store,
  scope: Scope,
  { restApiId, resourceId, httpMethod }: MethodAddress,
  change: (method: Method | undefined, resource: Resource, reader: Reader) => M | Promise<M>,
): Promise<M> {
  return store.transact(async (tx) => {
    const resource = await requireResource(tx, scope, restApiId, resourceId);
    const changed = await change(findMethod(resource, httpMethod), resource, tx);
    const { [httpMethod]: _, ...others } = resource.resourceMethods;
    const resourceMethods = changed === undefined ? others : { ...others, [httpMethod]: changed };
    await putResource(tx, scope, restApiId, { ...resource, resourceMethods });
    return changed;
  });
}

/** The same for a method that must be there. */
export async function changeExistingMethod(
  store: Store,
  scope: Scope,
  address: MethodAddress,
  change: (method: Method, resource: Resource, reader: Reader) => Method | Promise<Method>,
): Promise<Method> {
  return changeMethod(store, scope, address, (method, resource, reader) => {
    if (!method) throw missing.method();
    return change(method, resource, reader);
  });
}
