import { ConfigurationProblem, type MethodRequest, type StageVariables, stageVariable } from '../method/index.ts';
import { contextVariable } from '../request-context/index.ts';
import { lastHeaderExact } from '../text/index.ts';
import { compileBodyExpression } from './body-expression.ts';

/**
 * Reads the values that an expression has on one request; none when the request does not have what it names.
 * @throws what a `PayloadReader` throws, where the expression reads the body
 */
export type RequestReader = (request: MethodRequest) => readonly string[];

const NONE: readonly string[] = [];

/**
 * Compiles what may stand on the right of a parameter mapping on either side: a static value in quotes, a stage variable or
 * a `context` variable, whole each (fact D24). Undefined for any other expression.
 * @throws {ConfigurationProblem} for a `context` variable that does not exist
 */
export function compileCommonExpression(text: string, variables: StageVariables): RequestReader | undefined {
  if (text.startsWith("'") && text.endsWith("'") && text.length > 1) return constant(text.slice(1, -1));
  if (text.startsWith('stageVariables.'))
    return constant(stageVariable(variables, text.slice('stageVariables.'.length)));
  if (!text.startsWith('context.')) return undefined;
  const read = contextVariable(text.slice('context.'.length));
  if (read === undefined) throw new ConfigurationProblem(`"${text}" names no context variable that is built.`);
  return (request) => oneOrNone(read(request.context));
}

/**
 * Compiles the right side of a request parameter mapping (features A6.8). Names of headers and query parameters are told
 * apart by case (fact D11); a single-valued source gives its last value (fact D10).
 * @throws {ConfigurationProblem} for anything that is not understood
 */
export function compileRequestExpression(text: string, variables: StageVariables): RequestReader {
  const common = compileCommonExpression(text, variables);
  if (common !== undefined) return common;
  const body = compileBodyExpression(text, 'method.request');
  if (body !== undefined) return (request) => body(request.payload);
  const parts = /^method\.request\.(path|querystring|multivaluequerystring|header|multivalueheader)\.(.+)$/.exec(text);
  const name = parts?.[2];
  if (parts === null || name === undefined)
    throw new ConfigurationProblem(`"${text}" is no parameter mapping expression.`);
  switch (parts[1]) {
    case 'path':
      return (request) => oneOrNone(request.pathParameters?.[name]);
    case 'querystring':
      return (request) => queryValues(request, name).slice(-1);
    case 'multivaluequerystring':
      return (request) => queryValues(request, name);
    case 'header':
      return (request) => oneOrNone(lastHeaderExact(request.headers, name));
    default:
      return (request) => headerValues(request.headers, name);
  }
}

/** Whether an expression of the request side needs the request's body. */
export function readsRequestBody(text: string): boolean {
  return /^method\.request\.body(?:[.[]|$)/.test(text);
}

/** All values of a header under exactly this spelling. */
export function headerValues(headers: readonly string[], name: string): readonly string[] {
  const values: string[] = [];
  for (let i = 0; i < headers.length; i += 2) if (headers[i] === name) values.push(headers[i + 1] as string);
  return values;
}

function queryValues(request: MethodRequest, name: string): readonly string[] {
  return request.query.filter(([key]) => key === name).map(([, value]) => value);
}

function constant(value: string | undefined): RequestReader {
  const values = oneOrNone(value);
  return () => values;
}

function oneOrNone(value: string | undefined): readonly string[] {
  return value === undefined ? NONE : [value];
}
