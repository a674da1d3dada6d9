import type { UpstreamClient } from '../../http/index.ts';
import type { ClientIdentity, RequestValidator, StreamingInvoker } from '../../model/index.ts';
import type { IssuerKeys } from '../authorizers/cognito/issuer-keys.ts';
import type { AwsSigner } from '../aws-services/index.ts';
import type { KnownSigners } from '../iam/known-signers.ts';
import type { GatewayLimits } from '../limits.ts';
import type { StageModels } from '../models/index.ts';
import type { StageFacts } from '../request-context/index.ts';
import type { StageCache } from '../response-cache/index.ts';
import type { MediaTypes } from '../text/index.ts';
import type { UsageLimits, UsagePlans } from '../usage-plans/index.ts';
import type { TargetGroup } from '../vpc-links/target-group.ts';
import type { MethodRequest } from './method-request.ts';
import type { MaybePromise, MethodOutcome, PENDING } from './outcome.ts';
import type { StageVariables } from './stage-variables.ts';

/** A compiled integration: everything between a request that may pass and the method's answer. */
export interface IntegrationPlan {
  /**
   * Serves a request: gives its outcome, a promise of it, or `PENDING` when it calls the request's `complete` by itself,
   * which it may do before it returns.
   */
  invoke(request: MethodRequest): MaybePromise<MethodOutcome | typeof PENDING>;
}

/** What compiling a method of one stage may need. */
export interface CompileScope {
  readonly facts: StageFacts;
  readonly stageVariables: StageVariables;
  readonly binaryMediaTypes: MediaTypes;
  readonly models: StageModels;
  readonly requestValidators: readonly RequestValidator[];
  readonly limits: GatewayLimits;
  readonly functions: StreamingInvoker;
  readonly upstream: UpstreamClient;
  readonly awsSigner: AwsSigner;
  /** What the stage shows to HTTPS backends; undefined without a client certificate. */
  readonly clientIdentity: ClientIdentity | undefined;
  /** The targets of a VPC link. @throws {ConfigurationProblem} when it leads nowhere */
  targetsOf(vpcLinkId: string): TargetGroup;
  readonly usagePlans: UsagePlans;
  readonly usageLimits: UsageLimits;
  /** Where the stage's responses are cached; undefined where they are not. */
  readonly cache: StageCache | undefined;
  readonly issuerKeys: IssuerKeys;
  readonly signers: KnownSigners;
  /** Milliseconds since the epoch. */
  now(): number;
  /** One line for the operator about the method that is being compiled. */
  warn(message: string): void;
}

/** The method that an integration belongs to. */
export interface MethodPlace {
  readonly resourceId: string;
  readonly resourcePath: string;
  readonly operationName: string | undefined;
}
