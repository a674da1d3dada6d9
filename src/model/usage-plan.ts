import type { Scope } from './scope.ts';

/** A throttle as AWS describes it (API reference, `ThrottleSettings`). A limit that is left out is the account's. */
export interface ThrottleSettings {
  /** The size of the token bucket. */
  readonly burstLimit?: number;
  /** Requests a second. */
  readonly rateLimit?: number;
}

/** A quota as AWS describes it (API reference, `QuotaSettings`; fact D116). */
export interface QuotaSettings {
  /** Requests a period. */
  readonly limit: number;
  /** Requests that the first period has less. */
  readonly offset: number;
  readonly period: 'DAY' | 'WEEK' | 'MONTH';
}

/** A deployed stage that a plan opens, with limits of some of its methods. */
export interface ApiStage {
  readonly apiId: string;
  readonly stage: string;
  /** By the resource's path and the verb: `/pets/GET`, `//GET` for the root (guide, "Manage a usage plan by using the AWS CLI"). */
  readonly throttle?: Readonly<Record<string, ThrottleSettings>>;
}

/** A `UsagePlan` as AWS describes it (API reference, `UsagePlan`; features A10). */
export interface UsagePlan {
  /** Six characters of `[a-z0-9]`. */
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly apiStages: readonly ApiStage[];
  /** For each key on its own, over all stages of the plan (fact D114). */
  readonly throttle?: ThrottleSettings;
  /** For each key on its own, over all stages of the plan (fact D114). */
  readonly quota?: QuotaSettings;
  readonly productCode?: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** What a worker needs of a plan. */
export type UsagePlanTerms = Pick<UsagePlan, 'id' | 'apiStages' | 'throttle' | 'quota'>;

/** What a worker needs of a key: no worker holds a key's value. */
export interface UsageKey {
  readonly id: string;
  /** SHA-256 of the value, in base64. */
  readonly digest: string;
  readonly enabled: boolean;
  readonly planIds: readonly string[];
}

/** All keys and plans of an account and region: what a worker is handed when the first request there needs a key. */
export interface UsagePlanSnapshot {
  readonly scope: Scope;
  /** Changes with a higher number are not in it. */
  readonly revision: number;
  readonly keys: readonly UsageKey[];
  readonly plans: readonly UsagePlanTerms[];
}

/** Keys and plans that changed, as they are now; those that are gone by their ids. */
export interface UsagePlanChange {
  readonly scope: Scope;
  readonly revision: number;
  readonly keys: readonly UsageKey[];
  readonly plans: readonly UsagePlanTerms[];
  readonly removedKeys: readonly string[];
  readonly removedPlans: readonly string[];
}

/** One key's quota of one plan: what is counted under one name. */
export interface QuotaTerms {
  readonly scope: Scope;
  readonly planId: string;
  readonly keyId: string;
  readonly quota: QuotaSettings;
}
