import { type Call, enumViolations, refuseViolations } from '../../../aws/index.ts';
import type { DomainNameAccessAssociation } from '../../../model/index.ts';
import type { Transaction } from '../../../store/index.ts';
import type { ServiceContext } from '../context.ts';
import {
  accessAssociations,
  dropAccessAssociation,
  findAccessAssociation,
  findDomainName,
  putAccessAssociation,
  requireAccessAssociation,
} from '../documents/index.ts';
import { createDomainNames } from '../domain-names/index.ts';
import { badRequest, conflict, missing } from '../errors.ts';
import { listPage } from '../pagination.ts';
import { checkTags } from '../tags/check-tags.ts';
import type { ApiGatewayHandlers, Out } from '../types.ts';
import { privateDomainOf } from './private-domain.ts';

export function accessAssociationHandlers(context: ServiceContext) {
  const { store } = context;
  const domainNames = createDomainNames(context);

  /** Ends an association; requests notice it by the domain name, where that is still there. */
  async function drop(arn: string, call: Pick<Call, 'scope' | 'nowMs'>): Promise<void> {
    const { scope } = call;
    const { domainNameArn } = await requireAccessAssociation(store, scope, arn);
    const address = privateDomainOf(domainNameArn, scope);
    const end = async (tx: Transaction): Promise<void> => {
      await requireAccessAssociation(tx, scope, arn);
      await dropAccessAssociation(tx, scope, arn);
    };
    if ((await findDomainName(store, scope, address.domainName, address.domainNameId)) === undefined)
      await store.transact(end);
    else
      await domainNames.changeRoutes(address, call, async (_, tx) => {
        await end(tx);
        return { routes: {}, result: undefined };
      });
  }

  return {
    createDomainNameAccessAssociation: async (input, call) => {
      const { scope } = call;
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
      const address = privateDomainOf(domainNameArn, scope);
      const created = await domainNames.changeRoutes(address, call, async ({ domain }, tx) => {
        const association: DomainNameAccessAssociation = {
          domainNameAccessAssociationArn: `arn:aws:apigateway:${scope.region}:${scope.accountId}:/domainnameaccessassociations/domainname/${domain.domainName}/vpcesource/${accessAssociationSource}`,
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
        return { routes: {}, result: association };
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

    deleteDomainNameAccessAssociation: async ({ domainNameAccessAssociationArn: arn }, call) => {
      await drop(arn, call);
      return {};
    },

    /** Ends an association that somebody else made with a domain name of the caller's. */
    rejectDomainNameAccessAssociation: async ({ domainNameAccessAssociationArn: arn, domainNameArn }, call) => {
      const association = await requireAccessAssociation(store, call.scope, arn);
      if (association.domainNameArn !== domainNameArn) throw missing.accessAssociation();
      await drop(arn, call);
      return {};
    },
  } satisfies ApiGatewayHandlers;
}

/** Without an empty map of tags. */
function renderAssociation({ tags, ...rest }: DomainNameAccessAssociation): Out<'createDomainNameAccessAssociation'> {
  return { ...rest, ...(Object.keys(tags).length > 0 && { tags }) };
}
