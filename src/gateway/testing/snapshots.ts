import type { ApiSnapshot, Integration, Method, Resource, RestApi, Stage, StageSnapshot } from '../../model/index.ts';

/** What tests vary of a deployed stage: methods by path and verb, and changes to the rest. */
export interface StageChange {
  readonly methods: Readonly<Record<string, Readonly<Record<string, Partial<Method>>>>>;
  readonly restApi?: Partial<RestApi>;
  readonly deployment?: Partial<ApiSnapshot>;
  readonly stage?: Partial<Stage>;
  readonly revision?: number;
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
  const resources = Object.entries(change.methods).map(
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
  return {
    ref: {
      apiId: restApi.id,
      stageName: stage.stageName,
      scope: { accountId: '123456789012', region: 'us-east-1' },
      revision: change.revision ?? 1,
    },
    stage,
    deployment: {
      restApi,
      resources,
      models: [],
      requestValidators: [],
      gatewayResponses: [],
      ...change.deployment,
    },
  };
}
