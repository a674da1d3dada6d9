import type { Scope } from '../../../model/index.ts';
import type { Reader, Transaction } from '../../../store/index.ts';
import {
  putAccessAssociation,
  putApiKey,
  putClientCertificate,
  putDomainName,
  putRestApi,
  putStage,
  putUsagePlan,
  putVpcLink,
  requireAccessAssociation,
  requireApiKey,
  requireClientCertificate,
  requireDomainName,
  requireRestApi,
  requireStage,
  requireUsagePlan,
  requireVpcLink,
} from '../documents/index.ts';
import type { TaggedResource } from './arn.ts';
import type { Tags } from './check-tags.ts';

/** Something that was read together with its tags, and how it is written with others. */
export interface Tagged {
  readonly tags: Tags;
  write(tx: Transaction, tags: Tags): Promise<void>;
}

/**
 * Reads what an ARN names. Tags change nothing that is served, so a stage and a domain name keep their revision.
 * @throws {ServiceError} 404 with AWS's text
 */
export async function readTagged(reader: Reader, scope: Scope, resource: TaggedResource): Promise<Tagged> {
  switch (resource.kind) {
    case 'RestApi':
      return holder(await requireRestApi(reader, scope, resource.restApiId), scope, putRestApi);
    case 'ApiKey':
      return holder(await requireApiKey(reader, scope, resource.keyId), scope, putApiKey);
    case 'UsagePlan':
      return holder(await requireUsagePlan(reader, scope, resource.planId), scope, putUsagePlan);
    case 'VpcLink':
      return holder(await requireVpcLink(reader, scope, resource.vpcLinkId), scope, putVpcLink);
    case 'ClientCertificate': {
      const certificate = await requireClientCertificate(reader, scope, resource.clientCertificateId);
      return holder(certificate, scope, putClientCertificate);
    }
    case 'AccessAssociation':
      return holder(await requireAccessAssociation(reader, scope, resource.arn), scope, putAccessAssociation);
    case 'DomainName': {
      const document = await requireDomainName(reader, scope, resource.domainName, resource.domainNameId);
      return holder(document.domain, scope, (tx, _, domain) => putDomainName(tx, scope, { ...document, domain }));
    }
    case 'Stage': {
      const document = await requireStage(reader, scope, resource.restApiId, resource.stageName);
      return holder(document.stage, scope, (tx, _, stage) =>
        putStage(tx, scope, resource.restApiId, { ...document, stage }),
      );
    }
  }
}

function holder<T extends { readonly tags: Tags }>(
  entity: T,
  scope: Scope,
  put: (tx: Transaction, scope: Scope, entity: T) => Promise<void>,
): Tagged {
  return { tags: entity.tags, write: (tx, tags) => put(tx, scope, { ...entity, tags }) };
}
