import type { GatewayFailure, GatewayResponseType, RenderedFailure } from '../gateway-responses/index.ts';

type Worded = readonly [status: number, message: string];

const FORBIDDEN: Worded = [403, 'Forbidden'];
const INTERNAL: Worded = [500, 'Internal Server Error'];
const UNAVAILABLE: Worded = [503, 'Service Unavailable'];
const TOO_LARGE: Worded = [413, 'Request Entity Too Large'];

/** How HTTP APIs answer each failure (features A18; facts D98, D100, D125, D137): they say little, and cannot be worded anew. */
const WORDED: Partial<Readonly<Record<GatewayResponseType, Worded>>> = {
  ACCESS_DENIED: FORBIDDEN,
  BAD_REQUEST: [400, 'Bad Request'],
  FORBIDDEN,
  FUNCTION_REQUEST_TOO_LARGE: TOO_LARGE,
  INTEGRATION_FAILURE: UNAVAILABLE,
  INTEGRATION_TIMEOUT: UNAVAILABLE,
  INVALID_SIGNATURE: FORBIDDEN,
  MISSING_AUTHENTICATION_TOKEN: FORBIDDEN,
  REQUEST_HEADERS_TOO_LARGE: [431, 'Request Header Fields Too Large'],
  REQUEST_TOO_LARGE: TOO_LARGE,
  REQUEST_URI_TOO_LONG: [414, 'Request URI too long'],
  ROUTE_NOT_FOUND: [404, 'Not Found'],
  THROTTLED: [429, 'Too Many Requests'],
  UNAUTHORIZED: [401, 'Unauthorized'],
};

/** A failure as a client of an HTTP API is told of it. */
export function wordFailure({ type, headers = [] }: GatewayFailure): RenderedFailure {
  const [status] = WORDED[type] ?? INTERNAL;
  const message = failureText(type);
  return {
    status,
    headers: ['Content-Type', 'application/json', ...headers],
    body: Buffer.from(JSON.stringify({ message })),
  };
}

/** What a client of an HTTP API reads. */
export function failureText(type: GatewayResponseType): string {
  const [, message] = WORDED[type] ?? INTERNAL;
  return message;
}
