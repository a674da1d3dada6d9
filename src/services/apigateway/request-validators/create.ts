import type { RequestValidator, Scope } from '../../../model/index.ts';
import type { Reader, Transaction } from '../../../store/index.ts';
import type { IdMakers } from '../context.ts';
import { allRequestValidators, hasRestApi, putRequestValidator } from '../documents/index.ts';
import { badRequest, conflict } from '../errors.ts';
import { requiredText } from '../patch/index.ts';
import type { In } from '../types.ts';

/** The text is recorded for `UpdateRequestValidator`. */
export const readName = requiredText('Request Validator name cannot be blank');

/** An unknown API is a bad request here, not something that is not found (recorded). */
export async function createRequestValidator(
  tx: Transaction,
  scope: Scope,
  input: In<'createRequestValidator'>,
  ids: IdMakers,
): Promise<RequestValidator> {
  const { restApiId } = input;
  if (!(await hasRestApi(tx, scope, restApiId))) throw badRequest('Invalid REST API identifier specified');
  const taken = new Set((await allRequestValidators(tx, scope, restApiId)).map(({ id }) => id));
  let id = ids.entityId();
  while (taken.has(id)) id = ids.entityId();
  const validator = newRequestValidator(id, input);
  await checkNameIsFree(tx, scope, restApiId, validator);
  await putRequestValidator(tx, scope, restApiId, validator);
  return validator;
}

/** @throws {ServiceError} 400 for a blank name */
export function newRequestValidator(
  id: string,
  input: Omit<In<'createRequestValidator'>, 'restApiId'>,
): RequestValidator {
  return {
    id,
    name: readName(input.name),
    validateRequestBody: input.validateRequestBody ?? false,
    validateRequestParameters: input.validateRequestParameters ?? false,
  };
}

/** @throws {ServiceError} 409 when another validator of the API has the name (text from serverless issue 10099) */
export async function checkNameIsFree(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  { id, name }: RequestValidator,
): Promise<void> {
  const others = (await allRequestValidators(reader, scope, restApiId)).filter((other) => other.id !== id);
  if (others.some((other) => other.name === name)) throw conflict('Request Validator name must be unique');
}
