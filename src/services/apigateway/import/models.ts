import type { Model } from '../../../model/index.ts';
import type { DefinedModel } from '../../../openapi/index.ts';
import { dropModel, putModel } from '../documents/index.ts';
import { checkModelSchema, modelUrl, newModel } from '../models/index.ts';
import { importNamed } from './named-entities.ts';
import type { ImportTarget } from './target.ts';

/** The id that references between models name while a file is read, before it is known which API it becomes. */
const UNKNOWN_API = '-';

export function unknownModelUrl(name: string): string {
  return modelUrl(UNKNOWN_API, name);
}

/** Models may refer to each other in circles, so schemas are checked when all models are there. */
export async function importModels(
  target: ImportTarget,
  existing: readonly Model[],
  defined: readonly DefinedModel[],
): Promise<void> {
  const { tx, scope, restApiId, problems } = target;
  const failure = (name: string) => `Unable to create model for '${name}'`;
  const all = await importNamed(
    target,
    {
      failure,
      create: (id, { schema, ...rest }) => newModel(id, { ...rest, schema: withApi(schema, restApiId) }),
      put: (model) => putModel(tx, scope, restApiId, model),
      drop: ({ name }) => dropModel(tx, scope, restApiId, name),
    },
    existing,
    defined,
  );
  const names = new Set(all.map(({ name }) => name));
  const written = new Set(defined.map(({ name }) => name));
  for (const model of all) {
    if (written.has(model.name)) {
      await problems.attempt(failure(model.name), () => checkModelSchema(model, restApiId, names));
    }
  }
}

function withApi(schema: string, restApiId: string): string {
  return schema.replaceAll(unknownModelUrl(''), modelUrl(restApiId, ''));
}
