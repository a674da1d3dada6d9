import type { ApiDefinition } from '../../../openapi/index.ts';
import {
  allAuthorizers,
  allDocumentationParts,
  allGatewayResponses,
  allModels,
  allRequestValidators,
  allResources,
} from '../documents/index.ts';
import { importAuthorizers } from './authorizers.ts';
import { importDocumentation } from './documentation.ts';
import { importGatewayResponses } from './gateway-responses.ts';
import { importMethod, type References } from './methods.ts';
import { importModels } from './models.ts';
import { importRequestValidators } from './request-validators.ts';
import { ResourceTree } from './resource-tree.ts';
import type { ImportTarget } from './target.ts';

/**
 * Writes everything inside of an API that a file defines: the documents that single operations would have written, what
 * methods refer to before methods. Stages, keys and deployments are not touched (fact D159).
 * @throws {ServiceError} 400 with every problem that there is, 429 for a quota; nothing is committed then
 */
export async function applyDefinition(
  target: ImportTarget,
  definition: ApiDefinition,
  options: { readonly documentation: boolean },
): Promise<void> {
  const { tx, scope, restApiId, problems } = target;
  await importModels(target, await allModels(tx, scope, restApiId), definition.models);
  const references: References = {
    authorizers: await importAuthorizers(target, await allAuthorizers(tx, scope, restApiId), definition.authorizers),
    validators: await importRequestValidators(
      target,
      await allRequestValidators(tx, scope, restApiId),
      definition.requestValidators,
    ),
  };
  await importGatewayResponses(target, await allGatewayResponses(tx, scope, restApiId), definition.gatewayResponses);
  await importPaths(target, definition, references);
  if (options.documentation) {
    const parts = await allDocumentationParts(tx, scope, restApiId);
    await importDocumentation(target, parts, definition.documentationParts);
  }
  problems.refuse();
}

/** Methods that a file defines are replaced as a whole; overwriting leaves no others. */
async function importPaths(target: ImportTarget, { paths }: ApiDefinition, references: References): Promise<void> {
  const { tx, scope, restApiId, mode, problems } = target;
  const tree = new ResourceTree(target, await allResources(tx, scope, restApiId));
  if (mode === 'overwrite') await tree.keepOnly(paths.map(({ path }) => path));
  for (const { path, methods } of paths) {
    const resource = await problems.attempt(`Unable to create resource at path '${path}'`, () => tree.at(path));
    if (!resource) continue;
    const resourceMethods = mode === 'overwrite' ? {} : { ...resource.resourceMethods };
    for (const definition of methods) {
      const method = await importMethod(target, resource, definition, references);
      if (method) resourceMethods[method.httpMethod] = method;
    }
    await tree.put({ ...resource, resourceMethods });
  }
}
