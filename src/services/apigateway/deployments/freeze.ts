import type { ApiSnapshot, Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import {
  allAuthorizers,
  allGatewayResponses,
  allModels,
  allRequestValidators,
  allResources,
  requireRestApi,
} from '../documents/index.ts';

/** Everything of an API that a deployment freezes, as it is now (features A1.8). @throws {ServiceError} for no such API */
export async function freezeApi(reader: Reader, scope: Scope, restApiId: string): Promise<ApiSnapshot> {
  const restApi = await requireRestApi(reader, scope, restApiId);
  const resources = await allResources(reader, scope, restApiId);
  return {
    restApi,
    resources,
    authorizers: await allAuthorizers(reader, scope, restApiId),
    models: await allModels(reader, scope, restApiId),
    requestValidators: await allRequestValidators(reader, scope, restApiId),
    gatewayResponses: await allGatewayResponses(reader, scope, restApiId),
  };
}
