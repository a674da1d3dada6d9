import type { Transaction } from '../../store/index.ts';
import type { LambdaContext } from './context.ts';
import { functionNotFound, revisionMismatch } from './errors.ts';
import { type FunctionDocument, findFunction, functionKind } from './function-document.ts';
import { type FunctionReference, qualifiedArn } from './function-name.ts';

/**
 * Changes a function in one transaction and gives it a new `RevisionId`.
 * @param expectedRevisionId what the caller says that it has seen, if it does
 * @param change makes the new document from the old one; it may be run again
 * @throws {ServiceError} `ResourceNotFoundException`, or `PreconditionFailedException` for another revision
 */
export async function changeFunction(
  { store, uuid }: LambdaContext,
  reference: FunctionReference,
  expectedRevisionId: string | undefined,
  change: (document: FunctionDocument) => FunctionDocument,
): Promise<FunctionDocument> {
  const revisionId = uuid();
  return store.transact((tx) => changeIn(tx, reference, { expectedRevisionId, revisionId }, change));
}

/** The same as a part of a transaction. */
export async function changeIn(
  tx: Transaction,
  reference: FunctionReference,
  { expectedRevisionId, revisionId }: { readonly expectedRevisionId: string | undefined; readonly revisionId: string },
  change: (document: FunctionDocument) => FunctionDocument,
): Promise<FunctionDocument> {
  const { scope, name } = reference;
  const document = await findFunction(tx, reference);
  if (document === undefined) throw functionNotFound(qualifiedArn(reference));
  if (expectedRevisionId !== undefined && expectedRevisionId !== document.revisionId) throw revisionMismatch();
  const changed = { ...change(document), revisionId };
  await tx.put(functionKind, scope, name, changed);
  return changed;
}
