import type { LimitProfile } from '../../model/index.ts';

/** The limits that the control plane checks under every profile, each with its source. How many of a thing there may be: `quotas/`. */
export const LIMITS = {
  /** Page size of listings when none is asked for, and the most that is given (features A1.1). */
  defaultPageSize: 25,
  maxPageSize: 500,
  /** `minimumCompressionSize` (features A1.4, fact D164). */
  minimumCompressionBytes: { min: 0, max: 10_485_760 },
  /** `timeoutInMillis` of an integration whose answers stream (fact D71; guide page response-streaming-http). */
  streamTimeoutMs: { min: 50, max: 900_000, default: 300_000 },
  /** `timeoutInMillis` of an integration that names none (features A2.13, fact D167). */
  integrationTimeoutMs: 29_000,
  /** `authorizerResultTtlInSeconds` (API reference, `Authorizer`; fact D90). */
  authorizerTtlSeconds: { min: 0, max: 3600, default: 300 },
  /** A truststore's file and its certificates (features A11.5). */
  truststore: { bytes: 1_048_576, certificates: 1_000 },
  /** One mapping template (features A17, fact D47). */
  templateBytes: 300 * 1024,
  /** A model's schema (API reference, `CreateModel.schema`). */
  modelSchemaBytes: 400 * 1024,
  /** A documentation version's name. Ours: AWS names no limit. */
  documentationVersionBytes: 64,
  /** Stage variables (features A8.2). */
  stageVariables: { count: 100, nameLength: 64, valueLength: 512 },
  /** `percentTraffic` of a canary (features A8.4). */
  canaryPercent: { min: 0, max: 100 },
  /** A stage's name (features A8.1). */
  stageNameLength: 128,
  /** Format of access log lines (features A17). */
  accessLogFormatBytes: 3 * 1024,
  /** Tags of one resource (features A1.11; guide page apigateway-tagging-supported-resources). */
  tags: { count: 50, keyLength: 128, valueLength: 256 },
  /** `throttlingBurstLimit`, `throttlingRateLimit` and their defaults (features A8.3). */
  throttlingBurst: { default: 5000 },
  throttlingRate: { default: 10_000 },
  /** An API key's value, its name, and the value in an imported file (fact D110; guide page api-key-file-format). */
  apiKeyValueLength: { min: 20, max: 128, importMin: 30 },
  apiKeyNameLength: 1024,
  /** A quota's offset by its period (checked alike by Terraform's AWS provider, `validUsagePlanQuotaSettings`). */
  quotaOffset: { DAY: 0, WEEK: 6, MONTH: 27 },
  /** Days of one usage report. Ours: usage is kept for 90 days. */
  usageReportDays: 366,
  /** `cacheTtlInSeconds` (features A8.3, A8.5). */
  cacheTtlSeconds: { min: 0, max: 3600, default: 300 },
} as const;

/** What an account can have raised, and therefore depends on the profile. */
export interface AccountLimits {
  /** `timeoutInMillis` of an integration. */
  readonly integrationTimeoutMs: { readonly min: number; readonly max: number };
  /** A resource policy, in characters. */
  readonly policyLength: number;
}

/**
 * Sallyport's own: the longest that a Lambda function runs, which is also the longest that AWS lets an answer stream (facts
 * D71, D167). It holds for edge-optimized APIs, too, since no distribution stands before them here.
 */
const RAISED: AccountLimits = { integrationTimeoutMs: { min: 50, max: 900_000 }, policyLength: Infinity };

/** Features A17, fact D167; guide page api-gateway-execution-service-limits-table. */
export const ACCOUNT_LIMITS: Readonly<Record<LimitProfile, AccountLimits>> = {
  aws: { integrationTimeoutMs: { min: 50, max: 29_000 }, policyLength: 8192 },
  relaxed: RAISED,
  off: RAISED,
};
