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
  compileRequestValidation,
  compileResponseCache,
  compileThrottles,
  type Guard,
} from '../pipeline/index.ts';
import type { SettingOfMethod } from './method-settings.ts';

/** A compiled method: the phases that it uses, and its integration. */
export interface MethodPlan {
  readonly place: MethodPlace;
  /** In the order of fact D1; most methods have none. */
  readonly guards: readonly Guard[];
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
  const guards = [
    compileAccess(method, place, access, scope),
    compileApiKey(restApi, resource, method, scope),
    ...compileThrottles({ resourcePath: resource.path, httpMethod: method.httpMethod }, setting?.setting, scope),
    compileRequestValidation(method, scope),
  ].filter((guard) => guard !== undefined);
  return { place, guards, integration: integrationOrProblem(method, place, setting, scope) };
}

function integrationOrProblem(
  method: Method,
  place: MethodPlace,
  setting: SettingOfMethod | undefined,
  scope: CompileScope,
): IntegrationPlan {
  try {
    return compileResponseCache(method, setting, compileIntegration(method, place, scope), scope);
  } catch (error) {
    if (!(error instanceof ConfigurationProblem)) throw error;
    scope.warn(`${error.message} Every request fails.`);
    const failure = configurationError(error.message);
    return { invoke: () => failure };
  }
}
