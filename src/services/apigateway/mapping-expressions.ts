import type { ServiceError } from '../../aws/index.ts';
import { badRequest } from './errors.ts';

/** Letters that the name of a parameter may have (fact D23). */
const NAME = /^[a-zA-Z0-9._$-]+$/;

/** Where a parameter of a request lies, singly or with all its values (features A6.8). */
export type RequestLocation = 'path' | 'querystring' | 'multivaluequerystring' | 'header' | 'multivalueheader';

/** What fills a parameter (features A6.8, facts D23 and D24). */
export type MappingSource =
  | { readonly kind: 'static' | 'context' | 'stageVariable' | 'methodRequestBody' | 'integrationResponseBody' }
  | { readonly kind: 'methodRequest'; readonly location: RequestLocation; readonly name: string }
  | { readonly kind: 'integrationResponseHeader'; readonly name: string };

/**
 * Reads a mapping expression: `'text'`, `context.NAME`, `stageVariables.NAME`, `method.request.LOCATION.NAME`,
 * `method.request.body[.JSONPATH]`, `integration.response.header.NAME`, `integration.response.body[.JSONPATH]`.
 * @returns undefined for anything else
 */
export function readMappingSource(expression: string): MappingSource | undefined {
  if (/^'[^']*'$/.test(expression)) return { kind: 'static' };
  if (/^context\.[^\s]+$/.test(expression)) return { kind: 'context' };
  if (/^stageVariables\.\w+$/.test(expression)) return { kind: 'stageVariable' };
  if (/^method\.request\.body(\..+)?$/.test(expression)) return { kind: 'methodRequestBody' };
  if (/^integration\.response\.body(\..+)?$/.test(expression)) return { kind: 'integrationResponseBody' };
  const request = readRequestParameter(expression, 'method');
  if (request) return { kind: 'methodRequest', ...request };
  const header = /^integration\.response\.(?:multivalue)?header\.(.+)$/.exec(expression)?.[1];
  return header !== undefined && NAME.test(header) ? { kind: 'integrationResponseHeader', name: header } : undefined;
}

/** Reads `method.request.LOCATION.NAME` or `integration.request.LOCATION.NAME`. */
export function readRequestParameter(
  expression: string,
  side: 'method' | 'integration',
): { readonly location: RequestLocation; readonly name: string } | undefined {
  const match = /^(method|integration)\.request\.(path|(?:multivalue)?(?:querystring|header))\.(.+)$/.exec(expression);
  if (match?.[1] !== side || match[3] === undefined) return undefined;
  return { location: match[2] as RequestLocation, name: match[3] };
}

/** Reads the name out of `method.response.header.NAME`. */
export function readResponseHeader(expression: string): string | undefined {
  return /^method\.response\.header\.(.+)$/.exec(expression)?.[1];
}

/** @throws {ServiceError} 400 with AWS's text for a name with other letters */
export function checkParameterName(name: string): void {
  if (!NAME.test(name))
    throw invalidMapping('Parameter name should match the following regular expression: ^[a-zA-Z0-9._$-]+$');
}

/** An expression that is none (recorded). */
export function invalidExpression(expression: string): ServiceError {
  return invalidMapping(`Invalid mapping expression specified: ${expression}`);
}

/** An expression that names a parameter which is not declared (recorded). */
export function invalidExpressionParameter(expression: string): ServiceError {
  return invalidMapping(`Invalid mapping expression parameter specified: ${expression}`);
}

/** AWS's frame around what is wrong with a mapping. */
export function invalidMapping(error: string): ServiceError {
  return badRequest(`Invalid mapping expression specified: ${validationResult(error)}`);
}

export function validationResult(error: string): string {
  return `Validation Result: warnings : [], errors : [${error}]`;
}
