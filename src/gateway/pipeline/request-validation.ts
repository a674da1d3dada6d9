import type { Method, RequestValidator } from '../../model/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import { type CompileScope, configurationError } from '../method/index.ts';
import { compileBodyValidation } from './body-validation.ts';
import type { Guard } from './guard.ts';
import { compileRequiredParameters } from './required-parameters.ts';

/**
 * The phase "request validation" of a method that has a validator: required parameters first, then the body, each where the
 * validator says so (features A2.7; guide, "Enable request validation in API Gateway").
 */
export function compileRequestValidation(method: Method, scope: CompileScope): Guard | undefined {
  if (method.requestValidatorId === undefined) return undefined;
  const validator = scope.requestValidators.find(({ id }) => id === method.requestValidatorId);
  if (validator === undefined) return refuseAll('The request validator is not there, so every request fails.', scope);
  return inOrder(guardsOf(method, validator, scope));
}

function guardsOf(method: Method, validator: RequestValidator, scope: CompileScope): readonly Guard[] {
  return [
    validator.validateRequestParameters ? compileRequiredParameters(method.requestParameters) : undefined,
    validator.validateRequestBody ? compileBodyValidation(method.requestModels, scope) : undefined,
  ].filter((guard) => guard !== undefined);
}

/** All but the last of these guards answer at once. */
function inOrder([first, second]: readonly Guard[]): Guard | undefined {
  if (first === undefined || second === undefined) return first;
  return (request) => first(request) ?? second(request);
}

function refuseAll(problem: string, scope: CompileScope): Guard {
  scope.warn(problem);
  const failure: GatewayFailure = configurationError(problem);
  return () => failure;
}
