import type { Method, Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import { findAuthorizer, findRequestValidator } from '../documents/index.ts';
import { badRequest } from '../errors.ts';
import { checkParameterName, invalidExpression, readRequestParameter } from '../mapping-expressions.ts';
import { checkModels } from './models.ts';

/** In the order in which AWS lists them. */
const AUTHORIZATION_TYPES = ['NONE', 'AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS'] as const;

/** @throws {ServiceError} 400 */
export function readAuthorizationType(type: string | undefined): Method['authorizationType'] {
  const known = AUTHORIZATION_TYPES.find((candidate) => candidate === type);
  if (!known)
    throw badRequest(`Invalid AuthorizationType specified. Valid options are ${AUTHORIZATION_TYPES.join(',')}`);
  return known;
}

/**
 * Checks what a method refers to, and drops an authorizer that its authorization type does not use (recorded). Models and a
 * request validator must exist.
 * @throws {ServiceError} 400 with AWS's text
 */
export async function checkedMethod(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  { authorizerId, ...rest }: Method,
): Promise<Method> {
  const method = { ...rest, ...(await usedAuthorizer(reader, scope, restApiId, rest, authorizerId)) };
  const { requestValidatorId } = method;
  if (requestValidatorId && !(await findRequestValidator(reader, scope, restApiId, requestValidatorId))) {
    throw badRequest('Invalid Request Validator identifier specified');
  }
  await checkModels(reader, scope, restApiId, method.requestModels);
  checkRequestParameters(method.requestParameters);
  return method;
}

/** The authorizer that a method's authorization type needs; it must be there and be of a fitting type. */
async function usedAuthorizer(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  { authorizationType }: Pick<Method, 'authorizationType'>,
  authorizerId: string | undefined,
): Promise<Pick<Method, 'authorizerId'>> {
  if (authorizationType !== 'CUSTOM' && authorizationType !== 'COGNITO_USER_POOLS') return {};
  const authorizer = authorizerId && (await findAuthorizer(reader, scope, restApiId, authorizerId));
  const isPools = authorizationType === 'COGNITO_USER_POOLS';
  if (authorizer && (authorizer.type === 'COGNITO_USER_POOLS') === isPools) return { authorizerId: authorizer.id };
  throw badRequest(
    'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.',
  );
}

/** Keys are `method.request.{path,querystring,header}.NAME`, each name once over all three (features A1.6, recorded). */
function checkRequestParameters(parameters: Method['requestParameters'] = {}): void {
  const names = new Set<string>();
  for (const key of Object.keys(parameters)) {
    const parameter = readRequestParameter(key, 'method');
    if (!parameter || parameter.location.startsWith('multivalue')) throw invalidExpression(key);
    checkParameterName(parameter.name);
    if (names.has(parameter.name)) {
      throw badRequest('Parameter names must be unique across querystring, header and path');
    }
    names.add(parameter.name);
  }
}
