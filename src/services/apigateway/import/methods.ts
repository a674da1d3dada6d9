import { refuseViolations } from '../../../aws/index.ts';
import type { Integration, Method, Resource } from '../../../model/index.ts';
import type { DefinedIntegration, DefinedMethod } from '../../../openapi/index.ts';
import {
  checkIntegrationResponse,
  checkVpcLink,
  integrationViolations,
  newIntegration,
  newIntegrationResponse,
} from '../integrations/index.ts';
import { checkedMethod, checkResponse, newMethod, newMethodResponse } from '../methods/index.ts';
import type { ImportTarget } from './target.ts';

/** Ids of what methods refer to, by name. */
export interface References {
  readonly authorizers: ReadonlyMap<string, string>;
  readonly validators: ReadonlyMap<string, string>;
}

/**
 * A method as `PutMethod`, `PutMethodResponse`, `PutIntegration` and `PutIntegrationResponse` would have made it. Undefined
 * when there is something wrong with it, which is then among the problems.
 */
export async function importMethod(
  target: ImportTarget,
  resource: Resource,
  defined: DefinedMethod,
  references: References,
): Promise<Method | undefined> {
  const { tx, scope, restApiId, problems } = target;
  const { httpMethod } = defined;
  const on = `on '${httpMethod}' for resource at path '${resource.path}'`;
  const method = await problems.attempt(
    `Unable to put method '${httpMethod}' on resource at path '${resource.path}'`,
    () => checkedMethod(tx, scope, restApiId, newMethod(withIds(defined, references))),
  );
  if (!method) return undefined;

  const methodResponses: Record<string, NonNullable<Method['methodResponses']>[string]> = {};
  const responses = [...defined.responses, ...impliedResponses(defined)];
  for (const response of responses) {
    await problems.attempt(`Unable to put method response ${on}`, async () => {
      const made = newMethodResponse(response);
      await checkResponse(tx, scope, restApiId, made);
      methodResponses[made.statusCode] = made;
    });
  }
  const withResponses = responses.length > 0 ? { ...method, methodResponses } : method;
  if (!defined.integration) return withResponses;
  const methodIntegration = await importIntegration(target, resource, withResponses, defined.integration, on);
  return methodIntegration && { ...withResponses, methodIntegration };
}

/**
 * Responses that the integration maps headers of and that the operation does not declare: the guide's own example has one
 * (page api-gateway-request-validation-sample-api-swagger).
 */
function impliedResponses({ responses, integration }: DefinedMethod): DefinedMethod['responses'] {
  const declared = new Set(responses.map(({ statusCode }) => statusCode));
  return (integration?.responses ?? []).flatMap(({ statusCode, responseParameters }) => {
    if (!responseParameters || declared.has(statusCode)) return [];
    const headers = Object.keys(responseParameters).map((name) => [name, false] as const);
    return { statusCode, responseParameters: Object.fromEntries(headers) };
  });
}

/** A name that nothing has goes on as it is: to be refused as what does not exist. */
function withIds({ authorizer, requestValidator, ...method }: DefinedMethod, { authorizers, validators }: References) {
  return {
    ...method,
    ...(authorizer !== undefined && { authorizerId: authorizers.get(authorizer) ?? authorizer }),
    ...(requestValidator !== undefined && {
      requestValidatorId: validators.get(requestValidator) ?? requestValidator,
    }),
  };
}

async function importIntegration(
  { tx, scope, limits, problems, restApiId }: ImportTarget,
  { id: resourceId }: Resource,
  method: Method,
  { responses, httpMethod: integrationHttpMethod, ...defined }: DefinedIntegration,
  on: string,
): Promise<Integration | undefined> {
  const integration = await problems.attempt(`Unable to put integration ${on}`, async () => {
    const input = {
      ...defined,
      restApiId,
      resourceId,
      httpMethod: method.httpMethod,
      ...(integrationHttpMethod !== undefined && { integrationHttpMethod }),
    };
    refuseViolations(integrationViolations(input));
    const made = newIntegration(input, method, limits);
    await checkVpcLink(tx, scope, made);
    return made;
  });
  if (!integration || responses.length === 0) return integration;

  const integrationResponses: Record<string, NonNullable<Integration['integrationResponses']>[string]> = {};
  for (const response of responses) {
    await problems.attempt(`Unable to put integration response ${on}`, () => {
      const made = newIntegrationResponse(response);
      checkIntegrationResponse(made, method);
      integrationResponses[made.statusCode] = made;
    });
  }
  return { ...integration, integrationResponses };
}
