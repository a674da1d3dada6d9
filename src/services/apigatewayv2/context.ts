import type { Call } from '../../aws/index.ts';
import type {
  BasePathMapping,
  DomainName,
  EndpointConfiguration,
  MutualTlsAuthentication,
  RoutingRule,
  Scope,
} from '../../model/index.ts';
import type { Reader, Store, Transaction } from '../../store/index.ts';

/** A domain name with the ways that lead from it to APIs. */
export interface DomainNameRecord {
  readonly domain: DomainName;
  readonly mappings: readonly BasePathMapping[];
  readonly rules?: readonly RoutingRule[];
}

/** What a domain name is made of. */
export interface NewDomainName {
  readonly domainName: string;
  readonly regionalCertificateArn?: string | undefined;
  readonly regionalCertificateName?: string | undefined;
  readonly endpointConfiguration: Partial<EndpointConfiguration>;
  readonly securityPolicy?: string | undefined;
  readonly mutualTlsAuthentication?: Partial<MutualTlsAuthentication> | undefined;
  readonly ownershipVerificationCertificateArn?: string | undefined;
  readonly routingMode?: string | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

interface DomainAddress {
  readonly domainName: string;
  readonly domainNameId?: string | undefined;
}

type At = Pick<Call, 'scope' | 'nowMs'>;
type Routes = Pick<DomainNameRecord, 'mappings' | 'rules'>;

/**
 * The domain names of the installation, which both versions of the API show and change. Each change is one transaction, and
 * is answered when it is served; refusals are `ServiceError`s.
 */
export interface DomainNames {
  create(input: NewDomainName, at: At): Promise<DomainName>;
  require(scope: Scope, address: DomainAddress): Promise<DomainNameRecord>;
  all(scope: Scope): Promise<readonly DomainNameRecord[]>;
  update(address: DomainAddress, change: (domain: DomainName) => DomainName, at: At): Promise<DomainName>;
  remove(scope: Scope, address: DomainAddress): Promise<void>;
  changeRoutes<R>(
    address: DomainAddress,
    at: At,
    change: (
      record: DomainNameRecord,
      tx: Transaction,
    ) => Promise<{ readonly routes: Partial<Routes>; readonly result: R }>,
  ): Promise<R>;
}

/** What is to know of a REST API that a domain name may lead to. */
export interface RestApiTarget {
  readonly isPrivate: boolean;
  hasStage(stageName: string): Promise<boolean>;
}

/** Finds a REST API; undefined when there is none of that id. */
export type FindRestApi = (reader: Reader, scope: Scope, apiId: string) => Promise<RestApiTarget | undefined>;

/** Makes the identifiers of new entities. */
export interface IdMakers {
  /** Six characters of `[a-z0-9]`. */
  entityId(): string;
}

/** What the service works with. */
export interface ServiceContext {
  readonly store: Store;
  readonly domainNames: DomainNames;
  readonly findRestApi: FindRestApi;
  readonly ids: IdMakers;
}
