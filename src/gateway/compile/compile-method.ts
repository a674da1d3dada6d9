import type { Method, Resource, RestApi } from '../../model/index.ts';
import { compileIntegration } from '../integrations/index.ts';
import {
  type CompileScope,
  ConfigurationProblem,
  configurationError,
  type IntegrationPlan,
  type MethodPlace,
} from '../method/index.ts';
import {
  type AccessRooms,
  compileAccess,
  compileApiKey,
  compileEndpointGuard,
  compileRequestValidation,
  compileResponseCache,
  compileShownKey,
  compileThrottles,
  type Guard,
} from '../pipeline/index.ts';
import type { SettingOfMethod } from './method-settings.ts';

/** A compiled method: the phases that it uses, and its integration. */
export interface MethodPlan {
  readonly place: MethodPlace;
  /** As it was declared: perhaps `ANY`. */
  readonly httpMethod: string;
  /** In the order of fact D1; most methods have none. */
  readonly guards: readonly Guard[];
  /** What each guard is the phase of, for traces. */
  readonly phases: readonly string[];
  readonly integration: IntegrationPlan;
}

/** Compiles one method. What cannot be served fails every request to it and no other method. */
export function compileMethod(
  restApi: RestApi,
  resource: Resource,
  method: Method,
  setting: SettingOfMethod | undefined,
  access: AccessRooms,
  stageScope: CompileScope,
): MethodPlan {
  const place: MethodPlace = {
    resourceId: resource.id,
    resourcePath: resource.path,
    operationName: method.operationName,
  };
  const scope: CompileScope = {
    ...stageScope,
    warn: (message) => stageScope.warn(`${method.httpMethod} ${resource.path}: ${message}`),
  };
  const throttled = { resourcePath: resource.path, httpMethod: method.httpMethod };
  const phases: readonly NamedGuard[] = [
    ['VPC endpoint policy', compileEndpointGuard(access.endpointPolicies, scope)],
    ['authorization', compileAccess(method, place, access, scope, compileShownKey(restApi, method, scope))],
    ['API key', compileApiKey(restApi, resource, method, scope)],
    ...compileThrottles(throttled, setting?.setting, scope).map((guard): NamedGuard => ['throttle', guard]),
    ['request validation', compileRequestValidation(method, scope)],
  ];
  const used = phases.filter((phase): phase is readonly [string, Guard] => phase[1] !== undefined);
  return {
    place,
    httpMethod: method.httpMethod,
    guards: used.map(([, guard]) => guard),
    phases: used.map(([name]) => name),
    integration: integrationOrProblem(method, place, setting, access, scope),
  };
}

/** A phase of fact D1; undefined where the method does not use it. */
type NamedGuard = readonly [phase: string, guard: Guard | undefined];

function integrationOrProblem(
  method: Method,
  place: MethodPlace,
  setting: SettingOfMethod | undefined,
  access: AccessRooms,
  scope: CompileScope,
): IntegrationPlan {
  try {
    return compileResponseCache(method, setting, compileIntegration(method, place, scope), access.policy, scope);
  } catch (error) {
    if (!(error instanceof ConfigurationProblem)) throw error;
    scope.warn(`${error.message} Every request fails.`);
    const failure = configurationError(error.message);
    return { invoke: () => failure };
  }
}
