import type { MethodRequest } from '../method/index.ts';
import { type StageVariables, stageVariable } from '../method/index.ts';
import { contextVariable } from '../request-context/index.ts';

/** The values that a request has for one source, in the order received; none when it is missing. */
export type IdentitySource = (request: MethodRequest) => readonly string[];

/** Header names have no case; names of query parameters do. */
export function headerValues(request: MethodRequest, lowerName: string): readonly string[] {
  const { headers } = request;
  const values: string[] = [];
  for (let at = 0; at < headers.length; at += 2) {
    if (headers[at]?.toLowerCase() === lowerName) values.push(headers[at + 1] ?? '');
  }
  return values;
}

/** The name of the one header that a TOKEN or COGNITO_USER_POOLS authorizer reads, in lower case; undefined when it is none. */
export function tokenHeader(identitySource: string | undefined): string | undefined {
  return /^method\.request\.header\.(.+)$/.exec(identitySource ?? '')?.[1]?.toLowerCase();
}

/** Compiles the list of a REQUEST authorizer; undefined when something in it is no source. */
export function compileIdentitySources(
  identitySource: string | undefined,
  stageVariables: StageVariables,
): readonly IdentitySource[] | undefined {
  const names = (identitySource ?? '').split(',').map((name) => name.trim());
  const sources = names.filter((name) => name !== '').map((name) => compileSource(name, stageVariables));
  return sources.every((source) => source !== undefined) ? sources : undefined;
}

function compileSource(source: string, stageVariables: StageVariables): IdentitySource | undefined {
  const [, kind, name = ''] =
    /^(method\.request\.header|method\.request\.querystring|context|stageVariables)\.(.+)$/.exec(source) ?? [];
  switch (kind) {
    case 'method.request.header': {
      const lowerName = name.toLowerCase();
      return (request) => headerValues(request, lowerName);
    }
    case 'method.request.querystring':
      return ({ query }) => query.filter(([key]) => key === name).map(([, value]) => value);
    case 'context': {
      const read = contextVariable(name);
      return read && (({ context }) => present(read(context)));
    }
    case 'stageVariables': {
      const values = present(stageVariable(stageVariables, name));
      return () => values;
    }
    default:
      return undefined;
  }
}

function present(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}
