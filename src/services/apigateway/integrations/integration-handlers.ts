import { refuseViolations } from '../../../aws/index.ts';
import type { Integration, Method } from '../../../model/index.ts';
import { patchOpViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import { missing } from '../errors.ts';
import { changeExistingMethod, changeMethod, requireMethod } from '../methods/index.ts';
import { withMember } from '../patch/index.ts';
import type { ApiGatewayHandlers } from '../types.ts';
import { checkIntegration, checkVpcLink } from './check-integration.ts';
import { integrationViolations, newIntegration } from './new-integration.ts';
import { integrationPatch } from './patches.ts';

export function integrationHandlers({ store, limits }: ServiceContext) {
  const patchIntegration = integrationPatch(limits);
  return {
    putIntegration: async (input, { scope }) => {
      refuseViolations(integrationViolations(input));
      const method = await changeExistingMethod(store, scope, input, async (before, _, tx) => {
        const methodIntegration = newIntegration(input, before, limits);
        await checkVpcLink(tx, scope, methodIntegration);
        return { ...before, methodIntegration };
      });
      return requireIntegration(method);
    },

    getIntegration: async (input, { scope }) => requireIntegration(await requireMethod(store, scope, input)),

    updateIntegration: async ({ patchOperations, ...address }, { scope }) => {
      refuseViolations(patchOpViolations('updateIntegrationInput', patchOperations));
      const method = await changeExistingMethod(store, scope, address, async (before, resource, tx) => {
        const patched = patchIntegration(requireIntegration(before), patchOperations);
        const methodIntegration = { ...patched, cacheNamespace: patched.cacheNamespace || resource.id };
        checkIntegration(methodIntegration, before, limits);
        await checkVpcLink(tx, scope, methodIntegration);
        return { ...before, methodIntegration };
      });
      return requireIntegration(method);
    },

    deleteIntegration: async (input, { scope }) => {
      await changeMethod(store, scope, input, (method) => {
        if (!method?.methodIntegration) throw missing.integration();
        return withMember(method, 'methodIntegration', undefined);
      });
      return {};
    },
  } satisfies ApiGatewayHandlers;
}

/** @throws {ServiceError} 404 with AWS's text */
export function requireIntegration({ methodIntegration }: Method): Integration {
  if (!methodIntegration) throw missing.integration();
  return methodIntegration;
}
