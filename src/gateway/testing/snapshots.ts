import type {
  ApiSnapshot,
  Integration,
  Method,
  MethodSetting,
  Resource,
  RestApi,
  Stage,
  StageSnapshot,
} from '../../model/index.ts';

/** What tests vary of a deployed stage: methods by path and verb, and changes to the rest. */
export interface StageChange {
  readonly methods: Readonly<Record<string, Readonly<Record<string, Partial<Method>>>>>;
  readonly restApi?: Partial<RestApi>;
  readonly deployment?: Partial<ApiSnapshot>;
  readonly stage?: Partial<Stage>;
  readonly revision?: number;
  /** The methods of the canary's deployment, where it has another than the stage. */
  readonly canaryMethods?: StageChange['methods'];
}

/** An integration as a snapshot holds it, with AWS's defaults (recorded: PutIntegration). */
export function integration(change: Partial<Integration>): Integration {
  return {
    type: 'MOCK',
    passthroughBehavior: 'WHEN_NO_MATCH',
    timeoutInMillis: 29_000,
    cacheNamespace: 'abc123',
    cacheKeyParameters: [],
    ...change,
  };
}

/** A deployed stage `dev` of the API `api1234567` in account 123456789012, us-east-1. */
export function snapshot(change: StageChange): StageSnapshot {
  const restApi: RestApi = {
    id: 'api1234567',
    name: 'test',
    createdDate: 0,
    apiKeySource: 'HEADER',
    endpointConfiguration: { types: ['REGIONAL'], ipAddressType: 'ipv4' },
    tags: {},
    disableExecuteApiEndpoint: false,
    rootResourceId: 'root',
    ...change.restApi,
  };
  const stage: Stage = {
    stageName: 'dev',
    deploymentId: 'dep123',
    cacheClusterEnabled: false,
    cacheClusterStatus: 'NOT_AVAILABLE',
    methodSettings: {},
    tracingEnabled: false,
    tags: {},
    createdDate: 0,
    lastUpdatedDate: 0,
    ...change.stage,
  };
  const { canaryMethods } = change;
  const frozen = {
    restApi,
    models: [],
    authorizers: [],
    requestValidators: [],
    gatewayResponses: [],
    ...change.deployment,
  };
  return {
    ref: {
      apiId: restApi.id,
      stageName: stage.stageName,
      scope: { accountId: '123456789012', region: 'us-east-1' },
      revision: change.revision ?? 1,
    },
    stage,
    deployment: { ...frozen, resources: resourcesOf(change.methods) },
    ...(canaryMethods && { canary: { ...frozen, resources: resourcesOf(canaryMethods) } }),
  };
}

/** A method's settings as a stage holds them, with AWS's defaults (features A8.3). */
export function methodSetting(change: Partial<MethodSetting>): MethodSetting {
  return {
    metricsEnabled: false,
    dataTraceEnabled: false,
    throttlingBurstLimit: 5_000,
    throttlingRateLimit: 10_000,
    cachingEnabled: false,
    cacheTtlInSeconds: 300,
    cacheDataEncrypted: false,
    requireAuthorizationForCacheControl: true,
    unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
    ...change,
  };
}

function resourcesOf(methodsByPath: StageChange['methods']): readonly Resource[] {
  return Object.entries(methodsByPath).map(
    ([path, methods]): Resource => ({
      id: `id${path.replace(/[^a-z]/g, '')}`,
      path,
      resourceMethods: Object.fromEntries(
        Object.entries(methods).map(([verb, method]) => [
          verb,
          { httpMethod: verb as Method['httpMethod'], authorizationType: 'NONE', apiKeyRequired: false, ...method },
        ]),
      ),
    }),
  );
}
