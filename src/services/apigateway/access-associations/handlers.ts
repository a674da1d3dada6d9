import { enumViolations, refuseViolations } from '../../../aws/index.ts';
import type { DomainNameAccessAssociation } from '../../../model/index.ts';
import type { ServiceContext } from '../context.ts';
import {
  accessAssociations,
  dropAccessAssociation,
  findAccessAssociation,
  putAccessAssociation,
  requireAccessAssociation,
} from '../documents/index.ts';
import { badRequest, conflict, missing } from '../errors.ts';
import { listPage } from '../pagination.ts';
import { checkTags } from '../tags/check-tags.ts';
import type { ApiGatewayHandlers, Out } from '../types.ts';
import { requirePrivateDomain } from './private-domain.ts';

export function accessAssociationHandlers({ store }: ServiceContext) {
  return {
    createDomainNameAccessAssociation: async (input, { scope }) => {
      const { domainNameArn, accessAssociationSourceType, accessAssociationSource, tags = {} } = input;
      refuseViolations(
        enumViolations(
          accessAssociationSourceType,
          'createDomainNameAccessAssociationInput.accessAssociationSourceType',
          ['VPCE'],
        ),
      );
      checkTags(tags);
      if (!/^vpce-[\w-]{1,64}$/.test(accessAssociationSource)) {
        throw badRequest('Invalid access association source specified. It must be a VPC endpoint ID.');
      }
      const created = await store.transact(async (tx) => {
        const { domainName } = await requirePrivateDomain(tx, scope, domainNameArn);
        const association: DomainNameAccessAssociation = {
          domainNameAccessAssociationArn: `arn:aws:apigateway:${scope.region}:${scope.accountId}:/domainnameaccessassociations/domainname/${domainName}/vpcesource/${accessAssociationSource}`,
          domainNameArn,
          accessAssociationSourceType: 'VPCE',
          accessAssociationSource,
          tags,
        };
        // One endpoint leads to one domain name of a name (guide page apigateway-private-custom-domains).
        if (await findAccessAssociation(tx, scope, association.domainNameAccessAssociationArn)) {
          throw conflict('Access association already exists for this domain name');
        }
        await putAccessAssociation(tx, scope, association);
        return association;
      });
      return renderAssociation(created);
    },

    getDomainNameAccessAssociations: async ({ resourceOwner, ...page }, { scope }) => {
      refuseViolations(
        enumViolations(resourceOwner, 'getDomainNameAccessAssociationsInput.resourceOwner', ['SELF', 'OTHER_ACCOUNTS']),
      );
      if (resourceOwner === 'OTHER_ACCOUNTS') return { items: [] };
      const { items, ...rest } = await listPage(store, accessAssociations, scope, '', page);
      return { items: items.map(renderAssociation), ...rest };
    },

    deleteDomainNameAccessAssociation: async ({ domainNameAccessAssociationArn: arn }, { scope }) => {
      await store.transact(async (tx) => {
        await requireAccessAssociation(tx, scope, arn);
        await dropAccessAssociation(tx, scope, arn);
      });
      return {};
    },

    /** Ends an association that somebody else made with a domain name of the caller's. */
    rejectDomainNameAccessAssociation: async ({ domainNameAccessAssociationArn: arn, domainNameArn }, { scope }) => {
      await store.transact(async (tx) => {
        const association = await requireAccessAssociation(tx, scope, arn);
        if (association.domainNameArn !== domainNameArn) throw missing.accessAssociation();
        await dropAccessAssociation(tx, scope, arn);
      });
      return {};
    },
  } satisfies ApiGatewayHandlers;
}

/** Without an empty map of tags. */
function renderAssociation({ tags, ...rest }: DomainNameAccessAssociation): Out<'createDomainNameAccessAssociation'> {
  return { ...rest, ...(Object.keys(tags).length > 0 && { tags }) };
}
