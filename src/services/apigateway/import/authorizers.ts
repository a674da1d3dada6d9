import type { Authorizer } from '../../../model/index.ts';
import type { DefinedAuthorizer } from '../../../openapi/index.ts';
import { newAuthorizer } from '../authorizers/index.ts';
import { dropAuthorizer, putAuthorizer } from '../documents/index.ts';
import { importNamed } from './named-entities.ts';
import type { ImportTarget } from './target.ts';

/** Gives the ids of the API's authorizers by name. */
export async function importAuthorizers(
  target: ImportTarget,
  existing: readonly Authorizer[],
  defined: readonly DefinedAuthorizer[],
): Promise<ReadonlyMap<string, string>> {
  const { tx, scope, restApiId } = target;
  const all = await importNamed(
    target,
    {
      failure: (name) => `Unable to create authorizer from security definition: '${name}'`,
      create: newAuthorizer,
      put: (authorizer) => putAuthorizer(tx, scope, restApiId, authorizer),
      drop: ({ id }) => dropAuthorizer(tx, scope, restApiId, id),
    },
    existing,
    defined,
  );
  return new Map(all.map(({ id, name }) => [name, id]));
}
