import type { Authorizer } from './authorizer.ts';
import type { GatewayResponse } from './gateway-response.ts';
import type { Model } from './model.ts';
import type { RequestValidator } from './request-validator.ts';
import type { Resource } from './resource.ts';
import type { RestApi } from './rest-api.ts';

/** A `Deployment`: the name of one frozen state of an API (features A1.8). What was frozen is its `ApiSnapshot`. */
export interface Deployment {
  /** Six characters of `[a-z0-9]`, unique within the API. */
  readonly id: string;
  readonly description?: string;
  /** Seconds since the epoch. */
  readonly createdDate: number;
}

/**
 * Everything of an API that a deployment freezes. Written once by `CreateDeployment`, never changed: an edit of the API
 * shows in no snapshot that exists already.
 */
export interface ApiSnapshot {
  readonly restApi: RestApi;
  readonly resources: readonly Resource[];
  readonly authorizers: readonly Authorizer[];
  readonly models: readonly Model[];
  readonly requestValidators: readonly RequestValidator[];
  /** Those that the API defines itself. */
  readonly gatewayResponses: readonly GatewayResponse[];
}
