import type { HttpStageSnapshot, StageRef, StageSnapshot } from '../model/index.ts';
import { listStageRefs, loadStageSnapshot } from '../services/apigateway/index.ts';
import { listHttpStageRefs, loadHttpStageSnapshot } from '../services/apigatewayv2/index.ts';
import type { Store } from '../store/index.ts';

/** What is deployed at a stage, whichever version of the API made it; undefined when it is gone. */
export function loadSnapshot(store: Store, ref: StageRef): Promise<StageSnapshot | HttpStageSnapshot | undefined> {
  return ref.protocol === 'HTTP' ? loadHttpStageSnapshot(store, ref) : loadStageSnapshot(store, ref);
}

/** Every deployed stage of the installation. */
export async function listAllStages(store: Store): Promise<readonly StageRef[]> {
  return [...(await listStageRefs(store)), ...(await listHttpStageRefs(store))];
}
