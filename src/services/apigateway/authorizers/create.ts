import { enumViolations, refuseViolations, type Violation } from '../../../aws/index.ts';
import type { Authorizer, AuthorizerType, Scope } from '../../../model/index.ts';
import type { Reader, Transaction } from '../../../store/index.ts';
import type { IdMakers } from '../context.ts';
import { allAuthorizers, findAuthorizer, hasRestApi, putAuthorizer } from '../documents/index.ts';
import { concurrentModification, conflict } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { In } from '../types.ts';
import { checkAuthorizer } from './check-authorizer.ts';

type CreateInput = In<'createAuthorizer'>;

export const AUTHORIZER_TYPES: readonly AuthorizerType[] = ['TOKEN', 'REQUEST', 'COGNITO_USER_POOLS'];

export async function createAuthorizer(
  tx: Transaction,
  scope: Scope,
  input: CreateInput,
  ids: IdMakers,
): Promise<Authorizer> {
  refuseViolations(typeViolations(input));
  const { restApiId } = input;
  // AWS does not look for the API until it writes (recorded).
  if (!(await hasRestApi(tx, scope, restApiId))) throw concurrentModification();
  let id = ids.entityId();
  while (await findAuthorizer(tx, scope, restApiId, id)) id = ids.entityId();
  const authorizer = newAuthorizer(id, input);
  await checkName(tx, scope, restApiId, authorizer);
  await putAuthorizer(tx, scope, restApiId, authorizer);
  return authorizer;
}

function typeViolations({ type }: Pick<CreateInput, 'type'>): readonly Violation[] {
  return enumViolations(type, 'createAuthorizerInput.type', AUTHORIZER_TYPES);
}

/**
 * An authorizer as it is asked for, checked, with AWS's defaults (API reference, `CreateAuthorizer`; CLI reference,
 * create-authorizer, examples).
 * @throws {ServiceError} 400
 */
export function newAuthorizer(id: string, input: Omit<CreateInput, 'restApiId'>): Authorizer {
  refuseViolations(typeViolations(input));
  const type = input.type as AuthorizerType;
  const isPools = type === 'COGNITO_USER_POOLS';
  const ttl = input.authorizerResultTtlInSeconds ?? (isPools ? undefined : LIMITS.authorizerTtlSeconds.default);
  const authorizer: Authorizer = {
    id,
    name: input.name,
    type,
    ...(isPools && { providerARNs: input.providerARNs ?? [] }),
    authType: input.authType || (isPools ? 'cognito_user_pools' : 'custom'),
    ...(!isPools && input.authorizerUri && { authorizerUri: input.authorizerUri }),
    ...(!isPools && input.authorizerCredentials && { authorizerCredentials: input.authorizerCredentials }),
    ...(input.identitySource && { identitySource: input.identitySource }),
    ...(input.identityValidationExpression && { identityValidationExpression: input.identityValidationExpression }),
    ...(ttl !== undefined && { authorizerResultTtlInSeconds: ttl }),
  };
  checkAuthorizer(authorizer);
  return authorizer;
}

/** @throws {ServiceError} 409 with AWS's text when another authorizer of the API has the name */
export async function checkName(reader: Reader, scope: Scope, restApiId: string, { id, name }: Authorizer) {
  const others = await allAuthorizers(reader, scope, restApiId);
  if (others.some((other) => other.id !== id && other.name === name)) {
    throw conflict(`Authorizer name must be unique. Authorizer ${name} already exists in this RestApi.`);
  }
}
