import type { ServiceContext } from '../context.ts';
import { findSnapshot, requireDeployment, requireRestApi, requireStage } from '../documents/index.ts';
import { badRequest, missing, notFound } from '../errors.ts';
import { pageOf } from '../pagination.ts';
import type { ApiGatewayHandlers } from '../types.ts';
import { checkParameters } from './parameters.ts';
import { SDK_TYPES, type SdkTypeInfo } from './types.ts';

export function sdkHandlers({ store, invokeAddress }: ServiceContext) {
  return {
    getSdkTypes: async (page) => pageOf(SDK_TYPES, ({ id }) => id, page),

    getSdkType: async ({ id }) => {
      const type = findType(id);
      if (!type) throw notFound('Invalid SDK type specified');
      return type;
    },

    getSdk: async ({ restApiId, stageName, sdkType, parameters = {} }, { scope }) => {
      const type = findType(sdkType);
      if (!type) throw badRequest(`Invalid SDK type specified. Valid options are ${idsOf(SDK_TYPES)}`);
      checkParameters(type, parameters);
      await requireRestApi(store, scope, restApiId);
      const { stage } = await requireStage(store, scope, restApiId, stageName);
      const deployment = await requireDeployment(store, scope, restApiId, stage.deploymentId);
      const snapshot = await findSnapshot(store, scope, restApiId, deployment.id);
      if (!snapshot) throw missing.deployment();
      const { scheme, host } = invokeAddress(restApiId, scope);
      // Loaded for those who want a client: it is mostly text.
      const { createZip, describeApi, generateSdk } = await import('../../../sdk-generator/index.ts');
      const api = describeApi(snapshot, { endpoint: `${scheme}://${host}/${stageName}`, region: scope.region });
      return {
        // CLI reference, get-sdk, example.
        contentType: 'application/octet-stream',
        contentDisposition: `attachment; filename="${type.id}_${fileTime(deployment.createdDate)}.zip"`,
        body: createZip(generateSdk(type.id, api, parameters)),
      };
    },
  } satisfies ApiGatewayHandlers;
}

function findType(id: string): SdkTypeInfo | undefined {
  return SDK_TYPES.find((type) => type.id === id);
}

function idsOf(types: readonly SdkTypeInfo[]): string {
  return types.map(({ id }) => id).join(',');
}

/** As in `2016-02-22_23-52Z`: when the stage was deployed, so that a client that is the same has the same name. */
function fileTime(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', '_').replace(':', '-')}Z`;
}
