import type { ApiSnapshot, Scope, Stage, StageRef, StageSnapshot, VpcLink } from '../../model/index.ts';
import type { Reader } from '../../store/index.ts';
import { findClientIdentity, findSnapshot, findStage, findVpcLink, stageRef, stages } from './documents/index.ts';
import { linkIdsOf } from './vpc-links/index.ts';

/**
 * What is deployed at a stage now: `ref` of the result tells which revision that is, which may be a later one than asked
 * for.
 * @returns undefined when the stage is gone
 */
export async function loadStageSnapshot(reader: Reader, ref: StageRef): Promise<StageSnapshot | undefined> {
  const document = await findStage(reader, ref.scope, ref.apiId, ref.stageName);
  if (!document) return undefined;
  const now = stageRef(ref.scope, ref.apiId, document);
  const { stage } = document;
  const canaryId = stage.canarySettings?.deploymentId ?? stage.deploymentId;
  const deployment = await findSnapshot(reader, ref.scope, ref.apiId, stage.deploymentId);
  const canary =
    canaryId === stage.deploymentId ? deployment : await findSnapshot(reader, ref.scope, ref.apiId, canaryId);
  if (deployment && canary) {
    const connections = await connectionsOf(reader, ref.scope, stage, deployment, canary);
    const { isClosed } = document;
    return {
      ref: now,
      stage,
      deployment: closing(deployment, isClosed),
      ...(canary !== deployment && { canary: closing(canary, isClosed) }),
      ...connections,
    };
  }
  // A deployment that a stage serves is never deleted: between the reads the stage has moved on, so look again.
  const later = await findStage(reader, ref.scope, ref.apiId, ref.stageName);
  if (later?.revision === now.revision) throw new Error(`Stage ${ref.apiId}/${ref.stageName} serves no snapshot.`);
  return loadStageSnapshot(reader, ref);
}

/** With the default endpoint as it is now: that alone does not wait for a deployment of its own (fact D17). */
function closing(deployed: ApiSnapshot, isClosed: boolean | undefined): ApiSnapshot {
  if (isClosed === undefined) return deployed;
  return { ...deployed, restApi: { ...deployed.restApi, disableExecuteApiEndpoint: isClosed } };
}

/** What the stage's way to its backends needs besides its integrations; no stage that has neither pays for a read. */
export async function connectionsOf(
  reader: Reader,
  scope: Scope,
  stage: Stage,
  deployment: ApiSnapshot,
  canary: ApiSnapshot,
): Promise<Pick<StageSnapshot, 'clientIdentity' | 'vpcLinks'>> {
  const { clientCertificateId, variables, canarySettings } = stage;
  const clientIdentity = clientCertificateId && (await findClientIdentity(reader, scope, clientCertificateId));
  const vpcLinks: Record<string, VpcLink> = {};
  const linkIds = new Set(linkIdsOf(deployment.resources, variables));
  if (canarySettings) {
    const canaryVariables = { ...variables, ...canarySettings.stageVariableOverrides };
    for (const id of linkIdsOf(canary.resources, canaryVariables)) linkIds.add(id);
  }
  for (const id of linkIds) {
    const vpcLink = await findVpcLink(reader, scope, id);
    if (vpcLink) vpcLinks[id] = vpcLink;
  }
  return {
    ...(clientIdentity && { clientIdentity }),
    ...(Object.keys(vpcLinks).length > 0 && { vpcLinks }),
  };
}

/** Every deployed stage of the installation, for a data plane that starts. */
export async function listStageRefs(reader: Reader): Promise<readonly StageRef[]> {
  const found = await reader.scan(stages);
  return found.map(({ scope, id, value }) => stageRef(scope, id.slice(0, id.indexOf('/')), value));
}
