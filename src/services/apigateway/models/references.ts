import { checkSchema } from '../../../json-schema/index.ts';
import type { Resource, Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import { allModels, allResources } from '../documents/index.ts';
import { conflict } from '../errors.ts';
import { parseSchema } from './check-schema.ts';
import { modelUrl } from './model-url.ts';

/**
 * A model that a method or another model refers to cannot be deleted.
 * @throws {ServiceError} 409; the texts for methods are AWS's (aws-apigateway-importer issues 89 and 113)
 */
export async function refuseWhileReferenced(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  name: string,
): Promise<void> {
  const resources = await allResources(reader, scope, restApiId);
  const place = resources.flatMap((resource) => placesInMethods(resource, name))[0];
  if (place !== undefined) throw conflict(`Cannot delete model '${name}', is referenced in ${place}`);
  const user = (await allModels(reader, scope, restApiId)).find(
    (model) => model.name !== name && refersTo(model.schema, modelUrl(restApiId, name)),
  );
  if (user) throw conflict(`Cannot delete model '${name}', is referenced in model: ${user.name}`);
}

/** Whether a schema has a reference to a model, or to a part of it: `URL#/definitions/Part`. */
function refersTo(schema: string, url: string): boolean {
  const document = parseSchema(schema);
  if (document === undefined) return false;
  return checkSchema(document).references.some(({ to }) => to === url || to.startsWith(`${url}#`));
}

function placesInMethods({ path, resourceMethods }: Resource, name: string): readonly string[] {
  const names = (models: Readonly<Record<string, string>> = {}) => Object.values(models).includes(name);
  return Object.values(resourceMethods).flatMap(({ httpMethod, requestModels, methodResponses = {} }) => [
    ...(names(requestModels) ? [`method request: ${path}/${httpMethod}`] : []),
    ...(Object.values(methodResponses).some(({ responseModels }) => names(responseModels))
      ? [`method response: ${path}/${httpMethod}`]
      : []),
  ]);
}
