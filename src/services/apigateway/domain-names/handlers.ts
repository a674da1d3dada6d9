import { enumViolations, refuseViolations } from '../../../aws/index.ts';
import { patchOpViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import type { ApiGatewayHandlers } from '../types.ts';
import { domainNamePatch } from './patches.ts';
import { createDomainNames } from './registry.ts';
import { renderDomainName, renderTaggedDomainName } from './render.ts';

export function domainNameHandlers(context: ServiceContext) {
  const domainNames = createDomainNames(context);
  const patchDomainName = domainNamePatch(context.limits.policyLength);
  return {
    createDomainName: async (input, call) => renderDomainName(await domainNames.create(input, call)),

    getDomainName: async (address, { scope }) =>
      renderTaggedDomainName((await domainNames.require(scope, address)).domain),

    /** No account shares its domain names with another here. */
    getDomainNames: async ({ resourceOwner, ...page }, { scope }) => {
      refuseViolations(enumViolations(resourceOwner, 'getDomainNamesInput.resourceOwner', ['SELF', 'OTHER_ACCOUNTS']));
      if (resourceOwner === 'OTHER_ACCOUNTS') return { items: [] };
      const { items, ...rest } = await domainNames.list(scope, page);
      return { items: items.map(({ domain }) => renderDomainName(domain)), ...rest };
    },

    updateDomainName: async ({ patchOperations, ...address }, call) => {
      refuseViolations(patchOpViolations('updateDomainNameInput', patchOperations));
      const changed = await domainNames.update(address, (domain) => patchDomainName(domain, patchOperations), call);
      return renderTaggedDomainName(changed);
    },

    deleteDomainName: async (address, { scope }) => {
      await domainNames.remove(scope, address);
      return {};
    },
  } satisfies ApiGatewayHandlers;
}
