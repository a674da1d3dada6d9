import type { Transaction } from '../../../store/index.ts';
import { invalidParameter } from '../errors.ts';
import { type FunctionDocument, functionKind } from '../function-document.ts';
import type { FunctionReference } from '../function-name.ts';
import { findVersion, type VersionDocument, versionId, versionKind } from './version-document.ts';

/** What a new version is to be called, and what `$LATEST` must be for it. */
export interface Publication {
  readonly description?: string | undefined;
  readonly codeSha256?: string | undefined;
  /** The `RevisionId` of the new version, and of `$LATEST` behind it. */
  readonly revisionId: string;
}

/**
 * Freezes `$LATEST` as the next version. Where nothing has changed since the last one, that one is given again (API reference,
 * `PublishVersion`).
 * @throws {ServiceError} when the code is another than the caller says
 */
export async function publishVersion(
  tx: Transaction,
  reference: FunctionReference,
  document: FunctionDocument,
  publication: Publication,
): Promise<VersionDocument> {
  const { scope, name } = reference;
  const { codeSha256 } = publication;
  if (codeSha256 !== undefined && codeSha256 !== '' && codeSha256 !== document.code.sha256) {
    // Recorded: `test_publish_with_wrong_sha256`.
    throw invalidParameter(
      `CodeSHA256 (${codeSha256}) is different from current CodeSHA256 in $LATEST (${document.code.sha256}). Please try again with the CodeSHA256 in $LATEST.`,
    );
  }
  const { lastVersion = 0, publishedRevisionId } = document;
  if (publishedRevisionId === document.executionRevisionId) {
    const last = await findVersion(tx, scope, name, String(lastVersion));
    if (last !== undefined) return last;
  }
  const version = String(lastVersion + 1);
  const { settings, architecture, code, executionRevisionId, lastModified, functionName } = document;
  const description = publication.description ?? settings.description;
  const published: VersionDocument = {
    functionName,
    version,
    settings: { ...settings, description },
    architecture,
    code,
    executionRevisionId,
    lastModified,
    revisionId: publication.revisionId,
    statements: [],
  };
  await tx.put(versionKind, scope, versionId(name, version), published, 0);
  await tx.put(functionKind, scope, name, {
    ...document,
    lastVersion: lastVersion + 1,
    publishedRevisionId: executionRevisionId,
  });
  return published;
}
