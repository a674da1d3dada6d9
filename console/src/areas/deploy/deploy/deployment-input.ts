import type { Input } from '../../../aws/index.ts';
import type { Stage } from '../use-stages.ts';

/**
 * A deployment to a stage; where the stage has a canary, to that one, which stays as it is (guide, "Create a canary release
 * deployment").
 */
export function deploymentInput(
  restApiId: string,
  stageName: string,
  description: string,
  stage: Stage | undefined,
): Input<'apigateway', 'createDeployment'> {
  const { percentTraffic, stageVariableOverrides, useStageCache } = stage?.canarySettings ?? {};
  return {
    restApiId,
    stageName,
    ...(description !== '' && { description }),
    ...(stage?.canarySettings && {
      canarySettings: {
        ...(percentTraffic !== undefined && { percentTraffic }),
        ...(stageVariableOverrides && { stageVariableOverrides: { ...stageVariableOverrides } }),
        ...(useStageCache !== undefined && { useStageCache }),
      },
    }),
  };
}
