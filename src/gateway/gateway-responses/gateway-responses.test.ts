import { describe, expect, it } from 'vitest';
import { type GatewayResponseType, renderFailure } from './index.ts';

describe('a gateway response', () => {
  it.each<[GatewayResponseType, number, string, string]>([
    // Features A18, facts D2, D83; lengths recorded on AWS: 42, 23, 36, 31 bytes.
    [
      'MISSING_AUTHENTICATION_TOKEN',
      403,
      '{"message":"Missing Authentication Token"}',
      'MissingAuthenticationTokenException',
    ],
    ['FORBIDDEN', 403, '{"message":"Forbidden"}', 'ForbiddenException'],
    ['INVALID_API_KEY', 403, '{"message":"Forbidden"}', 'ForbiddenException'],
    ['ACCESS_DENIED', 403, '{"Message":"User is not authorized to access this resource"}', 'AccessDeniedException'],
    ['UNAUTHORIZED', 401, '{"message":"Unauthorized"}', 'UnauthorizedException'],
    ['UNSUPPORTED_MEDIA_TYPE', 415, '{"message": "Unsupported Media Type"}', 'BadRequestException'],
    ['API_CONFIGURATION_ERROR', 500, '{"message": "Internal server error"}', 'InternalServerErrorException'],
    ['INTEGRATION_FAILURE', 504, '{"message": "Internal server error"}', 'InternalServerErrorException'],
    ['INTEGRATION_TIMEOUT', 504, '{"message": "Endpoint request timed out"}', 'InternalServerErrorException'],
    ['FUNCTION_REQUEST_TOO_LARGE', 413, '{"message": "Request Too Long"}', 'BadRequestException'],
  ])('%s is as on AWS', (type, status, body, errorType) => {
    const rendered = renderFailure({ kind: 'failure', type });
    expect({ ...rendered, body: rendered.body.toString() }).toEqual({
      status,
      headers: ['Content-Type', 'application/json', 'x-amzn-ErrorType', errorType],
      body,
    });
  });

  it('REQUEST_TOO_LARGE is the plain text of 44 bytes that was recorded on AWS (fact D84)', () => {
    const { status, headers, body } = renderFailure({ kind: 'failure', type: 'REQUEST_TOO_LARGE' });
    expect({ status, headers, length: body.length }).toEqual({
      status: 413,
      headers: ['Content-Type', 'text/plain; charset=utf-8'],
      length: 44,
    });
  });

  it('never shows what is for the operator, and quotes what it shows', () => {
    const { body } = renderFailure({ kind: 'failure', type: 'ACCESS_DENIED', message: 'a "b"', detail: 'secret' });
    expect(JSON.parse(body.toString())).toEqual({ Message: 'a "b"' });
  });
});
