import type { Scope, StageRef } from '../../../model/index.ts';
import type { Reader, StoredDocument, Transaction } from '../../../store/index.ts';
import { missing } from '../errors.ts';
import { documentId } from './key.ts';
import { type HttpStageDocument, httpStages } from './kinds.ts';

export async function findStage(
  reader: Reader,
  scope: Scope,
  apiId: string,
  stageName: string,
): Promise<HttpStageDocument | undefined> {
  return (await reader.get(httpStages, scope, documentId(apiId, stageName)))?.value;
}

/** @throws {ServiceError} 404 with AWS's text */
export async function requireStage(
  reader: Reader,
  scope: Scope,
  apiId: string,
  stageName: string,
): Promise<HttpStageDocument> {
  const found = await findStage(reader, scope, apiId, stageName);
  if (!found) throw missing.stage();
  return found;
}

export async function stagesOf(reader: Reader, scope: Scope, apiId: string): Promise<readonly HttpStageDocument[]> {
  const found = await reader.list(httpStages, scope, { prefix: `${documentId(apiId)}/` });
  return found.map(({ value }) => value);
}

/** All stages of the installation. */
export function scanStages(reader: Reader): Promise<readonly StoredDocument<HttpStageDocument>[]> {
  return reader.scan(httpStages);
}

export async function putStage(
  tx: Transaction,
  scope: Scope,
  apiId: string,
  document: HttpStageDocument,
): Promise<void> {
  await tx.put(httpStages, scope, documentId(apiId, document.stage.StageName), document);
}

export async function dropStage(tx: Transaction, scope: Scope, apiId: string, stageName: string): Promise<void> {
  await tx.delete(httpStages, scope, documentId(apiId, stageName));
}

export function stageRef(scope: Scope, apiId: string, { stage, revision }: HttpStageDocument): StageRef {
  return { apiId, stageName: stage.StageName, scope, protocol: 'HTTP', revision };
}
