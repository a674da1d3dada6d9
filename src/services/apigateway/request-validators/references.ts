import type { Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import { allResources } from '../documents/index.ts';
import { conflict } from '../errors.ts';

/**
 * A validator that a method uses cannot be deleted.
 * @throws {ServiceError} 409, worded like the refusals for authorizers and models, which are known
 */
export async function refuseWhileReferenced(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  validatorId: string,
): Promise<void> {
  for (const { path, resourceMethods } of await allResources(reader, scope, restApiId)) {
    for (const { httpMethod, requestValidatorId } of Object.values(resourceMethods)) {
      if (requestValidatorId !== validatorId) continue;
      throw conflict(
        `Cannot delete request validator '${validatorId}', is referenced in method request: ${path}/${httpMethod}`,
      );
    }
  }
}
