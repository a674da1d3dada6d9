import type { Call } from '../../../aws/index.ts';
import type { DomainName, Scope } from '../../../model/index.ts';
import type { Transaction } from '../../../store/index.ts';
import type { ServiceContext } from '../context.ts';
import { privateAccessArn, readCustomDomain } from '../custom-domains.ts';
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
import { badRequest, concurrentModification } from '../errors.ts';
import { listPage, type Page, type PageInput } from '../pagination.ts';
import type { In } from '../types.ts';
import { completeDomain } from './check.ts';
import { newDomainName } from './create.ts';
import { readTruststore, type Truststore } from './truststore.ts';
import { readUpload } from './uploaded-certificate.ts';

/** Names a domain name in an operation's input. */
export interface DomainAddress {
  readonly domainName: string;
  readonly domainNameId?: string | undefined;
}

/** The part of a domain name that routes requests. */
type Routes = Pick<DomainNameDocument, 'mappings' | 'rules'>;

/** When and where a call came. */
type At = Pick<Call, 'scope' | 'nowMs'>;

/**
 * Domain names, as both versions of the API change them: each change is one transaction, and is answered when it is served.
 * Every method throws AWS's refusals as `ServiceError`s.
 */
export interface DomainNames {
  create(input: In<'createDomainName'>, at: At): Promise<DomainName>;
  require(scope: Scope, address: DomainAddress): Promise<DomainNameDocument>;
  list(scope: Scope, page: PageInput): Promise<Page<DomainNameDocument>>;
  /** @param change what is asked of the domain name; it is checked as a whole afterwards */
  update(address: DomainAddress, change: (domain: DomainName) => DomainName, at: At): Promise<DomainName>;
  /** Its mappings and rules go with it. */
  remove(scope: Scope, address: DomainAddress): Promise<void>;
  /** Changes mappings or rules; what `change` leaves out stays. */
  changeRoutes<R>(
    address: DomainAddress,
    at: At,
    change: (
      document: DomainNameDocument,
      tx: Transaction,
    ) => Promise<{ readonly routes: Partial<Routes>; readonly result: R }>,
  ): Promise<R>;
}

/** What domain names need of the service. */
export type DomainNamesContext = Pick<ServiceContext, 'store' | 'ids' | 'limits' | 'loadTruststore'> & {
  readonly publisher: Pick<ServiceContext['publisher'], 'domainChanged' | 'domainRemoved'>;
};

export function createDomainNames({ store, ids, limits, publisher, loadTruststore }: DomainNamesContext): DomainNames {
  /** Reads the truststore that a domain name names; outside of any transaction, because it lies elsewhere. */
  const truststoreOf = ({ mutualTlsAuthentication }: DomainName, nowMs: number): Promise<Truststore> | undefined =>
    mutualTlsAuthentication && readTruststore(mutualTlsAuthentication, loadTruststore, nowMs);

  async function publish(scope: Scope, document: DomainNameDocument): Promise<void> {
    await publisher.domainChanged(await readCustomDomain(store, scope, document));
  }

  return {
    async create(input, { scope, nowMs }) {
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
      return created.domain;
    },

    require: (scope, { domainName, domainNameId }) => requireDomainName(store, scope, domainName, domainNameId),

    list: (scope, page) => listPage(store, domainNames, scope, '', page),

    async update({ domainName, domainNameId }, change, { scope, nowMs }) {
      const patch = (before: DomainName) => completeDomain(change(before), scope);
      const before = (await requireDomainName(store, scope, domainName, domainNameId)).domain;
      const asked = patch(before);
      const isSameTruststore = namesSameTruststore(before, asked);
      const truststore = isSameTruststore ? undefined : await truststoreOf(asked, nowMs);
      const changed = await store.transact(async (tx) => {
        const document = await requireDomainName(tx, scope, domainName, domainNameId);
        const patched = patch(document.domain);
        if (!namesSameTruststore(patched, asked)) throw concurrentModification();
        const domain = withTruststore(patched, truststore);
        if (!isSameTruststore) {
          const { certificate } = await findDomainFiles(tx, scope, domain);
          await putDomainFiles(tx, scope, domain, {
            ...(certificate && { certificate }),
            ...(truststore && { truststore: truststore.pem }),
          });
        }
        return putServedDomainName(tx, scope, { ...document, domain }, nowMs);
      });
      await publish(scope, changed);
      return changed.domain;
    },

    async remove(scope, { domainName, domainNameId }) {
      const { domain, revision } = await store.transact(async (tx) => {
        const document = await requireDomainName(tx, scope, domainName, domainNameId);
        await dropDomainName(tx, scope, document.domain);
        return document;
      });
      const arn = privateAccessArn(scope, domain);
      await publisher.domainRemoved({ domainName: domain.domainName, revision, ...(arn && { access: { arn } }) });
    },

    async changeRoutes({ domainName, domainNameId }, { scope, nowMs }, change) {
      const { changed, result } = await store.transact(async (tx) => {
        const document = await requireDomainName(tx, scope, domainName, domainNameId);
        const { routes, result } = await change(document, tx);
        return { changed: await putServedDomainName(tx, scope, { ...document, ...routes }, nowMs), result };
      });
      await publish(scope, changed);
      return result;
    },
  };
}

function withTruststore(domain: DomainName, truststore: Truststore | undefined): DomainName {
  return truststore === undefined ? domain : { ...domain, mutualTlsAuthentication: truststore.settings };
}

function namesSameTruststore(a: DomainName, b: DomainName): boolean {
  const [left, right] = [a.mutualTlsAuthentication, b.mutualTlsAuthentication];
  return left?.truststoreUri === right?.truststoreUri && left?.truststoreVersion === right?.truststoreVersion;
}
