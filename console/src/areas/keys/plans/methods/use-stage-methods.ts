import type { Output } from '../../../../aws/index.ts';
import { mapped, type Read, useCall } from '../../../../data/index.ts';

/** The methods that a stage serves, as plans write them: `/pets/GET`. @param stage `apiId:stageName`, or empty */
export function useStageMethods(stage: string): Read<readonly string[]> {
  const [restApiId = '', stageName = ''] = stage.split(':');
  const found = useCall('apigateway', 'getStage', { restApiId, stageName }, { enabled: stage !== '' });
  const deploymentId = found.data?.deploymentId ?? '';
  const input = { restApiId, deploymentId, embed: ['apisummary'] };
  const deployment = useCall('apigateway', 'getDeployment', input, { enabled: deploymentId !== '' });
  // Without a stage nothing is asked for, and nothing would ever come.
  return found.error ? mapped(found, () => []) : mapped(deployment, methodsOf);
}

function methodsOf({ apiSummary = {} }: Output<'apigateway', 'getDeployment'>): readonly string[] {
  return Object.entries(apiSummary)
    .flatMap(([path, verbs]) => Object.keys(verbs).map((verb) => `${path}/${verb}`))
    .sort((a, b) => a.localeCompare(b));
}
