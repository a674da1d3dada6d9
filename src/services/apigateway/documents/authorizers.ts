import type { Authorizer, Scope } from '../../../model/index.ts';
import type { Reader, Transaction } from '../../../store/index.ts';
import { documentId, insideApi } from './key.ts';
import { authorizers } from './kinds.ts';

/** Every authorizer of an API, in order of ids. */
export async function allAuthorizers(reader: Reader, scope: Scope, restApiId: string): Promise<readonly Authorizer[]> {
  const found = await reader.list(authorizers, scope, { prefix: insideApi(restApiId) });
  return found.map(({ value }) => value);
}

export async function putAuthorizer(
  tx: Transaction,
  scope: Scope,
  restApiId: string,
  authorizer: Authorizer,
): Promise<void> {
  await tx.put(authorizers, scope, documentId(restApiId, authorizer.id), authorizer);
}
