import type { X509Certificate } from 'node:crypto';
import type { Exchange, UpstreamClient } from '../http/index.ts';
import type {
  AwsAccess,
  CustomDomain,
  DeliverySink,
  ExplainedRequest,
  ExplainOrder,
  HttpStageSnapshot,
  LimitProfile,
  LogSink,
  ObserveStage,
  QuotaTerms,
  RemovedDomain,
  RequestQuery,
  RequestSummary,
  Scope,
  SpanSink,
  StageRef,
  StageSnapshot,
  StreamingInvoker,
  TracingTerms,
  UsagePlanChange,
  UsagePlanSnapshot,
  VpcEndpoint,
  VpcLink,
} from '../model/index.ts';
import type { Ask, BucketLevel, Lease, Rate, Unspent } from '../rate-limit/index.ts';
import type { UserPools } from './authorizers/cognito/issuer-keys.ts';
import type { CredentialDirectory } from './iam/credential-directory.ts';
import type { SharedCache } from './response-cache/index.ts';
import type { StartTrace } from './tracing/index.ts';

/** What the data plane needs from the process that it runs in. */
export interface GatewayEnvironment {
  /** Fetches what is deployed at a stage; asked once a revision, not once a request. */
  loadSnapshot(ref: StageRef): Promise<StageSnapshot | HttpStageSnapshot>;
  /** Fetches all keys and plans of an account and region; asked once, when the first request there needs a key. */
  loadUsagePlans(scope: Scope): Promise<UsagePlanSnapshot>;
  /** Asks the ledger of the installation for tokens of a throttle. */
  leaseTokens(ask: Ask<Rate>): Promise<Lease>;
  /** Asks the ledger of the installation for requests of a quota. */
  leaseQuota(ask: Ask<QuotaTerms>): Promise<Lease>;
  /** How closely AWS's limits are kept; asked once a revision of a stage. */
  limitProfile(): LimitProfile;
  readonly credentials: CredentialDirectory;
  readonly userPools: UserPools;
  readonly functions: StreamingInvoker;
  readonly upstream: UpstreamClient;
  /** Where responses of stages with a cache are kept. */
  readonly responseCache: SharedCache;
  /** How AWS services are reached; asked when a stage that calls one is compiled. */
  awsAccess(): AwsAccess;
  /** The URLs that stand for a VPC link's load balancer; undefined where the operator has set none. */
  vpcLinkTargets(link: VpcLink): readonly string[] | undefined;
  /** The interface endpoints that private APIs are called through; asked when the first of them is compiled. */
  vpcEndpoints(): readonly VpcEndpoint[];
  /** Milliseconds since the epoch. */
  now(): number;
  /** Milliseconds that never go backwards, with fractions. */
  nowMs(): number;
  /** A number from 0 up to, not including, 1, evenly distributed: shares requests out between a stage and its canary. */
  random(): number;
  /** Fills bytes with randomness that cannot be predicted. */
  fillRandom(bytes: Uint8Array): void;
  readonly observeStage: ObserveStage;
  /** How many requests of a stage that failed, and how many others, are remembered; 0 for none. */
  recentRequests(): number;
  /** Where execution and access logs of stages go, asked once a revision of a stage; undefined where the operator wants none. */
  logs(): LogSink | undefined;
  /** Where access logs go that are delivered to Firehose streams, asked as often; absent where nobody delivers. */
  deliveries?(): DeliverySink | undefined;
  /** Where the spans of sampled requests go, asked once a revision of a stage; undefined where nobody wants them. */
  spans?(): SpanSink | undefined;
  /** How traces go beyond AWS's own ways, asked as often; absent where they do not. */
  tracing?(): TracingTerms;
  /** Begins the trace of a request; absent where none is traced. */
  readonly startTrace?: StartTrace;
  /** One line for the operator about something that went wrong while serving. */
  warn(message: string, detail: Readonly<Record<string, unknown>>): void;
}

/** A compiled stage: immutable, everything resolved ahead of its first request. */
export interface StagePlan {
  readonly ref: StageRef;
  /** Takes over one request; the answer goes out through the exchange. */
  handle(exchange: Exchange, address: RequestAddress): void;
}

/** What addressing (Host or path form) found out about a request before its stage's plan sees it. */
export interface RequestAddress {
  /** The path below the stage as received, percent-encoded, beginning with `/`; without the query. */
  readonly path: string;
  /** What follows the `?`, as received; empty when there is none. */
  readonly query: string;
  /** The host name that the client used, without port, in the client's case. */
  readonly domainName: string;
  /** The port that the client named; undefined when it named none. */
  readonly port: string | undefined;
  /** How it came in through a custom domain name; undefined at an address of the API itself. */
  readonly domain: DomainPassage | undefined;
  /** The VPC endpoint that the host name leads to; undefined for a name that leads to none in particular (fact D157). */
  readonly vpcEndpoint: NamedVpcEndpoint | undefined;
}

/** A VPC endpoint by its name in a host name. */
export interface NamedVpcEndpoint {
  readonly id: string;
  /** Of the form `API-VPCE`, which exists for endpoints that are associated with the API. */
  readonly isAlias: boolean;
}

/** A request's way through a custom domain name. */
export interface DomainPassage {
  /** The whole path as received, which is the one that `$context.path` and events show (fact D14). */
  readonly path: string;
  /** The base path of the mapping that matched, `(none)` for the empty one; `-` where a routing rule did (fact D153). */
  readonly basePath: string;
  /** Of a private domain name (`PrivateAccess.arn`); undefined of a public one. */
  readonly arn: string | undefined;
  /** The id of the routing rule that matched; `-` where a mapping did. */
  readonly ruleId: string;
  /** What the client showed, where mutual TLS found it trusted (fact D156). */
  readonly clientCertificate: X509Certificate | undefined;
}

/** The data plane of one worker. */
export interface Gateway {
  /** Takes over one request; the answer goes out through the exchange. Never throws. */
  handle(exchange: Exchange): void;
  /** Replaces the whole list of deployed stages. */
  setStages(refs: readonly StageRef[]): void;
  /** A stage is new or has a new revision: requests from now on see it. */
  putStage(ref: StageRef): void;
  removeStage(apiId: string, stageName: string): void;
  /** Responses that were cached up to now are not served any more. */
  flushStageCache(apiId: string, stageName: string): void;
  /** Replaces the whole list of custom domain names. */
  setDomains(domains: readonly CustomDomain[]): void;
  /** A custom domain name is new or has changed: requests from now on see it. */
  putDomain(domain: CustomDomain): void;
  removeDomain(domain: RemovedDomain): void;
  /** Something changed about who signs requests, or what he may do: requests from now on see it. */
  forgetSigners(): void;
  /** What this process remembers of requests, the youngest first; without bodies unless they are asked for. */
  listRequests(query: RequestQuery): readonly RequestSummary[];
  findRequest(requestId: string, withBodies: boolean): ExplainedRequest | undefined;
  /**
   * Sends a request through a stage and explains what becomes of it. The stage is compiled anew, so authorizers remember
   * nobody; all else is as it serves. Undefined for a stage that is not deployed.
   */
  explain(order: ExplainOrder): Promise<ExplainedRequest | undefined>;
  readonly usage: GatewayUsage;
}

/** API keys and usage plans of one worker: what changes, and what it counts. */
export interface GatewayUsage {
  /** Keys and plans changed: requests from now on see it. */
  putUsagePlans(change: UsagePlanChange): void;
  /** Every key and plan was deleted. */
  forgetUsagePlans(): void;
  /** No other process counts against throttles: goes on from these levels, exactly. */
  ownThrottles(levels: readonly BucketLevel[]): void;
  /** Others count, too: gives its levels away and leases tokens from now on. */
  shareThrottles(): readonly BucketLevel[];
  /** What it counts alone, as it stands; nothing where others count, too. */
  throttleLevels(): readonly BucketLevel[];
  /** Requests of quotas that were leased and not served: of leases that ran out, or all of them. */
  settle(all: boolean): readonly Unspent<QuotaTerms>[];
}
