import { createHash } from 'node:crypto';
import type {
  DocumentationPart,
  DocumentationPartLocation,
  DocumentationVersion,
  Scope,
} from '../../../model/index.ts';
import type { Reader, Transaction } from '../../../store/index.ts';
import { missing } from '../errors.ts';
import { documentId, insideApi } from './key.ts';
import {
  documentationPartLocations,
  documentationParts,
  documentationSnapshots,
  documentationVersions,
} from './kinds.ts';

/** @throws {ServiceError} 404 with AWS's text */
export async function requireDocumentationPart(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  partId: string,
): Promise<DocumentationPart> {
  const found = await reader.get(documentationParts, scope, documentId(restApiId, partId));
  if (!found) throw missing.documentationPart();
  return found.value;
}

export async function hasDocumentationPart(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  partId: string,
): Promise<boolean> {
  return (await reader.get(documentationParts, scope, documentId(restApiId, partId))) !== undefined;
}

/** The id of the part that is about the location. */
export async function findDocumentationPartId(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  location: DocumentationPartLocation,
): Promise<string | undefined> {
  return (await reader.get(documentationPartLocations, scope, locationId(restApiId, location)))?.value;
}

/** Every part of an API, in order of ids. */
export async function allDocumentationParts(
  reader: Reader,
  scope: Scope,
  restApiId: string,
): Promise<readonly DocumentationPart[]> {
  const found = await reader.list(documentationParts, scope, { prefix: insideApi(restApiId) });
  return found.map(({ value }) => value);
}

/** Writes a part; its location never changes after the first time. */
export async function putDocumentationPart(
  tx: Transaction,
  scope: Scope,
  restApiId: string,
  part: DocumentationPart,
): Promise<void> {
  await tx.put(documentationParts, scope, documentId(restApiId, part.id), part);
  await tx.put(documentationPartLocations, scope, locationId(restApiId, part.location), part.id);
}

export async function dropDocumentationPart(
  tx: Transaction,
  scope: Scope,
  restApiId: string,
  part: DocumentationPart,
): Promise<void> {
  await tx.delete(documentationParts, scope, documentId(restApiId, part.id));
  await tx.delete(documentationPartLocations, scope, locationId(restApiId, part.location));
}

export async function findDocumentationVersion(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  version: string,
): Promise<DocumentationVersion | undefined> {
  return (await reader.get(documentationVersions, scope, versionId(restApiId, version)))?.value;
}

/** @throws {ServiceError} 404 with AWS's text */
export async function requireDocumentationVersion(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  version: string,
): Promise<DocumentationVersion> {
  const found = await findDocumentationVersion(reader, scope, restApiId, version);
  if (!found) throw missing.documentationVersion();
  return found;
}

/** The parts as they were when the version was made. */
export async function documentationPartsOf(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  version: string,
): Promise<readonly DocumentationPart[]> {
  return (await reader.get(documentationSnapshots, scope, versionId(restApiId, version)))?.value ?? [];
}

/** Writes a version. */
export async function putDocumentationVersion(
  tx: Transaction,
  scope: Scope,
  restApiId: string,
  version: DocumentationVersion,
): Promise<void> {
  await tx.put(documentationVersions, scope, versionId(restApiId, version.version), version);
}

/** Writes what a version froze: once, with the version. */
export async function putDocumentationSnapshot(
  tx: Transaction,
  scope: Scope,
  restApiId: string,
  version: string,
  parts: readonly DocumentationPart[],
): Promise<void> {
  await tx.put(documentationSnapshots, scope, versionId(restApiId, version), parts, 0);
}

/** Deletes a version and what it froze. */
export async function dropDocumentationVersion(
  tx: Transaction,
  scope: Scope,
  restApiId: string,
  version: string,
): Promise<void> {
  await tx.delete(documentationVersions, scope, versionId(restApiId, version));
  await tx.delete(documentationSnapshots, scope, versionId(restApiId, version));
}

function locationId(restApiId: string, { type, path, method, statusCode, name }: DocumentationPartLocation): string {
  const text = JSON.stringify([type, path, method, statusCode, name]);
  return documentId(restApiId, createHash('sha256').update(text).digest('hex'));
}

function versionId(restApiId: string, version: string): string {
  return documentId(restApiId, Buffer.from(version).toString('hex'));
}
