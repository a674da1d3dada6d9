import { refuseViolations } from '../../../aws/index.ts';
import type { Method, MethodResponse, Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import { statusCodeViolations } from '../constraints.ts';
import { checkParameterName, invalidExpression, readResponseHeader } from '../mapping-expressions.ts';
import { withMember } from '../patch/index.ts';
import type { In } from '../types.ts';
import { checkModels } from './models.ts';

/**
 * A response as it is asked for; what it refers to is still to be checked.
 * @throws {ServiceError} 400 for a status code that is none
 */
export function newMethodResponse({
  statusCode,
  responseParameters,
  responseModels,
}: Pick<In<'putMethodResponse'>, 'statusCode' | 'responseParameters' | 'responseModels'>): MethodResponse {
  refuseViolations(statusCodeViolations(statusCode));
  return {
    statusCode,
    ...(responseParameters && { responseParameters }),
    ...(responseModels && { responseModels }),
  };
}

/** Keys of the parameters are `method.response.header.NAME`; models must exist. */
export async function checkResponse(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  response: MethodResponse,
): Promise<void> {
  for (const key of Object.keys(response.responseParameters ?? {})) {
    const name = readResponseHeader(key);
    if (name === undefined) throw invalidExpression(key);
    checkParameterName(name);
  }
  await checkModels(reader, scope, restApiId, response.responseModels);
}

/** The method with a response put in its place, or taken away; without responses it has no map of them. */
export function withResponse(method: Method, statusCode: string, response: MethodResponse | undefined): Method {
  const { [statusCode]: _, ...others } = method.methodResponses ?? {};
  const methodResponses = response ? { ...others, [statusCode]: response } : others;
  return withMember(method, 'methodResponses', Object.keys(methodResponses).length > 0 ? methodResponses : undefined);
}
