import { ConfigurationProblem, type StageVariables } from '../../method/index.ts';
import { encodeQueryPart, hasDotSegment, headerText, parseQuery } from '../../text/index.ts';
import type { HttpRequest } from '../http-request.ts';
import { compileExpression, type ReadExpression, type Source } from './expression.ts';

/** The parts of a request that mappings change. */
export interface MappedRequest {
  readonly headers: readonly string[];
  /** Raw, without the `?`. */
  readonly query: string;
  /** Set where `overwrite:path` gives another. */
  readonly path: string | undefined;
}

export interface MappedResponse {
  readonly status: number;
  readonly headers: readonly string[];
}

/** An integration's parameter mappings. */
export interface CompiledParameters {
  readonly readsRequestBody: boolean;
  readonly readsResponseBody: boolean;
  /** @param body as far as it is known */
  mapRequest(before: MappedRequest, request: HttpRequest, body: Uint8Array | undefined): MappedRequest;
  mapResponse(before: MappedResponse, request: HttpRequest, body: Uint8Array | undefined): MappedResponse;
}

/** Changes nothing. */
export const NO_PARAMETERS: CompiledParameters = {
  readsRequestBody: false,
  readsResponseBody: false,
  mapRequest: (before) => before,
  mapResponse: (before) => before,
};

type Parameters = Readonly<Record<string, string>>;
type Operation = 'append' | 'overwrite' | 'remove';

/** One mapping: what it does to which part of a message. */
interface Step {
  readonly operation: Operation;
  readonly place: 'header' | 'querystring' | 'path' | 'statuscode';
  readonly name: string;
  readonly read: ReadExpression;
  readonly readsBody: boolean;
}

/**
 * Compiles the parameter mappings of an integration of an HTTP API (guide page http-api-parameter-mapping; features A3.8).
 * Expressions read the request as it came and the response as the backend gave it, whatever other mappings do.
 * @throws {ConfigurationProblem} for a mapping that is not understood
 */
export function compileParameters(
  ofRequests: Parameters | undefined,
  ofResponses: Readonly<Record<string, Parameters>> | undefined,
  variables: StageVariables,
): CompiledParameters {
  const requestSteps = compileSteps(ofRequests ?? {}, 'request', variables);
  const responseSteps = new Map(
    Object.entries(ofResponses ?? {}).map(([status, mapped]) => [
      Number(status),
      compileSteps(mapped, 'response', variables),
    ]),
  );
  return {
    readsRequestBody: requestSteps.some(({ readsBody }) => readsBody),
    readsResponseBody: [...responseSteps.values()].flat().some(({ readsBody }) => readsBody),
    mapRequest: (before, request, body) =>
      mapRequest(requestSteps, before, { request, headers: request.headers, body }),
    mapResponse: (before, request, body) =>
      mapResponse(responseSteps.get(before.status) ?? [], before, { request, headers: before.headers, body }),
  };
}

function compileSteps(
  parameters: Parameters,
  side: 'request' | 'response',
  variables: StageVariables,
): readonly Step[] {
  return Object.entries(parameters).map(([key, expression]): Step => {
    const [, operation, place, name = ''] =
      /^(append|overwrite|remove):(header|querystring|path|statuscode)(?:\.(.+))?$/.exec(key) ?? [];
    if (operation === undefined) throw new ConfigurationProblem(`"${key}" is no target of a parameter mapping.`);
    return {
      operation: operation as Operation,
      place: place as Step['place'],
      name,
      ...(operation === 'remove' ? NOTHING : compileExpression(expression, side, variables)),
    };
  });
}

const NOTHING = { read: () => undefined, readsBody: false };

function mapRequest(steps: readonly Step[], before: MappedRequest, source: Source): MappedRequest {
  let { headers, query, path } = before;
  for (const step of steps) {
    if (step.place === 'header') headers = mapFields(step, headers, source);
    else if (step.place === 'querystring') query = mapQuery(step, query, source);
    else path = pathOf(step.read(source)) ?? path;
  }
  return { headers, query, path };
}

function mapResponse(steps: readonly Step[], before: MappedResponse, source: Source): MappedResponse {
  let { headers, status } = before;
  for (const step of steps) {
    if (step.place === 'header') headers = mapFields(step, headers, source);
    else if (step.place === 'statuscode') status = statusOf(step.read(source)) ?? status;
  }
  return { headers, status };
}

/** A value that cannot stand in a header field is left out. */
function mapFields({ operation, name, read }: Step, fields: readonly string[], source: Source): readonly string[] {
  const lowerName = name.toLowerCase();
  const others = () => fields.filter((_, at) => (fields[at - (at % 2)] as string).toLowerCase() !== lowerName);
  if (operation === 'remove') return others();
  const value = headerText(read(source) ?? '');
  if (value === undefined || value === '') return fields;
  return [...(operation === 'overwrite' ? others() : fields), name, value];
}

function mapQuery({ operation, name, read }: Step, query: string, source: Source): string {
  const pairs = parseQuery(query);
  const others = () => pairs.filter(([key]) => key !== name);
  const value = operation === 'remove' ? undefined : read(source);
  if (operation !== 'remove' && value === undefined) return query;
  const kept = operation === 'append' ? pairs : others();
  const all = value === undefined ? kept : [...kept, [name, value] as const];
  return all.map(([key, one]) => `${encodeQueryPart(key)}=${encodeQueryPart(one)}`).join('&');
}

/** What cannot be a path in a request target leaves the path as it is. */
function pathOf(value: string | undefined): string | undefined {
  if (value === undefined || value === '') return undefined;
  const path = value.startsWith('/') ? value : `/${value}`;
  return /^[\x21-\x7e]+$/.test(path) && !/[?#]/.test(path) && !hasDotSegment(path) ? path : undefined;
}

/** Only a final status can be sent (RFC 9110 section 15). */
function statusOf(value: string | undefined): number | undefined {
  return value !== undefined && /^[2-5]\d\d$/.test(value) ? Number(value) : undefined;
}
