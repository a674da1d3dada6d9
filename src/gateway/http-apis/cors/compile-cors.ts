import type { HeaderList } from '../../../http/index.ts';
import type { Cors } from '../../../model/index.ts';
import type { MethodResponse } from '../../method/index.ts';
import { firstHeader, hasHeader } from '../../text/index.ts';

/** What an API with a CORS configuration answers browsers (fact D131; guide page http-api-cors). */
export interface CompiledCors {
  /** Whether a request is a preflight, which the API answers by itself. */
  isPreflight(method: string, headers: HeaderList): boolean;
  /** An answer's fields with the configured ones instead of the backend's own. */
  decorate(answer: readonly string[], method: string, request: HeaderList): readonly string[];
}

/** The answer to a preflight, but for its header fields. */
export const PREFLIGHT: MethodResponse = { kind: 'response', status: 204, headers: [], body: Buffer.alloc(0) };

export function compileCors(cors: Cors): CompiledCors {
  const allowOrigin = compileOrigins(cors.AllowOrigins ?? []);
  const credentials = cors.AllowCredentials ? ['access-control-allow-credentials', 'true'] : [];
  const ofPreflights = [
    ...listed('access-control-allow-methods', cors.AllowMethods),
    ...listed('access-control-allow-headers', cors.AllowHeaders),
    ...(cors.MaxAge === undefined ? [] : ['access-control-max-age', String(cors.MaxAge)]),
    ...credentials,
  ];
  const ofAnswers = [...listed('access-control-expose-headers', cors.ExposeHeaders), ...credentials];
  const isPreflight: CompiledCors['isPreflight'] = (method, headers) =>
    method === 'OPTIONS' && hasHeader(headers, 'origin') && hasHeader(headers, 'access-control-request-method');
  return {
    isPreflight,
    decorate(answer, method, request) {
      const origin = firstHeader(request, 'origin');
      const allowed = origin === undefined ? undefined : allowOrigin(origin);
      if (allowed === undefined) return withoutCors(answer);
      const others = isPreflight(method, request) ? ofPreflights : ofAnswers;
      return [...withoutCors(answer), 'access-control-allow-origin', allowed, ...others];
    },
  };
}

function listed(name: string, values: readonly string[] | undefined): readonly string[] {
  return values?.length ? [name, values.join(',')] : [];
}

/** What a browser is told of its origin; undefined where it is told nothing. */
function compileOrigins(origins: readonly string[]): (origin: string) => string | undefined {
  if (origins.includes('*')) return () => '*';
  const exact = new Set(origins.map((origin) => origin.toLowerCase()));
  const schemes = origins
    .filter((origin) => origin.endsWith('://*'))
    .map((origin) => origin.slice(0, -1).toLowerCase());
  return (origin) => {
    const lower = origin.toLowerCase();
    return exact.has(lower) || schemes.some((scheme) => lower.startsWith(scheme)) ? origin : undefined;
  };
}

function withoutCors(fields: readonly string[]): readonly string[] {
  return fields.filter((_, at) => !/^access-control-/i.test(fields[at - (at % 2)] as string));
}
