/**
 * What is stored and what is deployed: plain, immutable data in AWS's own words. No behaviour, no I/O; every other room
 * may read these shapes, none may add to them what it alone needs.
 */

export type { AccountSettings } from './account.ts';
export type { ApiKey } from './api-key.ts';
export type { Authorizer, AuthorizerType } from './authorizer.ts';
export type { AuthorizerTest, AuthorizerTestResult, TestAuthorizer } from './authorizer-test.ts';
export type {
  AwsAccess,
  AwsClient,
  AwsCredentials,
  AwsRequest,
  AwsResponse,
  CallerKey,
  TemporaryCredentials,
} from './aws-access.ts';
export type { CallerPolicies, PolicyText } from './caller-policies.ts';
export type { ClientCertificate, ClientIdentity } from './client-certificate.ts';
export type { CustomDomain, PrivateAccess, RemovedDomain } from './custom-domain.ts';
export type { ApiSnapshot, Deployment } from './deployment.ts';
export {
  DOCUMENTATION_PART_TYPES,
  type DocumentationPart,
  type DocumentationPartLocation,
  type DocumentationPartType,
  type DocumentationVersion,
  documentableEntities,
  LOCATION_DEFAULTS,
  LOCATION_FIELDS,
  type LocationField,
  partOf,
} from './documentation/index.ts';
export {
  type BasePathMapping,
  type DomainName,
  type DomainNameAccessAssociation,
  type MutualTlsAuthentication,
  ROUTING_MODES,
  type RoutingMode,
  type RoutingRule,
  type RoutingRuleAction,
  type RoutingRuleCondition,
} from './domain-name.ts';

export type {
  ExplainedBody,
  ExplainedRequest,
  ExplainedStep,
  ExplainedValue,
  ExplainOrder,
  RequestQuery,
  RequestSummary,
} from './explained-request.ts';
export type {
  ExecutionRequest,
  FunctionContainment,
  FunctionCredentials,
  FunctionRuntime,
  ProvisionedInstances,
} from './function-runtime.ts';
export type { FunctionVersion } from './function-version.ts';
export { GATEWAY_RESPONSE_TYPES, type GatewayResponse, type GatewayResponseType } from './gateway-response.ts';
export type {
  Cors,
  HttpApi,
  HttpApiDefinition,
  HttpAuthorizer,
  HttpDeployment,
  HttpIntegration,
  HttpRoute,
  HttpRouteSettings,
  HttpStage,
  HttpStageSnapshot,
} from './http-api.ts';
export type {
  Borrowed,
  Borrower,
  BorrowRequest,
  FunctionLender,
  InstanceLease,
  InstanceLender,
  LeaseAnswer,
  LeaseEnd,
  LentStreams,
  UnfinishedLog,
} from './instance-lease.ts';
export type { ContentHandling, Integration, IntegrationResponse, IntegrationType } from './integration.ts';
export type {
  FunctionInvoker,
  InvocationIdentity,
  InvocationRefusal,
  InvocationRequest,
  InvocationResult,
  InvocationSource,
  InvocationSuccess,
  InvocationType,
  StreamEnd,
  StreamError,
  StreamedInvocation,
  StreamingInvoker,
  StreamingResult,
} from './invocation.ts';
export type { LimitProfile } from './limit-profile.ts';
export type { DeliverySink, ExportedLog, LogBatch, LogEvent, LogSink, LogSource } from './log-sink.ts';
export {
  type IngestedLogEvents,
  type LogGroupRef,
  type LogPosition,
  type LogQuery,
  type LogRecords,
  type LogStore,
  LogStoreFullError,
  type LogStreamFacts,
  type NewLogEvent,
  type StopFollowing,
  type StoredLogEvent,
} from './log-store.ts';
export { HTTP_METHODS, type HttpMethod, type Method, type MethodResponse } from './method.ts';
export type { MethodTest, MethodTester, MethodTestResult, TestedRequest } from './method-test.ts';
export type {
  MetricBucket,
  MetricDatum,
  MetricDimension,
  MetricId,
  MetricListing,
  MetricPage,
  MetricQuery,
  MetricSample,
  MetricStore,
  StatisticSet,
} from './metric-store.ts';
export { STANDARD_UNITS } from './metric-units.ts';
export type { Model } from './model.ts';
export type { RequestValidator } from './request-validator.ts';
export type { Resource } from './resource.ts';
export type { EndpointConfiguration, EndpointType, RestApi } from './rest-api.ts';
export type { Scope } from './scope.ts';
export type { CacheResult, ObserveStage, RequestObserver, ServedRequest, ServedStage } from './served-request.ts';
export type { Span, SpanSink } from './span.ts';
export type { CanarySettings, MethodSetting, Stage } from './stage.ts';
export type { StageRef, StageSnapshot } from './stage-snapshot.ts';
export type { TracingTerms } from './tracing-terms.ts';
export type {
  ApiStage,
  QuotaSettings,
  QuotaTerms,
  ThrottleSettings,
  UsageKey,
  UsagePlan,
  UsagePlanChange,
  UsagePlanSnapshot,
  UsagePlanTerms,
} from './usage-plan.ts';
export type { PublicKeySet, UserPoolKeys } from './user-pool.ts';
export type { VpcEndpoint } from './vpc-endpoint.ts';
export type { VpcLink } from './vpc-link.ts';
