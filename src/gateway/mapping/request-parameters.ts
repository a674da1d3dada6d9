import { ConfigurationProblem, type StageVariables } from '../method/index.ts';
import { compileRequestExpression, type RequestReader, readsRequestBody } from './expression.ts';

/** One target with the expression that fills it. */
export interface RequestParameter {
  readonly name: string;
  /** The expression as configured. */
  readonly source: string;
  readonly read: RequestReader;
}

/** An integration's `requestParameters`, by what they fill. */
export interface RequestParameters {
  readonly headers: readonly RequestParameter[];
  readonly query: readonly RequestParameter[];
  readonly path: ReadonlyMap<string, RequestParameter>;
  /** Lower-case names of headers that do not reach the backend, whoever sets them. */
  readonly dropped: ReadonlySet<string>;
  /** The expressions that need the request's `payload`; read once it is there, they are known not to throw later. */
  readonly fromBody: readonly RequestReader[];
}

/** Which kind of backend a request is for: towards AWS more headers are forbidden (fact D26). */
export type Towards = 'http' | 'aws';

/** Headers that no mapping may set: the request fails (fact D26). */
const FORBIDDEN = new Set(['content-length', 'transfer-encoding', 'x-amzn-trace-id', 'x-amzn-apigateway-api-id']);
const FORBIDDEN_FOR_AWS = new Set([...FORBIDDEN, 'authorization', 'connection', 'expect', 'proxy-authenticate', 'te']);

/** Set by the connection to the backend itself; a mapping changes nothing about them. */
const OF_THE_CONNECTION = ['connection', 'expect', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'upgrade'];

/** The guide's table drops more on the way to HTTP backends (fact D31); services want some of it, S3 `Content-MD5`. */
const DROPPED: Readonly<Record<Towards, ReadonlySet<string>>> = {
  http: new Set([
    ...OF_THE_CONNECTION,
    'content-md5',
    'max-forwards',
    'proxy-authenticate',
    'server',
    'via',
    'www-authenticate',
  ]),
  aws: new Set(OF_THE_CONNECTION),
};

/** Whether neither a mapping nor an override may set a header. */
export function isForbiddenHeader(name: string, towards: Towards): boolean {
  return (towards === 'aws' ? FORBIDDEN_FOR_AWS : FORBIDDEN).has(name.toLowerCase());
}

/**
 * Compiles an integration's `requestParameters`.
 * @throws {ConfigurationProblem} for a forbidden target, or an expression that is not understood
 */
export function compileRequestParameters(
  mappings: Readonly<Record<string, string>> | undefined,
  towards: Towards,
  variables: StageVariables,
): RequestParameters {
  const headers: RequestParameter[] = [];
  const query: RequestParameter[] = [];
  const path = new Map<string, RequestParameter>();
  const fromBody: RequestReader[] = [];
  for (const [target, source] of Object.entries(mappings ?? {})) {
    const parts = /^integration\.request\.(path|querystring|header)\.(.+)$/.exec(target);
    const name = parts?.[2];
    if (name === undefined) throw new ConfigurationProblem(`"${target}" is nothing that a request parameter can fill.`);
    const read = compileRequestExpression(source, variables);
    if (readsRequestBody(source)) fromBody.push(read);
    const parameter: RequestParameter = { name, source, read };
    if (parts?.[1] === 'path') path.set(name, parameter);
    else if (parts?.[1] === 'querystring') query.push(parameter);
    else if (isForbiddenHeader(name, towards))
      throw new ConfigurationProblem(`The header "${name}" must not be set by a parameter mapping.`);
    else headers.push(parameter);
  }
  return { headers, query, path, dropped: DROPPED[towards], fromBody };
}
