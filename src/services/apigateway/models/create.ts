import type { Model, Scope } from '../../../model/index.ts';
import type { Transaction } from '../../../store/index.ts';
import type { IdMakers } from '../context.ts';
import { allModels, putModel, requireRestApi } from '../documents/index.ts';
import { badRequest, conflict } from '../errors.ts';
import type { In } from '../types.ts';
import { checkModelSchema } from './check-schema.ts';

export async function createModel(
  tx: Transaction,
  scope: Scope,
  { restApiId, ...input }: In<'createModel'>,
  ids: IdMakers,
): Promise<Model> {
  await requireRestApi(tx, scope, restApiId);
  checkName(input.name);
  const others = await allModels(tx, scope, restApiId);
  if (others.some((other) => other.name === input.name)) throw conflict('Model name already exists for this REST API');
  let id = ids.entityId();
  while (others.some((other) => other.id === id)) id = ids.entityId();
  const model = newModel(id, input);
  checkModelSchema(model, restApiId, new Set(others.map((other) => other.name)));
  await putModel(tx, scope, restApiId, model);
  return model;
}

/**
 * A model as it is asked for; its schema is still to be checked, against the API's other models.
 * @throws {ServiceError} 400 with AWS's text for a name that no model can have
 */
export function newModel(
  id: string,
  { name, description, contentType, schema }: Omit<In<'createModel'>, 'restApiId'>,
): Model {
  checkName(name);
  return { id, name, ...(description && { description }), contentType, schema: schema ?? '' };
}

/** The first text is recorded, the second AWS's to an import with such a name (aws-apigateway-importer issue 194). */
function checkName(name: string): void {
  if (name.trim() === '') throw badRequest('Model name must be non-empty');
  if (!/^[A-Za-z0-9]{1,128}$/.test(name)) throw badRequest(`Model name must be alphanumeric: ${name}`);
}
