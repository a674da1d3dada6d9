/**
 * Stage: a name under which one deployment of an API answers, with its settings (features A8). Every change of a stage
 * gives it a new revision and is published before the call is answered. A stage with a canary serves two
 * deployments (facts D119 to D121).
 */
export { cacheClusterViolations } from './cache-cluster.ts';
export { stageHandlers } from './handlers.ts';
export { newStage, redeployedStage } from './new-stage.ts';
export { checkVariables } from './variables.ts';
