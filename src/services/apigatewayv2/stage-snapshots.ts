import type { HttpStageSnapshot, StageRef } from '../../model/index.ts';
import type { Reader } from '../../store/index.ts';
import { findHttpApi, findSnapshot, findStage, scanStages, stageRef } from './documents/index.ts';

/**
 * What a stage of an HTTP API serves now, which may be a later revision than asked for.
 * @returns undefined when the stage is gone; a stage with nothing deployed has no routes
 */
export async function loadHttpStageSnapshot(reader: Reader, ref: StageRef): Promise<HttpStageSnapshot | undefined> {
  const document = await findStage(reader, ref.scope, ref.apiId, ref.stageName);
  if (document === undefined) return undefined;
  const { stage, revision } = document;
  const now = stageRef(ref.scope, ref.apiId, document);
  const { DeploymentId } = stage;
  if (DeploymentId === undefined) {
    const current = await findHttpApi(reader, ref.scope, ref.apiId);
    return current && { ref: now, stage, definition: { ...current, routes: [] } };
  }
  const definition = await findSnapshot(reader, ref.scope, ref.apiId, DeploymentId);
  if (definition) return { ref: now, stage, definition };
  // A deployment that a stage serves is never deleted: between the reads the stage has moved on, so look again.
  const later = await findStage(reader, ref.scope, ref.apiId, ref.stageName);
  if (later?.revision === revision) throw new Error(`Stage ${ref.apiId}/${ref.stageName} serves no snapshot.`);
  return loadHttpStageSnapshot(reader, ref);
}

/** Every stage of an HTTP API in the installation, for a data plane that starts. */
export async function listHttpStageRefs(reader: Reader): Promise<readonly StageRef[]> {
  const found = await scanStages(reader);
  return found.map(({ scope, id, value }) => stageRef(scope, id.slice(0, id.indexOf('/')), value));
}
