import type { Output } from '../../aws/index.ts';
import { mapped, type Read, useCall } from '../../data/index.ts';

/** A method as a deployment froze it. */
export interface DeployedMethod {
  readonly path: string;
  readonly verb: string;
  readonly authorization: string;
  readonly isKeyRequired: boolean;
}

/** What a deployment answers, by path and verb. */
export function useDeployedMethods(restApiId: string, deploymentId: string): Read<readonly DeployedMethod[]> {
  const input = { restApiId, deploymentId, embed: ['apisummary'] };
  return mapped(useCall('apigateway', 'getDeployment', input, { enabled: deploymentId !== '' }), methodsOf);
}

function methodsOf({ apiSummary = {} }: Output<'apigateway', 'getDeployment'>): readonly DeployedMethod[] {
  return Object.entries(apiSummary)
    .flatMap(([path, verbs]) =>
      Object.entries(verbs).map(([verb, { authorizationType = 'NONE', apiKeyRequired = false }]) => ({
        path,
        verb,
        authorization: authorizationType,
        isKeyRequired: apiKeyRequired,
      })),
    )
    .sort((a, b) => a.path.localeCompare(b.path) || a.verb.localeCompare(b.verb));
}
