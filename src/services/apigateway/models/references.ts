import type { Resource, Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import { allModels, allResources } from '../documents/index.ts';
import { conflict } from '../errors.ts';
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
  const url = JSON.stringify(modelUrl(restApiId, name));
  const user = (await allModels(reader, scope, restApiId)).find(
    (model) => model.name !== name && model.schema.replaceAll('\\/', '/').includes(url),
  );
  if (user) throw conflict(`Cannot delete model '${name}', is referenced in model: ${user.name}`);
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
