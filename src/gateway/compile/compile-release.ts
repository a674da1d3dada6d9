import type { ApiSnapshot } from '../../model/index.ts';
import { compileAuthorizers } from '../authorizers/index.ts';
import { compileGatewayResponses } from '../gateway-responses/index.ts';
import type { CompileScope } from '../method/index.ts';
import { StageModels } from '../models/index.ts';
import { type AccessRooms, compileRequestLimits, compileResourcePolicy } from '../pipeline/index.ts';
import type { StageFacts, StageRuntime } from '../request-context/index.ts';
import type { StageCache } from '../response-cache/index.ts';
import { compileEntrance, type Entrance } from '../vpc-endpoints/index.ts';
import { compileMethod, type MethodPlan } from './compile-method.ts';
import { compileObservation } from './observation.ts';
import type { ReleaseScope } from './release-scope.ts';
import { compileRouter, type Router } from './router.ts';
import { compileCompletion } from './run-method.ts';

/** One of the deployments that a stage serves: its own, or its canary's. */
export interface Release {
  readonly deploymentId: string;
  readonly snapshot: ApiSnapshot;
  readonly variables: Readonly<Record<string, string>> | undefined;
  readonly isCanaryRequest: boolean | undefined;
  readonly cache: StageCache | undefined;
}

/** A compiled release: what requests to it share, and their way to a method. */
export interface ReleasePlan {
  readonly runtime: StageRuntime;
  readonly beyondLimits: ReturnType<typeof compileRequestLimits>;
  /** Undefined where every way to the API is open. */
  readonly entrance: Entrance | undefined;
  readonly complete: ReturnType<typeof compileCompletion>;
  readonly router: Router<MethodPlan>;
}

export function compileRelease(
  release: Release,
  { ref, environment, findSetting, ...stage }: ReleaseScope,
): ReleasePlan {
  const { restApi, resources, authorizers, models, requestValidators, gatewayResponses } = release.snapshot;
  const facts: StageFacts = {
    accountId: ref.scope.accountId,
    region: ref.scope.region,
    apiId: ref.apiId,
    stage: ref.stageName,
    deploymentId: release.deploymentId,
    endpointType: restApi.endpointConfiguration.types[0] ?? 'EDGE',
    isCanaryRequest: release.isCanaryRequest,
  };
  const scope: CompileScope = {
    facts,
    stageVariables: release.variables,
    binaryMediaTypes: restApi.binaryMediaTypes ?? [],
    models: new StageModels(models, ref.apiId),
    requestValidators,
    functions: environment.functions,
    upstream: environment.upstream,
    awsSigner: environment.awsSigner,
    clientIdentity: stage.clientIdentity,
    targetsOf: stage.targetsOf,
    usagePlans: environment.usagePlans,
    usageLimits: environment.usageLimits,
    cache: release.cache,
    limits: stage.limits,
    issuerKeys: environment.issuerKeys,
    signers: environment.signers,
    now: environment.now,
    warn: stage.warn,
  };
  const access: AccessRooms = {
    policy: compileResourcePolicy(restApi, scope),
    authorizers: compileAuthorizers(authorizers, scope),
    ...(restApi.endpointConfiguration.types.includes('PRIVATE') && {
      endpointPolicies: environment.endpoints().policies,
    }),
  };
  const router = compileRouter<MethodPlan>(
    resources,
    (resource) =>
      new Map(
        Object.entries(resource.resourceMethods).map(([verb, method]) => [
          verb,
          compileMethod(restApi, resource, method, findSetting(resource.path, verb), access, scope),
        ]),
      ),
  );
  return {
    runtime: {
      ...stage.runtime,
      ...compileObservation(stage.stage, facts, restApi.name, findSetting, environment),
      facts,
      wordFailure: compileGatewayResponses(gatewayResponses, release.variables, stage.warn),
    },
    beyondLimits: compileRequestLimits(facts, stage.limits),
    entrance: compileEntrance(restApi, environment.endpoints),
    router,
    complete: compileCompletion(restApi.minimumCompressionSize),
  };
}
