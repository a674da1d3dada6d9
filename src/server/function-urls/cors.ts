import type { HeaderList } from '../../http/index.ts';
import type { Cors } from '../../services/lambda/index.ts';
import { headerOf } from '../header-of.ts';

/** The fields that let a page of an allowed origin read an answer (API reference, `Cors`; Fetch standard, "CORS protocol"). */
export function corsFields(cors: Cors | undefined, headers: HeaderList): string[] {
  const origin = headerOf(headers, 'origin');
  if (cors === undefined || origin === undefined || !allows(cors.AllowOrigins ?? [], origin)) return [];
  return [
    'Access-Control-Allow-Origin',
    origin,
    'Vary',
    'Origin',
    ...(cors.AllowCredentials === true ? ['Access-Control-Allow-Credentials', 'true'] : []),
    ...listField('Access-Control-Expose-Headers', cors.ExposeHeaders),
  ];
}

/** The same for the question that a browser asks before; undefined for a request that is none. */
export function preflightFields(cors: Cors | undefined, method: string, headers: HeaderList): string[] | undefined {
  if (cors === undefined || method !== 'OPTIONS') return undefined;
  if (headerOf(headers, 'access-control-request-method') === undefined) return undefined;
  const fields = corsFields(cors, headers);
  if (fields.length === 0) return [];
  return [
    ...fields,
    ...listField('Access-Control-Allow-Methods', cors.AllowMethods),
    ...listField('Access-Control-Allow-Headers', cors.AllowHeaders),
    ...(cors.MaxAge === undefined ? [] : ['Access-Control-Max-Age', String(cors.MaxAge)]),
  ];
}

function listField(name: string, values: readonly string[] | undefined): string[] {
  return values === undefined || values.length === 0 ? [] : [name, values.join(',')];
}

/** `*`, an origin, or one with `*` for its first label. */
function allows(patterns: readonly string[], origin: string): boolean {
  return patterns.some((pattern) => {
    const [before = '', after] = pattern.split('*');
    if (after === undefined) return pattern.toLowerCase() === origin.toLowerCase();
    return origin.startsWith(before) && origin.endsWith(after) && origin.length >= before.length + after.length;
  });
}
