import { type StageVariables, stageVariable } from '../../method/index.ts';
import { httpContextVariable } from '../context-variable.ts';
import type { HttpRequest } from '../http-request.ts';
import { headerValue, queryValue } from '../joined-values.ts';

/**
 * The value that a request has for a source; undefined when it is missing. All of what was sent several times: of two tokens
 * one could be for us and the other for the integration.
 */
export type IdentitySource = (request: HttpRequest) => string | undefined;

/**
 * Compiles a selection expression (guide page http-api-lambda-authorizer, "Identity sources"): names of headers have no case.
 * @returns undefined for what is no source
 */
export function compileIdentitySource(expression: string, variables: StageVariables): IdentitySource | undefined {
  const [, kind, name = ''] =
    /^\$(request\.header|request\.querystring|context|stageVariables)\.(.+)$/.exec(expression) ?? [];
  switch (kind) {
    case 'request.header': {
      const lowerName = name.toLowerCase();
      return ({ headers }) => headerValue(headers, lowerName);
    }
    case 'request.querystring':
      return ({ query }) => queryValue(query, name);
    case 'context': {
      const read = httpContextVariable(name);
      return read && (({ context }) => read(context));
    }
    case 'stageVariables': {
      const value = stageVariable(variables, name);
      return () => value;
    }
    default:
      return undefined;
  }
}
