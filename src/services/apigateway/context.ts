import type {
  CustomDomain,
  MethodTester,
  QuotaSettings,
  RemovedDomain,
  Scope,
  StageRef,
  TestAuthorizer,
} from '../../model/index.ts';
import type { QuotaUsage } from '../../rate-limit/index.ts';
import type { Store } from '../../store/index.ts';
import type { AccountLimits } from './limits.ts';

/**
 * Tells the data plane about deployed stages. Called after a change is committed; a call that made the change is answered
 * only when the promise resolves, so that whoever got the answer finds the change served.
 */
export interface DeploymentPublisher {
  /** A stage is new, or requests to it behave differently from now on. */
  stageChanged(ref: StageRef): Promise<void>;
  /** A stage is gone; `ref` is the last state that it was in. */
  stageRemoved(ref: StageRef): Promise<void>;
  /** Responses of a stage that were cached up to now must not be served any more. */
  stageCacheFlushed(ref: StageRef): Promise<void>;
}

/** Tells the data plane about custom domain names, at the same moments and with the same promise. */
export interface DomainPublisher {
  /** A public domain name is new, or requests to it behave differently from now on. */
  domainChanged(domain: CustomDomain): Promise<void>;
  domainRemoved(domain: RemovedDomain): Promise<void>;
}

/**
 * Reads the file of a truststore.
 * @param uri `s3://BUCKET/KEY`
 * @throws {TruststoreUnreadable} with one sentence for the caller
 */
export type LoadTruststore = (uri: string, version: string | undefined) => Promise<string>;

/** A truststore cannot be read. */
export class TruststoreUnreadable extends Error {
  override readonly name = 'TruststoreUnreadable';
}

/**
 * Tells the data plane about keys and plans that changed. Called after a change is committed; a call that made the change
 * is answered only when the promise resolves.
 */
export interface UsagePlanPublisher {
  usagePlansChanged(change: UsagePlansChanged): Promise<void>;
}

/** Which keys and plans changed, came or went. */
export interface UsagePlansChanged {
  readonly scope: Scope;
  readonly keyIds?: readonly string[];
  readonly planIds?: readonly string[];
}

/** A key in a plan. */
export interface UsageMember {
  readonly planId: string;
  readonly keyId: string;
}

/** The counters of quotas, as the control plane reads and changes them. */
export interface UsageCounters {
  /** What keys have used of a plan up to this moment; those that have never used anything are not in it. */
  usageOf(scope: Scope, planId: string, keyIds: readonly string[]): Promise<ReadonlyMap<string, QuotaUsage>>;
  /** Sets what a key may still use in the running period. */
  extend(scope: Scope, member: UsageMember, quota: QuotaSettings, remaining: number): Promise<QuotaUsage>;
  /** Forgets members that are gone, after their documents were deleted. */
  forget(scope: Scope, members: readonly UsageMember[]): Promise<void>;
}

/** Makes the identifiers of new entities; see `randomIds`. */
export interface IdMakers {
  /** For APIs and their root resources: ten characters of `[a-z0-9]`. */
  restApiId(): string;
  /** For private domain names, resources, deployments, usage plans, VPC links and client certificates: six characters of `[a-z0-9]`. */
  entityId(): string;
  /** Ten characters of `[a-z0-9]`. */
  apiKeyId(): string;
  /** For keys whose value is not given: 40 characters of `[A-Za-z0-9]`. */
  apiKeyValue(): string;
}

/** Where an API of the scope answers, by the name that AWS would have it answer at. */
export type InvokeAddress = (
  restApiId: string,
  scope: Scope,
) => { readonly scheme: 'http' | 'https'; readonly host: string };

/** What the service works with. */
export interface ServiceContext {
  readonly store: Store;
  readonly publisher: DeploymentPublisher & DomainPublisher & UsagePlanPublisher;
  readonly loadTruststore: LoadTruststore;
  readonly usage: UsageCounters;
  readonly testAuthorizer: TestAuthorizer;
  readonly ids: IdMakers;
  /** Tries methods out by the data plane's own code. */
  readonly testMethod: MethodTester;
  readonly limits: AccountLimits;
  readonly invokeAddress: InvokeAddress;
}
