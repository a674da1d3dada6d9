import type { Authorizer } from '../../../model/index.ts';
import type { MethodRequest, StageVariables } from '../../method/index.ts';
import { compileIdentitySources, headerValues, tokenHeader } from '../identity-sources.ts';
import { compileValidation } from '../validation.ts';

/** What a request shows of its caller, source by source; undefined when it does not show enough. */
export type Identify = (request: MethodRequest) => readonly (readonly string[])[] | undefined;

/**
 * Compiles what identifies a caller. TOKEN: one header, that is there once, not empty, and like the expression (fact D88).
 * REQUEST: all sources must have values where decisions are kept by them (fact D89).
 * @returns undefined for sources that are none
 */
export function compileIdentify(
  { type, identitySource, identityValidationExpression: expression }: Authorizer,
  isKept: boolean,
  stageVariables: StageVariables,
): Identify | undefined {
  if (type === 'TOKEN') return compileToken(identitySource, expression);
  const sources = compileIdentitySources(identitySource, stageVariables);
  if (sources === undefined || (isKept && sources.length === 0)) return undefined;
  return (request) => {
    const values = sources.map((source) => source(request));
    const isComplete = values.every((all) => all.length > 0 && all.every((value) => value !== ''));
    return isKept && !isComplete ? undefined : values;
  };
}

function compileToken(identitySource: string | undefined, expression: string | undefined): Identify | undefined {
  const header = tokenHeader(identitySource);
  if (header === undefined) return undefined;
  const isValid = expression === undefined ? undefined : compileValidation(expression);
  return (request) => {
    const [token = '', ...more] = headerValues(request, header);
    // A token that is sent twice could be one to us and another to the backend.
    if (token === '' || more.length > 0) return undefined;
    return isValid === undefined || isValid(token) ? [[token]] : undefined;
  };
}
