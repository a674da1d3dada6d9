import type { Signer } from '../../gateway/index.ts';
import type { CertificatePem, MinTlsVersion, SocketHandle } from '../../http/index.ts';
import type {
  AwsAccess,
  CallerKey,
  CustomDomain,
  ExplainedRequest,
  ExplainOrder,
  ExportedLog,
  HttpStageSnapshot,
  InvocationRequest,
  InvocationResult,
  LimitProfile,
  LogBatch,
  QuotaTerms,
  RemovedDomain,
  RequestQuery,
  RequestSummary,
  Scope,
  Span,
  StageRef,
  StageSnapshot,
  TemporaryCredentials,
  TracingTerms,
  UsagePlanChange,
  UsagePlanSnapshot,
  UserPoolKeys,
  VpcEndpoint,
} from '../../model/index.ts';
import type { Ask, BucketLevel, Lease, Rate, Unspent } from '../../rate-limit/index.ts';
import type { CredentialScope } from '../../sigv4/index.ts';
import type { Batch, FunctionCounts, LogGroupPlace, StageCounts } from '../../telemetry/index.ts';
import type { BorrowingCalls, LendingCalls } from '../function-leases/index.ts';
import type { StreamCalls } from '../function-streams/index.ts';
import type { UserPoolIssuers } from '../user-pools.ts';
import type { VpcLinkTargets } from '../vpc-link-targets.ts';
import type { WorkerReport } from '../worker/scaling.ts';

/** What the control process answers to a gateway worker. */
export type ControlCalls = StreamCalls &
  LendingCalls & {
    loadSnapshot(ref: StageRef): Promise<StageSnapshot | HttpStageSnapshot | undefined>;
    invoke(request: InvocationRequest): Promise<InvocationResult>;
    /** All keys and usage plans of an account and region; later changes are told by `putUsagePlans`. */
    loadUsagePlans(scope: Scope): Promise<UsagePlanSnapshot>;
    /** Whose access key it is, with the key that he signs requests to APIs with on the scope's day. */
    findSigner(wanted: {
      readonly accessKeyId: string;
      readonly scope: CredentialScope;
      readonly sessionToken: string | undefined;
    }): Promise<Signer | undefined>;
    /** Credentials for a short while that act as somebody whose request has been verified. */
    issueCredentials(key: CallerKey): Promise<TemporaryCredentials | undefined>;
    leaseTokens(ask: Ask<Rate>): Lease;
    leaseQuota(ask: Ask<QuotaTerms>): Promise<Lease>;
    giveBackQuota(unspent: readonly Unspent<QuotaTerms>[]): void;
    /** What the worker has served since it said so last. */
    countRequests(counted: readonly StageCounts[]): void;
    /** The same of functions, on instances that it has borrowed. */
    countInvocations(counted: readonly FunctionCounts[]): void;
    /** Takes what stages and functions log; answered when it is on disk, or lost. */
    ingestLogs(batches: readonly LogBatch[]): Promise<void>;
    /** Delivers access logs, each batch to the stream whose ARN stands for its group; answered when they have arrived, or are lost. */
    deliverLogs(batches: readonly LogBatch[]): Promise<void>;
    /** Takes spans of sampled requests. */
    takeSpans(batch: Batch<Span>): void;
    /** Takes log events that go to other systems. */
    takeLogs(batch: Batch<ExportedLog>): void;
    /** How busy the worker was since its last report. */
    report(load: WorkerReport): void;
    warn(warning: { readonly message: string; readonly detail: Readonly<Record<string, unknown>> }): void;
  };

/** What a gateway worker answers to the control process. */
export type WorkerCalls = BorrowingCalls & {
  /** Takes the bound socket of a port, for `serve` to listen on. */
  takeSocket(listener: keyof Ports, socket: SocketHandle): void;
  /** Takes the list of stages and listens. */
  serve(order: ServeOrder): Promise<ListenFailure | undefined>;
  putStage(ref: StageRef): void;
  removeStage(ref: StageRef): void;
  setStages(refs: readonly StageRef[]): void;
  flushStageCache(ref: StageRef): void;
  putDomain(domain: CustomDomain): void;
  removeDomain(domain: RemovedDomain): void;
  setDomains(domains: readonly CustomDomain[]): void;
  putUserPool(pool: UserPoolKeys): void;
  removeUserPool(poolArn: string): void;
  setUserPools(pools: readonly UserPoolKeys[]): void;
  /** Users, roles, keys or policies changed. */
  forgetSigners(nothing: undefined): void;
  putUsagePlans(change: UsagePlanChange): void;
  forgetUsagePlans(nothing: undefined): void;
  /** No other process serves: count throttles alone, from these levels. */
  ownThrottles(levels: readonly BucketLevel[]): void;
  /** Another process serves, too: give the levels away and lease tokens. */
  shareThrottles(nothing: undefined): readonly BucketLevel[];
  /** What the worker counts alone of throttles, as it stands. */
  throttleLevels(nothing: undefined): readonly BucketLevel[];
  /** Gives back all that was leased of quotas and not served. */
  settleQuotas(nothing: undefined): readonly Unspent<QuotaTerms>[];
  /** What the worker remembers of requests. */
  listRequests(query: RequestQuery): readonly RequestSummary[];
  findRequest(wanted: { readonly requestId: string; readonly withBodies: boolean }): ExplainedRequest | undefined;
  /** Sends a request through a stage, and answers when it is over. */
  explain(order: ExplainOrder): Promise<ExplainedRequest | undefined>;
  /** Shows this certificate from the next handshake on, in place of the one with the same id. */
  putCertificate(certificate: IdentifiedCertificate): void;
  /** 48 bytes that encrypt session tickets from now on. */
  setTicketKeys(keys: Uint8Array): void;
  /** Answers a certificate authority's question on the plain port (RFC 8555 section 8.3). */
  putChallenge(challenge: Challenge): void;
  removeChallenge(token: string): void;
  /** Stops accepting, finishes running requests (bounded), and resolves when the worker may be ended. */
  drain(graceMs: number): Promise<void>;
};

export interface ServeOrder {
  /** Whether log events go to other systems, too. */
  readonly exportsLogs: boolean;
  readonly tracing: TracingTerms;
  /** Whether spans of sampled requests go anywhere. */
  readonly wantsSpans: boolean;
  readonly host: string;
  readonly port: number;
  readonly stages: readonly StageRef[];
  readonly domains: readonly CustomDomain[];
  readonly limits: LimitProfile;
  readonly aws: AwsAccess;
  /** What stands for the load balancers of VPC links; see the setting. */
  readonly vpcLinks: VpcLinkTargets;
  /** What private APIs are called through; see the setting. */
  readonly vpcEndpoints: readonly VpcEndpoint[];
  readonly userPoolIssuers: UserPoolIssuers;
  /** Pools of this installation. */
  readonly userPools: readonly UserPoolKeys[];
  /** The file of the access log; absent without one. */
  readonly accessLog?: string;
  /** How many requests of a stage are remembered that failed, and how many others. */
  readonly recentRequests: number;
  /** Where log groups are kept; absent where they are not. */
  readonly logGroups?: LogGroupPlace;
  /** Absent without certificates. */
  readonly https?: HttpsOrder;
}

export interface HttpsOrder {
  readonly port: number;
  readonly minVersion: MinTlsVersion;
  readonly ticketKeys: Uint8Array;
  /** Answer plain requests with a redirect to the HTTPS port. */
  readonly redirect: boolean;
  readonly certificates: readonly IdentifiedCertificate[];
  readonly challenges: readonly Challenge[];
}

export interface IdentifiedCertificate {
  /** `files`, `dev` or `acme/NAME`. */
  readonly id: string;
  readonly pem: CertificatePem;
}

export interface Challenge {
  readonly token: string;
  readonly keyAuthorization: string;
}

/** Failing to listen is an answer, because its code decides what the operator is told. */
export interface ListenFailure {
  /** The system's, such as `EADDRINUSE`. */
  readonly code: string;
  readonly listener: keyof Ports;
}

export interface Ports {
  readonly gateway: number;
  /** Absent without certificates. */
  readonly https?: number;
}
