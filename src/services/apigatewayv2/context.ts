import type { Call } from '../../aws/index.ts';
import type {
  BasePathMapping,
  DomainName,
  EndpointConfiguration,
  MutualTlsAuthentication,
  RoutingRule,
  Scope,
  StageRef,
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

/** What is to know of an API that a domain name may lead to. */
export interface ApiTarget {
  readonly isPrivate: boolean;
  hasStage(stageName: string): Promise<boolean>;
}

/** Finds a REST API; undefined when there is none of that id. */
export type FindRestApi = (reader: Reader, scope: Scope, apiId: string) => Promise<ApiTarget | undefined>;

/** Identifiers and revisions, which are one series for APIs of both versions. */
export interface ApiRegistry {
  /** Takes the id that a tag pins, or a random one, for an API. @throws {ServiceError} 400, 409 for a pinned one */
  claimApiId(tx: Transaction, scope: Scope, tags: Readonly<Record<string, string>>): Promise<string>;
  releaseApiId(tx: Transaction, apiId: string): Promise<void>;
  /** @throws {ServiceError} 400 for tags that a resource cannot have */
  checkTags(tags: Readonly<Record<string, string>>): void;
  /** A revision that nothing served has had. */
  nextRevision(tx: Transaction, nowMs: number): Promise<number>;
  /** The domain names in a scope that are mapped to an API. */
  mappingsTo(reader: Reader, scope: Scope, apiId: string): Promise<readonly string[]>;
}

/** Tells the data plane about deployed stages, after a change is committed; resolves when it is served. */
export interface StagePublisher {
  stageChanged(ref: StageRef): Promise<void>;
  stageRemoved(ref: StageRef): Promise<void>;
}

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
  readonly apis: ApiRegistry;
  readonly publisher: StagePublisher;
  readonly ids: IdMakers;
  /** The URL that an API answers at by its host name. */
  readonly apiEndpoint: (apiId: string, scope: Scope) => string;
}
