import { type StageVariables, stageVariable } from '../../method/index.ts';
import { firstHeader } from '../../text/index.ts';
import { httpContextVariable } from '../context-variable.ts';
import type { HttpRequest } from '../http-request.ts';

/** The value that a request has for a source; undefined when it is missing. */
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
      return ({ headers }) => firstHeader(headers, lowerName);
    }
    case 'request.querystring':
      return ({ query }) => query.find(([key]) => key === name)?.[1];
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
