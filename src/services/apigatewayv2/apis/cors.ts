import type { Cors } from '../../../model/index.ts';
import { badRequest } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { In } from '../types.ts';

/** `*`, `http://*`, `https://*`, or a scheme with a host and perhaps a port (fact D131). */
const ORIGIN = /^(?:\*|https?:\/\/\*|[a-z][a-z0-9+.-]*:\/\/[^\s/*?#@]+)$/i;
/** Tokens (RFC 9110 section 5.6.2), or everything. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', '*'];

/**
 * Checks a CORS configuration (API reference, `Cors`; guide page http-api-cors).
 * @throws {ServiceError} 400; the texts are ours
 */
export function readCors(asked: NonNullable<In<'createApi'>['CorsConfiguration']>): Cors {
  const { AllowCredentials, AllowHeaders, AllowMethods, AllowOrigins, ExposeHeaders, MaxAge } = asked;
  refuseOthers(AllowOrigins, 'allowOrigins', (origin) => ORIGIN.test(origin));
  refuseOthers(AllowMethods, 'allowMethods', (method) => METHODS.includes(method));
  refuseOthers(AllowHeaders, 'allowHeaders', (header) => TOKEN.test(header));
  refuseOthers(ExposeHeaders, 'exposeHeaders', (header) => TOKEN.test(header));
  if (AllowCredentials && AllowOrigins?.includes('*')) {
    throw badRequest('Invalid CORS configuration: allowCredentials is not supported together with the origin *.');
  }
  const { min, max } = LIMITS.corsMaxAge;
  if (MaxAge !== undefined && !(Number.isInteger(MaxAge) && MaxAge >= min && MaxAge <= max)) {
    throw badRequest(`Invalid CORS configuration: maxAge must be between ${min} and ${max}.`);
  }
  return {
    ...(AllowCredentials !== undefined && { AllowCredentials }),
    ...(AllowHeaders?.length && { AllowHeaders: AllowHeaders.map((header) => header.toLowerCase()) }),
    ...(AllowMethods?.length && { AllowMethods }),
    ...(AllowOrigins?.length && { AllowOrigins }),
    ...(ExposeHeaders?.length && { ExposeHeaders: ExposeHeaders.map((header) => header.toLowerCase()) }),
    ...(MaxAge !== undefined && { MaxAge }),
  };
}

function refuseOthers(values: readonly string[] | undefined, what: string, isGood: (value: string) => boolean): void {
  const wrong = values?.find((value) => !isGood(value));
  if (wrong !== undefined) throw badRequest(`Invalid CORS configuration: ${what} contains '${wrong}'.`);
}
