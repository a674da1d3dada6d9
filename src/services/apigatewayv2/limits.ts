/** The limits that the control plane checks, each with its source. */
export const LIMITS = {
  /** Page size of listings when none is asked for. Ours: the service model names none. */
  defaultPageSize: 100,
  maxPageSize: 500,
  /** A mapping's key (features A11.1). */
  apiMappingKeyLength: 300,
  /** Routing rules (fact D151; guide page rest-api-routing-rules, "Restrictions"). */
  routingRule: {
    priority: { min: 1, max: 1_000_000 },
    headerConditions: 2,
    basePathConditions: 1,
    headerLength: 39,
    globLength: 127,
    infixGlobLength: 39,
    basePathLength: 127,
  },
  /** Names of APIs and authorizers, descriptions, versions of APIs (API reference, "StringWithLengthBetween..."). */
  nameLength: 128,
  descriptionLength: 1024,
  versionLength: 64,
  /** `MaxAge` of a CORS configuration in seconds (fact D131). */
  corsMaxAge: { min: -1, max: 86_400 },
  /** Routes and integrations of one API, audiences, scopes of a route (features A17, "HTTP API"). None can be raised but the first. */
  routes: 300,
  integrations: 300,
  authorizers: 10,
  audiences: 50,
  scopesOfRoute: 10,
  /** `TimeoutInMillis` (features A17; API reference, CreateIntegration). */
  timeoutMs: { min: 50, max: 30_000, default: 30_000 },
  /** `AuthorizerResultTtlInSeconds` (features A3.10; API reference, CreateAuthorizer). */
  authorizerTtlSeconds: { min: 0, max: 3_600 },
  /** A stage's name and its variables (features A8.1, A8.2). */
  stageNameLength: 128,
  stageVariables: { count: 100, nameLength: 64, valueLength: 512 },
  /** The format of access log lines (fact D138). */
  accessLogFormatLength: 1_024,
} as const;
