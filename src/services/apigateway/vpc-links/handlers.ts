import { refuseViolations } from '../../../aws/index.ts';
import type { VpcLink } from '../../../model/index.ts';
import { patchOpViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import { dropVpcLink, putVpcLink, requireVpcLink, vpcLinks } from '../documents/index.ts';
import { listPage } from '../pagination.ts';
import { compilePatch, optionalText, refuseListingPaths, requiredText, rulesOf } from '../patch/index.ts';
import type { ApiGatewayHandlers, Out } from '../types.ts';
import { createVpcLink, NAME_REFUSAL } from './create.ts';
import { refuseReferences } from './references.ts';

const { replace } = rulesOf<VpcLink>();

/** What `UpdateVpcLink` may do (API reference, "Patch Operations", UpdateVpcLink). */
const patchVpcLink = compilePatch<VpcLink>({
  refuse: refuseListingPaths,
  rules: [replace('/name', 'name', requiredText(NAME_REFUSAL)), replace('/description', 'description', optionalText)],
});

export function vpcLinkHandlers({ store, ids }: ServiceContext) {
  return {
    createVpcLink: async (input, { scope }) => {
      const { statusMessage: _, ...created } = await store.transact((tx) => createVpcLink(tx, scope, input, ids));
      return renderVpcLink({ ...created, status: 'PENDING' });
    },

    getVpcLink: async ({ vpcLinkId }, { scope }) => renderTaggedVpcLink(await requireVpcLink(store, scope, vpcLinkId)),

    getVpcLinks: async (page, { scope }) => {
      const { items, ...rest } = await listPage(store, vpcLinks, scope, '', page);
      return { items: items.map(renderVpcLink), ...rest };
    },

    updateVpcLink: async ({ vpcLinkId, patchOperations }, { scope }) => {
      refuseViolations(patchOpViolations('updateVpcLinkInput', patchOperations));
      return renderTaggedVpcLink(
        await store.transact(async (tx) => {
          const vpcLink = patchVpcLink(await requireVpcLink(tx, scope, vpcLinkId), patchOperations);
          await putVpcLink(tx, scope, vpcLink);
          return vpcLink;
        }),
      );
    },

    deleteVpcLink: async ({ vpcLinkId }, { scope }) => {
      await store.transact(async (tx) => {
        await requireVpcLink(tx, scope, vpcLinkId);
        await refuseReferences(tx, scope, vpcLinkId);
        await dropVpcLink(tx, scope, vpcLinkId);
      });
      return {};
    },
  } satisfies ApiGatewayHandlers;
}

/** A link as `CreateVpcLink` and `GetVpcLinks` answer it: without an empty map of tags. */
function renderVpcLink({ tags, ...rest }: VpcLink): Out<'createVpcLink'> {
  return { ...rest, targetArns: [...rest.targetArns], ...(Object.keys(tags).length > 0 && { tags }) };
}

function renderTaggedVpcLink(vpcLink: VpcLink): Out<'getVpcLink'> {
  return { ...renderVpcLink(vpcLink), tags: vpcLink.tags };
}
