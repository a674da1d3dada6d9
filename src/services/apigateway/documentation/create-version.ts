import type { DocumentationVersion, Scope, StageRef } from '../../../model/index.ts';
import type { Transaction } from '../../../store/index.ts';
import {
  allDocumentationParts,
  findDocumentationVersion,
  putDocumentationSnapshot,
  putDocumentationVersion,
  putServedStage,
  requireRestApi,
  requireStage,
} from '../documents/index.ts';
import { badRequest, conflict } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { In } from '../types.ts';

/** Freezes the documentation of an API as it is, and ties it to a stage where one is named (features A16.2). */
export async function createDocumentationVersion(
  tx: Transaction,
  scope: Scope,
  { restApiId, documentationVersion, stageName, description }: In<'createDocumentationVersion'>,
  nowMs: number,
): Promise<{ readonly version: DocumentationVersion; readonly ref: StageRef | undefined }> {
  await requireRestApi(tx, scope, restApiId);
  if (documentationVersion.trim() === '') throw badRequest('Documentation version cannot be blank');
  if (Buffer.byteLength(documentationVersion) > LIMITS.documentationVersionBytes) {
    throw badRequest(`Documentation version can have at most ${LIMITS.documentationVersionBytes} bytes`);
  }
  if (await findDocumentationVersion(tx, scope, restApiId, documentationVersion)) {
    throw conflict(`Version already exists: ${documentationVersion}`);
  }
  const createdDate = Math.floor(nowMs / 1000);
  const version: DocumentationVersion = {
    version: documentationVersion,
    ...(description && { description }),
    createdDate,
  };
  await putDocumentationVersion(tx, scope, restApiId, version);
  const parts = await allDocumentationParts(tx, scope, restApiId);
  await putDocumentationSnapshot(tx, scope, restApiId, documentationVersion, parts);
  if (!stageName) return { version, ref: undefined };
  const { stage } = await requireStage(tx, scope, restApiId, stageName);
  const documented = { ...stage, documentationVersion, lastUpdatedDate: createdDate };
  return { version, ref: await putServedStage(tx, scope, restApiId, documented, nowMs) };
}
