import { refuseViolations } from '../../../aws/index.ts';
import type { Integration, Method } from '../../../model/index.ts';
import { patchOpViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import { missing } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { changeExistingMethod, changeMethod, requireMethod } from '../methods/index.ts';
import { withMember } from '../patch/index.ts';
import type { ApiGatewayHandlers } from '../types.ts';
import { checkIntegration, checkVpcLink, streams } from './check-integration.ts';
import { defaultTimeoutMs, integrationViolations, newIntegration } from './new-integration.ts';
import { integrationPatch } from './patches.ts';

export function integrationHandlers({ store, limits }: ServiceContext) {
  const patchBuffered = integrationPatch(limits.integrationTimeoutMs);
  const patchStreaming = integrationPatch(LIMITS.streamTimeoutMs);
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
        const existing = requireIntegration(before);
        const patch = streams(existing) ? patchStreaming : patchBuffered;
        const patched = withTransferMode(patch(existing, patchOperations), existing);
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

/** A change of the mode takes a timeout along that was made for the other one (guide page response-streaming-http). */
function withTransferMode(patched: Integration, before: Integration): Integration {
  if (streams(patched) === streams(before)) return patched;
  return { ...patched, timeoutInMillis: defaultTimeoutMs(patched.responseTransferMode) };
}

/** @throws {ServiceError} 404 with AWS's text */
export function requireIntegration({ methodIntegration }: Method): Integration {
  if (!methodIntegration) throw missing.integration();
  return methodIntegration;
}
