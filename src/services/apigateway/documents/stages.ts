import type { Scope, Stage, StageRef } from '../../../model/index.ts';
import type { Reader, Transaction } from '../../../store/index.ts';
import { missing } from '../errors.ts';
import { documentId, insideApi } from './key.ts';
import { installation, restApis, type StageDocument, stageRevisions, stages } from './kinds.ts';

export async function findStage(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  stageName: string,
): Promise<StageDocument | undefined> {
  return (await reader.get(stages, scope, documentId(restApiId, stageName)))?.value;
}

/** @throws {ServiceError} 404 with AWS's text */
export async function requireStage(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  stageName: string,
): Promise<StageDocument> {
  const found = await findStage(reader, scope, restApiId, stageName);
  if (!found) throw missing.stage();
  return found;
}

export async function stagesOf(reader: Reader, scope: Scope, restApiId: string): Promise<readonly StageDocument[]> {
  const found = await reader.list(stages, scope, { prefix: insideApi(restApiId) });
  return found.map(({ value }) => value);
}

/**
 * Writes a stage that requests could notice a change of, under a new revision. Revisions come from one counter for all
 * that is served, so a stage that is deleted and made again never repeats one; the counter is never behind the clock, so neither
 * does an installation that was reset.
 */
export async function putServedStage(
  tx: Transaction,
  scope: Scope,
  restApiId: string,
  stage: Stage,
  nowMs: number,
): Promise<StageRef> {
  const revision = await nextRevision(tx, nowMs);
  const isClosed = await isEndpointClosed(tx, scope, restApiId);
  await putStage(tx, scope, restApiId, { stage, revision, isClosed });
  return stageRef(scope, restApiId, { stage, revision });
}

/**
 * The same for a stage that was deployed to, made or changed. With it the API's default endpoint opens or closes as the API
 * says, at all of its stages (fact D17).
 * @returns the stage first, then those that change with it
 */
export async function serveStage(...given: Parameters<typeof putServedStage>): Promise<readonly StageRef[]> {
  const [tx, scope, restApiId, , nowMs] = given;
  const refs = [await putServedStage(...given)];
  const isClosed = await isEndpointClosed(tx, scope, restApiId);
  for (const other of await stagesOf(tx, scope, restApiId)) {
    if (other.isClosed !== isClosed) refs.push(await putServedStage(tx, scope, restApiId, other.stage, nowMs));
  }
  return refs;
}

async function isEndpointClosed(reader: Reader, scope: Scope, restApiId: string): Promise<boolean> {
  return (await reader.get(restApis, scope, documentId(restApiId)))?.value.disableExecuteApiEndpoint ?? false;
}

/** A revision that nothing served has had. */
export async function nextRevision(tx: Transaction, nowMs: number): Promise<number> {
  const last = (await tx.get(stageRevisions, installation, 'last'))?.value ?? 0;
  const revision = Math.max(last + 1, nowMs);
  await tx.put(stageRevisions, installation, 'last', revision);
  return revision;
}

/** Writes a stage whose served behaviour stays what it was. */
export async function putStage(
  tx: Transaction,
  scope: Scope,
  restApiId: string,
  document: StageDocument,
): Promise<void> {
  await tx.put(stages, scope, documentId(restApiId, document.stage.stageName), document);
}

export async function dropStage(tx: Transaction, scope: Scope, restApiId: string, stageName: string): Promise<void> {
  await tx.delete(stages, scope, documentId(restApiId, stageName));
}

export function stageRef(scope: Scope, apiId: string, { stage, revision }: StageDocument): StageRef {
  return { apiId, stageName: stage.stageName, scope, revision };
}
