import type { RequestValidator } from '../../../model/index.ts';
import { dropRequestValidator, putRequestValidator } from '../documents/index.ts';
import { newRequestValidator } from '../request-validators/index.ts';
import { importNamed } from './named-entities.ts';
import type { ImportTarget } from './target.ts';

/** Gives the ids of the API's validators by name. */
export async function importRequestValidators(
  target: ImportTarget,
  existing: readonly RequestValidator[],
  defined: readonly Omit<RequestValidator, 'id'>[],
): Promise<ReadonlyMap<string, string>> {
  const { tx, scope, restApiId } = target;
  const all = await importNamed(
    target,
    {
      failure: (name) => `Unable to create request validator '${name}'`,
      create: newRequestValidator,
      put: (validator) => putRequestValidator(tx, scope, restApiId, validator),
      drop: ({ id }) => dropRequestValidator(tx, scope, restApiId, id),
    },
    existing,
    defined,
  );
  return new Map(all.map(({ id, name }) => [name, id]));
}
