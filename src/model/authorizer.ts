/** An `Authorizer` as AWS describes it (API reference, `Authorizer`; features A9.4 to A9.7). One stored document each. */
export interface Authorizer {
  /** Six characters of `[a-z0-9]`, unique within the API. */
  readonly id: string;
  /** Unique within the API. */
  readonly name: string;
  readonly type: AuthorizerType;
  /** User pools, by ARN; COGNITO_USER_POOLS alone has them, and at least one. */
  readonly providerARNs?: readonly string[];
  /** Free text of the customer's, carried by imports and exports. */
  readonly authType?: string;
  /** `arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/FUNCTION_ARN/invocations`; TOKEN and REQUEST have it. */
  readonly authorizerUri?: string;
  /** The role that calls the function, by ARN. */
  readonly authorizerCredentials?: string;
  /**
   * TOKEN and COGNITO_USER_POOLS: one `method.request.header.NAME`. REQUEST: a comma-separated list of
   * `method.request.{header,querystring}.NAME`, `context.NAME` and `stageVariables.NAME`.
   */
  readonly identitySource?: string;
  /** A Java regular expression over the whole token (TOKEN) or over the token's `aud` (COGNITO_USER_POOLS). */
  readonly identityValidationExpression?: string;
  /** 0 (nothing is kept) to 3600 seconds. */
  readonly authorizerResultTtlInSeconds?: number;
}

export type AuthorizerType = 'TOKEN' | 'REQUEST' | 'COGNITO_USER_POOLS';
