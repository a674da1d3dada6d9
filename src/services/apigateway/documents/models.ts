import type { Model, Scope } from '../../../model/index.ts';
import type { Reader, Transaction } from '../../../store/index.ts';
import { missing } from '../errors.ts';
import { documentId, insideApi } from './key.ts';
import { models } from './kinds.ts';

export async function findModel(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  name: string,
): Promise<Model | undefined> {
  return (await reader.get(models, scope, documentId(restApiId, name)))?.value;
}

/** @throws {ServiceError} 404 with AWS's text; an unknown API is not told apart from an unknown model (recorded) */
export async function requireModel(reader: Reader, scope: Scope, restApiId: string, name: string): Promise<Model> {
  const found = await findModel(reader, scope, restApiId, name);
  if (!found) throw missing.model(name);
  return found;
}

/** Every model of an API, in order of names. */
export async function allModels(reader: Reader, scope: Scope, restApiId: string): Promise<readonly Model[]> {
  const found = await reader.list(models, scope, { prefix: insideApi(restApiId) });
  return found.map(({ value }) => value);
}

export async function putModel(tx: Transaction, scope: Scope, restApiId: string, model: Model): Promise<void> {
  await tx.put(models, scope, documentId(restApiId, model.name), model);
}

export async function dropModel(tx: Transaction, scope: Scope, restApiId: string, name: string): Promise<void> {
  await tx.delete(models, scope, documentId(restApiId, name));
}
