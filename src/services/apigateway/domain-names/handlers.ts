import { enumViolations, refuseViolations } from '../../../aws/index.ts';
import type { DomainName, Scope } from '../../../model/index.ts';
import type { Store } from '../../../store/index.ts';
import { patchOpViolations } from '../constraints.ts';
import type { ServiceContext } from '../context.ts';
import { customDomainOf } from '../custom-domains.ts';
import {
  type DomainNameDocument,
  domainNames,
  dropDomainName,
  findDomainFiles,
  findDomainName,
  isDomainNameTaken,
  putDomainFiles,
  putServedDomainName,
  requireDomainName,
} from '../documents/index.ts';
import { badRequest } from '../errors.ts';
import { listPage } from '../pagination.ts';
import type { ApiGatewayHandlers } from '../types.ts';
import { completeDomain } from './check.ts';
import { newDomainName } from './create.ts';
import { domainNamePatch } from './patches.ts';
import { renderDomainName, renderTaggedDomainName } from './render.ts';
import { readTruststore, type Truststore } from './truststore.ts';
import { readUpload } from './uploaded-certificate.ts';

export function domainNameHandlers(context: ServiceContext) {
  const { store, ids, limits, publisher } = context;
  const patchDomainName = domainNamePatch(limits.policyLength);

  /** Reads the truststore that a domain name names; outside of any transaction, because it lies elsewhere. */
  const truststoreOf = ({ mutualTlsAuthentication }: DomainName, nowMs: number): Promise<Truststore> | undefined =>
    mutualTlsAuthentication && readTruststore(mutualTlsAuthentication, context.loadTruststore, nowMs);

  async function publish(scope: Scope, document: DomainNameDocument): Promise<void> {
    if (document.domain.domainNameId !== undefined) return;
    await publisher.domainChanged(
      customDomainOf(scope, document, await findDomainFiles(store, scope, document.domain)),
    );
  }

  return {
    createDomainName: async (input, { scope, nowMs }) => {
      const asked = newDomainName(input, scope, ids.entityId(), limits.policyLength, nowMs);
      const certificate = readUpload(input, asked.domainName);
      const truststore = await truststoreOf(asked, nowMs);
      const domain = withTruststore(asked, truststore);
      const created = await store.transact(async (tx) => {
        const isTaken =
          domain.domainNameId === undefined
            ? await isDomainNameTaken(tx, domain.domainName)
            : await findDomainName(tx, scope, domain.domainName, domain.domainNameId);
        if (isTaken) throw badRequest('The domain name you provided already exists.');
        await putDomainFiles(tx, scope, domain, {
          ...(truststore && { truststore: truststore.pem }),
          ...(certificate && { certificate }),
        });
        return putServedDomainName(tx, scope, { domain, mappings: [] }, nowMs);
      });
      await publish(scope, created);
      return renderDomainName(created.domain);
    },

    getDomainName: async ({ domainName, domainNameId }, { scope }) =>
      renderTaggedDomainName((await requireDomainName(store, scope, domainName, domainNameId)).domain),

    /** No account shares its domain names with another here. */
    getDomainNames: async ({ resourceOwner, ...page }, { scope }) => {
      refuseViolations(enumViolations(resourceOwner, 'getDomainNamesInput.resourceOwner', ['SELF', 'OTHER_ACCOUNTS']));
      if (resourceOwner === 'OTHER_ACCOUNTS') return { items: [] };
      const { items, ...rest } = await listPage(store, domainNames, scope, '', page);
      return { items: items.map(({ domain }) => renderDomainName(domain)), ...rest };
    },

    updateDomainName: async ({ domainName, domainNameId, patchOperations }, { scope, nowMs }) => {
      refuseViolations(patchOpViolations('updateDomainNameInput', patchOperations));
      const patch = (before: DomainName) => completeDomain(patchDomainName(before, patchOperations), scope);
      const before = (await requireDomainName(store, scope, domainName, domainNameId)).domain;
      const asked = patch(before);
      const isSameTruststore = namesSameTruststore(before, asked);
      const truststore = isSameTruststore ? undefined : await truststoreOf(asked, nowMs);
      const changed = await store.transact(async (tx) => {
        const document = await requireDomainName(tx, scope, domainName, domainNameId);
        const patched = patch(document.domain);
        if (!namesSameTruststore(patched, asked)) throw badRequest('The domain name was changed at the same time.');
        const domain = withTruststore(patched, truststore);
        if (!isSameTruststore) {
          const { certificate } = await findDomainFiles(tx, scope, domain);
          await putDomainFiles(tx, scope, domain, {
            ...(certificate && { certificate }),
            ...(truststore && { truststore: truststore.pem }),
          });
        }
        return putServedDomainName(tx, scope, { domain, mappings: document.mappings }, nowMs);
      });
      await publish(scope, changed);
      return renderTaggedDomainName(changed.domain);
    },

    /** Its mappings go with it. */
    deleteDomainName: async ({ domainName, domainNameId }, { scope }) => {
      const { domain, revision } = await dropDomain(store, scope, domainName, domainNameId);
      if (domain.domainNameId === undefined) await publisher.domainRemoved({ domainName: domain.domainName, revision });
      return {};
    },
  } satisfies ApiGatewayHandlers;
}

function dropDomain(store: Store, scope: Scope, domainName: string, domainNameId: string | undefined) {
  return store.transact(async (tx) => {
    const document = await requireDomainName(tx, scope, domainName, domainNameId);
    await dropDomainName(tx, scope, document.domain);
    return document;
  });
}

function withTruststore(domain: DomainName, truststore: Truststore | undefined): DomainName {
  return truststore === undefined ? domain : { ...domain, mutualTlsAuthentication: truststore.settings };
}

function namesSameTruststore(a: DomainName, b: DomainName): boolean {
  const [left, right] = [a.mutualTlsAuthentication, b.mutualTlsAuthentication];
  return left?.truststoreUri === right?.truststoreUri && left?.truststoreVersion === right?.truststoreVersion;
}
