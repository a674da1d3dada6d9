import type { Authorizer, Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import { allResources } from '../documents/index.ts';
import { conflict } from '../errors.ts';

/** @throws {ServiceError} 409 with AWS's text while a method names the authorizer (recorded, terraform-provider-aws issue 14812) */
export async function refuseWhileReferenced(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  { id, name }: Authorizer,
): Promise<void> {
  for (const { path, resourceMethods } of await allResources(reader, scope, restApiId)) {
    const verb = Object.keys(resourceMethods).find((method) => resourceMethods[method]?.authorizerId === id);
    if (verb !== undefined) {
      throw conflict(`Cannot delete authorizer '${name}', is referenced in method: ${verb}/${path}`);
    }
  }
}
