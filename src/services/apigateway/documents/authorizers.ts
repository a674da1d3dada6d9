import type { Authorizer, Scope } from '../../../model/index.ts';
import type { Reader, Transaction } from '../../../store/index.ts';
import { missing } from '../errors.ts';
import { documentId, insideApi } from './key.ts';
import { authorizers } from './kinds.ts';

export async function findAuthorizer(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  authorizerId: string,
): Promise<Authorizer | undefined> {
  return (await reader.get(authorizers, scope, documentId(restApiId, authorizerId)))?.value;
}

/** @throws {ServiceError} 404 with AWS's text */
export async function requireAuthorizer(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  authorizerId: string,
): Promise<Authorizer> {
  const found = await findAuthorizer(reader, scope, restApiId, authorizerId);
  if (!found) throw missing.authorizer();
  return found;
}

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

export async function dropAuthorizer(
  tx: Transaction,
  scope: Scope,
  restApiId: string,
  authorizerId: string,
): Promise<void> {
  await tx.delete(authorizers, scope, documentId(restApiId, authorizerId));
}
