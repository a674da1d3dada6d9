/** How HTTP APIs lie in the store. Nobody else in the service spells a document's id. */
export { dropHttpApi, findHttpApi, listHttpApis, putHttpApi, requireHttpApi } from './apis.ts';
export {
  deploymentsOf,
  dropDeployment,
  findSnapshot,
  putDeployment,
  requireDeployment,
  writeDeployment,
} from './deployments.ts';
export type { HttpStageDocument } from './kinds.ts';
export { dropStage, findStage, putStage, requireStage, scanStages, stageRef, stagesOf } from './stages.ts';
