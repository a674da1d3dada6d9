/**
 * Stage: a name under which one deployment of an API answers, with its settings (features A8). Every change of a stage
 * gives it a new revision and is published before the call is answered. Canary releases are refused: a stage serves one
 * deployment.
 */
export { cacheClusterViolations } from './cache-cluster.ts';
export { stageHandlers } from './handlers.ts';
export { newStage, redeployedStage } from './new-stage.ts';
