import type { StageRef } from './stage-snapshot.ts';

/** An `Api` of the protocol HTTP as AWS describes it (API reference of version 2, `Api`; features A3). */
export interface HttpApi {
  /** As a REST API's: unique in the whole installation. */
  readonly ApiId: string;
  readonly Name: string;
  readonly Description?: string;
  readonly Version?: string;
  readonly CorsConfiguration?: Cors;
  readonly DisableExecuteApiEndpoint: boolean;
  readonly IpAddressType: 'ipv4' | 'dualstack';
  readonly Tags: Readonly<Record<string, string>>;
  /** ISO 8601. */
  readonly CreatedDate: string;
}

/** What an API answers browsers by itself (fact D131). */
export interface Cors {
  readonly AllowCredentials?: boolean;
  readonly AllowHeaders?: readonly string[];
  readonly AllowMethods?: readonly string[];
  readonly AllowOrigins?: readonly string[];
  readonly ExposeHeaders?: readonly string[];
  /** -1 to 86400 seconds. */
  readonly MaxAge?: number;
}

export interface HttpRoute {
  readonly RouteId: string;
  /** `$default`, or a verb or `ANY`, a space and a path; unique within the API. */
  readonly RouteKey: string;
  readonly AuthorizationType: 'NONE' | 'JWT' | 'CUSTOM' | 'AWS_IAM';
  readonly AuthorizerId?: string;
  readonly AuthorizationScopes?: readonly string[];
  readonly OperationName?: string;
  /** `integrations/INTEGRATION_ID`. */
  readonly Target?: string;
  /** Made by quick create. */
  readonly ApiGatewayManaged?: boolean;
}

export interface HttpIntegration {
  readonly IntegrationId: string;
  readonly IntegrationType: 'AWS_PROXY' | 'HTTP_PROXY';
  /** The verb towards an HTTP backend, `ANY` for the client's own; `POST` for functions. */
  readonly IntegrationMethod: string;
  /** A URL, or the ARN of a function, perhaps in the form of an invocation. */
  readonly IntegrationUri: string;
  readonly ConnectionType: 'INTERNET';
  readonly CredentialsArn?: string;
  readonly Description?: string;
  readonly PayloadFormatVersion: '1.0' | '2.0';
  /** 50 to 30000. */
  readonly TimeoutInMillis: number;
  /** `append|overwrite|remove:header|querystring.NAME` and `overwrite:path` to what is put there. */
  readonly RequestParameters?: Readonly<Record<string, string>>;
  /** The same for responses, by the backend's status. */
  readonly ResponseParameters?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly TlsConfig?: { readonly ServerNameToVerify?: string };
  readonly ApiGatewayManaged?: boolean;
}

export interface HttpAuthorizer {
  readonly AuthorizerId: string;
  readonly Name: string;
  readonly AuthorizerType: 'JWT' | 'REQUEST';
  /** JWT: one `$request.header.NAME` or `$request.querystring.NAME`. REQUEST: these, `$context.NAME` and `$stageVariables.NAME`. */
  readonly IdentitySource: readonly string[];
  readonly JwtConfiguration?: { readonly Audience: readonly string[]; readonly Issuer: string };
  /** `arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/FUNCTION_ARN/invocations`. */
  readonly AuthorizerUri?: string;
  readonly AuthorizerCredentialsArn?: string;
  readonly AuthorizerPayloadFormatVersion?: '1.0' | '2.0';
  /** 0 (nothing is kept) to 3600 seconds. */
  readonly AuthorizerResultTtlInSeconds?: number;
  readonly EnableSimpleResponses?: boolean;
}

/** An HTTP API with all that is deployed of it: one stored document, and what a deployment freezes. */
export interface HttpApiDefinition {
  readonly api: HttpApi;
  readonly routes: readonly HttpRoute[];
  readonly integrations: readonly HttpIntegration[];
  readonly authorizers: readonly HttpAuthorizer[];
}

export interface HttpRouteSettings {
  readonly DetailedMetricsEnabled?: boolean;
  readonly ThrottlingBurstLimit?: number;
  readonly ThrottlingRateLimit?: number;
}

export interface HttpStage {
  /** `$default`, or up to 128 of `[A-Za-z0-9_-]`. */
  readonly StageName: string;
  /** Absent until something is deployed. */
  readonly DeploymentId?: string;
  readonly AutoDeploy: boolean;
  readonly Description?: string;
  readonly StageVariables: Readonly<Record<string, string>>;
  readonly DefaultRouteSettings: HttpRouteSettings;
  /** By route key. */
  readonly RouteSettings: Readonly<Record<string, HttpRouteSettings>>;
  readonly AccessLogSettings?: { readonly DestinationArn?: string; readonly Format?: string };
  readonly LastDeploymentStatusMessage?: string;
  readonly Tags: Readonly<Record<string, string>>;
  readonly ApiGatewayManaged?: boolean;
  /** ISO 8601, as the next. */
  readonly CreatedDate: string;
  readonly LastUpdatedDate: string;
}

export interface HttpDeployment {
  readonly DeploymentId: string;
  readonly Description?: string;
  readonly AutoDeployed: boolean;
  readonly DeploymentStatus: 'DEPLOYED';
  /** ISO 8601. */
  readonly CreatedDate: string;
}

/** What a worker is handed to compile a stage of an HTTP API into a plan. */
export interface HttpStageSnapshot {
  readonly ref: StageRef;
  readonly stage: HttpStage;
  readonly definition: HttpApiDefinition;
}
