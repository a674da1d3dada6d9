import type { RequestValidator, Scope } from '../../../model/index.ts';
import type { Reader, Transaction } from '../../../store/index.ts';
import { missing } from '../errors.ts';
import { documentId, insideApi } from './key.ts';
import { requestValidators } from './kinds.ts';

export async function findRequestValidator(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  validatorId: string,
): Promise<RequestValidator | undefined> {
  return (await reader.get(requestValidators, scope, documentId(restApiId, validatorId)))?.value;
}

/** @throws {ServiceError} 404 with AWS's text; an unknown API is not told apart from an unknown validator (recorded) */
export async function requireRequestValidator(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  validatorId: string,
): Promise<RequestValidator> {
  const found = await findRequestValidator(reader, scope, restApiId, validatorId);
  if (!found) throw missing.requestValidator();
  return found;
}

/** Every validator of an API, in order of ids. */
export async function allRequestValidators(
  reader: Reader,
  scope: Scope,
  restApiId: string,
): Promise<readonly RequestValidator[]> {
  const found = await reader.list(requestValidators, scope, { prefix: insideApi(restApiId) });
  return found.map(({ value }) => value);
}

export async function putRequestValidator(
  tx: Transaction,
  scope: Scope,
  restApiId: string,
  validator: RequestValidator,
): Promise<void> {
  await tx.put(requestValidators, scope, documentId(restApiId, validator.id), validator);
}

export async function dropRequestValidator(
  tx: Transaction,
  scope: Scope,
  restApiId: string,
  validatorId: string,
): Promise<void> {
  await tx.delete(requestValidators, scope, documentId(restApiId, validatorId));
}
