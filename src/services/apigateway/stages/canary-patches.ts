import type { CanarySettings, Stage } from '../../../model/index.ts';
import { badRequest } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { decimal, flag, type PatchEffect, type PatchRule, requiredText, rulesOf, withMember } from '../patch/index.ts';
import { newCanary, PERCENT_REFUSAL } from './canary.ts';
import { PROMOTION_SOURCES, refuseCopy } from './refusals.ts';

const canary = rulesOf<CanarySettings>();
const { min, max } = LIMITS.canaryPercent;

/**
 * A canary is made by setting anything of it, and goes as a whole; removing one that is not there changes nothing (recorded;
 * API reference, "Patch Operations", UpdateStage).
 */
export const canaryRules: readonly PatchRule<Stage>[] = [
  { path: '/canarySettings', effects: { remove: (stage) => withMember(stage, 'canarySettings', undefined) } },
  ...rulesOf<Stage>().within(
    '/canarySettings',
    'canarySettings',
    [
      canary.replace('/deploymentId', 'deploymentId', requiredText('Deployment id does not exist')),
      canary.replace('/percentTraffic', 'percentTraffic', decimal(min, max, PERCENT_REFUSAL)),
      canary.replace('/useStageCache', 'useStageCache', flag),
      canary.assignments('/stageVariableOverrides/{name}', 'stageVariableOverrides'),
    ],
    ({ deploymentId }) => newCanary({}, deploymentId),
  ),
];

/**
 * Promotes the canary's deployment or its variables to the stage (fact D121): variables are laid over the stage's own, and a
 * canary without any changes none (recorded).
 */
export const promoteDeployment: PatchEffect<Stage> = promoting(PROMOTION_SOURCES.deploymentId, (stage, release) => ({
  ...stage,
  deploymentId: release.deploymentId,
}));

export const promoteVariables: PatchEffect<Stage> = promoting(
  PROMOTION_SOURCES.variables,
  (stage, { stageVariableOverrides }) =>
    stageVariableOverrides ? { ...stage, variables: { ...stage.variables, ...stageVariableOverrides } } : stage,
);

function promoting(source: string, promote: (stage: Stage, release: CanarySettings) => Stage): PatchEffect<Stage> {
  return (stage, { path, from }) => {
    if (from !== source) throw refuseCopy(path, from);
    if (!stage.canarySettings) throw badRequest('Promotion not available. Canary does not exist.');
    return promote(stage, stage.canarySettings);
  };
}
